"""Numbers of people killed, injured, displaced or detained, with the bounds that a report gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.model.event import FIGURE_KINDS, FigureKind
from generator.stages.events.frames import Frame
from generator.stages.events.tokens import Line

TOLL_DISTANCE = 6
"""How many words before a number the word that says what it counts may stand."""
VICTIMS = frozenset({"killed", "injured"})
"""Kinds of figure whose parts are told one by one: soldiers, police, civilians."""
LISTED = frozenset({"noun", "adj", "coord", ","})
"""Classes of the words between two numbers of a list."""
HUNDRED = 100
HEAD_DISTANCE = 6
"""How many words after a number the word that it counts may stand."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people in a sentence: its tokens with the words that qualify it, and its bounds."""

    first: int
    last: int
    best: int | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Toll:
    """A count and what it counts."""

    kind: FigureKind
    count: Count


def counts(line: Line) -> list[Count]:
    """Every number of the sentence that can count people, in order."""
    rules = line.words.raw["figures"]
    found: list[Count] = []
    if "num" not in line.tags and line.words.words["vague_numbers"].isdisjoint(line.vocabulary):
        return found
    vague = line.words.words["vague_numbers"]
    index = 0
    while index < len(line.lows):
        may = (line.tags[index] == "num" or line.lows[index] in vague) and _may_count(line, index)
        count = _count_at(line, rules, index) if may else None
        if count:
            found.append(count)
            index = count.last
        else:
            index += 1
    return found


def _may_count(line: Line, index: int) -> bool:
    fits = line.tags[index] in {"num", "noun", "adj", "det", "name"} and not _is_age(line, index)
    return fits and index not in line.times and index not in line.names


def _is_age(line: Line, index: int) -> bool:
    """Whether a number tells how old somebody is: `aged 12`, `ages 1 and 4`."""
    while index and line.tags[index] in {"num", "coord", ","}:
        index -= 1
    return line.lows[index] in line.words.raw["figures"]["ages"]


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
    if index > 1 and line.lows[index - 1] in rules["of"] and line.tags[index - 2] == "num":
        return None
    return _qualified(line, rules, Count(index, last, value, value, value))


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
    while index < len(line.lows) and line.lows[index] in rules["multipliers"]:
        value *= line.words.numbers[line.lows[index]]
        index += 1
    return _with_rest(line, rules, int(value), index)


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


def tolls(line: Line, frames: Sequence[Frame]) -> list[tuple[Frame | None, Toll]]:
    """Every toll of the sentence with the frame whose verb counts it (None: a noun says what it counts)."""
    found: list[tuple[Frame | None, Toll]] = []
    rules = line.words.raw["figures"]
    for count in counts(line):
        frame = _told_by(line, frames, count)
        kind = None if frame else _by_noun(line, rules, count)
        frame = frame or (None if kind else _by_verb(line, rules, frames, count))
        if kind is None and frame is not None:
            kind = frame.sense.toll
        if kind in FIGURE_KINDS:
            toll = Toll(kind, count)  # type: ignore[arg-type]  # one of FIGURE_KINDS
            last = found[-1] if found else None
            same = last is not None and last[0] is frame and last[1].kind == kind and kind in VICTIMS
            if last and same and _lists_on(line, last[1].count, count):
                found[-1] = (frame, replace(toll, count=_sum(last[1].count, count)))
            else:
                found.append((frame, toll))
    return found


def _lists_on(line: Line, one: Count, other: Count) -> bool:
    """Whether two numbers count two parts of one list: `[31 soldiers and nine civilians] were killed`. What `including`
    or a bracket sets off is a part of the number before it."""
    between = line.tags[one.last : other.first]
    return len(between) > 1 and between[-1] in {"coord", ","} and LISTED.issuperset(between)


def _sum(one: Count, other: Count) -> Count:
    """The count of a whole list; open on the side where a part is."""
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    best = None if one.best is None or other.best is None else one.best + other.best
    return Count(one.first, other.last, best, low, high)


def _by_noun(line: Line, rules: dict[str, Any], count: Count) -> str | None:
    """What a noun or participle after the number, or `toll` before it, says it counts."""
    for index in range(count.last, min(count.last + HEAD_DISTANCE, len(line.lows))):
        low, tag = line.lows[index], line.tags[index]
        for kind, words in rules["counted"].items():
            if low in words:
                return str(kind)
        if low in rules["of"] and line.tags[index + 1 : index + 2] in (["det"], ["poss"]):
            break
        if tag == "verb" and index in {count.last, count.last + 1}:
            kind = _participle_kind(line, index)
            if kind or line.words.words["counted"].isdisjoint(line.lows[index + 1 : index + 2]):
                return kind
            continue
        if tag not in {"noun", "adj", "name", "prep", "det", "num"} or low in rules["units"]["words"]:
            break
    return _by_toll_word(line, rules, count)


def _by_toll_word(line: Line, rules: dict[str, Any], count: Count) -> str | None:
    """What the nearest word before the number says it counts: `the toll rose to 40`, `the dead at 12 and the
    wounded at 30`."""
    if not count.first or line.tags[count.first - 1] not in {"prep", "to", "be"}:
        return None
    for index in range(count.first - 1, max(-1, count.first - TOLL_DISTANCE - 1), -1):
        for kind, words in rules["tolls"].items():
            if line.lows[index] in words:
                return str(kind)
    return None


def _told_by(line: Line, frames: Sequence[Frame], count: Count) -> Frame | None:
    """The frame of a verb right after the people counted, which is no participle then: `six nurses [were abducted]`,
    `3,000 villagers [fled]`."""
    for frame in frames:
        run = frame.patient
        if not frame.sense.verb or not frame.sense.toll or run is None or _counts_part(line, run, count):
            continue
        if run[0] <= count.first < run[1] <= frame.first <= count.last + HEAD_DISTANCE:
            return None if _counts_things(line, count, run[1]) else frame
    return None


def _participle_kind(line: Line, index: int) -> str | None:
    """`30 wounded`, `12 killed`: a bare participle of a verb that counts people."""
    senses = line.words.triggers.get(line.lows[index], ())
    verb = line.words.verbs.get(line.lows[index])
    return next((one.toll for one in senses if one.toll and not one.rest and verb and "part" in verb.forms), None)


def _counts_things(line: Line, count: Count, end: int) -> bool:
    """Whether the noun that a number counts is no word for people: `two ferry [boats] left`."""
    last = count.last
    while last < end - 1 and line.tags[last] in {"adj", "noun", "name"} and line.tags[last + 1] == "noun":
        last += 1
    return line.tags[last : last + 1] == ["noun"] and line.lows[last] in line.words.raw["figures"]["units"]["words"]


def _counts_part(line: Line, run: tuple[int, int], count: Count) -> bool:
    """Whether a number counts only the last of several: `a mother and her two children`."""
    before = line.tags[run[0] : count.first]
    return "coord" in before and "num" not in before


def _by_verb(line: Line, rules: dict[str, Any], frames: Sequence[Frame], count: Count) -> Frame | None:
    """The frame whose verb counts the people of this number."""
    if count.last < len(line.lows) and line.lows[count.last] in rules["units"]["words"]:
        return None
    for frame in frames:
        run = frame.patient
        if frame.sense.toll and run and run[0] <= count.last - 1 < run[1]:
            return None if _counts_part(line, run, count) or _counts_things(line, count, run[1]) else frame
    return _with_others(line, rules, frames, count)


def _with_others(line: Line, rules: dict[str, Any], frames: Sequence[Frame], count: Count) -> Frame | None:
    """The frame whose object goes on after an apposition: `killed the mayor, Ali Haddad, [and two others]`."""
    after = line.lows[count.last] if count.last < len(line.lows) else ""
    if after not in rules["others"]["words"] or not count.first or line.tags[count.first - 1] != "coord":
        return None
    near = [one for one in frames if one.sense.toll and one.patient and one.first < count.first < one.reach[1]]
    return near[-1] if near else None
