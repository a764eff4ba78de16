"""The frame of a map: which part of the world it shows, how degrees become units, and which lines fall inside.

Equirectangular, with longitudes shrunk by the cosine of the frame's middle latitude: true enough for a region, and
every coordinate can be checked by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

LEAST_STEP = 1.2
"""Points of an outline nearer than this, in units of the drawing, are one."""
Point = tuple[float, float]
"""Longitude and latitude in degrees."""
Line = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the world on a drawing `width` by `height` units."""

    west: float
    south: float
    east: float
    north: float
    width: float

    @property
    def shrink(self) -> float:
        """How much shorter a degree of longitude is than one of latitude in the middle of the frame."""
        return max(cos(radians((self.south + self.north) / 2)), 0.05)

    @property
    def unit(self) -> float:
        """Units of the drawing to a degree of latitude."""
        return self.width / ((self.east - self.west) * self.shrink)

    @property
    def height(self) -> float:
        """Height of the drawing in its units."""
        return (self.north - self.south) * self.unit

    def at(self, point: Point) -> tuple[float, float]:
        """Where a point stands on the drawing, rounded to a tenth of a unit."""
        [found] = self.along([point])
        return found

    def along(self, points: Line) -> list[Point]:
        """Where the points of a line stand on the drawing."""
        wide, high, west, north = self.shrink * self.unit, self.unit, self.west, self.north
        return [(round((lon - west) * wide, 1), round((north - lat) * high, 1)) for lon, lat in points]

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Whether the point lies inside, or at most `margin` degrees outside."""
        west_east = self.west - margin <= point[0] <= self.east + margin
        return west_east and self.south - margin <= point[1] <= self.north + margin

    @property
    def kilometres(self) -> float:
        """How many kilometres a unit of the drawing is."""
        return 111.2 / self.unit


def frame_of(points: Iterable[Point], width: float, least: float, shape: tuple[float, float]) -> Frame:
    """The smallest frame with a margin round all points, at least `least` degrees high, its height between
    `shape` (lowest and highest) times its width."""
    found = list(points)
    lons, lats = [point[0] for point in found], [point[1] for point in found]
    middle = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    shrink = max(cos(radians(middle[1])), 0.05)
    wide = max((max(lons) - min(lons)) * 1.25, 0.0) * shrink
    high = max((max(lats) - min(lats)) * 1.25, least)
    wide = max(wide, least)
    high = max(high, wide * shape[0])
    wide = max(wide, high / shape[1])
    high = min(high, 170.0)
    half = min(wide / shrink / 2, 180.0)
    return Frame(middle[0] - half, middle[1] - high / 2, middle[0] + half, middle[1] + high / 2, width)


def path_of(rings: Iterable[Line], frame: Frame) -> str:
    """The SVG path of areas as far as they touch the frame, points closer than a unit left out."""
    return path_through(frame.along(ring) for ring in visible(rings, frame))


def path_through(outlines: Iterable[Line]) -> str:
    """The SVG path of outlines already in units of the drawing, points closer than a unit left out."""
    return "".join(map(_ring_path, outlines))


def visible(rings: Iterable[Line], frame: Frame) -> Iterator[list[Point]]:
    """Areas cut a little outside the frame, so that no cut is seen."""
    margin = max(frame.north - frame.south, frame.east - frame.west) * 0.1
    west, east = frame.west - margin, frame.east + margin
    south, north = frame.south - margin, frame.north + margin
    for ring in rings:
        lons = [point[0] for point in ring]
        first, last = min(lons), max(lons)
        wide = last - first > 180
        if not wide and (last < west or first > east):
            continue
        for whole in _unrolled(ring) if wide else (list(ring),):
            cut = _within(_within(whole, 0, west, east), 1, south, north)
            if cut:
                yield cut


def _unrolled(ring: Line) -> list[list[Point]]:
    """A ring astride the 180th meridian as an area on either edge of the world; any other as it is.

    A ring round a pole cannot be unrolled: it does not come back to where it began.
    """
    turned, turns = [ring[0]], 0
    for before, point in pairwise(ring):
        turns += (before[0] - point[0] > 180) - (before[0] - point[0] < -180)
        turned.append((point[0] + 360 * turns, point[1]))
    if turned == list(ring) or abs(turned[-1][0] - turned[0][0]) > 180:
        return [list(ring)]
    return [[(lon + shift, lat) for lon, lat in turned] for shift in (-360, 0, 360)]


def _ring_path(ring: Line) -> str:
    points = list(_thinned(ring))
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z" if len(points) > 2 else ""


def _within(ring: list[Point], axis: int, low: float, high: float) -> list[Point]:
    """The ring cut at two sides of a box (Sutherland and Hodgman)."""
    values = [point[axis] for point in ring]
    if not ring or max(values) < low or min(values) > high:
        return []
    if min(values) < low:
        ring = _cut(ring, axis, low, 1)
    return _cut(ring, axis, high, -1) if max(values) > high else ring


def _cut(ring: list[Point], axis: int, bound: float, sign: int) -> list[Point]:
    """The part of a ring on one side of a line: above the bound for sign 1, below it for -1."""
    kept: list[Point] = []
    before = ring[-1]
    was = sign * (before[axis] - bound) >= 0
    for point in ring:
        inside = sign * (point[axis] - bound) >= 0
        if inside != was:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside:
            kept.append(point)
        before, was = point, inside
    return kept


def _thinned(points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Points at least a unit apart, the last always kept."""
    last: tuple[float, float] | None = None
    for number, point in enumerate(points):
        far = last is None or abs(point[0] - last[0]) + abs(point[1] - last[1]) >= LEAST_STEP
        if far or number == len(points) - 1:
            last = point
            yield point
