"""`data/events.csv`: one line an event (RFC 4180), our own columns and then columns named as ACLED names them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.model.event import FIGURE_KINDS, Event
from generator.stages.website.exports.common import Files, Material, line
from generator.stages.website.exports.records import event_record

LIST = "; "
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOUNDS = ("best", "low", "high")
OWN = (
    "id", "url", "title", "text", "date", "earliest", "latest", "precision", "kind", "basis", "date_text", "type",
    "status", "actors", "places", *(f"{kind}_{bound}" for kind in FIGURE_KINDS for bound in BOUNDS),
    "sources", "source_count", "articles", "disagreements", "significance", "review",
)  # fmt: skip
ACLED = (
    "event_date", "year", "time_precision", "event_type", "sub_event_type", "plover", "actor1", "actor2",
    "country_code", "admin1", "location", "latitude", "longitude", "geo_precision", "source", "notes", "fatalities",
)  # fmt: skip
COLUMNS = (*OWN, *ACLED)
TIME_PRECISION = {"minute": 1, "day": 1, "days": 2, "week": 2, "part-month": 3, "month": 3}
"""ACLED's codes: 1 the day, 2 about a week, 3 about a month. Coarser dates have none."""
GEO_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}
"""UCDP's where_prec to ACLED's geo_precision: 1 town, 2 part of a region, 3 region."""
Cell = str | int | float | None


def events_csv(material: Material) -> Files:
    """UTF-8 with CRLF line ends, text cells neutralised against spreadsheet formulas."""
    yield "data/events.csv", csv_bytes(COLUMNS, (event_row(event, material) for event in material.site.events))


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """A table as RFC 4180 has it."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([safe_cell(row.get(column)) for column in columns])
    return sheet.getvalue().encode()


def safe_cell(value: Cell) -> str | int | float:
    """The cell; text a spreadsheet would run as a formula gets an apostrophe in front (OWASP's CSV injection rule)."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    text = line(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def event_row(event: Event, material: Material) -> dict[str, Cell]:
    """The cells of one event."""
    record = event_record(event, material)
    row: dict[str, Cell] = {name: record[name] for name in OWN if isinstance(record.get(name), str | int | float)}
    for name in ("actors", "places", "sources"):
        row[name] = LIST.join(record[name])
    for kind, figure in record["figures"].items():
        row.update({f"{kind}_{bound}": figure[bound] for bound in BOUNDS})
    row["source_count"] = len(record["sources"])
    row["articles"] = LIST.join(dict.fromkeys(mention["article"] for mention in record["mentions"]))
    row["disagreements"] = LIST.join(one["field"] for one in record["disagreements"])
    return row | _acled_columns(record)


def _acled_columns(record: dict[str, Any]) -> dict[str, Cell]:
    """Columns by ACLED's names. `event_date` is the first day of the window; where the date is coarser than a
    month there is none, for a made-up day would look like knowledge."""
    precision = TIME_PRECISION.get(record["precision"])
    actors = [*record["actors"], None, None]
    place = _place(record["place_details"])
    located = place.get("lat") is not None
    earliest = record["earliest"]
    killed = record["figures"].get("killed", {})
    return {
        "event_date": earliest if precision else None,
        "year": _year(record),
        "time_precision": precision,
        "event_type": record["acled_event_type"],
        "sub_event_type": record["acled_sub_event_type"],
        "plover": record["plover"],
        "actor1": actors[0],
        "actor2": actors[1],
        "country_code": place.get("country"),
        "admin1": place.get("admin1"),
        "location": place.get("name"),
        "latitude": place.get("lat"),
        "longitude": place.get("lon"),
        "geo_precision": GEO_PRECISION.get(place["precision"]) if located else None,
        "source": LIST.join(record["sources"]),
        "notes": record["text"],
        "fatalities": killed.get("best"),
    }


def _place(places: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The first place with coordinates; the first of all when none has them."""
    located = (place for place in places if place["lat"] is not None)
    return next(located, next(iter(places), {}))


def _year(record: dict[str, Any]) -> int | None:
    """The year both ends of the date lie in."""
    bounds: list[str | None] = [record["earliest"], record["latest"] if record["date"] else None]
    years = {day[:-6] for day in bounds if day}
    return int(years.pop()) if all(bounds) and len(years) == 1 else None
