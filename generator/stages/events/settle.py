"""Which of the words that can be verbs are verbs where they stand: told by their neighbours."""

from __future__ import annotations

from generator.stages.events.neighbours import class_after, class_before, tells_more
from generator.stages.events.participles import past_class
from generator.stages.events.phrases import INSIDE
from generator.stages.events.saying import looks_plural, says, sources_say
from generator.stages.events.small_words import settle_small_words
from generator.stages.events.tokens import (
    NOUN_LIKE,
    NOUN_PHRASE,
    OPENS_OBJECT,
    PAST,
    VERBAL,
    Line,
)
from generator.stages.events.unlisted import OBJECT, OPENS_VERB, settle_bare, settle_forms, settle_only

BEFORE_NOUN_ING = frozenset({"", "noun", "name", "num", "prep", "prepsub", "coord", "time", "verb", ",", "dash", ";"})
REPORTED = frozenset({"that", "num", "det", "pron"})
SUBORDINATORS = frozenset({"sub", "prepsub"})
SENTENCE_STOPS = frozenset({";", ".", ":"})
CLAUSE_OPENERS = frozenset({"sub", "rel", "that"})
BEFORE_BARE_VERB = frozenset({"noun", "name", "adj", "det", "prep", "num", "coord", "poss"})
NUMBER_OPENS = frozenset({"", "coord", ",", ";"})
AFTER_VERB = frozenset({"to", "prep", "det", ".", "adv"})
AUXILIARY = frozenset({"be", "have", "do", "modal", "adv", "not"})


def settle_verbs(line: Line) -> None:
    """Decide for every word that can be a verb whether it is one here; the others become nouns."""
    settle_small_words(line)
    settle_forms(line)
    for index in [at for at, tag in enumerate(line.tags) if tag == "verb"]:
        line.tags[index] = _verb_or(line, index)
    if not OPENS_VERB.isdisjoint(line.tags):
        settle_bare(line)
    elif VERBAL.isdisjoint(line.tags):
        settle_only(line)


def _verb_or(line: Line, index: int) -> str:
    """`verb`, `noun` or `adj` for a word with verb forms, by its neighbours."""
    low, words = line.lows[index], line.words.words
    before = class_before(line, index)
    if before in {"modal", "do", "not"} or low in words["always_verbs"]:
        return "verb"
    known = line.words.verbs.get(low)
    forms, after = known.forms if known else PAST, class_after(line, index)
    if before in OBJECT and low in words["contrasting"]:
        return "adj"  # `the [last] heavily guarded bridge`
    if low in words["quantities"] and after == "prep" and line.lows[index + 1] in words["of_only"]:
        return "noun"  # `a raid in which [scores] of people died`
    if before == "to" and "base" in forms:
        return "noun" if index > 1 and line.lows[index - 2] == low else "verb"  # `from house to [house]`
    if before == "pron" and line.lows[index - 1] in words["reflexives"] and "base" in forms:
        return "noun"  # `proclaimed himself head of state`
    if (before in INSIDE or _listed(line, index)) and not line.titled and line.text[line.starts[index]].isupper():
        return "name"
    if "ing" in forms:
        return _ing(line, index, before, after)
    if "past" in forms or "part" in forms:
        return past_class(line, index, before, after, forms)
    return _present(line, index, before, after, forms)


def _listed(line: Line, index: int) -> bool:
    """Whether a word is the first of several in a name that goes on a list of names: `took Sake and [Lake] Kivu`."""
    return line.tags[index - 1 : index + 2 : 2] == ["coord", "name"] and line.tags[index - 2 : index - 1] == ["name"]


def _ing(line: Line, index: int, before: str, after: str) -> str:
    if before in {"be", "have"}:
        if line.lows[index] in line.words.noun_verbs and _exists(line, index):
            return "noun"  # `there was [fighting] in Homs`
        lost = line.lows[index] in line.words.words["stative_ing"] and after not in OPENS_OBJECT
        return "adj" if lost else "verb"  # `has been [missing] since Monday`
    if before in {"det", "poss", "adj"}:
        return "noun"
    if tells_more(line, index, before, after):
        return "adj"
    if before == "verb" and line.tags[index - 1] == "verb" and _aspectual(line, index - 1):
        return "verb"  # `began [landing] at the port`
    if before == after == "noun" and line.lows[index + 1] in line.words.words["compounding"]:
        return "noun"  # `a ceasefire [monitoring] mission`
    noun = line.lows[index] in line.words.noun_verbs
    opens_object = after in {"det", "name", "num", "poss", "pron", "noun", "adj"}
    officials = index - 1 not in line.names and line.lows[index - 1] in line.words.nouns["office"]
    if noun and officials and before in NOUN_LIKE and after == "prep":
        return "verb" if looks_plural(line, index - 1) else "noun"
    if before in BEFORE_NOUN_ING and noun:
        return "verb" if opens_object and before != "num" else "noun"
    if before == "prep" and line.lows[index - 1] == "of" and not opens_object:
        return "noun"
    return "verb"


def _exists(line: Line, index: int) -> bool:
    """Whether `there is` stands before a word, which then is a noun."""
    at = index - 1
    while at > 0 and line.tags[at] in AUXILIARY:
        at -= 1
    return at >= 0 and line.lows[at] in line.words.words["there"]


def _aspectual(line: Line, index: int) -> bool:
    """Whether a verb says that something begins, goes on or ends, so that an -ing form behind it is a verb."""
    known = line.words.verbs.get(line.lows[index])
    return known is not None and known.lemma in line.words.words["aspectual"]


def _present(line: Line, index: int, before: str, after: str, forms: frozenset[str]) -> str:
    """A base or -s form: `attack`, `strikes`, `plans`."""
    if "base" in forms and ((before == "num" and _number_acts(line, index, after)) or _wished(line, index, before)):
        return "verb"
    if before == "be":
        return "noun" if _exists(line, index) else "adj"  # `there were [marches]`, `was clear that`
    if before in {"det", "poss", "adj", "prep", "num", "prepsub", "verb"} or _of_town(line, index):
        return "noun"
    if _subject_of_next(line, index, before, after, forms):
        return "noun"
    imperative = not before and "base" in forms and _orders(line, index, after)
    if before in {"pron", "rel"} or imperative or _relative(line, index, before, after, forms):
        return "verb"
    if line.lows[index] not in line.words.noun_verbs:
        return "verb" if before else "noun"
    if _surely_verb(line, index, before, after, forms):
        return "verb"
    follows_noun = before in {"name", "noun", "coord"} and ("base" not in forms or _plural_before(line, index))
    if not follows_noun or not _only_verb(line, index):
        return "noun"
    opens_object = after in {"det", "poss", "name", "num", "pron", "to", "noun", "adj"}
    return "verb" if opens_object else _headed(line, index)


def _number_acts(line: Line, index: int, after: str) -> bool:
    """Whether a number that counts nothing else is who does what a bare form tells: `and 9,000 [flee] to Chad`, `forty
    [lose] their lives`, not `two [attack] helicopters`."""
    first = index - 1
    while first > 0 and line.tags[first - 1] == "num":
        first -= 1
    opens = line.tags[first - 1] if first else ""
    several = not line.lows[index - 1].isalnum() or line.lows[index - 1].isdigit()  # `9,000`, `300`, not `4th`
    return after == "poss" or (several and opens in NUMBER_OPENS and after in AFTER_VERB)


def _counted(line: Line, index: int) -> bool:
    """Whether a form in -s is the plural that a number wants: `three military [sites]`, not `ten soldiers [sites]`."""
    at = index - 1
    while at > 0 and line.tags[at] in {"noun", "adj"} and not looks_plural(line, at):
        at -= 1
    return line.tags[at] == "num" and line.lows[at] not in line.words.words["one"]


def _before_verb(line: Line, index: int, after: str) -> bool:
    """Whether a verb in the past follows at once, with no object a participle could describe: `Grad [rockets] fell`."""
    known = line.words.verbs.get(line.lows[index + 1]) if after == "verb" else None
    beyond = line.tags[index + 2 : index + 3]
    return known is not None and "past" in known.forms and beyond in (["prep"], ["."], ["time"], ["det"], ["poss"])


def _of_town(line: Line, index: int) -> bool:
    """Whether an article and a town's name stand before a word, which is then their noun: `at the Lusaka [mine]`."""
    name, first = line.names.get(index - 1), index - 1
    if name is None or name.place is None or name.actor is not None:
        return False
    while line.names.get(first - 1) is name:
        first -= 1
    return class_before(line, first) == "det" and name.place.kind not in line.words.words["broad_places"]


def _relative(line: Line, index: int, before: str, after: str, forms: frozenset[str]) -> bool:
    """Whether a form agrees with the noun before `that`, one in -s with an object: `documents that close the talks`,
    `men that fight on the border`."""
    if before != "that" or index < 2:
        return False
    noun = line.tags[index - 2] == "noun" and line.lows[index - 2] not in line.words.words["content_nouns"]
    if looks_plural(line, index - 2):
        return noun and "base" in forms
    return noun and "s" in forms and after in {"det", "poss", "name", "num", "pron"}


def _surely_verb(line: Line, index: int, before: str, after: str, forms: frozenset[str]) -> bool:
    """Whether a word that is a noun just as often has a verb's company: `the UN reports that`, `plans to fly`."""
    if before in {"name", "noun"} and after in REPORTED and says(line, index):
        return True
    goes_on = line.headline or ("s" in forms and after in OPENS_OBJECT)  # `denies it and [blames] Chad`
    if before == "coord" and goes_on and _matches_verb(line, index, forms):
        return True
    if "base" in forms and sources_say(line, index):
        return True
    if line.headline and before == "name" and "s" in forms and _particle_follows(line, index):
        return True
    if line.headline and before == "name" and line.lows[index] in line.words.words["headline_verbs"]:
        return True
    if line.headline and before == "," and after in OPENS_OBJECT | {"time"} and _resumes(line, index, forms):
        return True
    to = after == "to" and "s" in forms and before in {",", ")", "name", "noun"}
    return to and _opens_to(line, index + 1)


def _resumes(line: Line, index: int, forms: frozenset[str]) -> bool:
    """Whether the comma before a verb closes an insertion behind a noun that it agrees with: `chiefs of both sides,
    meeting in Nairobi, [sign] a plan`, `a truce, brokered by Oman, [lasts] six hours`."""
    opening = next((at for at in range(index - 2, 0, -1) if line.tags[at] == ","), 0)
    if not opening or line.tags[opening - 1] not in {"noun", "name"}:
        return False
    return ("base" if _plural_before(line, opening) else "s") in forms and _only_verb(line, index)


def _particle_follows(line: Line, index: int) -> bool:
    """Whether an adverb that makes phrasal verbs follows: `Kabila calls off the talks`."""
    return index + 1 < len(line.lows) and line.lows[index + 1] in line.words.words["particles"]


def _headed(line: Line, index: int) -> str:
    """A headline's `attack in`, `meet at`: a verb only where nothing else can be and it is no `-s` noun."""
    low = line.lows[index]
    noun = any(not sense.verb for sense in line.words.triggers.get(low, ()))
    forms = line.words.verbs[low].forms
    plain = not noun or (line.headline and "base" in forms) or _sentence_verb(line, index, forms)
    return "verb" if plain and _only_verb(line, index) else "noun"


def _subject_of_next(line: Line, index: int, before: str, after: str, forms: frozenset[str]) -> bool:
    """Whether a word that can be a verb is what the verb behind it is told of: `which [rebels] had held`, `whom
    [police] shot`, `a rifle of Czech [make] was found`."""
    if before == "rel":
        acts = after in {"have", "modal"} or _before_verb(line, index, after)
        return acts and line.lows[index] in line.words.noun_verbs
    if before not in {"noun", "name"}:
        return False
    if "s" in forms and (_counted(line, index) or _before_verb(line, index, after)):
        return True
    auxiliary = after == "be" and line.lows[index + 1] not in line.words.words["gerund_auxiliaries"]
    return auxiliary and "base" in forms


def _wished(line: Line, index: int, before: str) -> bool:
    """Whether a bare form tells what somebody demands: `demanded that the rebels [leave] Homs`."""
    words, at = line.words.words, index - 1
    if before not in NOUN_LIKE or "that" not in line.tags[:at] or class_after(line, index) in AUXILIARY | {"modal"}:
        return False  # `suggested that the army [attack] was a mistake`
    while at > 0 and line.tags[at] in NOUN_PHRASE:
        at -= 1
    known = line.words.verbs.get(line.lows[at - 1]) if at > 0 and line.tags[at] == "that" else None
    return known is not None and known.lemma in words["demanding"]


def _orders(line: Line, index: int, after: str) -> bool:
    """Whether what stands behind a bare form at the head of a sentence lets it be an order: not `[House] searches are
    going on`."""
    beyond = line.words.verbs.get(line.lows[index + 1]) if after == "verb" else None
    return after in {"det", "poss", "pron", "not"} or (beyond is not None and "s" not in beyond.forms)


def _sentence_verb(line: Line, index: int, forms: frozenset[str]) -> bool:
    """Whether a full sentence of running text would have no verb but this: `Ankara deals with both.`, `The deadline
    falls on 2 August.`"""
    written = not line.headline and not line.titled and line.text.endswith(".")
    dated = line.tags[0] == "det" and line.tags[index + 1 : index + 3] == ["prep", "time"]
    return written and "s" in forms and (index - 1 in line.names or (dated and not looks_plural(line, index - 1)))


def _plural_before(line: Line, index: int) -> bool:
    """Whether the noun phrase before a bare verb is plural, two joined by `and`, or holds a plural before its first
    preposition: `Kenyan troops of the regional force leave`."""
    if looks_plural(line, index - 1):
        return True
    at = index - 1
    while at > 0 and line.tags[at] in BEFORE_BARE_VERB:
        if line.tags[at] == "prep":
            return line.headline and looks_plural(line, at - 1)
        if line.tags[at] == "coord":
            return line.tags[at - 1] in NOUN_LIKE
        at -= 1
    return False


def _opens_to(line: Line, index: int) -> bool:
    """Whether a verb follows `to`: `the envoy, a Briton, plans to fly`."""
    low = line.lows[index + 1] if index + 1 < len(line.lows) else ""
    known = line.words.verbs.get(low)
    return known is not None and "base" in known.forms and not line.text[line.starts[index + 1]].isupper()


def _matches_verb(line: Line, index: int, forms: frozenset[str]) -> bool:
    """Whether an earlier verb of the line stands in the same present form: `meet in Harare and call for`."""
    present = forms & {"base", "s"}
    for other in range(index - 1):
        known = line.words.verbs.get(line.lows[other])
        if line.tags[other] == "verb" and known and known.forms & present:
            return True
    return False


def _only_verb(line: Line, index: int) -> bool:
    """Whether no other token of its clause is sure to be a finite verb: those of a clause that hangs on a word
    before the last comma, or on a relative pronoun after it, do not count."""
    for other in range(_clause_start(line, index), len(line.tags)):
        tag = line.tags[other]
        if other > index and (tag in CLAUSE_OPENERS or tag in SENTENCE_STOPS):
            return True
        if (tag not in VERBAL and tag != "modal") or other == index:
            continue
        if other > index and _hangs(line, other):
            continue
        if tag != "verb":
            return False
        sure = line.lows[other] not in line.words.noun_verbs or (other < index and line.headline)
        known = line.words.verbs.get(line.lows[other])
        if sure and not (known and known.forms <= {"ing", "base"}) and not _attributive(line, other):
            return False
    return True


def _hangs(line: Line, index: int) -> bool:
    """Whether a verb's group hangs on another verb: `and [are beaten] back`, `before [being shot]`."""
    start = index
    while line.tags[start - 1] in AUXILIARY and line.lows[start] not in line.words.words["gerund_auxiliaries"]:
        start -= 1
    return line.tags[start - 1] == "coord" or line.lows[start] in line.words.words["gerund_auxiliaries"]


def _clause_start(line: Line, index: int) -> int:
    """Where the clause of a token begins: after a stop, or after a subordinate clause with its comma."""
    comma, first = 0, 0
    for at in range(index - 1, 0, -1):
        if line.tags[at] in SENTENCE_STOPS:
            first = at + 1
            break
        comma = comma or (at if line.tags[at] == "," else 0)
    return comma + 1 if comma and not SUBORDINATORS.isdisjoint(line.tags[first:comma]) else first


def _attributive(line: Line, index: int) -> bool:
    """Whether a participle only qualifies the noun after it, no subject before it: `over captured soldiers`."""
    known = line.words.verbs.get(line.lows[index])
    if known is None or "part" not in known.forms:
        return False
    by = index + 1 < len(line.lows) and line.lows[index + 1] in line.words.words["by"]
    if by and class_before(line, index) in NOUN_LIKE | {"verb", ","}:
        return True  # `under an arrangement brokered by the UN`, `a truce, brokered by Oman, lasts`
    return class_before(line, index) in {"prep", "det", "verb", "coord", "num"} and class_after(line, index) == "noun"
