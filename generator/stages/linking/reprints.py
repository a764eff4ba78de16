"""Sentences that are printed again on a later day, word for word: their `today` is that of the first print.

Newsrooms carry background and round-ups from one article into the next; the day such a sentence counts from is that of
the article it was written for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.model.event import EventMention
from generator.model.result import ArticleResult
from generator.model.temporal import TimeExpression

LONG = 40
"""Letters from which a sentence is long enough not to be written twice by chance."""
COUNTED = frozenset({"relative-to-publication", "relative-to-text"})
"""How a date is known that another print of its sentence may read differently."""

Found = tuple[int, ArticleResult, EventMention]


def as_first_printed(found: Iterable[Found]) -> list[Found]:
    """The mentions, those in a sentence that an earlier article printed with the day they were given there."""
    listed = list(found)
    first: dict[tuple[str, str, str], EventMention] = {}
    for _, _, mention in sorted(listed, key=_print):
        if mention.time is not None and len(mention.text) >= LONG:
            first.setdefault(_key(mention), mention)
    return [(number, result, _redated(mention, first.get(_key(mention)))) for number, result, mention in listed]


def _key(mention: EventMention) -> tuple[str, str, str]:
    return mention.text.casefold(), mention.lemma, mention.time.text.casefold() if mention.time else ""


def _print(one: Found) -> tuple[bool, tuple[int, ...], int]:
    """Those whose day of publication is known first, the earliest before all."""
    published = one[2].published.latest if one[2].published is not None else None
    return published is None, tuple(published or ()), one[0]


def _redated(mention: EventMention, first: EventMention | None) -> EventMention:
    """The mention with the date of its first print, where both count from the day they were printed."""
    if first is None or first is mention or not _counted(mention.time) or not _counted(first.time):
        return mention
    time, given = mention.time, first.time
    if time is None or given is None or time.value == given.value:
        return mention
    return replace(mention, time=replace(time, value=given.value, edtf=given.edtf, anchor=given.anchor))


def _counted(time: TimeExpression | None) -> bool:
    return time is not None and time.basis in COUNTED
