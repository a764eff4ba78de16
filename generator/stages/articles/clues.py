"""What single lines of an article tell about it: dateline, byline, date line, copyright line."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.languages.sentences import SentenceWords
from generator.stages.articles.draft import Clue, Draft
from generator.stages.articles.published import read_date

_CAPS = r"[A-ZÀ-ÖØ-Þ]"
_PLACE = rf"{_CAPS}[\w.'’-]*(?:[ /-]{_CAPS}[\w.'’-]*){{0,4}}"
_DASH = r"\s*(?:[—–―_]|-{1,2}|:)\s+"


@lru_cache(maxsize=8)
def dateline_pattern(words: SentenceWords) -> re.Pattern[str]:
    """How a story opens: "GOMA, Jan 28 (Agency) —", "Goma, Congo (Agency) --", "(Agency) –", "KINSHASA —".

    Named groups: place, month, day, year, agency. A place without an agency or a date must be in capitals.
    """
    date = rf"(?:(?P<month>{words.month})\.?\s+(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+(?P<month2>{words.month})\.?)"
    year = r"(?:,?\s+(?P<year>\d{4}))?"
    agency = r"\((?P<agency>[^()\n]{2,60})\)"
    place = rf"(?P<place>{_PLACE}(?:,\s*{_PLACE}){{0,2}})"
    shouted = rf"(?P<shouted>{_CAPS}{{2}}[A-ZÀ-ÖØ-Þ.'’ -]{{1,38}}(?:,\s*{_PLACE}){{0,2}})"
    return re.compile(
        rf"\s*(?:{place},?\s+(?i:{date}){year}(?:\s*{agency})?{_DASH}|(?:{place.replace('place', 'place2')}\s+)?"
        rf"{agency.replace('agency', 'agency2')}{_DASH}|{shouted}\s*(?:[—–―_]|--?)\s+)(?=[\"“‘'(]*[A-ZÀ-Þ0-9])"
    )


def read_dateline(draft: Draft, text: str, words: SentenceWords, line: int) -> int:
    """Take agency and date from a paragraph's opening; gives its length, 0 without one."""
    match = dateline_pattern(words).match(text)
    if not match:
        return 0
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    if month:
        value = f"{match['year'] or 'XXXX'}-{words.months[month.lower()]:02d}-{int(day):02d}"
        draft.clues.append(Clue("dateline", value, match.group().strip(), line))
    draft.suggest("source", match["agency"] or match["agency2"] or "")
    return match.end()


_SET_OFF = re.compile(r"\s*[—–―|,;:(•·]\s*|\s+-+\s+")


def title_date(text: str, words: SentenceWords) -> str:
    """The EDTF date of a day that stands by itself at the end of a title: "Situation report 12 — 25 September 2019",
    "Flash update (as of September 25, 2019)"; empty without one."""
    if len(text) > 200 or not any(character.isdigit() for character in text[-12:]):
        return ""
    tails = (text[mark.end() :].rstrip(" )].") for mark in _SET_OFF.finditer(text))
    days = (value for tail in tails if len(value := is_date_line(tail, words)) == len("2025-01-28"))
    return next(days, "")


@lru_cache(maxsize=8)
def _copyright_pattern(words: SentenceWords) -> re.Pattern[str]:
    return re.compile(
        rf"[\W_]*{words.words['copyright']}(?:\s+{words.words['copyright']})*[\s,]*"
        r"(?:(?P<before>[^\d\n]{2,60}?)[\s,]+)?(?P<year>(?:19|20)\d{2})(?:\s*[-–]\s*(?P<last>(?:19|20)\d{2}))?"
        r"(?:[\s,.:;|–—-]+(?P<owner>[^\n]{0,160}))?",
        re.IGNORECASE,
    )


def copyright_clue(text: str, words: SentenceWords, line: int = 0) -> Clue | None:
    """The year of a copyright line such as "Copyright 2025, Agency"; None for any other line."""
    if len(text) > 240:
        return None
    match = _copyright_pattern(words).fullmatch(text)
    if not match:
        return None
    return Clue("copyright", match["last"] or match["year"], text, line)


def copyright_owner(text: str, words: SentenceWords) -> str:
    """Whom a copyright line names: the words after the year up to the first full stop or bracket."""
    match = _copyright_pattern(words).fullmatch(text)
    owner = (match["owner"] or match["before"] or "") if match else ""
    return re.split(r"\s*[(|;]|\.\s|\s[–—-]\s", owner)[0].strip(" .,")


@lru_cache(maxsize=8)
def _byline_pattern(words: SentenceWords) -> re.Pattern[str]:
    return re.compile(rf"(?i:{words.words['byline']})\s+(?:the\s+)?(?P<author>{_CAPS}(?:[^.!?\n]|\.(?=\s?\S)){{2,80}})")


def is_byline(text: str, words: SentenceWords) -> str:
    """The author of a line such as "By A. Writer"; empty for any other line."""
    match = _byline_pattern(words).fullmatch(text) if len(text) <= 160 else None
    names = match["author"].split() if match else []
    if not match or len(names) > 12 or sum(name[0].isupper() for name in names) * 2 < len(names):
        return ""
    return match["author"].strip(" ,|")


@lru_cache(maxsize=8)
def _date_label(words: SentenceWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.words['published']})?\s*(?:on|at)?\s*[:–—-]?\s*", re.IGNORECASE)


def is_label(text: str, words: SentenceWords) -> bool:
    """Whether a text is no more than "Published:" or "Last updated"."""
    return _date_label(words).fullmatch(text) is not None


def is_date_line(text: str, words: SentenceWords) -> str:
    """The EDTF date of a line that is nothing but a date, perhaps labelled "Published:"; empty otherwise."""
    if len(text) > 80 or not any(character.isdigit() for character in text):
        return ""
    label = _date_label(words).match(text)
    try:
        value = read_date(text[label.end() if label else 0 :], words)
    except ValueError:
        return ""
    return value if len(value) >= 7 else ""
