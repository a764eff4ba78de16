"""A time axis that skips silence: stretches with events are drawn to scale, long empty ones shrink to a marked gap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from generator.model.calendar import Day, from_ordinal, ordinal

GAP_MONTHS = 5
"""So many empty months in a row are shrunk."""
GAP_LENGTH = 26.0
LONG_DAYS = 400
"""Of a window longer than this only the ends count as busy."""
Window = tuple[int, int]
"""First and last day, as `ordinal` counts them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days drawn to scale: from `first` to before `end`, at `start` on the axis."""

    first: int
    end: int
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis; `month` is 1 for the first of a year."""

    at: float
    year: int
    month: int


class TimeScale:
    """Where a day stands on an axis of `length` units."""

    def __init__(self, windows: Iterable[Window], length: float) -> None:
        runs = _runs(sorted(_busy(windows)))
        days = [(_month_start(first), _month_start(last + 1)) for first, last in runs]
        room = max(length - GAP_LENGTH * (len(days) - 1), length / 2)
        unit = room / max(sum(end - first for first, end in days), 1)
        self.length = length
        self.stretches: list[Stretch] = []
        at = 0.0
        for first, end in days:
            self.stretches.append(Stretch(first, end, at, (end - first) * unit))
            at += (end - first) * unit + GAP_LENGTH
        self.month = unit * 30.4
        """About the length of a month."""

    def at(self, day: int) -> float:
        """The place of a day's beginning; a day in a gap or outside is put at the nearest stretch's edge."""
        for stretch in self.stretches:
            if day < stretch.end:
                share = max(day - stretch.first, 0) / (stretch.end - stretch.first)
                return stretch.start + share * stretch.length
        last = self.stretches[-1]
        return last.start + last.length

    def gaps(self) -> list[tuple[float, int]]:
        """(middle, months left out) of every gap."""
        return [
            (right.start - GAP_LENGTH / 2, _months_between(left.end, right.first))
            for left, right in pairwise(self.stretches)
        ]

    def ticks(self) -> list[Tick]:
        """The first of every month that is drawn."""
        made = []
        for stretch in self.stretches:
            day = from_ordinal(stretch.first)
            while ordinal(day) < stretch.end:
                made.append(Tick(self.at(ordinal(day)), day.year, day.month))
                day = Day(day.year + day.month // 12, day.month % 12 + 1, 1)
        return made


def _busy(windows: Iterable[Window]) -> set[int]:
    """Months, counted from year 0, that some window touches."""
    months: set[int] = set()
    for first, last in windows:
        ends = _month(first), _month(last)
        months.update(ends if last - first > LONG_DAYS else range(ends[0], ends[1] + 1))
    return months or {0}


def _runs(months: list[int]) -> list[tuple[int, int]]:
    """Stretches of months with no gap worth shrinking in them."""
    runs = [(months[0], months[0])]
    for month in months[1:]:
        first, last = runs[-1]
        if month - last - 1 >= GAP_MONTHS:
            runs.append((month, month))
        else:
            runs[-1] = (first, month)
    return runs


def _month(day: int) -> int:
    date = from_ordinal(day)
    return date.year * 12 + date.month - 1


def _month_start(month: int) -> int:
    return ordinal(Day(month // 12, month % 12 + 1, 1))


def _months_between(first: int, end: int) -> int:
    return _month(end) - _month(first)
