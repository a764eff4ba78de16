"""Whether an event is of the story: its countries and actors are those the articles are about."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from generator.model.event import Event, EventMention


class Relevance:
    """How many articles name each country and actor."""

    def __init__(self, events: Sequence[Event]) -> None:
        naming: dict[str, set[str]] = defaultdict(set)
        for event in events:
            for mention in event.mentions:
                for name in _names(mention):
                    naming[name].add(mention.span.article_id)
        self._articles = {name: len(articles) for name, articles in naming.items()}
        self._most = max(self._articles.values(), default=1)
        named = [known for event in events if (known := self._known(event))]
        self._usual = math.fsum(named) / len(named) if named else 0.5

    def of(self, event: Event) -> float:
        """0 to 1, by the best known name of its mentions; an event that names nobody is taken for average."""
        return self._known(event) or self._usual

    def _known(self, event: Event) -> float:
        """The same, 0 for an event that names nobody."""
        known = (self._articles[name] for mention in event.mentions for name in _names(mention))
        return float((max(known, default=0) / self._most) ** 0.5)


def _names(mention: EventMention) -> set[str]:
    """The countries of its places, or the places without one, and its actors."""
    return {place.country or place.name for place in mention.places} | {actor.name for actor in mention.actors}
