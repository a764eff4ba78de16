"""Numbers of people killed, injured, displaced or detained: what each number counts, and which verb says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from generator.model.event import FIGURE_KINDS, FigureKind
from generator.stages.events.counts import Count, add, counts
from generator.stages.events.frames import Frame
from generator.stages.events.tokens import Line
from generator.stages.events.victims import BEFALLEN, people_of

TOLL_DISTANCE = 6
"""How many words before a number the word that says what it counts may stand."""
VICTIMS = frozenset({"killed", "injured"})
"""Kinds of figure whose parts are told one by one: soldiers, police, civilians."""
LISTED = frozenset({"noun", "adj", "coord", ","})
"""Classes of the words between two numbers of a list."""
ALONE = frozenset({"adv", "prep", "sub", ",", ";", "."})
"""Classes of the words behind a number that has neither a noun nor a verb of its own."""
ELSEWHERE = frozenset({"name", "time"})
HEAD_DISTANCE = 6
"""How many words after a number the word that it counts may stand."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A count and what it counts."""

    kind: FigureKind
    count: Count


def tolls(line: Line, frames: Sequence[Frame]) -> list[tuple[Frame | None, Toll]]:
    """Every toll of the sentence with the frame whose verb counts it (None: a noun says what it counts)."""
    found: list[tuple[Frame | None, Toll]] = []
    rules = line.words.raw["figures"]
    numbers = counts(line)
    befallen = [frame for frame in frames if frame.sense.toll in BEFALLEN]
    if not (numbers or befallen):
        return found
    whole = [(frame, one) for frame in befallen for one in _wholes(line, frame, numbers)]
    lists = [one.count for _, one in whole if not one.count.single]
    found += [told for told in whole if not told[1].count.single]
    for count in numbers:
        if any(people.first <= count.first < people.last for people in lists):
            continue
        last = found[-1] if found else None
        frame, kind = _counted_by(line, rules, frames, count)
        if last and kind is None and last[1].kind in VICTIMS and _comes_on_top(line, count):
            found[-1] = (last[0], replace(last[1], count=add(last[1].count, count)))
        if kind not in FIGURE_KINDS:
            continue
        toll = Toll(kind, count)  # type: ignore[arg-type]  # one of FIGURE_KINDS
        same = last is not None and last[0] is frame and last[1].kind == kind and kind in VICTIMS
        if last and same and _lists_on(line, last[1].count, count):
            found[-1] = (frame, replace(toll, count=add(last[1].count, count)))
        else:
            found.append((frame, toll))
    return [*found, *(told for told in whole if told[1].count.single)]


def _wholes(line: Line, frame: Frame, numbers: Sequence[Count]) -> Iterator[Toll]:
    """The toll of a verb whose object is a list or a single person."""
    people = people_of(line, frame, numbers)
    if people is not None:
        yield Toll(frame.sense.toll, people)  # type: ignore[arg-type]  # one of FIGURE_KINDS


def _counted_by(
    line: Line, rules: dict[str, Any], frames: Sequence[Frame], count: Count
) -> tuple[Frame | None, str | None]:
    """The frame whose verb counts the people of a number (None: a noun says what it counts), and the kind."""
    frame = _told_by(line, frames, count)
    kind = None if frame else _by_noun(line, rules, frames, count)
    frame = frame or (None if kind else _by_verb(line, rules, frames, count))
    return frame, frame.sense.toll if frame is not None else kind


def _comes_on_top(line: Line, count: Count) -> bool:
    """Whether a number whose verb is left out is added to one before it: `nine died at once and [another four]
    later`, but not what came elsewhere or on another day."""
    words, at, after = line.words.words, count.first, count.last
    at -= line.lows[at - 1] in words["further"]
    if line.lows[after : after + 1] != [] and line.lows[after] in words["further_after"]:
        after += 1
    more = (words["further"] | words["further_after"]).intersection(line.lows[at:after])
    alone = line.tags[after] in ALONE and not ELSEWHERE.intersection(line.tags[after : after + 3])
    return bool(more) and alone and line.tags[at - 1] == "coord"


def _lists_on(line: Line, one: Count, other: Count) -> bool:
    """Whether two numbers count two parts of one list: `[31 soldiers and nine civilians] were killed`. What `including`
    or a bracket sets off is a part of the number before it."""
    between = line.tags[one.last : other.first]
    return len(between) > 1 and between[-1] in {"coord", ","} and LISTED.issuperset(between)


def _by_noun(line: Line, rules: dict[str, Any], frames: Sequence[Frame], count: Count) -> str | None:
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
    return _by_toll_word(line, rules, frames, count)


def _by_toll_word(line: Line, rules: dict[str, Any], frames: Sequence[Frame], count: Count) -> str | None:
    """What the nearest word before the number says it counts (`the toll rose to 40`, `the dead at 12 and the wounded
    at 30`), or the subject of the verb right before it (`the toll of the attack on the market rose to 40`)."""
    articles = line.words.words["articles"]
    first = count.first - (count.first > 0 and line.lows[count.first - 1] in articles)  # `a million`
    far = [
        range(one.patient[0], one.first)
        for one in frames
        if one.last == first and one.sense.undergoer and one.patient
    ]
    if not first or not (far or line.tags[first - 1] in {"prep", "prepsub", "sub", "to", "be"}):
        return None
    near = range(first - 1, max(-1, first - TOLL_DISTANCE - 1), -1)
    for index in (*near, *chain.from_iterable(far)):
        for kind, words in rules["tolls"].items():
            if line.lows[index] in words:
                return str(kind)
    return None


def _told_by(line: Line, frames: Sequence[Frame], count: Count) -> Frame | None:
    """The frame of a verb right after the people counted, which is no participle then: `six nurses [were abducted]`,
    `3,000 villagers [fled]`."""
    for frame in frames:
        run = frame.patient
        if any(other.first < frame.first < other.last for other in frames):
            continue  # a word of another's phrase: `forced 600 families to [flee]`
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
