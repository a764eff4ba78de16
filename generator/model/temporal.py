"""Time expressions: TIMEX3 type and value, and what they mean on a calendar."""

from __future__ import annotations

from typing import Literal

from generator.model.edtf import Edtf
from generator.model.problem import Provenance
from generator.model.record import record
from generator.model.text import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["stated", "inferred-year", "relative-to-publication", "relative-to-text", "front-matter", "override"]

STAMP = "stamp"
"""The rule of a date that says when the passage after it was published."""
GOES_ON, NEWS_DAY = "goes-on", "news-day"
"""The rules of a day that a sentence does not give itself: that of the sentence before, of all the report has told."""


@record(frozen=True, slots=True)
class TimeExpression:
    """Words that tell time, as annotated by TIMEX3 (ISO 24617-1), with their EDTF meaning."""

    span: Span
    text: str
    type: TimexType
    value: str
    """TIMEX3 value: `2025-01-27`, `2025-W04`, `P3D`, `PAST_REF`, ..."""
    edtf: Edtf | None = None
    """What it means on a calendar; None for durations, sets and vague references."""
    mod: str = ""
    """TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, ON_OR_BEFORE, ... or empty."""
    basis: Basis | None = None
    """How the calendar date is known; None without one."""
    anchor: str = ""
    """EDTF of what a relative or incomplete expression was counted from; empty when stated whole."""
    anchor_span: Span | None = None
    """The words the anchor came from; None when it is the document creation time."""
    signal: str = ""
    """The preposition that rules it, lower case: on, since, until, by, before, after, from, ..."""
    provenance: Provenance | None = None

    @property
    def stamps(self) -> bool:
        """Whether it says when the passage after it was published: `Updated 10:46 a.m. Friday`."""
        return self.provenance is not None and self.provenance.rule == STAMP

    @property
    def carried(self) -> bool:
        """Whether its sentence gives no day itself."""
        return self.of_the_news or (self.provenance is not None and self.provenance.rule == GOES_ON)

    @property
    def of_the_news(self) -> bool:
        """Whether it is only the day of all that its report has told, which tells no event from another."""
        return self.provenance is not None and self.provenance.rule == NEWS_DAY
