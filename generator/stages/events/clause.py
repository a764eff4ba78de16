"""What a clause is: a verb group with its tense and voice, its stretch of tokens, its subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.stages.events.phrases import Range

Form = Literal["past", "present", "modal", "inf", "ger", "part"]
Kind = Literal["main", "coord", "resume", "zero", "that", "sub", "rel", "part", "reduced", "inf"]
FINITE = frozenset({"past", "present", "modal"})
VERBAL = frozenset({"verb", "be", "have", "modal", "do"})
"""Classes of the words of a finite verb group."""
DEPENDENT = frozenset({"rel", "part", "reduced", "inf", "sub"})


@dataclass(slots=True)
class Clause:
    """A verb group and the stretch of tokens it rules."""

    start: int
    end: int
    head: int
    lemma: str
    form: Form
    passive: bool = False
    negated: bool = False
    modal: str = ""
    """The modal verb, or the auxiliary before `to` (`is to open`, `had to leave`)."""
    perfect: bool = False
    left: int = 0
    right: int = 0
    opener: int = -1
    kind: Kind = "main"
    governor: int = -1
    """Index of the clause it hangs on: the verb of saying, the verb before an infinitive, the main clause."""
    subject: Range | None = None
    antecedent: Range | None = None
    """What the relative pronoun of the clause stands for: `the accord [that they signed]`."""
    shared: bool = False
    """Whether the subject was taken over from another clause."""
