"""Readable identifiers for addresses: ASCII, lower case, hyphens, such as `2025-01-27-m23-captures-goma`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Set
from hashlib import blake2b

from generator.model.edtf import Edtf

LIMIT = 80
"""An identifier is also a file name; file systems allow 255 bytes, people read less."""
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile(r"['’ʼ`]")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th"})
_KNOWN = {"year": 1, "season": 1, "decade": 1, "century": 1, "month": 2, "part-month": 2}
"""How many of year, month and day a coarse date lets be known."""


def slug(text: str, limit: int = LIMIT) -> str:
    """Lower-case ASCII words joined by hyphens, of at most `limit` characters; empty when nothing folds to ASCII."""
    folded = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold().translate(_LETTERS))
    plain = folded.encode("ascii", "ignore").decode("ascii")
    return clip(_NOT_WORD.sub("-", plain).strip("-"), limit)


def clip(text: str, length: int) -> str:
    """The slug cut at a word's end so that it is no longer than `length`."""
    if len(text) <= length:
        return text
    whole = text[: length + 1].rpartition("-")[0]
    return whole or text[:length]


def mention_id(*parts: str) -> str:
    """The id of a mention: a hash of what tells it from others of its article (never of offsets)."""
    return blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()


def unused(base: str, taken: Set[str]) -> str:
    """`base`, or `base-2`, `base-3`, ... whichever is not taken yet."""
    number, free = 1, base
    while free in taken:
        number += 1
        ending = f"-{number}"
        free = clip(base, LIMIT - len(ending)) + ending
    return free


def unique(slugs: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """The same slugs in the same order, the second and later of one name with -2, -3, ... added."""
    used, given = set(taken), []
    for wanted in slugs:
        given.append(unused(wanted, used))
        used.add(given[-1])
    return given


def event_slug(date: Edtf | None, title: str, fallback: str = "event") -> str:
    """`YYYY-MM-DD-title-words`, or `undated-title-words`; `fallback` stands for a title without a letter.

    A date coarser than a day begins the identifier with what is known of it, such as `2025-01`.
    """
    prefix = "undated"
    if date is not None and date.earliest is not None:
        day = date.earliest
        parts = _KNOWN.get(date.precision, 3)
        prefix = "-".join((f"{day.year:04d}", f"{day.month:02d}", f"{day.day:02d}")[:parts])
    elif date is not None and date.latest is not None:
        prefix = f"by-{date.latest.year:04d}"
    return clip(f"{prefix}-{slug(title) or slug(fallback) or 'event'}", LIMIT)
