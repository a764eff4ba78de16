"""Lanes: events by actor, place or type along a time axis; a bar is as long as its date is wide.

Two drawings are made, one lying for wide pages and one turned on end for phones; the style sheet shows one. Both
are followed by the same events as a list, which is what a screen reader gets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.calendar import iso_year, ordinal
from generator.model.edtf import Edtf, parse_edtf
from generator.model.event import Event
from generator.stages.website.page import Page
from generator.stages.website.rows import EventRow, event_row
from generator.stages.website.site import Facet, Site
from generator.stages.website.timescale import Tick, TimeScale, Window
from generator.stages.website.years import Link

KINDS = (("actors", "lanes.html"), ("places", "lanes-places.html"), ("types", "lanes-types.html"))
LANES, PHONE_LANES = 10, 3
MOST_BARS = 400
"""More bars than this are a smear: the most significant are drawn."""
LINE, ROW, LEAST = 7.0, 9.0, 6.0
"""Thickness of a bar, from one bar to the next, and the least length of a bar."""
MOST_ROWS = 9
ARROW = 24.0
"""Length of the arrow of a date that is open at one end."""
HUES = {
    "battle": 1, "explosion-remote-violence": 1, "violence-against-civilians": 2, "displacement": 2,
    "aid-humanitarian": 2, "territory-change": 3, "deployment": 3, "diplomacy-talks": 4, "agreement": 4,
    "sanctions": 5, "justice": 5, "protest-riot": 6, "statement": 7, "other": 7,
}  # fmt: skip
"""Families of event types: at most seven hues tell apart."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One event in a lane: where along the axis, on which row, and how it is drawn."""

    start: float
    length: float
    row: int
    shape: str
    """solid, faded, dashed, forward or back (open at that end)."""
    hue: int
    hollow: bool
    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A name with its bars; `top` is where it begins across the axis, `size` how much it takes there."""

    label: str
    lines: tuple[str, ...]
    path: str
    bars: tuple[Bar, ...]
    top: float
    size: float


@dataclass(frozen=True, slots=True)
class AxisTick:
    """A month's line on the axis."""

    at: float
    words: str
    year: bool
    """Whether a year, or what is drawn of it, begins here."""
    row: int
    """1 where its words stand above the others: the year before is too close."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: its lanes and axis. `down` is the one turned on end."""

    lanes: tuple[Lane, ...]
    ticks: tuple[AxisTick, ...]
    gaps: tuple[tuple[float, str], ...]
    length: float
    across: float
    down: bool


def lane_pages(site: Site) -> Iterator[Page]:
    """lanes.html by actor, lanes-places.html, lanes-types.html."""
    for kind, path in KINDS:
        yield Page(path, "lanes.html", _view(kind, path, site), nav="explore")


def _view(kind: str, path: str, site: Site) -> dict[str, object]:
    words = site.words
    facets = sorted(site.facets[kind], key=lambda facet: -len(facet.events))[:LANES]
    shown = _shown(facets)
    families = {HUES[event.type] for facet in facets for event in facet.events if event.id in shown}
    charts = [_chart(facets, shown, site, down=False), _chart(facets[:PHONE_LANES], shown, site, down=True)]
    drawn = {event.id for facet in facets for event in facet.events if event.date}
    return {
        "title": words.get(f"lanes.title_{kind}"),
        "choices": tuple(Link(words.get(f"lanes.by_{one}"), to, current=to == path) for one, to in KINDS),
        "charts": tuple(chart for chart in charts if chart),
        "outside": _outside(charts, shown, site),
        "part": words.say("lanes.part", shown=words.number(len(shown)), all=words.count("events", len(drawn)))
        if len(shown) < len(drawn)
        else "",
        "families": tuple((hue, words.get(f"lanes.family.{hue}")) for hue in sorted(families))
        if kind != "types"
        else (),
        "lists": tuple(_list(facet, shown, site) for facet in facets),
    }


def _outside(charts: Sequence[Chart | None], shown: frozenset[str], site: Site) -> str:
    """How many events lie before or after what is drawn."""
    drawn = {bar.path for chart in charts if chart for lane in chart.lanes for bar in lane.bars}
    missing = len(shown) - len(drawn)
    return site.words.count("lanes_outside", missing) if missing else ""


def _shown(facets: Sequence[Facet]) -> frozenset[str]:
    """Ids of the events to draw: all with a date, or the most significant."""
    dated = {event.id: event for facet in facets for event in facet.events if event.date}
    ranked = sorted(dated.values(), key=lambda event: (-event.significance, event.id))
    return frozenset(event.id for event in ranked[:MOST_BARS])


def _list(facet: Facet, shown: frozenset[str], site: Site) -> tuple[Link, tuple[EventRow, ...]]:
    """A lane in words: its name with a count, and its events."""
    rows = tuple(event_row(event, site) for event in facet.events if event.id in shown)
    return Link(facet.label, facet.path, site.words.count("events", len(facet.events))), rows


def _chart(facets: Sequence[Facet], shown: frozenset[str], site: Site, *, down: bool) -> Chart | None:
    windows = {event.id: window(event) for facet in facets for event in facet.events if event.id in shown}
    if not windows:
        return None
    scale = TimeScale(windows.values(), _length(windows) if down else 940.0)
    shown = frozenset(name for name in windows if scale.covers(windows[name]))
    lanes: list[Lane] = []
    top = 0.0
    for facet in facets:
        bars = _packed([event for event in facet.events if event.id in shown], windows, scale, site)
        rows = max((bar.row for bar in bars), default=0) + 1
        size = 92.0 if down else max(rows * ROW + 14, 38.0)
        lanes.append(Lane(facet.label, _wrapped(facet.label, 12 if down else 17), facet.path, bars, top, size))
        top += size
    ticks = tuple(_ticks(scale, site, down=down))
    gaps = tuple((round(at, 1), _gap(months, site)) for at, months in scale.gaps())
    return Chart(tuple(lanes), ticks, gaps, round(scale.length, 1), round(top, 1), down)


def _gap(months: int, site: Site) -> str:
    if months < 24:
        return site.words.count("lanes_gap", months)
    return site.words.count("lanes_gap_years", round(months / 12))


def _length(windows: dict[str, Window]) -> float:
    """How long the axis turned on end should be: enough for its busiest stretches."""
    months = {first // 30 for first, _ in windows.values()}
    return float(min(max(360, 16 * len(months) + 80), 2400))


def window(event: Event) -> Window:
    """The days an event's bar covers; where the reports differ on the date, all that any of them gives."""
    date = event.date
    assert date is not None  # noqa: S101  # only dated events are drawn
    first, last = date.earliest or date.latest, date.latest or date.earliest
    assert first is not None and last is not None  # noqa: S101  # EDTF has no date open at both ends
    ends = [(ordinal(first), ordinal(last)), *(_days(other) for other in disputed_dates(event))]
    return min(start for start, _ in ends), max(end for _, end in ends)


def _days(value: Edtf) -> Window:
    first, last = value.earliest or value.latest, value.latest or value.earliest
    assert first is not None and last is not None  # noqa: S101  # EDTF has no date open at both ends
    return ordinal(first), ordinal(last)


def disputed_dates(event: Event) -> list[Edtf]:
    """The dates the reports give where they differ."""
    values = [version.value for one in event.disagreements if one.field == "date" for version in one.versions]
    found = []
    for value in values:
        try:
            found.append(parse_edtf(value))
        except ValueError:  # a version may say in words that no date was given
            continue
    return found


def _shape(event: Event) -> str:
    date = event.date
    if date is None or disputed_dates(event):
        return "dashed"
    if date.precision == "open":
        return "forward" if date.latest is None else "back"
    return "faded" if date.approximate else "solid"


def _packed(events: Sequence[Event], windows: dict[str, Window], scale: TimeScale, site: Site) -> tuple[Bar, ...]:
    """Bars put on the first row where they touch no other."""
    ends: list[float] = []
    bars: list[Bar] = []
    for event in sorted(events, key=lambda event: (windows[event.id], event.id)):
        start, end = scale.at(windows[event.id][0]), scale.at(windows[event.id][1] + 1)
        start, end = _opened(event, start, max(end, start + LEAST))
        row = next((row for row, taken in enumerate(ends) if taken <= start - 1), len(ends))
        if row == len(ends) and row < MOST_ROWS:
            ends.append(0.0)
        row = min(row, MOST_ROWS - 1)
        ends[row] = max(ends[row], end)
        bars.append(_bar(event, (start, end), row, site))
    return tuple(bars)


def _opened(event: Event, start: float, end: float) -> tuple[float, float]:
    """Room for the arrow of a date open at one end."""
    shape = _shape(event)
    return max(start - ARROW, 0) if shape == "back" else start, end + ARROW if shape == "forward" else end


def _bar(event: Event, ends: tuple[float, float], row: int, site: Site) -> Bar:
    assert event.date is not None  # noqa: S101  # only dated events are drawn
    return Bar(
        start=round(ends[0], 1),
        length=round(ends[1] - ends[0], 1),
        row=row,
        shape=_shape(event),
        hue=HUES[event.type],
        hollow=event.status != "happened",
        label=site.words.say("lanes.bar", when=site.words.date(event.date), title=event.title),
        path=site.event_path(event),
    )


def _ticks(scale: TimeScale, site: Site, *, down: bool) -> Iterator[AxisTick]:
    """Every month as a line; years named first, then months where there is room between the names."""
    ticks = scale.ticks()
    begins = {stretch.start for stretch in scale.stretches}
    years = [tick for tick in ticks if tick.month == 1 or tick.at in begins]
    named = _in_one_row(years, 15.0) if down else _in_two_rows(years, 34.0)
    low = [at for at, row in named.items() if not row]
    for tick in ticks:
        year = tick.month == 1 or tick.at in begins
        if not year and all(abs(tick.at - other) >= (15.0 if down else 34.0) for other in low):
            named[tick.at] = 0
            low.append(tick.at)
        words = _year(tick.year, site) if year else _month(tick.month, site)
        yield AxisTick(round(tick.at, 1), words if tick.at in named else "", year, named.get(tick.at, 0))


def _in_one_row(years: Sequence[Tick], room: float) -> dict[float, int]:
    """Which years have room for their name: one that begins in January before one that does not."""
    named: dict[float, int] = {}
    for tick in sorted(years, key=lambda tick: (tick.month != 1, tick.at)):
        if all(abs(tick.at - other) >= room for other in named):
            named[tick.at] = 0
    return named


def _in_two_rows(years: Sequence[Tick], room: float) -> dict[float, int]:
    """The same with a second row above, for a name that has no room on the first."""
    named: dict[float, int] = {}
    ends = [-room, -room]
    for tick in years:
        for row in (0, 1):
            if tick.at - ends[row] >= room and tick.at not in named:
                named[tick.at] = row
                ends[row] = tick.at
    return named


def _year(year: int, site: Site) -> str:
    return site.words.date(Edtf(iso_year(year)))


def _month(number: int, site: Site) -> str:
    return site.words.get(f"lanes.months.{number}")


def _wrapped(text: str, width: int) -> tuple[str, ...]:
    """The label on at most two lines."""
    if len(text) <= width:
        return (text,)
    head = text[: width + 1].rsplit(" ", 1)[0][:width]
    tail = text[len(head) :].strip()
    return (head, tail if len(tail) <= width else tail[: width - 1].rstrip() + "…")
