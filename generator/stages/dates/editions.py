"""When each passage of a page was published: the stamps of its entries, and evidence that it tells of the next day.

A live page keeps the date of its first day while its entries go on for days, newest or oldest first; a page that was
brought up to date after midnight tells of a day after its own; a saved page prints older stories with their stamps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.languages.dates import BREAK, DateWords
from generator.model.calendar import Day, from_ordinal, is_day, ordinal, weekday
from generator.stages.dates.clock import Clock
from generator.stages.dates.datelines import datelines
from generator.stages.dates.diary import diary
from generator.stages.dates.fields import Expression, Fields
from generator.stages.dates.moments import Moment, of_day, shift
from generator.stages.dates.tokens import Tokens

SEVERAL = 2
"""How many entries with a time of day make a live page."""
DAY = 24 * 60
TURN = 180
"""Minutes by which an entry's time must go against the order of the page for a midnight to lie between."""
MOST_TURNS = 3
"""More midnights than this without any entry that names its day are no order at all."""
HEAD = 3
"""A stamp among the first words is that of the whole page."""
LEAD = 60
"""Words from the beginning in which news tells what is new."""
PARTS = frozenset({"time", "daypart", "part"})
MORNING = frozenset(f"{hour:02d}" for hour in range(12))
Tense = Callable[[Tokens, int, int], tuple[int, bool]]


class Edition(NamedTuple):
    """From one word to another the text was published on this day, as the words of a stamp say."""

    first: int
    stop: int
    day: Moment
    stamp: tuple[int, int]
    live: bool = False
    """Whether it is an entry of a live page: its reader's clock may already have come to the next day."""


class _Stamp(NamedTuple):
    """The opening of a live page's entry: its words, its time in minutes, what it says of its day."""

    first: int
    stop: int
    minutes: int
    fields: Fields


class Editions:
    """The stretches of one text that were published on a day of their own, and the clock turned to each."""

    def __init__(self, clock: Clock, found: Sequence[Edition] = (), tomorrow: Moment | None = None) -> None:
        self._own, self._tomorrow = clock.published, tomorrow
        self._found = sorted(found, key=lambda edition: edition.first)
        self._now: Edition | None = None

    @classmethod
    def of(
        cls, expressions: Sequence[Expression], tokens: Tokens, words: DateWords, clock: Clock, tense: Tense
    ) -> Editions:
        """What the stamps of a text say, and its first words."""
        if clock.published is None or clock.published.grain != "day":
            return cls(clock)
        found = list(_labelled(expressions, tokens, words))
        ends = {one.stop for one in expressions}
        live = _halved([stamp for one in expressions if (stamp := _entry(one, tokens, words, ends)) is not None])
        if len(live) >= SEVERAL:
            found += _live(live, clock.published.first, len(tokens.words))
        told_then = diary(expressions, tokens, clock.published.first, tense)
        told_then += datelines(expressions, tokens, clock.published.first)
        found += [Edition(one.first, stop, of_day(day), (one.first, one.stop)) for one, stop, day in told_then]
        ahead = shift(clock.published, 1)
        return cls(clock, found, ahead if tells_of(ahead.first, expressions, tokens, words, tense) else None)

    def turn(self, clock: Clock, index: int, lasting: bool) -> None:
        """Turn the clock to the day on which the word at `index` was published."""
        before = self._now
        while self._found and self._found[0].first <= index:
            self._now = self._found.pop(0)
        if self._now is not None and index >= self._now.stop:
            self._now = None
        if self._now is None:
            clock.published = self._own
        elif self._now is not before or index == self._now.stamp[0]:
            clock.begin(self._now.day, *self._now.stamp)
        ahead = self._tomorrow if self._now is None else shift(self._now.day, 1) if self._now.live else None
        clock.tomorrow = None if lasting else ahead

    def is_stamp(self, expression: Expression) -> bool:
        """Whether an expression is the stamp of the passage the clock was turned to."""
        return self._now is not None and self._now.stamp[0] == expression.first

    def stamp_of(self, anchor: Moment | None) -> tuple[int, int] | None:
        """The words of the stamp that an anchor was read from."""
        return self._now.stamp if self._now is not None and anchor is self._now.day else None


def _labelled(expressions: Sequence[Expression], tokens: Tokens, words: DateWords) -> Iterator[Edition]:
    """`Updated: Fri 4 Mar 2011`, `4 March 2011 Last updated at 10:46 GMT`: rules its paragraph, at the head the page.
    """
    for one in expressions:
        date = one.fields
        if not {"year", "month", "day"} <= date.keys() or not is_day(date["year"], date["month"], date["day"]):
            continue
        if _has_label(one, tokens, words):
            end = tokens.codes.find(BREAK, one.stop)
            stop = len(tokens.words) if one.first <= HEAD or end < 0 else end
            day = of_day(Day(date["year"], date["month"], date["day"]))
            yield Edition(one.first, stop, day, (one.first, one.stop))


def _has_label(one: Expression, tokens: Tokens, words: DateWords) -> bool:
    """Whether a word such as `updated` makes a date a stamp: before a colon, or first in its line or brackets; or
    right behind the date with a time of its own."""
    labels, beside = words.class_codes["stamp_label"], words.class_codes["stamp_beside"]
    at = one.first - 1
    while at > 0 and (tokens.words[at] == ":" or tokens.codes[at] in beside):
        at -= 1
    if at >= 0 and tokens.codes[at] in labels:
        colon = ":" in tokens.words[at + 1 : one.first]
        return colon or _opens(at - (tokens.codes[at - 1 : at] in beside if at else 0), tokens)
    after = one.stop + (tokens.codes[one.stop : one.stop + 1] in beside)
    return tokens.codes[after : after + 1] in labels and tokens.codes[after + 1 : after + 2] in beside


def _entry(one: Expression, tokens: Tokens, words: DateWords, ends: set[int]) -> _Stamp | None:
    """The time of day that opens an entry: in brackets, behind a label, or first in its paragraph. Brackets behind
    another time (`by 9 a.m. (2 a.m. ET)`) open none."""
    if "time" not in one.fields:
        return None
    at = one.first - 1
    while at > 0 and (tokens.words[at] == ":" or tokens.codes[at] in words.class_codes["stamp_beside"]):
        at -= 1
    labelled = at >= 0 and tokens.codes[at] in words.class_codes["stamp_label"]
    at = at - 1 if labelled else one.first - 1
    bracketed = at >= 0 and tokens.words[at] in _BRACKETS
    at -= bracketed
    alone = at < 0 or tokens.codes[at] == BREAK
    if not alone and not ((labelled or (bracketed and at + 1 not in ends)) and _opens(at + 1, tokens)):
        return None
    hours, minutes = one.fields["time"].split(":")
    return _Stamp(one.first, one.stop, int(hours) % 24 * 60 + int(minutes), one.fields)


def _halved(stamps: list[_Stamp]) -> list[_Stamp]:
    """The entries with the half of the day that one of them does not say (`6:07 Cairo`), where the others do."""
    if all(_HALVES.isdisjoint(stamp.fields) for stamp in stamps):
        return stamps
    found: list[_Stamp] = []
    for stamp in stamps:
        minutes = stamp.minutes
        if found and _HALVES.isdisjoint(stamp.fields) and minutes < DAY // 2:
            away = [abs((one - found[-1].minutes + DAY // 2) % DAY - DAY // 2) for one in (minutes, minutes + DAY // 2)]
            minutes += DAY // 2 * (away[1] < away[0])
        found.append(stamp._replace(minutes=minutes))
    return found


_HALVES = frozenset({"ampm", "halfday", "noon", "daypart"})
_BRACKETS = frozenset("([")
_BEFORE = frozenset(".!?…()[]\"”'’-–—*:")


def _opens(index: int, tokens: Tokens) -> bool:
    """Whether a word is the first of a line, of brackets, or of a sentence."""
    return index <= 0 or tokens.codes[index - 1] == BREAK or tokens.words[index - 1] in _BEFORE


def _live(stamps: Sequence[_Stamp], published: Day, length: int) -> Iterator[Edition]:
    """The day of each entry: named by its stamp, or told by the order of the times; the oldest entry is of the day of
    publication where no stamp names a day."""
    steps = [(b.minutes - a.minutes) % DAY for a, b in pairwise(stamps)]
    newest_first = sum(step > DAY // 2 for step in steps) > sum(0 < step <= DAY // 2 for step in steps)
    turns = _turns(stamps, newest_first)
    start = ordinal(published)
    named = (_named(stamp.fields, start) - turn for stamp, turn in zip(stamps, turns, strict=True) if _names(stamp))
    base = next(named, start - min(turns) if max(turns) - min(turns) <= MOST_TURNS else None)
    for number, (stamp, turn) in enumerate(zip(stamps, turns, strict=True)):
        day = start if base is None else base + turn
        if _names(stamp):
            day = _named(stamp.fields, day)
            base = day - turn
        first = 0 if newest_first and not number else stamp.first
        stop = stamps[number + 1].first if number + 1 < len(stamps) else length
        yield Edition(first, stop, of_day(from_ordinal(day)), (stamp.first, stamp.stop), live=True)


def _turns(stamps: Sequence[_Stamp], newest_first: bool) -> list[int]:
    """For each entry how many midnights lie between the first and it, those before the first counted below zero."""
    turns = [0]
    for one, other in pairwise(stamps):
        against = other.minutes - one.minutes if newest_first else one.minutes - other.minutes
        turns.append(turns[-1] + (0 if against < TURN else -1 if newest_first else 1))
    return turns


def _names(stamp: _Stamp) -> bool:
    """Whether a stamp names its day."""
    return "weekday" in stamp.fields or {"month", "day"} <= stamp.fields.keys()


def _named(fields: Fields, near: int) -> int:
    """The day a stamp names, as near as can be to the one expected."""
    if "month" not in fields:
        day = from_ordinal(near - 2)
        return near - 2 + (int(fields["weekday"]) - weekday(day)) % 7
    year = from_ordinal(near).year
    years = [fields["year"]] if "year" in fields else [year - 1, year, year + 1]
    days = [ordinal(Day(y, fields["month"], fields["day"])) for y in years if is_day(y, fields["month"], fields["day"])]
    return min(days, key=lambda day: abs(day - near), default=near)


def tells_of(
    tomorrow: Day, expressions: Sequence[Expression], tokens: Tokens, words: DateWords, tense: Tense
) -> bool:
    """Whether news tells of the day after its publication as gone, as it does when it was brought up to date after
    midnight: it names the early hours of that day of the week, or the day in its lead, and not first as still to come.
    Who means the day six days before says `last Sunday`, or `since Sunday`."""
    wanted = weekday(tomorrow)
    for one in expressions:
        if one.fields.get("weekday") != wanted or not _bare(one.fields):
            continue
        if tokens.codes[max(0, one.first - 1) : one.first] in words.class_codes["since_word"]:
            continue
        told, possessive = tense(tokens, one.first, one.stop)
        if told > 0:
            return False
        before = set(tokens.codes[max(0, one.first - 2) : one.first])  # `early on Thursday`
        begun = _is_early(one.fields) or not before.isdisjoint(words.class_codes["early"])
        parted = not PARTS.isdisjoint(one.fields)
        if not possessive and ((begun and told < 0) or (not parted and told == -1 and one.first < LEAD)):
            return True
    return False


def _is_early(fields: Fields) -> bool:
    """Whether only the beginning of a day is meant, which may be over by the time a page is brought up to date."""
    morning = str(fields.get("time", "")).partition(":")[0] in MORNING
    return fields.get("part") == "START" or fields.get("daypart") == "MO" or morning


def _bare(fields: Fields) -> bool:
    """Whether a day of the week is named alone, without `last`, `next` or a date."""
    return {"relation", "month", "plural", "of_week"}.isdisjoint(fields)
