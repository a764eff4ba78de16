"""What somebody announces that he or others will do: an act of the day on which it is said, and news of its own.

The deed itself, which a later report may tell, is read like any other plan; `said that they would` is plain speech.
"""

from __future__ import annotations

from generator.languages.events import Sense
from generator.model.temporal import TimeExpression
from generator.stages.events.clauses import Clause
from generator.stages.events.days import Days
from generator.stages.events.frames import Frame, fill_verb, names_in
from generator.stages.events.objects import object_after
from generator.stages.events.offsets import DAY
from generator.stages.events.phrases import Range, head_of
from generator.stages.events.prepositional import phrases_in
from generator.stages.events.times import TIMES
from generator.stages.events.tokens import Line

NAME = "announcement"
"""The name of the rule."""
COMPLEMENT = frozenset({"that", "zero"})


def with_announcements(days: Days, taken: list[Frame]) -> list[Frame]:
    """The frames of a sentence with one for every clause in which somebody announces on a day of its own what is to be
    done. It stands for what is announced, unless that has a day as well."""
    lemmas = days.line.words.words["announcing_plans"]
    found = list(taken)
    for index, clause in enumerate(days.clauses[:-1]):
        if clause.lemma not in lemmas or clause.passive:
            continue
        plan = _plan(days.clauses, index, taken)
        told = plan is not None or _announces(days.line, days.clauses, index)
        made = _announcement(days, index, plan) if told else None
        if made is not None:
            found = [one for one in found if one is not plan or _dated(days, index + 1)] + [made]
    return found


def _announcement(days: Days, index: int, plan: Frame | None) -> Frame | None:
    """The frame of an announcing clause, where somebody with a name speaks on a day."""
    line, clauses = days.line, days.clauses
    speaker = _speaker(line, clauses, index)
    if speaker is None or not any(_dated(days, at) for at in (index, _issuing(line, clauses, index))):
        return None
    clause = clauses[index]
    sense = Sense(NAME, clause.lemma, "statement", strong=True, verb=True, minor=True)
    frame = Frame(sense, clause.head, clause.head + 1, index)
    fill_verb(line, clause, frame, clause.right)
    frame.agent, frame.patient = speaker, _ground(line, plan) if plan is not None else None
    frame.reach = (clause.left, clause.right)
    return frame


def _ground(line: Line, plan: Frame) -> Range | None:
    """The place that is to be taken or left, of which the announcement is news."""
    ends = (at for at in range(plan.last, plan.reach[1]) if at in line.names and line.names[at].place is not None)
    first = next(ends, -1)
    return (first, first + 1) if first >= 0 and plan.sense.type == "territory-change" else None


def _plan(clauses: list[Clause], index: int, taken: list[Frame]) -> Frame | None:
    """The event that the next clause tells, where it is what the verb announces."""
    if not _is_content(clauses, index):
        return None
    return next((one for one in taken if one.clause == index + 1 and one.sense.verb), None)


def _is_content(clauses: list[Clause], index: int) -> bool:
    """Whether the next clause is what a verb announces, and still to come."""
    clause, plan = clauses[index], clauses[index + 1]
    content = plan.kind in COMPLEMENT and plan.governor == index and plan.form == "modal"
    return content and not plan.negated and not clause.negated


def _announces(line: Line, clauses: list[Clause], index: int) -> bool:
    """Whether what is announced is something done to a thing, by whatever verb: `would [silence its guns]`."""
    plan = clauses[index + 1]
    if not _is_content(clauses, index) or line.tags[plan.head] != "verb":
        return False
    done = object_after(line, plan.end, plan.right)
    return done is not None and line.tags[done[0]] != "time" and not plan.passive


def _speaker(line: Line, clauses: list[Clause], index: int) -> Range | None:
    """Who announces it: a name, or whoever issued the statement that does."""
    subject = clauses[index].subject
    if subject is None:
        return None
    head = head_of(line, subject)
    if head in line.names:
        return subject if line.names[head].actor is not None else None
    if line.lows[head] in line.words.nouns["notable"] and any(one.actor for one in names_in(line, subject)):
        return subject  # `the spokesman of the junta`
    issued = clauses[_issuing(line, clauses, index)]
    runs = (run for at, run in phrases_in(line, issued.end, issued.right) if line.lows[at] in line.words.words["by"])
    return next((run for run in runs if run[0] in line.names and line.names[run[0]].actor is not None), None)


def _issuing(line: Line, clauses: list[Clause], index: int) -> int:
    """The clause that says who issued the statement that announces it, or the announcing clause itself: `a note [issued
    on Monday by the junta] announced that`."""
    subject, before = clauses[index].subject, index - 1
    text = subject is not None and line.lows[head_of(line, subject)] in line.words.nouns["speechword"]
    return before if text and before >= 0 and clauses[before].subject == subject else index


def _dated(days: Days, index: int) -> bool:
    """Whether a day on the calendar stands in the clause."""
    return any(_is_day(time) for _, time in days.by_clause.get(index, ()))


def _is_day(time: TimeExpression) -> bool:
    return time.edtf is not None and time.type in TIMES and len(time.value) >= DAY
