"""A line a newsroom would print, from the article's own words: who does what to whom, and where."""

from __future__ import annotations

from generator.model.event import NameMention
from generator.stages.events.clauses import Clause
from generator.stages.events.frames import ENTRY, Frame, names_in, phrases_in
from generator.stages.events.phrases import Range, head_of, object_after
from generator.stages.events.tokens import Line

MOST_WORDS = 12
FEWEST_WORDS = 2
LONGEST_PAIR = 12
SHORT = 5
"""A subject of so many words is kept whole."""


DANGLING = frozenset({"det", "prep", "prepsub", "coord", "to"})
TELLING = 5
"""A clause of so many words tells more than a noun alone."""
SAID_UNTIL = frozenset({",", ";", ":", ".", "dash", "quote", "(", "?"})
OPENERS = frozenset({":", "dash", ".", ";", "quote", "time"})
"""What a capital letter may follow without making a name."""
FUNCTION = frozenset({"det", "prep", "prepsub", "to", "coord", "poss", "modal", "be", "have", "that", "sub", "rel"})
PREMODIFIERS = frozenset({"adj", "noun", "name", "poss"})


class Titler:
    """Writes the titles of one sentence's events."""

    def __init__(self, line: Line, clauses: list[Clause]) -> None:
        self.line = line
        self.clauses = clauses
        self.words = line.words.words
        self.owner = ""
        """Who `its` and `their` go back to in the clause at hand, when a name says so."""

    def title(self, frame: Frame, planned: bool) -> str:
        """The title of a frame, in sentence case and headline tense; never empty."""
        if frame.sense.name == ENTRY:
            text = self._entry_title(frame)
        elif frame.sense.verb or frame.light_clause >= 0:
            text = self._clause_title(frame, planned)
        else:
            text = self._noun_title(frame)
        if len(text.split()) < FEWEST_WORDS:
            clause = self._clause_text(frame)
            text = clause if frame.sense.verb or not text or len(clause.split()) >= TELLING else text
        words = text.split()
        clitic = self.line.words.titles["possessive"].format(owner="")
        while len(words) > FEWEST_WORDS and words[0].replace("'", "’") == clitic:
            del words[0]  # its owner stands in another phrase
        while len(words) > FEWEST_WORDS and self.line.words.tags.get(words[-1].lower()) in DANGLING:
            words.pop()
        return sentence_case(" ".join(words))

    def _entry_title(self, frame: Frame) -> str:
        """The words of a dated entry, up to its first stop."""
        end = frame.first + 1
        while end < len(self.line.tags) and self.line.tags[end] not in {";", ":", ".", "(", "?"}:
            end += 1
        words = self.words_between(frame.first, end).split()[:MOST_WORDS]
        while words and self.line.words.tags.get(words[-1].lower()) in FUNCTION:
            words.pop()
        return " ".join(words)

    def _clause_title(self, frame: Frame, planned: bool) -> str:
        clause = self.clauses[frame.clause if frame.light_clause < 0 else frame.light_clause]
        if frame.light_clause >= 0:
            return self._light_title(frame, clause, planned)
        agent = self._who(frame.agent) if frame.agent and not self._faceless(frame.agent) else ""
        apart = frame.sense.undergoer or clause.passive or not frame.gapped
        patient = self._what(self._own_patient(frame)) if frame.patient and apart else ""
        if patient == agent:
            patient = ""  # nobody captures himself: the pronoun went back to the wrong name
        if frame.sense.undergoer:
            faceless = frame.patient is not None and self._faceless(frame.patient)
            agent, patient, run = "" if faceless else patient, "", frame.patient
        else:
            run = frame.agent
        particle = self.words_between(frame.first + 1, frame.last)
        tail = frame.phrases
        complement = particle.endswith(" to") or particle == "to"
        onward = complement and frame.last < len(self.line.tags) and self.line.tags[frame.last] == "verb"
        if (frame.sense.minor or onward) and agent and run:
            return self._statement(frame, clause, agent, run)
        if agent and run:
            verb = self._verb(clause.lemma, run, planned)
            start = " ".join(part for part in (agent, verb, particle, patient) if part)
        elif patient:
            part = self.line.lows[clause.head]  # a passive, whose verb is its participle
            start = " ".join(part for part in (patient, part, particle) if part)
        else:
            return self._noun_for_verb(frame)
        return self._with_phrases(start, frame, tail)

    def _statement(self, frame: Frame, clause: Clause, agent: str, run: Range) -> str:
        """What was said, in the words of the text: the clause and its complement, cut at a stop."""
        end = frame.first + 1
        while end < len(self.line.tags) and self.line.tags[end] not in SAID_UNTIL:
            end += 1
        room = MOST_WORDS - len(agent.split()) - 1
        words = self.words_between(frame.first + 1, end).split()[:room]
        while words and self.line.words.tags.get(words[-1].lower()) in FUNCTION:
            words.pop()
        return " ".join([agent, self._verb(clause.lemma, run, False), *words])

    def _faceless(self, run: Range) -> bool:
        """Whether a subject is a pronoun that nothing resolves: such a title would dangle."""
        return run[1] - run[0] == 1 and self.line.tags[run[0]] == "pron" and run[0] not in self.line.names

    def _own_patient(self, frame: Frame) -> Range:
        """The undergoer of this frame: one place of several where the frame stands for one."""
        if frame.anchor < 0 or frame.patient is None:
            return frame.patient or (0, 0)
        name = self.line.names.get(frame.anchor)
        end = frame.anchor + 1
        while name is not None and self.line.names.get(end) is name:
            end += 1
        return (frame.anchor, end)

    def _light_title(self, frame: Frame, clause: Clause, planned: bool) -> str:
        noun = self._noun_title(frame, bare=True)
        run = clause.subject
        if run is None:
            return self._with_phrases(noun, frame, self._later_phrases(frame, clause))
        inside = run[0] <= frame.first < run[1]
        if inside or clause.passive:
            own = [one for one in frame.phrases if one[0] < clause.start]
            start = self._with_phrases(noun, frame, own)
            start = f"{start} {self._held(clause, run, planned)}" if inside else start
            return self._with_phrases(start, frame, self._later_phrases(frame, clause), own[-1][1][1] if own else -1)
        verb = self._verb(clause.lemma, run, planned)
        particle = self._particle(clause)
        start = " ".join(part for part in (self._who(run), verb, particle, noun) if part)
        return self._with_phrases(start, frame, frame.phrases)

    def _held(self, clause: Clause, run: Range, planned: bool) -> str:
        """The light verb after its noun: `talks [open]`, `talks [held]`, `talks [to be held]`."""
        particle = self._particle(clause)
        if not particle and not clause.passive and object_after(self.line, clause.end, clause.right):
            return ""
        if clause.passive or clause.lemma in self.words["transitive_light"]:
            held = self.line.words.inflections[clause.lemma][3] if clause.lemma in self.line.words.inflections else ""
            verb = self.line.words.titles["planned_passive"].format(part=held) if planned else held
        else:
            verb = self._verb(clause.lemma, run, planned)
        return " ".join(part for part in (verb, particle) if part)

    def _particle(self, clause: Clause) -> str:
        low = self.line.lows[clause.end] if clause.end < len(self.line.lows) else ""
        return low if f"{clause.lemma} {low}" in self.words["light"] else ""

    def _later_phrases(self, frame: Frame, clause: Clause) -> list[tuple[int, Range]]:
        late = phrases_in(self.line, clause.end, clause.right)
        kept = [one for one in frame.phrases if one[0] >= clause.start]
        return kept + [one for one in late if one not in kept]

    def _noun_title(self, frame: Frame, bare: bool = False) -> str:
        start = frame.first
        while start > 0 and self.line.tags[start - 1] in PREMODIFIERS:
            start -= 1
        while start < frame.first and self.line.tags[start] == "poss":
            start += 1
        text = self.words_between(start, frame.last)
        return text if bare else self._with_phrases(text, frame, frame.phrases)

    def _noun_for_verb(self, frame: Frame) -> str:
        return self._with_phrases(frame.sense.nominal, frame, frame.phrases) if frame.sense.nominal else ""

    def _with_phrases(self, start: str, frame: Frame, phrases: list[tuple[int, Range]], last: int = -1) -> str:
        """Add the phrases that say where, with whom and to what, as long as the line stays short."""
        said = start
        if last < 0:
            patient = frame.patient if frame.sense.verb and not frame.sense.undergoer else None
            last = patient[1] if patient else frame.last
        for at, run in phrases:
            if "," in self.line.tags[last:at]:
                break
            last = run[1]
            inside = frame.first <= at < frame.last
            if run[0] == frame.anchor or not (inside or self.line.lows[at] in self.words["title_prepositions"]):
                continue
            if frame.agent == run or (frame.patient == run and frame.sense.verb):
                continue
            text = self._what(run, keep_article=True)
            if not inside:
                text = f"{self.line.lows[at]} {text}"
            if len(said.split()) + len(text.split()) > MOST_WORDS:
                break
            said = f"{said} {text}"
        return said

    def _verb(self, lemma: str, run: Range, planned: bool) -> str:
        forms = self.line.words.inflections.get(lemma)
        if forms is None:
            return lemma
        if planned:
            return self.line.words.titles["planned"].format(base=forms[0])
        return forms[0] if self.plural(run) else forms[1]

    def plural(self, run: Range) -> bool:
        """Whether a subject is plural: coordinated, counted, or a plural noun."""
        head = head_of(self.line, run)
        low = self.line.lows[head]
        name = self.line.names.get(head)
        if name is not None and name.actor is not None and self._stands_for(name):
            return self._plural_name(name.actor.name.lower())
        if self._coordinated(run):
            return True
        if self.line.tags[head] == "num":
            return low not in self.words["one"]
        return self._plural_word(head, name, self.line.tags[run[0]] in {"det", "num"})

    def _plural_name(self, low: str) -> bool:
        return low.endswith("s") and low not in self.words["singular_names"]

    def _plural_word(self, head: int, name: NameMention | None, article: bool) -> bool:
        """Whether a head is plural by its form; a capital without an article is a name, which may end in -s."""
        low, words, nouns = self.line.lows[head], self.words, self.line.words.nouns
        if low in words["singular_nouns"] or (name is not None and not self._plural_name(name.text.lower())):
            return low in words["plurals"]
        if low in words["plural_pronouns"] or low in words["plurals"] or low in words["people"]:
            return True
        if low.endswith("ss") or not low.endswith("s"):
            return False
        opens = head == 0 or self.line.tags[head - 1] in OPENERS
        common = (opens and name is None) or not self.line.text[self.line.starts[head]].isupper()
        return common or article or low in nouns["people"] or low in nouns["force"]

    def _coordinated(self, run: Range) -> int:
        """The token of `and` that joins two subjects, before any preposition of the first; 0 for none."""
        for index in range(run[0] + 1, run[1]):
            if self.line.tags[index] == "coord":
                return index
            if self.line.tags[index] in {"prep", "to"} and self.line.lows[index] not in self.words["of_in"]:
                return 0
        return 0

    def _who(self, run: Range) -> str:
        """A subject in a few words: its head with what stands before it; a pronoun gives way to its name."""
        head = head_of(self.line, run)
        name = self.line.names.get(head)
        if name is not None and name.actor is not None and self._stands_for(name):
            return name.actor.name
        end = head + 1
        second = self._coordinated(run)
        if second and second + 1 < run[1] and run[1] - run[0] <= LONGEST_PAIR:
            return self.words_between(self._bare(*run), head_of(self.line, (second + 1, run[1])) + 1)
        if run[1] - self._bare(*run) <= SHORT or self.line.lows[head] in self.words["vague_heads"]:
            end = run[1] if run[1] - run[0] <= SHORT + 1 else self._with_of(head, run[1])
        return self.words_between(self._bare(run[0], end), end)

    def _with_of(self, head: int, limit: int) -> int:
        end = head + 1
        if end < limit and self.line.tags[end] == "prep":
            end += 1
            while end < limit and self.line.tags[end] not in {"prep", "coord", ","}:
                end += 1
        return end

    def _what(self, run: Range, keep_article: bool = False) -> str:
        names = names_in(self.line, run)
        whole = len(names) == 1 and all(at in self.line.names for at in range(self._bare(*run), run[1]))
        if whole and names[0].actor is not None and self._stands_for(names[0]):
            return names[0].actor.name
        start = run[0] if keep_article else self._bare(*run)
        end = run[1]
        if end - start > MOST_WORDS - 3:
            end = head_of(self.line, (start, end)) + 1
        while end > start + 1 and self.line.lows[end - 1] in self.words["here"]:
            end -= 1
        text = self.words_between(start, end)
        opens = start == 0 and self.line.tags[0] != "name" and 0 not in self.line.names
        return text[:1].lower() + text[1:] if opens else text

    def _stands_for(self, name: NameMention) -> bool:
        """Whether the words are a pronoun or a description that the name should replace."""
        return name.text[:1].islower() or name.rule == "antecedent"

    def _bare(self, start: int, end: int) -> int:
        while start < end - 1 and self.line.lows[start] in self.words["articles"]:
            start += 1
        return start

    def words_between(self, start: int, end: int) -> str:
        """The words of a stretch without quotation marks and times."""
        parts: list[str] = []
        if self.owner and start < end and self.line.lows[start] in self.words["possessive_pronouns"]:
            parts.append(self.line.words.titles["possessive"].format(owner=self.owner))
            start += 1
        last = -1
        for index in range(start, end):
            if self.line.tags[index] in {"quote", "time"}:
                continue
            glue = last >= 0 and self.line.starts[index] == self.line.ends[last]
            token = self.line.text[self.line.starts[index] : self.line.ends[index]]
            if glue and parts:
                parts[-1] += token
            else:
                parts.append(token)
            last = index
        return " ".join(parts).strip(" ,;:-–—")

    def _clause_text(self, frame: Frame) -> str:
        """The clause itself, trimmed: the last resort."""
        low, high = frame.reach
        if frame.clause >= 0:
            clause = self.clauses[frame.clause]
            low = clause.subject[0] if clause.subject and not clause.shared else clause.start
            high = clause.right
        words = [word for word in self.words_between(low, high).split() if any(map(str.isalnum, word))]
        return " ".join(words[:MOST_WORDS]).rstrip(".;:,")


def sentence_case(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]
