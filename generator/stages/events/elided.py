"""Nouns that are left out: `They had a first draft. Envoys signed [the final one] on Monday.`, and those of pacts that
`it` stands for: `They drew up a truce. [It] was signed on Monday.`"""

from __future__ import annotations

from typing import NamedTuple

from generator.stages.events.tokens import Line


class Kind(NamedTuple):
    """A common noun that an adjective set apart from others of its kind, and whose it was: `the committee held its
    first [meeting]`."""

    noun: str
    owner: str


class Elided:
    """The nouns that the sentences of an article leave out, from one to the next."""

    def __init__(self) -> None:
        self._kind: Kind | None = None
        """The noun that an adjective last set apart: what `the final one` is one of."""
        self._pact = ""
        """The pact of the sentence before."""

    def read(self, line: Line) -> None:
        """Put the nouns back that a line leaves out, and remember those that the next may."""
        _put_back(line, self._kind)
        if self._pact and line.lows[:1] != [] and line.lows[0] in line.words.words["thing_pronouns"]:
            _put_pact(line, self._pact)
        self._kind = _contrasted(line) or self._kind
        self._pact = _pact(line)


def _pact(line: Line) -> str:
    """The last noun of a line for what is signed or adopted; nothing where none stands there."""
    pacts = line.words.words["pacts"]
    if pacts.isdisjoint(line.vocabulary):
        return ""
    found = [low for low, tag in zip(line.lows, line.tags, strict=True) if tag == "noun" and low in pacts]
    return found[-1] if found else ""


def _put_pact(line: Line, pact: str) -> None:
    """Let `it` be the pact where it is signed or adopted."""
    at = 1
    while line.tags[at : at + 1] in (["be"], ["have"], ["adv"]):
        at += 1
    known = line.words.verbs.get(line.lows[at]) if line.tags[at : at + 1] == ["verb"] else None
    if known is not None and line.tags[at - 1] == "be" and known.lemma in line.words.words["concluding"]:
        line.stand_for(0, pact)


def _contrasted(line: Line) -> Kind | None:
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


def _put_back(line: Line, kind: Kind | None) -> None:
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
