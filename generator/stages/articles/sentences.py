"""Where sentences begin and end, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.context import Context
from generator.languages.sentences import SentenceWords
from generator.model.text import Article, Sentence, Span

_END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?:\[\w{1,4}\])*+(?=\s)"
    r"|(?<=[a-z]{2})[.!?][\"”]?(?=[\"“]?[A-Z][a-z])"
)
_WORD_BEFORE = re.compile(r"[\w.&'’-]+\Z")
_OPENING = "\"'“‘«([—–-"
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}")


def split_sentences(article: Article, context: Context) -> tuple[Sentence, ...]:
    """The sentences of an article, in order, none across blocks; slicing the text gives back each."""
    words = context.pack.sentences
    found: list[Sentence] = []
    text = article.text
    for number, block in enumerate(article.blocks):
        if block.kind == "furniture":
            continue
        for start, end in _pieces(text, block.start, block.end, words):
            found.append(Sentence(Span(article.id, start, end), text[start:end], number, len(found)))
    return tuple(found)


def _pieces(text: str, start: int, end: int, words: SentenceWords) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of text[start:end], without surrounding white space."""
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends_sentence(text, match, begin, end, words):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    stripped = piece.strip()
    if stripped:
        yield start + left, start + left + len(stripped)


def _ends_sentence(text: str, match: re.Match[str], begin: int, end: int, words: SentenceWords) -> bool:
    """Whether the punctuation found ends a sentence, by what stands before and after it."""
    after = text[match.end() : min(end, match.end() + 40)].lstrip()
    following = after.lstrip(_OPENING)
    if not following:
        return not after or match.end() >= end
    if following[0].islower():
        return False
    if match.group()[0] != "." or match.group()[1:2] in {".", "!", "?"}:
        return True
    before = _WORD_BEFORE.search(text, max(begin, match.start() - 24), match.start())
    word = before.group().strip("'’-") if before else ""
    opener = re.match(r"[\w'’-]+", following)
    return _after_word(word, opener.group() if opener else "", before is not None and before.start() == begin, words)


def _after_word(word: str, opener: str, first: bool, words: SentenceWords) -> bool:
    """Whether a full stop after `word` ends a sentence when `opener` comes next."""
    if word in words.always:
        return False
    if word in words.before_number:
        return not opener[:1].isdigit()
    if first and word.isdigit():
        return False
    if word in words.may_end or _ACRONYM.fullmatch(word) or (len(word) == 1 and word.isupper()):
        return opener in words.starters
    return True
