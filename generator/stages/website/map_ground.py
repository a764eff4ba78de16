"""What a map stands on: countries, lakes, and where there is room for a country's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from generator.gazetteer.borders import Border, load_borders
from generator.gazetteer.lakes import load_lakes
from generator.stages.website.map_frame import Frame, Point, path_of, path_through, visible
from generator.stages.website.map_labels import Area
from generator.stages.website.words import Words

WIDE_DEGREES = 25
"""From this height on a map takes the coarse outlines."""
LEAST_LAKE = 3.0
"""A lake smaller than this in both directions, in units of the drawing, is left out."""
CAPITAL = 0.72
"""Mean width of a spaced capital, in heights of the type."""
ROWS = 9
"""On so many lines across a country its name is tried."""
Span = tuple[float, float]
Box = tuple[float, float, float, float]


def land_path(frame: Frame) -> str:
    """The countries as one SVG path."""
    return path_through(outline for _, outlines in _countries(frame) for outline in outlines)


def lakes_path(frame: Frame) -> str:
    """The lakes as one SVG path."""
    least = LEAST_LAKE / frame.unit
    near = [lake for lake in load_lakes() if _touches(lake.box, frame)]
    seen = [lake for lake in near if max(lake.box[2] - lake.box[0], lake.box[3] - lake.box[1]) >= least]
    return path_of((ring for lake in seen for ring in lake.rings), frame)


def country_areas(frame: Frame, size: float, words: Words) -> list[Area]:
    """Each country's name with the spots where it fits inside the country, the country seen largest first."""
    found = []
    for border, outlines in _countries(frame):
        name = words.get(f"country.{border.iso}", border.name).upper()
        width = len(name) * size * CAPITAL
        outline = max(outlines, key=_extent)
        if spots := tuple(_roomy(outline, (frame.width, frame.height), width, size)):
            found.append((-_extent(outline), Area(name, width, spots)))
    return [area for _, area in sorted(found, key=lambda pair: (pair[0], pair[1].name))]


@lru_cache(maxsize=8)
def _countries(frame: Frame) -> tuple[tuple[Border, tuple[list[Point], ...]], ...]:
    """The countries seen, each with its outlines in units of the drawing; kept, for a map asks twice."""
    level = load_borders().overview if frame.north - frame.south > WIDE_DEGREES else load_borders().detail
    near = (border for border in level if _touches(border.box, frame))
    drawn = ((border, tuple(frame.along(ring) for ring in visible(border.rings, frame))) for border in near)
    return tuple((border, outlines) for border, outlines in drawn if outlines)


def _touches(box: Box, frame: Frame) -> bool:
    west, south, east, north = box
    return west < frame.east and east > frame.west and south < frame.north and north > frame.south


def _roomy(ring: Sequence[Point], room: Point, width: float, size: float) -> Iterator[Point]:
    """Middles for a text of that width inside an outline: the widest room first, of equal ones the most central."""
    if max(x for x, _ in ring) - min(x for x, _ in ring) < width + size:
        return
    top, bottom = max(0.0, min(y for _, y in ring)), min(room[1], max(y for _, y in ring))
    found = []
    for row in range(1, ROWS + 1):
        y = top + (bottom - top) * row / (ROWS + 1)
        lines = [_inside(ring, y + step * size, room[0]) for step in (-0.7, 0.0, 0.7)]
        for left, right in _common(lines):
            if right - left >= width + size and size < y < room[1] - size:
                spare = min(right - left, 2 * width)
                found += [
                    (-spare, abs(shift), abs(row - ROWS / 2), ((left + right) / 2 + shift * (right - left - width), y))
                    for shift in (0.0, -0.35, 0.35)
                ]
    yield from (spot for *_, spot in sorted(found))


def _inside(ring: Sequence[Point], y: float, width: float) -> list[Span]:
    """The stretches of a horizontal line that lie inside an outline and on the drawing."""
    crossed = []
    for (ax, ay), (bx, by) in pairwise([ring[-1], *ring]):
        if (ay > y) != (by > y):
            crossed.append(ax + (y - ay) / (by - ay) * (bx - ax))
    crossed.sort()
    return [(max(0.0, left), min(width, right)) for left, right in zip(crossed[::2], crossed[1::2], strict=True)]


def _common(lines: Sequence[list[Span]]) -> list[Span]:
    """What several lines have in common."""
    common, *others = lines
    for spans in others:
        common = [(max(a, c), min(b, d)) for a, b in common for c, d in spans if min(b, d) > max(a, c)]
    return common


def _extent(ring: Sequence[Point]) -> float:
    """The area of the box round an outline."""
    xs, ys = [point[0] for point in ring], [point[1] for point in ring]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))
