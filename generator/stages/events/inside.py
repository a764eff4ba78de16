"""What the words of a sentence before a referring word name: whom or what it may go back to without leaving it."""

from __future__ import annotations

from generator.languages.events import EventWords
from generator.model.event import Actor, NameMention
from generator.model.text import Span
from generator.stages.events.agreement import ANTECEDENT
from generator.stages.events.clause import VERBAL
from generator.stages.events.tokens import PACT, Line

NOWHERE = Span("", 0, 0)
ACTING = VERBAL | {"rel"}
AUXILIARIES = frozenset({"have", "be", "do", "modal", "not", "adv"})


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
        self.sides: list[tuple[int, NameMention | None]] = []
        """By their tokens, the groups named or described so far, of which `them` may be one; None for one that is one
        thing and has no name."""
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
        if line.lows[index] in line.words.words["crowds"]:
            self._join(line, index)

    def _join(self, line: Line, index: int) -> None:
        """Take in people or a force without a name as one of those that `them` may mean."""
        crowd = described(line.words, line.lows[index], *line.words.words["crowding"])
        if crowd is not None or line.lows[index] in line.words.nouns["agents"]:
            self.sides.append((index, crowd))

    def note(self, name: NameMention, line: Line, index: int) -> None:
        """Take in the name at a token: the first person and group, the last town, the last group before a verb."""
        self.names += 1
        if name.actor is not None and name.actor.kind in line.words.name_kinds["person"]:
            self.person = self.person or name
            self.stranger = ""
        elif name.actor is not None:
            self.group = self.group or name
            if name.actor.kind in line.words.name_kinds["armed"]:
                self.sides.append((index, name))
            if line.tags[index + 1 : index + 2] != ["noun"]:
                self.whole = self.whole or name
            acts = line.tags[index + 1 : index + 2] != [] and line.tags[index + 1] in VERBAL
            if acts and not (self.subject is not None and _of_relative(line, name, index)):
                self.subject = name
        if is_town(name, line.words) and not acts_there(line, name, index):
            self.place = name

    def sufferers(self, line: Line) -> list[NameMention]:
        """The groups so far without those that do what is told next: the last that a verb or `who` follows."""
        doing = next((name for at, name in reversed(self.sides) if _does(line, at)), None)
        others = (name for _, name in self.sides if name is not None)
        return [name for name in others if doing is None or name.actor != doing.actor]


def _does(line: Line, index: int) -> bool:
    tags, after = line.tags, index + 1
    while tags[after : after + 1] == ["adv"]:
        after += 1
    after += tags[after : after + 2] == [",", "rel"]
    return after < len(tags) and tags[after] in ACTING


def does_it(line: Line, index: int) -> bool:
    """Whether a pronoun is the object of a verb whose subject are all the groups named so far, of whom it cannot be
    one: `Kenya and Chad vetoed [it]`."""
    at = index - 1
    if line.tags[at : at + 1] != ["verb"]:
        return False
    while at > 0 and line.tags[at - 1] in AUXILIARIES:
        at -= 1
    first = at
    while first > 0 and line.tags[first - 1] in {"name", "coord", "det"}:
        first -= 1
    clause = first == 0 or line.tags[first - 1] in {",", "that", "sub", "verb", ";", ":"}
    return clause and "coord" in line.tags[first + 1 : at] and line.tags[at - 1] == "name"


def acts_there(line: Line, name: NameMention, index: int) -> bool:
    """Whether a capital's name stands for its government behind `by`: `the mayor appointed [by Addis Ababa]`."""
    first = index
    while line.names.get(first - 1) is name:
        first -= 1
    return name.actor is not None and first > 0 and line.lows[first - 1] in line.words.words["by"]


def is_town(name: NameMention, words: EventWords) -> bool:
    """Whether a name is a place that `the city` or `the town` can stand for."""
    place = name.place if name.rule != PACT else None
    return place is not None and place.kind not in words.words["broad_places"]


def somebody(line: Line, index: int) -> bool:
    """Whether a token is a noun for one person without a name, or a person's name that nobody lists."""
    low, lists = line.lows[index], line.words.words
    return low in lists["anybody"] or low in lists["women"]


def described(words: EventWords, low: str, *lists: str) -> NameMention | None:
    """A plural noun of one of the lists as a group without a name: `gunmen`, `protesters`."""
    if not any(low in words.nouns[one] for one in lists) or not plural(words, low):
        return None
    return NameMention(NOWHERE, low, actor=Actor(low, "group"), rule=ANTECEDENT)


def plural(words: EventWords, low: str) -> bool:
    """Whether a noun is a plural, by its ending or by the pack's list."""
    return low.endswith("s") or low in words.words["plurals"]


def _of_relative(line: Line, name: NameMention, index: int) -> bool:
    """Whether a name is who does what a relative clause tells of a noun: `a truce that [Oman] had proposed`."""
    while line.names.get(index - 1) is name or line.tags[index - 1] == "det":
        index -= 1
    return index > 1 and line.tags[index - 1] in {"rel", "that"} and line.tags[index - 2] == "noun"


def is_kin(line: Line, index: int, meant: NameMention, inside: Inside) -> bool:
    """Whether a possessive only says whose kin somebody is, who is no part of what befalls them: a line then names him,
    unless the sentence does."""
    if line.tags[index] != "poss" or line.lows[index + 1] not in line.words.words["kin"] or meant.actor is None:
        return False
    if meant is not inside.person:
        line.meant[index] = line.words.titles["possessive"].format(owner=meant.actor.name)
    return True
