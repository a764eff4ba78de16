"""Small words whose class hangs on their company: pronouns that only stress a noun, `yet` that denies, `followed by`
that joins."""

from __future__ import annotations

from generator.stages.events.neighbours import class_before
from generator.stages.events.tokens import NOUN_LIKE, Line


def settle_small_words(line: Line) -> None:
    """Give the small words of a line their class, before its verbs are settled."""
    words = line.words.words
    if not words["reflexives"].isdisjoint(line.vocabulary):
        _settle_reflexives(line)
    if not words["not_yet"].isdisjoint(line.vocabulary):
        _settle_yet(line)
    if not words["followed"].isdisjoint(line.vocabulary):
        _settle_followed(line)


def _settle_reflexives(line: Line) -> None:
    """Let a pronoun that only stresses the noun before it be an adverb: `the city [itself] fell`."""
    for index, low in enumerate(line.lows):
        if low in line.words.words["reflexives"] and class_before(line, index) in NOUN_LIKE:
            line.tags[index] = "adv"


def _settle_followed(line: Line) -> None:
    """Let `followed by` before a name join it to what goes before: `Oman left on Monday[, followed by] Qatar`."""
    for index in range(1, len(line.lows) - 2):
        joins = line.lows[index] in line.words.words["followed"] and line.lows[index + 1] in line.words.words["by"]
        named = index + 2 + (line.tags[index + 2] == "det")
        if joins and line.tags[index - 1] == "," and line.tags[named : named + 1] == ["name"]:
            line.tags[index] = line.tags[index + 1] = "coord"


def _settle_yet(line: Line) -> None:
    """Let `yet` between a form of `have` or `be` and an infinitive deny what that tells: `has [yet] to reply`."""
    for index, low in enumerate(line.lows):
        around = line.tags[index - 1 : index + 2 : 2]
        if low in line.words.words["not_yet"] and around in (["have", "to"], ["be", "to"]):
            line.tags[index] = "not"
