"""Dates that rule what follows: a heading, the bold words before an entry, a table row's date cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.languages.events import EventWords
from generator.model.event import NameMention
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Block, Sentence
from generator.stages.events.entries import day_under, figures

DASHES = frozenset("–—-")
STOPS = DASHES | {".", ":", ")"}
LISTED = frozenset({"list-item", "table-row"})


def lead_dates(
    article: Article,
    sentences: Sequence[Sentence],
    times: Mapping[int, Sequence[TimeExpression]],
    words: EventWords,
) -> dict[int, TimeExpression]:
    """For each sentence (by index) the date that a heading or lead-in gives it, where there is one."""
    leads: dict[int, TimeExpression] = {}
    numbered = figures(article, sentences, words)
    heading: tuple[int, TimeExpression] | None = None
    entry: TimeExpression | None = None
    month: TimeExpression | None = None
    block_index = -1
    for position, sentence in enumerate(sentences):
        block = article.blocks[sentence.block] if sentence.block < len(article.blocks) else None
        if sentence.block != block_index:
            block_index, entry = sentence.block, None
            opening = next(iter(times.get(position, ())), None)
            if block is not None and block.kind == "heading":
                heading = _heading(article, sentence, block, opening, heading)
            elif block is not None and opening is not None and _leads_in(article, sentence, block, opening):
                entry = opening
            month = _month(entry or (heading[1] if heading else None))
        elif block is not None and (opening := _opens_entry(article, sentence, times.get(position, ()))) is not None:
            entry = opening
        entry = numbered.get(position) or (day_under(article, sentence, month, words) if month else None) or entry
        given = entry or (heading[1] if heading else None)
        if given is not None:
            leads[position] = given
    return leads


def lead_places(
    article: Article,
    sentences: Sequence[Sentence],
    leads: Mapping[int, TimeExpression],
    names: Mapping[int, Sequence[NameMention]],
) -> dict[int, NameMention]:
    """For each sentence the place that a lead-in or a heading gives it with the day."""
    places: dict[int, NameMention] = {}
    given: NameMention | None = None
    ruling, block_index = False, -1
    for position, sentence in enumerate(sentences):
        block = article.blocks[sentence.block] if sentence.block < len(article.blocks) else None
        heading = block is not None and block.kind == "heading"
        if sentence.block != block_index and (heading or not ruling):
            given = None
        block_index = sentence.block
        lead = leads.get(position)
        station = _station(article, sentence, lead, names.get(position, ())) if lead is not None else None
        if station is not None:
            given, ruling = station, heading
        if given is not None:
            places[position] = given
    return places


def _station(
    article: Article, sentence: Sentence, lead: TimeExpression, names: Sequence[NameMention]
) -> NameMention | None:
    """The place that stands beside the day at the head of a line, nothing else before the stop: `Monday 3 May, Lusaka.
    Police fired ...`."""
    first = next((name for name in names if name.place is not None and name.actor is None), None)
    inside = sentence.span.start <= lead.span.start and lead.span.end <= sentence.span.end
    if not inside or first is None:
        return None
    (one, low), (other, high) = sorted((span.start, span.end) for span in (lead.span, first.span))
    between = article.text[sentence.span.start : one] + article.text[low:other]
    after = article.text[high : sentence.span.end].lstrip(" \t")[:1]
    return first if not any(map(str.isalnum, between)) and (not after or after in STOPS) else None


def _opens_entry(article: Article, sentence: Sentence, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The date before a colon or dash that opens a sentence within a paragraph: the next entry of a chronology that
    was set without breaks."""
    time = next(iter(times), None)
    if time is None or time.span.start != sentence.span.start or not _is_day(time):
        return None
    after = article.text[time.span.end : sentence.span.end].lstrip(" \t")
    return time if after[:1] in DASHES | {":"} else None


def _month(time: TimeExpression | None) -> TimeExpression | None:
    """A lead that names a month, whose days its entries may number."""
    return time if time is not None and time.edtf is not None and time.edtf.precision == "month" else None


def _heading(
    article: Article,
    sentence: Sentence,
    block: Block,
    time: TimeExpression | None,
    before: tuple[int, TimeExpression] | None,
) -> tuple[int, TimeExpression] | None:
    """The date that rules from this heading on; a heading without one ends those of its level and below."""
    if time is not None and _is_day(time) and _fills(sentence, time):
        return block.level, time
    return before if before is not None and block.level > before[0] else None


def _fills(sentence: Sentence, time: TimeExpression) -> bool:
    """Whether a heading is little more than its date."""
    return (time.span.end - time.span.start) * 2 >= len(sentence.text.strip())


def _is_day(time: TimeExpression) -> bool:
    return time.edtf is not None and time.type in {"DATE", "TIME"}


def _leads_in(article: Article, sentence: Sentence, block: Block, time: TimeExpression) -> bool:
    """Whether a date opens an entry: bold, before a dash or colon, in brackets, or alone in a table cell."""
    before = article.text[sentence.span.start : time.span.start]
    if not _is_day(time) or any(char.isalnum() for char in before):
        return block.kind == "table-row" and _is_day(time)
    if block.kind in LISTED:
        return True
    after = article.text[time.span.end : sentence.span.end].lstrip(" \t")
    if after[:1] in {"–", "—", ":", "-", "|", ")", "."}:
        return True
    return any(
        mark.kind == "strong" and mark.start <= time.span.start and time.span.end <= mark.end + 1
        for mark in article.markup
    )


def is_dated_entry(article: Article, sentence: Sentence, lead: TimeExpression | None) -> bool:
    """Whether a sentence is written like a headline: a heading, list item, table row, or dated entry."""
    block = article.blocks[sentence.block] if sentence.block < len(article.blocks) else None
    if block is None:
        return False
    return block.kind == "heading" or block.kind in LISTED or lead is not None


def is_entry(article: Article, sentence: Sentence, lead: TimeExpression | None) -> bool:
    """Whether a sentence is a dated entry itself: it opens with its own date and is no heading."""
    block = article.blocks[sentence.block] if sentence.block < len(article.blocks) else None
    inside = lead is not None and sentence.span.start <= lead.span.start < sentence.span.end
    return inside and (block is None or block.kind != "heading")
