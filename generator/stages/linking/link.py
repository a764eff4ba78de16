"""From the mentions of all articles to events: compare, cluster, reconcile, name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.context import Context
from generator.model.editorial import Constraints
from generator.model.event import Event
from generator.model.problem import Problem
from generator.model.result import ArticleResult
from generator.model.slug import event_slug, unique
from generator.stages.linking.candidates import fine_pairs, loose_pairs
from generator.stages.linking.cluster import hostile
from generator.stages.linking.clustering import Clustering
from generator.stages.linking.loose import attach_coarse, attach_harmed, attach_undated
from generator.stages.linking.outbreaks import attach_outbreaks
from generator.stages.linking.reconcile import reconcile
from generator.stages.linking.section import announces_only
from generator.stages.linking.sequel import attach_dissents, attach_retold, attach_sequels
from generator.stages.linking.sources import source_of_articles
from generator.stages.linking.traits import Corpus, read_corpus
from generator.stages.linking.votes import attach_votes


def link_events(
    results: Sequence[ArticleResult], constraints: Constraints, context: Context
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """One event for each real occurrence the articles report, in order of time, and no problems of its own
    but the editor's contradictions.

    Must-links and cannot-links hold absolutely; where they contradict, the must-link stands.
    """
    corpus = read_corpus(results, context.pack.events.words)
    clustering = Clustering(corpus, _enemies(corpus, constraints))
    problems = _bind(clustering, constraints, context)
    cluster_mentions(clustering)
    sources = source_of_articles(results)
    horizon = max((t.published for t in corpus.traits if t.published is not None), default=None)
    told = [cluster for cluster in clustering.living() if not announces_only(cluster)]
    events = [reconcile(cluster, corpus, sources, horizon) for cluster in told]
    events.sort(key=_order)
    ids = unique(event_slug(event.date, event.title, event.mentions[0].id) for event in events)
    return tuple(replace(event, id=name) for event, name in zip(events, ids, strict=True)), problems


def cluster_mentions(clustering: Clustering) -> None:
    """Join what belongs together, the surest evidence first: what an article adds to what it has just told, fine
    dates, how it all began, coarse dates, none."""
    corpus = clustering.corpus
    attach_sequels(clustering)
    fine = [traits for traits in corpus.traits if traits.fine and not traits.dissent]
    clustering.agglomerate(fine_pairs(corpus, fine), "same-day")
    attach_outbreaks(clustering)
    attach_votes(clustering)
    attach_coarse(clustering)
    coarse = [t for t in corpus.traits if t.days is not None and not clustering.of(t).fine]
    clustering.agglomerate(loose_pairs(corpus, coarse), "same-period")
    attach_harmed(clustering)
    attach_undated(clustering)
    attach_retold(clustering)
    undated = [t for t in corpus.traits if clustering.of(t).days is None]
    clustering.agglomerate(loose_pairs(corpus, undated), "same-words")
    attach_dissents(clustering)


def _order(event: Event) -> tuple[bool, tuple[int, ...], str]:
    """Dated before undated, then by earliest day, then by the id of the first mention."""
    day = event.date.earliest if event.date else None
    return day is None, tuple(day or ()), event.mentions[0].id


def _enemies(corpus: Corpus, constraints: Constraints) -> dict[int, set[int]]:
    """Cannot-links as indices, both ways."""
    index = {traits.mention.id: traits.index for traits in corpus.traits}
    enemies: dict[int, set[int]] = defaultdict(set)
    for one, other in constraints.cannot_link:
        if one in index and other in index:
            enemies[index[one]].add(index[other])
            enemies[index[other]].add(index[one])
    return enemies


def _bind(clustering: Clustering, constraints: Constraints, context: Context) -> tuple[Problem, ...]:
    """Make each must-link group one cluster before anything else."""
    by_id = {traits.mention.id: traits for traits in clustering.corpus.traits}
    problems: list[Problem] = []
    for group in constraints.must_link:
        known = [by_id[mention] for mention in group if mention in by_id]
        for traits in known[1:]:
            if hostile(clustering.of(known[0]), clustering.of(traits)):
                problems.append(_contradiction(known[0].mention.text, traits.mention.text, context))
            clustering.merge(known[0], traits, "must-link")
    return tuple(problems)


def _contradiction(one: str, other: str, context: Context) -> Problem:
    paths = (override.path for override in context.editorial.overrides if override.path)
    path = next(paths, "overrides.toml")
    message = f'the same overrides join and split "{one[:60]}" and "{other[:60]}"; they were joined'
    return Problem(path, 0, 0, "warning", "override-contradiction", message, "Remove one of the two entries.")
