"""Constrained agglomerative clustering: the best pairs first, and limits no chain of pairs can pass."""

from __future__ import annotations

from collections.abc import Iterable

from generator.stages.linking.cluster import Cluster, Join, allowed
from generator.stages.linking.score import THRESHOLD, score
from generator.stages.linking.traits import Corpus, Traits

COHESION = THRESHOLD - 1.5
"""Two clusters join only when their members are alike on average, not just at one point."""


class Clustering:
    """All clusters of a build; the only mutable thing of the stage."""

    def __init__(self, corpus: Corpus, enemies: dict[int, set[int]]) -> None:
        self.corpus = corpus
        self._clusters = {t.index: Cluster.of(t, enemies.get(t.index, ())) for t in corpus.traits}
        self._home = list(range(len(corpus.traits)))

    def of(self, traits: Traits) -> Cluster:
        """The cluster a mention is in now."""
        return self._clusters[self._home[traits.index]]

    def living(self) -> list[Cluster]:
        """Every cluster there is, by its earliest mention, its members in order."""
        for cluster in self._clusters.values():
            cluster.members.sort(key=lambda traits: traits.index)
        return sorted(self._clusters.values(), key=lambda cluster: cluster.first)

    def merge(self, one: Traits, other: Traits, rule: str) -> None:
        """Make the clusters of two mentions one; the smaller moves to the larger."""
        left, right = self._home[one.index], self._home[other.index]
        if left == right:
            return
        join = Join(other.index, one.index, rule)
        if len(self._clusters[left].members) < len(self._clusters[right].members):
            left, right = right, left
            join = Join(one.index, other.index, rule)
        keep, gone = self._clusters[left], self._clusters.pop(right)
        keep.absorb(gone)
        keep.joins.append(join)
        for traits in gone.members:
            self._home[traits.index] = left

    def alike(self, one: Cluster, other: Cluster) -> bool:
        """Whether the members are alike on average, as far as they tell a day of their own, or as far as they name
        anybody: what an article adds to what it has just told says too little to be compared."""
        return self._cohere(_voices(one), _voices(other)) or self._cohere(_named(one), _named(other))

    def _cohere(self, left: list[Traits], right: list[Traits]) -> bool:
        pairs = [(a, b) for a in left for b in right]
        total = sum(score(a, b, self.corpus) for a, b in pairs)
        return bool(pairs) and total >= COHESION * len(pairs)

    def agglomerate(self, pairs: Iterable[tuple[Traits, Traits]], rule: str) -> None:
        """Join the clusters of alike pairs, the most alike first; ties by the mentions' order."""
        scored = ((score(one, other, self.corpus), one, other) for one, other in pairs)
        edges = [edge for edge in scored if edge[0] >= THRESHOLD]
        edges.sort(key=lambda edge: (-edge[0], edge[1].index, edge[2].index))
        for _, one, other in edges:
            left, right = self.of(one), self.of(other)
            if left is not right and allowed(left, right) and self.alike(left, right):
                self.merge(one, other, rule)


def _voices(cluster: Cluster) -> list[Traits]:
    return [traits for traits in cluster.heads if traits.fine] or cluster.heads


def _named(cluster: Cluster) -> list[Traits]:
    return [traits for traits in _voices(cluster) if traits.towns or traits.actors]
