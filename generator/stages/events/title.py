"""A line a newsroom would print, from the article's own words: who does what to whom, and where."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from generator.stages.events.clauses import Clause
from generator.stages.events.frames import ENTRY, GENERAL, Frame, meant_by
from generator.stages.events.headline import (
    FALSE_START,
    SPEECH,
    dangles,
    least_bad,
    lone_side,
    lost_object,
    sentence_case,
    sound,
    trimmed,
    within,
)
from generator.stages.events.nominal import is_due, is_light
from generator.stages.events.phrases import Range, head_of, name_end, timed
from generator.stages.events.prepositional import phrases_in
from generator.stages.events.stops import SAID_UNTIL, told_until
from generator.stages.events.title_parts import BEFORE_NOUN, Parts
from generator.stages.events.tokens import Line
from generator.stages.events.wording import MOST_WORDS, Wording, unread_of

ENTRY_UNTIL = frozenset({";", ":", ".", "(", "?"})
OWN_SUBJECT = frozenset({"main", "coord", "zero"})


class Titler:
    """Writes the titles of one sentence's events."""

    def __init__(self, line: Line, clauses: list[Clause]) -> None:
        self.line = line
        self.clauses = clauses
        self.words = line.words.words
        self.say = Wording(line)
        self.parts = Parts(line, clauses, self.say)
        self.owner = ""
        """Who `its` and `their` go back to in the clause at hand, when a name says so."""

    def title(self, frame: Frame, planned: bool) -> str:
        """The title of a frame, in sentence case and headline tense; empty where no word tells who or what.

        What the grammar makes of it, where that can be printed; else the words of the text, shortened."""
        drafts: list[str] = []
        planned = planned and not self.parts.called(frame)
        for draft in self._drafts(frame, planned):
            text = self.say.calm(self._finished(draft, frame))
            if frame.sense.type in SPEECH and lost_object(text.split(), self.line.words):
                return ""
            if sound(text, self.line.words) and self._says_what(text, frame):
                return sentence_case(self._with_cause(text, frame))
            drafts.append(text)
        if frame.sense.name in GENERAL and any(lone_side(text.split(), self.line.words) for text in drafts):
            return ""  # what no rule knows is no event where it cannot even be said
        least = least_bad(drafts, self.parts.names(frame), self.line.words)
        lost = self.line.words.tags.get(least.partition(" ")[0].lower()) in FALSE_START
        return "" if lost or " " not in least else sentence_case(least)

    def _with_cause(self, text: str, frame: Frame) -> str:
        """A toll with the clause that says how they died, where both fit: `Nine killed [as shells hit market]`; or what
        one side did, in order: `[Gunmen ambush convoy] and kill nine`."""
        cause = next((one for one in frame.joined if self._at_once(one)), None) if frame.sense.toll else None
        if cause is None:
            return text
        told = self._finished(self._clause_title(cause, False), cause)
        parts = zip(text.split(), told.split(), strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], parts))
        form = self.line.words.titles["and" if same else "as"]
        whole = form.format(toll=" ".join(text.split()[same:]), cause=told)
        return whole if sound(told, self.line.words) and len(whole.split()) <= MOST_WORDS else text

    def _at_once(self, frame: Frame) -> bool:
        """Whether a clause tells what happened at the same time: `when a bomb went off`."""
        clause = self.clauses[frame.clause] if frame.sense.verb and frame.clause >= 0 else None
        if clause is None or clause.kind != "sub" or clause.opener < 0:
            return False
        return self.line.lows[clause.opener] in self.words["simultaneous"]

    def _says_what(self, text: str, frame: Frame) -> bool:
        """Whether a line keeps the verb of a deed that no rule knows, which nothing else tells."""
        return frame.sense.name not in GENERAL or not set(self.parts.names(frame)).isdisjoint(text.lower().split())

    def _drafts(self, frame: Frame, planned: bool) -> Iterator[str]:
        """Ways to say it, the best first: a verb on its own, or a line that broke off, says less than the clause."""
        asked = self._retold(frame, planned) if frame.sense.name in GENERAL and frame.sense.type in SPEECH else ""
        if asked and not lost_object(asked.split(), self.line.words):
            yield asked  # what somebody asks another to do
        built = self._built(frame, planned)
        words = built.split()
        dated = self._dated_noun(frame)
        if dated:
            yield from (built, dated)
        aside = frame.background and not frame.sense.verb and frame.clause >= 0
        elsewhere = frame.follower and not frame.sense.ground
        if frame.told_in >= 0 or elsewhere or (aside and not timed(self.line, *frame.reach)):
            yield built  # what its clause tells is another event
            return
        broken = not words or dangles(words[-1], self.line.words)
        retold = self._retold(frame, planned) if broken or self._stump(frame, built) else ""
        if broken or len(retold) > len(built):
            yield retold
        yield built
        yield retold or self._retold(frame, planned)
        yield self._clause_text(frame)
        yield self._stretch(frame)
        if self.line.times and not self.clauses and len(self.line.tags) <= MOST_WORDS:
            yield self.line.text  # a heading of one word and a date

    def _dated_noun(self, frame: Frame) -> str:
        """A noun with the date behind its `of`, to tell it apart from what its clause does: `accord of 23 March`."""
        of, end = frame.last, frame.last + 1
        alone = not frame.sense.verb and frame.light_clause < 0
        if not alone or self.line.lows[of : of + 1] == [] or self.line.lows[of] not in self.words["of_only"]:
            return ""
        while end < len(self.line.tags) and self.line.tags[end] == "time":
            end += 1
        date = " ".join(self.line.text[self.line.starts[of] : self.line.ends[end - 1]].split())
        return f"{self.parts.noun_title(frame, bare=True)} {date}" if end > of + 1 else ""

    def _built(self, frame: Frame, planned: bool) -> str:
        if frame.sense.name == ENTRY:
            return self._entry_title(frame)
        if not frame.sense.verb and frame.light_clause >= 0 and self._works(self.clauses[frame.light_clause]):
            return self._retold(frame, planned)
        if frame.sense.verb or frame.light_clause >= 0:
            return self._clause_title(frame, planned)
        return self.parts.noun_title(frame)

    def _works(self, clause: Clause) -> bool:
        """Whether a verb says what a gathering did, not that there was one: `talks [focused] on prisoners`."""
        return not is_light(self.line, clause) and not is_due(self.line, clause)

    def _stump(self, frame: Frame, built: str) -> bool:
        """Whether a line ends with the verb or is the bare noun, though the clause says more."""
        clause = self._clause(frame)
        if clause is None or (self._beside(frame) and " " in built):
            return False
        done = frame.patient if frame.sense.verb and frame.patient and frame.patient[0] >= frame.last else None
        if done is not None and unread_of(self.line, done[1]):
            return True
        last = built.rsplit(maxsplit=1)[-1].lower()
        ends = {self.line.lows[frame.last - 1], *self.line.words.inflections.get(clause.lemma, ())}
        return last in ends and not (clause.passive and frame.sense.toll)

    def _beside(self, frame: Frame) -> bool:
        """Whether a clause only sets what it tells before or after a noun: `they struck [after a march in Homs]`."""
        at = frame.first - 1
        while at >= 0 and self.line.tags[at] in BEFORE_NOUN:
            at -= 1
        return frame.background and not frame.sense.verb and at >= 0 and self.line.tags[at] == "prepsub"

    def _clause(self, frame: Frame) -> Clause | None:
        index = frame.clause if frame.light_clause < 0 else frame.light_clause
        return self.clauses[index] if index >= 0 else None

    def _finished(self, text: str, frame: Frame) -> str:
        """A draft without article, demonstrative or lost owner at its head, and without a loose end."""
        words = text.split()
        while len(words) > 1 and words[0].lower() in self.words["title_openings"]:
            del words[0]
        if len(words) > 1 and words[0].lower() in self.words["possessive_pronouns"]:
            owner = self.owner or self._own_men(frame)
            owner = "" if owner and owner.lower().endswith(" ".join(words[1:3]).lower()) else owner
            words[:1] = [self.say.possessive(owner)] if owner else []
        numbered = words[:1] != [] and (words[0].lower() in self.line.words.numbers or words[0][:1].isdigit())
        some = numbered and len(words) > 2 and words[1].lower() in self.words["of_only"]
        if some and self.owner and words[2].lower() in self.words["possessive_pronouns"]:
            words[2] = self.say.possessive(self.owner)  # `nine of [its] soldiers`
        verb = frame.sense.verb or frame.light_clause >= 0
        clause = self._clause(frame)
        particle = self.line.lows[frame.last - 1] if frame.sense.verb and frame.last > frame.first + 1 else ""
        if verb and not particle and clause is not None:
            particle = self.parts.particle(clause)
        leads = self.line.tags[frame.last : frame.last + 1] in (["rel"], ["that"], ["sub"])
        if leads or self.line.words.tags.get(particle) in {"to", "det"}:
            particle = ""
        return trimmed(" ".join(within(words, MOST_WORDS + 1, self.line.words)), self.line.words, particle)

    def _own_men(self, frame: Frame) -> str:
        """Whose men act, where the text names them: `the militia fled, and [its] fighters surrendered`."""
        first = frame.agent[0] if frame.agent else -1
        name = self.line.names.get(first) if first >= 0 and self.line.tags[first] == "poss" else None
        return name.actor.name if name is not None and name.actor is not None else ""

    def _entry_title(self, frame: Frame) -> str:
        """The words of a dated entry, up to the first stop that a word more than its first goes before."""
        end = frame.first + 1
        while end < len(self.line.tags) and (self.line.tags[end] not in ENTRY_UNTIL or end == frame.first + 1):
            end += 1
        return self._short(self.say.between(frame.first, end).split())

    def _short(self, words: list[str], least: int = 0) -> str:
        return " ".join(within(words, MOST_WORDS + 1, self.line.words, least))

    def _clause_title(self, frame: Frame, planned: bool) -> str:
        clause = self.clauses[frame.clause if frame.light_clause < 0 else frame.light_clause]
        if frame.light_clause >= 0:
            return self._light_title(frame, clause, planned)
        if frame.sense.undergoer:
            return self._undergone(frame, clause, planned)
        doer = self._seen(self.say.own(frame.agent) if frame.agent else None)
        apart = clause.passive or not frame.gapped
        sufferer = self.say.told(self._own_patient(frame)) if frame.patient and apart else None
        if doer and sufferer and self.say.same(doer, sufferer):
            doer = None  # nobody captures himself: the words went back to the wrong name
        lost = clause.passive and sufferer is not None and self._seen(sufferer) is None
        if doer and not lost:
            return self._done(frame, clause, doer, sufferer, planned)
        sufferer = self._seen(sufferer)
        if sufferer is None:
            return self.parts.noun_for_verb(frame)
        ruled = frame.last - frame.first == 2 and self.line.tags[frame.last - 1] in {"prep", "to"}
        if ruled and not clause.passive and clause.form != "part" and frame.sense.nominal:
            return self._joined(frame.sense.nominal, self._rest(frame), self.say.what(sufferer))  # `withdrawal from`
        part = self.parts.participle(clause)
        rest = self._rest(frame) or self.parts.office(clause)
        start = self._joined(self._whom(frame, sufferer, self._owned(frame, sufferer, "")), part, rest)
        return self.parts.with_phrases(start, frame, frame.phrases)

    def _done(self, frame: Frame, clause: Clause, doer: Range, sufferer: Range | None, planned: bool) -> str:
        """Who does what to whom."""
        counted = self.parts.counted_alone(doer)
        agent = self.say.who(doer)
        if clause.kind != "rel":  # which itself tells them apart
            agent = self.parts.told_apart(doer, agent, clause.start)
        agent = agent if counted == doer else self.say.counted(counted)
        agent = self.parts.meeting(frame, doer) or agent
        particle = self._rest(frame) or self.parts.back(frame)
        complement = particle.endswith(" to") or particle == "to"
        onward = complement and frame.last < len(self.line.tags) and self.line.tags[frame.last] == "verb"
        if frame.sense.minor or onward:
            return self._statement(frame, clause, agent, doer)
        patient = self._owned(frame, sufferer, agent) if sufferer else ""
        if sufferer and sufferer[0] >= frame.last:
            patient = self.parts.told_apart(sufferer, patient)
        patient = self._joined(patient, self.parts.sentence(frame, clause))
        verb = self.parts.verb(clause.lemma, doer, planned)
        if frame.sense.toll and not patient and self.line.tags[doer[1] - 1] == "num":
            verb = self.parts.participle(clause)  # `13 dead and 30 wounded`
        told = self._joined(verb, *((patient, particle) if self.parts.rules_on(frame, clause) else (particle, patient)))
        start = self._joined(self.parts.whole_deed(doer, agent, told), told)
        return self.parts.with_phrases(start, frame, frame.phrases)

    def _undergone(self, frame: Frame, clause: Clause, planned: bool) -> str:
        """What befell whom, where the subject of the active verb undergoes it: `the town fell`."""
        run = self._seen(self.say.own(self.say.told(self._own_patient(frame))) if frame.patient else None)
        if run is None:
            return self.parts.noun_for_verb(frame)
        who = self._whom(frame, run, self.say.what(run))
        if frame.sense.minor:
            return self._statement(frame, clause, who, run)
        forms = self.line.words.inflections.get(clause.lemma)
        if clause.passive and forms is not None:
            verb = self.parts.passive(clause.lemma, forms[3], planned)
        else:
            verb = self.parts.verb(clause.lemma, run, planned)
        after = [one for one in frame.phrases if one[0] >= frame.first and one[1][0] >= frame.last]
        return self.parts.with_phrases(self._joined(who, verb, self._rest(frame)), frame, after)

    def _seen(self, run: Range | None) -> Range | None:
        """A phrase that names somebody or something; a pronoun that nothing resolves does not."""
        return None if run is None or self.say.faceless(run) else run

    def _rest(self, frame: Frame) -> str:
        """The further words of the trigger: `[steps] down`."""
        return self.say.between(frame.first + 1, frame.last)

    @staticmethod
    def _joined(*parts: str) -> str:
        return " ".join(part for part in parts if part)

    def _whom(self, frame: Frame, run: Range, text: str = "") -> str:
        """Who suffered it, as the subject of the line."""
        some = frame.patient is not None and frame.patient != run
        if (frame.sense.toll or some) and {"num", "coord"}.issuperset(self.line.tags[run[0] : run[1]]):
            of = meant_by(self.line, frame.patient) if frame.patient is not None else ()
            return f"{self.say.what(run)} {of[-1]}" if of else self.say.counted(run)
        owned = self.parts.whose(self.clauses[frame.clause], run)
        return self.parts.qualified(frame, run) or owned or text or self.say.who(run)

    def _owned(self, frame: Frame, run: Range, agent: str) -> str:
        """An object with its owner's name, where the owner is not the subject that stands before it anyway."""
        text = self.say.what(run)
        clause = self._clause(frame)
        words = text.split()
        own = clause is not None and clause.kind in OWN_SUBJECT and not clause.shared and agent != ""
        own = own or (clause is not None and clause.kind == "inf" and self._made_to(clause))
        own = own or agent.partition(" ")[0].lower() in self.words["possessive_pronouns"]
        if not self.owner or own or self.owner == agent or words[0].lower() not in self.words["possessive_pronouns"]:
            return text
        return " ".join([self.say.possessive(self.owner), *words[1:]])

    def _made_to(self, clause: Clause) -> bool:
        """Whether an infinitive has a subject of its own: `prompted [Oman] to recall its envoy`."""
        return clause.governor >= 0 and clause.subject != self.clauses[clause.governor].subject

    def _statement(self, frame: Frame, clause: Clause, agent: str, run: Range) -> str:
        """What was said, in the words of the text: the clause and its complement, cut at a stop."""
        called = frame.patient is not None and self.line.tags[frame.first + 1 : frame.first + 2] == ["rel"]
        said = frame.patient[0] if called and frame.patient else frame.first + 1  # past `what he called`
        words = self.say.between(said, told_until(self.line, self.clauses, said, clause)).split()
        words = self.say.who(frame.patient).split() if clause.passive and frame.patient else words
        start = [*agent.split(), self.parts.verb(clause.lemma, run, False)]
        words = [self.line.words.titles.get(f"modal {word}", word) for word in words]
        return self._short([*start, *words], len(start))

    def _retold(self, frame: Frame, planned: bool) -> str:
        """The clause in its own words, with its subject before it: nothing after the verb is left out."""
        clause = self._clause(frame)
        if clause is None or clause.subject is None or clause.negated:
            return ""
        run = self.say.own(clause.subject)
        stop = told_until(self.line, self.clauses, clause.end, clause)
        told = run[0] <= frame.first < run[1] or clause.start <= frame.first < stop
        if self.say.faceless(run) or not told:
            return ""
        who = self.say.who(run)
        part = clause.passive or clause.form == "part"
        forms = self.line.words.inflections.get(clause.lemma)
        verb = self.parts.verb(clause.lemma, run, planned)
        if part and forms is not None:
            verb = self.parts.passive(clause.lemma, forms[3], planned)
        after = clause.end if part else self.say.bare(clause.end, len(self.line.tags))
        rest = self.say.between(after, stop).split()
        start = [*who.split(), *verb.split()]
        return self._short([*start, *rest], len(start))

    def _own_patient(self, frame: Frame) -> Range:
        """The undergoer of this frame: one place of several where the frame stands for one."""
        if frame.anchor < 0 or frame.patient is None or not frame.sense.ground:
            return self.parts.counted_alone(frame.patient or (0, 0))
        return (frame.anchor, name_end(self.line, frame.anchor)) if frame.anchor in self.line.names else frame.patient

    def _light_title(self, frame: Frame, clause: Clause, planned: bool) -> str:
        noun = self.parts.noun_title(frame, bare=True)
        run = self._seen(clause.subject)
        if run is None:
            return self.parts.with_phrases(noun, frame, self._later_phrases(frame, clause))
        inside = run[0] <= frame.first < run[1]
        noun = self._whole_subject(frame, run, noun) if inside else noun
        if inside or clause.passive:
            own = [one for one in frame.phrases if one[0] < clause.start]
            start = self.parts.with_phrases(noun, frame, own)
            start = f"{start} {self.parts.held(clause, run, planned)}" if inside else start
            last = own[-1][1][1] if own else -1
            return self.parts.with_phrases(start, frame, self._later_phrases(frame, clause), last)
        run = self.say.own(run)
        verb = self.parts.verb(clause.lemma, run, planned)
        particle = self.parts.particle(clause)
        who = self.parts.told_apart(run, self.say.who(run), clause.start)
        start = " ".join(part for part in (who, verb, particle, noun) if part)
        return self.parts.with_phrases(start, frame, frame.phrases)

    def _whole_subject(self, frame: Frame, run: Range, noun: str) -> str:
        """A noun with the head it only tells more of: `[draft of a] full accord`."""
        head = head_of(self.line, run)
        of = head < frame.first and self.line.lows[head + 1] in self.words["of_only"]
        return self.say.between(self.say.bare(*run), frame.last) if of else noun

    def _later_phrases(self, frame: Frame, clause: Clause) -> list[tuple[int, Range]]:
        late = phrases_in(self.line, clause.end, clause.right)
        kept = [one for one in frame.phrases if one[0] >= clause.start]
        return kept + [one for one in late if one not in kept]

    def _clause_text(self, frame: Frame) -> str:
        """The clause itself, trimmed, times left out."""
        low, high = frame.reach
        if frame.clause >= 0:
            clause = self.clauses[frame.clause]
            if clause.subject and self.say.faceless(clause.subject):
                return ""
            low = clause.subject[0] if clause.subject and not clause.shared else clause.start
            high = clause.right
        words = [word for word in self.say.between(low, high).split() if any(map(str.isalnum, word))]
        return self._short(words).rstrip(".;:,")

    def _stretch(self, frame: Frame) -> str:
        """The words of the sentence around the trigger, from stop to stop: the last resort."""
        low, high = frame.first, frame.last
        while low > 0 and self.line.tags[low - 1] not in SAID_UNTIL:
            low -= 1
        while high < len(self.line.tags) and self.line.tags[high] not in SAID_UNTIL:
            high += 1
        said = frame.clause >= 0 and self.clauses[frame.clause].kind in {"zero", "that"}
        if said or (high - low > MOST_WORDS + 4 and frame.clause >= 0):
            low = max(low, self.clauses[frame.clause].left)
        if frame.clause >= 0 and frame.sense.verb:
            high = min(high, max(self.clauses[frame.clause].right, frame.last))
        return self._short(self.say.between(low, high).split())
