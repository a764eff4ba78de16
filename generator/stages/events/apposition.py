"""Names beside a noun phrase that say who or what it is: appositions, and whoever a participle names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.event import Actor, NameMention
from generator.model.text import Span
from generator.stages.events.frames import names_in
from generator.stages.events.objects import object_after
from generator.stages.events.phrases import Range, head_of, initials, name_start, unknown_end
from generator.stages.events.tokens import Line

APPOSED = "apposed"
"""The rule behind a name that nobody lists, set off from who bears it."""
BETWEEN = frozenset({"prep", "time", "name", "noun", "det", "adj", "to", "poss", "num"})
"""What may stand between a noun phrase and the list of those it means: `were held [on Friday in Homs], among them`."""
CLOSING = frozenset({",", ".", ";", ":", ")", "(", "dash", "coord", "quote"})
"""How many letters initials have."""
LONGEST_NAME, LONGEST_ROLE = 4, 5
"""How many tokens a name that nobody lists may have, and the words before it that say who bears it."""
LONGEST_INSERTION = 8
"""How many tokens of a participle may stand between a noun and its apposition."""


def belonging(line: Line, run: Range) -> Iterator[NameMention]:
    """The names of actors that stand beside a noun phrase and belong to it:
    `the governor, [Khamis Abakar],` · `[Kofi Annan], the envoy` · `a missile fired by [the Houthis]` ·
    `eleven countries, among them [France]`."""
    after = line.tags[run[1]] if run[1] < len(line.tags) else ""
    earlier = _before(line, run) if run[0] > 1 and line.tags[run[0] - 1] == "," else None
    if earlier is not None:
        yield earlier
    short = _bracketed(line, run) if after == "(" else None
    if short is not None:
        yield short
    if after in {",", "verb"}:
        yield from _after(line, run)
        yield from _by_participle(line, run)
    if not line.words.words["inserting"].isdisjoint(line.vocabulary):
        yield from _inserted(line, run)


def _after(line: Line, run: Range) -> Iterator[NameMention]:
    """The names after a comma: `the UN envoy, Martin Griffiths, plans`, `the ministers, Ann Lee and Jo Field, signed`;
    a participle may come first."""
    comma = run[1]
    if _opens_participle(line, comma):
        comma = next((at for at in range(comma, min(comma + LONGEST_INSERTION, len(line.tags)))
                      if line.tags[at] == ","), comma)  # fmt: skip
    if line.tags[comma : comma + 1] != [","]:
        return
    found: list[NameMention] = []
    at = comma + 1
    while True:
        start = _past_role(line, at)
        name = line.names.get(start) or _unlisted(line, run, start, bool(found))
        if name is None or name.actor is None or name.place is not None:
            break
        if name.rule != APPOSED and not _fits(line, run, name):
            break
        found.append(name)
        at = _past(line, start, name)
        if line.tags[at : at + 1] not in (["coord"], [","]):
            break
        at += 1
    if found and (at >= len(line.tags) or line.tags[at] in CLOSING or line.tags[at - 1] == ","):
        yield from found


def _past(line: Line, start: int, name: NameMention) -> int:
    """One past the last token of a name, listed or not."""
    if start in line.names:
        while line.names.get(start) is name:
            start += 1
        return start
    return unknown_end(line, start)


def _past_role(line: Line, at: int) -> int:
    """Past what tells more of a name that follows: `[the barrister] Ann Lee`, `[the] Red Front`."""
    index = at + (line.tags[at : at + 1] == ["det"])
    while index < at + LONGEST_ROLE and line.tags[index : index + 1] in (["noun"], ["adj"]):
        index += 1
    return index if line.tags[index : index + 1] == ["name"] else at


def _unlisted(line: Line, run: Range, start: int, further: bool) -> NameMention | None:
    """A name that nobody lists, set off by commas from the noun phrase that says who bears it: a person's (`an officer,
    [Raj Thapa], was killed`), or the initials of a body (`the broadcaster, [RTNB],`)."""
    end = unknown_end(line, start)
    if line.titled or end == start or end - start > LONGEST_NAME or not _capital(line, start):
        return None
    head, nouns = line.lows[head_of(line, run)], line.words.nouns
    closed = end >= len(line.tags) or line.tags[end] in CLOSING
    person = any(head in nouns[kind] for kind in ("people", "office", "combatant", "notable"))
    person = person or _countryman(line, run)
    if initials(line, start) and end == start + 1 and closed and not person and head not in nouns["ground"]:
        return _made(line, start, end, "group")
    if person and closed and (end > start + 1 or not further):
        return _made(line, start, end, "person")
    return None


def _countryman(line: Line, run: Range) -> bool:
    """Whether a noun phrase is somebody by his country alone: `another [Briton]`, `a [New Zealander]`."""
    head = head_of(line, run)
    return line.tags[head] == "name" and line.tags[run[0]] == "det" and head not in line.names


def _made(line: Line, start: int, end: int, kind: str) -> NameMention:
    text = " ".join(line.text[line.starts[start] : line.ends[end - 1]].split())
    return NameMention(Span("", line.starts[start], line.ends[end - 1]), text, actor=Actor(text, kind), rule=APPOSED)


def _capital(line: Line, index: int) -> bool:
    return line.text[line.starts[index]].isupper()


def _bracketed(line: Line, run: Range) -> NameMention | None:
    """The short form in brackets behind a noun phrase that no list knows: `the intelligence service ([SNR])`, `Ansar
    al-Nasr ([AaN])`."""
    at, head = run[1] + 1, run[1] - 1
    if line.tags[at + 1 : at + 2] != [")"] or at in line.names or head in line.names:
        return None
    named = line.tags[head] == "name" and sum(map(str.isupper, line.text[line.starts[at] : line.ends[at]])) > 1
    return _made(line, at, at + 1, "group") if named or (line.tags[head] == "noun" and initials(line, at)) else None


def _opens_participle(line: Line, index: int) -> bool:
    """Whether a participle with its agent follows: `the mayor [chosen by] the council`."""
    return index + 1 < len(line.tags) and line.tags[index] == "verb" and line.lows[index + 1] in line.words.words["by"]


def _before(line: Line, run: Range) -> NameMention | None:
    """The name before a comma: `Kofi Annan, [the envoy]`, `the Allied Democratic Forces (ADF), [a group]`."""
    at = run[0] - 2
    if line.lows[run[0]] not in line.words.words["articles"]:
        return None
    if line.tags[at] == ")":
        while at > 0 and line.tags[at] != "(":
            at -= 1
        at -= 1
    name = line.names.get(at)
    if name is None or name.actor is None or name.place is not None or not _fits(line, run, name):
        return None
    while at >= 0 and line.names.get(at) is name:
        at -= 1
    return name if at < 0 or line.tags[at] not in {"prep", "prepsub", "to", "verb"} else None


def _fits(line: Line, run: Range, name: NameMention) -> bool:
    """Whether a noun phrase can be another word for an actor: a person's office, a group's kind."""
    nouns, words = line.words.nouns, line.words.words
    tokens = line.lows[run[0] : run[1]]
    if name.actor is not None and name.actor.kind in line.words.name_kinds["person"]:
        return any(not nouns[kind].isdisjoint(tokens) for kind in ("people", "office", "combatant", "post", "notable"))
    return not (words["group_nouns"] | words["bodies"]).isdisjoint(tokens)


def _by_participle(line: Line, run: Range) -> Iterator[NameMention]:
    """Whoever a participle after a noun names: `a coalition led by X`, `the talks, brokered by X,`."""
    at = run[1]
    at += at < len(line.tags) and line.tags[at] == ","
    if not _opens_participle(line, at):
        return
    head = line.lows[head_of(line, run)]
    nouns = line.words.nouns
    led = line.lows[at] in line.words.words["led"]  # `a delegation led by X` is X and others
    if (head in nouns["office"] and head not in nouns["force"] and not led) or _harms(line, at):
        return
    found = object_after(line, at + 2, len(line.tags))
    if found:
        yield from (name for name in names_in(line, found) if name.actor is not None)


def _harms(line: Line, verb: int) -> bool:
    """Whether a participle's agent is somebody else's enemy: `soldiers killed by rebels`."""
    return any(sense.toll and not sense.rest for sense in line.words.triggers.get(line.lows[verb], ()))


def _inserted(line: Line, run: Range) -> Iterator[NameMention]:
    """The names of an inserted list: `eleven countries, among them France and Britain,`."""
    at = run[1]
    while at < len(line.tags) and line.tags[at] in {"have", "be", "adv"}:
        at += 1
    if line.tags[at : at + 1] == ["verb"]:
        at += 1
        if line.tags[at : at + 1] not in (["prep"], ["time"], [","]):
            return  # the list may be of the verb's object
    while at < len(line.tags) and line.tags[at] in BETWEEN:
        at += 1
    if line.tags[at : at + 1] != [","] or line.lows[at + 1] not in line.words.words["inserting"]:
        return
    at += 2
    while at < len(line.tags) and (line.tags[at] in {"pron", "det", ",", "coord", "name", "adj", "noun", "num"}):
        name = line.names.get(at)
        if name is not None and name.actor is not None and line.names.get(at - 1) is not name:
            yield name
        at += 1


def is_unknown_group(line: Line, run: Range, head: int) -> bool:
    """Whether a noun phrase is the proper name of a group that nobody lists: initials (`the MPA`), or a plural in
    capitals behind `the` (`the Red Scorpions`)."""
    if line.tags[head] != "name" or head in line.names or line.titled:
        return False
    if initials(line, head):
        return head == run[0] or line.tags[head - 1] == "det" or _says_group(line, head - 1)
    word = line.text[line.starts[head] : line.ends[head]]
    start = name_start(line, run[0], head)
    if any(index in line.names for index in range(start, head)) or not word.isalpha():
        return False  # `two F-16s` are no group
    if not line.pacts.keys().isdisjoint(range(start, head)):
        return False  # nor are `the Oslo Accords`
    return start > run[0] and line.tags[start - 1] == "det" and word.endswith("s") and word[0].isupper()


def _says_group(line: Line, index: int) -> bool:
    """Whether a common noun says that the name behind it is a group's: `the opposition [platform] CNARED`."""
    words, low = line.words.words, line.lows[index]
    return line.tags[index] == "noun" and (low in words["group_nouns"] or low in words["called_nouns"])


def is_unknown_name(line: Line, run: Range, head: int) -> bool:
    """Whether a noun phrase is a proper name that nobody lists: a capital says so, except in title case or for
    a single word that opens the sentence. A common noun before it must name a person (`the driver Ali Musa`)."""
    if line.tags[head] != "name" or head in line.names or line.titled or not line.text[line.starts[head]].isupper():
        return False
    start = name_start(line, run[0], head)
    barred = line.words.words["no_place_words"]
    if any(index in line.names or line.lows[index] in barred for index in range(start, head + 1)):
        return False
    before = line.tags[start - 1] if start > run[0] else ""
    if before in {"noun", "adj", "num"} and line.lows[start - 1] not in line.words.nouns["people"]:
        return False
    opens = start == 0 or line.tags[start - 1] in {"quote", ":", "dash", ";", ".", "time"}
    known = line.text[line.starts[head] : line.ends[head]] in line.proper and line.lows[head] not in line.words.triggers
    return before != "det" and (start < head or not opens or known)
