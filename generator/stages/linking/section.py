"""What a heading and the sentences after it, or a deed and the words after it, tell together."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.wording import stems
from generator.stages.linking.cluster import Cluster, allowed, hostile
from generator.stages.linking.clustering import Clustering
from generator.stages.linking.traits import Traits

UNDER = 3
"""A heading is told anew at most so many sentences below it."""
SPOKEN = frozenset({"statement"})
"""Kinds of event that a letter is made of."""
DECISIONS = frozenset({"trigger:resolution", "trigger:council-votes", "trigger:vote"})
"""The rules behind what an assembly decides."""
FORMAL = frozenset({"justice"})
"""Kinds of event that are told on in the next sentence by whoever acts in them: `The judges found her guilty.`"""


def under_heading(told: Sequence[Traits], place: int, traits: Traits, clustering: Clustering) -> Traits | None:
    """What a heading without names announces: the first event of its kind below it that nothing tells apart."""
    if not traits.heading or traits.towns or traits.named:
        return None
    for other in told[place + 1 :]:
        if other.sentence - traits.sentence > UNDER:
            return None
        if _announced(traits, other) and allowed(clustering.of(other), clustering.of(traits)):
            return other
    return None


def announces_only(cluster: Cluster) -> bool:
    """Whether nothing but headings without a place and a day told of it: what they mean stands below them, told in
    other words."""
    return all(one.heading and not (one.towns or one.regions or one.countries or one.days) for one in cluster.members)


def _announced(traits: Traits, other: Traits) -> bool:
    same = other.kind == traits.kind and (other.mention.status == "planned") == (traits.mention.status == "planned")
    return same and not other.heading and (traits.days is None or traits.days == other.days)


def contents(before: Sequence[Traits], traits: Traits, clustering: Clustering) -> Traits | None:
    """The letter whose content is what its writer asks or offers, in the same sentence or the next: `wrote to the
    council and asked for troops`."""
    if traits.mention.type not in SPOKEN or traits.towns or traits.mention.status == "planned":
        return None
    for other in reversed(before):
        if traits.sentence - other.sentence > 1:
            return None
        same_day = traits.days is None or traits.days == other.days
        if other.written and same_day and _same_names(other, traits):
            return other if _open(other, traits, clustering) else None
    return None


def told_on(before: Sequence[Traits], traits: Traits, clustering: Clustering) -> Traits | None:
    """The ruling that the next sentence tells more of, on the same person and without a day: `The judges found her
    guilty.`"""
    if traits.mention.type not in FORMAL or traits.days is not None or traits.towns or not traits.opens_definite:
        return None
    for other in reversed(before):
        if traits.sentence - other.sentence > 1:
            return None
        if other.kind == traits.kind and other.fine and _same_names(other, traits):
            return other if allowed(clustering.of(other), clustering.of(traits)) else None
    return None


def voted_on(before: Sequence[Traits], traits: Traits, clustering: Clustering) -> Traits | None:
    """The decision that an article tells first by who took it, without a day, and later by the day and the count:
    `The chamber rejected a bill. ... Ninety members backed the bill on Tuesday.`"""
    nameless = not (traits.named or traits.towns or traits.regions or traits.countries)
    if traits.mention.rule not in DECISIONS or not traits.fine or not nameless or traits.mention.status == "planned":
        return None
    fits = [other for other in before if other.mention.rule == traits.mention.rule and _decided(other, traits)]
    if not fits or any(other.named != fits[0].named for other in fits):
        return None
    return None if hostile(clustering.of(fits[0]), clustering.of(traits)) else fits[0]


def _decided(other: Traits, traits: Traits) -> bool:
    """Whether a decision on the same thing is told as taken, on no day."""
    thing = stems(other.mention.title) & stems(traits.mention.title) - stems(traits.mention.lemma)
    return other.days is None and bool(other.named) and bool(thing) and other.mention.status == "happened"


def _same_names(other: Traits, traits: Traits) -> bool:
    return not other.named.isdisjoint(traits.named)


def _open(other: Traits, traits: Traits, clustering: Clustering) -> bool:
    """Whether nothing but their standing in one sentence forbids that two mentions are one event."""
    cluster, own = clustering.of(other), clustering.of(traits)
    return cluster is not own and not hostile(cluster, own)
