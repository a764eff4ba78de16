"""Senses: what a word can evoke, what must stand around it for that, and which senses a line leaves to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NamedTuple

from generator.model.event import EventType

GAP = frozenset({".."})
GAP_WORDS = 7
"""How many words a gap in a phrase may take."""


class Need(NamedTuple):
    """What must stand around a trigger, as a pack writes it: ``object:place|ground``, ``none-object:any``."""

    where: str
    """``object``, ``subject``, ``any``, ``with``, ``noun``, or ``date``."""
    options: tuple[str, ...]
    """What may stand there: ``place``, ``actor``, a kind of name, the name of a noun list, ..."""
    wanted: bool
    """False where nothing of the sort may stand."""


class Company(NamedTuple):
    """What kind of event a deed is by the company its verb keeps."""

    type: EventType
    of: frozenset[str]
    """The kinds of event it may change."""
    verbs: frozenset[str]
    """The verbs it is about, by lemma; empty for all."""
    apart: frozenset[str]
    """Verbs it is not about."""
    tolls: frozenset[str]
    """The kinds of figure one of which the sense must count; empty where that does not matter."""
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a trigger: what it evokes, and what must stand around it for that reading."""

    name: str
    """The name of the pack's trigger rule."""
    lemma: str
    type: EventType
    strong: bool
    """Whether the word is an event by itself; a weak one needs a named actor or place, or a date."""
    verb: bool
    rest: tuple[frozenset[str], ...] = ()
    """The further words of a phrase; a set with ``?`` may be missing, ``GAP`` skips a few words."""
    gap: bool = False
    """Whether the phrase has a gap."""
    needs: tuple[Need, ...] = ()
    clues: int = 0
    """A bit for every list of words that must have one in the sentence: the word behind a gap, and the words of every
    need that only listed words can meet. They tell at a glance that a sense is not there."""
    ground: bool = False
    """Whether the undergoer is a place, so that each of several coordinated places is an event of its own."""
    undergoer: bool = False
    """Whether the subject of the active verb undergoes it: Goma fell, ten people died, thousands fled."""
    toll: str = ""
    """The kind of figure that the verb counts: killed, injured, displaced, detained; or empty."""
    light: bool = False
    """Whether a cause in the same clause tells the event's type better (a death, an injury)."""
    minor: bool = False
    """Whether it is an event only where it is the news itself: in the lead, a headline, or with a date."""
    last: bool = False
    """Whether it is tried only where no other reading of the same words fits."""
    state: bool = False
    """Whether it lasts (fighting, a siege): then a range of days is an extent."""
    nominal: str = ""
    """The noun that names what the verb tells, for titles: capture, withdrawal."""


class Choice:
    """Senses that a word may have, and those of them whose clues a line has, remembered by these clues."""

    __slots__ = ("_given", "_senses", "clues")

    def __init__(self, senses: Iterable[Sense]) -> None:
        self._senses = tuple(senses)
        self.clues = reduce(or_, (sense.clues for sense in self._senses), 0)
        """All that any of the senses wants."""
        self._given: dict[int, tuple[Sense, ...]] = {}

    def given(self, clues: int) -> tuple[Sense, ...]:
        """The senses whose clues are all among those of a line."""
        own = clues & self.clues
        found = self._given.get(own)
        if found is None:
            found = self._given[own] = tuple(one for one in self._senses if one.clues & own == one.clues)
        return found


class Followed:
    """The senses of a word as a verb (or noun): those that the word after it and the clues of a line allow."""

    __slots__ = ("_alone", "_bound", "_next", "_senses")

    def __init__(self, senses: Iterable[Sense]) -> None:
        self._senses = tuple((one, _bound(one)) for one in senses)
        self._bound = frozenset().union(*(words for _, words in self._senses if words is not None))
        """The words that make a difference right after it, and ..."""
        self._next: dict[str, Choice] = {}
        """... what each of them that came so far leaves to choose from."""
        self._alone = Choice(one for one, words in self._senses if words is None)

    def given(self, after: str, clues: int) -> tuple[Sense, ...]:
        """The senses that are left before a word, in a line with these clues."""
        if after not in self._bound:
            return self._alone.given(clues)
        if after not in self._next:
            self._next[after] = Choice(one for one, words in self._senses if words is None or after in words)
        return self._next[after].given(clues)


def _bound(sense: Sense) -> frozenset[str] | None:
    """The words one of which must stand right after the first of a sense; None where others may too."""
    first = sense.rest[0] if sense.rest else GAP
    return None if first == GAP or "?" in first else first
