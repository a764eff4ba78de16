"""The order of the timeline and its short list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from heapq import heapify, heappop, heappush

from generator.context import Context
from generator.model.calendar import Day, ordinal
from generator.model.event import Event, Timeline
from generator.model.problem import Problem
from generator.model.result import ArticleResult
from generator.stages.timeline.attention import many, polled, span_of
from generator.stages.timeline.relevance import Relevance
from generator.stages.timeline.significance import TYPES, rate, saturate

CROWD = 0.75
"""What a further key event of the same day is worth beside the one before, and one of the same week, ..."""
WEEK_CROWD = 0.93
SAME_STORY = 0.7
"""... and what is left of that where the one before tells of the same."""
FLOOR = 0.45
"""No event is a key event that is worth less than this part of the foremost: a short story has a short list."""
ASIDE = 0.5
"""What an event that is not of the story is worth as a key event."""

ALONE = 0.3
"""How much less an event is worth as a key event that one of many articles tells alone; half where two do ..."""
NEWS = 3
"""... of those that appear so many days from it on; ..."""
PRESS = 6
"""... the less, the fewer than so many others these are: in a quiet month one article is all there is."""
VAGUE = 0.2
"""How much less an event may be worth as a key event for what kind of event it is."""
PASSING = 0.3
"""How much less it is worth where every report only mentions it ..."""
BLANK = 0.3
"""How much less it is worth where it says neither where it was nor who had part in it."""
GREAT = 10
"""So many killed in one place on one day are rarely counted twice."""
OUTRIGHT = 0.45
"""... which a passage of less weight than this does."""


class _Voices:
    """Who vouches for an event: how many of the articles that could, of what kind it is, and whether for its own
    sake."""

    def __init__(self, published: Sequence[int], votes: frozenset[str]) -> None:
        self._published = published
        self._corroborated = many(len(published))
        self._votes = votes
        """The events in which a people votes, which no type tells."""

    def vouch(self, event: Event) -> float:
        """What is left of an event's worth for want of them; where articles are few it does not count."""
        articles = {mention.span.article_id for mention in event.mentions}
        alone = ALONE * (1 - saturate(len(articles) - 1, 1)) * self._heard(event)
        vague = 0.0 if event.id in self._votes else VAGUE * (1 - TYPES[event.type])
        passing = PASSING * all(mention.weight < OUTRIGHT for mention in event.mentions)
        blank = BLANK * (not event.places and not event.actors and event.id not in self._votes)
        return 1 - self._corroborated * (alone + vague + passing + blank)

    def _heard(self, event: Event) -> float:
        """0 to 1: how many articles appeared in the days after an event, which could have told it too; what lies before
        them all any of them could tell."""
        first, last = span_of(event.date) or (_ordinal(event), _ordinal(event))
        if not self._published or last + NEWS < self._published[0]:
            return 1.0
        could = bisect_right(self._published, last + NEWS) - bisect_left(self._published, first)
        return min(1.0, max(0, could - 1) / PRESS)


def order_timeline(
    events: Sequence[Event], results: Sequence[ArticleResult], context: Context
) -> tuple[Timeline, tuple[Problem, ...]]:
    """Events with their significance, dated ones by earliest day (wider first), undated ones after.

    The key events are the most significant, spread over time; `context.settings.key_events` says how many, 0 all.
    """
    ballots = context.pack.events.words["ballots"]
    ratings = rate(events, results, ballots)
    rated = [
        replace(event, significance=rating.total, reasons=rating.shares)
        for event, rating in zip(events, ratings, strict=True)
    ]
    dated = sorted((event for event in rated if _begins(event)), key=_by_time)
    undated = sorted((event for event in rated if not _begins(event)), key=_by_report)
    votes = frozenset(event.id for event in rated if polled(event, ballots))
    published = sorted(span[0] for result in results if (span := span_of(result.article.dct)))
    keys = _key_events([*dated, *undated], context.settings.key_events, _Voices(published, votes))
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


def _key_events(events: Sequence[Event], most: int, voices: _Voices) -> frozenset[str]:
    """Greedily the weightiest, each discounted for the key events of its day and of its week before it.

    Where articles are many, those that several tell come first.
    """
    if most == 0 or len(events) <= most:
        return frozenset(event.id for event in events)
    days: dict[int, list[Event]] = {}
    chosen: set[str] = set()
    relevance = Relevance(events)
    pool = {event.id: event for event in events if event.date is not None and event.status != "denied"}
    worth = {
        name: event.significance * (ASIDE + (1 - ASIDE) * relevance.of(event)) * voices.vouch(event)
        for name, event in pool.items()
    }
    floor = FLOOR * max(worth.values(), default=0.0)
    pool = {name: event for name, event in pool.items() if worth[name] >= floor}
    queue = [(-worth[name], name) for name in sorted(pool)]
    heapify(queue)
    while queue and len(chosen) < most:
        promised, name = heappop(queue)
        now = -worth[name] * _room(pool[name], days)
        if not now:
            continue
        if now > promised:  # it has lost to others of its week since it was put in the queue
            heappush(queue, (now, name))
            continue
        chosen.add(name)
        day = _ordinal(pool[name])
        days.setdefault(day, []).append(pool[name])
    return frozenset(chosen)


def _room(event: Event, days: dict[int, list[Event]]) -> float:
    """What the key events chosen before leave for another on its day and in its week; less where one of them tells of
    the same actor or kind of event in the same place, nothing where one counts the same dead."""
    day = _ordinal(event)
    week = sum(len(days.get(day + step, ())) for step in range(-3, 4) if step)
    same = days.get(day, [])
    if any(_one_toll(event, other) for other in same):
        return 0.0
    told = SAME_STORY if any(_same_story(event, other) for other in same) else 1.0
    return float(told * CROWD ** len(same) * WEEK_CROWD**week)


def _same_story(one: Event, other: Event) -> bool:
    """Whether two events of a day share a place and who was there or what kind of event it was."""
    places = {place.name for place in one.places} & {place.name for place in other.places}
    actors = {actor.name for actor in one.actors} & {actor.name for actor in other.actors}
    return bool(places) and (bool(actors) or one.type == other.type)


def _one_toll(one: Event, other: Event) -> bool:
    """Whether two events of a day count the same dead, and many, in one place: parts of what is known by then."""
    tolls = [{figure.best for figure in event.figures if figure.kind == "killed"} for event in (one, other)]
    great = any((best or 0) >= GREAT for best in tolls[0] & tolls[1])
    return great and bool({place.name for place in one.places} & {place.name for place in other.places})


def _ordinal(event: Event) -> int:
    first = _begins(event)
    return ordinal(first) if first else 0
