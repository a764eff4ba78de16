"""How much an event matters to the story, from 0 to 1, and what makes it so."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.event import Event
from generator.model.result import ArticleResult
from generator.model.wording import stems
from generator.stages.timeline.attention import Attention, many, span_of
from generator.stages.timeline.centrality import Centrality

WEIGHTS = {
    "attention": 0.845,
    "central": 0.120,
    "articles": 0.011,
    "sources": 0.006,
    "type": 0.003,
    "toll": 0.006,
    "place": 0.003,
    "position": 0.006,
}
"""The greatest share each reason can have; they add up to 1. The share of attention is told in two:
`coverage` at the time and `look-back` later. What the corpus makes of the day decides between days; the rest decides,
by what an event has of it against the foremost of its day, between the events of one day."""
FEW_WEIGHTS = {
    "attention": 0.50,
    "central": 0.04,
    "articles": 0.12,
    "sources": 0.09,
    "type": 0.12,
    "toll": 0.06,
    "place": 0.03,
    "position": 0.04,
}
"""The same for few articles: there one article more or less that names a day is chance, and what happened says more."""
MINOR = 0.4
"""The attention of its day that even the least event of the day gets; the foremost gets all of it."""
SAME_WORDS = 0.5
"""What remains of an event's own shares when a weightier event of the day is told in the same words ..."""
ALIKE = 0.6
"""... which is when so much of all their words is in both; ..."""
ENOUGH = 12
"""... it is compared with so many of the day's weightiest."""
REASONS = ("coverage", "look-back", *(name for name in WEIGHTS if name != "attention"))

TYPES = {
    "territory-change": 1.0, "agreement": 0.9, "violence-against-civilians": 0.85,
    "explosion-remote-violence": 0.8, "sanctions": 0.75, "battle": 0.7, "protest-riot": 0.65, "justice": 0.6,
    "diplomacy-talks": 0.6, "deployment": 0.55, "displacement": 0.45, "statement": 0.35,
    "aid-humanitarian": 0.35, "other": 0.2,
}  # fmt: skip
"""What kinds of event a chronology of a war is made of."""
STATUSES = {"happened": 1.0, "claimed": 0.9, "planned": 0.5, "denied": 0.4}
"""An event that is only claimed, planned or denied weighs less than one that happened."""
CARRIED = 0.25
"""An event that no report gives a day weighs so much of one that has a day of its own."""
GREAT_TOLL = 1000
"""People killed (injured and detained count a tenth, displaced a hundredth) that give the full share."""


@dataclass(frozen=True, slots=True)
class Rating:
    """An event's significance and the share each reason has in it."""

    total: float
    shares: tuple[tuple[str, float], ...]


def rate(
    events: Sequence[Event], results: Sequence[ArticleResult], ballots: frozenset[str] = frozenset()
) -> list[Rating]:
    """The significance of each event, in the same order; `ballots` are the words for a people's vote."""
    attention, centrality = Attention(events, results, ballots), Centrality(events, results)
    weights = weights_for(len(results))
    days = [_day(event, attention) for event in events]
    by_itself = [_own(event, day, centrality, weights) for event, day in zip(events, days, strict=True)]
    own = _told_once(events, days, by_itself)
    foremost: dict[int, float] = {}
    for event, day, strengths in zip(events, days, own, strict=True):
        if day is not None and event.date is not None and event.date.day is not None:
            foremost[day] = max(foremost.get(day, 0.0), sum(strengths.values()))
    return [
        _rating(
            strengths,
            day,
            attention,
            foremost=foremost.get(day) or 1.0,
            most=weights["attention"],
        )
        if day is not None
        else _total(strengths | {"look-back": weights["attention"] * attention.of_period(event)})
        for event, day, strengths in zip(events, days, own, strict=True)
    ]


def weights_for(articles: int) -> dict[str, float]:
    """The greatest share of each reason in a corpus of so many articles."""
    part = many(articles)
    return {name: part * WEIGHTS[name] + (1 - part) * FEW_WEIGHTS[name] for name in WEIGHTS}


def _rating(
    strengths: dict[str, float], day: int, attention: Attention, *, foremost: float, most: float
) -> Rating:
    """The event's own shares, and its part of the attention its day gets, of which `most` is the greatest share."""
    part = MINOR + (1 - MINOR) * min(1.0, sum(strengths.values()) / foremost)
    attended = most * attention.strength(day) * part
    looked_back = attention.share_of_look_back(day)
    return _total(strengths | {"coverage": attended * (1 - looked_back), "look-back": attended * looked_back})


def _total(shares: dict[str, float]) -> Rating:
    """The sum of the shares, and each of them that counts for anything, the greatest first."""
    told = sorted(((name, round(share, 4)) for name, share in shares.items()), key=lambda s: (-s[1], s[0]))
    return Rating(round(min(1.0, sum(shares.values())), 4), tuple(s for s in told if s[1] > 0))


def _told_once(
    events: Sequence[Event], days: Sequence[int | None], own: Sequence[dict[str, float]]
) -> list[dict[str, float]]:
    """Of several events of a day told in nearly the same words, only the weightiest keeps its shares whole."""
    kept: dict[int | None, list[frozenset[str]]] = defaultdict(list)
    result = list(own)
    for place in sorted(range(len(own)), key=lambda place: (-sum(own[place].values()), place)):
        words = stems(events[place].text)
        before = kept[days[place]]
        if any(_alike(words, other) for other in before):
            result[place] = {name: SAME_WORDS * share for name, share in own[place].items()}
        elif len(before) < ENOUGH:
            before.append(words)
    return result


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)


def _day(event: Event, attention: Attention) -> int | None:
    """The day of the event that gets most attention; None when its date spans more than a week."""
    span = span_of(event.date)
    if span is None or span[1] - span[0] > 6:
        return None
    return max(range(span[0], span[1] + 1), key=attention.strength)


def _own(event: Event, day: int | None, centrality: Centrality, weights: dict[str, float]) -> dict[str, float]:
    """The shares an event has by itself."""
    strengths = _by_itself(event)
    told = {event.text, *(mention.text for mention in event.mentions)}  # whichever of them stands under its title
    strengths["central"] = max(centrality.of(text, day) for text in told) if day is not None else 0.0
    sure = STATUSES[event.status] * (CARRIED if _only_carried(event) else 1.0)
    return {name: sure * weights[name] * strength for name, strength in strengths.items()}


def _only_carried(event: Event) -> bool:
    """Whether no report of an event gives its day itself: it is one of many things of the day its report told of."""
    times = [mention.time for mention in event.mentions if mention.time is not None]
    return bool(times) and all(time.of_the_news for time in times)


def _by_itself(event: Event) -> dict[str, float]:
    """What the event's own reports say for it."""
    articles = {mention.span.article_id for mention in event.mentions}
    return {
        "articles": saturate(len(articles) - 1, 5),
        "sources": saturate(len(event.sources) - 1, 3),
        "type": TYPES[event.type],
        "toll": toll(event),
        "place": place_level(event),
        "position": max((mention.weight for mention in event.mentions), default=0.0),
    }


def saturate(count: float, half: float) -> float:
    """0 for none, one half at `half`, towards 1 for many."""
    return max(0.0, count) / (max(0.0, count) + half)


def toll(event: Event) -> float:
    """The event's people harmed on a logarithmic scale, 0 to 1."""
    weights = {"killed": 1.0, "injured": 0.1, "detained": 0.1, "displaced": 0.01}
    harmed = sum(weights[figure.kind] * (figure.best or 0) for figure in event.figures)
    return min(1.0, math.log1p(harmed) / math.log1p(GREAT_TOLL))


def place_level(event: Event) -> float:
    """A named town tells more of an event than a country; no place at all tells least."""
    return max((1.0 if p.precision <= 3 else 0.6 if p.precision <= 5 else 0.4 for p in event.places), default=0.0)
