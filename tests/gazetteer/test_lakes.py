"""Lakes: complete enough, small, and where they should be."""

from __future__ import annotations

import pytest

from generator.gazetteer.lakes import FILE, load_lakes

LAKES = {
    "Kivu": (29.1, -2.1),
    "Edward": (29.6, -0.35),
    "Albert": (31.0, 1.7),
    "Tanganyika": (29.5, -6.0),
    "Victoria": (33.0, -1.0),
    "Urmia": (45.5, 37.6),
    "Tharthar": (43.2, 33.9),
    "Dead Sea": (35.47, 31.6),
}


def holds(rings: tuple[tuple[tuple[float, float], ...], ...], lon: float, lat: float) -> bool:
    """Whether a point lies in a lake and on none of its islands."""
    inside = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (ay > lat) != (by > lat) and lon < (bx - ax) * (lat - ay) / (by - ay) + ax:
                inside = not inside
    return inside


@pytest.mark.parametrize("name", LAKES)
def test_lakes_of_countries_at_war_are_there(name: str) -> None:
    assert sum(holds(lake.rings, *LAKES[name]) for lake in load_lakes()) == 1


def test_dry_land_is_no_lake() -> None:
    assert not any(holds(lake.rings, 29.23, -1.6) for lake in load_lakes())


def test_boxes_and_size() -> None:
    for lake in load_lakes():
        west, south, east, north = lake.box
        assert -180 <= west < east <= 180
        assert -90 <= south < north <= 90
    assert FILE.stat().st_size < 200_000
