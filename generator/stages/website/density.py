"""The shape of the story: events a month as bars, articles a month as a line beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.calendar import iso_year
from generator.model.edtf import Edtf
from generator.model.event import Event
from generator.stages.website.site import Site
from generator.stages.website.when import Slot, slot

STEPS = 24
"""Bars come in so many lengths, each a class of the stylesheet: a strict policy forbids inline styles."""
MAX_YEARS = 20
"""More years than this are drawn a bar a year."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One month (or year): its name for those who do not see it, its lengths, where it leads."""

    label: str
    path: str
    events: int
    """Length of the bar, 0 to `STEPS`."""
    articles: int
    key: str


@dataclass(frozen=True, slots=True)
class BarYear:
    """A year with its bars."""

    label: str
    path: str
    bars: tuple[Bar, ...]
    gap: str = ""
    """What to say of the years left out before this one."""


@dataclass(frozen=True, slots=True)
class Density:
    """The strip; `by_year` tells that each bar is a year."""

    years: tuple[BarYear, ...]
    by_year: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """Events and articles by band, and the bands the page itself shows."""

    events: Counter[Slot]
    articles: Counter[Slot]
    here: frozenset[Slot]
    site: Site

    def label(self, where: Slot) -> str:
        """A bar's name: `January 2025: 12 events, 3 articles`."""
        words = self.site.words
        return words.say(
            "density.bar",
            when=words.date(Edtf(where.key)),
            events=words.count("events", self.events[where]),
            articles=words.count("articles", self.articles[where]),
        )

    def path(self, where: Slot) -> str:
        """Where a month's bar leads; empty without events."""
        if where in self.here:
            return f"#{where.key}"
        return self.site.path_of_slot.get(where, "") if self.events[where] else ""

    def year_path(self, year: int) -> str:
        """The year's band on this page, or among all events; empty for a year with articles only."""
        if any(where.year == year for where in self.here):
            return f"#y{iso_year(year)}"
        slots = sorted(where for where in self.site.path_of_slot if where and where.year == year)
        return self.site.path_of_slot[slots[0]] if slots else ""


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
    if len(years) > MAX_YEARS:
        return Density((_by_year(years, tally),), by_year=True)
    return Density(tuple(_by_month(years, tally)), by_year=False)


def _by_month(years: list[int], tally: Tally) -> Iterator[BarYear]:
    """Twelve bars a year; years without anything are left out and said."""
    top = max((number for where, number in tally.events.items() if where.month), default=1)
    top_articles = max((number for where, number in tally.articles.items() if where.month), default=1)
    for before, year in zip((None, *years), years, strict=False):
        bars = tuple(
            Bar(tally.label(where), tally.path(where), _step(tally.events[where], top),
                _step(tally.articles[where], top_articles), where.key)
            for where in (Slot(year, month) for month in range(1, 13))
        )  # fmt: skip
        empty = year - before - 1 if before is not None else 0
        gap = tally.site.words.count("density_gap", empty) if empty else ""
        yield BarYear(tally.site.words.date(Edtf(iso_year(year))), tally.year_path(year), bars, gap)


def _by_year(years: list[int], tally: Tally) -> BarYear:
    """A bar a year."""
    yearly = Tally(_yearly(tally.events), _yearly(tally.articles), tally.here, tally.site)
    top, top_articles = max(yearly.events.values(), default=1), max(yearly.articles.values(), default=1)
    bars = tuple(
        Bar(yearly.label(where), tally.year_path(where.year), _step(yearly.events[where], top),
            _step(yearly.articles[where], top_articles), where.key)
        for where in (Slot(year, 0) for year in years)
    )  # fmt: skip
    return BarYear("", "", bars)


def _yearly(counts: Counter[Slot]) -> Counter[Slot]:
    totals: Counter[Slot] = Counter()
    for where, number in counts.items():
        totals[Slot(where.year, 0)] += number
    return totals


def _step(number: int, top: int) -> int:
    return max(1, round(number / top * STEPS)) if number else 0
