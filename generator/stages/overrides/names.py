"""actors.csv and places.csv: names an editor adds, with aliases, kinds and coordinates."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from generator.model.event import Actor, Place
from generator.model.problem import Problem

ACTOR_COLUMNS = ("name", "aliases", "kind", "country", "note")
PLACE_COLUMNS = ("name", "aliases", "kind", "country", "admin1", "lat", "lon", "precision", "note")
PRECISIONS = range(1, 8)

Row = tuple[int, dict[str, str]]


def parse_actors(text: str, path: str) -> tuple[tuple[Actor, ...], tuple[Problem, ...]]:
    """The rows of an actors.csv (header: name, then any of aliases, kind, country, note)."""
    rows, problems = _rows(text, path, ACTOR_COLUMNS)
    actors = tuple(
        Actor(row["name"], row.get("kind") or "other", _aliases(row), row.get("country", "")) for _, row in rows
    )
    return actors, tuple(problems)


def parse_places(text: str, path: str) -> tuple[tuple[Place, ...], tuple[Problem, ...]]:
    """The rows of a places.csv (header: name, then any of the others; degrees north and east, WGS 84)."""
    rows, problems = _rows(text, path, PLACE_COLUMNS)
    places: list[Place] = []
    for line, row in rows:
        try:
            places.append(_place(row))
        except ValueError as error:
            hint = "lat is -90 to 90, lon is -180 to 180, both with a decimal point; precision is 1 to 7."
            problems.append(Problem(path, line, 1, "error", "names-value", f"{row['name']}: {error}", hint))
    return tuple(places), tuple(problems)


def _place(row: dict[str, str]) -> Place:
    """One place; raises ValueError on a coordinate or precision that cannot be."""
    lat, lon = _degrees(row.get("lat", ""), 90), _degrees(row.get("lon", ""), 180)
    if (lat is None) != (lon is None):
        raise ValueError("lat and lon go together")
    precision = int(row.get("precision") or 1)
    if precision not in PRECISIONS:
        raise ValueError(f"precision cannot be {precision}")
    return Place(
        row["name"], row.get("country", ""), row.get("admin1", ""), lat, lon,
        precision, row.get("kind") or "town", _aliases(row),
    )  # fmt: skip


def _degrees(words: str, most: float) -> float | None:
    if not words:
        return None
    value = float(words)
    if not -most <= value <= most:
        raise ValueError(f"{words} is not between -{most:g} and {most:g}")
    return value


def _aliases(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(alias.strip() for alias in row.get("aliases", "").split("|") if alias.strip())


def _rows(text: str, path: str, columns: tuple[str, ...]) -> tuple[list[Row], list[Problem]]:
    """(line, row) for each row that has a name; unknown columns and nameless rows are problems."""
    problems: list[Problem] = []
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [(name or "").strip() for name in reader.fieldnames or ()]
        reader.fieldnames = header
        for name in header:
            if name not in columns:
                hint = "Known columns: " + ", ".join(columns) + "."
                message = f"there is no column called {name!r}"
                problems.append(Problem(path, 1, 1, "warning", "names-column", message, hint))
        if header and "name" not in header:
            problems.append(Problem(path, 1, 1, "error", "names-column", "there is no column called 'name'", ""))
            return [], problems
        return list(_named(reader, path, problems)), problems
    except csv.Error as error:
        hint = "A quote inside a quoted cell is doubled; every quoted cell is closed."
        line = min(reader.line_num + 1, text.count("\n") + 1)  # the reader counts whole rows only
        problems.append(Problem(path, line, 1, "error", "names-syntax", str(error), hint))
        return [], problems


def _named(reader: csv.DictReader[str], path: str, problems: list[Problem]) -> Iterator[Row]:
    seen: dict[str, int] = {}
    for raw in reader:
        row = {key: value.strip() for key, value in raw.items() if key and isinstance(value, str)}
        line = reader.line_num
        if not row.get("name"):
            if any(row.values()):
                problems.append(Problem(path, line, 1, "error", "names-value", "this row has no name", ""))
            continue
        if row["name"] in seen:
            message = f"{row['name']} stands already in line {seen[row['name']]}"
            problems.append(Problem(path, line, 1, "warning", "names-twice", message, "Join the two rows."))
        seen.setdefault(row["name"], line)
        yield line, row
