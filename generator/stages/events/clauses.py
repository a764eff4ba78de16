"""Clauses without a parser: verb groups, where each clause begins and ends, and who does what in it.

English is read left to right: every verb group is a clause; between two groups stands one boundary, the
strongest of stop marks, relative pronouns and subordinators, commas, and conjunctions.
"""

from __future__ import annotations

from generator.stages.events.clause import DEPENDENT, FINITE, Clause, Form, Kind
from generator.stages.events.insertions import (
    AFTER_PARTICIPLE,
    absolute,
    apposed_edge,
    apposed_participle,
    around_dashes,
    begins_anew,
    explained,
    last_stop,
    mark_insertions,
    past_relatives,
    time_apart,
    told_before,
)
from generator.stages.events.phrases import (
    INSIDE,
    before_time,
    last_of,
    noun_run,
    set_off,
    subject_before,
)
from generator.stages.events.subjects import give_subject
from generator.stages.events.tokens import PAST, Line

__all__ = ["DEPENDENT", "FINITE", "Clause", "owners", "read_clauses"]

BARE: tuple[tuple[str, Form], ...] = (("ing", "ger"), ("past", "past"), ("part", "part"))
"""What a verb without auxiliary is by its form, first that fits; the present otherwise."""
STOPS = frozenset({";", ":", "dash", "(", ")", "quote", ".", "?"})
QUOTES = frozenset({"quote"})
ADVERBIAL = frozenset({"time", "prep", "prepsub", "adv"})
COMMA, COORD, NO_FORMS = frozenset({","}), frozenset({"coord"}), frozenset[str]()
OPENING_GROUP = frozenset({"modal", "be", "have", "do", "verb", "to"})
"""Classes of the words a verb group can begin with."""
OPENERS = frozenset({"rel", "sub", "that", "prepsub"})
DIVIDING = STOPS | OPENERS | COMMA
"""Most gaps between two verb groups hold none of these."""


def read_clauses(line: Line) -> list[Clause]:
    """The clauses of a sentence in order, each with its boundaries and subject."""
    clauses = _verb_groups(line)
    if not clauses:
        return clauses
    mark_insertions(line, clauses)
    _open_first(line, clauses[0])
    for index in range(1, len(clauses)):
        _divide(line, clauses, index)
    clauses[-1].right = time_apart(line, clauses[-1])
    for index in range(len(clauses)):
        give_subject(line, clauses, index)
        if index:
            _share_auxiliary(line, clauses[index - 1], clauses[index])
    return clauses


def _share_auxiliary(line: Line, before: Clause, clause: Clause) -> None:
    """`was captured and killed`: a bare participle after `and` stands under the auxiliary before it, and so does one
    that counts the harmed: `nine were killed and dozens hurt`."""
    bare = clause.start == clause.head and clause.form in {"past", "part"}
    if clause.kind != "coord" or not bare or not (clause.shared or _counts_harmed(line, clause)):
        return
    after = clause.end + (line.tags[clause.end : clause.end + 1] == ["adv"])  # `was hit and gave [away its] guns`
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
    first = next((i for i, one in enumerate(clauses) if one.kind not in DEPENDENT), 0)
    owner = [first] * len(line.lows)
    for index, clause in enumerate(clauses):
        owner[clause.left : clause.right] = [index] * (clause.right - clause.left)
    return owner


def _verb_groups(line: Line) -> list[Clause]:
    groups: list[Clause] = []
    end = 0
    for index in [at for at, tag in enumerate(line.tags) if tag in OPENING_GROUP]:
        if index >= end and (line.tags[index] != "to" or _opens_infinitive(line, index)):
            clause = _verb_group(line, index)
            groups.append(clause)
            end = clause.end
    return groups


def _opens_infinitive(line: Line, index: int) -> bool:
    tags = line.tags
    index += 1
    while index < len(tags) and tags[index] in {"adv", "not"}:
        index += 1
    return index < len(tags) and tags[index] in {"verb", "be", "have", "do"}


def _verb_group(line: Line, start: int) -> Clause:
    """The verb group that starts at a token: auxiliaries, adverbs, and the main verb if one follows."""
    tags, lows, head, aux, aux_at, index = line.tags, line.lows, -1, "", start, start
    clause = Clause(start, start + 1, start, "", "past")
    clause.negated = start > 0 and tags[start - 1] == "not"
    inf = False
    while index < len(tags):
        tag = tags[index]
        if tag == "verb":
            head = index
            break
        if tag == "modal":
            clause.modal = lows[index]
        elif tag == "to":
            if not _opens_infinitive(line, index):
                break
            clause.modal, inf = (lows[aux_at] if aux else ""), True
        elif tag in {"be", "have", "do"}:
            aux, aux_at = tag, index
            clause.perfect = clause.perfect or tag == "have"
            clause.negated = clause.negated or lows[index].endswith(("n't", "n’t"))
        elif tag == "not":
            clause.negated = True
        elif aux and tag in {"prep", "sub"} and _adverbial(line, index):
            index += 1  # `were in fact launched`
        elif tag != "adv":
            break
        index += 1
    clause.head = head if head >= 0 else aux_at
    clause.end = clause.head + 1
    _settle_form(line, clause, head, aux, inf)
    return clause


def _adverbial(line: Line, index: int) -> bool:
    """Whether two words together are an adverb: `in fact`, `so far`."""
    return " ".join(line.lows[index : index + 2]) in line.words.words["adverbial_pairs"]


def _settle_form(line: Line, clause: Clause, head: int, aux: str, inf: bool) -> None:
    """Tense, voice and lemma of a verb group."""
    words, low = line.words.words, line.lows[clause.head]
    known = line.words.verbs.get(low) if head >= 0 else None
    forms = known.forms if known else PAST if head >= 0 else NO_FORMS
    clause.lemma = known.lemma if known else low if head >= 0 else aux or low
    clause.passive = aux == "be" and "part" in forms and "ing" not in forms
    first = line.lows[clause.start]
    if inf and not clause.modal:
        clause.form = "inf"
    elif clause.modal:
        clause.form = "modal"
    elif head >= 0 and not aux and "part" in forms and _follows_by(line, clause.end):
        clause.form, clause.passive = "part", True
    elif head >= 0 and not aux:
        clause.form = next((name for key, name in BARE if key in forms), "present")
    elif first in words["gerund_auxiliaries"]:
        clause.form = "ger"
    else:
        past = first in words["past_auxiliaries"] or clause.perfect
        clause.form = "past" if past else "present"


def _follows_by(line: Line, index: int) -> bool:
    """Whether `by` with an agent follows: `a meeting boycotted by Russia`."""
    after = line.tags[index + 1 : index + 2]
    return line.lows[index : index + 1] != [] and line.lows[index] in line.words.words["by"] and after != ["time"]


def _open_first(line: Line, clause: Clause) -> None:
    """What opens the first clause of the sentence."""
    opener = last_of(line, 0, clause.start, OPENERS)
    comma = last_of(line, max(opener, 0), clause.start, COMMA)
    if opener >= 0 and clause.form in {"ger", "part"} and set_off(line, opener, clause.start):
        clause.kind, clause.left = "part", opener
    elif opener >= 0 and (line.tags[opener] != "prepsub" or comma < opener):
        clause.opener, clause.left = opener, opener
        clause.kind = _kind_of(line, opener, None)
    elif clause.form in {"ger", "part"}:
        reduced = clause.start > 0 and line.tags[clause.start - 1] in INSIDE
        clause.kind, clause.left = "reduced" if reduced else "part", clause.start
    elif clause.form == "inf":
        clause.kind, clause.left = "inf", clause.start


def _kind_of(line: Line, opener: int, before: Clause | None) -> Kind:
    tag = line.tags[opener]
    if tag == "that":
        if before is not None and before.kind == "rel" and line.tags[opener - 1] == "coord":
            return "rel"
        if opener and line.lows[opener - 1] in line.words.words["content_nouns"]:
            return "that"
        saying = before is not None and before.lemma in line.words.words["saying"]
        follows_noun = opener > 0 and (line.tags[opener - 1] in {"noun", "name"} or _the_one(line, opener - 1))
        return "rel" if follows_noun and not saying else "that"
    return "rel" if tag == "rel" else "sub"


def _the_one(line: Line, index: int) -> bool:
    """Whether a token is the `one` of `the one`, which stands for a noun."""
    words = line.words.words
    return index > 0 and line.lows[index] in words["one"] and line.lows[index - 1] in words["definite"]


def _divide(line: Line, clauses: list[Clause], index: int) -> None:
    """Set the boundary between a clause and the one before it."""
    before, clause = clauses[index - 1], clauses[index]
    outer, high = around_dashes(line, clauses, index)
    clause.left, clause.opener, clause.kind = _boundary(line, clauses[outer], clause, high)
    clause.governor = outer
    if clause.kind == "resume" and before.kind == "part" and line.tags[before.left] in {"sub", "rel"}:
        clause.opener, clause.kind = before.left, _kind_of(line, before.left, None)
        clause.governor = before.governor
    if clause.kind == "main" and clause.lemma not in line.words.words["saying"]:
        clause.left = _with_adverbials(line, before.end, clause.left)
    if clause.kind in {"zero", "reduced"} and clause.form in FINITE and _closes_subject(line, clauses, outer):
        clause.left, clause.kind = clause.start, "resume"
    before.right = max(clause.left, before.end)
    opener = clause.opener
    if clause.kind == "coord" and line.tags[opener - 1] == "," and outer == index - 1:
        clause.governor = past_relatives(clauses, index)
    if clause.kind == "that" and opener > 0 and line.tags[opener - 1] in {"coord", ","}:
        saying = line.words.words["saying"]
        clause.governor = next((at for at in range(index - 1, -1, -1) if clauses[at].lemma in saying), index - 1)


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
    if index == 0 and first.kind == "main" and _reduces(line, first, first.end, first.end + 1):
        _reduce(first)
        return True
    return index == 0 and first.kind == "rel"


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


def _boundary(line: Line, before: Clause, clause: Clause, high: int) -> tuple[int, int, Kind]:
    """Where a clause begins, the token that opens it, its kind; no `after` opens an infinitive."""
    low = before.end
    if high > low and line.tags[high - 1] == "coord":
        return high, high - 1, "coord"
    stop = opener = comma = -1
    if not DIVIDING.isdisjoint(line.tags[low:high]):
        quoted = line.tags[low:high].count("quote") == 2  # `said that "dozens" were killed`
        stop = last_stop(line, low, high, STOPS - QUOTES if quoted else STOPS)
        opener, comma = last_of(line, low, high, OPENERS), last_of(line, low, high, COMMA)
    inserted = comma < opener and clause.form != "inf"
    if opener > stop and (line.tags[opener] != "prepsub" or inserted or explained(line, before, clause, opener)):
        participle = clause.form in {"ger", "part"} and line.tags[opener] in {"sub", "prepsub"}
        if participle and noun_run(line, opener + 1, high):
            return opener, -1, "reduced"  # `after protests [calling for change] shook the town`
        if clause.form in {"ger", "part"} and set_off(line, opener, high):
            return opener, -1, "part"
        return opener, opener, _kind_of(line, opener, before)
    if clause.form == "inf":
        return high, -1, "inf"
    if stop >= 0 and (comma < stop or begins_anew(line, clause, stop, high)):
        if clause.form == "part" and noun_run(line, stop + 1, high):
            return high, -1, "reduced"
        return stop + 1, stop, "resume" if stop + 1 == high and clause.form in FINITE else "main"
    if comma >= 0:
        return _after_comma(line, before, clause, comma)
    return _no_comma(line, before, clause, low, high)


def _after_comma(line: Line, before: Clause, clause: Clause, comma: int) -> tuple[int, int, Kind]:
    finite = clause.form in FINITE
    if comma == clause.start - 1:
        told = told_before(line, before, comma) if finite else -1
        if told >= 0:
            return told, -1, "zero"
        edge = apposed_edge(line, before, comma) if finite else -1
        if edge >= 0:
            return edge + 1, edge, "coord" if line.tags[edge] == "coord" else "main"
        if finite and before.kind == "main" and apposed_participle(line, before.start) and _participial(line, before):
            _reduce(before)
        return (clause.start, comma, "resume") if finite else (clause.start, comma, "part")
    if line.tags[comma + 1] == "coord":
        return comma + 2, comma + 1, "coord"
    if finite and absolute(line, clause, comma):
        clause.form, clause.passive = "part", True
        return comma + 1, -1, "reduced"
    if finite:
        return comma + 1, comma, "main"
    return clause.start, -1, "reduced" if clause.form == "part" else "part"


def _no_comma(line: Line, before: Clause, clause: Clause, low: int, high: int) -> tuple[int, int, Kind]:
    """The boundary where neither stop nor comma nor opener stands between two verb groups."""
    if clause.form not in FINITE:
        return high, -1, "reduced" if clause.form == "part" else "inf"
    coord = last_of(line, low, high, COORD)
    if coord >= 0 and not line.words.words["between"].isdisjoint(line.lows[low:coord]) and before.form == "past":
        coord = -1  # `talks held between Syria and Jordan failed`
    if _caused(line, before, clause, low, high):
        clause.passive = True
        return low, -1, "zero"
    if before.lemma not in line.words.words["saying"] or before.passive:
        if before.kind in {"rel", "reduced"} or (before.kind in {"part", "sub"} and coord < 0):
            return high, -1, "resume"
        if coord >= 0:
            return coord + 1, coord, "coord"
    return _complement_or_reduced(line, before, clause, low, high)


def _complement_or_reduced(
    line: Line, before: Clause, clause: Clause, low: int, high: int
) -> tuple[int, int, Kind]:
    """Two verb groups side by side: one of them is a reduced relative, or the second tells what was said."""
    if _reduces(line, before, low, high):
        if clause.form == "past" and not clause.passive and before.start + 1 == high:
            return high, -1, "reduced"
        _reduce(before)
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
    """Whether a participle tells what somebody had done to what stands before it: `the king had ten men [shot]`."""
    if line.tags[before.head] != "have" or before.form != "past" or clause.start != clause.head or clause.passive:
        return False
    known = line.words.verbs.get(line.lows[clause.head])
    run = noun_run(line, low, high)
    return clause.form == "past" and (known is None or "part" in known.forms) and run is not None


def _pronoun_acts(line: Line, before: Clause, low: int, high: int) -> bool:
    """Whether a pronoun that can only be a subject stands right before a verb: `the men [they had] held`; `it` only
    after a verb of saying."""
    low_word = line.lows[high - 1] if high > low else ""
    saying = before.lemma in line.words.words["saying"]
    return low_word in line.words.words["subject_pronouns"] or (saying and line.tags[high - 1 : high] == ["pron"])


def _modifies_object(line: Line, before: Clause, clause: Clause) -> bool:
    """Whether a bare participle belongs to the object before it: `signed an accord [negotiated in Luanda]`."""
    if clause.form != "past" or clause.start != clause.head or before.lemma in line.words.words["inverting"]:
        return False
    known = line.words.verbs.get(line.lows[clause.head])
    after = line.tags[clause.end] if clause.end < len(line.tags) else ""
    return (known is None or "part" in known.forms) and after in AFTER_PARTICIPLE and before.form in FINITE


def _reduces(line: Line, before: Clause, low: int, high: int) -> bool:
    """Whether a finite-looking participle is a reduced relative: `a bomb planted by rebels exploded`."""
    if before.lemma in line.words.words["inverting"] and noun_run(line, low, high):
        return False
    return _participial(line, before) and (low == high or line.tags[low] in {"prep", "time"})


def _participial(line: Line, clause: Clause) -> bool:
    """Whether a past form without auxiliary can be a participle."""
    known = line.words.verbs.get(line.lows[clause.head])
    return clause.form == "past" and clause.start == clause.head and (known is None or "part" in known.forms)


def _reduce(clause: Clause) -> None:
    """Make a participle of what looked finite."""
    clause.form, clause.passive, clause.kind, clause.left = "part", True, "reduced", clause.start
