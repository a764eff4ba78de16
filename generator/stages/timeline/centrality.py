"""How near an event's words are to what the articles of its day report."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from generator.model.event import Event
from generator.model.result import ArticleResult
from generator.model.wording import stems
from generator.stages.timeline.attention import span_of

COMMON = 0.5
"""A word that more than this share of the articles use says nothing about a day."""
DAY_BEFORE = 0.5
"""How much an article tells of the day before it appears, against the day itself."""
FULLNESS = 0.1
"""By this power of its words' weight a fuller sentence is preferred: it tells more ..."""
TYPICAL = 20.0
"""... than a sentence of this weight."""


class Centrality:
    """The words of each day: of its events, and of what is reported in articles of that day and the next."""

    def __init__(self, events: Sequence[Event], results: Sequence[ArticleResult]) -> None:
        self._weights = _weights(results)
        self._days: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for result in results:
            self._read(result)
        for event in events:
            span = span_of(event.date)
            if span is not None and span[0] == span[1]:
                for mention in event.mentions:
                    self._add(span[0], self._words(mention.text), 1.0)
        self._norms = {day: self._norm(words) for day, words in self._days.items()}

    def of(self, text: str, day: int) -> float:
        """Cosine of the text's words with the day's, 0 to 1, the rarer words weighing more."""
        words = self._words(text)
        norm = self._norms.get(day, 0.0)
        if not words or not norm:
            return 0.0
        told = self._days[day]
        mass = math.fsum(self._weights[word] ** 2 for word in words)
        shared = math.fsum(told.get(word, 0.0) * self._weights[word] ** 2 for word in words)
        return float(min(1.0, shared / (norm * math.sqrt(mass)) * (mass / TYPICAL) ** FULLNESS))

    def _words(self, text: str) -> list[str]:
        return [word for word in stems(text) if word in self._weights]

    def _add(self, day: int, words: Iterable[str], worth: float) -> None:
        told = self._days[day]
        for word in words:
            told[word] += worth

    def _read(self, result: ArticleResult) -> None:
        published = span_of(result.article.dct)
        if published is None or published[0] != published[1]:
            return
        for mention in result.mentions:
            words = self._words(mention.text)
            self._add(published[0], words, 1.0)
            self._add(published[0] - 1, words, DAY_BEFORE)

    def _norm(self, words: dict[str, float]) -> float:
        return math.sqrt(math.fsum((count * self._weights[word]) ** 2 for word, count in words.items()))


def _weights(results: Sequence[ArticleResult]) -> dict[str, float]:
    """How much each word says: the root of its inverse article frequency; the commonest are left out."""
    articles = [frozenset().union(*(stems(m.text) for m in result.mentions)) for result in results]
    used = Counter(word for words in articles for word in words)
    told = sum(1 for words in articles if words)
    most = max(2.0, COMMON * told)
    return {word: math.log(1 + told / count) ** 0.5 for word, count in used.items() if count <= most}
