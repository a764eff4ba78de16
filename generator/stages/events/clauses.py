"""Clauses without a parser: verb groups, where each clause begins and ends, and who does what in it.

English is read left to right: every verb group is a clause; between two groups stands one boundary, the
strongest of stop marks, relative pronouns and subordinators, commas, and conjunctions.
"""

from __future__ import annotations

from generator.stages.events.boundaries import (
    COMMA,
    OPENERS,
    boundary,
    kind_of,
    participial,
    reduce_clause,
    reduces,
    takes_object,
)
from generator.stages.events.clause import DEPENDENT, FINITE, Clause
from generator.stages.events.insertions import around_dashes, mark_insertions, past_relatives, time_apart
from generator.stages.events.inverted import join_inverted
from generator.stages.events.phrases import INSIDE, last_of, noun_run, past_leading_phrase, set_off, subject_before
from generator.stages.events.subjects import give_subject
from generator.stages.events.tokens import Line
from generator.stages.events.verb_groups import verb_groups

__all__ = ["DEPENDENT", "FINITE", "Clause", "owners", "read_clauses"]

STOPS = frozenset({":", ";"})
INNER = frozenset({"rel", "sub"})
ADVERBIAL = frozenset({"time", "prep", "prepsub", "adv"})


def read_clauses(line: Line) -> list[Clause]:
    """The clauses of a sentence in order, each with its boundaries and subject."""
    clauses = verb_groups(line)
    if not clauses:
        return clauses
    join_inverted(line, clauses)
    mark_insertions(line, clauses)
    _open_first(line, clauses)
    for index in range(1, len(clauses)):
        _divide(line, clauses, index)
    clauses[-1].right = time_apart(line, clauses[-1])
    for index in range(len(clauses)):
        give_subject(line, clauses, index)
        if line.headline and _made_somebody(line, clauses[index]):
            clauses[index].passive = True
        if index and (clauses[index].kind != "coord" or clauses[index].governor == index - 1):
            _share_auxiliary(line, clauses[index - 1], clauses[index])
    return clauses


def _made_somebody(line: Line, clause: Clause) -> bool:
    """Whether a note leaves the auxiliary of an appointment out, as the bare office behind it shows: `Ann Lee [named]
    president`, not `Ann Lee named her envoy`."""
    bare = clause.form == "past" and clause.start == clause.head and clause.subject is not None
    if not bare or clause.lemma not in line.words.words["appointing"]:
        return False
    return line.tags[clause.end : clause.end + 1] == ["noun"] and line.lows[clause.end] in line.words.nouns["notable"]


def _share_auxiliary(line: Line, before: Clause, clause: Clause) -> None:
    """`was captured and killed`: a bare participle after `and` stands under the auxiliary before it, and so does one
    that counts the harmed or has lost its object: `nine were killed and dozens hurt`."""
    bare = clause.start == clause.head and clause.form in {"past", "part"}
    if clause.kind != "coord" or not bare:
        return
    either = clause.shared and line.lows[clause.opener] in line.words.words["or"]
    clause.negated = clause.negated or (before.negated and either)  # `had not seen or [heard] of any march`
    if not (clause.shared or _counts_harmed(line, clause) or takes_object(line, clause)):
        return
    after = clause.end + (line.tags[clause.end : clause.end + 1] == ["adv"])  # `was hit and gave [away its] guns`
    after += line.lows[after : after + 1] != [] and line.lows[after] in line.words.words["states_after"]
    if not before.passive or (after < len(line.tags) and line.tags[after] in INSIDE):
        return
    known = line.words.verbs.get(line.lows[clause.head])
    if known is None or "part" in known.forms:
        clause.passive, clause.form, clause.modal = True, before.form, before.modal
        clause.perfect, clause.negated = before.perfect, clause.negated or before.negated


def _counts_harmed(line: Line, clause: Clause) -> bool:
    senses = line.words.triggers.get(line.lows[clause.head], ())
    return any(sense.toll and not sense.undergoer for sense in senses)


def owners(line: Line, clauses: list[Clause]) -> list[int]:
    """For every token the index of the clause it belongs to (-1 without any clause)."""
    if not clauses:
        return [-1] * len(line.lows)
    first = 0
    while first < len(clauses) - 1 and clauses[first].kind in DEPENDENT:
        first += 1
    first = first if clauses[first].kind not in DEPENDENT else 0
    owner = [first] * len(line.lows)
    for index, clause in enumerate(clauses):
        owner[clause.left : clause.right] = [index] * (clause.right - clause.left)
    for index in range(1, len(clauses) - 1):
        if clauses[index].kind == "sub" and clauses[index + 1].kind == "main":
            stop = last_of(line, clauses[index - 1].end, clauses[index].left, STOPS)
            if stop >= 0:  # `the war began: on 3 May, after the envoy left, troops crossed`
                owner[stop + 1 : clauses[index].left] = [index + 1] * (clauses[index].left - stop - 1)
    return owner


def dating(line: Line, clauses: list[Clause], index: int) -> int:
    """The clause that a date dates: where it closes a participle that only says what a thing is for or called, the one
    that tells of the thing (`burned a camp [used by nomads] on Monday`)."""
    while index >= 0 and clauses[index].kind == "reduced" and clauses[index].governor >= 0:
        if clauses[index].lemma not in line.words.words["describing"]:
            break
        index = clauses[index].governor
    return index


def _open_first(line: Line, clauses: list[Clause]) -> None:
    """What opens the first clause of the sentence."""
    clause = clauses[0]
    opener = last_of(line, 0, clause.start, OPENERS)
    rules = opener >= 0 and line.tags[opener] == "prepsub"
    if rules and _inside_subject(line, clauses, opener):
        line.tags[opener], opener, rules = "prep", -1, False
    if rules and past_leading_phrase(line, opener, clause.start) < clause.start:
        opener = -1  # `after prayers some women marched`
    comma = last_of(line, max(opener, 0), clause.start, COMMA)
    if opener >= 0 and clause.form in {"ger", "part"} and set_off(line, opener, clause.start):
        clause.kind, clause.left = "part", opener
    elif opener >= 0 and (line.tags[opener] != "prepsub" or comma < opener):
        clause.opener, clause.left = opener, opener
        clause.kind = kind_of(line, opener, None)
    elif clause.form in {"ger", "part"}:
        reduced = clause.start > 0 and line.tags[clause.start - 1] in INSIDE
        clause.kind, clause.left = "reduced" if reduced else "part", clause.start
    elif clause.form == "inf":
        clause.kind, clause.left = "inf", clause.start
    elif _in_fronted(line, clauses):
        reduce_clause(clause)
    elif _absolute(line, clauses):
        clause.form, clause.passive, clause.kind, clause.left = "part", True, "part", comma + 1


def _in_fronted(line: Line, clauses: list[Clause]) -> bool:
    """Whether a participle belongs to a noun in the phrase at the head of a sentence: `of the 40 men [held in Homs],
    nine are back`."""
    first, tags = clauses[0], line.tags
    if tags[0] != "prep" or len(clauses) == 1 or not participial(line, first) or "," not in tags[first.end :]:
        return False
    later = clauses[1]
    comma = last_of(line, first.end, later.start, COMMA)
    inside = noun_run(line, 1, first.start) == (1, first.start) and subject_before(line, 0, first.start) is None
    return inside and comma >= 0 and later.form in FINITE and noun_run(line, comma + 1, later.start) is not None


def _absolute(line: Line, clauses: list[Clause]) -> bool:
    """Whether a participle with a noun of its own is inserted behind the subject: `nine men, [their hands tied], were
    found`."""
    first = clauses[0]
    comma = last_of(line, 0, first.start, COMMA)
    if comma < 1 or len(clauses) == 1 or not participial(line, first) or line.tags[comma + 1] != "poss":
        return False
    own = noun_run(line, comma + 1, first.start) == (comma + 1, first.start)
    return own and line.tags[first.end] == "," and clauses[1].form in FINITE


def _inside_subject(line: Line, clauses: list[Clause], opener: int) -> bool:
    """Whether `since` or `after` behind the noun at the head of a sentence opens no clause, since the verb behind it is
    the only one that noun can have: `the first convoy [since the truce] arrived`."""
    if opener < 2 or line.tags[opener - 1] != "noun" or line.tags[opener + 1] not in {"det", "poss", "time"}:
        return False
    heads = line.tags[0] in {"det", "poss"} and line.lows[opener - 1] not in line.words.words["parts_of_time"]
    heads = heads and noun_run(line, 0, opener) == (0, opener)
    first = clauses[0]
    lone = first.form in FINITE and not any(one.form in FINITE for one in clauses[1:])
    if not (heads and lone):
        return False
    timed = {"time"}.issuperset(line.tags[opener + 1 : first.start])  # `the first food [since March] arrived`
    return timed or noun_run(line, opener + 1, first.start) == (opener + 1, first.start)


def _divide(line: Line, clauses: list[Clause], index: int) -> None:
    """Set the boundary between a clause and the one before it."""
    before, clause = clauses[index - 1], clauses[index]
    outer, high = around_dashes(line, clauses, index)
    clause.left, clause.opener, clause.kind = boundary(line, clauses[outer], clause, high)
    clause.governor = outer
    if clause.kind == "resume" and before.kind == "part" and line.tags[before.left] in {"sub", "rel"}:
        clause.opener, clause.kind = before.left, kind_of(line, before.left, None)
        clause.governor = before.governor
    if clause.kind == "main" and clause.lemma not in line.words.words["saying"]:
        clause.left = _with_adverbials(line, before.end, clause.left)
    if clause.kind in {"zero", "reduced"} and clause.form in FINITE and _closes_subject(line, clauses, outer):
        clause.left, clause.kind = clause.start, "resume"
    before.right = max(_list_goes_on(line, clauses, index), before.end)
    opener = clause.opener
    if clause.kind == "coord" and line.tags[opener - 1] == "," and outer == index - 1:
        clause.governor = past_relatives(clauses, index)
    if clause.kind == "coord" and clause.start - opener == 1:
        clause.governor = _speaker_before(line, clauses, clause)
    _content_past_participle(line, clauses, index)
    if clause.kind == "that" and opener > 0 and line.tags[opener - 1] in {"coord", ","}:
        saying = line.words.words["saying"]
        clause.governor = next((at for at in range(index - 1, -1, -1) if clauses[at].lemma in saying), index - 1)


def _speaker_before(line: Line, clauses: list[Clause], clause: Clause) -> int:
    """The clause that `and` joins a clause to: past what was said, the verb of saying of whoever goes on speaking:
    `said that the raids had been planned and [called] for an inquiry`. A subject there that can speak itself goes on
    (`said the army left Homs and urged calm`) unless the tense changes."""
    words = line.words.words
    if clause.form != "past" or clause.passive or clause.perfect or clause.lemma not in words["speech_acts"]:
        return clause.governor
    at = clause.governor
    while at > 0 and clauses[at].kind == "inf":
        at -= 1
    content = clauses[at]
    above = clauses[content.governor] if content.kind in {"that", "zero"} and content.governor >= 0 else None
    if above is None or above.lemma not in words["saying"] or above.form != "past" or above.passive:
        return clause.governor
    run = subject_before(line, max(content.opener + 1, content.left), content.start)
    head = line.lows[run[1] - 1] if run is not None and line.tags[run[1] - 1] == "noun" else ""
    lifeless = head != "" and not any(head in line.words.nouns[kind] for kind in ("people", "agents", "office"))
    turns = content.perfect or content.form != "past" or content.passive or lifeless
    return content.governor if turns else clause.governor


def _list_goes_on(line: Line, clauses: list[Clause], index: int) -> int:
    """Where a clause ends before another: also where the list goes on in which the clause only tells more of a thing:
    `was used in a raid in March, where ten died[, and in] last month's attack, in which`."""
    before, after = clauses[index - 1], clauses[index]
    if after.kind not in INNER or before.governor < 0:
        return after.left
    outer = clauses[before.governor] if before.kind == "coord" else before
    if outer.kind in INNER:
        for at in range(before.end, after.left - 2):
            if line.tags[at : at + 3] == [",", "coord", "prep"]:
                return at
    return after.left


def _content_past_participle(line: Line, clauses: list[Clause], index: int) -> None:
    """Let `that` behind a participle tell what was said: `said in a note [posted on Monday] that`."""
    clause, before = clauses[index], clauses[index - 1]
    said = clauses[before.governor] if before.kind == "reduced" and before.governor >= 0 else None
    if said is None or clause.kind not in {"rel", "that"} or line.tags[clause.opener] != "that":
        return
    subject = line.tags[clause.opener + 1] in INSIDE
    if subject and said.lemma in line.words.words["saying"]:
        clause.kind, clause.governor = "that", before.governor


def _closes_subject(line: Line, clauses: list[Clause], index: int) -> bool:
    """Whether an infinitive or gerund ends what only tells more of a noun that still wants its verb: `the column that
    set out to lift the siege [was ambushed]`, `a bid to free the men [failed]`, `men accused of aiding it [fled]`."""
    if clauses[index].kind != "inf" or clauses[index].lemma in line.words.words["saying"]:
        return False
    while index > 0 and clauses[index].kind == "inf":
        index -= 1
    first = clauses[index]
    if index == 0 and first.kind == "inf":
        return subject_before(line, 0, first.start) is not None
    if index == 0 and first.kind == "main" and reduces(line, first, first.end, first.end + 1):
        reduce_clause(first)
        return True
    return first.kind in {"rel", "reduced"} and (index == 0 or _tells_anew(line, clauses, index))


def _tells_anew(line: Line, clauses: list[Clause], index: int) -> bool:
    """Whether the noun that a relative clause tells more of stands at the head of a new sentence behind a semicolon."""
    stop = last_of(line, clauses[index - 1].end, clauses[index].left, STOPS)
    return stop >= 0 and noun_run(line, stop + 1, clauses[index].left) == (stop + 1, clauses[index].left)


def _with_adverbials(line: Line, low: int, left: int) -> int:
    """Take what only tells time before a clause into it: `; then, on 20 August, Tripoli rose`."""
    while left - 1 > low and line.tags[left - 1] == ",":
        index = left - 2
        while index >= low and line.tags[index] in ADVERBIAL:
            index -= 1
        if index < low or index == left - 2 or line.tags[index] not in {",", ";", "dash", "coord"}:
            break
        left = index + 1
    return left


