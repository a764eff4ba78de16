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
        self.ing = codes["ing_verb"]
        self.modal = codes["modal"]
        self.be = codes["be_word"]
        self.to = codes["infinitive_to"]
        self.no_verb = frozenset().union(*(codes[name] for name in ("function", "number", "unit", "units")))
        self.ahead_of_to = codes["ahead_of_to"]
        self.no_infinitive = codes["no_infinitive"]
        self.abbreviation = codes["abbreviation"]
        self.until, self.by = codes["until_word"], codes["by_word"]
        self.for_, self.set_for = codes["for_word"], codes["set_for"]
        self.of, self.ahead = codes["of_word"], codes["ahead_word"]
        self.soon, self.as_word = codes["as_soon"], codes["as_word"]
        self.past_perfect = codes["past_perfect"]
        self.since = codes["since_word"]
        self.late = codes["late"]
        self.past_be = codes["past_be"]
        self.happened_in = codes["happened_in"]
        self.adjectival = codes["determiner"] | codes["possessive"]
        self.participle = codes["past_verb"] - codes["past_cue"]
        self.verbs = self.future | self.past | self.be | self.present | self.to
        self.full_stop = words.codes["."]
        self.stops = {self.full_stop, words.codes[";"], BREAK}

    def tense(self, tokens: Tokens, first: int, stop: int) -> tuple[int, bool]:
        """-1 past, 1 future (-2 and 2 where that is sure), 0 not told; and whether the words are possessive
        (Tuesday's attack: past).

        The nearest verb in the sentence tells, those before the words first. Words that look ahead count more:
        until Friday, by March, as soon as Tuesday.
        """
        codes = tokens.codes
        if stop < len(codes) and tokens.words[stop] in {"'", "’"}:
            return 2 if self._awaited(codes, first) else -1, True
        return self._tense(tokens, codes, first, stop), False

    def _tense(self, tokens: Tokens, codes: str, first: int, stop: int) -> int:
        if codes[first - 1 : first] in self.since:
            return -2
        verb = codes[first - 2] if first > 1 else ""
        if verb in self.past and verb not in self.future and codes[first - 1] in self.happened_in:
            return 2 * self._participle(codes, first - 2)
        if verb in self.past_be and codes[first - 1] in self.past:  # was told Wednesday
            return 2 * self._participle(codes, first - 1)
        before = self._scan(tokens, first, -1)
        after = self._scan(tokens, stop, 1) if before is None else None
        if first and self._looks_ahead(codes, first, before, after):
            return 2
        if before == -1 and not self.late.isdisjoint(codes[max(0, first - 2) : first]):
            return -2  # who tells of the end of a day has seen it
        return before if before is not None else after or 0

    def _looks_ahead(self, codes: str, first: int, before: int | None, after: int | None) -> bool:
        """Until Friday, by Friday where nothing is past, as soon as Friday, set for Friday."""
        signal = codes[first - 1]
        if self._awaited(codes, first):
            return True
        if signal in self.until and before is not None:
            return True
        if signal in self.by and (before or 0) >= 0 and (after or 0) >= 0:
            return True
        return first > 1 and codes[first - 2] in self.soon and signal in self.as_word

    def _awaited(self, codes: str, first: int) -> bool:
        """Ahead of Friday; set for Friday, but not what had been planned for it."""
        if first < 2:
            return False
        word, before = codes[first - 1], codes[first - 2]
        if word in self.for_ and before in self.set_for:
            return self._planned(codes, first - 2) > 0
        return word in self.of and before in self.ahead

    def _scan(self, tokens: Tokens, start: int, step: int) -> int | None:
        codes, verbs, stops = tokens.codes, self.verbs, self.stops
        places = range(start - 1, max(-1, start - BEFORE), -1) if step < 0 else range(
            start, min(len(codes), start + AFTER)
        )
        for at in places:
            code = codes[at]
            if code in verbs:
                told = self._verb(tokens, at, start)
                if told is not None:
                    return told
            elif code in stops and not self._abbreviated(tokens, at):
                return None
        return None

    def _verb(self, tokens: Tokens, at: int, start: int) -> int | None:
        """What one word tells; None when it tells nothing after all."""
        codes = tokens.codes
        code = codes[at]
        if code in self.future:
            return self._planned(codes, at)
        if code in self.past:
            return None if self._adjective(codes, at) else self._participle(codes, at)
        if code in self.to:
            return self._infinitive(tokens, at, start)
        to_be = code in self.be and codes[at - 1 : at] in self.modal
        return 1 if to_be or (code in self.present and codes[at + 1 : at + 2] in self.ing) else None

    def _infinitive(self, tokens: Tokens, at: int, start: int) -> int | None:
        """Whether `to` looks ahead: plans to leave, to leave Friday; not agreed to the plan, shot to death."""
        if at + 1 >= len(tokens.words):
            return None
        after, code = tokens.words[at + 1], tokens.codes[at + 1]
        verb = after.isalpha() and after.islower() and code not in self.no_verb and code not in self.no_infinitive
        if verb and tokens.codes[at - 1 : at] in self.ahead_of_to:
            return self._planned(tokens.codes, at)
        return min(self._planned(tokens.codes, at), 1) if verb and 0 <= start - at <= 3 else None

    def _abbreviated(self, tokens: Tokens, at: int) -> bool:
        """Whether a full stop ends no sentence: an initial, or Mr."""
        if tokens.codes[at] != self.full_stop or not at:
            return False
        return len(tokens.words[at - 1]) == 1 or tokens.codes[at - 1] in self.abbreviation

    def _planned(self, codes: str, at: int) -> int:
        """What is due is yet to come; what had been due is past."""
        return -1 if self.past_perfect & set(codes[max(0, at - 3) : at]) else 2

    def _adjective(self, codes: str, at: int) -> bool:
        """Whether a participle belongs to the noun after it: the planned talks, its proposed sale."""
        return codes[at] in self.participle and codes[at - 1 : at] in self.adjectival and at > 0

    def _participle(self, codes: str, at: int) -> int:
        """`held` is past, `will be held` and `to be held` future, `is held` neither."""
        for place in range(at - 1, max(-1, at - 4), -1):
            code = codes[place]
            if code in self.past_perfect:
                return -2  # `admitted that its planes [had] hit a wedding on Saturday`
            if code in self.future or (code in self.be and codes[place - 1 : place] in self.modal):
                return 1
            if code in self.present:
                return 0
        return -1
