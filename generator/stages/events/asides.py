"""Clauses that only say more of a thing and tell no event: who stayed, how a thing ranks, what was in force, how long
it lasted, who helped, what sides took over the months, what there was hardly any of, what is known anyway, and whom
somebody only blames."""

from __future__ import annotations

from itertools import pairwise

from generator.stages.events.clauses import Clause
from generator.stages.events.frames import GENERAL, TOLD, Frame, names_in
from generator.stages.events.merge import PLEDGE
from generator.stages.events.nominal import is_due
from generator.stages.events.offsets import offset_at
from generator.stages.events.phrases import Range, head_of, timed
from generator.stages.events.tokens import Line

HELD = frozenset({"territory-change", "justice"})
"""Kinds of event that leave somebody in hold of a place or a person."""

FOUGHT = frozenset({"battle", "explosion-remote-violence", "violence-against-civilians", "territory-change"})
"""Kinds of event that are told whatever the clause is for."""
DONE_TO = HELD | {"battle", "explosion-remote-violence", "violence-against-civilians", "displacement"}
"""Kinds of event that are none where they befall nobody and nothing."""


def is_aside(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a frame only says more of a thing."""
    hardly = _hardly(line, frame)
    if hardly or frame.clause < 0:
        return hardly
    for rule in RULES_OF[clauses[frame.clause].kind]:  # noqa: SIM110 - twice as fast, and asked of every frame
        if rule(line, clauses, frame):
            return True
    return False


def _hardly(line: Line, frame: Frame) -> bool:
    """Whether there was little of it, or nothing: `met little resistance`, `the shells hit [no house]`."""
    scant, run = line.words.words["scant"], frame.patient
    done_to = run is not None and frame.sense.verb and frame.sense.type in DONE_TO
    if run is not None and done_to and line.lows[run[0]] in scant and "num" not in line.tags[run[0] : run[1]]:
        return True
    return not scant.isdisjoint(line.lows[frame.first + 1 : frame.last])


def _in_name(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether it was so in words alone: `the war ended [on paper]`."""
    clause, words = clauses[frame.clause], line.words.words
    lows = line.lows[clause.end : clause.right]
    if words["in_name_openings"].isdisjoint(lows) or not (frame.sense.verb or frame.light_clause >= 0):
        return False
    return any(f"{one} {other}" in words["in_name"] for one, other in pairwise(lows))


def _holds_since(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether somebody has only been holding what was taken before: `have held it ever since`, `had held the port for
    ten days`."""
    clause, words = clauses[frame.clause], line.words.words
    held = frame.sense.verb and frame.sense.type in HELD
    if not held or not clause.perfect or clause.lemma not in words["lasting_verbs"]:
        return False
    lasting = words["since"] | words["lasting_prepositions"]
    return not lasting.isdisjoint(line.lows[clause.end : clause.right])


def _long_done(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether something nobody names had already been done on no day: `a depot there had already been cleared`; or some
    of those told of had already gone: `forty of them had already left by noon`."""
    clause, words = clauses[frame.clause], line.words.words
    if not clause.perfect or line.lows[clause.start] not in words["past_auxiliaries"]:
        return False
    already = not words["already"].isdisjoint(line.lows[clause.start : clause.end])
    before = line.lows[clause.end : clause.end + 1] != [] and line.lows[clause.end] in words["earlier"]
    before = before and line.tags[clause.end + 1 : clause.end + 2] in (["."], [","], [])
    if not (before or already):
        return False
    first = clause.subject[0] if clause.subject else clause.left
    if already and clause.lemma in words["going"] and line.tags[first : first + 3] == ["num", "prep", "pron"]:
        return line.lows[first + 1] in words["of_only"]
    return not any(at in line.times or at in line.names for at in range(first, clause.right))


def _remains(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a participle tells who stayed: `the families [left in the town]`."""
    clause = clauses[frame.clause]
    left = clause.lemma in line.words.words["leaving"]
    return left and frame.sense.undergoer and clause.kind == "reduced" and clause.form == "part"


def _sums_ground(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether changes of hands over a stretch of time are only summed up: `have taken two towns since May`, `the towns
    they have taken`."""
    clause = clauses[frame.clause]
    if frame.sense.type != "territory-change" or not clause.perfect or frame.patient is None:
        return False
    now = line.lows[clause.start] not in line.words.words["past_auxiliaries"]
    counted = now and line.tags[frame.patient[0]] == "num"  # `have given back one town`
    if names_in(line, frame.patient) or not (frame.sense.ground or counted):
        return False
    if clause.kind == "rel" or counted:
        return True
    since = line.words.words["since"]
    return any(line.lows[at - 1] in since for at in line.times if at and clause.left <= at < clause.right)


def _only_ranks(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a participle only says among what something ranks: `it is the third ship [sunk this month]`."""
    index = frame.clause
    clause = clauses[index]
    before = clauses[index - 1] if index else None
    if before is None or clause.kind != "reduced" or before.subject is None or before.end > clause.start:
        return False
    copula = line.tags[before.head] == "be" and before.start == before.head
    lone = before.subject[1] - before.subject[0] == 1 and line.tags[before.subject[0]] in {"pron", "det"}
    return copula and lone and clause.subject is not None and clause.subject[0] == before.end


def _lasts(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a relative clause only says how long something went on: `a truce [that lasted a day]`."""
    clause = clauses[frame.clause]
    times = [time for at, time in line.times.items() if clause.left <= at < clause.right]
    spans = bool(times) and all(time.edtf is None and time.type == "DURATION" for time in times)
    return spans and clause.kind == "rel" and not names_in(line, frame.reach)


def _stands(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a participle only tells which thing was in force: `left the town under a plan [agreed in 2024]`."""
    clause = clauses[frame.clause]
    if clause.kind != "reduced" or clause.subject is None or clause.subject[0] < 1 or not frame.sense.verb:
        return False
    under = line.lows[clause.subject[0] - 1] in line.words.words["standing_prepositions"]
    return under and not names_in(line, (clause.subject[0], clause.end))


def _only_blames(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether somebody is blamed and the clause does not say for what, so that it only tells more of what was told
    before: `fired at the camp and [blamed the rebels]`; or a charge is only denied; on no day of its own."""
    clause, words = clauses[frame.clause], line.words.words
    denied = clause.kind == "that" and clause.governor >= 0 and clauses[clause.governor].lemma in words["denying"]
    only = denied or clause.lemma in words["denying"] or clause.lemma in words["accusing"]
    if not only or timed(line, clause.left, clause.right):
        return False
    if denied:
        places = (name.place for name in names_in(line, (clause.left, clause.right)))
        return line.lows[clause.opener - 1] in words["charges"] and not any(places)  # `that its men had helped`
    if clause.lemma in words["denying"] and frame.patient is not None:
        return line.lows[frame.patient[1] - 1] in words["charges"]
    if frame.sense.type != "statement" or clause.lemma not in words["accusing"]:
        return False
    end = next((at for at in range(frame.last, len(line.tags)) if line.tags[at] == ";"), len(line.tags))
    return words["charge_prepositions"].isdisjoint(line.lows[frame.last : end])


def _mutual(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether sides without a name only blame one another: `each side accuses [the other] of the first shot`."""
    if frame.agent is None or clauses[frame.clause].lemma not in line.words.words["accusing"]:
        return False
    each = " ".join(line.lows[frame.last : frame.last + 2]) in line.words.words["mutual"]
    return each and not names_in(line, frame.agent)


def _goes_on_meanwhile(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether fighting is only what went on while something else happened, told without a place of its own: `the plane
    came down [while two armies fought below]`."""
    clause, words = clauses[frame.clause], line.words.words
    meanwhile = clause.kind == "sub" and line.lows[clause.opener] in words["meanwhile"]
    fights = frame.sense.type == "battle" and frame.patient is None and not frame.sense.toll
    places = (name.place for name in names_in(line, (clause.start, clause.right)))
    return meanwhile and fights and not any(places)


def _appraised(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether somebody only says what a thing makes of another: `said that the sanctions made peace impossible`."""
    clause = clauses[frame.clause]
    said = clause.kind in {"that", "zero"} and clause.lemma in line.words.words["appraising"]
    run = clause.subject
    return said and not frame.sense.verb and run is not None and run[0] <= frame.first < run[1]


def _known_arrival(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a clause of time only takes a movement to no place for known: `were there [when the soldiers came in]`,
    `shells fell [as Ruritania moved north]`."""
    clause, words = clauses[frame.clause], line.words.words
    when = clause.kind == "sub" and line.lows[clause.opener] in words["simultaneous"]
    first = clause.subject[0] if clause.subject is not None else -1
    known = first >= 0 and (line.lows[first] in words["definite"] or first in line.names)
    told = any(at in line.times or at in line.names for at in range(clause.end, clause.right))
    return when and known and not told and frame.sense.type == "deployment" and frame.patient is None


def _charged(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a gerund only says what of somebody is accused of having done with a thing told before: `accused the
    army of [firing the rockets]`."""
    clause, run = clauses[frame.clause], frame.patient
    if clause.form != "ger" or clause.governor < 0 or run is None or names_in(line, run):
        return False
    accused = clauses[clause.governor].lemma in line.words.words["accusing"]
    return accused and line.lows[run[0]] in line.words.words["definite"]


def _in_company(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a participle only says who helps the one that acts: `the army, [backed by jets], took the town`."""
    clause, words = clauses[frame.clause], line.words.words
    helped = clause.form == "part" and frame.sense.verb and clause.lemma in words["helping"]
    by = helped and line.lows[clause.end : clause.end + 1] != [] and line.lows[clause.end] in words["by"]
    return by and not timed(line, clause.left, clause.right)


def _presupposed(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a sentence only says by which way or in which corner something known came about: `it was through this
    gate [that the family fled]`."""
    clause, words = clauses[frame.clause], line.words.words
    cleft = line.lows[0] in words["thing_pronouns"] and line.tags[1:3] == ["be", "prep"]
    if not cleft or clause.kind != "rel" or clause.opener < 0 or line.tags[clause.opener] != "that":
        return False
    if timed(line, clause.left, clause.right):
        return False
    told = (line.names[at] for at in (*range(clause.opener), *range(*frame.reach)) if at in line.names)
    return not any(name.place is not None for name in told)


def _by_turns(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether ground that changed hands bit by bit is only summed up: `the valley was lost [a village at a time]`,
    `fell [one by one]`."""
    clause, words = clauses[frame.clause], line.words.words
    if frame.sense.type != "territory-change" or timed(line, clause.left, clause.right):
        return False
    if frame.patient is not None and head_of(line, frame.patient) in line.names:
        return False
    lows = line.lows[clause.end : clause.right]
    each = any(one == other and by in words["by"] for one, by, other in zip(lows, lows[1:], lows[2:], strict=False))
    return each or any(" ".join(lows[at : at + 3]) in words["by_turns"] for at in range(len(lows)))


def _only_reckoned_from(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether what was to come about then is only a point in time that something else is counted from: `came two days
    after [a truce was meant to start]`."""
    clause, words = clauses[frame.clause], line.words.words
    above = clauses[clause.governor] if clause.kind == "inf" and clause.governor >= 0 else None
    if above is None or above.kind != "sub" or above.form != "past" or timed(line, above.left, clause.right):
        return False
    meant = (above.passive and above.lemma in words["planning"]) or is_due(line, above)
    return meant and line.lows[above.opener] in words["distance_prepositions"]


def _known_moment(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether something known that nobody has a name in is only what a day is counted from: `a day after [the truce
    began], they took the port`."""
    clause, run = clauses[frame.clause], clauses[frame.clause].subject
    counted = clause.opener > 0 and offset_at(line, clause.opener) is not None and run is not None
    if not counted or run is None or timed(line, clause.left, clause.right) or frame.sense.type in FOUGHT:
        return False
    definite = run[1] - run[0] == 2 and line.lows[run[0]] in line.words.words["definite"]
    return definite and not names_in(line, (run[0], clause.right)) and frame.sense.verb


def _somewhere(line: Line, run: Range) -> bool:
    """Whether a stretch names a place that is nothing but a place."""
    return any(name.place is not None for name in names_in(line, run) if name.actor is None)


def _arrives_nowhere(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether somebody only came in too, where and when others did: `the militia [came in with the army]`."""
    clause, words = clauses[frame.clause], line.words.words
    came_in = clause.lemma in words["coming"] and line.lows[frame.last - 1] in words["in_only"]
    if frame.sense.type != "deployment" or not came_in or frame.patient is not None or line.headline:
        return False
    return not _somewhere(line, (clause.end, clause.right)) and not timed(line, clause.left, clause.right)


def _seen_going(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether somebody only saw others on the move, and nothing says where: `saw fighters [enter] on the 26th`."""
    clause = clauses[frame.clause]
    above = clauses[clause.governor] if clause.governor >= 0 else None
    seen = above is not None and above.lemma in line.words.words["small_clause"] and clause.start == clause.head
    going = seen and clause.lemma in line.words.words["going"] and frame.sense.name in GENERAL
    return going and frame.patient is None and not _somewhere(line, (clause.left, clause.right))


def _hearsay(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a deed is only what somebody says, with neither day nor place: one that no rule knows (`said that the
    last envoy [had left]`), or one done to nothing that has a name (`said that it [had routed the attackers]`)."""
    clause = clauses[frame.clause]
    said = clause.kind in {"that", "zero"} and (frame.sense.name == TOLD or _of_known(line, frame))
    return said and not _somewhere(line, (clause.left, clause.right)) and not timed(line, clause.left, clause.right)


def _of_known(line: Line, frame: Frame) -> bool:
    """Whether a deed of war befell nobody who is told, or only those known to have attacked: `the attackers`."""
    run, sense = frame.patient, frame.sense
    if not sense.verb or sense.toll or sense.undergoer:
        return False
    if run is None:
        return sense.type == "violence-against-civilians" and frame.agent is not None  # `had looted`
    known = line.lows[run[0]] in line.words.words["definite"] and not names_in(line, run)
    return known and sense.type == "battle" and line.lows[run[1] - 1] in line.words.nouns["assailant"]


def _by_count(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether people are only what a count comes to, on no day and nowhere: `one estimate gives 900 [displaced]`."""
    clause = clauses[frame.clause]
    above = clauses[clause.governor] if clause.governor >= 0 else None
    words = line.words.words
    if not frame.sense.toll or above is None or above.subject is None:
        return False
    counts = line.lows[head_of(line, above.subject)] in words["reckonings"] | words["bare_reckonings"]
    dated = any(time.edtf is not None for at, time in line.times.items() if clause.left <= at < clause.right)
    return counts and not dated and not names_in(line, (clause.left, clause.right))


def _had_pledged(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a side had only undertaken something before what was told just now: `The envoy stayed away. Togo [had
    agreed to send] a team.`"""
    clause = clauses[frame.clause]
    had = clause.perfect and line.lows[clause.start] in line.words.words["past_auxiliaries"]
    pledged = frame.sense.name == PLEDGE and clause.kind == "main" and had
    return pledged and not line.times and not _somewhere(line, (clause.left, len(line.tags)))


def _unclear(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a clause only says what is or is not known: `[where the line ran] was not clear`."""
    clause = clauses[frame.clause]
    asks = clause.kind == "sub" and clause.opener == 0 and line.lows[0] in line.words.words["wondering"]
    after = clauses[frame.clause + 1] if frame.clause + 1 < len(clauses) else None
    return asks and after is not None and after.kind == "resume" and after.subject == clause.subject


def _only_reacts(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether somebody only liked or disliked to hear of what was told before: `Oslo welcomed [the announcement]`."""
    clause, words, run = clauses[frame.clause], line.words.words, frame.patient
    if frame.sense.type != "statement" or clause.lemma not in words["reacting"] or run is None:
        return False
    bare = run[1] - run[0] == 2 and line.lows[run[0]] in words["definite"]
    return bare and line.lows[run[1] - 1] in words["tidings"] and not timed(line, clause.left, clause.right)


def _glossed(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a side only says what it takes an agreement of the past to mean: `the party [says that it agreed] to a
    pause and to no more`."""
    clause = clauses[frame.clause]
    above = clauses[clause.governor] if clause.kind in {"that", "zero"} and clause.governor >= 0 else None
    if frame.sense.type != "agreement" or above is None or clause.subject is None or clause.form != "past":
        return False
    own = line.lows[clause.subject[0]] in line.words.words["own_side"] and clause.subject[1] - clause.subject[0] == 1
    now = above.form == "present" and above.lemma in line.words.words["saying"]
    return own and now and not timed(line, clause.left, clause.right)


RULES = (
    _sums_ground, _only_blames, _mutual, _charged, _in_name, _holds_since, _long_done, _by_turns, _in_company,
    _arrives_nowhere, _only_reacts, _had_pledged,
)  # fmt: skip
RULES_OF = {
    "main": RULES, "coord": RULES, "resume": RULES, "part": RULES,
    "reduced": (*RULES, _remains, _only_ranks, _stands, _by_count),
    "rel": (*RULES, _lasts, _presupposed),
    "sub": (*RULES, _goes_on_meanwhile, _known_arrival, _unclear, _known_moment),
    "inf": (*RULES, _only_reckoned_from),
    "that": (*RULES, _appraised, _glossed, _hearsay),
    "zero": (*RULES, _appraised, _glossed, _hearsay, _seen_going),
}  # fmt: skip
"""The rules for clauses of each kind."""
