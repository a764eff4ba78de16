"""Did it happen? Happened, planned, claimed or denied, who says so, or no event of the story at all."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from generator.model.event import Status
from generator.model.record import record
from generator.stages.events.clauses import FINITE, Clause
from generator.stages.events.nominal import is_due
from generator.stages.events.objects import object_after
from generator.stages.events.phrases import Range, head_of, paired_object, timed
from generator.stages.events.tokens import Line

NAMED = frozenset({"noun", "name", "pron", "verb"})
"""Classes of words right before the name that something is given; the verb itself where it is passive."""
STOPS = frozenset({",", ";", ":", ".", "dash", "quote", "("})
DESCRIBING = frozenset({"det", "adj", "adv", "num", "name", "coord", "sub"})
"""Classes of words before the noun of an account."""
DEPTH = 6
"""How far up the chain of governing verbs a verdict looks."""


@record(frozen=True, slots=True)
class Verdict:
    """What the grammar says of a clause."""

    status: Status
    rule: str
    speaker: Range | None = None
    saying: int = -1
    """The clause of the verb of saying; its date is not the event's."""
    present: bool = False
    """Whether it is told in the present tense, which only headlines and dated notes use for events."""


class Judge:
    """Reads the status of the clauses of one sentence."""

    def __init__(self, line: Line, clauses: list[Clause]) -> None:
        self.line = line
        self.clauses = clauses
        self.words = line.words.words
        self.asked_from = self._asked_from()
        """The first token of what the sentence asks; one past its last where it asks nothing."""
        self.inverted = self._inverted_condition()
        supposes = not self.words["hypothetical"].isdisjoint(line.vocabulary)
        self.conditional = supposes and any(self._opens_condition(one) and not self._asks(one) for one in clauses)
        self.according = self._according()

    def _asked_from(self) -> int:
        line = self.line
        if "?" not in line.vocabulary or not line.text.rstrip("”\"'’ )").endswith("?"):
            return len(line.tags)
        for at in range(len(line.tags) - 1, 1, -1):
            turns = line.tags[at - 1] == "coord" and line.tags[at - 2] in {",", "dash", ";"}
            if turns and (line.lows[at] in self.words["whether"] or line.tags[at] == "rel"):
                return at  # `signed on Monday, but [how long will it last?]`
        return 0

    def asks(self, at: int) -> bool:
        """Whether a token stands in a question."""
        return at >= self.asked_from

    def _opens_condition(self, clause: Clause) -> bool:
        return clause.opener >= 0 and self.line.lows[clause.opener] in self.words["hypothetical"]

    def _asks(self, clause: Clause) -> bool:
        """Whether a clause with `whether` is the content of a verb (`will debate [whether to stay]`), no condition."""
        return self.line.lows[clause.opener] in self.words["whether"] and clause.opener > 0

    def supposed(self, index: int) -> bool:
        """Whether a clause is a condition, so that what its nouns tell has not come about either."""
        return index >= 0 and self._opens_condition(self.clauses[index])

    def _inverted_condition(self) -> bool:
        """`Had it rained less`, `Were the city to fall`: a condition without `if`."""
        tags = self.line.tags
        opens = len(tags) > 1 and self.line.lows[0] in self.words["inverted"]
        return opens and tags[1] in {"det", "pron", "name", "poss"}

    def _according(self) -> Range | None:
        according = self.words["according"]
        if according.isdisjoint(self.line.vocabulary):
            return None
        for index, low in enumerate(self.line.lows):
            if low in according:
                return object_after(self.line, index + 2, len(self.line.lows))
        return None

    def verdict(self, index: int, depth: int = 0) -> Verdict | None:
        """The verdict on a clause; None when it tells no event."""
        if self.inverted or depth > DEPTH or self.asks(self.clauses[index].start if index >= 0 else 0):
            return None
        if index < 0:
            return Verdict("happened", "verbless")
        clause = self.clauses[index]
        if clause.negated or self._opens_condition(clause) or self._nobody(clause) or self._quoted_aside(clause):
            return None
        read = self._finite if clause.form in FINITE else self._governed
        own = read(clause, index, depth)
        return self._attributed(own, clause, index, depth) if own else None

    def _quoted_aside(self, clause: Clause) -> bool:
        """Whether the speaker of a quotation tells of himself or of the reader: `we have taken the town`."""
        subject = clause.subject
        if subject is None or self.words["speakers"].isdisjoint(self.line.lows[subject[0] : subject[1]]):
            return False
        ours = not self.words["first_plural"].isdisjoint(self.line.lows[subject[0] : subject[1]])
        return not ours or clause.form != "past" or "quote" in self.line.tags

    def _nobody(self, clause: Clause) -> bool:
        subject = clause.subject
        if subject is None:
            return False
        if subject[0] and self.line.tags[subject[0] - 1] == "not":
            return True  # `[not one gun] was left`
        if self.line.tags[subject[0]] == "num":
            # A number behind the one it is a part of: `raised its count to 90: [60 buried]`.
            return subject[0] > 1 and self.line.tags[subject[0] - 2 : subject[0]] == ["num", ":"]
        if self.line.lows[head_of(self.line, subject)] in self.words["occasions"]:
            return True  # `the first time the group has made such a call`
        return self.line.lows[subject[0]] in self.words["negation"]

    def _finite(self, clause: Clause, index: int, depth: int) -> Verdict | None:
        if clause.form == "modal":
            return self._modal(clause, index)
        if clause.form == "present":
            if clause.subject is None:
                return None
            if index and self._continues(index):
                return self.verdict(index - 1, depth + 1)
            return Verdict("happened", "present", present=True)
        return Verdict("happened", "past")

    def _continues(self, index: int) -> bool:
        """Whether a bare verb after `and` stands under the auxiliary before it: `will enter and hold`; or, after a
        comma or a quotation mark, under the infinitive, where it has not the form of the verb above: `urged them to
        halt, [release] the men`."""
        before, clause = self.clauses[index - 1], self.clauses[index]
        if before.form not in {"modal", "inf"} or clause.start != clause.head:
            return False
        if clause.kind == "coord":
            return clause.shared
        at = index - 1
        while at > 0 and self.clauses[at].form == "inf":
            at -= 1
        form, above = self._forms(clause), self._forms(self.clauses[at])
        bare = "base" in form and "past" not in form
        return clause.kind == "resume" and before.form == "inf" and bare and "base" not in above

    def _forms(self, clause: Clause) -> frozenset[str]:
        """The forms that the word of a clause's verb can be."""
        known = self.line.words.verbs.get(self.line.lows[clause.head])
        return known.forms if known is not None else frozenset({clause.form})

    def _modal(self, clause: Clause, index: int) -> Verdict | None:
        modal, words = clause.modal, self.words
        if modal in words["obliged"] and not self.conditional and clause.kind not in {"that", "zero"}:
            return Verdict("happened", "past")  # `families [had to] flee`, but not `was told that they had to`
        if self.conditional and not (modal in words["future"] and self._provided_later(index)):
            return None
        if modal in words["future"] or modal in words["be_forms"]:
            return None if self._only_aim(clause) else Verdict("planned", "future")
        if modal in words["obligation"] and not clause.perfect and self._on_a_day(clause):
            return Verdict("planned", "deadline")
        reported = clause.kind in {"zero", "that"} and index > 0
        if modal not in words["would"] or not reported:
            return None
        governor = self.clauses[clause.governor].lemma
        if governor in words["saying"] or governor in words["planning"]:
            return Verdict("planned", "future-in-the-past")
        return None

    def _provided_later(self, index: int) -> bool:
        """Whether a plan for a day only has its condition behind it: `will fly on Monday [if the fog lifts]`."""
        after = any(self._opens_condition(one) for one in self.clauses[index + 1 :])
        before = any(self._opens_condition(one) for one in self.clauses[: index + 1])
        return after and not before and self._on_a_day(self.clauses[index])

    def _on_a_day(self, clause: Clause) -> bool:
        """Whether a clause holds a time on the calendar: not only `now`."""
        times = self.line.times
        return any(at in times and times[at].edtf is not None for at in range(clause.left, clause.right))

    def _only_aim(self, clause: Clause) -> bool:
        """Whether a clause only says what is wanted: `the goal is to retake the town`."""
        subject = clause.subject
        return subject is not None and self.line.lows[head_of(self.line, subject)] in self.words["aims"]

    def _governed(self, clause: Clause, index: int, depth: int) -> Verdict | None:
        """Infinitives, gerunds and participles: what they tell hangs on what governs them."""
        if clause.kind == "reduced" or clause.form == "part":
            return self._participle(clause, index, depth)
        if clause.form == "ger":
            return self._gerund(clause, index, depth)
        before = self.line.lows[clause.start - 1] if clause.start else ""
        governor = self.clauses[index - 1] if index else None
        coming = before in self.words["underway"] and governor is not None and is_due(self.line, governor)
        if coming or before in self.words["planned_adjectives"]:
            return None if governor and governor.negated else Verdict("planned", "due-to")
        content = before in self.words["action_nouns"] and self.line.tags[clause.start - 1] == "noun"
        if content or index == 0:
            return None
        if paired_object(self.line, clause.start) is not None:
            return self._second_told(index, depth)
        return self._under_verb(index, depth)

    def _second_told(self, index: int, depth: int) -> Verdict | None:
        """The verdict on what the second of two is made to do: it hangs on the verb of the first (`forced the army to
        halt and the rebels [to leave]`); of what they are only told to do the first says enough."""
        first = next((at for at in range(index - 1, 0, -1) if self.clauses[at].form == "inf"), 0)
        made = first > 0 and self.clauses[first - 1].lemma in self.words["factual"]
        return self.verdict(first - 1, depth + 1) if made else None if first > 0 else self._under_verb(index, depth)

    def purpose(self, index: int) -> bool:
        """Whether an infinitive says what somebody came for, where he says so: `had come [to fight the militias]`."""
        clause = self.clauses[index]
        coming = clause.form == "inf" and index > 0 and self.clauses[index - 1].lemma in self.words["coming"]
        return coming and self.clauses[index - 1].end == clause.start

    def _gerund(self, clause: Clause, index: int, depth: int) -> Verdict | None:
        """`, killing ten`; `after seizing the town`; `began shelling the city`."""
        before = self.line.tags[clause.start - 1] if clause.start else ""
        if before in {"prep", "prepsub", "sub"}:
            return self._after_preposition(clause, index, self.line.lows[clause.start - 1])
        if index == 0:
            # `delivering aid [is] an issue`, but `the rebels, [having taken] Homs, left`
            subject = before != "," and len(self.clauses) > 1 and self.clauses[1].kind == "resume"
            return None if subject else Verdict("happened", "participle")
        if before in {",", "coord", "dash", ")"}:
            return self.verdict(index - 1, depth + 1)
        return self._under_verb(index, depth)

    def _participle(self, clause: Clause, index: int, depth: int) -> Verdict | None:
        if clause.kind == "coord" and index:
            return self.verdict(index - 1, depth + 1)
        return Verdict("happened", "participle")

    def _after_preposition(self, clause: Clause, index: int, before: str) -> Verdict | None:
        if index and self.clauses[index - 1].lemma in self.words["accusing"]:
            return Verdict("claimed", "accused", speaker=self.clauses[index - 1].subject, saying=index - 1)
        if index and before in self.words["from"] and self.clauses[index - 1].lemma in self.words["preventing"]:
            return None
        if self.line.lows[clause.start - 2] in self.words["aiding"]:
            return None  # `asked for help in freeing the hostages`
        purpose = before in self.words["for"] and self.line.tags[clause.start - 2] == "noun"
        if purpose and index and self.clauses[index - 1].lemma not in self.words["judging"]:
            return None  # `opened an office for registering refugees`, but `praised the army for taking the town`
        return Verdict("happened", "gerund") if before in self.words["factual_prepositions"] else None

    def _under_verb(self, index: int, depth: int) -> Verdict | None:
        governor, clause, words = self.clauses[index - 1], self.clauses[index], self.words
        if governor.lemma in words["denying"]:
            return Verdict("denied", "denied", speaker=governor.subject, saying=index - 1)
        if governor.negated:
            return None
        if governor.lemma in words["planning"]:
            meant = governor.passive or timed(self.line, governor.end, clause.start)
            if governor.lemma in words["putting"] and not meant:
                return None  # `set barns on fire to slow them`, but `set 9 March to meet`
            above = self.verdict(index - 1, depth + 1)
            return Verdict("planned", "plan", speaker=above.speaker) if above else None
        if governor.lemma in words["factual"]:
            return self.verdict(index - 1, depth + 1)
        if governor.lemma in words["hoping"] and timed(self.line, clause.left, clause.right):
            return Verdict("planned", "hope", speaker=governor.subject)
        if governor.lemma in words["saying"] and clause.form == "inf" and self._so_by_now(clause):
            claimed = governor.lemma in words["claiming"]
            speaker = self._by(governor) if governor.passive else governor.subject
            saying = -1 if governor.passive else index - 1
            return Verdict("claimed" if claimed else "happened", "said-to-have", speaker, saying)
        return None

    def _so_by_now(self, clause: Clause) -> bool:
        """Whether an infinitive tells what has been done, is so or goes on: `were believed [to have left]`, `... [to be
        under attack]`, `... [to be making] for the hills`."""
        if clause.perfect or (clause.lemma in self.words["copulas"] and clause.head <= clause.start + 1):
            return True
        known = self.line.words.verbs.get(self.line.lows[clause.head])
        return clause.head > clause.start + 1 and known is not None and "ing" in known.forms

    def _attributed(self, own: Verdict, clause: Clause, index: int, depth: int) -> Verdict | None:
        """Add who says so: a governing verb of saying, one after the clause, or `according to`."""
        if own.speaker or own.saying >= 0:
            return own
        content = self._content(clause)
        if content:
            return self._of_noun(own, clause, content)
        if clause.kind in {"zero", "that"} and index:
            return self._complement(own, index, depth)
        if clause.kind == "sub" and self.line.lows[clause.opener] in self.words["looking_back"]:
            return own  # `said it held the town, two days [after rebels had overrun it]`: that is known
        told = clause.kind in {"sub", "part"} or (clause.kind == "coord" and clause.governor == index - 1)
        if told and index and self.clauses[index - 1].kind in {"zero", "that"}:
            above = self.verdict(index - 1, depth + 1)
            if above and above.saying >= 0:
                return replace(own, speaker=above.speaker, saying=above.saying)
        return self._said_beside(own, clause, index)

    def _said_beside(self, own: Verdict, clause: Clause, index: int) -> Verdict:
        """Who says so after the clause (`..., the army said`) or in `according to`."""
        after = self._said_after(index) if clause.kind not in {"rel", "reduced"} else -1
        if after >= 0:
            said = self.clauses[after]
            status = "claimed" if said.lemma in self.words["claiming"] else own.status
            return replace(own, status=status, speaker=self._sayer(said), saying=after)
        if self.according:
            return replace(own, speaker=self.according)
        return own

    def _of_noun(self, own: Verdict, clause: Clause, noun: str) -> Verdict:
        """The content of a claim, a report, an accusation: denied, claimed, or as told."""
        governor = self.clauses[clause.governor] if clause.governor >= 0 else None
        speaker = governor.subject if governor else None
        if (governor and governor.lemma in self.words["denying"]) or self._false():
            return replace(own, status="denied", speaker=speaker, present=False)
        if noun in self.words["claim_nouns"] and own.status == "happened":
            return replace(own, status="claimed")
        return own

    def _complement(self, own: Verdict, index: int, depth: int) -> Verdict | None:
        saying = self.clauses[index].governor
        governor, words = self.clauses[saying], self.words
        if governor.lemma in words["denying"]:
            return replace(own, status="denied", speaker=governor.subject, saying=saying, present=False)
        if governor.negated or governor.form == "modal":
            return None
        if governor.lemma in words["irreal"]:
            clause = self.clauses[index]
            hoped = governor.lemma in words["hoping"] and own.status == "planned"
            return own if hoped and timed(self.line, clause.left, clause.right) else None
        if governor.lemma not in words["saying"]:
            return own
        speaker = self._by(governor) if governor.passive else governor.subject
        status = "claimed" if governor.lemma in words["claiming"] and own.status == "happened" else own.status
        return replace(own, status=status, speaker=speaker, saying=saying)

    def _by(self, clause: Clause) -> Range | None:
        by = self.words["by"]
        if clause.end < len(self.line.lows) and self.line.lows[clause.end] in by:
            return object_after(self.line, clause.end + 1, clause.right)
        return None

    def denies(self, index: int, at: int) -> bool:
        """Whether a clause denies what a noun at `at` tells: `denied the loss of`, `called reports of a coup false`."""
        clause = self.clauses[index]
        return clause.end <= at and (clause.lemma in self.words["denying"] or self._false())

    def _false(self) -> bool:
        """Whether the sentence calls something untrue."""
        pairs = map(" ".join, pairwise(self.line.lows))
        return not (self.words["false"].isdisjoint(self.line.lows) and self.words["false_phrases"].isdisjoint(pairs))

    def _content(self, clause: Clause) -> str:
        """The noun whose content a that-clause tells: `[reports] that Uvira had fallen`."""
        before = self.line.lows[clause.opener - 1] if clause.kind == "that" and clause.opener > 0 else ""
        return before if before in self.words["content_nouns"] else ""

    def _said_after(self, index: int) -> int:
        """A verb of saying that closes the sentence: `..., the army said on Tuesday`."""
        for later in range(index + 1, len(self.clauses)):
            said = self.clauses[later]
            if said.lemma not in self.words["saying"] or said.kind not in {"main", "resume"} or said.opener < 0:
                continue
            following = self.clauses[later + 1] if later + 1 < len(self.clauses) else None
            if following is None or following.kind not in {"zero", "that"}:
                ends = said.kind == "main" or self._inverted(said) is not None
                return later if ends and self.line.tags[said.opener] in {",", "quote", "dash"} else -1
        return -1

    def _inverted(self, said: Clause) -> Range | None:
        """The subject after a verb of saying: `..., said the governor`."""
        if said.lemma not in self.words["inverting"] or said.start != said.head:
            return None
        run = object_after(self.line, said.end, said.right)
        return run if run and run[0] == said.end else None

    def _sayer(self, said: Clause) -> Range | None:
        return said.subject if said.kind == "main" else self._inverted(said)
