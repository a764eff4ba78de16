"""What the rules mean: a handful of operators, named as in SCATE (Bethard and Parker, 2016).

Each takes the fields of an expression and the clock it is read by, and gives a `Reading`; None when the words
cannot mean a time. Words never appear here: they are in the language pack.
"""

from __future__ import annotations

from generator.model.calendar import add_days
from generator.stages.dates.calendar_operator import calendar
from generator.stages.dates.clock import Clock
from generator.stages.dates.fields import Fields
from generator.stages.dates.moments import Grain, Moment, containing, months_later, of_day, of_month, shift
from generator.stages.dates.readings import Operator, Reading, inferred, relative, stated

GRAINS: dict[str, Grain] = {
    "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year",
    "DE": "decade", "CE": "century", "ML": "millennium",
}  # fmt: skip
FAR = 9000
"""Years and counts beyond this are no dates (and EDTF writes years with four digits)."""


def last(fields: Fields, clock: Clock) -> Reading | None:
    """The unit of the calendar before the clock's."""
    return _neighbour(fields, clock, -1)


def next_(fields: Fields, clock: Clock) -> Reading | None:
    """The unit of the calendar after the clock's."""
    return _neighbour(fields, clock, 1)


def this(fields: Fields, clock: Clock) -> Reading | None:
    """The unit of the calendar the clock is in."""
    return _neighbour(fields, clock, fields.get("relation", 0))


def _neighbour(fields: Fields, clock: Clock, count: int) -> Reading | None:
    grain = GRAINS.get(fields["unit"])
    if grain is None:
        return None
    if "story_year" in fields:
        return relative(Moment("year", fields["story_year"]), fields, clock.story or clock.published, True)
    if fields.get("weak") and not clock.narrative and grain != "week":
        anchor, from_story = clock.quarter or clock.last_quarter(), False
        if grain == "quarter" and anchor is not None:
            return relative(anchor, fields, anchor, False)
    else:
        anchor, from_story = clock.anchor(fields, grain)
    told = from_story or fields.get("relation_class") != "that"  # that day is never the day of publication
    if anchor is None or not told or not fine_enough(anchor, grain):
        return Reading("DATE", _UNKNOWN.get(grain, "XXXX"))
    if grain == "weekend" and clock.tense <= 0 and not from_story and count == 0:
        anchor = shift(anchor, -5)
    moment = shift(containing(anchor.first, grain), count)
    return relative(moment, fields, anchor, from_story)


_UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}


def fine_enough(anchor: Moment, grain: Grain) -> bool:
    """Whether something of that grain can be counted from the anchor; a year does not tell its last month."""
    if grain in {"day", "week", "weekend"}:
        return anchor.grain == "day"
    if grain in {"month", "quarter", "season", "half"}:
        return anchor.grain in {"day", "month", "week", "weekend", "quarter", "season"}
    return True


def before(fields: Fields, clock: Clock) -> Reading | None:
    """So many units before the clock."""
    return _away(fields, clock, -1)


def after(fields: Fields, clock: Clock) -> Reading | None:
    """So many units after the clock."""
    return _away(fields, clock, 1)


def _away(fields: Fields, clock: Clock, direction: int) -> Reading | None:
    number, unit = fields.get("number", "X"), fields["unit"]
    vague = Reading("DATE", "PAST_REF" if direction < 0 else "FUTURE_REF", mod=fields.get("approx", ""))
    if number == "X":
        return vague
    if unit == "Y" and number == 1 and clock.quarter and clock.by_quarter and direction < 0 and not clock.narrative:
        return relative(shift(clock.quarter, -4), fields, clock.quarter, True)
    if "story_year" in fields:
        return relative(Moment("year", fields["story_year"]), fields, clock.story or clock.published, True)
    anchor, from_story = clock.anchor(fields, GRAINS.get(unit, "day"))
    if anchor is None or (direction > 0 and fields.get("anchor") == "text" and not from_story):
        return vague
    moment = move(anchor, unit, direction * number)
    if moment is None:
        return vague
    return relative(moment, fields, anchor, from_story)


def move(anchor: Moment, unit: str, count: float) -> Moment | None:
    """The moment so many units from the anchor, as coarse as the unit; None when the anchor is coarser."""
    if abs(count) > FAR:
        return None
    if unit in _DAYS:
        return _days_away(anchor, unit, count)
    if unit in _MONTHS and fine_enough(anchor, "month"):
        later = months_later(anchor, int(count) * _MONTHS[unit])
        return of_month(later.year, later.month)
    if unit in _YEARS:
        year = anchor.year + int(count * _YEARS[unit])
        return Moment("year", year) if abs(year) < FAR else None
    return anchor if unit in {"TS", "TM", "TH"} and anchor.grain == "day" else None


_DAYS = {"D": 1, "NI": 1, "W": 7, "F": 14}
_MONTHS = {"M": 1, "Q": 3}
_YEARS = {"Y": 1, "DE": 10, "CE": 100}


def _days_away(anchor: Moment, unit: str, count: float) -> Moment | None:
    """The day so many days, or the week so many weeks, from a day."""
    if anchor.grain != "day":
        return None
    day = add_days(anchor.first, int(count * _DAYS[unit]))
    return of_day(day) if unit in {"D", "NI"} else containing(day, "week")


def period(fields: Fields, clock: Clock) -> Reading | None:
    """A length of time."""
    number, unit = fields.get("number", "X"), fields["unit"]
    value = duration(number, unit) if unit != "X" else "PXX"
    return Reading("DURATION", value, mod=fields.get("approx", ""))


_LETTERS = {"TS": "S", "TM": "M", "TH": "H", "D": "D", "W": "W", "M": "M", "Q": "Q", "Y": "Y"}
_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S"}
_MANY = {"F": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000)}


def duration(number: float | str, unit: str) -> str:
    """TIMEX3 value of so many units; an unknown number is X."""
    time = "T" if unit in {"TS", "TM", "TH"} else ""
    if number == "X":
        return f"P{time}X{_LETTERS.get(unit, unit)}"
    letter, times = _MANY.get(unit) or (_LETTERS.get(unit, unit), 1)
    if unit == "TH" and number == 24:
        return "P1D"
    count = float(number) * times
    finer = _HALVES.get(unit)
    if finer and count % 1 == 0.5:
        return f"P{time}{int(count) or ''}{letter if count > 1 else ''}{finer}"
    said = str(int(count)) if count == int(count) else f"{count:g}"
    return f"P{time}{said}{letter}"


def quarter(fields: Fields, clock: Clock) -> Reading | None:
    """A quarter of a year."""
    n, year, anchor = fields.get("ordinal"), fields.get("year"), clock.published
    relation = fields.get("relation")
    if n is None:
        base = clock.quarter or clock.last_quarter()
        if base is None:
            return stated(Moment("year", year), fields) if year else None
        years = -1 if "back" in fields else relation or 0
        year = base.year + years if year is None else year
        longer = "loose_period" in fields and clock.quarter is not None and not clock.by_quarter
        moment = Moment("year", year) if longer else Moment("quarter", year, base.n)
        return relative(moment, fields, base, True)
    if n > 4:
        return None
    if fields.get("back"):
        relation = -1
    if year is None:
        if anchor is None:
            return Reading("DATE", f"XXXX-Q{n}")
        if relation is not None:
            year = anchor.year + relation
        else:
            year = anchor.year - (anchor.grain == "day" and n > (anchor.month + 2) // 3 and clock.tense <= 0)
        return inferred(Moment("quarter", year, n), fields, anchor, False)
    return stated(Moment("quarter", year, n), fields)


def half(fields: Fields, clock: Clock) -> Reading | None:
    """A half of a year."""
    n = fields.get("ordinal", 2)
    return stated(Moment("half", fields["year"], n if n > 0 else 2), fields) if n <= 2 else None


def nth(fields: Fields, clock: Clock) -> Reading | None:
    """The first week of March, the last day of May 1998, the second month of 2003, the 3rd of last month."""
    if "within" in fields:
        counted: Fields = {name: fields[name] for name in ("relation", "anchor") if name in fields}
        whole = this({"unit": fields["within"], **counted}, clock)
    else:
        whole = calendar({name: fields[name] for name in fields if name not in {"nth", "ordinal", "day"}}, clock)
    grain = GRAINS.get(fields["unit"])
    if whole is None or whole.moment is None or grain not in {"day", "week", "weekend", "month", "quarter"}:
        return None
    n = fields["nth"] if "nth" in fields else fields["ordinal"]
    moment = _nth_within(whole.moment, grain, n)
    if moment is None:
        return None
    reading = stated(moment, {}, whole.basis or "stated")
    reading.anchor, reading.from_story = whole.anchor, whole.from_story
    return reading


def _nth_within(whole: Moment, grain: Grain, n: int) -> Moment | None:
    """The nth stretch of a grain that begins in the whole (weeks: that has its middle there); -1 is the last."""
    middle = 3 if grain == "week" else 0
    if n < 0:
        return containing(add_days(whole.last, -middle), grain)
    first = containing(add_days(whole.first, middle), grain)
    moment = shift(first, n - 1)
    return moment if moment.first <= whole.last else None


def reference(fields: Fields, clock: Clock) -> Reading | None:
    """The past, the present, the future."""
    return Reading("DATE", fields["reference"])


def repeating(fields: Fields, clock: Clock) -> Reading | None:
    """Something that comes again and again."""
    if "frequency" in fields:
        return Reading("SET", fields["frequency"])
    time = f"T{fields['daypart']}" if "daypart" in fields else ""
    if "weekday" in fields:
        return Reading("SET", f"XXXX-WXX-{fields['weekday'] + 1}{time}")
    if "month" in fields:
        return Reading("SET", f"XXXX-{fields['month']:02d}")
    if "season" in fields:
        return Reading("SET", f"XXXX-{fields['season']}")
    if "unit" not in fields:
        return None
    every = fields.get("number", 1) if "article" not in fields else 1
    return Reading("SET", duration(every, fields["unit"]))


def none(fields: Fields, clock: Clock) -> Reading | None:
    """Words that only look like a time."""
    return None


OPERATORS: dict[str, Operator] = {
    "Calendar": calendar,
    "Between": calendar,
    "Last": last,
    "Next": next_,
    "This": this,
    "Before": before,
    "After": after,
    "Period": period,
    "Quarter": quarter,
    "Half": half,
    "Reference": reference,
    "Repeating": repeating,
    "Nth": nth,
    "None": none,
}
