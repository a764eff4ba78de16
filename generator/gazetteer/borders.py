"""The borders of the world's countries, for maps drawn when the site is built.

The data is Natural Earth's (public domain), made by tools/make_borders.py. Coordinates are degrees of
longitude and latitude (WGS 84), to two decimals. There are no provinces in it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "borders.json"

Ring = tuple[tuple[float, float], ...]
"""Points as (longitude, latitude); the last joins the first."""


@dataclass(frozen=True, slots=True)
class Border:
    """One country's outline: all its rings, to be filled by the even-odd rule."""

    iso: str
    """ISO 3166-1 alpha-2, or empty for a territory without a code."""
    name: str
    rings: tuple[Ring, ...]
    box: tuple[float, float, float, float]
    """West, south, east, north of all rings."""


class Borders:
    """Outlines in two levels of detail, decoded when first asked for."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self._raw = raw

    @cached_property
    def overview(self) -> tuple[Border, ...]:
        """Outlines for a map of the world or a continent (Natural Earth 1:110m)."""
        return self._level("overview")

    @cached_property
    def detail(self) -> tuple[Border, ...]:
        """Outlines for a map of a country or region (Natural Earth 1:10m, simplified to about 3 km)."""
        return self._level("detail")

    def _level(self, name: str) -> tuple[Border, ...]:
        level, scale = self._raw["levels"][name], self._raw["scale"]
        arcs = [points_of(flat, scale) for flat in level["arcs"]]
        return tuple(_border(entry, arcs) for entry in level["countries"])


@cache
def load_borders() -> Borders:
    """The borders the project ships."""
    return Borders(json.loads(FILE.read_text(encoding="utf-8")))


def points_of(flat: list[int], scale: int) -> Ring:
    """The points of a line out of its first point and the steps from each to the next, in parts of a degree."""
    x = y = 0
    points = []
    for step_x, step_y in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + step_x, y + step_y
        points.append((x / scale, y / scale))
    return tuple(points)


def _border(entry: dict[str, Any], arcs: list[Ring]) -> Border:
    rings = tuple(_ring(numbers, arcs) for numbers in entry["rings"])
    lons = [lon for ring in rings for lon, _ in ring]
    lats = [lat for ring in rings for _, lat in ring]
    return Border(entry["iso"], entry["name"], rings, (min(lons), min(lats), max(lons), max(lats)))


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """A ring out of its arcs; a negative number walks the arc ~number backwards."""
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points and points[-1] == arc[0] else arc
    return tuple(points)
