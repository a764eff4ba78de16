"""How many people a noun phrase means where not each of them has a number: `the mayor`, `two rebels and a civilian`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.stages.events.agreement import plural
from generator.stages.events.apposition import is_unknown_name
from generator.stages.events.counts import Count, add
from generator.stages.events.frames import Frame
from generator.stages.events.phrases import INSIDE, Range, head_of
from generator.stages.events.tokens import Line

BEFALLEN = frozenset({"killed", "injured", "detained"})
"""Kinds of figure that are told of single persons too."""
JOINS = frozenset({"coord", ","})
PERSONS = ("people", "civil", "notable", "combatant")
"""Lists of nouns for a person."""
VERBAL = (["verb"], ["be"], ["have"], ["modal"], ["do"])
BEFORE_NOUN = frozenset({"det", "poss", "num", "adj"})


def people_of(line: Line, frame: Frame, numbers: Sequence[Count]) -> Count | None:
    """The people whom a verb's object (or passive subject) means, where that is a list or a single person; nothing
    where a part of it has no number of its own."""
    run = frame.patient
    if run is not None and frame.gapped:
        run = _before_outcome(line, run)
    if run is None or not line.words.words["counted"].isdisjoint(line.lows[run[0] : run[1]]):
        return None  # `left [five dead and 20 hurt]`: each part has a fate of its own
    parts = list(_parts(line, run, numbers))
    if len(parts) == 1 and any(run[0] <= count.first < run[1] for count in numbers):
        return None
    found: Count | None = None
    last: Range | None = None
    for part in [*_listed_before(line, parts, numbers), *parts, *_listed_behind(line, parts, numbers)]:
        if last is not None and _apposed(line, last, part):
            continue
        if line.lows[part[0]] in line.words.words["reflexives"]:
            continue  # `killed [himself] and two guards`: a toll leaves the bomber out
        if found is not None and not found.single and _bare_plural(line, part):
            continue  # `127 [soldiers, policemen and clerks]`
        one = _people_in(line, part, numbers)
        if one is None:
            return None
        found, last = (one if found is None else add(found, one)), part
    return found


def _before_outcome(line: Line, run: Range) -> Range | None:
    """The people of a phrase that holds them: `shot [a man] dead`."""
    end = run[1]
    while end > run[0] and line.lows[end - 1] in line.words.words["counted"]:
        end -= 1
    return (run[0], end) if end > run[0] else None


def _parts(line: Line, run: Range, numbers: Sequence[Count]) -> Iterator[Range]:
    """The parts of a noun phrase that commas and `and` join."""
    within = {at for count in numbers for at in range(count.first + 1, count.last)}
    start = run[0]
    for at in range(*run):
        if line.tags[at] in JOINS and at not in within:
            if at > start:
                yield start, at
            start = at + 1
    if start < run[1]:
        yield start, run[1]


def _listed_before(line: Line, parts: Sequence[Range], numbers: Sequence[Count]) -> Sequence[Range]:
    """The first parts of a list, which commas part from a subject: `[the governor, his wife] and two guards died`."""
    found: list[Range] = []
    start = parts[0][0] if len(parts) > 1 else 0
    while start > 1 and line.tags[start - 1] == ",":
        end = start - 1
        start = end
        while start > 0 and line.tags[start - 1] in INSIDE:
            start -= 1
        opens = start > 0 and line.tags[start - 1] in {"prep", "prepsub", "to", "verb"}
        if start == end or opens or _people_in(line, (start, end), numbers) is None:
            break
        found.insert(0, (start, end))
    return found


def _listed_behind(line: Line, parts: Sequence[Range], numbers: Sequence[Count]) -> Sequence[Range]:
    """The further parts of a list of objects: `killed a guard, [two soldiers and a child]`."""
    found: list[Range] = []
    at = parts[-1][1] if len(parts) == 1 else len(line.tags)
    while at < len(line.tags) and line.tags[at] in JOINS:
        joined = "coord" in {line.tags[at], *line.tags[at + 1 : at + 2]}
        start = at + 1 + (line.tags[at + 1 : at + 2] == ["coord"])
        at = start
        while at < len(line.tags) and line.tags[at] in INSIDE:
            at += 1
        if at == start or _people_in(line, (start, at), numbers) is None:
            break
        found.append((start, at))
        if joined:
            return [] if line.tags[at : at + 1] in VERBAL else found
    return []


def _bare_plural(line: Line, part: Range) -> bool:
    """Whether a part of a list shares the number before the first: plural nouns without a word of their own."""
    return all(line.tags[at] in {"noun", "adj"} for at in range(*part)) and plural(line, part)


def _apposed(line: Line, before: Range, part: Range) -> bool:
    """Whether a part is only the name of the person before it: `the mayor, [Ali Haddad], and two others`."""
    bare = all(line.tags[at] == "name" for at in range(*part))
    return bare and line.tags[part[0] - 1] == "," and line.tags[before[0]] in {"det", "poss", "noun"}


def _people_in(line: Line, part: Range, numbers: Sequence[Count]) -> Count | None:
    """How many one part means: the number before its noun, two for a couple, one for a single person."""
    head = head_of(line, part)
    pair = line.words.raw["figures"]["pairs"].get(line.lows[head])
    if pair:
        return Count(part[0], part[1], pair, pair, pair)
    for count in numbers:
        if part[0] <= count.first < part[1]:
            leading = all(line.tags[at] in BEFORE_NOUN for at in range(part[0], count.first))
            if leading:
                units = line.words.raw["figures"]["units"]["words"]
                return None if line.lows[head] in units else count
    return Count(part[0], part[1], 1, 1, 1, single=True) if _is_single(line, part, head) else None


def _is_single(line: Line, part: Range, head: int) -> bool:
    """Whether a noun phrase means one person."""
    name = line.names.get(head)
    if name is not None and name.actor is not None and name.actor.kind in line.words.name_kinds["person"]:
        return name.text[:1].isupper()
    if is_unknown_name(line, part, head):
        return not any(line.tags[at] == "num" for at in range(*part))
    words, nouns = line.words.words, line.words.nouns
    low = line.lows[head]
    determined = any(line.tags[at] in {"det", "poss"} for at in range(part[0], head))
    if not determined or line.tags[head] != "noun" or not words["no_single"].isdisjoint(line.lows[part[0] : head + 1]):
        return False
    return any(low in nouns[kind] for kind in PERSONS) and not plural(line, part)
