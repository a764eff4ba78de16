"""Find what an override's selector names: mention ids, or the event that holds them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.editorial import Override, Selector
from generator.model.event import Event, EventMention
from generator.model.problem import Problem
from generator.model.result import ArticleResult
from generator.model.text import Span

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that was read, by article path and by article id, for finding quotes."""

    results: Mapping[str, ArticleResult]
    by_id: Mapping[str, ArticleResult]


def index_results(results: Sequence[ArticleResult]) -> Index:
    """An index of everything that was read, by path below the seeds folder."""
    return Index({one.article.path: one for one in results}, {one.article.id: one for one in results})


def find_quote(index: Index, selector: Selector) -> list[Span]:
    """Where the quoted words stand; white space in the quote matches any white space."""
    words = [re.escape(word) for word in _SPACE.split(selector.quote.strip()) if word]
    if not words:
        return []
    pattern = re.compile(r"\s+".join(words), re.IGNORECASE)
    paths = [selector.article] if selector.article else sorted(index.results)
    found: list[Span] = []
    for path in paths:
        if path in index.results:
            article = index.results[path].article
            found += [Span(article.id, *match.span()) for match in pattern.finditer(article.text)]
    return found


def find_mentions(index: Index, selector: Selector) -> list[EventMention]:
    """The mentions whose quote holds the selector's words, narrowed by `trigger` where it is given."""
    spans = find_quote(index, selector)
    held = [
        mention
        for result in index.results.values()
        for mention in result.mentions
        if any(mention.span.overlaps(span) for span in spans)
    ]
    inside = [m for m in held if any(m.trigger.overlaps(span) for span in spans)] or held
    if not selector.trigger:
        return inside
    wanted = selector.trigger.casefold()
    return [m for m in held if wanted in {m.lemma.casefold(), _trigger_words(index, m).casefold()}]


def _trigger_words(index: Index, mention: EventMention) -> str:
    text = index.by_id[mention.trigger.article_id].article.text
    return text[mention.trigger.start : mention.trigger.end]


def find_event(
    events: Sequence[Event], index: Index, override: Override, target: Selector
) -> tuple[Event | None, list[Problem]]:
    """The one event a selector names: by id where that id is still there, else by its quote."""
    for event in events:
        if target.event and event.id == target.event:
            return event, []
    if not target.quote:
        hint = 'Its title or date may have changed: look the event up on the site, or name it by quote = "...".'
        return None, [unmatched(override, f"no event has the id {target.event!r}", hint)]
    mentions = find_mentions(index, target)
    holders = [e for e in events if {m.id for m in e.mentions} & {m.id for m in mentions}]
    if len(holders) == 1:
        return holders[0], []
    if holders:
        triggers = sorted({m.lemma for m in mentions})
        hint = 'Add trigger = "...", one of: ' + ", ".join(triggers) + "."
        return None, [unmatched(override, f"{len(holders)} events are reported in {target}", hint)]
    if find_quote(index, target):
        hint = "The words are there, but no event was found in them: use [[add]] with this quote."
        return None, [unmatched(override, f"no event is reported in {target}", hint)]
    hint = "The article may have changed: copy the words again, and check the path."
    return None, [unmatched(override, f"no article holds {target}", hint)]


def unmatched(override: Override, message: str, hint: str) -> Problem:
    """An override that no longer matches anything is never silent."""
    return Problem(
        override.path, override.line, 1, "error", "override-unmatched", f"[[{override.kind}]]: {message}", hint
    )
