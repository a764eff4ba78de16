"""Articles as the stages see them: plain text with offsets, and where each piece came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.model.edtf import Edtf
from generator.model.record import record

BlockKind = Literal["heading", "paragraph", "list-item", "quote", "table-row", "caption", "furniture"]
MarkupKind = Literal["strong", "emphasis", "link", "time", "cell"]
Publish = Literal["full", "excerpt", "none"]
DctRung = Literal[
    "front-matter", "json-ld", "meta", "time", "dateline", "copyright", "file-name", "title", "none"
]


class Span(NamedTuple):
    """Half-open character offsets into one article's text; slicing gives back the exact words."""

    article_id: str
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.article_id == other.article_id and self.start < other.end and other.start < self.end


@record(frozen=True, slots=True)
class Block:
    """One block of an article: a heading, paragraph, list item, quotation, table row or caption.

    `furniture` is what a page carries besides its story (a copyright line, readers' comments); no sentences."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Heading level 1 to 6, or nesting depth of a list item; 0 elsewhere."""
    line: int = 0
    """The line of the source file it begins on, counted from 1; 0 when unknown."""
    header: bool = False
    """Whether a table row is the table's head."""


@record(frozen=True, slots=True)
class Markup:
    """Inline markup that survives into plain text: emphasis, a link, a table cell, a <time>."""

    kind: MarkupKind
    start: int
    end: int
    target: str = ""
    """A link's http(s) address, or a <time>'s datetime value."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its plain text, its metadata, and how each is known."""

    id: str
    """URL-safe, unique in the site, made from the path: `2025/goma.md` gives `2025-goma`."""
    path: str
    """POSIX path below the seeds folder."""
    title: str
    text: str
    """Body text, NFC, blocks separated by a blank line; title and byline are not part of it."""
    dct: Edtf | None
    """Document creation time, of any precision."""
    dct_rung: DctRung = "none"
    """The rung of the ladder that gave the document creation time."""
    dct_words: str = ""
    """The words or value the document creation time was read from."""
    blocks: tuple[Block, ...] = ()
    markup: tuple[Markup, ...] = ()
    source: str = ""
    url: str = ""
    archived_url: str = ""
    author: str = ""
    language: str = "en"
    kind: Literal["news", "history", ""] = ""
    """What the front matter says; empty lets the dates stage decide passage by passage."""
    tags: tuple[str, ...] = ()
    draft: bool = False
    publish: Publish = "full"
    sample: bool = False
    license: str = ""
    references: tuple[tuple[str, str, str], ...] = ()
    """(publisher, title, url) of what the article itself rests on."""
    content_hash: str = ""
    """blake2b of the file's bytes, hexadecimal."""
    body_line: int = 1
    """The line of the file on which the body begins, for messages."""

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at `offset`, or None between blocks."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        if index >= 0 and offset < self.blocks[index].end:
            return self.blocks[index]
        return None


@record(frozen=True, slots=True)
class Sentence:
    """One sentence (or heading, list item, table row) with its place in the article."""

    span: Span
    text: str
    block: int
    """Index into `Article.blocks`."""
    index: int
    """Ordinal in the article, from 0."""
