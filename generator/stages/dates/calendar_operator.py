"""The operator Calendar: a place on the calendar, stated whole or completed from the clock.

Which fields the words gave decides how they are read; `_CALENDAR` below is the whole order of precedence.
"""

from __future__ import annotations

from generator.model.calendar import Day, add_days, add_months, is_day, iso_week, same_weekday, week_start, weekday
from generator.stages.dates.clock import Clock
from generator.stages.dates.feasts import feast
from generator.stages.dates.fields import Fields, numeric_date
from generator.stages.dates.moments import (
    SEASON_MONTHS,
    Moment,
    containing,
    months_later,
    of_day,
    of_month,
    shift,
    timex,
)
from generator.stages.dates.readings import Operator, Reading, inferred, relative, stated, unresolved

TURN_OF_MONTH = 20
"""How many days back a bare day would lie for the next month's to be meant."""
STORY_RELATIONS = frozenset({"previous", "following", "that", "same"})


def calendar(fields: Fields, clock: Clock) -> Reading | None:
    """A place on the calendar: what is not stated is completed from the clock."""
    for name, read in _CALENDAR:
        if name in fields:
            return read(fields, clock)
    return None


def _numeric(fields: Fields, clock: Clock) -> Reading | None:
    date = numeric_date(fields["numeric_date"], clock.day_first)
    return stated(of_day(Day(*date)), fields) if date else None


def _month(fields: Fields, clock: Clock) -> Reading | None:
    month, day, year = fields["month"], fields.get("day"), fields.get("year")
    if day is not None and not is_day(2000 if year is None else year, month, day):
        return None
    if year is not None:
        return stated(_month_or_day(year, month, day), fields)
    anchor, from_story = clock.reference(fields)
    if anchor is None:
        return unresolved(f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""), fields)
    if "story_year" in fields:
        year = fields["story_year"]
    elif "relation" in fields and "of_weekday" not in fields:
        year = _related_year(fields, clock, anchor, month)
    else:
        year = clock.infer_year(month, day, fields.get("weekday"), anchor, from_story)
    if day is not None and not is_day(year, month, day):
        return None
    moment = _month_or_day(year, month, day)
    if fields.get("week_of"):
        moment = containing(moment.first, "week")
    return inferred(moment, fields, anchor, from_story)


def _related_year(fields: Fields, clock: Clock, anchor: Moment, month: int) -> int:
    """The year of `March last year`, and of `last March` (where the relation is to the month itself)."""
    relation: int = fields["relation"]
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
        return stated(Moment("season", year, fields["season"]), fields)
    return stated(Moment("year", year), fields)


def _old_year(fields: Fields, clock: Clock) -> Reading | None:
    return stated(Moment("year", 1 - fields["old_year"]), fields)


def _season(fields: Fields, clock: Clock) -> Reading | None:
    season = fields["season"]
    anchor, from_story = clock.reference(fields)
    if anchor is None:
        return unresolved(f"XXXX-{season}", fields)
    relation = fields.get("relation", 0)
    month = SEASON_MONTHS[season] + 1
    if "story_year" in fields:
        return _season_of_story(season, fields, anchor, from_story)
    if "relation" in fields and not fields.get("scope"):
        year = anchor.year + relation
    elif relation and anchor.grain == "day":
        year = _related_year(fields, clock, anchor, min(month + 1, 12))
    elif "relation" in fields:
        year = anchor.year + relation
    else:
        year = clock.infer_year(min(month, 12), None, None, anchor, from_story)
    return inferred(Moment("season", year, season), fields, anchor, from_story)


def _season_of_story(season: str, fields: Fields, anchor: Moment, from_story: bool) -> Reading:
    """A season of the year the story is in. Its winter is the one that ends there: TIMEX3 names it by that year,
    EDTF by the year it begins in."""
    year = fields["story_year"]
    reading = inferred(Moment("season", year - (season == "WI"), season), fields, anchor, from_story)
    reading.value = timex(Moment("season", year, season))
    return reading


def _days_off(fields: Fields) -> int:
    """The days that the day before, or a week from, a day adds to it."""
    return int(fields.get("offset", 0) + 7 * fields.get("weeks_away", 0) * fields.get("number", 1))


def _week_number(fields: Fields, clock: Clock) -> Reading | None:
    """Week 12 of 2025; 2025-W12; 2025-W12-3."""
    if "iso_week" in fields:
        year, week, *day = fields["iso_week"].replace("W", "").split("-")
    else:
        year, week, day = fields["year"], fields["digits"], []
    if not 1 <= int(week) <= 53:
        return None
    if day:
        return stated(of_day(add_days(week_start(int(year), int(week)), int(day[0]) - 1)), fields)
    return stated(Moment("week", int(year), int(week)), fields)


def _weekday(fields: Fields, clock: Clock) -> Reading | None:
    """A day of the week near the clock: before it or after it as the tense says."""
    wanted = fields["weekday"]
    anchor, from_story = clock.reference(fields)
    if anchor is None or anchor.grain != "day":
        return unresolved(f"XXXX-WXX-{wanted + 1}", fields)
    near, relation = anchor.first, fields.get("relation", 0)
    if fields.get("of_week"):
        monday = week_start(*iso_week(add_days(near, 7 * relation)))
        return relative(of_day(add_days(monday, wanted)), fields, anchor, from_story)
    kind = fields.get("relation_class")
    if kind == "same" and wanted in clock.days:
        anchor, from_story = clock.days[wanted][0], True
        day = anchor.first
    elif kind in {"that", "same"} and clock.story_day:
        day = same_weekday(add_days(clock.story_day.first, -3), wanted, 1)
        from_story, anchor = True, clock.story_day
    elif relation < 0:
        day = same_weekday(add_days(near, -2), wanted, -1)  # the day before would be called `yesterday`
    elif relation > 0 or kind == "coming":
        day = same_weekday(add_days(near, 1), wanted, 1)
    elif not (from_story or kind or relation) and (covered := clock.covered_day(wanted)) is not None:
        day = covered
    elif not from_story and (told := clock.told_tomorrow(wanted)) is not None:
        anchor, day = told, told.first
    else:
        just_past = (weekday(near) - wanted) % 7 in {1, 2}  # then only a sure sign makes it next week's
        tomorrow = (wanted - weekday(near)) % 7 == 1 and clock.tense > -2  # else it would be called `last Sunday`
        forward = clock.tense > int(just_past) or from_story or tomorrow or (kind == "this" and clock.tense >= 0)
        day = same_weekday(near, wanted, 1 if forward else -1)
    return relative(of_day(add_days(day, _days_off(fields))), fields, anchor, from_story)


def _deictic(fields: Fields, clock: Clock) -> Reading | None:
    """Today, yesterday, tomorrow, this morning, that night."""
    count = fields["deictic"]
    anchor, from_story = clock.published, False
    if fields.get("relation_class") in STORY_RELATIONS:
        anchor, from_story = clock.story_day or anchor, clock.story_day is not None
    elif clock.in_the_past and "daypart" not in fields:
        return Reading("DATE", "PRESENT_REF" if count == 0 else "XXXX-XX-XX")
    if anchor is None or anchor.grain != "day":
        if count == 0 and "daypart" not in fields:
            return Reading("DATE", "PRESENT_REF")
        return unresolved("XXXX-XX-XX", fields)
    day = shift(anchor._replace(time=""), count + _days_off(fields))
    months = int(fields.get("months_away", 0) * fields.get("number", 1))
    return relative(months_later(day, months) if months else day, fields, anchor, from_story)


def _clock_only(fields: Fields, clock: Clock) -> Reading | None:
    """A time of day: of the day the text is at."""
    if "time" not in fields:
        return None
    anchor, from_story = clock.day_of_passage()
    if anchor is None:
        return unresolved("XXXX-XX-XX", fields)
    return relative(anchor._replace(time=""), fields, anchor, from_story)


def _unknown_day(fields: Fields, clock: Clock) -> Reading | None:
    """At night: of no day in particular."""
    return unresolved("XXXX-XX-XX", fields)


def _bare_day(fields: Fields, clock: Clock) -> Reading | None:
    """The 17th: of the month the text is at, or of the next one where a story that has come to the 29th goes on with
    the 2nd; in the record of a month of that one, unless the text goes on in another it has named."""
    day = fields["nth"]
    story = clock.story if clock.story is not None and clock.story.grain in {"day", "month"} else None
    if clock.month is not None and story is not None and (story.grain == "month" or day < story.day):
        story = clock.month
    anchor = story or clock.month or clock.published
    if anchor is None or anchor.grain not in {"day", "month"}:
        return None
    year, month = anchor.year, anchor.month
    if anchor is clock.story and anchor.grain == "day" and anchor.day - day > TURN_OF_MONTH:
        following = Moment("day", *add_months(year, month, 1), day)
        if clock.published is not None and following.first <= clock.published.last:
            return relative(following, fields, anchor, True)
    if not is_day(year, month, day):
        return None
    return relative(Moment("day", year, month, day), fields, anchor, anchor is clock.story)


def _weekday_number(fields: Fields, clock: Clock) -> Reading | None:
    """Tuesday the 24th: of the month nearest to the clock in which the two meet."""
    anchor, from_story = clock.reference(fields)
    if anchor is None or anchor.grain not in {"day", "month"}:
        return unresolved(f"XXXX-WXX-{fields['weekday'] + 1}", fields)
    months = (add_months(anchor.year, anchor.month, shift) for shift in sorted(range(-12, 13), key=abs))
    days = (Day(year, month, fields["nth"]) for year, month in months if is_day(year, month, fields["nth"]))
    meet = next((day for day in days if weekday(day) == fields["weekday"]), None)
    return relative(of_day(meet), fields, anchor, from_story) if meet is not None else None


def _feast(fields: Fields, clock: Clock) -> Reading | None:
    rule = fields["named_day"] if "named_day" in fields else fields["feast"]
    year = fields.get("year")
    if not rule:
        return Reading("DATE", f"{'XXXX' if year is None else year}-XX-XX")
    if year is not None:
        return stated(of_day(add_days(feast(rule, year), fields.get("eve_word", 0))), fields)
    anchor, from_story = clock.reference(fields)
    if anchor is None:
        return Reading("DATE", "XXXX-XX-XX")
    near = feast(rule, anchor.year)
    year = clock.infer_year(near.month, None, None, anchor, from_story)
    if "relation" in fields and anchor.grain == "day":
        before = [y for y in range(anchor.year - 1, anchor.year + 2) if feast(rule, y) < anchor.first]
        year = max(before) + (fields["relation"] > 0) if fields["relation"] else anchor.year
    return inferred(of_day(add_days(feast(rule, year), fields.get("eve_word", 0))), fields, anchor, from_story)


def _era(fields: Fields) -> int:
    """-1 before the common era, 1 in it or where nothing is said."""
    return int(fields["era"] if "era" in fields else fields.get("era_letter", 1))


def _decade(fields: Fields, clock: Clock) -> Reading | None:
    start = int(fields["years"] if "years" in fields else fields["decade_word"])
    if start < 100:
        start += 1900 if fields.get("decade_word") or start >= 20 else 2000
    if start % 10:
        return None
    before_christ = _era(fields) < 0 or 100 <= start < 1000
    return stated(Moment("decade", -start - 8 if before_christ else start), fields)


def _century(fields: Fields, clock: Clock) -> Reading | None:
    n: int = fields["nth"] if "nth" in fields else fields["ordinal"]
    era = _era(fields)
    return stated(Moment("century", (n - 1) * 100 + 1 if era > 0 else -n * 100 + 1), fields)


_CALENDAR: tuple[tuple[str, Operator], ...] = (
    ("numeric_date", _numeric),
    ("iso_week", _week_number),
    ("week_number", _week_number),
    ("century", _century),
    ("bare_day", _bare_day),
    ("weekday_number", _weekday_number),
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
