"""Accuracy and speed, measured by commands anybody can run."""
