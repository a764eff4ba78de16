"""Compile a language's dates.toml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of a language that tell time, compiled."""


def compile_dates(raw: dict[str, Any]) -> DateWords:
    """Check and compile the content of dates.toml."""
    return DateWords()
