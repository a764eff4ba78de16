"""Other days for what was just told: `Some accounts date the fall to 14 February`, `The UN gives 28 January instead`.

Such a sentence tells no event of its own. It says that a source dates the event before it otherwise, and becomes a
mention of that event with that day, so that the disagreement can be shown with its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import repeat

from generator.languages.events import EventWords
from generator.model.calendar import ordinal
from generator.model.event import EventMention
from generator.model.problem import Provenance
from generator.model.slug import mention_id
from generator.model.temporal import TimeExpression
from generator.model.text import Sentence
from generator.stages.events.scene import Scene

RULE = "trigger:dissent"
NEAR = 7
"""Days by which two accounts of one event may differ; farther off another event is meant."""
DATING = ("dating", "dating_surely", "dating_to")
"""The lists of verbs of dating."""
BESIDE = 120
"""The most characters between an event without a day and the sentence that gives it one."""
STEM = 5
"""The fewest letters by which a noun is known to be that of a verb."""
TOLD = frozenset({"happened", "claimed"})
FINE = frozenset({"day", "minute"})
MARKS = ".,;:()\"“”'’"


def dissents(
    sentence: Sentence, redated: Iterable[TimeExpression], before: Sequence[EventMention]
) -> Iterator[EventMention]:
    """The days a sentence gives for the event told before it; `before` are the mentions of the sentences before."""
    for time in redated:
        told = (None if _one_of(time) else _told(sentence, time, before)) or _just_told(sentence, before)
        if told is not None:
            yield _mention(sentence, time, told)


def redating(scene: Scene) -> Iterator[TimeExpression]:
    """The times of a sentence that say when somebody dates an event."""
    sentence, words, vocabulary = scene.sentence, scene.words, scene.line.vocabulary
    dates = bool(scene.times) and not all(words.words[name].isdisjoint(vocabulary) for name in DATING)
    for time in scene.times if dates else ():
        if time.edtf is None or not (time.edtf.precision in FINE or _one_of(time)):
            continue
        start, end = time.span.start - sentence.span.start, time.span.end - sentence.span.start
        if _redates(plain_words(sentence.text[:start]), plain_words(sentence.text[end:]), words):
            yield time


def without_redated(
    told: Sequence[EventMention], times: Iterable[TimeExpression], found: Sequence[EventMention]
) -> list[EventMention]:
    """The mentions of a sentence but those that read its other day as an event of its own: what it `dates` without a
    place of its own, and the dating itself."""
    spans = {time.span for time in times}
    if not spans:
        return list(told)
    dissenting = {one.time.span for one in found if one.time}

    def kept(one: EventMention) -> bool:
        if one.time is None or one.time.span not in spans:
            return True
        return bool(one.places) and (one.type != "other" or one.time.span not in dissenting)

    return [one for one in told if kept(one)]


def plain_words(text: str) -> list[str]:
    """The words of a text, lower case, without the marks around them."""
    return list(filter(None, map(str.strip, text.lower().split(), repeat(MARKS))))


def _redates(before: list[str], after: list[str], words: EventWords) -> bool:
    """Whether the words before a day are a source, a verb of dating, and what it dates."""
    lists = words.words
    for at in range(len(before) - 1, 0, -1):
        direct, sure = before[at] in lists["dating"], before[at] in lists["dating_surely"]
        if not (direct or sure or before[at] in lists["dating_to"]) or before[at - 1] in lists["dating_not_after"]:
            continue
        between, sourced = before[at + 1 :], not lists["dating_sources"].isdisjoint(before[:at])
        if direct:
            return not between and (sourced or (bool(after) and after[0] in lists["dating_followers"]))
        if len(between) < 2 or between[-1] not in lists["dating_links"] or not (sure or sourced):
            return False
        return between[0] in lists["dated_starts"] and not _strays(between[1:], lists["dating_links"])
    return False


def _strays(between: list[str], links: frozenset[str]) -> bool:
    """Whether too much stands between what is dated and the day; another source may: `the rebels to Friday`."""
    return len(between) > 4 and not any(word in links for word in between[:4])


def _told(sentence: Sentence, time: TimeExpression, before: Sequence[EventMention]) -> EventMention | None:
    """The nearest event that can have been on that day: one that the sentence names by its verb (`dates the
    [announcement] to`), else the one its sentence tells first of all."""
    fits = [one for one in before if one.status != "planned" and _close(one, time)]
    if not fits:
        return None
    words = plain_words(sentence.text)
    fits = [one for one in fits if _named(one, words)] or fits
    last = max(one.span.start for one in fits)
    return max((one for one in fits if one.span.start == last), key=lambda one: (one.weight, -one.trigger.start))


def _named(mention: EventMention, words: list[str]) -> bool:
    """Whether one of the words is the noun of a mention's verb, which begins with it: `announce`, `announcement`."""
    verb = mention.lemma.partition(" ")[0]
    return len(verb) >= STEM and any(word.startswith(verb) for word in words)


def _one_of(time: TimeExpression) -> bool:
    """Whether an expression leaves open which of several days it was: `2 or 9 May`."""
    return time.edtf is not None and time.edtf.text.startswith("[") and "," in time.edtf.text


def _just_told(sentence: Sentence, before: Sequence[EventMention]) -> EventMention | None:
    """What the sentences right before told on no day: `They say that they freed 30 men. Papers [date] the handover [to]
    2 or 9 May.`"""
    last = before[-1] if before else None
    near = last is not None and 0 <= sentence.span.start - last.span.end <= BESIDE
    return last if near and last is not None and last.time is None and last.status in TOLD else None


def _close(mention: EventMention, time: TimeExpression) -> bool:
    known, day = mention.time.edtf if mention.time else None, time.edtf
    if known is None or day is None or known.earliest is None or known.latest is None or day.earliest is None:
        return False
    at = ordinal(day.earliest)
    return ordinal(known.earliest) - NEAR <= at <= ordinal(known.latest) + NEAR


def _mention(sentence: Sentence, time: TimeExpression, told: EventMention) -> EventMention:
    return replace(
        told,
        id=mention_id(sentence.span.article_id, sentence.text, time.text, RULE),
        span=sentence.span,
        trigger=time.span,
        clause=sentence.span,
        text=" ".join(sentence.text.split()),
        figures=(),
        time=time,
        weight=0.0,
        provenance=Provenance("events", RULE, time.span, told.id),
    )
