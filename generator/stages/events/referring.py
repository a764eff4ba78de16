"""Which words of a sentence stand for a name that went before: pronouns, possessives, `the city`."""

from __future__ import annotations

from generator.stages.events.tokens import Line


def referring(line: Line) -> list[int]:
    """The tokens that stand for a name that went before; of possessives only those that own men, weapons or parts of
    a town, or what befalls a person."""
    words = line.words.words["referring"]
    found = [index for index, low in enumerate(line.lows) if low in words and index not in line.names]
    return [index for index in found if line.tags[index] != "poss" or _owns(line, index)]


def _owns(line: Line, index: int) -> bool:
    """Whether the noun after a possessive is of men or weapons, who do their owner's deeds, a part of a town, or what
    befalls a person."""
    low, nouns, words = owned(line, index), line.words.nouns, line.words.words
    theirs = low in words["men"] or low in words["town_parts"] or (not index and low in words["terms"])
    of_person = low in words["befallen"] or low in words["kin"]
    theirs = theirs or (of_person and line.lows[index] in words["person_possessives"])
    return low in nouns["force"] or low in nouns["jet"] or theirs


def owned(line: Line, index: int) -> str:
    """The noun that a possessive owns."""
    after, last, tags = index + 1, len(line.tags) - 1, line.tags
    while after < last and tags[after] in {"adj", "num", "noun"} and tags[after + 1] in {"noun", "adj"}:
        after += 1
    return line.lows[after] if after <= last else ""


def definite(line: Line, index: int) -> bool:
    """Whether a noun is a bare definite description: `the city`, `the rebel-held city`, not `the city of Goma` or
    `the Rwandan group`."""
    before = index - 1
    qualified = before > 0 and line.tags[before] in {"adj", "noun", "verb"}
    qualified = qualified and line.lows[before] not in line.words.words["other"]
    if qualified or (before > 0 and line.lows[before] in line.words.words["very"]):
        before -= 1
    if before < 0 or line.lows[before] not in line.words.words["definite"]:
        return False
    after = line.lows[index + 1] if index + 1 < len(line.lows) else ""
    return after not in line.words.words["of_only"] and index + 1 not in line.names
