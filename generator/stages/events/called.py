"""What a text calls a group again after it has named it: `the Joint Task Force` is `the force`, and those whom
something befell, or who came to terms, are `they` in the next sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.languages.events import EventWords
from generator.model.event import NameMention
from generator.model.text import Span
from generator.stages.events.agreement import ANTECEDENT, coordinated
from generator.stages.events.clauses import Clause
from generator.stages.events.frames import names_in
from generator.stages.events.inside import described, plural
from generator.stages.events.objects import object_after
from generator.stages.events.phrases import Range, head_of, text_of
from generator.stages.events.tokens import Line

AUXILIARY = frozenset({"have", "be", "adv"})
"""Classes of words between a subject and its verb in the past."""
PAIR = 2
COMING = AUXILIARY | {"modal", "to", "adj"}
"""... or to come: `they are due to meet`."""
OPENING = frozenset({"time", "noun", "prep", ",", ":", ";", "."})
"""Classes of words in a date, or its cell of a table, before a sentence."""


def called_by(name: NameMention, words: EventWords) -> Iterator[str]:
    """The nouns by which a group can be meant: the last word of the name as it was written, and the noun of its full
    names, before the preposition that says where (`EU Mission in Mali`: mission)."""
    yield name.text.rsplit(maxsplit=1)[-1].lower()
    for full in (name.actor.name, *name.actor.aliases) if name.actor is not None else ():
        parts = full.lower().split()
        end = next((at for at, word in enumerate(parts) if words.tags.get(word) == "prep"), len(parts))
        if 0 < end < len(parts):
            yield parts[end - 1]


class Spoken(NamedTuple):
    """Somebody without a name of whom a sentence tells, as many as they are: `more than 70 miners`, `a priest`."""

    text: str
    several: bool
    acts: bool
    """Whether the sentence tells what they did, not what was done to them."""


NOBODY = Spoken("", several=False, acts=False)


def people_of(line: Line, clauses: Sequence[Clause], subject: Range) -> Spoken:
    """Of whom a sentence tells, where they have no name: its subject, or whom armed men do something to."""
    told = next((one for one in clauses if one.subject == subject), None)
    if told is None:
        return NOBODY
    armed = line.lows[head_of(line, subject)] in line.words.nouns["agents"]
    done_to = object_after(line, told.end, told.right) if armed and not told.passive else None
    befallen = _unnamed(line, done_to, acts=False) if done_to is not None else NOBODY
    return befallen if befallen.text else _unnamed(line, subject, acts=not told.passive)


def _unnamed(line: Line, run: Range, *, acts: bool) -> Spoken:
    """The words for people without a name that a noun phrase means, or nobody."""
    words, first, head = line.words, run[0], head_of(line, run)
    first += line.lows[first] in words.words["unsaid_determiners"] and first < head
    low = line.lows[head]
    several = plural(words, low)
    lone = low in words.words["anybody"] or low in words.words["women"]
    people = low in words.nouns["people"] or low in words.nouns["agents"] if several else lone
    named = names_in(line, (first, head + 1))
    return Spoken(text_of(line, first, head + 1), several, acts) if people and not named else NOBODY


class Pair(NamedTuple):
    """Two sides that a sentence tells of together, with the words for both."""

    text: str
    names: tuple[NameMention, NameMention]


def pair_of(line: Line, subject: Range) -> Pair | None:
    """The two sides with a name that a subject joins: `[Gabon] and [the Front]`."""
    joint = coordinated(line, subject) if subject[1] - subject[0] > 1 else 0
    if not joint:
        return None
    named = [name for name in names_in(line, subject) if name.actor is not None]
    sides = list({name.actor.name: name for name in reversed(named) if name.actor is not None}.values())[::-1]
    if len(sides) != PAIR:
        return None
    joined = f" {line.text[line.starts[joint] : line.ends[joint]]} "
    country = line.words.name_kinds["country"]
    said = (one.text if one.actor and one.actor.kind in country else one.actor.name for one in sides if one.actor)
    return Pair(joined.join(said), (sides[0], sides[1]))


def opens_with(line: Line, words: str) -> int:
    """The token of a pronoun of a list where nothing but a date stands before it; -1 elsewhere."""
    pronouns = line.words.words[words]
    if pronouns.isdisjoint(line.vocabulary):
        return -1
    at = next(at for at, low in enumerate(line.lows) if low in pronouns)
    return at if OPENING.issuperset(line.tags[:at]) and at not in line.names else -1


def put_people(line: Line, pronoun: int, people: Spoken, at: Span) -> bool:
    """Let a pronoun at the head of a sentence be read as those just told of: in the passive, or where they were told of
    as doing something before; as a group where they bear arms."""
    verb, _ = _verb(line, pronoun)
    passive = verb and line.tags[verb - 1] == "be" and AUXILIARY.issuperset(line.tags[pronoun + 1 : verb])
    noun, words = people.text.rpartition(" ")[2].lower(), line.words.words
    fits = people.several or noun not in words["women"] or line.lows[pronoun] in words["female_pronouns"]
    meant = bool(noun and fits and verb and (passive or people.acts))
    armed = described(line.words, noun, "agents") if meant else None
    if armed is not None:
        line.names[pronoun] = replace(armed, span=at)
    elif meant:
        line.stand_for(pronoun, noun)
        line.meant[pronoun] = people.text
    return meant


def put_pair(line: Line, they: int, pair: Pair | None, doers: NameMention | None, at: Span) -> bool:
    """Let `they` who do what takes two be read as the two sides just told of; as the parties where only one of them is
    known, since it is not that group alone."""
    verb, lemma = _verb(line, they)
    words = line.words.words
    both = pair is not None and verb > 0 and lemma in words["mutual_verbs"] | words["promising"]
    if pair is not None and both:
        line.meant[they] = pair.text
        one, other = (replace(name, span=at, place=None, rule=ANTECEDENT) for name in pair.names)
        line.names[they], line.beside[they] = one, other
    elif verb and lemma in words["mutual_verbs"] and _one_group(doers):
        line.stand_for(they, line.words.titles["parties"])
    return both


def _verb(line: Line, they: int) -> tuple[int, str]:
    """The token of the verb of `they` and its lemma; 0 where no verb that the pack knows follows."""
    tags, after = line.tags, they + 1
    verb = next((at for at in range(after, min(after + 4, len(tags))) if tags[at] == "verb"), 0)
    known = line.words.verbs.get(line.lows[verb]) if verb and COMING.issuperset(tags[after:verb]) else None
    return (verb, known.lemma) if known is not None else (0, "")


def _one_group(doers: NameMention | None) -> bool:
    """Whether `they` would stand for one group with a name."""
    return doers is not None and doers.actor is not None and not doers.actor.name.islower()
