"""How alike two mentions are: points for and against their being one event, each with its name."""

from __future__ import annotations

from generator.stages.linking.losses import one_loss
from generator.stages.linking.roles import POLLING, SEIZING
from generator.stages.linking.traits import HARM, Corpus, Traits

THRESHOLD = 4.5
"""Points from which two mentions are taken for one event."""
FAR_APART = 5
"""Two counts of one event's victims rarely differ by more than this factor."""
RARE_TOWN = 0.45
"""A town that about one mention in thirty names, or fewer, rarely sees two attacks on one day."""
ALIKE_WORDS = 1.2
"""Wording from which two sentences have a telling word in common."""
RETAKEN = 2.5
"""One side does not take one town on two days running: one report is a day late."""
SUMMED = -1.0
"""Against a toll of the whole country being that of one town."""
OPPOSITE = -1.5
"""Who leaves a town does not take it."""
NAMELESS = -1.25
"""Two mentions that share no name need so much more of everything else."""
UNNAMED = -0.5
"""... and so much where one of them leaves its names out and says the same."""
SAME_WORDS = 2.0
"""Wording from which two sentences say much the same."""
DIED = 4.5
"""Points for the death of one person with a name, and for what one contingent lost: nobody dies twice."""
SPOKEN_OF = -1.0
"""Against two statements that name different towns."""
SURE = 2.0
"""Points for one side's being beaten in both reports, for acts of one body in one sitting, and for votes of one day."""
ACTS = frozenset({"diplomacy-talks", "agreement", "other"})
"""Kinds of event that a vote of a body may be."""
SEATED = 1.5
"""A district and the town it has its name from."""
GATHERING = "protest-riot"
PARTS = ("type", "trigger", "place", "actors", "date", "wording", "figures", "conjunction", "nameless")

RELATED = frozenset(
    frozenset(pair)
    for pair in (
        ("battle", "territory-change"), ("battle", "explosion-remote-violence"), ("battle", "deployment"),
        ("battle", "violence-against-civilians"), ("violence-against-civilians", "explosion-remote-violence"),
        ("violence-against-civilians", "protest-riot"), ("territory-change", "deployment"),
        ("diplomacy-talks", "agreement"), ("diplomacy-talks", "statement"), ("agreement", "statement"),
        ("sanctions", "statement"), ("sanctions", "agreement"), ("sanctions", "diplomacy-talks"),
        ("justice", "statement"), ("justice", "violence-against-civilians"),
        ("displacement", "aid-humanitarian"), ("displacement", "battle"),
        ("displacement", "violence-against-civilians"),
    )
)  # fmt: skip


def score(one: Traits, other: Traits, corpus: Corpus) -> float:
    """The sum of all parts."""
    return sum(parts(one, other, corpus))


def parts(one: Traits, other: Traits, corpus: Corpus) -> tuple[float, ...]:
    """Points by part, in the order of `PARTS`."""
    return (
        _type(one, other),
        _trigger(one, other, corpus.rarity),
        _place(one, other, corpus.rarity),
        _actors(one, other, corpus.rarity),
        _date(one, other),
        _wording(one, other, corpus.idf),
        _figures(one, other),
        _conjunction(one, other, corpus),
        _nameless(one, other, corpus),
    )


def _type(one: Traits, other: Traits) -> float:
    left, right = one.mention.type, other.mention.type
    if left == right:
        opposite = left == "territory-change" and one.kind != other.kind and one.actors & other.actors
        return OPPOSITE if opposite else 1.5
    if one.mention.lemma == other.mention.lemma:
        return 0.0
    if "other" in (left, right):
        return -0.75
    return 0.0 if frozenset((left, right)) in RELATED else -2.5


def _trigger(one: Traits, other: Traits, rarity: dict[str, float]) -> float:
    lemma = one.mention.lemma
    return 0.4 + 0.8 * rarity[lemma] if lemma and lemma == other.mention.lemma else 0.0


def _place(one: Traits, other: Traits, rarity: dict[str, float]) -> float:
    """Same town, then one within the other's region, then the same country; different towns speak against."""
    if one.towns and other.towns and one.towns.isdisjoint(other.towns) and one.seats & other.seats:
        return SEATED
    if one.towns and other.towns:
        if _parted(one, other):
            return 0.0
        said = one.kind == other.kind == "statement"  # what is said is said of places, and happens in none
        return _shared(one.towns & other.towns, rarity, 2.0, SPOKEN_OF if said else -3.0)
    if one.regions and other.regions:
        return _shared(one.regions & other.regions, rarity, 1.0, -1.5)
    if one.countries and other.countries:
        return _shared(one.countries & other.countries, rarity, 0.5, -2.0)
    return 0.0


def _parted(one: Traits, other: Traits) -> bool:
    """Whether two reports share a town and each names another besides, as of two suburbs of one city: then the town
    says nothing."""
    shared = one.towns & other.towns
    return bool(shared) and one.towns != shared != other.towns


def _shared(names: frozenset[str], rarity: dict[str, float], most: float, against: float) -> float:
    """What it says to share these names: the rarest counts, and a name everybody has counts little."""
    if not names:
        return against
    return most * (0.4 + 0.6 * max(rarity[name] for name in names))


def _actors(one: Traits, other: Traits, rarity: dict[str, float]) -> float:
    """The rarest name counts; other names speak against, unless they act for one state or are no names (`troops`)."""
    if not one.actors or not other.actors:
        return 0.0
    shared = one.actors & other.actors
    if not shared:
        return 0.3 if one.camps & other.camps else -1.0 if one.named and other.named else -0.6
    alike = 2 * len(shared) / (len(one.actors) + len(other.actors))
    return 0.4 + 0.7 * max(rarity[name] for name in shared) + 0.4 * alike


def _date(one: Traits, other: Traits) -> float:
    """Equal days count; a coarse date that holds the other is silent; a day apart needs other evidence."""
    if one.days is None or other.days is None:
        return 0.0
    if one.days == other.days:
        return 1.5 if one.fine else 1.0
    gap = _gap(one, other)
    if gap <= 0:
        return 1.5 if one.fine and other.fine and _one_of_two(one, other) else 0.5
    return -1.5 * gap


def _one_of_two(one: Traits, other: Traits) -> bool:
    """Whether one report leaves open which of two days it was, and the other names one of them."""
    return any(t.mention.time is not None and "[" in t.mention.time.value + _edtf(t) for t in (one, other))


def _edtf(traits: Traits) -> str:
    time = traits.mention.time
    return time.edtf.text if time is not None and time.edtf is not None else ""


def _gap(one: Traits, other: Traits) -> int:
    """Days between two dates; 0 or less where they overlap or one is missing."""
    if one.days is None or other.days is None:
        return 0
    return max(one.days[0], other.days[0]) - min(one.days[1], other.days[1])


def _wording(one: Traits, other: Traits, idf: dict[str, float]) -> float:
    """Cosine of the word sets, each word weighted by how rare it is in the corpus."""
    shared = one.words & other.words
    if not shared or one.mention.span == other.mention.span:
        return 0.0
    mass = sum(sorted(idf[word] for word in shared))
    return float(5.0 * mass / (one.mass * other.mass) ** 0.5)


def _figures(one: Traits, other: Traits) -> float:
    """The same toll speaks for one event; tolls that cannot both be true speak against."""
    total = SUMMED if _sum_and_part(one, other) or _sum_and_part(other, one) else 0.0
    for kind, low, high in one.figures:
        for other_kind, other_low, other_high in other.figures:
            if kind == other_kind:
                total += _same_figure(low, high, other_low, other_high)
    return max(-1.5, min(2.0, total))


def _sum_and_part(one: Traits, other: Traits) -> bool:
    """Whether one counts the dead of the whole country and the other tells of a town."""
    return one.summing and not one.towns and bool(one.figures) and bool(other.towns) and not other.summing


def _conjunction(one: Traits, other: Traits, corpus: Corpus) -> float:
    """One kind of event in one town: with the same day, or told twice by one article, there is rarely a second.
    Several kinds of deed may be one (a town shelled, stormed, its people massacred) where more than the town says so.
    """
    if _one_signing(one, other, corpus) or _one_meeting(one, other) or _known_plan(one, other):
        return 1.0
    if one.dead & other.dead or one_loss(one, other):
        return DIED
    if _one_sitting(one, other) or _one_defeat(one, other) or _one_vote(one, other):
        return SURE
    same_day = one.days is not None and (one.days == other.days or (_gap(one, other) <= 0 and _one_of_two(one, other)))
    shared = one.towns & other.towns and not _parted(one, other)
    if one.kind == other.kind and shared:
        again = _gap(one, other) == 1 and one.mention.type == "territory-change" and bool(one.actors & other.actors)
        return RETAKEN if again else 1.0 if same_day or one.article == other.article else 0.0
    harm = one.mention.type in HARM and other.mention.type in HARM and one.fine and same_day
    harm = harm and (SEIZING in one.roles) is (SEIZING in other.roles)  # fighting in a town is no kidnapping there
    strangers = one.named and other.named and not one.named & other.named and not one.camps & other.camps
    return 1.0 if harm and shared and not strangers and _telling(one, other, corpus) else 0.0


def _telling(one: Traits, other: Traits, corpus: Corpus) -> bool:
    """Whether two deeds of one day and town have more in common: a town rarely named, a toll, the words."""
    rare = max(corpus.rarity[town] for town in one.towns & other.towns) >= RARE_TOWN
    return rare or bool(set(one.figures) & set(other.figures)) or _wording(one, other, corpus.idf) >= ALIKE_WORDS


def _nameless(one: Traits, other: Traits, corpus: Corpus) -> float:
    """Without a place or an actor in common a day and a common word are not enough: people are killed everywhere. Less
    speaks against two reports of one kind and day in much the same words, of which one only leaves the names out;
    crowds gather everywhere on one day, in the same words."""
    names = (
        one.towns & other.towns
        or one.regions & other.regions
        or one.countries & other.countries
        or one.actors & other.actors
    )
    if names:
        return 0.0
    if _known_plan(one, other) or _one_vote(one, other):
        return 0.0
    silent = one.kind == other.kind != GATHERING and one.fine and one.days == other.days and not _apart(one, other)
    return UNNAMED if silent and _wording(one, other, corpus.idf) >= SAME_WORDS else NAMELESS


def _known_plan(one: Traits, other: Traits) -> bool:
    """Whether a report takes for known what another says is planned for the day: `[The talks] are to start`."""
    planned = one.mention.status == other.mention.status == "planned" and one.fine and one.days == other.days
    return planned and one.kind == other.kind and (one.opens_definite or other.opens_definite)


def _apart(one: Traits, other: Traits) -> bool:
    """Whether both say who or where it was, or how many, and not the same."""
    counted = one.figures and other.figures and set(one.figures).isdisjoint(other.figures)
    named = (one.actors and other.actors) or (one.towns and other.towns) or (one.countries and other.countries)
    return bool(counted or named)


def _one_signing(one: Traits, other: Traits, corpus: Corpus) -> bool:
    """Whether two agreements of one day, told by one verb, have neither places nor sides that tell them apart; or of
    one month, where a telling word of what was signed is in both."""
    same = one.kind == other.kind == "agreement" and one.mention.lemma == other.mention.lemma
    apart = (one.towns and other.towns) or (one.named and other.named and one.named.isdisjoint(other.named))
    if not same or apart or one.days is None or one.days != other.days:
        return False
    return one.fine or _wording(one, other, corpus.idf) >= ALIKE_WORDS


def _one_meeting(one: Traits, other: Traits) -> bool:
    """Whether two reports of one day tell of talks between the same two named sides, and no place tells them apart."""
    same = one.kind == other.kind == "diplomacy-talks" and one.fine and one.days == other.days
    return same and len(one.named & other.named) > 1 and not (one.towns and other.towns)


def _one_sitting(one: Traits, other: Traits) -> bool:
    """Whether two acts of one day are those of one body, one of them a vote: `adopted a resolution`, `created a
    force`."""
    kinds = {one.kind, other.kind}
    same = one.fine and one.days == other.days and one.named == other.named and len(one.named) == 1
    return same and "diplomacy-talks" in kinds and kinds <= ACTS and one.actors == one.organisations == other.actors


def _one_vote(one: Traits, other: Traits) -> bool:
    """Whether two reports tell of the votes of a people on one day: no country asks its people twice."""
    both = POLLING in one.roles and POLLING in other.roles
    lands, others = one.countries | one.camps, other.countries | other.camps
    return both and one.fine and one.days == other.days and not (lands and others and lands.isdisjoint(others))


def _one_defeat(one: Traits, other: Traits) -> bool:
    """Whether two reports tell that one side was beaten, at times of which one holds the other: nobody is beaten for
    good twice."""
    return bool(one.beaten & other.beaten) and one.days is not None and other.days is not None and _gap(one, other) <= 0


def _same_figure(low: int | None, high: int | None, other_low: int | None, other_high: int | None) -> float:
    if (low, high) == (other_low, other_high):
        return 1.5
    apart = (low is not None and other_high is not None and low > other_high) or (
        other_low is not None and high is not None and other_low > high
    )
    numbers = [n or 1 for n in (low or high, other_low or other_high)]
    return -0.75 if apart or max(numbers) > FAR_APART * min(numbers) else 0.25
