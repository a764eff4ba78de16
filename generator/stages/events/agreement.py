"""Singular or plural: which form of the verb a subject takes."""

from __future__ import annotations

from generator.model.event import NameMention
from generator.stages.events.phrases import Range, head_of
from generator.stages.events.tokens import Line

ANTECEDENT = "antecedent"
"""The rule of a name that a pronoun or a description stands for."""
OPENERS = frozenset({":", "dash", ".", ";", "quote", "time", ")"})
"""What a capital letter may follow without making a name."""
SINGULAR = ("ss", "us", "sis")
"""Endings in -s of nouns in the singular: `bus`, `crisis`, `mass`."""


def stands_for(name: NameMention) -> bool:
    """Whether the words are a pronoun or a description that the name should replace."""
    return name.text[:1].islower() or name.rule in {ANTECEDENT, "unnamed-group"}


def short_name(line: Line, name: NameMention | None) -> str:
    """The usual form of a name written out in full (`the Allied Democratic Forces`: ADF), else nothing. Persons and
    countries keep the name they are called by."""
    if name is None or name.actor is None or not name.text[:1].isupper() or name.actor.name in name.text:
        return ""
    kinds, short = line.words.name_kinds, name.actor.name
    if name.actor.kind in kinds["person"] or name.actor.kind in kinds["country"]:
        return ""
    return short if len(short.split()) < len(name.text.split()) else ""


def plural(line: Line, run: Range) -> bool:
    """Whether a subject is plural: coordinated, counted, or a plural noun."""
    head, words = head_of(line, run), line.words.words
    name = line.names.get(head)
    if coordinated(line, run) or (head in line.meant and line.lows[head] in words["plural_pronouns"]):
        return True
    if name is not None and name.actor is not None and stands_for(name):
        return _plural_name(line, name.actor.name.lower())
    share = next((at for at in range(run[0], run[1] - 1) if line.lows[at] in words["shares"]), -1)
    if share >= 0 and line.lows[share + 1] in words["of_only"] and share + 2 < run[1]:
        return plural(line, (share + 2, run[1]))
    first, after = line.lows[run[0]], line.lows[run[0] + 1 : run[0] + 2]
    if first in words["definite"] and after and after[0] in words["amounts"]:
        return False  # `the number of people killed`
    if first in words["quantities"] and not words["of_only"].isdisjoint(after):
        if first in words["one"]:
            return False  # `one of the Bedouins`
        if first.endswith("s"):
            return True
    if line.tags[head] == "num":
        return line.lows[head] not in words["one"]
    return _plural_word(line, head, name, line.tags[run[0]] in {"det", "num"})


def coordinated(line: Line, run: Range) -> int:
    """The token of `and` that joins two subjects, before any preposition of the first; 0 for none."""
    for index in range(run[0] + 1, run[1]):
        if line.tags[index] == "coord":
            return index
        if line.tags[index] in {"prep", "to"} and line.lows[index] not in line.words.words["of_in"]:
            return 0
    return 0


def _plural_name(line: Line, low: str) -> bool:
    words = line.words.words
    return low in words["plurals"] or (low.endswith("s") and low not in words["singular_names"])


def _plural_word(line: Line, head: int, name: NameMention | None, article: bool) -> bool:
    """Whether a head is plural by its form; a capital without an article is a name, which may end in -s."""
    low, words, nouns = line.lows[head], line.words.words, line.words.nouns
    short = short_name(line, name)
    if short:
        return _plural_name(line, short.lower())
    said = name.text.lower() if name is not None else ""
    if low in words["singular_nouns"] or (name is not None and not _plural_name(line, said)):
        return low in words["plurals"]
    if low in words["plural_pronouns"] or low in words["plurals"] or low in words["people"]:
        return True
    if low.endswith(SINGULAR) or not low.endswith("s"):
        return False
    opens = head == 0 or line.tags[head - 1] in OPENERS
    if name is None and low.endswith(line.words.endings["people_endings"]):
        return True  # `Libyans rise up`
    common = (opens and name is None) or not line.text[line.starts[head]].isupper()
    return common or article or low in nouns["people"] or low in nouns["force"]
