"""What an operator gives: a reading, stated, counted from the clock, or not resolved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.temporal import Basis, TimexType
from generator.stages.dates.clock import Clock
from generator.stages.dates.fields import Fields
from generator.stages.dates.moments import Moment, timex


@dataclass(slots=True)
class Reading:
    """What an expression means."""

    type: TimexType
    value: str
    moment: Moment | None = None
    mod: str = ""
    basis: Basis | None = None
    anchor: Moment | None = None
    from_story: bool = False
    """Whether the anchor is the story's clock, and not the document's."""
    possessive: bool = False
    """Whether it is said of a thing (Tuesday's attack, Friday prayers), which a preposition before it rules."""


Operator = Callable[[Fields, Clock], Reading | None]


def stated(moment: Moment, fields: Fields, basis: Basis = "stated") -> Reading:
    """A moment as it is, with the time of day and the modifier that the words give it."""
    time = fields.get("time") or fields.get("daypart") or ""
    if time and moment.grain == "day":
        moment = moment._replace(time=time)
    kind: TimexType = "TIME" if moment.time else "DATE"
    mod = fields.get("part") or fields.get("sooner") or fields.get("approx") or ""
    return Reading(kind, timex(moment), moment, mod, basis)


def relative(moment: Moment, fields: Fields, anchor: Moment | None, from_story: bool) -> Reading:
    """A moment counted from an anchor."""
    reading = stated(moment, fields, "relative-to-text" if from_story else "relative-to-publication")
    reading.anchor, reading.from_story = anchor, from_story
    return reading


def unresolved(value: str, fields: Fields) -> Reading:
    """A time of which the clock does not tell the day."""
    time = fields.get("time") or fields.get("daypart") or ""
    if time and value.count("X") >= 2:
        return Reading("TIME", f"XXXX-XX-XXT{time}")
    return Reading("DATE", value, mod=fields.get("part", ""))


def inferred(moment: Moment, fields: Fields, anchor: Moment | None, from_story: bool) -> Reading:
    """A moment whose year was completed from an anchor."""
    reading = stated(moment, fields, "inferred-year")
    reading.anchor, reading.from_story = anchor, from_story
    return reading
