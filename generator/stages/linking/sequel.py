"""What the next words of an article add to an event it has just told: its toll, its denial."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.model.wording import stems
from generator.stages.linking.cluster import Cluster, allowed, hostile
from generator.stages.linking.clustering import Clustering
from generator.stages.linking.score import FAR_APART
from generator.stages.linking.traits import Traits

DEEDS = frozenset(
    {"battle", "territory-change", "explosion-remote-violence", "violence-against-civilians", "protest-riot"}
)
"""Kinds of event in which people are killed or hurt."""
CASUALTIES = frozenset({"killed", "injured"})
NEARBY = 3
"""A sequel stands at most so many sentences after its event."""
GREATEST = 500
"""A greater number without a date and a place of its own is a sum over the war, not the toll of one event."""


def attach_sequels(clustering: Clustering) -> None:
    """Join each toll and each denial that has no time and place of its own to the event told just before it."""
    by_article: dict[int, list[Traits]] = defaultdict(list)
    for traits in clustering.corpus.traits:
        by_article[traits.article].append(traits)
    for article in sorted(by_article):
        told = sorted(by_article[article], key=lambda traits: (traits.mention.trigger.start, traits.index))
        for place, traits in enumerate(told):
            deed = _deed(told, traits, clustering)
            if deed is not None:
                clustering.merge(deed, traits, "toll-of-sentence")
                continue
            rule = _sequel(traits)
            partner = _antecedent(told[:place], traits, rule, clustering) if rule else None
            if partner is not None:
                clustering.merge(partner, traits, rule)


def _deed(told: Sequence[Traits], traits: Traits, clustering: Clustering) -> Traits | None:
    """The deed of the same sentence that a toll belongs to: `attacked the church and [killed] 38`."""
    if traits.mention.type not in DEEDS or not _victims(traits):
        return None
    same = [t for t in told if t.mention.span == traits.mention.span and t is not traits and not _victims(t)]
    fits = [other for other in same if _one_deed(clustering.of(other), clustering.of(traits), other, traits)]
    start = traits.mention.trigger.start
    return min(fits, key=lambda other: abs(other.mention.trigger.start - start), default=None)


def _one_deed(cluster: Cluster, own: Cluster, other: Traits, traits: Traits) -> bool:
    """Whether nothing in the sentence parts the two: not the kind, the day, the place, or who did it."""
    return (
        other.mention.type == traits.mention.type
        and cluster is not own
        and not hostile(cluster, own)
        and (other.days == traits.days or other.days is None or traits.days is None)
        and (other.towns == traits.towns or not other.towns or not traits.towns)
        and (not other.actors.isdisjoint(traits.actors) or not other.actors or not traits.actors)
        and other.mention.status == traits.mention.status
    )


def _victims(traits: Traits) -> list[int]:
    """The numbers of killed and injured it gives."""
    return [low or high or 0 for kind, low, high in traits.figures if kind in CASUALTIES]


def _sequel(traits: Traits) -> str:
    """The name of what the mention adds, or nothing when it stands for itself."""
    if traits.days is not None or traits.towns:
        return ""
    if traits.mention.status == "denied":
        return "denial"
    counts = _victims(traits)
    bare = traits.mention.type in DEEDS and traits.dateless
    return "toll" if counts and max(counts) <= GREATEST and bare else ""


def _antecedent(before: Sequence[Traits], traits: Traits, rule: str, clustering: Clustering) -> Traits | None:
    """Of the events told just before, the one whose words it repeats most, else the nearest."""
    near = [other for other in before if traits.sentence - other.sentence <= NEARBY]
    fits = [other for other in near if _fits(other, traits, rule, clustering)]
    idf = clustering.corpus.idf
    return max(fits, key=lambda other: (_echo(other, traits, idf), *_rank(other)), default=None)


def _rank(traits: Traits) -> tuple[int, float, int]:
    """The nearest sentence first, in it the deed itself before what it is only called again."""
    return traits.sentence, traits.mention.weight, traits.index


def _echo(one: Traits, other: Traits, idf: dict[str, float]) -> float:
    """The weight of the words both sentences use."""
    shared = stems(one.mention.text) & stems(other.mention.text)
    return sum(sorted(idf.get(word, 0.0) for word in shared))


def _fits(other: Traits, traits: Traits, rule: str, clustering: Clustering) -> bool:
    if other.mention.status == "planned" or other.mention.span == traits.mention.span:
        return False
    cluster = clustering.of(other)
    if rule == "denial":
        kin = other.mention.type == traits.mention.type
    else:
        kin = other.mention.type in DEEDS and _tolls_fit(cluster, traits)
    return kin and allowed(cluster, clustering.of(traits))


def _tolls_fit(cluster: Cluster, traits: Traits) -> bool:
    """Whether the numbers can be counts of the same people."""
    for kind, low, high in traits.figures:
        for member in cluster.members:
            for other_kind, other_low, other_high in member.figures:
                numbers = [n or 1 for n in (low or high, other_low or other_high)]
                if kind == other_kind and max(numbers) > FAR_APART * min(numbers):
                    return False
    return True
