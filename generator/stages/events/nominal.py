"""Events told by a noun: the fall of Goma, Goma's capture, talks were held, an air strike on Saada."""

from __future__ import annotations

from collections.abc import Iterator

from generator.stages.events.clauses import Clause
from generator.stages.events.frames import Frame, meets, names_in, readings
from generator.stages.events.objects import object_after
from generator.stages.events.phrases import Range, timed
from generator.stages.events.prepositional import phrases_in
from generator.stages.events.tokens import NOUN_LIKE, Line

WISHED = frozenset({"agreement", "diplomacy-talks"})
"""Types of event that sides ask for: `demanded a ceasefire`, `wants talks`."""
BEFORE_HEAD = frozenset({"det", "adj", "noun", "name", "num", "poss", "pron"})
"""Classes of the words before the head of a noun phrase."""
LOOK_BACK = 6
"""How many words before a noun may belong to its phrase."""

SHORT = 3
"""Words of so many letters may be written small in a heading."""


def noun_frames(line: Line, clauses: list[Clause], owner: list[int]) -> Iterator[Frame]:
    """A frame for every trigger noun that tells an event here."""
    done = 0
    for index in _nouns(line):
        if index < done:
            continue
        frame = _noun_frame(line, clauses, owner, index)
        if frame:
            yield frame
            done = frame.last


def _nouns(line: Line) -> Iterator[int]:
    """The trigger nouns of a sentence that are no name of an actor."""
    heads = line.words.words["noun_triggers"]
    if heads.isdisjoint(line.vocabulary):
        return
    for index in [at for at, low in enumerate(line.lows) if low in heads]:
        name = line.names.get(index)
        if line.tags[index] in NOUN_LIKE and (name is None or name.actor is None) and not _in_heading(line, index):
            yield index


def _in_heading(line: Line, index: int) -> bool:
    """Whether a noun stands in the heading of a book or a broadcast: `read "Murder on the Nile: Death of a King"`."""
    if line.titled or line.tags[:index].count("quote") % 2 == 0:
        return False
    marks = [at for at, tag in enumerate(line.tags) if tag in {"quote", ":"}]
    low = next(at for at in reversed(marks) if at < index)
    high = next((at for at in marks if at > index), low)
    long = [at for at in range(low + 1, high) if line.ends[at] - line.starts[at] > SHORT and line.lows[at].isalpha()]
    return len(long) > 1 and all(line.text[line.starts[at]].isupper() for at in long)


def _noun_frame(line: Line, clauses: list[Clause], owner: list[int], index: int) -> Frame | None:
    senses = [one for one in readings(line, index, False) if not _modifies(line, one[1])]
    if index > 1 and line.lows[index - 1] in line.words.words["of_only"] and line.tags[index - 2] == "noun":
        senses = [one for one in senses if not one[0].state]  # `prisoners [of war]`, but `of the war`
    if not senses or _unreal(line, index):
        return None
    for sense, end in senses:
        frame = Frame(sense, index, end, owner[index])
        _fill(line, clauses, frame)
        if meets(line, frame, sense.needs) and _told(line, clauses, frame):
            return frame
    return None


def _modifies(line: Line, end: int) -> bool:
    """Whether the noun only modifies the next one: `ceasefire monitors`, `protest leader`."""
    if end >= len(line.tags):
        return False
    return line.tags[end] in {"noun", "num", "name"} or line.lows[end] in line.words.words["hyphens"]


def _unreal(line: Line, index: int) -> bool:
    """Whether words before the noun make it no event: `the threat of an attack`, `no ceasefire`, `any talks`."""
    unreal = line.words.words["irreal_nouns"]
    if index and line.lows[index - 1] in line.words.words["idle_modifiers"]:
        return True
    for position in range(index - 1, max(-1, index - LOOK_BACK), -1):
        tag = line.tags[position]
        if line.lows[position] in unreal:
            return True
        if tag == "prepsub" and line.lows[position] in line.words.words["looking_back"]:
            return False  # `in fear after [an attack]`
        if tag in {"verb", ",", "be", "have", "modal", "dash", ";", "time"}:
            return False
    return False


def _fill(line: Line, clauses: list[Clause], frame: Frame) -> None:
    """Arguments of a noun: the possessor before it, the phrases after it."""
    limit = _phrase_end(line, clauses, frame)
    frame.phrases = list(phrases_in(line, frame.last, limit))
    words = line.words.words
    for at, run in frame.phrases:
        if line.lows[at] in words["of_only"] and frame.patient is None:
            frame.patient = run
        elif line.lows[at] in words["by"] and frame.agent is None:
            frame.agent = run
    before = _before(line, frame.first)
    if before:
        if frame.patient is None and frame.sense.ground:
            frame.patient = before
        elif frame.agent is None:
            frame.agent = before
    start = before[0] if before else frame.first
    while start > 0 and line.tags[start - 1] in {"adj", "num", "noun"}:
        start -= 1
    frame.reach = (start, limit)


def _phrase_end(line: Line, clauses: list[Clause], frame: Frame) -> int:
    """Where the noun's own phrases end: at the next verb group, stop or comma that opens something else."""
    end, tags = frame.last, line.tags
    while end < len(tags):
        if tags[end] == "(":
            end = _past_bracket(line, end)
        tag = tags[end]
        if tag in {"verb", "be", "have", "do", "modal", ";", ":", "dash", "(", ")", ".", "rel", "sub", "that", "not"}:
            break
        if tag == "," and not (end + 1 < len(tags) and tags[end + 1] == "time"):
            break
        end += 1
    return end


def _past_bracket(line: Line, index: int) -> int:
    """Past a bracket of one word, which only gives a name's short form: `a meeting of the Union (AU) [in] Kampala`."""
    short = line.tags[index + 2 : index + 3] == [")"] and index + 3 < len(line.tags)
    return index + 3 if short else index


def _before(line: Line, index: int) -> Range | None:
    """The possessor or the names right before a noun: `Goma's capture`, `the Doha talks`, `M23 attack`."""
    start = index
    while start > 0 and line.tags[start - 1] in {"name", "poss", "adj", "noun"} and index - start < LOOK_BACK:
        start -= 1
    run = (start, index)
    return run if names_in(line, run) else None


def _told(line: Line, clauses: list[Clause], frame: Frame) -> bool:
    """Whether the noun tells an event: by a light verb, its own date, a verbless line, or as a look back."""
    if frame.clause < 0:
        return True
    words = line.words.words
    undone = cancels(line, clauses[frame.clause])  # `the rally planned for Friday [has been cancelled]`
    for index, one in enumerate(clauses):
        if undone or index == frame.clause or one.kind not in {"part", "rel", "reduced"}:
            continue
        if not is_light(line, one):
            continue
        undergoes = one.passive or one.form == "part" or one.lemma not in words["transitive_light"]
        inside = one.subject and one.subject[0] <= frame.first < one.subject[1] and one.start > frame.first
        if inside and undergoes:
            return _by_light(line, clauses, frame, index)
    clause = clauses[frame.clause]
    if _only_spoken_of(line, clause, frame):
        return False
    as_subject = clause.subject is not None and clause.subject[0] <= frame.first < clause.subject[1]
    after_verb = clause.end + (_phrasal(line, clause) in words["light"])
    clause.passive = clause.passive or (as_subject and _headline_passive(line, clause))
    explains = ":" in line.tags[clause.end : frame.first]  # `signed an accord: [a change of government], a truce`
    as_object = frame.first >= after_verb and not explains and not _in_phrase(line, after_verb, frame.first)
    if as_object and _comes_after(line, clause):
        frame.background = True
        frame.reach = (frame.reach[0], _before_trailing_time(line, frame))
        return True
    light = _phrasal(line, clause) in words["light"] or is_due(line, clause) or _exists(line, clause)
    light = light or (clause.lemma in words["light"] and not _comes_back(line, clause))
    light = light and not (as_subject and (_brings_about(line, clause) or _came_as(line, clause, frame)))
    following = _light_infinitive(line, clauses, frame) if as_subject else -1
    if following >= 0:
        return _by_light(line, clauses, frame, following)
    light = light or (as_subject and _works(line, clause, frame))
    if light and ((as_subject and (not clause.shared or clause.kind == "resume")) or as_object):
        return _by_light(line, clauses, frame, frame.clause)
    return _looked_back_at(line, clause, frame, as_subject)


def _works(line: Line, clause: Clause, frame: Frame) -> bool:
    """Whether a gathering is itself at work on a day, so that the day is its own: `talks in Oslo focused on prisoners
    on Tuesday`, `the summit will hear pleas on Monday`; not what others do about it."""
    words = line.words
    if clause.passive or clause.subject is None or clause.lemma in words.words["saying"]:
        return False
    if line.lows[frame.last - 1] not in words.nouns["talks"]:
        return False
    head = frame.first == clause.subject[0] or not _in_phrase(line, clause.subject[0], frame.first)
    acts = clause.head not in line.times and line.tags[clause.head] == "verb" and clause.form in {"past", "modal"}
    return head and acts and timed(line, clause.end, clause.right)


def _headline_passive(line: Line, clause: Clause) -> bool:
    """Whether a note leaves the auxiliary of a passive out, as the verb without its object shows: `gunfire [heard] near
    the palace`."""
    bare = line.headline and clause.form == "past" and clause.start == clause.head and not clause.passive
    takes = bare and clause.lemma in line.words.words["transitive_light"]
    return takes and object_after(line, clause.end, clause.right) is None


def _brings_about(line: Line, clause: Clause) -> bool:
    """Whether what a noun names did something to a thing: `the fall of Sake [opened] the road to Goma`, where `talks
    [opened]` only tells that there were some."""
    acts = clause.lemma in line.words.words["opening"] and not clause.passive
    return acts and object_after(line, clause.end, clause.right) is not None


def _light_infinitive(line: Line, clauses: list[Clause], frame: Frame) -> int:
    """The infinitive after a clause that tells what its subject names (`talks are due [to open]`) and not what that
    made another do (`shelling forced a clinic to close`); -1 for none."""
    index = frame.clause + 1
    after = clauses[index] if index < len(clauses) else None
    if after is None or after.kind != "inf" or after.subject is None or not is_light(line, after):
        return -1
    return index if after.subject[0] <= frame.first < after.subject[1] else -1


def _comes_back(line: Line, clause: Clause) -> bool:
    """Whether a verb of motion and `back` say that something began anew, which is told in other words: `the war [came
    back] a year ago`."""
    words = line.words.words
    return clause.lemma in words["coming"] and not words["returning"].isdisjoint(line.lows[clause.end : clause.end + 1])


def _looked_back_at(line: Line, clause: Clause, frame: Frame, as_subject: bool) -> bool:
    """Whether a noun that no verb tells is an event that the text looks back at: with a date, or a name of its own
    unless its clause only says what it was (`the talks [were the price]`)."""
    dated = any(frame.first - 3 <= index < frame.reach[1] for index in line.times)
    if as_subject and line.tags[clause.head] == "be" and not dated:
        return False
    frame.background = True
    named = bool(names_in(line, frame.reach)) or any(names_in(line, run) for _, run in frame.phrases)
    if any(sense.light for sense in line.words.triggers.get(line.lows[clause.head], ())):
        return True
    return dated or (named and frame.sense.strong)


def _exists(line: Line, clause: Clause) -> bool:
    """Whether a clause only says that something was there: `there were explosions`."""
    there = clause.subject is not None and line.lows[clause.subject[0]] in line.words.words["there"]
    return there and line.tags[clause.head] == "be"


def _only_spoken_of(line: Line, clause: Clause, frame: Frame) -> bool:
    """Whether a clause does not tell what its noun names: it wants it, likens it, or says when others date it."""
    words = line.words.words
    if clause.end > frame.first:
        return clause.passive and line.lows[clause.head] in words["dating_surely"]
    if clause.lemma in words["comparing"]:
        return True
    if clause.lemma in words["unfulfilled"] and line.lows[before_phrase(line, frame)] not in words["looking_back"]:
        return True
    return frame.sense.type in WISHED and clause.lemma in words["wanting"]


def before_phrase(line: Line, frame: Frame) -> int:
    """The token before the noun phrase of a noun: the preposition that rules it, or the verb."""
    at = frame.first - 1
    while at > 0 and line.tags[at] in BEFORE_HEAD:
        at -= 1
    return max(at, 0)


def _came_as(line: Line, clause: Clause, frame: Frame) -> bool:
    """Whether a clause only says when what was told before happened: `[the attack came] as the army left`."""
    words, first = line.words.words, frame.first - 1
    known = first >= 0 and line.lows[first] in words["definite"] and frame.last == clause.start
    opener = line.tags[clause.end : clause.end + 1]
    return known and clause.lemma in words["coming"] and opener in (["sub"], ["prepsub"])


def _comes_after(line: Line, clause: Clause) -> bool:
    """Whether a clause tells of something after what its object names: `a pact is to follow the accord of May`, `the
    group claimed the raid`."""
    words = line.words.words
    if clause.passive:
        return False
    return clause.lemma in words["owning_up"] or (clause.lemma in words["coming_after"] and clause.form != "past")


def _before_trailing_time(line: Line, frame: Frame) -> int:
    """Where the phrase of a noun ends before a time that is that of the clause: `claimed the raid [on Monday]`."""
    for index in range(frame.last, frame.reach[1]):
        if line.tags[index] == "time" and line.lows[index - 1] not in line.words.words["of_only"]:
            return index
    return frame.reach[1]


def is_due(line: Line, clause: Clause) -> bool:
    """Whether a clause says when something is to come: `a deal [is due] by Monday`, `is [on his way] to meet them`."""
    if clause.start != clause.head or line.tags[clause.head] != "be":
        return False
    words, after = line.words.words, line.lows[clause.end : clause.end + 3]
    if line.tags[clause.end : clause.end + 1] == ["adj"]:
        return after[0] in words["planned_adjectives"]
    return " ".join(after[:2]) in words["on_the_way"] or " ".join(after[::2]) in words["on_the_way"]


def _by_light(line: Line, clauses: list[Clause], frame: Frame, index: int) -> bool:
    """Take the clause of a light verb as the noun's own: its phrases say where, with whom and when."""
    clause = clauses[index]
    frame.light_clause = index
    after = max(clause.end, frame.last)
    frame.phrases += [one for one in phrases_in(line, after, clause.right) if one not in frame.phrases]
    frame.reach = (min(frame.reach[0], clause.left), max(frame.reach[1], clause.right))
    return True


def is_light(line: Line, clause: Clause) -> bool:
    """Whether a verb, alone or with the word behind it, says that what a noun names came about: `talks [opened]`."""
    light = line.words.words["light"]
    return clause.lemma in light or _phrasal(line, clause) in light


def cancels(line: Line, clause: Clause) -> bool:
    """Whether a clause says that what was to come will not, or not yet."""
    cancelling = line.words.words["cancelling"]
    return clause.lemma in cancelling or _phrasal(line, clause) in cancelling


def _phrasal(line: Line, clause: Clause) -> str:
    after = line.lows[clause.end] if clause.end < len(line.lows) else ""
    return f"{clause.lemma} {after}"


def _in_phrase(line: Line, low: int, index: int) -> bool:
    """Whether a preposition stands between the verb and the noun."""
    return any(line.tags[position] in {"prep", "prepsub", "to", ","} for position in range(low, index))


def aim_of(line: Line, frame: Frame) -> Range | None:
    """What the deed that a noun tells was aimed at: an attack [on a wedding]."""
    aims = (run for at, run in frame.phrases if at == frame.last and line.lows[at] in line.words.words["aiming"])
    return next(aims, None)
