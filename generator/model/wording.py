"""The words of a passage, boiled down so that passages can be compared in any language."""

from __future__ import annotations

import re

STEM = 6
"""Words are compared by their first letters, which joins protest, protests and protesters in any language
that inflects at the end."""
_WORD = re.compile(r"[^\W_]{3,}")


def stems(text: str) -> frozenset[str]:
    """The distinct word beginnings of a text, lower case; words of one or two letters are left out."""
    return frozenset(word[:STEM] for word in _WORD.findall(text.casefold()))
