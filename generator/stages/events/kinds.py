"""What kind of event a clause tells that no trigger lists, by who did it and to whom: troops that arrive are a
deployment, families that leave are a displacement, whatever verb of motion says so."""

from __future__ import annotations

from generator.model.event import EventType
from generator.stages.events.clauses import Clause
from generator.stages.events.frames import Frame, names_in, readings
from generator.stages.events.phrases import Range, head_of
from generator.stages.events.tokens import Line


def kind_of_deed(line: Line, clause: Clause, frame: Frame) -> EventType:
    """The kind of a deed, `other` where its company does not tell."""
    doer = frame.patient if clause.passive else frame.agent
    if doer is None:
        return "other"
    if _is(line, doer, "court") and not clause.passive:
        return "justice"
    phrasal = {sense.type for sense, end in readings(line, clause.head, True) if end > clause.head + 1}
    people = clause.passive and _is(line, doer, "people")
    if len(phrasal) == 1 and not (people and "territory-change" in phrasal):  # nobody is ground
        return phrasal.pop()
    words, done_to = line.words.words, frame.patient if frame.agent else None
    if done_to and _unarmed(line, done_to):
        forced = clause.lemma in words["forcing"] and _armed(line, doer)
        return "violence-against-civilians" if forced else "other"
    return _movement(line, doer) if clause.lemma in words["going"] else "other"


def _movement(line: Line, doer: Range) -> EventType:
    """What it is when somebody comes or goes."""
    if _is(line, doer, "uproot"):
        return "displacement"
    if _armed(line, doer) or _is(line, doer, "warcraft"):
        return "deployment"
    return "aid-humanitarian" if _is(line, doer, "relief") else "other"


def _is(line: Line, run: Range, kind: str) -> bool:
    """Whether the head of a noun phrase is such a noun."""
    return line.lows[head_of(line, run)] in line.words.nouns[kind]


def _unarmed(line: Line, run: Range) -> bool:
    """Whether a noun phrase means people who do not fight, or people just told of: `marched [them] to a ridge`."""
    return _is(line, run, "unarmed") or line.lows[run[0]] in line.words.words["object_pronouns"]


def _armed(line: Line, run: Range) -> bool:
    """Whether a noun phrase means an armed force, by its head or its name."""
    armed = line.words.name_kinds["armed"]
    named = any(name.actor is not None and name.actor.kind in armed for name in names_in(line, run))
    return named or _is(line, run, "soldiers")
