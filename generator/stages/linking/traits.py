"""What linking compares: each mention boiled down to numbers and sets, once."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.calendar import ordinal
from generator.model.edtf import Edtf
from generator.model.event import EventMention, Figure, Place
from generator.model.result import ArticleResult
from generator.model.text import Span
from generator.model.wording import stems
from generator.stages.linking.reprints import as_first_printed
from generator.stages.linking.roles import outbreak_of, roles_of
from generator.stages.linking.signs import beats, kind_of, signs_of

FINE_DAYS = 2
"""A date no wider than this pins an event down; wider ones and none at all are loose."""

FIGHTING = frozenset({"armed-group", "army", "military", "rebel", "militia", "force", "coalition", "police"})
"""Kinds of actors that fight."""

STATE = frozenset({"government", "army", "military", "police", "person"})
"""Kinds of actors that act for their country."""

CASUALTIES = frozenset({"killed", "injured"})
"""Kinds of figure that make a toll."""
DISSENT = "trigger:dissent"
"""The rule behind another day for an event told before; its note names the mention that told it."""
RECOUNT = "trigger:recount"
"""The rule behind another count of the victims of an event told before; its note names the mention that told it."""
DISASTERS = frozenset({"disaster", "disaster-strikes", "mishap"})
"""The rules behind a mention of an accident."""

HARM = frozenset({"battle", "explosion-remote-violence", "violence-against-civilians"})
"""Kinds of event by which one attack may be told: what struck, who fought, who died."""

FAMILIES = {
    "battle": "armed", "territory-change": "armed", "explosion-remote-violence": "armed",
    "violence-against-civilians": "armed", "protest-riot": "civic", "deployment": "armed",
    "diplomacy-talks": "political", "agreement": "political", "sanctions": "political",
    "justice": "political", "aid-humanitarian": "relief", "displacement": "relief",
    "statement": "political", "other": "other",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Traits:
    """One mention, ready to be compared; days are ordinals of `model.calendar`."""

    index: int
    mention: EventMention
    article: int
    published: int | None
    """The last day the article can have been published."""
    published_width: int
    """How many days the publication date leaves open: 0 for a day, 364 for a year."""
    days: tuple[int, int] | None
    extent: bool
    fine: bool
    """Whether the date pins the event to a day or two."""
    towns: frozenset[str]
    seats: frozenset[str]
    """The towns, and those that districts have their names from: `homs` of `homs district`."""
    regions: frozenset[str]
    countries: frozenset[str]
    actors: frozenset[str]
    named: frozenset[str]
    """Those of them that have a name of their own; `soldiers` may be anybody's."""
    organisations: frozenset[str]
    """Those of them that are bodies: a council, an agency."""
    dead: frozenset[str]
    """Persons with a name whose death it tells."""
    defeat: bool
    """Whether it tells that somebody was beaten for good, and ..."""
    beaten: frozenset[str]
    """... the sides with a name it tells that of."""
    camps: frozenset[str]
    """The states they belong to: a country's president, army and government stand for one another."""
    fighters: frozenset[str]
    """Those that fight; who counts the dead has not killed them."""
    words: frozenset[str]
    mass: float
    figures: tuple[tuple[str, int | None, int | None], ...]
    sentence: int
    """Its sentence's ordinal in the article."""
    kind: str
    """Its type, and whether somebody leaves: who withdraws from a town does not take it."""
    meets: bool
    """Whether its verb tells of people who meet."""
    definite: bool
    """Whether its noun looks back: `the attack`, `their departure`."""
    generic: bool
    """Whether its noun can mean any deed: `the attack` is the bombing."""
    summing: bool
    """Whether its sentence speaks of a whole country or war: `nationwide`, `so far`."""
    causeless: bool
    """Whether it says who was harmed and not by what."""
    dateless: bool
    """Whether its sentence names no date at all."""
    heading: bool
    """Whether it stands in a heading."""
    written: bool
    """Whether it is a letter or a message."""
    elliptic: bool
    """Whether its number has no noun: `said that [five] had died`."""
    relative: bool
    """Whether its clause tells which thing a noun means: `the accord [that they signed]`."""
    opens_definite: bool
    """Whether its clause begins with somebody known: `The judges found ...`."""
    further: bool
    """Whether it counts people besides others counted before: `two more died`, `another 35`."""
    outbreak: str
    """Whether it tells that a revolt or a war began, and which."""
    roles: frozenset[str]
    """What its verb makes of it beside another event: somebody gives up what was taken, is rescued from it, ..."""

    @property
    def dissent(self) -> str:
        """The id of the mention whose day this one contradicts, or nothing."""
        made = self.mention.provenance
        return made.note if made is not None and made.rule == DISSENT else ""

    @property
    def recount(self) -> str:
        """The id of the mention whose victims this one counts anew, or nothing."""
        made = self.mention.provenance
        return made.note if made is not None and made.rule == RECOUNT else ""

    @property
    def disaster(self) -> bool:
        """Whether it is an accident: a crash, a landslide."""
        return not self.mention.rules.isdisjoint(DISASTERS)

    @property
    def mere_harm(self) -> bool:
        """Whether it says that people were harmed and neither by what nor where."""
        return self.causeless and not self.towns and self.mention.type == "violence-against-civilians"

    @property
    def mere_toll(self) -> bool:
        """Whether it counts victims and tells neither what happened nor who did it: a deed names the event better."""
        nameless = not self.towns or not self.actors or bool(self.recount)
        return self.causeless and nameless and any(kind in CASUALTIES for kind, _, _ in self.figures)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where one article's sentences and dates begin."""

    dct: Edtf | None
    sentences: tuple[int, ...]
    dates: tuple[int, ...]
    headings: tuple[int, ...]
    """Where its headings begin."""

    @classmethod
    def of(cls, result: ArticleResult) -> _Layout:
        spans = [sentence.span for sentence in result.sentences] or [m.span for m in result.mentions]
        dates = (time.span.start for time in result.times if time.edtf is not None)
        headings = tuple(block.start for block in result.article.blocks if block.kind == "heading")
        return cls(result.article.dct, tuple(sorted({s.start for s in spans})), tuple(sorted(dates)), headings)

    def heads(self, span: Span) -> bool:
        """Whether a heading begins with the span."""
        place = bisect_left(self.headings, span.start)
        return place < len(self.headings) and self.headings[place] < span.end

    def dated(self, span: Span) -> bool:
        """Whether a date stands inside the span."""
        place = bisect_left(self.dates, span.start)
        return place < len(self.dates) and self.dates[place] < span.end


@dataclass(frozen=True, slots=True)
class Corpus:
    """All mentions of a build in order, and how rare each word is."""

    traits: tuple[Traits, ...]
    idf: dict[str, float]
    heaviest: float
    """The weight of a word only one mention uses."""
    rarity: dict[str, float]
    """How much it says that two mentions share a name or trigger: near 0 when all have it, 1 when one has."""


def window(value: Edtf | None) -> tuple[int, int] | None:
    """First and last ordinal of a date; None when it is missing or open at an end."""
    if value is None or value.earliest is None or value.latest is None:
        return None
    return ordinal(value.earliest), ordinal(value.latest)


def about(value: Edtf | None) -> tuple[int, int] | None:
    """The days a date may mean: an approximate year (`twelve years after`) may be off by half its length."""
    days = window(value)
    if days is None or value is None or value.precision != "year" or "~" not in value.text:
        return days
    slack = (days[1] - days[0]) // 2
    return days[0] - slack, days[1] + slack


def read_corpus(results: Sequence[ArticleResult], words: Mapping[str, frozenset[str]]) -> Corpus:
    """The traits of every mention, in the order of the results; `words` are the lists of the language."""
    told = ((n, result, mention) for n, result in enumerate(results) for mention in result.mentions)
    found = as_first_printed(told)
    wordings = [stems(_wording(result, mention)) for _, result, mention in found]
    counts = Counter(word for group in wordings for word in group)
    idf = {word: math.log(1 + len(found) / count) for word, count in counts.items()}
    layouts = [_Layout.of(result) for result in results]
    traits = tuple(
        _traits(index, number, layouts[number], mention, group=group, idf=idf, words=words)
        for index, ((number, _, mention), group) in enumerate(zip(found, wordings, strict=True))
    )
    return Corpus(traits, idf, math.log(1 + len(found)), _rarity(traits))


def _rarity(traits: Sequence[Traits]) -> dict[str, float]:
    """Of every place, actor and trigger: the logarithm of how few mentions have it, scaled to 1."""
    counts = Counter(name for t in traits for name in {*t.towns, *t.regions, *t.countries, *t.actors, t.mention.lemma})
    return {name: math.log(1 + len(traits) / n) / math.log(1 + len(traits)) for name, n in counts.items()}


def _wording(result: ArticleResult, mention: EventMention) -> str:
    """The clause's own words: a sentence that tells several events must not make them alike. What is promised stands in
    a clause of its own, which the title of a statement goes on to."""
    clause = mention.clause
    said = result.article.text[clause.start : clause.end] if clause else mention.text
    said = f"{said} {mention.title}" if said and mention.type == "statement" else said
    return f"{said or mention.text} {mention.lemma}"


def _traits(
    index: int, number: int, layout: _Layout, mention: EventMention, *,
    group: frozenset[str], idf: dict[str, float], words: Mapping[str, frozenset[str]],
) -> Traits:  # fmt: skip
    days, extent = _days(mention), _lasts(mention)
    published = window(mention.published or layout.dct)
    towns, regions, countries = _places(mention.places)
    actors, named, fighters = _actors(mention)
    return Traits(
        index=index,
        mention=mention,
        article=number,
        published=published[1] if published else None,
        published_width=published[1] - published[0] if published else 0,
        days=days,
        extent=extent,
        fine=days is not None and not extent and days[1] - days[0] < FINE_DAYS,
        towns=towns,
        seats=_seats(mention.places),
        regions=regions,
        countries=countries,
        actors=actors,
        named=named,
        organisations=frozenset(one.name.casefold() for one in mention.actors if one.kind == "organisation"),
        dead=_dead(mention, words["dying"]),
        beaten=_beaten(mention) if beats(mention, words["defeating"]) else frozenset(),
        camps=_camps(mention),
        fighters=fighters,
        words=group,
        mass=sum(idf[word] for word in sorted(group)),
        figures=tuple(figure_bounds(figure) for figure in mention.figures if not figure.single),
        sentence=bisect_right(layout.sentences, mention.span.start),
        kind=kind_of(mention, words["leaving"]),
        outbreak=outbreak_of(mention, words),
        roles=roles_of(mention, words),
        heading=layout.heads(mention.span),
        dateless=not layout.dated(mention.span),
        **signs_of(mention, words),
    )


def _days(mention: EventMention) -> tuple[int, int] | None:
    """The days it may have been; none where its day is only that of all that its report has told."""
    time = mention.time
    return None if time is None or time.of_the_news else about(time.edtf)


def _lasts(mention: EventMention) -> bool:
    value = mention.time.edtf if mention.time else None
    return value is not None and value.kind == "extent" and value.precision not in {"day", "minute"}


def _actors(mention: EventMention) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Names of who takes part: all, those with a name of their own, those that fight."""
    told = [(actor.name.casefold(), actor) for actor in mention.actors if actor.role != "speaker"]
    named = frozenset(name for name, actor in told if not actor.name[:1].islower())
    fighters = frozenset(name for name, actor in told if actor.kind in FIGHTING)
    return frozenset(name for name, _ in told), named, fighters


def _camps(mention: EventMention) -> frozenset[str]:
    """Countries in whose name somebody takes part."""
    taking = (actor for actor in mention.actors if actor.role != "speaker" and actor.kind in STATE)
    return frozenset(actor.country for actor in taking if actor.country)


def _places(places: Sequence[Place]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Names of towns, of regions (those the towns lie in among them), and country codes."""
    towns = frozenset(place.name.casefold() for place in places if place.precision <= 3)
    regions = {place.name.casefold() for place in places if place.precision in {4, 5, 7}}
    regions.update(place.admin1.casefold() for place in places if place.admin1)
    countries = {place.country for place in places if place.country}
    countries.update(place.name.casefold() for place in places if place.precision == 6 and not place.country)
    return towns, frozenset(regions), frozenset(countries)


def _seats(places: Sequence[Place]) -> frozenset[str]:
    small = [place for place in places if place.precision <= 3]
    bare = {place.name.casefold().removesuffix(f" {place.kind.casefold()}") for place in small}
    return frozenset(bare | {place.name.casefold() for place in small})


def _dead(mention: EventMention, dying: frozenset[str]) -> frozenset[str]:
    persons = (one.name for one in mention.actors if one.kind == "person" and one.role in {"patient", ""})
    if mention.lemma.partition(" ")[0] not in dying:
        return frozenset()
    return frozenset(name.casefold() for name in persons if not name[:1].islower())


def _beaten(mention: EventMention) -> frozenset[str]:
    suffering = (actor.name for actor in mention.actors if actor.role == "patient")
    return frozenset(name.casefold() for name in suffering if not name[:1].islower())


def figure_bounds(figure: Figure) -> tuple[str, int | None, int | None]:
    """A figure's kind and the bounds the report vouches for; None is an open bound."""
    if figure.low is None and figure.high is None:
        return figure.kind, figure.best, figure.best
    return figure.kind, figure.low, figure.high
