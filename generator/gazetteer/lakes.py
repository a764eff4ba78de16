"""The world's lakes, for maps drawn when the site is built.

The data is Natural Earth's (public domain, 1:50m), made by tools/make_lakes.py. Coordinates are degrees of longitude
and latitude (WGS 84), to two decimals. The Caspian Sea is not among them: no country's outline holds it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.gazetteer.borders import Ring, points_of

FILE = Path(__file__).parent / "data" / "lakes.json"


@dataclass(frozen=True, slots=True)
class Lake:
    """One lake: its shore, then its islands, to be filled by the even-odd rule."""

    rings: tuple[Ring, ...]
    box: tuple[float, float, float, float]
    """West, south, east, north of the shore."""


@cache
def load_lakes() -> tuple[Lake, ...]:
    """The lakes the project ships, the largest first."""
    raw: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return tuple(_lake([points_of(flat, raw["scale"]) for flat in rings]) for rings in raw["lakes"])


def _lake(rings: list[Ring]) -> Lake:
    lons, lats = [lon for lon, _ in rings[0]], [lat for _, lat in rings[0]]
    return Lake(tuple(rings), (min(lons), min(lats), max(lons), max(lats)))
