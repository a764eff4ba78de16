"""Earlier and later events of the same place or the same actors."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from generator.model.event import Event
from generator.stages.website.site import Site
from generator.stages.website.when import slot

EACH_WAY = 3


class Neighbours:
    """Looks up, for a dated event, the nearest others that share a place or an actor with it and are dated to the
    month or finer: what happened some time in a year is neither before nor after."""

    def __init__(self, site: Site) -> None:
        self.events = site.timeline.events
        self.position = {event.id: number for number, event in enumerate(self.events)}
        self.at: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, event in enumerate(self.events):
            for key in _keys(event) if _fine(event) else ():
                self.at[key].append(number)

    def of(self, event: Event) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
        """(earlier, later), each in the timeline's order; both empty for an event that is undated or too coarse."""
        if not _fine(event):
            return (), ()
        here = self.position[event.id]
        earlier: set[int] = set()
        later: set[int] = set()
        for key in _keys(event):
            numbers = self.at[key]
            index = bisect_left(numbers, here)
            earlier.update(numbers[max(0, index - EACH_WAY) : index])
            later.update([number for number in numbers[index : index + 1 + EACH_WAY] if number != here])
        before, after = sorted(earlier)[-EACH_WAY:], sorted(later)[:EACH_WAY]
        return tuple(self.events[n] for n in before), tuple(self.events[n] for n in after)


def _fine(event: Event) -> bool:
    return event.date is not None and slot(event.date).month > 0


def _keys(event: Event) -> list[tuple[str, str]]:
    """Its places; the actors too where it has none, since a war's chief actors are in nearly everything."""
    places = [("place", name) for name in dict.fromkeys(place.name for place in event.places)]
    return places or [("actor", name) for name in dict.fromkeys(actor.name for actor in event.actors)]
