"""Cut an article's text at the edges of what is marked in it: quotes, triggers, date words, emphasis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """Something said of the characters [start, end): a kind (`quote`, `trigger`, `when`, `strong`, ...) and
    what it refers to."""

    start: int
    end: int
    kind: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters under the same marks."""

    text: str
    kinds: frozenset[str]
    refs: tuple[tuple[str, str], ...]
    """(kind, ref) of the marks over it that refer to something, in order."""
    opens: tuple[tuple[str, str], ...]
    """(kind, ref) of those that begin here."""

    @property
    def link(self) -> str:
        """The address the words lead to in the article; empty for none."""
        return next((ref for kind, ref in self.refs if kind == "link"), "")

    @property
    def date_ref(self) -> str:
        """The date these words begin, where a link to its reading can stand; empty for none."""
        return "" if self.link else next((ref for kind, ref in self.opens if kind == "when"), "")


def cut(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """`text[start:end]` in segments; of a mark that reaches over the range only the part inside counts."""
    inside = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end),
        key=lambda mark: (mark.start, -mark.end, mark.kind, mark.ref),
    )
    inner = {edge for mark in inside for edge in (mark.start, mark.end) if start < edge < end}
    edges = sorted({start, end} | inner)
    return tuple(_segment(text, low, high, inside) for low, high in pairwise(edges))


def _segment(text: str, low: int, high: int, marks: Sequence[Mark]) -> Segment:
    over = [mark for mark in marks if mark.start <= low and mark.end >= high]
    refs = tuple((mark.kind, mark.ref) for mark in over if mark.ref)
    opens = tuple((mark.kind, mark.ref) for mark in over if mark.ref and mark.start == low)
    return Segment(text[low:high], frozenset(mark.kind for mark in over), refs, opens)


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring segments of one quote (`refs` names its mentions), or of plain text (`refs` empty)."""

    refs: tuple[str, ...]
    segments: tuple[Segment, ...]
    anchors: tuple[str, ...] = ()
    """Those of the mentions whose first words these are: each becomes an id to link to."""


def grouped(segments: Iterable[Segment], kind: str, seen: set[str]) -> tuple[Group, ...]:
    """Segments gathered by the marks of one kind over them. `seen` collects what has its anchor already."""
    made: list[Group] = []
    for refs, run in groupby(segments, key=lambda segment: tuple(ref for name, ref in segment.refs if name == kind)):
        made.append(Group(refs, tuple(run), tuple(ref for ref in refs if ref not in seen)))
        seen.update(refs)
    return tuple(made)
