"""The shape of the story: events a month as bars, articles a month as a line beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.model.calendar import iso_year
from generator.model.edtf import Edtf
from generator.model.event import Event
from generator.stages.website.site import Site
from generator.stages.website.when import Slot, slot

STEPS = 24
"""Bars come in so many lengths, each a class of the stylesheet: a strict policy forbids inline styles."""
MAX_YEARS = 20
"""More years than this are drawn a row a decade and a bar a year."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One month, or one year of a decade."""

    key: str
    events: int
    """Length of the bar, 0 to `STEPS`."""
    articles: int


@dataclass(frozen=True, slots=True)
class BarGroup:
    """Neighbouring bars under one link: a month's own would be too narrow for a finger (WCAG 2.5.8 asks 24 px)."""

    label: str
    path: str
    """The first band among them with events; empty for none."""
    bars: tuple[Bar, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing is drawn."""
        return not any(bar.events or bar.articles for bar in self.bars)


@dataclass(frozen=True, slots=True)
class BarRow:
    """A year in four groups of three months, or a decade in five of two years."""

    label: str
    path: str
    groups: tuple[BarGroup, ...]
    gap: str = ""
    """What to say of the years left out before this one."""


@dataclass(frozen=True, slots=True)
class Density:
    """The strip."""

    rows: tuple[BarRow, ...]
    events: str
    articles: str
    """What the bars and the lines stand for, with how much the largest of them: `events a month, at most 28`."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Events and articles by band, and the bands the page itself shows."""

    events: Counter[Slot]
    articles: Counter[Slot]
    here: frozenset[Slot]
    site: Site

    def group(self, slots: tuple[Slot, ...], label: str, tops: tuple[int, int]) -> BarGroup:
        """The bars of some slots under one link, named `January to March 2025: 12 events, 3 articles`."""
        words = self.site.words
        said = words.say(
            "density.bar",
            when=label,
            events=words.count("events", sum(self.events[where] for where in slots)),
            articles=words.count("articles", sum(self.articles[where] for where in slots)),
        )
        bars = tuple(
            Bar(where.key, _step(self.events[where], tops[0]), _step(self.articles[where], tops[1])) for where in slots
        )
        return BarGroup(said, next((path for path in map(self.path, slots) if path), ""), bars)

    def path(self, where: Slot) -> str:
        """Where a month or a year is told: on this page, or among all events; empty without events."""
        if not where.month:
            return self.year_path(where.year)
        if where in self.here:
            return f"#{where.key}"
        return self.site.path_of_slot.get(where, "") if self.events[where] else ""

    def year_path(self, year: int) -> str:
        """The year's band on this page, or its first among all events; empty for a year with articles only."""
        if any(where.year == year for where in self.here):
            return f"#y{iso_year(year)}"
        return self.site.path_of_year.get(year, "")


def make_density(site: Site, shown: Iterable[Event]) -> Density:
    """The strip of all events; bars lead to bands on the page itself where `shown` has an event there."""
    tally = Tally(
        Counter(slot(event.date) for event in site.timeline.events if event.date),
        Counter(slot(result.article.dct) for result in site.results if result.article.dct),
        frozenset(slot(event.date) for event in shown if event.date),
        site,
    )
    months = [where for where in (*tally.events, *tally.articles) if where.month]
    years = sorted({where.year for where in months})
    long = len(years) > MAX_YEARS
    if long:
        tally = replace(tally, events=_yearly(tally.events), articles=_yearly(tally.articles))
    rows = _decades(years, tally) if long else _years(years, tally)
    keys = ("year_events", "year_articles") if long else ("key_events", "key_articles")
    said = (
        site.words.say(f"density.{key}", n=site.words.number(_top(counts)))
        for key, counts in zip(keys, (tally.events, tally.articles), strict=True)
    )
    return Density(tuple(rows), *said)


def _years(years: list[int], tally: Tally) -> Iterator[BarRow]:
    """Twelve bars a year; years without anything are left out and said."""
    words = tally.site.words
    tops = _top(tally.events), _top(tally.articles)
    for before, year in zip((None, *years), years, strict=False):
        groups = []
        for first in range(1, 13, 3):
            slots = tuple(Slot(year, month) for month in range(first, first + 3))
            groups.append(tally.group(slots, words.date(Edtf(f"{slots[0].key}/{slots[-1].key}")), tops))
        empty = year - before - 1 if before is not None else 0
        gap = words.count("density_gap", empty) if empty else ""
        yield BarRow(words.date(Edtf(iso_year(year))), tally.year_path(year), tuple(groups), gap)


def _decades(years: list[int], tally: Tally) -> Iterator[BarRow]:
    """A bar a year, for histories."""
    words = tally.site.words
    tops = _top(tally.events), _top(tally.articles)
    for decade in sorted({year // 10 * 10 for year in years}):
        groups = []
        for first in range(decade, decade + 10, 2):
            slots = (Slot(first, 0), Slot(first + 1, 0))
            groups.append(tally.group(slots, words.date(Edtf(f"{slots[0].key}/{slots[-1].key}")), tops))
        path = next((group.path for group in groups if group.path), "")
        yield BarRow(words.date(Edtf(iso_year(decade))), path, tuple(groups))


def _top(counts: Counter[Slot]) -> int:
    fine = [number for where, number in counts.items() if where.month]
    return max(fine or counts.values(), default=1)


def _yearly(counts: Counter[Slot]) -> Counter[Slot]:
    totals: Counter[Slot] = Counter()
    for where, number in counts.items():
        totals[Slot(where.year, 0)] += number
    return totals


def _step(number: int, top: int) -> int:
    return max(1, round(number / top * STEPS)) if number else 0
