"""Who and where: the actors and places of a frame, out of the names around its trigger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.model.event import Actor, NameMention, Place
from generator.stages.events.clauses import Clause
from generator.stages.events.frames import Frame, names_in
from generator.stages.events.phrases import Range, head_of
from generator.stages.events.tokens import Line

IN_PHRASE = frozenset({"det", "noun", "adj", "name", "coord", ","})


def actors_of(line: Line, clauses: list[Clause], frame: Frame) -> tuple[Actor, ...]:
    """The actors of a frame with their roles, each once, agents first."""
    found: dict[str, Actor] = {}
    for role, run in _actor_runs(line, clauses, frame):
        for actor in _actors_in(line, frame, run, role):
            found.setdefault(actor.name, replace(actor, role=role))
    return tuple(found.values())


def _actor_runs(line: Line, clauses: list[Clause], frame: Frame) -> Iterator[tuple[str, Range]]:
    if frame.agent:
        yield "agent", frame.agent
    if frame.light_clause >= 0:
        clause = clauses[frame.light_clause]
        if clause.subject and not clause.subject[0] <= frame.first < clause.subject[1]:
            yield "agent", clause.subject
    if frame.patient and not frame.sense.ground:
        yield "patient", frame.patient
    lists, ground = line.words.words, line.words.nouns["ground"]
    for at, run in frame.phrases:
        before = line.lows[at - 1] if at else ""
        if line.lows[at] in lists["party_prepositions"] and before not in ground and before not in lists["according"]:
            yield "party", run
    for other in frame.joined:
        yield from _actor_runs(line, clauses, other)


def _actors_in(line: Line, frame: Frame, run: Range, role: str) -> Iterator[Actor]:
    names = [name for name in names_in(line, run) if name.actor is not None]
    for name in names:
        if name.actor is not None and (name.place is None or role != "party" or len(names) == 1):
            yield name.actor
    if not names:
        head = head_of(line, run)
        low = line.lows[head]
        if role == "agent" and low in line.words.nouns["agents"] and line.tags[head] in {"noun", "name"}:
            yield Actor(_description(line, run, head), "group")


def _description(line: Line, run: Range, head: int) -> str:
    """A group without a name, as the text calls it: `protesters`, `government forces`."""
    start = head
    while start > run[0] and line.tags[start - 1] in {"noun", "adj", "name"}:
        start -= 1
    words = line.text[line.starts[start] : line.ends[head]]
    return words if words[:1].islower() or not line.text.startswith(words) else words[:1].lower() + words[1:]


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
