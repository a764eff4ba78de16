"""Forms of words: how a pack writes a verb or noun, and every form that comes of it by the pack's spelling rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from sys import intern

Endings = Sequence[tuple[re.Pattern[str], Mapping[str, str]]]
"""A pack's spelling rules: what a base form ends with, and the endings of its other forms; the first that fits."""


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What a word can be as a verb."""

    lemma: str
    forms: frozenset[str]
    """Of ``base``, ``s``, ``past``, ``part``, ``ing``."""


def inflect(entry: str, endings: Endings) -> tuple[str, ...]:
    """Base, -s, past, participle and -ing form of a verb as a pack writes it (without a phrase's rest)."""
    parts = entry.split("/")
    base = parts[0].rstrip("*")
    for pattern, rule in endings:
        if pattern.search(base):
            doubled = base + base[-1] if parts[0].endswith("*") else ""
            s, past, ing = (pattern.sub(rule[key], base, count=1) for key in ("s", "past", "ing"))
            if doubled:
                past, ing = doubled + "ed", doubled + "ing"
            irregular = parts[1:] or [past, past]
            return tuple(map(intern, (base, s, irregular[0], irregular[1], ing)))
    raise ValueError(f"no inflection fits the verb {entry!r}")


def learn(verbs: dict[str, VerbForm], forms: tuple[str, ...]) -> None:
    """Enter a verb's forms; a form that serves twice (set, seized) keeps all it can be. First lemma wins."""
    for name, surface in zip(("base", "s", "past", "part", "ing"), forms, strict=True):
        known = verbs.get(surface)
        if known is None:
            verbs[surface] = VerbForm(forms[0], frozenset({name}))
        elif known.lemma == forms[0]:
            verbs[surface] = VerbForm(known.lemma, known.forms | {name})


def pluralise(noun: str, endings: Endings) -> str:
    """The plural of a noun by the pack's spelling rules; ``noun/plural`` in a pack's list gives an irregular one."""
    if "/" in noun:
        return intern(noun.partition("/")[2])
    for pattern, rule in endings:
        if pattern.search(noun):
            return intern(pattern.sub(rule["s"], noun, count=1))
    return noun


def singular(noun: str) -> str:
    """The singular of a noun as a pack writes it."""
    return intern(noun.partition("/")[0])


def plurals(words: Sequence[str], endings: Endings) -> Iterator[str]:
    """Every noun of a list in both numbers."""
    for word in words:
        yield singular(word)
        yield pluralise(word, endings)
