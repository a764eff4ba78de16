"""Read `seeds/_editorial/`: overrides, names, and what was last published. Every part may be missing."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from generator.model.editorial import Editorial, Override, OverrideKind, Selector
from generator.model.problem import Problem, toml_place
from generator.stages.overrides.fields import check_fields
from generator.stages.overrides.names import parse_actors, parse_places

KINDS: tuple[str, ...] = get_args(OverrideKind)
SELECTOR_KEYS = ("event", "article", "quote", "trigger")
_HEADER = re.compile(r"^\s*\[\[\s*([A-Za-z_-]+)\s*\]\]", re.MULTILINE)


def read_editorial(folder: Path) -> tuple[Editorial, tuple[Problem, ...]]:
    """Everything an editor wrote below `folder`; what is wrong with it, by file and line."""
    problems: list[Problem] = []

    def text_of(name: str) -> str | None:
        path = folder / name
        try:
            return path.read_text(encoding="utf-8-sig") if path.exists() else None
        except (OSError, UnicodeDecodeError) as error:
            hint = "Save it as UTF-8 text."
            problems.append(Problem(f"_editorial/{name}", 0, 0, "error", "editorial-unreadable", str(error), hint))
            return None

    overrides, found = parse_overrides(text_of("overrides.toml") or "", "_editorial/overrides.toml")
    actors, actor_problems = parse_actors(text_of("actors.csv") or "", "_editorial/actors.csv")
    places, place_problems = parse_places(text_of("places.csv") or "", "_editorial/places.csv")
    published = (text_of("published.json") or "").encode()
    editorial = Editorial(overrides, actors, places, published)
    return editorial, (*problems, *found, *actor_problems, *place_problems)


def parse_overrides(text: str, path: str) -> tuple[tuple[Override, ...], tuple[Problem, ...]]:
    """The entries of an overrides.toml, in the order of the file; a broken entry never costs the others."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, col = toml_place(error, text)
        hint = "Text values need quotes; every entry begins with [[set]], [[drop]] or another kind in double brackets."
        return (), (Problem(path, line, col, "error", "override-syntax", str(error), hint),)
    overrides: list[Override] = []
    problems: list[Problem] = []
    for kind, line, entry in _entries(raw, text):
        if kind not in KINDS or not isinstance(entry, dict):
            hint = "An entry begins with one of " + ", ".join(f"[[{known}]]" for known in KINDS) + "."
            message = f"there is no override called {kind!r}"
            problems.append(Problem(path, line, 1, "error", "override-kind", message, hint))
            continue
        override, fault = _override(kind, line, entry, path)  # type: ignore[arg-type]  # checked above
        problems.extend(fault)
        if override:
            overrides.append(override)
    return tuple(sorted(overrides, key=lambda entry: entry.line)), tuple(problems)


def _entries(raw: dict[str, Any], text: str) -> Iterator[tuple[str, int, Any]]:
    """(kind, line, entry) for every entry. tomllib keeps no lines, so the nth header of a kind is counted out."""
    lines: dict[str, list[int]] = defaultdict(list)
    for match in _HEADER.finditer(text):
        lines[match[1]].append(text.count("\n", 0, match.start(1)) + 1)
    for kind, entries in raw.items():
        for number, entry in enumerate(entries if isinstance(entries, list) else [entries]):
            known = lines.get(kind, [])
            yield kind, known[number] if number < len(known) else 1, entry


def _override(kind: OverrideKind, line: int, entry: dict[str, Any], path: str) -> tuple[Override | None, list[Problem]]:
    """One checked entry, or what is wrong with it."""

    def fault(message: str, hint: str) -> tuple[None, list[Problem]]:
        return None, [Problem(path, line, 1, "error", "override-entry", f"[[{kind}]]: {message}", hint)]

    targets = _targets(kind, entry)
    if any(not (target.event or target.quote) for target in targets):
        return fault("nothing says which event is meant", 'Give event = "its-id", or quote = "words of the article".')
    if kind in {"same", "different"} and len(targets) < 2:
        hint = 'Give events = ["one-id", "other-id"] or mentions = [{ article = "a.md", quote = "..." }, ...].'
        return fault("it takes two or more", hint)
    if kind == "pin" and not (targets[0].event and targets[0].quote):
        hint = 'Give event = "the-id-to-keep" and quote = "words of the article" by which the event is found again.'
        return fault("a pin needs both the id and a quote", hint)
    given = {key: value for key, value in entry.items() if key not in (*SELECTOR_KEYS, "events", "mentions", "note")}
    fields, faults = check_fields(kind, given)
    if faults:
        return None, [Problem(path, line, 1, "error", "override-entry", f"[[{kind}]]: {m}", h) for m, h in faults]
    return Override(kind, path, line, targets, fields, str(entry.get("note", ""))), []


def _targets(kind: str, entry: dict[str, Any]) -> tuple[Selector, ...]:
    """The events an entry names."""
    if kind in {"same", "different"}:
        listed = [{"event": name} for name in entry.get("events", []) if isinstance(name, str)]
        listed += [mention for mention in entry.get("mentions", []) if isinstance(mention, dict)]
        return tuple(_selector(one) for one in listed)
    if kind == "add" and not entry.get("quote"):
        return ()
    return (_selector(entry),)


def _selector(entry: dict[str, Any]) -> Selector:
    return Selector(**{key: str(entry.get(key, "")).strip() for key in SELECTOR_KEYS})
