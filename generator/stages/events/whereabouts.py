"""Where: the places of a frame, out of the names in its reach and, where it has none, in the clauses tied to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.event import NameMention, Place
from generator.stages.events.clauses import Clause
from generator.stages.events.frames import Frame, names_in
from generator.stages.events.tokens import Line

IN_PHRASE = frozenset({"det", "noun", "adj", "name", "coord", ","})


def places_of(line: Line, clauses: list[Clause], frame: Frame) -> tuple[Place, ...]:
    """The places where a frame happened, nearest and most exact first."""
    found: dict[str, Place] = {}
    for name in _place_names(line, clauses, frame):
        if name.place is not None:
            found.setdefault(name.place.name, name.place)
    return tuple(found.values())


def _place_names(line: Line, clauses: list[Clause], frame: Frame) -> Iterator[NameMention]:
    yield from _undergone(line, frame)
    low, high = frame.reach
    where = line.words.words["place_prepositions"]
    for at, name in sorted(_by_first(line, low, high)):
        if frame.anchor >= 0 and frame.patient and frame.patient[0] <= at < frame.patient[1]:
            continue
        noun_modifier = not frame.sense.verb and frame.first - 3 <= at < frame.first
        pure = name.actor is None and (noun_modifier or _inside_phrase(line, at, where, low))
        if pure or _follows(line, at, where):
            yield name
    for other in frame.joined:
        yield from _place_names(line, clauses, other)


def _undergone(line: Line, frame: Frame) -> Iterator[NameMention]:
    """The places that are taken, left or reached: the object, or what follows the trigger's own preposition."""
    if frame.anchor >= 0:
        yield line.names[frame.anchor]
    elif frame.sense.ground and frame.patient:
        yield from names_in(line, frame.patient)
    elif frame.sense.verb and frame.patient:
        yield from (name for name in names_in(line, frame.patient) if name.actor is None)
    for at, run in frame.phrases:
        if frame.first <= at < frame.last:
            yield from names_in(line, run)


def _by_first(line: Line, low: int, high: int) -> list[tuple[int, NameMention]]:
    found: list[tuple[int, NameMention]] = []
    for index in range(low, high):
        name = line.names.get(index)
        if name is not None and name.place is not None and (not found or found[-1][1] is not name):
            found.append((index, name))
    return found


def _follows(line: Line, index: int, where: frozenset[str]) -> bool:
    """Whether a preposition of place rules a name: `in Goma`, `near the city of Sake`, `in Sake and Goma`."""
    of = line.words.words["of_only"]
    index -= 1
    while index >= 0 and (line.tags[index] in IN_PHRASE or line.lows[index] in of):
        index -= 1
    return index >= 0 and line.lows[index] in where


def _inside_phrase(line: Line, index: int, where: frozenset[str], low: int) -> bool:
    """Whether a pure place name stands in a phrase of place, or in apposition to one."""
    for position in range(index - 1, low - 1, -1):
        if line.lows[position] in where:
            return True
        if line.tags[position] in {"verb", "be", "have", "modal", "rel"}:
            return False
    return False
