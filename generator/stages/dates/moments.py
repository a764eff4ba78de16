"""Moments: a stretch of the calendar of a certain grain, and how TIMEX3 and EDTF write it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from generator.model.calendar import (
    Day,
    add_days,
    add_months,
    clamp,
    iso_week,
    iso_year,
    month_length,
    week_start,
)

Grain = Literal[
    "millennium", "century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day"
]
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_EDTF = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
SUB_YEARS = frozenset({"season", "quarter", "half"})
"""Grains whose EDTF is a number of its own after the year."""


class Moment(NamedTuple):
    """A stretch of the calendar; `n` is its month, quarter, half, week or (for a season) SP, SU, FA, WI."""

    grain: Grain
    year: int
    n: int | str = 0
    day: int = 0
    time: str = ""
    """What TIMEX3 writes after the T: `05:34`, `MO`, `NI`; empty without a time of day."""

    @property
    def first(self) -> Day:
        """Its first day."""
        return _first(self)

    @property
    def last(self) -> Day:
        """Its last day."""
        following = shift(self._replace(time=""), 1)
        return add_days(following.first, -1) if self.grain != "weekend" else add_days(self.first, 1)

    @property
    def month(self) -> int:
        """The month it begins in."""
        return self.first.month


def of_day(day: Day, time: str = "") -> Moment:
    """The moment that is one day."""
    return Moment("day", day.year, day.month, day.day, time)


def of_month(year: int, month: int) -> Moment:
    """The moment that is one month."""
    return Moment("month", year, month)


def containing(day: Day, grain: Grain) -> Moment:
    """The stretch of that grain which holds the day."""
    year, month = day.year, day.month
    if grain in {"week", "weekend"}:
        return Moment(grain, *iso_week(day))
    if grain == "season":
        name = ("WI", "SP", "SU", "FA")[month % 12 // 3]
        return Moment(grain, year - (month < 3), name)
    simple: dict[str, Moment] = {
        "day": of_day(day),
        "month": Moment("month", year, month),
        "quarter": Moment("quarter", year, (month + 2) // 3),
        "half": Moment("half", year, (month + 5) // 6),
        "decade": Moment("decade", decade_start(year)),
        "century": Moment("century", (year - 1) // 100 * 100 + 1),
    }
    return simple.get(grain, Moment("year", year))


def decade_start(year: int) -> int:
    """The first year of its decade; the 480s BC begin in 489 BC."""
    return year // 10 * 10 if year > 0 else 1 - ((1 - year) // 10 * 10 + 9)


def _first(moment: Moment) -> Day:
    grain, year, n = moment.grain, moment.year, moment.n
    if grain == "season":
        return Day(year, SEASON_MONTHS[str(n)], 1)
    number = int(n)
    if grain == "day":
        return Day(year, number, moment.day)
    if grain == "week":
        return week_start(year, number)
    if grain == "weekend":
        return add_days(week_start(year, number), 5)
    month = {"month": number, "quarter": 3 * number - 2, "half": 6 * number - 5}.get(grain, 1)
    return Day(year, month, 1)


def shift(moment: Moment, count: int) -> Moment:
    """The stretch of the same grain, `count` of them later."""
    grain, year = moment.grain, moment.year
    years = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
    if grain in years:
        return moment._replace(year=year + count * years[grain])
    if grain in {"week", "weekend"}:
        return containing(add_days(week_start(year, int(moment.n)), 7 * count), grain)
    if grain == "day":
        return of_day(add_days(moment.first, count), moment.time)
    if grain == "season":
        index = year * 4 + ("SP", "SU", "FA", "WI").index(str(moment.n)) + count
        return Moment(grain, index // 4, ("SP", "SU", "FA", "WI")[index % 4])
    per_year = {"month": 12, "quarter": 4, "half": 2}[grain]
    index = year * per_year + int(moment.n) - 1 + count
    return Moment(grain, index // per_year, index % per_year + 1)


def months_later(moment: Moment, count: int) -> Moment:
    """The same day or month, `count` months later."""
    year, month = add_months(moment.year, moment.month, count)
    if moment.grain == "day":
        return of_day(clamp(year, month, moment.day))
    return of_month(year, month)


def timex_year(year: int) -> str:
    """The year as TIMEX3 writes it: `1998`, `BC0490`."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def timex(moment: Moment) -> str:
    """The moment's TIMEX3 value."""
    year, n = timex_year(moment.year), moment.n
    grain = moment.grain
    if grain == "day":
        return f"{year}-{n:02d}-{moment.day:02d}" + (f"T{moment.time}" if moment.time else "")
    if grain == "decade":
        return year[:-1]
    if grain == "century":
        return f"{moment.year // 100:02d}" if moment.year > 0 else f"BC{-moment.year // 100:02d}"
    if grain == "millennium":
        return year[:-3]
    written: dict[str, str] = {
        "month": f"{year}-{n:02d}" if grain == "month" else "",
        "week": f"{year}-W{n:02d}" if grain in {"week", "weekend"} else "",
        "weekend": f"{year}-W{n:02d}-WE" if grain in {"week", "weekend"} else "",
        "quarter": f"{year}-Q{n}",
        "half": f"{year}-H{n}",
        "season": f"{year}-{n}",
    }
    return written.get(grain, year)


def edtf(moment: Moment) -> str:
    """The moment's EDTF string."""
    year, n, grain = iso_year(moment.year), moment.n, moment.grain
    if grain == "day":
        clock = moment.time if moment.time[:1].isdigit() and moment.time < "24" else ""
        return f"{moment.first}" + (f"T{clock}" if clock else "")
    if grain in {"week", "weekend"}:
        return f"[{moment.first}..{moment.last}]"
    if grain in {"decade", "century", "millennium"}:
        return _span_edtf(moment)
    if grain in {"quarter", "half"}:
        return f"{year}-{int(n) + (32 if grain == 'quarter' else 39)}"
    if grain == "season":
        return f"{year}-{_SEASON_EDTF[str(n)]}"
    return f"{year}-{n:02d}" if grain == "month" else year


def _span_edtf(moment: Moment) -> str:
    """A decade or century of our era has its own form; any other span is a window of years."""
    if moment.grain == "decade" and moment.year > 0:
        return iso_year(moment.year)[:-1] + "X"
    if moment.grain == "century" and moment.year > 0:
        return f"{moment.year // 100:02d}XX"
    return f"[{iso_year(moment.first.year)}..{iso_year(moment.last.year)}]"


def part_edtf(moment: Moment, part: str) -> str:
    """EDTF of the early, middle or late third (START, MID, END) of a month, year, decade or century; the
    tildes say that its bounds are approximate. See `generator.model.edtf`."""
    third = {"START": 0, "MID": 1, "END": 2}[part]
    year = iso_year(moment.year)
    if moment.grain == "month":
        last = month_length(moment.year, int(moment.n))
        low, high = ((1, 10), (11, 20), (21, last))[third]
        return f"{year}-{moment.n:02d}-{low:02d}~/{year}-{moment.n:02d}-{high:02d}~"
    if moment.grain == "year":
        low, high = ((1, 4), (5, 8), (9, 12))[third]
        return f"{year}-{low:02d}~/{year}-{high:02d}~"
    if moment.grain == "decade" and moment.year >= 0:
        low, high = ((0, 3), (4, 6), (7, 9))[third]
        return f"{iso_year(moment.year + low)}~/{iso_year(moment.year + high)}~"
    if moment.grain == "century" and moment.year > 0:
        low, high = ((0, 32), (33, 65), (66, 99))[third]
        base = moment.year // 100 * 100
        return f"{iso_year(base + low)}~/{iso_year(base + high)}~"
    if moment.grain in SUB_YEARS:
        return _months(moment, third)
    return edtf(moment) + ("~" if moment.grain == "day" and not moment.time else "")


def about_edtf(moment: Moment) -> str:
    """EDTF of a moment that is only about right. A season, quarter or half takes no qualifier of its own (ISO 8601-2
    qualifies dates, and other readers reject `1993-23~`): it becomes a window of its months."""
    if moment.grain in SUB_YEARS:
        return _window(*map(_month_number, (moment.first, moment.last)))
    plain = edtf(moment)
    return f"{plain}~" if plain[-1].isdigit() else plain


def _month_number(day: Day) -> int:
    return 12 * day.year + day.month - 1


def _months(moment: Moment, third: int) -> str:
    """The months of the early, middle or late third of a season, quarter or half."""
    first, last = map(_month_number, (moment.first, moment.last))
    length = (last - first + 1) // 3
    return _window(first + third * length, first + (third + 1) * length - 1)


def _window(low: int, high: int) -> str:
    """About one month, or some time in several."""
    first, last = (f"{iso_year(number // 12)}-{number % 12 + 1:02d}" for number in (low, high))
    return f"{first}~" if low == high else f"[{first}..{last}]"
