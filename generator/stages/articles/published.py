"""Dates as people and machines write them in a heading: read whole, never filled in from anywhere."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.languages.sentences import SentenceWords
from generator.model.edtf import parse_edtf

_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T ]\s*(\d{1,2}:\d{2})(?::\d{2})?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_CLOCK = (
    r"(?:,?\s*(?:[^\W\d_]{2,3}\s+)?\(?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5}|[+-]\d{4})?\)?)?"
)


class AmbiguousDateError(ValueError):
    """A date such as 03/04/2025 that may be two days."""


@lru_cache(maxsize=8)
def _written(words: SentenceWords) -> tuple[re.Pattern[str], ...]:
    """Patterns for "8 February 2025", "February 8, 2025" and "February 2025", with weekday and time allowed."""
    weekday = rf"(?:{words.words['weekday']}\.?,?\s+)?"
    month = rf"(?P<month>{words.month})\.?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    year = r"(?P<year>\d{4})"
    shapes = (
        rf"(?:\d{{1,2}}:\d{{2}}\s+)?{weekday}{day}\s+(?:of\s+)?{month},?\s+{year}{_CLOCK}",
        rf"{weekday}{month}\s+{day},?\s+{year}{_CLOCK}",
        rf"{weekday}{day}-{month}-{year}{_CLOCK}",
        rf"{month},?\s+{year}",
    )
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


def read_date(text: str, words: SentenceWords, day_first: bool | None = None) -> str:
    """The EDTF text of a date that is all of `text`: ISO 8601, EDTF, RFC 2822, or written out.

    The time of day is dropped: the day is the one the publisher wrote. Raises ValueError for anything else
    and for days no calendar has, AmbiguousDateError for 03/04/2025 while `day_first` is None.
    """
    text = text.strip().strip("\"'").strip()
    if not text or len(text) > 80:
        raise ValueError("no date")
    for pattern in (_ISO, _COMPACT):
        if match := pattern.fullmatch(text):
            return _day(match.group(1), match.group(2), match.group(3))
    if match := _NUMERIC.fullmatch(text):
        return _numeric(int(match.group(1)), int(match.group(2)), match.group(3), day_first)
    for shape in _written(words):
        if match := shape.fullmatch(text):
            month = str(words.months[match["month"].lower()])
            groups = match.groupdict()
            return _day(match["year"], month, groups["day"]) if groups.get("day") else _day(match["year"], month)
    return parse_edtf(text).text


def _numeric(first: int, second: int, year: str, day_first: bool | None) -> str:
    if first > 12:
        return _day(year, str(second), str(first))
    if second > 12:
        return _day(year, str(first), str(second))
    if first != second and day_first is None:
        raise AmbiguousDateError("it may be two days")
    day, month = (first, second) if day_first else (second, first)
    return _day(year, str(month), str(day))


def _day(year: str, month: str, day: str = "") -> str:
    parts = [year.zfill(4), month.zfill(2), *([day.zfill(2)] if day else [])]
    return parse_edtf("-".join(parts)).text


_NAME_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_./]?([01]\d)[-_./]?([0-3]\d)(?!\d)")
_NAME_MONTH = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_./]([01]\d)(?![\d])")


def date_in_name(path: str) -> tuple[str, str]:
    """The date in a file name or the path of a web address, and its words; two empty strings without one.

    `2025-01-28-goma.md`, `20250128_goma.txt` and `/2025/01/28/goma` hold a day, `2025-01-goma.md` a month.
    """
    for pattern in (_NAME_DAY, _NAME_MONTH):
        for match in pattern.finditer(path):
            try:
                return _day(*match.groups()), match.group()
            except ValueError:
                continue
    return "", ""
