"""Cut a text into words and give each its code: the string that the rules' patterns run over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from generator.languages.dates import BREAK, UNKNOWN, DateWords, suffix_class

_TOKEN = re.compile(
    r"([^\W\d_]\w*+"  # a word, or a name such as M23
    r"|(?=\d)(?:"
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\w)"
    r"|\d{4}-W\d\d(?:-[1-7])?(?!\w)"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?!\w)|\d{1,2}-\d{1,2}-\d{4}(?!\w)|\d{4}/\d\d?/\d\d?(?!\w)"
    r"|\d{1,2}/\d{1,2}(?![\w/])"
    r"|\d{1,2}:\d\d(?::\d\d)?(?!\w)"
    r"|\d{1,3}(?:,\d{3}){1,4}(?![\w,])"
    r"|\d{1,9}\.\d{1,9}(?!\w)"
    r"|\d+(?=[ap]\.?m\b)"
    r"|\d\w*)"
    r"|[^\w\s]|_"
    r"|\n[ \t\r]*\n\s*)"
)
_SHAPES = (
    ("iso_time", re.compile(r"\d{4}-\d\d-\d\dT.*")),
    ("iso_week", re.compile(r"\d{4}-W\d\d(?:-\d)?")),
    ("iso_date", re.compile(r"\d{4}-\d\d-\d\d")),
    ("numeric_date", re.compile(r"\d+([/.-])\d+\1\d+")),
    ("clock", re.compile(r"\d+:\d\d(?::\d\d)?")),
    ("big_number", re.compile(r"\d{1,3}(?:,\d{3})+|\d{5,9}")),
    ("decimal", re.compile(r"\d+\.\d+")),
    ("nth", re.compile(r"\d{1,3}(?:st|nd|rd|th)")),
    ("years", re.compile(r"\d{2,4}s")),
)


_POINT_STAMP = re.compile(r"(?:[01]\d|2[0-3])\.[0-5]\d")
SEVERAL = 3
"""So many paragraphs that open with what looks like a time written with a point make it one."""
ENOUGH = 200_000
"""How many words a table of codes remembers; more are classified afresh, so that no text fills the memory."""


class Codes(dict[str, str]):
    """The codes of a pack's words; a word asked for the first time is classified and remembered."""

    def __init__(self, words: DateWords) -> None:
        super().__init__(words.codes)
        self._suffixes = words.suffixes
        self._known = words.codes

    def __missing__(self, token: str) -> str:
        code = self._classify(token)
        if len(self) < ENOUGH:
            self[token] = code
        return code

    def _classify(self, token: str) -> str:
        if token[0] == "\n":
            return BREAK
        lower = token.lower()
        if lower in self._known:
            return self._known[lower]
        if token[0].isdigit():
            return self._shape(token)
        if len(token) > 3 and token.isupper() and token.title() in self._known:
            return self._known[token.title()]
        return suffix_class(token, self._suffixes) or UNKNOWN

    def _shape(self, token: str) -> str:
        for name, pattern in _SHAPES:
            if pattern.fullmatch(token):
                return self._known["\0" + name]
        return UNKNOWN


@lru_cache(maxsize=8)
def _codes_of(words: DateWords) -> Codes:
    return Codes(words)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as words: what they are, where they begin, and their codes as one string."""

    text: str
    words: list[str]
    offsets: list[int]
    """Where each word begins and ends, in turns; then the end of the text."""
    codes: str

    def start(self, index: int) -> int:
        """Where the word begins in the text."""
        return self.offsets[2 * index]

    def end(self, index: int) -> int:
        """Where the word ends in the text."""
        return self.offsets[2 * index + 1]


def tokenise(text: str, words: DateWords) -> Tokens:
    """Cut the text into words; time and memory are linear in its length."""
    pieces = _TOKEN.split(text)
    found = pieces[1::2]
    codes = _codes_of(words)
    offsets, classes = list(accumulate(map(len, pieces))), "".join(map(codes.__getitem__, found))
    stamps = _point_stamps(found, classes)
    if len(stamps) >= SEVERAL:
        for at in stamps:  # as if they were written with a colon
            found[at] = found[at].replace(".", ":")
            classes = classes[:at] + codes[found[at]] + classes[at + 1 :]
    return Tokens(text, found, offsets, classes)


def opens_line(codes: str, index: int) -> bool:
    """Whether no other word stands before a word in its line."""
    return index == 0 or codes[index - 1] == BREAK


def _point_stamps(found: list[str], classes: str) -> list[int]:
    """The words that look like a time of day written with a point and open a paragraph: the stamps of a live page, or
    by chance a number."""
    stamps, at = [], 0
    while at >= 0:
        if at < len(found) and _POINT_STAMP.fullmatch(found[at]):
            stamps.append(at)
        at = classes.find(BREAK, at) + 1 or -1
    return stamps
