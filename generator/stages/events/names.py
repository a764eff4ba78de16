"""The names of an article: who and where, before any clause is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.context import Context
from generator.languages.events import EventWords
from generator.model.event import Actor, NameMention, Place
from generator.model.text import Article, Sentence
from generator.stages.events.actors import (
    find_organisation,
    find_person,
    headed,
    introduce_abbreviation,
    of_people,
    unnamed,
    with_nickname,
)
from generator.stages.events.known import Known
from generator.stages.events.places import find_pact, find_place
from generator.stages.events.scan import Chunk, Piece, Reader, reader_of

LONGEST_NOUN = 20
"""In so many characters ends the noun behind a name."""
TOWN = 2
"""The greatest level of the nouns for towns and what stands in them; wider stretches bear names that people bear."""


def find_names(article: Article, sentences: Sequence[Sentence], context: Context) -> tuple[NameMention, ...]:
    """All mentions of actors and places in an article's sentences, in order of the text, none overlapping.

    A mention of a country or capital carries both an actor and a place unless the words around decide."""
    words = context.pack.names
    reader = reader_of(context.gazetteer, words)
    chunks = [list(_chunks(article.text, sentence, reader)) for sentence in sentences]
    known = Known(article, context.gazetteer, words, (chunk for line in chunks for chunk in line))
    found: list[NameMention] = []
    for sentence, line in zip(sentences, chunks, strict=True):
        known.sentence_start = sentence.span.start
        mentions = _in_sentence(line, known)
        mentions += _unnamed(sentence, mentions, known)
        found += _apart(mentions)
    return tuple(_in_full(mention, known) for mention in found) if known.full_names else tuple(found)


def ranks_of(names: Sequence[NameMention], words: EventWords) -> dict[str, str]:
    """The military rank by which an article introduces a person, lower case, by his name: `General Peter Obi`."""
    ranks, found = words.nouns["combatant"], {}
    for mention in names:
        if mention.actor is None or mention.actor.kind != "person":
            continue
        rank = mention.text.partition(" ")[0].lower()
        if rank in ranks:
            found[mention.actor.name] = rank
    return found


def _in_full(mention: NameMention, known: Known) -> NameMention:
    """A person named by the family name before the full name came is the same person."""
    full = known.full_names.get(mention.actor.name) if mention.actor and mention.actor.kind == "person" else None
    return replace(mention, actor=full) if full else mention


def _chunks(text: str, sentence: Sentence, reader: Reader) -> Iterator[Chunk]:
    for hit in reader.words.run.finditer(text, sentence.span.start, sentence.span.end):
        base = hit.start()
        for pieces in reader.chunks(hit.group()):
            yield Chunk(base + pieces[0].start, base + pieces[-1].end, base, pieces, hit.group())


def _in_sentence(chunks: list[Chunk], known: Known) -> list[NameMention]:
    found: list[NameMention] = []
    for index, chunk in enumerate(chunks):
        full = with_nickname(chunks, index, known)
        for mention in [full] if full else _of_chunk(chunk, known):
            if _of_landscape(mention, known):
                continue
            found.append(mention)
            if mention.actor is not None:
                known.note_group(mention.actor)
                short = introduce_abbreviation(mention, known)
                if short:
                    found.append(short)
    return found


def _of_landscape(mention: NameMention, known: Known) -> bool:
    """Whether the name of a person is that of a stretch of land or water: `across the [Kiir] river`, `the Kiir valley`.
    """
    if mention.actor is None or mention.actor.kind != "person":
        return False
    noun = known.text[mention.span.end : mention.span.end + LONGEST_NOUN].split(maxsplit=1)[:1]
    return bool(noun) and known.words.place_nouns.get(noun[0].strip(".,;:)"), 0) > TOWN


def _of_chunk(chunk: Chunk, known: Known) -> Iterator[NameMention]:
    """The mentions of one chunk: one of the whole, or one for each known piece."""
    pact = find_pact(chunk, known)
    if pact is not None:
        yield pact
        return
    single = chunk.pieces[0] if len(chunk.pieces) == 1 else None
    if single is None or single.kind in {"word", "place"}:
        whole = of_people(chunk, known) or find_person(chunk, known) or find_organisation(chunk, known)
        if whole is None and not (single and single.key in known.gazetteer.capitals):
            whole = find_place(chunk, known)
        if whole:
            yield whole
            return
    for piece in chunk.pieces:
        mention = _of_piece(piece, chunk, known)
        if mention:
            yield mention


def _of_piece(piece: Piece, chunk: Chunk, known: Known) -> NameMention | None:
    if piece.kind in {"country", "demonym"}:
        return _of_country(piece, chunk, known)
    if piece.kind == "actor":
        return _of_actor(piece, chunk, known)
    if piece.kind == "place":
        return _of_capital(piece, chunk, known)
    return None


def _of_country(piece: Piece, chunk: Chunk, known: Known) -> NameMention | None:
    start, end = chunk.base + piece.start, chunk.base + piece.end
    with_head = headed(piece, chunk, known)
    if with_head:
        return known.mention(start, with_head[1], with_head[0], None, "demonym")
    if piece.kind == "demonym":
        return _ruled_from(piece, (start, end), known)
    if known.text[end : end + 1] == "-":
        return None
    iso = known.gazetteer.country_names[piece.key]
    actor, place = known.gazetteer.government(iso), known.gazetteer.countries[iso].place
    return _sided((start, end), actor, place, known)


def _ruled_from(piece: Piece, span: tuple[int, int], known: Known) -> NameMention | None:
    """The town that a country's adjective makes of the word for a capital: `the Chadian capital`."""
    hit = known.words.capital_after.match(known.text, span[1])
    before = known.text[max(0, span[0] - 8) : span[0]].split()[-1:] if hit is not None else []
    if hit is None or not before or before[0].lower() not in known.words.articles:
        return None
    country = known.gazetteer.countries[known.gazetteer.demonyms[piece.key]]
    place = known.choose(country.capital, evidence=True) if country.capital else None
    return known.mention(span[0], hit.end(), None, place, "unnamed-place") if place is not None else None


def _sided(span: tuple[int, int], actor: Actor, place: Place, known: Known) -> NameMention:
    """A country or capital: the place after "in", the government before "said", otherwise both."""
    text, (start, end) = known.text, span
    before = text[max(0, start - 30) : start].lower().split()[-2:]
    after = text[end : end + 20].split()[:1]
    rule = "editorial" if actor in known.gazetteer.governments.values() else "gazetteer"
    if before and before[-1] in known.words.locative and text[start - 1].isspace():
        sent = len(before) > 1 and before[0] in known.words.heads and before[1] in known.words.origin
        return known.mention(start, end, actor if sent else None, None if sent else place, rule)  # `troops from Kenya`
    if after and after[0] in known.words.government_verbs:
        return known.mention(start, end, actor, None, rule)
    return known.mention(start, end, actor, place, rule)


def _of_capital(piece: Piece, chunk: Chunk, known: Known) -> NameMention | None:
    iso = known.gazetteer.capitals.get(piece.key)
    if iso is None or len(chunk.pieces) > 1:
        return None
    place = known.choose(piece.key, evidence=True)
    if place is None or place.country != iso:
        return known.mention(chunk.start, chunk.end, None, place, "gazetteer") if place else None
    known.named_capital = place
    who = known.gazetteer.actors.get(piece.key) or known.gazetteer.government(iso)  # Brussels is the seat of the EU
    return _sided((chunk.start, chunk.end), who, place, known)


def _of_actor(piece: Piece, chunk: Chunk, known: Known) -> NameMention | None:
    actor = known.actors.get(piece.key) or known.gazetteer.actors[piece.key]
    if actor.kind == "person":
        actor = known.persons.get(piece.key, actor)
    start, end = chunk.base + piece.start, chunk.base + piece.end
    if actor.kind == "person" and len(chunk.pieces) > 1 and piece.tokens == 1:
        return None
    if not known.fits_here(piece.key, actor):
        return None
    if actor.kind == "person" and piece.tokens > 1:
        known.introduce_family_name(piece.key.rpartition(" ")[2], actor)
    head = known.words.head_after.match(known.text, end)
    if head:
        kind = known.words.organisation_heads.get(head[1])
        end = head.end()
        if kind and actor.kind == "organisation":
            name = kind.display.format(country=actor.name, demonym=actor.name)
            actor = replace(actor, name=name, kind=kind.kind, aliases=())
    rule = "editorial" if piece.key in known.gazetteer.editorial else "gazetteer"
    return known.mention(start, end, actor, None, rule)


def _unnamed(sentence: Sentence, named: list[NameMention], known: Known) -> list[NameMention]:
    """Groups without a name ("the rebels", "the army") that can only be one actor here."""
    found: list[NameMention] = []
    if not any(map(sentence.text.__contains__, known.unnamed_signs)):
        return found
    for hit in known.words.unnamed_words.finditer(known.text, sentence.span.start, sentence.span.end):
        sort = known.words.unnamed[hit[1][:1].lower() + hit[1][1:]]
        place = known.capital() if sort == "capital" else None
        actor = None if sort == "capital" else unnamed(sort, known)
        if (actor or place) and not any(one.span.start < hit.end() and hit.start() < one.span.end for one in named):
            rule = "unnamed-place" if place else "unnamed-group"
            found.append(known.mention(hit.start(), hit.end(), actor, place, rule))
    return found


def _apart(mentions: list[NameMention]) -> list[NameMention]:
    """In order of the text; of two that overlap the longer stays."""
    if all(one.span.end <= other.span.start for one, other in pairwise(mentions)):
        return mentions
    kept: list[NameMention] = []
    for mention in sorted(mentions, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept
