"""Find the event mentions of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b

from generator.context import Context
from generator.languages.events import Sense
from generator.model.event import EventMention
from generator.model.problem import Problem, Provenance
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Sentence, Span

WORD = re.compile(r"\w+")


def find_events(
    article: Article, sentences: Sequence[Sentence], times: Sequence[TimeExpression], context: Context
) -> tuple[tuple[EventMention, ...], tuple[Problem, ...]]:
    """All event mentions of an article, in order of the text."""
    mentions = []
    for sentence in sentences:
        dates = [
            time for time in times if time.edtf and sentence.span.start <= time.span.start < sentence.span.end
        ]
        for hit in WORD.finditer(sentence.text):
            senses = context.pack.events.triggers.get(hit.group().lower(), ())
            plain = [one for one in senses if not one.rest and not one.needs]
            if plain:
                mentions.append(_mention(article, sentence, hit, plain[0], dates))
    return tuple(mentions), ()


def _mention(
    article: Article, sentence: Sentence, hit: re.Match[str], sense: Sense, dates: Sequence[TimeExpression]
) -> EventMention:
    start = sentence.span.start
    trigger = Span(article.id, start + hit.start(), start + hit.end())
    key = "\0".join((article.id, sentence.text, hit.group(), str(hit.start())))
    text = " ".join(sentence.text.split())
    return EventMention(
        id=blake2b(key.encode(), digest_size=8).hexdigest(),
        span=sentence.span,
        trigger=trigger,
        type=sense.type,
        status="happened",
        title=text,
        text=text,
        time=dates[0] if dates else None,
        published=article.dct,
        lemma=sense.lemma,
        provenance=Provenance("events", sense.name, trigger),
    )
