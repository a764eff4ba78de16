"""What the words of a mention say of how it is told: as known, as a sum, as a toll of nothing in particular."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.event import EventMention


def signs_of(mention: EventMention, words: Mapping[str, frozenset[str]]) -> dict[str, bool]:
    """What is so of a mention or is not, by the names the traits have for it."""
    occasion = _known_occasion(mention, words)
    return {
        "meets": mention.lemma.partition(" ")[0] in words["meeting_verbs"],
        "definite": _before(mention) in words["looking_determiners"] or occasion,
        "generic": mention.lemma in words["generic_deeds"] or occasion,
        "summing": _sums(mention, words["summing"]),
        "causeless": _causeless(mention),
        "written": not words["written"].isdisjoint(mention.lemma.split()),
        "elliptic": _elliptic(mention, words["past_auxiliaries"]),
        "relative": _opening(mention) in words["relatives"],
        "opens_definite": _opens_definite(mention, words),
        "further": _further(mention, words["further"], words["further_after"]),
        "defeat": beats(mention, words["defeating"]),
    }


def kind_of(mention: EventMention, leaving: frozenset[str]) -> str:
    """The type of a mention; what a side leaves is another kind than what it takes."""
    return f"{mention.type} left" if mention.lemma.partition(" ")[0] in leaving else mention.type


def beats(mention: EventMention, defeating: frozenset[str]) -> bool:
    """Whether it tells that a side was beaten."""
    return mention.type == "battle" and mention.lemma.partition(" ")[0] in defeating


def _sums(mention: EventMention, summing: frozenset[str]) -> bool:
    return not summing.isdisjoint(mention.text.lower().replace(",", " ").rstrip(".").split())


def _elliptic(mention: EventMention, auxiliaries: frozenset[str]) -> bool:
    """Whether a verb stands right behind each of its numbers."""
    ends = [figure.span.end - mention.span.start for figure in mention.figures]
    return bool(ends) and all(not auxiliaries.isdisjoint(mention.text[end:].lower().split()[:1]) for end in ends)


def _further(mention: EventMention, before: frozenset[str], after: frozenset[str]) -> bool:
    """Whether a word beside one of its numbers says that others were counted before."""
    for figure in mention.figures:
        start, end = figure.span.start - mention.span.start, figure.span.end - mention.span.start
        opening = [*mention.text[: max(0, start)].lower().split()[-1:], *figure.words.lower().split()[:2]]
        if not before.isdisjoint(opening) or not after.isdisjoint(mention.text[end:].lower().split()[:1]):
            return True
    return False


def _causeless(mention: EventMention) -> bool:
    joined = mention.provenance is not None and any(one.rule.startswith("joined:") for one in mention.provenance.inputs)
    return mention.type == "violence-against-civilians" or (mention.type == "battle" and not joined)


def _opening(mention: EventMention) -> str:
    """The first word of the mention's clause, in lower case."""
    start = mention.clause.start - mention.span.start if mention.clause else 0
    return next(iter(mention.text[max(0, start) :].lower().split()), "")


def _opens_definite(mention: EventMention, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether its clause begins with somebody known; an infinitive has its subject at the head of the sentence."""
    first = _opening(mention)
    first = mention.text.lower().split()[0] if first in words["target_signals"] else first
    return first in words["looking_determiners"]


def _before(mention: EventMention) -> str:
    """The word before the trigger, in lower case."""
    said = words_before(mention)
    return said[-1] if said else ""


def words_before(mention: EventMention) -> list[str]:
    """What its sentence says before the trigger, in lower case."""
    return mention.text[: max(0, mention.trigger.start - mention.span.start)].lower().split()


def _known_occasion(mention: EventMention, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether the subject before the verb is the known event, which the verb only says took place: `[The ceremony] was
    held in Oslo.`"""
    said = words_before(mention)
    while said and said[-1] in words["past_auxiliaries"]:
        said.pop()
    known = len(said) > 1 and said[-1] in words["generic_deeds"] and said[-2] in words["looking_determiners"]
    return known and mention.lemma in words["taking_place"]
