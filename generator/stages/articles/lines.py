"""Which line of the file each block began on, where the parser between them does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.stages.articles.blocks import Piece

_WORD = re.compile(r"[^\W_]{2,}")
_NEAR = 30_000
_GAP = 60
_TRIES = 20
_FAR_TRIES = 40


def set_lines(pieces: Sequence[Piece], source: str, first_line: int) -> None:
    """Give every piece its line: its first words are looked for after those of the piece before.

    Greedy and bounded: a piece whose words are not found keeps the line of the one before it.
    """
    position, counted, line, far = 0, 0, first_line, _FAR_TRIES
    for piece in pieces:
        found = _find(piece.text, source, position, min(len(source), position + _NEAR))
        if found < 0 and far:
            far -= 1
            found = _find(piece.text, source, position, len(source))
        if found >= 0:
            line += source.count("\n", counted, found)
            counted = found
            position = found + len(piece.text) * 9 // 10  # a source is hardly ever shorter than its text
        piece.line = line


def _find(text: str, source: str, start: int, end: int) -> int:
    """Where the first words of a text stand near each other in the source; -1 when nowhere."""
    words = _WORD.findall(text[:80])[:3]
    if not words:
        return -1
    first, others = words[0], words[1:]
    for _ in range(_TRIES):
        start = source.find(first, start, end)
        if start < 0:
            return -1
        near = start + len(first)
        for word in others:
            place = source.find(word, near, near + _GAP + len(word)) if near >= 0 else -1
            near = place + len(word) if place >= 0 else -1
        if near >= 0:
            return start
        start += len(first)
    return -1
