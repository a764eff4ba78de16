"""Actors: persons with their titles, governments and armies by demonym, organisations, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.languages.names import Head
from generator.model.event import Actor, NameMention
from generator.model.keys import key_of
from generator.stages.events.known import Known
from generator.stages.events.scan import Chunk, Piece

ABBREVIATION = re.compile(r"[ \u00a0]\(([A-Z][A-Za-z0-9/-]{1,11})\)")
NICKNAME = re.compile(r"[ \u00a0][\"“‘][A-Z][^\"”’\n]{1,24}[\"”’],?[ \u00a0]")
QUOTES = ('"', "“", "‘")
WORD_BEFORE = re.compile(r"(?<![\w-])([\w-]+)(,?)[ \u00a0]$")
PHRASE_BEFORE = re.compile(r"(?:^|[,.;:(\n])([^,.;:(\n]+),[ \u00a0]$")
LONGEST_OFFICE = 80
"""How many characters the phrase of an office before a name may have."""
LONGEST_NAME = 5
NOT_PERSONS = frozenset({"title", "country", "demonym"})


def find_person(chunk: Chunk, known: Known) -> NameMention | None:
    """The person a chunk names: after a title, by a given name, by what follows, or named before."""
    first, country, titled = _before_name(chunk, known)
    last = _end_of_name(chunk, first, known)
    name_pieces = chunk.pieces[first:last]
    if not name_pieces or len(name_pieces) > LONGEST_NAME:
        return None
    name = chunk.words(first, last)
    key = key_of(name)
    actor, rule = _known_person(key, titled, known), "short-name"
    if actor is None:
        rule = _why_person(chunk, name_pieces, titled, known)
        if not rule:
            return None
        actor = Actor(name, "person", country=country)
        _remember(actor, chunk, name_pieces, known)
    start = chunk.start if titled else chunk.base + name_pieces[0].start
    end = chunk.base + name_pieces[-1].end
    return known.mention(start, end, actor, None, rule)


def _end_of_name(chunk: Chunk, first: int, known: Known) -> int:
    """Where a name ends before an organisation or country that stands behind it ("Jo Field BBC News")."""
    for index in range(first + 1, len(chunk.pieces)):
        piece = chunk.pieces[index]
        listed = known.gazetteer.actors.get(piece.key) if piece.kind == "actor" else None
        other = listed is not None and listed.kind != "person" and not _family_name(chunk, index)
        if piece.kind in {"country", "demonym", "title"} or other:
            return index
    return len(chunk.pieces)


def _family_name(chunk: Chunk, index: int) -> bool:
    """Whether a group called after a family closes the name of one of it: `Omar [Maute]`."""
    piece, text = chunk.pieces[index], chunk.text
    last = index + 1 == len(chunk.pieces) and piece.tokens == 1
    return last and chunk.pieces[index - 1].kind == "word" and not text[piece.start : piece.end].isupper()


def _before_name(chunk: Chunk, known: Known) -> tuple[int, str, bool]:
    """Where the name begins after "Syrian President", the country said there, and whether there is a title."""
    country, titled, first = "", False, 0
    for piece in chunk.pieces:
        if piece.kind in {"demonym", "country"} and not titled:
            table = known.gazetteer.demonyms if piece.kind == "demonym" else known.gazetteer.country_names
            country = table[piece.key]
        elif piece.kind == "title" or (piece.kind == "word" and not titled and piece.key in known.words.roles):
            titled = True
        elif titled or piece.kind != "actor" or not _title_follows(chunk, first):
            break
        first += 1
    return (first, country, True) if titled else (0, "", False)


def _title_follows(chunk: Chunk, first: int) -> bool:
    return any(piece.kind == "title" for piece in chunk.pieces[first + 1 : first + 3])


def _known_person(key: str, titled: bool, known: Known) -> Actor | None:
    actor = known.persons.get(key) or known.persons.get(known.without_particles(key))
    if actor is None:
        listed = known.gazetteer.actors.get(key)
        actor = listed if listed and listed.kind == "person" else None
    return actor


def _why_person(chunk: Chunk, pieces: tuple[Piece, ...], titled: bool, known: Known) -> str:
    """The rule by which an unknown name is a person's, or an empty string."""
    words = known.words
    if pieces[-1].key in words.place_nouns:
        return ""
    for piece in pieces:
        if piece.kind in NOT_PERSONS or piece.key in words.organisation_nouns or piece.key in words.peoples:
            return ""
    if titled:
        return "title"
    unknown = "word" in [piece.kind for piece in pieces]
    if not unknown and len(pieces) == 1:
        return ""
    before = WORD_BEFORE.search(known.text, max(0, chunk.start - 30), chunk.start)
    if before and before[1].lower() in words.roles and ((unknown and not before[2]) or len(pieces) > 1):
        return "role"
    if len(pieces) > 1 and unknown:
        if pieces[0].key in words.given_names:
            return "given-name"
        if _person_follows(chunk, known) or _set_off(chunk, known):
            return "apposition"
        word = before[1].lower() if before is not None else ""
        behind = word in words.place_prepositions or word in words.articles
        resumed = not behind and " " in chunk.words(0) and words.person_after.match(known.text, chunk.end)
        return "resumed" if resumed else ""
    return ""


def _set_off(chunk: Chunk, known: Known) -> bool:
    """Whether commas set a name off after a phrase with an office: `the foreign minister of Oman, Badr Said, said`."""
    before = PHRASE_BEFORE.search(known.text, max(0, chunk.start - LONGEST_OFFICE), chunk.start)
    if before is None or known.text[chunk.end : chunk.end + 1] != ",":
        return False
    return any(word in known.words.roles for word in before[1].lower().split())


def _person_follows(chunk: Chunk, known: Known) -> bool:
    """Whether what comes after only fits a person: "said", ", the spokesman of", " was a shepherd's son"."""
    after = known.text[chunk.end : chunk.end + 60]
    parts = after.replace(",", " , ").split()[:6]
    if parts and parts[0].lower() in known.words.person_verbs:
        return True
    if parts and parts[0] == ",":
        return any(word.lower() in known.words.person_nouns for word in parts[1:])
    return known.words.being_somebody.match(after) is not None


def _remember(actor: Actor, chunk: Chunk, pieces: tuple[Piece, ...], known: Known) -> None:
    """Let the family name stand for the person from here on ("Mr Kagame", "al-Assad", "Assad")."""
    keys = [word for piece in pieces for word in key_of(chunk.text[piece.start : piece.end]).split()]
    known.persons[" ".join(keys)] = actor
    bare = known.without_particles(" ".join(keys))
    known.persons.setdefault(bare, actor)
    if len(keys) > 1:
        known.introduce_family_name(keys[-1], actor)
        if keys[-2] in known.words.particles:
            known.introduce_family_name(" ".join(keys[-2:]), actor)
        if keys[0] not in known.words.given_names:
            known.persons.setdefault(keys[0], actor)


def with_nickname(chunks: Sequence[Chunk], index: int, known: Known) -> NameMention | None:
    """A person whose name holds another in quotation marks: `Ismael "El Mayo" Zambada`."""
    chunk = chunks[index]
    if not known.text.startswith(QUOTES, chunk.end + 1):
        return None
    hit = NICKNAME.match(known.text, chunk.end)
    if hit is None:
        return None
    family = next((one for one in chunks[index + 1 : index + 3] if one.start == hit.end()), None)
    if family is None:
        return None
    first = next((at for at, piece in enumerate(chunk.pieces) if piece.kind != "title"), 0)
    name = f"{chunk.words(first)} {family.words()}"
    listed = known.gazetteer.actors.get(key_of(name))
    actor = listed if listed and listed.kind == "person" else Actor(name, "person")
    known.persons[key_of(name)] = actor
    known.introduce_family_name(key_of(family.words()), actor)
    return known.mention(chunk.start, family.end, actor, None, "nickname")


def find_organisation(chunk: Chunk, known: Known) -> NameMention | None:
    """An organisation no list knows, by the noun its name ends with ("Local Defence Committee")."""
    tail = known.words.organisation_tail.match(known.text, chunk.end)
    kind = _organisation_kind(chunk, bool(tail), known)
    end = tail.end() if tail and kind else chunk.end
    key = key_of(known.text[chunk.start : end])
    listed = known.actors.get(key) or (known.gazetteer.actors.get(key) if kind else None)
    if listed is None and not kind:
        return None
    actor = listed or Actor(" ".join(known.text[chunk.start : end].split()), kind, country=known.main)
    if listed is None and kind == "government" and chunk.pieces[0].kind in {"demonym", "country"}:
        actor = known.gazetteer.government(_iso(chunk.pieces[0], known))
    known.actors[key] = actor
    return known.mention(chunk.start, end, actor, None, "organisation-noun")


def _organisation_kind(chunk: Chunk, tail: bool, known: Known) -> str:
    keys = [piece.key for piece in chunk.pieces]
    if (len(keys) < 2 and not tail) or any(piece.kind == "title" for piece in chunk.pieces):
        return ""
    for count in (3, 2, 1):
        kind = known.words.organisation_nouns.get(" ".join(keys[-count:]))
        if kind and (len(keys) > count or tail):
            return kind
    return ""


def _iso(piece: Piece, known: Known) -> str:
    table = known.gazetteer.demonyms if piece.kind == "demonym" else known.gazetteer.country_names
    return table[piece.key]


def introduce_abbreviation(mention: NameMention, known: Known) -> NameMention | None:
    """The short form in brackets after a name: "the Congo River Alliance (AFC)"; later mentions know it."""
    hit = ABBREVIATION.match(known.text, mention.span.end) if known.text.startswith("(", mention.span.end + 1) else None
    if hit is None or mention.actor is None or mention.place or mention.actor.kind in {"person", "government"}:
        return None
    key = key_of(hit[1])
    listed = known.gazetteer.actors.get(key, mention.actor)
    if sum(char.isupper() for char in hit[1]) < 2 or listed != mention.actor:
        return None
    known.actors[key] = mention.actor
    return known.mention(hit.start(1), hit.end(1), mention.actor, None, "abbreviation")


def headed(piece: Piece, chunk: Chunk, known: Known) -> tuple[Actor, int] | None:
    """What a country or its demonym makes with the noun after it, and where that ends: "Syrian army"."""
    text, end = known.text, chunk.base + piece.end
    led = known.words.led_after.match(text, end)
    if led:
        name = text[chunk.base + piece.start : led.end()]
        listed = known.gazetteer.actors.get(key_of(name))
        return listed or Actor(name, "coalition"), led.end()
    hit = known.words.head_after.match(text, end) or known.words.head_after_capital.match(text, end)
    if hit is not None and piece.kind == "demonym" and _opens_deed(hit, end, known):
        hit = None  # `a Turkish [drone strike]`
    if hit is None and piece.kind == "demonym":
        return _shared_head(piece, end, known) or _doer(piece, end, known)
    if hit is None or hit[1].lower() not in known.words.heads:
        return None
    return _actor_of(_iso(piece, known), known.words.heads[hit[1].lower()], known), hit.end()


def _opens_deed(hit: re.Match[str], end: int, known: Known) -> bool:
    """Whether a weapon behind a demonym only begins the words of a deed."""
    deed, head = known.words.deed_after.match(known.text, end), known.words.heads.get(hit[1].lower())
    return deed is not None and deed.end() > hit.end() and head is not None and head.name == "government"


def _doer(piece: Piece, end: int, known: Known) -> tuple[Actor, int] | None:
    """The government behind a deed or weapon: "a Turkish air raid"; the words of the deed stay free."""
    if not known.words.deed_after.match(known.text, end):
        return None
    return known.gazetteer.government(_iso(piece, known)), end


def _shared_head(piece: Piece, end: int, known: Known) -> tuple[Actor, int] | None:
    """The actor of the first demonym in "Russian and Syrian jets"."""
    second = known.words.second_name.match(known.text, end)
    if second is None or key_of(second[1]) not in known.gazetteer.demonyms:
        return None
    hit = known.words.head_after.match(known.text, second.end())
    if hit is None or hit[1] not in known.words.heads:
        return None
    return _actor_of(_iso(piece, known), known.words.heads[hit[1]], known), end


def of_people(chunk: Chunk, known: Known) -> NameMention | None:
    """An armed group called after a people ("Tuareg rebels"), under the words as they stand."""
    if len(chunk.pieces) != 1 or chunk.pieces[0].key not in known.words.peoples:
        return None
    hit = known.words.head_after.match(known.text, chunk.end)
    if hit is None:
        return None
    head = known.words.heads.get(hit[1])
    kind = head.kind if head else ""
    if kind not in known.words.unnamed_kinds["rebels"]:
        if hit[1] not in known.words.in_arms:
            return None
        kind = "armed-group"
    name = " ".join(known.text[chunk.start : hit.end()].split())
    actor = known.gazetteer.actors.get(key_of(name)) or Actor(name, kind, country=known.main)
    return known.mention(chunk.start, hit.end(), actor, None, "people")


def _actor_of(iso: str, head: Head, known: Known) -> Actor:
    country = known.gazetteer.countries[iso]
    if head.kind == "government" and head.name == "government":
        return known.gazetteer.government(iso)
    if head.kind == "army":
        army = known.army(iso)
        if army:
            return army
    return Actor(head.display.format(demonym=country.demonym, country=country.place.name), head.kind, country=iso)


def unnamed(sort: str, known: Known) -> Actor | None:
    """Whom "the rebels", "the army" or "the government" mean in this article so far."""
    if sort == "rebels":
        return known.rebels()
    if not known.main:
        return None
    if sort == "army":
        return known.army(known.main) or _actor_of(known.main, known.words.heads["army"], known)
    return known.gazetteer.government(known.main)
