"""What a distance counts from when that was told before: `three days after [Homs fell]` goes back to the sentence that
told when it fell."""

from __future__ import annotations

from collections.abc import Sequence, Set

from generator.model.temporal import TimeExpression
from generator.stages.events.clauses import Clause
from generator.stages.events.frames import Frame, names_in
from generator.stages.events.offsets import offset_at
from generator.stages.events.prepositional import ruling
from generator.stages.events.story import Story
from generator.stages.events.tokens import Line


def told_before(
    line: Line, clauses: Sequence[Clause], found: Sequence[Frame], story: Story
) -> dict[int, TimeExpression]:
    """By the token of each `after` or `before` with a distance, when the event behind it was told to have been."""
    if line.words.words["distance_prepositions"].isdisjoint(line.vocabulary) or not story.deeds:
        return {}
    distances = [at for at in range(len(line.lows)) if _sure(line, at)]
    behind = {_opener(line, clauses, frame): frame for frame in reversed(found)} if distances else {}
    told = ((at, _told(line, behind.get(at), at, story)) for at in distances)
    return {at: time for at, time in told if time is not None}


def _sure(line: Line, at: int) -> bool:
    """Whether a distance to an event says which day it leads to: what came hours before it may be of the day before."""
    distance = offset_at(line, at)
    return distance is not None and (distance[0] != 0 or line.lows[at] in line.words.words["after"])


def _opener(line: Line, clauses: Sequence[Clause], frame: Frame) -> int:
    """The word that opens the clause of a verb, or that stands before the phrase of a noun."""
    if frame.sense.verb:
        return clauses[frame.clause].opener if clauses[frame.clause].kind in {"sub", "part"} else -1
    return ruling(line, frame.first)


def _told(line: Line, frame: Frame | None, at: int, story: Story) -> TimeExpression | None:
    """The last deed of this kind at the place that is named, or what `the` or `its` takes for known."""
    if frame is None:
        return story.event(_known_kinds(line, at))
    kinds = {frame.sense.type}
    names = names_in(line, (max(at, frame.reach[0]), frame.reach[1]))
    places = {name.place.name for name in names if name.place is not None}
    if places:
        return story.event(kinds, places)
    return story.event(kinds & _known_kinds(line, at))


def _known_kinds(line: Line, at: int) -> Set[str]:
    """The kinds of event that a noun right behind a token can mean, where `the` or `its` takes it for known."""
    words = line.words
    known = line.lows[at + 1 : at + 2] and (line.lows[at + 1] in words.words["definite"] or line.tags[at + 1] == "poss")
    if not known or at + 2 >= len(line.lows) or line.tags[at + 3 : at + 4] in (["prep"], ["name"], ["noun"]):
        return frozenset()
    return {sense.type for sense in words.triggers.get(line.lows[at + 2], ()) if not sense.verb}
