"""The names: places and actors of the world, and the borders a map is drawn from."""
