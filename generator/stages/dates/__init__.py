"""Time expressions: find them, read them, resolve them to the calendar."""

from generator.stages.dates.find import find_dates

__all__ = ["find_dates"]
