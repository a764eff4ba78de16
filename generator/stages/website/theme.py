"""Find, read and check a theme: templates, static files and strings, its own over those it extends."""

from __future__ import annotations

import tomllib
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import jinja2

from generator.model.problem import Problem
from generator.stages.website.words import Words

SHIPPED = Path(__file__).resolve().parents[3] / "themes"
ENTRY_POINTS = "conflict_timeline.themes"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme ready for use: compiled templates, words, and the bytes of its static files."""

    name: str
    language: str
    templates: jinja2.Environment
    words: Words
    static: tuple[tuple[str, bytes], ...]
    """(path below `static/`, bytes), sorted; a theme's file takes the place of its parent's."""
    stylesheets: tuple[str, ...]
    """Paths below `static/`, in the order they apply: the base first."""


class BrokenTemplateError(Exception):
    """A theme's template failed on a page; `problem` says which line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def template_fault(error: jinja2.TemplateError, page: str) -> BrokenTemplateError:
    """The error of a template as a problem: the innermost line of a template on the way to it."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    where, line = (frames[-1].filename, frames[-1].lineno or 1) if frames else (page, 1)
    path = "/".join(Path(where).parts[-4:])
    hint = "The page it was making: " + page + ". docs/themes.md tells what templates may say."
    return BrokenTemplateError(Problem(path, line, 1, "error", "theme-template", str(error.message), hint))


def load_theme(
    name: str, folders: Sequence[Path] = (), language: str = "en"
) -> tuple[Theme, tuple[Problem, ...]]:
    """Read the theme called `name` from the first of `folders` that has it, the themes that ship with the
    project, or an installed package (entry point group `conflict_timeline.themes`, naming a package whose folder
    is the theme). A theme that is missing or broken is a warning, and the base theme stands in for it."""
    chain, problems = _chain(name, (*folders, SHIPPED))
    theme, faults = _assemble(name, chain, language)
    problems += faults
    if faults and name != "base":
        chain, _ = _chain("base", (SHIPPED,))
        theme, _ = _assemble("base", chain, language)
    return theme, tuple(problems)


def _chain(name: str, folders: Sequence[Path]) -> tuple[list[Path], list[Problem]]:
    """The folders of a theme and of those it extends, its own first."""
    chain: list[Path] = []
    seen: list[str] = []
    while name:
        folder = _find(name, folders)
        if folder is None or name in seen:
            where = f"themes/{seen[-1]}/theme.toml" if seen else "site.toml"
            wrong = f"theme {name!r} extends itself" if folder else f"there is no theme called {name!r}"
            known = ", ".join(sorted({path.parent.name for root in folders for path in root.glob("*/theme.toml")}))
            fault = Problem(where, 1, 1, "warning", "theme-missing", wrong, f"Themes found: {known}.")
            return [SHIPPED / "base"], [fault]
        seen.append(name)
        chain.append(folder)
        try:
            name = str(_toml(folder / "theme.toml").get("extends", ""))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            fault = Problem(f"themes/{name}/theme.toml", 1, 1, "warning", "theme-syntax", str(error), "")
            return [SHIPPED / "base"], [fault]
    return chain, []


def _find(name: str, folders: Sequence[Path]) -> Path | None:
    if "/" in name or "\\" in name or name.startswith("."):
        return None
    for root in folders:
        if (root / name / "theme.toml").is_file():
            return root / name
    for entry in entry_points(group=ENTRY_POINTS, name=name):
        module = entry.load()
        return Path(next(iter(module.__path__)))
    return None


def _assemble(name: str, chain: Sequence[Path], language: str) -> tuple[Theme, list[Problem]]:
    problems: list[Problem] = []
    strings: dict[str, Any] = {}
    static: dict[str, bytes] = {}
    sheets: list[str] = []
    for folder in reversed(chain):
        _merge(strings, _strings(folder, language, problems))
        for path in sorted((folder / "static").rglob("*")):
            if path.is_file():
                static[path.relative_to(folder / "static").as_posix()] = path.read_bytes()
        sheets += [str(sheet) for sheet in _toml(folder / "theme.toml").get("stylesheets", [])]
    environment = _environment(chain)
    problems += _check_templates(environment)
    problems += [
        Problem(f"themes/{name}/theme.toml", 1, 1, "warning", "theme-stylesheet", f"there is no static/{sheet}", "")
        for sheet in sheets if sheet not in static
    ]  # fmt: skip
    theme = Theme(name, language, environment, Words(strings), tuple(sorted(static.items())), tuple(sheets))
    return theme, problems


def _environment(chain: Sequence[Path]) -> jinja2.Environment:
    """Templates escape everything, whatever their name, and stop at any name that is not defined.

    A theme's template may extend the one it replaces: `{% extends "base/layout.html" %}`."""
    loaders = [jinja2.FileSystemLoader(folder / "templates") for folder in chain]
    named = jinja2.PrefixLoader({folder.name: loader for folder, loader in zip(chain, loaders, strict=True)})
    return jinja2.Environment(
        loader=jinja2.ChoiceLoader([*loaders, named]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )


def _check_templates(environment: jinja2.Environment) -> list[Problem]:
    """A syntax error in any template, found before the first page is made; each once, though the theme's own
    templates are known under two names."""
    found: dict[str, Problem] = {}
    for name in environment.list_templates():
        try:
            environment.get_template(name)
        except jinja2.TemplateSyntaxError as error:
            path = "themes/" + "/".join(Path(error.filename or name).parts[-3:])
            found.setdefault(path, Problem(path, error.lineno, 1, "warning", "theme-template", str(error.message), ""))
    return list(found.values())


def _strings(folder: Path, language: str, problems: list[Problem]) -> dict[str, Any]:
    """All strings of a language in a theme's folder: `en.toml` and `*.en.toml`; English where it has none."""
    merged: dict[str, Any] = {}
    for wanted in dict.fromkeys(("en", language.split("-", maxsplit=1)[0].lower())):
        for path in sorted((folder / "strings").glob("*.toml")):
            if path.name == f"{wanted}.toml" or path.name.endswith(f".{wanted}.toml"):
                try:
                    _merge(merged, _toml(path))
                except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                    where = f"themes/{folder.name}/strings/{path.name}"
                    problems.append(Problem(where, 1, 1, "warning", "theme-syntax", str(error), ""))
    return merged


def _merge(into: dict[str, Any], new: Mapping[str, Any]) -> None:
    for key, value in new.items():
        if isinstance(value, Mapping) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = dict(value) if isinstance(value, Mapping) else value


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
