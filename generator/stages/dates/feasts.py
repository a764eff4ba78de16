"""Days that have a name, reckoned for a year."""

from __future__ import annotations

from generator.model.calendar import Day, add_days, month_length, weekday


def feast(rule: str, year: int) -> Day:
    """The day a feast falls on: `12-25`; `11 4 3` is the fourth Thursday of November (-1 the last;
    a fourth number is added in days); `easter`."""
    if rule.startswith("easter"):
        return add_days(_easter(year), int(rule[6:] or 0))
    if "-" in rule and " " not in rule:
        month, day = map(int, rule.split("-"))
        return Day(year, month, day)
    month, which, wanted, *extra = map(int, rule.split())
    if which > 0:
        first = Day(year, month, 1)
        return add_days(first, (wanted - weekday(first)) % 7 + 7 * (which - 1) + sum(extra))
    last = Day(year, month, month_length(year, month))
    return add_days(last, -((weekday(last) - wanted) % 7) + 7 * (which + 1))


def _easter(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return Day(year, month, day + 1)
