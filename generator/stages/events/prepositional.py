"""Prepositional phrases: a preposition with the noun phrase behind it; and, from the noun, what rules it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.stages.events.objects import object_after
from generator.stages.events.phrases import Range
from generator.stages.events.tokens import NOUN_PHRASE, Line


def ruling(line: Line, noun: int) -> int:
    """The token before the phrase of a noun, such as the preposition that rules it; -1 where none stands there."""
    at = noun - 1
    while at >= 0 and line.tags[at] in NOUN_PHRASE:
        at -= 1
    return at


def phrases_in(line: Line, low: int, high: int) -> Iterator[tuple[int, Range]]:
    """The prepositional phrases of a stretch of tokens, without those that tell time."""
    lows, tags = line.lows, line.tags
    according, of_only = line.words.words["according"], line.words.words["of_only"]
    index = low
    while index < high:
        if lows[index] in according:
            return
        opens = tags[index] in {"prep", "prepsub", "to"}
        after_time = opens and index > low and tags[index - 1] == "time" and lows[index] in of_only
        if opens and (not after_time or _names_a_day(line, index - 1)):
            run = object_after(line, index + 1, high) or _length_after(line, index, high)
            if run:
                yield index, run
                index = run[1]
                continue
        index += 1


def _length_after(line: Line, index: int, high: int) -> Range | None:
    """A length of time after `to`, which tells no date: `jailed [to ten years]`."""
    time = line.times.get(index + 1)
    if line.tags[index] != "to" or time is None or time.type != "DURATION":
        return None
    end = index + 1
    while end < high and line.times.get(end) is time:
        end += 1
    return index + 1, end


def _names_a_day(line: Line, index: int) -> bool:
    """Whether a time ends with a weekday or a figure, so that `of` after it begins anew: `the arrest on 3 May of`."""
    return line.lows[index] in line.words.words["weekdays"] or line.lows[index][:1].isdigit()
