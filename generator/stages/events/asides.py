"""Clauses that only say more of a thing and tell no event: who stayed, how a thing ranks, what was in force, how long
it lasted, what sides took over the months, and what there was hardly any of."""

from __future__ import annotations

from generator.stages.events.clauses import Clause
from generator.stages.events.frames import Frame, names_in
from generator.stages.events.tokens import Line


def is_aside(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a frame only says more of a thing."""
    return _hardly(line, frame) or (frame.clause >= 0 and any(rule(line, clauses, frame) for rule in RULES))


def _hardly(line: Line, frame: Frame) -> bool:
    """Whether there was little of it: `met little resistance`."""
    return not line.words.words["scant"].isdisjoint(line.lows[frame.first + 1 : frame.last])


def _remains(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a participle tells who stayed: `the families [left in the town]`."""
    clause = clauses[frame.clause]
    left = clause.lemma in line.words.words["leaving"]
    return left and frame.sense.undergoer and clause.kind == "reduced" and clause.form == "part"


def _sums_ground(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether changes of hands over a stretch of time are only summed up: `have taken two towns since May`, `the towns
    they have taken`."""
    clause = clauses[frame.clause]
    if not frame.sense.ground or not clause.perfect or frame.patient is None or names_in(line, frame.patient):
        return False
    if clause.kind == "rel":
        return True
    since = line.words.words["since"]
    return any(line.lows[at - 1] in since for at in line.times if at and clause.left <= at < clause.right)


def _only_ranks(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a participle only says among what something ranks: `it is the third ship [sunk this month]`."""
    index = frame.clause
    clause = clauses[index]
    before = clauses[index - 1] if index else None
    if before is None or clause.kind != "reduced" or before.subject is None or before.end > clause.start:
        return False
    copula = line.tags[before.head] == "be" and before.start == before.head
    lone = before.subject[1] - before.subject[0] == 1 and line.tags[before.subject[0]] in {"pron", "det"}
    return copula and lone and clause.subject is not None and clause.subject[0] == before.end


def _lasts(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a relative clause only says how long something went on: `a truce [that lasted a day]`."""
    clause = clauses[frame.clause]
    times = [time for at, time in line.times.items() if clause.left <= at < clause.right]
    spans = bool(times) and all(time.edtf is None and time.type == "DURATION" for time in times)
    return spans and clause.kind == "rel" and not names_in(line, frame.reach)


def _stands(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a participle only tells which thing was in force: `left the town under a plan [agreed in 2024]`."""
    clause = clauses[frame.clause]
    if clause.kind != "reduced" or clause.subject is None or clause.subject[0] < 1 or not frame.sense.verb:
        return False
    under = line.lows[clause.subject[0] - 1] in line.words.words["standing_prepositions"]
    return under and not names_in(line, (clause.subject[0], clause.end))


RULES = (_remains, _sums_ground, _only_ranks, _lasts, _stands)
