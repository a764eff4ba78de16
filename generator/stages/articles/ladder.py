"""The ladder by which an article's publication date (document creation time) is found.

From the top: front matter, JSON-LD (`datePublished`), meta tags (`article:published_time`, `dc.date`, ...), the
`<time datetime>` at the head of the article, the dateline ("GOMA, Jan 28 (Agency) —"; its year comes from a lower
rung), the copyright line (a year), the file's name, a day set off at the end of the title. The highest rung that says
something wins; where another one names a different day, that is a warning. Nothing is ever taken from the clock or
from the file's own time stamp.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from generator.model.edtf import Edtf, parse_edtf
from generator.model.problem import Problem
from generator.model.text import DctRung
from generator.stages.articles.draft import Clue

ORDER: tuple[DctRung, ...] = get_args(DctRung)
NAMES = {
    "front-matter": "the front matter", "json-ld": "the page's JSON-LD", "meta": "a meta tag",
    "time": "the page's <time>", "dateline": "the dateline", "copyright": "the copyright line",
    "file-name": "the file's name", "title": "the title",
}  # fmt: skip


class Publication(NamedTuple):
    """The document creation time, the rung that gave it and the words it was read from."""

    dct: Edtf | None
    rung: DctRung
    words: str


def climb(name: str, clues: Iterable[Clue]) -> tuple[Publication, tuple[Problem, ...]]:
    """Choose among all clues; missing and contradicting dates are problems."""
    ordered = sorted(clues, key=lambda clue: ORDER.index(clue.rung))
    whole = [clue for clue in (_with_year(clue, ordered) for clue in ordered) if clue]
    if not whole:
        hint = "Add a line such as `date: 2025-01-28` to the front matter; until then no relative date can be read."
        return Publication(None, "none", ""), (
            Problem(name, 1, 1, "warning", "no-date", "no publication date found", hint),
        )
    best = whole[0]
    problems = _contradictions(name, best, whole[1:])
    return Publication(parse_edtf(best.value), best.rung, best.words), problems


def _with_year(clue: Clue, clues: Sequence[Clue]) -> Clue | None:
    """The clue with its year; a dateline's comes from any other clue, near the turn of a year from its day."""
    if not clue.value.startswith("XXXX"):
        return clue
    month_day = clue.value[4:]
    days = [other.value[:10] for other in clues if other.rung != "dateline" and len(other.value) >= 10]
    if days:
        near = [f"{int(days[0][:4]) + shift:04d}{month_day}" for shift in (-1, 0, 1)]
        gaps = [(gap, value) for value in near if (gap := _days_apart(value, days[0])) is not None]
        value = min(gaps)[1] if gaps else ""
    else:
        years = [other.value[:4] for other in clues if other.value[:4].isdigit()]
        value = f"{years[0]}{month_day}" if years else ""
    if not value or _days_apart(value, value) is None:
        return None
    return Clue(clue.rung, value, clue.words, clue.line, clue.zoned)


def _contradictions(name: str, best: Clue, others: Sequence[Clue]) -> tuple[Problem, ...]:
    problems = []
    for other in others:
        # A title may as well name the day it tells of.
        if other.rung not in {best.rung, "title"} and _contradict(best, other):
            message = (
                f"{NAMES[best.rung]} says {best.value} ({best.words!r}), "
                f"but {NAMES[other.rung]} says {other.value} ({other.words!r})"
            )
            hint = f"{best.value} counts. If it is wrong, write the right `date:` into the front matter."
            line = other.line or best.line or 1
            problems.append(Problem(name, line, 1, "warning", "date-contradiction", message[:400], hint))
    return tuple(problems[:2])


def _contradict(best: Clue, other: Clue) -> bool:
    """Whether two clues cannot both be the publication; a day's difference between time zones is none.

    A dateline may be a day older than the paper, and a page's copyright year is often that of the day it was saved.
    """
    one, two = best.value[:10], other.value[:10]
    if not (one[:4].isdigit() and two[:4].isdigit()):
        return False
    if len(one) < 10 or len(two) < 10:
        shorter = min(len(one), len(two))
        shorter = 7 if shorter >= 7 else 4
        if other.rung == "copyright":
            return int(two[:4]) < int(one[:4]) and other.line > 0
        return one[:shorter] != two[:shorter]
    apart = _days_apart(one, two)
    allowed = 1 if best.zoned or other.zoned or "dateline" in {best.rung, other.rung} else 0
    return apart is not None and apart > allowed


def _days_apart(one: str, two: str) -> int | None:
    try:
        return abs((datetime.date.fromisoformat(one) - datetime.date.fromisoformat(two)).days)
    except ValueError:
        return None
