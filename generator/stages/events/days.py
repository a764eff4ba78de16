"""The times of one sentence as its events see them: each counted from the right day, and told to the story."""

from __future__ import annotations

import re
from collections.abc import Container

from generator.model.calendar import WEEK, Day, add_days, ordinal
from generator.model.edtf import parse_edtf
from generator.model.temporal import TimeExpression
from generator.model.text import Span
from generator.stages.events.clauses import DEPENDENT, Clause, dating
from generator.stages.events.offsets import DAY, as_value, offset_at, weeks_away
from generator.stages.events.standing import standing
from generator.stages.events.story import DAYPARTS, SCENE, SEQUENCE
from generator.stages.events.times import TIMES, Setting, Times, day_of, signal_before, told_on
from generator.stages.events.tokens import Line
from generator.stages.events.weeks import of_the_week

PARTS_OF_TODAY = frozenset({"overnight", "this-daypart"})
"""The rules of the dates stage behind words that name a part of the day only."""
CLOCK = frozenset({"time-of-day", "hour-in-daypart", "hours-of-the-day"})
"""The rules behind an hour; without a day in the text the dates stage counts it from the publication."""
YEAR = re.compile(r"(?<![\d-])\d{4}(?=-)")
WHOLE_DAY = re.compile(r"(?<![\d-])\d{4}-\d\d-\d\d(?!\d)")


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
    known = time.edtf is not None and day_of(time.value[:DAY]) == story.day
    return not known or setting.number - story.sentence > SCENE


def _of_the_day_told(time: TimeExpression, lead: TimeExpression) -> bool:
    """Whether a part of the day (`overnight`, `this morning`) is that of a dated entry, not of the reader's today."""
    today = time.basis == "relative-to-publication" and "T" in time.value and lead.type == "DATE"
    return today and time.provenance is not None and time.provenance.rule in PARTS_OF_TODAY


def _year_before(edtf: str) -> str:
    """A calendar value with every year one less."""
    return YEAR.sub(lambda year: f"{int(year[0]) - 1:04d}", edtf)


class Days(Times):
    """The time expressions of a sentence, each counted from the right day and told to the story."""

    def __init__(self, line: Line, clauses: list[Clause], owner: list[int], setting: Setting) -> None:
        super().__init__(line, clauses, setting)
        self.cues: dict[int, TimeExpression] = {}
        """By clause, the story's day for words such as `before dawn` or `afterwards`."""
        self.told: dict[int, TimeExpression] = {}
        """By an `after` or `before` with a distance, when what stands behind it was told to have been."""
        setting.story.turn(setting.block)
        if setting.lead is not None and line.headline:
            setting.story.head(setting.lead, setting.number)
        self._read(owner)

    def _read(self, owner: list[int]) -> None:
        """Enter the times and cues in the order of the text, so that each sees what was told before it."""
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
        self._rule()

    def _rule(self) -> None:
        """Let a day that is all the sentence tells of rule what follows: `Sunday was worse.`, `On Monday it was the
        turn of Homs.`, `What happened on 29 January?`"""
        lead, main = self.setting.lead, self.clauses[0] if self.clauses else None
        times = [one for one in self.times.values() if lead is None or one.span != lead.span]
        time = times[0] if times else None
        if time is None or time.edtf is None or time.edtf.day is None or main is None or main.form != "past":
            return
        if any(other is not time for other in times) or not self.bounds_nothing(time):
            return
        asked = self.line.tags[-1] == "?"
        if asked or (main.kind == "main" and self._is_about_a_day(main)):
            self.setting.story.rule(as_value(time, str(time.edtf.day), "day-told-of"), asked)

    def _is_about_a_day(self, main: Clause) -> bool:
        """Whether a clause says of a day what it was like, with the day or with `it` for its subject."""
        if main.subject is None:
            return main.start == self.end(0) if 0 in self.times else False
        lows, words, first = self.line.lows, self.line.words.words, main.subject[0]
        alone = main.subject[1] - first == 1 and lows[first] in words["thing_pronouns"]
        return alone and self.line.tags[main.head] == "be" and len(self.clauses) == 1

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
            self.setting.story.tell(time, standing(self, index, time, clause), self.setting.number)
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
        due = signal in words["set_for"] and (setting or self.clauses[at].lemma in words["scheduling"])
        turn = WEEK * (setting and due) if day < published else -WEEK * (day > published and not (setting or due))
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
        """Whether a clause tells what is set for a day: `the envoy meets donors on Tuesday`, `they should bury him on
        Tuesday`, `they had hoped to leave on Tuesday`; not what went before it: `the town mourns after a raid on
        Tuesday`."""
        if not self.line.words.words["looking_back"].isdisjoint(self.line.lows[clause.end : index]):
            return False
        words = self.line.words.words
        governor = self.clauses[clause.governor] if clause.form == "inf" and clause.governor >= 0 else None
        if clause.form == "modal" or governor is not None:
            ahead = clause.modal in words["obligation"] or (governor is not None and governor.lemma in words["hoping"])
            return ahead and not clause.perfect and signal in words["on"]
        plain = clause.form == "present" and not clause.perfect and clause.kind in {"main", "coord", "resume"}
        deed = self.line.tags[clause.head] == "verb" and clause.lemma not in words["no_deeds"]
        return plain and deed and not self.line.headline and signal in words["on"]

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

    def undated_scene(self, clause: int) -> TimeExpression | None:
        """The story's day for a clause of a sentence without any date, told soon after."""
        found = self.clauses[clause]
        if any(time.type in TIMES for time in self.line.times.values()):
            return None
        span = self._span(found.start, found.end)
        text = self.line.text[span.start - self.setting.base : span.end - self.setting.base]
        return self.setting.story.same_day(span, text, self.setting.number, SCENE)

    def left_entry(self, clause: Clause) -> TimeExpression | None:
        """The day of a clause in the plain past in an entry that has turned to an earlier day than its own."""
        if self.setting.lead is None or clause.form != "past" or clause.perfect:
            return None
        span = self._span(clause.start, clause.end)
        text = self.line.text[span.start - self.setting.base : span.end - self.setting.base]
        return self.setting.story.turned_from(self.setting.lead, span, text, self.setting.number)

    def _reported(self, clause: Clause) -> bool:
        """Whether a clause is what somebody said, so that its past tense may tell of a plan."""
        above = self.clauses[clause.governor].lemma if clause.governor >= 0 else ""
        return clause.kind in {"zero", "that"} and above in self.line.words.words["saying"]

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
        if clause.kind == "sub" and offset_at(self.line, clause.opener) is not None:
            return  # `yesterday, four days after gunmen came before dawn`
        base = self.setting.base
        text = self.line.text[span.start - base : span.end - base]
        time = self.setting.story.same_day(span, text, self.setting.number, reach)
        if time is not None:
            self.cues[at] = time
