"""From a folder of articles to a published timeline of dated events."""

__version__ = "0.1.0"
