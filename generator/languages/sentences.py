"""The words that tell where sentences end, and what on a page is not the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?:\s+(?:[A-ZÀ-Þ][\w.'’-]+|al|bin|de|van|von|el)){1,3}"
_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s+(?:[A-Z]{2,4}(?:\s+time)?)\b)?"


@dataclass(frozen=True, slots=True, eq=False)
class SentenceWords:
    """A language's `sentences.toml`, compiled."""

    always: frozenset[str]
    """Abbreviations whose full stop never ends a sentence."""
    before_number: frozenset[str]
    """Abbreviations whose full stop ends nothing when a number follows."""
    may_end: frozenset[str]
    """Abbreviations that end a sentence only when a sentence opener follows."""
    starters: frozenset[str]
    """Words that open sentences."""
    months: Mapping[str, int]
    """Names and abbreviations of months, lower case, with their numbers."""
    month: str
    """A regular expression (one group-free alternation) for a month's name, longest first."""
    words: Mapping[str, str]
    """Alternations of the words around a story, by purpose: copyright, byline, references, ..."""
    lettered: frozenset[str]
    """What a single letter follows that is its label, and no article."""
    unfinished: frozenset[str]
    """Words no sentence ends with."""
    fused: re.Pattern[str]
    """A sentence opener in mid-sentence before a word in lower case: a heading ran into the text."""
    dated: re.Pattern[str]
    """A date at the end of some words."""
    date: re.Pattern[str]
    lead: re.Pattern[str]
    """Time stamps and bylines a paragraph may open with."""
    agency_lead: re.Pattern[str]
    """An agency in brackets and a dash, as stories open: "(Reuters) - "."""
    end_late: tuple[re.Pattern[str], ...]
    """What stands below a story."""
    stamps: tuple[re.Pattern[str], ...]
    """Stamps of readers' comments and of feeds."""
    clock_stamps: tuple[re.Pattern[str], ...]
    """Those of them that hold a time of day."""
    sentence_head: re.Pattern[str]
    """How sentences begin that are no part of any story."""
    sentence_any: tuple[re.Pattern[str], ...]
    """What stands in sentences that are no part of any story."""
    cuts: tuple[re.Pattern[str], ...]
    """Words between which and the rest a sentence is cut."""


def compile_sentences(raw: dict[str, Any]) -> SentenceWords:
    """Compile the content of a `sentences.toml`.

    Raises KeyError for a missing table and re.error for a faulty pattern: a fault of the pack, not of an article.
    """
    abbreviations = raw["abbreviations"]
    months = {name.lower(): int(number) for name, number in raw["months"].items()}
    month = _alternation(re.escape(name) for name in months)
    words = {purpose: _alternation(patterns) for purpose, patterns in raw["words"].items()}
    furniture = raw["furniture"]
    agency = _alternation(re.escape(name) for name in furniture["agencies"])
    places = _placeholders(month, words["weekday"], agency, _alternation(furniture["roles"]))
    return SentenceWords(
        always=frozenset(abbreviations["always"]),
        before_number=frozenset(abbreviations["before_number"]),
        may_end=frozenset(abbreviations["may_end"]),
        starters=frozenset(abbreviations["starters"]),
        months=months,
        month=month,
        words=words,
        lettered=frozenset(abbreviations["lettered"]),
        unfinished=frozenset(abbreviations["unfinished"]),
        fused=_fused(abbreviations, _alternation([words["weekday"], month])),
        dated=re.compile(rf"(?:^|(?<= )){places['{date}']}\Z"),
        date=re.compile(places["{date}"]),
        lead=re.compile(rf"\s*(?:{_filled(furniture['lead'], places)})[\s,:|–—-]*"),
        agency_lead=re.compile(rf"\({agency}\)\s*(?:--?|[—–―_])\s*(?=[\"“‘'(]*[A-ZÀ-Þ0-9])"),
        end_late=_each(furniture["end_late"]),
        stamps=_each(furniture["stamp"]),
        clock_stamps=_each(furniture["clock_stamp"]),
        sentence_head=re.compile(_filled(furniture["sentence_head"], places)),
        sentence_any=_each(furniture["sentence_any"]),
        cuts=_each(furniture["cuts"]),
    )


def _fused(abbreviations: dict[str, list[str]], day: str) -> re.Pattern[str]:
    """The space before a word that can only open a sentence: before one in lower case; before letters that stand for
    a name (`The UN`), of which no title is made; or an article no title begins with before any name (`A Syrian`). The
    group `timed` is for one before a day or month (`On Sunday`), which in a heading all of whose words are capital
    opens nothing."""
    opener, article = _alternation(abbreviations["fused"]), _alternation(abbreviations["fused_before_name"])
    return re.compile(
        rf" (?=[A-ZÀ-Þ])(?<=[\w”\"] )(?={opener} (?:[a-z]{{2}}|[A-Z]{{2,}}(?:['’]s)? [a-z])"
        rf"|{article} [A-Z][a-z]+ [a-z]{{2}}|(?P<timed>{opener} (?i:{day})\b))"
    )


def _each(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Patterns compiled one by one: a search for one that begins with plain letters is much faster than for all."""
    return tuple(re.compile(pattern) for pattern in patterns)


def _placeholders(month: str, weekday: str, agency: str, role: str) -> dict[str, str]:
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    year = r",?(?:\s+\d{4}\b|\s+\d{2}(?=\s+\d))?"
    date = rf"(?:(?i:{weekday})\.?,?\s+)?(?:{day}\s+(?i:{month})\.?|(?i:{month})\.?\s+{day}){year}"
    return {"{month}": month, "{date}": date, "{clock}": _CLOCK, "{name}": _NAME, "{agency}": agency, "{role}": role}


def _filled(patterns: Iterable[str], places: Mapping[str, str]) -> str:
    """One alternation of patterns with what their placeholders stand for."""
    filled = []
    for pattern in patterns:
        for place, meaning in places.items():
            pattern = pattern.replace(place, meaning)  # noqa: PLW2901  # built up place by place
        filled.append(f"(?:{pattern})")
    return "|".join(filled)


def _alternation(patterns: Iterable[str]) -> str:
    """One alternation, longest pattern first so that no pattern hides a longer one."""
    joined = "|".join(sorted(patterns, key=lambda pattern: (-len(pattern), pattern)))
    re.compile(joined)
    return f"(?:{joined})"
