"""What the next words of an article add to an event it has just told: its toll, its denial."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.model.wording import stems
from generator.stages.linking.cluster import Cluster, allowed, hostile
from generator.stages.linking.clustering import Clustering
from generator.stages.linking.course import course
from generator.stages.linking.score import FAR_APART
from generator.stages.linking.section import contents, told_on, under_heading, voted_on
from generator.stages.linking.told_with import same_men, told_with
from generator.stages.linking.traits import CASUALTIES, Traits

DEEDS = frozenset(
    {"battle", "territory-change", "explosion-remote-violence", "violence-against-civilians", "protest-riot"}
)
"""Kinds of event in which people are killed or hurt."""
STRUCK = frozenset({"battle", "explosion-remote-violence", "violence-against-civilians"})
"""Kinds of event that one word may mean: `the attack`."""
DEALT = frozenset({"agreement", "diplomacy-talks"})
"""Likewise: `the ceremony`, at which a pact was signed."""
TAKING = frozenset({"battle", "territory-change"})
"""Fighting and what it is for: the dead of the battle are those of the capture told just before."""
GATHERING = "protest-riot"
"""The kind of event whose dead are more often those of what struck it."""
NEARBY = 3
"""A sequel stands at most so many sentences after its event, ..."""
FARTHER = 4
"""... or so many, when it repeats a telling word of it."""
ECHO = 3.0
"""The weight of one word that few sentences use."""
GREATEST = 500
"""A greater number without a date and a place of its own is a sum over the war, not the toll of one event."""
ONCE = frozenset({"territory-change", "agreement"})
"""Kinds of event of which an article rarely tells two of one side and day, and one of them without saying where."""
OUTCOMES = frozenset({"agreement", "statement"})
"""Kinds of event that a meeting ends with."""
AFTER = 2
"""An outcome is told at most so many sentences after its meeting."""
PLEDGE = "trigger:agree-to-do"
"""The rule behind what a side undertakes to do."""
LOST = "trigger:lose-men"
"""The rule behind a side's own dead, of whom another side counts none."""
REBELLION = "trigger:rebellion"
"""The rule behind a revolt against one's own government."""
BATTLE = 7
"""The most days over which the victims of one event are counted: `700 killed between 26 and 30 January`."""


def attach_sequels(clustering: Clustering) -> None:
    """Join each toll, each denial and each bare entry that has no time and place of its own to the event its
    article tells with it or just before it."""
    by_article: dict[int, list[Traits]] = defaultdict(list)
    by_id = {traits.mention.id: traits for traits in clustering.corpus.traits}
    for traits in clustering.corpus.traits:
        counted = by_id.get(traits.recount)
        if counted is not None and not hostile(clustering.of(counted), clustering.of(traits)):
            clustering.merge(counted, traits, "other-count")
        by_article[traits.article].append(traits)
    for article in sorted(by_article):
        told = sorted(by_article[article], key=lambda traits: (traits.mention.trigger.start, traits.index))
        told = [traits for traits in told if not traits.dissent and not traits.recount]
        for place, traits in enumerate(told):
            _attach(told, place, traits, clustering)


def attach_dissents(clustering: Clustering) -> None:
    """Join each other day to the event whose day it contradicts, however far they lie apart: last of all, so that
    it widens no event for what is still to join."""
    by_id = {traits.mention.id: traits for traits in clustering.corpus.traits}
    for traits in clustering.corpus.traits:
        told = by_id.get(traits.dissent)
        if told is not None and not hostile(clustering.of(told), clustering.of(traits)):
            clustering.merge(told, traits, "other-day")


def _attach(told: Sequence[Traits], place: int, traits: Traits, clustering: Clustering) -> None:
    """Join one mention to what it adds to, if it does."""
    for rule, partner in _partners(told, place, traits, clustering):
        if partner is not None:
            clustering.merge(partner, traits, rule)
            return


def _partners(
    told: Sequence[Traits], place: int, traits: Traits, clustering: Clustering
) -> Iterator[tuple[str, Traits | None]]:
    """What a mention may add to, by each rule in turn; the first that finds something decides."""
    before = told[:place]
    yield "same-men", same_men(before, traits, clustering)
    yield "toll-of-sentence", _deed(told, traits, clustering)
    yield "same-sentence", _restated(before, traits, clustering)
    yield "course", course(before, traits, clustering)
    rule = _sequel(traits)
    if rule:
        yield rule, _antecedent(before, traits, rule, clustering)
    if traits.definite:
        yield "look-back", _looked_back(before, traits, clustering)
    yield "heading", under_heading(told, place, traits, clustering)
    yield "content", contents(before, traits, clustering)
    yield "told-on", told_on(before, traits, clustering)
    yield "voted-on", voted_on(before, traits, clustering)
    yield "told-again", _again(before, traits, clustering)
    yield "outcome", _meeting(before, traits, clustering)
    yield from told_with(before, traits, clustering)
    yield "entry", _entry(told, traits, clustering)


def _deed(told: Sequence[Traits], traits: Traits, clustering: Clustering) -> Traits | None:
    """The deed of the same sentence that a toll belongs to: `attacked the church and [killed] 38`."""
    if traits.summing or traits.mention.type not in DEEDS or not (_victims(traits) or traits.mere_harm):
        return None
    same = [t for t in told if t.mention.span == traits.mention.span and t is not traits]
    fits = [other for other in same if _one_deed(clustering.of(other), clustering.of(traits), other, traits)]
    start = traits.mention.trigger.start
    return min(fits, key=lambda other: abs(other.mention.trigger.start - start), default=None)


def _restated(before: Sequence[Traits], traits: Traits, clustering: Clustering) -> Traits | None:
    """What the sentence has told in other words: `stepped up its [relief effort], [sending] two planes`."""
    for other in reversed(before):
        if other.mention.span != traits.mention.span:
            return None
        if _same_facts(other, traits) and allowed(clustering.of(other), clustering.of(traits)):
            return other
    return None


def _same_facts(other: Traits, traits: Traits) -> bool:
    """Whether two triggers of one sentence differ in nothing: kind, day, places, outcome; and one names nobody whom
    the other does not, nor counts anybody."""
    one, two = other.mention, traits.mention
    return (
        (other.kind, one.status, other.days, other.towns) == (traits.kind, two.status, traits.days, traits.towns)
        and other.kind != "other"
        and other.fine
        and bool(other.actors or traits.actors)
        and (other.actors <= traits.actors or traits.actors <= other.actors)
        and not (one.figures and two.figures)
    )


def _one_deed(cluster: Cluster, own: Cluster, other: Traits, traits: Traits) -> bool:
    """Whether nothing in the sentence parts the two: not the kind, the day, the place, or who did it."""
    return (
        _kin(other, traits)
        and cluster is not own
        and not hostile(cluster, own)
        and (not _victims(other) or _same_toll(other, traits))
        and (other.days == traits.days or other.days is None or traits.days is None)
        and (other.towns == traits.towns or not other.towns or not traits.towns)
        and (not other.fighters.isdisjoint(traits.fighters) or not other.fighters or not traits.fighters)
        and other.mention.status == traits.mention.status
    )


def _kin(other: Traits, traits: Traits) -> bool:
    """Whether a toll can be the toll of a deed: of its kind, or of no kind of its own."""
    kind = other.mention.type
    return kind == traits.mention.type or (kind in DEEDS - {GATHERING} and traits.causeless)


def _same_toll(other: Traits, traits: Traits) -> bool:
    """Whether two counts of one sentence count the same people: one number, or one kind after the other."""
    mine, others = dict(_counts(traits)), dict(_counts(other))
    return all(mine[kind] == others[kind] for kind in mine.keys() & others.keys())


def _counts(traits: Traits) -> list[tuple[str, int]]:
    return [(kind, low or high or 0) for kind, low, high in traits.figures if kind in CASUALTIES]


def _victims(traits: Traits) -> list[int]:
    """The numbers of killed and injured it gives."""
    return [count for _, count in _counts(traits)]


def _sequel(traits: Traits) -> str:
    """The name of what the mention adds, or nothing when it stands for itself."""
    if traits.mention.status == "denied":
        return "denial" if traits.days is None else ""
    counts = _victims(traits)
    bare = traits.mention.type in DEEDS and (traits.dateless or traits.days is not None) and not traits.summing
    greatest = max(counts, default=0) <= GREATEST or traits.extent
    return "toll" if counts and greatest and bare else ""


def _antecedent(before: Sequence[Traits], traits: Traits, rule: str, clustering: Clustering) -> Traits | None:
    """Of the events told just before, the one whose words it repeats most, else the nearest."""
    idf = clustering.corpus.idf
    near = [other for other in before if traits.sentence - other.sentence <= FARTHER]
    fits = [
        (echo, other.mention.type != GATHERING, other)
        for other in near
        if _fits(other, traits, rule, clustering)
        and ((echo := _echo(other, traits, idf)) >= ECHO or traits.sentence - other.sentence <= NEARBY)
    ]
    return max(fits, key=lambda one: (*one[:2], *_rank(one[2])), default=(0.0, True, None))[2]


def _rank(traits: Traits) -> tuple[int, float, int]:
    """The nearest sentence first, in it the deed itself before what it is only called again."""
    return traits.sentence, traits.mention.weight, traits.index


def _echo(one: Traits, other: Traits, idf: dict[str, float]) -> float:
    """The weight of the words both sentences use."""
    shared = stems(one.mention.text) & stems(other.mention.text)
    return sum(sorted(idf.get(word, 0.0) for word in shared))


def _fits(other: Traits, traits: Traits, rule: str, clustering: Clustering) -> bool:
    if other.mention.status == "planned" or other.mention.span == traits.mention.span:
        return False
    if traits.towns and traits.towns != other.towns:
        return False
    alone = bool(other.mention.figures) and all(figure.single for figure in other.mention.figures)
    if rule == "toll" and alone and other.mention.type != "explosion-remote-violence":
        return False  # `A nurse was shot. Fifty people were killed in a week.`
    if rule == "toll" and other.mention.rule == LOST and traits.actors.isdisjoint(other.actors):
        return False  # `Ghana lost 14 soldiers. The mission counts 18 dead.`
    cluster = clustering.of(other)
    if rule == "denial":
        kin = other.mention.type == traits.mention.type
    else:
        same_day = _in_its_days(other, traits) if traits.days else other.fine or other.days is None
        kin = same_day and _harms(other, traits) and _tolls_fit(cluster, traits)
    return kin and allowed(cluster, clustering.of(traits))


def _in_its_days(other: Traits, traits: Traits) -> bool:
    """Whether a toll is dated as its event, by the days of its fighting, or a little more or less exactly."""
    if traits.days is None or other.days is None or traits.days == other.days:
        return traits.days == other.days
    (first, last), (low, high) = traits.days, other.days
    lasting = traits.extent and first <= low and high <= last and last - first < BATTLE
    return lasting or (low <= first and last <= high < low + BATTLE)


def _harms(other: Traits, traits: Traits) -> bool:
    """Whether the toll can be what an event cost: one in which people fight, or an accident, but not a whole war."""
    if other.outbreak:
        return False
    if other.disaster:
        return traits.causeless
    kinds = {other.mention.type, traits.mention.type}
    cost = kinds == TAKING and not traits.mention.actors
    return other.mention.type in DEEDS and (len(kinds) == 1 or cost or traits.causeless)


def _looked_back(before: Sequence[Traits], traits: Traits, clustering: Clustering) -> Traits | None:
    """What `the attack` goes back to, where it names no place of its own: the nearest event of its kind."""
    if traits.towns or traits.summing or traits.mention.status == "planned":
        return None
    for other in reversed(before):
        if traits.sentence - other.sentence > NEARBY:
            return None
        if _meant(other, traits) and allowed(clustering.of(other), clustering.of(traits)):
            return other
    return None


def _again(before: Sequence[Traits], traits: Traits, clustering: Clustering) -> Traits | None:
    """What an article tells once more without its place, on the same day: `captured Uvira on Wednesday, taking the
    last big city of the province`."""
    bare = traits.kind == "battle" and bool(traits.named) and not traits.figures
    if not (traits.kind in ONCE or bare) or traits.towns or not traits.fine or traits.mention.status == "planned":
        return None
    for other in reversed(before):
        if traits.sentence - other.sentence > NEARBY:
            return None
        again = _fought_for(other, traits) if bare else _once_more(other, traits)
        if again and not hostile(clustering.of(other), clustering.of(traits)):
            return other
    return None


def _meeting(before: Sequence[Traits], traits: Traits, clustering: Clustering) -> Traits | None:
    """The meeting of which an agreement or an order is the outcome, told in the same sentence (`leaders met and signed
    a pact`), or right after it by nobody new (`Both sides agreed to a truce.`)."""
    if traits.mention.type not in OUTCOMES or traits.mention.status == "planned":
        return None
    for other in reversed(before):
        gap = traits.sentence - other.sentence
        if gap > AFTER:
            return None
        same = other.days == traits.days and traits.days is not None and (not gap or not traits.actors)
        sides = not other.named or not traits.named or other.named == traits.named
        place = not traits.towns or traits.towns == other.towns
        if same and sides and place and other.meets and other.mention.status == "happened":
            return None if hostile(clustering.of(other), clustering.of(traits)) else other
    return None


def _once_more(other: Traits, traits: Traits) -> bool:
    """Whether nothing tells two changes of one kind and day apart: the side, the region, the country."""
    sides = not other.named or not traits.named or not other.named.isdisjoint(traits.named)
    if traits.sentence != other.sentence and not traits.named and not other.named:
        sides = False
    regions = not other.regions or not traits.regions or not other.regions.isdisjoint(traits.regions)
    countries = not other.countries or not traits.countries or not other.countries.isdisjoint(traits.countries)
    same = (other.kind, other.days, other.mention.status) == (traits.kind, traits.days, traits.mention.status)
    return same and sides and regions and countries


def _fought_for(other: Traits, traits: Traits) -> bool:
    """Whether an attack that names no place is the one by which a side took what it took that day."""
    taken = other.kind == "territory-change" and other.days == traits.days and other.mention.status == "happened"
    return taken and traits.actors <= other.actors


def _meant(other: Traits, traits: Traits) -> bool:
    """Whether a noun that looks back can mean an event: its kind, its parties, its day."""
    apart = bool(other.named) and bool(traits.named) and other.named.isdisjoint(traits.named)
    same_day = traits.days is None or traits.days == other.days
    kinds = {other.kind, traits.kind}
    alike = other.kind == traits.kind or (traits.generic and (kinds <= STRUCK or kinds <= DEALT))
    return alike and not apart and same_day and other.mention.status == "happened"


def attach_retold(clustering: Clustering) -> None:
    """Join what an article tells again without a name, by a date that is less exact, to the one event it can mean: `the
    men who mutinied in 2012`, and what sides undertake to the pact of theirs it tells of."""
    by_article: dict[int, list[Traits]] = defaultdict(list)
    for traits in clustering.corpus.traits:
        by_article[traits.article].append(traits)
    for traits in clustering.corpus.traits:
        own = clustering.of(traits)
        if traits.days is None or own.fine or own.days != traits.days or traits.towns or traits.summing:
            continue
        found = [one for one in by_article[traits.article] if _retells(clustering.of(one), own, one, traits)]
        if found and all(clustering.of(one) is clustering.of(found[0]) for one in found):
            clustering.merge(found[0], traits, "retold")


def _retells(cluster: Cluster, own: Cluster, other: Traits, traits: Traits) -> bool:
    """Whether a mention with a wider date can only mean an event: its kind and word, its parties' undertaking, or the
    defeat of a side."""
    if cluster is own or cluster.days is None or traits.days is None or other.kind != traits.kind:
        return False
    days = other.days or cluster.days
    inside = traits.days[0] <= days[0] and days[1] <= traits.days[1] and days != traits.days
    named = {name for member in cluster.members for name in member.named}
    word = _one_word(other, traits) and not traits.named
    pledge = traits.mention.rule == PLEDGE and bool(traits.named) and traits.named <= named
    defeat = other.defeat and traits.defeat and traits.named <= named
    return inside and (word or pledge or defeat) and allowed(cluster, own)


def _one_word(other: Traits, traits: Traits) -> bool:
    """Whether two mentions call the deed the same; a revolt has several names (`mutinied`, `took up arms`)."""
    one, two = other.mention, traits.mention
    return one.lemma == two.lemma or one.rule == two.rule == REBELLION


def _entry(told: Sequence[Traits], traits: Traits, clustering: Clustering) -> Traits | None:
    """What an entry without a name repeats: `April 2012: a [mutiny]` over the story of that mutiny."""
    named = traits.towns or traits.regions or traits.countries or traits.actors
    if traits.days is None or named or traits.summing:
        return None
    own = clustering.of(traits)
    for other in told:
        same = (other.days, other.mention.lemma, other.kind) == (traits.days, traits.mention.lemma, traits.kind)
        cluster = clustering.of(other)
        if same and cluster is not own and allowed(cluster, own):
            return other
    return None


def _tolls_fit(cluster: Cluster, traits: Traits) -> bool:
    """Whether the numbers can be counts of the same people; a number without a noun counts those just counted."""
    if traits.elliptic:
        return True
    for kind, low, high in traits.figures:
        for member in cluster.members:
            for other_kind, other_low, other_high in member.figures:
                numbers = [n or 1 for n in (low or high, other_low or other_high)]
                if kind == other_kind and max(numbers) > FAR_APART * min(numbers):
                    return False
    return True
