"""The times of one sentence as its events see them: which clause each stands in, and how it stands in the story."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from typing import NamedTuple

from generator.model.calendar import WEEK, Day, add_days, ordinal
from generator.model.edtf import parse_edtf
from generator.model.temporal import TimeExpression
from generator.model.text import Span
from generator.stages.events.clauses import DEPENDENT, FINITE, Clause, dating
from generator.stages.events.offsets import DAY, as_value, weeks_away
from generator.stages.events.story import DAYPARTS, SCENE, SEQUENCE, Standing, Story
from generator.stages.events.tokens import Line
from generator.stages.events.weeks import of_the_week


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


TIMES = frozenset({"DATE", "TIME"})
PARTS_OF_TODAY = frozenset({"overnight", "this-daypart"})
"""The rules of the dates stage behind words that name a part of the day only."""
CLOCK = frozenset({"time-of-day", "hour-in-daypart", "hours-of-the-day"})
"""The rules behind an hour; without a day in the text the dates stage counts it from the publication."""
YEAR = re.compile(r"(?<![\d-])\d{4}(?=-)")
WHOLE_DAY = re.compile(r"(?<![\d-])\d{4}-\d\d-\d\d(?!\d)")


def signal_before(line: Line, index: int, time: TimeExpression) -> str:
    """The preposition of a time expression that starts at a token, lower case."""
    return time.signal or (line.lows[index - 1] if index else "")


def told_on(time: TimeExpression, published: Day | None) -> Day | None:
    """The day on which a date was told: that of publication, or a later one of the passage it was counted from."""
    if published is None or time.basis != "relative-to-publication" or len(time.anchor) != DAY:
        return published
    passage = _day_of(time.anchor)
    return published if passage is None else max(published, passage)


@lru_cache(maxsize=1024)
def _day_of(value: str) -> Day | None:
    return parse_edtf(value).day


def _gap(one: Day, other: Day) -> int:
    return abs(ordinal(one) - ordinal(other))


def _only_hour(time: TimeExpression, setting: Setting, hours: Container[Span | None]) -> bool:
    """Whether an hour has no day in its sentence, and none told just before it, so that it dates nothing: `a curfew
    from 8pm to 5am`; `hours` are those of the sentence of which that is known."""
    if time.provenance is None or time.provenance.rule not in CLOCK:
        return False
    if time.basis == "relative-to-publication" or time.anchor_span in hours:
        return True
    if time.anchor_span is None or time.anchor_span.start >= setting.base:
        return False
    story = setting.story
    known = time.edtf is not None and _day_of(time.value[:DAY]) == story.day
    return not known or setting.number - story.sentence > SCENE


def _of_the_day_told(time: TimeExpression, lead: TimeExpression) -> bool:
    """Whether a part of the day (`overnight`, `this morning`) is that of a dated entry, not of the reader's today."""
    today = time.basis == "relative-to-publication" and "T" in time.value and lead.type == "DATE"
    return today and time.provenance is not None and time.provenance.rule in PARTS_OF_TODAY


def _year_before(edtf: str) -> str:
    """A calendar value with every year one less."""
    return YEAR.sub(lambda year: f"{int(year[0]) - 1:04d}", edtf)


class Days:
    """The time expressions of a sentence, each counted from the right day and told to the story."""

    def __init__(self, line: Line, clauses: list[Clause], owner: list[int], setting: Setting) -> None:
        self.line, self.clauses, self.setting = line, clauses, setting
        self.times: dict[int, TimeExpression] = {}
        """The time expression that covers a token, by token."""
        self.by_clause: dict[int, list[tuple[int, TimeExpression]]] = {}
        """For each clause its times, each with its first token."""
        self.signals: dict[int, str] = {}
        """The preposition before each expression, lower case, by the identity of the expression."""
        self.cues: dict[int, TimeExpression] = {}
        """By clause, the story's day for words such as `before dawn` or `afterwards`."""
        self.told: dict[int, TimeExpression] = {}
        """By an `after` or `before` with a distance, when what stands behind it was told to have been."""
        if setting.lead is not None and line.headline:
            setting.story.head(setting.lead, setting.number)
        self._read(owner)

    def _read(self, owner: list[int]) -> None:
        """Enter the times and cues in the order of the text, so that each sees what was told before it."""
        self.setting.story.turn(self.setting.block)
        cued = not self.line.words.words["story_cues"].isdisjoint(self.line.vocabulary)
        seen: dict[int, TimeExpression] = {}
        hours: set[Span | None] = set()
        lows, cue_words = self.line.lows, self.line.words.words["cue_words"]
        for index in sorted(self.line.times) if not cued else range(len(lows)):
            given = self.line.times.get(index)
            if lows[index] in cue_words and (given is None or given.type == "DURATION"):
                self._cue(index, owner[index])
            if given is None:
                continue
            if _only_hour(given, self.setting, hours):
                hours.add(given.span)
                continue
            if id(given) in seen:
                self.times[index] = seen[id(given)]
            else:
                seen[id(given)] = self._enter(index, given, dating(self.line, self.clauses, owner[index]))
        if self._is_about_a_day():
            self.setting.story.rule(self.times[0])

    def _is_about_a_day(self) -> bool:
        """Whether a day is what the sentence tells of, so that what follows is of that day: `Sunday was worse.`"""
        time = self.times.get(0)
        main = self.clauses[0] if self.clauses else None
        if time is None or time.edtf is None or time.edtf.day is None or main is None or self.setting.lead is not None:
            return False
        if any(other is not time for other in self.times.values()):
            return False
        return main.kind == "main" and main.form == "past" and main.subject is None and main.start == self.end(0)

    def _enter(self, index: int, given: TimeExpression, clause: int) -> TimeExpression:
        signal = signal_before(self.line, index, given)
        story, number = self.setting.story, self.setting.number
        anchored = given if self._beside_anchor(index, given) else story.anchored(given, number)
        anchored = weeks_away(anchored, self.line.words.words) or anchored
        if given.anchor_span is not None and given.anchor_span.start in story.turned and anchored.edtf is not None:
            anchored = as_value(anchored, _year_before(anchored.edtf.text), "year-by-tense")
            story.turned.add(given.span.start)
        time = self.times[index] = self._beside(index, self._turned(anchored, signal, clause, index))
        in_force = index > 1 and self.line.lows[index - 2] in self.line.words.words["in_force"]
        self.signals[id(time)] = "" if in_force else signal  # `with effect from 3 May`
        self.by_clause.setdefault(clause, []).append((index, time))
        if time.edtf is not None:
            self.setting.story.tell(time, self._standing(index, time, clause), self.setting.number)
        elif self._soon(time, signal):
            self._point_back(index, clause, time.span, SEQUENCE)
        return time

    def _soon(self, time: TimeExpression, signal: str) -> bool:
        """Whether words mean a time so soon after what was told that it is the same day: `hours later`."""
        words = self.line.words.words
        short = not words["short_units"].isdisjoint(time.text.lower().split())
        return short and (time.type in TIMES or signal in words["within"])

    def _beside_anchor(self, index: int, time: TimeExpression) -> bool:
        """Whether a date stands right behind the one it was counted from: `since 3 May, the same day a bomb fell`."""
        at = index - 1 - (self.line.tags[index - 1 : index] == [","])
        before = self.line.times.get(at)
        return before is not None and before.span == time.anchor_span

    def _turned(self, time: TimeExpression, signal: str, at: int, index: int) -> TimeExpression:
        """A weekday, or a date without its year, as the tense of its clause wants it: none that is still to come for
        what happened (`went on through Saturday`), no weekday that is over for what was set (`called a summit for
        Wednesday`)."""
        words, lead, published = self.line.words.words, self.setting.lead, told_on(time, self.setting.published)
        if lead is not None and lead.edtf is not None and _of_the_day_told(time, lead):
            return as_value(time, lead.edtf, "day-of-the-entry")
        headed = of_the_week(time, lead, self.line.words) if lead is not None else None
        if headed is not None:
            return headed
        if at < 0 or published is None or time.edtf is None:
            return time
        if self._of_the_night_told(time, self.clauses[at], published):
            return as_value(time, str(self.setting.story.day), "day-of-the-story")
        yearless, day = time.basis == "inferred-year" and self.ahead(time), self._weekday(time, published)
        main = next((one for one in self.clauses if one.kind not in DEPENDENT and one.form == "past"), None)
        clause = self.clauses[at] if signal not in words["set_for"] else main
        if day is not None and clause is not None and self._due(clause, signal, index) and day < published:
            return self._moved(time, WEEK)
        if not (yearless or day) or clause is None or clause.form != "past" or self._reported(clause):
            return time
        setting = clause.lemma in words["setting_days"]
        if day is None:
            over = not setting and signal not in words["bounding_signals"] | words["of_only"] | words["set_for"]
            if over:
                self.setting.story.turned.add(time.span.start)
            return as_value(time, _year_before(time.edtf.text), "year-by-tense") if over else time
        turn = WEEK if setting and day < published and signal in words["set_for"] else 0
        turn = -WEEK if not setting and day > published else turn
        return self._moved(time, turn) if turn else time

    def week_before(self, time: TimeExpression) -> TimeExpression | None:
        """A weekday that the article took for the coming one, as the last; None for any other time."""
        published = told_on(time, self.setting.published)
        day = self._weekday(time, published) if published is not None else None
        return self._moved(time, -WEEK) if day is not None else None

    @staticmethod
    def _moved(time: TimeExpression, count: int, rule: str = "weekday-by-tense") -> TimeExpression:
        """A time with each of its days so many days later, so that a stretch keeps its length."""
        text = time.edtf.text if time.edtf is not None else ""
        moved = WHOLE_DAY.sub(lambda day: str(add_days(Day(*map(int, day[0].split("-"))), count)), text)
        return as_value(time, moved, rule)

    def _due(self, clause: Clause, signal: str, index: int) -> bool:
        """Whether a clause in the plain present tells what is set for a day: `the envoy meets donors on Tuesday`; not
        what went before it: `the town mourns after a raid on Tuesday`."""
        if not self.line.words.words["looking_back"].isdisjoint(self.line.lows[clause.end : index]):
            return False
        plain = clause.form == "present" and not clause.perfect and clause.kind in {"main", "coord", "resume"}
        deed = self.line.tags[clause.head] == "verb" and clause.lemma not in self.line.words.words["no_deeds"]
        return plain and deed and not self.line.headline and signal in self.line.words.words["on"]

    def _beside(self, index: int, time: TimeExpression) -> TimeExpression:
        """A weekday that `and` joins to another: the next after it, where both lie ahead (`a strike on Monday and
        [Tuesday]`)."""
        first = self.times.get(index - 2) if self.line.lows[index - 1] in self.line.words.words["and"] else None
        published = self.setting.published
        if first is None or first.edtf is None or first.edtf.day is None or published is None or time.edtf is None:
            return time
        day = self._weekday(time, published)
        if day is None or not day <= published < first.edtf.day:
            return time
        return self._moved(time, WEEK, "weekday-beside-another")

    def _of_the_night_told(self, time: TimeExpression, clause: Clause, published: Day) -> bool:
        """Whether a part of the day in the past perfect is that of the day just told: `took the town on 5 May. They had
        attacked overnight.`"""
        part = time.provenance is not None and time.provenance.rule in PARTS_OF_TODAY
        had = part and clause.perfect and self.line.lows[clause.start] in self.line.words.words["past_auxiliaries"]
        story = self.setting.story
        if not had or story.day is None or self.setting.number - story.sentence > SCENE:
            return False
        return ordinal(published) - ordinal(story.day) > 1

    def _weekday(self, time: TimeExpression, published: Day) -> Day | None:
        """The day of a time given by a weekday alone, within a week of the publication; of a stretch the last."""
        value = time.edtf.text if time.edtf is not None else ""
        known = len(time.value) >= DAY and time.value[:DAY] in value
        day = parse_edtf(time.value[:DAY]).day if known else None
        named = time.text.split()[0].lower() in self.line.words.words["weekdays"]
        near = named and day is not None and _gap(day, published) <= WEEK
        return (time.edtf and time.edtf.latest) or day if near else None

    def date_of(self, clause: int) -> TimeExpression | None:
        """The first date of a clause; None without one."""
        found = (time for _, time in self.by_clause.get(clause, ()) if time.edtf is not None and time.type in TIMES)
        aimless = (time for time in found if self.bounds_nothing(time) and not self.aims(time))
        set_for = self.line.words.words["set_for"]  # `braced themselves [for Sunday]` on some other day
        return next((time for time in aimless if self.signals.get(id(time), "") not in set_for), None)

    def undated_scene(self, clause: int) -> TimeExpression | None:
        """The story's day for a clause of a sentence without any date, told soon after."""
        found = self.clauses[clause]
        if any(time.type in TIMES for time in self.line.times.values()):
            return None
        span = self._span(found.start, found.end)
        text = self.line.text[span.start - self.setting.base : span.end - self.setting.base]
        return self.setting.story.same_day(span, text, self.setting.number, SCENE)

    def _reported(self, clause: Clause) -> bool:
        """Whether a clause is what somebody said, so that its past tense may tell of a plan."""
        above = self.clauses[clause.governor].lemma if clause.governor >= 0 else ""
        return clause.kind in {"zero", "that"} and above in self.line.words.words["saying"]

    def _standing(self, index: int, time: TimeExpression, at: int) -> Standing:
        """What a date is in the story, by the clause it stands in."""
        words, signal = self.line.words.words, self.signals[id(time)]
        if at < 0:
            return "told" if self.line.headline else "other"
        clause = self.clauses[at]
        quoted = clause.subject is not None and self.line.lows[clause.subject[0]] in words["speakers"]
        after = self.line.tags[self.end(index) : self.end(index) + 1]
        mentioned = signal in words["of_only"] or after == ["poss"]
        mentioned = mentioned or not (self.bounds_nothing(time) or self._explained(self.end(index)))
        beside = clause.form == "ger" and clause.kind == "reduced" and self._leads_to_past(at)
        if ((clause.kind in {"rel", "reduced"} or self._tells_of_noun(clause)) and not beside) or quoted or mentioned:
            return "aside"
        if beside:
            return "told"
        if clause.form not in FINITE or clause.form == "modal" or self.ahead(time) or self._says(at):
            return "other"
        if clause.form == "present" and self._wished(clause):
            return "aside"
        if clause.form == "present":
            return "told" if self.line.headline else "aside"
        past = clause.perfect and self.line.lows[clause.start] in words["past_auxiliaries"]
        looks_back = clause.kind == "sub" and self.line.lows[clause.opener] not in words["simultaneous"]
        return "before" if past or looks_back else "told"

    def _explained(self, index: int) -> bool:
        """Whether what happened on a day follows it: `at a standstill since 3 May, [when the envoy left]`."""
        index += self.line.tags[index : index + 1] == [","]
        opens = index < len(self.line.lows) and self.line.lows[index] in self.line.words.words["simultaneous"]
        return opens and any(one.opener == index and one.form == "past" for one in self.clauses)

    def _tells_of_noun(self, clause: Clause) -> bool:
        """Whether a clause with `that` tells which thing a noun means (`the agreement [that ministers had signed]`),
        not what it says (`the report [that he had fled]`) or what a verb says."""
        before = clause.opener - 1
        if clause.kind != "that" or before < 0 or self.line.tags[before] != "noun":
            return False
        return self.line.lows[before] not in self.line.words.words["content_nouns"]

    def _wished(self, clause: Clause) -> bool:
        """Whether a clause is the content of a wish: `proposed [that both sides stop on 3 May]`."""
        governor = self.clauses[clause.governor] if clause.governor >= 0 else None
        return clause.kind == "that" and governor is not None and governor.lemma in self.line.words.words["irreal"]

    def _leads_to_past(self, at: int) -> bool:
        """Whether a participle belongs to the subject of a verb in the past: `leaders meeting on Sunday gave ...`."""
        after = self.clauses[at + 1 : at + 2]
        return bool(after) and after[0].form == "past" and after[0].kind in {"main", "resume", "zero"}

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

    def _says(self, at: int) -> bool:
        """Whether a clause tells what somebody said, in the clause after it or before."""
        if self.clauses[at].lemma not in self.line.words.words["saying"]:
            return False
        following = self.clauses[at + 1] if at + 1 < len(self.clauses) else None
        content = following is not None and following.kind in {"zero", "that"} and following.governor == at
        return content or (self.clauses[at].opener >= 0 and self.clauses[at].kind in {"main", "resume"})

    def _cue(self, index: int, at: int) -> None:
        """Take a part of the day or a word of sequence for the day the story has come to."""
        line, words = self.line, self.line.words.words
        low, before = line.lows[index], line.lows[index - 1] if index else ""
        if low in words["dayparts"]:
            first = index
            while first and (line.lows[first - 1] in words["daypart_openers"] or line.tags[first - 1] == "det"):
                first -= 1
            if first < index and line.lows[first] in words["daypart_prepositions"]:
                self._point_back(index, at, self._span(first, index + 1), DAYPARTS)
        elif low in words["instants"] and words["same"].intersection(line.lows[max(0, index - 2) : index]):
            self._point_back(index, at, self._span(index - 1, index + 1), SEQUENCE)
        elif low in words["sequels"] and before not in words["not_before_sequels"] and self._opens(at):
            self._point_back(index, at, self._span(index, index + 1), SEQUENCE)

    def _opens(self, at: int) -> bool:
        """Whether a clause has its own subject: `then` in one that shares it means after the clause before."""
        return at >= 0 and self.clauses[at].kind == "main" and not self.clauses[at].shared

    def _span(self, first: int, last: int) -> Span:
        base = self.setting.base
        return Span(self.setting.article_id, base + self.line.starts[first], base + self.line.ends[last - 1])

    def _point_back(self, index: int, at: int, span: Span, reach: int) -> None:
        """Give a clause in the past the story's day."""
        clause = self.clauses[at] if at >= 0 else None
        if clause is None or at in self.cues or clause.form == "modal" or clause.kind == "reduced":
            return
        base = self.setting.base
        text = self.line.text[span.start - base : span.end - base]
        time = self.setting.story.same_day(span, text, self.setting.number, reach)
        if time is not None:
            self.cues[at] = time
