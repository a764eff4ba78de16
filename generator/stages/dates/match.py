"""Match a pack's rules against a text: the longest reading at each place, left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.languages.dates import BREAK, UNKNOWN, DateRule, DateWords, Value
from generator.stages.dates.tokens import ENOUGH, Tokens

REACH = 8
"""How many words before its seed an expression may begin."""
WINDOW = 28
"""How many words an expression may have, and one more."""


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
    matcher = _matcher(words)
    for seed in words.seeds.finditer(codes):
        at = seed.start()
        if at < stop or codes[at - 1 : at] == codes[at] == codes[at + 1 : at + 2]:
            continue  # a word between two of its kind (May May May) belongs to no sentence
        first = at
        limit = max(stop, at - REACH)
        while first > limit and codes[first - 1] not in _NEVER:
            first -= 1
        for place in range(first, at + 1):
            match = matcher.longest(codes, place, at)
            if match:
                yield match
                stop = match.stop
                break


_NEVER = frozenset((UNKNOWN, BREAK))
Found = tuple[DateRule, int, tuple[tuple[str, int, int], ...], tuple[tuple[int, int], ...]]
"""A rule, how many words it covers, its slots and parts, counted from its first word."""


class Matcher:
    """Finds the longest match at a place, and remembers what it found for the same codes.

    No pattern reaches over an unknown word, so what matches at a place depends on the codes up to the next one
    (and at most WINDOW of them): the same few hundred windows make up most of any text.
    """

    def __init__(self, words: DateWords) -> None:
        self._starts = words.starts
        self._found: dict[str, Found | None] = {}

    def longest(self, codes: str, at: int, seed: int) -> Match | None:
        """The longest match that begins at the place and reaches over the seed."""
        if codes[at] not in self._starts:
            return None
        end = codes.find(UNKNOWN, at, at + WINDOW)
        window = codes[at : end + 1] if end >= 0 else codes[at : at + WINDOW]
        try:
            found = self._found[window]
        except KeyError:
            if len(self._found) > ENOUGH:
                self._found.clear()
            found = self._found[window] = self._search(window)
        if found is None or at + found[1] <= seed:
            return None
        rule, length, slots, parts = found
        return Match(
            rule,
            at,
            at + length,
            tuple((name, at + first, at + stop) for name, first, stop in slots),
            tuple((at + first, at + stop) for first, stop in parts),
        )

    def _search(self, window: str) -> Found | None:
        best = None
        for rule in self._starts[window[0]]:
            found = rule.pattern.match(window)
            if found and (best is None or _beats(rule, found, best)):
                best = rule, found
        if best is None:
            return None
        rule, found = best
        spans = ((name, *found.span(group)) for group, name in rule.groups.items())
        slots = tuple(span for span in spans if span[1] >= 0)
        return rule, found.end(), slots, tuple(found.span(name) for name in rule.parts)


def _beats(rule: DateRule, found: re.Match[str], best: tuple[DateRule, re.Match[str]]) -> bool:
    """Whether a match is longer, or as long and says that there is no time here."""
    return found.end() > best[1].end() or (found.end() == best[1].end() and rule.operator == "None")


@lru_cache(maxsize=8)
def _matcher(words: DateWords) -> Matcher:
    return Matcher(words)


def meaning(word: str, name: str, words: DateWords) -> Value | None:
    """What a word means in a class; None when it is not in it."""
    lexicon = words.lexicon
    for form in (word, word.lower(), word.title()):
        classes = lexicon.get(form)
        if classes is not None and name in classes:
            return classes[name]
    return None
