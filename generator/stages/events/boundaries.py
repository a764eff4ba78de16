"""The boundary between two verb groups: where the second clause begins, what opens it, and what kind it is."""

from __future__ import annotations

from generator.stages.events.clause import FINITE, VERBAL, Clause, Kind
from generator.stages.events.insertions import (
    AFTER_PARTICIPLE,
    absolute,
    apposed_edge,
    apposed_participle,
    begins_anew,
    explained,
    last_stop,
    told_before,
)
from generator.stages.events.phrases import before_time, last_of, noun_run, set_off, subject_before
from generator.stages.events.tokens import Line

STOPS = frozenset({";", ":", "dash", "(", ")", "quote", ".", "?"})
QUOTES = frozenset({"quote"})
COMMA, COORD = frozenset({","}), frozenset({"coord"})
OBJECT_STARTS = frozenset({"det", "poss", "noun", "name", "num", "adj", "pron"})
AFTER_SEEN = frozenset({"prep", "prepsub", "sub", ".", ","})
"""Classes of words behind a participle that has no object."""
BEFORE_OPENER = frozenset({"adv", "quote", "coord"})
OPENERS = frozenset({"rel", "sub", "that", "prepsub"})
DIVIDING = STOPS | OPENERS | COMMA
"""Most gaps between two verb groups hold none of these."""


def boundary(line: Line, before: Clause, clause: Clause, high: int) -> tuple[int, int, Kind]:
    """Where a clause begins, the token that opens it, its kind; no `after` opens an infinitive."""
    low = before.end
    joined = _joined(line, low, high)
    if joined >= 0:
        return joined + 1, joined, "coord"
    stop = opener = comma = -1
    if not DIVIDING.isdisjoint(line.tags[low:high]):
        quoted = line.tags[low:high].count("quote") == 2  # `said that "dozens" were killed`
        stop = last_stop(line, low, high, STOPS - QUOTES if quoted else STOPS)
        opener, comma = last_of(line, low, high, OPENERS), last_of(line, low, high, COMMA)
        opener = -1 if opener >= 0 and _of_time(line, opener, high) else opener
    inserted = comma < opener and clause.form != "inf"
    if opener > stop and (line.tags[opener] != "prepsub" or inserted or explained(line, before, clause, opener)):
        participle = clause.form in {"ger", "part"} and line.tags[opener] in {"sub", "prepsub"}
        if participle and noun_run(line, opener + 1, high):
            return opener, -1, "reduced"  # `after protests [calling for change] shook the town`
        if clause.form in {"ger", "part"} and set_off(line, opener, high):
            return opener, -1, "part"
        return opener, opener, kind_of(line, opener, before)
    if clause.form == "inf":
        return high, -1, "inf"
    if stop >= 0 and (comma < stop or begins_anew(line, clause, stop, high)):
        if clause.form == "part" and noun_run(line, stop + 1, high):
            return high, -1, "reduced"
        return stop + 1, stop, "resume" if stop + 1 == high and clause.form in FINITE else "main"
    if comma >= 0:
        return _after_comma(line, before, clause, comma)
    return _no_comma(line, before, clause, low, high)


def _joined(line: Line, low: int, high: int) -> int:
    """The `and` right before a verb, or that only a time parts from it: `took office before the king [and] on Sunday
    dissolved the house`; -1 without one."""
    at = high - 1
    if at >= low and line.tags[at] == "coord":
        return at
    while at > low and line.tags[at] == "time":
        at -= 1
    if at == high - 1 or line.tags[at] != "prep" or line.tags[at - 1] != "coord" or at - 1 < low:
        return -1
    return at - 1


def _of_time(line: Line, opener: int, high: int) -> bool:
    """Whether a word that can open a clause only stands before a time: `hit it [before dawn] and gunboats left`; `those
    killed [since May] have names`, where nothing is left to be the subject of the verb at `high`."""
    at = opener + 1
    if line.tags[opener] != "prepsub" or line.tags[at : at + 1] != ["time"]:
        return False
    while at < len(line.tags) and line.tags[at] == "time":
        at += 1
    return at == high or line.tags[at : at + 1] == ["coord"]


def _after_comma(line: Line, before: Clause, clause: Clause, comma: int) -> tuple[int, int, Kind]:
    finite = clause.form in FINITE
    if comma == clause.start - 1:
        told = told_before(line, before, comma) if finite else -1
        if told >= 0:
            return told, -1, "zero"
        edge = apposed_edge(line, before, comma) if finite else -1
        if edge >= 0:
            return edge + 1, edge, "coord" if line.tags[edge] == "coord" else "main"
        if finite and _has_object(line, before, comma) and takes_object(line, clause):
            clause.form, clause.passive = "part", True
            return clause.start, -1, "reduced"  # `faced a war, [waged] from abroad`
        if finite and before.kind == "main" and apposed_participle(line, before) and participial(line, before):
            reduce_clause(before)
        return (clause.start, comma, "resume") if finite else (clause.start, comma, "part")
    if line.tags[comma + 1] == "coord":
        return comma + 2, comma + 1, "coord"
    if finite and absolute(line, clause, comma):
        clause.form, clause.passive = "part", True
        return comma + 1, -1, "reduced"
    if finite and _ruled_noun(line, clause, comma):
        clause.form, clause.passive = "part", True
        return clause.start, -1, "reduced"
    if finite:
        return comma + 1, comma, "main"
    return clause.start, -1, "reduced" if clause.form == "part" else "part"


def _liken(line: Line, clause: Clause, high: int) -> None:
    """Make an infinitive of a bare verb behind `than`: `burned the lorries rather than [give] them up`."""
    if clause.form == "present" and line.lows[high - 1] in line.words.words["than"]:
        clause.form = "inf"


def _ruled_noun(line: Line, clause: Clause, comma: int) -> bool:
    """Whether only a noun that a preposition rules stands between a comma and a participle, which tells more of it:
    `fell silent, under a deal [hammered out in Oslo]`."""
    inside = line.tags[comma + 1] == "prep" and line.tags[clause.start - 1] in {"noun", "name"}
    return inside and participial(line, clause) and subject_before(line, comma + 1, clause.start) is None


def _no_comma(line: Line, before: Clause, clause: Clause, low: int, high: int) -> tuple[int, int, Kind]:
    """The boundary where neither stop nor comma nor opener stands between two verb groups."""
    _liken(line, clause, high)
    caused = _caused(line, before, clause, low, high)
    if clause.form not in FINITE and not caused:
        return high, -1, "reduced" if clause.form == "part" else "inf"
    coord = last_of(line, low, high, COORD)
    if coord >= 0 and not line.words.words["between"].isdisjoint(line.lows[low:coord]) and before.form == "past":
        coord = -1  # `talks held between Syria and Jordan failed`
    if caused:
        clause.passive, clause.form = True, before.form
        return low, -1, "zero"
    if _made_to(line, before, clause, low, high):
        clause.form = before.form
        return low, -1, "zero"
    if before.lemma not in line.words.words["saying"] or before.passive:
        if before.passive and 0 <= coord < high - 1 and takes_object(line, clause):
            return coord + 1, coord, "coord"  # `in which men were killed and [crops destroyed].`
        fronted = _behind_fronted(line, before, low, high)
        if fronted >= 0:
            return fronted, -1, "main"
        if _goes_on_after(line, before, coord, high):
            return high, -1, "resume"
        if coord >= 0:
            return coord + 1, coord, "coord"
    return _complement_or_reduced(line, before, clause, low, high)


def _goes_on_after(line: Line, before: Clause, coord: int, high: int) -> bool:
    """Whether what a clause was put into goes on behind it: `the men [who fled] returned`. Not behind a clause of time
    whose noun a contact clause tells more of: `as rebels took the camp [they had lost]`."""
    if _content_over(line, before) or before.kind in {"rel", "reduced"}:
        return True
    contact = before.kind == "sub" and line.lows[high - 1] in line.words.words["subject_pronouns"]
    if before.kind == "part" and before.left:
        contact = line.tags[high - 2 : high] == ["noun", "pron"]
    return before.kind in {"part", "sub"} and coord < 0 and not contact


def _content_over(line: Line, before: Clause) -> bool:
    """Whether a clause is only the content of a noun that still wants its verb: `reports [that Homs fell] were false`.
    """
    opener = before.opener
    return before.kind == "that" and opener == before.left and opener > 0 and before.governor < 0


def _behind_fronted(line: Line, before: Clause, low: int, high: int) -> int:
    """Where the subject of a main clause stands behind the clause of time that opens the sentence, without a comma
    between: `when the truce was signed on Monday [they] had taken Homs`; -1 where none does."""
    if before.kind != "sub" or low == high or any(tag not in BEFORE_OPENER for tag in line.tags[: before.opener]):
        return -1
    start = high - 1
    if line.tags[start] != "pron":
        run = noun_run(line, low, high)
        start = run[0] if run is not None else low
    parted = start > low and line.tags[start - 1] in {"time", "adv"}
    return start if parted or line.lows[high - 1] in line.words.words["subject_pronouns"] else -1


def _has_object(line: Line, before: Clause, comma: int) -> bool:
    """Whether all between a verb and a comma is its object, and no insertion ends there: `men who saw Sake[,] fled`."""
    opens = line.tags[before.end] in OBJECT_STARTS or line.tags[before.end] == "not"
    return opens and before.kind != "rel" and line.tags[comma - 1] in {"noun", "name"}


def takes_object(line: Line, clause: Clause) -> bool:
    """Whether a bare participle wants the object that nothing behind it is, so that its subject undergoes it."""
    senses = line.words.triggers.get(line.lows[clause.head], ())
    wants = any(need.where == "object" for sense in senses for need in sense.needs)
    ends = line.tags[clause.end : clause.end + 1] in ([], ["."], [","], ["prep"])
    return wants and ends and participial(line, clause) and not any(sense.undergoer for sense in senses)


def _complement_or_reduced(
    line: Line, before: Clause, clause: Clause, low: int, high: int
) -> tuple[int, int, Kind]:
    """Two verb groups side by side: one of them is a reduced relative, or the second tells what was said."""
    if reduces(line, before, low, high):
        if clause.form == "past" and not clause.passive and before.start + 1 == high:
            return high, -1, "reduced"
        reduce_clause(before)
        return high, -1, "resume"
    acts = _pronoun_acts(line, before, low, high)
    if acts and before.lemma in line.words.words["saying"]:
        return high - 1, -1, "zero"
    if not acts and _modifies_object(line, before, clause):
        clause.form, clause.passive = "part", True
        return high, -1, "reduced"
    run = noun_run(line, low, before_time(line, low, high) if line.tags[high - 1 : high] == ["time"] else high)
    return (run[0] if run else high), -1, "zero" if run else "reduced"


def _caused(line: Line, before: Clause, clause: Clause, low: int, high: int) -> bool:
    """Whether a participle tells what somebody had done to what stands before it, or saw done: `the king had ten men
    [shot]`, `the army reported ten rebels [killed] at Lisne`."""
    had = line.tags[before.head] == "have"
    form = clause.form == "past" or (had and clause.form == "part")  # `had themselves [sworn] in`
    if before.form not in FINITE or clause.start != clause.head or clause.passive or not form:
        return False
    known = line.words.verbs.get(line.lows[clause.head])
    participle = known is None or "part" in known.forms
    if not participle or noun_run(line, low, high) is None:
        return False
    if had:
        return before.form == "past"
    seen = before.lemma in line.words.words["witnessing"] and not before.passive
    return seen and AFTER_SEEN.issuperset(line.tags[clause.end : clause.end + 1])


def _made_to(line: Line, before: Clause, clause: Clause, low: int, high: int) -> bool:
    """Whether a bare infinitive tells what somebody was made, seen or left to do: `made the captives [dig] graves`."""
    bare = clause.start == clause.head and clause.form == "present" and before.form == "past" and not before.passive
    known = line.words.verbs.get(line.lows[clause.head]) if bare else None
    base = known is not None and "base" in known.forms and before.lemma in line.words.words["bare_causing"]
    return base and noun_run(line, low, high) is not None


def _pronoun_acts(line: Line, before: Clause, low: int, high: int) -> bool:
    """Whether a pronoun that can only be a subject stands right before a verb: `the men [they had] held`; `it` only
    after a verb of saying."""
    low_word = line.lows[high - 1] if high > low else ""
    saying = before.lemma in line.words.words["saying"]
    return low_word in line.words.words["subject_pronouns"] or (saying and line.tags[high - 1 : high] == ["pron"])


def _modifies_object(line: Line, before: Clause, clause: Clause) -> bool:
    """Whether a bare participle belongs to the object before it: `signed an accord [negotiated in Luanda]`."""
    if clause.form != "past" or clause.start != clause.head:
        return False
    if before.lemma in line.words.words["inverting"] and not _tells_later(line, before, clause.end):
        return False
    known = line.words.verbs.get(line.lows[clause.head])
    after = line.tags[clause.end] if clause.end < len(line.tags) else ""
    return (known is None or "part" in known.forms) and after in AFTER_PARTICIPLE and before.form in FINITE


def reduces(line: Line, before: Clause, low: int, high: int) -> bool:
    """Whether a finite-looking participle is a reduced relative: `a bomb planted by rebels exploded`."""
    if before.lemma in line.words.words["inverting"] and noun_run(line, low, high):
        return False
    if low < high and _tells_later(line, before, high):
        return False
    behind = low == high or line.tags[low] in {"prep", "time"} or _of_time(line, low, high)
    return behind and participial(line, before)


def _tells_later(line: Line, said: Clause, start: int) -> bool:
    """Whether what is said follows from `that` on: `said in a note [posted on Monday] that`."""
    return said.lemma in line.words.words["saying"] and "that" in line.tags[start:]


def participial(line: Line, clause: Clause) -> bool:
    """Whether a past form without auxiliary can be a participle."""
    known = line.words.verbs.get(line.lows[clause.head])
    return clause.form == "past" and clause.start == clause.head and (known is None or "part" in known.forms)


def reduce_clause(clause: Clause) -> None:
    """Make a participle of what looked finite."""
    clause.form, clause.passive, clause.kind, clause.left = "part", True, "reduced", clause.start


def _gap_follows(line: Line, opener: int) -> bool:
    """Whether a verb that takes a thing done has none behind it, so that it is the noun before `that`: `confirmed the
    deal that envoys had signed`."""
    verb = next((at for at in range(opener + 1, len(line.tags)) if line.tags[at] == "verb"), -1)
    known = line.words.verbs.get(line.lows[verb]) if verb > 0 else None
    if known is None or known.lemma not in line.words.words["concluding"] or line.tags[verb - 1] == "be":
        return False
    return line.tags[verb + 1 : verb + 2] == [] or line.tags[verb + 1] not in OBJECT_STARTS


def kind_of(line: Line, opener: int, before: Clause | None) -> Kind:
    """The kind of clause a token opens after the clause before it."""
    tag = line.tags[opener]
    if tag == "that":
        if before is not None and before.kind == "rel" and line.tags[opener - 1] == "coord":
            return "rel"
        if opener and line.lows[opener - 1] in line.words.words["content_nouns"]:
            return "that"
        if _tells_of_noun(line, opener):
            return "rel"
        saying = before is not None and before.lemma in line.words.words["saying"]
        follows_noun = opener > 0 and (line.tags[opener - 1] in {"noun", "name"} or _the_one(line, opener - 1))
        return "rel" if follows_noun and (not saying or _gap_follows(line, opener)) else "that"
    return "rel" if tag == "rel" else "sub"


def _tells_of_noun(line: Line, opener: int) -> bool:
    """Whether `that` is the subject of the verb behind it, so that it goes back to a noun past a time: `condemned a
    raid on Monday [that killed ten]`. A clause that tells what is said has a subject of its own."""
    at = opener + 1
    while line.tags[at : at + 1] == ["adv"]:
        at += 1
    finite = line.tags[at : at + 1] != [] and line.tags[at] in VERBAL and not line.lows[at].endswith("ing")
    return finite and opener > 0 and line.tags[opener - 1] in {"time", "num", "noun", "name", ")"}


def _the_one(line: Line, index: int) -> bool:
    """Whether a token is the `one` of `the one`, which stands for a noun."""
    words = line.words.words
    return index > 0 and line.lows[index] in words["one"] and line.lows[index - 1] in words["definite"]
