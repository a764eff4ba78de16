"""The times of one sentence: which clause each stands in, the preposition before it, and what both say of it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator.model.calendar import Day
from generator.model.edtf import parse_edtf
from generator.model.temporal import TimeExpression
from generator.stages.events.clauses import Clause
from generator.stages.events.offsets import DAY
from generator.stages.events.story import Story
from generator.stages.events.tokens import Line

TIMES = frozenset({"DATE", "TIME"})


class Setting(NamedTuple):
    """What the times of a sentence are read against."""

    article_id: str
    base: int
    """Where the sentence starts in the article."""
    number: int
    """The sentence's number in the article."""
    lead: TimeExpression | None
    """The date that a heading or the words before the sentence give to what follows."""
    published: Day | None
    story: Story
    block: int = -1
    """The number of the paragraph the sentence stands in."""


def signal_before(line: Line, index: int, time: TimeExpression) -> str:
    """The preposition of a time expression that starts at a token, lower case."""
    return time.signal or (line.lows[index - 1] if index else "")


def told_on(time: TimeExpression, published: Day | None) -> Day | None:
    """The day on which a date was told: that of publication, or a later one of the passage it was counted from."""
    if published is None or time.basis != "relative-to-publication" or len(time.anchor) != DAY:
        return published
    passage = day_of(time.anchor)
    return published if passage is None else max(published, passage)


@lru_cache(maxsize=1024)
def day_of(value: str) -> Day | None:
    """The day that a calendar value names; None for any other value."""
    return parse_edtf(value).day


class Times:
    """The time expressions of a sentence, by where they stand."""

    def __init__(self, line: Line, clauses: list[Clause], setting: Setting) -> None:
        self.line, self.clauses, self.setting = line, clauses, setting
        self.times: dict[int, TimeExpression] = {}
        """The time expression that covers a token, by token."""
        self.by_clause: dict[int, list[tuple[int, TimeExpression]]] = {}
        """For each clause its times, each with its first token."""
        self.signals: dict[int, str] = {}
        """The preposition before each expression, lower case, by the identity of the expression."""

    def end(self, index: int) -> int:
        """One past the last token of the time expression at a token."""
        time = self.line.times[index]
        while self.line.times.get(index) is time:
            index += 1
        return index

    def bounds_nothing(self, time: TimeExpression) -> bool:
        """Whether no preposition such as since, until or by makes a bound of a date."""
        words, signal = self.line.words.words, self.signals.get(id(time), "")
        return signal not in words["bounding_signals"] or (
            "T" in time.value and signal in words["part_of_day_signals"]
        )

    def aims(self, time: TimeExpression) -> bool:
        """Whether a date is where something was moved to: `put the vote off to 3 May`."""
        stretch = time.edtf is not None and "/" in time.edtf.text
        return not stretch and self.signals.get(id(time), "") in self.line.words.words["target_signals"]

    def ahead(self, time: TimeExpression) -> bool:
        """Whether a date lies after the article's own."""
        first = time.edtf.earliest if time.edtf is not None else None
        published = told_on(time, self.setting.published)
        return first is not None and published is not None and first > published

    def to_come(self, time: TimeExpression) -> bool:
        """Whether a date is not over when the article appears: `later this year`."""
        last = time.edtf.latest if time.edtf is not None else None
        published = told_on(time, self.setting.published)
        return last is not None and published is not None and last > published

    def date_of(self, clause: int) -> TimeExpression | None:
        """The first date of a clause; None without one."""
        found = (time for _, time in self.by_clause.get(clause, ()) if time.edtf is not None and time.type in TIMES)
        aimless = (time for time in found if self.bounds_nothing(time) and not self.aims(time))
        set_for = self.line.words.words["set_for"]  # `braced themselves [for Sunday]` on some other day
        return next((time for time in aimless if self.signals.get(id(time), "") not in set_for), None)
