"""The one form in which names are compared: lower case, without accents, apostrophes, hyphens and dots."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_DROPPED = {ord(char): None for char in "'’‘`ʼʻʿʾ."} | {ord("-"): " ", ord("‑"): " ", ord("–"): " ", ord("/"): " "}
# Letters that do not decompose.
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a"})


# Names repeat within and between articles.
@lru_cache(maxsize=50_000)
def key_of(name: str) -> str:
    """The key of a name: `Deir ez-Zor` gives `deir ez zor`, `N'Djamena` gives `ndjamena`, `U.S.` gives `us`."""
    key = name.lower().translate(_DROPPED)
    if not key.isascii():
        decomposed = unicodedata.normalize("NFD", key.translate(_LETTERS))
        key = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(key.split())
