"""Dispatches gathered in one article, and a letter printed later: each is read by the day of its own dateline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.languages.dates import BREAK
from generator.model.calendar import Day, ordinal
from generator.stages.dates.diary import DATE, day_named
from generator.stages.dates.fields import Expression
from generator.stages.dates.tokens import Tokens

LONGEST = 6
"""How many words and commas a dateline's place takes at most: `PORT STANLEY, Falkland Islands,`."""
RECENT = 62
"""By how many days a dateline may lie before the day of publication."""
_DASHES = frozenset("–—-")
_BRACKETS = frozenset("().,/")
_DATED = frozenset({"month", "day"})


def datelines(expressions: Sequence[Expression], tokens: Tokens, published: Day) -> list[tuple[Expression, int, Day]]:
    """The dates of the datelines of a text, each with the word before which its dispatch ends, and its day."""
    heads = list(_heads(expressions, tokens, published))
    stops = [*(start for _, start, _ in heads), len(tokens.words)]
    return [(one, stop, day) for (one, _, day), stop in zip(heads, stops[1:], strict=True)]


def _heads(
    expressions: Sequence[Expression], tokens: Tokens, published: Day
) -> Iterator[tuple[Expression, int, Day]]:
    """The dates behind a place that opens a paragraph, each with the first word of that, and its day: `ORSK, 3 May —`,
    or in a line by itself at the head of the text, as of a letter."""
    for one in expressions:
        if not _DATED <= one.fields.keys() <= DATE or not one.first or tokens.words[one.first - 1] != ",":
            continue
        start = tokens.codes.rfind(BREAK, max(0, one.first - LONGEST - 1), one.first) + 1
        if (not start and one.first > LONGEST) or not _is_place(tokens.words[start : one.first]):
            continue
        day = day_named(one.fields, published)
        recent = day is not None and 0 <= ordinal(published) - ordinal(day) <= RECENT
        capital = all(word.isupper() or word in _BRACKETS for word in tokens.words[start : one.first])
        if day is not None and recent and _closed(one.stop, tokens, start == 0, capital):
            yield one, start, day


def _is_place(words: Sequence[str]) -> bool:
    """Whether words are names and commas only."""
    return words[0][0].isupper() and all(word[0].isupper() or word in _BRACKETS for word in words)


def _closed(index: int, tokens: Tokens, heads_text: bool, capital: bool) -> bool:
    """Whether a dash stands behind a date, perhaps after an agency in brackets, or, at the head of a text, its line
    ends; or a stop where the place is in capitals (`ORSK, May 3.`), since a bulletin heads its entries with `Orsk, 3
    May.`"""
    words = tokens.words
    if index >= len(words) or tokens.codes[index] == BREAK:
        return heads_text
    if words[index] == "(" and ")" in words[index : index + LONGEST]:
        index = words.index(")", index) + 1
    return words[index : index + 1] != [] and words[index] in (_DASHES | {"."} if capital else _DASHES)
