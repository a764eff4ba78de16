"""The small map of an evidence page and of a place: no larger than a postcard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from generator.model.event import Place
from generator.stages.website.map import COUNTRY, REGION
from generator.stages.website.map_frame import Frame, frame_of
from generator.stages.website.map_ground import country_areas, lakes_path, land_path
from generator.stages.website.map_labels import Box, Label, Mark, place_labels, place_names
from generator.stages.website.words import Words

WIDTH, LABEL, NAME = 320.0, 12.0, 10.0
"""Of the drawing, and the heights of the type of places and of countries."""
LEAST_DEGREES = 5.0
SHAPE = (0.55, 0.75)
Spot = tuple[str, float, float, bool]
"""Name, longitude, latitude, and whether it stands for a region."""


def locator(places: Sequence[Place], words: Words) -> Markup:
    """A map of an event's places; empty when none has coordinates."""
    return _postcard(
        tuple(
            (place.name, place.lon, place.lat, place.precision >= REGION)
            for place in places
            if place.lat is not None and place.lon is not None and place.precision < COUNTRY
        ),
        words,
    )


@lru_cache(maxsize=4096)
def _postcard(spots: tuple[Spot, ...], words: Words) -> Markup:
    if not spots:
        return Markup("")
    frame = frame_of([spot[1:3] for spot in spots], WIDTH, LEAST_DEGREES, SHAPE)
    marks = [_mark(spot, frame) for spot in spots]
    taken: list[Box] = []
    labels = place_labels(marks, LABEL, (frame.width, frame.height), taken)
    countries = place_names(country_areas(frame, NAME, words), NAME, taken)
    names = escape(words.listing(list(dict.fromkeys(spot[0] for spot in spots))))
    parts = [
        f'<svg class="locator" viewBox="0 0 {frame.width:g} {frame.height:.1f}" role="img" aria-label="{names}">',
        f'<defs><path id="land" d="{land_path(frame)}"/></defs><use href="#land" class="land"/>',
        f'<path class="lake" d="{lakes_path(frame)}"/><use href="#land" class="border"/>',
        *(_text(label, "country") for label in countries),
    ]
    for mark, spot in zip(marks, spots, strict=True):
        shape = "region" if spot[3] else "spot"
        parts.append(f'<circle class="{shape}" cx="{mark.x:g}" cy="{mark.y:g}" r="{mark.radius:g}"/>')
        if label := labels.get(mark.name):
            parts.append(_text(label, "place"))
    return Markup("".join([*parts, "</svg>"]))  # noqa: S704  # every name above is escaped


def _mark(spot: Spot, frame: Frame) -> Mark:
    x, y = frame.at((spot[1], spot[2]))
    return Mark(spot[0], x, y, 11.0 if spot[3] else 4.5)


def _text(label: Label, kind: str) -> str:
    where = f'x="{label.x:g}" y="{label.y:g}" text-anchor="{label.anchor}"'
    return f'<text class="{kind}" {where}>{escape(label.name)}</text>'
