"""The time an article tells of: where in the story an undated sentence of it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.stages.linking.clustering import Clustering
from generator.stages.linking.traits import Traits

DATED = 4
"""An article is read as a chronology when it dates at least so many events, ..."""
REACH = 30
"""... over more than so many days, ..."""
ORDERED = 0.8
"""... and at least this share of them in order of time."""
SLACK = 3
"""Days by which an undated entry may lie before its predecessor or after its successor."""
UNSURE = 31
"""A publication date that leaves so many days open tells nothing about what is recent."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """One article's dated mentions: their offsets and days, in the order of the text."""

    offsets: tuple[int, ...]
    days: tuple[int, ...]
    chronology: bool

    @property
    def focus(self) -> int:
        """The latest day it tells of."""
        return max(self.days)

    def bounds(self, offset: int) -> tuple[int, int] | None:
        """First and last day that an undated entry at this offset of a chronology can mean; None elsewhere and
        before the first or after the last dated entry."""
        place = bisect_left(self.offsets, offset)
        if not self.chronology or not 0 < place < len(self.offsets):
            return None
        low, high = self.days[place - 1], self.days[place]
        return (low - SLACK, high + SLACK) if low <= high else None


def read_narratives(clustering: Clustering) -> dict[int, Narrative]:
    """The narrative of each article that dates at least one event it can have known of, by article number."""
    told: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for traits in clustering.corpus.traits:
        days = clustering.of(traits).days if not traits.relative else None  # an aside is not told in its turn
        if days is None or days[1] - days[0] > SLACK or traits.published is None or days[0] > traits.published:
            continue
        told[traits.article].append((traits.mention.trigger.start, days[0]))
    return {article: _narrative(sorted(entries)) for article, entries in told.items()}


def _narrative(entries: Sequence[tuple[int, int]]) -> Narrative:
    days = tuple(day for _, day in entries)
    steps = [later >= earlier for earlier, later in pairwise(days)]
    long = len(days) >= DATED and max(days) - min(days) > REACH
    ordered = long and sum(steps) >= ORDERED * len(steps)
    return Narrative(tuple(offset for offset, _ in entries), days, ordered)


def window_of(traits: Traits, narrative: Narrative | None, memory: int) -> tuple[int, int, int] | None:
    """First day, last day and nearest day an undated mention can mean; None when nothing bounds it."""
    if traits.published is None:
        return None
    bounds = narrative.bounds(traits.mention.trigger.start) if narrative else None
    if bounds is not None:
        return bounds[0], bounds[1], (bounds[0] + bounds[1]) // 2
    now = narrative.focus if narrative and traits.published_width >= UNSURE else traits.published
    last = traits.published + (memory if traits.mention.status == "planned" else 0)
    return now - memory, last, now
