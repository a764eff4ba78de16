"""How an event's date is drawn: the gutter's numeral or words, the marker on the rail, the band it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.calendar import iso_year, ordinal, weekday
from generator.model.edtf import Day, Edtf, parsed
from generator.model.event import Event
from generator.stages.website.words import Words

FINE = frozenset({"minute", "day", "month"})
COARSE_YEAR = frozenset({"season", "year", "decade", "century"})
KNOWN_AS_SAID = frozenset({"stated", "front-matter", "override"})
BARS = (("bar-short", 4), ("bar-week", 10), ("bar-month", 45), ("bar-long", 10**9))
"""Marker shapes of several days, each with the longest stretch it stands for."""
SHAPES = ("day", "ring", "bar-short", "bar-week", "bar-month", "bar-long", "approximate", "open", "planned", "claimed",
          "denied", "split", "undated")  # fmt: skip
"""Every marker shape, in the order of the legend."""
STATUS_MARKERS = {"denied": "denied", "claimed": "claimed", "planned": "planned"}


@dataclass(frozen=True, slots=True)
class DateView:
    """A date as a page shows it."""

    words: str
    """The whole date in words: `27 January 2025`, `late January 2025`, `by 22 March 2025`."""
    numeral: str = ""
    """`27`, or `23–30` for days of one month; empty where only words are honest."""
    month: str = ""
    year: str = ""
    weekday: str = ""
    times: tuple[tuple[str, str], ...] = ()
    """(datetime attribute, words) for one point or for both ends; empty where HTML's <time> has no form for it."""
    edtf: str = ""
    dated: bool = True


def date_view(value: Edtf | None, latest: str | None, words: Words) -> DateView:
    """How to show a date; None is undated, known only to lie before `latest` (an ISO day) when that is given."""
    if value is None:
        text = words.get("date_view.undated")
        return DateView(text, dated=False)
    said = words.date(value)
    first, last = value.earliest, value.latest
    plain = not (value.approximate or value.uncertain)
    times = _times(value, words)
    if first and last and plain and value.precision in {"day", "minute", "days"}:
        month, year = words.month(first.month), _year(first)
        if first == last:
            day_name = words.weekday(weekday(first))
            return DateView(said, str(first.day), month, year, day_name, times, value.text)
        if first[:2] == last[:2] and parsed(value.text).form != "list":
            return DateView(said, f"{first.day}–{last.day}", month, year, "", times, value.text)
    return DateView(said, times=times, edtf=value.text)


def _times(value: Edtf, words: Words) -> tuple[tuple[str, str], ...]:
    made = []
    for point in dict.fromkeys(parsed(value.text).points):
        attribute = _attribute(point.text) if point else ""
        if point and attribute:
            made.append((attribute, words.date(Edtf(point.text))))
    return tuple(made)


def _attribute(text: str) -> str:
    """What HTML allows in <time datetime>: a year, month, day, or day with time; empty for anything else."""
    core = text.rstrip("~?%")
    if "X" in core or core.startswith(("-", "0000")):
        return ""
    if len(core) == 7 and not "01" <= core[5:] <= "12":
        return ""
    return core if len(core) in {4, 7, 10, 16} else ""


def _year(day: Day) -> str:
    return iso_year(day.year).lstrip("0") or "0"


def marker(event: Event) -> str:
    """The name of the marker shape: what is doubtful most decides."""
    if event.status in STATUS_MARKERS:
        return STATUS_MARKERS[event.status]
    if event.date is None:
        return "undated"
    if any(disagreement.field == "date" for disagreement in event.disagreements):
        return "split"
    return _date_marker(event.date, event.basis)


def _date_marker(date: Edtf, basis: str | None) -> str:
    """The shape of a date nobody disputes: by what is open or approximate, then by length, then by how it is known."""
    if date.precision == "open":
        return "open"
    if date.approximate:
        return "approximate"
    if date.kind == "extent" or date.precision in {"days", "range", "week", "part-month"}:
        return next(name for name, longest in BARS if _days(date) <= longest)
    stated = basis is None or basis in KNOWN_AS_SAID
    return "day" if stated and date.precision in {"day", "minute"} else "ring"


def _days(value: Edtf) -> int:
    first, last = value.earliest, value.latest
    return ordinal(last) - ordinal(first) + 1 if first and last else 0


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """Where a date stands in the bands; `month` 0 is the strip of dates no finer than the year."""

    year: int
    month: int

    @property
    def key(self) -> str:
        """The band's id: `2025-01`, or `2025`."""
        return f"{iso_year(self.year)}-{self.month:02d}" if self.month else iso_year(self.year)


def slot(value: Edtf) -> Slot:
    """The band of a date: that of its first day, or of its last where the start is open."""
    points = parsed(value.text).points
    point = points[0] or points[-1]
    assert point is not None  # noqa: S101  # parse_edtf admits no value open at both ends
    day = point.first if points[0] else point.last
    coarse = point.precision not in FINE or value.precision in COARSE_YEAR
    return Slot(day.year, 0 if coarse else day.month)


def is_coarse(value: Edtf) -> bool:
    """Whether the date is no finer than its band, so that it stands in the strip at the band's head."""
    return value.precision == "month" or slot(value).month == 0
