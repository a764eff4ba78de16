"""The class of the word that stands before or after another, past adverbs."""

from __future__ import annotations

from generator.stages.events.tokens import Line


def class_before(line: Line, index: int) -> str:
    """The class of the word before a token, past adverbs and `now`."""
    tags, adverbs, index = line.tags, line.words.words["now"], index - 1
    while index >= 0 and (tags[index] == "adv" or (tags[index] == "time" and line.lows[index] in adverbs)):
        index -= 1
    if index < 0:
        return ""
    tag = tags[index]
    return "poss" if tag == "rel" and line.lows[index] in line.words.words["possessive_relatives"] else tag


def class_after(line: Line, index: int) -> str:
    """The class of the next word."""
    return line.tags[index + 1] if index + 1 < len(line.tags) else ""
