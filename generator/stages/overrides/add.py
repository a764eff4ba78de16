"""Events added by hand: from an article's words where there are any, or from a source the editor names."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from generator.model.editorial import Override
from generator.model.edtf import parse_edtf
from generator.model.event import Event, EventMention
from generator.model.problem import Problem
from generator.model.slug import event_slug, unused
from generator.model.text import Article, Sentence, Span
from generator.stages.overrides.select import Index, find_quote, unmatched


def added_event(override: Override, events: Sequence[Event], index: Index) -> tuple[Event | None, list[Problem]]:
    """A new event from an `add` entry, before its fields are set; or why there is none."""
    fields = override.fields
    mention, problems = _mention(override, index)
    if problems:
        return None, problems
    if mention is None and not fields.get("source"):
        hint = "Give article and quote, or source (with url and source_title where there are any)."
        return None, [unmatched(override, "an added event needs its source", hint)]
    date = parse_edtf(fields["date"]) if fields.get("date") else None
    reference = (fields.get("source", ""), fields.get("source_title", ""), fields.get("url", ""))
    event = Event(
        id=unused(event_slug(date, fields["title"]), {event.id for event in events}),
        title=fields["title"],
        text=fields.get("text") or (mention.text if mention else fields["title"]),
        type=fields.get("type", "other"),
        status=fields.get("status", "happened"),
        date=None,
        mentions=(mention,) if mention else (),
        sources=(fields["source"],) if fields.get("source") else (),
        references=(reference,) if any(reference) else (),
        significance=0.5,
        reasons=(("added", 0.5),),
    )
    return event, []


def _mention(override: Override, index: Index) -> tuple[EventMention | None, list[Problem]]:
    """The mention the editor points at; None when the entry quotes nothing."""
    if not override.targets:
        return None, []
    target = override.targets[0]
    spans = find_quote(index, target)
    if len(spans) != 1:
        count = "no article holds" if not spans else f"{len(spans)} passages match"
        hint = "Copy the words again, say which article, or quote more words."
        return None, [unmatched(override, f"{count} {target}", hint)]
    result = index.by_id[spans[0].article_id]
    return _mention_at(spans[0], result.article, result.sentences, override), []


def _mention_at(span: Span, article: Article, sentences: Sequence[Sentence], override: Override) -> EventMention:
    whole = next((s.span for s in sentences if s.span.start <= span.start and span.end <= s.span.end), span)
    words = article.text[whole.start : whole.end]
    key = "\x1f".join((article.id, words, override.fields["title"], "add"))
    return EventMention(
        id=hashlib.blake2b(key.encode(), digest_size=6).hexdigest(),
        span=whole,
        trigger=span,
        type=override.fields.get("type", "other"),
        status=override.fields.get("status", "happened"),
        title=override.fields["title"],
        text=" ".join(words.split()),
        published=article.dct,
    )
