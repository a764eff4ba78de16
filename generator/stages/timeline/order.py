"""The order of the timeline and its short list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from heapq import heapify, heappop, heappush

from generator.context import Context
from generator.model.calendar import Day, ordinal
from generator.model.event import Event, Timeline
from generator.model.problem import Problem
from generator.model.result import ArticleResult
from generator.stages.timeline.attention import many
from generator.stages.timeline.relevance import Relevance
from generator.stages.timeline.significance import TYPES, rate, saturate

CROWD = 0.75
"""What a further key event of the same day is worth beside the one before, and one of the same week."""
WEEK_CROWD = 0.93
FLOOR = 0.45
"""No event is a key event that is worth less than this part of the foremost: a short story has a short list."""
ASIDE = 0.5
"""What an event that is not of the story is worth as a key event."""

ALONE = 0.3
"""How much less an event is worth as a key event that one of many articles tells alone; half of that where two do."""
VAGUE = 0.2
"""How much less an event may be worth as a key event for what kind of event it is."""


def order_timeline(
    events: Sequence[Event], results: Sequence[ArticleResult], context: Context
) -> tuple[Timeline, tuple[Problem, ...]]:
    """Events with their significance, dated ones by earliest day (wider first), undated ones after.

    The key events are the most significant, spread over time; `context.settings.key_events` says how many, 0 all.
    """
    ratings = rate(events, results, context.pack.events.words["ballots"])
    rated = [
        replace(event, significance=rating.total, reasons=rating.shares)
        for event, rating in zip(events, ratings, strict=True)
    ]
    dated = sorted((event for event in rated if _begins(event)), key=_by_time)
    undated = sorted((event for event in rated if not _begins(event)), key=_by_report)
    keys = _key_events([*dated, *undated], context.settings.key_events, many(len(results)))
    return Timeline(tuple(dated), tuple(undated), keys), ()


def _begins(event: Event) -> Day | None:
    """The first day of an event's date; an interval open at its beginning counts from its end."""
    if event.date is None:
        return None
    return event.date.earliest or event.date.latest


def _by_time(event: Event) -> tuple[object, ...]:
    """Earliest day, then the wider span first, then the weightier, then the id."""
    first = _begins(event) or (0, 0, 0)
    last = (event.date.latest if event.date else None) or (9999, 12, 31)
    return first, tuple(-part for part in last), -event.significance, event.id


def _by_report(event: Event) -> tuple[object, ...]:
    """Undated events by the first report of them."""
    return event.latest or "9999", -event.significance, event.id


def _key_events(events: Sequence[Event], most: int, corroborated: float) -> frozenset[str]:
    """Greedily the weightiest, each discounted for the key events of its day and of its week before it.

    Where articles are many (`corroborated` is 1), those that several tell come first.
    """
    if most == 0 or len(events) <= most:
        return frozenset(event.id for event in events)
    days: dict[int, int] = {}
    chosen: set[str] = set()
    relevance = Relevance(events)
    pool = {event.id: event for event in events if event.date is not None and event.status != "denied"}
    worth = {
        name: event.significance * (ASIDE + (1 - ASIDE) * relevance.of(event)) * _vouched(event, corroborated)
        for name, event in pool.items()
    }
    floor = FLOOR * max(worth.values(), default=0.0)
    pool = {name: event for name, event in pool.items() if worth[name] >= floor}
    queue = [(-worth[name], name) for name in sorted(pool)]
    heapify(queue)
    while queue and len(chosen) < most:
        promised, name = heappop(queue)
        now = -worth[name] * _room(pool[name], days)
        if now > promised:  # it has lost to others of its week since it was put in the queue
            heappush(queue, (now, name))
            continue
        chosen.add(name)
        day = _ordinal(pool[name])
        days[day] = days.get(day, 0) + 1
    return frozenset(chosen)


def _vouched(event: Event, corroborated: float) -> float:
    """What is left of an event's worth for how many articles tell it and how plainly it is of some kind."""
    articles = {mention.span.article_id for mention in event.mentions}
    alone = ALONE * (1 - saturate(len(articles) - 1, 1)) + VAGUE * (1 - TYPES[event.type])
    return 1 - corroborated * alone


def _room(event: Event, days: dict[int, int]) -> float:
    """What the key events chosen before leave for another on its day and in its week."""
    day = _ordinal(event)
    week = sum(days.get(day + step, 0) for step in range(-3, 4) if step)
    return float(CROWD ** days.get(day, 0) * WEEK_CROWD**week)


def _ordinal(event: Event) -> int:
    first = _begins(event)
    return ordinal(first) if first else 0
