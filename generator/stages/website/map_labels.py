"""Labels that touch neither each other nor a mark: the greedy way, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
LETTER = 0.58
"""Mean width of a letter, in heights of the type: wide enough for every system's sans."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is labelled: a disc of `radius` at (x, y)."""

    name: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label's text begins (or ends, or has its middle, as `anchor` says), on its base line."""

    name: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Area:
    """What is named inside its bounds: a text of `width`, and where its middle may stand, the best first."""

    name: str
    width: float
    spots: tuple[tuple[float, float], ...]


def place_names(areas: Sequence[Area], size: float, taken: list[Box]) -> tuple[Label, ...]:
    """A name for as many areas as have room for one, in the order given; `taken` grows by what is placed."""
    placed = []
    for area in areas:
        for x, y in area.spots:
            box = x - area.width / 2, y - size * 0.7, x + area.width / 2, y + size * 0.7
            if not any(_overlap(box, other) for other in taken):
                placed.append(Label(area.name, round(x, 1), round(y + size * 0.35, 1), "middle"))
                taken.append(box)
                break
    return tuple(placed)


def place_labels(marks: Sequence[Mark], size: float, room: tuple[float, float], taken: list[Box]) -> dict[str, Label]:
    """A label for as many marks as have room for one, in the order given; `room` is the drawing's size, `taken`
    what else stands on it, which grows by the marks and what is placed."""
    taken += (_disc(mark) for mark in marks)
    placed: dict[str, Label] = {}
    for mark in marks:
        around = [other for other in marks if abs(other.x - mark.x) + abs(other.y - mark.y) < 3]
        own = {_disc(other) for other in around}
        for label, box in _candidates(mark, max(other.radius for other in around), size):
            inside = box[0] >= 2 and box[1] >= 2 and box[2] <= room[0] - 2 and box[3] <= room[1] - 2
            if inside and not any(_overlap(box, other) for other in taken if other not in own):
                placed[mark.name] = label
                taken.append(box)
                break
    return placed


def _candidates(mark: Mark, radius: float, size: float) -> Iterable[tuple[Label, Box]]:
    """Right, left, above, below, then the four corners; `radius` is that of the widest mark on the spot."""
    width, gap = len(mark.name) * size * LETTER, radius + 3
    slant = radius * 0.7 + 2
    spots = (
        (mark.x + gap, mark.y + size * 0.35, "start"),
        (mark.x - gap, mark.y + size * 0.35, "end"),
        (mark.x, mark.y - gap, "middle"),
        (mark.x, mark.y + gap + size * 0.75, "middle"),
        (mark.x + slant, mark.y - slant, "start"),
        (mark.x + slant, mark.y + slant + size * 0.7, "start"),
        (mark.x - slant, mark.y - slant, "end"),
        (mark.x - slant, mark.y + slant + size * 0.7, "end"),
    )
    for x, y, anchor in spots:
        left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
        yield Label(mark.name, round(x, 1), round(y, 1), anchor), (left, y - size * 0.8, left + width, y + size * 0.25)


def _disc(mark: Mark) -> Box:
    return mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
