"""Days that only the layout tells: `12: ...` under "March 2025", `27/01: ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.languages.events import EventWords
from generator.model.calendar import Day, is_day, iso_year
from generator.model.edtf import Edtf, parse_edtf
from generator.model.problem import Provenance
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Sentence, Span

SEVERAL = 2
"""How many entries make a habit of writing days in figures."""
MONTHS = 12
DAY_OF_THE_HEADING = "day-of-the-heading"
"""The rule of a day whose month a heading names."""

Times = Mapping[int, Sequence[TimeExpression]]


def day_under(article: Article, sentence: Sentence, month: TimeExpression, words: EventWords) -> TimeExpression | None:
    """The day of a sentence that names only its number, under a heading that names the month; None without one."""
    if month.edtf is None or month.edtf.precision != "month":
        return None
    opening = words.entries["day"].match(sentence.text) if opens_block(article, sentence) else None
    found = opening or words.entries["ordinal"].search(sentence.text)
    if found is None:
        return None
    first = month.edtf.earliest
    if first is None or not is_day(first.year, first.month, int(found["day"])):
        return None
    day = Day(first.year, first.month, int(found["day"]))
    return _made(article, sentence, found.span(), day, DAY_OF_THE_HEADING, month=month)


def figures(article: Article, sentences: Sequence[Sentence], words: EventWords) -> dict[int, TimeExpression]:
    """By sentence, the days that several entries of an article write in figures (`27/01:`). Which figure is the
    day must show: one of them is above twelve. The year is the last in which they are over by publication."""
    found: list[tuple[int, re.Match[str]]] = []
    for position, sentence in enumerate(sentences):
        match = words.entries["figures"].match(sentence.text)
        if match is not None and opens_block(article, sentence):
            found.append((position, match))
    names = _order(match for _, match in found)
    published = article.dct.latest if article.dct is not None else None
    if len(found) < SEVERAL or names is None or published is None:
        return {}
    days: dict[int, TimeExpression] = {}
    for position, match in found:
        day, month = int(match[names[0]]), int(match[names[1]])
        year = published.year if (month, day) <= (published.month, published.day) else published.year - 1
        if is_day(year, month, day):
            made = _made(article, sentences[position], match.span(), Day(year, month, day), "day-in-figures")
            days[position] = made
    return days


def _order(matches: Iterator[re.Match[str]]) -> tuple[str, str] | None:
    """Which of the two figures is the day and which the month; None when nothing tells."""
    pairs = [(int(match["one"]), int(match["other"])) for match in matches]
    first = any(one > MONTHS for one, _ in pairs)
    second = any(other > MONTHS for _, other in pairs)
    if first == second:
        return None
    return ("one", "other") if first else ("other", "one")


def published_days(article: Article, sentences: Sequence[Sentence], times: Times) -> list[Edtf | None]:
    """For each sentence the day it was published: the article's own, or that of the stamp it stands under. The time of
    a live page's entry holds until the next, a whole date for its paragraph, at the head of a page for all."""
    found: list[Edtf | None] = []
    stamp: TimeExpression | None = None
    for position, sentence in enumerate(sentences):
        if position in times:
            stamp = next((time for time in reversed(times[position]) if time.stamps), stamp)
        holds = stamp is not None and (stamp.type == "TIME" or _in_block(article, sentence, stamp))
        day = stamp.edtf.earliest if holds and stamp is not None and stamp.edtf is not None else None
        found.append(parse_edtf(str(day)) if day is not None else article.dct)
    return found


def _in_block(article: Article, sentence: Sentence, stamp: TimeExpression) -> bool:
    """Whether a stamp stands in the paragraph of a sentence, or at the head of the article."""
    block = article.block_at(stamp.span.start)
    return block is not None and (block is article.blocks[0] or block.start <= sentence.span.start < block.end)


def opens_block(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence is the first of its paragraph or list item."""
    block = article.blocks[sentence.block] if sentence.block < len(article.blocks) else None
    return block is not None and not article.text[block.start : sentence.span.start].strip(" \t*_-•")


def _made(
    article: Article, sentence: Sentence, place: tuple[int, int], day: Day, rule: str,
    *, month: TimeExpression | None = None,
) -> TimeExpression:  # fmt: skip
    """The expression for a day that was put together."""
    start = sentence.span.start
    span = Span(article.id, start + place[0], start + place[1])
    given = (month.provenance,) if month is not None and month.provenance else ()
    value = f"{iso_year(day.year)}-{day.month:02d}-{day.day:02d}"
    return TimeExpression(
        span, article.text[span.start : span.end], "DATE", value, parse_edtf(value),
        basis="relative-to-text" if month is not None else "inferred-year",
        anchor=month.edtf.text if month is not None and month.edtf is not None else "",
        anchor_span=month.span if month is not None else None,
        provenance=Provenance("events", rule, span, value, given),
    )  # fmt: skip
