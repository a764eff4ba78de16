"""What makes a line of words fit to stand as a title, whatever it was made of."""

from __future__ import annotations

from itertools import pairwise

from generator.languages.events import EventWords

CONTENT = 2
"""So many words of a title must mean something by themselves."""
LONGEST = 14
DANGLING = frozenset({"det", "prep", "prepsub", "coord", "to", "poss", "that", "sub", "rel", "modal", "be"})
"""Classes of words that no line ends with, unless the word belongs to its verb: `steps down`."""
FALSE_START = frozenset({"pron", "coord", "sub", "that", "rel", "modal", "be", "have", "do", "to", "poss", "not"})
"""Classes of words that no line begins with: what they go back to or hang on stands elsewhere."""
HANGING = FALSE_START | {"prep", "prepsub"}
CLAUSE_BREAKS = frozenset({"coord", "that", "sub", "rel", "to"})
"""Classes of words behind which a pronoun may mean somebody whom the line has named."""
VERBAL = frozenset({"modal", "be", "have", "do", "not"})
BREAKS = frozenset({"prep", "prepsub", "coord", "that", "sub", "to"})
FEWEST = 4
"""A line is never cut to fewer words."""
SPEECH = frozenset({"statement", "diplomacy-talks", "other"})
"""Kinds of event that are nothing without what they are about: `welcomes it`."""
DONE = frozenset({"past", "part"})
PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
PAIRED = frozenset('"').union(*PAIRS)


def trimmed(text: str, words: EventWords, particle: str = "") -> str:
    """The line without a clitic at its head or a word at its end that leads nowhere; `particle` ends its verb."""
    parts = text.split()
    clitic = words.titles["possessive"].format(owner="")
    while parts and parts[0].replace("'", "’") == clitic:
        del parts[0]
    while parts and parts[-1].lower() != particle and dangles(parts[-1], words):
        if " ".join(parts[-2:]).lower() in words.words["reciprocal"]:
            break
        parts.pop()
    return " ".join(parts).rstrip(",;:")


def within(parts: list[str], most: int, words: EventWords, least: int = FEWEST) -> list[str]:
    """The first words of a line, cut before the phrase that would be broken; never fewer than `least`. One that can be
    printed whole is not cut."""
    if len(parts) <= max(most, LONGEST):
        return parts
    cut = parts[: most + 1]
    breaks = [at for at in range(max(least, FEWEST), len(cut)) if _parts(cut[at].lower(), words)]
    of = words.words["of_only"]  # a noun is not cut off from what it is the noun of: `at the request [of Oslo]`
    breaks = [at for at in breaks if cut[at].lower() not in of] or breaks
    return cut[: breaks[-1]] if breaks else cut[:most]


def _parts(low: str, words: EventWords) -> bool:
    """Whether a phrase begins with a word, or what somebody says: `hit out at Paris [saying] it lied`."""
    form = words.verbs.get(low)
    saying = form is not None and "ing" in form.forms and form.lemma in words.words["saying"]
    return saying or words.tags.get(low) in BREAKS


def dangles(word: str, words: EventWords) -> bool:
    """Whether a line that ends with this word breaks off."""
    return words.tags.get(word.lower()) in DANGLING


def sound(text: str, words: EventWords) -> bool:
    """Whether a trimmed line can be printed: it says something, begins with a name or a thing, and is whole."""
    parts = text.split()
    if len(parts) <= 1 or len(parts) > LONGEST:
        return False
    if not begins(parts, words) or _half_open(text):
        return False
    lows = text.lower().split()
    if lows[-1] in words.words["lost_pronouns"] or _broken(lows, words) or lone_side(parts, words):
        return False
    return telling(text, words) >= CONTENT and not _clitic_alone(text, words)


def _half_open(text: str) -> bool:
    """Whether a bracket or quotation mark has lost its other half."""
    if PAIRED.isdisjoint(text):
        return False
    return any(text.count(a) != text.count(b) for a, b in PAIRS) or text.count('"') % 2 == 1


def headed(text: str, words: EventWords) -> str:
    """A line that nothing mends, at least without the words at its head that hang on others; nothing where its subject
    is lost with them: `[they had been] taken hostage`."""
    parts = text.split()
    lost = parts[:1] != [] and words.tags.get(parts[0].lower()) == "pron"
    while len(parts) > CONTENT and words.tags.get(parts[0].lower().strip(".,;:")) in HANGING:
        del parts[0]
    form = words.verbs.get(parts[0].lower()) if parts and lost else None
    return "" if form is not None and form.forms <= DONE else " ".join(parts)


def telling(text: str, words: EventWords) -> int:
    """How many words of a line mean something by themselves."""
    tags, numbers, count = words.tags, words.numbers, 0
    for word in text.lower().split():
        low = word.strip(".,;:()")
        if low and low not in tags and low not in numbers and not low[0].isdigit():
            count += 1
    return count


def _broken(lows: list[str], words: EventWords) -> bool:
    """Whether a preposition lost its noun: `escaped from [] on the day`."""
    governing = words.words["title_governing"]
    if governing.isdisjoint(lows):
        return False
    return any(a in governing and words.tags.get(b) == "prep" and not _qualifies(b, words) for a, b in pairwise(lows))


def lone_side(parts: list[str], words: EventWords) -> bool:
    """Whether `between` has one name behind it: the other side was lost."""
    between, lows = words.words["between"], [*map(str.lower, parts[:-1])]
    if between.isdisjoint(lows):
        return False
    at = next((at for at, low in enumerate(lows) if low in between), -1)
    return at >= 0 and parts[at + 1][:1].isupper() and not any(words.tags.get(one) == "coord" for one in parts[at:])


def lost_object(parts: list[str], words: EventWords) -> bool:
    """Whether an object pronoun stands in the first clause of a line: who does it is not meant by it, and nobody else
    has been named: `declares it liberated`, but `hears that it fell`, `shells the town and takes it`."""
    lows = [*map(str.lower, parts)]
    if words.words["lost_objects"].isdisjoint(lows):
        return False
    for at, low in enumerate(lows[1:], 1):
        after = words.tags.get(lows[at + 1], "") if at + 1 < len(lows) else ""
        if words.tags.get(low) in CLAUSE_BREAKS:
            return False
        verb = words.verbs.get(lows[at - 1])
        if low in words.words["lost_objects"] and verb is not None and after not in VERBAL:
            return verb.lemma in words.words["predicating"] or not _verb_only(parts[at + 1 : at + 2], words)
    return False


def _verb_only(parts: list[str], words: EventWords) -> bool:
    """Whether a word can be a verb and nothing else, so that a pronoun before it is its subject: `says it left`."""
    low = parts[0].lower() if parts else ""
    return low in words.verbs and low not in words.noun_verbs and words.verbs[low].forms != frozenset({"part"})


def _qualifies(low: str, words: EventWords) -> bool:
    """Whether a word can begin what widens a number: `up to`, `over`."""
    return any(low == qualifier[0] for qualifier in words.qualifiers)


def _opens_range(parts: list[str], words: EventWords) -> bool:
    """Whether a line begins with a number between two others: `Between 30 and 40 people killed`."""
    if parts[0].lower() not in words.words["between"]:
        return False
    ends = [part.lower() in words.numbers or part[:1].isdigit() for part in parts[1:4:2]]
    return ends == [True, True] and words.tags.get(parts[2].lower()) == "coord"


def begins(parts: list[str], words: EventWords) -> bool:
    """Whether the first word can begin a line: no verb without its subject, no adjective without its noun."""
    if not parts:
        return False
    low, after = parts[0].lower().strip(".,;:"), words.tags.get(parts[1].lower(), "") if len(parts) > 1 else ""
    short = len(low) > 1 and parts[0].isupper()  # the US, the WHO, MEND
    tag = None if short else words.tags.get(low)
    if low in words.words["adjectival_adverbs"]:
        return len(parts) > CONTENT  # `First convoy arrives`
    if tag in {"prep", "prepsub", "adv"} or (tag == "adj" and after in {"prep", "to"}):
        return _qualifies(low, words) or _opens_range(parts, words)
    if tag in FALSE_START:
        return False
    form = None if short else words.verbs.get(low)
    if form is not None and (low not in words.noun_verbs or form.forms <= DONE):
        lone = after in {"prep", "prepsub", "det", "pron", "poss", "to"} or any(map(str.isdigit, parts[1:2]))
        named = parts[0][:1].isupper() and parts[1:] != [] and parts[1][:1].isupper()  # `Peter Obi`, `Grant Shapps`
        return not lone and (named or form.forms not in ({"s"}, {"base"}))
    return True


def _clitic_alone(text: str, words: EventWords) -> bool:
    return words.titles["possessive"].format(owner="") in text.replace("'", "’").split()


def least_bad(drafts: list[str], names: tuple[str, ...], words: EventWords) -> str:
    """Where nothing can be printed as it is: the draft that says the event's own word (one of `names`) and most
    besides."""
    said = [text for text in drafts if " " in text and any(name in text.lower() for name in names)] or drafts
    return max(
        (headed(text, words) for text in said),
        key=lambda text: (begins(text.split(), words) and telling(text, words) >= CONTENT, telling(text, words)),
    )


def sentence_case(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]
