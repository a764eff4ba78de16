"""Speed of the per-article half, stage by stage: python -m benchmarks.articles FOLDER [FOLDER ...].

Reads every article below each folder on one core and prints KB of plain text a second of processor time for reading,
sentences, dates and events, and for all of them together.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from pathlib import Path

from generator.context import Context
from generator.model.editorial import Editorial
from generator.pipeline import make_context
from generator.settings import Settings
from generator.stages.articles import find_files, read_article, read_bytes, split_sentences
from generator.stages.dates import find_dates
from generator.stages.events import find_events


def measure(folder: Path, context: Context) -> tuple[int, dict[str, float]]:
    """Characters of text below a folder, and seconds of processor time by stage."""
    seconds: dict[str, float] = defaultdict(float)
    size = 0
    for file in find_files(folder)[0]:
        data = read_bytes(file)[0] or b""
        marks = [time.process_time()]
        article, _ = read_article(file.name, data, context)
        marks.append(time.process_time())
        if article is None:
            continue
        size += len(article.text)
        sentences = split_sentences(article, context)
        marks.append(time.process_time())
        times, _ = find_dates(article, sentences, context)
        marks.append(time.process_time())
        find_events(article, sentences, times, context)
        marks.append(time.process_time())
        for stage, before, after in zip(("read", "sentences", "dates", "events"), marks, marks[1:], strict=False):
            seconds[stage] += after - before
    return size, seconds


def main() -> int:
    """Print one line a folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    context = make_context(Settings(), Editorial())
    for folder in parser.parse_args().folders:
        size, seconds = measure(folder, context)
        shown = {**seconds, "all": sum(seconds.values())}
        rates = ", ".join(f"{stage} {size / 1000 / spent:,.0f}" for stage, spent in shown.items() if spent)
        print(f"{folder.name}: {size / 1000:,.0f} KB of text; KB/s: {rates}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
