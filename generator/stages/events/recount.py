"""Other counts of the victims of what was just told: `The army has 36 and 19`, `the mission settled on 43`.

Such a sentence tells no event of its own, and its date is that of the count. It becomes a mention of the event told
before, with the number it gives, so that the tolls stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model.event import EventMention, Figure, FigureKind
from generator.model.problem import Provenance
from generator.model.slug import mention_id
from generator.model.temporal import TimeExpression
from generator.model.text import Sentence, Span
from generator.stages.events.counts import Count, counts
from generator.stages.events.merge import ACCIDENTS, DEEDS
from generator.stages.events.phrases import text_of
from generator.stages.events.scene import Scene
from generator.stages.events.settle import settle_verbs
from generator.stages.events.strays import RULES as GENERAL
from generator.stages.events.tokens import Line

RULE = "trigger:recount"
COUNTED = frozenset({"trigger:casualties-told", "trigger:toll-told"})
"""Rules behind a toll that somebody gives, with the day on which it was given."""
LOST = "trigger:lose-men"
"""The rule behind a side's own dead, of whom another side counts none."""
MURDEROUS = frozenset({"explosion-remote-violence", "violence-against-civilians"})
"""Kinds of event that have victims, whether or not the text has counted any yet."""
APART = 10
"""Two counts of the same victims differ at most by this factor."""
GREATEST = 500
"""A greater number is a sum over the war, where nobody has been counted yet."""
CUE = 6
"""How many words before a number the word that gives it may stand."""
ENDS = frozenset({",", ";", ":", ".", ")", "dash", "coord", "quote"})
GAPPED = frozenset({"noun", "name", "poss", ",", "coord", "adv"})
"""Classes of words right before a further number whose verb is left out: `the army 36, the radio 37`."""
NOUNS = frozenset({"noun", "name"})
DESCRIBED = NOUNS | {"det", "adj", "num"}
DIGIT, WORD = re.compile(r"\d"), re.compile(r"\w+")
PAIR: tuple[FigureKind, FigureKind] = ("killed", "injured")


def recounts(scene: Scene, before: Sequence[EventMention], found: Sequence[EventMention]) -> Sequence[EventMention]:
    """The mentions of a sentence with every count in it given to the event it counts the victims of.

    `before` are the mentions of the sentences before, `found` its own."""
    if not before or not _gives_number(scene.line):
        return found
    counted = any(one.rule in COUNTED for one in found)
    if not (counted or _numbered(scene.line)) or any(map(_deed, found)):
        return found
    told = _told(before)
    if told is None or any(_elsewhere(one, told) for one in found):
        return found
    if told.rule == LOST and not _of_that_side(scene, told):
        return [one for one in found if not _bare(one)]  # whose dead they are, nobody can tell
    known = _known(told, before)
    if not (known or counted) and told.type not in MURDEROUS and told.rules.isdisjoint(ACCIDENTS):
        return found
    sentence, line = scene.sentence, Line(scene.sentence.text, scene.words, False)
    line.place_times(scene.times, sentence.span.start)
    line.qualify()
    line.place_names(scene.names, sentence.span.start)
    settle_verbs(line)
    made = [
        _mention(sentence, line, kind, count, told)
        for kind, count in _numbers(line, sentence, known, found)
        if not _placed_elsewhere(line, count, told)
    ]
    kept = [one for one in found if not made or not _only_counts(one, line)]
    anew = [
        (one.rule in COUNTED or _counts_anew(one, told, line, sentence.span.start)) and _comparable(one, known)
        for one in kept
    ]
    return [*(_of_told(one, told) if again else one for one, again in zip(kept, anew, strict=True)), *made]


def _bare(mention: EventMention) -> bool:
    """Whether a mention gives a number of victims, and no time, place or name."""
    return bool(mention.figures) and not (mention.time or mention.places or mention.actors)


def _of_that_side(scene: Scene, told: EventMention) -> bool:
    """Whether a sentence is about a side that lost men, by its name or a pronoun: `Later it spoke of 15.`"""
    named = {one.actor.name for one in scene.names if one.actor is not None}
    stood_for = not {"pron", "poss"}.isdisjoint(scene.line.tags)
    return stood_for or not named.isdisjoint(actor.name for actor in told.actors)


def _numbered(line: Line) -> bool:
    """Whether a word of a sentence can be a number."""
    words = line.words.words
    return "num" in line.tags or any(
        not words[name].isdisjoint(line.vocabulary) for name in ("vague_numbers", "collective")
    )


def _gives_number(line: Line) -> bool:
    """Whether a sentence has a word that gives a number, a number, and none that sums up: most have not."""
    words, text = line.words.words, line.text
    if words["counting"].isdisjoint(line.vocabulary) or not words["summing"].isdisjoint(line.vocabulary):
        return False
    return bool(DIGIT.search(text)) or not words["numbering"].isdisjoint(WORD.findall(text.lower()))


def _deed(mention: EventMention) -> bool:
    """Whether a mention tells something whose victims the sentence may count."""
    return mention.type in DEEDS and mention.rule not in COUNTED and all(one.single for one in mention.figures)


def _elsewhere(mention: EventMention, told: EventMention) -> bool:
    """Whether a mention of the sentence has a place of its own, so that its victims are others."""
    here = {place.name for place in told.places}
    return any(place.name not in here for place in mention.places)


def _placed_elsewhere(line: Line, count: Count, told: EventMention) -> bool:
    """Whether another place follows the number: `reported 12 dead in Homs`."""
    here = {place.name for place in told.places}
    after = (line.names[at] for at in range(count.last, len(line.tags)) if at in line.names)
    return any(name.place is not None and name.actor is None and name.place.name not in here for name in after)


def _told(before: Sequence[EventMention]) -> EventMention | None:
    """The nearest event with victims: of those its sentence tells, the one that gives their number, else the first."""
    fits = [one for one in before if one.status in {"happened", "claimed"} and _harms(one)]
    last = max((one.span.start for one in fits), default=-1)
    near = [one for one in fits if one.span.start == last]
    return max(near, key=lambda one: (bool(one.figures), one.weight, -one.trigger.start), default=None)


def _harms(mention: EventMention) -> bool:
    return mention.type in DEEDS or mention.rule == RULE or not mention.rules.isdisjoint(ACCIDENTS)


def _root(mention: EventMention) -> str:
    """The id of the event that a mention tells, or only counts the victims of."""
    return mention.provenance.note if mention.provenance is not None and mention.rule == RULE else mention.id


def _known(told: EventMention, before: Sequence[EventMention]) -> dict[str, list[int]]:
    """The numbers given so far, by kind."""
    known: dict[str, list[int]] = {}
    for one in before:
        for figure in one.figures if _root(one) == _root(told) or one.span == told.span else ():
            number = figure.best or figure.low or figure.high
            if number:
                known.setdefault(figure.kind, []).append(number)
    return known


def _numbers(
    line: Line, sentence: Sentence, known: dict[str, list[int]], found: Sequence[EventMention]
) -> Iterator[tuple[FigureKind, Count]]:
    """The counts of the sentence that no mention has yet, each with what it counts."""
    base = sentence.span.start
    taken = {figure.span.start: figure.kind for one in found for figure in one.figures}
    last: tuple[FigureKind, int] | None = None
    for count in counts(line):
        own = taken.get(base + line.starts[count.first])
        kind = own or _kind(line, count, last)
        if kind is None or (own is None and not _likely(line, count, kind, known, last is not None)):
            continue
        if own is None:
            yield kind, count
        number = count.best or count.low or count.high
        known = {**known, kind: [*known.get(kind, ()), *([number] if number else ())]}
        last = kind, count.last


def _kind(line: Line, count: Count, last: tuple[FigureKind, int] | None) -> FigureKind | None:
    """What a count counts: what its noun says, else those who died, or in a pair the injured after the dead."""
    lists, at = line.words.raw["figures"], count.last
    low, tag = (line.lows[at], line.tags[at]) if at < len(line.lows) else ("", ".")
    for kind in PAIR:
        if low in lists["counted"][kind] or low in lists["recounted"][kind]:
            return kind
    if line.lows[count.first - 1] in line.words.words["burying"] and low in line.words.nouns["people"]:
        slides = line.words.nouns["weatherword"] | line.words.nouns["disaster"]
        return None if slides.intersection(line.lows[: count.first]) else PAIR[0]  # `the town buried 40 people`
    if tag not in ENDS and low not in line.words.words["later"]:
        return None
    if last is not None and last[1] == count.first - 1 and line.tags[count.first - 1] == "coord":
        return PAIR[1] if last[0] == PAIR[0] else None
    return PAIR[0]


def _likely(line: Line, count: Count, kind: FigureKind, known: dict[str, list[int]], gapping: bool) -> bool:
    """Whether somebody gives this number, as a number of all the victims and not of some of them."""
    words, number = line.words.words, count.best or count.low or count.high or 0
    head = line.lows[max(0, count.first - CUE) : count.first]
    given = not words["counting"].isdisjoint(head)
    of = line.lows[count.first - 1] in words["of_only"]
    gapped = gapping and (line.tags[count.first - 1] in GAPPED or of)
    owned = line.tags[count.first - 1] == "noun"  # `another agency 40`, but `another 40`
    some = not words["part_of_toll"].isdisjoint(line.lows[max(0, count.first - 2 + owned) : count.first])
    of_them = line.lows[count.last : count.last + 1] != [] and line.lows[count.last] in words["of_only"]
    following = line.lows[count.last : count.last + 1 + of_them]
    some = some or ":" in line.tags[: count.first] or not words["part_of_toll"].isdisjoint(following)
    if not (given or gapped) or some or not number or _of_parts(line, count):
        return False
    if kind not in known:
        return not words["casualty_words"].isdisjoint(line.lows[max(0, count.first - CUE) : count.last + 1])
    return all(_of_one_size(number, one) for one in known[kind])


def _of_parts(line: Line, count: Count) -> bool:
    """Whether a number is that of one of several things (`graves of [31] and 141`), or of more people than those told
    of (`counts [18] dead with two Malawians`)."""
    words, first = line.words.words, count.first
    while line.tags[first - 1] == "coord" and line.tags[first - 2] == "num":
        first -= 2  # `of 31 and [141]`
    start = first - 1
    while start > 0 and line.tags[start - 1] in DESCRIBED:
        start -= 1
    thing = line.lows[first - 1] in words["of_only"] and start < first - 1 and line.tags[start - 1] == "prep"
    others = any(line.lows[at] in words["with"] and line.tags[at + 1] == "num" and line.tags[at + 2] in NOUNS
                 for at in range(count.last, min(count.last + 2, len(line.tags) - 2)))  # fmt: skip
    return others or thing


def _counts_anew(mention: EventMention, told: EventMention, line: Line, base: int) -> bool:
    """Whether somebody gives another number for the same victims, with or without the days it is for: `a rights group
    counted 40 people killed from 3 to 9 May`."""
    if mention.type != "violence-against-civilians" or not mention.figures or mention.places:
        return False
    alone = told.figures and all(figure.single for figure in told.figures)
    if alone and told.type != "explosion-remote-violence":
        return False  # who was shot alone is not counted again; a bomb may have killed others too
    first = line.token_at(mention.figures[0].span.start - base)
    given = not line.words.words["counting"].isdisjoint(line.lows[max(0, first - CUE) : first])
    return given and (mention.time is None or (_overlap(mention.time, told.time) and not _finer(mention, told)))


def _comparable(mention: EventMention, known: dict[str, list[int]]) -> bool:
    """Whether the numbers of a count may be those of the same victims as the numbers known so far: not `puts its dead
    at 627` behind a raid that killed four."""
    given = [(one.kind, one.best or one.low or one.high or 0) for one in mention.figures]
    if any(number > GREATEST for kind, number in given if kind not in known):
        return False
    return all(_of_one_size(number, other) for kind, number in given if number for other in known.get(kind, ()))


def _of_one_size(number: int, other: int) -> bool:
    return max(number, other) <= APART * min(number, other)


def _finer(mention: EventMention, told: EventMention) -> bool:
    """Whether a count tells the day of what was only told with a wider date."""
    day, known = (one.time.edtf.day if one.time and one.time.edtf else None for one in (mention, told))
    return day is not None and known is None


def _overlap(one: TimeExpression, other: TimeExpression | None) -> bool:
    """Whether two stretches of time share a day."""
    left, right = one.edtf, other.edtf if other is not None else None
    if left is None or right is None or not (left.earliest and left.latest and right.earliest and right.latest):
        return False
    return left.earliest <= right.latest and right.earliest <= left.latest


def _only_counts(mention: EventMention, line: Line) -> bool:
    """Whether a clause only tells that somebody gave a number: `had named 122 victims on Friday`, `settled on 40`."""
    gives = mention.lemma.partition(" ")[0] in line.words.words["counting"] and not mention.figures
    return gives or (mention.rule in GENERAL and mention.type == "other")


def _of_told(mention: EventMention, told: EventMention) -> EventMention:
    """A count as a mention of the event: that event's day and place, the count's own words and numbers."""
    made = Provenance("events", RULE, mention.trigger, _root(told))
    return replace(
        told, id=mention.id, span=mention.span, trigger=mention.trigger, clause=mention.clause, text=mention.text,
        figures=mention.figures, weight=0.0, speaker=mention.speaker, provenance=made,
    )  # fmt: skip


def _mention(
    sentence: Sentence, line: Line, kind: FigureKind, count: Count, told: EventMention
) -> EventMention:
    article, base = sentence.span.article_id, sentence.span.start
    span = Span(article, base + line.starts[count.first], base + line.ends[count.last - 1])
    words = text_of(line, count.first, count.last)
    identity = mention_id(article, sentence.text, words, str(count.first), RULE)
    figure = Figure(kind, count.best, count.low, count.high, span, words, "", identity)
    given = replace(
        told, id=identity, span=sentence.span, trigger=span, clause=sentence.span,
        text=" ".join(sentence.text.split()), figures=(figure,), speaker="",
    )  # fmt: skip
    return _of_told(given, told)
