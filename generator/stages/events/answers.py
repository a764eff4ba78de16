"""Answers to what was proposed: `Oman proposed a truce. The rebels accepted.`"""

from __future__ import annotations

from generator.model.event import EventType
from generator.stages.events.frames import GENERAL, Frame
from generator.stages.events.scene import Reading


def answers(reading: Reading, frame: Frame) -> bool:
    """Whether a verb without its object answers the proposal told last."""
    words = reading.line.words.words
    bare = frame.sense.name in GENERAL and frame.patient is None and frame.sense.lemma in words["answering"]
    return bare and reading.scene.story.last in words["proposing"]


def answered(reading: Reading, title: str) -> str:
    """The title of an answer, which says whose proposal it answers."""
    proposer = reading.scene.story.doer
    whose = reading.titler.say.possessive(proposer) if proposer else ""
    return " ".join(reading.line.words.titles["answered"].format(answer=title, whose=whose).split())


def kind_of_answer(reading: Reading, frame: Frame) -> EventType | None:
    """A consent, or no more than a word; None for what answers nothing."""
    if not answers(reading, frame):
        return None
    return "agreement" if frame.sense.lemma in reading.line.words.words["consenting"] else "statement"
