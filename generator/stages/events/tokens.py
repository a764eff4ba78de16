"""A sentence as tokens with word classes, names and times: what the clause reader works on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import reduce
from itertools import accumulate
from operator import or_

from generator.languages.events import EventWords
from generator.model.event import NameMention
from generator.model.temporal import TimeExpression

# Possessive, since no word is ever given back: the engine keeps no places to return to.
TOKEN = re.compile(r"(\w++(?:[-’'.,&/](?![sS]\b)\w++)*+|[’'][sS]\b|[^\w\s])")
POINTS = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", ".": ".", "!": ".", "?": "?", "…": ".",
    "–": "dash", "—": "dash", "-": "dash", '"': "quote", "“": "quote", "”": "quote", "«": "quote", "»": "quote",
    "'": "poss", "’": "poss", "&": "coord", "|": ";", "•": ";",
}  # fmt: skip
MARKS = frozenset(POINTS.values())
BEFORE_NOUN_ING = frozenset({"", "noun", "name", "num", "prep", "prepsub", "coord", "time", "verb", ",", "dash", ";"})
REPORTED = frozenset({"that", "num", "det", "pron"})
OPEN_CLASSES = frozenset({"noun", "verb"})
LONGEST_SMALL = 3
"""Title case leaves words of so many letters small: `for`, `off`."""
MEMO_SIZE = 100_000
PAST = frozenset({"past", "part"})
"""What a word the pack does not know can be when it looks like a verb in the past."""
VERBAL = frozenset({"verb", "be", "have", "do"})
NOUN_LIKE = frozenset({"noun", "name", "adj"})
SUBORDINATORS = frozenset({"sub", "prepsub"})
AT_HEAD = frozenset({"", ":", ".", ";", "dash", "time"})
SENTENCE_STOPS = frozenset({";", ".", ":"})
CLAUSE_OPENERS = frozenset({"sub", "rel", "that"})
BEFORE_BARE_VERB = frozenset({"noun", "name", "adj", "det", "prep", "num", "coord"})
BEFORE_SUBJECT = frozenset({"prepsub", "sub"})
BEFORE_ADJECTIVE = frozenset({"det", "poss", "prep", "num", "adj"}) | BEFORE_SUBJECT
"""What a participle follows that describes the noun after it: `the wounded men`, `after armed men stormed`."""
BEFORE_QUOTED_NOUN = frozenset({"verb", "prep", "det", "poss", "adj"})
NOMINAL = frozenset({"noun", "name", "adj", "num", "det", "poss", "pron"})


def _classify(token: str, words: EventWords) -> tuple[str, str, bool]:
    """A token's lower-case form, its class, and whether it starts with a capital; remembered in the pack."""
    low = token.lower().replace("’", "'")
    capital = token[0].isupper()
    tag = words.tags.get(low) or POINTS.get(token)
    if tag is None:
        lists = words.words
        if token[0].isdigit() or all(part in words.numbers for part in low.split("-")):
            tag = "num"
        elif low in words.verbs:
            tag = "verb"
        elif capital:
            tag = "name"
        elif low.endswith(tuple(lists["verb_endings"])) and low not in lists["not_verbs"]:
            tag = "verb"
        elif low.endswith(tuple(lists["adverb_endings"])) and low not in lists["not_adverbs"]:
            tag = "adv"
        else:
            tag = "noun"
    if len(words.memo) < MEMO_SIZE:
        words.memo[token] = (low, tag, capital)
    return low, tag, capital


def _plain(capital: bool, tag: str, low: str) -> bool:
    """Whether a word in small letters is one that title case would give a capital."""
    return not capital and tag in OPEN_CLASSES and len(low) > LONGEST_SMALL


class Line:
    """One sentence's tokens, as parallel lists: offsets (in the sentence), lower-case words, classes."""

    __slots__ = (
        "clues", "ends", "headline", "lows", "names", "starts", "tags", "text", "times", "titled", "vocabulary",
        "words",
    )  # fmt: skip

    def __init__(self, text: str, words: EventWords, headline: bool = False) -> None:
        self.text = text
        self.words = words
        self.headline = headline
        """Whether present tense tells events here: a heading, list item, table row, or a dated note."""
        self.starts: list[int]
        self.ends: list[int]
        self.lows: list[str]
        self.tags: list[str]
        self.vocabulary: frozenset[str]
        """The lower-case words as a set: what most sentences lack is told without going through their tokens."""
        self.clues: int
        """The bits of all clues of senses that a word of the line is one of."""
        self.names: dict[int, NameMention] = {}
        """The name that covers a token, by token."""
        self.times: dict[int, TimeExpression] = {}
        """The time expression that covers a token, by token."""
        self.titled = False
        """Whether the line is in title case, so that capitals say nothing."""
        self._tag()

    def _tag(self) -> None:
        # Split once: the lengths of the pieces between and of the tokens add up to where each begins and ends.
        pieces = TOKEN.split(self.text)
        offsets = list(accumulate(map(len, pieces)))
        self.starts, self.ends = offsets[:-1:2], offsets[1::2]
        tokens = pieces[1::2]
        lows, tags, capitals = zip(*self._facts(tokens), strict=True) if tokens else ((), (), ())
        self.lows, self.tags = list(lows), list(tags)
        self.vocabulary = frozenset(lows)
        cues = self.words.cues
        self.clues = reduce(or_, map(cues.__getitem__, cues.keys() & self.vocabulary), 0)
        shouted = capitals.count(True)
        if shouted > 3:
            mostly = shouted * 3 > 2 * (len(tags) - sum(map(MARKS.__contains__, tags)))
            self.titled = mostly and not any(map(_plain, capitals, tags, lows))

    def _facts(self, tokens: list[str]) -> list[tuple[str, str, bool]]:
        memo = self.words.memo
        try:
            return list(map(memo.__getitem__, tokens))
        except KeyError:  # a word for the first time, which is rare
            return [memo.get(token) or _classify(token, self.words) for token in tokens]

    def hopeful(self) -> bool:
        """Whether any word of the line can evoke an event."""
        return not self.words.words["heads"].isdisjoint(self.vocabulary)

    def telling(self) -> bool:
        """Whether, the verbs settled, a verb or noun still stands where it can evoke an event."""
        verbs, nouns = self.words.words["verb_triggers"], self.words.words["noun_triggers"]
        if not self.words.words["phrase_ends"].isdisjoint(self.vocabulary):
            return True
        for low, tag in zip(self.lows, self.tags, strict=True):
            if tag in VERBAL:
                if low in verbs:
                    return True
            elif tag in NOUN_LIKE and low in nouns:
                return True
        return False

    def qualify(self) -> None:
        """Make `at least`, `up to`, `more than` before a number a part of its noun phrase."""
        collective, articles = self.words.words["collective"], self.words.words["articles"]
        if not collective.isdisjoint(self.lows):
            for index in range(1, len(self.lows)):
                if self.lows[index] in collective and self.lows[index - 1] in articles:
                    self.tags[index - 1] = self.tags[index] = "num"
        if "num" not in self.tags:
            return
        for index in range(1, len(self.tags)):
            if self.tags[index] != "num":
                continue
            if self.lows[index - 1] in self.words.words["between"] and self.tags[index + 2 : index + 3] == ["num"]:
                self.tags[index - 1] = self.tags[index + 1] = "num"
            for words in self.words.qualifiers:
                start = index - len(words)
                if start >= 0 and tuple(self.lows[start:index]) == words:
                    self.tags[start:index] = ["num"] * len(words)
                    break

    def token_at(self, offset: int) -> int:
        """The first token that ends after a character offset of the sentence."""
        return bisect_left(self.ends, offset + 1)

    def place_names(self, names: Sequence[NameMention], base: int) -> None:
        """Enter the names of this sentence; `base` is where the sentence starts in the article."""
        for name in names:
            first = self.token_at(name.span.start - base)
            for index in range(first, len(self.lows)):
                if self.starts[index] >= name.span.end - base:
                    break
                self.names[index] = name
                if self.tags[index] not in {"poss", "prep", "times"} or index == first:
                    self.tags[index] = "name"

    def place_times(self, times: Sequence[TimeExpression], base: int) -> None:
        """Enter the time expressions of this sentence."""
        for time in times:
            for index in range(self.token_at(time.span.start - base), len(self.lows)):
                if self.starts[index] >= time.span.end - base:
                    break
                self.times[index] = time
                self.tags[index] = "time"

    def settle_verbs(self) -> None:
        """Decide for every word that can be a verb whether it is one here; the others become nouns."""
        if not self.words.words["reflexives"].isdisjoint(self.vocabulary):
            self._settle_reflexives()
        for index in [at for at, tag in enumerate(self.tags) if tag == "verb"]:
            self.tags[index] = self._verb_or(index)

    def _settle_reflexives(self) -> None:
        """Let a pronoun that only stresses the noun before it be an adverb: `the city [itself] fell`."""
        for index, low in enumerate(self.lows):
            if low in self.words.words["reflexives"] and self._before(index) in NOUN_LIKE:
                self.tags[index] = "adv"

    def _verb_or(self, index: int) -> str:
        """`verb`, `noun` or `adj` for a word with verb forms, by its neighbours."""
        low = self.lows[index]
        known = self.words.verbs.get(low)
        forms = known.forms if known else PAST
        before, after = self._before(index), self._after(index)
        if before in {"modal", "do", "not"}:
            return "verb"
        if before == "to" and "base" in forms:
            return "verb"
        if index and self.text[self.starts[index]].isupper() and not self.titled and before in NOMINAL:
            return "name"
        if "ing" in forms:
            return self._ing(index, before, after)
        if "past" in forms or "part" in forms:
            return self._past(index, before, after, forms)
        return self._present(index, before, after, forms)

    def _before(self, index: int) -> str:
        index -= 1
        while index >= 0 and self.tags[index] == "adv":
            index -= 1
        return self.tags[index] if index >= 0 else ""

    def _after(self, index: int) -> str:
        return self.tags[index + 1] if index + 1 < len(self.tags) else ""

    def _ing(self, index: int, before: str, after: str) -> str:
        if before in {"be", "have"}:
            return "verb"
        if before in {"det", "poss", "adj"}:
            return "noun"
        noun = self.lows[index] in self.words.noun_verbs
        opens_object = after in {"det", "name", "num", "poss", "pron", "noun", "adj"}
        if noun and before == "noun" and after == "prep" and self.lows[index - 1] in self.words.nouns["office"]:
            return "verb" if self._plural(index - 1) else "noun"
        if before in BEFORE_NOUN_ING and noun:
            return "verb" if opens_object and before != "num" else "noun"
        if before == "prep" and self.lows[index - 1] == "of" and not opens_object:
            return "noun"
        return "verb"

    def _past(self, index: int, before: str, after: str, forms: frozenset[str]) -> str:
        ambiguous = "base" in forms and self.lows[index] in self.words.noun_verbs
        if ambiguous and before in {"det", "poss", "prep", "adj", "num"}:
            return "noun"
        noun = after in {"noun", "name", "adj"}
        if before == "dash" and self.starts[index] == self.ends[index - 1]:
            return "adj"  # `the U.N.-backed mission`
        if before in AT_HEAD and after in {"noun", "adj"} and self.headline and self._verb_after(index):
            return "adj"  # `Revised accord signed`
        if before in BEFORE_SUBJECT | {"quote"} and after == "verb":
            noun = self.lows[index + 1] in self.words.noun_verbs  # not yet known to be a noun: `armed forces`
        if noun and (before in BEFORE_ADJECTIVE or self._describes(index, before)):
            return "adj"
        if before == "prepsub" and after == "time" and self.tags[index + 2 : index + 3] in (["noun"], ["adj"]):
            return "adj"  # `after disputed 2009 elections`
        if before in {"det", "poss"}:
            return "noun"
        return "verb"

    def _describes(self, index: int, before: str) -> bool:
        """Whether a participle before a noun describes it although a verb could stand there: `blamed armed smugglers`,
        `talks of "targeted measures"`."""
        if before == "verb":
            return self.lows[index] in self.words.words["attributive"]
        if before != "quote":
            return False
        close = next((at for at in range(index + 1, min(index + 4, len(self.tags))) if self.tags[at] == "quote"), -1)
        opened = index > 1 and self.tags[index - 2] in BEFORE_QUOTED_NOUN
        return opened and close > 0 and VERBAL.isdisjoint(self.tags[index + 1 : close])

    def _present(self, index: int, before: str, after: str, forms: frozenset[str]) -> str:
        """A base or -s form: `attack`, `strikes`, `plans`."""
        if before in {"det", "poss", "adj", "prep", "num", "prepsub", "verb"}:
            return "noun"
        imperative = not before and "base" in forms and after in {"det", "poss", "pron", "verb", "not"}
        if before in {"pron", "rel"} or imperative or self._relative(index, before, after, forms):
            return "verb"
        if self.lows[index] not in self.words.noun_verbs:
            return "verb" if before else "noun"
        if self._surely_verb(index, before, after, forms):
            return "verb"
        follows_noun = before in {"name", "noun", "coord"} and ("base" not in forms or self._plural_before(index))
        if not follows_noun or not self._only_verb(index):
            return "noun"
        opens_object = after in {"det", "poss", "name", "num", "pron", "to", "noun", "adj"}
        return "verb" if opens_object else self._headed(index)

    def _relative(self, index: int, before: str, after: str, forms: frozenset[str]) -> bool:
        """Whether a form that agrees with the noun before `that` has an object: `documents that close the talks`."""
        if before != "that" or after not in {"det", "poss", "name", "num", "pron"} or index < 2:
            return False
        noun = self.tags[index - 2] == "noun" and self.lows[index - 2] not in self.words.words["content_nouns"]
        return noun and ("base" if self._plural(index - 2) else "s") in forms

    def _surely_verb(self, index: int, before: str, after: str, forms: frozenset[str]) -> bool:
        """Whether a word that is a noun just as often has a verb's company: `the UN reports that`, `plans to fly`."""
        if before in {"name", "noun"} and after in REPORTED and self._says(index):
            return True
        if before == "coord" and self.headline and self._matches_verb(index, forms):
            return True
        if self.headline and before == "name" and "s" in forms and self._particle_follows(index):
            return True
        if self.headline and before == "name" and self.lows[index] in self.words.words["headline_verbs"]:
            return True
        to = after == "to" and "s" in forms and before in {",", ")", "name", "noun"}
        return to and self._opens_to(index + 1)

    def _verb_after(self, index: int) -> bool:
        """Whether the noun after a word has a verb right behind it: `Revised [accord] signed`."""
        at = index + 1
        while at < len(self.tags) and self.tags[at] in {"noun", "adj"}:
            at += 1
        return at < len(self.tags) and self.tags[at] in VERBAL

    def _particle_follows(self, index: int) -> bool:
        """Whether an adverb that makes phrasal verbs follows: `Kabila calls off the talks`."""
        return index + 1 < len(self.lows) and self.lows[index + 1] in self.words.words["particles"]

    def _headed(self, index: int) -> str:
        """A headline's `attack in`, `meet at`: a verb only where nothing else can be and it is no `-s` noun."""
        low = self.lows[index]
        noun = any(not sense.verb for sense in self.words.triggers.get(low, ()))
        plain = not noun or (self.headline and "base" in self.words.verbs[low].forms)
        return "verb" if plain and self._only_verb(index) else "noun"

    def _plural_before(self, index: int) -> bool:
        """Whether the noun phrase before a bare verb is plural, two joined by `and`, or holds a plural before its first
        preposition: `Kenyan troops of the regional force leave`."""
        if self._plural(index - 1):
            return True
        at = index - 1
        while at > 0 and self.tags[at] in BEFORE_BARE_VERB:
            if self.tags[at] == "prep":
                return self.headline and self._plural(at - 1)
            if self.tags[at] == "coord":
                return self.tags[at - 1] in NOUN_LIKE
            at -= 1
        return False

    def _opens_to(self, index: int) -> bool:
        """Whether a verb follows `to`: `the envoy, a Briton, plans to fly`."""
        low = self.lows[index + 1] if index + 1 < len(self.lows) else ""
        known = self.words.verbs.get(low)
        return known is not None and "base" in known.forms and not self.text[self.starts[index + 1]].isupper()

    def _says(self, index: int) -> bool:
        """Whether a present form is of a verb of saying with a singular subject: `the UN estimates that`."""
        known = self.words.verbs[self.lows[index]]
        return known.lemma in self.words.words["saying"] and "s" in known.forms and not self._plural(index - 1)

    def _plural(self, index: int) -> bool:
        low = self.lows[index] if index >= 0 else ""
        return low.endswith("s") or low in self.words.words["plurals"] or low in self.words.words["people"]

    def _matches_verb(self, index: int, forms: frozenset[str]) -> bool:
        """Whether an earlier verb of the line stands in the same present form: `meet in Harare and call for`."""
        present = forms & {"base", "s"}
        for other in range(index - 1):
            known = self.words.verbs.get(self.lows[other])
            if self.tags[other] == "verb" and known and known.forms & present:
                return True
        return False

    def _only_verb(self, index: int) -> bool:
        """Whether no other token of its clause is sure to be a finite verb: those of a clause that hangs on a word
        before the last comma, or on a relative pronoun after it, do not count."""
        for other in range(self._clause_start(index), len(self.tags)):
            tag = self.tags[other]
            if other > index and (tag in CLAUSE_OPENERS or tag in SENTENCE_STOPS):
                return True
            if tag in {"be", "have", "modal", "do"}:
                return False
            sure = tag == "verb" and other != index and self.lows[other] not in self.words.noun_verbs
            known = self.words.verbs.get(self.lows[other])
            shared = other > index and self.tags[other - 1] == "coord"
            if sure and not shared and not (known and known.forms <= {"ing", "base"}) and not self._attributive(other):
                return False
        return True

    def _clause_start(self, index: int) -> int:
        """Where the clause of a token begins: after a stop, or after a subordinate clause with its comma."""
        comma = 0
        for at in range(index - 1, 0, -1):
            if self.tags[at] in SENTENCE_STOPS:
                return at + 1
            comma = comma or (at if self.tags[at] == "," else 0)
        return comma + 1 if comma and not SUBORDINATORS.isdisjoint(self.tags[:comma]) else 0

    def _attributive(self, index: int) -> bool:
        """Whether a participle only qualifies the noun after it, no subject before it: `over captured soldiers`."""
        known = self.words.verbs.get(self.lows[index])
        if known is None or "part" not in known.forms:
            return False
        return self._before(index) in {"prep", "det", "verb", "coord", "num"} and self._after(index) == "noun"
