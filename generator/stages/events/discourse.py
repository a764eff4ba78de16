"""What the words of one sentence owe to those before: pronouns, `the group`, `the city`, and places nobody lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.languages.events import EventWords
from generator.model.event import NameMention, Place
from generator.model.text import Span
from generator.stages.events.agreement import ANTECEDENT
from generator.stages.events.called import (
    NOBODY,
    Pair,
    called_by,
    opens_with,
    pair_of,
    people_of,
    put_pair,
    put_people,
)
from generator.stages.events.clauses import DEPENDENT, Clause
from generator.stages.events.elided import Elided
from generator.stages.events.inside import Inside, acts_there, described, does_it, is_kin, is_town, plural, somebody
from generator.stages.events.phrases import Range, head_of
from generator.stages.events.positions import guess_places, only_ground, taken
from generator.stages.events.referring import definite, owned, referring
from generator.stages.events.subjects import spoken_of, told_subject
from generator.stages.events.tokens import Line
from generator.stages.events.whereabouts import leads_to

NEVER = 1000
SIDES = 4
"""Two sides are `they` at most so many sentences after they were told of."""
REACH = 2
"""`he` goes back at most so many sentences to the one that last spoke of the person."""


class Discourse:
    """The group, the person and the place that an article speaks of, from sentence to sentence."""

    def __init__(self) -> None:
        self.group: NameMention | None = None
        self.single: NameMention | None = None
        """The last group that is one thing and no plural, as `it` and `its` want it."""
        self.person: NameMention | None = None
        self.place: NameMention | None = None
        self.town: NameMention | None = None
        """The last of them that is no prison, airport or camp: what `the city` means."""
        self._regions: dict[str, NameMention] = {}
        """By its kind, the last province, governorate, ...: what `the province` means."""
        self._sentence = self._spoken_of = 0
        """The number of sentences heard, and of those up to the last that spoke of the person."""
        self.deed = -NEVER
        """The number of the last sentence that told a deed of violence."""
        self._subjects: list[tuple[Line, Range, list[NameMention]]] = []
        self._places: dict[str, Place] = {}
        """What earlier sentences showed to be a place."""
        self._heard: dict[str, NameMention] = {}
        """By its words, every group named, the last one last: `the movement` is not the group named last but such a
        one."""
        self._elided = Elided()
        self._people = NOBODY
        """Those without a name of whom the last sentence told."""
        self._pair: Pair | None = None
        """The two sides of whom a sentence told together, and ..."""
        self._paired = 0
        """... the number of sentences heard by then."""
        self.doers: NameMention | None = None
        """Whom `they` stands for: the last subject that carries arms or takes to the streets, named or not."""

    def resolve(self, line: Line, article_id: str, base: int) -> None:
        """Name the places that only their position tells, then enter the names that pronouns and definite
        descriptions stand for. `base` is where the sentence starts in the article."""
        guess_places(line, article_id, base, self._places)
        self._elided.read(line)
        self._open(line, article_id, base)
        words = line.words.words
        if words["referring"].isdisjoint(line.vocabulary):
            return
        standing = referring(line)
        if not standing:
            return
        inside, agents, names = Inside(), line.words.nouns["agents"], line.names
        for index in range(standing[-1] + 1):
            low, tag = line.lows[index], line.tags[index]
            if tag == "quote":
                inside = inside.turned()
            name = names.get(index)
            if name is not None:
                inside.note(name, line, index)
            elif index in standing:
                meant = self._meant(line, index, inside)
                if meant is not None and not is_kin(line, index, meant, inside):
                    span = Span(article_id, base + line.starts[index], base + line.ends[index])
                    names[index] = NameMention(span, low, meant.actor, meant.place, ANTECEDENT)
            elif tag in {"noun", "name"}:
                inside.other = True
                inside.meet(line, index)
                inside.several = inside.several or plural(line.words, low)
                if low in agents:
                    inside.doers = described(line.words, low, "agents") or inside.doers

    def _open(self, line: Line, article_id: str, base: int) -> None:
        """Let `they` or `he` at the head of a sentence be the people, or the parties, just told of."""
        alone = bool(self._people.text) and not self._people.several
        opens = opens_with(line, "person_pronouns" if alone else "plural_pronouns")
        if opens < 0:
            return
        at = Span(article_id, base + line.starts[opens], base + line.ends[opens])
        if put_people(line, opens, self._people, at) or alone:
            return
        self._catch_up()
        if put_pair(line, opens, self._both(), self.doers, at):
            self._paired = self._sentence + 1

    def _both(self) -> Pair | None:
        """The two sides that `they` may be: those of the last sentence, or those told of a little before of whom one is
        the group spoken of."""
        pair, ago = self._pair, self._sentence - self._paired
        actor = self.doers.actor if self.doers is not None else None
        known = pair is not None and actor is not None and any(actor == name.actor for name in pair.names)
        return pair if not ago or (known and ago <= SIDES) else None

    def _meant(self, line: Line, index: int, inside: Inside) -> NameMention | None:
        """What a referring word stands for: a name earlier in its sentence, or what the article speaks of.
        A noun before a pronoun is as likely to be meant as a name of another sentence."""
        low, words = line.lows[index], line.words.words
        if inside.quoted and not inside.names:
            return None  # who speaks does not name whom the article named last
        if line.tags[index] == "poss":
            town = owned(line, index) in words["town_parts"]
            return _only_place(inside.place or self.place) if town else self._owner(line, index, inside)
        if low in words["there"]:
            return self._there(line, index, inside)
        if line.tags[index] == "pron":
            spoken_of = inside.place or self.town
            thing = spoken_of is not None and low in words["thing_pronouns"]
            if thing and (only_ground(line, index) or (inside.subject is not None and taken(line, index))):
                return _only_place(spoken_of)
            return self._pronoun(line, index, inside)
        if low in words["capital_nouns"] and line.lows[index + 1 : index + 2] and index + 2 in line.names:
            return self._capital_of(line, index)
        return self._described(line, index, inside) if definite(line, index) else None

    def _capital_of(self, line: Line, index: int) -> NameMention | None:
        """The town meant by `the capital of` a region: the one spoken of, where it lies there."""
        region, town = line.names[index + 2].place, self.town.place if self.town is not None else None
        words = line.words.words
        of = line.lows[index + 1] in words["of_only"] and line.lows[index - 1] in words["articles"]
        there = region is not None and town is not None and town.admin1.casefold() == region.name.casefold()
        return _only_place(self.town) if of and there else None

    def _described(self, line: Line, index: int, inside: Inside) -> NameMention | None:
        """What a definite noun stands for: `the group`, `the provincial capital`, `the town`."""
        low, words = line.lows[index], line.words.words
        if low in words["called_nouns"]:
            return _bare(self._named_by(low, line.words))
        if low in words["group_nouns"]:
            return _bare(inside.group or self._named_by(low, line.words) or self.group)
        if low in words["capital_nouns"]:
            return self._provincial(line, index, inside)
        if low in words["region_nouns"]:
            return _only_place(self._regions.get(low))
        if low in words["town_nouns"]:
            towns = (one for one in (inside.place, self.town) if one and not _facility(one, line.words))
            return _only_place(next(towns, None))
        return _only_place(inside.place or self.place)

    def _named_by(self, low: str, words: EventWords) -> NameMention | None:
        """The last group whose name lets such a noun stand for it."""
        return next((name for name in reversed(self._heard.values()) if low in called_by(name, words)), None)

    def _pronoun(self, line: Line, index: int, inside: Inside) -> NameMention | None:
        """The person or group a personal pronoun stands for."""
        low, words = line.lows[index], line.words.words
        if low in words["person_pronouns"]:
            return self._person(line, low, inside)
        if low in words["plural_pronouns"]:
            return self._them(line, index, inside) if low in words["objective"] else self._they(line, inside)
        if low not in words["group_pronouns"] or (inside.other and inside.whole is None) or does_it(line, index):
            return None
        return _bare(inside.whole or self._single(line, low))

    def _provincial(self, line: Line, index: int, inside: Inside) -> NameMention | None:
        """The city meant by `the provincial capital`: the last one named, unless the sentence names another place."""
        words, place = line.words.words, self.place.place if self.place is not None else None
        if line.lows[index - 1] not in words["provincial"] or inside.place is not None:
            return None
        return _only_place(self.place) if place is not None and place.kind in words["city_kinds"] else None

    def _person(self, line: Line, low: str, inside: Inside) -> NameMention | None:
        """Whom `he` or `she` stands for: a person named before in the sentence, or the one the article spoke of just
        now; nobody where another who can be meant stands between."""
        meant = inside.person
        if meant is None and self._sentence - self._spoken_of < REACH:
            meant = self.person
        if meant is None or not can_be(meant, low, line.words):
            return None
        woman, words = low in line.words.words["female_pronouns"], line.words.words
        nearer = inside.stranger in words["women"] if woman else inside.stranger not in words["women"]
        if inside.stranger and nearer and (inside.person is None or inside.stranger in words["women"]):
            return None
        self._spoken_of = self._sentence + 1
        return meant

    def _they(self, line: Line, inside: Inside) -> NameMention | None:
        """The side meant by `they`, which may be anybody: those described before, or a group that carries arms."""
        named = inside.group if inside.group is not None and _armed(line, inside.group) else None
        if named is not None or inside.doers is not None:
            return _bare(inside.doers or named)
        if inside.several and inside.group is None:
            return None
        self._catch_up()
        return _bare(self.doers)

    def _them(self, line: Line, index: int, inside: Inside) -> NameMention | None:
        """Those to whom a deed is done, who are never those that do it: `rounded up the elders and shot [them]`."""
        others = inside.sufferers(line)
        if others:
            return _bare(others[-1])
        return None if inside.sides else self._they(line, inside)

    def _owner(self, line: Line, index: int, inside: Inside) -> NameMention | None:
        """Whose men or weapons: `its drones`, `his men`, `their soldiers`."""
        if line.lows[index] in line.words.words["person_possessives"]:
            group = inside.group if inside.group is not None and _armed(line, inside.group) else None
            group = None if owned(line, index) in line.words.words["befallen"] else group
            return _bare(group or self._person(line, line.lows[index], inside))
        return _bare(inside.subject or inside.group or self._single(line, line.lows[index]))

    def _single(self, line: Line, low: str) -> NameMention | None:
        """The group spoken of that a pronoun agrees with: `it` is not `Russian mercenaries`."""
        words = line.words.words
        one = low in words["thing_pronouns"] or low in words["thing_possessives"]
        return self.single if one and self.group is not None else self.group

    def _there(self, line: Line, index: int, inside: Inside) -> NameMention | None:
        """The place meant by `there`, which is no place before a form of `be` or where it opens the clause."""
        after = line.tags[index + 1] if index + 1 < len(line.tags) else ""
        if after in {"be", "modal", "have", "verb"} or index == 0:
            return None
        return _only_place(inside.place or self.place)

    def note(self, names: Sequence[NameMention], words: EventWords) -> None:
        """Remember the names of a sentence without events: its first person and group, its last town."""
        self._note_actors(names, words)
        self._people = NOBODY
        towns = [name for name in reversed(names) if is_town(name, words)]
        self.place = next(iter(towns), self.place)
        self.town = next((name for name in towns if not _facility(name, words)), self.town)

    def _note_actors(self, names: Sequence[NameMention], words: EventWords) -> None:
        self._sentence += 1
        last = None
        for name in names:
            if name.place is not None and name.place.kind in words.words["region_nouns"]:
                self._regions[name.place.kind] = name
        for name in reversed(names):
            if name is not last:  # each of its tokens has it
                self._remember(name, words)
            last = name

    def _remember(self, name: NameMention, words: EventWords) -> None:
        if name.actor is None:
            return
        if name.actor.kind in words.name_kinds["person"]:
            self.person, self._spoken_of = name, self._sentence
        else:
            self.group = name
            last = name.text.rsplit(maxsplit=1)[-1]
            self.single = self.single if last.islower() and last.endswith("s") else name
            if name.rule != ANTECEDENT:
                self._heard.pop(name.text, None)
                self._heard[name.text] = name

    def observe(self, line: Line, clauses: list[Clause]) -> None:
        """Remember what the sentence speaks of: its first subject's name, and the last town it names."""
        subject, spoken = spoken_of(line, clauses), (self.group, self.single)
        inside = _names_at(line, subject)
        self._note_actors(list(line.names.values()), line.words)
        towns = _towns(line)
        if towns:  # one looked back at is `the city` only where the sentence names no other
            hanging = [one for one in clauses if one.kind in DEPENDENT]
            told_of = [index for index in towns if not any(one.left <= index < one.right for one in hanging)]
            last = (told_of or towns)[-1]
            self.place = line.names[last]
            whole = [line.names[at] for at in told_of or towns if not _facility(line.names[at], line.words)]
            kept = self.town is not None and _of_talks(line, last)
            self.town = self.town if kept or not whole else whole[-1]
        for name in reversed(inside):
            self._remember(name, line.words)
        head = head_of(line, subject) if subject else -1
        if subject and not inside and somebody(line, head):
            self.person = None
        if subject and line.lows[subject[0]] in line.words.words["group_possessives"] and not inside:
            self.group, self.single = spoken  # `its envoy told the BBC`: of whom he speaks is still spoken of
        elif subject and head not in line.names and line.tags[head] == "noun" and line.tags[subject[0]] != "num":
            self.group = self.single = None
        told = told_subject(clauses)
        self._people = people_of(line, clauses, told) if told else NOBODY
        pair = pair_of(line, told) if told else None
        if pair is not None or (told and line.lows[head_of(line, told)] in line.words.nouns["parties"]):
            self._pair, self._paired = pair or self._pair, self._sentence  # `both sides` are still those
        if subject and subject != told and not inside:
            self._subjects.append((line, subject, []))  # who speaks may be meant as well as whom he speaks of
        if told:
            self._subjects.append((line, told, inside if subject == told else _names_at(line, told)))

    def _catch_up(self) -> None:
        """Find the doers among the subjects since they were last asked for; most articles never ask."""
        for subject in self._subjects:
            self._remember_doers(*subject)
        self._subjects.clear()

    def _remember_doers(self, line: Line, subject: Range, inside: list[NameMention]) -> None:
        armed = [name for name in inside if name.actor is not None and _armed(line, name)]
        head = head_of(line, subject)
        crowd = None if inside else described(line.words, line.lows[head], "agents", "notable")
        others = not inside and line.lows[head] in line.words.nouns["people"] and plural(line.words, line.lows[head])
        if armed or crowd or others:
            self.doers = armed[0] if armed else crowd


def _facility(name: NameMention, words: EventWords) -> bool:
    """Whether a place is a thing in or near a town, which `the city` cannot mean."""
    return name.place is not None and name.place.kind in words.words["facilities"]


def _names_at(line: Line, run: Range | None) -> list[NameMention]:
    """The name of each token of a stretch that has one."""
    return [line.names[index] for index in range(*run) if index in line.names] if run and line.names else []


def _towns(line: Line) -> list[int]:
    """The tokens of towns, in order, but of none that only name talks or where a way leads: after `the Cairo process`
    or `the road to Homs` the city that is spoken of is another."""
    towns = sorted([at for at, one in line.names.items() if is_town(one, line.words) and not acts_there(line, one, at)])
    if not towns:
        return towns
    talks = line.words.words["tracks"]
    return [at for at in towns if talks.isdisjoint(line.lows[at + 1 : at + 2]) and not leads_to(line, at)]


def _of_talks(line: Line, index: int) -> bool:
    """Whether a town is only where talks were held, which `the city` of a war is not: `talks in [Geneva] failed`."""
    return line.tags[index - 1 : index] == ["prep"] and line.lows[index - 2] in line.words.nouns["talks"]


def can_be(name: NameMention, low: str, words: EventWords) -> bool:
    """Whether a person's titles and given name let `he` or `she` stand for the name."""
    lists = words.words
    full = name.actor.name if name.actor is not None else name.text
    signs = {*full.lower().replace("-", " ").split()[:1], *name.text.lower().replace(".", "").split()[:1]}
    other = lists["male_signs"] if low in lists["female_pronouns"] else lists["female_signs"]
    return signs.isdisjoint(other)


def _armed(line: Line, name: NameMention) -> bool:
    return name.actor is not None and name.actor.kind in line.words.name_kinds["armed"]


def _bare(name: NameMention | None) -> NameMention | None:
    """Only the actor of a name: a pronoun for a government is no place."""
    if name is None or name.actor is None:
        return None
    return name if name.place is None else replace(name, place=None)


def _only_place(name: NameMention | None) -> NameMention | None:
    return name if name is None or name.actor is None else replace(name, actor=None)
