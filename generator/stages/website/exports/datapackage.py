"""`data/datapackage.json`: what the data files are (Frictionless Data Package 1.0), so that tools can load them."""

from __future__ import annotations

from typing import Any

from generator.model.slug import slug
from generator.stages.website.exports.common import Files, Material, json_bytes, line
from generator.stages.website.exports.events_csv import COLUMNS

WHOLE = frozenset({"source_count", "year", "time_precision", "geo_precision", "fatalities"})
NUMBER = frozenset({"latitude", "longitude", "significance"})
DAYS = frozenset({"earliest", "latest", "event_date"})
BOUNDS = ("_best", "_low", "_high")


def datapackage(material: Material) -> Files:
    """The descriptor; its paths are beside it."""
    settings = material.site.settings
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": slug(settings.title) or "conflict-timeline",
        "title": line(settings.title),
        "description": line(settings.description),
        "resources": [_table(material), _resource("events-json", "events.json"), _resource("map", "events.geojson")],
    }
    if settings.base_url:
        package["homepage"] = settings.base_url
    if settings.license:
        package["licenses"] = [{"name": slug(settings.license).upper() or "other", "title": line(settings.license)}]
    if settings.publisher:
        package["contributors"] = [{"title": line(settings.publisher), "role": "publisher"}]
    yield "data/datapackage.json", json_bytes(package)


def _resource(name: str, path: str) -> dict[str, Any]:
    kind = path.rsplit(".", 1)[1]
    mediatype = "application/geo+json" if kind == "geojson" else "application/json"
    return {"name": name, "path": path, "format": kind, "mediatype": mediatype, "encoding": "utf-8"}


def _table(material: Material) -> dict[str, Any]:
    """The CSV with the type of each column; days are text where a year before 1 occurs, which few tools read."""
    dated = (event.date for event in material.site.events if event.date)
    early = any(date.earliest and date.earliest.year < 1 for date in dated)
    fields = [{"name": column, "type": _type(column, early)} for column in COLUMNS]
    return {
        "name": "events",
        "path": "events.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {"fields": fields, "primaryKey": "id", "missingValues": [""]},
    }


def _type(column: str, early: bool) -> str:
    if column in WHOLE or column.endswith(BOUNDS):
        return "integer"
    if column in NUMBER:
        return "number"
    return "date" if column in DAYS and not early else "string"
