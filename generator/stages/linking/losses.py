"""What a contingent lost abroad: its army counts it anew, day after day, and names neither the place nor the enemy."""

from __future__ import annotations

from generator.stages.linking.traits import Traits


def lost_by(traits: Traits) -> frozenset[str]:
    """The states whose soldiers an undated report counts as killed, where it names no enemy and no soil of theirs."""
    killed = any(kind == "killed" for kind, _, _ in traits.figures)
    if not killed or traits.days is not None or traits.mention.type != "battle" or len(traits.camps) != 1:
        return frozenset()
    return frozenset() if traits.camps & traits.countries else traits.camps


def one_loss(one: Traits, other: Traits) -> bool:
    """Whether two reports count the fallen of one contingent, at least one of them saying that they fell abroad."""
    abroad = bool(one.countries or other.countries)
    return abroad and not lost_by(one).isdisjoint(lost_by(other))
