"""What the word of a mention makes of it in a story: how it all began, or a part of what is told beside it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from generator.model.event import EventMention
from generator.model.wording import stems
from generator.stages.linking.signs import words_before

POLLING = "polling"
"""The role of what tells that a people votes; with the beginning of the word for the vote behind it, on what."""
ROLES = ("giving_up", "taking_part", "gathering", "succouring", "healing", "finding", "downing", "inquiring")
"""Word lists of the language whose verbs tell a part of another event."""
SEIZING = "seizing"
"""The role of what tells that people are carried off, ..."""
SEIZURES = frozenset({"abduct", "seize-people", "carry-off"})
"""... and the rules that tell it."""
TOWN = 3
"""The precision of a place that is no wider than a town."""
CLAIMING = "claiming"
"""The role of what a side says it achieved in a deed that it owns up to."""


def roles_of(mention: EventMention, words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The lists that have the mention's lemma, whole or without what follows its verb or goes before its noun."""
    lemma = mention.lemma
    told = {lemma, lemma.partition(" ")[0], lemma.rpartition(" ")[2]}
    roles = {name for name in ROLES if not told.isdisjoint(words[name])}
    ballots = words["ballots"].intersection(mention.title.lower().split())
    if ballots and not told.isdisjoint(words["polling"]):
        roles |= {POLLING, *(f"{POLLING} {stem}" for stem in stems(" ".join(ballots)))}
    if not mention.rules.isdisjoint(SEIZURES):
        roles.add(SEIZING)
    if mention.status == "claimed" and _owned_up(mention, words):
        roles.add(CLAIMING)
    return frozenset(roles)


def _owned_up(mention: EventMention, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether a side has just said that a deed was its own: `[claimed the raid] and said it had sunk a boat`."""
    before = words_before(mention)
    return any(one in words["owning_up"] and other in words["definite"] for one, other in pairwise(before))


def outbreak_of(mention: EventMention, words: Mapping[str, frozenset[str]]) -> str:
    """Whether a mention tells that a revolt or a war began, and which; nothing for what only happened in it."""
    noun = mention.lemma.rpartition(" ")[2]
    kind = "revolt" if noun in words["revolts"] else "war" if noun in words["wars"] else ""
    if not kind or mention.time is None or mention.status != "happened":
        return ""
    start = mention.span.start
    trigger, date = mention.trigger, mention.time.span
    between = mention.text[trigger.end - start : max(0, date.start - start)].lower().split()
    before = words_before(mention)[-3:]
    if kind == "war" and _in_town(mention):
        return ""
    began = not words["outbreak_verbs"].isdisjoint(word.strip(",") for word in between)
    return kind if began or not words["outbreak_nouns"].isdisjoint(before) else ""


def _in_town(mention: EventMention) -> bool:
    """Whether fighting goes on in a town since some week or month, which is no war that began: `the fighting that began
    in Homs in May`."""
    day = mention.time.edtf.day if mention.time is not None and mention.time.edtf is not None else None
    return day is None and any(place.precision <= TOWN for place in mention.places)
