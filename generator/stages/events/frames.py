"""Frames: a trigger in its clause with the phrases around it, and whether they fit a sense of the word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.languages.senses import GAP, GAP_WORDS, Followed, Need, Sense
from generator.model.event import NameMention
from generator.stages.events.clauses import Clause
from generator.stages.events.objects import object_after
from generator.stages.events.phrases import Range, head_of, initials
from generator.stages.events.prepositional import phrases_in
from generator.stages.events.shifted import shifted_object
from generator.stages.events.tokens import Line

ENTRY = "entry"
DATED = "dated-clause"
"""The rule of deeds that no trigger lists, told by their day."""
TOLD = "told-clause"
"""The rule of deeds without a date whose verb is listed."""
GENERAL = frozenset({DATED, TOLD})
"""The rules of deeds that no trigger lists."""
"""The name of the rule that takes a dated entry as it stands."""
NUMBER = "number"
"""The need that figures meet as well as the words of its list."""
VERBS = frozenset({"verb", "be", "have"})
"""Classes of the words that a verb's frame is built on."""
ENDS_GAP = frozenset({"verb", ",", "be", "have", "modal"})
"""Classes of words that no gap of a phrase reaches over; nor does it over a noun and a preposition."""
ENTRY_WORDS = frozenset({"noun", "name", "adj", "num", "verb", "det", "poss"})


@dataclass(slots=True)
class Frame:
    """One candidate event: the trigger's sense, its tokens, and its arguments."""

    sense: Sense
    first: int
    """First and one past the last token of the trigger."""
    last: int
    clause: int
    """Index of the clause it belongs to; -1 in a line without verbs."""
    agent: Range | None = None
    patient: Range | None = None
    phrases: list[tuple[int, Range]] = field(default_factory=list)
    """Prepositional phrases: (token of the preposition, noun phrase)."""
    reach: Range = (0, 0)
    """The tokens that speak of this event: where its places, figures and times may stand."""
    anchor: int = -1
    """The token that stands for the event where the trigger serves several: the second object's name."""
    follower: bool = False
    """Whether it is a later one of several places that share the trigger."""
    gapped: bool = False
    """Whether the trigger is a phrase that holds its object: `pulled [its soldiers] out of`."""
    background: bool = False
    """Whether the text only looks back at it: `after the fall of Goma`."""
    joined: list[Frame] = field(default_factory=list)
    """Other frames of the sentence that tell the same event: `killed [in an air strike]`, `[wounding] 12`."""
    light_clause: int = -1
    """For a noun, the clause that tells it: `talks [were held]`."""
    told_in: int = -1
    """The clause that only says that another did the same, and when: `Oman left; [Qatar followed on Friday]`."""


def family(frame: Frame) -> list[Frame]:
    """A frame and all that are joined to it."""
    found = [frame]
    for other in frame.joined:
        found += family(other)
    return found


def match_rest(line: Line, index: int, rest: tuple[frozenset[str], ...]) -> int:
    """One past the last token of a phrase whose further words start at `index`; -1 where they do not."""
    lows, size = line.lows, len(line.lows)
    for position, slot in enumerate(rest):
        if index < size and lows[index] in slot:
            index += 1
        elif slot == GAP:
            return _after_gap(line, index, rest[position + 1 :])
        elif "?" not in slot:
            onward = _past_time(line, index) if line.times and position else size
            if onward >= size or lows[onward] not in slot:
                return -1
            index = onward + 1  # `put their names [on Monday] to a pact`
    return index


def _after_gap(line: Line, index: int, rest: tuple[frozenset[str], ...]) -> int:
    lows, tags, of, slot = line.lows, line.tags, line.words.words["of_only"], rest[0]
    optional = "?" in slot
    if not optional and slot.isdisjoint(lows[index : index + 1 + GAP_WORDS]):
        return -1
    noun = prep = False
    for start in range(index, min(index + 1 + GAP_WORDS, len(lows))):
        if start > index and lows[start - 1] not in of:
            tag = tags[start - 1]
            noun, prep = noun or tag == "noun", prep or tag == "prep"
            if tag in ENDS_GAP or (noun and prep):
                return -1
        if optional or lows[start] in slot:
            end = match_rest(line, start, rest)
            if end >= 0:
                return end
    return -1


def verb_frames(line: Line, clauses: list[Clause]) -> Iterator[Frame]:
    """A frame for every clause whose verb is a trigger with its needs met."""
    triggers = line.words.triggers
    for index, clause in enumerate(clauses):
        if line.lows[clause.head] in triggers and line.tags[clause.head] in VERBS:
            frame = _verb_frame(line, clauses, index)
            if frame:
                yield frame


def readings(line: Line, head: int, verb: bool) -> list[tuple[Sense, int]]:
    """The senses of a verb or noun whose phrase is there, and whose clues are; each with one past its last word."""
    after = head + 1
    onward = _past_time(line, after) if verb and line.times else after
    followed = line.words.followed[verb].get(line.lows[head]) or _followed(line, head, verb)
    senses = followed.given(line.lows[onward] if onward < len(line.lows) else "", line.clues)
    if not senses:
        return []
    return [
        (sense, end)
        for sense in senses
        if (end := match_rest(line, onward, sense.rest) if sense.rest else after) >= 0
        and not (end > after and end in line.times and line.lows[end - 1] in line.words.words["day_prepositions"])
    ]


def _past_time(line: Line, index: int) -> int:
    """Past a time after a verb, which may stand between the words of a phrase: `agreed [on Monday] to disband`."""
    tags = line.tags
    dates = tags[index : index + 2] == ["prep", "time"] and line.lows[index] not in line.words.words["particles"]
    start = index + dates  # but `stepped [down] Friday`
    end = start
    while end < len(tags) and tags[end] == "time":
        end += 1
    return end if end > start else index


def _followed(line: Line, head: int, verb: bool) -> Followed:
    """The senses of a word as a verb or noun by what follows it; remembered in the pack."""
    low = line.lows[head]
    senses = (one for one in line.words.triggers.get(low, ()) if one.verb is verb)
    found = line.words.followed[verb][low] = Followed(senses)
    return found


def entry_frame(line: Line, clauses: list[Clause]) -> Frame | None:
    """A frame for a dated entry of a list or chronology that no trigger tells: whatever stands beside a date there
    is an event. It starts at the first word after the date."""
    first = next((index for index, tag in enumerate(line.tags) if tag in ENTRY_WORDS), None)
    if first is None or any(clause.negated for clause in clauses):
        return None
    main = next((index for index, one in enumerate(clauses) if one.kind not in {"rel", "sub", "reduced"}), -1)
    if line.times and line.times[min(line.times)].type == "TIME" and not _reports(line, clauses, main):
        return None
    lemma = clauses[main].lemma if main >= 0 else line.lows[first]
    frame = Frame(Sense(ENTRY, lemma, "other", strong=False, verb=False), first, first + 1, main)
    frame.agent = clauses[main].subject if main >= 0 else None
    frame.light_clause = main
    frame.phrases = list(phrases_in(line, first, len(line.tags)))
    frame.reach = (0, len(line.tags))
    return frame


def _reports(line: Line, clauses: list[Clause], main: int) -> bool:
    """Whether an entry of a live page, under a time of day, tells of somebody or something: not `Good morning`."""
    clause = clauses[main] if main >= 0 else None
    subject = clause.subject if clause is not None and clause.lemma not in line.words.words["saying"] else None
    return subject is not None and line.tags[subject[0]] != "pron"


def _verb_frame(line: Line, clauses: list[Clause], index: int) -> Frame | None:
    clause = clauses[index]
    senses = readings(line, clause.head, True)
    if senses and (clause.passive or clause.form == "past") and clause.lemma in line.words.inflections:
        # Its own verb's: who is found, or found a grave, has not founded.
        senses = [one for one in senses if one[0].lemma.partition(" ")[0] == clause.lemma]
    if not senses:
        return None
    found = _fitting(line, clauses, index, senses)
    bare = clause.form == "past" and clause.start == clause.head and clause.kind in {"main", "coord"}
    if found is None and line.headline and bare and line.tags[clause.end : clause.end + 1] != ["det"]:
        clause.passive = True
        found = _fitting(line, clauses, index, senses)
        clause.passive = found is not None
    if found is not None and index and clause.kind == "resume" and clauses[index - 1].kind == "reduced":
        of_subject = clauses[index - 1].subject == clause.subject  # `talks [held between two rivals] failed`
        inside = phrases_in(line, clauses[index - 1].end, clause.start) if of_subject else ()
        found.phrases[:0] = [one for one in inside if line.lows[one[0]] in line.words.words["between"]]
    return found


def _fitting(line: Line, clauses: list[Clause], index: int, senses: list[tuple[Sense, int]]) -> Frame | None:
    """The frame of the first sense whose needs are there. Senses that take the same words share a frame while they
    are tried. What a phrase governs that ends in the next clause stands there: `tried [to kill] the mayor`."""
    clause, after = clauses[index], clauses[index + 1] if index + 1 < len(clauses) else clauses[index]
    tried: dict[tuple[int, bool, bool], Frame] = {}
    for sense, end in senses:
        gapped = sense.gap and end - clause.head - 1 >= len(sense.rest)
        frame = tried.get((end, gapped, sense.undergoer))
        if frame is None:
            frame = tried[end, gapped, sense.undergoer] = Frame(sense, clause.head, end, index, gapped=gapped)
            fill_verb(line, clause, frame, clause.right if gapped or end <= clause.right else after.right)
        frame.sense = sense
        if not sense.needs or meets(line, frame, sense.needs):
            return frame
    return _without_agent(line, clause, tried.values(), senses)


def _without_agent(
    line: Line, clause: Clause, tried: Iterable[Frame], senses: list[tuple[Sense, int]]
) -> Frame | None:
    """The frame of a passive that leaves its agent out, where all else that its sense needs is there: `the party was
    labelled a terrorist group`."""
    if not clause.passive or clause.form == "part" or clause.subject is None:
        return None
    if not line.words.words["noun_triggers"].isdisjoint(line.lows[clause.subject[0] : clause.subject[1]]):
        return None  # `talks were held`: the noun tells it
    for sense, end in senses:
        needs = tuple(need for need in sense.needs if need.where != "subject")
        frame = next((one for one in tried if one.last == end and one.agent is None), None)
        if frame is None or sense.undergoer or len(needs) == len(sense.needs) or not (needs or sense.rest):
            continue
        frame.sense = sense
        if meets(line, frame, needs):
            return frame
    return None


def fill_verb(line: Line, clause: Clause, frame: Frame, right: int) -> None:
    """Arguments of a verb: subject, object and prepositional phrases up to `right`, turned round for the passive."""
    after = frame.last
    limit = max(right, after)
    found = object_after(line, after, limit)
    frame.phrases = list(phrases_in(line, found[1] if found else after, limit))
    if frame.gapped:
        if found:
            frame.phrases.insert(0, (found[0] - 1, found))
        found = object_after(line, clause.head + 1, after)
    frame.reach = (min(clause.left, clause.start), limit)
    passive = clause.passive or clause.form == "part"
    if passive:
        by = line.words.words["by"]
        opens = line.tags[after - 1] in {"prep", "prepsub", "to"}
        if found and opens and not frame.gapped:
            frame.phrases.insert(0, (found[0] - 1, found))  # `were driven out of [Knin]`, `was abandoned by [rebels]`
        frame.patient = clause.subject
        doers = (run for at, run in frame.phrases if line.lows[at] in by and not _of_earlier(line, after, at))
        manner = line.words.words["by_manner"]  # `was shot down by [mistake]`, `handed in by [the deadline]`
        acting = (run for run in doers if line.lows[head_of(line, run)] not in line.words.words["by_times"])
        frame.agent = next((run for run in acting if line.lows[run[0]] not in manner), None)
    elif frame.sense.undergoer:
        frame.patient = clause.subject
        if found:
            frame.phrases.insert(0, (found[0] - 1, found))
    else:
        antecedent = _ground_of(line, frame, clause.antecedent) if not clause.shared else None
        behind = None if found or frame.gapped else shifted_object(line, after, limit)
        frame.agent, frame.patient = clause.subject, found or behind or antecedent


def _ground_of(line: Line, frame: Frame, run: Range | None) -> Range | None:
    """What a relative goes back to; to the place behind a noun that itself tells a change of hands, where the verb does
    so as well: `the capture of [the port], which they had held since May`."""
    if run is None or not frame.sense.ground:
        return run
    head, of = head_of(line, run), line.words.words["of_only"]
    after = head + 1
    named = line.lows[head] in line.words.words["noun_triggers"] and after < run[1] - 1 and line.lows[after] in of
    return (after + 1, run[1]) if named else run


def _of_earlier(line: Line, verb: int, by: int) -> bool:
    """Whether `by` tells who did something else before or after a passive: `were freed after visits [by]`."""
    if line.lows[by - 1] not in line.words.words["noun_triggers"]:
        return False
    return "prepsub" in line.tags[verb:by]


def meets(line: Line, frame: Frame, needs: tuple[Need, ...]) -> bool:
    """Whether all conditions of a sense hold."""
    for need in needs:  # noqa: SIM110 - twice as fast, and asked all the time
        if _stands(line, frame, need) is not need.wanted:
            return False
    return True


def _stands(line: Line, frame: Frame, need: Need) -> bool:
    """Whether something of the sort stands where a condition asks for it."""
    if need.where == "date":
        return any(frame.reach[0] <= index < frame.reach[1] for index in line.times)
    for run in _runs(frame, need.where):
        for option in need.options:
            if _is_a(line, run, option):
                return True
    return False


def _runs(frame: Frame, where: str) -> list[Range]:
    if where == "subject":
        return [frame.agent] if frame.agent else []
    runs = [frame.patient] if frame.patient else []
    if where == "object":
        return runs
    if where in {"any", "noun"} and frame.agent:
        runs.insert(0, frame.agent)
    runs += [run for _, run in frame.phrases]
    if where == "noun" and frame.reach[0] < frame.first:
        runs.append((frame.reach[0], frame.first))
    return runs


def _is_a(line: Line, run: Range, what: str) -> bool:
    words = line.words
    listed = words.nouns.get(what)
    if listed is not None:
        there = not listed.isdisjoint(line.lows[run[0] : run[1]]) or not listed.isdisjoint(meant_by(line, run))
        return there or (what == NUMBER and bare_number(line, run))
    if what == "any" or (what in {"person", "named"} and _has_unknown_name(line, run)):
        return True
    if what == "actor" and any(initials(line, at) and line.tags[at] == "name" for at in range(*run)):
        return True
    if what in {"place", "actor", "named"}:
        return any(what == "named" or getattr(name, what) is not None for name in names_in(line, run))
    kinds = words.name_kinds[what]
    return any(name.actor is not None and name.actor.kind in kinds for name in names_in(line, run))


def meant_by(line: Line, run: Range) -> list[str]:
    """The nouns that the pronouns of a phrase stand for (`gunmen came, and [they] shot nine`), and the ranks of the
    officers it names."""
    if not line.names or not (line.ranks or "pron" in line.tags[run[0] : run[1]]):
        return []
    meant: list[str] = []
    for at in range(*run):
        actor = line.names[at].actor if at in line.names else None
        if actor is not None and actor.name in line.ranks:
            meant.append(line.ranks[actor.name])
        elif actor is not None and line.tags[at] == "pron" and actor.name.islower():
            meant.append(actor.name.rpartition(" ")[2])
    return meant


def bare_number(line: Line, run: Range) -> bool:
    """Whether a phrase is a number without a noun, or with one that counts people: `525`, `900 bodies`."""
    tags = line.tags[run[0] : run[1]]
    if "num" not in tags or "name" in tags[: tags.index("num")]:
        return False  # `Ann Lee of Channel [4]`
    counted = line.words.words["counted"]
    return all(line.tags[index] != "noun" or line.lows[index] in counted for index in range(*run))


def _has_unknown_name(line: Line, run: Range) -> bool:
    """Whether a proper name that nobody lists stands in a phrase: most are persons."""
    if line.titled or "name" not in line.tags[run[0] : run[1]]:
        return False
    opens = line.tags[1:2] == ["("]  # `Ansarullah (AL) claimed`: a bracket makes the first word of a sentence a name
    return any(
        line.tags[index] == "name" and index not in line.names and (index > 0 or opens or initials(line, index))
        for index in range(*run)
    )


def names_in(line: Line, run: Range) -> list[NameMention]:
    """The names that stand in a stretch of tokens, each once."""
    found: list[NameMention] = []
    names, last = line.names, None
    if not names:
        return found
    for index in range(*run):
        if index in names and names[index] is not last:
            last = names[index]
            found.append(last)
            if index in line.beside:
                found.append(line.beside[index])
    return found
