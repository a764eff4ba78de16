"""Clauses whose verb tells no deed for all its past tense: they hand on a number, say what something was taken to mean,
or stand in somebody's words."""

from __future__ import annotations

from generator.stages.events.clauses import Clause
from generator.stages.events.objects import object_after
from generator.stages.events.phrases import head_of
from generator.stages.events.tokens import Line


def says_nothing(line: Line, clauses: list[Clause], index: int) -> bool:
    """Whether a clause only hands on what is told elsewhere, or how long something took."""
    clause, words = clauses[index], line.words.words
    after = line.lows[clause.end : clause.end + 1]
    if clause.lemma in words["concluding"] and not words["for"].isdisjoint(after):
        return True  # `signed for Oman` what was told before
    if clause.lemma in words["lasting"] and line.tags[clause.end : clause.end + 1] == ["time"]:
        return True  # `took a month to say so`
    return _reckons(line, clause) or _understood(line, clauses, index)


def _reckons(line: Line, clause: Clause) -> bool:
    """Whether a clause only hands on a number (`[raised its count]`, `[passed on a figure]`, not `[dropped a leading
    figure]`) or only likens its deed to another."""
    words, after = line.words.words, clause.end
    phrasal = line.tags[after : after + 1] in (["prep"], ["adv"])
    run = object_after(line, after + phrasal, clause.right)
    if run is None:
        return False
    if line.lows[run[0]] in words["negation"] or line.lows[run[0]] in words["spoken_objects"]:
        return True  # `lost nobody`, `stopped us`
    head = head_of(line, run)
    bare = head == run[0] or line.tags[head - 1] in {"det", "poss"}
    if not words["same"].isdisjoint(line.lows[run[0] : head]):
        return True  # `took the same road`: as somebody told of before
    if bare and line.lows[head] in words["empty_objects"] and line.tags[run[1] : run[1] + 1] != ["prep"]:
        return True  # `took part`: in what was told before
    shared = not words["between"].isdisjoint(line.lows[run[1] : run[1] + 1])
    if shared and line.tags[run[1] + 1 : run[1] + 2] == ["pron"]:
        return True  # `carried the paper between them`: what it was is told before
    shown = head == run[0] and line.lows[head] in words["shown"]  # `took note of the vote`
    return shown or line.lows[head] in words["reckonings"] or (bare and line.lows[head] in words["bare_reckonings"])


def _understood(line: Line, clauses: list[Clause], index: int) -> bool:
    """Whether a verb tells what somebody made of something: `[took] this to mean that he was free`."""
    after = clauses[index + 1] if index + 1 < len(clauses) else None
    made = after is not None and after.form == "inf" and after.governor == index
    return made and after is not None and after.lemma in line.words.words["meaning"]


def reduced(line: Line, clauses: list[Clause], clause: Clause) -> bool:
    """Whether a bare participle only describes a noun: `in an interview [conducted Wednesday]`, `reported three
    people [killed on Friday]`."""
    if clause.start != clause.head or clause.subject is None or clause.shared:
        return False
    known = line.words.verbs.get(line.lows[clause.head])
    if known is not None and "part" not in known.forms:
        return False
    governor = clauses[clause.governor] if clause.kind == "zero" and clause.governor >= 0 else None
    if governor is not None and governor.lemma in line.words.words["small_clause"]:
        return True
    first = clause.subject[0]
    return first > 0 and line.tags[first - 1] in {"prep", "prepsub"}


def spoken(line: Line, clause: Clause) -> bool:
    """Whether the clause stands in a quotation, whose `yesterday` and `he` are the speaker's."""
    return line.tags[: clause.head].count("quote") % 2 == 1
