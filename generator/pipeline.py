"""The way of the data: the only module that knows the order of the stages."""

from __future__ import annotations

import gc
import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from generator.cache import Cache, Outcome, decode, encode, fingerprint, key
from generator.context import Context
from generator.gazetteer.gazetteer import Gazetteer, load_gazetteer
from generator.languages.pack import Pack, load_pack
from generator.model.editorial import Constraints, Editorial
from generator.model.event import Event, Timeline
from generator.model.problem import Problem
from generator.model.result import ArticleResult
from generator.settings import Settings
from generator.stages.articles import (
    article_ids,
    find_duplicates,
    find_files,
    find_repeats,
    read_article,
    read_bytes,
    split_sentences,
)
from generator.stages.dates import find_dates
from generator.stages.events import find_events
from generator.stages.linking import link_events, off_story
from generator.stages.overrides import apply_overrides, constrain, read_editorial
from generator.stages.timeline import order_timeline

EDITORIAL = "_editorial"
# Below this many files, starting processes costs more than it saves.
WORTH_SPREADING = 24
# So many new objects may lie about before the garbage collector looks for cycles among them.
UNCOLLECTED = 50_000

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Item:
    """One file to read: its path below the seeds folder, its unique id, its bytes."""

    name: str
    identity: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Build:
    """Everything one run found, before it is rendered."""

    results: tuple[ArticleResult, ...]
    timeline: Timeline
    context: Context
    problems: tuple[Problem, ...]
    drafts: int = 0
    strays: int = 0
    """How many reports were left out since they are of another story than the articles'."""


def run(
    seeds: Path,
    settings: Settings | None = None,
    jobs: int = 1,
    cache: Cache | None = None,
    progress: Progress = lambda stage, done, total: None,
) -> Build:
    """From a folder of articles to a timeline. `jobs` is the number of processes (0: one a core)."""
    settings = settings or Settings()
    editorial, problems = read_editorial(seeds / EDITORIAL)
    context = make_context(settings, editorial)
    outcomes, found = read_all(seeds, context, jobs, cache, progress)
    everything = tuple(outcome.result for outcome in outcomes if outcome.result)
    results = without_repeats([result for result in everything if not result.article.draft])
    strays = off_story(results, context)
    results = without_mentions(results, strays)
    progress("linking", 0, 1)
    timeline, whole = assemble(results, context)
    found += [problem for outcome in outcomes for problem in outcome.problems]
    found += find_duplicates([result.article for result in results])
    ordered = tuple(sorted({*problems, *found, *whole}))
    return Build(results, timeline, context, ordered, len(everything) - len(results), len(strays))


def make_context(settings: Settings, editorial: Editorial) -> Context:
    """What every stage may know, for one run."""
    pack, gazetteer = _tables(settings.language)
    return Context(pack, gazetteer.with_editorial(editorial), settings, editorial)


@cache
def _tables(language: str) -> tuple[Pack, Gazetteer]:
    """The words and the names. They live as long as the process, and what is read from an article hardly ever holds a
    cycle, so the garbage collector is told to leave the tables out and to look seldom: it would find nothing."""
    tables = load_pack(language), load_gazetteer()
    gc.collect()
    gc.freeze()
    gc.set_threshold(UNCOLLECTED)
    return tables


def analyse(item: Item, context: Context) -> Outcome:
    """The per-article half: a pure function of the file and the context."""
    article, problems = read_article(item.name, item.data, context, item.identity)
    if article is None:
        return Outcome(None, tuple(problems))
    sentences = split_sentences(article, context)
    times, time_problems = find_dates(article, sentences, context)
    mentions, event_problems = find_events(article, sentences, times, context)
    problems = (*problems, *time_problems, *event_problems)
    return Outcome(ArticleResult(article, sentences, times, mentions), problems)


def analyse_safely(context: Context, item: Item) -> bytes:
    """`analyse`, encoded; a fault of the program in one article never costs the others."""
    try:
        return encode(analyse(item, context))
    except Exception as error:  # the last line of defence, told to the user as what it is
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}:{last.lineno}"
        message = f"the program failed on this article ({type(error).__name__} at {where}): {error}"
        hint = "This is a fault of the program, not of the article: please report it. The other articles are built."
        return encode(Outcome(None, (Problem(item.name, 0, 0, "error", "internal", message[:500], hint),)))


def read_all(
    seeds: Path, context: Context, jobs: int, cache: Cache | None, progress: Progress
) -> tuple[list[Outcome], list[Problem]]:
    """The outcomes of every file below `seeds`, in the order of their names."""
    files, found = find_files(seeds)
    problems = list(found)
    items: list[Item] = []
    identities = article_ids(file.name for file in files)
    for file in files:
        data, fault = read_bytes(file)
        problems += fault
        if data is not None:
            items.append(Item(file.name, identities[file.name], data))
    settings = context.settings
    version = fingerprint(context.editorial, settings.language, str(settings.day_first), settings.publish)
    keys = [key(version, f"{item.name}\0{item.identity}", item.data) for item in items]
    kept = cache.read(keys) if cache else {}
    todo = [index for index, one in enumerate(keys) if one not in kept]
    fresh: dict[bytes, bytes] = {}
    for done, (index, data) in enumerate(zip(todo, spread(context, [items[i] for i in todo], jobs), strict=True), 1):
        fresh[keys[index]] = data
        progress("reading", done, len(todo))
    if cache:
        cache.write(fresh, keys)
    return [kept[one] if one in kept else decode(fresh[one]) for one in keys], problems


def spread(context: Context, items: Sequence[Item], jobs: int) -> Iterator[bytes]:
    """`analyse_safely` over all items, in their order, by as many processes as it is worth."""
    workers = min(jobs or os.cpu_count() or 1, max(1, len(items) // WORTH_SPREADING))
    if workers <= 1:
        yield from map(partial(analyse_safely, context), items)
        return
    chunk = max(1, len(items) // (workers * 8))
    shared = (context.settings, context.editorial)
    with ProcessPoolExecutor(workers, initializer=_start_worker, initargs=shared) as pool:
        yield from pool.map(_in_worker, items, chunksize=chunk)


_worker_context: list[Context] = []


def _start_worker(settings: Settings, editorial: Editorial) -> None:
    _worker_context[:] = [make_context(settings, editorial)]


def _in_worker(item: Item) -> bytes:
    return analyse_safely(_worker_context[0], item)


def without_repeats(results: Sequence[ArticleResult]) -> tuple[ArticleResult, ...]:
    """The results without the mentions in sentences that a site prints again and again under its articles."""
    repeats = find_repeats((result.article, result.sentences) for result in results)
    told = (mention for result in results for mention in result.mentions)
    return without_mentions(results, frozenset(mention.id for mention in told if mention.span in repeats))


def without_mentions(results: Sequence[ArticleResult], left_out: frozenset[str]) -> tuple[ArticleResult, ...]:
    """The results without the mentions of these ids."""
    if not left_out:
        return tuple(results)
    return tuple(
        replace(result, mentions=tuple(mention for mention in result.mentions if mention.id not in left_out))
        for result in results
    )


def assemble(results: Sequence[ArticleResult], context: Context) -> tuple[Timeline, tuple[Problem, ...]]:
    """The whole-corpus half: always rerun, so nothing in it can be stale."""
    editorial = context.editorial
    events, problems = _link(results, context)
    events, override_problems = apply_overrides(events, editorial, results, context)
    timeline, order_problems = order_timeline(events, results, context)
    return timeline, (*problems, *override_problems, *order_problems)


def _link(results: Sequence[ArticleResult], context: Context) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Link freely, and once more under the editor's constraints where there are any."""
    events, problems = link_events(results, Constraints(), context)
    constraints, found = constrain(context.editorial, results, events)
    if constraints.must_link or constraints.cannot_link:
        events, problems = link_events(results, constraints, context)
    return events, (*problems, *found)


def with_paths(build: Build, prefix: str) -> Build:
    """The build with problem paths as the user would type them: below the seeds folder they gave."""
    return replace(build, problems=tuple(replace(p, path=f"{prefix}/{p.path}") for p in build.problems))
