"""The map: places on countries and lakes, drawn at build time.

No tiles and no request: borders come with the program. A place known exactly is a disc, one that stands for a
region a dashed ring round the region's seat. Whole countries are not drawn: a point would look like knowledge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians, sqrt

from generator.model.event import Place
from generator.stages.website.map_frame import Frame, Point, frame_of
from generator.stages.website.map_ground import country_areas, lakes_path, land_path
from generator.stages.website.map_labels import LETTER, Box, Label, Mark, place_labels, place_names
from generator.stages.website.page import Page
from generator.stages.website.site import Facet, Site
from generator.stages.website.years import Link

REGION, COUNTRY = 3, 6
"""From these where_prec on, a place is a region, or a whole country (or wider)."""
CORE, AROUND = 0.6, 1.5
"""The main map shows what lies within so many times the distance in which this share of the events happened; what
lies farther off is on a second map."""
LEAST_DEGREES = 1.6
LEAST_INSET = 14.0
"""A part of the world shown on another map is at least so wide on this one, in units."""


@dataclass(frozen=True, slots=True)
class Size:
    """A map is drawn twice: wide, and narrow for phones; the style sheet shows one."""

    name: str
    width: float
    label: float
    country: float
    """Heights of the type of a place's name and of a country's."""
    shape: tuple[float, float]
    """Least and greatest height to its width."""


SIZES = (Size("wide", 1000.0, 15.0, 13.0, (0.5, 0.75)), Size("narrow", 360.0, 11.0, 9.0, (0.8, 1.2)))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map."""

    name: str
    path: str
    x: float
    y: float
    radius: float
    region: bool
    title: str
    label: Label | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map: countries and lakes as a path each, names, and its places, the largest first so that the small lie on
    top."""

    width: float
    height: float
    land: str
    lakes: str
    countries: tuple[Label, ...]
    spots: tuple[Spot, ...]
    scale: tuple[float, str]
    """Length of the scale bar, and what it stands for."""
    size: str
    inset: Box | None
    """Left, top, width and height of the part another map shows larger; its places are only there."""


@dataclass(frozen=True, slots=True)
class Located:
    """A place's page with its coordinates."""

    facet: Facet
    place: Place
    point: Point


def map_pages(site: Site) -> Iterator[Page]:
    """map.html: the map, then the same places as a list."""
    words = site.words
    found = _located(site)
    core = _core(found)
    maps = [("near", [_drawing(core, size, site) for size in SIZES])] if core else []
    if len(core) < len(found):
        maps.append(("far", [_drawing(found, size, site, core) for size in SIZES]))
    known = {one.facet.name for one in found}
    view = {
        "title": words.get("map.title"),
        "maps": tuple((words.get(f"map.{name}"), drawings) for name, drawings in maps),
        "kinds": sorted({one.place.precision >= REGION for one in found}),
        "lists": (
            (words.get("map.drawn"), _links([one.facet for one in found], site)),
            (words.get("map.not_drawn"), _links([one for one in site.facets["places"] if one.name not in known], site)),
        ),
    }
    yield Page("map.html", "map.html", view, nav="explore")


def _located(site: Site) -> list[Located]:
    """Places with coordinates that are finer than a country, those with most events first."""
    found = []
    for facet in site.facets["places"]:
        places = [place for event in facet.events for place in event.places if place.name == facet.name]
        place = next((one for one in places if one.lat is not None and one.lon is not None), None)
        if place and place.lat is not None and place.lon is not None and place.precision < COUNTRY:
            found.append(Located(facet, place, (place.lon, place.lat)))
    return sorted(found, key=lambda one: (-len(one.facet.events), one.facet.name))


def _core(found: list[Located]) -> list[Located]:
    """The places about the middle of the events: most of the events at least."""
    if not found:
        return []
    middle = _median(found, 0), _median(found, 1)
    spread = sorted((_distance(one.point, middle), len(one.facet.events)) for one in found)
    half, passed, reach = CORE * sum(count for _, count in spread), 0, 1.0
    for distance, count in spread:
        passed += count
        reach = max(reach, distance)
        if passed >= half:
            break
    frame = _frame([one for one in found if _distance(one.point, middle) <= AROUND * reach], SIZES[0])
    return [one for one in found if frame.holds(one.point)]


def _distance(a: Point, b: Point) -> float:
    """In degrees of latitude."""
    return hypot((a[0] - b[0]) * cos(radians((a[1] + b[1]) / 2)), a[1] - b[1])


def _median(found: list[Located], axis: int) -> float:
    """The coordinate that half the events lie on either side of."""
    spread = sorted((one.point[axis], len(one.facet.events)) for one in found)
    half, passed = sum(count for _, count in spread) / 2, 0
    for value, count in spread:
        passed += count
        if passed >= half:
            return value
    return spread[-1][0]


def _frame(found: Sequence[Located], size: Size) -> Frame:
    return frame_of([one.point for one in found], size.width, LEAST_DEGREES, size.shape)


def _drawing(found: list[Located], size: Size, site: Site, elsewhere: Sequence[Located] = ()) -> Drawing:
    """A map of the places; those `elsewhere`, on a map of their own, are drawn as the part of the world it shows."""
    frame = _frame(found, size)
    inset = _inset(_frame(elsewhere, size), frame) if elsewhere else None
    own = [one for one in found if one not in elsewhere]
    top = max(len(one.facet.events) for one in found)
    marks = [_mark(one, top, frame, size) for one in own]
    scale = _scale(frame, site)
    taken = [(0.0, frame.height - 32, scale[0] + 40 + len(scale[1]) * size.label * LETTER, frame.height)]
    if inset:
        taken.append((inset[0], inset[1], inset[0] + inset[2], inset[1] + inset[3]))
    labels = place_labels(marks, size.label, (frame.width, frame.height), taken)
    countries = place_names(country_areas(frame, size.country, site.words), size.country, taken)
    spots = tuple(_spot(one, mark, labels.get(mark.name), site) for one, mark in zip(own, marks, strict=True))
    land, lakes = land_path(frame), lakes_path(frame)
    return Drawing(size.width, round(frame.height, 1), land, lakes, countries, spots, scale, size.name, inset)


def _inset(part: Frame, frame: Frame) -> Box:
    """Where a part of the world lies on a map."""
    left, top = frame.at((part.west, part.north))
    right, bottom = frame.at((part.east, part.south))
    width, height = max(right - left, LEAST_INSET), max(bottom - top, LEAST_INSET)
    middle = (left + right) / 2, (top + bottom) / 2
    return round(middle[0] - width / 2, 1), round(middle[1] - height / 2, 1), round(width, 1), round(height, 1)


def _mark(one: Located, top: int, frame: Frame, size: Size) -> Mark:
    x, y = frame.at(one.point)
    whole = size.label / 15
    radius = (4 + 14 * sqrt(len(one.facet.events) / top) + (6 if one.place.precision >= REGION else 0)) * whole
    return Mark(one.facet.label, x, y, round(radius, 1))


def _spot(one: Located, mark: Mark, label: Label | None, site: Site) -> Spot:
    region = one.place.precision >= REGION
    count = site.words.count("events", len(one.facet.events))
    title = site.words.say("map.region" if region else "map.place", name=one.facet.label, events=count)
    return Spot(one.facet.label, one.facet.path, mark.x, mark.y, mark.radius, region, title, label)


def _scale(frame: Frame, site: Site) -> tuple[float, str]:
    """The longest round distance that takes at most a fifth of the map."""
    steps = [base * 10**power for power in range(5) for base in (1, 2, 5)]
    fitting = [step for step in steps if step / frame.kilometres <= frame.width / 5]
    length = max(fitting, default=1)
    return round(length / frame.kilometres, 1), site.words.say("map.kilometres", n=site.words.number(length))


def _links(facets: Sequence[Facet], site: Site) -> tuple[Link, ...]:
    return tuple(Link(facet.label, facet.path, site.words.count("events", len(facet.events))) for facet in facets)
