"""Web pages as a browser saves them: metadata from the head, the story from the body, nothing else."""

from __future__ import annotations

import re
from typing import Any

from generator.languages.sentences import SentenceWords
from generator.stages.articles.blocks import BlockBuilder, Piece
from generator.stages.articles.draft import Draft, squeeze
from generator.stages.articles.finish import finish, is_references_heading
from generator.stages.articles.lines import set_lines
from generator.stages.articles.pagemeta import add_clue, parse_page, read_page_metadata
from generator.stages.articles.story import drop, story_root, strip_links, strip_page
from generator.stages.articles.tags import VOID, pieces_of, survey

MAX_DEPTH = 200
"""Tags nested deeper than this are not given to the tree builder, which would lose text without a word."""
_DATA_ADDRESS = re.compile(r"\bdata:[\w.+-]{1,60}/[^\s\"'<>)]{200,}", re.IGNORECASE)
_CHANGED = re.compile(r"modif|updat", re.IGNORECASE)
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author)(?:$|[\s_-])", re.IGNORECASE)


def read_html(draft: Draft, body: str, first_line: int, words: SentenceWords) -> None:
    """Fill `draft` from a saved page; where its story cannot be told from the rest, all its text is kept."""
    source = _DATA_ADDRESS.sub("data:", body)
    depth, letters = survey(source)
    if depth > MAX_DEPTH:
        message = f"the page nests {depth} tags, more than {MAX_DEPTH}"
        hint = "All its text was taken, menus included. Save the page again or copy the article into a .txt file."
        draft.problem("error", "html-nesting", message, hint, line=first_line)
        _linear(draft, source, first_line, words)
        return
    tree = parse_page(source)
    if tree is None:
        _linear(draft, source, first_line, words)
        return
    read_page_metadata(draft, tree, source, words)
    pieces = _story(draft, tree, first_line, words)
    found = sum(len(piece.text) for piece in pieces)
    if letters > 400 and found < 0.02 * letters:
        hint = "All its text was taken, menus included. Copy the article into a .txt file if the result is poor."
        draft.problem("error", "html-story", "no article was found on this page", hint, line=first_line)
        _linear(draft, source, first_line, words)
        return
    finish(draft, pieces, words)


def _linear(draft: Draft, source: str, first_line: int, words: SentenceWords) -> None:
    pieces = pieces_of(source)
    set_lines(pieces, source, first_line)
    finish(draft, pieces, words)


def _story(draft: Draft, tree: Any, first_line: int, words: SentenceWords) -> list[Piece]:
    """The pieces of the story; takes references, <time> and byline on the way."""
    references = _take_references(tree, words)
    _time(draft, tree, words, first_line)
    strip_page(tree)
    _byline(draft, tree)
    root = story_root(tree)
    strip_links(root)
    pieces = _pieces(root, first_line)
    for element in references:
        pieces.extend(_pieces(element, first_line))
    return pieces


def _take_references(tree: Any, words: SentenceWords) -> list[Any]:
    """Cut the lists under a heading such as "References" out of the tree, before links count as furniture."""
    taken = []
    for heading in list(tree.iter("h2", "h3", "h4", "h5")):
        following = heading.getnext()
        if following is None or following.tag not in {"ul", "ol"} or not is_references_heading(_text(heading), words):
            continue
        if next(following.iter("a"), None) is not None:
            taken += [heading, following]
    for element in taken:
        drop(element)
    return taken


def _time(draft: Draft, tree: Any, words: SentenceWords, first_line: int) -> None:
    """The first <time> of the article's head: before the first long paragraph, and not the day of a change."""
    scope = next(tree.iter("article"), None)
    scope = next(tree.iter("main"), tree) if scope is None else scope
    for element in scope.iter("time", "p"):
        if element.tag == "p":
            if len(_text(element)) > 160:
                return
            continue
        about = " ".join(
            filter(None, (element.get("class"), element.get("itemprop"), element.getparent().get("class")))
        )
        value = element.get("datetime") or element.get("content") or _text(element)
        line = (element.sourceline or 1) + first_line - 1
        if not _CHANGED.search(about) and add_clue(
            draft, "time", value, words, line=line, shown=_shown(value, element)
        ):
            return


def _shown(value: str, element: Any) -> str:
    text = _text(element)
    return f"{text} ({value})" if text and text != value else value


def _byline(draft: Draft, root: Any) -> None:
    """Take short elements whose class says byline or author out of the story."""
    for element in list(root.iter()):
        if element is root or not isinstance(element.tag, str) or not _BYLINE_CLASS.search(element.get("class") or ""):
            continue
        text = _text(element)
        if len(text) <= 200 and (element.getparent() is not None and element.getparent().tag != "p"):
            draft.suggest("author", re.sub(r"^[Bb]y\s+", "", text) if len(text) <= 80 else "")
            drop(element)


def _text(element: Any) -> str:
    return squeeze("".join(element.itertext()))


def _pieces(root: Any, first_line: int) -> list[Piece]:
    """Walk a tree without recursion and gather its blocks."""
    builder = BlockBuilder()
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        if closing:
            builder.end(element.tag)
            if element is not root:
                builder.data(element.tail or "")
            continue
        builder.start(element.tag, element.attrib, (element.sourceline or 1) + first_line - 1)
        if element.tag not in VOID:
            builder.data(element.text or "")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    return builder.close()
