"""The nouns: what passes between the rooms. Imports nothing else of the project."""
