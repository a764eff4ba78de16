"""Why an event is as it is: its provenance tree, in words, rules, anchors and values."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.explain_words import joins, plain_words
from generator.model.event import Event, EventMention
from generator.model.problem import Provenance
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Span
from generator.pipeline import Build

WORDS = 110


def explain_event(build: Build, wanted: str) -> tuple[str, bool]:
    """The tree of the event whose id is, or alone begins with, `wanted`; else what comes nearest, and False."""
    wanted = wanted.rstrip("/").rsplit("/", 1)[-1].removesuffix(".html")
    events = {event.id: event for event in build.timeline}
    ids = [wanted] if wanted in events else [one for one in events if one.startswith(wanted)]
    if len(ids) != 1:
        near = ids[:10] or difflib.get_close_matches(wanted, events, n=5, cutoff=0.4)
        found = "several events begin so" if ids else "there is no event of this id"
        hint = "\n".join(f"    {one}" for one in near)
        return f"error[explain]: {wanted}: {found}" + (f"; did you mean\n{hint}" if near else ""), False
    articles = {result.article.id: result.article for result in build.results}
    return "\n".join(_lines(events[ids[0]], articles, _rank(events[ids[0]], list(events.values())))), True


def _rank(event: Event, events: list[Event]) -> tuple[int, int]:
    """The event's place by significance, and how many events there are."""
    return 1 + sum(one.significance > event.significance for one in events), len(events)


def _lines(event: Event, articles: dict[str, Article], rank: tuple[int, int]) -> Iterator[str]:
    yield event.title
    yield f"  id      {event.id}"
    yield f"  type    {event.type}"
    yield f"  status  {event.status}" + (" (its day has passed without a report)" if event.overdue else "")
    yield f"  date    {event.date.text if event.date else 'undated'}" + (f" ({event.basis})" if event.basis else "")
    if event.latest:
        yield f"  latest  {event.latest}"
    yield f"  places  {', '.join(place.name for place in event.places) or 'none named'}"
    yield f"  actors  {', '.join(actor.name for actor in event.actors) or 'none named'}"
    yield f"  rank    {event.significance:.3f}: " + ", ".join(f"{name} {share:+.3f}" for name, share in event.reasons)
    yield f"  review  {event.review}" + (f" ({', '.join(event.edited_fields)})" if event.edited_fields else "")
    for disagreement in event.disagreements:
        versions = "; ".join(f"{v.value} ({len(v.mentions)})" for v in disagreement.versions)
        yield f"  differs {disagreement.field}: {versions}"
    yield "In words"
    yield from plain_words(event, rank)
    if event.provenance:
        yield "Why, by rule"
        yield from tree(event.provenance, articles, "  ")
    joined = joins(event)
    for number, mention in enumerate(event.mentions, 1):
        yield f"Mention {number} of {len(event.mentions)}: {mention.id}"
        yield from (f"  joined  {line}" for line in joined.get(mention.id, ()))
        yield from _mention(mention, articles)


def _mention(mention: EventMention, articles: dict[str, Article]) -> Iterator[str]:
    yield f"  quote   {_where(mention.span, articles)}: “{_cut(mention.text)}”"
    yield f"  trigger “{_words(mention.trigger, articles)}” ({mention.lemma}), {mention.type}, {mention.status}"
    if mention.speaker:
        yield f"  said by {mention.speaker}"
    if mention.time:
        yield from _time(mention.time, articles)
    if mention.provenance:
        yield from tree(mention.provenance, articles, "  ")
    yield "  select  " + f'article = "{articles[mention.span.article_id].path}", quote = "{_toml(mention.text)}"'


def _time(time: TimeExpression, articles: dict[str, Article]) -> Iterator[str]:
    meaning = time.edtf.text if time.edtf else "no calendar date"
    yield f"  date    “{time.text}” = {meaning} (TIMEX3 {time.type} {time.value}, {time.basis or 'vague'})"
    if time.anchor:
        words = f" “{_words(time.anchor_span, articles)}”" if time.anchor_span else " (publication)"
        yield f"  anchor  {time.anchor}{words}"
    if time.provenance:
        yield f"  rule    {time.provenance.rule}"


def tree(node: Provenance, articles: dict[str, Article], indent: str) -> Iterator[str]:
    """The lines of a provenance tree, inputs below what was made of them."""
    words = f" “{_cut(_words(node.span, articles))}” at {_where(node.span, articles)}" if node.span else ""
    note = f": {node.note}" if node.note else ""
    yield f"{indent}{node.stage} · {node.rule}{note}{words}"
    for child in node.inputs:
        yield from tree(child, articles, indent + "  ")


def _words(span: Span, articles: dict[str, Article]) -> str:
    return " ".join(articles[span.article_id].text[span.start : span.end].split())


def _where(span: Span, articles: dict[str, Article]) -> str:
    article = articles[span.article_id]
    block = article.block_at(span.start)
    return f"{article.path}:{block.line}" if block and block.line else article.path


def _cut(text: str) -> str:
    return text if len(text) <= WORDS else text[: WORDS - 1].rsplit(" ", 1)[0] + "…"


def _toml(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
