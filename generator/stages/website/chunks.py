"""Split a long list of events by the calendar, so that no page grows without bound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.event import Event
from generator.stages.website.when import Slot, slot

SPARSE = 60
"""Neighbouring years stand on one page while they have no more events than this together."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """The events of one page. `key` is empty for a list that needs no splitting, else `1915-2010` (sparse years
    together), `2025`, `2025-01`, `2025-01-2` (the second part of a month) or `undated`."""

    key: str
    slot: Slot | None
    """The year (month 0) or the month; None for the undated and for a whole list."""
    last: Slot | None
    """The last year where the page has several; else the same as `slot`."""
    part: int
    events: tuple[Event, ...]


def calendar_chunks(events: Iterable[Event], limit: int) -> tuple[Chunk, ...]:
    """Whole when at most `limit` long; else by year, sparse years together, a longer year by month, a longer month
    in parts."""
    everything = tuple(events)
    if len(everything) <= limit:
        return (Chunk("", None, None, 1, everything),)
    dated = sorted((event for event in everything if event.date), key=_slot)
    chunks: list[Chunk] = []
    for years in _runs([tuple(group) for _, group in groupby(dated, key=lambda event: _slot(event).year)]):
        first, last = Slot(_slot(years[0]).year, 0), Slot(_slot(years[-1]).year, 0)
        if len(years) <= limit:
            key = first.key if first == last else f"{first.key}-{last.key}"
            chunks.append(Chunk(key, first, last, 1, years))
            continue
        for where, of_month in groupby(years, key=_slot):
            key = where.key if where.month else f"{where.key}-00"
            chunks += _parts(key, where, tuple(of_month), limit)
    undated = tuple(event for event in everything if not event.date)
    return (*chunks, *(_parts("undated", None, undated, limit) if undated else ()))


def _runs(years: list[tuple[Event, ...]]) -> list[tuple[Event, ...]]:
    """Neighbouring years joined while they are sparse together."""
    runs: list[tuple[Event, ...]] = []
    for year in years:
        if runs and len(runs[-1]) + len(year) <= SPARSE:
            runs[-1] += year
        else:
            runs.append(year)
    return runs


def _slot(event: Event) -> Slot:
    assert event.date is not None  # noqa: S101  # only dated events are asked
    return slot(event.date)


def _parts(key: str, where: Slot | None, events: Sequence[Event], limit: int) -> list[Chunk]:
    chunks = []
    for start in range(0, len(events), limit):
        part = start // limit + 1
        name = key if part == 1 else f"{key}-{part}"
        chunks.append(Chunk(name, where, where, part, tuple(events[start : start + limit])))
    return chunks
