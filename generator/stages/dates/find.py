"""Find the words of an article that tell time, and read them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.context import Context
from generator.model.problem import Problem
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Sentence


def find_dates(
    article: Article, sentences: Sequence[Sentence], context: Context
) -> tuple[tuple[TimeExpression, ...], tuple[Problem, ...]]:
    """All time expressions of an article, in order of the text."""
    return (), ()
