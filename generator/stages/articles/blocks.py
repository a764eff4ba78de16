"""From HTML to blocks of plain text: one extractor for Markdown, saved pages and the wreckage of broken pages.

It is fed events (start of a tag, end of a tag, text) and keeps only words, so nothing of a page's scripts, styles or
event handlers can survive it. Its memory and time are linear in its input, however deep tags nest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from generator.model.text import BlockKind, MarkupKind

CELL_JOINER = " | "
_JOINERS = frozenset({CELL_JOINER, CELL_JOINER.lstrip()})
SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "button",
        "select",
        "textarea",
        "input",
        "head",
        "title",
    ]
)
BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "q-block",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "figure",
        "figcaption",
        "pre",
        "address",
        "hr",
        "form",
        "fieldset",
        "details",
        "summary",
        "body",
        "html",
        "center",
    ]
)
_INLINE: dict[str, MarkupKind] = {
    "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "cite": "emphasis",
    "a": "link", "time": "time",
}  # fmt: skip
_KINDS: dict[str, BlockKind] = {"blockquote": "quote", "figcaption": "caption", "caption": "caption"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACES = re.compile(r"[\s\u00a0\u200b\ufeff]+")
Mark = tuple[MarkupKind, int, int, str]


@dataclass(slots=True)
class Piece:
    """One block before it has a place in the article; `marks` have offsets into `text`."""

    kind: BlockKind
    text: str
    level: int = 0
    line: int = 0
    header: bool = False
    marks: tuple[Mark, ...] = ()


@dataclass(slots=True)
class _Cell:
    start: int
    paragraphs: int = 0


@dataclass(slots=True)
class BlockBuilder:
    """Gathers pieces from the events of a parser."""

    pieces: list[Piece] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _marks: list[Mark] = field(default_factory=list)
    _open: list[tuple[str, MarkupKind, int, str]] = field(default_factory=list)
    _skip: list[str] = field(default_factory=list)
    _kinds: list[tuple[str, BlockKind, int]] = field(default_factory=list)
    _lists: int = 0
    _line: int = 0
    _breaks: int = 0
    _row: list[tuple[int, int]] | None = None
    _cell: _Cell | None = None
    _heads: int = 0

    def start(self, tag: str, attributes: Mapping[str, str], line: int = 0) -> None:
        """A tag opens."""
        if self._skip:
            if tag == self._skip[-1]:
                self._skip.append(tag)
            return
        if tag in SKIPPED or _is_note_mark(tag, attributes):
            if tag not in {"input", "embed", "frame"}:  # these have no end
                self._skip.append(tag)
            return
        if tag == "br":
            self._break()
        elif tag in BLOCKS:
            self._start_block(tag, attributes, line)
        elif tag in _INLINE and len(self._open) < 50:
            self._open_mark(tag, attributes)

    def end(self, tag: str) -> None:
        """A tag closes."""
        if self._skip:
            if tag == self._skip[-1]:
                self._skip.pop()
            return
        if tag in BLOCKS:
            self._end_block(tag)
        elif tag in _INLINE:
            self._close_mark(tag)

    def data(self, text: str) -> None:
        """Text between tags."""
        if self._skip or not text:
            return
        words = _SPACES.sub(" ", text)
        if not self._length or self._ends_with_space():
            words = words.lstrip(" ")
        if words:
            self._breaks = 0
            self._parts.append(words)
            self._length += len(words)

    def close(self) -> list[Piece]:
        """Everything there is, at the end of the input."""
        self._flush()
        return self.pieces

    def _ends_with_space(self) -> bool:
        return bool(self._parts) and self._parts[-1].endswith(" ")

    def _break(self) -> None:
        self._breaks += 1
        if self._breaks > 1 and self._cell is None:
            self._flush()
        elif self._length and not self._ends_with_space():
            self._parts.append(" ")
            self._length += 1

    def _start_block(self, tag: str, attributes: Mapping[str, str], line: int) -> None:
        if self._cell is not None:
            if not self._inside_cell(tag):
                return
        elif self._row is None or tag not in {"td", "th"}:
            self._row = None
            self._flush()
        self._line = line or self._line
        if tag == "tr":
            self._row, self._heads = [], 0
        elif tag in {"td", "th"} and self._row is not None:
            self._start_cell(tag)
        elif tag in {"ul", "ol"}:
            self._lists += 1
        kind = self._kind_of(tag, attributes)
        if kind and len(self._kinds) < 400:
            self._kinds.append((tag, *kind))

    def _kind_of(self, tag: str, attributes: Mapping[str, str]) -> tuple[BlockKind, int] | None:
        if self._kinds and self._kinds[-1][1] == "furniture":
            return "furniture", 0
        if tag in _HEADINGS:
            return "heading", _HEADINGS[tag]
        if tag in {"li", "dd", "dt"}:
            return "list-item", max(1, self._lists)
        if tag in _KINDS:
            return _KINDS[tag], 0
        if "footnote" in attributes.get("class", "").split():
            return "furniture", 0
        return None

    def _inside_cell(self, tag: str) -> bool:
        """A block opens inside a table cell: data, or the sign that the table only lays out a page?

        Returns whether the block is to be treated as a block of its own."""
        cell = self._cell
        assert cell is not None  # noqa: S101  # the caller has looked
        if tag in {"tr", "td", "th"}:
            self._end_cell()
            return True
        cell.paragraphs += tag in {"p", "div"}
        if tag in _HEADINGS or tag == "table" or (cell.paragraphs > 2 and tag in {"p", "div"}):
            self._cell = self._row = None
            self._flush()
            return True
        self._space()
        return False

    def _space(self) -> None:
        if self._length and not self._ends_with_space():
            self._parts.append(" ")
            self._length += 1

    def _start_cell(self, tag: str) -> None:
        self._trim()
        if self._row:
            after_gap = not self._parts or self._parts[-1] in _JOINERS
            joiner = CELL_JOINER.lstrip() if after_gap else CELL_JOINER
            self._parts.append(joiner)
            self._length += len(joiner)
        self._heads += tag == "th"
        self._cell = _Cell(self._length)

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        self._trim()
        self._row.append((self._cell.start, max(self._cell.start, self._length)))
        self._cell = None

    def _trim(self) -> None:
        """Drop the white space at the end of what was gathered, but not a cell's joiner."""
        while self._parts and self._parts[-1] not in _JOINERS and self._parts[-1].endswith(" "):
            last = self._parts.pop()
            kept = last.rstrip(" ")
            self._length -= len(last) - len(kept)
            if kept:
                self._parts.append(kept)

    def _end_block(self, tag: str) -> None:
        if self._cell is not None and tag not in {"td", "th", "tr", "table"}:
            self._space()
            return
        if tag in {"td", "th"} and self._cell is not None:
            self._end_cell()
        elif tag in {"tr", "table"} and self._row is not None:
            self._end_row()
        elif self._row is None:
            self._flush()
        if tag in {"ul", "ol"}:
            self._lists = max(0, self._lists - 1)
        for index in range(len(self._kinds) - 1, max(-1, len(self._kinds) - 12), -1):
            if self._kinds[index][0] == tag:
                del self._kinds[index:]
                break

    def _end_row(self) -> None:
        self._end_cell()
        cells, self._row = self._row or [], None
        header = bool(cells) and self._heads >= len(cells)
        filled = any(end > start for start, end in cells)
        self._marks.extend(("cell", a, b, "") for a, b in cells)
        self._flush("table-row", header=header, empty=not filled)

    def _open_mark(self, tag: str, attributes: Mapping[str, str]) -> None:
        kind = _INLINE[tag]
        target = ""
        if kind == "link":
            target = web_address(attributes.get("href", ""))
            if not target:
                return
        elif kind == "time":
            target = attributes.get("datetime", "").strip()[:60]
            if not target:
                return
        self._open.append((tag, kind, self._length, target))

    def _close_mark(self, tag: str) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == tag:
                _, kind, start, target = self._open.pop(index)
                self._marks.append((kind, start, self._length, target))
                return

    def _flush(self, kind: BlockKind | None = None, *, header: bool = False, empty: bool = False) -> None:
        """End the block that was being gathered; marks that stay open go on in the next."""
        self._breaks = 0
        if self._length:
            for _, open_kind, start, target in self._open:
                self._marks.append((open_kind, start, self._length, target))
            text = "".join(self._parts).rstrip(" ")
            marks = tuple(clipped for mark in self._marks if (clipped := _clip(mark, text)))
            if text and not empty:
                level = 0
                if kind is None:
                    kind, level = self._kinds[-1][1:] if self._kinds else ("paragraph", 0)
                self.pieces.append(Piece(kind, text, level, self._line, header, marks))
        self._parts, self._length, self._marks = [], 0, []
        self._open = [(tag, open_kind, 0, target) for tag, open_kind, _, target in self._open]


def _clip(mark: Mark, text: str) -> Mark | None:
    """A mark without white space at its edges; None when nothing is left. An empty cell stays, for its column."""
    kind, start, end, target = mark
    end = min(end, len(text))
    if kind == "cell":
        return kind, min(start, end), end, target
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return (kind, start, end, target) if end > start else None


def _is_note_mark(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether this is the small number that points to a note, or a note's way back."""
    if tag not in {"sup", "a"}:
        return False
    names = attributes.get("class", "")
    return "footnote" in names or (
        tag == "sup" and ("reference" in names or attributes.get("id", "").startswith("fnref"))
    )


def web_address(href: str) -> str:
    """The address when it is an absolute http or https one, else empty."""
    href = href.strip()
    try:
        parts = urlsplit(href)
        good = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return ""
    return href if good and len(href) <= 2000 and not _SPACES.search(href) else ""
