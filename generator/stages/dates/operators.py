"""What the rules mean: a handful of operators, named as in SCATE (Bethard and Parker, 2016).

Each takes the fields of an expression and the clock it is read by, and gives a `Reading`; None when the words
cannot mean a time. Words never appear here: they are in the language pack.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.calendar import Day, add_days, is_day
from generator.model.temporal import Basis, TimexType
from generator.stages.dates.clock import Clock
from generator.stages.dates.fields import Fields
from generator.stages.dates.moments import (
    Grain,
    Moment,
    containing,
    months_later,
    of_day,
    of_month,
    same_weekday,
    shift,
    timex,
)

GRAINS: dict[str, Grain] = {
    "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "H": "half", "Y": "year",
    "DE": "decade", "CE": "century", "ML": "millennium",
}  # fmt: skip


@dataclass(slots=True)
class Reading:
    """What an expression means."""

    type: TimexType
    value: str
    moment: Moment | None = None
    mod: str = ""
    basis: Basis | None = None
    anchor: Moment | None = None
    from_story: bool = False
    """Whether the anchor is the story's clock, and not the document's."""


Operator = Callable[[Fields, Clock], Reading | None]


def calendar(fields: Fields, clock: Clock) -> Reading | None:
    """Year, month and day of the calendar, stated or completed from the clock."""
    year, month, day = fields.get("year"), fields.get("month"), fields.get("day")
    if month is None:
        if year is None:
            return None
        return _dated(Moment("year", year), fields, "stated")
    if day is not None and not is_day(year if year is not None else 2000, month, day):
        return None
    if year is not None:
        return _dated(_month_or_day(year, month, day), fields, "stated")
    anchor, from_story = clock.reference()
    if anchor is None:
        value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
        return Reading("DATE", value, mod=fields.get("part", ""))
    year = clock.infer_year(month, day, fields.get("weekday"), anchor, from_story)
    if day is not None and not is_day(year, month, day):
        return None
    reading = _dated(_month_or_day(year, month, day), fields, "inferred-year")
    reading.anchor, reading.from_story = anchor, from_story
    return reading


def _month_or_day(year: int, month: int, day: int | None) -> Moment:
    return of_month(year, month) if day is None else Moment("day", year, month, day)


def _dated(moment: Moment, fields: Fields, basis: Basis) -> Reading:
    time = fields.get("daypart") or fields.get("time") or ""
    if time and moment.grain == "day":
        moment = moment._replace(time=time)
    kind: TimexType = "TIME" if moment.time else "DATE"
    return Reading(kind, timex(moment), moment, fields.get("part", ""), basis)


def _relative(moment: Moment, fields: Fields, anchor: Moment, from_story: bool) -> Reading:
    reading = _dated(moment, fields, "relative-to-text" if from_story else "relative-to-publication")
    reading.anchor, reading.from_story = anchor, from_story
    return reading


def weekday(fields: Fields, clock: Clock) -> Reading | None:
    """A day of the week near the clock: before it or after it as the tense says."""
    wanted = fields["weekday"]
    anchor, from_story = clock.reference()
    if anchor is None or anchor.grain != "day":
        return Reading("DATE", f"XXXX-WXX-{wanted + 1}")
    near = anchor.first
    relation = fields.get("relation", 0)
    if relation < 0:
        day = same_weekday(add_days(near, -1), wanted, -1)
    elif relation > 0:
        day = same_weekday(add_days(near, 1), wanted, 1)
    else:
        day = same_weekday(near, wanted, 1 if clock.tense > 0 or from_story else -1)
    return _relative(of_day(day), fields, anchor, from_story)


def day(fields: Fields, clock: Clock) -> Reading | None:
    """Today, yesterday, tomorrow."""
    count = fields["deictic"]
    anchor = clock.published
    if clock.narrative and count == 0:
        return Reading("DATE", "PRESENT_REF")
    if anchor is None or anchor.grain != "day":
        return Reading("DATE", "PRESENT_REF" if count == 0 else "XXXX-XX-XX")
    return _relative(shift(anchor, count), fields, anchor, False)


def relative(fields: Fields, clock: Clock) -> Reading | None:
    """Last, this or next unit of the calendar."""
    unit = fields["unit"]
    grain = GRAINS.get(unit)
    count = fields.get("relation", 0)
    if grain is None:
        return None
    anchor, from_story = clock.published, False
    if fields.get("relation_word") in ANAPHORIC or anchor is None or clock.narrative:
        anchor, from_story = clock.story or anchor, clock.story is not None
    if anchor is None or (grain in {"day", "week", "weekend"} and anchor.grain != "day"):
        return Reading("DATE", {"day": "XXXX-XX-XX", "week": "XXXX-WXX"}.get(grain, "XXXX"))
    moment = shift(containing(anchor.first, grain), count)
    return _relative(moment, fields, anchor, from_story)


ANAPHORIC = frozenset({"previous", "preceding", "prior", "following", "subsequent", "ensuing", "succeeding"})


def ago(fields: Fields, clock: Clock) -> Reading | None:
    """So many units before or after the clock."""
    number, unit = fields.get("number", "X"), fields["unit"]
    direction = fields.get("direction", 1)
    if number == "X":
        return Reading("DATE", "PAST_REF" if direction < 0 else "FUTURE_REF")
    anchor, from_story = clock.published, False
    if fields.get("from_text"):
        anchor, from_story = clock.story or anchor, clock.story is not None
    if anchor is None:
        return Reading("DATE", "PAST_REF" if direction < 0 else "FUTURE_REF")
    moment = move(anchor, unit, direction * number)
    if moment is None:
        return None
    return _relative(moment, fields, anchor, from_story)


def move(anchor: Moment, unit: str, count: float) -> Moment | None:
    """The moment so many units from the anchor, as coarse as the unit; None when the anchor is coarser."""
    whole = int(count)
    if unit in {"D", "W", "F"}:
        if anchor.grain != "day":
            return None
        days = whole * {"D": 1, "W": 7, "F": 14}[unit]
        moment = of_day(add_days(anchor.first, days))
        return moment if unit == "D" else containing(moment.first, "week")
    if unit in {"M", "Q"}:
        later = months_later(anchor, whole * (3 if unit == "Q" else 1))
        return of_month(later.year, later.month)
    grain = GRAINS.get(unit)
    if grain in {"year", "decade", "century"}:
        years = whole * {"year": 1, "decade": 10, "century": 100}[str(grain)]
        return Moment("year", anchor.year + years) if grain == "year" else containing(
            Day(anchor.year + years, 1, 1), grain
        )
    return anchor if unit in {"TS", "TM", "TH"} and anchor.grain == "day" else None


def period(fields: Fields, clock: Clock) -> Reading | None:
    """A length of time."""
    return Reading("DURATION", duration(fields.get("number", "X"), fields["unit"]), mod=fields.get("approx", ""))


_LETTERS = {"TS": "S", "TM": "M", "TH": "H", "D": "D", "W": "W", "M": "M", "Q": "Q", "Y": "Y"}
_MANY = {"WE": ("WE", 1), "F": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000)}


def duration(number: float | str, unit: str) -> str:
    """TIMEX3 value of so many units; an unknown number is X."""
    letter, times = _MANY.get(unit) or (_LETTERS.get(unit, "D"), 1)
    if number == "X":
        return f"P{'T' if unit[0] == 'T' else ''}X{unit if times > 1 else letter}"
    count = float(number) * times
    said = str(int(count)) if count == int(count) else f"{count:g}"
    return f"P{'T' if unit[0] == 'T' else ''}{said}{letter}"


def quarter(fields: Fields, clock: Clock) -> Reading | None:
    """A quarter of a year."""
    n = fields["ordinal"]
    if n > 4:
        return None
    year, anchor = fields.get("year"), clock.published
    if year is None:
        if anchor is None:
            return Reading("DATE", f"XXXX-Q{n}")
        year = anchor.year - (anchor.grain == "day" and n > (anchor.month + 2) // 3 + 1)
        reading = _dated(Moment("quarter", year, n), fields, "inferred-year")
        reading.anchor = anchor
        return reading
    return _dated(Moment("quarter", year, n), fields, "stated")


def reference(fields: Fields, clock: Clock) -> Reading | None:
    """The past, the present, the future."""
    return Reading("DATE", fields["reference"])


def repeating(fields: Fields, clock: Clock) -> Reading | None:
    """Something that comes again and again."""
    return Reading("SET", fields["frequency"])


OPERATORS: dict[str, Operator] = {
    "Calendar": calendar,
    "Weekday": weekday,
    "Day": day,
    "Relative": relative,
    "Ago": ago,
    "Period": period,
    "Quarter": quarter,
    "Reference": reference,
    "Repeating": repeating,
}
