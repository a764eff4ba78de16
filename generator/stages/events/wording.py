"""The words of a sentence as a title says them: no times, no quotation marks, names for what stands for them."""

from __future__ import annotations

from generator.model.event import NameMention
from generator.stages.events.agreement import ANTECEDENT, coordinated, short_name, stands_for
from generator.stages.events.frames import names_in
from generator.stages.events.phrases import Range, head_of
from generator.stages.events.tokens import Line

MOST_WORDS = 12
LONGEST_PAIR = 12
ACRONYM = 4
"""A word of so many capitals may be an abbreviation."""
SHORT = 5
"""A subject of so many words is kept whole."""
UNTIMED = frozenset({"prep", "prepsub", "to"})
CLOSED = frozenset({"noun", "name"})
"""What a noun phrase can end with, so that a determiner after it begins another."""
OPENING = frozenset({"det", "pron"})


class Wording:
    """Puts runs of tokens into the words of a title."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.words = line.words.words
        self._owned = not self.words["owners"].isdisjoint(line.vocabulary)
        """Whether the line says of anything whose it is."""

    def faceless(self, run: Range) -> bool:
        """Whether a subject is a pronoun that nothing resolves, or after a relative a verb taken for a noun
        (`that oversees the truce`): such a title would dangle."""
        first = run[0]
        stands_in = self.line.lows[run[1] - 1] in self.words["one"] and run[1] - 1 not in self.line.meant
        if stands_in and self.line.lows[first] in self.words["definite"]:
            return True  # `the one that laid down its arms`
        if run[1] - first == 1 and self.line.tags[first] == "pron" and first not in self.line.names:
            return True
        relative = first > 0 and self.line.tags[first - 1] in {"rel", "that"} and first not in self.line.names
        return (
            relative
            and self.line.tags[first] == "noun"
            and self.line.tags[first + 1 : first + 2] in (["det"], ["poss"])
        )

    def told(self, run: Range) -> Range:
        """A noun phrase without who speaks before it: `[witnesses say] protests`."""
        for index in range(run[1] - 2, run[0], -1):
            if self.line.lows[index] in self.words["title_saying"]:
                lone = index + 2 == run[1] and self.line.tags[index + 1] == "pron"
                return (run[0], index) if lone else (index + 1, run[1])
        return run

    def own(self, run: Range) -> Range:
        """A noun phrase without a speaker before it, or another phrase after it: `Goma [four totals]`."""
        start, end = self.told(run)
        for index in range(start + 1, end - 1):
            if self.line.tags[index - 1] in CLOSED and self._opens(index):
                end = index
                break
        while end > start + 1 and self.line.lows[end - 1] in self.words["title_moments"]:
            end -= 1
        return start, end

    def _opens(self, index: int) -> bool:
        """Whether a word after a noun begins another phrase; a number does so only before its own noun."""
        if index in self.line.names or self.line.lows[index - 1] in self.words["than"]:
            return False
        tag = self.line.tags[index]
        return tag in OPENING or (tag == "num" and self.line.tags[index + 1] in {"noun", "adj"})

    def same(self, one: Range, other: Range) -> bool:
        """Whether two phrases are one and the same name; `a summit of the bloc` is not the bloc."""
        left, right = (self.line.names.get(head_of(self.line, run)) for run in (one, other))
        if left is None or right is None or left.actor is None or right.actor is None:
            return False
        if len(names_in(self.line, one)) > 1 or len(names_in(self.line, other)) > 1:
            return False
        return left.actor.name == right.actor.name

    def who(self, run: Range) -> str:
        """A subject in a few words: its head with what stands before it; a pronoun gives way to its name."""
        head = head_of(self.line, run)
        if run[1] - run[0] == 1 and head in self.line.meant:
            return self.line.meant[head]
        name = self.line.names.get(head)
        apposed = self._apposed(run)
        if apposed:
            return apposed
        second = coordinated(self.line, run)
        if name is not None and name.actor is not None and stands_for(name) and not second:
            return name.actor.name
        end = head + 1
        if second and second + 1 < run[1] and run[1] - run[0] <= LONGEST_PAIR:
            end = head_of(self.line, (second + 1, run[1])) + 1
            bare = self.bare(*run) > run[0] or self.line.lows[second + 1] in self.words["definite"]
            other = self.bare(second + 1, end) if bare else second + 1
            start = self.between(self.bare(*run), second + 1)
            return f"{start} {self.between(other, self._whole_name(end, run[1]))}"
        sides = self.line.lows[end : end + 1] != [] and self.line.lows[end] in self.words["between"]
        if sides and run[1] - self.bare(*run) <= LONGEST_PAIR:
            end = run[1]
        elif run[1] - self.bare(*run) <= SHORT or self.line.lows[head] in self.words["vague_heads"]:
            end = run[1] if run[1] - run[0] <= SHORT + 1 else self._with_of(head, run[1])
            owner = self._whose(head, end) if self.bare(run[0], head + 1) == head else ""
            if owner:
                return f"{owner} {self.line.lows[head]}"
        return self.between(self.bare(run[0], end), self._whole_name(end, run[1]))

    def _apposed(self, run: Range) -> str:
        """The name behind a subject whose owner no one line can tell: `her deputy, [Jan Roth], took over`."""
        line, after = self.line, run[1]
        owned = line.tags[run[0]] == "poss" and run[0] not in line.names
        name = line.names.get(after + 1) if owned and line.tags[after : after + 1] == [","] else None
        person = name is not None and name.actor is not None and name.actor.kind in line.words.name_kinds["person"]
        return name.actor.name if person and name is not None and name.actor is not None else ""

    def _whose(self, head: int, end: int) -> str:
        """The short name of those whose men a phrase speaks of, to stand before the noun: `fighters of the [Allied
        Democratic Forces]` are `ADF fighters`."""
        at = head + 1
        if end - at < 2 or self.line.lows[at] not in self.words["of_only"]:
            return ""
        first = self.bare(at + 1, end)
        name = self.line.names.get(first)
        whole = name is not None and self.line.names.get(end - 1) is name
        return self._short_name(first) if whole and self.line.lows[head] in self.words["vague_heads"] else ""

    def _whole_name(self, end: int, limit: int) -> int:
        """No name is cut in two."""
        name = self.line.names.get(end - 1)
        while name is not None and end < limit and self.line.names.get(end) is name:
            end += 1
        return end

    def _with_of(self, head: int, limit: int) -> int:
        end = head + 1
        if end < limit and self.line.tags[end] == "prep":
            end += 1
            while end < limit and self.line.tags[end] not in {"prep", "coord", ","}:
                end += 1
        return end

    def what(self, run: Range, keep_article: bool = False) -> str:
        """An object or the noun of a phrase; one name for the words that stand for it."""
        names = names_in(self.line, run)
        whole = len(names) == 1 and all(at in self.line.names for at in range(self.bare(*run), run[1]))
        if whole and names[0].actor is not None and stands_for(names[0]):
            return names[0].actor.name
        start = run[0] if keep_article else self.bare(*run)
        end = run[1]
        if end - start > MOST_WORDS - 3:
            end = head_of(self.line, (start, end)) + 1
        while end > start + 1 and self.line.lows[end - 1] in self.words["here"]:
            end -= 1
        text = self.between(start, end)
        return text[:1].lower() + text[1:] if start == 0 and self._common_head() else text

    def _common_head(self) -> bool:
        """Whether the first word of the sentence has its capital only from there: `[Peace] talks were called off`."""
        line = self.line
        if 0 in line.names or line.text[line.starts[0] : line.ends[0]] in line.proper:
            return False
        return line.tags[0] != "name" or any(line.lows[0] in listed for listed in line.words.nouns.values())

    def bare(self, start: int, end: int) -> int:
        """Past the articles at the head of a phrase."""
        while start < end - 1 and self.line.lows[start] in self.words["unsaid_determiners"]:
            start += 1
        return start

    def counted(self, run: Range) -> str:
        """Who suffered, where the text gives a number alone: it counts people."""
        return self.line.words.titles["people"].format(number=self.what(run))

    def possessive(self, owner: str) -> str:
        """An owner's name in the genitive."""
        last = owner.rsplit(maxsplit=1)[-1]
        people, force = self.line.words.nouns["people"], self.line.words.nouns["force"]
        common = last.islower() or last.lower() in people or last.lower() in force
        low = last.endswith("s") and last[-2:-1] != "s" and common
        return self.line.words.titles["possessive_plural" if low else "possessive"].format(owner=owner)

    def between(self, start: int, end: int) -> str:
        """The words of a stretch without quotation marks and dates, and without what a date leaves behind."""
        parts: list[str] = []
        last, tags, names = -1, self.line.tags, self.line.names
        for index in range(start, end):
            tag = tags[index]
            if tag == "time" and self._dates(index):
                untimed = last == index - 1 and tags[last] in UNTIMED and not self._holds(last, end)
                if last >= start and untimed and parts and self.line.lows[last] not in self.words["particles"]:
                    parts.pop()
                    last = -1
                continue
            joins = tag == "coord" and tags[index - 1 : index + 2] == ["time", "coord", "time"]
            lost = tag == "quote" or joins or (tag == "poss" and self._lost_clitic(index, start))
            if lost or (index in names and self._named_before(index, start)) or (self._owned and self._ours(index)):
                continue
            if tag == "det" and index + 1 < end and self._meant_place(index + 1):
                continue
            glue = last >= 0 and self.line.starts[index] == self.line.ends[last]
            token = self._token(index)
            if glue and parts:
                parts[-1] += token
            else:
                parts.append(token)
            last = index
        return " ".join(parts).strip(" ,;:-–—")

    def _ours(self, index: int) -> bool:
        """Whether a word only says that something is the narrator's, or somebody's whom nobody names: `two [of our]
        vehicles`, `six [of its] officers`."""
        own, lows = self.words["spoken_possessives"], self.line.lows
        if lows[index] in own:
            return True
        owner = index + (lows[index] in self.words["of_only"])
        if not 2 <= owner < len(lows) or self.line.tags[owner - 2] != "num" or owner in self.line.names:
            return False
        if lows[owner - 2] in self.words["one"]:
            return False  # `one of its warehouses`
        return lows[owner] in self.words["owners"] and lows[owner - 1] in self.words["of_only"]

    def calm(self, text: str) -> str:
        """A heading in capitals as a sentence would say it: `TALKS IN DOHA` is `Talks in Doha`."""
        if not self.line.text.isupper() or " " not in text:
            return text
        places = {self.line.lows[index] for index, name in self.line.names.items() if name.place is not None}
        return " ".join(self._calmed(word, word.lower() in places) for word in text.split())

    def _calmed(self, word: str, named: bool) -> str:
        low, words = word.lower(), self.line.words
        known = words.tags.get(low) or low in words.verbs or words.triggers.get(low)
        if known and not named:
            return low
        return word.capitalize() if named or len(word) > ACRONYM else word

    def _holds(self, preposition: int, end: int) -> bool:
        """Whether a preposition before a time has a noun behind it: `after [Friday] prayers`, `in [Friday]'s raid`."""
        after = preposition + 1
        while after < end and self.line.tags[after] == "time":
            after += 1
        if after + 1 < end and self.line.tags[after] == "poss":
            return True
        subordinates = self.line.tags[preposition] == "prepsub"
        return subordinates and after < end and self.line.tags[after] in {"noun", "adj", "name"}

    def _lost_clitic(self, index: int, start: int) -> bool:
        """Whether a genitive ending lost its word: `[Friday]'s attack`."""
        clitic = self.line.lows[index][:1] in self.words["clitic_marks"]
        return clitic and (index == start or self.line.tags[index - 1] == "time")

    def _dates(self, index: int) -> bool:
        """Whether a word of time says when; how long stays in the line, but not how long after what."""
        time = self.line.times.get(index)
        if time is None or time.edtf is not None:
            return True
        end = index
        while self.line.times.get(end) is time:
            end += 1
        if self.line.lows[end : end + 1] and self.line.lows[end] in self.words["distance_prepositions"]:
            return True
        return time.type != "DURATION" and not (index and self.line.tags[index - 1] == "det")

    def _token(self, index: int) -> str:
        line = self.line
        said = self._instead(index, line.names[index]) if index in line.names else line.meant.get(index, "")
        return said or line.text[line.starts[index] : line.ends[index]]

    def _instead(self, index: int, name: NameMention) -> str:
        """What a line says for a word that a name covers; empty where the word itself will do."""
        low, place = self.line.lows[index], self._meant_place(index)
        if place:
            return self.line.words.titles["there"].format(place=place) if low in self.words["there"] else place
        called = low in self.words["called_nouns"] and stands_for(name)
        person = low in self.words["person_pronouns"]
        if (called or person or low in self.words["object_pronouns"]) and name.actor is not None:
            return name.actor.name
        if low in self.words["possessive_pronouns"] and name.place is not None and name.actor is None:
            return self.possessive(name.place.name)
        befell = self.line.lows[index + 1 : index + 2] != [] and self.line.lows[index + 1] in self.words["befallen"]
        if befell and low in self.words["person_possessives"] and name.actor is not None:
            return self.possessive(name.actor.name)
        return self._short_name(index)

    def _meant_place(self, index: int) -> str:
        """The name of the town that a bare `the city`, `there` or `it` stands for, which no one line can tell."""
        name, low = self.line.names.get(index), self.line.lows[index]
        if name is None or name.place is None or name.actor is not None:
            return ""
        bare = index > 0 and self.line.lows[index - 1] in self.words["definite"] and self.line.tags[index] == "noun"
        bare = bare and self.line.tags[index + 1 : index + 2] != ["noun"]  # `the town hall`
        town = bare and (low in self.words["town_nouns"] or low in self.words["region_nouns"])
        meant = town or low in self.words["there"] or low in self.words["thing_pronouns"]
        return name.place.name if meant else ""

    def _short_name(self, index: int) -> str:
        """The usual form of a longer name that a token begins."""
        name, owner = self.line.names.get(index), self.line.names.get(index - 2)
        full = self._full_name(index, name)
        if full:
            return full
        owned = owner is not None and name is not None and owner.actor == name.actor  # `Chad's National Council`
        return "" if owned or self.line.names.get(index - 1) is name else short_name(self.line, name)

    def _full_name(self, index: int, name: NameMention | None) -> str:
        """The name of a person who is called by the last part of it alone: no text around the line says who it is. One
        listed without it may be the son of him whom everybody calls so."""
        person = name is not None and name.actor is not None and name.actor.kind in self.line.words.name_kinds["person"]
        alone = person and self.line.names.get(index - 1) is not name and self.line.names.get(index + 1) is not name
        if name is None or name.actor is None or not alone or name.rule == ANTECEDENT:
            return ""
        called = self.line.text[self.line.starts[index] : self.line.ends[index]]
        whole, aliases = name.actor.name, name.actor.aliases
        return whole if whole.endswith(f" {called}") and (not aliases or called in aliases) else ""

    def _named_before(self, index: int, start: int) -> bool:
        """Whether a token goes on with a name that its first token has given in short."""
        name = self.line.names.get(index)
        first = index
        while name is not None and first > start and self.line.names.get(first - 1) is name:
            first -= 1
        return first < index and bool(self._short_name(first))


def runs_on(line: Line, run: Range) -> bool:
    """Whether the phrase is a gerund whose object stands outside: `on guarding [the trade]`."""
    after = line.tags[run[1]] if run[1] < len(line.tags) else ""
    return after in {"det", "poss"} and line.starts[run[1]] > line.ends[run[1] - 1]


def goes_on(line: Line, run: Range) -> bool:
    """Whether the noun of a phrase wants what the line leaves out: an `of` that tells time (`at the end of [May]`) or
    an infinitive (`in a bid [to save the talks]`); or is itself a time (`for a second consecutive [night]`, `on the
    [Friday]`)."""
    end = run[1]
    if line.tags[end - 1] in {"adj", "det"} and line.tags[end : end + 1] == ["time"]:
        return True
    if line.lows[end - 1] in line.words.words["action_nouns"] and line.tags[end : end + 1] == ["to"]:
        return True
    of = line.lows[end : end + 1] != [] and line.lows[end] in line.words.words["of_only"]
    return of and line.tags[end + 1 : end + 2] == ["time"]


def unread_of(line: Line, index: int) -> bool:
    """Whether an object goes on with an `of` whose noun was not read: `pictures of [departing fighters]`."""
    of = line.lows[index : index + 1] != [] and line.lows[index] in line.words.words["of_only"]
    return of and line.tags[index + 1 : index + 2] != ["time"]
