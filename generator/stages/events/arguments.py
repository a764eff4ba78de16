"""Who: the actors of a frame with their roles, out of the names and descriptions around its trigger."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.languages.events import Sense
from generator.model.event import Actor, NameMention
from generator.stages.events.apposition import belonging, is_unknown_group, is_unknown_name
from generator.stages.events.clauses import Clause
from generator.stages.events.frames import Frame, names_in
from generator.stages.events.merge import DEEDS
from generator.stages.events.objects import object_after
from generator.stages.events.phrases import Range, head_of, initials, name_start
from generator.stages.events.tokens import Line
from generator.stages.events.whereabouts import of_ground

Run = tuple[str, Range, str]
"""A role, the noun phrase that has it, and the preposition before it."""
TOWARDS = frozenset({"territory-change", "deployment", "displacement", "diplomacy-talks"})
"""Types of event whose object is where people go or come from, not whom they meet."""
MUTUAL = frozenset({"diplomacy-talks", "agreement", "battle"})
"""Types of event whose object is the other side: `fought [insurgents]`, `met [rebel leaders]`."""
AIMED = frozenset({"sanctions", "statement", "agreement"})
"""Types of event that are aimed at a government by any preposition: `sanctions on Iran`."""


def actors_of(line: Line, clauses: list[Clause], frame: Frame) -> tuple[Actor, ...]:
    """The actors of a frame with their roles, each once, agents first."""
    found: dict[str, Actor] = {}
    for run in _actor_runs(line, clauses, frame):
        for actor in _actors_in(line, frame, run):
            found.setdefault(actor.name, Actor(actor.name, actor.kind, actor.aliases, actor.country, run[0]))
    return tuple(found.values())


def _actor_runs(line: Line, clauses: list[Clause], frame: Frame) -> Iterator[Run]:
    words = line.words.words
    tells = frame.sense.light and frame.sense.verb and clauses[frame.clause].lemma in words["recounting"]
    if frame.agent and not tells:
        befell = not frame.sense.verb and line.lows[frame.first] in words["befallen"]
        yield ("patient" if befell and frame.agent[1] == frame.first else "agent"), frame.agent, ""  # `[his] arrest`
    doer = _doer(line, clauses, frame)
    if doer:
        yield "agent", doer, ""
    side = frame.first - 1
    if not frame.sense.verb and frame.sense.type in DEEDS and line.lows[side] in line.words.raw["sides"]:
        yield "agent", (side, frame.first), ""  # `a [rebel] raid`
    if frame.patient and not frame.sense.ground:
        yield "patient", frame.patient, line.lows[frame.last - 1]
    ground = line.words.nouns["ground"]
    for at, run in frame.phrases:
        before = line.lows[at - 1] if at else ""
        if line.lows[at] in words["party_prepositions"] and before not in ground and before not in words["according"]:
            yield "party", run, line.lows[at]
    for other in frame.joined:
        yield from _actor_runs(line, clauses, other)


def _doer(line: Line, clauses: list[Clause], frame: Frame) -> Range | None:
    """Who does what a noun names: the subject of its light verb, or of a verb that carries it out
    (`the president chaired [talks]`), but not of one that only tells of it (`a nurse confirmed [12 deaths]`)."""
    words = line.words.words
    index = frame.light_clause if frame.light_clause >= 0 else frame.clause
    if frame.sense.verb or index < 0:
        return None
    clause = clauses[index]
    if frame.light_clause >= 0 and clause.lemma in words["recounting"]:
        return None
    if frame.light_clause < 0 and (clause.lemma not in words["conducting"] or frame.first < clause.end):
        return None
    subject = clause.subject
    return subject if subject and not subject[0] <= frame.first < subject[1] else None


def _actors_in(line: Line, frame: Frame, run: Run) -> Iterator[Actor]:
    tokens = run[1]
    named = [name for name in names_in(line, tokens) if name.actor is not None]
    apposed = list(belonging(line, tokens))
    if apposed and any(name.actor and name.actor.kind in line.words.name_kinds["person"] for name in apposed):
        named = [name for name in named if not _governs(line, name)]
    elif len(named) > 1:
        named = [*(one for one, after in pairwise(named) if not _titles(line, one, after)), named[-1]]
    for name in [*named, *apposed]:
        if name.actor is not None and _acts(line, frame.sense, name, run, len(named)):
            yield name.actor
    last = next((at for at in range(tokens[1] - 1, tokens[0], -1) if line.tags[at] == "coord"), -1) if apposed else -1
    if last >= 0:
        run = run[0], (tokens[0], last), run[2]  # the apposition is of the last of several
    if not apposed or last >= 0:
        sent = frame.sense.type == "deployment" and frame.agent is None  # `[paratroopers] were sent to the gorge`
        yield from _others(line, run, named, sent or frame.sense.type in MUTUAL)


def _others(line: Line, run: Run, named: list[NameMention], mutual: bool) -> Iterator[Actor]:
    """Those of a noun phrase whom no list names, each side of `and` by itself: `the army and [the rebels]`."""
    role, tokens, preposition = run
    persons = bool(named) and any(_is_person(line, name) for name in named)
    takes_part = role == "agent" or _is_side(line, preposition) or (mutual and role == "patient")
    split = not named or persons or takes_part
    sides = list(_sides(line, tokens)) if split else []
    for side in sides:
        if named and any(name in named for name in names_in(line, side)):
            continue
        if persons and len(sides) > 1 and side[1] - side[0] > 1 and is_unknown_name(line, side, side[1] - 1):
            yield Actor(_whole(line, side, side[1] - 1), "person")  # `Ali Musa, [Fran Tudor] and John Banda`
        else:
            yield from _unnamed(line, role, side, takes_part, alone=not named)


def _is_person(line: Line, name: NameMention) -> bool:
    return name.actor is not None and name.actor.kind in line.words.name_kinds["person"]


def _is_side(line: Line, preposition: str) -> bool:
    return preposition in line.words.words["sides"]


def _sides(line: Line, run: Range) -> Iterator[Range]:
    """The parts of a noun phrase that `and` joins, or commas before it, each a noun phrase; of a thing between people
    only these: `talks with [rebels]`, `a truce between [elders] and [gangs]`."""
    start = _past_thing(line, run)
    joined = "coord" in line.tags[run[0] : run[1]]
    for at in range(start + 1, run[1] - 1):
        if line.tags[at] == "coord" or (joined and line.tags[at] == ","):
            yield start, at
            start = at + 1
    yield start, run[1]


def _past_thing(line: Line, run: Range) -> int:
    """Where those begin whom a thing is between."""
    inside = line.tags[run[0] + 1 : run[1] - 1]
    first = run[0] + 1 + inside.index("prep") if "prep" in inside else run[0]
    if line.lows[first] not in line.words.words["sides"]:
        return run[0]
    return run[0] if line.lows[head_of(line, (run[0], first))] in line.words.nouns["people"] else first + 1


def _governs(line: Line, name: NameMention) -> bool:
    return name.actor is not None and name.actor.kind in line.words.name_kinds["country"]


def _titles(line: Line, name: NameMention, after: NameMention) -> bool:
    """Whether a country's name only says of which country the person named next is an officer: `the Chadian
    president Idriss Déby`."""
    if after.actor is None or after.actor.kind not in line.words.name_kinds["person"]:
        return False
    return _governs(line, name) and after.span.start - name.span.end <= 1


def _acts(line: Line, sense: Sense, name: NameMention, run: Run, count: int) -> bool:
    """Whether a name that may be a place or the government there is the government: `fled to Burundi` and
    `left Congo` speak of the place, `talks with Burundi` and `accused Congo` of the government."""
    role, _, preposition = run
    if name.place is None or (role == "agent" and not _inside_phrase(line, name, run[1])):
        return True
    if role == "agent" or _inside_phrase(line, name, run[1]):
        return name.place.kind == "country"
    if role == "patient":
        if name.place.kind != "country" and sense.type in DEEDS:
            return False
        return sense.type not in TOWARDS or not (name.place.kind != "country" or takes_place(sense))
    if preposition in line.words.words["sides"]:
        return True
    return count == 1 and sense.type in AIMED


def _inside_phrase(line: Line, name: NameMention, run: Range) -> bool:
    """Whether a name in a noun phrase only says where: `bombs in a suburb [of Kabul]`, `[Kabul] airport`."""
    first = next((at for at in range(*run) if line.names.get(at) is name), run[0])
    return (first > run[0] and line.tags[first - 1] in {"prep", "prepsub"}) or of_ground(line, first, name)


def takes_place(sense: Sense) -> bool:
    """Whether a verb wants a place as its object: seize, leave, bomb."""
    return sense.verb and any("place" in need.options for need in sense.needs)


def _unnamed(line: Line, role: str, run: Range, side: bool, alone: bool) -> Iterator[Actor]:
    """A group as the text describes it, one that no list knows, or, where nobody else is named, such a person."""
    head = head_of(line, run)
    group = line.words.raw["sides"].get(line.lows[head]) if run[1] - run[0] == 1 else None
    if side and group:
        yield Actor(group, "group")
        return
    behind = _group_behind(line, run, head)
    if side and behind >= 0:
        low = head + 2 if line.tags[behind] == "name" else name_start(line, head, behind)
        yield Actor(_description(line, (low, behind + 1), behind), "group")
    elif side and line.tags[head] in {"noun", "name"} and _is_group(line, run, head):
        yield Actor(_description(line, run, head), "group")
    elif alone and (role != "party" or side) and is_unknown_group(line, run, head):
        yield Actor(_whole(line, run, head), "group")
    elif alone and role == "patient" and line.lows[head] in line.words.nouns["strongpoint"] and _owner(line, run, head):
        yield Actor(line.text[line.starts[head - 1] : line.ends[head - 1]], "group")  # `the [UNMIT] compound`
    elif alone and role != "party" and is_unknown_name(line, run, head):
        yield Actor(_whole(line, run, head), "person")


def _owner(line: Line, run: Range, head: int) -> bool:
    """Whether initials that nobody lists stand before a noun: whose it is."""
    at = head - 1
    return at > run[0] and line.tags[at] == "name" and at not in line.names and initials(line, at)


def _is_group(line: Line, run: Range, head: int) -> bool:
    """Whether a noun is a group's that takes part, by itself or by the noun before it: `rebel [leaders]`, `armed
    [men]`, but not just any men."""
    agents, before = line.words.nouns["agents"], head - 1 if head > run[0] else -1
    if line.lows[head] in line.words.words["anyone"]:
        return before >= 0 and line.tags[before] in {"adj", "noun", "name"}
    leads = before >= 0 and line.lows[before] in agents and line.lows[head] in line.words.nouns["notable"]
    return line.lows[head] in agents or leads or _is_band(line, run[0], head)


def _is_band(line: Line, first: int, head: int) -> bool:
    """Whether a noun and the name before it are a group's that nobody lists: `the Tano [clan]`, `the Red Lion
    [brigade]`."""
    words, before = line.words.words, head - 1
    named = before >= first and line.tags[before] == "name" and before not in line.names
    named = named or _is_numbered(line, first, head)
    return named and any(line.lows[head] in words[kind] for kind in ("group_nouns", "called_nouns", "bands"))


def _is_numbered(line: Line, first: int, head: int) -> bool:
    """Whether an ordinal before a name is part of it: `the [44th] Division`."""
    low = line.lows[head - 1] if head > first else ""
    return low[:1].isdigit() and low[-1:].isalpha() and line.tags[head] == "name"


def _group_behind(line: Line, run: Range, head: int) -> int:
    """The group that some people belong to: `men of the [militia]`, `fighters from the [cartel]`; -1 without one."""
    people = line.lows[head] in line.words.words["anyone"] or line.lows[head] in line.words.nouns["combatant"]
    if not people or line.lows[head + 1 : head + 2] == [] or line.lows[head + 1] not in line.words.words["belonging"]:
        return -1
    group = object_after(line, head + 2, len(line.tags))
    at = head_of(line, group) if group else -1
    if group is None or at in line.names:
        return -1
    if line.tags[at] == "name" and line.tags[group[0]] == "det" and at > group[0] + 1:
        return at  # `fighters of the [Southern Belt]`
    return at if line.lows[at] in line.words.nouns["agents"] or _is_band(line, group[0], at) else -1


def _whole(line: Line, run: Range, head: int) -> str:
    """The capitalised words that end with a head."""
    start = name_start(line, run[0], head)
    return " ".join(line.text[line.starts[start] : line.ends[head]].split())


def _description(line: Line, run: Range, head: int) -> str:
    """A group without a name, as the text calls it: `protesters`, `government forces`."""
    start = head
    while start > run[0] and line.tags[start - 1] in {"noun", "adj", "name"}:
        start -= 1
    start -= _is_numbered(line, run[0], start)
    while line.lows[start] in line.words.words["on_the_move"]:
        start += 1  # `retreating [rebels]`
    words = line.text[line.starts[start] : line.ends[head]]
    plain = any(line.lows[start] in line.words.nouns[kind] for kind in ("agents", "office", "force", "people"))
    plain = plain or (start == 0 and line.tags[start] != "name")
    return words[:1].lower() + words[1:] if plain and line.text.startswith(words) else words
