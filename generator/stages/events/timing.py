"""Which date belongs to which event: that of its own clause, or one that rules the whole sentence."""

from __future__ import annotations

import re

from generator.model.record import record
from generator.model.temporal import GOES_ON, NEWS_DAY, TimeExpression
from generator.model.text import Span
from generator.stages.events.carried import goes_on, of_the_news
from generator.stages.events.clauses import Clause
from generator.stages.events.days import Days
from generator.stages.events.entries import DAY_OF_THE_HEADING
from generator.stages.events.extents import fitted, lasting, latest, since_below
from generator.stages.events.frames import Frame, family
from generator.stages.events.merge import DEEDS
from generator.stages.events.nominal import cancels
from generator.stages.events.offsets import as_value
from generator.stages.events.phrases import head_of
from generator.stages.events.prepositional import ruling
from generator.stages.events.ties import Ties
from generator.stages.events.times import TIMES


@record(frozen=True, slots=True)
class Timing:
    """The time of an event, and the rule that gave it."""

    time: TimeExpression | None
    rule: str


WEEK = re.compile(r"W\d")
DONE = DEEDS | {"territory-change"}
"""Kinds of event that are over when somebody announces them."""
UNDATED = Timing(None, "undated")
STOPS = frozenset({":", ";"})
MONTH = len("2025-01")
"""The length of a TIMEX3 value that names a month; one of a day is longer."""
MODIFIED = frozenset({"poss", "noun", "adj"})


class Clock:
    """Gives the events of one sentence their dates."""

    def __init__(self, days: Days) -> None:
        self.line = days.line
        self.clauses = days.clauses
        self.lead = days.setting.lead
        self.days = days
        self.ties = Ties(days)
        self.opening = self._opening()

    def _opening(self) -> TimeExpression | None:
        """A date that stands at the head of the sentence, before the first subject: it rules the sentence."""
        first = next((one for one in self.clauses if one.subject and not one.shared), None)
        limit = first.subject[0] if first and first.subject else 0
        for index, time in self.days.times.items():
            if index < limit and time.edtf is not None and self._dates(time, False):
                return time
        return None

    def time_of(self, frame: Frame, saying: int) -> Timing:
        """The time of a frame; `saying` is the clause of the verb of saying it hangs on, or -1."""
        given = self._time_of(frame, saying)
        others = family(frame)[1:] if given.time is None and frame.anchor < 0 and not self._of_wounds(frame) else ()
        for other in others:
            given = self._time_of(other, saying)
            if given.time is not None:
                break
        if given.time is None:
            return given
        return self._announced(frame, Timing(fitted(self.days, frame, given.time), given.rule))

    def _of_wounds(self, frame: Frame) -> bool:
        """Whether somebody died of what he had suffered before: `died from [injuries] received in Monday's attack`."""
        after = (run for at, run in frame.phrases if at >= frame.first)
        run = next(after, None)
        return run is not None and self.line.lows[head_of(self.line, run)] in self.line.words.words["wounds"]

    def _announced(self, frame: Frame, given: Timing) -> Timing:
        """The day on which a deed was announced, as about the day it was done: `announced [the death] on Friday`."""
        clause = self.clauses[frame.clause] if frame.clause >= 0 else None
        told = clause is not None and not frame.sense.verb and clause.lemma in self.line.words.words["announcing"]
        day = given.time.edtf.day if given.time is not None and given.time.edtf is not None else None
        if given.time is None or not told or day is None or given.rule != "clause" or frame.sense.type not in DONE:
            return given
        if self.days.ahead(given.time):
            return given  # what is announced for a day to come
        return Timing(as_value(given.time, f"{day}~", "own-word"), given.rule)

    def _time_of(self, frame: Frame, saying: int) -> Timing:
        if frame.told_in >= 0:
            return self._in_clause(frame, frame.told_in) or UNDATED
        if frame.clause < 0:
            return self._nearest(frame, -1, "line") or self._from_lead()
        if frame.sense.verb or (frame.light_clause >= 0 and not self.ties.standing(frame)):
            own = self._in_clause(frame, frame.clause) or self._in_rest(frame)
            if own is None and frame.light_clause >= 0 and not frame.sense.verb:
                own = self._in_clause(frame, frame.light_clause)  # `belonged to a revolt that broke out in May`
            return own or self._inherited(frame, frame.clause, saying)
        own = self._near_noun(frame)
        if own:
            return own
        if not frame.background and not self.ties.standing(frame):
            return self._in_clause(frame, frame.clause) or self._inherited(frame, frame.clause, saying)
        return self._background(frame)

    def _in_rest(self, frame: Frame) -> Timing | None:
        """The time of the infinitive that is the end of a phrase: `agreed to [meet] on Thursday`."""
        index = frame.clause + 1
        inside = index < len(self.clauses) and frame.sense.verb and self.clauses[index].head < frame.last
        return self._in_clause(frame, index) if inside and frame.sense.type != "agreement" else None

    def _background(self, frame: Frame) -> Timing:
        """The time of a noun the text only looks back at: one counted from its clause, or that of the clause
        itself (`the revolt began in May with an attack on the barracks`)."""
        counted = self.ties.counted_noun(frame)
        if counted is not None:
            return Timing(counted, "distance")
        at = self.ties.preposition(frame)
        if at in self.days.told:
            return Timing(self.days.told[at], "told-before")
        if at >= 0 and self.line.lows[at] in self.line.words.words["same_time_prepositions"]:
            date = self.days.date_of(frame.clause)
            return Timing(date, "clause-around") if date is not None else UNDATED
        run = self.clauses[frame.clause].subject
        heads = self.line.headline and run is not None and run[0] <= frame.first < run[1]
        return self._from_lead() if heads and self.clauses[frame.clause].kind == "main" else UNDATED

    def _near_noun(self, frame: Frame) -> Timing | None:
        """A date inside the noun's own phrase: `the fall of Goma on 27 January`, `Monday's talks`."""
        for index in range(max(0, frame.reach[0] - 3), frame.reach[1]):
            time = self.days.times.get(index)
            if time is None or time.edtf is None or time.type not in TIMES:
                continue
            before = index < frame.first and self._touches(index, frame.reach[0])
            inside = (before or index >= frame.last) and self._dates(time, frame.sense.state)
            if inside or (before and self._possesses(index)):
                return Timing(time, "phrase")
        return None

    def _possesses(self, index: int) -> bool:
        """Whether a day is in the genitive, so that a preposition before it is that of its noun: `after [Friday]'s
        raid`."""
        return self.line.tags[self.days.end(index) : self.days.end(index) + 1] == ["poss"]

    def _touches(self, index: int, start: int) -> bool:
        return all(self.line.tags[at] in {"time", "poss", "adj"} for at in range(index, start))

    def _in_clause(self, frame: Frame, clause: int) -> Timing | None:
        if clause not in self.days.by_clause and clause not in self.days.cues:
            below = since_below(self.days, clause) if clause >= 0 else None
            return Timing(below, "since") if below is not None else None
        found = self._nearest(frame, clause, "clause")
        if found is not None or clause < 0:
            return found
        times = [time for _, time in self.days.by_clause.get(clause, ())]
        told = self._lets_last(clause)
        since = (lasting(self.days, told, time) for time in times)
        cue = next((one for one in since if one is not None), self.days.cues.get(clause))
        if cue is None:
            due = next(filter(None, (latest(self.days, time) for time in times)), None)
            if due is not None:
                return Timing(due, "at-the-latest")
            return UNDATED if self._of_a_stretch(clause) else None
        return Timing(cue, "story" if cue in self.days.cues.values() else "since")

    def _lets_last(self, index: int) -> Clause:
        """The clause whose tense says whether a time goes on: the one it stands in, or the one above or behind it:
        `those displaced since May [have] tents`, `we [have] taken in 41 wounded since May`."""
        clause = self.clauses[index]
        if clause.kind not in {"reduced", "sub"} or clause.perfect:
            return clause
        after = self.clauses[index + 1] if index + 1 < len(self.clauses) else None
        if clause.kind == "reduced" and after is not None and after.kind == "resume":
            return after
        above = clause
        while above.governor >= 0 and not above.perfect and (above is clause or above.kind == "coord"):
            above = self.clauses[above.governor]
        return above if above.perfect else clause

    def _of_a_stretch(self, clause: int) -> bool:
        """Whether a clause sums up what came since some time: `six truces broken since 2021` is of no one day."""
        since = self.line.words.words["since"]
        times = (time for _, time in self.days.by_clause.get(clause, ()) if time.edtf is not None)
        return any(self.days.signals.get(id(time), "") in since for time in times)

    def _nearest(self, frame: Frame, clause: int, rule: str) -> Timing | None:
        found = self.days.by_clause.get(clause, ())
        if frame.anchor >= 0:
            after = [one for one in found if one[0] > frame.anchor]
            found = after[:1] or found
        fitting = [one for one in found if self._dates(one[1], frame.sense.state) and not self.days.aims(one[1])]
        fitting = [one for one in fitting if not self._of_another(frame, one[0])]
        entry = self._heading()
        fitting = [one for one in fitting if one[1].span != entry] or fitting
        if fitting:
            middle = frame.first if frame.anchor < 0 else frame.anchor
            at, time = min(fitting, key=lambda one: (_rank(one[1]), abs(one[0] - middle)))
            return Timing(self.ties.beyond(clause, at, time) if clause >= 0 else time, rule)
        return UNDATED if any(_is_vague(time) for _, time in found) and clause not in self.days.cues else None

    def _heading(self) -> Span | None:
        """Where the date stands that only heads a sentence: its entry's, or the month over a day that the sentence
        numbers (`April 2004 A truce is signed on the 8th`)."""
        if self.lead is None:
            return None
        numbered = self.lead.provenance is not None and self.lead.provenance.rule == DAY_OF_THE_HEADING
        return self.lead.anchor_span if numbered else self.lead.span

    def _of_another(self, frame: Frame, at: int) -> bool:
        """Whether a date behind `of` belongs to the noun before it, and that noun is neither the event nor what the
        clause is about: `broke [the accord of 23 March 2009]`; or whether it modifies the noun that a statement is
        about: `condemned [Monday's attack]`."""
        noun, words = at - 2, self.line.words.words
        if frame.sense.type == "statement" and at >= frame.last and self._modifies(at):
            return True
        if self._inserted(frame, at):
            return True
        if noun < 0 or self.line.lows[at - 1] not in words["of_only"] or self.line.tags[noun] not in {"noun", "name"}:
            return False
        if self.line.lows[noun] in words["parts_of_time"] or any(one.first <= noun < one.last for one in family(frame)):
            return False
        before = ruling(self.line, noun)
        if before >= 0 and self.line.lows[before] in words["same_time_prepositions"]:
            return False  # `ten died in the raid of 3 May`
        clause = self.clauses[frame.clause] if frame.clause >= 0 else None
        if clause is None:
            return True
        makes = clause.lemma in words["transitive_light"] or clause.lemma in words["conducting"]
        made = frame.patient if makes else None
        # `signed the accord of 23 March`, `the accord of 23 March collapsed`: on that day
        return not any(run is not None and run[0] <= noun < run[1] for run in (clause.subject, made))

    def _inserted(self, frame: Frame, at: int) -> bool:
        """Whether a time belongs to a noun that is inserted between a subject and its verb to tell what went before:
        `the premier, in office [since the vote last week], flew to Orsk`."""
        clause = self.clauses[frame.clause] if frame.clause >= 0 else None
        if clause is None or clause.subject is None or not clause.subject[1] < at < clause.start or clause.shared:
            return False
        before = self.line.tags[clause.subject[1] : at]
        return before[0] == "," and {"noun", "prepsub"} <= set(before)

    def _modifies(self, at: int) -> bool:
        """Whether a time stands before the noun it tells more of."""
        after = self.days.end(at)
        return after < len(self.line.tags) and self.line.tags[after] in MODIFIED

    def _dates(self, time: TimeExpression, state: bool) -> bool:
        """Whether an expression says when something happened, rather than since or until when."""
        if time.edtf is None or time.type not in TIMES:
            return False
        return state or self.days.bounds_nothing(time)

    def _inherited(self, frame: Frame, index: int, saying: int) -> Timing:
        """The time a clause without one has from a clause it is tied to, from the head of the sentence, or from
        what stands before the sentence."""
        clause = self.clauses[index]
        given = self._tied(frame, index, saying)
        said_before = 0 <= saying < index  # who is named behind a sentence, `said the mayor`, rules nothing in it
        if given is None and clause.kind in {"main", "resume", "coord"} and not said_before:
            # What is cancelled has not the day for which it was set.
            given = None if cancels(self.line, clause) else self._before(frame, index)
            if given is None and self.opening is not None:
                given = Timing(self.opening, "opening")
            given = given or self._after_stop(frame, index)
        beside = clause.kind in {"rel", "reduced"} or (clause.kind == "part" and clause.passive)
        free = not beside and not self._looks_back(index)
        if given is None and free and not self._said_otherwise(saying):
            turned = self.days.left_entry(clause)
            given = Timing(turned, "turned-entry") if turned is not None else self._from_lead(clause)
        if (given is None or given.time is None) and saying >= 0:
            own = self.ties.own_word(frame, saying)
            given = Timing(own, "own-word") if own is not None else given
        if given is None or given.time is None:
            given = given if said_before else self._carried(frame, index) or given
        return given or UNDATED

    def _carried(self, frame: Frame, index: int) -> Timing | None:
        """The day of the deed that the sentence before told, or of all that the report has told."""
        next_told = goes_on(self.days, frame, index)
        if next_told is not None:
            return Timing(next_told, GOES_ON)
        same = of_the_news(self.days, frame, index)
        return Timing(same, NEWS_DAY) if same is not None else None

    def _looks_back(self, index: int) -> bool:
        """Whether a clause within what is said tells what went before: `said that people fled [after camps burned]`."""
        clause = self.clauses[index]
        before = clause.kind == "sub" and self.line.lows[clause.opener] in self.line.words.words["looking_back"]
        return before and clause.governor >= 0 and self.clauses[clause.governor].kind in {"that", "zero"}

    def _said_otherwise(self, saying: int) -> bool:
        """Whether a verb of saying keeps the date before the sentence from what was said: for want of an entry it may
        rule, or by a date of its own."""
        if saying < 0 or self.lead is None:
            return saying >= 0
        said = (time for _, time in self.days.by_clause.get(saying, ()) if time.edtf is not None)
        return any(time.type in TIMES and time.span != self.lead.span for time in said)

    def _tied(self, frame: Frame, index: int, saying: int) -> Timing | None:
        """The time of the clause that governs this one or happens at the same time."""
        clause = self.clauses[index]
        antecedent = self.ties.antecedent(index)
        if antecedent is not None:
            return Timing(antecedent, "when")
        counted = self.ties.counted(index)
        if counted is not None:
            return Timing(counted, "distance")
        known = self.ties.known_deed(index)
        if known is not None:
            return Timing(known, "told-before")
        tied = clause.kind in {"part", "inf", "coord"} or self.ties.simultaneous(clause)
        if clause.kind == "coord" and not clause.shared:
            tied = self.line.lows[clause.opener] not in self.line.words.words["adversative"]
        tied = tied or self._undergone(clause)
        if tied and clause.governor >= 0 and clause.governor != saying:
            given = self._in_clause(frame, clause.governor) or self._inherited(frame, clause.governor, saying)
            if given.time and (self.days.to_come(given.time) or not self._only_planned(clause)):
                return Timing(given.time, "governing-clause")
        if clause.kind == "sub" and clause.form == "ger" and clause.governor >= 0:
            about = self._in_clause(frame, clause.governor)
            if about is not None and about.time is not None and len(about.time.value) <= MONTH:
                return Timing(about.time, "governing-clause")  # `lost an eye in 2001 after [being hit]`: about then
        partner = self.ties.partner(index)
        beside = self._in_clause(frame, partner) if partner >= 0 else None
        if beside is not None and beside.time is not None:
            return Timing(beside.time, "same-time-clause")
        below = self.ties.dependent(frame, index) or self.ties.joined(index)
        return Timing(below, "dependent-clause") if below is not None else None

    def _undergone(self, clause: Clause) -> bool:
        """Whether a participle tells what somebody had done to them or saw: `on Monday he had a leg [broken]`."""
        governor = self.clauses[clause.governor] if clause.kind == "zero" and clause.governor >= 0 else None
        return governor is not None and clause.passive and governor.lemma in self.line.words.words["small_clause"]

    def _only_planned(self, clause: Clause) -> bool:
        """Whether a clause tells what was promised on a day that is not its own: `vowed on Monday [to send troops]`;
        what a body decides on a day, it does by that."""
        return clause.form == "inf" and self.clauses[clause.governor].lemma in self.line.words.words["promising"]

    def _before(self, frame: Frame, index: int) -> Timing | None:
        """The date of the clause that `and` joins a clause to, when a relative clause stands between."""
        if self.clauses[index].kind != "resume":
            return None
        for earlier in range(index - 1, -1, -1):
            if self.clauses[earlier].kind in {"main", "coord"}:
                found = self._in_clause(frame, earlier)
                return found if found and found.time else None
        return None

    def _after_stop(self, frame: Frame, index: int) -> Timing | None:
        """The date of the clause before a colon or semicolon, of which a clause in the same tense tells more: `a bus
        struck a mine on Sunday: four people died`, `jets had tried to hit it on Sunday; they missed`."""
        clause = self.clauses[index]
        if clause.form != "past" or clause.perfect or not index:
            return None
        stops = {self.line.tags[at] for at in range(self.clauses[index - 1].end, clause.start)}
        before = next((at for at in range(index - 1, -1, -1) if self.clauses[at].kind in {"main", "resume"}), -1)
        if STOPS.isdisjoint(stops) or before < 0 or self.clauses[before].form != "past":
            return None
        resumed = clause.subject is not None and self.line.tags[clause.subject[0]] == "pron"
        if self.clauses[before].perfect and not resumed:
            return None
        found = self._in_clause(frame, before) or self._before(frame, before)
        return Timing(found.time, "clause-before") if found and found.time else None

    def _from_lead(self, clause: Clause | None = None) -> Timing:
        ruling = self.days.setting.story.ruling
        had = clause is None or self.line.lows[clause.start] in self.line.words.words["past_auxiliaries"]
        if clause is not None and clause.perfect and not had:
            ruling = None  # `Sunday was worse. Shops [have closed] since`
        if ruling is not None and (self.lead is None or self.lead.type == "TIME"):
            return Timing(ruling, "day-of-the-paragraph")
        return Timing(self.lead, "lead") if self.lead is not None else UNDATED


def _is_vague(time: TimeExpression) -> bool:
    """Whether an expression tells of a time that is on no calendar: `recently`, `weeks later`."""
    return time.edtf is None and time.type in TIMES and time.value != "PRESENT_REF"


def _rank(time: TimeExpression) -> int:
    """Finer expressions first: a day before a month, a month before a year."""
    return 0 if len(time.value) >= 10 or WEEK.search(time.value) else 1 if len(time.value) >= 7 else 2
