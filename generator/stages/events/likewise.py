"""Who does, or what suffers, what the sentence has just told of another: `Oman left on Monday; [Qatar followed two days
later]`, `Homs fell on Friday, and [Idlib followed on Sunday]`, `Chad did [likewise] in May`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.stages.events.clauses import Clause
from generator.stages.events.frames import GENERAL, Frame, names_in
from generator.stages.events.objects import object_after
from generator.stages.events.phrases import head_of, timed
from generator.stages.events.tokens import Line

OWN = frozenset({"main", "coord"})


def with_followers(line: Line, clauses: list[Clause], frames: list[Frame]) -> list[Frame]:
    """The frames, with one for everybody of whom a later clause says by another verb that he did the same."""
    if line.words.words["doing_alike"].isdisjoint(line.vocabulary):
        return frames
    for index, clause in enumerate(clauses):
        if index == 0 or not _says_the_same(line, clause):
            continue
        made = next(_done_before(line, clauses, frames, index), None)
        if made is not None:
            frames = [one for one in frames if one.clause != index or one.sense.name not in GENERAL]
            frames.append(made)
    return frames


def _says_the_same(line: Line, clause: Clause) -> bool:
    """Whether a clause with a day of its own says no more than that somebody followed, or did the same."""
    words = line.words.words
    if clause.kind not in OWN or clause.form != "past" or clause.passive or clause.negated or clause.subject is None:
        return False
    if clause.lemma not in words["following_verbs"] or not timed(line, clause.end, clause.right):
        return False
    if object_after(line, clause.end, clause.right) is None and clause.lemma not in words["doing"]:
        return True
    pair = " ".join(line.lows[clause.end : clause.end + 2])
    return line.lows[clause.end] in words["likewise"] or pair in words["the_same"]


def _done_before(line: Line, clauses: list[Clause], frames: list[Frame], index: int) -> Iterator[Frame]:
    """What the clauses before tell, done by the subject of a clause, or done to it where that is a place."""
    clause = clauses[index]
    if clause.subject is None:
        return
    names = names_in(line, clause.subject)
    place = any(name.place is not None and name.actor is None for name in names)
    low, nouns = line.lows[head_of(line, clause.subject)], line.words.nouns
    someone = any(name.actor is not None for name in names) or low in nouns["people"] or low in nouns["agents"]
    before = (one for one in reversed(frames) if one.sense.verb and 0 <= one.clause < index)
    for frame in before:
        told = replace(
            frame, joined=[], phrases=[], anchor=clause.subject[0], follower=True, told_in=index,
            reach=(clause.left, clause.right),
        )  # fmt: skip
        if place and frame.sense.ground and frame.patient is not None:
            yield replace(told, patient=clause.subject, anchor=head_of(line, clause.subject))
        elif someone and frame.sense.undergoer:
            yield replace(told, patient=clause.subject)
        elif someone and frame.agent is not None:
            yield replace(told, agent=clause.subject)

