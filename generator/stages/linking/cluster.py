"""One cluster: mentions taken for one event so far, and what bounds it, kept up to date as it grows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import nsmallest

from generator.model.text import Span
from generator.stages.linking.losses import one_loss
from generator.stages.linking.traits import HARM, Traits

DIAMETER = 1
"""Days between the finely dated mentions of one event: a report may be dated a day late, never a week."""
NEWS_DAYS = 4
"""Days over which the undated mentions of one event are published; only the same words may be older."""
LASTING_NEWS = 14
"""Days over which what is rarely done twice stays news."""
RARE = frozenset({"agreement", "sanctions", "justice", "aid-humanitarian"})
"""Kinds of event that one town rarely sees twice in the same words."""
REPRESENTATIVES = 3
"""How many of its earliest mentions speak for a cluster, those with a day of their own first."""
WITNESSES = 6
"""How many of its earliest dated mentions say what a dated event was, those of one day first and the deed before its
tolls; undated ones would let it drift."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Join:
    """Why a mention is in its cluster: the mention it was matched with, and the rule."""

    member: int
    partner: int
    rule: str


@dataclass(slots=True)
class Cluster:
    """Its members in no order, its earliest ones, and sums over all of them."""

    members: list[Traits]
    heads: list[Traits]
    witnesses: list[Traits]
    hull: Range | None = None
    """First and last day of the fine dates."""
    window: Range | None = None
    """The days all coarse dates share."""
    reach: Range | None = None
    """First and last day of the coarse dates."""
    told: Range | None = None
    """First and last day of publication, as far as it is known to the day."""
    towns: set[frozenset[str]] = field(default_factory=set)
    kinds: set[tuple[str, str]] = field(default_factory=set)
    """Types of event with each town they are told of."""
    types: set[str] = field(default_factory=set)
    spans: dict[Span, Traits] = field(default_factory=dict)
    enemies: set[int] = field(default_factory=set)
    joins: list[Join] = field(default_factory=list)

    @classmethod
    def of(cls, traits: Traits, enemies: Iterable[int]) -> Cluster:
        """A cluster of one mention."""
        days, kind = traits.days, traits.kind
        coarse = None if traits.fine else days
        exact = traits.published if not traits.published_width else None
        return cls(
            members=[traits],
            heads=[traits],
            witnesses=[traits] if days is not None else [],
            hull=days if traits.fine else None,
            window=coarse,
            reach=coarse,
            told=(exact, exact) if exact is not None else None,
            towns={traits.towns} if traits.towns else set(),
            kinds={(kind, town) for town in traits.towns},
            types={traits.mention.type},
            spans={} if traits.recount else {traits.mention.span: traits},
            enemies=set(enemies),
        )

    @property
    def first(self) -> int:
        """The index of the mention that names the cluster: the earliest with a day of its own, else the earliest."""
        return self.heads[0].index

    @property
    def fine(self) -> bool:
        """Whether a member pins the event to a day or two."""
        return self.hull is not None

    @property
    def days(self) -> Range | None:
        """The span of the finest dates of its members; None when no member is dated."""
        return self.hull or self.reach

    def absorb(self, other: Cluster) -> None:
        """Take in all of another cluster."""
        self.members += other.members
        self.heads = _speaking(nsmallest(REPRESENTATIVES, self.heads + other.heads, key=_precedence))
        self.witnesses = nsmallest(WITNESSES, self.witnesses + other.witnesses, key=_precedence)
        self.hull = _union(self.hull, other.hull)
        self.window = _common(self.window, other.window)
        self.reach = _union(self.reach, other.reach)
        self.told = _union(self.told, other.told)
        self.towns |= other.towns
        self.kinds |= other.kinds
        self.types |= other.types
        for span, traits in other.spans.items():
            self.spans.setdefault(span, traits)
        self.enemies |= other.enemies
        self.joins += other.joins


def _precedence(traits: Traits) -> tuple[bool, bool, int]:
    """Those that know the day first, then the earliest, after all that tell the event those that only count its
    victims."""
    return bool(traits.recount) or traits.mere_toll, not traits.fine, traits.index


def _speaking(heads: list[Traits]) -> list[Traits]:
    """Those that tell the event; who only counts its victims speaks for it where nobody else does."""
    return [traits for traits in heads if not _precedence(traits)[0]] or heads


def allowed(one: Cluster, other: Cluster) -> bool:
    """Whether nothing forbids that two clusters are one event."""
    return (
        not hostile(one, other) and _days_fit(one, other) and _towns_fit(one, other) and not _same_sentence(one, other)
    )


def hostile(one: Cluster, other: Cluster) -> bool:
    """Whether the editor keeps a member of one apart from a member of the other."""
    return bool(one.enemies) and not one.enemies.isdisjoint(member.index for member in other.members)


def _union(one: Range | None, other: Range | None) -> Range | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _common(one: Range | None, other: Range | None) -> Range | None:
    if one is None or other is None:
        return one or other
    return max(one[0], other[0]), min(one[1], other[1])


def _days_fit(one: Cluster, other: Cluster) -> bool:
    """Fine dates lie within the diameter, and a coarse date holds the fine ones; undated mentions are one event
    only when they were published about the same time."""
    hull = _union(one.hull, other.hull)
    if hull and hull[1] - hull[0] > DIAMETER:
        return False
    window = _common(hull, _common(one.window, other.window))
    if window is None and one.heads[0].words != other.heads[0].words:
        told = _union(one.told, other.told)
        days = LASTING_NEWS if _one_thing(one.heads[0], other.heads[0]) else NEWS_DAYS
        return told is None or told[1] - told[0] <= days
    return window is None or window[0] <= window[1]


def _one_thing(one: Traits, other: Traits) -> bool:
    """Whether two reports tell of one act in one town that is not done again and again (a mine evacuated), or count
    what one contingent lost."""
    if one_loss(one, other):
        return True
    same = one.kind == other.kind and one.mention.lemma == other.mention.lemma
    rare = one.mention.type in RARE or (one.mention.type == "other" and bool(one.named) and one.named == other.named)
    return same and rare and not one.towns.isdisjoint(other.towns)


def _towns_fit(one: Cluster, other: Cluster) -> bool:
    """A town's capture is not another town's."""
    if "territory-change" not in one.types and "territory-change" not in other.types:
        return True
    return all(a & b for a in one.towns for b in other.towns)


def _same_sentence(one: Cluster, other: Cluster) -> bool:
    """Two triggers of one sentence are two events unless they are of one kind (an attack and what it did are), one
    time and one place."""
    small, large = sorted((one.spans, other.spans), key=len)
    return any(span in large and not _twins(traits, large[span]) for span, traits in small.items())


def _twins(one: Traits, other: Traits) -> bool:
    harmed = one.mention.type in HARM and other.mention.type in HARM
    if harmed and (one.dead & other.actors or other.dead & one.actors):
        return True  # who was wounded died of it, whatever day each report gives: nobody dies twice
    kinds = {one.mention.type, other.mention.type}
    return (len(kinds) == 1 or kinds <= HARM) and one.days == other.days and one.towns == other.towns
