"""Events that no trigger lists: a deed told in its own clause with its own date, or with a listed verb in new company.

A vocabulary of triggers never ends. What a chronicle tells can also be known by its grammar: a finite verb in the
past that is neither of saying nor of being, a subject, and a date on the calendar inside the clause (the narrative
event of TimeML's guidelines, class OCCURRENCE, as against STATE, I_ACTION and REPORTING).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.languages.events import Sense
from generator.model.event import EventType
from generator.model.temporal import TimeExpression
from generator.stages.events.boundaries import takes_object
from generator.stages.events.clauses import Clause
from generator.stages.events.days import Days
from generator.stages.events.empty import reduced, says_nothing, spoken
from generator.stages.events.frames import DATED, TOLD, Frame, fill_verb, meets, readings
from generator.stages.events.kinds import befalls_somebody, is_somebody, kind_of_deed
from generator.stages.events.nominal import is_due
from generator.stages.events.objects import object_after
from generator.stages.events.offsets import DAY
from generator.stages.events.particulars import (
    MEASURE,
    done_by_somebody,
    made_by_company,
    particular,
    something,
    somewhere,
    tells_deed,
)
from generator.stages.events.phrases import head_of
from generator.stages.events.times import TIMES
from generator.stages.events.tokens import Line

TELLING = frozenset({"main", "coord", "resume", "zero", "that", "rel", "sub"})
DEALINGS = frozenset({"justice", "diplomacy-talks"})
"""Types of event whose verbs are everybody's words: what somebody `reviewed` or `escaped` tells only in company."""
OUTRIGHT = frozenset({"main", "coord", "resume"})
ENDS_PHRASE = frozenset({"", ".", ",", ";", ":", "dash", "(", ")", "prep", "prepsub", "to", "sub", "coord"})
"""Classes of words before which a preposition is left without a noun."""
ASIDE = frozenset({",", ";", ":", "dash", "quote", "that", "rel", "sub"})
"""Classes of words that part an infinitive from the verb it would hang on."""
PAIR = 2
YEAR, MONTH = len("2025"), len("2025-01")
"""Lengths of TIMEX3 values."""


def dated_frames(days: Days, taken: list[Frame]) -> Iterator[Frame]:
    """A frame for every clause with a deed that no other frame tells, where it has a date of its own or stands under
    that of an entry, is set for a day after it was told, or its verb tells events in other company (`the governor
    [barricaded] himself in`)."""
    line, clauses, words = days.line, days.clauses, days.line.words.words
    told = firm = set(_told(clauses, taken))
    if any(one.background for one in taken):
        firm = set(_told(clauses, [one for one in taken if not one.background]))
    for index, clause in enumerate(clauses):
        asks = clause.lemma in words["asking"] and _asked(line, clauses, index, taken)
        asks = asks or (clause.lemma in words["giving"] and _sets_term(line, clauses, index))
        if asks and all(index not in (one.clause, one.light_clause) for one in taken):
            yield _frame(line, clause, index, TOLD, "statement")
            continue
        if index in firm:
            continue
        time = _own_time(days, index)
        if time is not None and _set_for(days, clause, time):
            yield _frame(line, clause, index, DATED, "other")  # `flies to Oslo on Monday for [talks]`
        elif index not in told and _deed(days, index):
            aimed = time is not None and days.signals[id(time)] in words["set_for"]  # `braced for Friday`
            found = _dated(days, clause, None if aimed else time) or _listed(days, clause)
            if found is not None:
                yield _frame(line, clause, index, *found)


def _told(clauses: list[Clause], taken: list[Frame]) -> Iterator[int]:
    """The clauses whose deed other frames tell, and those that only lead to one: `gathered to discuss the crisis`."""
    for frame in taken:
        yield from (frame.clause, frame.light_clause)
        governor = clauses[frame.clause].governor if frame.clause > 0 and clauses[frame.clause].kind == "inf" else -1
        if governor >= 0 and not clauses[governor].passive:  # `were authorised to shoot` tells something itself
            yield governor


def _dated(days: Days, clause: Clause, time: TimeExpression | None) -> tuple[str, EventType] | None:
    """The rule and kind of a deed that a date tells: its own, or that of the entry it stands in."""
    if time is not None and clause.subject is not None and something(days.line, clause.subject):
        return DATED, "other"
    return (DATED, "other") if _in_entry(days, clause) else None


def _listed(days: Days, clause: Clause) -> tuple[str, EventType] | None:
    """The rule and kind of a deed without a date: what somebody does in a clause of its own, if its verb tells events
    in other company or it is said where it was, who took part, or how many; or whatever such a verb tells of so, or
    who and what take part makes one of a kind."""
    line = days.line
    kinds = {one.type for one, _ in readings(line, clause.head, True)}
    outright = clause.kind in OUTRIGHT and done_by_somebody(line, clause)
    if outright:
        told = bool(kinds) or (somewhere(line, clause) and tells_deed(line, clause))
    else:
        told = bool(kinds) and not takes_object(line, clause) and particular(line, clause)
    if not told:
        return (TOLD, "other") if clause.kind in OUTRIGHT and made_by_company(line, clause) else None
    kind = kinds.pop() if len(kinds) == 1 and kinds.isdisjoint(DEALINGS) else "other"
    people = clause.subject is not None and line.tags[clause.subject[0]] == "num"
    return TOLD, "other" if kind == "territory-change" and people else kind  # `two engineers [fell]`


def _in_entry(days: Days, clause: Clause) -> bool:
    """Whether a clause tells what somebody did on the day of the entry it stands in."""
    lead = days.setting.lead
    ruled = lead is not None and len(lead.value) >= DAY and clause.kind in OUTRIGHT
    return ruled and clause.subject is not None and not clause.passive and is_somebody(days.line, clause.subject)


def _frame(line: Line, clause: Clause, index: int, name: str, kind: EventType) -> Frame:
    sense = Sense(name, clause.lemma, kind, strong=True, verb=True)
    frame = Frame(sense, clause.head, clause.head + 1 + phrasal(line, clause), index)
    fill_verb(line, clause, frame, clause.right)
    told = kind_of_deed(line, clause, frame)
    if (kind == "territory-change" and befalls_somebody(line, frame)) or _ruled_out(line, frame, kind):
        kind = "other"
    if kind == "other" or told == "violence-against-civilians":
        frame.sense = replace(sense, type=told)
    return _counted(line, clause, frame) if frame.sense.type == "displacement" else frame


def _counted(line: Line, clause: Clause, frame: Frame) -> Frame:
    """The frame of people who leave their homes, by whatever verb, as one that counts them: `300 villagers [trudged]
    east`, `the army [marched] 300 villagers east`."""
    goes = not clause.passive and not befalls_somebody(line, frame)
    frame.sense = replace(frame.sense, toll="displaced", undergoer=goes)
    if goes:
        frame.agent, frame.patient = None, frame.agent
    return frame


def _ruled_out(line: Line, frame: Frame, kind: EventType) -> bool:
    """Whether whatever makes a deed one of a kind is kept out by those who take part: it was anger that exploded."""
    senses = [sense for sense, _ in readings(line, frame.first, True) if sense.type == kind]
    barred = (tuple(need for need in sense.needs if not need.wanted) for sense in senses)
    return bool(senses) and not any(meets(line, frame, needs) for needs in barred)


def _tells_past(line: Line, clause: Clause) -> bool:
    """Whether a clause tells of the past: in the past tense, or in the present where a note tells events in it."""
    return clause.form == "past" or (line.headline and clause.form == "present")


def _deed(days: Days, index: int) -> bool:
    """Whether a clause tells what somebody or something did: a full verb in the past with a subject that acts."""
    line, clauses, clause = days.line, days.clauses, days.clauses[index]
    words, subject = line.words.words, clause.subject
    told = (clause.kind in TELLING and _tells_past(line, clause)) or _done_too(days, index)
    if not told or subject is None or clause.negated:
        return False
    begun = clause.lemma in words["starting"] or _underway(line, clause)
    idle = clause.lemma in words["no_deeds"] and not (phrasal(line, clause) or begun or _handles(days, index))
    if line.tags[clause.head] != "verb" or idle or reduced(line, clauses, clause):
        return False
    if line.tags[clause.end : clause.end + 2] == ["coord", "verb"] and clause.lemma not in words["going"]:
        return False  # `[burned] and looted the mill`: what was burned is told with the next verb
    if spoken(line, clause) or says_nothing(line, clauses, index):
        return False
    if subject[1] - subject[0] == PAIR and line.lows[subject[1] - 1] in words["one"]:
        return False  # `grew out of the one [that laid down its arms]`
    return not begun or (clause.kind in OUTRIGHT and line.tags[head_of(line, subject)] == "noun")


def _done_too(days: Days, index: int) -> bool:
    """Whether an infinitive or gerund tells a deed: on a day of its own, behind a verb that makes it real (`has [begun]
    to pull them back`, `[went on] to grant`), or set off by a comma (`left, [burning] pictures of him`); or a
    participle on a day of its own (`the brothers, [cornered] in a villa on 22 July, were shot`)."""
    clause, clauses = days.clauses[index], days.clauses
    if clause.form == "part":
        time = _own_time(days, index) if clause.kind == "part" and clause.subject is not None else None
        of = days.line.lows[head_of(days.line, clause.subject)] if clause.subject is not None else ""
        told = time is not None and len(time.value) >= DAY
        return told and of not in days.line.words.words["media"]  # `a note, [dated 24 January]`
    if clause.form not in {"inf", "ger"} or clause.kind not in {"inf", "part"} or clause.governor < 0:
        return False
    governor, words = clauses[clause.governor], days.line.words.words
    if clause.kind == "part":
        return governor.kind in OUTRIGHT
    real = governor.form == "past" and not governor.passive and governor.lemma in words["factual"]
    used = governor.lemma in words["using"] and object_after(days.line, governor.end, clause.start) is not None
    real = real and not used  # `used a stick to break it`
    return real or (clause.form == "inf" and _own_time(days, index) is not None)


def _handles(days: Days, index: int) -> bool:
    """Whether somebody did something with a thing on a day, though the verb says little by itself: `put mines on the
    road`, `gave the pilot a medal`, `made a bonfire of rifles`."""
    line, clause = days.line, days.clauses[index]
    words, subject = line.words.words, clause.subject
    if clause.lemma not in words["handling"] or clause.passive or subject is None or clause.kind not in OUTRIGHT:
        return False
    run = object_after(line, clause.end, clause.right)
    thing = run is not None and line.tags[head_of(line, run)] in {"noun", "name"}
    if run is None or not thing or line.lows[head_of(line, run)] in words["no_things"]:
        return False
    put_at = not words["at"].isdisjoint(line.lows[run[1] : run[1] + 1])
    if put_at and MEASURE.issuperset(line.tags[run[1] + 1 : run[1] + 2]):
        return False  # `put the losses at 40`, `put their coming at noon`
    return is_somebody(line, subject) and _own_time(days, index) is not None


def phrasal(line: Line, clause: Clause) -> bool:
    """Whether a particle goes with a verb: who `called [off] the flight` calls nobody; a preposition without its noun
    is one (`had been called [in]`)."""
    after = clause.end
    if after >= len(line.lows):
        return False
    stranded = line.tags[after] == "prep" and "".join(line.tags[after + 1 : after + 2]) in ENDS_PHRASE
    return stranded or line.lows[after] in line.words.words["particles"]


def _underway(line: Line, clause: Clause) -> bool:
    """Whether a clause says that something got under way."""
    if clause.lemma not in line.words.words["starting_openings"]:
        return False
    return " ".join([clause.lemma, *line.lows[clause.end : clause.end + 2]]) in line.words.words["starting"]


def _own_time(days: Days, index: int) -> TimeExpression | None:
    """The day that stands in a clause, and not only as a bound (`until Monday`) or to tell more of a noun (`the army of
    today`); a month will do where the subject is named, or where it is to come."""
    if index not in days.by_clause:
        return None
    words, clause = days.line.words.words, days.clauses[index]
    named = clause.subject is not None and any(at in days.line.names for at in range(*clause.subject))
    for _, time in days.by_clause[index]:
        if time.edtf is None or time.type not in TIMES:
            continue
        signal = days.signals[id(time)]
        bound = not (days.bounds_nothing(time) or clause.perfect or signal in words["by"])
        enough = YEAR if named else MONTH if days.ahead(time) else DAY
        if not bound and signal not in words["of_only"] and len(time.value) >= enough:
            return time
    return None


def _set_for(days: Days, clause: Clause, time: TimeExpression) -> bool:
    """Whether a clause tells what is set for a day to come, whatever its verb: `the mission leaves on Friday`, `a new
    camp is to open on 28 April`, `the envoy is due in Oslo tomorrow`, `has agreed to publish the lists on Thursday`."""
    line, told_on, subject = days.line, days.setting.published, clause.subject
    day = (time.edtf.earliest or time.edtf.latest) if time.edtf is not None else None
    if day is None or told_on is None or clause.negated or clause.perfect or subject is None:
        return False
    if day < told_on or (day == told_on and clause.form == "present" and not is_due(line, clause)):
        return False
    governor = days.clauses[clause.governor] if clause.form == "inf" and clause.governor >= 0 else None
    ahead = clause.form in {"modal", "present"} and clause.kind in TELLING and clause.kind != "sub"
    ahead = ahead or (governor is not None and governor.form in {"present", "past"} and governor.kind in OUTRIGHT)
    does = line.tags[clause.head] == "verb" or is_due(line, clause) or _to_be_there(line, clause)
    return ahead and does and (line.tags[subject[0]] != "pron" or subject[0] in line.names)


def _to_be_there(line: Line, clause: Clause) -> bool:
    """Whether somebody is to be at a place with a name: `the envoys will [be in Oslo] tomorrow`."""
    there = line.tags[clause.head] == "be" and line.tags[clause.end : clause.end + 1] == ["prep"]
    name = line.names.get(clause.end + 1)
    return there and clause.form in {"modal", "inf"} and name is not None and name.place is not None


def _sets_term(line: Line, clauses: list[Clause], index: int) -> bool:
    """Whether somebody gives people so long to do something: `gave the men in the tower [two days to come out]`."""
    clause = clauses[index]
    done = clauses[index + 1] if index + 1 < len(clauses) else None
    if done is None or done.form != "inf" or clause.negated or clause.passive or not _tells_past(line, clause):
        return False
    term = line.times.get(done.start - 1)
    given = term is not None and term.type == "DURATION"
    return given and clause.subject is not None and is_somebody(line, clause.subject)


def _asked(line: Line, clauses: list[Clause], index: int, taken: list[Frame]) -> bool:
    """Whether somebody asks or refuses what a listed verb names: `the rebels [refused] to disarm`, `police [asked] him
    to give himself up`; not what the press is refused."""
    clause, words = clauses[index], line.words.words
    if clause.kind not in OUTRIGHT or clause.negated or not _tells_past(line, clause):
        return False
    asked = clauses[index + 1] if index + 1 < len(clauses) else None
    if asked is None or asked.form != "inf" or clause.subject is None:
        return False
    listed = line.lows[asked.head] in words["verb_triggers"] and asked.lemma not in words["saying"]
    told = any(one.sense.verb and one.first == asked.head for one in taken)  # `to [declare] a state of emergency`
    if not (listed or told) or not ASIDE.isdisjoint(line.tags[clause.end : asked.start]):
        return False
    run = object_after(line, asked.end, asked.right)
    refused = run is not None and line.lows[head_of(line, run)] in words["no_things"]
    return is_somebody(line, clause.subject) and not refused and not spoken(line, clause)
