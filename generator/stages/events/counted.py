"""What a frame counts: which numbers of its sentence are its own, and whether without any it says too little."""

from __future__ import annotations

from generator.model.event import Figure
from generator.model.text import Span
from generator.stages.events.figures import Toll
from generator.stages.events.frames import Frame, family
from generator.stages.events.phrases import text_of
from generator.stages.events.scene import Reading
from generator.stages.events.weigh import OF_WAR, hurts, type_of


def figures_of(reading: Reading, frame: Frame, speaker: str, identity: str) -> tuple[Figure, ...]:
    """The figures of an event, said by `speaker`, of the mention with that identity."""
    line, base = reading.line, reading.scene.sentence.span.start
    article = reading.scene.article.id
    made: dict[str, Figure] = {}
    for owner, toll in reading.counted:
        if not _belongs(reading, frame, owner, toll) or not hurts(frame, toll):
            continue
        if toll.kind == "displaced" and type_of(line, reading.clauses, frame) == "deployment":
            continue  # soldiers who are sent somewhere are no displaced people
        count = toll.count
        span = Span(article, base + line.starts[count.first], base + line.ends[count.last - 1])
        words = text_of(line, count.first, count.last)
        made.setdefault(
            toll.kind,
            Figure(toll.kind, count.best, count.low, count.high, span, words, speaker, identity, count.single),
        )
    return tuple(made.values())


def _belongs(reading: Reading, frame: Frame, owner: Frame | None, toll: Toll) -> bool:
    """Whether a toll is of this frame: its own verb counts it, or it stands in the frame's clause."""
    if frame.anchor >= 0:
        return False
    own = {id(one) for one in family(frame)}
    if owner is not None:
        return id(owner) in own
    at = toll.count.first
    clauses = reading.clauses
    for one in family(frame):
        if one.reach[0] <= at < one.reach[1]:
            return True
        if one.clause < 0:
            continue
        if clauses[one.clause].left <= at < clauses[one.clause].right:
            return one.sense.type in OF_WAR
        following = one.clause + 1
        if following < len(clauses) and one.sense.type in OF_WAR:
            clause = clauses[following]
            if clause.kind in {"part", "coord", "reduced"} and clause.left <= at < clause.right:
                return True
    return False


def says_little(reading: Reading, frame: Frame) -> bool:
    """Whether what was done by nobody, nowhere and on no day is too little of an event: a weak word, or what a clause
    of time or cause takes for known to have befallen a thing: `are homeless [after the huts were wrecked]`."""
    if _adds_toll(reading, frame):
        return False
    uprooted = frame.sense.toll == "displaced" and frame.agent is not None and not frame.sense.undergoer
    if not frame.sense.strong or (uprooted and all(one.best is None for one in figures_of(reading, frame, "", ""))):
        return True  # `drove tens of thousands over the border`: from where, and when?
    clause = reading.clauses[frame.clause] if frame.clause >= 0 and frame.sense.verb else None
    if clause is None or clause.kind != "sub" or not clause.passive or clause.opener < 0:
        return False
    at_once = reading.line.lows[clause.opener] in reading.line.words.words["simultaneous"]
    return not at_once and not figures_of(reading, frame, "", "")


def _adds_toll(reading: Reading, frame: Frame) -> bool:
    """Whether a frame is a bare toll right after the deed it belongs to."""
    return reading.after_deed and frame.sense.light and bool(figures_of(reading, frame, "", ""))
