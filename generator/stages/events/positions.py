"""Places that nobody lists: a name is taken for a place where only a place can stand.

No gazetteer holds every village of every war. English tells a place by its position: after a preposition of place, as
what an army seizes or leaves, as what is shelled or falls. What has once stood so is a place for the rest of the
article (one sense per discourse; Gale, Church and Yarowsky, 1992).
"""

from __future__ import annotations

from generator.languages.events import Sense
from generator.model.event import NameMention, Place
from generator.model.text import Span
from generator.stages.events.clause import VERBAL
from generator.stages.events.frames import readings
from generator.stages.events.phrases import Range, unknown_end
from generator.stages.events.tokens import Line

POSITION = "position"
VILLAGE = 2
"""UCDP's level of precision for a place known by its name alone."""
CLOSING = frozenset({"time", ".", ",", "coord", "to"})


def guess_places(line: Line, article_id: str, base: int, learned: dict[str, Place]) -> None:
    """Enter the unknown names of a sentence that stand where a place does: `in Komanda`, `seized Minova`, `Minova
    fell`. `base` is where the sentence starts in the article, `learned` what its sentences have taught so far."""
    if line.titled:
        return
    end = 0
    for index in [at for at, tag in enumerate(line.tags) if tag == "name" and at not in line.names]:
        if index < end:
            continue
        end = unknown_end(line, index)
        people = line.lows[end - 1].endswith(line.words.endings["people_endings"])  # `evacuated [Kenyans]`
        if people or not _can_be_place(line, index, end):
            continue
        bare = line.text[line.starts[index] : line.ends[end - 1]]
        sure = _behind_preposition(line, index) or _undergoes(line, (index, end))
        if sure or _place_position(line, index):
            end += end < len(line.tags) and line.tags[end] == "noun"
            text = line.text[line.starts[index] : line.ends[end - 1]]
            place = Place(text, precision=VILLAGE, kind="")
            if sure and text == bare:
                learned.setdefault(bare, place)
        elif bare in learned and not _speaks(line, end):
            place = learned[bare]
        else:
            continue
        span = Span(article_id, base + line.starts[index], base + line.ends[end - 1])
        line.names.update(dict.fromkeys(range(index, end), NameMention(span, place.name, place=place, rule=POSITION)))


def _behind_preposition(line: Line, index: int) -> bool:
    """Whether a preposition before a name can rule nothing but a place here."""
    return index > 0 and (line.lows[index - 1] in line.words.words["inside_prepositions"] or _ruled(line, index - 1))


def _place_position(line: Line, index: int) -> bool:
    """Whether what stands before a name is mostly followed by a place."""
    if index == 0:
        return False
    before, words = line.lows[index - 1], line.words.words
    if before in words["guess_prepositions"]:
        return True
    if before in words["articles"] and index > 1:
        return line.tags[index - 2] in {"prep", "verb"} and _ends_in_ground(line, index)
    if line.tags[index - 1] == "verb":
        fitting = {id(sense) for sense, _ in readings(line, index - 1, True)}
        senses = line.words.triggers.get(before, ())
        return any(_takes_place(sense) and (not sense.rest or id(sense) in fitting) for sense in senses)
    if line.tags[index - 1] in {"coord", ",", "to"} and index > 1:
        earlier = line.names.get(index - 2)
        return (earlier is not None and earlier.rule == POSITION) or _shares_verb(line, index)
    return False


def _shares_verb(line: Line, index: int) -> bool:
    """Whether a name with a time of its own shares the verb that a place before it has: `captured Goma on Monday and
    [Oyon] six days later`."""
    after = unknown_end(line, index)
    after += line.tags[after : after + 1] == ["prep"]
    at = index - 2
    while at > 0 and line.tags[at] in {"time", "prep"}:
        at -= 1
    name = line.names.get(at)
    if line.tags[after : after + 1] != ["time"] or at == index - 2 or name is None or name.place is None:
        return False
    while at > 0 and line.names.get(at) is name:
        at -= 1
    return line.tags[at] == "verb" and any(map(_takes_place, line.words.triggers.get(line.lows[at], ())))


def _speaks(line: Line, at: int) -> bool:
    """Whether a word of saying follows a name, which is then somebody's."""
    form = line.words.verbs.get(line.lows[at]) if at < len(line.lows) else None
    return form is not None and form.lemma in line.words.words["saying"]


def _ruled(line: Line, at: int) -> bool:
    """Whether a preposition belongs to a word of movement or of fighting over ground: `fled from Komanda`, `pulled out
    of Sake`, `an attack on Minova`."""
    words, low = line.words.words, line.lows[at]
    if at == 0 or low not in words["ruled_prepositions"]:
        return False
    before = at - 1 - (line.lows[at - 1] in words["particles"] and at > 1)
    if line.tags[before] == "verb":
        form = line.words.verbs.get(line.lows[before])
        return form is not None and form.lemma in words["place_moves"]
    return line.lows[before] in words["place_relations"]


def _ends_in_ground(line: Line, index: int) -> bool:
    """Whether a name in capitals ends with the noun of a place: `the gates of the [Central Prison]`."""
    end = unknown_end(line, index)
    return end - index > 1 and line.lows[end - 1] in line.words.nouns["ground"]


def _undergoes(line: Line, run: Range) -> bool:
    """Whether a name is the subject of a verb that only places undergo: `Minova fell`, `Sake was retaken`. A word that
    ends like a plural may only be a noun that opens the sentence."""
    at, words = run[1], line.words
    passive = at < len(line.lows) and line.lows[at] in words.words["was"]
    at += passive
    if line.lows[run[1] - 1].endswith("s") or line.tags[at : at + 1] != ["verb"]:
        return False
    form = words.verbs.get(line.lows[at])
    senses = readings(line, at, True)
    if passive:
        wanting = [sense for sense, _ in senses if not sense.undergoer and _wants(sense)]
        participle = form is not None and "part" in form.forms
        return participle and bool(wanting) and all(_takes_place(sense) for sense in wanting)
    return any(sense.undergoer and _has_place(sense) and _ends_there(line, end) for sense, end in senses)


def only_ground(line: Line, index: int) -> bool:
    """Whether a pronoun for a thing is the subject of what only ground undergoes: `[it] fell to the rebels`, `[it] was
    retaken`."""
    if _undergoes(line, (index, index + 1)):
        return True
    at = index + 1
    while at < len(line.tags) and line.tags[at] in {"be", "have", "adv"}:
        at += 1
    if "be" not in line.tags[index + 1 : at]:
        return False  # `it had taken Minova`
    form = line.words.verbs.get(line.lows[at]) if at > index + 1 and line.tags[at : at + 1] == ["verb"] else None
    if form is None or "part" not in form.forms:
        return False
    return any(one.type == "territory-change" and _takes_place(one) for one, _ in readings(line, at, True))


def taken(line: Line, index: int) -> bool:
    """Whether a pronoun for a thing is what forces take: `the rebels recaptured [it]`, not `claimed [it] had won`."""
    if not index or line.tags[index - 1] != "verb" or not VERBAL.isdisjoint(line.tags[index + 1 : index + 2]):
        return False
    return any(one.type == "territory-change" and _takes_place(one) for one, _ in readings(line, index - 1, True))


def _ends_there(line: Line, at: int) -> bool:
    """Whether nothing but a time or an agent follows a verb, so that it is not `fell ill` or `fell in battle`."""
    tags = line.tags
    return at >= len(tags) or tags[at] in CLOSING or (tags[at] == "prep" and tags[at + 1 : at + 2] == ["time"])


def _wants(sense: Sense) -> bool:
    """Whether a verb says what its object must be."""
    return any(need.where == "object" and need.wanted for need in sense.needs)


def _has_place(sense: Sense) -> bool:
    return any(need.where == "object" and "place" in need.options for need in sense.needs)


def _takes_place(sense: Sense) -> bool:
    """Whether a verb wants a place as its object: seize, leave, bomb."""
    return sense.verb and not sense.undergoer and _has_place(sense)


def _can_be_place(line: Line, start: int, end: int) -> bool:
    """Whether no word of an unknown name, nor the one after it, speaks against a place."""
    words = line.words.words
    if any(line.lows[index] in words["no_place_words"] for index in range(start, end)):
        return False
    if end >= len(line.tags):
        return True
    if line.tags[end] == "poss":
        return end + 1 < len(line.lows) and line.lows[end + 1] in words["place_possessions"]
    if line.tags[end] == "noun" or line.lows[end] in words["hyphens"]:
        return line.lows[end] in line.words.nouns["ground"]
    return True
