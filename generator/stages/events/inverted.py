"""Sentences whose subject stands behind the verb, or between its two parts: `Only on Friday [did the rebels leave]`,
`Hit on Friday [was a school]`, `Next [came Homs]`."""

from __future__ import annotations

from generator.stages.events.clause import Clause
from generator.stages.events.objects import object_after
from generator.stages.events.phrases import Range, noun_run
from generator.stages.events.tokens import NOUN_PHRASE, Line

FRONTED = frozenset({"adv", "not", "prep", "prepsub", "time", "det", "noun", "coord", "num", "adj"})
"""Classes of the words of an adverbial at the head of a sentence."""
ECHOED = frozenset({"be", "have", "do"})
"""Classes of a verb that stands for one told before."""
BETWEEN = frozenset({"adv", "prep", "time", "name", "noun", "det", "poss", "adj", "num", ",", "prepsub"})


def join_inverted(line: Line, clauses: list[Clause]) -> None:
    """Make one verb group of the two that stand around a subject, or before it."""
    if len(clauses) < 2 or line.text.rstrip().endswith("?"):
        return
    if line.tags[clauses[0].head] == "do" and _around_subject(line, clauses[0], clauses[1]):
        _join_did(line, clauses)
    elif _fronted_participle(line, clauses[0], clauses[1]):
        first, be = clauses[0], clauses.pop(1)
        first.form, first.passive, first.perfect, first.modal = be.form, True, be.perfect, be.modal
        first.subject = object_after(line, be.end, clauses[1].start if len(clauses) > 1 else len(line.tags))


def _around_subject(line: Line, did: Clause, clause: Clause) -> bool:
    """Whether `did` behind an adverbial at the head of a sentence belongs to the bare verb behind the next noun."""
    known = line.words.verbs.get(line.lows[clause.head])
    bare = clause.start == clause.head and known is not None and "base" in known.forms
    if did.start == 0 or not bare or not FRONTED.issuperset(line.tags[: did.start]):
        return False
    return noun_run(line, did.end, clause.start) == (did.end, clause.start)


def _join_did(line: Line, clauses: list[Clause]) -> None:
    """What is fronted denies it (`never did they leave`), unless it only says from when on it is so."""
    did, clause, words = clauses.pop(0), clauses[0], line.words.words
    fronted = line.lows[: did.start]
    clause.form = "past" if line.lows[did.head] in words["past_auxiliaries"] else "present"
    clause.negated = words["fronted_only"].isdisjoint(fronted) and not words["denying_adverbs"].isdisjoint(fronted)
    line.tags[did.head] = "adv"


def _fronted_participle(line: Line, first: Clause, be: Clause) -> bool:
    """Whether a participle at the head of a sentence has its auxiliary behind it, and the subject behind that."""
    known = line.words.verbs.get(line.lows[first.head])
    bare = first.start == first.head and known is not None and "part" in known.forms
    alone = be.start == be.head and line.tags[be.head] == "be" and line.tags[be.end : be.end + 1] != []
    if not (bare and alone) or any(tag != "adv" for tag in line.tags[: first.start]):
        return False
    between = line.tags[first.end : be.start]
    adverbial = between[:1] in (["prep"], ["time"], ["adv"], [",", "adv"], []) and BETWEEN.issuperset(between)
    return adverbial and line.tags[be.end] in NOUN_PHRASE


def behind_verb(line: Line, clause: Clause) -> Range | None:
    """The subject behind a verb of motion that a word of order or direction opens: `Next came [Homs]`."""
    words = line.words.words
    if clause.start != 1 or clause.start != clause.head or line.lows[0] not in words["orders"]:
        return None
    if clause.lemma not in words["going"] and clause.lemma not in words["arriving"]:
        return None
    run = object_after(line, clause.end, clause.right)
    return run if run is not None and run[0] == clause.end else None


def likened(line: Line, clause: Clause) -> Range | None:
    """The subject behind the verb of a clause that only says of whom else something is so: `Ten men drowned, as did
    [the captain]`."""
    bare = clause.kind == "sub" and clause.start == clause.head == clause.opener + 1
    if not bare or line.tags[clause.head] not in ECHOED or line.lows[clause.opener] not in line.words.words["likening"]:
        return None
    run = object_after(line, clause.end, clause.right)
    return run if run is not None and run[0] == clause.end else None
