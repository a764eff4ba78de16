"""site.toml: the site's settings, each with a default, each checked."""

from __future__ import annotations

import tomllib
from collections.abc import Container
from dataclasses import dataclass, fields
from typing import get_args
from urllib.parse import urlsplit

from generator.model.problem import Problem, toml_place
from generator.model.text import Publish


@dataclass(frozen=True, slots=True)
class Settings:
    """The site's settings; every field has a default, so a folder of articles alone builds."""

    title: str = "Conflict timeline"
    description: str = ""
    """One or two sentences under the title and in feeds."""
    language: str = "en"
    """BCP 47 tag; names the language pack and the interface strings."""
    base_url: str = ""
    """Where the site is published, such as `https://example.org/timeline/`; feeds and the sitemap need it."""
    theme: str = "base"
    publisher: str = ""
    """Who answers for the site: shown in the footer, the feeds and the citation."""
    repository: str = ""
    """The https address of the site's repository; `report an error` opens a prefilled issue there."""
    license: str = ""
    """The licence of the timeline's own data, in words or as an SPDX name."""
    publish: Publish = "full"
    """How much of an article is shown when its front matter does not say: full, excerpt or none."""
    key_events: int = 40
    """How many events the front page tells at most; 0 shows all."""
    day_first: bool | None = None
    """How 03/04/2025 is read where the document itself does not tell; unset: by the article's evidence."""


def parse_settings(text: str, path: str) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the text of a site.toml; unknown keys and wrong types are problems, the rest stands."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, col = toml_place(error, text)
        hint = 'Text values need quotes, such as title = "My timeline".'
        return Settings(), (Problem(path, line, col, "error", "settings-syntax", str(error), hint),)
    known = {field.name for field in fields(Settings)}
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for key, value in raw.items():
        line = _line_of(text, key)
        fault = _fault(key, value, known)
        if fault:
            problems.append(Problem(path, line, 1, "error", "settings-value", *fault))
        else:
            values[key] = value.strip() if isinstance(value, str) else value
    if isinstance(values.get("base_url"), str) and values["base_url"]:
        values["base_url"] = str(values["base_url"]).rstrip("/") + "/"
    return Settings(**values), tuple(problems)  # type: ignore[arg-type]  # checked by _fault


def _fault(key: str, value: object, known: Container[str]) -> tuple[str, str] | None:
    """What is wrong with one setting, and how to mend it; None when nothing is."""
    if key not in known:
        return f"there is no setting called {key!r}", "Known settings: " + ", ".join(
            field.name for field in fields(Settings)
        ) + "."
    default = getattr(Settings(), key)
    wanted = bool if key == "day_first" else type(default)
    if type(value) is not wanted:
        kind = {str: "text in quotes", int: "a whole number", bool: "true or false"}[wanted]
        return f"{key} must be {kind}", f"Written here: {value!r}."
    if key == "publish" and value not in get_args(Publish):
        return f"publish cannot be {value!r}", "Use full, excerpt or none."
    if key in {"base_url", "repository"} and value and urlsplit(str(value)).scheme not in {"http", "https"}:
        return f"{key} must begin with https:// or http://", f"Written here: {value!r}."
    if key == "key_events" and isinstance(value, int) and value < 0:
        return "key_events cannot be negative", "Use 0 to show every event on the front page."
    return None


def _line_of(text: str, key: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if line.split("=")[0].strip().strip("[]\"' ") == key:
            return number
    return 1
