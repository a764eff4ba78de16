"""`data/events.geojson`: events that have coordinates (RFC 7946), each with its time as OGC JSON-FG writes it."""

from __future__ import annotations

from typing import Any

from generator.model.event import Event, Place
from generator.stages.website.exports.common import Files, Material, json_lines
from generator.stages.website.exports.records import event_record

PROPERTIES = (
    "url", "title", "date", "earliest", "latest", "precision", "kind", "basis", "type", "status", "actors", "places",
    "significance", "sources", "key", "review",
)  # fmt: skip


def geojson(material: Material) -> Files:
    """One feature an event; readers that do not know JSON-FG pass over its `time`."""
    features = [_feature(event, material) for event in material.site.events if located(event)]
    yield "data/events.geojson", json_lines({"type": "FeatureCollection"}, {"features": features})


def located(event: Event) -> list[Place]:
    """The event's places that have coordinates."""
    return [place for place in event.places if place.lat is not None and place.lon is not None]


def _feature(event: Event, material: Material) -> dict[str, Any]:
    record = event_record(event, material)
    places = located(event)
    points = [[place.lon, place.lat] for place in places]
    shape: dict[str, Any] = {"type": "Point", "coordinates": points[0]}
    if len(points) > 1:
        shape = {"type": "MultiPoint", "coordinates": points}
    properties = {name: record[name] for name in PROPERTIES}
    properties["place_precision"] = [place.precision for place in places]
    properties["killed"] = record["figures"].get("killed", {}).get("best")
    return {"type": "Feature", "id": event.id, "geometry": shape, "time": json_fg_time(event), "properties": properties}


def json_fg_time(event: Event) -> dict[str, Any] | None:
    """A date, or an interval whose open ends are `..`; JSON-FG knows whole days only, so a month is an interval.
    None where nothing is known, or where a year has not four digits (RFC 3339)."""
    date = event.date
    first = str(date.earliest) if date and date.earliest else ".."
    last = str(date.latest) if date and date.latest else ".."
    if date is None:
        last = event.latest or ".."
    if first == last == ".." or any(len(day) not in {2, 10} for day in (first, last)):
        return None
    return {"date": first} if first == last else {"interval": [first, last]}
