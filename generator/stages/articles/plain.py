"""Plain text: title lines, paragraphs (wrapped at a column or not), bullets, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.languages.sentences import SentenceWords
from generator.stages.articles.blocks import Piece
from generator.stages.articles.clues import dateline_pattern, is_byline, is_date_line
from generator.stages.articles.draft import Draft, squeeze
from generator.stages.articles.finish import finish, same_words

_BULLET = re.compile(r"(\s*)(?:[•▪◦●‣·∙■–—*+-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_RULE = re.compile(r"\s*([-=_*~#.])(?:\s*+\1){2,}\s*")
_NOT_HEADING = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_NOT_TITLE = re.compile(r"[.;,:][\"'”’»)\]]*$")
TITLE_LENGTH = 200
HEADING_LENGTH = 90


class Line(NamedTuple):
    """A line of the file with its number, counted from 1."""

    number: int
    text: str


def read_plain(draft: Draft, body: str, first_line: int, words: SentenceWords) -> None:
    """Fill `draft` from plain text whose first line is line `first_line` of the file."""
    groups = list(_groups(body, first_line))
    if not groups:
        return
    pieces, rest = _title(draft, groups, words)
    wrapped = _is_wrapped(rest)
    for group in rest:
        pieces.extend(_piece(lines, alone=len(group) == 1) for lines in _paragraphs(group, wrapped))
    if len(pieces) > 1 and pieces[-1].kind == "heading" and pieces[-1].level == 2:
        pieces[-1].kind = "paragraph"  # nothing follows that it could head
    finish(draft, pieces, words)


def _groups(body: str, first_line: int) -> Iterator[list[Line]]:
    """Runs of lines between blank lines; ruled lines count as blank."""
    group: list[Line] = []
    for number, text in enumerate(body.split("\n"), first_line):
        if not text or text.isspace() or (len(text) < 200 and _RULE.fullmatch(text)):
            if group:
                yield group
                group = []
        else:
            group.append(Line(number, text))
    if group:
        yield group


def _title(draft: Draft, groups: list[list[Line]], words: SentenceWords) -> tuple[list[Piece], list[list[Line]]]:
    """The pieces of the headline and its deck, and the groups below them."""
    first, *below = groups[0]
    text = squeeze(first.text)
    known = draft.meta.get("title", "")
    if not same_words(text, known) and (known or not _is_title(text, len(groups) > 1 or bool(below), words)):
        return [], groups
    pieces = [Piece("heading", text, 1, first.number)]
    if (
        below
        and len(below) <= 3
        and len(groups) > 1
        and all(_is_title(squeeze(line.text), True, words) for line in below)
    ):
        pieces.extend(_headline(line, words) for line in below)
        below = []
    return pieces, [below, *groups[1:]] if below else groups[1:]


def _headline(line: Line, words: SentenceWords) -> Piece:
    text = squeeze(line.text)
    plain = is_date_line(text, words) or is_byline(text, words)
    return Piece("paragraph", text, 0, line.number) if plain else Piece("heading", text, 2, line.number)


def _is_title(text: str, more: bool, words: SentenceWords) -> bool:
    """Whether a first line reads as a headline: short, without a full stop, and followed by more."""
    if not more or len(text) > TITLE_LENGTH or _BULLET.match(text) or dateline_pattern(words).match(text):
        return False
    return not _NOT_TITLE.search(text) or text.endswith(("...", "…", "?”", "!”"))


def _is_wrapped(groups: list[list[Line]]) -> bool:
    """Whether the body is broken into lines at a column: most lines that have a next line are about as long."""
    lengths = [len(line.text) for group in groups for line in group[:-1] if not _BULLET.match(line.text)]
    if not lengths or max(lengths) > 120:
        return False
    widest = max(lengths)
    return widest >= 40 and sum(length >= widest * 0.7 for length in lengths) >= len(lengths) * 0.6


def _paragraphs(group: list[Line], wrapped: bool) -> Iterator[list[Line]]:
    """Split a group into paragraphs and list items."""
    piece: list[Line] = []
    in_item = False
    for line in group:
        bullet = _BULLET.match(line.text) is not None
        continues = wrapped or (in_item and line.text[:1].isspace())
        if piece and (bullet or not continues):
            yield piece
            piece = []
        in_item = bullet or (in_item and bool(piece))
        piece.append(line)
    if piece:
        yield piece


def _piece(lines: list[Line], *, alone: bool) -> Piece:
    """A paragraph, list item or heading."""
    number = lines[0].number
    bullet = _BULLET.match(lines[0].text)
    if bullet:
        text = squeeze(lines[0].text[bullet.end() :] + " " + " ".join(line.text for line in lines[1:]))
        return Piece("list-item", text, 1 + len(bullet.group(1).expandtabs(4)) // 4, number)
    text = squeeze(" ".join(line.text for line in lines)) if len(lines) > 1 else squeeze(lines[0].text)
    if alone and is_heading(text):
        return Piece("heading", text, 2, number)
    return Piece("paragraph", text, 0, number)


def is_heading(text: str) -> bool:
    """Whether a line alone between blank lines reads as a heading: short, without final punctuation."""
    if len(text) > HEADING_LENGTH or _NOT_HEADING.search(text) or not any(map(str.isalpha, text)):
        return False
    return not text[0].islower() and "http" not in text
