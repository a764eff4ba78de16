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
from generator.stages.dates.feasts import feast
from generator.stages.dates.fields import Fields, numeric_date
from generator.stages.dates.moments import (
    SEASON_MONTHS,
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
    "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year",
    "DE": "decade", "CE": "century", "ML": "millennium",
}  # fmt: skip
FAR = 9000
"""Years and counts beyond this are no dates (and EDTF writes years with four digits)."""
STORY_RELATIONS = frozenset({"previous", "following", "that", "same"})


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
    possessive: bool = False
    """Whether it is said of a thing (Tuesday's attack), so that a preposition before it rules the thing."""


Operator = Callable[[Fields, Clock], Reading | None]


def calendar(fields: Fields, clock: Clock) -> Reading | None:
    """A place on the calendar: what is not stated is completed from the clock."""
    for name, read in _CALENDAR:
        if name in fields:
            return read(fields, clock)
    return None


def _stated(moment: Moment, fields: Fields, basis: Basis = "stated") -> Reading:
    time = fields.get("time") or fields.get("daypart") or ""
    if time and moment.grain == "day":
        moment = moment._replace(time=time)
    kind: TimexType = "TIME" if moment.time else "DATE"
    mod = fields.get("part") or fields.get("sooner") or fields.get("approx") or ""
    return Reading(kind, timex(moment), moment, mod, basis)


def _relative(moment: Moment, fields: Fields, anchor: Moment | None, from_story: bool) -> Reading:
    reading = _stated(moment, fields, "relative-to-text" if from_story else "relative-to-publication")
    reading.anchor, reading.from_story = anchor, from_story
    return reading


def _unresolved(value: str, fields: Fields) -> Reading:
    time = fields.get("time") or fields.get("daypart") or ""
    if time and value.count("X") >= 2:
        return Reading("TIME", f"XXXX-XX-XXT{time}")
    return Reading("DATE", value, mod=fields.get("part", ""))


def _numeric(fields: Fields, clock: Clock) -> Reading | None:
    date = numeric_date(fields["numeric_date"], clock.day_first)
    return _stated(of_day(Day(*date)), fields) if date else None


def _month(fields: Fields, clock: Clock) -> Reading | None:
    month, day, year = fields["month"], fields.get("day"), fields.get("year")
    if day is not None and not is_day(2000 if year is None else year, month, day):
        return None
    if year is not None:
        return _stated(_month_or_day(year, month, day), fields)
    anchor, from_story = clock.reference(fields)
    if anchor is None:
        return _unresolved(f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""), fields)
    if "story_year" in fields:
        year = fields["story_year"]
    elif "relation" in fields:
        year = _related_year(fields, clock, anchor, month)
    else:
        year = clock.infer_year(month, day, fields.get("weekday"), anchor, from_story)
    if day is not None and not is_day(year, month, day):
        return None
    moment = _month_or_day(year, month, day)
    if fields.get("week_of"):
        moment = containing(moment.first, "week")
    reading = _stated(moment, fields, "inferred-year")
    reading.anchor, reading.from_story = anchor, from_story
    return reading


def _related_year(fields: Fields, clock: Clock, anchor: Moment, month: int) -> int:
    """The year of `March last year`, and of `last March` (where the relation is to the month itself)."""
    relation = fields["relation"]
    if not fields.get("scope"):
        return anchor.year + relation
    if relation == 0:
        return anchor.year
    if anchor.grain == "year":
        return anchor.year + min(relation, 0)
    passed = month < anchor.month if relation < 0 else month > anchor.month
    return anchor.year if passed else anchor.year + relation


def _month_or_day(year: int, month: int, day: int | None) -> Moment:
    return of_month(year, month) if day is None else Moment("day", year, month, day)


def _year(fields: Fields, clock: Clock) -> Reading | None:
    year = fields["year"]
    if "season" in fields:
        return _stated(Moment("season", year, fields["season"]), fields)
    return _stated(Moment("year", year), fields)


def _old_year(fields: Fields, clock: Clock) -> Reading | None:
    return _stated(Moment("year", 1 - fields["old_year"]), fields)


def _season(fields: Fields, clock: Clock) -> Reading | None:
    season = fields["season"]
    anchor, from_story = clock.reference(fields)
    if anchor is None:
        return _unresolved(f"XXXX-{season}", fields)
    relation = fields.get("relation", 0)
    month = SEASON_MONTHS[season] + 1
    if "story_year" in fields:
        year = fields["story_year"]
    elif "relation" in fields and not fields.get("scope"):
        year = anchor.year + relation
    elif relation and anchor.grain == "day":
        year = _related_year(fields, clock, anchor, min(month + 1, 12))
    elif "relation" in fields:
        year = anchor.year + relation
    else:
        year = clock.infer_year(min(month, 12), None, None, anchor, from_story)
    reading = _stated(Moment("season", year, season), fields, "inferred-year")
    reading.anchor, reading.from_story = anchor, from_story
    return reading


def _weekday(fields: Fields, clock: Clock) -> Reading | None:
    """A day of the week near the clock: before it or after it as the tense says."""
    wanted = fields["weekday"]
    anchor, from_story = clock.reference(fields)
    if anchor is None or anchor.grain != "day":
        return _unresolved(f"XXXX-WXX-{wanted + 1}", fields)
    near, relation = anchor.first, fields.get("relation", 0)
    kind = fields.get("relation_class")
    if relation < 0:
        day = same_weekday(add_days(near, -1), wanted, -1)
    elif relation > 0 or kind == "coming":
        day = same_weekday(add_days(near, 1), wanted, 1)
    else:
        forward = clock.tense > 0 or from_story or (kind == "this" and clock.tense >= 0)
        day = same_weekday(near, wanted, 1 if forward else -1)
    return _relative(of_day(add_days(day, fields.get("offset", 0))), fields, anchor, from_story)


def _deictic(fields: Fields, clock: Clock) -> Reading | None:
    """Today, yesterday, tomorrow, this morning, that night."""
    count = fields["deictic"]
    anchor, from_story = clock.published, False
    if fields.get("relation_class") in STORY_RELATIONS:
        anchor, from_story = clock.story_day or anchor, clock.story_day is not None
    elif clock.narrative and "daypart" not in fields:
        return Reading("DATE", "PRESENT_REF" if count == 0 else "XXXX-XX-XX")
    if anchor is None or anchor.grain != "day":
        if count == 0 and "daypart" not in fields:
            return Reading("DATE", "PRESENT_REF")
        return _unresolved("XXXX-XX-XX", fields)
    return _relative(shift(anchor._replace(time=""), count), fields, anchor, from_story)


def _clock_only(fields: Fields, clock: Clock) -> Reading | None:
    """A time of day: of the day the text is at."""
    if "time" not in fields:
        return None
    anchor, from_story = clock.day_of_passage()
    if anchor is None:
        return _unresolved("XXXX-XX-XX", fields)
    return _relative(anchor._replace(time=""), fields, anchor, from_story)


def _unknown_day(fields: Fields, clock: Clock) -> Reading | None:
    """At night: of no day in particular."""
    return _unresolved("XXXX-XX-XX", fields)


def _bare_day(fields: Fields, clock: Clock) -> Reading | None:
    """The 17th: of the month the text is at."""
    day = fields["nth"]
    anchor = clock.story if clock.story and clock.story.grain in {"day", "month"} else clock.published
    if anchor is None or anchor.grain not in {"day", "month"} or not is_day(anchor.year, anchor.month, day):
        return None
    return _relative(Moment("day", anchor.year, anchor.month, day), fields, anchor, anchor is clock.story)


def _feast(fields: Fields, clock: Clock) -> Reading | None:
    rule = fields.get("named_day") or fields["feast"]
    year = fields.get("year")
    if year is not None:
        return _stated(of_day(feast(rule, year)), fields)
    anchor, from_story = clock.reference(fields)
    if anchor is None:
        return Reading("DATE", "XXXX-XX-XX")
    near = feast(rule, anchor.year)
    year = clock.infer_year(near.month, None, None, anchor, from_story)
    if "relation" in fields and anchor.grain == "day":
        before = [y for y in range(anchor.year - 1, anchor.year + 2) if feast(rule, y) < anchor.first]
        year = max(before) + (fields["relation"] > 0) if fields["relation"] else anchor.year
    reading = _stated(of_day(feast(rule, year)), fields, "inferred-year")
    reading.anchor, reading.from_story = anchor, from_story
    return reading


def _decade(fields: Fields, clock: Clock) -> Reading | None:
    start = fields.get("years", fields.get("decade_word", 0))
    if start < 100:
        start += 1900 if fields.get("decade_word") or start >= 20 else 2000
    if start % 10:
        return None
    return _stated(Moment("decade", start), fields)


def _century(fields: Fields, clock: Clock) -> Reading | None:
    n = fields.get("nth") or fields["ordinal"]
    era = fields.get("era", fields.get("era_letter", 1))
    return _stated(Moment("century", (n - 1) * 100 + 1 if era > 0 else -n * 100 + 1), fields)


_CALENDAR: tuple[tuple[str, Operator], ...] = (
    ("numeric_date", _numeric),
    ("century", _century),
    ("bare_day", _bare_day),
    ("clock_only", _clock_only),
    ("unknown_day", _unknown_day),
    ("month", _month),
    ("named_day", _feast),
    ("feast", _feast),
    ("year", _year),
    ("old_year", _old_year),
    ("season", _season),
    ("weekday", _weekday),
    ("deictic", _deictic),
    ("years", _decade),
    ("decade_word", _decade),
)


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
        return _relative(Moment("year", fields["story_year"]), fields, clock.story or clock.published, True)
    if fields.get("weak") and not clock.narrative and grain != "week":
        anchor, from_story = clock.quarter or clock.last_quarter(), False
        if grain == "quarter" and anchor is not None:
            return _relative(anchor, fields, anchor, False)
    else:
        anchor, from_story = clock.anchor(fields, grain)
    if anchor is None or not fine_enough(anchor, grain):
        return Reading("DATE", _UNKNOWN.get(grain, "XXXX"))
    if grain == "weekend" and clock.tense <= 0 and not from_story and count == 0:
        anchor = shift(anchor, -5)
    moment = shift(containing(anchor.first, grain), count)
    return _relative(moment, fields, anchor, from_story)


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
    if unit == "Y" and number == 1 and clock.quarter and direction < 0 and not clock.narrative:
        return _relative(shift(clock.quarter, -4), fields, clock.quarter, True)
    if "story_year" in fields:
        return _relative(Moment("year", fields["story_year"]), fields, clock.story or clock.published, True)
    anchor, from_story = clock.anchor(fields, GRAINS.get(unit, "day"))
    if anchor is None:
        return vague
    moment = move(anchor, unit, direction * number)
    if moment is None:
        return vague
    return _relative(moment, fields, anchor, from_story)


def move(anchor: Moment, unit: str, count: float) -> Moment | None:
    """The moment so many units from the anchor, as coarse as the unit; None when the anchor is coarser."""
    whole = int(count)
    if unit in {"D", "W", "F"}:
        if anchor.grain != "day":
            return None
        if abs(count) > FAR:
            return None
        days = int(count * {"D": 1, "W": 7, "F": 14}[unit])
        moment = of_day(add_days(anchor.first, days))
        return moment if unit == "D" else containing(moment.first, "week")
    if unit in {"M", "Q"}:
        if not fine_enough(anchor, "month") or abs(count) > FAR:
            return None
        later = months_later(anchor, whole * (3 if unit == "Q" else 1))
        return of_month(later.year, later.month)
    grain = GRAINS.get(unit)
    if grain in {"year", "decade", "century"}:
        years = int(count * {"year": 1, "decade": 10, "century": 100}[str(grain)])
        return Moment("year", anchor.year + years) if abs(anchor.year + years) < FAR else None
    return anchor if unit in {"TS", "TM", "TH"} and anchor.grain == "day" else None


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
            return _stated(Moment("year", year), fields) if year else None
        years = -1 if "back" in fields else relation or 0
        moment = Moment("quarter", base.year + years if year is None else year, base.n)
        return _relative(moment, fields, base, True)
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
        reading = _stated(Moment("quarter", year, n), fields, "inferred-year")
        reading.anchor = anchor
        return reading
    return _stated(Moment("quarter", year, n), fields)


def half(fields: Fields, clock: Clock) -> Reading | None:
    """A half of a year."""
    n = fields.get("ordinal", 2)
    return _stated(Moment("half", fields["year"], n), fields) if n <= 2 else None


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
    return Reading("SET", duration(1, fields["unit"])) if "unit" in fields else None


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
    "None": none,
}
