"""Days of the proleptic Gregorian calendar, years before the common era included.

`datetime.date` stops at year 1; histories do not. Years are astronomical: 0 is 1 BC, -489 is 490 BC.
"""

from __future__ import annotations

from typing import NamedTuple

WEEK = 7
"""Days a week."""
MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; the year is astronomical (0 is 1 BC)."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{iso_year(self.year)}-{self.month:02d}-{self.day:02d}"


def iso_year(year: int) -> str:
    """The year with at least four digits and its sign when negative."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def is_leap(year: int) -> bool:
    """Whether the year has 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days the month has."""
    return 29 if month == 2 and is_leap(year) else MONTH_DAYS[month - 1]


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def ordinal(day: Day) -> int:
    """Days since 1 March of year 0 (a count made for differences; it may be negative)."""
    year = day.year - (day.month <= 2)
    month = day.month + (9 if day.month <= 2 else -3)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day.day - 1


def from_ordinal(number: int) -> Day:
    """The day with that `ordinal`."""
    era, of_era = divmod(number, 146097)
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    return Day(year_of_era + era * 400 + (month <= 2), month, day)


def add_days(day: Day, count: int) -> Day:
    """The day `count` days later (earlier when negative)."""
    return from_ordinal(ordinal(day) + count)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """(year, month), `count` months later (earlier when negative)."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def clamp(year: int, month: int, day: int) -> Day:
    """The day, or the last of its month when the month is shorter."""
    return Day(year, month, min(day, month_length(year, month)))


def weekday(day: Day) -> int:
    """0 for Monday to 6 for Sunday."""
    return (ordinal(day) + 2) % WEEK


def iso_week(day: Day) -> tuple[int, int]:
    """(year, week) of ISO 8601: weeks begin on Monday, week 1 holds 4 January."""
    thursday = add_days(day, 3 - weekday(day))
    return thursday.year, (ordinal(thursday) - ordinal(Day(thursday.year, 1, 1))) // WEEK + 1


def week_start(year: int, week: int) -> Day:
    """The Monday of an ISO week."""
    fourth = Day(year, 1, 4)
    return add_days(fourth, WEEK * (week - 1) - weekday(fourth))


def same_weekday(near: Day, wanted: int, direction: int) -> Day:
    """The day of that weekday on or before (direction -1) or on or after (1) the given day."""
    if direction < 0:
        return add_days(near, -((weekday(near) - wanted) % WEEK))
    return add_days(near, (wanted - weekday(near)) % WEEK)
