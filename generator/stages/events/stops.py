"""Where what a clause tells ends, for titles that retell it: at a stop, before the next clause, before a relative."""

from __future__ import annotations

from generator.stages.events.clauses import Clause
from generator.stages.events.tokens import Line

SAID_UNTIL = frozenset({",", ";", ":", ".", "dash", "quote", "(", "?"})
TOLD_UNTIL = SAID_UNTIL | {"rel"}
NEXT = frozenset({"main", "coord", "resume", "sub", "part"})
"""Kinds of clause that begin something else: what was told ends before them."""
PARTING = frozenset({",", "dash", ";", ":", "("})
RULING = frozenset({"prep", "prepsub"})
NOUNS = frozenset({"noun", "name"})
QUOTED = 8
"""The longest quotation, in tokens, that a line takes in: `warned of "difficult days ahead"`."""


def told_until(line: Line, clauses: list[Clause], start: int, clause: Clause) -> int:
    """One past the last token of what a clause tells from `start` on."""
    limit = _next_clause(line, clauses, start, clause)
    if start < limit and line.tags[start] == "coord" and _turns(line, start, start):
        return start
    end = start
    while end < limit and (line.tags[end] not in TOLD_UNTIL or _hyphen(line, end)):
        end = _past_quotation(line, start, end + 1, limit)
        if end < limit and _turns(line, start, end):
            break
    if end == start:
        end = _past_quotation(line, start, end, limit)
    return max(_whole(line, clauses, start, end), start)


def _hyphen(line: Line, at: int) -> bool:
    """Whether a dash joins two words: `the U.S.-backed raid`."""
    joins = 0 < at < len(line.tags) - 1 and line.tags[at] == "dash"
    return joins and line.ends[at - 1] == line.starts[at] and line.ends[at] == line.starts[at + 1]


def _next_clause(line: Line, clauses: list[Clause], start: int, clause: Clause) -> int:
    limit = len(line.tags)
    for later in clauses:
        if later.start > clause.start and later.kind in NEXT:
            limit = min(limit, later.opener if later.opener > start else later.left)
    return limit


def _turns(line: Line, start: int, end: int) -> bool:
    """Whether a relative `that`, or a further clause after `and`, begins at a token."""
    tag, before = line.tags[end], line.tags[end - 1]
    if line.lows[end] in line.words.words["by"] and cites(line, end + 1):
        return True
    if tag == "that" and before in {"noun", "name"} and end > start:
        return True
    return tag == "coord" and line.tags[end + 1 : end + 2] in (["that"], ["rel"], ["sub"])


def cites(line: Line, index: int) -> bool:
    """Whether a source and no doer follows `by`: `by some accounts`."""
    index += line.tags[index : index + 1] in (["det"], ["num"], ["adj"])
    return index < len(line.lows) and line.lows[index] in line.words.words["cited"]


def _past_quotation(line: Line, start: int, index: int, limit: int) -> int:
    """Past a short quotation that begins at a token, and is over before anything else stops the line."""
    if index >= limit or line.tags[index] != "quote":
        return index
    for end in range(index + 1, min(limit, index + QUOTED + 2)):
        if line.tags[end] == "quote":
            return end + 1
        if line.tags[end] in SAID_UNTIL:
            break
    return index


def _whole(line: Line, clauses: list[Clause], start: int, end: int) -> int:
    """The end, moved back before words that a stop cut off: `demanded [that Saleh], whose ...`, `[and permit] "all`."""
    that = next((at for at in range(end - 1, start - 1, -1) if line.tags[at] == "that"), -1)
    if that >= 0 and not any(that < one.head < end for one in clauses):
        return that
    last = line.words.verbs.get(line.lows[end - 1]) if end - 1 > start and line.tags[end - 1] == "verb" else None
    if last is not None and last.lemma in line.words.words["saying"] and "ing" in last.forms:
        return end - 1  # `issued a statement [saying]: ...`
    quoted = line.tags[end : end + 1] == ["quote"]
    return end - 2 if quoted and end - 2 > start and line.tags[end - 2] == "coord" else end


def hangs_elsewhere(line: Line, last: int, at: int) -> bool:
    """Whether a stop, or a second noun that the line leaves out, stands before a phrase: `blasts and the sound [of
    jets]`, `injured 372 - the worst attack [on the city]`."""
    while last < at and (last in line.times or (line.tags[last] in RULING and last + 1 in line.times)):
        last += 1  # `fell back [on Friday] and the road to Homs`
    between = line.tags[last:at]
    second = between[:1] in (["coord"], ["det"]) and not NOUNS.isdisjoint(between)
    return second or not PARTING.isdisjoint(between)
