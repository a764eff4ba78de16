"""Extended Date/Time Format values (ISO 8601-2:2019): parse, compare, bound, and say in words.

Covers level 1 and the part of level 2 that articles on a war need:
`2025-01-27`, `2025-01`, `2025`, `199X`, `19XX`, `2025-01-XX`, `2025-21` (seasons 21 to 24, quarters 33 to 36),
`2025-01-27T05:34`, qualifiers `~ ? %`, intervals `a/b`, `a/..`, `../b`, sets `[a,b]`, `[a..b]`, `[..b]`,
years before the common era (`-0489`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Precision = Literal[
    "minute", "day", "days", "week", "part-month", "month", "season", "year", "decade", "century", "range", "open"
]


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; the year is astronomical (0 is 1 BC)."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Edtf:
    """One EDTF value; `text` is its canonical string."""

    text: str
