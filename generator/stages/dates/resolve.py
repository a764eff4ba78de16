"""Read an article's time expressions from top to bottom, each by the clock of its passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.languages.dates import DateWords
from generator.model.edtf import parse_edtf
from generator.model.problem import Provenance
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Span
from generator.stages.dates.clock import Clock
from generator.stages.dates.fields import Fields
from generator.stages.dates.moments import Moment, edtf, of_day, of_month, part_edtf, timex
from generator.stages.dates.operators import OPERATORS, Reading
from generator.stages.dates.tense import Cues
from generator.stages.dates.tokens import Tokens


@dataclass(slots=True)
class Expression:
    """Words that may tell time: where they are, by which rule, and what they say."""

    rule: str
    operator: str
    first: int
    stop: int
    fields: Fields
    kind: str = ""
    """`history`, `news` or `ancient`: only in texts of that kind."""


def resolve(
    article: Article, tokens: Tokens, expressions: Sequence[Expression], words: DateWords, narrative: bool
) -> tuple[TimeExpression, ...]:
    """The time expressions, in order of the text."""
    clock = Clock(publication(article), narrative)
    cues = Cues(words)
    out = []
    for expression in expressions:
        clock.tense = cues.tense(tokens, expression.first, expression.stop)
        reading = OPERATORS[expression.operator](expression.fields, clock)
        if reading:
            out.append(time_expression(article, tokens, expression, reading))
            if not expression.fields.get("aside"):
                _advance(clock, reading)
    return tuple(out)


def _advance(clock: Clock, reading: Reading) -> None:
    """Move the story's clock to what was just read."""
    moment = reading.moment
    if moment is None:
        return
    if moment.grain == "quarter":
        over = clock.published is None or moment.last < clock.published.first
        clock.quarter = moment if over and not reading.from_story else clock.quarter
    elif moment.grain == "day":
        clock.story = clock.story_day = moment
    elif moment.grain in {"month", "year", "season"}:
        clock.story = moment


def publication(article: Article) -> Moment | None:
    """The document creation time as a moment."""
    if article.dct is None or article.dct.earliest is None or article.dct.latest is None:
        return None
    first, last = article.dct.earliest, article.dct.latest
    if first == last:
        return of_day(first)
    if first[:2] == last[:2]:
        return of_month(first.year, first.month)
    return Moment("year", first.year) if first.year == last.year else None


def time_expression(article: Article, tokens: Tokens, expression: Expression, reading: Reading) -> TimeExpression:
    """The expression with its reading, as other stages see it."""
    start, end = tokens.start(expression.first), tokens.end(expression.stop - 1)
    span = Span(article.id, start, end)
    moment = reading.moment
    value = None
    if moment:
        text = part_edtf(moment, reading.mod) if reading.mod in {"START", "MID", "END"} else edtf(moment)
        value = parse_edtf(text)
    return TimeExpression(
        span=span,
        text=tokens.text[start:end],
        type=reading.type,
        value=reading.value,
        edtf=value,
        mod=reading.mod,
        basis=reading.basis if value else None,
        anchor=timex(reading.anchor) if reading.anchor else "",
        provenance=Provenance("dates", expression.rule, span),
    )
