"""What the words of one sentence owe to those before: pronouns, `the group`, `the city`, and places nobody lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.languages.events import EventWords, Sense
from generator.model.event import NameMention, Place
from generator.model.text import Span
from generator.stages.events.clauses import Clause
from generator.stages.events.tokens import Line

ANTECEDENT = "antecedent"
POSITION = "position"


class Discourse:
    """The group, the person and the place that an article speaks of, from sentence to sentence."""

    def __init__(self) -> None:
        self.group: NameMention | None = None
        self.person: NameMention | None = None
        self.place: NameMention | None = None

    def resolve(self, line: Line, article_id: str, base: int) -> None:
        """Name the places that only their position tells, then enter the names that pronouns and definite
        descriptions stand for. `base` is where the sentence starts in the article."""
        _guess_places(line, article_id, base)
        words = line.words.words
        if words["referring"].isdisjoint(line.vocabulary):
            return
        referring = words["referring"]
        group = person = place = None
        other = False
        for index, low in enumerate(line.lows):
            name = line.names.get(index)
            if name is not None:
                if name.actor is not None and name.actor.kind in line.words.name_kinds["person"]:
                    person = person or name
                elif name.actor is not None:
                    group = group or name
                if name.place is not None and name.place.kind not in words["wide_places"]:
                    place = name
            elif low in referring:
                meant = self._meant(line, index, (group, person, place), other)
                if meant is not None:
                    span = Span(article_id, base + line.starts[index], base + line.ends[index])
                    line.names[index] = replace(meant, span=span, text=low, rule=ANTECEDENT)
            elif line.tags[index] == "noun":
                other = True

    def _meant(
        self, line: Line, index: int, inside: tuple[NameMention | None, ...], other: bool
    ) -> NameMention | None:
        """What a referring word stands for: a name earlier in its sentence, or what the article speaks of.
        A noun before a pronoun (`other`) is as likely to be meant as a name of another sentence."""
        low, words = line.lows[index], line.words.words
        group, person, place = inside
        if line.tags[index] == "pron":
            if low in words["person_pronouns"]:
                return person or self.person
            if low not in words["group_pronouns"] or (other and group is None):
                return None
            return self._group(line, low, group)
        if not _definite(line, index):
            return None
        if low in words["group_nouns"]:
            return self._group(line, low, group)
        town = place or self.place
        return replace(town, actor=None) if town is not None else None

    def _group(self, line: Line, low: str, inside: NameMention | None) -> NameMention | None:
        """The group meant; `they` may be anybody, so it only stands for a side that carries arms."""
        meant = inside or self.group
        if meant is None or meant.actor is None:
            return None
        if low in line.words.words["plural_pronouns"] and meant.actor.kind not in line.words.name_kinds["armed"]:
            return None
        return meant

    def note(self, names: Sequence[NameMention], words: EventWords) -> None:
        """Remember the names of a sentence without events: its first person and group, its last town."""
        for name in reversed(names):
            self._remember(name, words)
        for name in names:
            self._remember_place(name, words)

    def _remember(self, name: NameMention, words: EventWords) -> None:
        if name.actor is None:
            return
        if name.actor.kind in words.name_kinds["person"]:
            self.person = name
        else:
            self.group = name

    def _remember_place(self, name: NameMention, words: EventWords) -> None:
        if name.place is not None and name.place.kind not in words.words["wide_places"]:
            self.place = name

    def observe(self, line: Line, clauses: list[Clause]) -> None:
        """Remember what the sentence speaks of: its first subject's name, and the last town it names."""
        subject = next((one.subject for one in clauses if one.subject and not one.shared), None)
        inside = [line.names[index] for index in range(*subject) if index in line.names] if subject else []
        self.note(list(line.names.values()), line.words)
        for name in reversed(inside):
            self._remember(name, line.words)


def _definite(line: Line, index: int) -> bool:
    """Whether a noun is a bare definite description: `the city`, not `the city of Goma` or `the Rwandan group`."""
    if index == 0 or line.lows[index - 1] not in line.words.words["definite"]:
        return False
    after = line.lows[index + 1] if index + 1 < len(line.lows) else ""
    return after not in line.words.words["of_only"] and index + 1 not in line.names


def _guess_places(line: Line, article_id: str, base: int) -> None:
    """Take an unknown name for a place where only a place can stand: `in Komanda`, `seized Minova`,
    `Kishishe and Bambo`."""
    if line.titled:
        return
    end = 1
    for index in [at for at, tag in enumerate(line.tags) if tag == "name" and at not in line.names]:
        if index < end or not _place_position(line, index):
            continue
        end = index + 1
        while end < len(line.tags) and line.tags[end] == "name" and end not in line.names:
            end += 1
        if _can_be_place(line, index, end):
            span = Span(article_id, base + line.starts[index], base + line.ends[end - 1])
            text = line.text[line.starts[index] : line.ends[end - 1]]
            name = NameMention(span, text, place=Place(text, precision=2, kind=""), rule=POSITION)
            for at in range(index, end):
                line.names[at] = name


def _place_position(line: Line, index: int) -> bool:
    before = line.lows[index - 1]
    if before in line.words.words["guess_prepositions"]:
        return True
    if line.tags[index - 1] == "verb":
        return any(_takes_place(sense) for sense in line.words.triggers.get(before, ()))
    if line.tags[index - 1] in {"coord", ","} and index > 1:
        earlier = line.names.get(index - 2)
        return earlier is not None and earlier.rule == POSITION
    return False


def _takes_place(sense: Sense) -> bool:
    """Whether a verb wants a place as its object: seize, leave, bomb."""
    return sense.verb and not sense.undergoer and any("place" in need.options for need in sense.needs)


def _can_be_place(line: Line, start: int, end: int) -> bool:
    """Whether no word of an unknown name, nor the one after it, speaks against a place."""
    words = line.words.words
    if any(line.lows[index] in words["no_place_words"] for index in range(start, end)):
        return False
    if end < len(line.tags) and (line.tags[end] in {"noun", "poss"} or line.lows[end] in words["hyphens"]):
        return line.lows[end] in line.words.nouns["ground"]
    return True
