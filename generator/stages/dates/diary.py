"""A week told day by day: paragraphs that open with `Saturday.`, `Sunday.`, `Monday.`, each read by its own day; or
with `Thursday 29 February.`, `Friday.`, `Saturday 2 March.`, each read by the dates of those around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from generator.languages.dates import BREAK
from generator.model.calendar import WEEK, Day, add_days, is_day, same_weekday
from generator.stages.dates.fields import Expression, Fields
from generator.stages.dates.tokens import Tokens, opens_line

SEVERAL = 3
"""So many paragraphs that open with a day of the week make a diary."""
DATE = frozenset({"weekday", "month", "day", "year"})
Tense = Callable[[Tokens, int, int], tuple[int, bool]]
_CLOSING = frozenset(".:–—-")


def diary(
    expressions: Sequence[Expression], tokens: Tokens, published: Day, tense: Tense
) -> list[tuple[Expression, int, Day]]:
    """The days of the week that head the paragraphs of a diary, each with the word after its paragraph and its day: the
    last is over by the day of publication, unless most paragraphs tell of what is to come; and the dates that do, where
    the paragraph was written on that day. Empty where they are in no order."""
    heads = [one for one in expressions if _heads(one, tokens)]
    if len(heads) < SEVERAL:
        return []
    ends = [tokens.codes.find(BREAK, one.stop) for one in heads]
    stops = [end if end >= 0 else len(tokens.words) for end in ends]
    if any("day" in one.fields for one in heads):
        found = _between([one.fields for one in heads], published)
        told = zip(heads, stops, found, strict=True) if found else ()
        return [one for one in told if "day" not in one[0].fields or _written_then(one[0], one[1], expressions)]
    ahead = 2 * sum(tense(tokens, stop - 1, stop - 1)[0] > 0 for stop in stops) > len(heads)
    days = _days([int(one.fields["weekday"]) for one in heads], published, ahead)
    return list(zip(heads, stops, days, strict=True)) if days else []


def _written_then(head: Expression, stop: int, expressions: Sequence[Expression]) -> bool:
    """Whether an entry speaks of its own day as its writer's: `14 June. They signed tonight.`"""
    return any(head.first < one.first < stop and "deictic" in one.fields for one in expressions)


def _days(wanted: list[int], published: Day, ahead: bool) -> list[Day]:
    """The days of one week, first to last or last to first, before the day of publication or, `ahead`, after it."""
    forward = [(after - before) % WEEK for before, after in pairwise(wanted)]
    backward = [(before - after) % WEEK for before, after in pairwise(wanted)]
    ascending = sum(forward) < WEEK
    steps = forward if ascending else [-step for step in backward]
    if 0 in steps or abs(sum(steps)) >= WEEK:
        return []
    if ahead:
        first = wanted[0] if ascending else wanted[-1]
        day = same_weekday(add_days(published, 1), first, 1)
        start = day if ascending else add_days(day, -sum(steps))
    else:
        last = wanted[-1] if ascending else wanted[0]
        day = same_weekday(published, last, -1)
        start = add_days(day, -sum(steps)) if ascending else day
    return [add_days(start, sum(steps[:at])) for at in range(len(wanted))]


def _between(fields: list[Fields], published: Day) -> list[Day]:
    """The days of entries of which some name theirs, first to last or last to first: a day of the week alone is the
    next behind the entry before it. Empty where the dates are in no order, or one does not fit between its neighbours.
    """
    dated = [day_named(one, published) for one in fields]
    named = [day for day in dated if day is not None]
    if named != sorted(named):
        return _between(fields[::-1], published)[::-1] if named == sorted(named, reverse=True) else []
    first = next(at for at, day in enumerate(dated) if day is not None)
    found: list[Day] = [named[0]]
    for one in reversed(fields[:first]):
        found.insert(0, same_weekday(add_days(found[0], -1), int(one["weekday"]), -1))
    for one, day in zip(fields[first + 1 :], dated[first + 1 :], strict=True):
        found.append(day or same_weekday(add_days(found[-1], 1), int(one["weekday"]), 1))
    return found if found == sorted(found) else []


def day_named(fields: Fields, published: Day) -> Day | None:
    """The day that an entry names, the last before publication where it leaves out the year."""
    if "day" not in fields:
        return None
    years = [fields["year"]] if "year" in fields else [published.year, published.year - 1]
    days = [Day(year, fields["month"], fields["day"]) for year in years if is_day(year, fields["month"], fields["day"])]
    return next((day for day in days if day <= published), next(iter(days), None))


def _heads(one: Expression, tokens: Tokens) -> bool:
    """Whether an expression is a day of the week or a date that opens a paragraph, closed by a stop."""
    opens = opens_line(tokens.codes, one.first)
    closed = one.stop < len(tokens.words) and tokens.words[one.stop] in _CLOSING
    keys = one.fields.keys()
    return opens and closed and (keys == {"weekday"} or ({"month", "day"} <= keys <= DATE))
