"""How well the timeline of real collections agrees with what newsrooms made of them.

    python -m benchmarks.timelines COLLECTION [COLLECTION ...] [--scorer FILE] [--out FOLDER] [--dates]

COLLECTION is a folder that holds `articles/` and `gold.jsonl`, or the name of one below `corpora/timelines/` of the
material beside the project. Its articles are built as a user's would be; every event dated to the
day goes to the scorer as (date, text, significance). The scorer is `score_timeline.py`: of --scorer, of the folder
named by the environment variable CONFLICT_TIMELINE_SHARED (its `eval/`), or of `../shared/eval`. `--dates` also
lists, for each gold timeline, the dates chosen rightly, wrongly, and missed, with their weights.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import sys
import types
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.cache import Cache
from generator.pipeline import Build, run

COLUMNS = ("L", "k", "date", "date±1", "date±2", "cover", "cover±1", "concat R1", "align+m:1 R1", "align+m:1 R2")
_CLITIC = re.compile(r" (?=(?:n't|'(?:s|re|ve|ll|d|m|S)?)(?:\W|$))")
_BEFORE = re.compile(r"\s+(?=[.,;:!?%)\]}…])")
_AFTER = re.compile(r"(?<=[(\[{$£€])\s+")
_QUOTES = re.compile(r"``\s*|\s*''")


@dataclass(frozen=True, slots=True)
class Row:
    """One gold timeline against the events built for its collection."""

    name: str
    figures: dict[str, Any]
    kept: tuple[Any, ...]
    gold: tuple[Any, ...]
    weights: dict[Any, float]


def detokenise(sentence: str) -> str:
    """Text in which a tokeniser set spaces around punctuation and clitics, as one would write it."""
    joined = _CLITIC.sub("", _QUOTES.sub('"', sentence))
    return _AFTER.sub("", _BEFORE.sub("", joined)).strip()


def load_scorer(path: Path) -> types.ModuleType:
    """The scorer as a module. It imports `tls_export` for `detokenise`; where that is missing, ours stands in."""
    sys.path.insert(0, str(path.parent))
    if importlib.util.find_spec("tls_export") is None:
        standing = types.ModuleType("tls_export")
        standing.detokenise = detokenise  # type: ignore[attr-defined]  # a module made here
        sys.modules["tls_export"] = standing
    spec = importlib.util.spec_from_file_location("score_timeline", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shared() -> Path:
    """The folder of the material beside the project."""
    return Path(os.environ.get("CONFLICT_TIMELINE_SHARED") or Path(__file__).resolve().parents[2] / "shared")


def find_collection(given: Path) -> Path:
    """The collection's folder; exits with a message when there is none of that path or name."""
    for path in (given, shared() / "corpora" / "timelines" / given):
        if (path / "gold.jsonl").is_file():
            return path
    sys.exit(f"there is no collection at {given}: it needs a gold.jsonl beside its articles")


def find_scorer(given: str | None) -> Path:
    """The scorer's path; exits with a message when there is none."""
    path = Path(given) if given else shared() / "eval" / "score_timeline.py"
    if not path.is_file():
        sys.exit(f"there is no scorer at {path}: name one with --scorer")
    return path


def predictions(build: Build) -> list[dict[str, Any]]:
    """The events dated to one day, as the scorer reads them."""
    return [
        {"date": str(event.date.day), "text": event.text, "score": event.significance}
        for event in build.timeline.events
        if event.date is not None and event.date.day is not None
    ]


def score(scorer: types.ModuleType, collection: Path, told: Sequence[dict[str, Any]]) -> Iterator[Row]:
    """A row for each gold timeline of the collection."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "events.json"
        file.write_text(json.dumps(told), encoding="utf-8")
        events, _ = scorer.read_pred(file)
    golds = scorer.read_gold(collection / "gold.jsonl")
    weights: dict[Any, float] = {}
    for day, _, weight in events:
        weights[day] = max(weight, weights.get(day, 0.0))
    for number, gold in enumerate(golds, 1):
        name = collection.name + (f" #{number}" if len(golds) > 1 else "")
        kept = tuple(scorer.select(events, gold)[0])
        yield Row(name, scorer.score(events, gold), kept, tuple(gold), weights)


def show(row: Row, width: int) -> str:
    """The row as a line of the table."""
    cells = []
    for column in COLUMNS:
        value = row.figures[column]
        cells.append(f"{value['F1'] if isinstance(value, dict) else value:12.3f}")
    return f"{row.name:{width}}" + "".join(cells)


def show_dates(row: Row) -> Iterator[str]:
    """Which dates were chosen rightly, wrongly, or missed, each with its weight and its rank in the range."""
    first, last = min(row.gold), max(row.gold)
    inside = sorted((d for d in row.weights if first <= d <= last), key=lambda d: (-row.weights[d], d))
    rank = {day: number for number, day in enumerate(inside, 1)}
    groups = {
        "right": [d for d in row.kept if d in row.gold],
        "wrong": [d for d in row.kept if d not in row.gold],
        "missed": [d for d in row.gold if d not in row.kept],
    }
    for label, days in groups.items():
        told = (f"{day} {row.weights.get(day, 0.0):.3f} #{rank.get(day, '-')}" for day in days)
        yield f"  {label} ({len(days)}): " + "; ".join(told)
    yield "  " + ", ".join(f"{count} {kind}" for kind, count in error_kinds(row).items())


def error_kinds(row: Row) -> dict[str, int]:
    """How many gold dates were missed for which reason, and how many chosen dates lie beside a gold one."""
    missed = [day for day in row.gold if day not in row.kept]
    wrong = [day for day in row.kept if day not in row.gold]
    beside = [day for day in wrong if any(abs((day - gold).days) == 1 for gold in row.gold)]
    told = [day for day in missed if day in row.weights]
    return {
        "missed: no event of that day": len(missed) - len(told),
        "missed: ranked too low": len(told),
        "wrong: a day beside a gold date": len(beside),
        "wrong: another day": len(wrong) - len(beside),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("collections", nargs="+", type=Path, metavar="COLLECTION")
    parser.add_argument("--scorer", help="path of score_timeline.py")
    parser.add_argument("--out", type=Path, help="folder for the events of each collection as the scorer reads them")
    parser.add_argument("--dates", action="store_true", help="list the dates chosen and missed")
    parser.add_argument("--jobs", type=int, default=1, help="processes (0: one a core)")
    parser.add_argument("--cache", type=Path, help="folder that keeps what was read of each article")
    args = parser.parse_args()
    scorer = load_scorer(find_scorer(args.scorer))
    width = max(len(collection.name) for collection in args.collections) + 4
    print(" " * width + "".join(f"{column.replace('align+m:1 R', 'AR'):>12}" for column in COLUMNS))
    for collection in map(find_collection, args.collections):
        cache = Cache(args.cache) if args.cache else None
        told = predictions(run(collection / "articles", jobs=args.jobs, cache=cache))
        if args.out:
            args.out.mkdir(parents=True, exist_ok=True)
            (args.out / f"{collection.name}.json").write_text(json.dumps(told, indent=1), encoding="utf-8")
        for row in score(scorer, collection, told):
            print(show(row, width))
            for line in show_dates(row) if args.dates else ():
                print(line)


if __name__ == "__main__":
    main()
