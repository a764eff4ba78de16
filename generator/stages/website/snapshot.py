"""What was last published, and what has changed since: added, corrected and removed events.

A snapshot is a JSON file an editor keeps with the overrides (`seeds/_editorial/published.json`), so that the same
inputs always give the same pages. It holds the facts of each published event and a log of what past publications
changed. Events are followed by the passages that report them: one whose date or title was corrected has a new
identifier, but mostly the same passages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.event import Event, Timeline

SCHEMA = 1
FACTS = ("title", "date", "type", "status", "places", "actors", "figures")
"""What a reader would want to be told of when it changes."""
LOG_LIMIT = 20
Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One event that was added, corrected or removed."""

    kind: str
    """added, corrected or removed."""
    id: str
    """The event's identifier now; for a removed event the one it had."""
    title: str
    fields: tuple[tuple[str, Any, Any], ...] = ()
    """(field, before, after) of a correction, the values as in `data/events.json`."""
    into: str = ""
    """For a removed event: the identifier of the event that now has its passages, where one has."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs from a snapshot. `day` is the newest article's, as far as it is known."""

    added: tuple[Change, ...] = ()
    corrected: tuple[Change, ...] = ()
    removed: tuple[Change, ...] = ()
    day: str = ""

    def __iter__(self) -> Iterator[Change]:
        yield from self.corrected
        yield from self.removed
        yield from self.added


def snapshot(timeline: Timeline, previous: bytes = b"") -> bytes:
    """The timeline as it is published now, with the log of `previous` and what changed since it. One event a line."""
    events = {event.id: _facts(event) for event in timeline}
    log = read_log(previous)
    if read_events(previous) is not None:
        now = changes(previous, timeline)
        log = ((now, *log) if tuple(now) else log)[:LOG_LIMIT]
    lines = ",\n".join(f"{json.dumps(name)}: {_json(events[name])}" for name in sorted(events))
    logged = ",\n".join(_json(_changes_record(one)) for one in log)
    return f'{{"schema": {SCHEMA},\n"log": [\n{logged}\n],\n"events": {{\n{lines}\n}}}}\n'.encode()


def changes(previous: bytes, timeline: Timeline) -> Changes:
    """What differs from the snapshot `previous`; nothing where there is none that can be read."""
    before = read_events(previous)
    if before is None:
        return Changes(day=_newest(timeline))
    now = {event.id: _facts(event) for event in timeline}
    gone = [name for name in before if name not in now]
    fresh = [name for name in now if name not in before]
    renamed = _renamed({name: before[name] for name in gone}, {name: now[name] for name in fresh})
    pairs = [(name, name) for name in now if name in before] + [(old, new) for new, old in renamed.items()]
    corrected = (_corrected(before[old], now[new], new) for old, new in sorted(pairs, key=lambda pair: pair[1]))
    owners = {mention: name for name in now for mention in now[name]["mentions"]}
    left = [name for name in gone if name not in renamed.values()]
    return Changes(
        tuple(Change("added", name, now[name]["title"]) for name in fresh if name not in renamed),
        tuple(change for change in corrected if change),
        tuple(
            Change("removed", name, before[name]["title"], into=_into(before[name], owners)) for name in sorted(left)
        ),
        _newest(timeline),
    )


def read_events(data: bytes) -> dict[str, Facts] | None:
    """The events of a snapshot; None when it is empty or not one of ours."""
    whole = _parsed(data)
    events = whole.get("events")
    if not isinstance(events, dict) or not all(_sound(facts) for facts in events.values()):
        return None
    return events


def read_log(data: bytes) -> tuple[Changes, ...]:
    """What past publications changed, newest first; empty where the file has none or is broken."""
    try:
        return tuple(_read_changes(one) for one in _parsed(data).get("log", ()))
    except (KeyError, TypeError, ValueError, AttributeError):
        return ()


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        whole = json.loads(data) if data.strip() else {}
    except (ValueError, RecursionError):
        return {}
    return whole if isinstance(whole, dict) and whole.get("schema") == SCHEMA else {}


def _sound(facts: object) -> bool:
    if not isinstance(facts, dict) or not isinstance(facts.get("title"), str):
        return False
    mentions = facts.get("mentions")
    return isinstance(mentions, list) and all(isinstance(mention, str) for mention in mentions)


def _facts(event: Event) -> Facts:
    return {
        "title": event.title,
        "date": event.date.text if event.date else None,
        "type": event.type,
        "status": event.status,
        "places": sorted(place.name for place in event.places),
        "actors": sorted(actor.name for actor in event.actors),
        "figures": {figure.kind: [figure.best, figure.low, figure.high] for figure in event.figures},
        "mentions": sorted(mention.id for mention in event.mentions),
    }


def _renamed(gone: Mapping[str, Facts], fresh: Mapping[str, Facts]) -> dict[str, str]:
    """New identifier to old for events that kept at least half of their passages."""
    owner = {mention: name for name in sorted(gone) for mention in gone[name]["mentions"]}
    pairs: dict[str, str] = {}
    for name in sorted(fresh):
        shared: dict[str, int] = {}
        for mention in fresh[name]["mentions"]:
            if mention in owner:
                shared[owner[mention]] = shared.get(owner[mention], 0) + 1
        old = max(sorted(shared), key=shared.__getitem__, default="")
        if old and old not in pairs.values() and shared[old] * 2 >= len(gone[old]["mentions"]):
            pairs[name] = old
    return pairs


def _corrected(before: Facts, now: Facts, name: str) -> Change | None:
    fields = tuple(
        (fact, before.get(fact), now[fact]) for fact in FACTS if fact in before and before[fact] != now[fact]
    )
    return Change("corrected", name, now["title"], fields) if fields else None


def _into(facts: Facts, owners: Mapping[str, str]) -> str:
    """The event that now has the first of a removed event's passages."""
    return next((owners[mention] for mention in facts["mentions"] if mention in owners), "")


def _newest(timeline: Timeline) -> str:
    days = (mention.published.earliest for event in timeline for mention in event.mentions if mention.published)
    return max((str(day) for day in days if day), default="")


def _changes_record(one: Changes) -> dict[str, Any]:
    changed = [[each.kind, each.id, each.title, [list(field) for field in each.fields], each.into] for each in one]
    return {"day": one.day, "changes": changed}


def _read_changes(record: Mapping[str, Any]) -> Changes:
    made = [
        Change(str(kind), str(name), str(title), tuple((str(f), old, new) for f, old, new in fields), str(into))
        for kind, name, title, fields, into in record["changes"]
    ]
    by_kind = {kind: tuple(one for one in made if one.kind == kind) for kind in ("added", "corrected", "removed")}
    return Changes(**by_kind, day=str(record["day"]))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
