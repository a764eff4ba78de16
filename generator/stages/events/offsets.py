"""Dates counted from another event's: `five days after they stormed the town`, `the night before the battle`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.model.calendar import WEEK, Day, add_days, add_months, iso_year, ordinal
from generator.model.edtf import Edtf, parse_edtf
from generator.model.problem import Provenance
from generator.model.temporal import TimeExpression
from generator.stages.events.tokens import Line

LENGTH = re.compile(r"P(T?)(\d+)(NI|[HDWMY])")
WEEK_VALUE = re.compile(r"\d{4}-W\d\d")
DAY = len("2025-01-27")
"""Length of a TIMEX3 value that names a day."""
HOURS = 24
SOME_HOURS = "PTXH"
"""The TIMEX3 value of hours that nobody counts: `a few hours`."""
SINGLE = {"D": "day_units", "W": "week_units", "M": "month_units", "Y": "year_units"}
"""The lists of words for one unit each: `a week after`."""
LONGEST = 5
"""How many words a length may take before the `after` that it belongs to."""


def offset_at(line: Line, index: int) -> tuple[int, str] | None:
    """The distance that stands before an `after` or `before` (the token at `index`): a signed number and its unit
    (D, W, M, Y). A vague one ("less than a week after") gives none."""
    words = line.words.words
    if not 0 < index < len(line.lows) or line.lows[index] not in words["distance_prepositions"]:
        return None
    sign = 1 if line.lows[index] in words["after"] else -1
    length = _length(line, index)
    return (sign * length[0], length[1]) if length else None


def _length(line: Line, index: int) -> tuple[int, str] | None:
    """How long before or after, from the words before the preposition; minutes and hours count as no day."""
    words, time = line.words.words, line.times.get(index - 1)
    first = index - 1
    while time is not None and line.times.get(first - 1) is time:
        first -= 1
    if time is not None and time.value == SOME_HOURS:
        return 0, "D"
    if not words["inexact"].isdisjoint(line.lows[max(0, first - 1) : index]):
        return None
    found = LENGTH.fullmatch(time.value) if time is not None and time.type == "DURATION" else None
    if found is not None:
        return _in_days(found)
    if line.lows[index - 1] in words["short_units"] or line.lows[index - 1] in words["short_adverbs"]:
        return 0, "D"
    if index > 1 and line.lows[index - 2] in words["single"]:
        low = line.lows[index - 1]
        return next(((1, unit) for unit, names in SINGLE.items() if low in words[names]), None)
    return None


def _in_days(found: re.Match[str]) -> tuple[int, str] | None:
    clock, number, unit = found[1], int(found[2]), found[3].replace("NI", "D")  # nights are counted as days
    if not clock:
        return (number, unit) if unit != "H" else None
    whole, rest = divmod(number, HOURS)
    return (whole, "D") if unit == "H" and (not rest or not whole) else None


UNITS = {"D": 1, "W": 7}


def in_days(time: TimeExpression) -> int | None:
    """How many days a length of days or weeks has; None for any other."""
    found = LENGTH.fullmatch(time.value) if time.type == "DURATION" else None
    length = _in_days(found) if found else None
    return length[0] * UNITS[length[1]] if length and length[1] in UNITS else None


def away(time: TimeExpression, distance: tuple[int, str], rule: str) -> TimeExpression | None:
    """The time that lies so far from another; None where that is no day. Weeks, months and years are round figures."""
    day = time.edtf.day if time.edtf is not None else None
    if day is None:
        return None
    value = _shifted(day, *distance)
    made = parse_edtf(value)
    given = (time.provenance,) if time.provenance else ()
    note = Provenance("events", rule, time.span, f"{distance[0]:+d}{distance[1]}", given)
    return replace(
        time, type="DATE", value=value.rstrip("~"), edtf=made, mod="", basis="relative-to-text",
        anchor=str(day), anchor_span=time.span, provenance=note,
    )  # fmt: skip


def weeks_away(time: TimeExpression, words: Mapping[str, frozenset[str]]) -> TimeExpression | None:
    """The day about which something happened `a week later` than a day that was told, or `two weeks ago`; None for any
    other time, and for `about two weeks later`, `more than a week ago` and `the week before`."""
    if not WEEK_VALUE.fullmatch(time.value) or len(time.anchor) != DAY:
        return None
    ago = time.provenance is not None and time.provenance.rule == "units-ago"
    vague = words["inexact"] if ago else words["no_count"]
    told, first = parse_edtf(time.anchor).day, time.edtf.earliest if time.edtf is not None else None
    if told is None or first is None or not (ago or time.basis == "relative-to-text"):
        return None
    if not vague.isdisjoint(time.text.lower().split()):
        return None
    weeks = (ordinal(first) - ordinal(told) + WEEK - 1) // WEEK
    return as_value(time, f"{add_days(told, WEEK * weeks)}~", "weeks-away") if weeks else None


def _shifted(day: Day, count: int, unit: str) -> str:
    if unit == "D":
        return str(add_days(day, count))
    if unit == "W":
        return f"{add_days(day, 7 * count)}~"
    if unit == "M":
        year, month = add_months(day.year, day.month, count)
        return f"{iso_year(year)}-{month:02d}~"
    return f"{iso_year(day.year + count)}~"


def as_value(time: TimeExpression, edtf: str | Edtf, rule: str) -> TimeExpression:
    """The same words with another calendar value, and the rule that gave it."""
    made = parse_edtf(edtf) if isinstance(edtf, str) else edtf
    given = (time.provenance,) if time.provenance else ()
    return replace(time, edtf=made, provenance=Provenance("events", rule, time.span, made.text, given))
