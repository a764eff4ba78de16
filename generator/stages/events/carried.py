"""The day of a sentence that gives none: where it goes on with the deed that the sentence before told with its day."""

from __future__ import annotations

from generator.model.calendar import ordinal
from generator.model.event import NameMention
from generator.model.temporal import GOES_ON, NEWS_DAY, TimeExpression
from generator.stages.events.clauses import Clause
from generator.stages.events.days import Days
from generator.stages.events.frames import Frame, names_in
from generator.stages.events.merge import DEEDS
from generator.stages.events.offsets import as_value, in_days
from generator.stages.events.tokens import Line
from generator.stages.events.whereabouts import is_city

OF_THOSE = ("person_possessives", "group_possessives", "person_pronouns", "group_pronouns")
"""The lists of words for somebody told of before, or for what is theirs."""
GOING_ON = frozenset({"main", "coord", "resume"})
"""Kinds of clause that tell the next thing: what a relative clause or a reason tells went before."""


def goes_on(days: Days, frame: Frame, index: int) -> TimeExpression | None:
    """The day of the deed told in the sentence before, for a clause that goes on with it: more of the same violence
    where that was (`Rebels stormed the camp on Monday. Two guards were killed.`), or what then befell or was done by
    those it spoke of (`Their driver was let go`, `Two of them were arrested`). News of others, or from elsewhere, may
    be of any day."""
    setting, clause = days.setting, days.clauses[index]
    told = setting.story.just_told(setting.number)
    if told is None or setting.lead is not None or not frame.sense.verb or not _tells_next(days.line, clause, frame):
        return None
    if any(_of_its_own(time) for time in days.line.times.values()):
        return None
    day = as_value(told.time, told.time.edtf or "", NEWS_DAY if told.time.of_the_news else GOES_ON)
    if frame.sense.type in DEEDS:
        return None if _elsewhere(days.line, frame, told.words) else day
    if _from_elsewhere(days.line, told.words):
        return None  # `reporters were captured in Homs and jailed`: that was elsewhere too
    return day if frame.sense.type != "displacement" and _of_those_told(days.line, clause) else None


def of_the_news(days: Days, frame: Frame, index: int) -> TimeExpression | None:
    """The day of a report that has so far told of one alone, its own or the day before, for a clause that tells the
    next thing without any: `Shells hit Homs on Friday. ... Oman condemned the attack.`"""
    setting, clause = days.setting, days.clauses[index]
    only, published = setting.story.only, setting.published
    if only is None or only.edtf is None or only.edtf.day is None or published is None or setting.lead is not None:
        return None
    if not 0 <= ordinal(published) - ordinal(only.edtf.day) <= 1 or not frame.sense.verb:
        return None
    if not _tells_next(days.line, clause, frame) or any(_of_its_own(time) for time in days.line.times.values()):
        return None
    return as_value(only, str(only.edtf.day), NEWS_DAY)


def _tells_next(line: Line, clause: Clause, frame: Frame) -> bool:
    """Whether a clause tells in the plain past, in the article's own words, what happened next."""
    past = clause.form == "past" and not clause.perfect and not clause.negated and clause.kind in GOING_ON
    return past and not line.headline and line.tags[: frame.first].count("quote") % 2 == 0


def _of_its_own(time: TimeExpression) -> bool:
    """Whether a time says when, or for how many days: `on polling day`, `within a month`; hours leave the day."""
    return time.type != "DURATION" or in_days(time) != 0


def _elsewhere(line: Line, frame: Frame, words: frozenset[str]) -> bool:
    """Whether a frame has a place of which the sentence before, whose words these are, did not speak."""
    names = [name for run in (frame.reach, frame.patient) if run is not None for name in names_in(line, run)]
    return any(_unspoken(name, words) for name in names)


def _from_elsewhere(line: Line, words: frozenset[str]) -> bool:
    """Whether a sentence names such a place at all; a capital may be a government in it."""
    return any(name.actor is None and _unspoken(name, words) for name in line.names.values())


def _unspoken(name: NameMention, words: frozenset[str]) -> bool:
    place = name.place is not None and (name.actor is None or is_city(name))
    return place and words.isdisjoint(name.text.lower().split())


def _of_those_told(line: Line, clause: Clause) -> bool:
    """Whether the subject is one of whom the sentence before spoke: a pronoun, somebody of theirs, or a bare number."""
    if clause.subject is None:
        return False
    words, first = line.words.words, clause.subject[0]
    own = any(line.lows[first] in words[name] for name in OF_THOSE)
    return own or line.tags[first] == "num"
