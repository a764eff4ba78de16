"""The shape of the story: events a month as bars, articles a month as a line beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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


def make_density(site: Site, shown: Iterable[Event]) -> Density:
    """The strip of all events; bars lead to bands on the page itself where `shown` has an event there."""
    events = Counter(slot(event.date) for event in site.timeline.events if event.date)
    articles = Counter(slot(result.article.dct) for result in site.results if result.article.dct)
    here = {slot(event.date) for event in shown if event.date}
    years = sorted({where.year for where in (*events, *articles)})
    if len(years) > MAX_YEARS:
        return Density((_by_year(years, events, articles, here, site),), by_year=True)
    return Density(_by_month(years, events, articles, here, site), by_year=False)


def _by_month(
    years: list[int], events: Counter[Slot], articles: Counter[Slot], here: set[Slot], site: Site
) -> tuple[BarYear, ...]:
    top = max((number for where, number in events.items() if where.month), default=1)
    top_articles = max((number for where, number in articles.items() if where.month), default=1)
    made: list[BarYear] = []
    for before, year in zip((None, *years), years, strict=False):
        slots = [Slot(year, month) for month in range(1, 13)]
        bars = tuple(_bar(where, events[where], articles[where], (top, top_articles), here, site) for where in slots)
        empty = year - before - 1 if before is not None else 0
        gap = site.words.count("gap_years", empty) if empty else ""
        made.append(BarYear(site.words.date(Edtf(iso_year(year))), _year_path(year, here, site), bars, gap))
    return tuple(made)


def _by_year(
    years: list[int], events: Counter[Slot], articles: Counter[Slot], here: set[Slot], site: Site
) -> BarYear:
    all_events, all_articles = _yearly(events), _yearly(articles)
    tops = max(all_events.values(), default=1), max(all_articles.values(), default=1)
    bars = []
    for year in years:
        where = Slot(year, 0)
        bar = _bar(where, all_events[year], all_articles[year], tops, set(), site)
        bars.append(Bar(bar.label, _year_path(year, here, site), bar.events, bar.articles, bar.key))
    return BarYear("", "", tuple(bars))


def _yearly(counts: Counter[Slot]) -> Counter[int]:
    totals: Counter[int] = Counter()
    for where, number in counts.items():
        totals[where.year] += number
    return totals


def _year_path(year: int, here: set[Slot], site: Site) -> str:
    """The year's band on this page, or among all events; empty for a year with articles only."""
    if any(where.year == year for where in here):
        return f"#y{iso_year(year)}"
    slots = sorted(where for where in site.path_of_slot if where and where.year == year)
    return site.path_of_slot[slots[0]] if slots else ""


def _bar(
    where: Slot, events: int, articles: int, tops: tuple[int, int], here: set[Slot], site: Site
) -> Bar:
    words = site.words
    label = words.say(
        "density.bar",
        when=words.date(Edtf(where.key)),
        events=words.count("events", events),
        articles=words.count("articles", articles),
    )
    path = (f"#{where.key}" if where in here else site.path_of_slot.get(where, "")) if events else ""
    return Bar(label, path, _step(events, tops[0]), _step(articles, tops[1]), where.key)


def _step(number: int, top: int) -> int:
    return max(1, round(number / top * STEPS)) if number else 0
