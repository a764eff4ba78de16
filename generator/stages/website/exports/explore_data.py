"""`data/explore.js`: every event in short for the explore page, as a classic script (a page opened from disk cannot
fetch). Names stand once in lists; an event refers to them by number."""

from __future__ import annotations

from typing import Any

from generator.model.edtf import Day, Edtf
from generator.model.event import STATUSES, Event
from generator.stages.website.exports.common import Files, Material, json_text
from generator.stages.website.rows import event_row
from generator.stages.website.site import Site
from generator.stages.website.when import slot

FIELDS = (
    "id", "title", "text", "when", "edtf", "first", "last", "band", "precision", "type", "status", "review", "marker",
    "actors", "places", "sources", "flags", "weight",
)  # fmt: skip
"""What stands at each position of an event's list; the page looks positions up by these names."""
PRECISION_GROUPS = {
    "minute": "day", "day": "day", "days": "days", "week": "days", "part-month": "month", "month": "month",
    "season": "coarser", "year": "coarser", "decade": "coarser", "century": "coarser", "range": "coarser",
    "open": "coarser",
}  # fmt: skip
"""Readers sift by these; undated events have a group of their own."""
GROUPS = ("day", "days", "month", "coarser", "undated")


class Names:
    """A list of names, each once, in the order they are first met."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, name: str) -> int:
        """The name's number."""
        return self.numbers.setdefault(name, len(self.numbers))


def explore_data(material: Material) -> Files:
    """The script: it sets `window.CONFLICT_TIMELINE` and does nothing else."""
    site = material.site
    lists = {name: Names() for name in ("actors", "places", "sources", "flags", "markers", "bands")}
    events = [_event(event, site, lists) for event in site.events]
    head: dict[str, Any] = {name: list(names.numbers) for name, names in lists.items()}
    head["parents"] = _parents(site, lists["places"])
    head["types"] = [[facet.name, facet.label] for facet in site.facets["types"]]
    head["strings"] = site.words.strings["explore"]["script"]
    head["fields"] = FIELDS
    parts = [f'"{key}":{json_text(value)}' for key, value in head.items()]
    body = ",\n".join(json_text(event) for event in events)
    yield (
        "data/explore.js",
        ("window.CONFLICT_TIMELINE={" + ",\n".join(parts) + f',\n"events":[\n{body}\n]}};\n').encode(),
    )


def _event(event: Event, site: Site, lists: dict[str, Names]) -> list[Any]:
    row = event_row(event, site)
    date = event.date
    first, last = (_number(date.earliest, -1), _number(date.latest, 1)) if date else (None, None)
    values = {
        "id": event.id,
        "title": row.title,
        "text": row.text,
        "when": row.date.words if date else row.by or row.date.words,
        "edtf": date.text if date else "",
        "first": first,
        "last": last,
        "band": lists["bands"](_band(date, site)),
        "precision": GROUPS.index(PRECISION_GROUPS[date.precision] if date else "undated"),
        "type": event.type,
        "status": STATUSES.index(event.status),
        "review": event.review,
        "marker": lists["markers"](row.marker),
        "actors": [lists["actors"](actor.name) for actor in event.actors],
        "places": [lists["places"](place.name) for place in event.places],
        "sources": [lists["sources"](name) for name in site.sources(event)],
        "flags": [lists["flags"](flag) for flag in row.flags],
        "weight": round(event.significance * 100),
    }
    return [values[name] for name in FIELDS]


def _number(day: Day | None, open_end: int) -> int:
    """A day as a number that sorts: year, month and day as digits; an open end lies beyond every day."""
    return day.year * 10000 + day.month * 100 + day.day if day else open_end * 10**9


def _band(date: Edtf | None, site: Site) -> str:
    return site.words.date(Edtf(slot(date).key)) if date else site.words.get("front.undated")


def _parents(site: Site, names: Names) -> list[int]:
    """For each place the number of the region it lies in, so that a search in a region finds its towns; -1 for none."""
    regions = {
        place.name: place.admin1 for event in site.events for place in event.places if place.admin1 != place.name
    }
    return [names.numbers.get(regions.get(name, ""), -1) for name in names.numbers]
