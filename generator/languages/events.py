"""The words of events: triggers with all their forms, function words, status, figures, titles.

A pack's ``events.toml`` and the files of its ``events/`` folder are read into one table and compiled here.
Verbs are written in their base form: ``seize``; ``expel*`` doubles its last letter (expelled);
``take/took/taken`` gives its past and participle; further words make a phrase (``take over``), in
which ``a|the`` stands for either word, ``the?`` may be missing, and ``..`` is a gap of a few words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from sys import intern
from typing import Any

from generator.languages.inflection import Endings, VerbForm, inflect, learn, pluralise, plurals, singular
from generator.languages.senses import GAP, GAP_WORDS, Company, Followed, Need, Sense
from generator.model.event import EVENT_TYPES

__all__ = ["GAP", "GAP_WORDS", "Coding", "Company", "EventWords", "Need", "Sense", "compile_events"]

LEMMAS = ("saying", "claiming", "denying", "irreal", "planning", "factual", "accusing", "light", "going")
"""Word lists of verbs by lemma; those that no other list inflects are regular."""
REFERRING = (
    "person_pronouns", "group_pronouns", "group_nouns", "called_nouns", "town_nouns", "region_nouns",
    "capital_nouns", "possessive_pronouns", "there",
)  # fmt: skip
"""Word lists whose words can stand for a name that went before."""
COMPANY_NEEDS = frozenset({"named", "place", "any", "them", "in_arms"})
PLAIN_NEEDS = frozenset({"place", "actor", "named", "any"})
NUMBERED = frozenset({"number"})
"""Needs that figures meet as well as words."""


@dataclass(frozen=True, slots=True)
class Coding:
    """Names of other codebooks a trigger is mapped to (ACLED, PLOVER): mapped, never coded."""

    acled_event: str = ""
    acled_sub_event: str = ""
    plover: str = ""


@dataclass(frozen=True, slots=True)
class EventWords:
    """A language's vocabulary of events, compiled."""

    triggers: Mapping[str, tuple[Sense, ...]]
    """By the first word of each surface form, lower case; longer phrases first, then those with more needs."""
    verbs: Mapping[str, VerbForm]
    """Every form of every verb the pack knows, by surface form, lower case."""
    inflections: Mapping[str, tuple[str, ...]]
    """Base, -s, past, participle and -ing form of every verb, by its base."""
    tags: Mapping[str, str]
    """Class of each function word, by surface form, lower case; names as in the pack's ``[classes]``."""
    nouns: Mapping[str, frozenset[str]]
    """Named lists of nouns, singular and plural."""
    noun_verbs: frozenset[str]
    """Forms that can be noun or verb: attack, strikes, march."""
    name_kinds: Mapping[str, frozenset[str]]
    """Kinds of named actors that a need can ask for: armed, country, person."""
    words: Mapping[str, frozenset[str]]
    """Named lists of words that the rules ask for."""
    endings: Mapping[str, tuple[str, ...]]
    """Those of these lists that hold endings, as a word is asked for them."""
    cues: Mapping[str, int]
    """For each word the bits of the clues it is one of."""
    companies: tuple[Company, ...]
    """What tells the kind of a deed by who did it and to whom, in the order in which it is tried."""
    codings: Mapping[str, Coding]
    """By the name of the trigger rule, and by the event type as a fallback."""
    numbers: Mapping[str, int]
    """Number words and their value."""
    qualifiers: tuple[tuple[str, ...], ...]
    """Words that widen the number after them (at least, up to, about), longest first."""
    titles: Mapping[str, str]
    """Words that titles need: patterns with named slots."""
    entries: Mapping[str, re.Pattern[str]]
    """How entries of chronologies and live blogs write their day or time."""
    raw: Mapping[str, Any]
    """The tables as written, for tests of the examples."""
    followed: tuple[dict[str, Followed], dict[str, Followed]] = field(
        default_factory=lambda: ({}, {}), compare=False, repr=False
    )
    """Senses of nouns, and of verbs, by the word after them: only a matter of speed."""
    fitting: dict[tuple[str, str, str], tuple[Company, ...]] = field(default_factory=dict, compare=False, repr=False)
    """What may tell the kind of a deed, by the kind of its verb, the verb and its toll: only a matter of speed."""
    memo: dict[str, tuple[str, str, bool, int]] = field(default_factory=dict, compare=False, repr=False)
    """What is already known of a token (lower case, class, capital, clues): only a matter of speed."""

    def coding(self, name: str, type_: str) -> Coding:
        """Codebook names for a trigger rule, or those of the event type when the rule has none."""
        return self.codings.get(name) or self.codings.get(type_, Coding())


def compile_events(raw: Mapping[str, Any]) -> EventWords:
    """Make the words of ``events.toml`` (and ``events/``) ready for the stages.

    Raises ValueError, naming the rule, where the pack contradicts itself.
    """
    endings = [(re.compile(one["match"]), one) for one in raw["inflection"]]
    function_words = frozenset(word for words in raw["classes"].values() for word in words.split())
    nouns = {
        name: frozenset(map(singular, words)) | (frozenset(plurals(words, endings)) - function_words)
        for name, words in raw.get("nouns", {}).items()
    }
    variants: list[tuple[str, ...]] = []
    clues: dict[frozenset[str], int] = {}
    triggers = _triggers(raw, nouns, endings, variants, clues)
    inflections, verbs = _verbs(raw, variants, endings)
    noun_forms = {key for key, senses in triggers.items() if any(not one.verb for one in senses)}
    ambiguous = noun_forms.union(*nouns.values()).union(plurals(raw["verbs"]["also_nouns"], endings)) & verbs.keys()
    return EventWords(
        triggers={key: tuple(value) for key, value in triggers.items()},
        verbs=verbs,
        inflections=inflections,
        tags={intern(word): tag for tag, words in raw["classes"].items() for word in words.split()},
        nouns=nouns,
        noun_verbs=frozenset(ambiguous),
        name_kinds={name: frozenset(words) for name, words in raw["name_kinds"].items()},
        words=_word_lists(raw, triggers, nouns),
        endings={name: tuple(words) for name, words in raw["words"].items() if name.endswith("_endings")},
        cues=_cues(clues),
        companies=tuple(_company(rule, raw["words"], {*nouns, *raw["name_kinds"]}) for rule in raw["company"]),
        codings=dict(_codings(raw)),
        numbers=raw["numbers"],
        qualifiers=_qualifiers(raw["figures"]),
        titles=raw["titles"],
        entries={name: re.compile(pattern) for name, pattern in raw["entries"].items()},
        raw=raw,
    )


def _triggers(
    raw: Mapping[str, Any],
    nouns: Mapping[str, frozenset[str]],
    endings: Endings,
    variants: list[tuple[str, ...]],
    clues: dict[frozenset[str], int],
) -> dict[str, list[Sense]]:
    """The senses of every rule by surface form, longer phrases first; gathers the forms of verbs and the clues."""
    triggers: dict[str, list[Sense]] = {}
    kinds = frozenset(raw["name_kinds"])
    for rule in raw["trigger"]:
        for surface, sense in _senses(rule, nouns, kinds, endings, variants, clues=clues):
            triggers.setdefault(surface, []).append(sense)
    variants += [inflect(entry, endings) for entry in raw["verbs"]["plain"]]
    for senses in triggers.values():
        senses.sort(key=lambda sense: (-len(sense.rest), sense.last, -len(sense.needs)))
    return triggers


def _verbs(
    raw: Mapping[str, Any],
    variants: list[tuple[str, ...]],
    endings: Endings,
) -> tuple[dict[str, tuple[str, ...]], dict[str, VerbForm]]:
    """All verbs by base and by surface form, those that only a word list names included."""
    known = {forms[0] for forms in variants}.union(*(words.split() for words in raw["classes"].values()))
    listed = sorted({lemma.split()[0] for name in LEMMAS for lemma in raw["words"][name]} - known)
    inflections: dict[str, tuple[str, ...]] = {}
    verbs: dict[str, VerbForm] = {}
    for forms in [*variants, *(inflect(lemma, endings) for lemma in listed)]:
        inflections.setdefault(forms[0], forms)
        learn(verbs, forms)
    return inflections, verbs


def _senses(
    rule: Mapping[str, Any],
    nouns: Mapping[str, frozenset[str]],
    kinds: frozenset[str],
    endings: Endings,
    variants: list[tuple[str, ...]],
    *,
    clues: dict[frozenset[str], int],
) -> Iterator[tuple[str, Sense]]:
    """Every (first word, sense) of one trigger rule."""
    if rule["type"] not in EVENT_TYPES:
        raise ValueError(f"trigger rule {rule['name']!r}: there is no event type {rule['type']!r}")
    for entry in rule.get("verbs", ()):
        first, *rest = entry.split()
        forms = inflect(first, endings)
        variants.append(forms)
        sense = _sense(rule, nouns, kinds, forms[0], rest, verb=True, clues=clues)
        yield from ((surface, sense) for surface in dict.fromkeys(forms))
    for entry in rule.get("nouns", ()):
        *before, last = map(intern, str(entry).split())
        for form in dict.fromkeys((last, pluralise(last, endings))):
            first, *rest = [*before, form]
            yield first, _sense(rule, nouns, kinds, entry, rest, verb=False, clues=clues)


def _sense(
    rule: Mapping[str, Any],
    nouns: Mapping[str, frozenset[str]],
    kinds: frozenset[str],
    lemma: str,
    rest: Sequence[str],
    *,
    verb: bool,
    clues: dict[frozenset[str], int],
) -> Sense:
    needs = tuple(_need(need) for need in rule.get("needs", ()))
    known = PLAIN_NEEDS | kinds | nouns.keys()
    if bad := [need.options for need in needs if not known.issuperset(need.options)]:
        raise ValueError(f"trigger rule {rule['name']!r} needs the unknown {'|'.join(bad[0])!r}")
    slots = tuple(_slot(word) for word in rest)
    needs = needs if verb else tuple(need for need in needs if need.where == "noun")
    bits = {clues.setdefault(clue, 1 << len(clues)) for clue in _clues(slots, needs, nouns, kinds)}
    return Sense(
        name=rule["name"],
        lemma=" ".join([lemma, *(word for word in rest if word != "..")]) if verb else lemma,
        type=rule["type"],
        strong=rule.get("strength", "strong") == "strong",
        verb=verb,
        rest=slots,
        gap=GAP in slots,
        clues=sum(bits),
        needs=needs,
        ground=rule.get("ground", False),
        undergoer=rule.get("undergoer", False),
        toll=rule.get("toll", ""),
        light=rule.get("light", False),
        minor=rule.get("minor", False),
        last=rule.get("last", False),
        state=rule.get("state", False),
        nominal=rule.get("nominal", ""),
    )


def _company(rule: Mapping[str, Any], words: Mapping[str, Sequence[str]], known: Set[str]) -> Company:
    verbs, apart = (frozenset(words[rule[key]]) if key in rule else frozenset() for key in ("verbs", "not"))
    of, tolls = frozenset(rule.get("of", ["other"])), frozenset(rule.get("tolls", ()))
    needs = tuple(_need(need) for need in rule["needs"])
    if bad := [need.options for need in needs if not COMPANY_NEEDS.union(known).issuperset(need.options)]:
        raise ValueError(f"a company rule for {rule['type']!r} needs the unknown {'|'.join(bad[0])!r}")
    return Company(rule["type"], of, verbs, apart, tolls, needs)


def _need(entry: str) -> Need:
    where, _, what = entry.partition(":")
    return Need(intern(where.removeprefix("none-")), tuple(map(intern, what.split("|"))), not where.startswith("none-"))


def _clues(
    slots: tuple[frozenset[str], ...],
    needs: tuple[Need, ...],
    nouns: Mapping[str, frozenset[str]],
    kinds: frozenset[str],
) -> Iterator[frozenset[str]]:
    if slots[:1] == (GAP,):
        yield slots[1]
    named = PLAIN_NEEDS | NUMBERED | kinds
    for need in needs:
        if need.wanted and need.where != "date" and named.isdisjoint(need.options):
            yield frozenset().union(*(nouns[option] for option in need.options))


def _cues(clues: Mapping[frozenset[str], int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for words, bit in clues.items():
        for word in words:
            found[word] = found.get(word, 0) | bit
    return found


def _slot(word: str) -> frozenset[str]:
    if word == "..":
        return GAP
    options = [*map(intern, word.rstrip("?").split("|"))]
    return frozenset(options + ["?"] * word.endswith("?"))


def _word_lists(
    raw: Mapping[str, Any], triggers: Mapping[str, Sequence[Sense]], nouns: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    """The lists of ``[words]``, and those that follow from the rest of the pack."""
    lists = {name: frozenset(words) for name, words in raw["words"].items()}
    figures = raw["figures"]
    function_words = frozenset(word for words in raw["classes"].values() for word in words.split())
    phrases = [sense for word in sorted(triggers.keys() & function_words) for sense in triggers[word]]
    phrase_ends = frozenset(word for sense in phrases for slot in sense.rest for word in slot) - function_words - GAP
    verb_triggers = (key for key, senses in triggers.items() if any(one.verb for one in senses))
    return {
        **lists,
        "doers": frozenset().union(*(nouns[name] for name in lists["doers"])),
        "clause_units": lists["day_units"] | lists["turn_units"],
        "cue_words": lists["dayparts"] | lists["instants"] | lists["sequels"],
        "crowds": frozenset().union(*(nouns[name] for name in lists["crowding"])),
        "in_name_openings": _openings(lists["in_name"]),
        "starting_openings": _openings(lists["starting"]),
        "owners": lists["possessive_pronouns"] | lists["person_possessives"] | lists["spoken_possessives"],
        "story_cues": lists["dayparts"] | lists["sequels"] | lists["short_units"] | lists["same"],
        "no_count": lists["inexact"] | lists["definite"],
        "people_pronouns": lists["person_pronouns"] | lists["plural_pronouns"],
        "pacts": nouns["pact"] | nouns["planword"] | nouns["resolution"],
        "setting_days": lists["scheduling"] | lists["planning"] | lists["convening"],
        "situating": lists["place_prepositions"] | lists["for"],
        "referring": frozenset().union(*(lists[name] for name in REFERRING)),
        "vague_numbers": frozenset(entry.split()[0] for entry in figures["vague"]),
        "numbering": frozenset(entry.split()[-1] for entry in figures["vague"]) | raw["numbers"].keys(),
        "qualifier_ends": frozenset(words[-1] for words in _qualifiers(figures)),
        "counted": frozenset(word for words in figures["counted"].values() for word in words),
        "heads": frozenset(triggers.keys() - function_words) | phrase_ends,
        "phrase_ends": phrase_ends,
        "verb_triggers": frozenset(verb_triggers) - function_words,
        "noun_triggers": frozenset(key for key, senses in triggers.items() if not all(one.verb for one in senses)),
    }


def _openings(phrases: Iterable[str]) -> frozenset[str]:
    """The first words of the phrases of a list, without which none of them needs to be looked for."""
    return frozenset(words[0] for words in map(str.split, phrases) if len(words) > 1)


def _qualifiers(figures: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    found = {tuple(words) for name in ("low", "high", "about") for words in figures[name]}
    return tuple(sorted(found, key=lambda words: (-len(words), words)))


def _codings(raw: Mapping[str, Any]) -> Iterator[tuple[str, Coding]]:
    for type_, names in raw["codings"].items():
        yield type_, Coding(*names)
    for rule in raw["trigger"]:
        if "acled" in rule or "plover" in rule:
            base = raw["codings"].get(rule["type"], ["", "", ""])
            event, _, sub = rule.get("acled", f"{base[0]}: {base[1]}").partition(": ")
            yield rule["name"], Coding(event, sub, rule.get("plover", base[2]))
