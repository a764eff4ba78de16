"""What is wrong with a user's file, and where a value came from."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Literal

from generator.model.record import record
from generator.model.text import Span

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in what a user gave us: a value, never an exception.

    `path` is as the user would type it, `line` and `col` count from 1 (0: not known),
    `code` is a stable name such as `front-matter-syntax`, `hint` says how to mend it.
    """

    path: str
    line: int
    col: int
    severity: Severity
    code: str
    message: str
    hint: str = ""


@record(frozen=True, slots=True)
class Provenance:
    """Which stage and rule made a value, from which words, out of which other values."""

    stage: str
    rule: str
    span: Span | None = None
    note: str = ""
    """What a reader should know: the anchor, the value, the reason."""
    inputs: tuple[Provenance, ...] = ()


def toml_place(error: tomllib.TOMLDecodeError, text: str) -> tuple[int, int]:
    """Line and column of a TOML error, read from its message (Python 3.14 has attributes, 3.11 has not);
    the line after the last where the error is that the text ends."""
    place = re.search(r"line (\d+), column (\d+)", str(error))
    return (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 1)
