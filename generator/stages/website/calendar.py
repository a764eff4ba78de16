"""The calendar: a table of years by months, and a page a year with its days. A number in every cell; months without
articles look different from months without events, because silence is not peace."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.model.calendar import Day, iso_year, month_length, weekday
from generator.model.edtf import Edtf
from generator.model.event import Event
from generator.stages.website.page import Page
from generator.stages.website.site import Site
from generator.stages.website.when import Slot, slot
from generator.stages.website.years import Link

SHADES = 5
"""Steps of the one hue: the more events, the darker."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A month or a day. `shade` is 0 for no events, to `SHADES`; `silent` that no article was published in it."""

    number: str
    label: str
    path: str
    shade: int
    silent: bool = False
    day: str = ""
    """The day of the month, in the calendar of a year."""


@dataclass(frozen=True, slots=True)
class Row:
    """A year with its twelve months and what is dated no finer than the year; or several years of which no month is
    known."""

    label: str
    path: str
    cells: tuple[Cell, ...]
    coarse: Cell
    flat: bool
    """Nothing of it is known to the month, and no article was published in it: its months are not worth a cell each."""
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """A month as weeks of days; None stands before the first and after the last."""

    key: str
    label: str
    path: str
    count: str
    weeks: tuple[tuple[Cell | None, ...], ...]
    coarse: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted: events and articles by month, events by day."""

    events: Counter[Slot]
    articles: Counter[Slot]
    days: dict[Day, tuple[Event, ...]]


def calendar_pages(site: Site) -> Iterator[Page]:
    """calendar.html, and calendar/YYYY.html for every year with an event known to the day."""
    tally = _tally(site)
    detailed = sorted({day.year for day in tally.days})
    words = site.words
    view = {
        "title": words.get("calendar.title"),
        "months": [(words.month(number), words.get(f"lanes.months.{number}")) for number in range(1, 13)],
        "rows": tuple(_rows(tally, frozenset(detailed), site)),
        "shades": range(1, SHADES + 1),
        "undated": Link(words.count("undated", len(site.timeline.undated)), site.path_of_slot.get(None, "")),
    }
    yield Page("calendar.html", "calendar.html", view, nav="explore")
    for year in detailed:
        yield _year_page(year, detailed, tally, site)


def _tally(site: Site) -> Tally:
    days: dict[Day, list[Event]] = defaultdict(list)
    for event in site.timeline.events:
        if event.date and event.date.day:
            days[event.date.day].append(event)
    return Tally(
        Counter(slot(event.date) for event in site.timeline.events if event.date),
        Counter(slot(result.article.dct) for result in site.results if result.article.dct),
        {day: tuple(events) for day, events in days.items()},
    )


def _rows(tally: Tally, detailed: frozenset[int], site: Site) -> Iterator[Row]:
    """A row a year from the first with an event or article to the last. Empty years in a row become one line, and so do
    years of which no month is known."""
    years = sorted({where.year for where in (*tally.events, *tally.articles)})
    fine = {where.year for where in (*tally.events, *tally.articles) if where.month}
    fine |= {where.year for where in tally.articles}
    top = max((number for where, number in tally.events.items() if where.month), default=1)
    last: int | None = None
    for flat, group in groupby(years, key=lambda year: year not in fine):
        for first, end in _spans(list(group), flat=flat):
            missing = first - last - 1 if last is not None else 0
            gap = site.words.count("density_gap", missing) if missing else ""
            cells = () if flat else tuple(_month_cell(Slot(first, month), tally, top, site) for month in range(1, 13))
            coarse = _coarse_cell(first, end, tally, site)
            path = _year_path(first) if first in detailed else ""
            yield Row(_years(first, end, site), path, cells, coarse, flat, gap)
            last = end


def _spans(years: list[int], *, flat: bool) -> list[tuple[int, int]]:
    """First and last year of each row."""
    return [(years[0], years[-1])] if flat else [(year, year) for year in years]


def _years(first: int, last: int, site: Site) -> str:
    said = [site.words.date(Edtf(iso_year(year))) for year in (first, last)]
    return said[0] if first == last else site.words.say("calendar.span", first=said[0], last=said[1])


def _coarse_cell(first: int, last: int, tally: Tally, site: Site) -> Cell:
    """What is dated no finer than the year, in some years together."""
    words = site.words
    slots = [Slot(year, 0) for year in range(first, last + 1) if tally.events[Slot(year, 0)]]
    number = sum(tally.events[where] for where in slots)
    articles = sum(tally.articles[Slot(year, 0)] for year in range(first, last + 1))
    when = words.date(Edtf(iso_year(first) if first == last else f"{iso_year(first)}/{iso_year(last)}"))
    counts = words.count("events", number), words.count("articles", articles)
    label = words.say("density.bar", when=when, events=counts[0], articles=counts[1])
    path = site.path_of_slot.get(slots[0], "") if slots else ""
    return Cell(words.number(number) if number else "", label, path, 0)


def _year_path(year: int) -> str:
    return f"calendar/{iso_year(year)}.html"


def _month_cell(where: Slot, tally: Tally, top: int, site: Site) -> Cell:
    words = site.words
    number, articles = tally.events[where], tally.articles[where]
    label = words.say(
        "density.bar",
        when=words.date(Edtf(where.key)),
        events=words.count("events", number),
        articles=words.count("articles", articles),
    )
    path = site.path_of_slot.get(where, "") if number else ""
    return Cell(words.number(number) if number else "", label, path, _shade(number, top), silent=not articles)


def _shade(number: int, top: int) -> int:
    """Steps on a square-root scale, so that a burst does not wash out all the rest."""
    return max(1, round((number / top) ** 0.5 * SHADES)) if number else 0


def _year_page(year: int, detailed: Sequence[int], tally: Tally, site: Site) -> Page:
    words = site.words
    label = words.date(Edtf(iso_year(year)))
    view = {
        "title": words.say("calendar.year_title", year=label),
        "weekdays": [(words.weekday(number), words.weekday(number)[:1]) for number in range(7)],
        "months": tuple(
            _month(Slot(year, month), tally, site) for month in range(1, 13) if tally.events[Slot(year, month)]
        ),
        "years": tuple(Link(words.date(Edtf(iso_year(one))), _year_path(one), current=one == year) for one in detailed),
        "shades": range(1, SHADES + 1),
    }
    return Page(_year_path(year), "calendar_year.html", view, nav="explore")


def _month(where: Slot, tally: Tally, site: Site) -> Month:
    words = site.words
    days = [Day(where.year, where.month, number) for number in range(1, month_length(where.year, where.month) + 1)]
    top = max(len(events) for events in tally.days.values())
    cells: list[Cell | None] = [None] * weekday(days[0])
    cells += map(partial(_day_cell, tally=tally, top=top, site=site), days)
    cells += [None] * (-len(cells) % 7)
    exact = sum(len(tally.days.get(day, ())) for day in days)
    rest = tally.events[where] - exact
    return Month(
        where.key,
        words.date(Edtf(where.key)),
        site.path_of_slot.get(where, ""),
        words.count("events", tally.events[where]),
        tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7)),
        words.count("calendar_coarse", rest) if rest > 0 else "",
    )


def _day_cell(day: Day, tally: Tally, top: int, site: Site) -> Cell:
    """A day: one event leads to its page, several to the first of them in the list of all events."""
    words = site.words
    events = tally.days.get(day, ())
    if not events:
        return Cell("", "", "", 0, day=str(day.day))
    label = words.say("calendar.day", when=words.day(day), events=words.count("events", len(events)))
    path = site.event_path(events[0])
    if len(events) > 1:
        page = site.path_of_slot[slot(Edtf(str(day)))].partition("#")[0]
        path = f"{page}#e-{events[0].id}"
    return Cell(words.number(len(events)), label, path, _shade(len(events), top), day=str(day.day))
