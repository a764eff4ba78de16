"""Constrained agglomerative clustering: the best pairs first, and limits no chain of pairs can pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.stages.linking.score import THRESHOLD, score
from generator.stages.linking.traits import Corpus, Traits

DIAMETER = 1
"""Days between the finely dated mentions of one event: a report may be dated a day late, never a week."""
NEWS_DAYS = 4
"""Days over which the undated mentions of one event are published; only the same words may be older."""
REPRESENTATIVES = 3
COHESION = THRESHOLD - 1.5
"""Two clusters join only when their members are alike on average, not just at one point."""


@dataclass(slots=True)
class Cluster:
    """Mentions taken for one event so far, with what bounds it."""

    members: list[Traits]
    enemies: set[int] = field(default_factory=set)
    joins: list[Join] = field(default_factory=list)
    fine: bool = False
    """Whether a member pins the event to a day or two."""
    days: tuple[int, int] | None = None
    """The span of the finest dates of its members; None when no member is dated."""

    def __post_init__(self) -> None:
        self.bound()

    def bound(self) -> None:
        """Reckon anew what its members' dates leave open."""
        dated = [m for m in self.members if m.days is not None]
        self.fine = any(m.fine for m in dated)
        spans = [m.days for m in dated if m.days is not None and m.fine >= self.fine]
        self.days = (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else None

    @property
    def first(self) -> int:
        """The index of the earliest mention, which names the cluster."""
        return self.members[0].index

    @property
    def words(self) -> frozenset[str]:
        """The words of the earliest mention."""
        return self.members[0].words


@dataclass(frozen=True, slots=True)
class Join:
    """Why a mention is in its cluster: the mention it was matched with, and the points."""

    member: int
    partner: int
    rule: str


class Clustering:
    """All clusters of a build; the only mutable thing of the stage."""

    def __init__(self, corpus: Corpus, enemies: dict[int, set[int]]) -> None:
        self.corpus = corpus
        self.clusters = [Cluster([traits], set(enemies.get(traits.index, ()))) for traits in corpus.traits]
        self.home = list(range(len(corpus.traits)))

    def of(self, traits: Traits) -> Cluster:
        """The cluster a mention is in now."""
        return self.clusters[self.home[traits.index]]

    def living(self) -> list[Cluster]:
        """Every cluster there is, by its earliest mention."""
        return [cluster for number, cluster in enumerate(self.clusters) if self.home[cluster.first] == number]

    def merge(self, one: Traits, other: Traits, rule: str) -> None:
        """Make the clusters of two mentions one."""
        left, right = sorted((self.home[one.index], self.home[other.index]))
        if left == right:
            return
        keep, gone = self.clusters[left], self.clusters[right]
        member, partner = (one, other) if self.home[one.index] == right else (other, one)
        keep.joins += [*gone.joins, Join(member.index, partner.index, rule)]
        for traits in gone.members:
            self.home[traits.index] = left
        keep.members = sorted(keep.members + gone.members, key=lambda traits: traits.index)
        keep.enemies |= gone.enemies
        keep.bound()

    def allowed(self, one: Cluster, other: Cluster) -> bool:
        """Whether nothing forbids that two clusters are one event."""
        return (
            one.enemies.isdisjoint(m.index for m in other.members)
            and _days_fit(one, other)
            and _towns_fit(one, other)
            and not _same_sentence(one, other)
        )

    def alike(self, one: Cluster, other: Cluster) -> bool:
        """Whether the members are alike on average."""
        pairs = [(a, b) for a in one.members[:REPRESENTATIVES] for b in other.members[:REPRESENTATIVES]]
        total = sum(score(a, b, self.corpus) for a, b in pairs)
        return total >= COHESION * len(pairs)

    def agglomerate(self, pairs: Iterable[tuple[Traits, Traits]], rule: str) -> None:
        """Join the clusters of alike pairs, the most alike first; ties by the mentions' order."""
        scored = ((score(one, other, self.corpus), one, other) for one, other in pairs)
        edges = [edge for edge in scored if edge[0] >= THRESHOLD]
        edges.sort(key=lambda edge: (-edge[0], edge[1].index, edge[2].index))
        for _, one, other in edges:
            left, right = self.of(one), self.of(other)
            if left is not right and self.allowed(left, right) and self.alike(left, right):
                self.merge(one, other, rule)


def _days_fit(one: Cluster, other: Cluster) -> bool:
    """Fine dates lie within the diameter, and a coarse date holds the fine ones."""
    hull = _hull([*one.members, *other.members])
    if hull and hull[1] - hull[0] > DIAMETER:
        return False
    windows = [m.days for m in (*one.members, *other.members) if m.days and not m.fine]
    if hull:
        windows.append(hull)
    if not windows and one.words != other.words:
        return _told_together([*one.members, *other.members])
    return not windows or max(w[0] for w in windows) <= min(w[1] for w in windows)


def _told_together(members: Sequence[Traits]) -> bool:
    """Undated mentions are one event only when they were published about the same time."""
    told = [m.published for m in members if m.published is not None and not m.published_width]
    return not told or max(told) - min(told) <= NEWS_DAYS


def _hull(members: Sequence[Traits]) -> tuple[int, int] | None:
    fine = [m.days for m in members if m.days and m.fine]
    return (min(d[0] for d in fine), max(d[1] for d in fine)) if fine else None


def _towns_fit(one: Cluster, other: Cluster) -> bool:
    """A town's capture is not another town's."""
    kinds = {m.mention.type for m in (*one.members, *other.members)}
    if "territory-change" not in kinds:
        return True
    left = [m.towns for m in one.members if m.towns]
    right = [m.towns for m in other.members if m.towns]
    return all(a & b for a in left for b in right)


def _same_sentence(one: Cluster, other: Cluster) -> bool:
    """Two triggers of one sentence are two events unless they are of one kind, one time and one place."""
    spans = {m.mention.span: m for m in one.members}
    for member in other.members:
        twin = spans.get(member.mention.span)
        if twin and not _twins(twin, member):
            return True
    return False


def _twins(one: Traits, other: Traits) -> bool:
    return one.mention.type == other.mention.type and one.days == other.days and one.towns == other.towns
