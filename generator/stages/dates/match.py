"""Match a pack's rules against a text: the longest reading at each place, left to right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.languages.dates import BREAK, UNKNOWN, DateRule, DateWords, Value
from generator.stages.dates.tokens import Tokens

REACH = 8
"""How many words before its seed an expression may begin."""


class Match(NamedTuple):
    """A rule that fits the words from `first` up to `stop`; `slots` holds (name, first, stop) of what it found."""

    rule: DateRule
    first: int
    stop: int
    slots: tuple[tuple[str, int, int], ...]
    parts: tuple[tuple[int, int], ...] = ()
    """Where the expressions that the pattern marks begin and end."""


def find_matches(tokens: Tokens, words: DateWords) -> Iterator[Match]:
    """The longest match at each place, none overlapping another."""
    codes, stop = tokens.codes, 0
    for seed in words.seeds.finditer(codes):
        at = seed.start()
        if at < stop:
            continue
        first = at
        limit = max(stop, at - REACH)
        while first > limit and codes[first - 1] not in _NEVER:
            first -= 1
        match = _from(first, at, codes, words)
        if match:
            yield match
            stop = match.stop


_NEVER = frozenset((UNKNOWN, BREAK))


def _from(first: int, seed: int, codes: str, words: DateWords) -> Match | None:
    """The first match that begins between `first` and the seed and reaches over it."""
    starts = words.starts
    for at in range(first, seed + 1):
        best = None
        for rule in starts.get(codes[at], ()):
            found = rule.pattern.match(codes, at)
            if found and found.end() > seed and (best is None or found.end() > best[0]):
                best = found.end(), rule, found
        if best:
            stop, rule, found = best
            spans = ((name, *found.span(group)) for group, name in rule.groups.items())
            parts = tuple(found.span(name) for name in rule.parts)
            return Match(rule, at, stop, tuple(span for span in spans if span[1] >= 0), parts)
    return None


def meaning(word: str, name: str, words: DateWords) -> Value | None:
    """What a word means in a class; None when it is not in it."""
    lexicon = words.lexicon
    for form in (word, word.lower(), word.title()):
        classes = lexicon.get(form)
        if classes is not None and name in classes:
            return classes[name]
    return None
