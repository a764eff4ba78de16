"""The words that make names in a language: titles, organisation nouns, what follows a demonym."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.keys import key_of

# Lists of a pack's names.toml that are kept as keys, and those kept as they stand.
KEYED = (
    "articles", "prefixes", "spaced_prefixes", "peoples", "shouted", "courtesy", "given_names", "leading_nouns",
    "never",
)  # fmt: skip
PLAIN = (
    "adjective_endings", "descent_endings", "roles", "person_verbs", "person_nouns", "place_prepositions", "locative",
    "origin", "meeting", "mediating", "government_verbs",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """What the nouns after a country's name make of it: `Syrian army`, `Rwandan government`."""

    name: str
    kind: str
    display: str


@dataclass(frozen=True, slots=True, eq=False)
class NameWords:
    """The vocabulary of names of one language, compiled. Sets hold keys (`key_of`)."""

    run: re.Pattern[str]
    """A run of capitalised words with the small words inside it."""
    connectors: frozenset[str]
    """Small words between capitalised ones that end a name unless the whole is known ("of", "and")."""
    particles: frozenset[str]
    """Small words that belong to a person's or place's name ("bin", "al", "de")."""
    never: frozenset[str]
    """Capitalised words that are no names: days and months."""
    articles: frozenset[str]
    prefixes: frozenset[str]
    spaced_prefixes: frozenset[str]
    adjective_endings: frozenset[str]
    """What turns a name into an adjective after a hyphen: "London-based", "Saudi-led"."""
    descent_endings: frozenset[str]
    """Those of them that only tell where somebody or something comes from."""
    peoples: frozenset[str]
    """Adjectives and nouns of peoples and faiths, which are neither persons nor places."""
    titles: frozenset[str]
    title_starts: dict[str, tuple[int, ...]]
    """First word of a title to the numbers of words such titles have, longest first."""
    courtesy: frozenset[str]
    shouted: frozenset[str]
    """Abbreviations that are also words: names only where not everything is in capitals."""
    roles: frozenset[str]
    person_verbs: frozenset[str]
    person_nouns: frozenset[str]
    being_somebody: re.Pattern[str]
    """What says after a name that it is a person's: ` was a shepherd's son`, ` was born`."""
    person_after: re.Pattern[str]
    """What follows a name and goes back to it as to one person: `he` in its sentence or at the head of the next."""
    given_names: frozenset[str]
    place_prepositions: frozenset[str]
    locative: frozenset[str]
    origin: frozenset[str]
    """Prepositions behind which a country is who sent somebody: `troops from Kenya`."""
    meeting: frozenset[str]
    mediating: frozenset[str]
    """What go-betweens do: a truce `brokered by Algeria`, `Qatar has invited both`."""
    """Prepositions behind which a capital may only be where somebody met."""
    government_verbs: frozenset[str]
    place_nouns: dict[str, int]
    """Noun to UCDP's where_prec."""
    place_before: re.Pattern[str]
    """A place noun that ends right before a name: "the town of", "nearby village"."""
    place_after: re.Pattern[str]
    """A place noun that says what the name before it is: "X village", "X, a mining hub"."""
    parent_after: re.Pattern[str]
    """What leads to the place another place lies in or near."""
    pact_nouns: frozenset[str]
    """What an accord that has its name from a place may be called."""
    leading_nouns: frozenset[str]
    """Place nouns that may open a name."""
    organisation_nouns: dict[str, str]
    """Noun (one or more words) to kind of actor."""
    organisation_tail: re.Pattern[str]
    """What follows the noun inside an organisation's name: "of Defence", "for Human Rights"."""
    heads: dict[str, Head]
    """Noun to what it makes of the country before it."""
    organisation_heads: dict[str, Head]
    """The same for organisations that send peacekeepers: `UN troops`."""
    head_after: re.Pattern[str]
    """The head noun right after a country, demonym or possessive."""
    head_after_capital: re.Pattern[str]
    """The same written with capitals: `Syrian Army`."""
    deed_after: re.Pattern[str]
    """A deed or weapon right after a demonym: `Turkish air raid`."""
    capital_after: re.Pattern[str]
    """The word for a capital right after a demonym: `the Chadian capital`."""
    in_arms: frozenset[str]
    """The nouns that make an armed group of a people: `Tuareg fighters`."""
    led_after: re.Pattern[str]
    second_name: re.Pattern[str]
    """A second name that shares what follows: "Russian and Syrian jets"."""
    unnamed: dict[str, str]
    """Words of a group without a name to its sort: rebels, army, government."""
    unnamed_words: re.Pattern[str]
    unnamed_signs: tuple[str, ...]
    """Letters of which some stand in every text that has such words: sought much faster than the words."""
    unnamed_kinds: dict[str, frozenset[str]]
    ambiguous: frozenset[str]
    """Words and names of persons that are also places somewhere; they need evidence."""


def compile_names(raw: dict[str, Any]) -> NameWords:
    """Compile the content of a pack's names.toml."""
    heads, organisation_heads = _heads(raw, False), _heads(raw, True)
    places = [noun for nouns in raw["place_nouns"].values() for noun in nouns]
    unnamed = {words: sort for sort, entries in raw["unnamed"].items() for words in entries}
    led = [ending for table in raw["heads"].values() for ending in table.get("led", ())]
    titles, in_arms = keys(raw["titles"]), frozenset(raw["peoples_in_arms"]["nouns"])
    return NameWords(
        **{name: keys(raw[name]) for name in KEYED},
        **{name: frozenset(raw[name]) for name in PLAIN},
        run=_run(raw),
        connectors=keys(word for phrase in raw["connectors"] for word in phrase.split()),
        particles=keys(word for phrase in raw["particles"] for word in phrase.split()) | keys(raw["prefixes"]),
        being_somebody=_being_somebody(raw),
        titles=titles,
        title_starts=_starts(titles),
        place_nouns={noun: int(level) for level, nouns in raw["place_nouns"].items() for noun in nouns},
        place_before=re.compile(rf"(?<!\w)({alternatives(places)})(?: (?:{'|'.join(raw['called'])}))? $"),
        place_after=_place_after(raw, places),
        parent_after=re.compile(rf"[^.;:]{{0,60}}?(?<!\w)(?:{'|'.join(raw['leads_to_parent'])}) $"),
        pact_nouns=frozenset(raw["pact_nouns"]),
        organisation_nouns={key_of(noun): kind for kind, nouns in raw["organisation_nouns"].items() for noun in nouns},
        organisation_tail=_organisation_tail(raw),
        heads=heads,
        organisation_heads=organisation_heads,
        head_after=_head_after([*heads, *organisation_heads, *raw["members"]["nouns"], *in_arms]),
        head_after_capital=re.compile(rf"[ \n-]({alternatives(noun.title() for noun in heads)})(?!\w|[ -][A-Z])"),
        deed_after=re.compile(rf"[ \n](?:[a-z-]+ )?(?:{alternatives(raw['deeds']['nouns'])})(?!\w)"),
        capital_after=re.compile(rf"[ \n]({alternatives(raw['capitals'])})(?![\w-]| of [A-Z])"),
        in_arms=in_arms,
        person_after=_person_after(raw["person_pronouns"]),
        led_after=re.compile(rf"({alternatives(led)})(?!\w)"),
        second_name=re.compile(rf" (?:{'|'.join(raw['between_two'])}) ([A-Z]\w+)"),
        unnamed=unnamed,
        unnamed_words=re.compile(rf"(?<![\w-])({alternatives(both_cases(unnamed))})(?![\w-]| of\b)"),
        # Without the first letter of the last word, which may be a capital.
        unnamed_signs=tuple(sorted({words.rpartition(" ")[2][1:] for words in unnamed})),
        unnamed_kinds={sort: frozenset(kinds) for sort, kinds in raw["unnamed_kinds"].items()},
        ambiguous=keys(raw["ambiguous"]["words"]) | keys(raw["given_names"]),
    )


def _being_somebody(raw: dict[str, Any]) -> re.Pattern[str]:
    """A form of `be` with a noun of a person that ends its phrase (`was a major` but not `was a major setback`)."""
    words = {name: "|".join(phrases) for name, phrases in raw["being_somebody"].items()}
    noun = rf"(?:(?:{words['articles']}) )?(?:[\w'’-]+ ){{0,2}}?(?:{alternatives(raw['person_nouns'])})"
    ending = rf"(?=[.,;:]|$| (?:{words['before']})\b)"
    return re.compile(rf" (?:{words['verbs']}) (?:{noun}{ending}|(?:{words['come_to_be']})\b)")


def _head_after(nouns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s?)?[ \n-]({alternatives(nouns)})(?!\w)")


def _person_after(pronouns: list[str]) -> re.Pattern[str]:
    """No second name may stand between a name and the pronoun of its sentence."""
    opening = "|".join(pronoun.title() for pronoun in pronouns)
    return re.compile(rf",? [^.!?:;A-Z\n]*?\b(?:{'|'.join(pronouns)})\b|,? [^.!?:;\n]*[.] (?:{opening}) ")


def _organisation_tail(raw: dict[str, Any]) -> re.Pattern[str]:
    """A preposition and words in capitals, none of which only tells the day: `Union for Peace`, not `on Monday`; and
    once more where a short form closes it, or a purpose: `Front for the Liberation of Kuri (FLK)`, `Union of Forces
    for Change`."""
    word = rf"(?!(?:{alternatives(raw['never'])})(?!\w))[A-Z]\w+"
    joins = "|".join(raw["organisation_tails"]["joins"])
    words = rf"{word}(?: {word})*(?: and {word}(?![\w'’]| [A-Z]))?"
    aims = "|".join(raw["organisation_tails"]["aims"])
    short = r"(?= \([A-Z][\w-]*[A-Z]\))"
    return re.compile(rf" (?:{joins}) {words}(?: (?:{aims}) {words}| (?:{joins}) {words}{short})?")


def _place_after(raw: dict[str, Any], places: list[str]) -> re.Pattern[str]:
    nouns, articles = alternatives(places), "|".join(raw["articles"])
    inside = "|".join(raw["after_place_noun"])
    gap = rf"(?:(?!(?:{inside}|from|who)\b)[\w-]+ ){{0,4}}?"
    return re.compile(rf" ({nouns})(?!\w)|, (?:{articles}) {gap}({nouns})(?=[,.;:)]| (?:{inside})\b|$)")


def _heads(raw: dict[str, Any], of_organisations: bool) -> dict[str, Head]:
    return {
        noun: Head(name, table["kind"], table["display"])
        for name, table in raw["heads"].items()
        if bool(table.get("of_organisations")) is of_organisations
        for noun in table["nouns"]
    }


def keys(names: Iterable[str]) -> frozenset[str]:
    """The keys of some names."""
    return frozenset(key_of(name) for name in names)


def both_cases(phrases: Iterable[str]) -> Iterator[str]:
    """Each phrase as it stands and as it begins a sentence."""
    for phrase in phrases:
        yield phrase
        yield phrase[:1].upper() + phrase[1:]


def _starts(titles: frozenset[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for title in titles:
        found.setdefault(title.split(" ")[0], set()).add(title.count(" ") + 1)
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


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
    spaced = "|".join(map(re.escape, raw["spaced_prefixes"]))
    article = rf"(?:(?:{prefixes})[-’']|(?:{spaced}) )?"
    capital = rf"{article}[{upper}]\w*(?:{apostrophe})*(?:-[a-z]\w*)*"
    # The possessive of those after whom movements are named: "New People's Army", "Workers' Party".
    owned = rf"(?:{'|'.join(raw['named_after'])})['’]s?(?= [{upper}])"
    word = rf"(?:(?:[A-Z]\.){{1,4}}(?!\w)|(?:{shortened})\.(?!\w)|{owned}|{capital})"
    smalls = {*raw["connectors"], *raw["particles"]}
    small = "|".join(map(re.escape, sorted(smalls, key=lambda one: (-len(one), one))))
    join = rf"(?:[ \u00a0](?:(?:{small})[ \u00a0])?|[-/](?=[\w])|\n(?!\n))"
    # Most words of a text begin with neither a capital nor the first letter of an article: they are told at a glance.
    initials = upper + re.escape("".join(sorted({prefix[0] for prefix in [*raw["prefixes"], *raw["spaced_prefixes"]]})))
    return re.compile(rf"(?=[{initials}])(?<![\w&@#/-]){word}(?:{join}(?:{word}|\d{{1,2}}(?= [{upper}])))*")
