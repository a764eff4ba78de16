"""Frames of one sentence that tell one event: a death and its cause, a deed and the noun that names it."""

from __future__ import annotations

from dataclasses import replace

from generator.stages.events.clauses import Clause
from generator.stages.events.frames import Frame, family, names_in
from generator.stages.events.nominal import aim_of, before_phrase, cancels
from generator.stages.events.phrases import Range, timed
from generator.stages.events.tokens import Line

TWO = 2
INSERTED = frozenset({"sub", "rel", "reduced"})
STOPS = frozenset({";", ":"})
DEAD_FIRST = ("killed", "injured")
ELLIPTIC = frozenset({"coord"})
ACCIDENTS = frozenset({"disaster", "disaster-strikes", "mishap"})
"""The rules that tell of accidents, which kill as deeds do."""
PLEDGE = "agree-to-do"
"""The rule that tells what a side undertakes to do."""
DEEDS = frozenset({"battle", "explosion-remote-violence", "violence-against-civilians", "protest-riot"})


def merge(line: Line, clauses: list[Clause], frames: list[Frame]) -> list[Frame]:
    """The frames that remain when each event of the sentence stands once, in order of the text."""
    frames = _drop_named_twice(line, clauses, frames)
    dropped: set[int] = set()
    for frame in [*frames, *frames]:
        if not frame.sense.light or id(frame) in dropped:
            continue
        known = {id(one) for one in family(frame)}
        other = _cause(line, clauses, frame, [one for one in frames if id(one) not in dropped | known])
        if other is None:
            continue
        kept, lost = _which(line, clauses, frame, other)
        kept.joined.append(lost)
        dropped.add(id(lost))
    for frame in frames:
        toll = _number_of(clauses, frame, frames) if id(frame) not in dropped else None
        if toll is not None:
            toll.joined.append(frame)
            dropped.add(id(frame))
    left = [frame for frame in frames if id(frame) not in dropped] if dropped else frames
    left = [frame for frame in left if not _done_with(line, clauses, frame, left)]
    left = [frame for frame in left if not _has_purpose(line, clauses, frame, left)]
    left = [frame for frame in left if not _undertaken(clauses, frame, left)]
    left = [frame for frame in left if not _came_for(line, clauses, frame, left)]
    left = [frame for frame in left if not _cancelled(line, clauses, frame)]
    if len(left) < TWO:
        return left  # what follows asks for two that tell one event
    left = [frame for frame in left if not _described(line, clauses, frame, left)]
    left = [frame for frame in left if not _set_before(line, clauses, frame, left)]
    left = [frame for frame in left if not _held_by_then(line, frame, left)]
    left = [frame for frame in left if not _done_by(line, clauses, frame, left)]
    return [frame for frame in left if not _only_manner(line, frame, left)]


def tells_number(frame: Frame) -> bool:
    """Whether a verb only says what a number has come to: `the toll rose to 40`."""
    return frame.sense.verb and frame.sense.light and frame.sense.undergoer and not frame.sense.toll


def _number_of(clauses: list[Clause], frame: Frame, frames: list[Frame]) -> Frame | None:
    """The verb that tells the number of those of whom a participle tells more: `the number of people [displaced from
    Homs] has risen to 300`."""
    clause = clauses[frame.clause] if frame.clause >= 0 and frame.sense.verb else None
    if clause is None or clause.kind != "reduced" or not clause.passive or clause.subject is None:
        return None
    later = (one for one in frames if one.clause > frame.clause and tells_number(one))
    return next((one for one in later if clauses[one.clause].subject == clause.subject), None)


def _done_with(line: Line, clauses: list[Clause], frame: Frame, frames: list[Frame]) -> bool:
    """Whether a deed has its object behind the next verb only, which tells both: `[looted] and burned the mill`. What a
    crowd does stays a riot."""
    clause = clauses[frame.clause] if frame.clause >= 0 and frame.sense.verb and frame.sense.type in DEEDS else None
    if clause is None or clause.passive or frame.patient is not None:
        return False
    if line.tags[clause.end : clause.end + 2] != ["coord", "verb"]:
        return False
    both = next((one for one in frames if one.sense.verb and one.first == clause.end + 1), None)
    if both is None or both.sense.type not in DEEDS or (both.patient is None and not both.phrases):
        return False
    if frame.sense.type == "protest-riot":
        both.sense = replace(both.sense, type=frame.sense.type)
    both.joined.append(frame)
    return True


def _has_purpose(line: Line, clauses: list[Clause], frame: Frame, frames: list[Frame]) -> bool:
    """Whether somebody is only expected somewhere for what the infinitive tells: `is due in Cairo on Monday [to sign a
    pact]`."""
    clause = clauses[frame.clause] if frame.clause >= 0 else None
    if clause is None or clause.lemma not in line.words.words["expecting"] or frame.sense.type != "diplomacy-talks":
        return False
    aims = (clauses[other.clause] for other in frames if other.clause > frame.clause)
    return frame.sense.verb and any(aim.kind == "inf" and clauses[aim.governor] is clause for aim in aims)


def _undertaken(clauses: list[Clause], frame: Frame, frames: list[Frame]) -> bool:
    """Whether an infinitive is what a side agrees to do, which tells it: `agreed [to send a team]`."""
    clause = clauses[frame.clause] if frame.clause >= 0 else None
    if clause is None or clause.kind != "inf" or clause.governor < 0:
        return False
    return any(other.sense.name == PLEDGE and other.clause == clause.governor for other in frames)


def _came_for(line: Line, clauses: list[Clause], frame: Frame, frames: list[Frame]) -> bool:
    """Whether an infinitive without a day of its own only says what for somebody came, which tells more: `flew to Oslo
    [to discuss a truce]`."""
    clause = clauses[frame.clause] if frame.clause >= 0 else None
    if clause is None or clause.form != "inf" or clause.governor < 0 or timed(line, clause.left, clause.right):
        return False
    came = (other for other in frames if other.sense.verb and other.clause == clause.governor)
    return any(other.sense.type == frame.sense.type == "diplomacy-talks" for other in came)


def _cancelled(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether what was set for a day is told of only to say that it will not be: `the fair, [due to open on Friday],
    has been cancelled`."""
    clause = clauses[frame.clause] if frame.clause >= 0 and frame.sense.verb else None
    if clause is None or clause.subject is None or clause.kind not in {"part", "reduced", "inf"}:
        return False
    later = (one for one in clauses[frame.clause + 1 :] if one.kind == "resume" and one.subject == clause.subject)
    return any(one.passive and cancels(line, one) for one in later)


def _set_before(line: Line, clauses: list[Clause], frame: Frame, frames: list[Frame]) -> bool:
    """Whether what was set for a day is told of only to say what comes of it: `the fair, [set for Friday], will go
    ahead`."""
    clause = clauses[frame.clause] if frame.clause >= 0 and frame.sense.verb else None
    if clause is None or clause.kind not in {"part", "reduced"} or clause.lemma not in line.words.words["scheduling"]:
        return False
    later = (clauses[one.clause] for one in frames if one.clause > frame.clause)
    return any(one.kind == "resume" and one.subject == clause.subject for one in later)


def _described(line: Line, clauses: list[Clause], frame: Frame, frames: list[Frame]) -> bool:
    """Whether a participle without a date only describes the thing whose event the main clause tells: `a truce,
    [announced by Oman], began`."""
    clause = clauses[frame.clause] if frame.clause >= 0 and frame.sense.verb else None
    if clause is None or clause.kind not in {"part", "reduced"} or not clause.passive or clause.subject is None:
        return False
    if timed(line, clause.left, clause.right):
        return False
    later = (other for other in frames if other.sense.verb and other.clause > frame.clause)
    return any(
        other.sense.type == frame.sense.type and clauses[other.clause].subject == clause.subject for other in later
    )


def _done_by(line: Line, clauses: list[Clause], frame: Frame, frames: list[Frame]) -> bool:
    """Whether a verb without an object only calls a deed an answer or the like, and `by` says what it was:
    `[retaliated] by closing the border`."""
    if not frame.sense.verb or frame.clause < 0 or frame.patient is not None:
        return False
    own, words = clauses[frame.clause], line.words.words
    means = (clauses[one.clause] for one in frames if one.sense.verb and one.clause > frame.clause)
    return any(
        one.form == "ger" and clauses[one.governor] is own and line.lows[one.start - 1] in words["by"] for one in means
    )


def _held_by_then(line: Line, frame: Frame, frames: list[Frame]) -> bool:
    """Whether a state only says how much of what the sentence tells was taken they held: `took the port on Monday and
    [were in control of] most of it on Tuesday`."""
    if not (frame.sense.state and frame.sense.ground) or frame.patient is None:
        return False
    taken = (other for other in frames if other.sense.ground and not other.sense.state and other.first < frame.first)
    return not any(name.place for name in names_in(line, frame.patient)) and any(taken)


def _only_manner(line: Line, frame: Frame, frames: list[Frame]) -> bool:
    """Whether a noun only says how or what for another event came, `was arrested [in a raid]`, or what a statement is
    about, `called on Sunday for an end to [the war]`. One with a date of its own is told for itself, unless it is what
    the other happened in: `were killed [in clashes on Friday]`."""
    if not frame.background or frame.clause < 0:
        return False
    verbs = [other for other in frames if other.clause == frame.clause and other.sense.verb]
    if not verbs:
        return False
    index, words = before_phrase(line, frame), line.words.words
    inside = line.lows[index] in words["within_deeds"]
    if _own_date(line, frame, verbs) and not inside:
        return False
    return line.lows[index] not in words["looking_back"]


def _own_date(line: Line, frame: Frame, verbs: list[Frame]) -> bool:
    """Whether a date stands in a noun's phrase. Of a noun that a statement is about only `[Monday's] attack` and `the
    attack [of 3 May]`: another date is the day of the statement."""
    first, last = frame.reach
    if not any(verb.sense.type == "statement" and verb.first < frame.first for verb in verbs):
        return any(index in line.times for index in range(first, last))
    dates = {at for at, time in line.times.items() if time.type not in {"DURATION", "SET"}}
    before, of = frame.first - 1, line.words.words["of_only"]
    while before > 0 and line.tags[before] in {"poss", "adj", "noun"}:
        before -= 1
    return before in dates or any(at in dates and line.lows[at - 1] in of for at in range(frame.last, last))


def _drop_named_twice(line: Line, clauses: list[Clause], frames: list[Frame]) -> list[Frame]:
    """Drop a noun inside a verb's own phrase or object that says the same: `signed a [ceasefire agreement]` (but not
    `the talks [that it did not attend]`), and a verb that is a word of another's phrase: `agreed to [disband]`."""
    if len(frames) < TWO:
        return frames
    verbs = [one for one in frames if one.sense.verb]
    done = [verb for verb in verbs if verb.clause < 0 or not clauses[verb.clause].negated]
    kept = []
    for frame in frames:
        if not frame.sense.verb and any(_covers(line, verb, frame) for verb in done):
            continue
        if not frame.sense.verb and any(_aimed_at(line, frame, one) for one in frames):
            continue
        if not frame.sense.verb and any(_made_happen(line, frame, verb) for verb in done):
            continue
        if frame.sense.verb and any(verb.first < frame.first < verb.last for verb in verbs):
            continue
        if frame.sense.verb and frame.sense.type == "other" and any(_brought_about(frame, one) for one in frames):
            continue
        kept.append(frame)
    return kept


def _brought_about(verb: Frame, noun: Frame) -> bool:
    """Whether a verb only says what a change of hands meant: `the fall of Sake [opened] the road to Goma`."""
    return not noun.sense.verb and noun.sense.ground and _within(verb.agent, noun)


def _covers(line: Line, verb: Frame, noun: Frame) -> bool:
    if verb.first <= noun.first < verb.last:
        return True
    if verb.sense.type == noun.sense.type and _within(verb.agent, noun):
        return True
    fought = any(line.lows[at] in line.words.words["aiming"] and _within(run, noun) for at, run in verb.phrases)
    if fought and verb.sense.type == noun.sense.type == "aid-humanitarian":
        return True  # `vaccinated 900 against [measles]`
    inside = verb.patient is not None and verb.patient[0] <= noun.first < verb.patient[1]
    if inside and verb.sense.toll and verb.patient is not None and noun.last == verb.patient[1]:
        return True  # `registered 40,000 arrivals`: the people counted, and no other event
    return inside and (verb.sense.type == noun.sense.type or (bool(verb.sense.needs) and not noun.background))


def _made_happen(line: Line, noun: Frame, verb: Frame) -> bool:
    """Whether a noun without a place or day of its own is only the cause of what the verb tells: `[the raid] caused
    thousands to flee Goma`."""
    if verb.agent is None or not _within(verb.agent, noun) or verb.sense.toll in DEAD_FIRST:
        return False
    own = range(*verb.agent)
    return noun.clause == verb.clause and not any(at in line.times or at in line.names for at in own)


def _aimed_at(line: Line, frame: Frame, deed: Frame) -> bool:
    """Whether a gathering is told of only as what a deed was aimed at: `an attack on [a funeral]`."""
    return not deed.sense.verb and deed.sense.type in DEEDS and _within(aim_of(line, deed), frame)


def _within(run: Range | None, frame: Frame) -> bool:
    return run is not None and run[0] <= frame.first < run[1]


def _cause(line: Line, clauses: list[Clause], light: Frame, frames: list[Frame]) -> Frame | None:
    """The frame that tells how people died or were hurt, where the sentence ties the two: for a participle the nearest
    (`entered the district, which had been shelled for a week, [leaving nine dead]`)."""
    if light.clause >= 0 and clauses[light.clause].kind == "part":
        frames = sorted(frames, key=lambda one: abs(light.clause - one.clause))
    for other in frames:
        if other is light or other.anchor >= 0:
            continue
        participle = light.clause >= 0 and clauses[light.clause].form == "ger" and other.sense.verb
        struck = not other.sense.verb and _within(light.agent, other)  # `a landslide killed six`
        fatal = (participle or other.sense.name in ACCIDENTS) and (struck or _continues(clauses, light, other))
        if other.sense.type not in DEEDS and not fatal and other.sense.name not in ACCIDENTS:
            continue  # but `a pit collapsed and killed six`, `died in a plane crash`
        if _tied(line, clauses, light, other):
            return other
    return None


def _tied(line: Line, clauses: list[Clause], light: Frame, other: Frame) -> bool:
    if not other.sense.verb and (_within(light.agent, other) or other.clause == light.clause):
        return True
    if light.clause < 0 or other.clause < 0 or light.clause == other.clause:
        return light.clause == other.clause
    if _continues(clauses, light, other) or _of_its_relative(clauses, light, other):
        return True
    if _behind_stop(line, clauses, light, other):
        return True
    if light.sense.toll and light.sense.toll == other.sense.toll:
        return False  # Two tolls of one kind are two: `nine soldiers were killed, while four rebels died elsewhere`.
    if _simultaneous(line, clauses, light, other):
        return True
    first, second = sorted((light.clause, other.clause))
    return other.sense.light and second - first == 1 and clauses[second].kind == "coord"


def _behind_stop(line: Line, clauses: list[Clause], light: Frame, other: Frame) -> bool:
    """Whether a toll without a place or a day of its own stands right behind the semicolon or colon that ends the deed:
    `a bomb went off in Homs: [nine died]`."""
    if light.clause - other.clause != 1 or clauses[light.clause].kind != "main" or not other.sense.verb:
        return False
    clause = clauses[light.clause]
    stop = clause.left > 0 and line.tags[clause.left - 1] in STOPS
    own = any(at in line.names and line.names[at].place is not None for at in range(clause.left, clause.right))
    return stop and not own and not timed(line, clause.left, clause.right)


def _continues(clauses: list[Clause], light: Frame, other: Frame) -> bool:
    """`shelled the market, killing 12`; `attacked the village and killed ten`."""
    for member in family(other):
        first, second = sorted((light.clause, member.clause))
        near = first >= 0 and _adjoin(clauses, first, second, INSERTED) and clauses[second].shared
        if near and clauses[second].kind in {"part", "coord", "reduced"}:
            return True
    return False


def _of_its_relative(clauses: list[Clause], light: Frame, other: Frame) -> bool:
    """Whether a toll's subject is what a relative clause before it tells of: `the blast, [which tore through a bus
    station], wounded 60`."""
    if not 0 <= other.clause < light.clause or not _adjoin(clauses, other.clause, light.clause, INSERTED):
        return False
    relative, main = clauses[other.clause], clauses[light.clause]
    return relative.kind in {"rel", "reduced"} and relative.shared and relative.subject == main.subject is not None


def _adjoin(clauses: list[Clause], first: int, second: int, between: frozenset[str]) -> bool:
    """Whether two clauses follow each other with nothing but such clauses between: `shells hit the market [while
    people queued], killing nine`, `nine people were killed [and 30 hurt] when a bomb went off`."""
    kinds = {one.kind for one in clauses[first + 1 : second]}
    return second - first <= 2 and kinds <= between


def _simultaneous(line: Line, clauses: list[Clause], light: Frame, other: Frame) -> bool:
    """`were killed when a bomb exploded`; `as troops opened fire, three people died`."""
    together, consequent = line.words.words["simultaneous"], line.words.words["consequent"]
    for member in family(light):
        first, second = sorted((member.clause, other.clause))
        if first < 0 or not _adjoin(clauses, first, second, ELLIPTIC):
            continue
        if any(one.shared for one in clauses[first + 1 : second]):
            continue  # `raided Homs and attacked Idlib, [where nine died]`: in Idlib
        for at in (first, second):
            opener = clauses[at].opener
            if opener < 0 or clauses[at].kind != "sub":
                continue
            if line.lows[opener] in together:
                return True
            # Only what follows at once from it: not `a raid came [hours after] a bomb killed five`.
            at_once = not opener or line.tags[opener - 1] not in {"noun", "time", "num"}
            if at == other.clause and at_once and line.lows[opener] in consequent:
                return True
    return False


def _which(line: Line, clauses: list[Clause], light: Frame, other: Frame) -> tuple[Frame, Frame]:
    """Which frame stands for both: the cause where the death is its participle or an entry of its own behind it
    (`Shelling of a market; 7 killed`), the death otherwise."""
    between = line.tags[other.last : light.first]
    if light.clause > other.clause >= 0 and _behind_stop(line, clauses, light, other):
        return other, light
    if not other.sense.verb and (";" in between or (line.headline and "," in between)):
        return other, light
    if light.clause >= 0 and clauses[light.clause].form == "ger" and other.clause != light.clause:
        return other, light
    if other.sense.name in ACCIDENTS:
        return (other, light) if other.sense.verb or not light.sense.verb else (light, other)
    if not light.sense.verb and other.sense.verb:
        return other, light
    if light.sense.verb and (other.sense.toll, light.sense.toll) == DEAD_FIRST:
        return other, light  # `wounded nine and killed 12 people`
    return light, other
