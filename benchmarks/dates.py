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
import sys
import time
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

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


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS.jsonl")
    parser.add_argument("--predictions", type=Path, metavar="OUT.jsonl")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--scorer")
    options = parser.parse_args(arguments)
    scorer, words = load_scorer(options.scorer), load_words()
    for path in options.corpora:
        documents = read_corpus(path)
        rows, seconds = predict(documents, words)
        size = sum(len(document["text"].encode()) for document in documents)
        if options.predictions:
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            options.predictions.write_text("".join(lines), encoding="utf-8")
        gold = {document["id"]: document for document in documents}
        figures, errors = scorer.score(gold, {row["id"]: row for row in rows})
        cells = "  ".join(f"{name} {100 * figures[name]['f1']:.1f}" for name in CELLS)
        print(f"{path.stem}: {cells}  {size / 1000 / seconds:.0f} KB/s")
        if options.errors:
            scorer.show_errors(errors, gold, options.errors)


if __name__ == "__main__":
    main()
