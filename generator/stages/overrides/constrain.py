"""`same` and `different`: what linking must hold absolutely."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from generator.model.editorial import Constraints, Editorial, Override, Selector
from generator.model.event import Event
from generator.model.problem import Problem
from generator.model.result import ArticleResult
from generator.stages.overrides.select import Index, find_mentions, index_results, unmatched


def constrain(
    editorial: Editorial, results: Sequence[ArticleResult], events: Sequence[Event]
) -> tuple[Constraints, tuple[Problem, ...]]:
    """Constraints from the `same` and `different` entries.

    `events` are the events as linked without any constraint: ids in the entries name those, so that an
    entry keeps its meaning after it has taken effect.
    """
    index = index_results(results)
    must: list[tuple[str, ...]] = []
    cannot: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for override in editorial.overrides:
        if override.kind not in {"same", "different"}:
            continue
        groups = [_mention_ids(index, events, override, target, problems) for target in override.targets]
        if not all(groups):
            continue
        if override.kind == "same":
            must.append(tuple(sorted({one for group in groups for one in group})))
        else:
            cannot += [pair for a, b in combinations(groups, 2) for pair in product(a, b) if pair[0] != pair[1]]
    return Constraints(tuple(must), tuple(cannot)), tuple(problems)


def _mention_ids(
    index: Index, events: Sequence[Event], override: Override, target: Selector, problems: list[Problem]
) -> tuple[str, ...]:
    """The mentions a selector names, in reading order; an unmatched selector becomes a problem."""
    if target.event:
        for event in events:
            if event.id == target.event:
                return tuple(mention.id for mention in event.mentions)
    found = find_mentions(index, target) if target.quote else []
    if not found:
        hint = "Look the event up on the site, or copy the words again from the article."
        problems.append(unmatched(override, f"nothing matches {target}", hint))
    if len(found) > 1:
        triggers = ", ".join(sorted({mention.lemma for mention in found}))
        hint = f'Quote fewer words, or add trigger = "...", one of: {triggers}.'
        problems.append(unmatched(override, f"{len(found)} events are reported in {target}", hint))
        return ()
    return tuple(mention.id for mention in found)
