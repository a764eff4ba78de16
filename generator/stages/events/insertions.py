"""What stands between a subject and its verb: participles, appositions, brackets, dashes, who says so in passing."""

from __future__ import annotations

from generator.stages.events.clause import DEPENDENT, FINITE, Clause
from generator.stages.events.phrases import (
    INSIDE,
    LINKED_OR_ADVERB,
    before_dashes,
    insertion_start,
    last_of,
    noun_run,
    subject_before,
)
from generator.stages.events.tokens import Line

AFTER_PARTICIPLE = frozenset({"prep", "prepsub", "time", "adv", ",", "to"})
OF_PHRASE = INSIDE | {"prep", "pron"}
AFTER_NAMING = AFTER_PARTICIPLE | {"name", "quote", "noun", "adj"}
BRACKET = 6
"""The most tokens of a bracket that stands between a subject and its verb, parentheses among them."""
OPENING = frozenset({"("})
TELLS_TIME = frozenset({"time", "prep", "prepsub", "adv", "det", ",", ".", "quote", ")"})
EDGES = frozenset({";", "coord"})
RELATIVE = frozenset({"rel"})


def mark_insertions(line: Line, clauses: list[Clause]) -> None:
    """Make participles of the bare past forms that only tell more of a noun (`the talks, brokered by Oman, began`)."""
    for index, clause in enumerate(clauses):
        if _inserted(line, clauses, index):
            clause.form, clause.passive = "part", True


def _inserted(line: Line, clauses: list[Clause], index: int) -> bool:
    """Whether a bare participle after a comma is an insertion, as most are."""
    clause = clauses[index]
    bare = clause.form == "past" and clause.start == clause.head and not clause.passive
    if not bare or not clause.start or line.tags[clause.start - 1] != "," or not _can_be_inserted(line, clauses, index):
        return False
    if index and not any(one.form in FINITE for one in clauses if one is not clause):
        return False  # `the men, unable to reach the town, [surrendered]`: the sentence has no other verb
    floor = clauses[index - 1].end if index else 0
    following = clauses[index + 1] if index + 1 < len(clauses) else None
    resumed = following is not None and following.form in FINITE and line.tags[following.start - 1] == ","
    if resumed or (index and _closes_insertion(line, clauses[index - 1], clause.start - 1)):
        return resumed
    if line.tags[floor : clause.start].count(",") != 1:
        return False
    return not index or following is not None or line.tags[clause.start - 2] == "name"


def _can_be_inserted(line: Line, clauses: list[Clause], index: int) -> bool:
    """Whether a past form can be a participle by its word and by what follows it."""
    clause, words = clauses[index], line.words.words
    after = line.tags[clause.end] if clause.end < len(line.tags) else ","
    if after == "to" and clause.lemma in words["saying"]:
        return True  # `a man, said to lead the cell, was held`
    known = line.words.verbs.get(line.lows[clause.head])
    if clause.lemma in words["never_inserted"] or (known is not None and "part" not in known.forms):
        return False
    return after in (AFTER_NAMING if not index and clause.lemma in words["naming"] else AFTER_PARTICIPLE)


def _closes_insertion(line: Line, before: Clause, comma: int) -> bool:
    """Whether the comma ends what stood between the subject and its verb, the first verb of which is that of `before`:
    `the party, which nobody had asked, [threatened on Monday]`, `the king, met by crowds, [promised to stay]`."""
    opening = last_of(line, 0, before.start, frozenset({","}))
    opened = before.form == "part" or last_of(line, opening, before.start, RELATIVE) >= 0
    return 0 < opening < before.start and opened and "," not in line.tags[before.end : comma]


def explained(line: Line, before: Clause, clause: Clause, opener: int) -> bool:
    """Whether commas only set off who the subject of a subordinate clause is: `after President Kabila, the head of
    state, resigned`. A verb of saying there, or an insertion before it, makes it the main clause instead."""
    if line.tags[clause.start - 1] != "," or clause.form not in FINITE or before.kind in DEPENDENT:
        return False
    if clause.lemma in line.words.words["inverting"] or "name" not in line.tags[opener : clause.start]:
        return False
    return line.tags[opener : clause.start].count(",") == 2 and line.tags[opener + 1] in INSIDE


def told_before(line: Line, before: Clause, comma: int) -> int:
    """Where what was said begins, when an insertion parts its subject from its verb: `said [ten people], two of them
    children, were killed`; -1 where nothing stands between the verb of saying and the comma."""
    words = line.words.words
    if before.lemma not in words["saying"] - words["addressing"] or before.passive or before.form not in FINITE:
        return -1
    opening = insertion_start(line, before.end, comma)
    run = noun_run(line, before.end, opening) if opening > before.end else None
    return run[0] if run and run[0] == before.end else -1


def apposed_edge(line: Line, before: Clause, comma: int) -> int:
    """The `;` or `and` behind which a new subject stands that an apposition parts from its verb: `the hall burned [and]
    its keeper, an old man, was shot`; or the comma at which a subordinate clause is over: `when it lost Sake[,] the
    mayor, Ann Lee, fled`; -1 where the verb goes back farther."""
    opening = insertion_start(line, before.end, comma)
    if before.kind == "sub" and opening > before.end:
        over = last_of(line, before.end, opening, frozenset({","}))
        if over >= 0 and subject_before(line, over + 1, opening) == (over + 1, opening):
            return over
    edge = last_of(line, before.end, opening, EDGES) if opening > 0 else -1
    if edge < 0 or (line.tags[edge] == "coord" and before.kind in DEPENDENT):
        return -1
    if edge + 1 == opening or not LINKED_OR_ADVERB.issuperset(line.tags[edge + 1 : opening]):
        return -1
    listed = line.tags[edge] == "coord" and line.tags[edge - 1] == line.tags[edge + 1] == "name"
    return -1 if listed else edge


def apposed_participle(line: Line, verb: Clause) -> bool:
    """Whether a past form stands in an apposition: `JNIM, a group [linked to al-Qaeda], struck`, `the men, most of them
    [armed with knives], struck`, `the mayor, brother of a general [killed in May], was held`."""
    comma = last_of(line, 0, verb.start, frozenset({","}))
    after = line.tags[comma + 1 : verb.start]
    if comma <= 0 or not after:
        return False
    if line.tags[comma - 1] in {"name", ")"} and after[0] == "det" and INSIDE.issuperset(after):
        return True
    if not (tells_more_of(line, comma + 1) and OF_PHRASE.issuperset(after)) or line.tags[verb.end] in INSIDE:
        return False
    run = subject_before(line, 0, comma)
    return run is not None and run[1] == comma


def tells_more_of(line: Line, at: int) -> bool:
    """Whether a noun phrase says by its first words alone that it tells more of the one before it: a bare noun or a
    share with `of` behind it (`brother of a general`, `most of them`)."""
    rest = line.tags[at + 1 : at + 3]
    share = line.tags[at] in {"det", "num", "pron"} and rest == ["prep", "pron"]
    bare = line.tags[at] == "noun" and rest[:1] == ["prep"]
    return (share or bare) and line.lows[at + 1] in line.words.words["of_only"]


def last_stop(line: Line, low: int, high: int, stops: frozenset[str]) -> int:
    """The last stop mark of a stretch, past short brackets, which only name something anew: `the army (FARDC) left`,
    `Nangaa, leader of the alliance (AFC), spoke`."""
    index = high - 1
    while index >= low:
        opening = last_of(line, max(low, index - BRACKET), index, OPENING) if line.tags[index] == ")" else -1
        if opening > low:
            index = opening
        elif line.tags[index] in stops:
            return index
        index -= 1
    return -1


def begins_anew(line: Line, clause: Clause, stop: int, high: int) -> bool:
    """Whether a clause behind `;` or `:` has its own subject, past what commas set off: `; a nurse, Ann Lee, died`."""
    return line.tags[stop] in {";", ":"} and clause.form in FINITE and noun_run(line, stop + 1, high - 1) is not None


def absolute(line: Line, clause: Clause, comma: int) -> bool:
    """Whether a bare participle stands behind `, with` and its own noun: `, with two more rounds planned for May`."""
    known = line.words.verbs.get(line.lows[clause.head])
    bare = clause.start == clause.head and (known is None or "part" in known.forms)
    between = line.tags[comma + 2 : clause.start]
    return bare and line.lows[comma + 1] in line.words.words["with"] and INSIDE.issuperset(between)


def time_apart(line: Line, clause: Clause) -> int:
    """Where the last clause ends: a time behind a comma at the end of the sentence is not that of a relative clause
    which tells what went before to say who is meant: `shot men who had left the army, on the night of 3 May`."""
    end = len(line.lows)
    if clause.kind != "rel" or not clause.perfect or line.tags[clause.opener - 1] == ",":
        return end
    comma = last_of(line, clause.end, end, frozenset({","}))
    if comma < 0 or "time" not in line.tags[comma:] or not TELLS_TIME.issuperset(line.tags[comma:]):
        return end
    return comma


def past_relatives(clauses: list[Clause], index: int) -> int:
    """The clause that goes on behind a comma and `and`: `vowed to keep the truce [that holds], and called a vote`."""
    whole = (at for at in range(index - 1, -1, -1) if clauses[at].kind not in DEPENDENT - {"part", "sub"})
    return next(whole, index - 1)


def around_dashes(line: Line, clauses: list[Clause], index: int) -> tuple[int, int]:
    """The clause that goes before, and where the words between the two end: what stands between dashes right before the
    verb is left out, `the army -- a force feared by all -- took the town`."""
    clause = clauses[index]
    high = clause.start - (line.tags[clause.start - 1] == "coord")
    if line.tags[high - 1] == "dash" and clause.form in FINITE:
        opening = before_dashes(line, 0, high)
        outer = next((at for at in range(index - 1, -1, -1) if clauses[at].end <= opening), -1)
        if outer >= 0:
            return outer, opening if high == clause.start else clause.start
    return index - 1, clause.start
