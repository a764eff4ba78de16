"""Compile a language's dates.toml: its words, and the rules that make time expressions of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.languages.patterns import BREAK, UNKNOWN, Pattern, PatternError, read_pattern

__all__ = ["BREAK", "OPERATORS", "UNKNOWN", "DateRule", "DateWords", "Value", "compile_dates"]

OPERATORS = (
    "Calendar", "Between", "Last", "Next", "This", "Before", "After", "Period", "Quarter", "Half", "Reference",
    "Repeating", "Nth", "None",
)  # fmt: skip
"""The operators a rule may name; `generator.stages.dates.operators` says what they do."""

Value = str | int | float | dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class DateRule:
    """One rule: a pattern over words, the operator that gives it meaning, and what it sets."""

    name: str
    operator: str
    pattern: re.Pattern[str]
    groups: dict[str, str]
    """The slot each group of the pattern holds."""
    fixed: dict[str, Any]
    """What the rule itself sets, besides its slots."""
    rank: int
    kind: str = ""
    """`history` or `news`: only in texts of that kind; empty in both. `ancient`: where years before our era are."""
    check: str = ""
    """The name of a check of its neighbours (`generator.stages.dates.plausible`)."""
    parts: tuple[str, ...] = ()
    """The groups that hold the expressions, where the pattern marks them."""
    adjectival: bool = False
    """Whether it may stand before a noun, whose article is then no part of it: the (summer) offensive."""
    examples: tuple[dict[str, Any], ...] = ()
    rejects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """The words of a language that tell time, compiled."""

    lexicon: dict[str, dict[str, Value]]
    """For each word its classes and what it means in each."""
    codes: dict[str, str]
    """For each word its code."""
    starts: dict[str, tuple[DateRule, ...]]
    """For each code the rules that may begin with it."""
    seeds: re.Pattern[str]
    """Finds the codes without which no rule matches."""
    rules: tuple[DateRule, ...]
    class_codes: dict[str, frozenset[str]]
    """For each class the codes whose words belong to it."""
    suffixes: dict[str, str]
    """Endings of unknown words that give them a class, such as `ed`: the code of that class."""
    settings: Mapping[str, Any] | None = None


def compile_dates(raw: dict[str, Any]) -> DateWords:
    """Check and compile the content of dates.toml. Raises PatternError for a rule that cannot be read."""
    macros: dict[str, str] = raw.get("macro", {})
    patterns = [read_pattern(rule["pattern"], macros) for rule in raw.get("rule", ())]
    suffixes = dict(sorted(raw.get("suffix", {}).items(), key=lambda item: -len(item[0])))
    lexicon = _lexicon(raw)
    _complete(lexicon, patterns, suffixes)
    codes, class_codes = _codes(lexicon, suffixes)
    rules = _rules(raw, patterns, class_codes)
    return DateWords(
        lexicon=dict(lexicon),
        codes=codes,
        starts=_starts(rules, set(codes.values())),
        seeds=_seeds(raw.get("seeds", {}), class_codes),
        rules=tuple(rules),
        class_codes={name: frozenset(members) for name, members in class_codes.items()},
        suffixes={e: min(class_codes[name], key=ord) if name else UNKNOWN for e, name in suffixes.items()},
        settings=raw.get("settings", {}),
    )


def _complete(
    lexicon: defaultdict[str, dict[str, Value]], patterns: list[Pattern], suffixes: Mapping[str, str]
) -> None:
    """Add the words that patterns spell out; let capitals inherit from small letters; apply the endings."""
    for pattern in patterns:
        for word in pattern.literals:
            lexicon[word]["=" + word] = word
    for word in [word for word in lexicon if word.lower() != word and word.lower() in lexicon]:
        lexicon[word] = {**lexicon[word.lower()], **lexicon[word]}
    for word in lexicon:
        name = suffix_class(word, suffixes)
        if name:
            lexicon[word].setdefault(name, word)


def _rules(raw: dict[str, Any], patterns: list[Pattern], class_codes: Mapping[str, set[str]]) -> list[DateRule]:
    """The rules, their patterns compiled over the codes. Raises PatternError."""

    def charset(name: str) -> str:
        if name not in class_codes:
            raise PatternError(f"no class or macro is called {name!r}")
        return "[" + "".join(re.escape(code) for code in sorted(class_codes[name])) + "]"

    rules = []
    for rank, (entry, pattern) in enumerate(zip(raw.get("rule", ()), patterns, strict=True)):
        try:
            regex, groups = pattern.regex(charset)
            rules.append(_rule(entry, regex, groups, rank))
        except (PatternError, re.error) as error:
            raise PatternError(f"rule {entry.get('name')!r}: {error}") from error
    return rules


def _seeds(raw: Mapping[str, list[str]], class_codes: Mapping[str, set[str]]) -> re.Pattern[str]:
    """Finds the codes of the words without which nothing is looked for."""
    seeds = {code for name in raw.get("classes", ()) for code in class_codes[name]}
    seeds |= {code for word in raw.get("words", ()) for code in class_codes["=" + word]}
    return re.compile("[" + "".join(re.escape(code) for code in sorted(seeds)) + "]" if seeds else "(?!)")


def suffix_class(word: str, suffixes: Mapping[str, str]) -> str:
    """The class (or code) an ending gives a word in small letters; empty when none does."""
    if len(word) > 4 and word.isalpha() and word.islower():
        for ending, name in suffixes.items():
            if word.endswith(ending):
                return name
    return ""


def _rule(entry: dict[str, Any], regex: str, groups: dict[str, str], rank: int) -> DateRule:
    if entry["operator"] not in OPERATORS:
        raise PatternError(f"there is no operator called {entry['operator']!r}")
    return DateRule(
        name=entry["name"],
        operator=entry["operator"],
        pattern=re.compile(regex),
        groups=groups,
        fixed=entry.get("set", {}),
        rank=rank,
        kind=entry.get("kind", ""),
        check=entry.get("check", ""),
        adjectival=entry.get("adjectival", False),
        parts=tuple(name for name in ("part1", "part2") if f"(?P<{name}>" in regex),
        examples=tuple(entry.get("examples", ())),
        rejects=tuple(entry.get("rejects", ())),
    )


def _lexicon(raw: dict[str, Any]) -> defaultdict[str, dict[str, Value]]:
    """For each word its classes. A class is a table of words, or a list of words that mean themselves."""
    lexicon: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    for name, words in raw.get("class", {}).items():
        pairs = words.items() if isinstance(words, dict) else [(word, word) for word in words]
        for word, value in pairs:
            lexicon[word][name] = value
    for number in range(2200):
        classes = _number_classes(number)
        lexicon[str(number)].update(classes)
        if number < 10:
            lexicon[f"0{number}"].update(classes)
    return lexicon


def _number_classes(number: int) -> dict[str, Value]:
    """What a number in digits can be."""
    classes: dict[str, Value] = {"digits": number, "number": number}
    if 1 <= number <= 31:
        classes["day"] = number
    if number <= 24:
        classes["hour"] = number
    if number < 100:
        classes["short_year"] = number
    if number >= 1000:
        classes["year"] = number
    elif number >= 100:
        classes["old_year"] = number
    return classes


def _codes(
    lexicon: Mapping[str, Mapping[str, Value]], suffixes: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, set[str]]]:
    """A code for each set of classes that some word has; the codes of each class."""
    code_of: dict[frozenset[str], str] = {}
    class_codes: defaultdict[str, set[str]] = defaultdict(set)
    codes: dict[str, str] = {}
    made = [frozenset({name}) for name in sorted(set(suffixes.values()) - {""})]
    made += [frozenset({name}) for name in TOKEN_CLASSES]
    for signature in made:
        code_of.setdefault(signature, chr(0xA1 + len(code_of)))
    for word, classes in lexicon.items():
        signature = frozenset(classes)
        codes[word] = code_of.setdefault(signature, chr(0xA1 + len(code_of)))
    for signature, code in code_of.items():
        for name in signature:
            class_codes[name].add(code)
    for name, token_code in ((name, code_of[frozenset({name})]) for name in TOKEN_CLASSES):
        codes["\0" + name] = token_code
    return codes, class_codes


TOKEN_CLASSES = ("big_number", "decimal", "clock", "numeric_date", "iso_date", "iso_week", "iso_time", "nth", "years")
"""Classes a token has by its shape: 1,300; 7.5; 10:30; 3/4/2025; 2025-01-27; 2025-W04; 2025-01-27T05:34; 3rd; 1990s."""


def _starts(rules: list[DateRule], codes: set[str]) -> dict[str, tuple[DateRule, ...]]:
    """Which rules may begin with a code: those whose pattern can at least start on it."""
    starts: defaultdict[str, list[DateRule]] = defaultdict(list)
    for rule in rules:
        for code in first_codes(rule.pattern.pattern, codes):
            starts[code].append(rule)
    return {code: tuple(found) for code, found in starts.items()}


def first_codes(regex: str, codes: set[str]) -> set[str]:
    """The codes a match of the expression can begin with (patterns hold only sets, groups, ? and |)."""
    found, _ = _first(regex, 0, codes)
    return found


def _first(regex: str, at: int, codes: set[str]) -> tuple[set[str], int]:
    """First codes of the alternatives from `at` up to the closing bracket; where that is."""
    found: set[str] = set()
    open_start = True  # nothing so far had to be there
    while at < len(regex) and regex[at] != ")":
        if regex[at] == "|":
            open_start = True
            at += 1
            continue
        if regex.startswith("(?=", at):
            at = regex.index(")", at) + 1
            continue
        if regex[at] == "(":
            at = regex.index(">", at) + 1 if regex.startswith("(?P<", at) else at + 3
            inner, at = _first(regex, at, codes)
            at += 1
        else:
            end = at + 1
            while regex[end] != "]":
                end += 2 if regex[end] == "\\" else 1
            inner, at = set(regex[at + 1 : end].replace("\\", "")) & codes, end + 1
        optional = regex.startswith("?", at)
        at += optional
        if regex.startswith("{1,5}", at):
            at += 5
        if open_start:
            found |= inner
            open_start = optional
    return found, at
