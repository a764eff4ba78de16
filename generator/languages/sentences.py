"""The words that tell where sentences end, and what on a page is not the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class SentenceWords:
    """A language's `sentences.toml`, compiled."""

    always: frozenset[str]
    """Abbreviations whose full stop never ends a sentence."""
    before_number: frozenset[str]
    """Abbreviations whose full stop ends nothing when a number follows."""
    may_end: frozenset[str]
    """Abbreviations that end a sentence only when a sentence opener follows."""
    starters: frozenset[str]
    """Words that open sentences."""
    months: Mapping[str, int]
    """Names and abbreviations of months, lower case, with their numbers."""
    month: str
    """A regular expression (one group-free alternation) for a month's name, longest first."""
    words: Mapping[str, str]
    """Alternations of the words around a story, by purpose: copyright, byline, references, ..."""


def compile_sentences(raw: dict[str, Any]) -> SentenceWords:
    """Compile the content of a `sentences.toml`.

    Raises KeyError for a missing table and re.error for a faulty pattern: a fault of the pack, not of an article.
    """
    abbreviations = raw["abbreviations"]
    months = {name.lower(): int(number) for name, number in raw["months"].items()}
    return SentenceWords(
        always=frozenset(abbreviations["always"]),
        before_number=frozenset(abbreviations["before_number"]),
        may_end=frozenset(abbreviations["may_end"]),
        starters=frozenset(abbreviations["starters"]),
        months=months,
        month=_alternation(re.escape(name) for name in months),
        words={purpose: _alternation(patterns) for purpose, patterns in raw["words"].items()},
    )


def _alternation(patterns: Iterable[str]) -> str:
    """One alternation, longest pattern first so that no pattern hides a longer one."""
    joined = "|".join(sorted(patterns, key=lambda pattern: (-len(pattern), pattern)))
    re.compile(joined)
    return f"(?:{joined})"
