"""What one side does in one course of action, told in one breath: `entered the suburb [and shot] dozens of men`."""

from __future__ import annotations

from collections.abc import Sequence

from generator.stages.linking.cluster import hostile
from generator.stages.linking.clustering import Clustering
from generator.stages.linking.traits import Traits

VIOLENT = frozenset({"battle", "territory-change", "violence-against-civilians"})
"""Kinds of deed that a raid is made of; shells and bombs come from elsewhere."""
POLICING = frozenset({"justice", "violence-against-civilians"})
"""Kinds of what police do in one search or raid."""
LONGEST = 90
"""The most characters between two deeds of one breath."""
BREATH = len(" and have been ")
"""The most characters between two verbs of one subject."""
GENERAL = frozenset({"trigger:dated-clause", "trigger:told-clause"})
"""The rules behind what no listed verb tells."""
AFTERWARDS = frozenset({"other", "justice"})
"""Kinds of what such a verb tells of people after what befell them: `and were taken home`, `handed to the police`."""


def course(before: Sequence[Traits], traits: Traits, clustering: Clustering) -> Traits | None:
    """The deed just before in the sentence that the same side went on from."""
    other = before[-1] if before else None
    if other is None:
        return None
    if not _further(other, traits) and not (_goes_on(other, traits) and _one_side(other, traits)):
        return None
    return None if hostile(clustering.of(other), clustering.of(traits)) else other


def _goes_on(other: Traits, traits: Traits) -> bool:
    """Whether nothing but `and` or a comma stands between two deeds of one sentence, day and place."""
    one, two = other.mention, traits.mention
    kinds = {one.type, two.type}
    if one.span != two.span or not (kinds <= VIOLENT or kinds <= POLICING):
        return False
    low, high = one.trigger.end - one.span.start, two.trigger.start - one.span.start
    between = one.text[low:high]
    joined = " and " in between or between.rstrip().endswith(",")
    return (
        joined and 0 < len(between) <= LONGEST and ";" not in between
        and one.status == two.status
        and (other.days == traits.days or traits.days is None)
        and (other.towns == traits.towns or not traits.towns)
    )


def _further(other: Traits, traits: Traits) -> bool:
    """Whether a verb that no rule knows only goes on with what the same people did or underwent: `surrendered [and were
    handed] to the police`."""
    one, two = other.mention, traits.mention
    if one.span != two.span or two.type not in AFTERWARDS or two.rule not in GENERAL or one.type == "other":
        return False
    between = one.text[one.trigger.end - one.span.start : two.trigger.start - one.span.start]
    subject = one.title.split()[:2] == two.title.split()[:2]
    return subject and " and " in between and len(between) <= BREATH and other.days == traits.days


def _one_side(other: Traits, traits: Traits) -> bool:
    """Whether the same side did both."""
    return bool(other.actors) and other.actors <= traits.actors
