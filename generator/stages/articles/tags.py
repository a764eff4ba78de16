"""A reader of tags that is linear in its input whatever comes: no tree, no backtracking, nothing lost.

It serves Markdown's output, measures how deep a page nests before a tree is built, and reads the pages that nest
too deep.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator

from generator.stages.articles.blocks import BlockBuilder, Piece

_TOKEN = re.compile(
    r"<!--(?:.*?-->|.*)|<!\[CDATA\[|<[!?][^<>]*+>?"
    r"|<(?P<raw>script|style|textarea|title|iframe|noscript|xmp)\b[^<>]*+>(?P<inner>.*?(?:(?=</(?P=raw)\b)|\Z))"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9:-]*)(?P<attributes>(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*'|[\"'])*+)>?"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([a-zA-Z_:][\w:.-]{0,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_SELF_CLOSING = frozenset(["p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot"])


def pieces_of(source: str) -> list[Piece]:
    """The blocks of a piece of HTML, read from tag to tag."""
    builder = BlockBuilder()
    for kind, value, attributes in tokens(source):
        if kind == "text":
            builder.data(html.unescape(value))
        elif kind == "end":
            builder.end(value)
        else:
            builder.start(value, parse_attributes(attributes) if attributes else {})
            if value in VOID:
                builder.end(value)
    return builder.close()


def tokens(source: str) -> Iterator[tuple[str, str, str]]:
    """("start", tag, attributes), ("end", tag, "") and ("text", text, ""); scripts and comments are left out."""
    for match in _TOKEN.finditer(source):
        if match["text"]:
            yield "text", match["text"], ""
        elif match["tag"]:
            yield ("end" if match["close"] else "start"), match["tag"].lower(), match["attributes"]


def parse_attributes(text: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text[:4000]):
        found.setdefault(name.lower(), html.unescape(double or single or bare))
    return found


def survey(source: str) -> tuple[int, int]:
    """How deep a page's tags nest at most, counted from what is open of each kind, and how many letters it has."""
    open_tags: Counter[str] = Counter()
    now = deepest = letters = 0
    for kind, value, _ in tokens(source):
        if kind == "text":
            letters += len(value.strip())
        elif value in VOID or value in _SELF_CLOSING:
            continue
        elif kind == "start":
            open_tags[value] += 1
            now += 1
            deepest = max(deepest, now)
        elif open_tags[value]:
            open_tags[value] -= 1
            now -= 1
    return deepest, letters
