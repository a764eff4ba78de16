"""Extended Date/Time Format values (ISO 8601-2:2019): parse, compare, bound, and say in words.

Covers level 1 and the part of level 2 that articles on a war need:
`2025-01-27`, `2025-01`, `2025`, `199X`, `19XX`, `2025-01-XX`, `2025-21` (seasons 21 to 24, quarters 33 to 36,
halves 40 and 41), `2025-01-27T05:34`, qualifiers `~ ? %`, intervals `a/b`, `a/..`, `../b`, sets `[a,b]`,
`[a..b]`, `[a..]`, `[..b]`, years before the common era (`-0489` is 490 BC).

Instant or extent. A plain date, a month, a season and every set in brackets is an *instant*: something that
happened once, somewhere in that window. An interval with a slash is an *extent*: something that lasted.
The one exception is a part of a month, year, decade or century: "late January 2025" is written
`2025-01-21~/2025-01-31~`, which every EDTF reader knows (qualifiers inside a set they do not). Thirds with a tilde
at both ends count as an instant in an approximate window; without them it is the extent "21 to 31 January".
The week of 20 January is `[2025-01-20..2025-01-26]`, Monday to Sunday.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from generator.model.calendar import Day, is_day, iso_year, month_length, ordinal, weekday
from generator.model.record import record

__all__ = ["Day", "Edtf", "Kind", "Precision", "compatible", "in_words", "parse_edtf", "refines", "sort_key"]

Precision = Literal[
    "minute", "day", "days", "week", "part-month", "month", "season", "year", "decade", "century", "range", "open"
]
Kind = Literal["instant", "extent"]

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""Months of the northern seasons; winter 2024 is December 2024 to February 2025."""
PARTS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}

_POINT = re.compile(
    r"(-?)(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?"
    r"(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?([~?%]?)"
)


class Point(NamedTuple):
    """One end of a value: its first and last day, how fine it is, its time of day and qualifier."""

    first: Day
    last: Day
    precision: Precision
    time: str
    qualifier: str
    text: str


class Parsed(NamedTuple):
    """The shape of a value: one point, or a pair of ends (None is an open end), or a list."""

    form: Literal["point", "interval", "window", "list"]
    points: tuple[Point | None, ...]


@record(frozen=True, slots=True)
class Edtf:
    """One EDTF value; `text` is its canonical string. Make one with `parse_edtf`."""

    text: str

    def __str__(self) -> str:
        return self.text

    @property
    def earliest(self) -> Day | None:
        """The first day it can mean; None when open."""
        first = parsed(self.text).points[0]
        return first.first if first else None

    @property
    def latest(self) -> Day | None:
        """The last day it can mean; None when open."""
        last = parsed(self.text).points[-1]
        return last.last if last else None

    @property
    def kind(self) -> Kind:
        """`extent` for an interval (it lasted), `instant` for everything else (once, in the window)."""
        form, points = parsed(self.text)
        return "extent" if form == "interval" and not _part_name(points[0], points[-1]) else "instant"

    @property
    def precision(self) -> Precision:
        """How fine it is."""
        return _precision(parsed(self.text))

    @property
    def year(self) -> int | None:
        """The year both ends lie in; None when open or wider than a year."""
        first, last = self.earliest, self.latest
        return first.year if first and last and first.year == last.year else None

    @property
    def approximate(self) -> bool:
        """Whether any part carries `~` or `%`."""
        return "~" in self.text or "%" in self.text

    @property
    def uncertain(self) -> bool:
        """Whether any part carries `?` or `%`."""
        return "?" in self.text or "%" in self.text

    @property
    def day(self) -> Day | None:
        """The day, when it is exactly one; None otherwise."""
        first = self.earliest
        return first if first and first == self.latest else None


def parse_edtf(text: str) -> Edtf:
    """Read an EDTF string; raises ValueError when it is none this project knows, or its ends are reversed."""
    clean = text.strip()
    parsed(clean)
    return Edtf(clean)


@lru_cache(maxsize=65536)
def parsed(text: str) -> Parsed:
    """The shape of an EDTF string; raises ValueError."""
    if text.startswith("[") and text.endswith("]"):
        return _parse_set(text[1:-1])
    if "/" in text:
        start, _, end = text.partition("/")
        return _bounded("interval", _end(start), _end(end), text)
    return Parsed("point", (_point(text),))


def _parse_set(inner: str) -> Parsed:
    if ".." in inner:
        start, _, end = inner.partition("..")
        return _bounded("window", _end(start), _end(end), inner)
    points = tuple(_point(part.strip()) for part in inner.split(","))
    if list(points) != sorted(points, key=lambda point: point.first):
        raise ValueError(f"the dates of [{inner}] are not in order")
    return Parsed("list", points)


def _bounded(form: Literal["interval", "window"], start: Point | None, end: Point | None, text: str) -> Parsed:
    if start is None and end is None:
        raise ValueError(f"{text!r} is open at both ends")
    if start and end and start.first > end.last:
        raise ValueError(f"{text!r} ends before it begins")
    return Parsed(form, (start, end))


def _end(text: str) -> Point | None:
    return None if text.strip() in {"", ".."} else _point(text.strip())


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not a date in EDTF")
    sign, year, month, day, hour, minute, _second, zone, qualifier = match.groups()
    if hour is not None:
        if day in {None, "XX"} or "X" in year or int(hour) > 24 or int(minute or 0) > 59:
            raise ValueError(f"{text!r} has a time that is none")
        time = f"{hour}:{minute or '00'}" + (zone or "")
        first, _, _ = _bounds(sign, year, month, day, text)
        return Point(first, first, "minute", time, qualifier, text)
    first, last, precision = _bounds(sign, year, month, day, text)
    return Point(first, last, precision, "", qualifier, text)


def _bounds(
    sign: str, year: str, month: str | None, day: str | None, text: str
) -> tuple[Day, Day, Precision]:
    if "X" in year:
        if month is not None:
            raise ValueError(f"{text!r} has a month but no year")
        return _wide_bounds(sign, year)
    number = int(sign + year)
    if month is None or month == "XX":
        if day not in {None, "XX"}:
            raise ValueError(f"{text!r} has a day but no month")
        return Day(number, 1, 1), Day(number, 12, 31), "day" if day else "month" if month else "year"
    part = int(month)
    if part in SEASONS or part in PARTS:
        if day is not None:
            raise ValueError(f"{text!r} has a day of a season")
        return _part_bounds(number, part)
    if day is None or day == "XX":
        if not 1 <= part <= 12:
            raise ValueError(f"{text!r}: there is no month {part}")
        last = Day(number, part, month_length(number, part))
        return Day(number, part, 1), last, "month"
    if not is_day(number, part, int(day)):
        raise ValueError(f"{text!r}: there is no such day")
    only = Day(number, part, int(day))
    return only, only, "day"


def _wide_bounds(sign: str, year: str) -> tuple[Day, Day, Precision]:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if sign:
        low, high = -high, -low
    return Day(low, 1, 1), Day(high, 12, 31), "decade" if year.count("X") == 1 else "century"


def _part_bounds(year: int, part: int) -> tuple[Day, Day, Precision]:
    start, end = SEASONS.get(part) or PARTS[part]
    last_year, last_month = (year, end) if end <= 12 else (year + 1, end - 12)
    return Day(year, start, 1), Day(last_year, last_month, month_length(last_year, last_month)), "season"


def _precision(value: Parsed) -> Precision:
    start, end = value.points[0], value.points[-1]
    if start is None or end is None:
        return "open"
    if value.form == "point":
        return start.precision
    if value.form == "list":
        return "days" if all(point and point.precision == "day" for point in value.points) else "range"
    if _part_name(start, end):
        return "part-month" if start.precision == "day" else "season"
    days = ordinal(end.last) - ordinal(start.first)
    if value.form == "window" and days == 6 and weekday(start.first) == 0:
        return "week"
    fine = {"day", "minute"}
    return "days" if start.precision in fine and end.precision in fine and days <= 31 else "range"


def _part_name(start: Point | None, end: Point | None) -> str:
    """early, mid or late, for an approximate window inside one month, year, decade or century."""
    if start is None or end is None or (start.qualifier, end.qualifier) != ("~", "~"):
        return ""
    return _THIRDS.get(_third(start, end), "")


_THIRDS = {0: "early", 1: "mid", 2: "late"}


def _third(start: Point, end: Point) -> int:
    """Which third of the next larger period the window is made for; -1 for none."""
    low, high = start.first, end.last
    if start.precision == "day" and low[:2] == high[:2]:
        ends = {(1, 10): 0, (11, 20): 1, (21, month_length(*high[:2])): 2}
        return ends.get((low.day, high.day), -1)
    if start.precision == "month" and low.year == high.year:
        return {(1, 4): 0, (5, 8): 1, (9, 12): 2}.get((low.month, high.month), -1)
    if start.precision != "year" or low.year < 0:
        return -1
    if low.year // 10 == high.year // 10:
        return {(0, 3): 0, (4, 6): 1, (7, 9): 2}.get((low.year % 10, high.year % 10), -1)
    same = low.year // 100 == high.year // 100
    return {(0, 32): 0, (33, 65): 1, (66, 99): 2}.get((low.year % 100, high.year % 100), -1) if same else -1


def compatible(a: Edtf, b: Edtf) -> bool:
    """Whether both can tell of one moment: their windows share a day."""
    return _not_after(a.earliest, b.latest) and _not_after(b.earliest, a.latest)


def refines(a: Edtf, b: Edtf) -> bool:
    """Whether `a` says the same as `b` or more finely: its window lies inside."""
    starts = b.earliest is None or (a.earliest is not None and b.earliest <= a.earliest)
    ends = b.latest is None or (a.latest is not None and a.latest <= b.latest)
    return starts and ends


def _not_after(first: Day | None, last: Day | None) -> bool:
    return first is None or last is None or first <= last


def sort_key(value: Edtf) -> tuple[int, int, str]:
    """Orders a timeline: by earliest day (the latest where the start is open), the wider first, then the
    time of day and the text, so that the order never depends on anything else."""
    start, end = value.earliest or value.latest, value.latest
    assert start is not None  # noqa: S101  # parse_edtf admits no value open at both ends
    width = ordinal(end) - ordinal(start) if end else 10**9
    return ordinal(start), -width, value.text


def in_words(value: Edtf, words: Mapping[str, Any]) -> str:
    """Say the value to people: "late January 2025", "by 22 March 2025", "23 to 30 January 2025".

    `words` is the table `[date]` of a theme's strings: month names and phrase templates.
    """
    form, points = parsed(value.text)
    start, end = points[0], points[-1]
    if form == "list":
        return _list(points, words)
    if start is None or end is None:
        name = {"interval": ("until", "since"), "window": ("by", "or_later")}[form][end is None]
        return str(words[name]).format(date=_say(start or end, words))  # type: ignore[arg-type]  # one is a point
    if form == "point":
        return _say(start, words)
    part = _part_name(start, end) if form == "interval" else ""
    if part:
        return str(words[part]).format(date=_say(_parent(start, end), words))
    if _precision(Parsed(form, points)) == "week":
        return str(words["week"]).format(date=_say(start, words))
    return _pair(start, end, "range" if form == "interval" else "between", words)


def _list(points: tuple[Point | None, ...], words: Mapping[str, Any]) -> str:
    """One of several dates: "9 or 10 March 2025"."""
    found = [point for point in points if point]
    if len(found) == 2:
        return _pair(found[0], found[1], "or", words)
    return str(words["list_separator"]).join(_say(point, words) for point in found)


def _parent(start: Point, end: Point) -> Point:
    """The month, year, decade or century that an early, mid or late window is part of."""
    year = iso_year(start.first.year)
    if start.precision == "day":
        return _point(f"{year}-{start.first.month:02d}")
    if start.precision == "month":
        return _point(year)
    if start.first.year // 10 == end.first.year // 10:
        return _point(year[:-1] + "X")
    return _point(year[:-2] + "XX")


def _say(point: Point, words: Mapping[str, Any]) -> str:
    base = _say_base(point, words)
    if point.time:
        base = str(words["time"]).format(date=base, time=point.time)
    name = {"~": "around", "?": "uncertain", "%": "around_uncertain"}.get(point.qualifier)
    return str(words[name]).format(date=base) if name else base


def _say_base(point: Point, words: Mapping[str, Any]) -> str:
    first, core = point.first, point.text.rstrip("~?%")
    year = _year_words(first.year, words)
    month = words["months"][first.month - 1]
    if point.precision == "season":
        return str(words["parts"][core[-2:]]).format(year=year)
    if point.precision == "decade":
        return str(words["decade"]).format(year=core.strip("-").replace("X", "0"))
    if point.precision == "century":
        return str(words["century"]).format(year=core.strip("-").replace("X", "0"))
    if point.precision == "year" or "-XX-XX" in core or (core.endswith("-XX") and first.month != point.last.month):
        return year
    if point.precision == "month":
        return str(words["month"]).format(month=month, year=year)
    return str(words["day"]).format(day=first.day, month=month, year=year)


def _year_words(year: int, words: Mapping[str, Any]) -> str:
    return str(year) if year > 0 else str(words["bce"]).format(year=1 - year)


def _pair(start: Point, end: Point, name: str, words: Mapping[str, Any]) -> str:
    """Two dates with what they share said once: "9 or 10 March 2025", "28 January to 3 February 2025"."""
    plain = start.precision == end.precision and not (start.qualifier + start.time + end.qualifier + end.time)
    first = _say(start, words)
    if plain and start.first.year == end.first.year:
        month = words["months"][start.first.month - 1]
        if start.precision == "day":
            same = start.first.month == end.first.month
            template = words["day_alone"] if same else words["day_month"]
            first = str(template).format(day=start.first.day, month=month)
        elif start.precision == "month":
            first = str(words["month_alone"]).format(month=month)
    return str(words[name]).format(start=first, end=_say(end, words))
