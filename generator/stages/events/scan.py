"""Runs of capitalised words, read into pieces: known names, titles, and plain words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from generator.gazetteer.gazetteer import Gazetteer
from generator.languages.names import NameWords
from generator.model.keys import key_of
from generator.model.record import record

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:['’]\w+)*")
PieceKind = Literal["country", "demonym", "actor", "place", "title", "word", "small"]


@record(frozen=True, slots=True)
class Piece:
    """One or more tokens of a run that belong together; offsets are in the run's text."""

    kind: PieceKind
    key: str
    start: int
    end: int
    tokens: int


@record(frozen=True, slots=True)
class Chunk:
    """Pieces with nothing but spaces and hyphens between them; offsets are in the article."""

    start: int
    end: int
    base: int
    pieces: tuple[Piece, ...]
    text: str
    """The whole run."""

    def words(self, first: int = 0, last: int | None = None) -> str:
        """The text of some of the pieces."""
        chosen = self.pieces[first:last]
        return self.text[chosen[0].start : chosen[-1].end] if chosen else ""


# Runs remembered before the memory is emptied; names repeat within and between articles.
MOST_RUNS = 20_000


@lru_cache(maxsize=4)
def reader_of(gazetteer: Gazetteer, words: NameWords) -> Reader:
    """The reader of a gazetteer and a language; both are compared by identity."""
    return Reader(gazetteer, words)


class Reader:
    """Reads runs; what a run is made of depends on its words alone, so the same run is read once."""

    def __init__(self, gazetteer: Gazetteer, words: NameWords) -> None:
        self.gazetteer = gazetteer
        self.words = words
        self._known: dict[str, tuple[tuple[Piece, ...], ...]] = {}

    def chunks(self, text: str) -> tuple[tuple[Piece, ...], ...]:
        """The pieces of a run, parted at small words that join two names."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= MOST_RUNS:
                self._known.clear()
            found = self._known[text] = self._parted(self._pieces(text))
        return found

    def _parted(self, pieces: list[Piece]) -> tuple[tuple[Piece, ...], ...]:
        parts: list[list[Piece]] = [[]]
        for index, piece in enumerate(pieces):
            if piece.kind == "small":
                parts.append([])
                continue
            if _begins_person(pieces, index) and len(parts[-1]) == 1 and parts[-1][0].kind in {"place", "word"}:
                parts.append([])
            parts[-1].append(piece)
        return tuple(tuple(part) for part in parts if part)

    def _pieces(self, text: str) -> list[Piece]:
        tokens = [(hit.start(), hit.end()) for hit in TOKEN.finditer(text)]
        keys = [key_of(text[start:end]) for start, end in tokens]
        pieces: list[Piece] = []
        at = 0
        while at < len(keys):
            kind, count, key = self._match(text, tokens, keys, at)
            pieces.append(Piece(kind, key, tokens[at][0], tokens[at + count - 1][1], count))
            at += count
        return pieces

    def _match(self, text: str, tokens: list[tuple[int, int]], keys: list[str], at: int) -> tuple[PieceKind, int, str]:
        """The longest known name that begins at a token; a plain or small word otherwise."""
        first = keys[at]
        left = len(keys) - at
        if first in self.words.articles and self._longest(keys, at + 1) >= self._longest(keys, at) > 0:
            return "small", 1, first
        for count in self.gazetteer.lengths.get(first, ()):
            if count <= left:
                key = " ".join(keys[at : at + count])
                kind = self._kind(key)
                if kind:
                    return kind, count, key
        for count in self.words.title_starts.get(first, ()):
            if count <= left and " ".join(keys[at : at + count]) in self.words.titles:
                return "title", count, " ".join(keys[at : at + count])
        return self._single(text, tokens[at], keys, at)

    def _longest(self, keys: list[str], at: int) -> int:
        """How many words the longest known name of several words has that begins at a token; 0 without any."""
        if at >= len(keys):
            return 0
        left = len(keys) - at
        lengths = self.gazetteer.lengths.get(keys[at], ())
        return next((size for size in lengths if size <= left and self._kind(" ".join(keys[at : at + size]))), 0)

    def _single(self, text: str, span: tuple[int, int], keys: list[str], at: int) -> tuple[PieceKind, int, str]:
        """What one word is by itself, or together with the Arabic article before it."""
        start, end = span
        token, key, left = text[start:end], keys[at], len(keys) - at
        if not token[0].isupper():
            apart = text[end : end + 1] == " " and key not in self.words.spaced_prefixes
            return self._small_letter(keys, at, article=key in self.words.prefixes and left > 1 and not apart)
        acronym = token.isupper() and key in self.gazetteer.acronyms
        if acronym and key in self.words.shouted and _shouted(text, token):
            acronym = False
        if not acronym and key in self.words.never:
            return "small", 1, key
        kind = self._kind(key) if acronym or key not in self.gazetteer.acronyms else None
        if not kind and key in self.words.prefixes and left > 1 and self._kind(keys[at + 1]) == "place":
            return "place", 2, keys[at + 1]
        return kind or "word", 1, key

    def _small_letter(self, keys: list[str], at: int, article: bool) -> tuple[PieceKind, int, str]:
        """What a word in small letters or figures is: an article, part of a name, or what parts two names."""
        key = keys[at]
        if article:
            kind = self._kind(keys[at + 1])
            return (kind, 2, keys[at + 1]) if kind in {"place", "actor"} else ("word", 1, key)
        parts = key in self.words.connectors or key in self.words.adjective_endings or key.isdigit()
        return ("small" if parts else "word"), 1, key

    def _kind(self, key: str) -> PieceKind | None:
        gazetteer = self.gazetteer
        if key in gazetteer.country_names:
            return "country"
        if key in gazetteer.demonyms:
            return "demonym"
        if key in gazetteer.own_places or key in gazetteer.capitals:
            return "place"
        if key in gazetteer.actors:
            return "actor"
        return "place" if key in gazetteer.towns else None


def _begins_person(pieces: list[Piece], index: int) -> bool:
    """Whether a piece is a title with a name after it."""
    return pieces[index].kind == "title" and index + 1 < len(pieces) and pieces[index + 1].kind == "word"


def _shouted(text: str, token: str) -> bool:
    """Whether a token in capitals stands among other long words in capitals: "THIS IS LIBYA"."""
    return any(word.isupper() and len(word) > 3 for word in text.replace("-", " ").split() if word != token)
