"""The site under load: ten thousand events, how large its pages are and how fast the explore page answers.

    python -m benchmarks.site [--events 10000] [--output FOLDER]

Figures, each against its bound: the front page with all it needs, gzipped (100 KB); the largest page (1 MB); a
keystroke in the search field (50 ms) and a filter (100 ms), from the event to the finished layout, in Chromium.
Each keystroke and each filter is the median of five freshly opened pages, for other programs share the machine;
the figure is the slowest of them. The timeline is made up from lists of names with a fixed seed; the exit code is 1
when a bound is broken.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from generator.context import Context
from generator.gazetteer.gazetteer import load_gazetteer
from generator.languages.pack import load_pack
from generator.model.calendar import Day, from_ordinal, ordinal
from generator.model.edtf import parse_edtf
from generator.model.event import EVENT_TYPES, Actor, Event, EventMention, Place, Timeline
from generator.model.result import ArticleResult
from generator.model.slug import event_slug
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Block, Sentence, Span
from generator.settings import Settings
from generator.stages.website import load_theme, render_site, write_site

BOUNDS = {"front page, gzipped KB": 100, "largest page, KB": 1000, "keystroke, ms": 50, "filter, ms": 100}
PLACES = ("Goma", "Sake", "Minova", "Bukavu", "Uvira", "Walikale", "Rubaya", "Bunagana", "Kanyabayonga", "Kitshanga")
ACTORS = ("M23", "Congolese army", "Wazalendo", "Rwandan army", "MONUSCO", "Burundian army", "ADF", "SADC mission")
DEEDS = ("captures", "shells", "leaves", "enters", "attacks", "retakes", "holds talks in", "withdraws from")
PER_ARTICLE = 5
PASSES = 5


def timeline(count: int) -> tuple[Timeline, list[ArticleResult]]:
    """A timeline of `count` events over fifteen years, five to an article, every sentence a report."""
    dice = random.Random(2011)  # noqa: S311  # the same timeline at every run
    first = ordinal(Day(2011, 1, 1))
    days = sorted(dice.randrange(15 * 365) for _ in range(count))
    events: list[Event] = []
    results: list[ArticleResult] = []
    for start in range(0, count, PER_ARTICLE):
        told = [_deed(dice, from_ordinal(first + day)) for day in days[start : start + PER_ARTICLE]]
        result, mentions = _article(start // PER_ARTICLE, told)
        results.append(result)
        events += [_event(dice, mention, number) for number, mention in enumerate(mentions, start)]
    keys = frozenset(event.id for event in sorted(events, key=lambda event: -event.significance)[:40])
    return Timeline(tuple(events), (), keys), results


def _deed(dice: random.Random, day: Day) -> tuple[str, str, str, Day]:
    return dice.choice(ACTORS), dice.choice(DEEDS), dice.choice(PLACES), day


def _article(number: int, told: list[tuple[str, str, str, Day]]) -> tuple[ArticleResult, list[EventMention]]:
    name = f"wire-{number:05d}"
    lines = [
        f"{who} {what} {where} on {day}, witnesses and officials in the province said."
        for who, what, where, day in told
    ]
    text = "\n\n".join(lines)
    last = parse_edtf(str(told[-1][3]))
    blocks, sentences, mentions, at = [], [], [], 0
    for index, (line, (who, what, where, day)) in enumerate(zip(lines, told, strict=True)):
        span = Span(name, at, at + len(line))
        when = line.index(str(day)) + at
        time_ = TimeExpression(
            Span(name, when, when + 10), str(day), "DATE", str(day), parse_edtf(str(day)), basis="stated"
        )
        trigger = Span(name, at + len(who) + 1, at + len(who) + 1 + len(what))
        blocks.append(Block("paragraph", at, at + len(line)))
        sentences.append(Sentence(span, line, index, index))
        mentions.append(
            EventMention(
                f"{name}-{index}", span, trigger, "battle", "happened", f"{who} {what} {where}", line,
                actors=(Actor(who, "group"),), places=(_place(where),), time=time_, published=last,
            )
        )  # fmt: skip
        at += len(line) + 2
    article = Article(
        name,
        f"{name}.md",
        f"Wire {number}",
        text,
        last,
        "front-matter",
        source=f"Desk {number % 20}",
        blocks=tuple(blocks),
    )
    return ArticleResult(
        article, tuple(sentences), tuple(m.time for m in mentions if m.time), tuple(mentions)
    ), mentions


def _place(name: str) -> Place:
    number = PLACES.index(name)
    return Place(name, "CD", "North Kivu", -1.0 - number * 0.21, 28.4 + number * 0.13)


def _event(dice: random.Random, mention: EventMention, number: int) -> Event:
    assert mention.time is not None and mention.time.edtf is not None  # noqa: S101  # made with one above
    sources = tuple(f"Desk {dice.randrange(20)}" for _ in range(dice.choice((1, 1, 1, 2, 3))))
    return Event(
        id=f"{event_slug(mention.time.edtf, mention.title)[:70]}-{number}",
        title=mention.title, text=mention.text, type=cast(Any, dice.choice(EVENT_TYPES)), status="happened",
        date=mention.time.edtf, mentions=(mention,), basis="stated", date_text=mention.time.text,
        actors=mention.actors, places=mention.places, significance=round(dice.random(), 3),
        sources=tuple(sorted(set(sources))),
    )  # fmt: skip


def build(count: int, output: Path) -> dict[str, float]:
    """Render and write the site; figures on size and time."""
    story, results = timeline(count)
    settings = Settings(title="Load test", base_url="https://example.org/load/")
    context = Context(load_pack(), load_gazetteer(), settings)
    theme, _ = load_theme("base")
    started = time.perf_counter()
    report = write_site(render_site(story, results, context, theme), output)
    seconds = time.perf_counter() - started
    pages = sorted(output.rglob("*.html"), key=lambda path: path.stat().st_size)
    print(f"{report.files} files in {seconds:.1f} s; the largest page is {pages[-1].relative_to(output)}")
    return {
        "front page, gzipped KB": sum(_zipped(output / path) for path in _needed(output)) / 1000,
        "largest page, KB": pages[-1].stat().st_size / 1000,
        "data of the explore page, gzipped KB": _zipped(output / "data" / "explore.js") / 1000,
        "build, ms an event": seconds * 1000 / count,
    }


def _needed(output: Path) -> Iterator[str]:
    """The front page and every file it loads."""
    html = (output / "index.html").read_text(encoding="utf-8")
    yield "index.html"
    yield from re.findall(r'<(?:script src|link rel="(?:stylesheet|icon)" href)="([^"]+)"', html)


def _zipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


TYPING = """async (words) => {
  const field = document.getElementById("q"), times = [];
  for (let end = 1; end <= words.length; end++) {
    const started = performance.now();
    field.value = words.slice(0, end);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.offsetHeight;
    times.push(performance.now() - started);
    await new Promise((next) => setTimeout(next, 30));
  }
  return times;
}"""
CLICKING = """async () => {
  const times = [];
  for (const box of document.querySelectorAll("#filters input[type=checkbox]")) {
    const started = performance.now();
    box.click();
    document.body.offsetHeight;
    times.push(performance.now() - started);
    await new Promise((next) => setTimeout(next, 30));
  }
  return times;
}"""


def explore(output: Path) -> dict[str, float]:
    """The slowest answer to a keystroke and to a filter; nothing where Chromium or Playwright is missing."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  # only here, and it may be missing
    except ImportError:
        chromium = None
    if chromium is None:
        print("No Chromium or no Playwright: the explore page was not measured.")
        return {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        page = browser.new_page()
        typed: list[list[float]] = []
        clicked: list[list[float]] = []
        for _ in range(PASSES):
            for script, times in ((TYPING, typed), (CLICKING, clicked)):
                page.goto("about:blank")
                page.goto((output / "explore.html").as_uri())
                page.wait_for_timeout(300)
                times.append(page.evaluate(script, "goma congolese army captures"))
        browser.close()
    keys, boxes = ([statistics.median(one) for one in zip(*times, strict=True)] for times in (typed, clicked))
    return {
        "keystroke, ms": max(keys),
        "keystroke, median ms": statistics.median(keys),
        "filter, ms": max(boxes),
        "filter, median ms": statistics.median(boxes),
    }


def main() -> int:
    """Measure, print, and compare with the bounds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--output", type=Path, default=None, help="keep the site here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        output = options.output or Path(folder) / "site"
        figures = build(options.events, output) | explore(output)
    for name, value in figures.items():
        bound = BOUNDS.get(name)
        print(f"{name:40} {value:10.1f}" + (f"  (at most {bound})" if bound else ""))
    broken = [name for name, bound in BOUNDS.items() if figures.get(name, 0) > bound]
    print("All within bounds." if not broken else "Beyond their bounds: " + "; ".join(broken))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
