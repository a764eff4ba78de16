"""Words that tell no event but only speak of one: an account of it, another date for it, a name that it is given."""

from __future__ import annotations

from generator.stages.events.clauses import Clause
from generator.stages.events.phrases import INSIDE
from generator.stages.events.stops import SAID_UNTIL
from generator.stages.events.tokens import Line

DESCRIBING = frozenset({"det", "adj", "adv", "num", "name", "coord", "sub"})
"""Classes of words before the noun of an account."""
NAMED = frozenset({"noun", "name", "pron", "verb"})
"""Classes of words right before the name that something is given; the verb itself where it is passive."""


def retells(line: Line, clause: Clause | None, at: int) -> bool:
    """Whether the words before a trigger at a token only say what an account makes of the event (`some histories open
    with fighting`), date it (`dates the attack to`), give a name to something (`called the raid a massacre`) or say
    when a picture was made."""
    spoken = clause is not None and (_named(line, clause, at) or _pictured(line, clause, at))
    return _accounted(line, at) or _dated_anew(line, at) or spoken


def _accounted(line: Line, at: int) -> bool:
    """Whether the subject of a stretch without a verb of saying is a text: `another account [closes the war]`."""
    words, first = line.words.words, at
    if words["accounts"].isdisjoint(line.vocabulary):
        return False
    while first > 0 and line.tags[first - 1] not in SAID_UNTIL:
        first -= 1
    while first < at and line.tags[first] in DESCRIBING:
        first += 1
    if first == at or line.lows[first] not in words["accounts"]:
        return False
    dating = words["dating_to"]  # `some chronicles [count] the town as lost from Friday`
    verbs = (line.words.verbs.get(low) for low in line.lows[first + 1 : at] if low not in dating)
    return not any(known is not None and known.lemma in words["saying"] for known in verbs)


def _dated_anew(line: Line, at: int) -> bool:
    """Whether a noun without a name of its own is the object of a verb of dating, which may be taken for a noun."""
    words, lows, start = line.words.words, line.lows, at
    if words["dating_surely"].isdisjoint(line.vocabulary):
        return False
    while start > 0 and line.tags[start - 1] == "adj":
        start -= 1
    linked = lows[at + 1 : at + 2] != [] and lows[at + 1] in words["dating_links"]
    dated = start > 1 and lows[start - 1] in words["dated_starts"] and lows[start - 2] in words["dating_surely"]
    return linked and dated


def _named(line: Line, clause: Clause, at: int) -> bool:
    """Whether a verb of naming has the name it gives behind what it names: `[called] them [a peace deal]`."""
    words = line.words.words
    if clause.lemma not in words["naming"] or not (at == clause.head or at >= clause.end):
        return False
    if _by_relative(line, clause):
        return at == clause.head
    for index in range(clause.end + (not clause.passive), clause.right):
        if line.lows[index] in words["articles"] and line.tags[index - 1] in NAMED:
            return at == clause.head or at > index
        if line.tags[index] not in INSIDE:
            return False
    return False


def _by_relative(line: Line, clause: Clause) -> bool:
    """Whether what is named is what a relative pronoun goes back to: `a raid [that he called Storm]`."""
    acted = clause.kind == "rel" and clause.subject is not None and clause.subject[0] > clause.opener
    return acted and not clause.passive and INSIDE.issuperset(line.tags[clause.end : clause.end + 1])


def _pictured(line: Line, clause: Clause, at: int) -> bool:
    """Whether a passive tells how a picture was made and no town fell: `the footage shows, and when it was [taken]`."""
    words, subject = line.words.words, clause.subject
    if at != clause.head or clause.lemma not in words["filming"] or not clause.passive or subject is None:
        return False
    pictures = words["pictures"]
    own = not pictures.isdisjoint(line.lows[subject[0] : subject[1]])
    meant = line.lows[subject[0]] in words["thing_pronouns"] | words["plural_pronouns"]
    return own or (meant and not pictures.isdisjoint(line.lows[:at]))
