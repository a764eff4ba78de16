"""What the columns of a table say of its rows: where something happened, and how many it harmed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.languages.events import EventWords
from generator.model.event import EventMention, Figure, FigureKind, NameMention, Place
from generator.model.text import Article, Sentence, Span
from generator.stages.events.positions import VILLAGE

BAR = "|"
"""What stands between the cells of a row in an article's plain text."""
COLUMN = "column"
"""The rule of a place that stands in a column of places."""
MOST_WORDS = 4
"""A name of a place has at most so many words."""


class Row(NamedTuple):
    """A row's place and numbers, as its columns tell them."""

    place: NameMention | None
    figures: tuple[tuple[FigureKind, Span, str], ...]


NO_ROW = Row(None, ())
"""What a sentence that is no row of such a table has."""


def read_rows(
    article: Article, sentences: Sequence[Sentence], names: Mapping[int, Sequence[NameMention]], words: EventWords
) -> dict[int, Row]:
    """By sentence, what the columns of its table tell, for the rows of tables whose head names such columns."""
    rows: dict[int, Row] = {}
    head: list[str] = []
    for position, sentence in enumerate(sentences):
        block = article.blocks[sentence.block] if sentence.block < len(article.blocks) else None
        if block is None or block.kind != "table-row":
            head = []
        elif block.header:
            head = [text.lower() for text, _ in _cells(sentence)]
        elif head:
            rows[position] = _row(sentence, head, names.get(position, ()), words)
    return rows


def _row(sentence: Sentence, head: Sequence[str], names: Sequence[NameMention], words: EventWords) -> Row:
    place: NameMention | None = None
    figures: list[tuple[FigureKind, Span, str]] = []
    for title, (text, span) in zip(head, _cells(sentence), strict=False):
        if not words.words["place_columns"].isdisjoint(title.split()):
            place = place or _place(text, span, names)
        kind = _kind(title, words)
        if kind is not None and text.replace(",", "").isdecimal():
            figures.append((kind, span, text))
    return Row(place, tuple(figures))


def _cells(sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """The cells of a row, each with where it stands in the article."""
    start = sentence.span.start
    for cell in sentence.text.split(BAR):
        text = cell.strip()
        first = start + len(cell) - len(cell.lstrip())
        yield text, Span(sentence.span.article_id, first, first + len(text))
        start += len(cell) + len(BAR)


def _place(text: str, span: Span, names: Sequence[NameMention]) -> NameMention | None:
    """The place that a cell names: one that is known, else one by its name alone."""
    for name in names:
        if name.place is not None and span.start <= name.span.start and name.span.end <= span.end:
            return name
    if not text[:1].isupper() or len(text.split()) > MOST_WORDS:
        return None
    return NameMention(span, text, place=Place(text, precision=VILLAGE, kind=""), rule=COLUMN)


def _kind(title: str, words: EventWords) -> FigureKind | None:
    columns: Mapping[FigureKind, Sequence[str]] = words.raw["figures"]["columns"]
    return next((kind for kind, heads in columns.items() if not set(heads).isdisjoint(title.split())), None)


def with_figures(told: Sequence[EventMention], row: Row) -> list[EventMention]:
    """The mentions of a row, the first with the numbers of the row's columns that its words do not give."""
    if not told or not row.figures:
        return list(told)
    given = {figure.kind for mention in told for figure in mention.figures}
    first = told[0]
    more = [
        Figure(kind, number, number, number, span, text, "", first.id)
        for kind, span, text in row.figures
        if kind not in given and (number := int(text.replace(",", "")))
    ]
    return [replace(first, figures=(*first.figures, *more)), *told[1:]]
