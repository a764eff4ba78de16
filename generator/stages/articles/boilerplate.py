"""Sentences that a site prints under or above many articles: the teaser of another story, a notice, a background line.

One article cannot tell them from its own words; many can: the same sentence at the edge of several articles that
share nothing else and were published weeks apart was reported once, by the first of them, and is repeated since.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.model.text import Article, Sentence, Span
from generator.stages.articles.draft import squeeze

EDGE = 3
"""How many sentences from the beginning or the end count as the edge."""
MIN_ARTICLES = 4
MIN_DAYS = 15
MIN_WORDS = 4


class _Print(NamedTuple):
    """One print of a sentence: the day of its article (0 without one), the article's path and hash, the place."""

    day: int
    path: str
    digest: str
    span: Span


def find_repeats(articles: Iterable[tuple[Article, Sequence[Sentence]]]) -> frozenset[Span]:
    """The spans of sentences that only repeat what an earlier article printed.

    A sentence counts when it stands at the edge of at least four different articles published at least fifteen days
    apart; its first print is not among the repeats, so that nothing it tells is lost.
    """
    prints: dict[str, list[_Print]] = {}
    for article, sentences in articles:
        first = article.dct.earliest if article.dct else None
        day = first.year * 372 + first.month * 31 + first.day if first else 0
        for sentence in {*sentences[:EDGE], *sentences[-EDGE:]}:
            if len(sentence.text.split()) >= MIN_WORDS:
                one = _Print(day, article.path, article.content_hash, sentence.span)
                prints.setdefault(squeeze(sentence.text).casefold(), []).append(one)
    repeats: set[Span] = set()
    for group in prints.values():
        days = [one.day for one in group if one.day]
        apart = max(days, default=0) - min(days, default=0)
        if len({one.digest for one in group}) >= MIN_ARTICLES and apart >= MIN_DAYS:
            kept = min(group, key=lambda one: (not one.day, one.day, one.path, one.span))
            repeats.update(one.span for one in group if one is not kept)
    return frozenset(repeats)
