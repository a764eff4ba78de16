"""From one sentence to its event mentions: read the clauses, gather the frames, judge, date and name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.model.event import EventMention, EventType, NameMention, Place
from generator.model.problem import Provenance
from generator.model.slug import mention_id
from generator.model.text import Span
from generator.stages.events.agreement import ANTECEDENT, stands_for
from generator.stages.events.announced import with_announcements
from generator.stages.events.answers import answered, answers, kind_of_answer
from generator.stages.events.arguments import actors_of
from generator.stages.events.clauses import Clause, owners, read_clauses
from generator.stages.events.counted import figures_of, says_little
from generator.stages.events.dated import dated_frames, phrasal
from generator.stages.events.days import Days
from generator.stages.events.discourse import Discourse
from generator.stages.events.figures import tolls
from generator.stages.events.frames import Frame, entry_frame, family, names_in, verb_frames
from generator.stages.events.fronted import placed
from generator.stages.events.gapped import split_shared
from generator.stages.events.likewise import with_followers
from generator.stages.events.merge import DEEDS, merge
from generator.stages.events.nominal import is_due, noun_frames
from generator.stages.events.objects import object_after
from generator.stages.events.phrases import Range, head_of, text_of
from generator.stages.events.retelling import retells
from generator.stages.events.saying import only_says
from generator.stages.events.scene import Reading, Scene
from generator.stages.events.settle import settle_verbs
from generator.stages.events.status import Judge, Verdict
from generator.stages.events.times import Setting
from generator.stages.events.timing import Clock, Timing
from generator.stages.events.title import Titler
from generator.stages.events.tokens import Line
from generator.stages.events.told import told_before
from generator.stages.events.weigh import (
    is_summary,
    present_tells,
    status_of,
    timing_of,
    type_of,
    weight,
    worth,
)
from generator.stages.events.whereabouts import UNPLACED, places_of, tied_places

ENTRY_WORDS = 40
"""The longest entry, in tokens, that is one event as it stands."""
SAYING = frozenset({"noun", "verb", "be", "have"})
"""Classes of words without one of which an entry tells nothing: `27 January: Goma.`"""
SEQUEL = 3
"""A bare toll belongs to a deed told at most so many sentences before."""


def read_scene(scene: Scene, seen: Counter[tuple[str, str]], discourse: Discourse) -> Iterator[EventMention]:
    """The event mentions of one sentence; `seen` counts equal sentences and triggers of the article,
    `discourse` knows what the sentences before spoke of."""
    line, base = scene.line, scene.sentence.span.start
    if not scene.entry and not scene.times and not line.hopeful():
        discourse.note(scene.names, line.words)
        return
    line.place_times(scene.times, base)
    line.qualify()
    line.place_names(scene.names, base)
    settle_verbs(line)
    if not scene.entry and not scene.times and not line.telling():
        discourse.note(scene.names, line.words)
        return
    discourse.resolve(line, scene.article.id, base)
    clauses = read_clauses(line)
    discourse.observe(line, clauses)
    for mention in _mentions(scene, line, clauses, seen, discourse):
        if mention.type in DEEDS:
            discourse.deed = scene.sentence.index
        yield mention


def _mentions(
    scene: Scene, line: Line, clauses: list[Clause], seen: Counter[tuple[str, str]], discourse: Discourse
) -> Iterator[EventMention]:
    owner = owners(line, clauses)
    days = Days(line, clauses, owner, _setting(scene))  # moves the story, whatever is told
    found = [*verb_frames(line, clauses), *noun_frames(line, clauses, owner)]
    found = with_announcements(days, found)
    found += dated_frames(days, found)
    if not found and scene.entry and len(line.lows) <= ENTRY_WORDS and not SAYING.isdisjoint(line.tags):
        entry = entry_frame(line, clauses)
        found = [entry] if entry else []
    if not found:
        return
    found.sort(key=lambda frame: frame.first)
    days.told = told_before(line, clauses, found, scene.story)
    parts = [part for part in _parts(line, clauses, found) if worth(scene, line, clauses, part)]
    if not parts:
        return
    reading = Reading(
        scene, line, clauses, Judge(line, clauses), Clock(days), Titler(line, clauses), tolls(line, found),
        scene.sentence.index - discourse.deed <= SEQUEL,
    )  # fmt: skip
    for part in parts:
        mention = _mention(reading, part, seen)
        if mention:
            scene.story.did(mention, line.vocabulary, scene.sentence.index)
            yield mention


def _parts(line: Line, clauses: list[Clause], found: list[Frame]) -> Iterator[Frame]:
    """The events that the frames of a sentence tell, each once, one for each of those that share a verb."""
    for frame in with_followers(line, clauses, merge(line, clauses, found)):
        yield from split_shared(line, frame, clauses[frame.clause].right if frame.clause >= 0 else len(line.lows))


def _setting(scene: Scene) -> Setting:
    published = scene.published.latest if scene.published is not None else None
    at = scene.sentence
    return Setting(scene.article.id, at.span.start, at.index, scene.lead, published, scene.story, at.block)


def _mention(reading: Reading, frame: Frame, seen: Counter[tuple[str, str]]) -> EventMention | None:
    verdict = _verdict(reading, frame)
    if verdict is None or is_summary(reading, frame, verdict):
        return None
    timing = timing_of(reading, frame, verdict)
    _name_speaker(reading, frame, verdict)
    line, scene = reading.line, reading.scene
    if verdict.present and not present_tells(reading, frame, timing):
        return None
    actors = actors_of(line, reading.clauses, frame)
    places = places_of(line, reading.clauses, frame)
    if not (actors or places or timing.time) and says_little(reading, frame):
        return None
    status = status_of(reading, frame, verdict, timing, tuple(actor.name for actor in actors))
    station = () if places else _station(scene, line, frame, timing)
    title = _title(reading, frame, status == "planned", station)
    if not title:
        return None  # nobody could tell what it was: `they were released`
    trigger = _trigger(reading, frame)
    speaker = _speaker(line, verdict.speaker)
    identity = _identity(scene, trigger, seen)
    return EventMention(
        id=identity,
        span=scene.sentence.span,
        trigger=trigger,
        type=_type(reading, frame),
        status=status,
        title=title,
        text=" ".join(scene.sentence.text.split()),
        clause=_clause_span(reading, frame),
        actors=actors,
        places=places or tied_places(line, reading.clauses, frame) or station,
        figures=figures_of(reading, frame, speaker, identity),
        time=timing.time,
        published=scene.published,
        lemma=frame.sense.lemma,
        speaker=speaker,
        weight=weight(scene, frame, reading.clauses),
        provenance=_provenance(frame, trigger, verdict, timing),
    )


def _station(scene: Scene, line: Line, frame: Frame, timing: Timing) -> tuple[Place, ...]:
    """The place of the line that dates the event too, or of which it says that it is the same (`a raid on the same
    airport`); what is said or imposed is no event of a place."""
    dates = timing.rule == "lead" or (timing.time is not None and timing.time == scene.lead)
    dates = dates or any(line.lows[at] in line.words.words["same"] for at in range(frame.last, frame.reach[1]))
    place = scene.station.place if scene.station is not None and dates else None
    return (place,) if place is not None and frame.sense.type not in UNPLACED else ()


def _title(reading: Reading, frame: Frame, planned: bool, station: tuple[Place, ...]) -> str:
    """The title, with whose proposal is answered; and with the place that only stands before the sentence or at its
    head."""
    title = reading.titler.title(frame, planned)
    spoken = frame.sense.type == "statement" and frame.sense.verb and frame.patient is None
    if spoken and only_says(reading.line, title):
        return ""  # what it was nobody could tell: `the minister warns`
    if title and answers(reading, frame):
        return answered(reading, title)
    return placed(title, reading.line, reading.clauses, frame, station[0] if station else None) if title else ""


def _type(reading: Reading, frame: Frame) -> EventType:
    return kind_of_answer(reading, frame) or type_of(reading.line, reading.clauses, frame)


def _identity(scene: Scene, trigger: Span, seen: Counter[tuple[str, str]]) -> str:
    """The mention's id: a hash of article, sentence, trigger and ordinal, never of offsets."""
    key = (scene.sentence.text, scene.article.text[trigger.start : trigger.end])
    seen[key] += 1
    return mention_id(scene.article.id, *key, str(seen[key]))


def _verdict(reading: Reading, frame: Frame) -> Verdict | None:
    words = reading.line.words.words
    own = reading.clauses[frame.clause] if frame.clause >= 0 else None
    whole = frame.gapped and own is not None and own.head == frame.first  # `[labelled them a terrorist] group`
    if not frame.sense.minor and not whole and retells(reading.line, own, frame.first):
        return None
    if frame.sense.verb or frame.light_clause >= 0:
        index = frame.clause if frame.light_clause < 0 else frame.light_clause
        verdict = reading.judge.verdict(index)
        if verdict is None:
            return verdict
        clause = reading.clauses[index]
        scheduled = (clause.lemma in words["expecting"] and clause.passive) or is_due(reading.line, clause)
        fixes = clause.lemma in words["scheduling"] and not phrasal(reading.line, clause)  # not `set off`
        scheduled = scheduled or (fixes and frame.light_clause >= 0)
        scheduled = scheduled or (frame.sense.type in DEEDS and verdict.saying >= 0 and reading.judge.purpose(index))
        named = frame.light_clause >= 0 and reading.line.lows[frame.first - 1] in words["planned_nouns"]
        if scheduled or named:
            return Verdict("planned", "planned-noun", verdict.speaker, verdict.saying)
        return verdict
    if reading.judge.asks(frame.first) or reading.judge.supposed(frame.clause):
        return None
    if frame.clause >= 0 and reading.judge.denies(frame.clause, frame.first):
        clause = reading.clauses[frame.clause]
        return Verdict("denied", "denied-noun", clause.subject, frame.clause)
    if own is not None and _to_come(reading, frame, own):
        return reading.judge.verdict(frame.clause)
    return Verdict("happened", "noun" if frame.clause >= 0 else "verbless")


def _to_come(reading: Reading, frame: Frame, clause: Clause) -> bool:
    """Whether a noun is what somebody is only to do something with, and nothing known: `will head [meetings] in Oslo`,
    not `will discuss the meeting`."""
    if clause.form not in {"modal", "inf"} or frame.first < clause.end:
        return False
    run, line = object_after(reading.line, clause.end, clause.right), reading.line
    if run is None or not run[0] <= frame.first < run[1] or head_of(line, run) != frame.last - 1:
        return False
    return line.lows[run[0]] not in line.words.words["definite"] and line.tags[run[0]] != "poss"


def _name_speaker(reading: Reading, frame: Frame, verdict: Verdict) -> None:
    """Let a pronoun that nothing else resolves stand for who speaks: `the rebels said they had taken the airport`."""
    run, speaker, line = frame.agent, verdict.speaker, reading.line
    if run is not None and speaker is not None:
        lone = run[1] - run[0] == 1 and run[0] not in line.names
        said = lone and line.lows[run[0]] in line.words.words["group_pronouns"]
        own = _own_force(line, run) and _has_arms(line, speaker)
        meant = _speaking_group(line, frame, speaker) if said or own else None
        frame.agent = meant or run
    owners = [run for run in (speaker, _governing_subject(reading, frame)) if run is not None]
    names = [name for run in owners for name in names_in(line, run) if name.rule != ANTECEDENT]
    reading.titler.owner = _name_of(line, names[0]) if names else ""


def _name_of(line: Line, name: NameMention) -> str:
    """The words of a name, or the name that `the group` stands for; `the government` stays one, and `Oman's president`
    speaks for Oman, since two genitives make no line."""
    country = line.words.name_kinds["country"]
    if name.actor is not None and any(mark + "s " in name.text for mark in line.words.words["clitic_marks"]):
        return name.actor.name
    meant = name.actor if name.actor is not None and stands_for(name) else None
    return name.text if meant is None or meant.kind in country else meant.name


def _speaking_group(line: Line, frame: Frame, speaker: Range) -> Range | None:
    """The group that speaks of itself by a pronoun, itself or through somebody: `[the militia]'s spokesman said they
    had left`; None in a quotation, or where a person speaks of others, as witnesses do of violence."""
    if line.tags[: frame.first].count("quote") % 2 == 1:
        return None
    words, head = line.words, head_of(line, speaker)
    person = words.name_kinds["person"]
    low = line.lows[head]
    alone = low in words.words["anybody"] or low in words.words["women"]
    alone = alone or (low in words.nouns["notable"] and not low.endswith("s"))
    alone = alone or (frame.sense.type in DEEDS and low in words.nouns["people"] and low not in words.nouns["force"])
    if not alone and not any(name.actor and name.actor.kind in person for name in names_in(line, speaker)):
        return speaker
    owner = next((at for at in range(speaker[0] + 1, head) if line.tags[at] == "poss"), speaker[0])
    group = _tells_of(line, (speaker[0], owner), "agents", "force", "group")
    return (speaker[0], owner) if group else None


def _own_force(line: Line, run: Range) -> bool:
    """Whether a noun phrase means the people or arms of whoever was named before: `[its planes] had hit a bus`."""
    owner = next((at for at in range(*run) if line.tags[at] == "poss"), -1)
    if owner < 0 or line.lows[owner] not in line.words.words["group_possessives"] or names_in(line, run):
        return False
    return _tells_of(line, (owner + 1, run[1]), "soldiers", "jet", "warcraft", "crewed")


def _has_arms(line: Line, speaker: Range) -> bool:
    """Whether who speaks can have men or weapons of his own, as no witness has."""
    named = any(name.actor is not None for name in names_in(line, speaker))
    return named or _tells_of(line, speaker, "agents", "force", "group", "office")


def _tells_of(line: Line, run: Range, *kinds: str) -> bool:
    """Whether a stretch holds a noun of one of these lists."""
    return any(not line.words.nouns[kind].isdisjoint(line.lows[run[0] : run[1]]) for kind in kinds)


def _governing_subject(reading: Reading, frame: Frame) -> Range | None:
    clause = reading.clauses[frame.clause] if frame.clause >= 0 else None
    hangs = clause is not None and clause.governor >= 0 and clause.kind != "main"
    return reading.clauses[clause.governor].subject if clause is not None and hangs else None


def _trigger(reading: Reading, frame: Frame) -> Span:
    line, base = reading.line, reading.scene.sentence.span.start
    first, last = frame.first, frame.last
    if frame.follower:
        first, last = frame.anchor, frame.anchor + 1
        while line.names.get(last, 0) is line.names.get(frame.anchor):
            last += 1
    return Span(reading.scene.article.id, base + line.starts[first], base + line.ends[last - 1])


def _clause_span(reading: Reading, frame: Frame) -> Span:
    """The characters of the clause (and of its cause's clause) inside the sentence."""
    line, base = reading.line, reading.scene.sentence.span.start
    low, high = frame.reach
    for one in family(frame):
        if one.clause >= 0:
            clause = reading.clauses[one.clause]
            subject = clause.subject[0] if clause.subject and not clause.shared else clause.start
            low, high = min(low, subject, clause.left), max(high, clause.right)
    start, end = line.starts[low], line.ends[max(low, high - 1)]
    return Span(reading.scene.article.id, base + start, base + end)


def _speaker(line: Line, run: Range | None) -> str:
    if run is None:
        return ""
    for name in names_in(line, run):
        if name.actor is not None:
            return name.actor.name
    return " ".join(text_of(line, *run).split())


def _provenance(frame: Frame, trigger: Span, verdict: Verdict, timing: Timing) -> Provenance:
    inputs = [Provenance("events", f"status:{verdict.rule}", trigger, verdict.status)]
    if timing.time is not None:
        given = (timing.time.provenance,) if timing.time.provenance else ()
        inputs.append(Provenance("events", f"time:{timing.rule}", timing.time.span, timing.time.text, given))
    inputs += [
        Provenance("events", f"joined:{other.sense.name}", trigger, other.sense.lemma) for other in family(frame)[1:]
    ]
    return Provenance("events", f"trigger:{frame.sense.name}", trigger, frame.sense.lemma, tuple(inputs))
