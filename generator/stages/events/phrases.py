"""Noun phrases: the run of words before a verb that is its subject, the run after it that is its object."""

from __future__ import annotations

from generator.stages.events.tokens import Line

Range = tuple[int, int]
INSIDE = frozenset({"noun", "name", "adj", "num", "det", "poss", "pron"})
LINKED = INSIDE | {"prep", "coord", "quote", "to"}
LINKED_OR_ADVERB = LINKED | {"adv"}
CLOSED = INSIDE | {",", ")"}
BETWEEN = frozenset({"adv", "not", "quote", "time", ")", "dash", ","})
"""Classes of the words that may stand last between a subject and its verb."""
ENDS_HEAD = frozenset({"adj", "prep", "to", ",", "coord"})
"""Classes of the words before which the head of a noun phrase may stand."""
SHORTEST_INITIALS, LONGEST_INITIALS = 3, 6


def noun_run(line: Line, low: int, high: int) -> Range | None:
    """The noun phrase that ends right before `high` and starts no earlier than `low`: `the rebels` in
    `told reporters on Tuesday the rebels [had left]`."""
    start = _run_start(line, low, high)
    index = start
    for position in range(high - 1, start, -1):
        tag = line.tags[position]
        if tag in {"det", "poss"} and line.tags[position - 1] not in {"prep", "coord", "det", "num"}:
            index = position
            break
    else:
        index = start
    if index < high and line.tags[index] in {"prep", "coord"}:
        index = past_leading_phrase(line, index, high)
    return (index, high) if index < high else None


def _run_start(line: Line, low: int, high: int) -> int:
    index = high
    while index > low and line.tags[index - 1] in LINKED_OR_ADVERB:
        index -= 1
    while index < high and line.tags[index] in {"adv", "quote"}:
        index += 1
    return index


def set_off(line: Line, opener: int, high: int) -> bool:
    """Whether commas set a participle at `high` off from the subject of the clause that a word opens: `when troops,
    [backed by tanks], entered`, `who, [speaking in Doha], said`."""
    if line.tags[high - 1] != ",":
        return False
    if line.tags[opener] == "sub":
        run = noun_run(line, opener + 1, high - 1)
        return run is not None and run[0] == opener + 1
    return line.tags[opener] == "rel" and opener + 1 == high - 1


def subject_before(line: Line, low: int, high: int, antecedent: str = "") -> Range | None:
    """The subject that stands between `low` and the verb at `high`, past adverbs, times and insertions.

    With `antecedent` (`any`, or `person` for `who`), what a relative pronoun at `high` stands for."""
    tags, end = line.tags, _skip_back(line, low, high)
    start = end
    while start > low and (tags[start - 1] in LINKED or (tags[start - 1] == "time" and _possesses(line, low, start))):
        start -= 1
    if antecedent:
        start = _last_phrase(line, start, end, antecedent == "person")
    joined = _joined_by_apposition(line, low, start)
    if joined >= 0:
        return joined, end
    while start < end and tags[start] in {"coord", "quote"}:
        start += 1
    if start < end and tags[start] in {"prep", "to"}:
        after = past_leading_phrase(line, start, end)
        start = start + 1 if antecedent and after == end else after  # `died in [the attack], which took place`
    elif start > low and tags[start - 1] == "prepsub":
        after = past_leading_phrase(line, start - 1, end)
        start = after if after < end else start
    start = _whole_list(line, low, start, end)
    if not antecedent:
        start = _behind_place(line, start, end)
    due = line.words.words["planned_adjectives"]
    while end > start and (tags[end - 1] in {"quote", "prep", "coord"} or line.lows[end - 1] in due):
        end -= 1  # `talks [due] to open`
    return (start, end) if start < end else None


def _behind_place(line: Line, start: int, end: int) -> int:
    """Where a subject begins right behind the name of a place that no comma parts from it: `graves in Kenya [Ugandan
    troops] dug`, `in the city [Ugandan troops] dug graves`."""
    for index in range(end - 1, start, -1):
        name = line.names.get(index)
        if name is None or name.actor is None or line.tags[index] != "name":
            continue
        before = line.names.get(index - 1)
        if name is before:
            continue
        place = before is not None and before.actor is None and line.tags[index - 2 : index - 1] == ["prep"]
        if place or (before is None and line.lows[index - 1] in line.words.words["town_nouns"]):
            return index
    return start


def _possesses(line: Line, low: int, after: int) -> bool:
    """Whether a day in the genitive inside a noun phrase ends before `after`: `the victims of [Friday]'s blast`."""
    at = after - 1
    if after >= len(line.tags) or line.tags[after] not in {"poss", "time"}:
        return False
    while at > low and line.tags[at] == "time":
        at -= 1
    return at < after - 1 and line.tags[at] == "prep" and at > low and line.tags[at - 1] in {"noun", "name"}


def _joined_by_apposition(line: Line, low: int, start: int) -> int:
    """Where the first of two persons begins whom `and` joins behind the name of the first: `[Oman's minister], Badr
    Said, and his Qatari counterpart`; -1 where nothing of the kind stands there."""
    tags = line.tags
    if start - 1 <= low or tags[start - 1] != "," or tags[start : start + 1] != ["coord"]:
        return -1
    opening = _previous(line, low, start - 1, ",")
    if opening <= low or set(tags[opening + 1 : start - 1]) != {"name"}:
        return -1
    first = opening
    while first > low and tags[first - 1] in LINKED:
        first -= 1
    return first if first < opening and tags[first] not in {"prep", "to", "coord"} else -1


def _whole_list(line: Line, low: int, start: int, end: int) -> int:
    """Back over the names of a list: `Mali, Niger and Burkina Faso` from its last comma, but not into a phrase that
    says where: `In Luanda, Congo and Rwanda agreed`."""
    if "coord" not in line.tags[start:end]:
        return start
    own = start
    while start - 1 > low and line.tags[start - 1] == "," and line.tags[start - 2] == "name":
        start = name_start(line, low, start - 2)
    if start - 1 > low and line.tags[start - 1] == "coord" and line.tags[start] == line.tags[start - 2] == "name":
        start = name_start(line, low, start - 2)
    words, before = line.words.words, line.lows[start - 1] if start > low else ""
    if before in words["of_only"] or (before in words["from"] and line.tags[start - 2] in {"noun", "name"}):
        return _whole_phrase(line, low, start)  # `the ministers of Mali, Niger and Chad`, `nurses from Mali, Niger and`
    return own if start > low and line.tags[start - 1] in {"prep", "prepsub"} else start


def _whole_phrase(line: Line, low: int, start: int) -> int:
    """Back from a name behind `of` to where its noun phrase begins."""
    while start > low and line.tags[start - 1] in INSIDE | {"prep"}:
        start -= 1
    return start + 1 if line.tags[start] == "prep" else start


def _skip_back(line: Line, low: int, high: int) -> int:
    """Leave out what may stand between a subject and its verb: adverbs, times, a bracket, an apposition."""
    tags, end = line.tags, high
    for _ in range(4):
        before = end
        if end <= low or tags[end - 1] not in BETWEEN:
            break
        while end > low and tags[end - 1] in {"adv", "not", "quote"}:
            end -= 1
        if end > low and tags[end - 1] == "time":
            end = before_time(line, low, end)
        if end > low and tags[end - 1] == ")":
            opening = _previous(line, low, end, "(")
            end = opening if opening >= 0 else end
        if end > low and tags[end - 1] == "dash":
            end = before_dashes(line, low, end)
        if end > low and tags[end - 1] == ",":
            opening = insertion_start(line, low, end - 1)
            if opening < 0:
                return low
            end = opening
        if end == before:
            break
    return end


def insertion_start(line: Line, low: int, high: int) -> int:
    """The comma that opens the insertion closed by the comma at `high`: the nearest one, or that of a list of
    examples, which may hold commas itself (`, among them France, Britain and Italy,`)."""
    nearest = _previous(line, low, high, ",")
    opening = nearest
    while opening >= 0:
        if line.lows[opening + 1] in line.words.words["inserting"]:
            return opening
        opening = _previous(line, low, opening, ",")
    return nearest


def before_dashes(line: Line, low: int, end: int) -> int:
    """Where an insertion between dashes that closes right before `end` begins; `end` itself where only one dash is."""
    close = end
    while close > low and line.tags[close - 1] == "dash":
        close -= 1
    opening = _previous(line, low, close, "dash")
    while opening > low and line.tags[opening - 1] == "dash":
        opening -= 1
    return opening if opening > low else end


def before_time(line: Line, low: int, end: int) -> int:
    """Where a time (with its preposition) that ends a stretch begins, when a noun phrase stands before it."""
    start = end
    pair = ["time", "coord", "time"]
    while start > low and (line.tags[start - 1] == "time" or line.tags[start - 2 : start + 1] == pair):
        start -= 1
    while start > low and line.tags[start - 1] in {"prep", "prepsub"}:
        start -= 1
    return start if start > low and line.tags[start - 1] in CLOSED else end


def last_of(line: Line, low: int, high: int, tags: frozenset[str]) -> int:
    """The last token of a stretch that has one of these tags; -1 without any."""
    classes = line.tags
    for index in range(high - 1, low - 1, -1):
        if classes[index] in tags:
            return index
    return -1


def _previous(line: Line, low: int, high: int, tag: str) -> int:
    tags = line.tags
    for index in range(high - 1, low - 1, -1):
        if tags[index] == tag:
            return index
    return -1


def past_leading_phrase(line: Line, start: int, end: int) -> int:
    """Past a leading prepositional phrase: `In Goma rebels` gives the index of `rebels`."""
    name = None
    for index in range(start + 1, end):
        tag = line.tags[index]
        previous = line.tags[index - 1]
        article = tag in {"det", "poss", "pron", "num"} or line.lows[index] in line.words.words["articles"]
        if tag == "poss" and line.lows[index][:1] in line.words.words["clitic_marks"]:
            continue
        if article and previous in {"noun", "name", "num"}:
            return index
        if previous == "name" and tag in {"noun", "name", "adj"}:
            name = line.names.get(index - 1)
            if name is not None and name is not line.names.get(index):
                return index
    return end


def _last_phrase(line: Line, start: int, end: int, person: bool) -> int:
    """The start of the last simple noun phrase of a run: the antecedent of a relative pronoun."""
    for index in range(end - 1, start, -1):
        if line.tags[index] == "det" and line.tags[index - 1] == "name":
            return index  # `found near Homs [the remains of a bus] destroyed`
        if line.tags[index] not in {"prep", "to"}:
            continue
        farther = person and _named_for(line, start, index)
        if farther and not _somebody_in(line, index + 1, end):
            continue  # `three reporters for the network, who`
        headless = line.tags[index - 1] in {"prep", "adv", "verb"}  # `out of [the one] that`
        if line.lows[index] not in line.words.words["of"] or headless or (person and not farther):
            return index + 1
    # `built on [the ruins] that`: nothing stands before the preposition.
    return start + (start + 1 < end and line.tags[start] in {"prep", "to"})


def _somebody_in(line: Line, start: int, end: int) -> bool:
    """Whether a stretch tells of persons."""
    if any(line.lows[index] in line.words.nouns["people"] for index in range(start, end)):
        return True
    person = line.words.name_kinds["person"]
    names = (line.names.get(index) for index in range(start, end))
    return any(name is not None and name.actor is not None and name.actor.kind in person for name in names)


def _named_for(line: Line, start: int, of: int) -> bool:
    """Whether the noun before `of` is a person, so that `who` may go back to it: `the head of the army, who`."""
    return any(line.lows[index] in line.words.nouns["people"] for index in range(start, of)) or of - 1 in line.names


def head_of(line: Line, run: Range) -> int:
    """The head of a noun phrase: the last word before its first preposition (past `hundreds of`)."""
    start, end = run
    tags, index = line.tags, start + 1
    while index < end:
        tag = tags[index]
        if tag in ENDS_HEAD and _ends_head(line, index, tag):
            break
        index += 1
    while index > start + 1 and tags[index - 1] in {"poss", "quote", "prep", "adv"}:
        index -= 1
    return index - 1


def _ends_head(line: Line, index: int, tag: str) -> bool:
    """Whether no word from a token on can be the head of a noun phrase."""
    if tag == "adj":
        opens = line.tags[index + 1 : index + 2] in (["prep"], ["to"])
        return opens and not _measures(line, index + 1)  # `the [last] of its soldiers`
    return not _measures(line, index)


def _measures(line: Line, index: int) -> bool:
    """Whether `of` stands behind a quantity, so that what is counted follows: `hundreds [of] men`."""
    words = line.words.words
    measure = line.lows[index - 1] in words["quantities"] or line.tags[index - 1] in {"num", "det"}
    return measure and line.lows[index] in words["of_only"]


def text_of(line: Line, start: int, end: int) -> str:
    """The words of a stretch of tokens, as they stand in the text."""
    if end <= start:
        return ""
    return line.text[line.starts[start] : line.ends[end - 1]]


def paired_object(line: Line, high: int) -> Range | None:
    """The noun phrase after `and` right before the second infinitive of a pair: `told the army to halt and [the rebels]
    to leave`."""
    start = high
    while start > 1 and line.tags[start - 1] in INSIDE:
        start -= 1
    return (start, high) if start < high and line.tags[start - 1] == "coord" and line.tags[start] != "verb" else None


def name_start(line: Line, low: int, index: int) -> int:
    """Where the run of capitalised words that a token ends begins, not before `low`."""
    while index > low and line.tags[index - 1] == "name":
        index -= 1
    return index


def name_end(line: Line, index: int) -> int:
    """One past the last token of the known name that stands at a token; of any other word, one past that."""
    name, end = line.names.get(index), index + 1
    while name is not None and line.names.get(end) is name:
        end += 1
    return end


def unknown_end(line: Line, index: int) -> int:
    """One past the last of the capitalised words that start at a token and that nobody lists."""
    while index < len(line.tags) and line.tags[index] == "name" and index not in line.names:
        index += 1
    return index


def timed(line: Line, low: int, high: int) -> bool:
    """Whether a word of time stands in a stretch of tokens."""
    return any(low <= at < high for at in line.times)


def initials(line: Line, index: int) -> bool:
    """Whether a token is a word of a few capitals, as the short names of groups are."""
    word = line.text[line.starts[index] : line.ends[index]]
    return word.isupper() and word.isalpha() and SHORTEST_INITIALS <= len(word) <= LONGEST_INITIALS
