"""Which mentions are worth comparing: those that share a kind of event, a name and a day.

All pairs would be n²; blocks keyed by (family, name, day) and a cap on how many a mention meets keep the cost
near n log n.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.stages.linking.losses import lost_by
from generator.stages.linking.traits import FAMILIES, Corpus, Traits

NEIGHBOURS = 40
"""How many earlier mentions one mention is compared with at most, those with the rarest shared key first."""
RARE_WORDS = 3
DAY_WORDS = 6
"""Within one day more of its words are worth a look: nothing but a few words may name what happened."""

Key = tuple[str, ...]


def names(traits: Traits) -> list[str]:
    """The names an event can be found by: its towns, else its regions, else its countries; and its actors."""
    where = traits.seats or traits.regions or traits.countries
    return sorted(f"@{name}" for name in where) + sorted(traits.actors)


def fine_pairs(corpus: Corpus, chosen: Sequence[Traits]) -> Iterator[tuple[Traits, Traits]]:
    """Pairs of finely dated mentions that may be one event: days at most one apart, and a name, a trigger or a rare
    word in common."""
    yield from _pairs([(traits, list(_fine_keys(traits, corpus))) for traits in chosen])


def loose_pairs(corpus: Corpus, chosen: Sequence[Traits]) -> Iterator[tuple[Traits, Traits]]:
    """Pairs of coarsely dated or undated mentions that may be one event."""
    yield from _pairs([(traits, list(_loose_keys(traits, corpus))) for traits in chosen])


def _pairs(keyed: Sequence[tuple[Traits, list[Key]]]) -> Iterator[tuple[Traits, Traits]]:
    blocks: dict[Key, list[Traits]] = defaultdict(list)
    for traits, keys in keyed:
        for other in _neighbours(keys, blocks):
            yield other, traits
        for key in keys:
            blocks[key].append(traits)


def _neighbours(keys: Sequence[Key], blocks: dict[Key, list[Traits]]) -> list[Traits]:
    """The earlier members of the blocks, smallest block first, in a block the newest first."""
    met: dict[int, Traits] = {}
    for block in sorted((blocks[key] for key in keys if key in blocks), key=len):
        for traits in reversed(block):
            if len(met) >= NEIGHBOURS:
                return list(met.values())
            met.setdefault(traits.index, traits)
    return list(met.values())


def _fine_keys(traits: Traits, corpus: Corpus) -> Iterator[Key]:
    if traits.days is None:
        return
    family, lemma = FAMILIES[traits.mention.type], traits.mention.lemma
    anchors = [(family, name) for name in names(traits)]
    anchors += [("", word) for word in rare_words(traits, corpus, DAY_WORDS)]
    anchors += [("trigger", lemma)] if lemma else []
    for day in range(traits.days[0], traits.days[1] + 2):
        for group, name in anchors:
            yield (str(day), group, name)


def _loose_keys(traits: Traits, corpus: Corpus) -> Iterator[Key]:
    family = FAMILIES[traits.mention.type]
    told = rare_words(traits, corpus) + ([f"={traits.mention.lemma}"] if traits.mention.lemma else [])
    for name in names(traits):
        for word in told:
            yield (family, name, word)
    if traits.kind == "agreement" and traits.days is not None and traits.mention.lemma:
        yield (family, str(traits.days), traits.mention.lemma)  # who signed is left out: `a pact was signed in May`
    for state in sorted(lost_by(traits)):
        yield ("lost", state)
    for seat in sorted(traits.seats if traits.days is not None else ()):
        yield (traits.mention.type, f"@{seat}")
    for side in sorted(traits.beaten):
        yield ("beaten", side)
    for town in sorted(traits.towns):
        for actor in sorted(traits.actors):
            yield (traits.mention.type, town, actor)


def rare_words(traits: Traits, corpus: Corpus, most: int = RARE_WORDS) -> list[str]:
    """The mention's rarest words that somebody else uses too."""
    shared = [word for word in traits.words if corpus.idf[word] < corpus.heaviest]
    return sorted(shared, key=lambda word: (-corpus.idf[word], word))[:most]
