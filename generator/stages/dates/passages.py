"""Whether a text tells history by its own clock, or news by the day it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Protocol

from generator.languages.dates import DateWords
from generator.stages.dates.fields import Expression, numeric_date
from generator.stages.dates.moments import SEASON_MONTHS, Moment
from generator.stages.dates.story import Mention, Weight, place
from generator.stages.dates.tokens import Tokens, opens_line


class HasFields(Protocol):
    """Anything with the fields of an expression."""

    fields: dict[str, Any]
    operator: str


FEW, MANY = 3, 10
"""Years far from the publication date: so many make a history where little speaks for news, or much does."""


def is_history(kind: str, expressions: Sequence[Expression], tokens: Tokens, published: Moment | None) -> bool:
    """Decided by what the front matter says, else by the text: years far from the publication date speak for a
    history; weekdays without a date, today, yesterday, last week and ago speak for news. Of the next day or week of the
    text itself the first date decides: what begins in January 1998 goes on in that year the next morning."""
    if kind:
        return kind == "history"
    far = near = from_text = 0
    for expression in expressions:
        fields = expression.fields
        if "year" in fields:
            far += _is_far(fields, published)
        elif {"deictic", "weekday"} & fields.keys() or fields.get("relation_class") in {"last", "next", "this"}:
            near += "month" not in fields
            from_text += "month" not in fields and fields.get("anchor") == "text"
        elif fields.get("anchor") == "publication":
            near += 1
    if near == from_text and far >= FEW and _begins_far(expressions, tokens, published):
        return True
    return (far >= FEW and far > 5 * near) or (far >= MANY and far > 2 * near)


def _is_far(fields: dict[str, Any], published: Moment | None) -> bool:
    return published is None or abs(fields["year"] - published.year) > 1


def _begins_far(expressions: Sequence[Expression], tokens: Tokens, published: Moment | None) -> bool:
    """Whether the first date is of a year far from the publication date, and told in a sentence: one that opens its
    line is an entry's, which the text below need not go on with."""
    first = next((one for one in expressions if {"month", "year"} & one.fields.keys()), None)
    if first is None or "year" not in first.fields or not _is_far(first.fields, published):
        return False
    return not opens_line(tokens.codes, first.first)


def mention_of(expression: HasFields, aside: bool, own_line: bool) -> Mention | None:
    """What an expression contributes to the story's clock; None when it has no month or year of its own."""
    fields = expression.fields
    month = fields.get("month")
    if month is None and "season" in fields:
        month = SEASON_MONTHS[fields["season"]] % 12 + 1
    if expression.operator in {"Last", "Next", "This", "Before", "After"}:
        return _shift_of(expression)
    if "year" in fields:
        weight: Weight = "date" if month is not None else "aside" if aside else "year"
        return Mention(fields["year"], month, "heading" if own_line else weight, part=fields.get("part", ""))
    if month is None or expression.operator not in {"Calendar", "Between"}:
        return None
    shift = fields.get("relation") if "relation" in fields and not fields.get("scope") else None
    return Mention(None, month, "date", shift, fields.get("day"), fields.get("weekday"))


def _shift_of(expression: HasFields) -> Mention | None:
    fields = expression.fields
    if fields.get("unit") != "Y" or fields.get("anchor") != "text" or fields.get("weak"):
        return None
    number = fields.get("number", 0)
    if not isinstance(number, int):
        return None
    step = {"Last": -1, "Next": 1, "This": 0, "Before": -number, "After": number}[expression.operator]
    return Mention(None, None, "year", step)


def tell_story(
    expressions: Sequence[Expression], tokens: Tokens, words: DateWords, published: Moment | None
) -> None:
    """Give the dates of a story the year they lack, and mark the years it only looks at aside."""
    told: list[Expression] = []
    mentions: list[Mention] = []
    for expression in expressions:
        aside = expression.first > 0 and tokens.codes[expression.first - 1] in words.class_codes["aside_before"]
        mention = mention_of(expression, aside, _own_line(expression, tokens))
        if mention:
            told.append(expression)
            mentions.append(mention)
    last = published.last if published else None
    told_in = last.year * 12 + last.month - 1 if last else None
    for expression, (year, aside, _) in zip(told, place(mentions, told_in), strict=True):
        if aside:
            expression.fields["aside"] = True
        if year is not None and "year" not in expression.fields:
            expression.fields["story_year"] = year


def _own_line(expression: Expression, tokens: Tokens) -> bool:
    """Whether it stands in a line of few words, as headings do."""
    text = tokens.text
    start = text.rfind("\n", 0, tokens.start(expression.first)) + 1
    end = text.find("\n", tokens.end(expression.stop - 1), start + HEADING + 1)
    return 0 < end - start <= HEADING and text[end - 1] not in ".,;"


HEADING = 90


def share_years(expressions: Sequence[Expression], tokens: Tokens, words: DateWords) -> None:
    """Two dates side by side share the year that only one says: April and June 1955, 20 October 1944 to March."""
    joining = words.class_codes["range_word"]
    for left, right in pairwise(expressions):
        if right.first - left.stop != 1 or tokens.codes[left.stop] not in joining:
            continue
        one, other = left.fields, right.fields
        if "month" not in one or "month" not in other or "relation" in one or "relation" in other:
            continue
        passed = other["month"] < one["month"]
        if "year" in other and "year" not in one:
            one["year"], one["shared_year"] = other["year"] - passed, True
        elif "year" in one and "year" not in other:
            other["year"], other["shared_year"] = one["year"] + passed, True


def is_day_first(expressions: Sequence[Expression], tokens: Tokens, published: Moment | None) -> bool:
    """How the document writes 3/4/2025: as its other numeric dates show, as its own day does, or else as its dates
    in words do (3 April, or April 3). Without any evidence the month comes first."""
    votes = 0
    for expression in expressions:
        fields = expression.fields
        if "numeric_date" in fields:
            votes += 3 * _numeric_vote(fields["numeric_date"], published)
        elif "month" in fields and "day" in fields:
            votes += 1 if tokens.words[expression.first][0].isdigit() else -1
    return votes > 0


def _numeric_vote(text: str, published: Moment | None) -> int:
    """1 when only the day can come first, -1 when only the month can, 0 when the date does not tell."""
    readings = numeric_date(text, True), numeric_date(text, False)
    first, second = (int(part) for part in re.split(r"[/.-]", text)[:2])
    if first > 12 or second > 12 or first > 31:
        return (12 < first <= 31) - (second > 12)
    if published is not None and published.grain == "day" and readings[0] != readings[1]:
        return (readings[0] == published.first) - (readings[1] == published.first)
    return 0
