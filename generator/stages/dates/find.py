"""Find the words of an article that tell time, and read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.languages.dates import DateWords
from generator.model.calendar import WEEK, Day, ordinal
from generator.model.problem import Problem
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Sentence
from generator.stages.dates.clock import Clock
from generator.stages.dates.diary import day_named
from generator.stages.dates.fields import Expression, Fields, read_fields
from generator.stages.dates.match import Match, find_matches
from generator.stages.dates.moments import Moment, of_month
from generator.stages.dates.passages import is_day_first, is_history, share_years, tell_story
from generator.stages.dates.plausible import before_noun, plausible
from generator.stages.dates.resolve import publication, resolve
from generator.stages.dates.tokens import Tokens, tokenise

if TYPE_CHECKING:
    from generator.context import Context


def find_dates(
    article: Article, sentences: Sequence[Sentence], context: Context
) -> tuple[tuple[TimeExpression, ...], tuple[Problem, ...]]:
    """All time expressions of an article, in order of the text.

    The words alone are read: the stage finds its own clauses, so that it works on a text without sentences too.
    """
    return read_dates(article, context.pack.dates, context.settings.day_first), ()


def read_dates(article: Article, words: DateWords, day_first: bool | None = None) -> tuple[TimeExpression, ...]:
    """All time expressions of an article; needs nothing but the language's words.

    `day_first` says how 3/4/2025 is read; None leaves it to the evidence in the article.
    """
    tokens = tokenise(article.text, words)
    labels = _labels(article)
    found = [
        expression
        for match in find_matches(tokens, words)
        for expression in _expressions(match, tokens, words)
        if (tokens.start(expression.first), tokens.end(expression.stop - 1)) in labels
        or plausible(expression, tokens, words)
    ]
    published = publication(article)
    history = published is None or is_history(article.kind, found, tokens, published)
    kinds = {"", "history" if history else "news"}
    if any("era" in expression.fields and expression.fields["era"] < 0 for expression in found):
        kinds.add("ancient")
    found = [expression for expression in found if expression.kind in kinds]
    share_years(found, tokens, words)
    if history:
        tell_story(found, tokens, words, published)
    if day_first is None:
        day_first = is_day_first(found, tokens, published)
    clock = Clock(published, history, day_first=day_first)
    if published is not None and published.grain == "day":
        titled = _title_dates(article.title, words)
        clock.covered, clock.month = _covered(titled, published.first), _month_covered(titled, published.first)
    return resolve(article, tokens, found, words, clock)


def _title_dates(title: str, words: DateWords) -> list[Fields]:
    """The fields of the dates in a title; most titles have no digit and so none that matters."""
    if not any(map(str.isdigit, title)):
        return []
    tokens = tokenise(title, words)
    return [one.fields for match in find_matches(tokens, words) for one in _expressions(match, tokens, words)]


def _covered(titled: list[Fields], published: Day) -> tuple[Day, Day] | None:
    """The days a report covers, as its title says: `Weekly report, 12–18 March`; None without such a title. A longer
    report has two Mondays, and one that came out more than a fortnight later is about what is over."""
    for first, last in pairwise(titled):
        if not {"day", "month"} <= first.keys() & last.keys():
            continue
        ended = day_named(last, published)
        begun = day_named({"month": first["month"], "day": first["day"]}, ended) if ended is not None else None
        if begun is not None and ended is not None and 0 < ordinal(ended) - ordinal(begun) < WEEK:
            return (begun, ended) if 0 <= ordinal(published) - ordinal(ended) < 2 * WEEK else None
    return None


def _month_covered(titled: list[Fields], published: Day) -> Moment | None:
    """The one month that a record is about, as its title says, which came out in it or soon after: `Record of events,
    April 2021`."""
    if len(titled) != 1 or titled[0].keys() != {"month", "year"}:
        return None
    month = of_month(titled[0]["year"], titled[0]["month"])
    late = ordinal(published) - ordinal(month.last)
    return month if month.first <= published and late <= LATE else None


LATE = 62
"""By how many days a record of a month may come out after it."""


def _labels(article: Article) -> frozenset[tuple[int, int]]:
    """Where bold words stand without the marks around them: alone they are a label, and `May` there is no verb."""
    return frozenset(
        (mark.start, mark.start + len(article.text[mark.start : mark.end].rstrip(LABEL_ENDS)))
        for mark in article.markup
        if mark.kind == "strong"
    )


LABEL_ENDS = " .:"


def _expressions(match: Match, tokens: Tokens, words: DateWords) -> Iterator[Expression]:
    """The expression of a match, or both where its pattern holds two; each completes what the other lacks."""
    rule = match.rule
    if len(match.parts) < 2:
        first, stop = match.parts[0] if match.parts else (match.first, match.stop)
        if rule.adjectival and before_noun(first, stop, tokens, words):
            first += 1
        fields = read_fields(match, tokens, words)
        yield Expression(rule.name, rule.operator, first, stop, fields, rule.kind, rule.check)
        return
    (first, middle), (second, stop) = match.parts
    left = read_fields(match, tokens, words, first, middle)
    right = read_fields(match, tokens, words, second, stop)
    if "short_year" in right and "year" in left and "month" not in left:
        right["year"] = left["year"] // 100 * 100 + right["short_year"]
        if right["year"] <= left["year"]:
            yield Expression("year", "Calendar", first, middle, left)
            return
    for name in ("month", "year"):
        for one, other in ((left, right), (right, left)):
            if name in other and name not in one:
                one[name] = other[name]
                if name == "month" and "nth" in one:
                    one.setdefault("day", one["nth"])  # `on the [4th] and 5th of May`
    yield Expression(rule.name, rule.operator, first, middle, left, rule.kind)
    yield Expression(rule.name, rule.operator, second, stop, right, rule.kind)
