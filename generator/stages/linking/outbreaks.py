"""How the revolt or war of a story began: what every article says again (`since the protests began in March`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.stages.linking.cluster import Range, allowed
from generator.stages.linking.clustering import Clustering
from generator.stages.linking.traits import Traits


def attach_outbreaks(clustering: Clustering) -> None:
    """Make one event of the mentions that a revolt or a war began, as far as days and places allow: the surest dates
    first, a wider one with the outbreak within it that is told most."""
    told = [traits for traits in clustering.corpus.traits if traits.outbreak and traits.days is not None]
    scenes = _scenes(clustering.corpus.traits)
    groups: list[list[Traits]] = []
    for traits in sorted(told, key=lambda one: (_width(one.days), one.index)):
        fitting = [group for group in groups if _fits(traits, group, scenes, clustering)]
        if fitting:
            most = max(fitting, key=len)  # the first of equals
            clustering.merge(most[0], traits, "outbreak")
            most.append(traits)
        else:
            groups.append([traits])


def _width(days: Range | None) -> int:
    return days[1] - days[0] if days is not None else 0


def _scenes(told: Sequence[Traits]) -> dict[int, set[str]]:
    """The countries of which each article tells anything."""
    scenes: dict[int, set[str]] = defaultdict(set)
    for traits in told:
        scenes[traits.article] |= traits.countries | traits.camps
    return scenes


def _fits(
    traits: Traits, group: Sequence[Traits], scenes: Mapping[int, set[str]], clustering: Clustering
) -> bool:
    """Whether a mention may tell of the outbreak a group tells of: of one kind, in one country, of which its article
    tells where it names none itself, and in one town where it gives a day of its own."""
    first = group[0]
    if traits.outbreak != first.outbreak:
        return False
    countries = frozenset[str]().union(*(one.countries for one in group))
    own = traits.countries or scenes[traits.article]
    if own and countries and own.isdisjoint(countries):
        return False
    if traits.fine and traits.towns and first.towns and traits.towns.isdisjoint(first.towns):
        return False
    return allowed(clustering.of(first), clustering.of(traits))
