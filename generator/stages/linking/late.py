"""Late reports: what an undated report that appears days after an event may add to it. It may well tell of another
day's; so it says where and how many only for what it can be trusted to mean."""

from __future__ import annotations

from collections.abc import Sequence

from generator.stages.linking.cluster import Cluster
from generator.stages.linking.traits import Traits

COUNTS = frozenset({"trigger:toll", "trigger:toll-rises", "trigger:recount"})
"""Rules that tell how many were harmed by what another report may tell: `the death toll of the raid rose to 41`."""
FRESH = 3
"""Days from an event on in which a report without a day is news of it."""


def firm(cluster: Cluster, members: Sequence[Traits]) -> Sequence[Traits]:
    """The members that say where an event was and how many it harmed: all but the late ones, where the event's day is
    known and there are others."""
    if cluster.hull is None:
        return members
    last = cluster.hull[1] + FRESH
    dating = {member.article for member in members if member.days is not None}
    kept = [member for member in members if not _late(member, last, dating)]
    return kept or members


def _late(member: Traits, last: int, dating: set[int]) -> bool:
    """Whether a report names no day, nor does its article anywhere, and appeared after the last day of the news."""
    known = member.definite and member.mention.rule not in COUNTS  # `the massacre` is the known one, `the toll` any
    if member.days is not None or known or member.article in dating:
        return False
    return member.published is not None and member.published > last
