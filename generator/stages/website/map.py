"""The map: places on country borders, drawn at build time; and the small map of an evidence page.

No tiles and no request: borders come with the program. A place known exactly is a disc, one that stands for a
region a dashed ring round the region's seat. Whole countries are not drawn: a point would look like knowledge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians, sqrt

from markupsafe import Markup, escape

from generator.gazetteer.borders import Border, load_borders
from generator.model.event import Place
from generator.stages.website.map_frame import Frame, Point, frame_of, path_of, visible
from generator.stages.website.map_labels import LETTER, Label, Mark, place_labels
from generator.stages.website.page import Page
from generator.stages.website.site import Facet, Site
from generator.stages.website.years import Link

POSTCARD, POSTCARD_LABEL = 320.0, 12.0
REGION, COUNTRY = 3, 6
"""From these where_prec on, a place is a region, or a whole country (or wider)."""
CORE, AROUND = 0.6, 1.5
"""The main map shows what lies within so many times the distance in which this share of the events happened; what
lies farther off is on a second map."""
LEAST_DEGREES = 1.6
WIDE_DEGREES = 25
"""From this height on a map takes the coarse outlines."""


@dataclass(frozen=True, slots=True)
class Size:
    """A map is drawn twice: wide, and narrow for phones; the style sheet shows one."""

    name: str
    width: float
    label: float
    shape: tuple[float, float]
    """Least and greatest height to its width."""


SIZES = (Size("wide", 1000.0, 15.0, (0.5, 0.75)), Size("narrow", 360.0, 11.0, (0.8, 1.2)))


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
    """A map: countries as one path with their names, and its places, the largest first so that the small lie on top."""

    width: float
    height: float
    land: str
    countries: tuple[Label, ...]
    spots: tuple[Spot, ...]
    scale: tuple[float, str]
    """Length of the scale bar, and what it stands for."""
    size: str


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
    maps = [("near", core)] if core else []
    if len(core) < len(found):
        maps.append(("far", found))
    known = {one.facet.name for one in found}
    view = {
        "title": words.get("map.title"),
        "maps": tuple(
            (words.get(f"map.{name}"), [_drawing(spots, size, site) for size in SIZES]) for name, spots in maps
        ),
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


def _drawing(found: list[Located], size: Size, site: Site) -> Drawing:
    frame = _frame(found, size)
    top = max(len(one.facet.events) for one in found)
    marks = [_mark(one, top, frame, size) for one in found]
    countries = _countries(frame, size, site)
    scale = _scale(frame, site)
    foot = (0.0, frame.height - 32, scale[0] + 40 + len(scale[1]) * size.label * LETTER, frame.height)
    labels = place_labels([*marks, *countries], size.label, (frame.width, frame.height), [foot])
    named = tuple(labels[one.name] for one in countries if one.name in labels)
    spots = tuple(_spot(one, mark, labels.get(mark.name), site) for one, mark in zip(found, marks, strict=True))
    return Drawing(size.width, round(frame.height, 1), _land(frame), named, spots, scale, size.name)


def _touching(frame: Frame) -> list[Border]:
    """The countries whose box touches the frame."""
    level = load_borders().overview if frame.north - frame.south > WIDE_DEGREES else load_borders().detail
    west, south, east, north = frame.west, frame.south, frame.east, frame.north
    return [
        one for one in level if one.box[0] < east and one.box[2] > west and one.box[1] < north and one.box[3] > south
    ]


def _land(frame: Frame) -> str:
    return path_of((ring for border in _touching(frame) for ring in border.rings), frame)


def _countries(frame: Frame, size: Size, site: Site) -> list[Mark]:
    """A spot for each country's name in the middle of its visible part, where that is wide enough for the name."""
    found = []
    for border in _touching(frame):
        name = site.words.get(f"country.{border.iso}", border.name).upper()
        ring = max(visible(border.rings, frame), key=_extent, default=[])
        lons, lats = [point[0] for point in ring], [point[1] for point in ring]
        if not ring or (max(lons) - min(lons)) * frame.shrink * frame.unit < len(name) * size.label * LETTER:
            continue
        middle = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
        found.append((-_extent(ring), Mark(name, *frame.at(middle), 0.0)))
    return [mark for _, mark in sorted(found, key=lambda pair: (pair[0], pair[1].name))]


def _extent(ring: Sequence[Point]) -> float:
    """The area of the box round an outline, in square degrees."""
    lons, lats = [point[0] for point in ring], [point[1] for point in ring]
    return (max(lons) - min(lons)) * (max(lats) - min(lats))


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


def locator(places: Sequence[Place]) -> Markup:
    """A map no larger than a postcard of an event's places; empty when none has coordinates."""
    return _postcard(
        tuple(
            (place.name, place.lon, place.lat, place.precision >= REGION)
            for place in places
            if place.lat is not None and place.lon is not None and place.precision < COUNTRY
        )
    )


@lru_cache(maxsize=4096)
def _postcard(places: tuple[tuple[str, float, float, bool], ...]) -> Markup:
    if not places:
        return Markup("")
    frame = frame_of([place[1:3] for place in places], POSTCARD, 5.0, (0.55, 0.75))
    marks = []
    for name, lon, lat, region in places:
        x, y = frame.at((lon, lat))
        marks.append(Mark(name, x, y, 11.0 if region else 4.5))
    labels = place_labels(marks, POSTCARD_LABEL, (frame.width, frame.height))
    names = escape(", ".join(dict.fromkeys(place[0] for place in places)))
    parts = [
        f'<svg class="locator" viewBox="0 0 {frame.width:g} {frame.height:.1f}" role="img" aria-label="{names}">',
        f'<path class="land" d="{_land(frame)}"/>',
    ]
    for mark, place in zip(marks, places, strict=True):
        shape = "region" if place[3] else "spot"
        parts.append(f'<circle class="{shape}" cx="{mark.x:g}" cy="{mark.y:g}" r="{mark.radius:g}"/>')
        if label := labels.get(mark.name):
            words = f'x="{label.x:g}" y="{label.y:g}" text-anchor="{label.anchor}"'
            parts.append(f"<text {words}>{escape(mark.name)}</text>")
    return Markup("".join([*parts, "</svg>"]))  # noqa: S704  # every name above is escaped
