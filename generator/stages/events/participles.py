"""Forms in the past: whether one is a verb where it stands, describes the noun after it, or means people."""

from __future__ import annotations

from generator.stages.events.phrases import INSIDE
from generator.stages.events.tokens import (
    BEFORE_ADJECTIVE,
    BEFORE_SUBJECT,
    NOUN_LIKE,
    NOUN_PHRASE,
    VERBAL,
    Line,
)
from generator.stages.events.unlisted import OBJECT

OPENING_PHRASE = frozenset({"time", "det", "adj", "num", "noun", "name"})
AT_HEAD = frozenset({"", ":", ".", ";", "dash", "time"})
BEFORE_GROUP = BEFORE_SUBJECT | {"quote", "prep"}
BEFORE_QUOTED_NOUN = frozenset({"verb", "prep", "det", "poss", "adj"})


def past_class(line: Line, index: int, before: str, after: str, forms: frozenset[str]) -> str:
    """`verb`, `noun` or `adj` for a form in the past."""
    ambiguous = "base" in forms and line.lows[index] in line.words.noun_verbs
    if ambiguous and before in {"det", "poss", "prep", "adj", "num"}:
        return "noun"
    noun = after in {"noun", "name", "adj"}
    if before == "dash" and line.starts[index] == line.ends[index - 1]:
        return "adj"  # `the U.N.-backed mission`
    plain = line.headline or line.lows[index] in line.words.words["attributive"]
    heads = before in AT_HEAD or (before == "," and _only_opened(line, index - 1))
    if heads and after in {"noun", "adj"} and plain and _verb_after(line, index):
        return "adj"  # `Revised accord signed`, `Armed men burned a bus.`, `In Homs, armed men burned a bus.`
    if before in BEFORE_GROUP and after == "verb":
        noun = line.lows[index + 1] in line.words.noun_verbs  # not yet known to be a noun: `armed forces`
    noun = noun and "part" in forms  # who `went` home did so himself
    if noun and (before in BEFORE_ADJECTIVE or _describes(line, index, before) or _opens_content(line, index)):
        return "adj"
    if before == "prepsub" and after == "time" and line.tags[index + 2 : index + 3] in (["noun"], ["adj"]):
        return "adj"  # `after disputed 2009 elections`
    if before in {"det", "poss"} or _those(line, index, before, after):
        return "noun"
    if before == "verb" and "part" in forms and after not in OBJECT and _stays(line, index - 1):
        return "adj"  # `will stay [closed] on Friday`
    likened = index > 0 and line.lows[index - 1] in line.words.words["likening"] and "part" in forms
    if likened and after in {"prep", "prepsub", "time", ".", ",", "coord"} and _verb_before(line, index):
        return "adj"  # `count the city as [lost] from Friday`
    return "verb"


def _only_opened(line: Line, comma: int) -> bool:
    """Whether nothing but a day or a phrase of place stands before a comma, so that no subject does."""
    opens = line.tags[0] in {"prep", "time"} and line.tags[1:comma].count("prep") == 0
    return opens and OPENING_PHRASE.issuperset(line.tags[1:comma])


def _those(line: Line, index: int, before: str, after: str) -> bool:
    """Whether a participle stands for people: `the number of [displaced] rose`, `appealed for 3,000 [displaced]`."""
    ruled = before in {"prep", "num"} or line.lows[index - 1] in line.words.words["likening"]
    return ruled and after not in NOUN_PHRASE and line.lows[index] in line.words.words["befallen_people"]


def _stays(line: Line, index: int) -> bool:
    """Whether a verb says how something is to stay."""
    known = line.words.verbs.get(line.lows[index])
    return known is not None and known.lemma in line.words.words["staying"] and line.tags[index - 1] == "modal"


def _verb_before(line: Line, index: int) -> bool:
    """Whether a verb with its object stands before a word: `regard the deal as [dead]`."""
    at = index - 2
    while at > 0 and line.tags[at] in INSIDE:
        at -= 1
    return at < index - 2 and line.tags[at] == "verb"


def _describes(line: Line, index: int, before: str) -> bool:
    """Whether a participle before a noun describes it although a verb could stand there: `signed revised terms`,
    `blamed armed Chadians`, `talks of "targeted measures"`."""
    if before in NOUN_LIKE:
        outward = line.lows[index] in line.words.words["outward"]
        # `non-state [armed] groups attacked`, `fell to a non-state [armed] group`
        return outward and (_verb_after(line, index) or _in_object(line, index))
    if before == "verb":
        beside = line.tags[index - 1] == "verb" and line.tags[index + 1] in {"noun", "adj"}
        return beside or line.lows[index] in line.words.words["attributive"]
    if before != "quote":
        return False
    close = next((at for at in range(index + 1, min(index + 4, len(line.tags))) if line.tags[at] == "quote"), -1)
    opened = index > 1 and line.tags[index - 2] in BEFORE_QUOTED_NOUN
    return opened and close > 0 and VERBAL.isdisjoint(line.tags[index + 1 : close])


def _in_object(line: Line, index: int) -> bool:
    """Whether the noun before a word stands with its article behind what rules it, so that it is no subject."""
    rules = line.tags[index - 3 : index - 2]
    return line.tags[index - 2 : index - 1] == ["det"] and rules in (["prep"], ["to"], ["verb"])


def _opens_content(line: Line, index: int) -> bool:
    """Whether a participle opens what somebody said, which needs a subject first: `said that [wounded] men had fled`,
    `reported that "[armed] groups" had fled`."""
    that = index - 1 - (line.tags[index - 1] == "quote")
    opens = that > 0 and line.tags[that] == "that" and line.tags[that - 1] in {"verb", "time"}
    return opens and _verb_after(line, index)


def _verb_after(line: Line, index: int) -> bool:
    """Whether the noun after a word has a verb right behind it: `Revised [accord] signed`."""
    at = index + 1
    while at < len(line.tags) and line.tags[at] in {"noun", "adj", "quote"}:
        at += 1
    return at < len(line.tags) and line.tags[at] in VERBAL
