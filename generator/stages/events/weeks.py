"""A week in review: entries under the names of days alone, which count back from the day it was published."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from generator.languages.events import EventWords
from generator.model.calendar import Day, add_days, ordinal, weekday
from generator.model.edtf import Edtf
from generator.model.temporal import TimeExpression
from generator.stages.events.offsets import as_value

RULE = "week-in-review"
FEWEST = 3
"""How many entries in a row make a review of a week."""
WEEK = 7
DAY = len("2025-01-27")
"""Length of a TIMEX3 value that names a day."""


def in_a_row(
    leads: Mapping[int, TimeExpression], published: Edtf | None, words: EventWords
) -> dict[int, TimeExpression]:
    """The leads of an article, those that are weekdays in the order of one week set on its days, the last of them on
    the last such day before the publication."""
    names: list[str] = words.raw["words"]["weekdays"]
    entries = {time.span.start: time for time in leads.values() if time.text.lower() in names}
    order = [names.index(entries[at].text.lower()) for at in sorted(entries)]
    steps = [(after - before) % WEEK for before, after in pairwise(order)]
    last = published.latest if published is not None else None
    if len(order) < FEWEST or not all(steps) or sum(steps) >= WEEK or last is None:
        return dict(leads)
    last = last_such_day(last, order[-1])
    days = {at: add_days(last, -sum(steps[place:])) for place, at in enumerate(sorted(entries))}
    return {
        position: as_value(time, str(days[time.span.start]), RULE) if time.span.start in days else time
        for position, time in leads.items()
    }


def in_entry(time: TimeExpression, lead: TimeExpression, words: EventWords) -> TimeExpression | None:
    """A time under an entry of such a review (a weekday is the last one up to the entry's day, what was counted from
    the entry goes with it), or a weekday under `Next week`; None under any other entry."""
    first, last = (lead.edtf.earliest, lead.edtf.latest) if lead.edtf is not None else (None, None)
    reviews = lead.provenance is not None and lead.provenance.rule == RULE
    if first is None or last is None or time.edtf is None:
        return None
    if not reviews and ordinal(last) - ordinal(first) != WEEK - 1:
        return None
    names: list[str] = words.raw["words"]["weekdays"]
    named, told = time.text.split()[0].lower(), time.value[:DAY]
    meant = last_such_day(last, names.index(named)) if named in names else last
    if (named not in names and not (reviews and told == lead.value)) or told not in time.edtf.text:
        return time if reviews else None
    return as_value(time, time.edtf.text.replace(told, str(meant)), "day-of-the-entry")


def last_such_day(day: Day, name: int) -> Day:
    """The last day of a weekday (0 for Monday) up to a day."""
    return add_days(day, -((weekday(day) - name) % WEEK))
