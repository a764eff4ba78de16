"""Web pages as a browser saves them (first form)."""

from __future__ import annotations

from generator.languages.sentences import SentenceWords
from generator.stages.articles.draft import Draft
from generator.stages.articles.finish import finish
from generator.stages.articles.lines import set_lines
from generator.stages.articles.tags import pieces_of


def read_html(draft: Draft, body: str, first_line: int, words: SentenceWords) -> None:
    """Fill `draft` from a saved page."""
    pieces = pieces_of(body)
    set_lines(pieces, body, first_line)
    finish(draft, pieces, words)
