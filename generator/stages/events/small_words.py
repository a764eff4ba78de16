"""Small words whose class hangs on their company: pronouns that only stress a noun, `yet` that denies, `followed by`
that joins, `that` which points."""

from __future__ import annotations

from generator.stages.events.clause import VERBAL
from generator.stages.events.neighbours import class_before
from generator.stages.events.tokens import NOUN_LIKE, Line

CLAUSE_ENDS = frozenset({",", ";", ":", ".", "coord", "dash", "sub", "prepsub", "rel"})


def settle_small_words(line: Line) -> None:
    """Give the small words of a line their class, before its verbs are settled."""
    words = line.words.words
    if not words["reflexives"].isdisjoint(line.vocabulary):
        _settle_reflexives(line)
    if not words["not_yet"].isdisjoint(line.vocabulary):
        _settle_yet(line)
    if not words["followed"].isdisjoint(line.vocabulary):
        _settle_followed(line)
    if not words["since"].isdisjoint(line.vocabulary):
        _settle_since(line)
    if "that" in line.tags:
        _settle_pointing(line)


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


def _settle_since(line: Line) -> None:
    """Let `since` between a form of `have` and its participle be an adverb: `have [since] bombed Homs`."""
    for index, low in enumerate(line.lows):
        if low in line.words.words["since"] and line.tags[index - 1 : index] == ["have"]:
            line.tags[index] = "adv" if line.tags[index + 1 : index + 2] in (["verb"], ["be"]) else line.tags[index]


def _settle_pointing(line: Line) -> None:
    """Let `that` before a noun point to it where it opens no clause: at the head of a sentence, behind a preposition,
    or behind a verb where no other follows (`broke [that] truce on Monday`, not `found [that] water was short`)."""
    for index, tag in enumerate(line.tags):
        if tag != "that" or not _can_be_noun(line, index + 1):
            continue
        before = line.tags[index - 1] if index else ""
        if before in {"", "prep"} or (before == "verb" and not _clause_follows(line, index)):
            line.tags[index] = "det"


def _can_be_noun(line: Line, index: int) -> bool:
    """Whether a word may stand in a noun phrase: the base form of a verb can be a noun's as well (`that deal`)."""
    tag = line.tags[index] if index < len(line.tags) else ""
    known = line.words.verbs.get(line.lows[index]) if tag == "verb" else None
    return tag in {"noun", "adj"} or (known is not None and "base" in known.forms)


def _clause_follows(line: Line, that: int) -> bool:
    """Whether a finite verb stands behind `that` before the next stop or `and`, or the verb before it is of saying."""
    known = line.words.verbs.get(line.lows[that - 1])
    if known is None or known.lemma in line.words.words["saying"]:
        return True
    for tag in line.tags[that + 2 :]:
        if tag in CLAUSE_ENDS:
            return False
        if tag in VERBAL:
            return True
    return False
