"""Where sentences begin and end, with exact offsets, and which words of an article are no part of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from generator.context import Context
from generator.languages.sentences import SentenceWords
from generator.model.text import Article, Block, Sentence, Span
from generator.stages.articles.clues import dateline_pattern

_END = re.compile(
    r"[.!?…](?:"
    r"(?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+(?:\[\w{1,4}\])*(?=\s)"  # before white space; notes such as [3] belong to it
    r"|(?<=[a-z]{2}.)[\"”]?(?=[\"“]?[A-Z][a-z]))"  # the space was lost: "said.The"
)
_COLONS = re.compile(r"(?<=[0-9a-z])(?::| [–—-]{1,2}) (?=[A-ZÀ-Þ0-9\"“])")
_MARKS = (": ", " - ", " – ", " — ", " -- ")
DATE = 24
"""How many characters a date may take."""
_WORD_BEFORE = re.compile(r"[\w.&'’-]+\Z")
_OPENING = "\"'“‘«([—–-"
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}")
_OPENER = re.compile(r"[\w'’-]+")
_SLUG = re.compile(r"\s*(?=[A-Z' ]*[A-Z]{4})(?:[A-Z][A-Z']*\s+){2,}[A-Z]{2,}(?=\s+[A-Z][a-z])")
"""A heading in capitals that ran into the sentence below it: `THE SIEGE SO FAR Rebels took`."""
LEAD_WINDOW = 1500
_CLOCK = re.compile(r":[0-5]\d")
OWN_STAMP = 120
"""How many characters from the beginning a stamp is that of the article itself."""
"""Characters from a story's start within which an agency's name may follow a fused headline and summary."""
LEAD_BLOCKS = 3


def split_sentences(article: Article, context: Context) -> tuple[Sentence, ...]:
    """The sentences of an article, in order, none across blocks; slicing the text gives back each.

    Datelines, bylines and time stamps before a sentence are not part of it; comments below a story, feeds and other
    furniture of a page yield none.
    """
    words = context.pack.sentences
    text = article.text
    end, credit = _comments(article, words), _credit(text, words)
    banned = sorted(match.start() for pattern in words.sentence_any for match in pattern.finditer(text))
    found: list[Sentence] = []
    for number, begin, stop in _all(article, words):
        if begin >= end or begin <= credit < stop:
            break
        piece = text[begin:stop]
        if words.sentence_head.match(piece) or (banned and any(begin <= place < stop for place in banned)):
            continue
        found.append(Sentence(Span(article.id, begin, stop), piece, number, len(found)))
    return tuple(found)


def _all(article: Article, words: SentenceWords) -> Iterator[tuple[int, int, int]]:
    """(index of the block, start, end) of everything that reads as a sentence."""
    labels = {mark.start: mark.end for mark in article.markup if mark.kind == "strong"}
    cuts = sorted(match.span() for pattern in words.cuts for match in pattern.finditer(article.text))
    paragraphs = 0
    for number, block in enumerate(article.blocks):
        if block.kind == "furniture":
            continue
        start = block.start
        if block.kind == "paragraph" and paragraphs < LEAD_BLOCKS:
            start = _after_lead(article.text, block, words)
            paragraphs += 1
        if block.kind == "table-row":  # an empty first cell
            start += len(article.text[start : block.end]) - len(article.text[start : block.end].lstrip(" |"))
        for begin, stop in _pieces(article.text, start, block.end, words, labels.get(block.start, 0)):
            for left, right in _without(article.text, begin, stop, cuts) if cuts else ((begin, stop),):
                yield number, left, right


def _without(text: str, start: int, end: int, cuts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of text[start:end] between hidden words of the page."""
    for left, right in cuts:
        if start <= left < end:
            yield from _trimmed(text, start, left)
            start = right
    yield from _trimmed(text, start, end)


def _comments(article: Article, words: SentenceWords) -> int:
    """Where readers' comments and feeds begin: the paragraph of the first of two or more stamps. A stamp at the very
    head is the article's own."""
    text = article.text
    stamps = [match.start() for one in words.stamps for match in one.finditer(text, OWN_STAMP)]
    if len(_CLOCK.findall(text)) > 1:  # the patterns are slow, and a stamp stands in one line with its time
        lines = {_line_at(text, match.start()) for match in _CLOCK.finditer(text, OWN_STAMP)}
        stamps += [match.start() for one in words.clock_stamps for line in lines for match in one.finditer(text, *line)]
    stamps.sort()
    if len(stamps) < 2:
        return len(text)
    block = article.block_at(stamps[0])
    return block.start if block and block.start else stamps[0]


def _line_at(text: str, offset: int) -> tuple[int, int]:
    """Where the line around an offset begins and ends, without what cannot be but the article's own stamp."""
    end = text.find("\n", offset)
    return max(OWN_STAMP, text.rfind("\n", 0, offset) + 1), end if end >= 0 else len(text)


def _credit(text: str, words: SentenceWords) -> int:
    """Where, in the second half of a text, its credits stand, after which nothing belongs to it; -1 without any."""
    found = [match.start() for pattern in words.end_late if (match := pattern.search(text, len(text) // 2))]
    return min(found, default=-1)


def _after_lead(text: str, block: Block, words: SentenceWords) -> int:
    """Where the first sentence of a paragraph begins, behind dateline, byline and time stamp."""
    start = block.start
    agency = words.agency_lead.search(text, start, min(block.end, start + LEAD_WINDOW))
    if agency:
        return agency.end()
    for _ in range(3):
        match = dateline_pattern(words).match(text, start, block.end) or words.lead.match(text, start, block.end)
        if not match or match.end() >= block.end:
            break
        start = match.end()
    return start


def _pieces(text: str, start: int, end: int, words: SentenceWords, label: int = 0) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of text[start:end], without surrounding white space.

    A label in bold (up to offset `label`), or a date on its own, stays with the sentence it introduces.
    """
    begin = start
    for match in _END.finditer(text, start, end):
        if _is_label(text, start, match, label, words) or not _ends_sentence(text, match, begin, end, words):
            continue
        yield from _parts(text, begin, match.end(), words)
        begin = match.end()
    yield from _parts(text, begin, end, words)


def _parts(text: str, start: int, end: int, words: SentenceWords) -> Iterator[tuple[int, int]]:
    """Cut a sentence where a headline, a caption, the point of a list or the next entry of a chronology ran into it
    without a full stop."""
    count = 0
    for mark in _MARKS:  # counting is faster than the pattern
        count += text.count(mark, start, end)
    marks = [] if count < 2 else list(_COLONS.finditer(text, start, end))
    entries = [found for mark in marks if (found := _dated(text, start, mark, words)) >= 0] if len(marks) > 1 else []
    if len(entries) > 1:
        for seam, following in pairwise(sorted({start, *entries, end})):
            yield from _sentences_of(text, seam, following, words)
    else:
        yield from _sentences_of(text, start, end, words)


def _dated(text: str, start: int, mark: re.Match[str], words: SentenceWords) -> int:
    """Where the date begins that a colon or dash stands behind, as in the entries of a chronology; -1 without one, or
    where a stretch of time begins (`3 May - 7 June`)."""
    first = max(start, mark.start() - DATE)
    before = text[first : mark.start()]
    if not any(map(str.isdigit, before)) or words.date.match(text, mark.end()):
        return -1
    date = words.dated.search(before)
    return first + date.start() if date else -1


def _sentences_of(text: str, start: int, end: int, words: SentenceWords) -> Iterator[tuple[int, int]]:
    """Cut a sentence where the first word of another stands in it, or behind a heading in capitals."""
    slug = _SLUG.match(text, start, end) if text[start : start + 4].isupper() else None
    if slug:
        yield from _trimmed(text, start, slug.end())
        start = slug.end()
    for seam in words.fused.finditer(text, start, end):
        before = _WORD_BEFORE.search(text, max(start, seam.start() - 24), seam.start())
        word = before.group() if before else ""
        following = text[seam.end() + 2 : seam.end() + 4] if text.startswith("A ", seam.end()) else ""
        within = word in words.unfinished or (seam["timed"] and word[:1].isupper())
        if seam.start() - start >= 20 and not within and not _takes_letter(word, following, words):
            yield from _trimmed(text, start, seam.start())
            start = seam.end()
    yield from _trimmed(text, start, end)


def _takes_letter(word: str, following: str, words: SentenceWords) -> bool:
    """Whether a capital A behind a word is a letter of its name: `Series A shares`, `Thomas A Reed said`."""
    return following != "" and (word in words.lettered or (word[:1].isupper() and following.istitle()))


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch without the white space around it, where anything is left of it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [(start, end)] if start < end else []


def _is_label(text: str, start: int, match: re.Match[str], label: int, words: SentenceWords) -> bool:
    """Whether the full stop closes a label such as "Wednesday 11 March, Goma." before a sentence."""
    length = match.end() - start
    if match.group() != "." or length > 60:
        return False
    if label >= match.end() - 1:
        return any(map(str.isdigit, text[start : match.end()]))
    return _label_pattern(words).fullmatch(text, start, match.end()) is not None


@lru_cache(maxsize=8)
def _label_pattern(words: SentenceWords) -> re.Pattern[str]:
    weekday, month = words.words["weekday"], words.month
    return re.compile(
        rf"(?:{weekday},?\s+)?(?:\d{{1,2}}\s+{month}|{month}\s+\d{{1,2}})"
        r"(?:,?\s+\d{4})?(?:,\s+[^\W\d][\w -]{1,30})?\.",
        re.IGNORECASE,
    )


def _ends_sentence(text: str, match: re.Match[str], begin: int, end: int, words: SentenceWords) -> bool:
    """Whether the punctuation found ends a sentence, by what stands before and after it."""
    after = text[match.end() : min(end, match.end() + 40)].lstrip()
    following = after.lstrip(_OPENING)
    if not following:
        return not after or match.end() >= end
    if following[0].islower():
        return False
    marks = match.group()
    if marks[0] != "." or marks[1:2] in {".", "!", "?"}:
        return True
    before = _WORD_BEFORE.search(text, max(begin, match.start() - 24), match.start())
    word = before.group().strip("'’-") if before else ""
    opener = _OPENER.match(following)
    first = before is not None and not text[begin : before.start()].strip()
    return _after_word(word, opener.group() if opener else "", first, words)


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
