"""`share.png`: the picture a link shows where it is shared: events a month as bars, drawn without a browser.

No text: letters would need a font. What the picture shows stands beside it in `og:title` and `og:image:alt`.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter

from generator.stages.website.exports.common import Files, Material
from generator.stages.website.site import Site
from generator.stages.website.when import Slot, slot

WIDTH, HEIGHT = 1200, 630
"""The size every network asks for (1.91 to 1)."""
LEFT, RIGHT, TOP, FLOOR = 80, 1120, 90, 520
PALETTE = bytes((250, 248, 243, 28, 28, 30, 150, 146, 138, 139, 58, 43))
PAPER, INK, QUIET, ACCENT = range(4)
MOST_BARS = 240
PATH = "share.png"
Canvas = list[bytearray]


def share_image(material: Material) -> Files:
    """Bars of events above a line, articles below it, so that silence is not read as peace."""
    canvas: Canvas = [bytearray(WIDTH) for _ in range(HEIGHT)]
    site = material.site
    events, articles, keys = _counts(site)
    months = sorted({*events, *articles})
    if months:
        _bars(canvas, range(months[0], months[-1] + 1), (events, articles, keys))
    _fill(canvas, (LEFT, FLOOR), (RIGHT, FLOOR + 3), INK)
    yield PATH, png(canvas)


def _counts(site: Site) -> tuple[Counter[int], Counter[int], Counter[int]]:
    """Events, articles and key events by month, months counted from year 0."""
    keys = site.timeline.key_events
    dated = [(_month(slot(event.date)), event) for event in site.events if event.date]
    events = Counter(month for month, _ in dated)
    chosen = Counter(month for month, event in dated if event.id in keys)
    days = (result.article.dct for result in site.results if result.article.dct)
    return events, Counter(_month(slot(day)) for day in days), chosen


def _month(where: Slot) -> int:
    return where.year * 12 + max(where.month - 1, 0)


def _bars(canvas: Canvas, months: range, counts: tuple[Counter[int], ...]) -> None:
    """One bar a month, or a bar for several months where there are more than fit; key events carry the accent."""
    step = -(-len(months) // MOST_BARS)
    groups = [range(start, min(start + step, months.stop)) for start in range(months.start, months.stop, step)]
    heights = [[sum(counter[month] for month in group) for group in groups] for counter in counts]
    tops = [max(values) or 1 for values in heights]
    width = (RIGHT - LEFT) / len(groups)
    for number in range(len(groups)):
        left, right = LEFT + int(number * width), LEFT + max(int((number + 1) * width) - 1, int(number * width) + 1)
        events, articles, keys = (values[number] for values in heights)
        _fill(canvas, (left, FLOOR - round(events / tops[0] * (FLOOR - TOP))), (right, FLOOR), INK)
        _fill(canvas, (left, FLOOR - round(keys / tops[0] * (FLOOR - TOP))), (right, FLOOR), ACCENT)
        _fill(canvas, (left, FLOOR + 8), (right, FLOOR + 8 + round(articles / tops[1] * 50)), QUIET)


def _fill(canvas: Canvas, start: tuple[int, int], end: tuple[int, int], colour: int) -> None:
    """A rectangle from `start` to before `end`, as (x, y)."""
    for row in canvas[start[1] : end[1]]:
        row[start[0] : end[0]] = bytes([colour]) * (end[0] - start[0])


def png(canvas: Canvas) -> bytes:
    """The canvas as a PNG with a palette (ISO/IEC 15948)."""
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + bytes(row) for row in canvas), 9)
    chunks = ((b"IHDR", head), (b"PLTE", PALETTE), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
