"""A week told day by day: paragraphs that open with `Saturday.`, `Sunday.`, `Monday.`, each read by its own day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from generator.languages.dates import BREAK
from generator.model.calendar import Day, add_days, same_weekday
from generator.stages.dates.fields import Expression
from generator.stages.dates.tokens import Tokens

SEVERAL = 3
"""So many paragraphs that open with a day of the week make a diary."""
WEEK = 7
Tense = Callable[[Tokens, int, int], tuple[int, bool]]
_CLOSING = frozenset(".:–—-")


def diary(
    expressions: Sequence[Expression], tokens: Tokens, published: Day, tense: Tense
) -> list[tuple[Expression, int, Day]]:
    """The days of the week that head the paragraphs of a diary, each with the word after its paragraph and its day: the
    last is over by the day of publication, unless most paragraphs tell of what is to come. Empty where they are in no
    order."""
    heads = [one for one in expressions if _heads(one, tokens)]
    if len(heads) < SEVERAL:
        return []
    ends = [tokens.codes.find(BREAK, one.stop) for one in heads]
    stops = [end if end >= 0 else len(tokens.words) for end in ends]
    ahead = 2 * sum(tense(tokens, stop - 1, stop - 1)[0] > 0 for stop in stops) > len(heads)
    days = _days([int(one.fields["weekday"]) for one in heads], published, ahead)
    return list(zip(heads, stops, days, strict=True)) if days else []


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


def _heads(one: Expression, tokens: Tokens) -> bool:
    """Whether an expression is a day of the week alone that opens a paragraph, closed by a stop."""
    opens = one.first == 0 or tokens.codes[one.first - 1] == BREAK
    closed = one.stop < len(tokens.words) and tokens.words[one.stop] in _CLOSING
    return opens and closed and one.fields.keys() == {"weekday"}
