"""Days that have a name, reckoned for a year."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR

from dateutil.easter import easter

from generator.model.calendar import Day, add_days, month_length, weekday


def feast(rule: str, year: int) -> Day:
    """The day a feast falls on: `12-25`; `11 4 3` is the fourth Thursday of November (-1 the last;
    a fourth number is added in days); `easter`."""
    if rule.startswith("easter"):
        # Reckoned for the years of the common era that the standard library knows; nobody dates a war by another.
        sunday = easter(min(max(year, MINYEAR), MAXYEAR))
        return add_days(Day(year, sunday.month, sunday.day), int(rule[6:] or 0))
    if "-" in rule and " " not in rule:
        month, day = map(int, rule.split("-"))
        return Day(year, month, day)
    month, which, wanted, *extra = map(int, rule.split())
    if which > 0:
        first = Day(year, month, 1)
        return add_days(first, (wanted - weekday(first)) % 7 + 7 * (which - 1) + sum(extra))
    last = Day(year, month, month_length(year, month))
    return add_days(last, -((weekday(last) - wanted) % 7) + 7 * (which + 1))
