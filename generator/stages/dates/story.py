"""The clock of a story: which year each date without one belongs to, and which years are only mentioned.

A history names a year now and then and goes on in months: "In December 1941 ... In January ... by early February".
It also looks aside: "until 1948", "papers released in 2005". Read one by one such dates go astray, so a whole run is
read at once: of all ways to give years to the dates and to leave named years aside, the cheapest is taken, where
going on a little costs little, going back costs more, and leaving a named date aside costs most. This is a
shortest path (Viterbi) over a beam of few states, linear in the number of dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from typing import Literal, NamedTuple

from generator.model.calendar import Day, is_day, weekday

BEAM = 6
FORWARD_CAP, BACK_CAP = 12.0, 15.0
SKIP = {"heading": 14.0, "date": 9.0, "year": 5.0, "aside": 1.5}
WRONG_WEEKDAY = 4.0
UNSAID, NEAR = 3.0, 4
"""What it costs not to say a year that is more than so many months away."""
UNPLACED = 2.0
"""What it costs to leave a date without a year."""
WIDER = 2.5
"""What it costs to begin a year anew that the story is already in."""


Weight = Literal["heading", "date", "year", "aside"]


class Place(NamedTuple):
    """Where the story is: a stretch of months, counted from year 0."""

    low: int
    high: int


@dataclass(slots=True)
class Mention:
    """One date of the story. `year` is None where the words do not say it."""

    year: int | None
    month: int | None
    weight: Weight = "year"
    """How firmly a named year stands in the story."""
    shift: int | None = None
    """The following year (1), that year (0), two years earlier (-2): counted from where the story is."""
    day: int | None = None
    weekday: int | None = None
    part: str = ""
    """START, MID or END of a year."""


class Step(NamedTuple):
    """One way to have come to a place: what it cost, from where, which year was read, whether left aside."""

    cost: float
    before: Place | None
    year: int | None
    aside: bool


Way = tuple[Place | None, float, int | None, bool]


def place(mentions: Sequence[Mention], told: int | None = None) -> list[tuple[int | None, bool, Place | None]]:
    """For each mention its year, whether it is only looked at aside, and where the story was before it.

    `told` is the month the story was published, counted from year 0: what it tells without a year was not later.
    """
    columns: list[dict[Place | None, Step]] = []
    states: dict[Place | None, Step] = {None: Step(0.0, None, None, False)}
    for mention in mentions:
        found: dict[Place | None, Step] = {}
        for here, step in states.items():
            for place_, cost, year, aside in _ways(mention, here):
                total = step.cost + cost + _not_yet(mention, place_, told)
                if place_ not in found or total < found[place_].cost:
                    found[place_] = Step(total, here, year, aside)
        states = dict(sorted(found.items(), key=lambda item: item[1].cost)[:BEAM])
        columns.append(states)
    return _trace(columns)


def _trace(columns: list[dict[Place | None, Step]]) -> list[tuple[int | None, bool, Place | None]]:
    """Walk back along the cheapest way."""
    out: list[tuple[int | None, bool, Place | None]] = []
    at: Place | None = min(columns[-1], key=lambda key: columns[-1][key].cost) if columns else None
    for column in reversed(columns):
        step = column[at]
        out.append((step.year, step.aside, step.before))
        at = step.before
    return out[::-1]


def _ways(mention: Mention, here: Place | None) -> list[Way]:
    """The ways to read a mention: where the story is then, what that costs, the year, whether left aside."""
    if mention.year is not None:
        there = _place(mention.year, mention.month, mention.part)
        ways: list[Way] = [(there, _cost(here, there), mention.year, False)]
        if here and there.low <= here.low and here.high <= there.high and here != there:
            ways = [(here, 0.0, mention.year, False), (there, WIDER, mention.year, False)]
        return [*ways, (here, SKIP[mention.weight], mention.year, True)]
    if here is None:
        return [(None, UNPLACED, None, False)]
    if mention.shift is not None:
        year = here.low // 12 + mention.shift
        there = _place(year, mention.month)
        return [(here, 0.0, year, True)] if mention.shift < 0 else [(there, 0.5, year, False)]
    ways = []
    for year in range(here.low // 12 - 1, here.high // 12 + 2):
        there = _place(year, mention.month)
        ways.append((there, _cost(here, there) + _unsaid(here, there) + _misfit(mention, year), year, False))
    return ways


PARTS = {"START": (0, 3), "MID": (4, 7), "END": (8, 11)}
"""The months of an early, a middle and a late year."""


def _place(year: int, month: int | None, part: str = "") -> Place:
    first, last = PARTS.get(part, (0, 11)) if month is None else (month - 1, month - 1)
    return Place(year * 12 + first, year * 12 + last)


def _not_yet(mention: Mention, there: Place | None, told: int | None) -> float:
    """What it costs to read a date without a year as later than the story was published; a plan may be near."""
    if told is None or there is None or mention.year is not None or there.low <= told:
        return 0.0
    return UNSAID if there.low - told <= NEAR else BACK_CAP


def _unsaid(here: Place, there: Place) -> float:
    """What it costs that the words do not say the year: who goes to another year says so, unless it is near."""
    if here.low // 12 <= there.low // 12 <= here.high // 12:
        return 0.0
    return UNSAID if max(there.low - here.high, here.low - there.high) > NEAR else 0.0


def _misfit(mention: Mention, year: int) -> float:
    """What it costs that the day does not exist or is another day of the week."""
    if mention.day is None or mention.month is None:
        return 0.0
    if not is_day(year, mention.month, mention.day):
        return BACK_CAP
    if mention.weekday is None or weekday(Day(year, mention.month, mention.day)) == mention.weekday:
        return 0.0
    return WRONG_WEEKDAY


def _cost(here: Place | None, there: Place) -> float:
    """What it costs the story to go from one place to another."""
    if here is None:
        return 0.0
    if there.low > here.high:
        return min(1.0 + log2(1 + there.low - here.high), FORWARD_CAP)
    if there.high < here.low:
        return min(2.0 + 2.0 * log2(1 + here.low - there.high), BACK_CAP)
    return 0.0
