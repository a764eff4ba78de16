"""What a text calls a group again after it has named it: `the Joint Task Force` is `the force`, and those whom
something befell, or who came to terms, are `they` in the next sentence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.languages.events import EventWords
from generator.model.event import NameMention
from generator.stages.events.agreement import coordinated
from generator.stages.events.frames import names_in
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


def people_of(line: Line, subject: Range) -> str:
    """The words for people without a name of whom a sentence tells, as many as they are: `more than 70 miners`; or for
    the two parties it tells of together."""
    head = head_of(line, subject)
    low = line.lows[head]
    plural = low.endswith("s") or low in line.words.words["plurals"]
    named = any(at in line.names for at in range(*subject))
    if not named:
        return text_of(line, subject[0], head + 1) if low in line.words.nouns["people"] and plural else ""
    sides = {name.actor.name for name in names_in(line, subject) if name.actor is not None}
    return line.words.titles["parties"] if len(sides) == PAIR and coordinated(line, subject) else ""


def opens_with_they(line: Line) -> int:
    """The token of `they` where nothing but a date stands before it; -1 elsewhere."""
    words = line.words.words["plural_pronouns"]
    if words.isdisjoint(line.vocabulary):
        return -1
    at = next(at for at, low in enumerate(line.lows) if low in words)
    return at if OPENING.issuperset(line.tags[:at]) and at not in line.names else -1


def put_people(line: Line, they: int, people: str, doers: NameMention | None) -> None:
    """Let `they` at the head of a sentence be read as the people just told of, where something was done to them; or,
    where they do what takes two and one group alone was named, as the parties, since it is not that group alone."""
    tags, after = line.tags, they + 1
    verb = next((at for at in range(after, min(after + 4, len(tags))) if tags[at] == "verb"), 0)
    known = line.words.verbs.get(line.lows[verb]) if verb and COMING.issuperset(tags[after:verb]) else None
    if known is None:
        return
    pact = known.lemma in line.words.words["mutual_verbs"] | line.words.words["promising"]
    both = people == line.words.titles["parties"] and pact
    if people == line.words.titles["parties"] and not pact:
        return
    if people and (both or (tags[verb - 1] == "be" and AUXILIARY.issuperset(tags[after:verb]))):
        line.meant[they] = people
        if not both:  # of the two parties one is known
            line.stand_for(they, people.rsplit(maxsplit=1)[-1].lower())
            line.meant[they] = people
    elif known.lemma in line.words.words["mutual_verbs"] and _one_group(doers):
        line.stand_for(they, line.words.titles["parties"])


def _one_group(doers: NameMention | None) -> bool:
    """Whether `they` would stand for one group with a name."""
    return doers is not None and doers.actor is not None and not doers.actor.name.islower()
