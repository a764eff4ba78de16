"""A time axis that skips silence: stretches with events are drawn to scale, long empty ones shrink to a marked gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.calendar import Day, from_ordinal, ordinal

GAP_MONTHS = 5
"""So many empty months in a row are shrunk."""
GAP_LENGTH = 26.0
LONG_DAYS = 200
"""A window longer than this makes no month busy: a year named in passing must not take the room of one."""
MOST_STRETCHES = 6
"""More than this, and the outermost with the least events are left out: a remark on 1948 must not squeeze a war."""
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
        found = list(windows)
        runs = _kept(_runs(sorted(_busy(found))), found)
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
        """The place of a day's beginning; a day outside is put at the nearest end."""
        before: Stretch | None = None
        for stretch in self.stretches:
            if day < stretch.first:
                return (
                    _share(day, before.end, stretch.first) * GAP_LENGTH + before.start + before.length
                    if before
                    else 0.0
                )
            if day < stretch.end:
                return stretch.start + _share(day, stretch.first, stretch.end) * stretch.length
            before = stretch
        return self.stretches[-1].start + self.stretches[-1].length

    def covers(self, window: Window) -> bool:
        """Whether any of the window is drawn."""
        return window[1] >= self.stretches[0].first and window[0] < self.stretches[-1].end

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


def _share(day: int, first: int, end: int) -> float:
    return (day - first) / (end - first)


def _busy(windows: Sequence[Window]) -> set[int]:
    """Months, counted from year 0, that some window touches."""
    short = [window for window in windows if window[1] - window[0] <= LONG_DAYS] or windows
    return {month for first, last in short for month in range(_month(first), _month(last) + 1)} or {0}


def _kept(runs: list[tuple[int, int]], windows: Sequence[Window]) -> list[tuple[int, int]]:
    """The stretches to draw: while there are too many, the first or the last goes, whichever has less in it."""
    months = [_month(first) for first, _ in windows]
    weights = [sum(first <= month <= last for month in months) for first, last in runs]
    while len(runs) > MOST_STRETCHES:
        end = 0 if weights[0] <= weights[-1] else -1
        del runs[end], weights[end]
    return runs


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
