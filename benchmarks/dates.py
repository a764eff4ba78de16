"""How well and how fast dates are found: `python -m benchmarks.dates CORPUS.jsonl [--predictions OUT.jsonl]`.

A line of a corpus is `{"id", "dct", "text", "timexes": [{"start", "end", "text", "type", "value"}]}`; the
figures are those of the scorer kept beside the corpora (`eval/score_timex.py`), which is found through
`--scorer`, the variable CONFLICT_TIMELINE_SHARED, or a folder `shared` beside the project's own.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.dates_kinds import count_kinds, show
from benchmarks.peers_dates import predict as peers_predict
from benchmarks.peers_dates import readers
from generator.languages.dates import DateWords, compile_dates
from generator.model.edtf import parse_edtf
from generator.model.text import Article
from generator.stages.dates.find import read_dates

ROOT = Path(__file__).resolve().parents[1]
CELLS = ("strict span", "value", "date-only")


def load_words() -> DateWords:
    """The English words, compiled."""
    path = ROOT / "generator" / "languages" / "en" / "dates.toml"
    return compile_dates(tomllib.loads(path.read_text(encoding="utf-8")))


def load_scorer(path: str | None) -> ModuleType:
    """The module that defines the figures; exits with a message when it is not there."""
    shared = Path(os.environ.get("CONFLICT_TIMELINE_SHARED", ROOT.parent / "shared"))
    file = Path(path) if path else shared / "eval" / "score_timex.py"
    if not file.is_file():
        sys.exit(f"{file}: no scorer there; name it with --scorer or set CONFLICT_TIMELINE_SHARED")
    spec = importlib.util.spec_from_file_location("score_timex", file)
    if spec is None or spec.loader is None:
        sys.exit(f"{file}: cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def article_of(document: dict[str, Any]) -> Article:
    """An article as the dates stage wants it: one setting for news and for histories."""
    dct = parse_edtf(document["dct"][:10]) if document.get("dct") else None
    return Article(document["id"], document["id"], "", document["text"], dct)


def predict(documents: list[dict[str, Any]], words: DateWords) -> tuple[list[dict[str, Any]], float]:
    """The predictions in the corpora's format, and the seconds they took."""
    articles = [article_of(document) for document in documents]
    begin = time.process_time()
    found = [read_dates(article, words) for article in articles]
    seconds = time.process_time() - begin
    rows = []
    for article, times in zip(articles, found, strict=True):
        timexes = [
            {"start": item.span.start, "end": item.span.end, "type": item.type, "value": item.value}
            for item in times
        ]
        rows.append({"id": article.id, "timexes": timexes})
    return rows, seconds


def read_corpus(path: Path) -> list[dict[str, Any]]:
    """The documents of a corpus."""
    if not path.is_file():
        sys.exit(f"{path}: there is no such corpus")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def commit() -> str:
    """The commit the figures belong to; empty outside a repository."""
    command = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def report(name: str, rows: list[dict[str, Any]], seconds: float, gold: dict[str, Any], scorer: ModuleType) -> Any:
    """Print one line of figures; gives back the errors."""
    figures, errors = scorer.score(gold, {row["id"]: row for row in rows})
    size = sum(len(document["text"].encode()) for document in gold.values())
    cells = "  ".join(f"{cell} {100 * figures[cell]['f1']:.1f}" for cell in CELLS)
    print(f"{name}: {cells}  {size / 1000 / seconds:.0f} KB/s", flush=True)
    return errors


def run(path: Path, options: argparse.Namespace, scorer: ModuleType, words: DateWords) -> None:
    """Measure one corpus."""
    documents = read_corpus(path)
    gold = {document["id"]: document for document in documents}
    rows, seconds = predict(documents, words)
    if options.predictions:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        options.predictions.write_text("".join(lines), encoding="utf-8")
    errors = report(path.stem, rows, seconds, gold, scorer)
    if options.errors:
        scorer.show_errors(errors, gold, options.errors)
    if options.kinds:
        show(path.stem, count_kinds(gold, rows, scorer))
    for name, read in readers().items() if options.peers else ():
        report(f"{path.stem} by {name}", *peers_predict(documents, read), gold, scorer)


def main(arguments: list[str] | None = None) -> None:
    """Measure the dates stage, and with --peers the peers, on corpora."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS.jsonl")
    parser.add_argument("--predictions", type=Path, metavar="OUT.jsonl", help="write what was found (one corpus)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show up to N errors of each kind")
    parser.add_argument("--kinds", action="store_true", help="count what is wrong, sorted by kind")
    parser.add_argument("--peers", action="store_true", help="run dateparser and recognizers-text as well")
    parser.add_argument("--scorer", help="path of score_timex.py")
    options = parser.parse_args(arguments)
    if options.predictions and len(options.corpora) > 1:
        parser.error("--predictions takes one corpus at a time")
    scorer, words = load_scorer(options.scorer), load_words()
    print(f"commit {commit() or 'unknown'}")
    for path in options.corpora:
        run(path, options, scorer, words)


if __name__ == "__main__":
    main()
