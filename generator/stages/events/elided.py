"""Nouns that are left out: `They had a first draft. Envoys signed [the final one] on Monday.`"""

from __future__ import annotations

from generator.stages.events.tokens import Line


def contrasted(line: Line) -> str:
    """The last common noun of a line that an adjective sets apart from others of its kind; empty without one."""
    words = line.words.words
    if words["contrasting"].isdisjoint(line.vocabulary):
        return ""
    for index in range(len(line.lows) - 1, 0, -1):
        if line.lows[index - 1] in words["contrasting"] and line.tags[index] == "noun":
            return line.lows[index] if line.lows[index] not in words["one"] else ""
    return ""


def put_back(line: Line, noun: str) -> None:
    """Let `the final one` name the thing that an adjective of the same sort stood before."""
    words = line.words.words
    if not noun or words["one"].isdisjoint(line.vocabulary):
        return
    for index in range(2, len(line.lows)):
        apart = line.lows[index - 1] in words["contrasting"] and line.lows[index - 2] in words["articles"]
        if line.lows[index] in words["one"] and apart and line.tags[index + 1 : index + 2] != ["noun"]:
            line.stand_for(index, noun)
            line.tags[index - 1] = "adj"
