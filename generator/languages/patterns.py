"""The little language of patterns in dates.toml, compiled to regular expressions over word codes.

A text is first turned into a string with one character, its *code*, for each word. A code stands for the set of
classes a word belongs to, so a pattern is a regular expression in which every slot is one set of characters:
nothing in it can backtrack for long, whatever the text.

    {month}         a slot: one word of that class (of [class.month])
    {number+}       up to five words of that class
    {name}          where [macro] has a `name`: that macro's pattern
    the end of      words, which match in any case
    [of]            may be missing
    (in | during)   one of several
    < ... >         marks the expression where the pattern holds more words, or two expressions
    $               no word follows: a punctuation mark, a blank line or the end
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_PIECE = re.compile(r"\s*(\{[a-z_]+\+?\}|[\[\]()|<>]|[^\s\[\](){}|<>$]+|\$)")
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")

Charset = Callable[[str], str]

UNKNOWN = "\x00"
"""The code of a word that no class and no pattern knows."""
BREAK = "\x01"
"""The code of a blank line."""


class PatternError(ValueError):
    """A pattern that cannot be read; the message names it."""


@dataclass(slots=True)
class Pattern:
    """A pattern taken apart; `regex` needs the codes, which are known once all patterns are read."""

    source: str
    pieces: list[str] = field(default_factory=list)

    @property
    def literals(self) -> set[str]:
        """The words that are spelt out in the pattern."""
        return {piece for piece in self.pieces if piece[0] not in "{[]()|<>$"}

    def regex(self, charset: Charset) -> tuple[str, dict[str, str]]:
        """The regular expression, and for each of its groups the slot it holds."""
        out: list[str] = []
        groups: dict[str, str] = {}
        parts = 0
        for piece in self.pieces:
            if piece in _FIXED:
                out.append(_FIXED[piece])
            elif piece == "<":
                parts += 1
                out.append(f"(?P<part{parts}>")
            elif piece == "$":
                out.append(f"(?={charset('stop')}|[{BREAK}]|\\Z)")
            elif piece[0] == "{":
                name, many = piece.strip("{}+"), piece.endswith("+}")
                group = f"g{len(groups)}"
                groups[group] = name
                out.append(f"(?P<{group}>{charset(name)}{'{1,5}' if many else ''})")
            else:
                out.append(charset("=" + piece))
        return "".join(out), groups


_FIXED = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|", ">": ")"}


def read_pattern(source: str, macros: Mapping[str, str]) -> Pattern:
    """Take a pattern apart, its macros put in. Raises PatternError."""
    return Pattern(source, list(_pieces(source, macros, 0)))


def _pieces(source: str, macros: Mapping[str, str], depth: int) -> list[str]:
    if depth > 9:
        raise PatternError(f"the macros of {source!r} go round in a circle")
    out: list[str] = []
    position = 0
    while position < len(source.rstrip()):
        match = _PIECE.match(source, position)
        if not match:
            raise PatternError(f"cannot read {source!r} at {source[position:]!r}")
        position = match.end()
        piece = match.group(1)
        name = piece.strip("{}")
        if piece[0] == "{" and name in macros:
            out += ["(", *_pieces(macros[name], macros, depth + 1), ")"]
        elif piece[0] in "{[]()|<>$":
            out.append(piece)
        else:
            out += _WORD.findall(piece.lower())
    return out
