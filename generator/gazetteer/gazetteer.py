"""The names the project ships: countries, regions, towns, and actors of the world's wars.

Towns come from GeoNames (CC BY 4.0, see data/NOTICE), the rest is the project's own. A name is looked up by
its exact key (`key_of`), never by likeness. One key may stand for several places; which one an article means
is decided where the article is read.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from generator.model.editorial import Editorial
from generator.model.event import Actor, Place
from generator.model.keys import key_of

DATA = Path(__file__).parent / "data"
# Thousands of people that make a place of the project's own list outweigh a namesake of GeoNames'.
OWN_WEIGHT = 300
LONGEST_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its place, its government as an actor, the adjectives and nouns of its people, its capital."""

    iso: str
    place: Place
    actor: Actor
    demonyms: tuple[str, ...]
    capital: str
    """Key of the capital's name."""

    @property
    def demonym(self) -> str:
        """The adjective, such as `Syrian`; the country's name where English has none."""
        return self.demonyms[0] if self.demonyms else self.place.name


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place a name may mean."""

    place: Place
    weight: int
    """Thousands of people, or as much fame as that."""
    own: bool = False
    """Whether it stands in the project's own list or the editor's, and not only in GeoNames."""


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Every known name. All mappings are by key; treat them as read-only."""

    countries: Mapping[str, Country]
    """By ISO 3166-1 alpha-2 code."""
    country_names: Mapping[str, str]
    """Key of a country's name to its ISO code."""
    demonyms: Mapping[str, str]
    capitals: Mapping[str, str]
    own_places: Mapping[str, tuple[Candidate, ...]]
    towns: Mapping[str, str]
    """Key to rows of towns.csv, joined by line feeds; read only when a text has the name."""
    actors: Mapping[str, Actor]
    lengths: Mapping[str, tuple[int, ...]]
    """First word of a key of several words to the numbers of words such keys have, longest first."""
    acronyms: frozenset[str]
    """Keys that are names only when written in capitals (US, WHO, CAR)."""
    governments: Mapping[str, Actor] = field(default_factory=dict)
    """The editor's actor for a country's government, by ISO code."""
    armies: Mapping[str, Actor] = field(default_factory=dict)
    editorial: frozenset[str] = frozenset()
    """Keys of names the editor gave."""

    def places(self, key: str) -> tuple[Candidate, ...]:
        """All places of a key: the project's own first, then GeoNames' towns."""
        own = self.own_places.get(key, ())
        rows = self.towns.get(key)
        if rows is None or (own and key in self.editorial):
            return own
        taken = {candidate.place.country for candidate in own if candidate.place.precision < 3}
        found = (_town(row) for row in rows.split("\n"))
        return own + tuple(one for one in found if one.place.country not in taken)

    def place(self, name: str) -> Place | None:
        """The best known place of a name, or None."""
        key = key_of(name)
        if key in self.country_names:
            return self.countries[self.country_names[key]].place
        best = max(self.places(key), key=lambda one: (one.own, one.weight), default=None)
        return best.place if best else None

    def actor(self, name: str) -> Actor | None:
        """The actor of a name: an organisation, an armed group, a government; or None."""
        key = key_of(name)
        if key in self.actors:
            return self.actors[key]
        iso = self.country_names.get(key)
        return self.government(iso) if iso else None

    def government(self, iso: str) -> Actor:
        """The government of a country, under the country's short name."""
        return self.governments.get(iso) or self.countries[iso].actor

    def with_editorial(self, editorial: Editorial) -> Gazetteer:
        """This gazetteer with the editor's actors and places, which win over its own."""
        if not editorial.actors and not editorial.places:
            return self
        places = {key: (Candidate(one, OWN_WEIGHT, own=True),) for one in editorial.places for key in _keys(one)}
        actors = {key: one for one in editorial.actors for key in _keys(one)}
        by_kind = {
            kind: {one.country: one for one in reversed(editorial.actors) if one.kind == kind and one.country}
            for kind in ("government", "army")
        }
        named: list[Actor | Place] = [*editorial.actors, *editorial.places]
        added = [name for one in named for name in (one.name, *one.aliases)]
        return replace(
            self,
            own_places={**self.own_places, **places},
            actors={**self.actors, **actors},
            lengths=_with_lengths(self.lengths, [key_of(name) for name in added]),
            acronyms=self.acronyms | _acronyms(added),
            governments=by_kind["government"],
            armies=by_kind["army"],
            editorial=frozenset({*places, *actors}),
        )


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer the project ships; reads a megabyte of CSV once a process."""
    countries = {country.iso: country for country in _countries()}
    country_names = {key: iso for iso, country in countries.items() for key in _keys(country.place)}
    demonyms = {key_of(name): iso for iso, country in countries.items() for name in country.demonyms}
    actors = _actors()
    own = _own_places()
    towns = _towns()
    long_keys = [key for table in (country_names, demonyms, actors, own, towns) for key in table if " " in key]
    names = [name for country in countries.values() for name in (country.place.name, *country.place.aliases)]
    names += [name for actor in actors.values() for name in (actor.name, *actor.aliases)]
    return Gazetteer(
        countries=countries,
        country_names=country_names,
        demonyms=demonyms,
        capitals={country.capital: iso for iso, country in countries.items() if country.capital},
        own_places=own,
        towns=towns,
        actors=actors,
        lengths=_with_lengths({}, long_keys),
        acronyms=_acronyms(names),
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _keys(named: Actor | Place) -> Iterator[str]:
    for name in (named.name, *named.aliases):
        yield key_of(name)


def _acronyms(names: Sequence[str]) -> frozenset[str]:
    """Keys of short names in capitals that no name in small letters shares."""
    upper = {key_of(name) for name in names if name.isupper() and len(name) <= LONGEST_ACRONYM}
    return frozenset(upper - {key_of(name) for name in names if not name.isupper()})


def _countries() -> Iterator[Country]:
    for row in _rows("countries.csv"):
        iso, aliases = row["iso"], _split(row["aliases"])
        lat, lon = (float(row[part]) if row[part] else None for part in ("lat", "lon"))
        place = Place(row["name"], iso, "", lat, lon, precision=6, kind="country", aliases=aliases)
        actor = Actor(row["name"], "government", aliases, iso)
        yield Country(iso, place, actor, _split(row["demonyms"]), key_of(row["capital"]))


def _actors() -> dict[str, Actor]:
    found: dict[str, Actor] = {}
    for row in _rows("actors.csv"):
        actor = Actor(row["name"], row["kind"], _split(row["aliases"]), row["country"])
        for key in _keys(actor):
            found.setdefault(key, actor)
    return found


def _own_places() -> dict[str, tuple[Candidate, ...]]:
    found: dict[str, tuple[Candidate, ...]] = {}
    for row in (*_rows("places.csv"), *_rows("regions.csv")):
        lat, lon = (float(row[part]) if row[part] else None for part in ("lat", "lon"))
        precision, kind, aliases = int(row["precision"]), row["kind"], _split(row["aliases"])
        place = Place(row["name"], row["country"], row["admin1"], lat, lon, precision, kind, aliases)
        candidate = Candidate(place, int(row["weight"] or OWN_WEIGHT), own=True)
        for key in dict.fromkeys(_keys(place)):
            found[key] = (*found.get(key, ()), candidate)
    return found


def _towns() -> dict[str, str]:
    """Rows of towns.csv by key. A row has no quoting; its last column holds the keys besides the name."""
    found: dict[str, str] = {}
    lines = (DATA / "towns.csv").read_text(encoding="utf-8").split("\n")
    for line in lines[1:-1]:
        name, _, _ = line.partition(",")
        last = line[line.rfind(",") + 1 :]
        for key in (name.lower(), *last.split("|")) if last else (name.lower(),):
            known = found.get(key)
            found[key] = line if known is None else f"{known}\n{line}"
    return found


def _town(row: str) -> Candidate:
    name, country, lat, lon, thousands, keys = row.split(",")
    place = Place(name, country, "", float(lat), float(lon), precision=1, aliases=_split(keys))
    return Candidate(place, int(thousands))


def _with_lengths(known: Mapping[str, tuple[int, ...]], names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found = dict(known)
    for key in names:
        first, _, rest = key.partition(" ")
        if not rest:
            continue
        length = rest.count(" ") + 2
        lengths = found.get(first, ())
        if length not in lengths:
            found[first] = tuple(sorted((*lengths, length), reverse=True))
    return found
