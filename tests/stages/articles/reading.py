"""What the tests of reading share: the context, and short ways to read a text."""

from __future__ import annotations

from functools import cache

from generator.context import Context
from generator.gazetteer.gazetteer import load_gazetteer
from generator.languages.pack import load_pack
from generator.model.problem import Problem
from generator.model.text import Article
from generator.settings import Settings
from generator.stages.articles import read_article, split_sentences


@cache
def context(day_first: bool | None = None) -> Context:
    """English, the shipped names, default settings."""
    return Context(load_pack("en"), load_gazetteer(), Settings(day_first=day_first))


def read(name: str, content: str | bytes) -> tuple[Article, tuple[Problem, ...]]:
    """The article of a file that has one, and its problems."""
    data = content.encode() if isinstance(content, str) else content
    article, problems = read_article(name, data, context())
    assert article is not None, problems
    return article, problems


def codes(problems: tuple[Problem, ...]) -> set[str]:
    return {problem.code for problem in problems}


def sentences(content: str, name: str = "a.txt") -> list[str]:
    """The sentences of a text as strings."""
    return [sentence.text for sentence in split_sentences(read(name, content)[0], context())]


def blocks(article: Article) -> list[tuple[str, str]]:
    """(kind, text) of every block."""
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
