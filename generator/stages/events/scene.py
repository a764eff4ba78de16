"""One sentence with all that is known of it, before and after its clauses are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.languages.events import EventWords
from generator.model.edtf import Edtf
from generator.model.event import NameMention
from generator.model.record import record
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Sentence
from generator.stages.events.clauses import Clause
from generator.stages.events.figures import Toll
from generator.stages.events.frames import Frame
from generator.stages.events.status import Judge
from generator.stages.events.story import Story
from generator.stages.events.tables import Row
from generator.stages.events.timing import Clock
from generator.stages.events.title import Titler
from generator.stages.events.tokens import Line


@record(frozen=True, slots=True)
class Scene:
    """A sentence with all that is known about it before its events are read."""

    article: Article
    sentence: Sentence
    line: Line
    times: Sequence[TimeExpression]
    names: Sequence[NameMention]
    published: Edtf | None
    """The day of its passage, which is that of the article where no stamp says another."""
    lead: TimeExpression | None
    station: NameMention | None
    """The place that a line of a day and a place gives to what follows it, or its column in a table."""
    row: Row
    """What the columns of its table tell, where it is a row of one."""
    headline: bool
    entry: bool
    """Whether it is an entry of a list, table or chronology that opens with its own date."""
    words: EventWords
    story: Story


@dataclass(slots=True)
class Reading:
    """A sentence read: its line, clauses, and what decides about them."""

    scene: Scene
    line: Line
    clauses: list[Clause]
    judge: Judge
    clock: Clock
    titler: Titler
    counted: list[tuple[Frame | None, Toll]]
    after_deed: bool
    """Whether a deed of violence was told just before: then a bare toll is that deed's."""
