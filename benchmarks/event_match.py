"""Pair predicted event mentions with gold ones, and predicted events with gold events.

A predicted mention pairs with the gold mention of the same article whose trigger it shares; failing that,
whose quote holds its trigger; failing that, whose quote lies in its span when the types agree. Pairs are one
to one. What is left over and falls in a passage marked ``[[ignore]]``, or in the title, is nobody's fault;
what repeats a mention that is already paired is a repeat, counted on its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from benchmarks.event_cases import Collection, GoldEvent, GoldMention, find_trigger
from benchmarks.event_values import Spellings, match_names, same_date

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PredictedMention:
    """A passage the program took for an event; offsets are into the text the program read."""

    file: str
    quote: str
    span: Offsets
    trigger: Offsets
    trigger_text: str


@dataclass(frozen=True, slots=True)
class Prediction:
    """One event of the built timeline, as plain values. ``date`` is EDTF, or "" when undated."""

    title: str
    date: str
    type: str
    status: str
    places: tuple[Spellings, ...]
    actors: tuple[Spellings, ...]
    figures: Mapping[str, Mapping[str, Any]]
    mentions: tuple[PredictedMention, ...]


@dataclass(frozen=True, slots=True)
class Predictions:
    """What the program made of one collection: its events, and the text it read in each file."""

    events: tuple[Prediction, ...]
    texts: Mapping[str, str]


Gold = tuple[GoldEvent, GoldMention]
Guess = tuple[Prediction, PredictedMention]
Where = Mapping[int, list[tuple[Offsets, Offsets]]]
"""By id of a gold mention: the offsets of its quote and its trigger in the text."""
Level = Callable[[Gold, Guess, Offsets, Offsets], bool]
Open = tuple[list[Gold], list[Guess]]


@dataclass(slots=True)
class Matching:
    """The pairs of one collection, and everything that found no partner."""

    pairs: list[tuple[Gold, Guess]] = field(default_factory=list)
    missed: list[Gold] = field(default_factory=list)
    spurious: list[Guess] = field(default_factory=list)
    repeats: list[tuple[Gold, Guess]] = field(default_factory=list)
    ignored: list[Guess] = field(default_factory=list)
    unplaced: list[GoldMention] = field(default_factory=list)
    aligned: list[tuple[GoldEvent, Prediction]] = field(default_factory=list)


def match(collection: Collection, predictions: Predictions) -> Matching:
    """Pair the mentions and events of a collection. Gold quotes not found in the text are ``unplaced``."""
    found = Matching()
    golds = [(event, mention) for event in collection.events for mention in event.mentions]
    guesses = [(event, mention) for event in predictions.events for mention in event.mentions]
    where = {id(mention): _locate(mention, predictions.texts) for _, mention in golds}
    found.unplaced = [mention for _, mention in golds if not where[id(mention)]]
    for level in (_same_trigger, _trigger_in_quote, _quote_in_span):
        golds, guesses = _pair(golds, guesses, where, level, found)
    found.missed = [gold for gold in golds if not gold[1].optional]
    _sort_leftovers(collection, predictions, guesses, where, found)
    _align(found)
    return found


def _locate(mention: GoldMention, texts: Mapping[str, str]) -> list[tuple[Offsets, Offsets]]:
    """Where the quote and its trigger stand in the text that was read; white space may differ."""
    pattern = r"\s+".join(re.escape(word) for word in mention.quote.split())
    places = []
    for hit in re.finditer(pattern, texts.get(mention.file, "")):
        quote = (hit.start(), hit.end())
        start = quote[0] + (find_trigger(mention) or [0])[0]
        places.append((quote, (start, start + len(mention.trigger))))
    return places


def _overlap(one: Offsets, other: Offsets) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _same_trigger(gold: Gold, guess: Guess, quote: Offsets, trigger: Offsets) -> bool:
    return _overlap(trigger, guess[1].trigger) > 0


def _trigger_in_quote(gold: Gold, guess: Guess, quote: Offsets, trigger: Offsets) -> bool:
    return _overlap(quote, guess[1].trigger) > 0


def _quote_in_span(gold: Gold, guess: Guess, quote: Offsets, trigger: Offsets) -> bool:
    covers = _overlap(quote, guess[1].span) * 2 > quote[1] - quote[0]
    return covers and guess[0].type in gold[0].types


def _pair(golds: list[Gold], guesses: list[Guess], where: Where, level: Level, found: Matching) -> Open:
    """Make the one-to-one pairs of a level; give back the golds and guesses still without a partner."""
    open_golds = []
    for gold in golds:
        fits = [guess for guess in guesses if _fits(gold, guess, where, level)]
        fits.sort(key=partial(_disagreement, gold[0]))
        if not fits:
            open_golds.append(gold)
            continue
        found.pairs.append((gold, fits[0]))
        guesses = [guess for guess in guesses if guess[1] is not fits[0][1]]
    return open_golds, guesses


def _disagreement(gold: GoldEvent, guess: Guess) -> int:
    """How many values differ: "took Minova on Tuesday and Sake on Thursday" is one trigger and two events."""
    event = guess[0]
    return (
        (event.type not in gold.types)
        + (not any(same_date(day, event.date) for day in gold.dates))
        + (bool(gold.places) and not match_names(gold.places, event.places)[0])
    )


def _fits(gold: Gold, guess: Guess, where: Where, level: Level) -> bool:
    if gold[1].file != guess[1].file:
        return False
    return any(level(gold, guess, quote, trigger) for quote, trigger in where[id(gold[1])])


def _sort_leftovers(
    collection: Collection, predictions: Predictions, guesses: list[Guess], where: Where, found: Matching
) -> None:
    titles = {article.file: GoldMention(article.file, article.title, "") for article in collection.articles}
    free = [*collection.ignores, *titles.values()]
    spans = [(mention.file, quote) for mention in free for quote, _ in _locate(mention, predictions.texts)]
    for guess in guesses:
        twin = next((gold for gold, _ in found.pairs if _fits(gold, guess, where, _trigger_in_quote)), None)
        if twin:
            found.repeats.append((twin, guess))
        elif any(file == guess[1].file and _overlap(span, guess[1].trigger) > 0 for file, span in spans):
            found.ignored.append(guess)
        else:
            found.spurious.append(guess)


def _align(found: Matching) -> None:
    """Events one to one: the two that share most mentions first, ties in the order of the gold list."""
    shared: Counter[tuple[int, int]] = Counter()
    golds: dict[int, GoldEvent] = {}
    guesses: dict[int, Prediction] = {}
    for (gold, _), (guess, _) in found.pairs:
        shared[id(gold), id(guess)] += 1
        golds[id(gold)], guesses[id(guess)] = gold, guess
    taken: set[int] = set()
    for (gold_id, guess_id), _ in shared.most_common():
        if gold_id not in taken and guess_id not in taken:
            taken |= {gold_id, guess_id}
            found.aligned.append((golds[gold_id], guesses[guess_id]))


def b_cubed(pairs: Iterable[tuple[Gold, Guess]]) -> tuple[float, float, int]:
    """B-cubed precision and recall, summed over matched mentions, and their number (Bagga, Baldwin 1998)."""
    marks = [(id(gold[0]), id(guess[0])) for gold, guess in pairs]
    by_gold: dict[int, int] = defaultdict(int)
    by_guess: dict[int, int] = defaultdict(int)
    both: dict[tuple[int, int], int] = defaultdict(int)
    for gold, guess in marks:
        by_gold[gold] += 1
        by_guess[guess] += 1
        both[gold, guess] += 1
    precision = sum(both[mark] / by_guess[mark[1]] for mark in marks)
    recall = sum(both[mark] / by_gold[mark[0]] for mark in marks)
    return precision, recall, len(marks)
