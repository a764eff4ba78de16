"""The clocks an article is read by: the day it was published, and the time its story has come to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from generator.model.calendar import Day, is_day, ordinal, same_weekday, weekday
from generator.model.temporal import Basis
from generator.stages.dates.moments import Grain, Moment, containing, of_month, shift

REPORTED = frozenset({"P6M", "P9M", "P1Y", "P12M"})
"""What business reports sum up besides a quarter."""
STORY = frozenset({"previous", "following", "that", "same"})
FADED = 120
"""Words after which a day is no longer the one that `the next day` follows, where the text has since named a month."""


class Told(Protocol):
    """What the clock needs to know of a reading."""

    value: str
    moment: Moment | None
    basis: Basis | None
    from_story: bool


class Stand(NamedTuple):
    """Where a story of days and months of an earlier year has come to."""

    story: Moment | None
    story_at: tuple[int, int] | None
    stated_at: int
    run: int


RUN = 3
"""How many dates in a row make a story of an earlier year that goes on in the next paragraph."""


@dataclass(slots=True)
class Clock:
    """What is known when an expression is read."""

    published: Moment | None
    """Document creation time: a day, month or year; None when unknown."""
    narrative: bool = False
    """Whether the passage tells a story by its own clock."""
    story: Moment | None = None
    """The time the story has come to."""
    story_stated: bool = False
    """Whether the text named that time itself."""
    story_day: Moment | None = None
    """The last day the text named."""
    quarter: Moment | None = None
    """The quarter of a year that the text reports on."""
    by_quarter: bool = False
    """Whether the figures at this point are a quarter's, and not those of nine months or a year."""
    stated_at: int = -1
    """The word at which a month and its year were last stated; -1 once the text has moved on otherwise."""
    named: Moment | None = None
    """The last time that was stated with its year, and ..."""
    named_at: tuple[int, int] = (0, 0)
    """... its words."""
    run: int = 0
    """How many days and months in a row the text has told since, none of them counted from publication."""
    held: Stand | None = None
    """Where such a run had come to, while the text looks aside to a mere year."""
    topic: Moment | None = None
    """The year a paragraph says it is about, and ..."""
    topic_at: int = -1
    """... the word at which it says so."""
    topic_heads: bool = False
    """Whether that year stands over entries, of which each is a paragraph."""
    listed: Moment | None = None
    """The day of the last entry, where its year is known; the next entry may leave it out."""
    entry: Moment | None = None
    """The date that opens the line, as of an entry, where its year is known, and ..."""
    entry_at: int = -1
    """... its first word."""
    story_at: tuple[int, int] | None = None
    story_day_at: tuple[int, int] | None = None
    """The words that the story's time and its last day were read from."""
    days: dict[int, tuple[Moment, tuple[int, int]]] = field(default_factory=dict)
    """For each day of the week the last such day the text named, and its words."""
    tense: int = 0
    """Of the clause the expression stands in: -1 past, 1 future, 0 not told; -2 and 2 where that is sure."""
    day_first: bool = False
    """How 3/4/2025 is read."""
    covered: tuple[Day, Day] | None = None
    """The first and last day a report says it covers, of which each day of the week is one."""
    month: Moment | None = None
    """The month a record says it is about."""
    tomorrow: Moment | None = None
    """The day after publication, where the text tells of it as gone."""

    def advance(self, reading: Told, first: int, stop: int, firm: bool = False, aside: bool = False) -> None:
        """Move the story's clock to what was just read; `firm` where it says that something happened then, `aside`
        where it is a year that the text may only look at from a story of other days."""
        moment = reading.moment
        if moment is None:
            if reading.value in REPORTED:
                self.by_quarter = False
            return
        if moment.grain == "quarter":
            self.by_quarter = True
            over = self.published is None or moment.last < self.published.first
            self.quarter = moment if over and not reading.from_story else self.quarter
        elif moment.grain in {"day", "month", "year", "season"}:
            left = aside and reading.basis == "stated" and self.run >= RUN
            self.held = Stand(self.story, self.story_at, self.stated_at, self.run) if left else None
            self.story, self.story_at = moment, (first, stop)
            self.story_stated = reading.basis == "stated"
            if moment.grain == "day":
                self.story_day, self.story_day_at = moment, (first, stop)
                self.days[weekday(moment.first)] = moment, (first, stop)
            if reading.basis == "stated" and moment.grain in {"day", "month"} and firm:
                self.stated_at = first
            elif not reading.from_story:
                self.stated_at = -1
            self.run = self.run + 1 if self.stated_at >= 0 else 0

    def resume(self) -> None:
        """Go back to the story of days that the text only looked aside from."""
        if self.held is not None:
            self.story, self.story_at, self.stated_at, self.run = self.held

    def begin(self, published: Moment, first: int, stop: int) -> None:
        """Begin a passage that was published on its own day, as the words of its stamp say."""
        self.published = self.story = self.story_day = published
        self.story_at = self.story_day_at = first, stop

    def told_tomorrow(self, wanted: int) -> Moment | None:
        """The day after publication, where it is told as gone and is such a day of the week."""
        told = self.tomorrow if self.tense <= 0 else None
        return told if told is not None and weekday(told.first) == wanted else None

    def covered_day(self, wanted: int) -> Day | None:
        """The day of the week within the period that a report covers, for what it tells as gone."""
        if self.covered is None or self.tense > 0:
            return None
        first, last = self.covered
        day = same_weekday(first, wanted, 1)
        return day if ordinal(day) <= ordinal(last) else None

    def leave_day(self) -> None:
        """Let the story go on at a day that nobody can name: `a week ago`, said of no day in particular."""
        self.story_day = None
        if self.story is not None and self.story.grain == "day":
            self.story = of_month(self.story.year, self.story.month)

    def place_of(self, anchor: Moment | None) -> tuple[int, int] | None:
        """The words an anchor was read from."""
        if anchor is self.story_day and anchor is not None:
            return self.story_day_at
        named = next((at for moment, at in self.days.values() if moment is anchor), None)
        if named is not None:
            return named
        return self.story_at

    @property
    def in_the_past(self) -> bool:
        """Whether the passage is a story that has not yet come to the year of publication: there neither today
        nor Monday is the reader's."""
        if not self.narrative or self.published is None or self.story is None:
            return self.narrative
        return self.story.year != self.published.year

    @property
    def _under_way(self) -> bool:
        """Whether a story has begun that has not come to the reader's days: before it begins, Monday is the reader's
        where the day of publication is known."""
        begun = self.story is not None or self.published is None or self.published.grain != "day"
        return begun and self.in_the_past

    def reference(self, fields: dict[str, Any]) -> tuple[Moment | None, bool]:
        """What an incomplete date is completed from; whether it is the story's clock."""
        if fields.get("relation_class") in STORY and self.story is not None:
            return self.story, True
        if self.narrative and ("weekday" not in fields or "month" in fields or self._under_way):
            return self.story, True
        return self.published, False

    def anchor(self, fields: dict[str, Any], grain: Grain) -> tuple[Moment | None, bool]:
        """What `three days later` or `last year` counts from; whether it is the story's clock."""
        if fields.get("anchor") == "text" or self.in_the_past:
            story = self.story
            if grain == "year" and not self.narrative and not self.story_stated and "relation" not in fields:
                return self.published, False
            if grain == "day" and self._faded:
                return None, True
            if grain in {"day", "week", "weekend"} and story is not None and story.grain != "day":
                story = self._day_within(story) if "number" in fields else self.story_day
            if story is not None:
                return story, True
            return (None, True) if self.narrative else (self.published, False)
        return self.published, False

    @property
    def _faded(self) -> bool:
        """Whether the text has come to a month since, long after the last day it named."""
        if self.story is None or self.story.grain != "month" or self.story_at is None or self.story_day_at is None:
            return False
        return self.story_at[0] - self.story_day_at[1] > FADED

    def _day_within(self, story: Moment) -> Moment | None:
        """The last day the text named, unless the story has since come to another month or week: `in May, and the
        port [three weeks later]` is not counted from the day named before May."""
        day = self.story_day
        if day is None or story.grain not in {"month", "week"} or story.first <= day.first <= story.last:
            return day
        return None

    def last_quarter(self) -> Moment | None:
        """The quarter that was over when the text was published: what a business report is about."""
        if self.published is None or self.published.grain != "day" or self.narrative:
            return None
        return shift(containing(self.published.first, "quarter"), -1)

    def day_of_passage(self) -> tuple[Moment | None, bool]:
        """The day a mere time of day belongs to: the last the text named, else that of publication; whether it is the
        story's."""
        if self.story_day is not None:
            return self.story_day, True
        if self.narrative or self.published is None or self.published.grain != "day":
            return None, self.narrative
        return self.published, False

    def infer_year(
        self, month: int, day: int | None, wanted: int | None, anchor: Moment, from_story: bool
    ) -> int:
        """The year of a month or day that does not say it."""
        if anchor.grain in {"year", "decade", "century"}:
            return anchor.year
        years = [anchor.year - 1, anchor.year, anchor.year + 1]
        if day is not None:
            years = [year for year in years if is_day(year, month, day)] or [anchor.year]
            if wanted is not None:
                fitting = [year for year in years if weekday(Day(year, month, day)) == wanted]
                years = fitting or years
        return min(years, key=lambda year: self._cost(year, month, day, anchor, from_story))

    def _cost(self, year: int, month: int, day: int | None, anchor: Moment, from_story: bool) -> float:
        """How far a candidate lies from the anchor, the wrong direction counting more."""
        if day is None or anchor.grain != "day":
            gap = (year * 12 + month - anchor.year * 12 - anchor.month) * 30.4
        else:
            gap = ordinal(Day(year, month, day)) - ordinal(anchor.first)
        if from_story:
            return gap if gap >= 0 else -1.6 * gap
        if self.tense > 0:
            return gap if gap >= 0 else 5.0 * -gap
        if gap <= 0:
            return -gap
        return gap * (3.5 if self.tense == 0 else 8.0 if self.tense == -1 else 30.0)
