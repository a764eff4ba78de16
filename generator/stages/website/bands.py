"""Lists in bands: years, months in them, coarse dates in a strip at the head, gaps said in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from generator.model.calendar import iso_year
from generator.model.edtf import Edtf
from generator.model.event import Event
from generator.stages.website.rows import EventRow, event_row
from generator.stages.website.site import Site
from generator.stages.website.when import SHAPES, Slot, is_coarse, slot

GAP_MONTHS = 3
"""So many months without an event are worth saying."""


@dataclass(frozen=True, slots=True)
class Note:
    """What lies between two bands: a silence, or events told elsewhere."""

    text: str
    year: int
    """The year in which it begins."""
    path: str = ""


@dataclass(frozen=True, slots=True)
class MonthBand:
    """A month of a list."""

    key: str
    label: str
    count: str
    path: str
    """The month among all events, where this list leaves some out; empty where it is complete."""
    strip_label: str
    strip: tuple[EventRow, ...]
    rows: tuple[EventRow, ...]
    note: Note | None = None
    """Stands before the band."""


@dataclass(frozen=True, slots=True)
class YearBand:
    """A year of a list; its strip holds what is dated no finer than the year."""

    key: str
    label: str
    count: str
    strip_label: str
    strip: tuple[EventRow, ...]
    months: tuple[MonthBand, ...]
    note: Note | None = None
    """Stands before the year: a silence, or events told elsewhere, that began before it."""


@dataclass(frozen=True, slots=True)
class Bands:
    """A whole list."""

    years: tuple[YearBand, ...] = ()
    undated: tuple[EventRow, ...] = ()
    undated_count: str = ""

    @property
    def shapes(self) -> tuple[str, ...]:
        """The marker shapes of the list, in the order of the legend."""
        used = {row.marker for row in self._rows()}
        return tuple(shape for shape in SHAPES if shape in used)

    def _rows(self) -> Iterator[EventRow]:
        for year in self.years:
            yield from year.strip
            for month in year.months:
                yield from (*month.strip, *month.rows)
        yield from self.undated


@dataclass(frozen=True, slots=True)
class Whole:
    """Against what a list is complete or not: how many events each band has in all."""

    counts: Counter[Slot] = field(default_factory=Counter)

    def of_year(self, year: int) -> int:
        """How many events a year has, its months and those dated no finer than the year."""
        return sum(number for where, number in self.counts.items() if where.year == year)

    def between(self, before: Slot, after: Slot) -> list[Slot]:
        """The months with events strictly between two months, in order."""
        return sorted(where for where in self.counts if where.month and before < where < after)


def whole_of(events: Iterable[Event]) -> Whole:
    """Counts of all events by band."""
    return Whole(Counter(slot(event.date) for event in events if event.date))


def make_bands(events: Iterable[Event], site: Site, whole: Whole | None = None) -> Bands:
    """Events, in the timeline's order, set in bands. With `whole`, the list is a choice among all events and
    says what it leaves out."""
    everything = tuple(events)
    dated = sorted(((slot(event.date), event) for event in everything if event.date), key=lambda pair: pair[0])
    undated = tuple(event_row(event, site) for event in everything if event.date is None)
    years: list[YearBand] = []
    last: Slot | None = None
    for year, group in groupby(dated, key=lambda pair: pair[0].year):
        band, last = _year(year, list(group), site, whole, last)
        years.append(band)
    return Bands(tuple(years), undated, site.words.count("events", len(undated)))


def _year(
    year: int, pairs: list[tuple[Slot, Event]], site: Site, whole: Whole | None, last: Slot | None
) -> tuple[YearBand, Slot | None]:
    strip = tuple(event_row(event, site) for where, event in pairs if not where.month)
    months: list[MonthBand] = []
    before: Note | None = None
    for where, group in groupby((pair for pair in pairs if pair[0].month), key=lambda pair: pair[0]):
        note = _note(last, where, site, whole) if last else None
        if note and note.year < year:
            before, note = note, None
        months.append(_month(where, [event for _, event in group], site, whole, note))
        last = where
    label = site.words.date(Edtf(iso_year(year)))
    band = YearBand(
        key=iso_year(year),
        label=label,
        count=_count(len(pairs), whole.of_year(year) if whole else len(pairs), site),
        strip_label=site.words.say("band.some_time", when=label),
        strip=strip,
        months=tuple(months),
        note=before,
    )
    return band, last


def _count(shown: int, total: int, site: Site) -> str:
    """How many events a band shows, of how many."""
    count = site.words.count("events", total)
    return site.words.say("band.shown_of", shown=site.words.number(shown), all=count) if total > shown else count


def _month(where: Slot, events: list[Event], site: Site, whole: Whole | None, note: Note | None) -> MonthBand:
    words = site.words
    label = words.date(Edtf(where.key))
    strip, rest = _parted(events)
    total = whole.counts[where] if whole else len(events)
    return MonthBand(
        key=where.key,
        label=label,
        count=_count(len(events), total, site),
        path=site.path_of_slot.get(where, "") if total > len(events) else "",
        strip_label=words.say("band.some_time", when=label),
        strip=tuple(event_row(event, site) for event in strip),
        rows=tuple(event_row(event, site) for event in rest),
        note=note,
    )


def _parted(events: list[Event]) -> tuple[list[Event], list[Event]]:
    """Events no finer than the month, and the others."""
    strip = [event for event in events if event.date and is_coarse(event.date)]
    return strip, [event for event in events if not (event.date and is_coarse(event.date))]


def _note(before: Slot, after: Slot, site: Site, whole: Whole | None) -> Note | None:
    """What to say between two months: further events told elsewhere, or a long silence."""
    hidden = whole.between(before, after) if whole else []
    if hidden and whole:
        number = sum(whole.counts[where] for where in hidden)
        first, last = hidden[0], hidden[-1]
        when = site.words.date(Edtf(first.key if first == last else f"{first.key}/{last.key}"))
        text = site.words.count("further_events", number, when=when)
        return Note(text, first.year, site.path_of_slot.get(first, ""))
    empty = (after.year - before.year) * 12 + after.month - before.month - 1
    if whole is None or empty < GAP_MONTHS:
        return None
    return Note(_silence(empty, site), before.year + before.month // 12)


def _silence(months: int, site: Site) -> str:
    """A gap in words: months up to two years, then years."""
    if months % 12 == 0:
        return site.words.count("gap_years", months // 12)
    if months < 24:
        return site.words.count("gap_months", months)
    return site.words.count("gap_years_more", months // 12)
