"""Objects: the noun phrase that follows a verb."""

from __future__ import annotations

from generator.stages.events.phrases import INSIDE, Range
from generator.stages.events.tokens import Line

GOING_ON = INSIDE | {"coord"}
NAMER = frozenset({"pron", "name", "det", "noun", "adj", "adv", "have", "poss"})
"""Classes of the words between `what` and the verb of naming."""
DETERMINED = frozenset({"det", "poss", "num"})
BEFORE_TIME = frozenset({"det", "poss", "adj", "time"})


def object_after(line: Line, start: int, limit: int) -> Range | None:
    """The noun phrase that follows a verb, with its coordinated parts and its `of` phrases."""
    tags, index = line.tags, _past_insertion(line, start, limit)
    while index < limit and tags[index] in {"adv", "quote"}:
        index += 1
    if index < len(tags) and tags[index] == "rel":
        index, limit = _as_called(line, index, limit)
    first = index
    if first < len(tags) and tags[first] == "coord":
        return None
    while index < limit and (tags[index] in GOING_ON or _goes_on(line, first, index, limit)):
        index += 1
    while index > first and tags[index - 1] in {"coord", "prep", "prepsub", ",", "quote"}:
        index -= 1
    return (first, index) if index > first else None


def _past_insertion(line: Line, start: int, limit: int) -> int:
    """Where an object can begin behind what two commas insert after its verb: `took[, without a shot,] the port`."""
    tags = line.tags
    if tags[start : start + 1] != [","] or tags[start + 1 : start + 2] != ["prep"]:
        return start
    end = start + 2
    while end < limit and tags[end] in INSIDE:
        end += 1
    if not start + 2 < end < limit - 1 or tags[end] != "," or tags[end + 1] not in DETERMINED:
        return start
    after = next((tag for tag in tags[end + 1 :] if tag not in INSIDE), "")
    return start if after == "verb" else end + 1  # `withdrew, under fire, the others following`


def _as_called(line: Line, index: int, limit: int) -> tuple[int, int]:
    """Where an object behind a relative begins that somebody gives a name of his own, and how far it may go: `condemned
    [what he called] an act of war`."""
    words, tags = line.words.words, line.tags
    if line.lows[index] not in words["free_relatives"]:
        return index, limit
    at = next((at for at in range(index + 1, len(tags)) if tags[at] not in NAMER), len(tags))
    known = line.words.verbs.get(line.lows[at]) if at < len(tags) else None
    if known is None or known.lemma not in words["naming"]:
        return index, limit
    at += 1 + (line.lows[at + 1 : at + 2] != [] and line.lows[at + 1] in words["naming_as"])
    return at, len(tags)


def _goes_on(line: Line, first: int, index: int, limit: int) -> bool:
    """Whether a noun phrase that starts at `first` still goes on at `index`, where no word of its core stands."""
    tag = line.tags[index]
    if tag == "adv" and index > first and index + 1 < limit:
        return line.tags[index - 1] in {"num", "det", "adj"} and line.tags[index + 1] in {"noun", "adj"}
    if tag == "time":
        return _times_noun(line, first, index, limit)
    if index == first:
        return False
    if tag in {"prep", "prepsub"}:
        return line.lows[index] in line.words.words["of"]
    if tag == "to":
        return line.lows[index - 1] in line.words.words["loyal"]  # `by militiamen loyal to the general`
    return tag == "quote" or (tag == "," and _lists_on(line, index, limit))


def _times_noun(line: Line, first: int, index: int, limit: int) -> bool:
    """Whether a time stands inside a noun phrase, before its noun: `a [41-year] rule`, `after [Friday]'s prayers`."""
    after = index + 1
    while after < limit and line.tags[after] == "time":
        after += 1
    if after + 1 < limit and line.tags[after] == "poss":
        after += 1
        while after + 1 < limit and line.tags[after] == "time":
            after += 1
    elif index == first and not (index and line.tags[index - 1] == "prepsub"):
        return False
    before = line.tags[index - 1] if index > first else "det"
    return before in BEFORE_TIME and after < limit and line.tags[after] in {"noun", "adj", "name"}


def _lists_on(line: Line, comma: int, limit: int) -> bool:
    """Whether a comma after a name continues a list of names: `Sake, Minova and Goma`."""
    if comma + 1 >= limit or line.tags[comma - 1] != "name" or line.tags[comma + 1] not in {"name", "coord"}:
        return False
    index = comma + 1
    while index < limit and line.tags[index] in {"name", ",", "poss"}:
        index += 1
    return index < limit and line.tags[index] == "coord"
