"""Verb groups: auxiliaries, adverbs and main verb, with their tense, voice and lemma."""

from __future__ import annotations

from generator.stages.events.clause import VERBAL, Clause, Form
from generator.stages.events.neighbours import class_after
from generator.stages.events.tokens import OPENS_OBJECT, PAST, Line

BARE: tuple[tuple[str, Form], ...] = (("ing", "ger"), ("past", "past"), ("part", "part"))
"""What a verb without auxiliary is by its form, first that fits; the present otherwise."""
NO_FORMS = frozenset[str]()
GERUND = frozenset({"ing"})
OPENING_GROUP = VERBAL | {"to"}
"""Classes of the words a verb group can begin with."""


def verb_groups(line: Line) -> list[Clause]:
    """The verb groups of a sentence in order, each as a clause that knows nothing yet of its boundaries."""
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
            clause.perfect = clause.perfect or (tag == "have" and aux != "be")  # not `were having lunch`
            aux, aux_at = tag, index
            clause.negated = clause.negated or lows[index].endswith(("n't", "n’t"))
        elif tag == "not":
            clause.negated = True
        elif tag != "adv":
            inside = _inserted(line, index) if aux else 0
            if not inside:
                break
            index += inside - 1
        index += 1
    clause.head = head if head >= 0 else aux_at
    clause.end = clause.head + 1
    _settle_form(line, clause, head, aux, inf)
    return clause


def _inserted(line: Line, index: int) -> int:
    """How many words at `index` are an adverb between an auxiliary and its verb although they look like something
    else: `were [in fact] launched`, `have [so far] failed`, `has [since] withdrawn`; or a mark of quotation there."""
    words = line.words.words
    if line.tags[index] == "quote":
        return int(line.tags[index - 1] in {"be", "have"} and line.tags[index + 1 : index + 2] == ["verb"])
    if line.tags[index] in {"prep", "sub"} and " ".join(line.lows[index : index + 2]) in words["adverbial_pairs"]:
        return 2
    if line.lows[index] in words["now"] and line.tags[index - 1] in VERBAL:
        return 1  # `are [now] registered`
    alone = line.lows[index] in words["since"] and line.tags[index - 1] == "have"
    return int(alone and line.tags[index + 1 : index + 2] in (["verb"], ["be"]))


def _settle_form(line: Line, clause: Clause, head: int, aux: str, inf: bool) -> None:
    """Tense, voice and lemma of a verb group."""
    words, low = line.words.words, line.lows[clause.head]
    known = line.words.verbs.get(low) if head >= 0 else None
    forms = known.forms if known else _guessed(low) if head >= 0 else NO_FORMS
    clause.lemma = known.lemma if known else low if head >= 0 else aux or low
    clause.passive = aux == "be" and "part" in forms and "ing" not in forms
    first = line.lows[clause.start]
    if inf and not clause.modal:
        clause.form = "past" if _results(line, clause.start) else "inf"
    elif clause.modal:
        clause.form = "modal"
    elif head >= 0 and not aux and "part" in forms and (_follows_by(line, clause) or _bears_name(line, clause)):
        clause.form, clause.passive = "part", True
    elif head >= 0 and not aux:
        clause.form = _bare_form(forms)
        if clause.form == "part" and "base" in forms and class_after(line, clause.head) in OPENS_OBJECT:
            clause.form = "present"  # `rebels overrun a town`, not `a town overrun in May`
    elif first in words["gerund_auxiliaries"]:
        clause.form = "ger"
    else:
        past = first in words["past_auxiliaries"] or clause.perfect
        clause.form = "past" if past else "present"


def _results(line: Line, to: int) -> bool:
    """Whether an infinitive tells what came next: `took the town, only [to lose] it again`."""
    return to > 1 and line.tags[to - 2] == "," and line.lows[to - 1] in line.words.words["result_adverbs"]


def _bare_form(forms: frozenset[str]) -> Form:
    """What a verb without auxiliary is, of all that it can be."""
    for key, name in BARE:
        if key in forms:
            return name
    return "present"


def _guessed(low: str) -> frozenset[str]:
    """What a verb that no list knows is by its ending: none of the third person is in the past."""
    return NO_FORMS if low.endswith("s") else GERUND if low.endswith("ing") else PAST


def _bears_name(line: Line, clause: Clause) -> bool:
    """Whether a participle only says what somebody is called: `a merchant [named Ann Lee]`."""
    words, at = line.words.words, clause.start - 1
    if clause.lemma not in words["naming"] or line.tags[clause.end : clause.end + 1] != ["name"]:
        return False
    while at > 0 and line.tags[at] in {"noun", "adj", "name"}:
        at -= 1
    return at >= 0 and line.lows[at] in words["indefinite"]


def _follows_by(line: Line, clause: Clause) -> bool:
    """Whether `by` with an agent follows, at once, behind its particle or what it was done with: `a meeting boycotted
    by Russia`, `pelted with stones by women`; in `talked by telephone`, `came by boat` nobody is meant."""
    words, lows, index = line.words.words, line.lows, clause.end
    if clause.lemma in words["intransitive"]:
        return False  # `died by the time help came`
    if index + 2 < len(lows) and lows[index] in words["means"] and lows[index] not in words["by"]:
        index += 2 + (line.tags[index + 1] in {"det", "adj", "num"})
    elif lows[index : index + 1] != [] and lows[index] in words["particles"]:
        index += 1  # `a committee set up by the ministry`
    if lows[index : index + 1] == [] or lows[index] not in words["by"]:
        return False
    if line.tags[index + 1 : index + 2] == ["verb"]:
        return False  # `retaliated by closing the border`
    channel = clause.lemma in words["undone"] and not words["channels"].isdisjoint(lows[index + 1 : index + 2])
    return line.tags[index + 1 : index + 2] != ["time"] and not channel
