"""The votes of a people: a country is not asked the same twice in a season, so that a report without a day of its own
can only mean the one vote that has a day."""

from __future__ import annotations

from generator.stages.linking.cluster import Cluster, allowed
from generator.stages.linking.clustering import Clustering
from generator.stages.linking.roles import POLLING
from generator.stages.linking.traits import Traits

SEASON = 60
"""Days before and after a vote within which a report that gives no time speaks of it."""


def attach_votes(clustering: Clustering) -> None:
    """Give each report of a vote without a day the one vote of its land and kind that fits its time."""
    told = [traits for traits in clustering.corpus.traits if POLLING in traits.roles and not traits.dissent]
    dated = {clustering.of(traits).first: clustering.of(traits) for traits in told if traits.fine}
    for traits in told if dated else ():
        own = clustering.of(traits)
        if own.fine or traits.extent:
            continue
        fits = [one for _, one in sorted(dated.items()) if _meant(traits, one)]
        if len(fits) == 1 and allowed(clustering.of(fits[0].members[0]), own):
            clustering.merge(fits[0].members[0], traits, "one-vote")


def _meant(traits: Traits, vote: Cluster) -> bool:
    """Whether a vote is of the kind and may be of the land of a report, and lies within its time."""
    if vote.days is None or (traits.days is None and traits.published is None):
        return False
    first, last = traits.days or ((traits.published or 0) - SEASON, (traits.published or 0) + SEASON)
    asked = {role for member in vote.members for role in member.roles if role.startswith(POLLING)} - {POLLING}
    lands = {land for member in vote.members for land in member.countries | member.camps}
    own = traits.countries | traits.camps
    return first <= vote.days[0] <= last and not asked.isdisjoint(traits.roles) and not (
        own and lands and own.isdisjoint(lands)
    )
