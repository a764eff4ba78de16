"""Nouns that are left out: `They had a first draft. Envoys signed [the final one] on Monday.`"""

from __future__ import annotations

from typing import NamedTuple

from generator.stages.events.tokens import Line


class Kind(NamedTuple):
    """A common noun that an adjective set apart from others of its kind, and whose it was: `the committee held its
    first [meeting]`."""

    noun: str
    owner: str


def contrasted(line: Line) -> Kind | None:
    """The last common noun of a line that an adjective sets apart from others of its kind; None without one."""
    words = line.words.words
    if words["contrasting"].isdisjoint(line.vocabulary):
        return None
    for index in range(len(line.lows) - 1, 0, -1):
        if line.lows[index - 1] in words["contrasting"] and line.tags[index] == "noun":
            owned = index > 1 and line.lows[index - 2] in words["group_possessives"]
            noun = line.lows[index]
            return Kind(noun, _opening(line) if owned else "") if noun not in words["one"] else None
    return None


def _opening(line: Line) -> str:
    """The noun phrase at the head of a line, without its article."""
    start = int(line.tags[:1] == ["det"])
    end = start
    while end < len(line.tags) and line.tags[end] in {"adj", "noun", "name"}:
        end += 1
    return line.text[line.starts[start] : line.ends[end - 1]] if end > start else ""


def put_back(line: Line, kind: Kind | None) -> None:
    """Let `the final one` name the thing that an adjective of the same sort stood before, and `a second session` say
    whose the first was."""
    words = line.words.words
    if kind is None:
        return
    if not words["one"].isdisjoint(line.vocabulary):
        _put_noun(line, kind.noun)
    if kind.owner and not words["following"].isdisjoint(line.vocabulary):
        _put_owner(line, kind)


def _put_noun(line: Line, noun: str) -> None:
    words = line.words.words
    for index in range(2, len(line.lows)):
        apart = line.lows[index - 1] in words["contrasting"] and line.lows[index - 2] in words["articles"]
        if line.lows[index] in words["one"] and apart and line.tags[index + 1 : index + 2] != ["noun"]:
            line.stand_for(index, noun)
            line.tags[index - 1] = "adj"


def _put_owner(line: Line, kind: Kind) -> None:
    """Only at the head of a line, where nothing more is said of the thing."""
    at = int(line.tags[:1] == ["det"] and line.lows[0] not in line.words.words["following"])
    bare = line.tags[at + 1 : at + 2] == ["noun"] and line.tags[at + 2 : at + 3] not in (["prep"], ["noun"], ["name"])
    if not bare or line.lows[at] not in line.words.words["following"]:
        return
    noun, alike = line.lows[at + 1], line.words.nouns["parley"]
    if noun == kind.noun or (noun in alike and kind.noun in alike):
        line.meant[at + 1] = line.words.titles["part_of"].format(noun=noun, owner=kind.owner)
