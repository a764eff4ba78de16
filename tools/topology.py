"""TopoJSON read and made small: arcs in hundredths of a degree, simplified, as differences."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

SCALE = 100
"""Coordinates are whole hundredths of a degree (about a kilometre)."""
Point = tuple[int, int]


def decoded(topology: dict[str, Any]) -> Iterable[list[Point]]:
    """The arcs of a TopoJSON topology in hundredths of a degree, repeated points left out."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        found: list[Point] = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            point = (round((x * scale_x + move_x) * SCALE), round((y * scale_y + move_y) * SCALE))
            if not found or found[-1] != point:
                found.append(point)
        yield found if len(found) > 1 else found * 2


def simplified(arc: list[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker's simplification (1973); ends stay, so shared borders stay shared."""
    limit = tolerance * SCALE
    keep = {0, len(arc) - 1}
    stack = [(0, len(arc) - 1)]
    if arc[0] == arc[-1] and len(arc) > 3:
        far = max(range(len(arc)), key=lambda at: (arc[at][0] - arc[0][0]) ** 2 + (arc[at][1] - arc[0][1]) ** 2)
        keep.add(far)
        stack = [(0, far), (far, len(arc) - 1)]
    while stack:
        first, last = stack.pop()
        at, most = 0, limit
        for index in range(first + 1, last):
            away = distance(arc[index], arc[first], arc[last])
            if away > most:
                at, most = index, away
        if at:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [arc[index] for index in sorted(keep)]


def distance(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the segment between two others."""
    (x, y), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length))
    return float(((x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2) ** 0.5)


def rings_of(geometry: dict[str, Any]) -> list[list[int]]:
    """All rings of a polygon or multipolygon, outer ones and holes alike (drawn with the even-odd rule)."""
    if geometry["type"] == "Polygon":
        return list(geometry["arcs"])
    return [ring for polygon in geometry.get("arcs", ()) for ring in polygon]


def points(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The points of a ring; a negative number is an arc walked backwards, as in TopoJSON."""
    return [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]


def area(ring: list[Point]) -> float:
    """The area of a ring in square degrees."""
    around = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in around)) / 2 / SCALE**2


def differences(arc: list[Point]) -> list[int]:
    """The first point, then steps: x, y, dx, dy, dx, dy, ..."""
    flat = list(arc[0])
    for (ax, ay), (bx, by) in pairwise(arc):
        flat += [bx - ax, by - ay]
    return flat
