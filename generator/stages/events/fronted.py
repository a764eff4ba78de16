"""Where it was, for titles, when the text says so before it says what: `In Homs, shells hit a school` is told as
`Shells hit school in Homs`."""

from __future__ import annotations

from generator.model.event import Place
from generator.stages.events.clauses import Clause
from generator.stages.events.frames import Frame
from generator.stages.events.tokens import Line
from generator.stages.events.whereabouts import UNPLACED
from generator.stages.events.wording import MOST_WORDS

OUTRIGHT = frozenset({"main", "coord", "resume"})
BEFORE = frozenset({"time", "prep", ",", "adv", "det"})
"""Classes of words that may stand before a place at the head of a sentence."""
BEHIND = frozenset({",", "time", "det", "poss", "name", "adj", "num", "noun"})
"""Classes of words that may follow it."""
TALKED = frozenset({"agreement", "diplomacy-talks"})
"""Kinds of event whose sides may bear the names of countries."""


def placed(title: str, line: Line, clauses: list[Clause], frame: Frame, station: Place | None) -> str:
    """A title with the place that the sentence puts first, or that only stands before it, where the line bears it."""
    if frame.sense.type in UNPLACED or (frame.sense.type not in TALKED and _says_where(title, line)):
        return title
    if line.tags[frame.last : frame.last + 2] == ["coord", "verb"] and not frame.sense.undergoer:
        return title  # `attacked and looted embassies`: a line without its object is no better with its place
    where = _fronted(line, clauses, frame)
    if not where and station is not None and station.precision <= 3:
        where = line.words.titles["there"].format(place=station.name)
    known = where.partition(" ")[2] in title
    return title if not where or known or len(f"{title} {where}".split()) > MOST_WORDS else f"{title} {where}"


def _says_where(title: str, line: Line) -> bool:
    """Whether a title names a place."""
    return any(name.place is not None and (name.text in title or name.place.name in title)
               for name in line.names.values())  # fmt: skip


def _fronted(line: Line, clauses: list[Clause], frame: Frame) -> str:
    """The phrase of place at the head of the sentence, or the one that `where` goes back to."""
    clause = clauses[frame.clause] if frame.clause >= 0 else None
    if clause is None or clause.subject is None:
        return ""
    if clause.kind in OUTRIGHT:
        end = clause.subject[0]
        first = next((at for at in range(end) if _opens(line, at)), -1)
        return _phrase(line, first) if first >= 0 and BEFORE.issuperset(line.tags[:first]) else ""
    if clause.opener > 0 and line.lows[clause.opener] in line.words.words["where"]:
        last = next((at for at in range(clause.opener - 1, 0, -1) if _opens(line, at)), -1)
        return _phrase(line, last) if last >= 0 else ""
    return ""


def _opens(line: Line, at: int) -> bool:
    """Whether a preposition of place stands right before a name that is only a place."""
    name = line.names.get(at + 1)
    before = line.lows[at] in line.words.words["fronted_prepositions"]
    return before and name is not None and name.place is not None


def _phrase(line: Line, at: int) -> str:
    """The preposition with the whole name, where the name ends its phrase."""
    end = at + 1
    while line.names.get(end) is line.names[at + 1]:
        end += 1
    whole = end >= len(line.tags) or line.tags[end] in BEHIND
    return f"{line.lows[at]} {line.text[line.starts[at + 1] : line.ends[end - 1]]}" if whole else ""
