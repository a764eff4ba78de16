"""Letters for a picture made without a font file: strokes of a pen, drawn with soft edges.

The letters are Hershey's triplex roman, made ready by tools/make_letters.py. They are those of plain English; an
accent is left off, and a text in another script is not drawn at all.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "letters.json"
PEN = 1.5
"""Thickness of a stroke, in the units of the letters (a capital is 21 high)."""
TIGHT = 0.9
"""The letters were set wide, for a plotter; this much of their width is left, without narrowing them."""
Shades = dict[tuple[int, int], float]
"""How much of each pixel is inked, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: what it takes on the line, and its strokes as points from its left side and base line."""

    width: int
    strokes: tuple[tuple[tuple[int, int], ...], ...]


@cache
def load_letters() -> tuple[int, dict[str, Letter]]:
    """The height of a capital, and the letters."""
    raw: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    letters = {
        name: Letter(width, tuple(tuple(zip(flat[::2], flat[1::2], strict=True)) for flat in strokes))
        for name, (width, strokes) in raw["letters"].items()
    }
    return raw["height"], letters


def plain(text: str) -> str:
    """The text without accents, as far as there are letters for it; empty where some word cannot be drawn."""
    _, letters = load_letters()
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    straight = bare.translate(str.maketrans("‘’“”–—", "''\"\"--")) if bare else ""
    return straight if all(one in letters for one in straight) else ""


def width_of(text: str, capital: float) -> float:
    """The length of a line whose capitals are so high."""
    height, letters = load_letters()
    return sum(letters[one].width for one in text) * TIGHT * capital / height


def wrapped(text: str, capital: float, room: float) -> list[str]:
    """The text on lines no longer than `room`."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, capital) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def drawn(text: str, start: tuple[float, float], capital: float) -> Iterator[tuple[int, int, float]]:
    """The inked pixels of a line that begins at `start` on its base line: x, y and how much of each is inked."""
    height, letters = load_letters()
    x, y = round(start[0]), round(start[1])
    at = 0.0
    for one in text:
        for (dx, dy), shade in _inked(one, capital / height).items():
            yield x + round(at) + dx, y + dy, shade
        at += letters[one].width * TIGHT * capital / height


@cache
def _inked(letter: str, scale: float) -> Shades:
    _, letters = load_letters()
    shades: Shades = {}
    for stroke in letters[letter].strokes:
        points: Sequence[tuple[int, int]] = stroke if len(stroke) > 1 else stroke * 2
        for a, b in pairwise(points):
            _stroke(shades, (a[0] * scale, a[1] * scale), (b[0] * scale, b[1] * scale), max(PEN * scale, 1.2) / 2)
    return shades


def _stroke(shades: Shades, a: tuple[float, float], b: tuple[float, float], half: float) -> None:
    """Ink what lies within `half` of a line; a pixel on the edge in part."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    reach = int(half) + 2
    for x in range(int(min(a[0], b[0])) - reach, int(max(a[0], b[0])) + reach):
        for y in range(int(min(a[1], b[1])) - reach, int(max(a[1], b[1])) + reach):
            along = ((x - a[0]) * dx + (y - a[1]) * dy) / length if length else 0.0
            along = min(1.0, max(0.0, along))
            shade = half + 0.5 - hypot(x - a[0] - along * dx, y - a[1] - along * dy)
            if shade > shades.get((x, y), 0.0):
                shades[x, y] = min(1.0, shade)
