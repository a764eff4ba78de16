"""Event ids: readable, stable slugs such as `2025-01-27-m23-captures-goma`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from generator.model.edtf import Edtf

MAX_LENGTH = 80
_KNOWN = {"year": 1, "season": 1, "decade": 1, "century": 1, "month": 2, "part-month": 2}
"""How many of year, month and day a coarse date lets be known."""
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile(r"['’ʼ`]")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th"})


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens; empty when no letter or digit folds to ASCII."""
    folded = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold().translate(_LETTERS))
    plain = folded.encode("ascii", "ignore").decode("ascii")
    return _NOT_WORD.sub("-", plain).strip("-")


def event_id(date: Edtf | None, title: str, fallback: str) -> str:
    """`YYYY-MM-DD-title-words`, or `undated-title-words`; `fallback`, a mention's id, is for an empty title.

    A date coarser than a day begins the id with what is known of it, such as `2025-01`.
    """
    prefix = "undated"
    if date is not None and date.earliest is not None:
        day = date.earliest
        parts = _KNOWN.get(date.precision, 3)
        prefix = "-".join((f"{day.year:04d}", f"{day.month:02d}", f"{day.day:02d}")[:parts])
    elif date is not None and date.latest is not None:
        prefix = f"by-{date.latest.year:04d}"
    return clip(f"{prefix}-{slug(title) or slug(fallback) or 'event'}", MAX_LENGTH)


def clip(text: str, length: int) -> str:
    """The slug cut at a word's end so that it is no longer than `length`."""
    if len(text) <= length:
        return text
    whole = text[: length + 1].rpartition("-")[0]
    return whole or text[:length]


def unique(ids: Iterable[str]) -> list[str]:
    """The same ids in the same order, the second and later of one name with -2, -3, ... added."""
    taken: set[str] = set()
    given: list[str] = []
    for wanted in ids:
        name, number = wanted, 1
        while name in taken:
            number += 1
            ending = f"-{number}"
            name = clip(wanted, MAX_LENGTH - len(ending)) + ending
        taken.add(name)
        given.append(name)
    return given
