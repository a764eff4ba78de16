"""What one article lets us know about its names while it is read: countries, persons, groups, places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.gazetteer.gazetteer import Gazetteer
from generator.languages.names import NameWords
from generator.model.event import Actor, NameMention, Place
from generator.model.text import Article, Span
from generator.stages.events.scan import Chunk

# The country an article is about is named this much more often than the next one.
LEAD = 1.5
NEAR = 32
"""Characters in which the two words before or after a name are looked for."""


class Known:
    """The names of one article, grown as the reading goes on."""

    def __init__(self, article: Article, gazetteer: Gazetteer, words: NameWords, chunks: Iterable[Chunk]) -> None:
        self.article_id = article.id
        self.text = article.text
        self.gazetteer = gazetteer
        self.words = words
        self.countries: Counter[str] = Counter()
        """ISO code to how often the article names the country, its people or a place only it has."""
        self._met_in: set[str] = set()
        """Countries in whose capital something happened: named once, it may only be where somebody met."""
        self.persons: dict[str, Actor] = {}
        self.full_names: dict[str, Actor] = {}
        """Persons first named by their family name alone, to the person as named in full later on."""
        self.actors: dict[str, Actor] = {}
        """Organisations and abbreviations the article introduces."""
        self.places: dict[str, Place] = {}
        self.groups: Counter[Actor] = Counter()
        """Actors that "the rebels" may stand for, by how often they were named so far."""
        self.named_capital: Place | None = None
        """The capital city named last."""
        self.sentence_start = 0
        """Where the sentence being read begins: a capital there says nothing."""
        self.unnamed_signs = [sign for sign in words.unnamed_signs if sign in article.text]
        """What stands in the text of the signs without one of which a sentence names no group as `the rebels`."""
        self._choices: dict[tuple[str, bool], Place | None] = {}
        mediated = any(map(article.text.__contains__, words.mediating))
        for chunk in chunks:
            if not (mediated and self._goes_between(chunk)):
                self._count(chunk)
        self.main = self._main()

    def _count(self, chunk: Chunk) -> None:
        gazetteer = self.gazetteer
        for piece in chunk.pieces:
            if piece.kind == "country":
                self.countries[gazetteer.country_names[piece.key]] += 2
            elif piece.kind == "demonym" and not self._of_descent(chunk.base + piece.end):
                self.countries[gazetteer.demonyms[piece.key]] += 2
            elif piece.kind == "place" and len(chunk.pieces) == 1 and piece.key not in self.words.ambiguous:
                own = gazetteer.own_places.get(piece.key, ())
                if len(own) == 1:
                    self.countries[own[0].place.country] += 1
                elif piece.key in gazetteer.capitals:
                    self.countries[gazetteer.capitals[piece.key]] += 1
                    if not self.words.meeting.isdisjoint(self.text[: chunk.start].rsplit(maxsplit=1)[-1:]):
                        self._met_in.add(gazetteer.capitals[piece.key])
            elif piece.kind == "actor" and is_distinct(piece.key):
                country = gazetteer.actors[piece.key].country
                if country:
                    self.countries[country] += 1

    def _of_descent(self, end: int) -> bool:
        """Whether a people is only where somebody or something comes from: `a [French]-born nurse`."""
        after = self.text[end + 1 : end + NEAR].split(maxsplit=1)[:1] if self.text[end : end + 1] == "-" else []
        return after != [] and after[0].strip(".,;:)") in self.words.descent_endings

    def _goes_between(self, chunk: Chunk) -> bool:
        """Whether somebody is only named as one who mediates, which says nothing of where the war is."""
        before = self.text[max(0, chunk.start - NEAR) : chunk.start].split()[-2:]
        after = self.text[chunk.end : chunk.end + NEAR].split()[:2]
        return not self.words.mediating.isdisjoint(before + after)

    def _main(self) -> str:
        ranked = sorted(self.countries.items(), key=lambda item: (-item[1], item[0]))[:2]
        if not ranked or (ranked[0][1] == 1 and ranked[0][0] in self._met_in):
            return ""
        return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= LEAD * ranked[1][1] else ""

    def mention(self, start: int, end: int, actor: Actor | None, place: Place | None, rule: str) -> NameMention:
        """A mention of the words between two offsets of the article."""
        return NameMention(Span(self.article_id, start, end), self.text[start:end], actor, place, rule)

    def choose(self, key: str, evidence: bool) -> Place | None:
        """The place an article means by a name; None when it hardly means a place.

        `evidence` says that the words around it call for a place (a preposition, a list of places)."""
        if key in self.places:
            return self.places[key]
        if (key, evidence) not in self._choices:
            self._choices[key, evidence] = self._choose(key, evidence)
        return self._choices[key, evidence]

    def _choose(self, key: str, evidence: bool) -> Place | None:
        ambiguous = key in self.words.ambiguous
        best, best_score = None, 0.0
        for candidate in self.gazetteer.places(key):
            country = candidate.place.country
            near = country in self.countries or not country
            capital = self.gazetteer.capitals.get(key) == country
            score = candidate.weight**0.25 + 8 * near + 8 * (country == self.main) + 3 * candidate.own + 3 * capital
            famous = candidate.own or candidate.weight >= 500
            likely = famous or near or (evidence and candidate.weight >= 100)
            fits = near and evidence if ambiguous else likely
            if fits and score > best_score:
                best, best_score = candidate.place, score
        return best

    def without_particles(self, key: str) -> str:
        """A person's key without the small words inside it: `bashar al assad` gives `bashar assad`."""
        if " " not in key and key not in self.words.particles:
            return key
        return " ".join(word for word in key.split(" ") if word not in self.words.particles)

    def introduce_family_name(self, key: str, actor: Actor) -> None:
        """Let a family name stand for a person, unless another person of that name was introduced before."""
        listed = self.gazetteer.actors.get(key)
        if listed and listed.kind == "person":
            self.persons[key] = actor
            return
        before = self.persons.get(key)
        if before is None:
            self.persons[key] = actor
        elif " " not in before.name:
            self.full_names[before.name] = actor
            self.persons[key] = actor

    def fits_here(self, key: str, actor: Actor) -> bool:
        """Whether a short form in capitals can mean an actor here: "SDF" only where Syria is spoken of."""
        if key not in self.gazetteer.acronyms or key in self.actors or key in self.gazetteer.editorial:
            return True
        return is_distinct(key) or not actor.country or actor.country in self.countries

    def capital(self) -> Place | None:
        """The capital of the country the article is about; the one named last where it is about several."""
        country = self.gazetteer.countries.get(self.main)
        return self.choose(country.capital, evidence=True) if country else self.named_capital

    def army(self, iso: str) -> Actor | None:
        """The army of a country, if the editor or the project's list names one."""
        editors = self.gazetteer.armies.get(iso)
        return editors or self.gazetteer.actors.get(f"{self.gazetteer.countries[iso].demonym.lower()} army")

    def note_group(self, actor: Actor) -> None:
        """Remember an actor that a later "the rebels" may mean."""
        at_home = actor.country == self.main if self.main else bool(actor.country)
        if at_home and actor.kind in self.words.unnamed_kinds["rebels"]:
            self.groups[actor] += 1

    def rebels(self) -> Actor | None:
        """The one armed group named so far, or the one named far more often than all others."""
        kinds = sorted(self.groups.items(), key=lambda item: (item[0].kind != "armed-group", -item[1], item[0].name))
        armed = [item for item in kinds if item[0].kind == kinds[0][0].kind]
        if armed and armed[0][1] >= 0.75 * sum(count for _, count in armed):
            return armed[0][0]
        return None


def is_distinct(key: str) -> bool:
    """Whether an actor's key can hardly mean another: several words, more than three letters, or a figure."""
    return len(key) > 3 or any(char.isdigit() for char in key)
