"""The gold events under ``tests/cases/events``: load them, and check that they are well formed.

One TOML file holds one collection of one to five articles and the events a careful analyst would list for
it. ``tests/cases/events/README.md`` says how the events were chosen and what each field means.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from edtf import parse_edtf

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "events"
SPLITS = ("dev", "heldout")
STATUSES = ("happened", "planned", "claimed", "denied")
FIGURE_KINDS = ("killed", "injured", "displaced", "detained")
TYPES = (
    "battle",
    "territory-change",
    "explosion-remote-violence",
    "violence-against-civilians",
    "protest-riot",
    "deployment",
    "diplomacy-talks",
    "agreement",
    "sanctions",
    "justice",
    "aid-humanitarian",
    "displacement",
    "statement",
    "other",
)
_BYSTANDERS = "bystanders"
_MARKUP = ("*", "[", "](", "|", "\n", "`", "_")


@dataclass(frozen=True, slots=True)
class Name:
    """One expected actor or place: any of its spellings will do; an optional one is never charged."""

    spellings: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldMention:
    """The words of one article that report an event; ``trigger`` is the word in them that evokes it.
    An optional one repeats the event in other words: finding it is right, leaving it out no fault."""

    file: str
    quote: str
    trigger: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event as an analyst lists it. ``dates`` are EDTF, any of which will do; "" means undated."""

    id: str
    dates: tuple[str, ...]
    types: tuple[str, ...]
    statuses: tuple[str, ...]
    important: bool
    places: tuple[Name, ...]
    actors: tuple[Name, ...]
    figures: Mapping[str, Mapping[str, Any]]
    mentions: tuple[GoldMention, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article as it goes into the seeds folder; ``published`` is an ISO day."""

    file: str
    published: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles that are read together, their gold events, and passages nobody is charged for."""

    name: str
    conflict: str
    split: str
    articles: tuple[GoldArticle, ...]
    events: tuple[GoldEvent, ...]
    ignores: tuple[GoldMention, ...]


def load_collections(split: str = "all", folder: Path = CASES) -> list[Collection]:
    """All collections of a split ("dev", "heldout" or "all"), by name. Raises KeyError on a missing field."""
    groups = _load_names(folder / "_names.toml")
    paths = sorted(path for path in folder.glob("*.toml") if not path.name.startswith("_"))
    found = [_collection(path, groups) for path in paths]
    return [one for one in found if split in ("all", one.split)]


def _load_names(path: Path) -> dict[str, tuple[str, ...]]:
    """Every spelling listed in the names file, mapped to all the spellings of its group; the people an event
    befell stand under their own key."""
    if not path.exists():
        return {}
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    groups = {spelling: tuple(group) for group in data["groups"] for spelling in group}
    return {**groups, _BYSTANDERS: tuple(data["bystanders"])}


def _collection(path: Path, groups: Mapping[str, tuple[str, ...]]) -> Collection:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Collection(
        name=path.stem,
        conflict=data["conflict"],
        split=data["split"],
        articles=tuple(
            GoldArticle(item["file"], item["published"], item["title"], item["text"].strip() + "\n")
            for item in data["article"]
        ),
        events=tuple(_event(item, groups) for item in data.get("event", [])),
        ignores=tuple(GoldMention(item["file"], item["quote"], "") for item in data.get("ignore", [])),
    )


def _event(item: Mapping[str, Any], groups: Mapping[str, tuple[str, ...]]) -> GoldEvent:
    return GoldEvent(
        id=item["id"],
        dates=tuple(item["date"].split("|")),
        types=tuple(item["type"].split("|")),
        statuses=tuple(item["status"].split("|")),
        important=item["important"],
        places=tuple(_name(text, groups) for text in item.get("places", [])),
        actors=tuple(_name(text, groups) for text in [*item.get("actors", []), f"?{_BYSTANDERS}"]),
        figures=item.get("figures", {}),
        mentions=tuple(GoldMention(**one) for one in item["mentions"]),
    )


def _name(text: str, groups: Mapping[str, tuple[str, ...]]) -> Name:
    spellings: list[str] = []
    for part in text.removeprefix("?").split("|"):
        spellings += [part, *groups.get(part, ())]
    return Name(tuple(dict.fromkeys(spellings)), text.startswith("?"))


@cache
def edtf_range(text: str) -> tuple[date, date]:
    """First and last day an EDTF value (ISO 8601-2) allows; a time of day is left out.

    Raises ValueError when it is not EDTF."""
    try:
        value = parse_edtf(re.sub(r"T[\d:]+(?:Z|[+-][\d:]+)?", "", text))
        return _day(value.lower_strict(), date.min), _day(value.upper_strict(), date.max)
    except Exception as error:  # the library raises its own kinds, and AttributeError for odd input
        raise ValueError(f"not an EDTF date: {text!r}") from error


def _day(value: Any, when_open: date) -> date:
    """A calendar day from the library's struct_time; an open end of an interval is an infinity there."""
    return when_open if isinstance(value, float) else date(*value[:3])


def find_problems(collection: Collection) -> Iterator[str]:
    """What is wrong with a collection, in words; nothing when it is well formed."""
    texts = {article.file: article.text for article in collection.articles}
    if collection.split not in SPLITS:
        yield f"split {collection.split!r} is not one of {SPLITS}"
    if len(texts) != len(collection.articles):
        yield "two articles share a file name"
    if len({event.id for event in collection.events}) != len(collection.events):
        yield "two events share an id"
    for article in collection.articles:
        yield from _date_problems(article.file, article.published)
    for event in collection.events:
        yield from (f"{event.id}: {problem}" for problem in _event_problems(event, texts))
    for ignore in collection.ignores:
        yield from (f"ignore: {problem}" for problem in _quote_problems(ignore, texts))


def _event_problems(event: GoldEvent, texts: Mapping[str, str]) -> Iterator[str]:
    if unknown := set(event.types) - set(TYPES):
        yield f"unknown type {unknown}"
    if unknown := set(event.statuses) - set(STATUSES):
        yield f"unknown status {unknown}"
    if unknown := {kind.removeprefix("?") for kind in event.figures} - set(FIGURE_KINDS):
        yield f"unknown figure {unknown}"
    if not event.mentions:
        yield "no mentions"
    for text in filter(None, event.dates):
        yield from _date_problems(event.id, text)
    for mention in event.mentions:
        yield from _quote_problems(mention, texts)
        if len(find_trigger(mention)) != 1:
            yield f"trigger {mention.trigger!r} is not in {mention.quote!r} exactly once"


def find_trigger(mention: GoldMention) -> list[int]:
    """Where in the quote the trigger stands as whole words."""
    return [hit.start() for hit in re.finditer(rf"(?<!\w){re.escape(mention.trigger)}(?!\w)", mention.quote)]


def _date_problems(where: str, text: str) -> Iterator[str]:
    try:
        first, last = edtf_range(text)
    except ValueError as error:
        yield f"{where}: {error}"
        return
    if not date(1900, 1, 1) <= first <= last <= date(2027, 12, 31):
        yield f"{where}: implausible date {text}"


def _quote_problems(mention: GoldMention, texts: Mapping[str, str]) -> Iterator[str]:
    if mention.file not in texts:
        yield f"no article {mention.file}"
        return
    count = texts[mention.file].count(mention.quote)
    if count != 1:
        yield f"{mention.file}: quote stands {count} times: {mention.quote!r}"
    if any(mark in mention.quote for mark in _MARKUP):
        yield f"{mention.file}: quote holds markup: {mention.quote!r}"
