"""What makes a deed worth telling that no date tells: who or what did it, to whom, where, and how many."""

from __future__ import annotations

from generator.languages.events import Sense
from generator.stages.events.clauses import Clause
from generator.stages.events.frames import TOLD, Frame, bare_number, fill_verb
from generator.stages.events.kinds import is_somebody, kind_in_company, kind_of_deed
from generator.stages.events.merge import DEEDS
from generator.stages.events.phrases import Range, head_of
from generator.stages.events.tokens import Line

MEASURE = frozenset({"num", "time", "adv"})
"""Classes of words that begin an amount or an hour."""
TOLD_BY_COMPANY = DEEDS - {"protest-riot"} | {"territory-change", "deployment", "displacement", "agreement"}
"""Kinds of event that company alone vouches for; whatever protesters, envoys or judges do is of their kind."""


def made_by_company(line: Line, clause: Clause) -> bool:
    """Whether who and what take part makes a deed one of a kind, wherever it was: `a rocket [gutted] the ferry`."""
    idle = clause.lemma in line.words.words["going"] and not _whither(line, clause)
    if line.headline or idle or not tells_deed(line, clause):
        return False
    frame = Frame(Sense(TOLD, clause.lemma, "other", strong=True, verb=True), clause.head, clause.head + 1, 0)
    fill_verb(line, clause, frame, clause.right)
    somebody = any(run is not None and is_somebody(line, run) for run in (frame.agent, frame.patient))
    kind = kind_of_deed(line, clause, frame) if somebody else kind_in_company(line, clause, frame, "other")
    return kind in TOLD_BY_COMPANY  # not `the closure [hurt]`, `protesters [shouted]`


def _whither(line: Line, clause: Clause) -> bool:
    """Whether a clause says where somebody or something went, and not only when: not `came [at nine or ten]`."""
    hours, behind = line.words.words["dayparts"], range(clause.end + 1, clause.right)
    phrases = (at for at in behind if line.tags[at - 1] == "prep" and line.tags[at] not in MEASURE)
    return any(hours.isdisjoint(line.lows[at : at + 2]) for at in phrases)


def somewhere(line: Line, clause: Clause) -> bool:
    """Whether a clause, or what stands before it in its sentence, names a place that is no wide region, or counts
    somebody."""
    wide = line.words.words["wide_places"]
    names = (line.names[at] for at in range(clause.right) if at in line.names)
    placed = any(one.place is not None and one.actor is None and one.place.kind not in wide for one in names)
    return placed or (clause.subject is not None and line.tags[clause.subject[0]] == "num")


def something(line: Line, subject: Range) -> bool:
    """Whether a subject is somebody or something that a deed can be told of: not what is only said or written, nor a
    thing that only a pronoun stands for."""
    words, head = line.words.words, head_of(line, subject)
    if not words["speakers"].isdisjoint(line.lows[subject[0] : subject[1]]):
        return False
    if line.tags[head] == "pron":
        return head in line.names or line.lows[head] in words["people_pronouns"]
    bare = subject[1] - subject[0] == 1 and line.lows[head] in words["quantities"]  # `[most] had fought before`
    return not bare and line.lows[head] not in words["no_things"]


def tells_deed(line: Line, clause: Clause) -> bool:
    """Whether the subject of a clause is one of whom or of which a deed can be told."""
    subject = clause.subject
    if subject is None or not something(line, subject) or line.lows[subject[0]] in line.words.words["thing_pronouns"]:
        return False
    # `the text opened the army to them`: that is what it provides
    return line.lows[head_of(line, subject)] not in line.words.nouns["resolution"]


def particular(line: Line, clause: Clause) -> bool:
    """Whether a clause says of a deed where or when it was, who took part, or how many."""
    subject = clause.subject
    if subject is None or not tells_deed(line, clause):
        return False
    inside = range(clause.left if clause.shared else min(subject[0], clause.left), clause.right)
    if any(at in line.times for at in inside):
        return True
    if clause.kind in {"rel", "sub"}:
        return False  # they tell of older things as a rule, or of what went on
    wide = line.words.words["wide_places"]
    names = [line.names[at] for at in inside if at in line.names]
    named = any(name.actor is not None or (name.place is not None and name.place.kind not in wide) for name in names)
    return named or line.tags[subject[0]] == "num"


def done_by_somebody(line: Line, clause: Clause) -> bool:
    """Whether somebody did it or it was done to somebody: a bare form behind a thing may be a participle."""
    if clause.subject is None or line.headline:
        return False
    if clause.passive and head_of(line, clause.subject) in line.names:
        return True
    counted = clause.passive and bare_number(line, clause.subject)  # `[forty] were led off`
    return counted or is_somebody(line, clause.subject)
