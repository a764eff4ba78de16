"""Coarsely dated and undated mentions: each joins the one dated event it can only mean, or stays as it is."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from generator.model.wording import stems
from generator.stages.linking.candidates import names
from generator.stages.linking.cluster import Cluster, allowed, hostile
from generator.stages.linking.clustering import Clustering
from generator.stages.linking.course import GENERAL
from generator.stages.linking.narrative import Narrative, read_narratives, window_of
from generator.stages.linking.score import score
from generator.stages.linking.traits import CASUALTIES, FAMILIES, HARM, Corpus, Traits

NEEDED = 5.0
"""Points a mention needs to join an event whose day it does not tell."""
MARGIN = 1.0
"""By how much the best event must beat the second best, or the mention could mean either."""
MET = frozenset({"diplomacy-talks", "agreement"})
"""Kinds of event by which a planned meeting comes about."""
AWAITED = 31
"""Days within which a meeting that is expected may be the one that was held."""
MEMORY = 183
"""Days after which an undated report is no longer taken for news of an event."""
SOLE = 2.0
"""Points for being the only event of its kind in its town the mention can mean, fewer the farther it lies."""
AHEAD = 2.0
"""An event that costs more than this lies too far away, or ahead of what the article can know, to compete."""
FORTNIGHT = 14
"""Days within which one event is as near as another: between them only the words can tell."""
ROUTINE = frozenset(
    {
        "battle", "explosion-remote-violence", "violence-against-civilians", "protest-riot", "diplomacy-talks",
        "statement", "deployment", "displacement", "agreement",
    }
)  # fmt: skip
"""Kinds of event that happen again and again to the same town and parties: news of one is rarely of a distant one."""
DISTANT = 1.0
"""Points more that news of a routine kind needs to mean an event that does not lie near."""
RELATIONS = frozenset({"trigger:ties", "trigger:recognise", "trigger:membership", "trigger:quit-body"})
"""Rules behind what a government or a body decides of its relations with another."""
COUNTING = 3
"""Days over which the victims of an event are still being counted."""
REMEMBERED = 45
"""Days over which a town's change of hands is still the one that is meant."""
MOMENTS = 3
"""Days over which a town that changes hands is still entered, ..."""
MORE = 3
"""... which is told so many times less often than its fall."""
UNNAMED = 1.0
"""Points more that the death of somebody with a name needs to mean an event none of whose reports names him."""
LOOK = 12
"""How many events of one kind and name are looked at, the nearest first."""

VERB = "="
"""What keeps a verb apart from a name on the shelves."""
TELLING = 0.45
"""The weight of a word that few mentions use, and that a known thing is known by, as a share of the greatest."""
Found = tuple[float, Cluster, Traits]
Candidate = tuple[float, Cluster, float]
"""What it costs to mean this cluster, the cluster, and how near it lies: 1 at hand, 0 a fortnight away."""


class Index:
    """Dated clusters by kind and name, in order of time."""

    def __init__(self, clusters: list[Cluster]) -> None:
        self._shelves: dict[tuple[str, str], list[tuple[int, int, Cluster]]] = defaultdict(list)
        for cluster in clusters:
            if cluster.days is None or cluster.members[0].dissent:
                continue
            keys = {(FAMILIES[m.mention.type], name) for m in cluster.members for name in names(m)}
            keys |= {(m.mention.type, VERB + m.mention.lemma) for m in cluster.members if m.mention.lemma}
            for key in sorted(keys):
                self._shelves[key].append((cluster.days[0], cluster.first, cluster))
        for shelf in self._shelves.values():
            shelf.sort(key=lambda entry: entry[:2])

    def told_by(self, traits: Traits, first: int, last: int) -> list[Cluster]:
        """Clusters of the same type and verb that begin in the window."""
        shelf = self._shelves.get((traits.mention.type, VERB + traits.mention.lemma), [])
        return [cluster for day, _, cluster in shelf if first <= day <= last]

    def near(self, traits: Traits, first: int, last: int, now: int) -> list[Cluster]:
        """Clusters of the same kind with a name in common that begin in the window, the nearest `now`."""
        met: dict[int, Cluster] = {}
        for name in names(traits):
            shelf = self._shelves.get((FAMILIES[traits.mention.type], name), [])
            low = bisect_left(shelf, first, key=lambda entry: entry[0])
            high = bisect_right(shelf, last, key=lambda entry: entry[0])
            inside = sorted(shelf[low:high], key=lambda entry: (abs(now - entry[0]), entry[1]))
            met.update((entry[1], entry[2]) for entry in inside[:LOOK])
        return [met[key] for key in sorted(met)]


def attach_coarse(clustering: Clustering) -> None:
    """Give each coarsely dated mention ("late January") the finely dated event within its window."""
    index = Index([cluster for cluster in clustering.living() if cluster.fine])
    for traits in clustering.corpus.traits:
        cluster = clustering.of(traits)
        if traits.days is None or traits.extent or cluster.fine:
            continue
        first, last = traits.days
        if traits.mention.status == "planned" and traits.published is not None:
            first = max(first, traits.published - traits.published_width)  # what is planned is still to come
        meant = _known_thing(traits, index.told_by(traits, first, last), clustering.corpus)
        near = index.near(traits, first, last, (first + last) // 2)
        meant = meant or _come_about(traits, near, clustering.corpus.idf)
        if meant is not None and allowed(clustering.of(meant), cluster):
            clustering.merge(meant, traits, "known-thing")
            continue
        _settle(clustering, traits, [(0.0, other, 1.0) for other in near], "coarse-date")


def _known_thing(traits: Traits, near: Sequence[Cluster], corpus: Corpus) -> Traits | None:
    """The report of the one event that a relative clause takes for known, where it names nobody: `the accord that
    their ministers signed in June` is the only one ministers signed that month."""
    planned = traits.mention.status == "planned"
    if not (traits.relative or planned) or traits.towns or traits.actors or traits.regions:
        return None
    time = traits.mention.time.text if traits.mention.time else ""
    said = traits.words - stems(f"{traits.mention.lemma} {time}")
    telling = {word for word in said if corpus.idf[word] >= TELLING * corpus.heaviest}
    found = [witness for one in near if (witness := _sharing(one, telling)) is not None]
    return found[0] if len(found) == 1 else None


def _come_about(traits: Traits, near: Sequence[Cluster], idf: Mapping[str, float]) -> Traits | None:
    """The one meeting or pact in its town and days by which a planned one came about: `are to meet in Oslo late in
    May`, and on 28 May they signed there; of several, the one told of the same people (`the two presidents will sign`).
    """
    mention = traits.mention
    if mention.status != "planned" or mention.type not in MET or not traits.towns:
        return None
    made = MET if mention.type == "diplomacy-talks" else {mention.type}
    found = [w for one in near if (w := _held_there(one, traits, made)) is not None]
    if len(found) < 2:
        return found[0] if found else None
    shared = [stems(witness.mention.title) & stems(mention.title) for witness in found]
    heard = [sum(idf.get(word, 0.0) for word in sorted(words)) for words in shared]
    return found[heard.index(max(heard))] if heard.count(max(heard)) == 1 else None


def _awaited(traits: Traits, index: Index, idf: Mapping[str, float]) -> Traits | None:
    """The one meeting or pact, in its town and of one of its sides, by which a planned meeting came about within the
    month: `Kenya and Chad are expected to meet in Oslo`, and three weeks later they signed there."""
    if traits.mention.status != "planned" or traits.published is None or traits.published_width:
        return None
    held = _come_about(traits, index.near(traits, traits.published, traits.published + AWAITED, traits.published), idf)
    return held if held is not None and not held.named.isdisjoint(traits.named) else None


def _held_there(cluster: Cluster, traits: Traits, kinds: Set[str]) -> Traits | None:
    """A report that the sides met or agreed in the town."""
    return next((w for w in cluster.witnesses if w.mention.type in kinds and traits.towns == w.towns
                 and w.mention.status == "happened"), None)  # fmt: skip


def _sharing(cluster: Cluster, words: set[str]) -> Traits | None:
    return next((witness for witness in cluster.witnesses if not words.isdisjoint(witness.words)), None)


def attach_undated(clustering: Clustering) -> None:
    """Give each undated mention the dated event it can only mean; the second round uses the first."""
    for _ in range(2):
        index = Index([cluster for cluster in clustering.living() if cluster.days is not None])
        narratives = read_narratives(clustering)
        for traits in clustering.corpus.traits:
            if clustering.of(traits).days is None and specific(traits):
                held = _awaited(traits, index, clustering.corpus.idf)
                if held is not None and allowed(clustering.of(held), clustering.of(traits)):
                    clustering.merge(held, traits, "known-thing")
                    continue
                near = list(_candidates(traits, index, narratives.get(traits.article)))
                _settle(clustering, traits, near, "undated")


def _another_deed(traits: Traits, cluster: Cluster) -> bool:
    """Whether a deed that no rule knows is told of by another verb than all of an event's: that nothing is known of
    either makes them no two reports of one (`stopped the column`, `dug a ditch`)."""
    mention = traits.mention
    if mention.type != "other" or mention.rule not in GENERAL:
        return False
    return all(one.mention.type == "other" and one.mention.lemma != mention.lemma for one in cluster.members)


def _another_act(traits: Traits, cluster: Cluster) -> bool:
    """Whether a report tells of relations, and an event only of other acts: who suspends them meets nobody."""
    if traits.mention.rule not in RELATIONS or "diplomacy-talks" not in cluster.types:
        return False
    return all(one.mention.rule not in RELATIONS for one in cluster.members)


def _candidates(traits: Traits, index: Index, narrative: Narrative | None) -> Iterator[Candidate]:
    """Events the mention may mean, each with its cost for lying far from the time the article tells of."""
    window = window_of(traits, narrative, MEMORY)
    if window is None:
        return
    first, last, now = window
    for cluster in index.near(traits, first, last, now):
        if _another_deed(traits, cluster) or _another_act(traits, cluster):
            continue
        gap = now - cluster.days[0] if cluster.days else 0
        ahead = gap < 0 and traits.mention.status != "planned"
        cost = 0.5 * math.log2(1 - gap if ahead else max(1.0, abs(gap) / FORTNIGHT))
        bounded = last - first < MEMORY
        lasting = REMEMBERED if traits.mention.type == "territory-change" and gap >= 0 else FORTNIGHT
        yield cost, cluster, 1.0 if bounded else max(0.0, 1 - abs(gap) / lasting)


def attach_harmed(clustering: Clustering) -> None:
    """Give each undated report that somebody with a name was shot at or wounded the death of that person that was news
    then: `The governor was hit near the front.`"""
    deaths: dict[str, list[Traits]] = defaultdict(list)
    for traits in clustering.corpus.traits:
        for name in traits.dead if traits.days is not None else ():
            deaths[name].append(traits)
    for traits in clustering.corpus.traits if deaths else ():
        own = clustering.of(traits)
        if own.days is not None or traits.mention.type not in HARM or traits.mention.status in {"planned", "denied"}:
            continue
        fits = [one for name in sorted(_harmed(traits)) for one in deaths.get(name, ()) if _news_of(one, traits)]
        if fits and clustering.of(fits[0]) is not own and not hostile(clustering.of(fits[0]), own):
            clustering.merge(fits[0], traits, "harm-of-the-dead")


def _news_of(death: Traits, traits: Traits) -> bool:
    """Whether a report was published when a death was news."""
    if death.days is None or traits.published is None:
        return False
    return death.days[0] <= traits.published <= death.days[1] + FORTNIGHT


def specific(traits: Traits) -> bool:
    """Whether the mention names enough to mean one event: a town, or two actors."""
    return bool(traits.towns) or len(traits.actors) >= 2 or (traits.disaster and bool(traits.actors))


def _settle(clustering: Clustering, traits: Traits, near: Sequence[Candidate], rule: str) -> None:
    """Join the best candidate when it is good enough and clearly better than the next."""
    own = clustering.of(traits)
    living = [(cost, clustering.of(cluster.members[0]), close) for cost, cluster, close in near]
    may = [(cost, other) for cost, other, _ in living if other is not own and allowed(own, other)]
    open_to = [(cost, other) for cost, other in may if not _counts_anew(traits, other)]
    nearness = {other.first: close for _, other, close in living}
    rivals = [other for cost, other in open_to if cost < AHEAD and _peer(traits, other)]
    peers = [other.first for other in rivals if not _beside(other, rivals)]
    found: list[Found] = []
    for cost, cluster in open_to:
        scores = ((score(traits, other, clustering.corpus), -other.index) for other in _telling(cluster, traits))
        points, partner = max(scores)
        others = _of_others(traits, cluster)
        sole = SOLE * nearness.get(cluster.first, 0.0) if peers == [cluster.first] and not others else 0.0
        doubt = _doubt(traits, cost, nearness.get(cluster.first, 0.0)) + (UNNAMED if others else 0.0)
        if points + sole - doubt >= NEEDED:
            found.append((points - cost, cluster, clustering.corpus.traits[-partner]))
    found.sort(key=lambda entry: (-entry[0], entry[1].first))
    if found and (len(found) == 1 or found[0][0] - found[1][0] >= MARGIN):
        clustering.merge(found[0][2], traits, rule)


def _telling(cluster: Cluster, traits: Traits) -> list[Traits]:
    """What says what a cluster is: for a report that names the month the undated deed too whose article dates it in
    other words (`vetoed the text`, and later `the vote on Tuesday`)."""
    if traits.days is None:
        return cluster.witnesses
    return [*cluster.witnesses, *(member for member in cluster.members if member.days is None)]


def _beside(cluster: Cluster, rivals: Sequence[Cluster]) -> bool:
    """Whether an event is only told in the sentences of another: `captured the city on Monday and controlled most of
    it on Tuesday` is no second change of hands that could be meant; nor is a moment of it that is hardly told."""
    others = [rival for rival in rivals if rival is not cluster and len(rival.spans) > len(cluster.spans)]
    return any(cluster.spans.keys() <= rival.spans.keys() or _moment(cluster, rival) for rival in others)


def _moment(cluster: Cluster, chief: Cluster) -> bool:
    """Whether an event is a moment of another of its kind and town that is told far more often: the first soldiers in
    the suburbs, two days before the town fell."""
    if cluster.days is None or chief.days is None or len(chief.members) < MORE * len(cluster.members):
        return False
    near = abs(cluster.days[0] - chief.days[0]) <= MOMENTS
    return near and "territory-change" in cluster.types and not cluster.kinds.isdisjoint(chief.kinds)


def _doubt(traits: Traits, cost: float, nearness: float) -> float:
    """How much better a mention of a routine kind must fit an event that lies more than a fortnight away."""
    routine = traits.mention.type in ROUTINE and not traits.definite and not _mourned(traits)
    return DISTANT + cost if routine and not nearness else 0.0


def _counts_anew(traits: Traits, cluster: Cluster) -> bool:
    """Whether a report counts victims of a routine kind of event days after one that others counted and nobody gave
    this number for: by then a toll is only repeated, and another number tells of other victims."""
    counted = {(kind, low, high) for kind, low, high in traits.figures if kind in CASUALTIES and low == high}
    if not counted or traits.mention.type not in ROUTINE or traits.definite or _mourned(traits):
        return False
    late = traits.published - cluster.days[1] if traits.published is not None and cluster.days is not None else 0
    known = {figure for member in cluster.members for figure in member.figures}
    kinds = {kind for kind, _, _ in known} & {kind for kind, _, _ in counted}
    return COUNTING < late <= REMEMBERED and bool(kinds) and counted.isdisjoint(known)


def _mourned(traits: Traits) -> bool:
    """Whether it happened to somebody with a name: nobody is killed twice."""
    return traits.mention.type == "violence-against-civilians" and bool(_harmed(traits))


def _of_others(traits: Traits, cluster: Cluster) -> bool:
    """Whether a report of the death of one with a name would be that of an event none of whose reports names him: being
    the only deaths there makes them no deaths of his."""
    mourned = traits.dead
    return bool(mourned) and all(mourned.isdisjoint(member.actors) for member in cluster.members)


def _harmed(traits: Traits) -> set[str]:
    """The persons with a name whom it befell."""
    harmed = (actor.name for actor in traits.mention.actors if actor.role == "patient" and actor.kind == "person")
    return {name.casefold() for name in harmed if not name[:1].islower()}


def _peer(traits: Traits, cluster: Cluster) -> bool:
    """Whether the cluster tells of the same kind of event in the same town, or of the same parties where the mention
    names no town; of one party where it is a body that is to act."""
    if traits.towns:
        return any((traits.kind, town) in cluster.kinds for town in traits.towns)
    parties = traits.named
    body = traits.mention.status == "planned" and bool(parties) and parties <= traits.organisations
    known = len(parties) > 1 or body
    return known and traits.mention.type in cluster.types and any(parties <= w.named for w in cluster.witnesses)
