"""Borders: complete, small, and where they should be."""

from __future__ import annotations

from generator.gazetteer.borders import FILE, Border, load_borders
from generator.gazetteer.gazetteer import load_gazetteer


def holds(border: Border, lon: float, lat: float) -> bool:
    """Whether a point lies in a country, by the even-odd rule."""
    inside = False
    for ring in border.rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (ay > lat) != (by > lat) and lon < (bx - ax) * (lat - ay) / (by - ay) + ax:
                inside = not inside
    return inside


def test_towns_lie_in_their_countries() -> None:
    borders = {border.iso: border for border in load_borders().detail}
    for name in ("Walikale", "Homs", "Benghazi", "Bakhmut", "El Fasher", "Kidal", "Kandahar", "Mekelle", "Sarajevo"):
        place = load_gazetteer().place(name)
        assert place is not None and place.lat is not None and place.lon is not None
        assert holds(borders[place.country], place.lon, place.lat), name


def test_both_levels_know_the_countries_of_the_gazetteer() -> None:
    detail = {border.iso for border in load_borders().detail}
    assert set(load_gazetteer().countries) <= detail
    assert {"CD", "RW", "SY", "LY", "UA", "XK"} <= {border.iso for border in load_borders().overview}


def test_boxes_and_size() -> None:
    for border in (*load_borders().overview, *load_borders().detail):
        west, south, east, north = border.box
        assert -180 <= west <= east <= 180 and -90 <= south <= north <= 90, border.name
    assert FILE.stat().st_size < 1_000_000
