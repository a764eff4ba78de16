"""The tests; `python3 -m tests` runs them in the project's own environment."""
