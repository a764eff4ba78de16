"""The class of the word that stands before or after another, past adverbs."""

from __future__ import annotations

from generator.stages.events.tokens import Line


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
