"""What ties a clause to the date of another: `when`, a distance, a participle, a verb of saying."""

from __future__ import annotations

from generator.model.temporal import TimeExpression
from generator.stages.events.clauses import FINITE, Clause
from generator.stages.events.days import Days
from generator.stages.events.extents import beginning
from generator.stages.events.frames import Frame
from generator.stages.events.offsets import as_value, away, offset_at
from generator.stages.events.prepositional import ruling
from generator.stages.events.times import TIMES

PROCLAIMED = frozenset({"statement", "agreement", "sanctions", "other"})
"""Types of events that set something going."""
HANGING = frozenset({"inf", "part", "reduced", "zero", "that"})
"""Kinds of clause that have the time of the one they hang on."""
HANGING_OR_JOINED = HANGING | {"coord"}


VAGUE_LENGTH = "PX"


class Ties:
    """The clauses of one sentence, as far as they date each other."""

    def __init__(self, days: Days) -> None:
        self.days = days
        self.line = days.line
        self.clauses = days.clauses
        self.words = days.line.words.words

    def antecedent(self, index: int) -> TimeExpression | None:
        """The date a clause goes back to: `since 2003, when 36 people were killed`; `the raid on 9 May, in which
        ten people died`; `the bombing on Sunday that killed ten`."""
        clause = self.clauses[index]
        at = clause.opener - 1
        if at < 0 or clause.kind not in {"sub", "rel"}:
            return None
        low = self.line.lows[clause.opener]
        if clause.kind == "sub" and self._done_by_then(clause):
            return None
        if clause.kind == "sub" and (low not in self.words["simultaneous"] or low in self.words["where"]):
            return None
        if clause.kind == "rel":
            if low in self.words["who"] or clause.perfect or clause.form not in FINITE:
                return None
            at -= self.line.lows[at] in self.words["same_time_prepositions"]
        time = self.days.times.get(at - (self.line.tags[at] == ",")) if at > 0 else None
        return beginning(time) if time is not None and time.edtf is not None and time.type in TIMES else None

    def simultaneous(self, clause: Clause) -> bool:
        """Whether `when`, `as` or `while` ties a clause to its main clause; what had been done by then is not."""
        tied = clause.kind == "sub" and self.line.lows[clause.opener] in self.words["simultaneous"]
        return tied and not self._done_by_then(clause)

    def _done_by_then(self, clause: Clause) -> bool:
        """Whether a clause is in the past perfect: `struck on 3 May, when most guns [had been shipped out]`."""
        return clause.perfect and self.line.lows[clause.start] in self.words["past_auxiliaries"]

    def partner(self, index: int) -> int:
        """The clause that gives a clause its date: the participle that says for when it was set (`talks planned for
        Thursday collapsed`) or what its subject did then (`parliament, sitting on 3 May, extended it`), or the `when`
        or `as` clause that hangs on it; -1 for none."""
        before = self.clauses[index - 1] if index else None
        if before is not None and index - 1 in self.days.by_clause:
            set_for = before.lemma in self.words["planning"] or before.lemma in self.words["scheduling"]
            beside = before.kind == "part" and before.form == "ger" and self.clauses[index].kind == "resume"
            if beside or (set_for and before.kind in {"reduced", "part"}):
                return index - 1
        for later in range(index + 1, len(self.clauses)):
            other = self.clauses[later]
            if self.simultaneous(other) and other.governor == index and not self._scene(index, other):
                return later
        return index + 1 if self.simultaneous(self.clauses[index]) and index + 1 < len(self.clauses) else -1

    def _scene(self, index: int, where: Clause) -> bool:
        """Whether a clause only says of the place of another what had happened there before: `are moving into the town
        [where ten men were shot on Monday]`."""
        before = self.clauses[index].form == "present" and where.form == "past"
        return before and self.line.lows[where.opener] in self.words["where"]

    def dependent(self, frame: Frame, index: int) -> TimeExpression | None:
        """The date at the end of an infinitive or gerund that its finite verb means: `signed a deal to swap
        prisoners on Sunday`; and the day a thing began that the clause brings about: `a siege that began on 6 May`."""
        clause, following = self.clauses[index], self.clauses[index + 1] if index + 1 < len(self.clauses) else None
        if following is None or following.governor != index or clause.form != "past" or not frame.sense.verb:
            return None
        time = self.days.date_of(index + 1)
        if time is None or self.days.ahead(time):
            return None
        if following.kind == "reduced" and following.lemma in self.words["dating_surely"]:
            return time  # `recalled its envoy in a letter dated 3 May`
        if following.lemma in self.words["starting"] and following.shared and following.kind in {"rel", "that"}:
            return time if following.form == "past" and frame.sense.type in PROCLAIMED else None
        apart = self.words["planning"] | self.words["accusing"] | self.words["denying"] | self.words["saying"]
        spoken = clause.lemma in apart or frame.sense.type in {"statement", "justice"}
        return time if following.kind == "inf" and not spoken else None

    def joined(self, index: int) -> TimeExpression | None:
        """The date at the end of the clause that `and` joins: `took the town and killed ten people on Sunday`, but
        not `took the town and on Sunday killed ten people`."""
        clause, following = self.clauses[index], self.clauses[index + 1] if index + 1 < len(self.clauses) else None
        if following is None or following.kind != "coord" or following.governor != index or clause.form != "past":
            return None
        apart = following.opener > 0 and self.line.tags[following.opener - 1] == ","
        if apart or following.form != "past" or clause.perfect or not (following.shared or self._gapped(following)):
            return None
        time = self.days.date_of(index + 1)
        last = next((at for at, one in self.days.by_clause.get(index + 1, ()) if one is time), -1)
        return time if time is not None and last > following.head else None

    def _gapped(self, clause: Clause) -> bool:
        """Whether a clause has nothing but a number and the verb before it: `ten were killed and [22 injured]`."""
        return clause.subject is not None and set(self.line.tags[clause.subject[0] : clause.head]) == {"num"}

    def counted(self, index: int) -> TimeExpression | None:
        """A date counted from the clause on the other side of a distance: `fled on Monday, two days after they
        attacked`, `fled two days after they attacked on Saturday`."""
        clause = self.clauses[index]
        distance = offset_at(self.line, clause.opener) if clause.kind == "sub" else None
        if distance is not None and clause.lemma in self.words["planning"]:
            return None
        if distance is not None:
            base = self._main_date(index)
            return away(base, (-distance[0], distance[1]), "counted-back") if base is not None else None
        for later, other in enumerate(self.clauses):
            distance = offset_at(self.line, other.opener) if other.kind == "sub" else None
            if distance is not None and self._governing(later) == index:
                base = self.days.date_of(later) or self._told_before(other, later)
                return away(base, distance, "counted-on") if base is not None else None
        return self._counted_from_story(index)

    def known_deed(self, index: int) -> TimeExpression | None:
        """When something was done that a clause of time takes for known: `the night before [the truce was signed]`."""
        clause = self.clauses[index]
        if clause.kind != "sub" or clause.subject is None or not self._known(clause.subject[0]):
            return self.days.told.get(clause.opener)
        return self.days.setting.story.deed(clause.lemma, self.line.lows[clause.subject[1] - 1])

    def _told_before(self, clause: Clause, index: int) -> TimeExpression | None:
        """When a known thing was done: `the night before [the bridge was blown up]` goes back to where that was told,
        and where it was not, to what was told last."""
        if clause.subject is None or not self._known(clause.subject[0]):
            return self.days.told.get(clause.opener)
        noun = self.line.lows[clause.subject[1] - 1]
        return self.days.setting.story.deed(clause.lemma, noun) or self.days.undated_scene(index)

    def _counted_from_story(self, index: int) -> TimeExpression | None:
        """A date counted from what was told last: `three days after the attack, troops shelled the town`."""
        if self.words["distance_prepositions"].isdisjoint(self.line.vocabulary):
            return None
        for at in range(len(self.line.lows) - 2):
            distance = offset_at(self.line, at)
            if distance is not None and at in self.days.told:
                return away(self.days.told[at], distance, "counted-on")
            if distance is not None and self._known(at + 1) and self.line.lows[at + 2] in self.words["noun_triggers"]:
                bare = self.line.tags[at + 3 : at + 4] not in (["prep"], ["name"], ["noun"])
                base = self.days.undated_scene(index) if bare else None
                return away(base, distance, "counted-on") if base is not None else None
        return None

    def _known(self, at: int) -> bool:
        """Whether `the` with a common noun stands at a token: something told before."""
        return self.line.lows[at] in self.words["definite"] and self.line.tags[at + 1 : at + 2] == ["noun"]

    def beyond(self, index: int, at: int, time: TimeExpression) -> TimeExpression:
        """The date of a clause whose only date is that of something at a distance from it: `fled two days after the
        raid of 3 May`."""
        for place in range(at - 1, self.clauses[index].head, -1):
            if self.line.tags[place] == ",":
                break
            distance = offset_at(self.line, place)
            if distance is not None:
                return away(time, distance, "counted-on") or time
        return time

    def counted_noun(self, frame: Frame) -> TimeExpression | None:
        """The date of a noun after a distance: `on Monday, two days after the fall of Sake`."""
        distance = offset_at(self.line, self.preposition(frame))
        base = self.days.date_of(frame.clause) if distance is not None else None
        return away(base, (-distance[0], distance[1]), "counted-back") if base is not None and distance else None

    def standing(self, frame: Frame) -> bool:
        """Whether a noun tells of what was there before its clause: `left the town under [a deal] brokered by Oman`."""
        at = self.preposition(frame)
        return not frame.sense.verb and at >= 0 and self.line.lows[at] in self.words["standing_prepositions"]

    def preposition(self, frame: Frame) -> int:
        """The token before a noun's phrase."""
        return ruling(self.line, frame.first)

    def _governing(self, index: int) -> int:
        """The finite clause that a clause hangs on; the next one for a clause that opens the sentence."""
        at = self.clauses[index].governor
        while at >= 0 and self.clauses[at].kind in {"inf", "part", "reduced"}:
            at = self.clauses[at].governor
        if at >= 0:
            return at
        return next((one for one in range(index + 1, len(self.clauses)) if self.clauses[one].kind == "main"), -1)

    def _main_date(self, index: int) -> TimeExpression | None:
        """The date of the clause a clause hangs on; two distances that `and` joins are counted from the same: `opened
        on 3 May, four days after the envoy left and [six days after] rebels took the town`."""
        at = self.clauses[index].governor
        if self._second_distance(index) and offset_at(self.line, self.clauses[at].opener) is not None:
            at = self.clauses[at].governor
        while at >= 0 and self.clauses[at].kind in HANGING_OR_JOINED and self.days.date_of(at) is None:
            at = self.clauses[at].governor  # `said on Monday it held the town, two days after`
        at = at if at >= 0 else self._governing(index)
        return self.days.date_of(at) or self.days.cues.get(at)

    def _second_distance(self, index: int) -> bool:
        """Whether `and` stands before the distance that opens a clause."""
        first = self.clauses[index].opener - 1
        while first > 0 and self.line.tags[first] == "time":
            first -= 1
        return self.line.tags[first] == "coord" and self.clauses[index].governor >= 0

    def own_word(self, frame: Frame, saying: int) -> TimeExpression | None:
        """The day on which a side told of what it had just done, as about the day it did it: `said on Saturday
        that its fighters had taken the town`. The word of others on it (`the UN said`) gives none."""
        said, dated = self.clauses[saying], self.days.date_of(saying) or self.counted(saying)
        time = dated or self.days.undated_scene(saying)
        if time is None or said.form != "past" or said.negated or said.lemma not in self.words["announcing"]:
            return None
        day = time.edtf.day if time.edtf is not None else None
        if day is None or self.days.ahead(time) or self._long(frame.clause) or not self._just_now(frame.clause, saying):
            return None
        sides = self.words["own_side"] if dated is not None else self.words["own_side"] - self.words["person_pronouns"]
        own = self._own_deed(frame.clause, saying, sides)
        own = own or (dated is not None and frame.sense.type == "territory-change")
        return as_value(time, f"{day}~", "own-word") if own else None

    def _long(self, index: int) -> bool:
        """Whether a clause tells of a vague stretch of time: `had been attacking over several days`."""
        return any(time.value.startswith(VAGUE_LENGTH) for _, time in self.days.by_clause.get(index, ()))

    def _just_now(self, index: int, saying: int) -> bool:
        """Whether a clause tells what has just been done, or is being done: `had taken`, `was leaving`."""
        while index > saying:
            clause = self.clauses[index]
            progressive = clause.form == "past" and "ing" in self._forms(clause)
            if clause.perfect or progressive:
                return True
            if clause.form in FINITE:
                return False
            index = clause.governor
        return False

    def _forms(self, clause: Clause) -> frozenset[str]:
        known = self.line.words.verbs.get(self.line.lows[clause.head])
        return known.forms if known is not None else frozenset()

    def _own_deed(self, index: int, saying: int, sides: frozenset[str]) -> bool:
        """Whether who speaks is who did it: `they had taken`, `its fighters had taken`, `claimed to have taken`."""
        while index > saying:
            clause = self.clauses[index]
            subject = clause.subject
            if clause.form in FINITE:
                low = self.line.lows[subject[0]] if subject else ""
                return not clause.passive and low in sides
            if clause.governor == saying:
                return clause.perfect
            index = clause.governor
        return False
