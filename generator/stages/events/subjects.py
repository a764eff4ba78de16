"""Who the subject of a clause is: the noun phrase before its verb, or one of the clauses it hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from generator.stages.events.clause import DEPENDENT, Clause
from generator.stages.events.insertions import tells_more_of
from generator.stages.events.inverted import behind_verb, likened
from generator.stages.events.phrases import INSIDE, Range, noun_run, paired_object, subject_before
from generator.stages.events.tokens import Line

HANGING = DEPENDENT | {"zero", "that"}
PLAIN_END = frozenset({"prep", "time", "adv", ".", ","})
"""Classes of words behind a verb that has no object."""
APPOSED = INSIDE | {"prep", "to"}


def give_subject(line: Line, clauses: list[Clause], index: int) -> None:
    """Enter who does what the clause tells: who stands before its verb, or whom it has from elsewhere."""
    clause = clauses[index]
    if index == 0 and (clause.subject is not None or line.lows[0] in line.words.words["orders"]):
        clause.subject = clause.subject or behind_verb(line, clause)
        if clause.subject is not None:
            return
    clause.subject = likened(line, clause)
    if clause.subject is not None:
        return
    floor = clause.left if clause.kind not in {"rel", "sub", "that"} else clause.opener + 1
    if clause.kind in {"main", "coord", "zero", "that", "sub", "rel"}:
        clause.subject = _whole(line, floor, subject_before(line, floor, clause.start))
    if clause.kind == "rel" and clause.subject is not None and not _cleft(line, clause):
        clause.antecedent = _borrowed(line, clauses, index)
    if clause.kind == "zero" and clause.subject is not None and _himself(line, clause.subject):
        clause.subject = clauses[clause.governor].subject  # `the men had [themselves] sworn in`
    if clause.kind in {"main", "coord", "zero", "sub"} and clause.subject is not None:
        _part_contact(line, clauses, index, clause.subject)
    if clause.subject is None:
        clause.subject, clause.shared = _borrowed(line, clauses, index), True


def _himself(line: Line, run: Range) -> bool:
    return run[1] - run[0] == 1 and line.lows[run[0]] in line.words.words["reflexives"]


def _whole(line: Line, floor: int, run: Range | None) -> Range | None:
    """Those of whom an insertion singles some out: `[three nurses], one of them a nun, were shot`."""
    if run is None or run[0] - 1 <= floor or line.tags[run[0] - 1] != ",":
        return run
    some = line.tags[run[0]] == "num" and line.lows[run[0] + 1 : run[0] + 2] != []
    if not some or line.lows[run[0] + 1] not in line.words.words["of_only"] or line.tags[run[0] + 2] != "pron":
        return run
    earlier = subject_before(line, floor, run[0] - 1)
    return earlier if earlier is not None and earlier[1] == run[0] - 1 else run


def _cleft(line: Line, clause: Clause) -> bool:
    """Whether `that` goes back to where or when something was, and to no thing: `it was through this gate that they
    fled`."""
    words, at = line.words.words, clause.opener - 1
    if line.lows[:1] != ["it"] or line.tags[1:2] != ["be"] or line.tags[clause.opener] != "that":
        return False
    while at > 1 and line.tags[at] in INSIDE:
        at -= 1
    return line.tags[at] == "prep" and line.lows[at] not in words["of_only"]


def _part_contact(line: Line, clauses: list[Clause], index: int, run: Range) -> None:
    """Read a pronoun right behind a noun as the subject of a relative clause without its pronoun: `left the towns [it
    had taken]`."""
    clause, last, words = clauses[index], run[1] - 1, line.words.words
    if line.tags[last] != "pron" or line.tags[last - 1] not in {"noun", "name"}:
        return
    if line.lows[last - 1] in words["content_nouns"]:
        return  # `the news [he had fled]`
    if last == run[0]:
        said = clause.kind != "zero" or clauses[index - 1].lemma in words["saying"]
        found = None if said or line.lows[last] not in words["subject_pronouns"] else _last_noun(line, clauses, index)
        if found is None:
            return
        run = (found[0], run[1])
    if clause.kind == "sub":
        clause.subject = (last, run[1])  # `before the vote [they] abducted him`
    else:
        clause.kind, clause.subject, clause.antecedent, clause.left = "rel", (last, run[1]), (run[0], last), last
        if index:
            clauses[index - 1].right = max(clauses[index - 1].right, last)


def _last_noun(line: Line, clauses: list[Clause], index: int) -> Range | None:
    """The noun phrase right before a clause: `kept control of [a town] they had taken`."""
    return subject_before(line, clauses[index - 1].end, clauses[index].left, "any")


def _borrowed(line: Line, clauses: list[Clause], index: int) -> Range | None:
    """The subject a clause has from elsewhere: an antecedent, the governing clause, or before an insertion."""
    clause, before = clauses[index], clauses[index - 1] if index else None
    if clause.kind in {"rel", "reduced"}:
        return _antecedent(line, clause, before)
    if clause.kind == "resume" and before is not None and before.kind == "reduced" and line.tags[before.left] == "sub":
        return before.subject  # `where [rebels] fighting the army were losing ground`
    if clause.kind == "part" and line.tags[clause.left] == "sub":
        return subject_before(line, clause.left + 1, clause.start - 1)  # `when [troops], backed by tanks, entered`
    if clause.kind == "resume":
        return _before_insertion(line, clauses, index)
    if before is None:
        return _beside_participle(line, clauses) if clause.kind == "part" else None
    if clause.kind == "inf":
        opening = _before_adjective(line, before.end, clause.start)
        if opening < clause.start:
            return subject_before(line, before.end, opening - 1)  # `and the fair, due [to open], was`
    between = _object_of_governor(line, before, clause) if clause.kind == "inf" else None
    if between is None and clause.kind == "inf" and any(one.form == "inf" for one in clauses[:index]):
        between = paired_object(line, clause.start)
    if clause.kind == "coord":
        before = _goes_on_from(line, clauses, index)
    return between or _of_participle(line, clauses, clause, before).subject


def _goes_on_from(line: Line, clauses: list[Clause], index: int) -> Clause:
    """The clause whose subject one behind `and` shares."""
    clause, before = clauses[index], clauses[index - 1]
    if 0 <= clause.governor < index - 1:
        before = clauses[clause.governor]  # past a relative clause, or what stands between dashes
    if before.kind in {"sub", "that"} and before.governor >= 0 and _picks_up(line, clause):
        clause.governor = before.governor
        before = clauses[clause.governor]
    return before


def _picks_up(line: Line, clause: Clause) -> bool:
    """Whether a verb without an object says that what was stopped goes on, past a clause that says why: `[flights] were
    halted when a shell fell on the runway, and resumed on Friday`."""
    words, after = line.words.words, line.tags[clause.end : clause.end + 1]
    again = line.lows[clause.end : clause.end + 1] != [] and line.lows[clause.end] in words["anew"]
    return (clause.lemma in words["picking_up"] or again) and after != [] and after[0] in PLAIN_END


def _of_participle(line: Line, clauses: list[Clause], clause: Clause, before: Clause) -> Clause:
    """The clause whose subject a clause has, of which a participle may pass one over: `[the mayor] said the rebels had
    lied, calling it a trap`, `[the men] went in, a witness said, shooting`."""
    words = line.words.words
    if clause.kind != "part" or before.governor < 0:
        return before
    above, speaks = clauses[before.governor], clause.lemma in words["saying"]
    content = before.kind in {"zero", "that"} and above.lemma in words["saying"]
    if content and (speaks or clause.lemma in words["naming"]):
        return above
    return above if not speaks and _speaks_in_passing(line, before) else before


def _antecedent(line: Line, clause: Clause, before: Clause | None) -> Range | None:
    """What a relative pronoun or a reduced relative goes back to."""
    relative = clause.kind == "rel"
    if relative and before and before.kind == "rel" and line.tags[clause.opener - 1] == "coord":
        return before.antecedent or before.subject
    end = _before_share(line, clause.opener) if relative else clause.start
    floor = before.left if before and before.left < end else 0
    end -= end > floor and line.tags[end - 1] == ","
    end = _before_age(line, end)
    who = relative and line.lows[clause.opener] in line.words.words["who"]
    person = who or (not relative and _act_on_people(line, floor, end))
    run = subject_before(line, floor, end, "person" if person else "any")
    if run is not None and relative:
        run = _restricted(line, floor, run, clause.opener)
    elif run is not None and line.tags[run[0] - 1 : run[0] + 1] == [",", "noun"] and tells_more_of(line, run[0]):
        run = (run[0] + 2, run[1])  # `the mayor, son of [a general] killed in May, was held`
    return _before_apposition(line, floor, run) if run and end < clause.opener and not who else run


def _act_on_people(line: Line, floor: int, end: int) -> bool:
    """Whether an act and those it befalls, or what is left of them, stand before a participle, which tells of them:
    `the release of [a man] kidnapped by rebels`, `the remains of [a nun and a nurse] shot in May`."""
    at = end - 1
    while at > floor + 1 and (line.tags[at] in INSIDE or line.tags[at] == "coord" or at in line.names):
        at -= 1
    before = line.lows[at - 1]
    acts = before in line.words.words["noun_triggers"] or before in line.words.nouns["lifeless"]
    acts = acts and line.lows[at] in line.words.words["of_only"]
    return acts and not line.words.nouns["people"].isdisjoint(line.lows[at + 1 : end])


def _restricted(line: Line, floor: int, run: Range, opener: int) -> Range:
    """The noun that `that` goes back to, which no proper name or day is: `[an attack] in Homs on the 25th that`; nor is
    it a place for `whose`: `[a firm] in Homs, whose`."""
    whose = line.lows[opener] in line.words.words["possessive_relatives"]
    while line.tags[opener] == "that" or whose:
        name = line.names.get(run[1] - 1)
        if line.tags[run[1] - 1] not in {"name", "num"} or (whose and (name is None or name.place is None)):
            break
        at = run[0] - 1
        while at > floor and line.tags[at] == "det":
            at -= 1
        earlier = subject_before(line, floor, at, "any") if at > floor and line.tags[at] == "prep" else None
        if earlier is None:
            break
        run = earlier
    return run


def _before_apposition(line: Line, floor: int, run: Range) -> Range:
    """The place or thing with a name that the noun phrase before `, which` only says more of: `took [Kasai], gateway to
    the south, which`."""
    start = run[0]
    while start > floor + 1 and line.tags[start - 1] in APPOSED:
        start -= 1
    if line.tags[start - 1] != "," or line.tags[start - 2] != "name" or line.tags[start] not in {"noun", "det"}:
        return run
    name = start - 2
    while name > floor and line.tags[name - 1] == "name":
        name -= 1
    return name, start - 1


def _before_share(line: Line, opener: int) -> int:
    """Where a relative clause begins that tells of a share of what goes before: `600 men, [half of whom fled]`."""
    if not opener or line.lows[opener - 1] not in line.words.words["of_only"]:
        return opener
    start = opener - 1
    while start > 0 and line.tags[start - 1] in INSIDE:
        start -= 1
    return start


def _beside_participle(line: Line, clauses: list[Clause]) -> Range | None:
    """The subject of a participle that opens the sentence, or stands between commas right after it."""
    comma = clauses[0].start - 1
    earlier = subject_before(line, 0, comma) if comma > 0 and line.tags[comma] == "," else None
    return earlier or _later_subject(line, clauses)


def _object_of_governor(line: Line, before: Clause, clause: Clause) -> Range | None:
    """The noun phrase between a verb and its infinitive or gerund: `forced [2,000 people] to flee`. In `hit them by
    shelling the camp` it is not who shells."""
    if line.lows[clause.start - 1] in line.words.words["adverbial_prepositions"]:
        return None
    if clause.form == "inf" and before.lemma in line.words.words["copulas"]:
        return None  # `Sake became the first town to fall`
    asked = " ".join([before.lemma, *line.lows[before.end : before.end + 1]]) in line.words.words["asking_of"]
    if clause.form == "inf" and before.lemma in line.words.words["using"] and not asked:
        return None  # `used force to break up the march`: the force does not break it up
    end = clause.start - (line.tags[clause.start - 1] in {"prep", "prepsub"})
    between = noun_run(line, before.end, end) if end > before.end else None
    if between is None and asked and clause.form == "inf":
        between = noun_run(line, before.end + 1, end)  # `called on [the king] to go`
    if between is None or between[1] != end or set(line.tags[between[0] : end]) <= {"adj", "adv"}:
        return None  # `was due to meet` has no object
    return between


def _before_insertion(line: Line, clauses: list[Clause], index: int) -> Range | None:
    first = next((at for at in range(index, 0, -1) if clauses[at - 1].kind not in HANGING), 0)
    if first == index:
        return (_before_speaker(line, clauses[index - 1]) or clauses[index - 1].subject) if index else None
    floor = clauses[first - 1].left if first else 0
    end = clauses[first].opener if clauses[first].kind in {"rel", "sub"} else clauses[first].left
    if clauses[first].kind == "reduced":
        end = clauses[first].start
    end = _before_adjective(line, floor, end)
    if clauses[first].kind == "rel" and end > floor and line.tags[end - 1] in {"prep", "prepsub"}:
        end -= 1  # `the alliance, [of which] the Reds are a part, left`
    while end > floor and line.tags[end - 1] in {",", "dash", "("}:
        end -= 1
    end = _before_age(line, end)
    found = subject_before(line, floor, end, "any" if first else "")
    return _apposed_to(line, floor, found) or found or clauses[first].subject


def _before_age(line: Line, end: int) -> int:
    """Where the name before an age between commas ends: `[Ann Poole], 34, who`."""
    return end - 2 if line.tags[max(0, end - 2) : end] == [",", "num"] else end


def _before_adjective(line: Line, floor: int, end: int) -> int:
    """Where an insertion that an adjective opens begins: `talks[, due] to open in Quito, were called off`."""
    at = end
    while at > floor and line.tags[at - 1] in {"adj", "adv"}:
        at -= 1
    return at if floor < at < end and line.tags[at - 1] == "," else end


def _apposed_to(line: Line, floor: int, run: Range | None) -> Range | None:
    """Whom a noun phrase between commas tells more of: `[the Reds], a group led by a priest, seized`."""
    if run is None or run[0] - 1 <= floor or line.tags[run[0] - 1] != ",":
        return None
    plural = line.tags[run[0]] == "noun" and line.lows[run[0]] in line.words.words["appositive_plurals"]
    more = tells_more_of(line, run[0])
    if not more and line.lows[run[0]] not in line.words.words["articles"] and not plural:
        return None
    earlier = subject_before(line, floor, run[0] - 1)
    if earlier is None or earlier[1] != run[0] - 1:
        return None
    return earlier if more or line.tags[earlier[1] - 1] == "name" else None


def _before_speaker(line: Line, said: Clause) -> Range | None:
    """What stands before an inserted verb of saying: `[ten soldiers], the ministry said on Friday, were killed`."""
    speaker = said.subject
    if speaker is None or not _speaks_in_passing(line, said):
        return None
    return subject_before(line, 0, speaker[0] - 1)


def _speaks_in_passing(line: Line, said: Clause) -> bool:
    """Whether a verb of saying with its subject is inserted behind a comma: `[, a witness said,]`."""
    speaker = said.subject
    inserted = speaker is not None and not said.shared and speaker[0] > 1 and line.tags[speaker[0] - 1] == ","
    return inserted and said.lemma in line.words.words["saying"]


def _later_subject(line: Line, clauses: list[Clause]) -> Range | None:
    """The subject of the main clause that follows a participle at the head of the sentence."""
    for clause in clauses[1:]:
        if clause.kind == "main":
            return subject_before(line, clause.left, clause.start)
    return None


def told_subject(clauses: Sequence[Clause]) -> Range | None:
    """The first subject of a sentence: of what is said, where it tells that somebody says so."""
    first: Clause | None = None
    for one in clauses:
        if one.subject is None or one.shared:
            continue
        if first is not None:
            told = one.kind in {"zero", "that"} and clauses[one.governor] is first
            return one.subject if told else first.subject
        first = one
    return first.subject if first is not None else None


def spoken_of(line: Line, clauses: Sequence[Clause]) -> Range | None:
    """Of whom a sentence speaks: its first subject, or the first behind its last semicolon where that is a name."""
    last = max(at for at, tag in enumerate(line.tags) if tag == ";") if ";" in line.tags else -1
    first: Range | None = None
    for one in clauses:
        if one.subject is None or one.shared:
            continue
        first = first or one.subject
        if one.left >= last:
            return one.subject if last >= 0 and line.tags[one.subject[1] - 1] == "name" else first
    return first
