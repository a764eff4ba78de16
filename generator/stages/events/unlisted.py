"""Verbs that no list knows: told by the company a form keeps."""

from __future__ import annotations

from generator.stages.events.neighbours import class_after, class_before
from generator.stages.events.tokens import NOUN_LIKE, Line

BEFORE_GERUND = frozenset({"noun", "name", ",", "time"})
ENDINGS = ("ing", "ed")
UNKNOWN = frozenset({"noun", "adj"})
OPENS_VERB = frozenset({"modal", "to"})
OBJECT = frozenset({"det", "poss"})
DUE = frozenset({"be", "adj"})


def settle_forms(line: Line) -> None:
    """Let a form that no list knows be a verb where its company says so: one in -ing between a noun and an object with
    its article (`signed a pact [paving] the way for a vote`) or between `be` and a preposition (`tanks were [rumbling]
    into the town`), one in -ed with a hyphen between a noun and an object (`jets [machine-gunned] their column`)."""
    lows, tags, barred = line.lows, line.tags, line.words.words["not_verbs"]
    for index in [at for at, tag in enumerate(tags) if tag in UNKNOWN and lows[at].endswith(ENDINGS)]:
        if not 0 < index < len(tags) - 1:
            continue
        low, before, after = lows[index], tags[index - 1], tags[index + 1]
        if tags[index] == "noun":
            gerund = after in OBJECT and before in BEFORE_GERUND
            goes_on = before == "be" and after in {"prep", "to"}
            unknown = low.endswith("ing") and (gerund or goes_on)
        else:
            unknown = low.endswith("ed") and "-" in low and before in NOUN_LIKE and after in OBJECT
        if unknown and low not in barred:
            tags[index] = "verb"


def settle_only(line: Line) -> None:
    """Let a word that no list knows as a verb be the one of a sentence without any, where it stands in the third person
    between a noun and an object: `the massacre still [haunts] the valley`."""
    for index in range(1, len(line.tags) - 1):
        if line.tags[index] != "noun" or not line.lows[index].endswith("s") or line.lows[index].endswith("ss"):
            continue
        apart = line.tags[index - 1] == "adv"
        opens = line.tags[index + 1] in OBJECT or (apart and line.tags[index + 1] == "name")
        if opens and class_before(line, index) in {"noun", "name"} and not line.lows[index - 1 - apart].endswith("s"):
            line.tags[index] = "verb"
            return


def settle_bare(line: Line) -> None:
    """Let a word that no list knows as a verb be one where nothing else can stand: behind a modal (`will [defuse]
    it`), or between `due to` or `is to` and an object; and what is an adverb elsewhere, where it has an object."""
    tags = line.tags
    for at in [at for at, tag in enumerate(tags) if tag in OPENS_VERB]:
        index = at + 1
        if tags[index : index + 1] == ["adv"] and _takes_object(line, index):
            tags[index] = "verb"  # `voted to [back] the plan`
            continue
        while tags[at] == "modal" and tags[index : index + 1] == ["adv"]:
            index += 1
        if tags[index : index + 1] != ["noun"]:
            continue
        if tags[at] == "modal" or (tags[at - 1] in DUE and class_after(line, index) in OBJECT):
            tags[index] = "verb"


def _takes_object(line: Line, index: int) -> bool:
    """Whether a word that is an adverb elsewhere has a verb's base form and an object with its article behind it."""
    known = line.words.verbs.get(line.lows[index])
    return known is not None and "base" in known.forms and line.tags[index + 1 : index + 2] in (["det"], ["poss"])
