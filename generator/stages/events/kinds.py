"""What kind of event a clause tells by who did it, to whom and with what: troops that arrive are a deployment, families
that leave are a displacement, whatever verb of motion says so."""

from __future__ import annotations

from typing import NamedTuple

from generator.languages.events import Company, EventWords, Need
from generator.model.event import EventType
from generator.stages.events.clauses import Clause
from generator.stages.events.frames import NUMBER, Frame, bare_number, meant_by, names_in, readings
from generator.stages.events.merge import DEEDS
from generator.stages.events.phrases import Range, head_of
from generator.stages.events.tokens import MEMO_SIZE, Line


class Phrase(NamedTuple):
    """A noun phrase as the rules look at it."""

    run: Range
    head: int
    lows: list[str]


SOMEBODY = ("people", "office", "agents", "combatant", "soldiers")
"""Lists of nouns whose words act of their own will."""


def is_somebody(line: Line, run: Range) -> bool:
    """Whether the head of a noun phrase names an actor or people."""
    head = head_of(line, run)
    name = line.names.get(head)
    low = line.lows[head]
    return (name is not None and name.actor is not None) or any(low in line.words.nouns[one] for one in SOMEBODY)


def befalls_somebody(line: Line, frame: Frame) -> bool:
    """Whether a deed is done to an actor or people, who are no ground that changes hands."""
    return frame.patient is not None and is_somebody(line, frame.patient)


def kind_of_deed(line: Line, clause: Clause, frame: Frame) -> EventType:
    """The kind of a deed that no trigger lists in this company: that of its verb with its particle, that which its
    company tells, or the kind of violence that is all its verb is listed for (what somebody `lost`, `freed` or
    `brokered` tells only in company); else `other`."""
    found = [(sense.type, end) for sense, end in readings(line, clause.head, True)]
    phrasal = {kind for kind, end in found if end > clause.head + 1}
    if len(phrasal) == 1 and not ("territory-change" in phrasal and befalls_somebody(line, frame)):
        return phrasal.pop()
    told, kinds = kind_in_company(line, clause, frame, "other"), {kind for kind, _ in found}
    return kinds.pop() if told == "other" and len(kinds) == 1 and kinds <= DEEDS else told


def kind_in_company(line: Line, clause: Clause, frame: Frame, kind: EventType) -> EventType:
    """The kind of a deed, where its company says that it is another than its verb alone would mean."""
    found: dict[str, list[Phrase]] = {}
    for company in _fitting(line.words, kind, clause.lemma, frame.sense.toll):
        for need in company.needs:
            phrases = found.get(need.where)
            if phrases is None:
                phrases = found[need.where] = [_phrase(line, run) for run in _runs(line, clause, frame, need.where)]
            if not _stands(line, phrases, need):
                break
        else:
            return company.type
    return kind


def _fitting(words: EventWords, kind: EventType, lemma: str, toll: str) -> tuple[Company, ...]:
    """The rules that are about a kind of deed, a verb and its toll; remembered in the pack."""
    key = kind, lemma, toll
    found = words.fitting.get(key)
    if found is None:
        found = tuple(one for one in words.companies if kind in one.of and _of_verb(one, lemma, toll))
        if len(words.fitting) < MEMO_SIZE:
            words.fitting[key] = found
    return found


def _of_verb(company: Company, lemma: str, toll: str) -> bool:
    if company.tolls and toll not in company.tolls:
        return False
    return (not company.verbs or lemma in company.verbs) and lemma not in company.apart


def _stands(line: Line, phrases: list[Phrase], need: Need) -> bool:
    """Whether what a rule asks for is there, or is not where it must not be."""
    for phrase in phrases:
        for option in need.options:
            if _is(line, phrase, option):
                return need.wanted
    return not need.wanted


def _phrase(line: Line, run: Range) -> Phrase:
    """A noun phrase with its head, and the words of the head or what these mean: `[General] Paul Sena`."""
    head = head_of(line, run)
    first = run[0] if line.tags[head] == "name" else head
    return Phrase(run, head, [*line.lows[first : head + 1], *meant_by(line, (head, head + 1))])


def _runs(line: Line, clause: Clause, frame: Frame, where: str) -> list[Range]:
    """The noun phrases of a role: who does it, what undergoes it, who moves, what stands behind a preposition."""
    signs = line.words.words.get(where)
    if signs is not None:
        return [run for at, run in frame.phrases if line.lows[at] in signs]
    agent, patient = ([run] if run is not None else [] for run in (frame.agent, frame.patient))
    if where == "mover":
        moved = clause.passive or frame.sense.undergoer or befalls_somebody(line, frame)  # `took the boys home`
        return patient if moved else agent
    return {"subject": agent, "object": patient}.get(where, agent + patient)


def _is(line: Line, phrase: Phrase, what: str) -> bool:
    """Whether the head of a noun phrase is such a noun, or a name in it is of such a kind."""
    words, run = line.words, phrase.run
    listed = words.nouns.get(what)
    if listed is not None:
        return not listed.isdisjoint(phrase.lows) or (what == NUMBER and bare_number(line, run))
    if what == "any":
        return True
    if what == "in_arms":
        return not words.words[what].isdisjoint(line.lows[run[0] : phrase.head])
    if what == "them":
        return line.lows[run[0]] in words.words["object_pronouns"]
    names = names_in(line, run)
    if what == "named":
        return line.tags[phrase.head] == "name" or any(name.actor is not None for name in names)
    if what == "place":
        return any(name.place is not None for name in names)
    return any(name.actor is not None and name.actor.kind in words.name_kinds[what] for name in names)
