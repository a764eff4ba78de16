"""What the words of a sentence before a referring word name: whom or what it may go back to without leaving it."""

from __future__ import annotations

from generator.languages.events import EventWords
from generator.model.event import NameMention
from generator.stages.events.clause import VERBAL
from generator.stages.events.tokens import PACT, Line


class Inside:
    """What the words of a sentence before a referring word name."""

    def __init__(self) -> None:
        self.group: NameMention | None = None
        self.whole: NameMention | None = None
        """The first group that does not only describe the next noun, as in `the US envoy`: what `it` may mean."""
        self.person: NameMention | None = None
        self.place: NameMention | None = None
        self.doers: NameMention | None = None
        self.subject: NameMention | None = None
        self.other = False
        """Whether a noun that names nobody stands there."""
        self.several = False
        """Whether such a noun is a plural, so that `they` may mean it."""
        self.stranger = ""
        """The last noun of a person without a name after the last named person: `a woman`."""
        self.names = 0
        self.quoted = False
        self._around: Inside | None = None

    def turned(self) -> Inside:
        """What counts after a quotation mark: nothing yet within a quotation, what stood before it behind one."""
        if self._around is not None:
            return self._around
        within = Inside()
        within.quoted, within._around = True, self
        return within

    def meet(self, line: Line, index: int) -> None:
        """Take in a noun that names nobody."""
        if somebody(line, index):
            self.stranger = line.lows[index]

    def note(self, name: NameMention, line: Line, index: int) -> None:
        """Take in the name at a token: the first person and group, the last town, the last group before a verb."""
        self.names += 1
        if name.actor is not None and name.actor.kind in line.words.name_kinds["person"]:
            self.person = self.person or name
            self.stranger = ""
        elif name.actor is not None:
            self.group = self.group or name
            if line.tags[index + 1 : index + 2] != ["noun"]:
                self.whole = self.whole or name
            if line.tags[index + 1 : index + 2] and line.tags[index + 1] in VERBAL:
                self.subject = name
        if is_town(name, line.words):
            self.place = name


def is_town(name: NameMention, words: EventWords) -> bool:
    """Whether a name is a place that `the city` or `the town` can stand for."""
    place = name.place if name.rule != PACT else None
    return place is not None and place.kind not in words.words["broad_places"]


def somebody(line: Line, index: int) -> bool:
    """Whether a token is a noun for one person without a name, or a person's name that nobody lists."""
    low, lists = line.lows[index], line.words.words
    return low in lists["anybody"] or low in lists["women"]
