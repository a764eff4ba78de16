"""Add up the matchings of many collections into precision, recall and accuracy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from benchmarks.event_cases import Collection, GoldEvent, Name
from benchmarks.event_match import Matching, Prediction, Predictions, b_cubed
from benchmarks.event_values import Spellings, compatible_dates, match_names, same_date, same_figure

Row = dict[str, float | int | None]


def score(results: Sequence[tuple[Collection, Predictions, Matching]]) -> dict[str, Row]:
    """All figures by name. Every row holds what it needs to be checked: hits and totals beside the ratio."""
    counts: Counter[str] = Counter()
    cubes = [0.0, 0.0, 0]
    for collection, predictions, matching in results:
        _count_mentions(matching, counts)
        _count_events(collection, predictions, matching, counts)
        for gold, guess in matching.aligned:
            counts.update(_fields(gold, guess))
        for index, value in enumerate(b_cubed(matching.pairs)):
            cubes[index] += value
    return _rows(counts, cubes)


def _count_mentions(matching: Matching, counts: Counter[str]) -> None:
    counts["mention.hit"] += len(matching.pairs)
    counts["mention.gold"] += len(matching.pairs) + len(matching.missed)
    counts["mention.guess"] += len(matching.pairs) + len(matching.spurious)
    counts["repeats"] += len(matching.repeats)
    counts["ignored"] += len(matching.ignored)
    counts["unplaced"] += len(matching.unplaced)


def _count_events(collection: Collection, predictions: Predictions, matching: Matching, counts: Counter[str]) -> None:
    """An event is found, and a predicted event right, when one of its mentions is paired."""
    found = {id(gold[0]) for gold, _ in matching.pairs}
    right = {id(guess[0]) for _, guess in matching.pairs}
    echoes = {id(guess[0]) for _, guess in matching.repeats} - right
    wrong = {id(guess[0]) for guess in matching.spurious} - right - echoes
    important = [event for event in collection.events if event.important]
    counts["event.gold"] += len(collection.events)
    counts["event.found"] += len(found)
    counts["important.gold"] += len(important)
    counts["important.found"] += sum(id(event) in found for event in important)
    counts["event.right"] += len(right)
    counts["event.guess"] += len(right) + len(wrong)
    counts["one.hit"] += len(matching.aligned)
    counts["one.guess"] += len(right) + len(wrong) + len(echoes)


def _fields(gold: GoldEvent, guess: Prediction) -> Iterator[str]:
    """Names of the counters that one aligned pair of events adds to."""
    yield "aligned"
    checks = {
        "date.exact": any(same_date(one, guess.date) for one in gold.dates),
        "date.compatible": any(compatible_dates(one, guess.date) for one in gold.dates),
        "type": guess.type in gold.types,
        "status": guess.status in gold.statuses,
    }
    yield from (name for name, good in checks.items() if good)
    for kind, names, said in (("place", gold.places, guess.places), ("actor", gold.actors, guess.actors)):
        yield from _name_counts(kind, names, said)
    yield from _figure_counts(gold, guess)


def _name_counts(kind: str, names: Sequence[Name], said: Sequence[Spellings]) -> Iterator[str]:
    hit, extra = match_names(names, said)
    for name in names:
        if not name.optional:
            yield f"{kind}.gold"
            if name in hit:
                yield f"{kind}.found"
                yield f"{kind}.guess"
    yield from [f"{kind}.guess"] * len(extra)


def _figure_counts(gold: GoldEvent, guess: Prediction) -> Iterator[str]:
    """An optional figure ("?killed") counts only when it is given and right."""
    for kind in gold.figures:
        name = kind.removeprefix("?")
        right = name in guess.figures and same_figure(gold.figures[kind], guess.figures[name])
        if right or name == kind:
            yield "figure.gold"
        if right:
            yield "figure.found"
    yield from ("figure.guess" for _ in guess.figures)


def _rows(counts: Counter[str], cubes: Sequence[float]) -> dict[str, Row]:
    def ratio(hits: str, total: str) -> Row:
        return {"value": _divide(counts[hits], counts[total]), "hits": counts[hits], "of": counts[total]}

    rows = {
        "important recall": ratio("important.found", "important.gold"),
        "event recall": ratio("event.found", "event.gold"),
        "event precision": ratio("event.right", "event.guess"),
        "one-to-one recall": ratio("one.hit", "event.gold"),
        "one-to-one precision": ratio("one.hit", "one.guess"),
        "mention recall": ratio("mention.hit", "mention.gold"),
        "mention precision": ratio("mention.hit", "mention.guess"),
    }
    for name in ("date.exact", "date.compatible", "type", "status"):
        rows[name.replace(".", " ")] = ratio(name, "aligned")
    for name in ("place", "actor", "figure"):
        rows[f"{name} F1"] = _f1(counts[f"{name}.found"], counts[f"{name}.guess"], counts[f"{name}.gold"])
    precision, recall = _divide(cubes[0], cubes[2]), _divide(cubes[1], cubes[2])
    rows["B-cubed F1"] = {"value": _harmonic(precision, recall), "precision": precision, "recall": recall}
    rows["counts"] = {name: counts[name] for name in ("repeats", "ignored", "unplaced")}
    return rows


def _divide(hits: float, total: float) -> float | None:
    return round(hits / total, 4) if total else None


def _harmonic(precision: float | None, recall: float | None) -> float | None:
    if precision is None or recall is None:
        return None
    return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0


def _f1(hits: int, guesses: int, golds: int) -> Row:
    precision, recall = _divide(hits, guesses), _divide(hits, golds)
    return {"value": _divide(2 * hits, guesses + golds), "precision": precision, "recall": recall}


def field_errors(
    results: Iterable[tuple[Collection, Predictions, Matching]],
) -> Iterator[tuple[str, str, str]]:
    """Wrong values of aligned events as (kind, where, what was expected and what was given)."""
    for collection, _, matching in results:
        for gold, guess in matching.aligned:
            mention = gold.mentions[0]
            where = f'{collection.name}/{mention.file} {gold.id}: "{mention.quote}"'
            for kind, want, got in _differences(gold, guess):
                yield kind, where, f"expected {want or 'none'}, got {got or 'none'}"


def _differences(gold: GoldEvent, guess: Prediction) -> Iterator[tuple[str, Any, Any]]:
    if not any(same_date(one, guess.date) for one in gold.dates):
        yield "date", " or ".join(one or "undated" for one in gold.dates), guess.date
    if guess.type not in gold.types:
        yield "type", "|".join(gold.types), guess.type
    if guess.status not in gold.statuses:
        yield "status", "|".join(gold.statuses), guess.status
    for kind, names, said in (("place", gold.places, guess.places), ("actor", gold.actors, guess.actors)):
        hit, extra = match_names(names, said)
        if extra or any(name not in hit and not name.optional for name in names):
            wanted = ", ".join("?" * name.optional + name.spellings[0] for name in names).removesuffix(", ?bystanders")
            yield kind, wanted, ", ".join(given[0] for given in said)
    counts = Counter(_figure_counts(gold, guess))
    if counts["figure.found"] < max(counts["figure.gold"], counts["figure.guess"]):
        yield "figure", dict(gold.figures), dict(guess.figures)
