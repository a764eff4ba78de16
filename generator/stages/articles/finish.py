"""From pieces to the article: title, byline, dateline, captions, references and copyright line find their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.languages.sentences import SentenceWords
from generator.stages.articles.blocks import Piece
from generator.stages.articles.clues import copyright_clue, is_byline, is_date_line, is_label, read_dateline, title_date
from generator.stages.articles.draft import Clue, Draft, squeeze

_LINK_LINE = re.compile(r"(?:(?P<words>.*?)\s*[:,–—-]?\s*)??(?P<url>https?://\S+)")
HEAD_PIECES = 8
"""How many pieces from the top may be byline and date lines."""


def finish(draft: Draft, pieces: Sequence[Piece], words: SentenceWords) -> None:
    """Put the pieces of a body into `draft`, taking from them what is metadata."""
    body = _references(draft, _head(draft, list(pieces), words), words)
    dateline_sought = 3
    for piece in body:
        if piece.kind in {"paragraph", "list-item", "quote", "heading"}:
            clue = copyright_clue(piece.text, words, piece.line)
            if clue:
                draft.clues.append(clue)
                piece.kind = "furniture"
            elif caption_pattern(words).match(piece.text) and len(piece.text) < 400:
                piece.kind = "caption"
        if piece.kind == "paragraph" and dateline_sought:
            dateline_sought = 0 if read_dateline(draft, piece.text, words, piece.line) else dateline_sought - 1
        level = piece.level if piece.kind in {"heading", "list-item"} else 0
        draft.add(piece.kind, piece.text, level=level, line=piece.line, header=piece.header, marks=piece.marks)


def _head(draft: Draft, pieces: list[Piece], words: SentenceWords) -> list[Piece]:
    """Take the title (and its repetitions), bylines and date lines from the top."""
    if not draft.meta.get("title"):
        first = next((piece for piece in pieces[:HEAD_PIECES] if piece.kind == "heading" and piece.level == 1), None)
        if first:
            draft.suggest("title", first.text)
    title = draft.meta.get("title", "")
    if day := title_date(title, words):
        draft.clues.append(Clue("title", day, title))
    kept: list[Piece] = []
    story = False
    chronology = _dated_headings(pieces, words) > 1
    for index, piece in enumerate(pieces):
        text = piece.text
        if not story and index < HEAD_PIECES:
            if piece.kind in {"heading", "paragraph"} and same_words(text, title):
                continue
            dates_what_follows = chronology and piece.kind == "heading" and bool(is_date_line(text, words))
            if piece.kind in {"paragraph", "heading"} and not dates_what_follows and _head_line(draft, piece, words):
                continue
            story = piece.kind == "paragraph" and len(text) > 120
        kept.append(piece)
    return kept


def _dated_headings(pieces: Sequence[Piece], words: SentenceWords) -> int:
    """How many headings are nothing but a date: one may tell when the page was published, several date its parts."""
    heads = [piece.text for piece in pieces if piece.kind == "heading"]
    return sum(bool(is_date_line(text, words)) or text.strip().lower() in words.months for text in heads)


def _head_line(draft: Draft, piece: Piece, words: SentenceWords) -> bool:
    """Take a date line or a byline; False for any other line."""
    date = is_date_line(piece.text, words)
    if date:
        draft.clues.append(Clue("dateline", date, piece.text, piece.line))
        return True
    timed = [mark for mark in piece.marks if mark[0] == "time"]
    text = piece.text
    for _, start, end, _ in sorted(timed, key=lambda mark: -mark[1]):
        text = text[:start] + text[end:]
    text = text.strip(" ,;|·•–—-")
    author = is_byline(text, words) if len(piece.text) <= 160 else ""
    if author:
        draft.suggest("author", author)
    return bool(author) or (piece.kind == "paragraph" and bool(timed) and (not text or is_label(text, words)))


def _references(draft: Draft, pieces: list[Piece], words: SentenceWords) -> list[Piece]:
    """Take what stands under a heading such as "References", as long as every line has an address."""
    inside = False
    for index, piece in enumerate(pieces):
        heads = is_references_heading(piece.text, words)
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        if heads and following and _reference(following):
            inside = True
            piece.kind = "furniture"
        elif inside and (found := _reference(piece)):
            draft.references.append(found)
            piece.kind = "furniture"
        else:
            inside = False
    return pieces


def is_references_heading(text: str, words: SentenceWords) -> bool:
    """Whether a line heads a list of references."""
    return len(text) < 60 and _references_pattern(words).fullmatch(text) is not None


def _reference(piece: Piece) -> tuple[str, str, str] | None:
    """(publisher, title, address) of a line that is a reference."""
    match = _LINK_LINE.fullmatch(piece.text) if len(piece.text) < 1000 else None
    if match:
        return "", squeeze(match["words"] or ""), match["url"]
    links = [mark for mark in piece.marks if mark[0] == "link"]
    return ("", piece.text, links[0][3]) if links and piece.kind != "heading" else None


def same_words(one: str, other: str) -> bool:
    """Whether two headlines say the same, whatever their case and punctuation."""
    return bool(one) and bool(other) and _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


@lru_cache(maxsize=8)
def caption_pattern(words: SentenceWords) -> re.Pattern[str]:
    """Captions: "(Photo: ...)", "Photo: ...", "[Image: ...]"."""
    return re.compile(rf"[(\[]?{words.words['caption']}(?:\s+(?:by|credit|courtesy))?\s*[:/]", re.IGNORECASE)


@lru_cache(maxsize=8)
def _references_pattern(words: SentenceWords) -> re.Pattern[str]:
    return re.compile(rf"{words.words['references']}\s*:?", re.IGNORECASE)
