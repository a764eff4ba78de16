"""Event mentions (one passage), events (the real occurrence), and the timeline they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from generator.model.edtf import Edtf
from generator.model.problem import Provenance
from generator.model.record import record
from generator.model.temporal import Basis, TimeExpression
from generator.model.text import Span

EventType = Literal[
    "battle", "territory-change", "explosion-remote-violence", "violence-against-civilians",
    "protest-riot", "deployment", "diplomacy-talks", "agreement", "sanctions", "justice",
    "aid-humanitarian", "displacement", "statement", "other",
]  # fmt: skip
EVENT_TYPES: tuple[str, ...] = get_args(EventType)
Status = Literal["happened", "planned", "claimed", "denied"]
STATUSES: tuple[str, ...] = get_args(Status)
FigureKind = Literal["killed", "injured", "displaced", "detained"]
FIGURE_KINDS: tuple[str, ...] = get_args(FigureKind)
Review = Literal["machine", "confirmed", "edited"]


@record(frozen=True, slots=True)
class Actor:
    """A person, group, government or organisation."""

    name: str
    kind: str = "other"
    aliases: tuple[str, ...] = ()
    country: str = ""
    role: str = ""
    """In a mention: `agent`, `patient`, `party`, `speaker`; empty otherwise."""


@record(frozen=True, slots=True)
class Place:
    """A named place. `precision` is UCDP's where_prec: 1 exact, 2 within about 25 km, 3 second-order
    region, 4 first-order region, 5 wider or fuzzy region, 6 country, 7 sea or airspace."""

    name: str
    country: str = ""
    """ISO 3166-1 alpha-2, or empty."""
    admin1: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: int = 1
    kind: str = "town"
    aliases: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class NameMention:
    """Words of an article that name an actor, a place, or (before the clause decides) either.

    `Washington` has both; `signed in Washington` uses the place, `Washington said` the actor."""

    span: Span
    text: str
    actor: Actor | None = None
    place: Place | None = None
    rule: str = ""
    """How the name was found: gazetteer, editorial, introduced, abbreviation, short-name, title, demonym, ..."""


@record(frozen=True, slots=True)
class Figure:
    """A number of people, as one report gives it. None means the report gives no such bound."""

    kind: FigureKind
    best: int | None
    low: int | None
    high: int | None
    span: Span
    words: str
    said_by: str = ""
    mention_id: str = ""
    single: bool = False
    """Whether it is no number of the report's, only the one person of whom it tells; others may have met the same."""


@record(frozen=True, slots=True)
class EventMention:
    """One passage that reports an event."""

    id: str
    """Hash of article, sentence text, trigger and ordinal; survives edits elsewhere."""
    span: Span
    """The sentence: the quote."""
    trigger: Span
    type: EventType
    status: Status
    title: str
    text: str
    """The quote's words, on one line."""
    clause: Span | None = None
    """The clause the trigger rules, inside `span`."""
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()
    time: TimeExpression | None = None
    published: Edtf | None = None
    """Document creation time of the article."""
    lemma: str = ""
    """The trigger's dictionary entry, such as `capture`."""
    speaker: str = ""
    """Who said so, when the passage attributes it."""
    weight: float = 1.0
    """0 to 1: how much the passage looks like a report of the event (headline and lead high, background low)."""
    provenance: Provenance | None = None

    @property
    def rule(self) -> str:
        """The rule that found it; empty where an editor wrote it."""
        return self.provenance.rule if self.provenance else ""

    @property
    def rules(self) -> frozenset[str]:
        """The names of the rules that found it: its own, and those of what its sentence tells with it."""
        inputs = self.provenance.inputs if self.provenance else ()
        joined = (one.rule for one in inputs if one.rule.startswith("joined:"))
        return frozenset(rule.partition(":")[2] for rule in (self.rule, *joined))


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a disagreement: the value, and the mentions that give it."""

    value: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field in which the reports differ: `date`, `killed`, `place`, ..."""

    field: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class FigureRange:
    """An event's figure over all its reports; never a sum."""

    kind: FigureKind
    best: int | None
    low: int | None
    high: int | None
    reports: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A real occurrence, computed from its mentions and the editor's word."""

    id: str
    title: str
    text: str
    type: EventType
    status: Status
    date: Edtf | None
    mentions: tuple[EventMention, ...]
    basis: Basis | None = None
    date_text: str = ""
    """The article's words for the chosen date."""
    date_reason: str = ""
    """Name of the reason the date was chosen; a key of the interface strings (table `date_reason`)."""
    date_mention: str = ""
    """Id of the mention that gave the date."""
    latest: str | None = None
    """ISO day: the last day it can have happened; for an undated event its earliest report's publication."""
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    figures: tuple[FigureRange, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    history: tuple[tuple[str, Status], ...] = ()
    """(mention id, status) in order of publication, when the status changed over time."""
    overdue: bool = False
    """A plan whose day has passed in the articles' time without a report of the deed."""
    significance: float = 0.0
    reasons: tuple[tuple[str, float], ...] = ()
    """(name of the reason, its share of the significance); names are keys of the interface strings."""
    review: Review = "machine"
    note: str = ""
    """An editor's note, shown on the evidence page."""
    edited_fields: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Independent sources, sorted; copies of one agency text count once."""
    references: tuple[tuple[str, str, str], ...] = ()
    """(publisher, title, url) an editor gave for an event added by hand."""
    key: bool | None = None
    """An editor's say on whether the front page tells it; None leaves it to significance."""
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events in order: dated ones by earliest day (wider first), then the undated."""

    events: tuple[Event, ...]
    undated: tuple[Event, ...] = ()
    key_events: frozenset[str] = frozenset()
    """Ids of the events that tell the story on the front page."""

    def __iter__(self) -> Iterator[Event]:
        yield from self.events
        yield from self.undated
