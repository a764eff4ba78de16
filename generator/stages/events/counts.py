"""The numbers of a sentence that can count people, with the bounds that a report gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.stages.events.tokens import Line

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people in a sentence: its tokens with the words that qualify it, and its bounds."""

    first: int
    last: int
    best: int | None
    low: int | None
    high: int | None
    single: bool = False
    """Whether no number stands there, only one person."""


def counts(line: Line) -> list[Count]:
    """Every number of the sentence that can count people, in order."""
    rules = line.words.raw["figures"]
    found: list[Count] = []
    if "num" not in line.tags and line.words.words["vague_numbers"].isdisjoint(line.vocabulary):
        return found
    vague, done = line.words.words["vague_numbers"], 0
    numbers = [at for at, tag in enumerate(line.tags) if tag == "num" or line.lows[at] in vague]
    for index in numbers:
        count = _count_at(line, rules, index) if index >= done and _may_count(line, index) else None
        if count:
            found.append(count)
            done = count.last
    return found


def _may_count(line: Line, index: int) -> bool:
    fits = line.tags[index] in {"num", "noun", "adj", "det", "name"} and not _is_age(line, index)
    return fits and index not in line.times and index not in line.names


def _is_age(line: Line, index: int) -> bool:
    """Whether a number tells how old somebody is: `aged 12`, `ages 1 and 4`, `Ann Poole, 34, said`."""
    if _behind_person(line, index):
        return True
    while index and line.tags[index] in {"num", "coord", ","}:
        index -= 1
    return line.lows[index] in line.words.raw["figures"]["ages"]


def _behind_person(line: Line, index: int) -> bool:
    """Whether a number alone between commas, or in a bracket, stands right behind the name of somebody."""
    tags, name = line.tags, line.names.get(index - 2)
    alone = tags[index] == "num" and tags[index - 1 : index + 2 : 2] in ([",", ","], [",", "."], ["(", ")"])
    if not alone or index < 2 or not line.lows[index][:1].isdigit():
        return False
    return name.place is None if name is not None else tags[index - 2] == "name"


def _count_at(line: Line, rules: dict[str, Any], index: int) -> Count | None:
    """The count that starts at a token (without its qualifier)."""
    vague = _vague(line, rules, index)
    if vague:
        last, low, high = vague
        exact = low if low == high else None
        return _qualified(line, rules, Count(index, last, exact, low, high))
    value, last = _number(line, rules, index)
    if value is None:
        return None
    if last + 1 < len(line.lows) and line.lows[last] in rules["range_marks"]:
        other, end = _number(line, rules, last + 1)
        between = index > 0 and line.lows[index - 1] in rules["between"]
        if other is not None and other > value and (between or line.lows[last] not in rules["joins"]):
            return Count(index - between, end, None, value, other)
    if last < len(line.lows) and line.lows[last] in rules["of"] and _number(line, rules, last + 1)[0]:
        return None
    of = index - 1 - (line.lows[index - 1] in line.words.words["articles"])
    if of > 0 and line.lows[of] in rules["of"] and line.tags[of - 1] == "num":
        return None  # `108 of the [132]`
    if _shared_out(line, rules, index):
        return None
    return _qualified(line, rules, Count(index, last, value, value, value))


def _shared_out(line: Line, rules: dict[str, Any], index: int) -> bool:
    """Whether a number says of how many there is only a share: `half of the town's [9,000] people`."""
    at, shares = index - 1, line.words.words["shares"]
    while at > 0 and line.tags[at] in {"det", "poss", "noun", "name"} and line.lows[at] not in shares:
        at -= 1
    return at > 0 and line.lows[at] in rules["of"] and line.lows[at - 1] in shares


def _vague(line: Line, rules: dict[str, Any], index: int) -> tuple[int, int, int] | None:
    if line.lows[index] not in line.words.words["vague_numbers"]:
        return None
    for size in (3, 2, 1):
        bounds = rules["vague"].get(" ".join(line.lows[index : index + size]))
        if bounds:
            return index + size, bounds[0], bounds[1]
    return None


def _number(line: Line, rules: dict[str, Any], index: int) -> tuple[int | None, int]:
    """The whole number at a token and the token after it: `1,300`, `twenty-two`, `two hundred`, `1.2 million`."""
    if index >= len(line.lows) or index in line.times:
        return None, index
    value = _single(line, line.lows[index])
    if value is None:
        return None, index
    index += 1
    if index < len(line.lows) and _tens_and_ones(line, index):
        value += line.words.numbers[line.lows[index]]
        index += 1
    while index < len(line.lows) and line.lows[index] in rules["multipliers"]:
        value *= line.words.numbers[line.lows[index]]
        index += 1
    return _with_rest(line, rules, int(value), index)


def _tens_and_ones(line: Line, index: int) -> bool:
    """Whether tens and ones are two words without a hyphen: `twenty [two]`."""
    numbers = line.words.numbers
    tens, ones = numbers.get(line.lows[index - 1], 0), numbers.get(line.lows[index], 0)
    return HUNDRED > tens >= 20 and tens % 10 == 0 and 0 < ones < 10


def _with_rest(line: Line, rules: dict[str, Any], value: int, index: int) -> tuple[int, int]:
    """A number with what follows its hundreds in words: `a hundred [and fifty-two]`."""
    rest = line.lows[index + 1] if index + 1 < len(line.lows) and line.lows[index] in rules["joins"] else ""
    small = _single(line, rest) if rest and line.lows[index - 1] in rules["multipliers"] else None
    more = index + 2 < len(line.lows) and line.lows[index + 2] in rules["multipliers"]
    if small is None or small >= HUNDRED or more or rest[0].isdigit():
        return value, index
    return value + int(small), index + 2


def _single(line: Line, low: str) -> float | None:
    numbers = line.words.numbers
    if low[0].isdigit():
        plain = low.replace(",", "")
        if plain.replace(".", "", 1).isdigit():
            return float(plain)
        return None
    parts = low.split("-")
    if all(part in numbers for part in parts):
        return float(sum(numbers[part] for part in parts))
    return None


def _qualified(line: Line, rules: dict[str, Any], count: Count) -> Count:
    """Widen a count by the words before it: `at least`, `up to`, `about`."""
    for name in ("low", "high", "about"):
        for words in rules[name]:
            start = count.first - len(words)
            if start >= 0 and line.lows[start : count.first] == words:
                if name == "low":
                    return Count(start, count.last, count.best, count.low, None)
                if name == "high":
                    return Count(start, count.last, None, None, count.high)
                return Count(start, count.last, count.best, count.low, count.high)
    return count


def add(one: Count, other: Count) -> Count:
    """Two counts as one, of which the other stands later in the sentence; open on the side where a part is."""
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    best = None if one.best is None or other.best is None else one.best + other.best
    return Count(one.first, other.last, best, low, high)
