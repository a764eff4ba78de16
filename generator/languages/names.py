"""The words that make names in a language: titles, organisation nouns, what follows a demonym."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.model.keys import key_of


@dataclass(frozen=True, slots=True)
class Head:
    """What the nouns after a country's name make of it: `Syrian army`, `Rwandan government`."""

    name: str
    kind: str
    display: str
    of_organisations: bool


@dataclass(frozen=True, slots=True)
class NameWords:
    """The vocabulary of names of one language, compiled. Sets hold keys (`key_of`)."""

    run: re.Pattern[str]
    """A run of capitalised words with the small words inside it."""
    connectors: frozenset[str]
    articles: frozenset[str]
    prefixes: frozenset[str]
    titles: frozenset[str]
    title_lengths: tuple[int, ...]
    courtesy: frozenset[str]
    roles: frozenset[str]
    person_verbs: frozenset[str]
    person_nouns: frozenset[str]
    given_names: frozenset[str]
    place_prepositions: frozenset[str]
    locative: frozenset[str]
    government_verbs: frozenset[str]
    place_nouns: dict[str, int]
    """Noun to UCDP's where_prec."""
    organisation_nouns: dict[str, str]
    """Noun (one or more words) to kind of actor."""
    organisation_joins: frozenset[str]
    heads: dict[str, Head]
    """Noun to what it makes of the country before it."""
    head_after: re.Pattern[str]
    """The head noun right after a country, demonym or possessive."""
    led_after: re.Pattern[str]
    unnamed: dict[str, str]
    """Words of a group without a name to its sort: rebels, army, government."""
    unnamed_words: re.Pattern[str]
    unnamed_kinds: dict[str, frozenset[str]]
    ambiguous: frozenset[str]


def compile_names(raw: dict[str, Any]) -> NameWords:
    """Compile the content of a pack's names.toml."""
    heads = {
        noun: Head(name, table["kind"], table["display"], table.get("of_organisations", False))
        for name, table in raw["heads"].items()
        for noun in table["nouns"]
    }
    unnamed = {words: sort for sort, entries in raw["unnamed"].items() for words in entries}
    led = [ending for table in raw["heads"].values() for ending in table.get("led", ())]
    titles = keys(raw["titles"])
    return NameWords(
        run=_run(raw),
        connectors=keys(word for phrase in raw["connectors"] for word in phrase.split()),
        articles=keys(raw["articles"]),
        prefixes=keys(raw["prefixes"]),
        titles=titles,
        title_lengths=tuple(sorted({title.count(" ") + 1 for title in titles}, reverse=True)),
        courtesy=keys(raw["courtesy"]),
        roles=frozenset(raw["roles"]),
        person_verbs=frozenset(raw["person_verbs"]),
        person_nouns=frozenset(raw["person_nouns"]),
        given_names=keys(raw["given_names"]),
        place_prepositions=frozenset(raw["place_prepositions"]),
        locative=frozenset(raw["locative"]),
        government_verbs=frozenset(raw["government_verbs"]),
        place_nouns={noun: int(level) for level, nouns in raw["place_nouns"].items() for noun in nouns},
        organisation_nouns={
            key_of(noun): kind for kind, nouns in raw["organisation_nouns"].items() for noun in nouns
        },
        organisation_joins=frozenset(raw["organisation_tails"]["joins"]),
        heads=heads,
        head_after=re.compile(rf"(?:['’]s?)?[ \n-]({alternatives(heads)})(?!\w)"),
        led_after=re.compile(rf"({alternatives(led)})(?!\w)"),
        unnamed=unnamed,
        unnamed_words=re.compile(rf"(?<![\w-])({alternatives(unnamed)})(?![\w-])", re.IGNORECASE),
        unnamed_kinds={sort: frozenset(kinds) for sort, kinds in raw["unnamed_kinds"].items()},
        ambiguous=keys(raw["ambiguous"]["words"]),
    )


def keys(names: Iterable[str]) -> frozenset[str]:
    """The keys of some names."""
    return frozenset(key_of(name) for name in names)


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression that matches the longest of the phrases, factored by first letter so it is fast."""
    groups: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda one: (-len(one), one)):
        groups.setdefault(phrase[:2], []).append(re.escape(phrase[2:]))
    return "|".join(rf"{re.escape(start)}(?:{'|'.join(ends)})" for start, ends in sorted(groups.items()))


def _run(raw: dict[str, Any]) -> re.Pattern[str]:
    """The regular expression of a run of capitalised words.

    A word is initials with dots (`U.S.`), a shortened title with its dot, or a word with a capital, which an
    Arabic article may precede. Hyphens, slashes, single spaces and small words join; nothing crosses a comma.
    """
    upper = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĢĞĪĮİĶŁĻĽŃŇŅŐŒŘŚŞŠŤŢŪŮŰŽŹŻ"
    prefixes = "|".join(map(re.escape, sorted(raw["prefixes"], key=len, reverse=True)))
    shortened = "|".join(sorted({title for title in raw["titles"] if len(title) <= 4 and " " not in title}))
    # Not the possessive or a contraction: "Sana'a", "N'Djamena", but "Syria's", "Assad'll".
    apostrophe = rf"['’](?!(?:s|t|d|re|ve|ll)\b)[{upper}a-z]\w*"
    word = rf"(?:(?:[A-Z]\.){{1,4}}(?!\w)|(?:{shortened})\.(?!\w)|(?:(?:{prefixes})[-’' ])?[{upper}]\w*(?:{apostrophe})*(?:-[a-z]\w*)*)"
    small = "|".join(map(re.escape, sorted(raw["connectors"], key=len, reverse=True)))
    join = rf"(?:[ \u00a0](?:(?:{small})[ \u00a0])?|[-/](?=[\w])|\n(?!\n))"
    return re.compile(rf"(?<![\w&@#/-]){word}(?:{join}{word})*")
