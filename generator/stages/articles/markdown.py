"""Markdown: turned to HTML by the `markdown` package, then read by the same extractor as web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

import markdown

from generator.languages.sentences import SentenceWords
from generator.stages.articles.blocks import Piece
from generator.stages.articles.draft import Draft
from generator.stages.articles.finish import finish
from generator.stages.articles.lines import set_lines
from generator.stages.articles.plain import read_plain
from generator.stages.articles.tags import pieces_of

MAX_MARKDOWN = 300_000
"""Characters; longer texts are read as plain text."""
MAX_LINES = 600
"""Lines without a blank one between them: the converter splits such a block again and again."""
MAX_MARKS = {"[": 1200, "![": 300, "](": 800, "<": 2000, "*": 6000, "_": 6000, "`": 4000, "\\": 3000, "&": 6000}
# One set of characters in front, so that they are sought without trying the alternatives at every letter.
_MARKS = re.compile(r"[`<\[\]\\\t\x0b\x0c\u200b\ufeff&_](?:(?<![&_])|(?<=&)(?:#|\w+;)|(?<=_)(?:_|(?<!\w_)))")
_LINE_MARKS = re.compile(r"\n(?: {4}| {0,3}(?:[#>~]|(?:[-+*]|\d+\.) |[-=:|][-=:| ]*+\n|\*[* ]*+\n))")
"""What may mean something in Markdown anywhere, and at the start of a line; text without any of it is prose. Of tables
and underlined headings it is the line under the head, which is nothing but marks, as is a ruled line of asterisks."""
_TOUCHING = re.compile(r"(?<=[^ \n*])\*+|\*+(?=[^ \n*])")
"""Asterisks that stand at a word: only these open or close emphasis, those between spaces are like any letter."""
_BLANK = re.compile(r"(?<=\n) +\n")
_FAR_REACHING = re.compile(r"[<\t\x0b\x0c]|\]:|```|~~~|&#|\n {4}")
"""What may give a meaning to other paragraphs: HTML, definitions of links and notes, fences, what is set in."""
_RUNS = re.compile(r"([\[\](!<>*_`~|#-])(?:\s?+\1){200}")
_NESTED = re.compile(r"(?m)^(?:[ >\t]|[-*+] |\d+[.)] ){80}")


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=["tables", "sane_lists", "fenced_code", "footnotes"], output_format="html")


def read_markdown(draft: Draft, body: str, first_line: int, words: SentenceWords) -> None:
    """Fill `draft` from Markdown; text that would cost the converter too much is read as plain text."""
    marked = has_marks(body)
    reason = too_costly(body) if marked or "*" in body else ""
    if not marked and not reason:
        finish(draft, prose(body, first_line), words)
        return
    if not reason:
        try:
            pieces = [piece for stretch in _stretches(body, first_line) for piece in _pieces(*stretch)]
        except (RecursionError, ValueError, IndexError, AttributeError, KeyError, AssertionError) as error:
            reason = f"the Markdown cannot be read ({type(error).__name__})"
        else:
            finish(draft, pieces, words)
            return
    draft.problem(
        "warning", "markdown-too-costly", reason, "It was read as plain text; shorten or mend it.", line=first_line
    )
    read_plain(draft, body, first_line, words)


def _stretches(body: str, first_line: int) -> Iterator[tuple[bool, str, int]]:
    """Paragraphs that follow each other, all with marks or all without: (whether with, text, first line).

    A list may go on over blank lines, but not over a paragraph without marks, so each stretch means the same by itself.
    """
    if _FAR_REACHING.search(f"\n{body}"):
        yield True, body, first_line
        return
    for marked, paragraphs in groupby(_paragraphs(body), has_marks):
        text = "\n\n".join(paragraphs)
        yield marked, text, first_line
        first_line += text.count("\n") + 2


def _paragraphs(body: str) -> list[str]:
    """What stands between blank lines, which the converter empties of spaces first."""
    return _BLANK.sub("\n", body).split("\n\n")


def _pieces(marked: bool, text: str, first_line: int) -> list[Piece]:
    """The blocks of a stretch, by the converter where there are marks in it."""
    if not marked:
        return prose(text, first_line)
    pieces = pieces_of(_converter().reset().convert(text))
    set_lines(pieces, text, first_line)
    return pieces


def has_marks(body: str) -> bool:
    """Whether anything in a text may mean something in Markdown: a mark, or two spaces that break a line."""
    lines = f"\n{body}\n"
    return bool(_MARKS.search(body) or _LINE_MARKS.search(lines)) or "  \n" in lines or _may_emphasize(body)


def _may_emphasize(body: str) -> bool:
    """Whether asterisks may make emphasis: it takes two runs of them at words of one paragraph, or a run so long that
    it may be opening, content and closing at once."""
    if "*" not in body:
        return False
    return "****" in body or any(len(_TOUCHING.findall(paragraph)) > 1 for paragraph in _paragraphs(body))


def prose(body: str, first_line: int) -> list[Piece]:
    """The paragraphs of Markdown without a single mark: what the converter would give, ten times as fast."""
    pieces: list[Piece] = []
    lines: list[str] = []
    for number, line in enumerate([*body.split("\n"), ""], first_line):
        if line.strip(" "):
            lines.append(line)
        elif lines:
            text = " ".join(" ".join(lines).split())
            if text:
                pieces.append(Piece("paragraph", text, 0, number - len(lines)))
            lines = []
    return pieces


def too_costly(body: str) -> str:
    """Why a text should not be given to the converter, some of whose patterns take quadratic time; else empty."""
    if len(body) > MAX_MARKDOWN:
        return "the text is too long for Markdown"
    if _RUNS.search(body):
        return "a mark is repeated too often for Markdown"
    if _NESTED.search(body):
        return "lists or quotations nest too deep for Markdown"
    lines = 0
    for line in body.split("\n"):
        lines = lines + 1 if line and not line.isspace() else 0
        if lines > MAX_LINES:
            return "there are too many lines without a blank one for Markdown"
    crowded = [mark for mark, most in MAX_MARKS.items() if body.count(mark) > most]
    return f"there are too many {crowded[0]} for Markdown" if crowded else ""
