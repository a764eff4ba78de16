"""Find the event mentions of an article: triggers, their clauses, and everything the clause says of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from generator.context import Context
from generator.languages.events import EventWords
from generator.model.event import EventMention, NameMention
from generator.model.problem import Problem
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Sentence
from generator.stages.events.build import read_scene
from generator.stages.events.discourse import Discourse
from generator.stages.events.dissent import dissents, redating, without_redated
from generator.stages.events.entries import published_days
from generator.stages.events.leads import is_dated_entry, is_entry, lead_dates, lead_places
from generator.stages.events.names import find_names, ranks_of
from generator.stages.events.recount import recounts
from generator.stages.events.scene import Scene
from generator.stages.events.story import Story
from generator.stages.events.strays import without_strays
from generator.stages.events.tables import NO_ROW, read_rows, with_figures
from generator.stages.events.tokens import Line, proper_words

LOOK_BACK = 3
"""Another day for an event stands at most so many sentences after it, ..."""
LOOK_AT = 12
"""... and at most so many mentions."""
Found = tuple[tuple[EventMention, ...], tuple[Problem, ...]]


def find_events(
    article: Article, sentences: Sequence[Sentence], times: Sequence[TimeExpression], context: Context
) -> Found:
    """All event mentions of an article, in order of the text.

    Takes the article with its sentences and time expressions; gives no problems, since whatever an article
    says is its own affair. Work grows with the length of the text.
    """
    names = find_names(article, sentences, context)
    return detect(article, sentences, times, names, context.pack.events), ()


def detect(
    article: Article,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    names: Sequence[NameMention],
    words: EventWords,
) -> tuple[EventMention, ...]:
    """The event mentions of an article whose names are known."""
    seen: Counter[tuple[str, str]] = Counter()
    discourse = Discourse()
    mentions: list[EventMention] = []
    for position, scene in _scenes(article, sentences, times, names, words):
        told = with_figures(list(read_scene(scene, seen, discourse)), scene.row)
        floor = sentences[max(0, position - LOOK_BACK)].span.start
        near = [one for one in mentions[-LOOK_AT:] if one.span.start >= floor]
        if told or near:
            mentions += _beside_earlier(scene, near, told)
    return tuple(without_strays(mentions, sentences))


def _scenes(
    article: Article,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    names: Sequence[NameMention],
    words: EventWords,
) -> Iterator[tuple[int, Scene]]:
    """Every sentence that may tell an event, with its number and all that is known of it beforehand."""
    times_of, names_of = _share_out(sentences, times), _share_out(sentences, names)
    published = published_days(article, sentences, times_of)
    leads = lead_dates(article, sentences, times_of, words)
    proper, ranks = proper_words(article.text), ranks_of(names, words)
    stations = lead_places(article, sentences, leads, names_of)
    rows = read_rows(article, sentences, names_of, words)
    story = Story()
    for position, sentence in enumerate(sentences):
        if not _may_tell(article, sentence):
            continue
        lead = leads.get(position)
        headline = is_dated_entry(article, sentence, lead)
        line = Line(sentence.text, words, headline)
        line.proper, line.ranks = proper, ranks
        yield position, Scene(
            article=article,
            sentence=sentence,
            line=line,
            times=_with_lead(sentence, times_of.get(position, ()), lead),
            names=names_of.get(position, ()),
            published=published[position],
            lead=lead,
            station=rows.get(position, NO_ROW).place or stations.get(position),
            row=rows.get(position, NO_ROW),
            headline=headline,
            entry=is_entry(article, sentence, lead),
            words=words,
            story=story,
        )


def _beside_earlier(
    scene: Scene, near: Sequence[EventMention], told: Sequence[EventMention]
) -> Iterator[EventMention]:
    """The mentions of a sentence as those of the sentences before let them be read: counts of the same victims, other
    days for the same event."""
    told = recounts(scene, near, told)
    redated = tuple(redating(scene))
    others = list(dissents(scene.sentence, redated, near))
    yield from without_redated(told, redated, others)
    yield from others


def _with_lead(
    sentence: Sentence, times: Sequence[TimeExpression], lead: TimeExpression | None
) -> Sequence[TimeExpression]:
    """The times of a sentence, with a lead that stands in it and is no expression by itself (`27/01:`)."""
    if lead is None or not sentence.span.start <= lead.span.start < sentence.span.end:
        return times
    if any(time.span.start < lead.span.end and lead.span.start < time.span.end for time in times):
        return times
    return sorted([*times, lead], key=lambda time: time.span.start)


Spanned = TypeVar("Spanned", TimeExpression, NameMention)


def _share_out(sentences: Sequence[Sentence], items: Sequence[Spanned]) -> dict[int, list[Spanned]]:
    """Items with a span, by the position of the sentence they stand in."""
    starts = [sentence.span.start for sentence in sentences]
    shared: dict[int, list[Spanned]] = {}
    for item in items:
        position = bisect_left(starts, item.span.start + 1) - 1
        if position >= 0 and item.span.end <= sentences[position].span.end:
            shared.setdefault(position, []).append(item)
    return shared


def _may_tell(article: Article, sentence: Sentence) -> bool:
    """Captions and table heads tell no events."""
    if sentence.block >= len(article.blocks):
        return True
    block = article.blocks[sentence.block]
    return block.kind != "caption" and not block.header
