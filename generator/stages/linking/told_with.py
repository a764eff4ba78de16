"""What the words right beside an event tell of it under another kind: who gave the town up, who mediated, who was
rescued, what else the same body decided in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.stages.linking.cluster import hostile
from generator.stages.linking.clustering import Clustering
from generator.stages.linking.roles import CLAIMING
from generator.stages.linking.traits import Traits

BESIDE = 2
"""It stands at most so many sentences behind the event."""
ATTACKS = frozenset({"battle", "explosion-remote-violence", "violence-against-civilians"})
"""Kinds of event that a side claims for its own."""
ARMED = frozenset({"battle", "territory-change"})
"""Kinds of event by which a town that changes hands is told from both sides."""
DECIDED = frozenset({"diplomacy-talks", "sanctions", "agreement", "statement", "other"})
"""Kinds of event that a body decides ..."""
FURTHER = frozenset({"statement", "other"})
"""... and those of them that are its further words or deeds."""
ASIDES = frozenset({"succour", "downed", "inquiry"})
"""Rules by which something of another kind becomes part of an event, ..."""
ASIDE_ROLES = frozenset({"succouring", "downing", "inquiring"})
"""... and what tells it."""
OWNED_UP = "claimed-raid"
"""The rule by which what a side says it achieved becomes part of the attack."""
TALKS = "diplomacy-talks"
JOINT = 120
"""The most characters between two decisions of one sentence."""


def told_with(before: Sequence[Traits], traits: Traits, clustering: Clustering) -> Iterator[tuple[str, Traits | None]]:
    """What a mention adds to, by each rule in turn."""
    near = [other for other in reversed(before) if traits.sentence - other.sentence <= BESIDE]
    yield "other-side", _first(near, traits, clustering, _taken)
    yield "taking-part", _first(near, traits, clustering, _attended)
    yield "came-for", _first(near, traits, clustering, _came_for)
    yield "succour", _first(near, traits, clustering, _suffered)
    yield "found-again", _first(near, traits, clustering, _found)
    yield "downed", _first(near, traits, clustering, _crashed)
    yield "inquiry", _first(near, traits, clustering, _inquired)
    yield OWNED_UP, _first(near, traits, clustering, _claimed)
    yield "same-court", _same_court(before, traits, clustering)
    yield "decided-with", _decided(before, traits, clustering)


def same_men(before: Sequence[Traits], traits: Traits, clustering: Clustering) -> Traits | None:
    """The deed of people without a name who only went on to harm others, nobody says where: `Prisoners escaped from the
    jail on Monday. Women were assaulted by [male prisoners].`"""
    nowhere = _bare(traits) and not (traits.towns or traits.regions or traits.named)
    if not nowhere or traits.mention.type != "violence-against-civilians":
        return None
    near = [other for other in reversed(before) if traits.sentence - other.sentence == 1]
    return _first(near, traits, clustering, _went_on)


def _went_on(other: Traits, traits: Traits) -> bool:
    men = {name.rpartition(" ")[2] for name in other.actors} & {name.rpartition(" ")[2] for name in traits.actors}
    told = bool(other.towns) and not other.named and other.mention.status == "happened"
    return bool(men) and told and traits.kind != other.kind


def _first(
    near: Sequence[Traits], traits: Traits, clustering: Clustering, fits: Callable[[Traits, Traits], bool]
) -> Traits | None:
    """The nearest event that a mention belongs to, told in its sentence or before, where nothing forbids it."""
    for other in near:
        cluster, own = clustering.of(other), clustering.of(traits)
        if cluster is own or hostile(cluster, own) or other.mention.status == "planned":
            continue
        if fits(other, traits):
            return other
    return None


def _bare(traits: Traits) -> bool:
    """Whether it is told as done, on no day of its own."""
    time = traits.mention.time
    own = traits.days is not None and not (time is not None and time.carried)
    return not own and traits.mention.status != "planned" and not traits.summing


def _taken(other: Traits, traits: Traits) -> bool:
    """Whether a side only gave up, reached or fought for the town that the other took: `captured the port on Monday.
    The garrison had [abandoned] it.`"""
    took = other.kind == "territory-change" and other.fine and bool(other.actors)
    if not took or not _bare(traits) or traits.mention.type not in ARMED or not other.towns <= traits.towns:
        return False
    if not other.towns or traits.figures:
        return False
    lost = "giving_up" in traits.roles and traits.actors.isdisjoint(other.actors)
    return lost or (traits.kind in ARMED and "giving_up" not in traits.roles and traits.actors <= other.actors)


def _attended(other: Traits, traits: Traits) -> bool:
    """Whether somebody took part in the talks just told of: `met in Oslo. Qatar [mediated].`"""
    part = traits.mention.type == TALKS and "taking_part" in traits.roles and not traits.towns
    same_day = traits.days is None or traits.days == other.days
    return part and same_day and traits.mention.status != "planned" and other.kind == TALKS and _gathers(other)


def _came_for(other: Traits, traits: Traits) -> bool:
    """Whether troops are only to do what they were sent for: `Kenyan troops arrived on Monday. [They came to fight the
    militias.]`"""
    task = traits.mention.status == "planned" and traits.mention.type == "battle" and not traits.towns
    theirs = bool(traits.actors) and (not traits.named or not traits.named.isdisjoint(other.named))
    return task and theirs and other.kind == "deployment" and other.mention.status == "happened"


def _gathers(other: Traits) -> bool:
    return other.days is not None and (other.meets or "gathering" in other.roles)


def _suffered(other: Traits, traits: Traits) -> bool:
    """Whether people were rescued from, or treated for, what was just told: `the mine caved in. [Ten were rescued.]`"""
    hurt = "healing" in traits.roles and any(kind in {"killed", "injured"} for kind, _, _ in other.figures)
    harmed = (other.disaster and not traits.actors) or hurt  # who sent the boats has done something himself
    here = not traits.towns or traits.towns == other.towns
    return "succouring" in traits.roles and harmed and here and (traits.days is None or traits.days == other.days)


def _claimed(other: Traits, traits: Traits) -> bool:
    """Whether a side only says what it achieved in the attack just told, which it claims: `The Front [claimed the raid]
    and said that it had sunk a boat.`"""
    own = CLAIMING in traits.roles and traits.days in {None, other.days} and not (traits.towns or traits.figures)
    theirs = not other.named or not other.named.isdisjoint(traits.named)
    return own and theirs and other.fine and other.mention.type in ATTACKS


def _found(other: Traits, traits: Traits) -> bool:
    """Whether those were found once more who had been found dead: `They were [discovered] two days later.`"""
    inside = other.days is None or (traits.days is not None and other.days[0] <= traits.days[0] <= other.days[1])
    again = "finding" in traits.roles & other.roles and other.mention.type == "violence-against-civilians"
    return again and inside and not traits.towns and not traits.actors


def _inquired(other: Traits, traits: Traits) -> bool:
    """Whether an inquiry into nothing named is one into the accident just told: `The UN [opened an inquiry].`"""
    into = "inquiring" in traits.roles and traits.kind == "justice" and _bare(traits) and not traits.towns
    return into and (other.disaster or "downing" in other.roles)


def _crashed(other: Traits, traits: Traits) -> bool:
    """Whether a side is said to have shot down what was just told to have crashed."""
    return "downing" in traits.roles and _bare(traits) and not traits.towns and other.disaster


def _same_court(before: Sequence[Traits], traits: Traits, clustering: Clustering) -> Traits | None:
    """The ruling that `the court` added to, where it says on no day what else it decided: `[The court] also awarded
    damages.`"""
    if not (traits.opens_definite and _bare(traits)) or traits.named or traits.towns or len(traits.actors) != 1:
        return None
    body = next(iter(traits.actors))
    for other in reversed(before):
        ruled = other.kind == "justice" and other.fine and body in other.mention.title.casefold().split()
        if ruled and other.mention.status == "happened":
            return None if hostile(clustering.of(other), clustering.of(traits)) else other
    return None


def _decided(before: Sequence[Traits], traits: Traits, clustering: Clustering) -> Traits | None:
    """What the same body decided just before in the sentence: `ended the mandate [and ordered the troops home]`."""
    other = before[-1] if before else None
    if other is None or other.mention.span != traits.mention.span or traits.kind not in FURTHER:
        return None
    low = other.mention.trigger.end - other.mention.span.start
    between = other.mention.text[low : traits.mention.trigger.start - other.mention.span.start]
    joined = " and " in between and len(between) <= JOINT and ";" not in between
    subjects = (one.mention.title.partition(" ")[0] for one in (other, traits))
    person = any(actor.kind == "person" for actor in traits.mention.actors)
    bodies = not person and len(set(subjects)) == 1 and (traits.named == other.named or not other.named)
    same = other.days == traits.days is not None and other.mention.status == traits.mention.status
    if not (joined and bodies and same and other.kind in DECIDED):
        return None
    return None if hostile(clustering.of(other), clustering.of(traits)) else other
