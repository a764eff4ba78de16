"""Front matter: YAML between `---` lines or TOML between `+++` lines, read without trusting it.

YAML is read from its events, so every scalar stays the text that was written (`NO` is no falsehood, 12:30 no
number), aliases and deep nesting are refused before anything is built, and every key knows its line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

import yaml

from generator.model.problem import Problem

MAX_CHARACTERS = 16 * 1024
TOO_DEEP = "the front matter nests too deep"
FLAT = "Front matter needs at most a list of references."
MAX_DEPTH = 8
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEY = re.compile(r"([A-Za-z_][\w -]{0,40}?)\s*(?::(?=\s|$)|=)\s*(.*)$")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"


@dataclass(slots=True)
class FrontMatter:
    """What stood at the head of a file, and where its body begins."""

    values: dict[str, Value] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    problems: list[Problem] = field(default_factory=list)


class _FaultError(ValueError):
    def __init__(self, code: str, line: int, col: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.line, self.col, self.message, self.hint = code, line, col, message, hint


def read_front_matter(name: str, text: str) -> FrontMatter:
    """Split a file's text into front matter and body; faults are problems and the body is kept."""
    fence = text[:3]
    first_line = text.split("\n", 1)[0].rstrip()
    if first_line not in {"---", "+++"}:
        return FrontMatter(body=text)
    block, body, found = _split(text, ("---", "...") if fence == "---" else ("+++",))
    if not any(_KEY.match(line) for line in block.splitlines()):
        return FrontMatter(body=text)  # a ruler, not front matter
    result = FrontMatter(body=body, body_line=block.count("\n") + (4 if found else 3))
    try:
        _parse(block, fence, result, name, closed=found)
    except _FaultError as fault:
        _salvage(block, result)
        result.problems.append(Problem(name, fault.line, fault.col, "error", fault.code, fault.message, fault.hint))
    return result


def _split(text: str, ends: tuple[str, ...]) -> tuple[str, str, bool]:
    """The block after the first line, the body, and whether the end marker was there."""
    start = text.find("\n") + 1
    position = start
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        if text[position:end].rstrip() in ends:
            return text[start : max(start, position - 1)], text[end + 1 :], True
        if position - start > 4 * MAX_CHARACTERS:
            break
        position = end + 1
    block = re.match(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))*", text[start : start + MAX_CHARACTERS])
    size = block.end() if block else 0
    return text[start : start + size].rstrip("\n"), text[start + size :], False


def _parse(block: str, fence: str, result: FrontMatter, name: str, *, closed: bool) -> None:
    if not closed:
        hint = f"Close it with a line of its own that says {fence}."
        raise _FaultError("front-matter-end", 1, 1, f"the front matter that opens with {fence} is never closed", hint)
    if len(block) > MAX_CHARACTERS:
        hint = "Move text below the closing line."
        raise _FaultError("front-matter-size", 1, 1, "the front matter is longer than 16 KB", hint)
    if fence == "+++":
        _parse_toml(block, result)
    else:
        _parse_yaml(block, result, name)


def _parse_yaml(block: str, result: FrontMatter, name: str) -> None:
    try:
        events = yaml.parse(block, Loader=_LOADER)
        value = _build(_guarded(events), result, name)
    except _FaultError:
        raise
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, col = (mark.line + 2, mark.column + 1) if mark else (2, 1)
        what = getattr(error, "problem", None) or "it is not YAML"
        if "nesting" in what:  # libyaml since 0.2.6 stops at a depth of its own, before the event that shows it
            raise _FaultError("front-matter-depth", line, col, TOO_DEEP, FLAT) from None
        hint = 'Put values that hold a colon, #, [ or { in quotes: title: "Goma: the fall".'
        raise _FaultError("front-matter-syntax", line, col, f"the front matter cannot be read: {what}", hint) from None
    except ValueError:  # characters YAML does not allow
        raise _FaultError(
            "front-matter-syntax", 2, 1, "the front matter cannot be read", "Remove odd characters."
        ) from None
    if not isinstance(value, dict):
        hint = "Write lines such as: date: 2025-01-28"
        raise _FaultError("front-matter-syntax", 2, 1, "the front matter holds no keys", hint)
    result.values.update(value)


def _guarded(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """The events, until one nests too deep or is an alias."""
    depth = 0
    for event in events:
        line, col = _place(event)
        if isinstance(event, yaml.AliasEvent):
            hint = "Write the value out where it is needed."
            raise _FaultError("front-matter-alias", line, col, "YAML aliases (*name) are not read", hint)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _FaultError("front-matter-depth", line, col, TOO_DEEP, FLAT)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        yield event


def _place(event: yaml.Event) -> tuple[int, int]:
    """Line and column in the file; the front matter's block begins on line 2."""
    mark = event.start_mark
    return (mark.line + 2, mark.column + 1) if mark else (2, 1)


def _build(events: Iterator[yaml.Event], result: FrontMatter, name: str) -> Value:
    """The first document's value; keeps the line of each top-level key, reports keys that come twice."""
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            return _node(event, events, result, name, top=True)
    return None


def _node(event: yaml.Event, events: Iterator[yaml.Event], result: FrontMatter, name: str, *, top: bool) -> Value:
    if isinstance(event, yaml.ScalarEvent):
        return None if event.style is None and event.value in _NULLS else event.value
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Value] = []
        for inner in events:
            if isinstance(inner, yaml.SequenceEndEvent):
                break
            items.append(_node(inner, events, result, name, top=False))
        return items
    return _mapping(events, result, name, top=top)


def _mapping(events: Iterator[yaml.Event], result: FrontMatter, name: str, *, top: bool) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        key = str(_node(event, events, result, name, top=False))
        line, _ = _place(event)
        value = _node(next(events), events, result, name, top=False)
        if key in values:
            hint = "The first one counts; delete the other."
            message = f"{key!r} is given twice"
            result.problems.append(Problem(name, line, 1, "error", "front-matter-duplicate", message, hint))
            continue
        values[key] = value
        if top:
            result.lines[key] = line
    return values


def _parse_toml(block: str, result: FrontMatter) -> None:
    if _toml_depth(block) > MAX_DEPTH:
        raise _FaultError("front-matter-depth", 2, 1, TOO_DEEP, FLAT)
    try:
        values = {key: _as_text(value) for key, value in tomllib.loads(block).items()}
    except (ValueError, RecursionError) as error:
        words = str(error).rstrip(")").replace(",", "").split()
        numbers = {before: word for before, word in pairwise(words) if word.isdigit()}
        line, col = int(numbers.get("line", 1)) + 1, int(numbers.get("column", 1))
        hint = 'Text values need quotes: title = "Goma falls".'
        raise _FaultError("front-matter-syntax", line, col, f"the front matter cannot be read: {error}", hint) from None
    result.values.update(values)
    for number, line_text in enumerate(block.splitlines(), 2):
        match = _KEY.match(line_text)
        if match:
            result.lines.setdefault(match.group(1).strip(), number)


def _toml_depth(block: str) -> int:
    depth = deepest = 0
    for character in block:
        if character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth = max(0, depth - 1)
    return deepest


def _as_text(value: object) -> Value:
    if isinstance(value, dict):
        return {key: _as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_text(inner) for inner in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _salvage(block: str, result: FrontMatter) -> None:
    """Take the plain `key: value` lines of a block that could not be read as a whole."""
    for number, line in enumerate(block.splitlines()[:200], 2):
        match = _KEY.match(line[:2000])
        if match and match.group(2) and match.group(2).strip()[0] not in "[{&*!|>":
            key = match.group(1).strip()
            if key not in result.values:
                result.values[key] = match.group(2).strip().strip("\"'")
                result.lines.setdefault(key, number)
