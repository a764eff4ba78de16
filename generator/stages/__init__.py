"""The stages, one folder each; sorted by name they are the way of the data."""
