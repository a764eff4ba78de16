"""Objects that stand behind a phrase of place, time or manner, since they are long or new: `signed [in Geneva] an
accord`, `approved [in a referendum] a new constitution`."""

from __future__ import annotations

from generator.stages.events.objects import object_after
from generator.stages.events.phrases import Range
from generator.stages.events.tokens import Line

OPENS = frozenset({"prep", "prepsub"})
HELD = frozenset({"det", "poss", "adj", "num"})
"""Classes of words before the noun of the phrase that is passed over."""
NOUNS = frozenset({"noun", "name", "time"})
MOST = 3
"""So many phrases are passed over at most."""


def shifted_object(line: Line, start: int, limit: int) -> Range | None:
    """The noun phrase with an article that follows a verb behind one or more short phrases."""
    at = start
    for _ in range(MOST):
        end = _past_phrase(line, at, limit)
        if end == at:
            return None
        at = end
        if at < limit and line.lows[at] in line.words.words["articles"] and at not in line.times:
            return object_after(line, at, limit)
    return None


def _past_phrase(line: Line, at: int, limit: int) -> int:
    """Where a phrase of a preposition, words before a noun and the noun ends; its own start where none stands there."""
    tags, end = line.tags, at + 1
    if at >= limit or tags[at] not in OPENS:
        return at
    while end < limit and tags[end] in HELD:
        end += 1
    noun = end
    while end < limit and tags[end] in NOUNS:
        end += 1
    return end if end > noun else at
