"""What the corpus makes of a day: articles published about it, and later articles that look back at it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.model.calendar import ordinal
from generator.model.edtf import Edtf
from generator.model.result import ArticleResult

AFTERMATH = 2
"""A later article looks back at a day when it appears more than this many days after it."""


class Attention:
    """Counts per day over a whole corpus."""

    def __init__(self, results: Sequence[ArticleResult]) -> None:
        self._published: dict[int, int] = defaultdict(int)
        self._at_once: dict[int, int] = defaultdict(int)
        self._later: dict[int, int] = defaultdict(int)
        for result in results:
            self._read(result)
        self._most_published = max(self._published.values(), default=0)
        self._most_at_once = max(self._at_once.values(), default=0)
        self._most_later = max(self._later.values(), default=0)

    def coverage(self, day: int) -> float:
        """0 to 1: articles published on the day or the day after, and those of them that name the day."""
        published = self._published[day] + 0.5 * self._published[day + 1]
        named = self._at_once[day]
        return 0.5 * _share(published, 1.5 * self._most_published) + 0.5 * _share(named, self._most_at_once)

    def look_back(self, day: int) -> float:
        """0 to 1: later articles that name the day."""
        return _share(self._later[day], self._most_later)

    def _read(self, result: ArticleResult) -> None:
        published = span_of(result.article.dct)
        if published is not None and published[0] == published[1]:
            self._published[published[0]] += 1
        for day in _days_named(time.edtf for time in result.times):
            if published is None or day > published[1]:
                continue
            counts = self._later if published[0] - day > AFTERMATH else self._at_once
            counts[day] += 1


def _share(count: float, most: float) -> float:
    """The count against the greatest, by square root: four times the articles are twice the attention."""
    return float(min(1.0, count / most) ** 0.5) if most > 0 else 0.0


def _days_named(values: Iterable[Edtf | None]) -> list[int]:
    """The distinct days that an article names to the day, in order."""
    spans = (span_of(value) for value in values)
    return sorted({span[0] for span in spans if span is not None and span[0] == span[1]})


def span_of(value: Edtf | None) -> tuple[int, int] | None:
    """Ordinals of the first and last day of a date; None when it is missing or open."""
    if value is None or value.earliest is None or value.latest is None:
        return None
    return ordinal(value.earliest), ordinal(value.latest)
