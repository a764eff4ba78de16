"""A weekday under a heading that names a week: `Next week. The cabinet meets on Tuesday.`"""

from __future__ import annotations

from generator.languages.events import EventWords
from generator.model.calendar import WEEK, ordinal, same_weekday
from generator.model.temporal import TimeExpression
from generator.stages.events.offsets import DAY, as_value


def of_the_week(time: TimeExpression, lead: TimeExpression, words: EventWords) -> TimeExpression | None:
    """A time that names a weekday as the day of the week that the words before it name; None where they name none."""
    first, last = (lead.edtf.earliest, lead.edtf.latest) if lead.edtf is not None else (None, None)
    if first is None or last is None or time.edtf is None or ordinal(last) - ordinal(first) != WEEK - 1:
        return None
    names: list[str] = words.raw["words"]["weekdays"]
    named, told = time.text.split()[0].lower(), time.value[:DAY]
    if named not in names or told not in time.edtf.text:
        return None
    meant = same_weekday(last, names.index(named), -1)
    return as_value(time, time.edtf.text.replace(told, str(meant)), "day-of-the-entry")
