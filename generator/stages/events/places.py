"""Places: which one a name means, and those the article itself explains."""

from __future__ import annotations

from dataclasses import replace

from generator.model.event import NameMention, Place
from generator.model.keys import key_of
from generator.stages.events.known import Known
from generator.stages.events.scan import Chunk
from generator.stages.events.tokens import PACT

# How far back and ahead the words that explain a place may stand, in characters.
BEFORE, AFTER = 40, 90
LONGEST, LONGEST_BARE = 5, 3
"""A name of a place has at most so many words, behind `the village of` and elsewhere."""
FACILITY = 2
"""The level of the nouns for what stands in a town."""
COUNTRY = 6
"""The precision of a country, which gives its name to pacts made anywhere."""


def find_place(chunk: Chunk, known: Known) -> NameMention | None:
    """The place a whole chunk names, or None.

    A chunk is a place when it is a name of the gazetteer, alone or with a place noun ("Idlib Province"), or
    when the words around say so ("the village of X", "X, a mining hub in North Kivu")."""
    name, noun = _parted(chunk, known)
    key = key_of(name)
    evidence = has_evidence(chunk, known)
    place, rule = known.choose(key, evidence or bool(noun)), "gazetteer"
    if key in known.gazetteer.editorial:
        rule = "editorial"
    elif key in known.places:
        rule = "introduced"
    if place is None and not _is_known(chunk, known):
        place, rule = _introduced(chunk, name, noun, known), "introduced"
    kind = _facility(chunk, noun, known) if place is None else ""
    if kind:
        place = Place(chunk.words(), known.main, precision=FACILITY, kind=kind)
        return known.mention(chunk.start, chunk.end, None, place, "introduced")
    if place is None:
        return None
    if noun:
        place = _with_noun(place, name, noun, known)
    return known.mention(chunk.start, chunk.end, None, place, rule)


def find_pact(chunk: Chunk, known: Known) -> NameMention | None:
    """The place that an accord has its name from, where it was made: `the Minsk Protocol`."""
    if len(chunk.pieces) < 2 or chunk.pieces[-1].key not in known.words.pact_nouns:
        return None
    place = known.choose(key_of(chunk.words(0, -1)), True)
    town = place is not None and place.precision < COUNTRY
    return known.mention(chunk.start, chunk.end, None, place, PACT) if town else None


def _is_known(chunk: Chunk, known: Known) -> bool:
    """Whether a word of the chunk is already known as something that is no new place."""
    words = known.words
    return any(
        piece.kind not in {"word", "place"} or piece.key in words.peoples or piece.key in words.organisation_nouns
        for piece in chunk.pieces
    )


def _parted(chunk: Chunk, known: Known) -> tuple[str, str]:
    """The name and the place noun at its end, if any: `Goma International Airport` gives `Goma`, `airport`."""
    last = chunk.pieces[-1]
    if len(chunk.pieces) > 1 and last.key in known.words.place_nouns and key_of(chunk.words()) not in known.places:
        return chunk.words(0, -1), last.key
    return chunk.words(), ""


def _facility(chunk: Chunk, noun: str, known: Known) -> str:
    """The noun in a name that says it is of something in a town, whatever its other words may mean by themselves:
    `the Palestine Hotel`, `Camp Liberty`."""
    if noun and known.words.place_nouns[noun] == FACILITY:
        return noun
    first = chunk.pieces[0].key
    return first if len(chunk.pieces) > 1 and first in known.words.leading_nouns else ""


def _with_noun(place: Place, name: str, noun: str, known: Known) -> Place:
    """The place a noun makes of another: a province of its town, an airport near it."""
    level = known.words.place_nouns[noun]
    if level <= place.precision or (level == 1 and noun in {"city", "town"}):
        return place
    return replace(place, name=f"{name} {noun}", precision=level, kind=noun, aliases=())


def has_evidence(chunk: Chunk, known: Known) -> bool:
    """Whether the words before or after call for a place: "in X", "X, Syria", "the city of X"."""
    before = known.text[max(0, chunk.start - BEFORE) : chunk.start]
    word = before.rsplit(maxsplit=1)[-1:] if before.endswith(" ") else []
    return bool(word) and word[0].lower() in known.words.place_prepositions


def _introduced(chunk: Chunk, name: str, noun: str, known: Known) -> Place | None:
    """A place no list knows, explained by the words around it; later mentions know it too."""
    text = known.text
    before = known.words.place_before.search(text, max(0, chunk.start - BEFORE), chunk.start)
    if len(name) < 3 or (before is None and chunk.start == known.sentence_start):
        return None
    after = known.words.place_after.match(text, chunk.end, min(len(text), chunk.end + AFTER))
    kind = noun or (before and before[1]) or (after and (after[1] or after[2])) or ""
    if not kind or len(chunk.pieces) > (LONGEST if before else LONGEST_BARE):
        return None
    parent = _parent(after.end() if after else chunk.end, known)
    precision = max(2, known.words.place_nouns[kind])
    name = chunk.words() if noun else name
    place = Place(name, known.main, precision=precision, kind=kind.split()[-1])
    if parent:
        coarser = max(precision, min(parent.precision, 4))
        place = replace(place, country=parent.country, lat=parent.lat, lon=parent.lon, precision=coarser)
    known.places[key_of(name)] = place
    return place


def _parent(start: int, known: Known) -> Place | None:
    """The known place that follows "in", "near" or "of" in the same clause."""
    text = known.text
    stop = min(len(text), start + AFTER)
    for hit in known.words.run.finditer(text, start, stop):
        if known.words.parent_after.match(text[start : hit.start()]):
            key = key_of(hit.group())
            return known.choose(key, evidence=True) or _country(key, known)
    return None


def _country(key: str, known: Known) -> Place | None:
    iso = known.gazetteer.country_names.get(key)
    return replace(known.gazetteer.countries[iso].place, lat=None, lon=None) if iso else None
