"""Where: the places of a frame, out of the names in its reach and, where it has none, in the clauses tied to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.event import NameMention, Place
from generator.stages.events.clauses import Clause
from generator.stages.events.frames import Frame, names_in
from generator.stages.events.merge import DEEDS, PLEDGE
from generator.stages.events.phrases import Range
from generator.stages.events.tokens import Line

UNPLACED = frozenset({"statement", "sanctions"})
"""Types of event that do not happen where the rest of the sentence does."""
TALKS = frozenset({"diplomacy-talks", "agreement"})
POLITICAL = frozenset({"diplomacy-talks", "agreement"})
"""Types of event that are rarely where troops moved at another time."""
IN_PHRASE = frozenset({"det", "noun", "adj", "name", "coord", ","})

FINITE = frozenset({"verb", "be", "have", "modal"})
"""Before one of them stands no noun that `in which` could go back to."""
APART = frozenset({",", "coord", "dash", "(", ";", ":"})
"""Classes of what parts a share of a number from its whole."""
COUNTED_PARTS = frozenset({"num", "noun", "adj", "prep", "name", "coord", ",", "det"})
"""Classes of words in a list of parts: `10 in Homs, three people in Hama and one each in Aleppo and Idlib`."""


def places_of(line: Line, clauses: list[Clause], frame: Frame) -> tuple[Place, ...]:
    """The places where a frame happened, nearest and most exact first."""
    names = _here(line, frame, _place_names(line, clauses, frame))
    exact = [name for name in names if not _only_named_for(line, name)]
    return _once(iter(exact or names)) or _once(_signed_at(line, frame))


def _only_named_for(line: Line, name: NameMention) -> bool:
    """Whether a place only tells more of something else: whose head (`the mayor of [Homs] died in Idlib`), or where
    another place lies (`at Sake, west of [Goma]`)."""
    at = next((index for index in sorted(line.names) if line.names[index] is name), 0)
    words = line.words.words
    if at > 1 and line.lows[at - 1] in words["overlooking"] and line.tags[at - 2] == "noun":
        return True  # `Runa, a hill above [Orsk]`
    if at < 2 or line.lows[at - 1] not in words["of_only"]:
        return False
    return line.lows[at - 2] in words["heads_of_places"] or line.lows[at - 2] in words["directions"]


def tied_places(line: Line, clauses: list[Clause], frame: Frame) -> tuple[Place, ...]:
    """The places of the clauses tied to a frame that names none itself: `was shot [as troops entered Homs]`,
    `[in Minsk,] a crowd that ... clashed with police`."""
    return _once(iter(_here(line, frame, _tied_names(line, clauses, frame))))


def _here(line: Line, frame: Frame, names: Iterator[NameMention]) -> list[NameMention]:
    """Of these places those where a frame happened: what is undertaken is not agreed where it is to be done
    (`undertook in Cairo [to rebuild the camps in Chad]`)."""
    if frame.sense.name != PLEDGE:
        return list(names)
    before = {id(line.names[at]) for at in range(frame.last) if at in line.names}
    return [name for name in names if id(name) in before]


def _signed_at(line: Line, frame: Frame) -> Iterator[NameMention]:
    """The place that what is signed has its name from: `signed the [Minsk] Protocol`."""
    signs = frame.sense.type == "agreement" and frame.sense.lemma.partition(" ")[0] in line.words.words["concluding"]
    for at in range(*frame.patient) if signs and frame.patient and line.pacts else ():
        if at in line.pacts:
            yield line.pacts[at]


def _once(names: Iterator[NameMention]) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    for name in names:
        if name.place is not None:
            found.setdefault(name.place.name, name.place)
    return tuple(found.values())


def _place_names(line: Line, clauses: list[Clause], frame: Frame) -> Iterator[NameMention]:
    yield from _undergone(line, frame)
    low, high = frame.reach
    high = _before_source(line, frame.last, _before_another(line, frame.last, high))
    where = line.words.words["place_prepositions"]
    for at, name in sorted(_by_first(line, low, high)):
        if frame.anchor >= 0 and frame.patient and frame.patient[0] <= at < frame.patient[1]:
            continue
        if _origin(line, at) or _of_part(line, at) or _seat(line, at):
            continue
        if _comes_from(line, frame, at) or (frame.sense.type in TALKS and _is_side(line, at, name)):
            continue
        if (frame.sense.ground and leads_to(line, at)) or _receives(line, frame, at, name):
            continue
        noun_modifier = not frame.sense.verb and frame.first - 3 <= at < frame.first
        pure = name.actor is None and (noun_modifier or _inside_phrase(line, at, where, low))
        modifies = is_city(name) and of_ground(line, at, name)
        there = line.lows[at] in line.words.words["there"]
        if pure or modifies or there or _follows(line, at, where):
            yield name
    antecedent = _where(line, clauses, frame)
    if antecedent is not None:
        yield antecedent
    for other in frame.joined:
        yield from _place_names(line, clauses, other)


def is_city(name: NameMention) -> bool:
    """Whether a name that may be a government too is first of all a city: `Damascus`, not `Syria`."""
    return name.place is not None and name.place.kind != "country"


def of_ground(line: Line, at: int, name: NameMention) -> bool:
    """Whether a place name tells which airport, dam or market a noun phrase speaks of: `the Tabqa dam burst`."""
    while at < len(line.tags) and line.names.get(at) is name:
        at += 1
    return at < len(line.tags) and line.tags[at] == "noun" and line.lows[at] in line.words.nouns["ground"]


def leads_to(line: Line, at: int) -> bool:
    """Whether a place is only where a way leads: `on the road to Aleppo`, `Hama, gateway to the north`."""
    words = line.words.words
    return at > 1 and line.tags[at - 1] == "to" and line.lows[at - 2] in words["ways"]


def _ends(line: Line, low: int, high: int) -> list[NameMention]:
    """The places of a stretch that a way in it leads to: who takes the road has not taken the town."""
    return [name for at, name in _by_first(line, low, high) if at - 2 >= low and leads_to(line, at)]


def _seat(line: Line, at: int) -> bool:
    """Whether a place is only the seat of a government that acts: `the government in Kabul signed`."""
    words = line.words.words
    return at > 1 and line.lows[at - 1] in words["of_in"] and line.lows[at - 2] in words["seated"]


def _origin(line: Line, at: int) -> bool:
    """Whether a place is only where people come from: `fighters from Misrata shelled it`, `men from Chad and Togo`."""
    while at > 2 and line.tags[at - 1] in {",", "coord", "name"} and at - 1 not in line.times:
        at -= 1
    if at < 2 or line.lows[at - 1] not in line.words.words["from"]:
        return at > 2 and line.lows[at - 1] in line.words.words["articles"] and _origin(line, at - 1)
    nouns, low = line.words.nouns, line.lows[at - 2]
    return low in nouns["force"] or low in nouns["people"] or low in nouns["movable"]


def _comes_from(line: Line, frame: Frame, at: int) -> bool:
    """Whether a place is only where those who arrive have come from: `flew in [from Freetown]`."""
    words = line.words.words
    if not frame.sense.verb or line.lows[at - 1] not in words["from"]:
        return False
    into = frame.first + 1 < at and line.lows[frame.first + 1] in words["in_only"]
    return into or frame.sense.lemma.split()[0] in words["arriving"]


def _is_side(line: Line, at: int, name: NameMention) -> bool:
    """Whether a country is a side of talks, not their place: `talks between [Ghana] and [Togo]`."""
    if name.actor is None:
        return False
    while at > 0 and (line.tags[at - 1] in IN_PHRASE or at in line.names):
        at -= 1
        if line.lows[at] in line.words.words["between"]:
            return True
    return at > 0 and line.lows[at - 1] in line.words.words["between"]


def _receives(line: Line, frame: Frame, at: int, name: NameMention) -> bool:
    """Whether a country only gets what is given: `were handed [to Gabon]`, but not `were flown to Gabon`."""
    given = frame.sense.verb and frame.sense.lemma.partition(" ")[0] in line.words.words["giving"]
    return given and name.actor is not None and line.tags[at - 1] == "to"


def _of_part(line: Line, at: int) -> bool:
    """Whether only some of those counted were there: `60 died across the country, including [12 in Homs]`."""
    if line.tags[at - 1] == "prep" and line.tags[at - 2] == "pron" and at > 3 and line.tags[at - 4] == "num":
        # `70 died, [30 of them in Homs]`, but not `shot two of them in Homs`
        first = at - 4
        while first and line.tags[first] in {"num", "adv", "adj", "prep", "prepsub"}:
            first -= 1
        return line.tags[first] in APART and line.lows[at - 3] in line.words.words["of_only"]
    counted = at - 2 - (line.tags[at - 2 : at - 1] == ["noun"])
    if counted <= 0 or line.tags[at - 1] != "prep" or line.tags[counted] != "num":
        return False
    inserting = line.words.words["inserting"]
    while counted and line.tags[counted] in COUNTED_PARTS and line.lows[counted] not in inserting:
        counted -= 1
    return line.lows[counted] in inserting


def _before_another(line: Line, low: int, high: int) -> int:
    """Where another event begins that may have happened elsewhere: `struck the port [in reply to attacks in the Red
    Sea]`, `killed a judge [a year after the fall of Palmyra]`."""
    reasons, other_times = line.words.words["reasons"], line.words.words["other_times"]
    if reasons.isdisjoint(line.lows[low:high]) and other_times.isdisjoint(line.lows[low:high]):
        return high
    for at in range(low, high - 1):
        if line.lows[at] in reasons and line.tags[at + 1] == "to":
            return at
        if line.lows[at] in other_times and line.tags[at + 1] != "time":
            return at
    return high


def _before_source(line: Line, low: int, high: int) -> int:
    """Where a sentence begins to tell who says so: `died, [according to officials in Goma]`."""
    according = line.words.words["according"]
    if according.isdisjoint(line.vocabulary):
        return high
    return next((at for at in range(low, high) if line.lows[at] in according), high)


def _undergone(line: Line, frame: Frame) -> Iterator[NameMention]:
    """The places that are taken, left or reached: the object, or what follows the trigger's own preposition."""
    if frame.anchor in line.names and frame.sense.ground:
        yield line.names[frame.anchor]
    elif frame.sense.ground and frame.patient:
        ends = _ends(line, *frame.patient)
        yield from (name for name in names_in(line, frame.patient) if name not in ends)
    elif frame.sense.verb and frame.patient:
        deed = frame.sense.type in DEEDS
        names = names_in(line, frame.patient)
        yield from (name for name in names if name.actor is None or (deed and is_city(name)))
    for at, run in frame.phrases:
        if frame.first <= at < frame.last:
            yield from names_in(line, run)


def _by_first(line: Line, low: int, high: int) -> list[tuple[int, NameMention]]:
    found: list[tuple[int, NameMention]] = []
    names = line.names
    for index in range(low, high) if names else ():
        if index in names:
            name = names[index]
            if name.place is not None and (not found or found[-1][1] is not name):
                found.append((index, name))
    return found


def _follows(line: Line, index: int, where: frozenset[str]) -> bool:
    """Whether a preposition of place rules a name: `in Goma`, `near the city of Sake`, `in Sake and Goma`."""
    of = line.words.words["of_only"]
    index -= 1
    while index >= 0 and (line.tags[index] in IN_PHRASE or line.lows[index] in of):
        index -= 1
    return index >= 0 and line.lows[index] in where


def _inside_phrase(line: Line, index: int, where: frozenset[str], low: int) -> bool:
    """Whether a pure place name stands in a phrase of place, or in apposition to one."""
    for position in range(index - 1, low - 1, -1):
        if line.lows[position] in where:
            return True
        if line.tags[position] in {"verb", "be", "have", "modal", "rel"}:
            return False
    return False


def _where(line: Line, clauses: list[Clause], frame: Frame) -> NameMention | None:
    """The place a relative `where` or `in which` goes back to: `Moscow, [where he was granted asylum]`."""
    opener = clauses[frame.clause].opener if frame.clause >= 0 else -1
    if opener <= 0:
        return None
    words, low = line.words.words, line.lows[opener]
    in_which = low in words["which"] and line.lows[opener - 1] in words["place_prepositions"]
    if low not in words["where"] and not in_which:
        return None
    seated = in_which and frame.sense.type in POLITICAL  # `the council of Chad heard of a sitting [in which] it voted`
    far = next((at for at in range(opener - 1, -1, -1) if seated and line.tags[at] in FINITE), -1)
    before = (line.names[at] for at in range(opener - 1, far, -1) if at in line.names)
    return next((name for name in before if name.place is not None), None)


def _tied_names(line: Line, clauses: list[Clause], frame: Frame) -> Iterator[NameMention]:
    """The first places that clauses tied to a frame's give, nearest clause first."""
    if frame.clause < 0:
        return
    for low, far in _tied(line, clauses, frame) if line.names else ():
        high = _before_source(line, low, far)
        ends = _ends(line, low, high) if frame.sense.ground else []
        named = [one for one in _by_first(line, low, high) if one[1].actor is None and one[1] not in ends]
        found = [name for at, name in named if _situates(line, at, low)]
        if found:
            yield from found
            return


def _situates(line: Line, at: int, low: int) -> bool:
    """Whether a place name says where something was: after a preposition or as what is taken, reached or left."""
    if _of_part(line, at):
        return False
    if line.lows[at] in line.words.words["there"]:
        return True
    where = line.words.words["situating"]
    return _follows(line, at, where) or _inside_phrase(line, at, where, low) or line.tags[at - 1] == "verb"


def _tied(line: Line, clauses: list[Clause], frame: Frame) -> Iterator[Range]:
    """The stretches of tokens that may say where a frame without a place happened: its whole clause, what is
    inserted after its subject, a clause of the same time, what it governs, the head of the sentence, and, unless
    it is only looked back at, the clauses before it."""
    clause = clauses[frame.clause]
    yield clause.left, _before_another(line, clause.end, clause.right)
    subject = clause.subject
    saying = line.words.words["saying"]
    if subject and not any(subject[1] <= one.start < clause.start and one.lemma in saying for one in clauses):
        yield subject[0], clause.left
    yield from _following(line, clauses, frame)
    yield 0, clauses[0].left
    if frame.background or clause.kind in {"rel", "reduced"} or frame.sense.type in UNPLACED:
        return
    if clause.kind == "sub" and frame.sense.type in POLITICAL and _elsewhere(line, clause):
        return
    for other in clauses[frame.clause - 1 :: -1] if frame.clause else ():
        if other.kind in {"part", "reduced"} and other.lemma in line.words.words["scheduling"]:
            continue  # `a summit, [scheduled for Monday in Oslo,] was put off after clashes broke out`
        if other.lemma not in saying or clause.kind in {"main", "resume"}:
            yield other.left, other.right
        elif other.subject:
            yield other.subject


def _elsewhere(line: Line, clause: Clause) -> bool:
    """Whether a clause that hangs on another tells what somebody else did, where its own does not say: `left Homs, a
    month [after leaders had met]`, `shells fell on Homs [as the king called a truce]`."""
    words, opener = line.words.words, line.lows[clause.opener]
    return opener in words["distance_prepositions"] or (opener in words["alongside"] and not clause.shared)


def _contrasts(line: Line, clause: Clause) -> bool:
    """Whether a clause with a subject of its own tells what another did elsewhere: `[while in Oslo] envoys met`."""
    return not clause.shared and line.lows[clause.opener] in line.words.words["adversative"]


def _following(line: Line, clauses: list[Clause], frame: Frame) -> Iterator[Range]:
    """The clauses right after one that hang on it: an infinitive, a participle, `as`, `when` and `while`, or what says
    where those were whom it befell: `shot men [who were queueing in Homs]`."""
    index, together, presence = frame.clause, line.words.words["simultaneous"], line.words.words["presence"]
    for other in clauses[index + 1 :]:
        if other.kind == "rel" and other.governor == index and other.shared and other.lemma in presence:
            yield other.left, other.right
            return
        if other.kind not in {"inf", "part", "reduced", "sub", "zero"}:
            return
        if other.kind == "sub" and (line.lows[other.opener] not in together or _contrasts(line, other)):
            return
        if other.kind == "sub" and frame.sense.type in POLITICAL and _elsewhere(line, other):
            return
        urged = other.kind == "inf" and other.governor == index and other.subject != clauses[index].subject
        if urged and frame.sense.type in POLITICAL:
            return  # `the veto encouraged them [to attack Homs]`
        if other.kind == "zero" and clauses[other.governor].lemma in line.words.words["irreal"]:
            return  # `vetoed it, fearing [it could lead to a war in Chad]`
        yield other.left, other.right
