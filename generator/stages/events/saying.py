"""Verbs of saying that are nouns just as often: whether somebody stands before one who can say so."""

from __future__ import annotations

from generator.stages.events.tokens import VERBAL, Line

NAMING = frozenset({"noun", "name", "adj"})
FINITE = VERBAL | {"modal"}


def says(line: Line, index: int) -> bool:
    """Whether a present form is of a verb of saying that agrees with its subject: `the UN estimates that`."""
    known = line.words.verbs[line.lows[index]]
    agrees = ("base" if looks_plural(line, index - 1) else "s") in known.forms and not _with_article(line, index)
    return known.lemma in line.words.words["saying"] and agrees


def sources_say(line: Line, index: int) -> bool:
    """Whether a bare verb of saying stands behind several who can say so and before a clause of its own: `accounts
    [say] rebels burned the bridge`."""
    if index == 0 or not line.lows[index - 1].endswith("s") or not says(line, index):
        return False
    at, stop = index + 1, len(line.tags) - 1
    while at < stop and (line.tags[at] in NAMING or (line.tags[at + 1] in NAMING and _may_be_noun(line, at))):
        at += 1
    return index + 1 < at and line.tags[at] in FINITE


def _may_be_noun(line: Line, index: int) -> bool:
    return line.lows[index] in line.words.noun_verbs


def _with_article(line: Line, index: int) -> bool:
    """Whether an article of one thing stands before a name and its noun: `a Fox News [report] that`."""
    name, first = line.names.get(index - 1), index - 1
    while first > 0 and (line.tags[first - 1] == "name" or (name is not None and line.names.get(first - 1) is name)):
        first -= 1
    return first > 0 and line.lows[first - 1] in line.words.words["indefinite"]


def looks_plural(line: Line, index: int) -> bool:
    """Whether a word has the look of a plural: by its ending, or since it is listed."""
    low = line.lows[index] if index >= 0 else ""
    return low.endswith("s") or low in line.words.words["plurals"] or low in line.words.words["people"]


def only_says(line: Line, title: str) -> bool:
    """Whether a title ends in a verb of speech, so that it does not say what was said: `the minister [warns]`."""
    known = line.words.verbs.get(title.rpartition(" ")[2].lower())
    return known is not None and known.lemma in line.words.words["content_verbs"]
