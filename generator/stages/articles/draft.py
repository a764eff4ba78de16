"""What a reader of one kind of file gathers before the ladders decide: text, blocks, markup and clues."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.model.problem import Problem, Severity
from generator.model.text import Block, BlockKind, DctRung, Markup, MarkupKind


def squeeze(text: str) -> str:
    """The words of a text on one line."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Clue:
    """One hint at the date of publication: which rung of the ladder, the EDTF value, the words it was read from."""

    rung: DctRung
    value: str
    words: str
    line: int = 0
    zoned: bool = False
    """Whether it came with a time of day, so that another zone may count another day."""


@dataclass(slots=True)
class Draft:
    """One file while it is being read."""

    name: str
    blocks: list[Block] = field(default_factory=list)
    markup: list[Markup] = field(default_factory=list)
    clues: list[Clue] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    """title, source, author, url, language as the file itself gives them (front matter comes on top)."""
    references: list[tuple[str, str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(
        self, kind: BlockKind, text: str, *, level: int = 0, line: int = 0, header: bool = False,
        marks: tuple[tuple[MarkupKind, int, int, str], ...] = (),
    ) -> None:  # fmt: skip
        """Append a block; `marks` are (kind, start, end, target) with offsets into `text`."""
        if not text:
            return
        start = self.length + 2 if self.parts else 0
        self.parts.append(text)
        self.length = start + len(text)
        self.blocks.append(Block(kind, start, self.length, level, line, header))
        self.markup.extend(Markup(mark, start + a, start + b, target) for mark, a, b, target in marks)

    @property
    def text(self) -> str:
        """The body so far, blocks separated by a blank line."""
        return "\n\n".join(self.parts)

    def problem(
        self, severity: Severity, code: str, message: str, hint: str = "", *, line: int = 0, col: int = 0
    ) -> None:
        """Note something wrong in the file."""
        self.problems.append(Problem(self.name, line, col, severity, code, message, hint))

    def suggest(self, key: Literal["title", "source", "author", "url", "language"], value: str) -> None:
        """Keep a value for a field unless a higher rung has given one."""
        value = squeeze(value)
        if value and not self.meta.get(key):
            self.meta[key] = value
