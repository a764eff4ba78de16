"""Bare participles between commas, which look like verbs of their own: `the talks, [brokered by Oman], began`."""

from __future__ import annotations

from generator.stages.events.clause import FINITE, Clause
from generator.stages.events.tokens import Line

AFTER_PARTICIPLE = frozenset({"prep", "prepsub", "time", "adv", ",", "to"})


def mark_insertions(line: Line, clauses: list[Clause]) -> None:
    """Make a participle of every bare past that only tells more of the noun before its comma."""
    for index, one in enumerate(clauses):
        if not _after_insertion(line, clauses, index) and _inserted(line, clauses, index):
            one.form, one.passive = "part", True


def _inserted(line: Line, clauses: list[Clause], index: int) -> bool:
    """Whether a bare participle after a comma is an insertion (`the talks, brokered by Oman, began`), as most are."""
    clause = clauses[index]
    bare = clause.form == "past" and clause.start == clause.head and not clause.passive
    bare = bare and clause.lemma not in line.words.words["never_inserted"]
    if not bare or not clause.start or line.tags[clause.start - 1] != ",":
        return False
    known = line.words.verbs.get(line.lows[clause.head])
    after = line.tags[clause.end] if clause.end < len(line.tags) else ","
    if (known is not None and "part" not in known.forms) or after not in AFTER_PARTICIPLE:
        return False
    floor = clauses[index - 1].end if index else 0
    if line.tags[floor : clause.start].count(",") == 1 and (not index or clauses[index - 1].kind == "main"):
        return not index or index + 1 < len(clauses) or line.tags[clause.start - 2] == "name"
    following = clauses[index + 1] if index + 1 < len(clauses) else None
    return following is not None and following.form in FINITE and line.tags[following.start - 1] == ","


def _after_insertion(line: Line, clauses: list[Clause], index: int) -> bool:
    """Whether a verb stands behind the comma that closes an insertion: `the general, sacked in May, declared on`."""
    before = clauses[index - 1] if index else None
    if before is None or before.form != "part" or not before.start or line.tags[before.start - 1] != ",":
        return False
    start = clauses[index].start
    return line.tags[start - 1] == "," and line.tags[before.end : start].count(",") == 1
