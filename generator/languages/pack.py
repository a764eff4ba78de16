"""Find, read and compile a language pack: a folder with sentences.toml, dates.toml and events.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from sys import intern
from typing import Any

from generator.languages.dates import DateWords, compile_dates
from generator.languages.events import EventWords, compile_events
from generator.languages.names import NameWords, compile_names
from generator.languages.sentences import SentenceWords, compile_sentences

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Pack:
    """One language, compiled: what each per-article stage needs to know of it."""

    language: str
    sentences: SentenceWords
    dates: DateWords
    events: EventWords
    names: NameWords


def read_toml(folder: Path, name: str) -> dict[str, Any]:
    """The raw content of one of a pack's files, with that of the folder of its name where there is one."""
    raw: dict[str, Any] = _interned(tomllib.loads((folder / name).read_text(encoding="utf-8")))
    for part in sorted((folder / name.removesuffix(".toml")).glob("*.toml")):
        for key, value in _interned(tomllib.loads(part.read_text(encoding="utf-8"))).items():
            raw[key] = _merged(raw[key], value) if key in raw else value
    return raw


def _interned(value: Any) -> Any:
    """A table with each of its strings once: what is the same object need not be compared letter by letter."""
    if isinstance(value, str):
        return intern(value)
    if isinstance(value, list):
        return [*map(_interned, value)]
    if isinstance(value, dict):
        return {intern(key): _interned(one) for key, one in value.items()}
    return value


def _merged(known: Any, more: Any) -> Any:
    """Two values of one key: lists are joined and tables merged, so that a theme's file can extend a common list."""
    if isinstance(known, dict) and isinstance(more, dict):
        return known | {key: _merged(known[key], value) if key in known else value for key, value in more.items()}
    if isinstance(known, list) and isinstance(more, list):
        return [*known, *more]
    return more


@cache
def load_pack(language: str = "en") -> Pack:
    """The pack of a language that ships with the project.

    Raises FileNotFoundError when there is none; the caller names the languages there are.
    """
    folder = HERE / language.split("-", maxsplit=1)[0].lower()
    return Pack(
        language,
        compile_sentences(read_toml(folder, "sentences.toml")),
        compile_dates(read_toml(folder, "dates.toml")),
        compile_events(read_toml(folder, "events.toml")),
        compile_names(read_toml(folder, "names.toml")),
    )


def languages() -> tuple[str, ...]:
    """The languages there are packs for, sorted."""
    return tuple(sorted(path.parent.name for path in HERE.glob("*/dates.toml")))
