"""`share.png`: the picture a link shows where it is shared, drawn without a browser: the title, and events a month."""

from __future__ import annotations

import struct
import zlib
from collections import Counter

from generator.model.calendar import iso_year
from generator.model.edtf import Edtf
from generator.stages.website.exports.common import Files, Material
from generator.stages.website.exports.letters import drawn, plain, width_of, wrapped
from generator.stages.website.site import Site
from generator.stages.website.when import Slot, slot

WIDTH, HEIGHT = 1200, 630
"""The size every network asks for (1.91 to 1)."""
LEFT, RIGHT, TOP, FLOOR = 80, 1120, 90, 490
COLOURS = ((250, 248, 243), (28, 28, 30), (150, 146, 138), (139, 58, 43))
PAPER, INK, QUIET, ACCENT = range(4)
SHADES = 15
"""Colours between paper and ink, for the soft edges of letters."""
TITLE_SIZES = (62.0, 52.0, 44.0)
SMALL = 21.0
"""Heights of a capital."""
MOST_BARS = 240
PATH = "share.png"
Canvas = list[bytearray]


def share_image(material: Material) -> Files:
    """Bars of events above a line, articles below it, so that silence is not read as peace."""
    canvas: Canvas = [bytearray(WIDTH) for _ in range(HEIGHT)]
    site = material.site
    top = _heading(canvas, site)
    events, articles, keys = _counts(site)
    months = sorted({*events, *articles})
    if months:
        _bars(canvas, range(months[0], months[-1] + 1), (events, articles, keys), top)
        first, last = (plain(site.words.date(Edtf(iso_year(month // 12)))) for month in (months[0], months[-1]))
        _write(canvas, first, (LEFT, FLOOR + 84), SMALL)
        _write(canvas, last, (RIGHT - width_of(last, SMALL), FLOOR + 84), SMALL)
    _fill(canvas, (LEFT, FLOOR), (RIGHT, FLOOR + 3), INK)
    yield PATH, png(canvas)


def _heading(canvas: Canvas, site: Site) -> int:
    """The title and what there is, as far as there are letters for them; where the bars may begin below."""
    words = site.words
    counts = words.count("events", len(site.events)), words.count("articles", len(site.results))
    sources = words.count("sources", len(site.facets["sources"]))
    said = plain(words.say("front.count_line", events=counts[0], articles=counts[1], sources=sources))
    title = plain(site.settings.title)
    if not title or not said:
        return TOP
    base = float(TOP - 10)
    size, lines = _set(title)
    for line in lines:
        _write(canvas, line, (LEFT, base + size), size)
        base += size * 1.75
    _write(canvas, said, (LEFT, base + SMALL), SMALL)
    return round(base + 3.5 * SMALL)


def _set(title: str) -> tuple[float, list[str]]:
    """The height of a capital, and the title in lines: on one line if it can be, else on two, else cut."""
    tries = [(size, wrapped(title, size, RIGHT - LEFT)) for size in TITLE_SIZES]
    for most in (1, 2):
        for size, lines in tries:
            if len(lines) <= most:
                return size, lines
    return tries[-1][0], tries[-1][1][:2]


def _write(canvas: Canvas, text: str, start: tuple[float, float], size: float) -> None:
    for x, y, shade in drawn(text, start, size):
        if 0 <= y < HEIGHT and 0 <= x < WIDTH:
            step = round(shade * (SHADES + 1))
            colour = INK if step > SHADES else len(COLOURS) + step - 1
            row = canvas[y]
            if step and (row[x] == PAPER or len(COLOURS) <= row[x] < colour or colour == INK):
                row[x] = colour


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


def _bars(canvas: Canvas, months: range, counts: tuple[Counter[int], ...], top: int) -> None:
    """One bar a month, or a bar for several months where there are more than fit; key events carry the accent."""
    step = -(-len(months) // MOST_BARS)
    groups = [range(start, min(start + step, months.stop)) for start in range(months.start, months.stop, step)]
    heights = [[sum(counter[month] for month in group) for group in groups] for counter in counts]
    tops = [max(values) or 1 for values in heights]
    width = (RIGHT - LEFT) / len(groups)
    for number in range(len(groups)):
        left, right = LEFT + int(number * width), LEFT + max(int((number + 1) * width) - 1, int(number * width) + 1)
        events, articles, keys = (values[number] for values in heights)
        _fill(canvas, (left, FLOOR - round(events / tops[0] * (FLOOR - top))), (right, FLOOR), INK)
        _fill(canvas, (left, FLOOR - round(keys / tops[0] * (FLOOR - top))), (right, FLOOR), ACCENT)
        _fill(canvas, (left, FLOOR + 8), (right, FLOOR + 8 + round(articles / tops[1] * 44)), QUIET)


def _fill(canvas: Canvas, start: tuple[int, int], end: tuple[int, int], colour: int) -> None:
    """A rectangle from `start` to before `end`, as (x, y)."""
    for row in canvas[start[1] : end[1]]:
        row[start[0] : end[0]] = bytes([colour]) * (end[0] - start[0])


def _palette() -> bytes:
    """The colours, then the shades between paper and ink."""
    paper, ink = COLOURS[PAPER], COLOURS[INK]
    parts = (step / (SHADES + 1) for step in range(1, SHADES + 1))
    mixed = (tuple(round(a + (b - a) * part) for a, b in zip(paper, ink, strict=True)) for part in parts)
    return bytes(value for colour in (*COLOURS, *mixed) for value in colour)


def png(canvas: Canvas) -> bytes:
    """The canvas as a PNG with a palette (ISO/IEC 15948)."""
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + bytes(row) for row in canvas), 9)
    chunks = ((b"IHDR", head), (b"PLTE", _palette()), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
