"""How near an event's words are to what the articles of its day report."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.model.event import Event
from generator.model.result import ArticleResult
from generator.model.wording import stems
from generator.stages.timeline.attention import span_of

COMMON = 0.5
"""A word that more than this share of the articles use says nothing about a day."""


class Centrality:
    """The words of each day: of its events, and of what is reported in articles of that day and the next."""

    def __init__(self, events: Sequence[Event], results: Sequence[ArticleResult]) -> None:
        articles = [frozenset().union(*(stems(m.text) for m in result.mentions)) for result in results]
        used = Counter(word for words in articles for word in words)
        told = sum(1 for words in articles if words)
        self._common = frozenset(word for word, count in used.items() if count > max(2, COMMON * told))
        self._days: dict[int, Counter[str]] = defaultdict(Counter)
        for result in results:
            self._read(result)
        for event in events:
            span = span_of(event.date)
            if span is not None and span[0] == span[1]:
                for mention in event.mentions:
                    self._days[span[0]].update(stems(mention.text))
        self._norms = {day: self._norm(words) for day, words in self._days.items()}

    def of(self, text: str, day: int) -> float:
        """Cosine of the text's words with the day's, 0 to 1."""
        words = stems(text) - self._common
        norm = self._norms.get(day, 0.0)
        if not words or not norm:
            return 0.0
        return sum(self._days[day][word] for word in words) / (norm * math.sqrt(len(words)))

    def _read(self, result: ArticleResult) -> None:
        published = span_of(result.article.dct)
        if published is None or published[0] != published[1]:
            return
        for mention in result.mentions:
            words = stems(mention.text)
            for day in (published[0] - 1, published[0]):
                self._days[day].update(words)

    def _norm(self, words: Counter[str]) -> float:
        return math.sqrt(sum(count * count for word, count in words.items() if word not in self._common))
