"""The tense of the clause an expression stands in, by the verbs near it."""

from __future__ import annotations

from generator.languages.dates import BREAK, DateWords
from generator.stages.dates.tokens import Tokens

BEFORE, AFTER = 20, 15
"""How many words to look at on either side."""


class Cues:
    """Which words tell the tense of a clause."""

    def __init__(self, words: DateWords) -> None:
        codes = words.class_codes
        self.future = codes["future_cue"]
        self.past = codes["past_cue"] | codes["past_verb"]
        self.present = codes["present_cue"]
        self.modal = codes["modal"]
        self.be = codes["be_word"]
        self.to = codes["infinitive_to"]
        self.no_verb = frozenset().union(*(codes[name] for name in ("function", "number", "unit", "units")))
        self.until = codes["until_word"]
        self.soon = codes["as_soon"]
        self.stops = {words.codes[mark] for mark in ".;"} | {BREAK}

    def tense(self, tokens: Tokens, first: int, stop: int) -> int:
        """-1 past, 1 future, 0 not told: by the nearest verb in the sentence, those before the words first.

        Words that look ahead count more: until Friday, by March, as soon as Tuesday.
        """
        codes = tokens.codes
        if codes[stop : stop + 1] and tokens.words[stop] == "'":
            return -1
        if codes[first - 1 : first] in self.until and first and not self._scan(tokens, first, -1) == -1:
            return 1
        if first > 1 and codes[first - 2] in self.soon:
            return 1
        before = self._scan(tokens, first, -1)
        return before if before is not None else self._scan(tokens, stop, 1) or 0

    def _scan(self, tokens: Tokens, start: int, step: int) -> int | None:
        codes = tokens.codes
        places = range(start - 1, max(-1, start - BEFORE), -1) if step < 0 else range(
            start, min(len(codes), start + AFTER)
        )
        for at in places:
            code = codes[at]
            if code in self.future:
                return 1
            if code in self.past:
                return self._participle(codes, at)
            if code in self.be and codes[at - 1 : at] in self.modal:
                return 1
            if code in self.to and self._infinitive(tokens, at):
                return 1
            if code in self.stops:
                return None
        return None

    def _infinitive(self, tokens: Tokens, at: int) -> bool:
        """Whether a verb follows `to`: a word in small letters that is no pronoun, article or number."""
        after = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
        return after.isalpha() and after.islower() and tokens.codes[at + 1] not in self.no_verb

    def _participle(self, codes: str, at: int) -> int:
        """`held` is past, `will be held` and `to be held` future, `is held` neither."""
        for code in codes[max(0, at - 3) : at][::-1]:
            if code in self.future or code in self.be:
                return 1
            if code in self.present:
                return 0
        return -1
