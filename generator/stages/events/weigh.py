"""Which frames are events of the story, with which status, type and weight."""

from __future__ import annotations

from itertools import pairwise

from generator.model.calendar import add_days
from generator.model.edtf import Edtf
from generator.model.event import EventType, Status
from generator.model.temporal import TimeExpression
from generator.stages.events.asides import is_aside
from generator.stages.events.clauses import Clause
from generator.stages.events.figures import Toll
from generator.stages.events.frames import Frame, family, meant_by, names_in
from generator.stages.events.kinds import is_somebody, kind_in_company
from generator.stages.events.merge import DEEDS
from generator.stages.events.nominal import aim_of
from generator.stages.events.offsets import DAY
from generator.stages.events.phrases import Range, head_of, timed
from generator.stages.events.scene import Reading, Scene
from generator.stages.events.sides import is_own_word, is_party
from generator.stages.events.status import Verdict
from generator.stages.events.times import told_on
from generator.stages.events.timing import UNDATED, Timing
from generator.stages.events.tokens import Line

OF_WAR = DEEDS | {"territory-change", "deployment"}
TOLD_AS_PAST = frozenset({"past", "participle", "gerund", "said-to-have"})
HARMFUL = OF_WAR | {"other"}
LEAD_SENTENCES = 3
LET_GO = "let-go"
"""The rule that tells of captives who are let go."""
HARM = frozenset({"killed", "injured"})
"""Tolls that are summed up over a war; that so many have fled by now is news each time."""


def worth(scene: Scene, line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a frame tells enough: no words of nobody named far from the lead, no undated aside of a relative clause
    without name or number, or of a participle (`the town [held by rebels]`), no look back without a name or a date."""
    dated = scene.entry or any(frame.reach[0] - 3 <= index < frame.reach[1] for index in line.times)
    if frame.sense.minor:
        lead = scene.headline or scene.sentence.index < LEAD_SENTENCES
        return _is_news(line, clauses, frame, lead, dated) and not is_aside(line, clauses, frame)
    bare = frame.background and frame.last - frame.first == 1 and not names_in(line, frame.reach)
    if bare and not any(index in line.times for index in range(frame.last, frame.reach[1])):
        return False
    if is_aside(line, clauses, frame):
        return False
    if dated or frame.clause < 0:
        return True
    if frame.background:
        behind = (one.opener for one in clauses if one.opener > frame.first)
        end = min(behind, default=len(line.lows))  # `their first meeting [since rebels seized Homs]`
        runs = (frame.reach, *(run for _, run in frame.phrases))
        return any(names_in(line, (run[0], min(run[1], end))) for run in runs)
    kind = clauses[frame.clause].kind if frame.light_clause < 0 else "main"
    told = bool(names_in(line, frame.reach)) or "num" in line.tags[frame.reach[0] : frame.reach[1]]
    return (kind != "reduced" or _counted(line, clauses, frame)) and (kind != "rel" or told)


def _counted(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether a participle tells whom somebody counted: `counts 1,900 people [killed in air raids]`."""
    clause = clauses[frame.clause]
    above = clauses[clause.governor] if clause.governor >= 0 and frame.sense.toll else None
    if above is None or above.lemma not in line.words.words["recounting"] or clause.subject is None:
        return False
    return "num" in line.tags[clause.subject[0] : clause.right]


def _is_news(line: Line, clauses: list[Clause], frame: Frame, lead: bool, dated: bool) -> bool:
    """Whether words are themselves the news: those of a main clause that names who speaks, a day, or both; of another
    clause in a lead or on a day."""
    clause = clauses[frame.clause] if frame.clause >= 0 else None
    named = frame.agent is not None and _speaks(line, frame.agent)
    if clause is None or clause.kind in {"main", "coord", "resume"}:
        return lead or dated or named
    due = clause.kind == "inf" and line.lows[clause.start - 1] in line.words.words["planned_adjectives"]
    if due or (clause.kind == "inf" and _came_to(line, clauses, frame.clause)):
        above = clauses[clause.governor]
        return named and (lead or dated or timed(line, above.left, above.right))
    return named and (dated or (lead and clause.kind == "sub")) and clause.kind in {"rel", "sub"}


def _came_to(line: Line, clauses: list[Clause], index: int) -> bool:
    """Whether an infinitive or a gerund tells what somebody did as well: `went on television [to accuse] Moscow`, `came
    home [vowing] to fight on`, `is understood [to have threatened] sanctions`."""
    clause, governor = clauses[index], clauses[clauses[index].governor]
    beside = clause.form == "ger" and line.tags[clause.start - 1] not in {"prep", "prepsub"}
    done = governor.form == "past" and (governor.lemma in line.words.words["factual"] or beside)
    said = clause.perfect and governor.lemma in line.words.words["saying"]
    return (done or said) and not governor.negated and governor.kind != "rel"


def _speaks(line: Line, run: Range) -> bool:
    """Whether a noun phrase tells who speaks: an actor, an office or a group of people, or a name nobody lists."""
    if any(name.actor is not None for name in names_in(line, run)):
        return True
    return line.tags[run[0]] != "pron" and (is_somebody(line, run) or line.tags[head_of(line, run)] == "name")


def is_summary(reading: Reading, frame: Frame, verdict: Verdict) -> bool:
    """Whether a toll sums up a whole war, and nobody is named who counted: `more than 5,000 people have been killed
    since March`, but not `..., the health ministry says`."""
    if frame.sense.toll not in HARM or frame.clause < 0 or not frame.sense.verb:
        return False
    line, clause = reading.line, reading.clauses[frame.clause]
    times = {id(time): time for at, time in line.times.items() if clause.left <= at < clause.right}
    on_a_day = any(len(time.value) >= DAY for time in times.values())
    if not on_a_day and not line.words.nouns["war"].isdisjoint(line.lows[clause.left : clause.right]):
        return True
    counted = verdict.speaker is not None and "num" in line.tags[clause.left : clause.right]
    if reading.scene.sentence.index < LEAD_SENTENCES and not times:
        return False
    past = bool(line.words.words["past_auxiliaries"].intersection(line.lows[clause.start : clause.end]))
    so_far = any(_current(time, reading.scene.published) for time in times.values()) or _since_long(reading, clause)
    so_far = so_far and clause.kind in {"that", "zero"}
    if not clause.perfect or frame.joined or ((past or counted) and not so_far):
        return False
    return not on_a_day and not any(
        name.place is not None and name.place.kind not in line.words.words["wide_places"]
        for name in names_in(line, (clause.left, _own_part(line, clause)))
    )


def _since_long(reading: Reading, clause: Clause) -> bool:
    """Whether a clause counts from a month or a year on: `said that 900 people had been killed since March 2011`."""
    days, since = reading.clock.days, reading.line.words.words["since"]
    found = (time for at, time in days.times.items() if clause.left <= at < clause.right)
    return any(len(time.value) < DAY and days.signals.get(id(time), "") in since for time in found)


def _current(time: TimeExpression, published: Edtf | None) -> bool:
    """Whether a month or year is the one in which it was told: `this year`."""
    value, day = time.edtf, published.latest if published is not None else None
    if value is None or value.day is not None or day is None or value.earliest is None or value.latest is None:
        return False
    return value.earliest <= day <= value.latest


def _own_part(line: Line, clause: Clause) -> int:
    """Where what a clause counts gives way to a part of it: `60 people had been killed, [20 of them in Homs]`."""
    of = line.words.words["of_only"]
    for at in range(clause.end, clause.right - 2):
        if line.tags[at] != ",":
            continue
        end = at + 1
        while line.tags[end] == "num" and end < clause.right - 1:
            end += 1
        if end > at + 1 and line.lows[end] in of:
            return at
    return clause.right


def present_tells(reading: Reading, frame: Frame, timing: Timing) -> bool:
    """Whether the present tense tells an event: in headlines and dated entries, where no relative clause only says
    what a thing is like (`the bridge that troops guard`), or with a date of its own."""
    idle = _describes(reading, frame) or _opined(reading, frame)
    if (reading.scene.headline and not idle) or _goes_on(reading, frame) or _counts_now(reading, frame):
        return True
    clause = reading.clauses[frame.clause] if frame.clause >= 0 else None
    aim = clause is not None and clause.kind == "inf" and not idle  # `flies in on Friday [to visit the camps]`
    own = timing.rule == "clause" or (aim and timing.rule == "governing-clause")
    return timing.time is not None and own and timing.time.value != "PRESENT_REF"


def _describes(reading: Reading, frame: Frame) -> bool:
    """Whether a frame stands in a relative clause, or in the infinitive it governs."""
    clause = reading.clauses[frame.clause] if frame.clause >= 0 else None
    while clause is not None and clause.kind == "inf" and clause.governor >= 0:
        clause = reading.clauses[clause.governor]
    return clause is not None and clause.kind == "rel"


def _opined(reading: Reading, frame: Frame) -> bool:
    """Whether a frame is what somebody says is so as well: `experts say [that the rebels also fly drones]`."""
    clause = reading.clauses[frame.clause] if frame.clause >= 0 else None
    governor = reading.clauses[clause.governor] if clause is not None and clause.governor >= 0 else None
    words = reading.line.words.words
    if clause is None or governor is None or clause.kind != "that" or governor.lemma not in words["saying"]:
        return False
    told = reading.line.lows[clause.left : clause.right]
    pairs = map(" ".join, pairwise(told))  # `as well`
    return not words["additive"].isdisjoint(told) or not words["additive"].isdisjoint(pairs)


def _goes_on(reading: Reading, frame: Frame) -> bool:
    """Whether a main clause tells what is being done as the article is written: `the army is moving a brigade`."""
    clause = reading.clauses[frame.clause]
    form = reading.line.words.verbs.get(reading.line.lows[clause.head])
    main = clause.kind in {"main", "coord", "zero", "that"} and not clause.passive
    stands = frame.sense.state and clause.lemma in reading.line.words.words["copulas"]  # `is in custody`
    on_the_way = reading.line.lows[frame.last - 1] in reading.line.words.words["underway"]  # `are on the roads`
    if main and clause.form == "present" and (stands or on_the_way):
        return True
    return main and clause.head > clause.start and form is not None and "ing" in form.forms


def _counts_now(reading: Reading, frame: Frame) -> bool:
    """Whether a main clause counts those who have left their homes by now: `the agency puts the displaced at 9,000`."""
    clause = reading.clauses[frame.clause]
    told = frame.sense.light or clause.lemma in reading.line.words.words["recounting"]
    numbered = "num" in reading.line.tags[slice(*frame.reach)]
    return told and numbered and clause.kind in {"main", "coord"}


def _after_publication(time: TimeExpression, published: Edtf | None, days: int = 0) -> bool:
    """Whether a date lies more than so many days after the one it was told on: then what it dates is still to come."""
    if time.edtf is None or published is None:
        return False
    earliest, latest = time.edtf.earliest, told_on(time, published.latest)
    return earliest is not None and latest is not None and earliest > add_days(latest, days)


def timing_of(reading: Reading, frame: Frame, verdict: Verdict) -> Timing:
    """The time of a frame; what is told as done has none that is still to come: `the plan, [drawn up] in Oslo, sees the
    army leave by May`. An article that was brought up to date may tell of the day after its own."""
    timing = reading.clock.time_of(frame, verdict.saying)
    done = frame.sense.verb and verdict.status == "happened" and verdict.rule in TOLD_AS_PAST
    if timing.time is None or not done or _sets(reading, frame, timing.time):
        return timing
    if not _after_publication(timing.time, reading.scene.published, 1):
        return timing
    turned = reading.clock.days.week_before(timing.time)
    return Timing(turned, timing.rule) if turned is not None else UNDATED


def _sets(reading: Reading, frame: Frame, time: TimeExpression) -> bool:
    """Whether a verb says for when something was set or forbidden: `banned the march on Friday`, but not `on Friday
    [banned] the march`."""
    words, line = reading.line.words.words, reading.line
    before = time.span.start < reading.scene.sentence.span.start + line.starts[frame.first]
    clause = reading.clauses[frame.clause] if frame.clause >= 0 else None
    behind = clause is None or clause.passive or not before
    if clause is None or not behind:
        return False
    return clause.lemma in words["setting_days"] or clause.lemma in words["preventing"]


def status_of(
    reading: Reading, frame: Frame, verdict: Verdict, timing: Timing, actors: tuple[str, ...]
) -> Status:
    """The verdict's status; `claimed` where only a side of the war vouches for a deed of war, `planned` where
    the date lies ahead of the article."""
    line = reading.line
    of_war = verdict.status == "happened" and (frame.sense.type in OF_WAR or _own_act(reading, frame, verdict))
    if of_war and (is_party(line, verdict.speaker, actors) or is_own_word(line, verdict.speaker, frame.agent)):
        return "claimed"
    if verdict.status == "happened" and _own_success(reading, frame, verdict):
        return "claimed"
    claiming = reading.line.words.words["claiming"]
    if verdict.status == "happened" and frame.sense.ground and frame.sense.lemma.split()[0] in claiming:
        return "claimed"
    ahead = verdict.status == "happened" and (_announced(reading.line, frame) or verdict.rule not in TOLD_AS_PAST)
    if ahead and timing.time is not None and _after_publication(timing.time, reading.scene.published):
        return "planned"
    return verdict.status


def _own_act(reading: Reading, frame: Frame, verdict: Verdict) -> bool:
    """Whether only who did it says that captives were taken or let go: `the militia says that it freed 30 soldiers`."""
    freed = frame.sense.name == LET_GO or frame.sense.lemma.partition(" ")[0] in reading.line.words.words["releasing"]
    if not (freed or frame.sense.type == "justice") or frame.agent is None or verdict.speaker is None:
        return False
    speakers = {name.actor.name for name in names_in(reading.line, verdict.speaker) if name.actor is not None}
    return any(name.actor is not None and name.actor.name in speakers for name in names_in(reading.line, frame.agent))


def _own_success(reading: Reading, frame: Frame, verdict: Verdict) -> bool:
    """Whether an office of the state is all that vouches for what the state's soldiers achieved: `the governor said
    that the army had beaten the attackers back`."""
    if verdict.saying < 0 or frame.agent is None or frame.sense.type not in {"battle", "territory-change"}:
        return False
    line, words = reading.line, reading.line.words.words
    speaker, saying = verdict.speaker, verdict.saying
    while speaker is not None and line.lows[speaker[0]] in words["thing_pronouns"] and saying > 0:
        saying -= 1  # `the office told another story: [it] said`
        speaker = reading.clauses[saying].subject
    office = speaker is not None and not words["state_offices"].isdisjoint(line.lows[speaker[0] : speaker[1]])
    armies = (name.actor for name in names_in(line, frame.agent) if name.actor is not None)
    return office and any(actor.kind in words["state_forces"] for actor in armies)


def _announced(line: Line, frame: Frame) -> bool:
    """Whether a past tense is that of who set what is told, not its own: `announced a strike from Monday`, but not
    `called off the strike`."""
    words = line.words.words
    lemma, *rest = frame.sense.lemma.split()
    setting = lemma in words["scheduling"] or lemma in words["convening"]
    particle = bool(rest) and line.words.tags.get(rest[0]) == "prep"
    promised = lemma in words["planning"] and rest[:1] != [] and line.words.tags.get(rest[0]) == "to"
    return not frame.sense.verb or promised or (setting and not particle)


def type_of(line: Line, clauses: list[Clause], frame: Frame) -> EventType:
    """The sense's type, or another that who did it and to whom tells; for deaths that of their cause."""
    victims = next((one.patient for one in family(frame) if one.sense.light and one.sense.toll in HARM), None)
    for one in family(frame):
        if not one.sense.light:
            return _in_company(line, clauses, one, victims)
    if frame.sense.type == "violence-against-civilians" and _of_disease(line, frame):
        return "aid-humanitarian"
    deed = next((one for one in family(frame) if not one.sense.toll and one.sense.type in DEEDS), None)
    return _in_company(line, clauses, deed or frame)


def _in_company(line: Line, clauses: list[Clause], frame: Frame, victims: Range | None = None) -> EventType:
    kind: EventType = "violence-against-civilians" if _of_unarmed(line, frame, victims) else frame.sense.type
    if not frame.sense.verb and kind == "violence-against-civilians" and _of_fighter(line, frame):
        return "battle"
    if frame.clause < 0 or not frame.sense.verb:
        return kind
    return kind_in_company(line, clauses[frame.clause], frame, kind)


def _of_disease(line: Line, frame: Frame) -> bool:
    """Whether people died of an illness: `recorded 50 deaths, [20 of them from cholera]`."""
    lows, causes = line.lows, line.words.words["causes_of_death"]
    plagues = line.words.nouns["plagues"]
    return any(lows[at] in plagues and lows[at - 1] in causes for at in range(frame.last, len(lows)))


def _of_unarmed(line: Line, frame: Frame, victims: Range | None) -> bool:
    """Whether a fight is none, since people who do not fight were set upon: `women were assaulted`, `an attack on a
    wedding`, `the attack killed two [nurses]`."""
    if frame.sense.type != "battle":
        return False
    run, nouns = frame.patient if frame.sense.verb else aim_of(line, frame) or victims, line.words.nouns
    if run is None or any(name.actor is not None for name in names_in(line, run)):
        return False
    words = set(line.lows[run[0] : run[1]])
    harmless = not nouns["unarmed"].isdisjoint(words)
    harmless = harmless or (not frame.sense.verb and not nouns["innocent"].isdisjoint(words))
    mixed = "coord" in line.tags[run[0] : run[1]]  # `killed ten rebels, four guards and a nurse`
    return harmless and not mixed and nouns["combatant"].isdisjoint(words)


def _of_fighter(line: Line, frame: Frame) -> bool:
    """Whether a noun tells of the end of one who fights: `the death [of three soldiers]`, `[of Colonel Sena]`."""
    of, fighters = line.words.words["of_only"], line.words.nouns["combatant"]
    run = next((run for at, run in frame.phrases if at == frame.last and line.lows[at] in of), None)
    return run is not None and not fighters.isdisjoint([line.lows[head_of(line, run)], *meant_by(line, run)])


def weight(scene: Scene, frame: Frame, clauses: list[Clause]) -> float:
    """How much a mention reports its event: by position in the article, less for what only looks back."""
    block = scene.article.blocks[scene.sentence.block] if scene.sentence.block < len(scene.article.blocks) else None
    if block is not None and block.kind == "heading":
        weight = 1.0
    elif scene.sentence.index < LEAD_SENTENCES:
        weight = 1.0 - 0.05 * scene.sentence.index
    else:
        weight = max(0.5, 0.85 - 0.02 * scene.sentence.index)
    if scene.lead is not None:
        weight = max(weight, 0.8)
    claimed = frame.light_clause >= 0 and clauses[frame.light_clause].lemma in scene.words.words["claiming"]
    if frame.background or claimed:
        weight *= 0.5  # `the raid was claimed by`
    elif frame.clause >= 0 and clauses[frame.clause].kind in {"rel", "sub", "reduced"}:
        weight *= 0.7
    return round(weight, 3)


def hurts(frame: Frame, toll: Toll) -> bool:
    """Whether an event of this type can have such a toll: an evacuation of the wounded wounds nobody."""
    if toll.kind == "displaced" and frame.sense.type in {"deployment", "battle", "territory-change"}:
        return False  # `forty marines arrived`
    return toll.kind in {"displaced", "detained"} or any(one.sense.type in HARMFUL for one in family(frame))
