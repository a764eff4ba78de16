"""Find the words of an article that tell time, and read them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.languages.dates import DateWords
from generator.model.problem import Problem
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Sentence
from generator.stages.dates.fields import read_fields
from generator.stages.dates.match import find_matches
from generator.stages.dates.resolve import Expression, resolve
from generator.stages.dates.tokens import tokenise

if TYPE_CHECKING:
    from generator.context import Context


def find_dates(
    article: Article, sentences: Sequence[Sentence], context: Context
) -> tuple[tuple[TimeExpression, ...], tuple[Problem, ...]]:
    """All time expressions of an article, in order of the text."""
    return read_dates(article, context.pack.dates), ()


def read_dates(article: Article, words: DateWords) -> tuple[TimeExpression, ...]:
    """All time expressions of an article; needs nothing but the language's words."""
    tokens = tokenise(article.text, words)
    found = []
    for match in find_matches(tokens, words):
        fields = read_fields(match, tokens, words)
        found.append(Expression(match.rule.name, match.rule.operator, match.first, match.stop, fields))
    return resolve(article, tokens, found, words, [False] * len(found))
