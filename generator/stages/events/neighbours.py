"""The class of the word that stands before or after another, past adverbs; and whether it tells more of the next."""

from __future__ import annotations

from generator.stages.events.tokens import Line

BEFORE_MOVING = frozenset({"", "prep", "prepsub", "coord", "time", ",", "that", "sub"})
BEFORE_SWELLING = frozenset({"", "prep", "prepsub", "verb", "coord", "time"})


def class_before(line: Line, index: int) -> str:
    """The class of the word before a token, past adverbs and `now`."""
    tags, lows, words = line.tags, line.lows, line.words.words
    for at in range(index - 1, -1, -1):
        tag = tags[at]
        if tag == "rel":
            return "poss" if lows[at] in words["possessive_relatives"] else tag
        if tag == "adv" and at and tags[at - 1] == "prep" and lows[at - 1] in words["from"]:
            return "noun"  # `hired from [abroad]`
        if tag != "adv" and (tag != "time" or lows[at] not in words["now"]):
            return tag
    return ""


def class_after(line: Line, index: int) -> str:
    """The class of the next word."""
    return line.tags[index + 1] if index + 1 < len(line.tags) else ""


def tells_more(line: Line, index: int, before: str, after: str) -> bool:
    """Whether an -ing form only tells more of the noun behind it: `after [devastating] floods`, `burned by [retreating]
    soldiers`."""
    words = line.words.words
    noun = after in {"noun", "adj"} or (after == "verb" and line.lows[index + 1] in line.words.noun_verbs)
    swells = before in BEFORE_SWELLING and noun and line.lows[index] in words["swelling"]
    if swells and line.lows[index - 1] not in words["by"]:
        return True
    return before in BEFORE_MOVING and _tells_whom(line, index)


def _tells_whom(line: Line, index: int) -> bool:
    """Whether an -ing form that takes no object says which people are meant: `[fleeing] villagers`."""
    if line.lows[index] not in line.words.words["on_the_move"] or index + 1 >= len(line.lows):
        return False
    nouns, low = line.words.nouns, line.lows[index + 1]
    return any(low in nouns[name] for name in ("people", "force", "civil"))
