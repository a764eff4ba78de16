"""How well events are found, dated, typed and linked, over the gold collections in ``tests/cases/events``.

``python -m benchmarks.events [--split dev|heldout|all] [--only NAME] [--errors N] [--json]``

Rules are tuned on ``dev`` alone; ``heldout`` says whether they carry over. ``important recall``, ``event
precision``, ``date exact``, ``type`` and ``B-cubed F1`` are the figures with an aim.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.event_cases import Collection, load_collections
from benchmarks.event_match import Guess, Matching, PredictedMention, Prediction, Predictions, match
from benchmarks.event_scores import Row, field_errors, score
from benchmarks.event_values import Spellings
from generator.model.event import Actor, Event, EventMention, Place

Result = tuple[Collection, Predictions, Matching]


def write_seeds(collection: Collection, folder: Path) -> None:
    """Write the articles of a collection as Markdown files with front matter, as a user would save them."""
    for article in collection.articles:
        head = f"---\ntitle: {json.dumps(article.title)}\ndate: {article.published}\n---\n\n"
        (folder / article.file).write_text(head + article.text, encoding="utf-8")


def load_predictions(folder: Path) -> Predictions:
    """Run the program on a seeds folder. The only place that knows the program; imported late so that the
    cases can be read and checked without it."""
    from generator.pipeline import run  # noqa: PLC0415

    build = run(folder, jobs=1)
    for problem in build.problems:
        if problem.code == "internal":
            print(f"{problem.path}: {problem.message}", file=sys.stderr)
    articles = [result.article for result in build.results]
    texts = {article.id: article.text for article in articles}
    files = {article.id: Path(article.path).name for article in articles}
    events = tuple(_prediction(event, texts, files) for event in build.timeline)
    return Predictions(events, {files[key]: text for key, text in texts.items()})


def _prediction(event: Event, texts: dict[str, str], files: dict[str, str]) -> Prediction:
    return Prediction(
        title=event.title,
        date=event.date.text if event.date else "",
        type=event.type,
        status=event.status,
        places=tuple(_spellings(place) for place in event.places),
        actors=tuple(_spellings(actor) for actor in event.actors),
        figures={
            figure.kind: {"best": figure.best, "low": figure.low, "high": figure.high} for figure in event.figures
        },
        mentions=tuple(_mention(mention, texts, files) for mention in event.mentions),
    )


def _spellings(named: Actor | Place) -> Spellings:
    """A name as the timeline gives it, and the other spellings that the program's lists hold for whom or what it
    names; not the common nouns that may mean an actor (`the rebels`)."""
    common = isinstance(named, Actor)
    return (named.name, *(alias for alias in named.aliases if not (common and alias.islower())))


def _mention(mention: EventMention, texts: dict[str, str], files: dict[str, str]) -> PredictedMention:
    text = texts[mention.span.article_id]
    clause = mention.clause or mention.span
    return PredictedMention(
        file=files[mention.span.article_id],
        quote=" ".join(text[mention.span.start : mention.span.end].split()),
        span=(clause.start, clause.end),
        trigger=(mention.trigger.start, mention.trigger.end),
        trigger_text=text[mention.trigger.start : mention.trigger.end],
    )


def evaluate(collections: Sequence[Collection]) -> list[Result]:
    """Write each collection to a folder of its own, build it, and pair the events with the gold ones."""
    results = []
    for collection in collections:
        with tempfile.TemporaryDirectory() as name:
            write_seeds(collection, Path(name))
            predictions = load_predictions(Path(name))
        results.append((collection, predictions, match(collection, predictions)))
    return results


def table(rows_by_split: dict[str, dict[str, Row]]) -> str:
    """A table with a line for each figure and a column for each split."""
    splits = list(rows_by_split)
    lines = [f"{'':24}" + "".join(f"{split:>22}" for split in splits)]
    lines.extend(
        f"{name:24}" + "".join(f"{_cell(rows_by_split[split][name]):>22}" for split in splits)
        for name in rows_by_split[splits[0]]
    )
    return "\n".join(lines)


def _cell(row: Row) -> str:
    if "value" not in row:
        return " ".join(f"{key[:4]} {value}" for key, value in row.items())
    if row["value"] is None:
        return "-"
    parts = f"P {row['precision'] or 0:.2f} R {row['recall'] or 0:.2f}" if "precision" in row else ""
    return f"{row['value']:.3f} {parts or '{hits}/{of}'.format(**row):>13}"


def errors(results: Sequence[Result], limit: int) -> Iterator[str]:
    """Up to ``limit`` lines of each kind of error, with the file and the words to look at."""
    groups: dict[str, list[str]] = {"missed": [], "spurious": [], "repeated": [], "unplaced": []}
    for collection, _, matching in results:
        for event, mention in matching.missed:
            mark = "!" if event.important else " "
            where = f"{collection.name}/{mention.file}"
            groups["missed"].append(f'{mark} {where} {event.id} [{mention.trigger}]: "{mention.quote}"')
        groups["spurious"] += [_guess_line(collection, guess) for guess in matching.spurious]
        groups["repeated"] += [_guess_line(collection, guess) for _, guess in matching.repeats]
        groups["unplaced"] += [f'{collection.name}/{one.file}: "{one.quote}"' for one in matching.unplaced]
        groups.setdefault("linking", []).extend(_linking_lines(collection, matching))
    for kind, where, said in field_errors(results):
        groups.setdefault(f"wrong {kind}", []).append(f"{where}\n      {said}")
    for kind, lines in groups.items():
        if lines:
            yield f"\n{kind} ({len(lines)})"
            yield from (f"  {line}" for line in lines[:limit])


def _guess_line(collection: Collection, guess: Guess) -> str:
    event, mention = guess
    label = f"{event.type} {event.status} {event.date or 'undated'}"
    return f'{collection.name}/{mention.file} [{mention.trigger_text}] {label}: "{mention.quote}"'


def _linking_lines(collection: Collection, matching: Matching) -> Iterator[str]:
    """Gold events that were split, and predicted events that hold more than one gold event."""
    parts: dict[str, dict[int, str]] = {}
    wholes: dict[int, dict[str, str]] = {}
    for gold, guess in matching.pairs:
        words = f'{gold[1].file} "{gold[1].quote}"'
        parts.setdefault(gold[0].id, {}).setdefault(id(guess[0]), words)
        wholes.setdefault(id(guess[0]), {}).setdefault(gold[0].id, words)
    for name, pieces in parts.items():
        if len(pieces) > 1:
            yield f"split {collection.name} {name}: " + " / ".join(pieces.values())
    for names in wholes.values():
        if len(names) > 1:
            told = " / ".join(f"{name}: {text}" for name, text in names.items())
            yield f"merged {collection.name}: {told}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line entry; gives 0, or 2 when no collection fits the choice."""
    summary = (__doc__ or "").split("\n", maxsplit=1)[0]
    parser = argparse.ArgumentParser(prog="python -m benchmarks.events", description=summary)
    parser.add_argument("--split", choices=("dev", "heldout", "all"), default="all")
    parser.add_argument("--only", help="the name of one collection")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N errors of each kind")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args(arguments)
    collections = [one for one in load_collections(options.split) if options.only in (None, one.name)]
    if not collections:
        parser.error("no collection fits")
    results = evaluate(collections)
    splits = {split: [one for one in results if one[0].split == split] for split in ("dev", "heldout")}
    if options.split == "all":
        splits["all"] = results
    rows = {split: score(chosen) for split, chosen in splits.items() if chosen}
    print(json.dumps(rows, indent=1) if options.json else table(rows))
    for line in errors(results, options.errors) if options.errors else ():
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
