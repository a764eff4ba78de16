"""The day an article's story has come to, and the words that point back at it: `the same day`, `that evening`."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import Literal, NamedTuple

from generator.model.calendar import Day, add_days, ordinal
from generator.model.edtf import parse_edtf
from generator.model.event import EventMention
from generator.model.problem import Provenance
from generator.model.temporal import TimeExpression
from generator.model.text import Span
from generator.stages.events.offsets import as_value

Standing = Literal["told", "before", "aside", "other"]
"""What a date is in the story: the day of something told in its turn; of something told to have gone before
(`had seized`); of what is only mentioned (in a relative clause, after `since`); or none of these."""
DAYPARTS, SEQUENCE, SCENE = 4, 3, 2
"""Sentences over which `before dawn`, `then`, and a scene without any word of time reach back."""
UNCOUNTED = frozenset({"weekday", "bare-day", "on-bare-day"})
"""The rules of the dates stage behind `the same Monday` and `the 24th`, which are counted in no days from anywhere."""
FEW = 6
"""How many deeds back that of the sentence before is looked for."""
FAR = 31
"""The most days between a date and the one it was counted from, for it to be counted anew."""


class Deed(NamedTuple):
    """What was told with its day."""

    lemma: str
    words: frozenset[str]
    """The words of its sentence, lower case."""
    time: TimeExpression
    type: str
    places: frozenset[str]
    at: tuple[int, int]
    """The numbers of its sentence and paragraph."""


class Story:
    """The day of the event last told; one for an article, kept from sentence to sentence."""

    def __init__(self) -> None:
        self.time: TimeExpression | None = None
        self.sentence = -1
        """The number of the sentence that told it."""
        self.ruling: TimeExpression | None = None
        """The day that a sentence of the paragraph is about, until another one is told."""
        self._asked: tuple[int, TimeExpression] | None = None
        """The day that a paragraph which only asks about it gives to its answer, and the number of that paragraph."""
        self.turned: set[int] = set()
        """Where the dates stand whose year the tense of their clause put back: what is counted from them goes along."""
        self._block = -1
        self._head: tuple[int, int] | None = None
        """Where the heading that ruled last stands, and the paragraph that began under it."""
        self._standings: dict[int, Standing] = {}
        """What each date read so far is in the story, by where it stands in the article."""
        self.deeds: list[Deed] = []
        self.doer = ""
        """Who did the last of them."""
        self._told: set[str] = set()
        """The calendar values of all that was told in its turn."""

    @property
    def day(self) -> Day | None:
        """The day the story has come to."""
        return self.time.edtf.day if self.time is not None and self.time.edtf is not None else None

    @property
    def only(self) -> TimeExpression | None:
        """The day of all that was told so far, where it is one day."""
        return self.time if self.day is not None and len(self._told) == 1 else None

    def tell(self, time: TimeExpression, standing: Standing, sentence: int) -> None:
        """Remember a date with its standing; one that is told in its turn moves the story."""
        self._standings[time.span.start] = standing
        if standing == "told":
            self.time, self.sentence = time, sentence
            self.ruling = None
            self._told.add(str(self.day or time.edtf))

    def turn(self, block: int) -> None:
        """Go on to a sentence of a paragraph."""
        if block != self._block:
            answers = self._asked is not None and self._asked[0] == block
            self._block, self.ruling = block, self._asked[1] if self._asked is not None and answers else None
        self._asked = None

    def rule(self, time: TimeExpression, asked: bool = False) -> None:
        """Let a day rule what the paragraph goes on to tell; one only asked about rules the answer in the next."""
        self.ruling = time
        self._asked = (self._block + 1, time) if asked else None

    def did(self, mention: EventMention, words: frozenset[str], sentence: int) -> None:
        """Remember a deed that a sentence told with its day, and who did it; `words` are those of the sentence."""
        time = mention.time
        if time is not None and time.edtf is not None and time.edtf.day is not None:
            places = frozenset(place.name for place in mention.places)
            self.deeds.append(Deed(mention.lemma, words, time, mention.type, places, (sentence, self._block)))
            self.doer = next((actor.name for actor in mention.actors if actor.role == "agent"), "")

    def just_told(self, sentence: int) -> Deed | None:
        """The deed that the sentence before told with its day in the same paragraph."""
        return next((one for one in reversed(self.deeds[-FEW:]) if one.at == (sentence - 1, self._block)), None)

    def deed(self, lemma: str, noun: str) -> TimeExpression | None:
        """When something was done that a later sentence takes for known: the last deed by that verb with that noun."""
        done = (one.time for one in reversed(self.deeds) if one.lemma == lemma and noun in one.words)
        return next(done, None)

    def event(self, kinds: Set[str], places: Set[str] = frozenset()) -> TimeExpression | None:
        """When an event of one of the types was told to have been: the last one at the places; where none is given, the
        only one there was."""
        done = [one for one in self.deeds if one.type in kinds and (not places or not places.isdisjoint(one.places))]
        only = places or len({str(one.time.edtf) for one in done}) == 1
        return done[-1].time if done and only else None

    @property
    def last(self) -> str:
        """The verb of the last deed that was told with its day."""
        return self.deeds[-1].lemma.partition(" ")[0] if self.deeds else ""

    def head(self, lead: TimeExpression, sentence: int) -> None:
        """Take the date of a heading for the story's at the head of a paragraph under it, unless what it heads has
        come to a day of its own in it."""
        if self._head == (lead.span.start, self._block):
            return
        self._head = (lead.span.start, self._block)
        first, last = (lead.edtf.earliest, lead.edtf.latest) if lead.edtf is not None else (None, None)
        if self.day is None or first is None or last is None or not first < last or not first <= self.day <= last:
            self.tell(lead, "told", sentence)

    def turned_from(self, lead: TimeExpression, span: Span, text: str, sentence: int) -> TimeExpression | None:
        """The earlier day that a paragraph has come to tell of since its entry began with its own: `09:00 On Friday
        night rebels stormed the depot. [The police post fell too].`"""
        first, last = (lead.edtf.earliest, lead.edtf.latest) if lead.edtf is not None else (None, None)
        if self.day is None or first is None or first != last or not self.day < first:
            return None
        return self.same_day(span, text, sentence, SEQUENCE)

    def anchored(self, time: TimeExpression, sentence: int) -> TimeExpression:
        """A date that was counted from one the story only mentions, counted from the day it has come to."""
        if time.basis != "relative-to-text" or time.anchor_span is None or time.edtf is None or self.time is None:
            return time
        if time.provenance is not None and time.provenance.rule in UNCOUNTED:
            return time
        standing = self._standings.get(time.anchor_span.start)
        here, day, counted = self.day, time.edtf.day, parse_edtf(time.anchor).day if time.anchor else None
        if standing not in {"before", "aside"} or here is None or day is None or counted is None:
            return time
        distance = ordinal(day) - ordinal(counted)
        old = sentence - self.sentence > DAYPARTS
        if (distance > 0 and (standing == "before" or old)) or abs(distance) > FAR:
            return time
        moved = as_value(time, str(add_days(here, distance)), "counted-from-the-story")
        return replace(moved, anchor=str(here), anchor_span=self.time.span)

    def same_day(self, span: Span, text: str, sentence: int, reach: int) -> TimeExpression | None:
        """The story's day for words that point back at it; None when it was told too long ago."""
        if self.time is None or self.day is None or sentence - self.sentence > reach:
            return None
        given = (self.time.provenance,) if self.time.provenance else ()
        made = parse_edtf(str(self.day))
        return TimeExpression(
            span, text, "DATE", made.text, made, basis="relative-to-text", anchor=made.text,
            anchor_span=self.time.span, provenance=Provenance("events", "day-of-the-story", span, made.text, given),
        )  # fmt: skip
