"""Loose reports: what one without a day that appears days after an event may add to it, and one that only gives the
week or month. It may well tell of other days too; so it says where and how many only for what it can be trusted to
mean."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.calendar import WEEK
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


def counting(cluster: Cluster, members: Sequence[Traits]) -> Sequence[Traits]:
    """The members that say how many an event harmed: the firm ones, those of its day first (`27 were killed this week`
    counts more than Wednesday's raid); not how many were harmed since it began."""
    kept = firm(cluster, members)
    near = of_the_day(cluster, kept)
    return near if any(m.mention.figures for m in near) else [m for m in kept if m in near or not m.outbreak]


def of_the_day(cluster: Cluster, members: Sequence[Traits]) -> Sequence[Traits]:
    """The members that give no wider time than a few days, where the event's day is known; one whose article names the
    day elsewhere means it (`in late November`, and further on `on the 29th`), unless it only counts who was harmed."""
    if cluster.hull is None:
        return members
    dating = {one.article for one in members if one.days is not None and not _wide(one)}
    return [m for m in members if not _wide(m) or _means_the_day(m, dating)]


def _means_the_day(member: Traits, dating: set[int]) -> bool:
    return (member.article in dating and not member.mere_harm) or (member.definite and not member.outbreak)


def _wide(member: Traits) -> bool:
    """Whether a report gives a week or more, which is too wide to say what happened on one of its days."""
    return member.days is not None and member.days[1] - member.days[0] >= WEEK - 1


def _late(member: Traits, last: int, dating: set[int]) -> bool:
    """Whether a report names no day, nor does its article anywhere, and appeared after the last day of the news."""
    known = member.definite and member.mention.rule not in COUNTS  # `the massacre` is the known one, `the toll` any
    if member.days is not None or known or member.article in dating:
        return False
    return member.published is not None and member.published > last
