"""What titles are put together from: verbs in headline tense, nouns with what stands before them, phrases behind."""

from __future__ import annotations

from generator.stages.events.agreement import plural
from generator.stages.events.clauses import Clause
from generator.stages.events.frames import Frame
from generator.stages.events.merge import DEEDS, tells_number
from generator.stages.events.nominal import is_due
from generator.stages.events.objects import object_after
from generator.stages.events.phrases import INSIDE, Range, head_of
from generator.stages.events.stops import SAID_UNTIL, cites, hangs_elsewhere
from generator.stages.events.tokens import Line
from generator.stages.events.wording import MOST_WORDS, Wording, goes_on, runs_on, unread_of

OF_HEADS = frozenset({"noun", "adv", "sub"})
IN_PHRASE = frozenset({"det", "adj", "noun", "poss", "num", "pron", "not"})
"""What says that a noun is the head of a phrase that the line has left out."""
GATHERED = 5
"""The most words for doers with where they met."""
PREMODIFIERS = frozenset({"adj", "noun", "name", "poss", "num"})
BEFORE_NOUN = PREMODIFIERS | {"det"}


class Parts:
    """Makes the parts of one sentence's titles."""

    def __init__(self, line: Line, clauses: list[Clause], say: Wording) -> None:
        self.line = line
        self.clauses = clauses
        self.words = line.words.words
        self.say = say

    def particle(self, clause: Clause) -> str:
        """The particle or preposition that a verb takes before its object: `take [part]`, `walk [out]`; else empty."""
        low = self.line.lows[clause.end] if clause.end < len(self.line.lows) else ""
        return low if f"{clause.lemma} {low}" in self.words["light"] or self.adverb(clause.end) else ""

    def adverb(self, index: int) -> bool:
        """Whether a word after a verb is an adverb that goes with it: `the delegates walked [out] on Monday`."""
        if index >= len(self.line.lows) or self.line.lows[index] not in self.words["particles"]:
            return False
        return not INSIDE.issuperset(self.line.tags[index + 1 : index + 2]) or index + 1 == len(self.line.tags)

    def rules_on(self, frame: Frame, clause: Clause) -> bool:
        """Whether a passive verb takes a preposition whose noun follows it: `a nurse was taken [from] her bed`."""
        return clause.passive and any(frame.first <= at < frame.last for at, _ in frame.phrases)

    def back(self, frame: Frame) -> str:
        """The adverb right behind a verb that goes with it whatever follows: `wrested [back] the palace`."""
        adverb = self.line.tags[frame.last : frame.last + 1] == ["adv"]
        return self.line.lows[frame.last] if adverb and self.line.lows[frame.last] in self.words["particles"] else ""

    def whole_deed(self, run: Range, text: str, told: str) -> str:
        """A deed as the subject of what it did, `told`, with whom it was aimed at and where, as far as the line bears
        it: `attack [on a wedding in Herat] kills 12`."""
        if not self._is_deed(head_of(self.line, run)):
            return text
        first = self.say.bare(*run)
        ends = [run[1], *(at for at in range(run[1] - 1, first, -1) if self.line.tags[at] == "prep")]
        drafts = (self.say.between(first, end) for end in ends)
        fitting = (one for one in drafts if len(f"{one} {told}".split()) <= MOST_WORDS)
        return max(next(fitting, text), text, key=len)

    def _is_deed(self, index: int) -> bool:
        senses = self.line.words.triggers.get(self.line.lows[index], ())
        return any(not sense.verb and sense.type in DEEDS for sense in senses)

    def whose(self, clause: Clause, run: Range) -> str:
        """A subject with the owner that a relative pronoun goes back to: `an outfit [whose contract] expired`."""
        owner, relative = clause.antecedent, self.words["possessive_relatives"]
        own = clause.kind == "rel" and owner is not None and clause.opener == run[0] - 1
        if not own or owner is None or self.line.lows[clause.opener] not in relative:
            return ""
        return f"{self.say.possessive(self.say.who(self.say.own(owner)))} {self.say.between(*run)}"

    def counted_alone(self, run: Range) -> Range:
        """A number without the pronoun that says of whom: `[seven] of them`."""
        of = run[0] + 1
        some = run[1] == of + 2 and self.line.tags[run[0]] == "num" and self.line.tags[of + 1] == "pron"
        return (run[0], of) if some and self.line.lows[of] in self.words["of_only"] else run

    def noun_title(self, frame: Frame, bare: bool = False) -> str:
        """A noun with what stands before it and, unless it is to stay bare, the phrases behind it."""
        start = frame.first
        saying = self.words["title_saying"]
        while start > 0 and self.line.tags[start - 1] in PREMODIFIERS and self.line.lows[start - 1] not in saying:
            start -= 1
        owners = self.words["person_possessives"]
        while start < frame.first and self.line.tags[start] == "poss":
            if start in self.line.names and self.line.lows[start] in owners:
                break  # `[his] death`
            start += 1
        text = self.say.between(start, frame.last)
        return text if bare else self.with_phrases(text, frame, frame.phrases)

    def noun_for_verb(self, frame: Frame) -> str:
        """The noun for what a verb tells, with its doer: `capture by the rebels`; empty where no rule has one."""
        noun = frame.sense.nominal
        if noun and frame.agent and not self.say.faceless(frame.agent):
            noun = self.line.words.titles["by"].format(noun=noun, who=self.say.who(self.say.own(frame.agent)))
        return self.with_phrases(noun, frame, frame.phrases) if noun else ""

    def with_phrases(self, start: str, frame: Frame, phrases: list[tuple[int, Range]], last: int = -1) -> str:
        """Add the phrases that say where, with whom and to what, as long as the line stays short."""
        said = [start]
        if last < 0:
            patient = frame.patient if frame.sense.verb and not frame.sense.undergoer else None
            last = max(patient[1], frame.last) if patient else frame.last
            last = frame.reach[0] if frame.follower and not frame.sense.ground else last
        left = kept = -1
        for at, run in phrases:
            cited = self.line.lows[at] in self.words["by"] and cites(self.line, run[0])
            if cited or hangs_elsewhere(self.line, last, at) or self._headless(at, last):
                break
            head = self._of_head(at, last)
            last = run[1]
            if at == left or runs_on(self.line, run) or self._left_out(frame, at, run):
                left = run[1]  # hangs on words that are left out
                continue
            inside = frame.first <= at < frame.last
            known = run[0] == frame.anchor and frame.sense.ground
            if known or not (inside or self.line.lows[at] in self.words["title_prepositions"]):
                left = run[1]
                continue
            if frame.agent == run or (frame.patient == run and frame.sense.verb) or goes_on(self.line, run):
                continue
            own = run if self.line.tags[at] == "to" else self.say.own(run)
            text = self.say.what(own, keep_article=True)
            if not inside:
                coord = self.line.tags[at - 1] == "coord" and self.line.tags[at - 2] != "prep"  # `in and around`
                coord = coord and at > frame.reach[0]
                if coord and kept != at - 1:
                    break  # goes on with words that are left out
                except_for = self.line.lows[at - 1] in self.words["excepting"]  # `closed the border [except] to aid`
                joined = self.line.lows[at - 1] if coord or head or except_for else ""
                text = f"{joined} {self.line.lows[at]} {text}".strip()
            if not self._fits(said, text, frame, at):
                break
            said.append(text)
            kept = run[1]
        return " ".join(said)

    def _fits(self, said: list[str], text: str, frame: Frame, at: int) -> bool:
        """Whether a phrase leaves the line short. Where sides came to terms gives way to what for: `sign accord [for an
        exchange of prisoners]`."""
        room = MOST_WORDS - sum(len(part.split()) for part in (*said, text))
        aim = frame.sense.type == "agreement" and self.line.lows[at] in self.words["for"]
        where = len(said) > 1 and said[-1].partition(" ")[0] in self.words["place_prepositions"]
        if room < 0 and aim and where and room + len(said[-1].split()) >= 0:
            said.pop()
            return True
        return room >= 0

    def _cites(self, frame: Frame, at: int, run: Range) -> bool:
        """Whether a phrase only says where something was said: `said it had taken Homs [in a post] on Friday`, or by
        which paper it was done: `recalled its envoy [in a note]`."""
        told = frame.clause >= 0 and self.clauses[frame.clause].kind in {"zero", "that"}
        told = told or (frame.sense.type not in DEEDS and self.line.lows[run[0]] in self.words["indefinite"])
        told = told and self.line.lows[at] in self.words["media_prepositions"]
        return told and self.line.lows[head_of(self.line, run)] in self.words["media"]

    def _left_out(self, frame: Frame, at: int, run: Range) -> bool:
        """Whether a phrase says nothing by itself, as it hangs on what a line has no room for."""
        broken = self._half(at, run) or unread_of(self.line, run[1])
        if frame.agent and frame.agent != run and self.say.same(frame.agent, run):
            return True  # `the union expelled Chad [from the bloc]`, which is the union
        return broken or self._lasts(at) or self._cites(frame, at, run)

    def _half(self, at: int, run: Range) -> bool:
        """Whether `between` has lost its second term, which is no noun: `terms of [between ten] and 25 years`."""
        return self.line.lows[at] in self.words["between"] and "coord" not in self.line.tags[run[0] : run[1]]

    def _lasts(self, at: int) -> bool:
        """Whether a phrase goes on with a length of time that the line leaves out: `freed after a month [in jail]`."""
        time = self.line.times.get(at - 1)
        return time is not None and time.type == "DURATION"

    def _of_head(self, at: int, last: int) -> bool:
        """Whether an `of` goes on with the word before it, behind a verb or a date: `crashed [southwest of] Homs`."""
        before = self.line.tags[at - 1] if at > last else ""
        return self.line.lows[at] in self.words["of_only"] and before in OF_HEADS

    def _headless(self, at: int, last: int) -> bool:
        """Whether an `of` belongs to a noun that the line leaves out: `rocked [the capital] of Homs`."""
        return self._of_head(at, last) and self.line.tags[at - 2] in IN_PHRASE

    def participle(self, clause: Clause) -> str:
        """The verb's participle; of a verb that the pack does not know, the word itself, which ends in `-ed`."""
        forms = self.line.words.inflections.get(clause.lemma)
        return forms[3] if forms else self.line.lows[clause.head]

    def passive(self, lemma: str, participle: str, planned: bool) -> str:
        """A participle after what undergoes it: `held`, `to be held`; what is planned needs no further word."""
        coming = planned and lemma not in self.words["setting_days"]
        return self.line.words.titles["planned_passive"].format(part=participle) if coming else participle

    def verb(self, lemma: str, run: Range, planned: bool) -> str:
        """A verb in headline tense after its subject: `seizes`, `seize`, `to seize`."""
        forms = self.line.words.inflections.get(lemma)
        if forms is None:
            return lemma
        if planned and lemma not in self.words["planning"]:
            own = self.line.words.titles.get(f"planned {lemma}")  # `envoy [due] in Doha`
            return self.line.words.titles["planned"].format(base=forms[0]) if own is None else own
        many = self.line.words.titles.get(f"plural {lemma}", forms[0])
        return many if plural(self.line, run) else forms[1]

    def held(self, clause: Clause, run: Range, planned: bool) -> str:
        """The light verb after its noun: `talks [open]`, `talks [held]`, `talks [to be held]`."""
        particle = self.particle(clause)
        if is_due(self.line, clause):
            return self.line.lows[clause.end]
        if not particle and not clause.passive and object_after(self.line, clause.end, clause.right):
            return ""
        if clause.passive or clause.form == "part" or clause.lemma in self.words["transitive_light"]:
            held = self.participle(clause)
            verb = self.passive(clause.lemma, held, planned)
        else:
            verb = self.verb(clause.lemma, run, planned)
        return " ".join(part for part in (verb, particle) if part)

    def told_apart(self, run: Range, text: str, until: int = -1) -> str:
        """A phrase with the clause that says which one it means, where the line bears it: `people [who had come to a
        wake]`, `the documents [that close the talks]`, `a memorandum [on handing over captives]`."""
        if not (self._means_one(run) or self._of_doing(run)):
            return text
        end = run[1] + 1
        while end < len(self.line.tags) and self.line.tags[end] not in SAID_UNTIL and end != until:
            end += 1
        whole = self.say.between(self.say.bare(*run), end)
        return whole if len(whole.split()) < MOST_WORDS - 2 else text

    def _means_one(self, run: Range) -> bool:
        """Whether a relative clause says which people or which thing without a name a phrase means."""
        who = self.line.tags[run[1] : run[1] + 1]
        if who == ["rel"] and run[1] - run[0] == 1 and self.line.lows[run[0]] in self.words["people"]:
            return True
        if any(at in self.line.names for at in range(*run)) or self.line.tags[run[1] - 1] != "noun":
            return False
        bare = run[1] - run[0] == 1 and self.line.lows[run[0]].endswith("s")
        return who == ["that"] and (bare or self.line.lows[run[0]] in self.words["definite"])

    def _of_doing(self, run: Range) -> bool:
        """Whether what is signed is told by a gerund: `a mechanism [for exchanging prisoners]`."""
        if self.line.tags[run[1] : run[1] + 2] != ["prep", "verb"] or self.line.tags[run[1] - 1] != "noun":
            return False
        form = self.line.words.verbs.get(self.line.lows[run[1] + 1])
        pact = any(self.line.lows[at] in self.line.words.nouns["accord"] for at in range(*run))
        return pact and form is not None and "ing" in form.forms

    def qualified(self, frame: Frame, run: Range) -> str:
        """A subject with the participle behind it, where that stays short: `summit [planned in Cairo] cancelled`."""
        clause, before = self.clauses[frame.clause], self.clauses[frame.clause - 1]
        tied = frame.clause > 0 and clause.kind == "resume" and before.kind == "reduced" and before.subject == run
        words = self.say.between(self.say.bare(*run), before.right).split() if tied else []
        bare = words[-1:] == [self.line.text[self.line.starts[before.head] : self.line.ends[before.head]]]
        bare = bare and not tells_number(frame)  # `number of people displaced` says what was counted
        return " ".join(words) if before.right <= clause.start and not bare and len(words) < MOST_WORDS else ""

    def names(self, frame: Frame) -> tuple[str, ...]:
        """The event's own word in all its forms."""
        low = self.line.lows[frame.first]
        form = self.line.words.verbs.get(low) if frame.sense.verb else None
        return (low, *self.line.words.inflections.get(form.lemma, ())) if form else (low,)

    def called(self, frame: Frame) -> bool:
        """Whether somebody has called others together for a day to come: `has called a summit for Friday`."""
        clause = self.clauses[frame.clause] if frame.clause >= 0 else None
        return clause is not None and clause.form == "past" and clause.lemma in self.words["convening"]

    def meeting(self, frame: Frame, run: Range) -> str:
        """Doers without a name with where they gathered, where that stays short: `leaders [meeting in Oslo] agree`."""
        clause, before = self.clauses[frame.clause], self.clauses[frame.clause - 1]
        nameless = not any(at in self.line.names for at in range(*run))
        gathered = frame.clause > 0 and before.form == "ger" and before.lemma in self.words["meeting_verbs"]
        whole = self.qualified(frame, run) if nameless and gathered and clause.kind == "resume" else ""
        return whole if len(whole.split()) <= GATHERED else ""

    def office(self, clause: Clause) -> str:
        """What somebody is made: `named [president of the transition]`."""
        made = clause.passive and clause.lemma in self.words["appointing"]
        run = object_after(self.line, clause.end, clause.right) if made else None
        return self.say.what(run) if run is not None and self.line.tags[run[0]] == "noun" else ""

    def sentence(self, frame: Frame, clause: Clause) -> str:
        """What somebody is condemned to, behind what is inserted after his name: `sentenced him, a deserter, [to
        death]`."""
        if frame.sense.type != "justice":
            return ""
        for at in range(frame.last, clause.right - 1):
            if self.line.tags[at] == "to" and self.line.lows[at + 1] in self.words["penalties"]:
                return self.say.between(at, at + 2)
        return ""
