"""A sentence as tokens with word classes, names and times: what the clause reader works on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import reduce
from itertools import accumulate
from operator import or_
from sys import intern

from generator.languages.events import EventWords
from generator.model.event import NameMention
from generator.model.temporal import TimeExpression

# Possessive where one class repeats, since no word is ever given back. Never a whole group: before 3.11.5 Python keeps
# what the last try of a possessive group took, although it failed.
TOKEN = re.compile(r"(\w++(?:(?:[-’'.,&/](?![sS]\b)|–(?=[A-Z]))\w++)*|[’'][sS]\b|[^\w\s])")
CAPITAL = re.compile(r"[A-Z](?<=[a-z] .)[a-z]\w+")
POINTS = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", ".": ".", "!": ".", "?": "?", "…": ".",
    "–": "dash", "—": "dash", "-": "dash", '"': "quote", "“": "quote", "”": "quote", "«": "quote", "»": "quote",
    "'": "poss", "’": "poss", "&": "coord", "|": ";", "•": ";",
}  # fmt: skip
MARKS = frozenset(POINTS.values())
OPEN_CLASSES = frozenset({"noun", "verb"})
LONGEST_SMALL = 3
"""Title case leaves words of so many letters small: `for`, `off`."""
ENDING = frozenset({"prep", ",", ".", ";", "coord"})
LONGEST_DAY = len("23 September")
"""A day after which something is called leaves out the year."""
MEMO_SIZE = 100_000
TokenFacts = tuple[str, str, bool, int]
PAST = frozenset({"past", "part"})
"""What a word the pack does not know can be when it looks like a verb in the past."""
VERBAL = frozenset({"verb", "be", "have", "do"})
NOUN_PHRASE = frozenset({"det", "num", "adj", "poss", "noun", "name"})
"""Classes of the words of a noun phrase that is no pronoun."""
NOUN_LIKE = frozenset({"noun", "name", "adj"})
OPENS_OBJECT = frozenset({"det", "poss", "name", "num", "pron"})
"""Classes of words with which an object begins."""
BEFORE_SUBJECT = frozenset({"prepsub", "sub"})
BEFORE_ADJECTIVE = frozenset({"det", "poss", "prep", "num", "adj"}) | BEFORE_SUBJECT
"""What a participle follows that describes the noun after it: `the wounded men`, `after armed men stormed`."""


def _classify(token: str, words: EventWords) -> TokenFacts:
    """What a token is by itself; remembered in the pack."""
    low = intern(token.lower().replace("’", "'"))
    before, _, after = token.partition("-")
    capital = token[0].isupper() or (after[:1].isupper() and before in words.words["name_prefixes"])  # `al-Kuri`
    tag = words.tags.get(low) or POINTS.get(token)
    if tag is None:
        lists = words.words
        if token[0].isdigit() or words.numbers.keys() >= {*low.split("-")}:
            tag = "num"
        elif low in words.verbs:
            tag = "verb"
        elif capital:
            tag = "name"
        elif low.endswith(words.endings["verb_endings"]) and low not in lists["not_verbs"]:
            prefix, hyphen, _ = low.partition("-")
            tag = "adj" if hyphen and prefix not in lists["verb_prefixes"] else "verb"  # `rocket-propelled`
        elif low.endswith(tuple(lists["adjective_endings"])):
            tag = "adj"
        elif low.endswith(words.endings["adverb_endings"]) and low not in lists["not_adverbs"]:
            tag = "adv"
        else:
            tag = "noun"
    facts = low, tag, capital, words.cues.get(low, 0)
    if len(words.memo) < MEMO_SIZE:
        words.memo[token] = facts
    return facts


def _plain(capital: bool, tag: str, low: str) -> bool:
    """Whether a word in small letters is one that title case would give a capital."""
    return not capital and tag in OPEN_CLASSES and len(low) > LONGEST_SMALL


SEASON = "season"
"""The rule behind a season that no other word tells which it is."""
PACT = "pact"
"""The rule behind a place that only gives an accord its name."""


def proper_words(text: str) -> frozenset[str]:
    """The words of a text that stand with a capital behind a small letter, and nowhere without one."""
    found = frozenset(CAPITAL.findall(text))
    small = {word.lower() for word in found}.intersection(text.split(" ")[1:-1])
    return frozenset(word for word in found if word.lower() not in small)


class Line:
    """One sentence's tokens, as parallel lists: offsets (in the sentence), lower-case words, classes."""

    __slots__ = (
        "beside", "clues", "ends", "headline", "lows", "meant", "names", "pacts", "proper", "ranks", "starts", "tags",
        "text", "times", "titled", "vocabulary", "words",
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
        self.beside: dict[int, NameMention] = {}
        """The second name of a word that stands for two, by token."""
        self.meant: dict[int, str] = {}
        """The noun that a word stands for, by token: `one`."""
        self.pacts: dict[int, NameMention] = {}
        """The place that gives an accord its name, by the first token of that."""
        self.times: dict[int, TimeExpression] = {}
        """The time expression that covers a token, by token."""
        self.proper: frozenset[str] = frozenset()
        """Words known to be names, so that a capital at the head of a sentence says no less than elsewhere."""
        self.ranks: Mapping[str, str] = {}
        """The military rank of each officer the article names, lower case."""
        self.titled = False
        """Whether the line is in title case, so that capitals say nothing."""
        self._tag()

    def _tag(self) -> None:
        # Split once: the lengths of the pieces between and of the tokens add up to where each begins and ends.
        pieces = TOKEN.split(self.text)
        offsets = list(accumulate(map(len, pieces)))
        self.starts, self.ends = offsets[:-1:2], offsets[1::2]
        tokens = pieces[1::2]
        lows, tags, capitals, clues = zip(*self._facts(tokens), strict=True) if tokens else ((), (), (), ())
        self.lows, self.tags = list(lows), list(tags)
        self.vocabulary = frozenset(lows)
        self.clues = reduce(or_, filter(None, clues), 0)
        if "." in tags[:-1]:
            self._join_initials()
        shouted = capitals.count(True)
        if shouted > 3:
            mostly = shouted * 3 > 2 * (len(tags) - sum(map(MARKS.__contains__, tags)))
            self.titled = mostly and not any(map(_plain, capitals, tags, lows))

    def _join_initials(self) -> None:
        """Let no full stop of an initial stop the sentence: `the U.S.-backed raid`, `by J. Berg`."""
        for index in range(1, len(self.tags) - 1):
            initial = self.tags[index] == "." and self.ends[index - 1] - self.starts[index - 1] == 1
            if initial and self.text[self.starts[index - 1]].isupper() and self.starts[index] == self.ends[index - 1]:
                self.tags[index] = "name"

    def _facts(self, tokens: list[str]) -> list[TokenFacts]:
        memo = self.words.memo
        try:
            return list(map(memo.__getitem__, tokens))
        except KeyError:  # a word for the first time, which is rare
            return [memo.get(token) or _classify(token, self.words) for token in tokens]

    def stand_for(self, index: int, noun: str) -> None:
        """Let a word be read as the noun that it stands for."""
        ((self.lows[index], _, _, clues),) = self._facts([noun])
        self.tags[index], self.meant[index] = "noun", noun
        self.clues |= clues or 0
        self.vocabulary |= {noun}

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
        """Make `at least`, `up to`, `more than` before a number a part of its noun phrase, and `further` before a noun
        an adjective; `the day` before a clause the word that opens it, and `at dawn` before a subject a time."""
        if not self.words.words["adjectival_adverbs"].isdisjoint(self.vocabulary):
            self._qualify_adverbs()
        collective, articles = self.words.words["collective"], self.words.words["articles"]
        if not collective.isdisjoint(self.vocabulary):
            for index in range(1, len(self.lows)):
                if self.lows[index] in collective and self.lows[index - 1] in articles:
                    self.tags[index - 1] = self.tags[index] = "num"
        if "num" in self.tags:
            self._qualify_numbers()
        if not self.words.words["shares"].isdisjoint(self.vocabulary):
            self._qualify_shares()
        if not self.words.words["clause_units"].isdisjoint(self.vocabulary):
            self._open_days()
        if not self.words.words["day_times"].isdisjoint(self.vocabulary):
            self._part_times()
        if not self.words.words["reciprocal_ends"].isdisjoint(self.vocabulary):
            self._join_reciprocals()

    def _join_reciprocals(self) -> None:
        """Let `one another` be a pronoun."""
        ends, pairs = self.words.words["reciprocal_ends"], self.words.words["reciprocal"]
        for index in range(1, len(self.lows)):
            if self.lows[index] in ends and " ".join(self.lows[index - 1 : index + 1]) in pairs:
                self.tags[index - 1] = self.tags[index] = "pron"

    def _part_times(self) -> None:
        """Let a part of the day end the phrase it stands in where a subject follows without a comma: `at dawn [rebels]
        attacked`, `in the evening [crowds] marched`."""
        words, tags = self.words.words, self.tags
        for index in [at for at, low in enumerate(self.lows) if low in words["day_times"] and tags[at] == "noun"]:
            before = index - 1
            while before > 0 and tags[before] in {"det", "adj"} and self.lows[before] not in words["indefinite"]:
                before -= 1
            if before >= 0 and self.lows[before] in words["daypart_prepositions"] and self._subject_at(index + 1):
                tags[before], tags[index] = "prep", "time"

    def _subject_at(self, index: int) -> bool:
        """Whether a noun phrase and right behind it a verb stand at a token."""
        first, tags = index, self.tags
        while index + 1 < len(tags) and (
            tags[index] in NOUN_PHRASE or (self.lows[index] in self.words.noun_verbs and tags[index + 1] in VERBAL)
        ):
            index += 1
        return first < index and tags[index] in VERBAL

    def _qualify_numbers(self) -> None:
        between, ends = self.words.words["between"], self.words.words["qualifier_ends"]
        articles, rounds = self.words.words["articles"], self.words.words["round"]
        for index in range(1, len(self.tags)):
            if self.tags[index] != "num":
                continue
            after_article = self.lows[index - 1] in articles and self.lows[index] in rounds
            if after_article and index > 1 and self.lows[index - 2] in ends:
                self.tags[index - 2 : index] = ["num"] * 2  # `[about a] hundred of the men`
            if self.lows[index - 1] in between and self.tags[index + 2 : index + 3] == ["num"]:
                self.tags[index - 1] = self.tags[index + 1] = "num"
            for words in self.words.qualifiers if self.lows[index - 1] in ends else ():
                start = index - len(words)
                if start >= 0 and tuple(self.lows[start:index]) == words:
                    self.tags[start:index] = ["num"] * len(words)
                    break

    def _qualify_shares(self) -> None:
        """Let what is not exact before a share be part of its noun phrase: `[about] half of the town`."""
        words = self.words.words
        for index in range(1, len(self.tags) - 1):
            if self.lows[index] in words["shares"] and self.lows[index + 1] in words["of_only"]:
                before = index - 1 - (index > 1 and self.tags[index - 1] == "det")
                if self.tags[before] == "prep" and self.lows[before] in words["inexact"]:
                    self.tags[before] = "num"

    def _open_days(self) -> None:
        """Let `on the day` and `by the time` open a clause as `when` does, where one follows: `fled on the day [the
        town fell]`."""
        words = self.words.words
        for index in range(1, len(self.lows) - 1):
            unit = self.lows[index] in words["day_units"]
            if not (unit or self.lows[index] in words["turn_units"]) or self.lows[index - 1] not in words["articles"]:
                continue
            on = index > 1 and self.lows[index - 2] in words["on" if unit else "by"]
            if not (unit or on):
                continue
            open_ = on or index == 1 or self.tags[index - 2] != "prep"
            opens = self.tags[index + 1] in {"det", "poss", "pron"} or (on and not unit and self._subject_at(index + 1))
            if open_ and index not in self.times and opens:
                self.tags[index - 1 - on : index + 1] = ["adv"] * (1 + on) + ["sub"]

    def _qualify_adverbs(self) -> None:
        adverbs = self.words.words["adjectival_adverbs"]
        for index in [at for at, low in enumerate(self.lows) if low in adverbs and self.tags[at] == "adv"]:
            before = self.tags[index - 1] if index else "det"
            if before in BEFORE_ADJECTIVE and self._nominal_after(index):
                self.tags[index] = "adj"

    def _nominal_after(self, index: int) -> bool:
        tag = self.tags[index + 1] if index + 1 < len(self.tags) else ""
        return tag in NOUN_LIKE or tag == "num" or (tag == "verb" and self.lows[index + 1] in self.words.noun_verbs)

    def token_at(self, offset: int) -> int:
        """The first token that ends after a character offset of the sentence."""
        return bisect_left(self.ends, offset + 1)

    def place_names(self, names: Sequence[NameMention], base: int) -> None:
        """Enter the names of this sentence; `base` is where the sentence starts in the article."""
        for name in names:
            first = self.token_at(name.span.start - base)
            if name.rule == PACT:
                self.pacts[first] = name
                continue
            for index in range(first, len(self.lows)):
                if self.starts[index] >= name.span.end - base:
                    break
                self.names[index] = name
                if self.tags[index] not in {"poss", "prep", "times"} or index == first:
                    self.tags[index] = "name"

    def _names_sort(self, time: TimeExpression, after: int) -> bool:
        """Whether a season, or how often, only tells which sort a noun is of: `[winter] storms`, `a [daily] newspaper`,
        not `last winter storms hit`."""
        season = time.provenance is not None and time.provenance.rule == SEASON
        often = time.type == "SET" and after > 1 and self.tags[after - 2] in {"det", "poss", "adj"}
        if not (season or often) or after >= len(self.tags):
            return False
        return self.tags[after] == "noun" or self.lows[after] in self.words.noun_verbs

    def _names_place(self, time: TimeExpression, first: int, after: int) -> bool:
        """Whether a day is the name of what stands behind it: `the [May 22] Hospital`, `the 17 July Bridge`."""
        day = time.edtf is not None and time.edtf.precision == "day" and len(time.text) <= LONGEST_DAY
        known = first > 0 and self.lows[first - 1] in self.words.words["definite"]
        known = known and self.lows[max(0, first - 2)] not in self.words.words["on"]  # `on the 22 May Homs fell`
        if not (day and known and after < len(self.tags)) or self.titled:
            return False
        return self.text[self.starts[after]].isupper() and self.starts[after] == self.ends[after - 1] + 1

    def place_times(self, times: Sequence[TimeExpression], base: int) -> None:
        """Enter the time expressions of this sentence."""
        for time in times:
            first = after = self.token_at(time.span.start - base)
            while after < len(self.lows) and self.starts[after] < time.span.end - base:
                after += 1
            following = self.lows[after] if after < len(self.lows) else ""
            if time.edtf is None and time.value == "FUTURE_REF" and following in self.words.words["of_only"]:
                continue  # `a vote on the future of the mission` tells no time
            if after == first + 1 and self.lows[first] in self.words.words["former"]:
                continue  # `former fighters` are told apart by it, and by no time
            if after == first + 1 and self._names_sort(time, after):
                continue
            if self._names_place(time, first, after):
                self.tags[first:after] = ["name"] * (after - first)
                continue
            for index in range(first, after):
                self.times[index] = time
                self.tags[index] = "time"
            if 0 < first < after < len(self.tags) and self.tags[first - 1] == "that" and self.tags[after] in ENDING:
                self.times[first - 1] = time  # `offered [that March] by`, not `said that Monday was calm`
                self.tags[first - 1] = "time"
