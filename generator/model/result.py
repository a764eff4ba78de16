"""What the per-article half of the way gives for one file; this is what the cache keeps."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.event import EventMention
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Sentence


@dataclass(frozen=True, slots=True)
class ArticleResult:
    """Everything read from one file: a pure function of its bytes, the pack, the names and the version."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[EventMention, ...] = ()
