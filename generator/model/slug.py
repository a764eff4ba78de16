"""Readable identifiers for addresses: ASCII, lower case, hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

LIMIT = 80


def slug(text: str, limit: int = LIMIT) -> str:
    """The text as an identifier of at most `limit` characters; empty when nothing of it can be kept."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")[:limit].strip("-")


def event_slug(edtf: str, title: str) -> str:
    """An event's identifier: the first date of its EDTF text as far as it is known, then its title."""
    start = re.match(r"-?\d{4}(?:-\d{2}){0,2}", edtf.lstrip("[/."))
    return slug(f"{start[0] if start else 'undated'}-{title}")


def unused(base: str, taken: Container[str]) -> str:
    """`base`, or `base-2`, `base-3`, ... whichever is not taken yet."""
    number, free = 1, base
    while free in taken:
        number += 1
        free = f"{base[: LIMIT - 4]}-{number}"
    return free
