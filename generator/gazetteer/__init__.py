"""The names: places and actors of the world, and the borders and lakes a map is drawn from."""
