"""From a cluster of mentions to an event: choose, keep the disagreements, and say why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.model.calendar import from_ordinal
from generator.model.event import Actor, Event, EventMention, EventType, Place
from generator.model.problem import Provenance
from generator.stages.linking.cluster import Cluster, Join
from generator.stages.linking.late import COUNTS, counting, firm, of_the_day
from generator.stages.linking.reconcile_date import Choice, choose_date
from generator.stages.linking.reconcile_figures import reconcile_figures
from generator.stages.linking.reconcile_status import is_overdue, reconcile_status
from generator.stages.linking.roles import CLAIMING
from generator.stages.linking.score import PARTS, parts
from generator.stages.linking.told_with import ASIDE_ROLES, ASIDES, OWNED_UP
from generator.stages.linking.traits import Corpus, Traits, window

MOST_ACTORS = 6
MOST_PLACES = 4
MUTUAL = frozenset({"agreement", "diplomacy-talks", "statement"})
"""Kinds of event that take two: a title that names both tells more."""
GAINED = 0.35
"""The weight, against that of the fighting, of the reports by which a battle is told for the town that it took."""
CELL = " | "
"""What stands between the cells of a table's row in an article's plain text."""
TITLE_WORDS = range(4, 13)
"""A headline says who did what where, in about a dozen words."""
BEGINNING = 4
"""Letters in which two spellings of a name agree: `Salaheddin`, `Salah al-Din`."""
WIDE = 5
"""The precision of a region that is no part of one country: beside a town it says nothing."""


def reconcile(cluster: Cluster, corpus: Corpus, sources: Mapping[str, str], horizon: int | None) -> Event:
    """The event a cluster stands for, without its id and significance.

    `sources` names the independent source of each article id; `horizon` is the ordinal of the corpus's latest
    publication, against which plans are overdue.
    """
    members, own = cluster.members, _own(cluster)
    choice = choose_date(members, sources)
    status, history = reconcile_status(members, sources)
    figures, contradictions = reconcile_figures(counting(cluster, own), sources)
    kind = _type(own)
    lead = best_mention(members, kind)
    time, located = choice.time, firm(cluster, members)
    return Event(
        id="",
        title=lead.title,
        text=_telling(members, kind, lead.id),
        type=kind,
        status=status,
        date=choice.value,
        mentions=tuple(member.mention for member in members),
        basis=time.basis if time else None,
        date_text=time.text if time else "",
        date_reason=choice.reason,
        date_mention=choice.giver.mention.id if choice.giver else "",
        latest=_latest(choice, members),
        actors=_actors(members),
        places=_places(located, of_the_day(cluster, located)),
        figures=figures,
        disagreements=tuple(d for d in (choice.disagreement, *contradictions) if d),
        history=history,
        overdue=is_overdue(status, window(choice.value), horizon),
        sources=tuple(sorted({sources.get(m.mention.span.article_id, "") for m in members} - {""})),
        provenance=_provenance(cluster, corpus, choice, kind),
    )


def _own(cluster: Cluster) -> Sequence[Traits]:
    """The members that tell of the deaths themselves, and not only what was said or done about it right after: who is
    said to have shot the aircraft down, how many were rescued; nor what a side says it achieved."""
    owned = {at for join in cluster.joins if join.rule == OWNED_UP for at in (join.member, join.partner)}
    members = [m for m in cluster.members if not (m.index in owned and CLAIMING in m.roles)]
    joined = {at for join in cluster.joins if join.rule in ASIDES for at in (join.member, join.partner)}
    told = [m for m in members if not (m.index in joined and ASIDE_ROLES & m.roles)]
    return told if any(figure.kind == "killed" for m in told for figure in m.mention.figures) else members


def _latest(choice: Choice, members: Sequence[Traits]) -> str | None:
    """The last day it can have happened: the date's end, or the earliest report's publication."""
    if choice.value is not None and choice.value.latest is not None:
        return str(choice.value.latest)
    reported = [m.published for m in members if m.published is not None and m.mention.status != "planned"]
    return str(from_ordinal(min(reported))) if reported else None


def _type(members: Sequence[Traits]) -> EventType:
    """The type with the most weight of mentions, tolls of it left aside; a named type before `other`, then the one
    told first."""
    weights: dict[EventType, float] = defaultdict(float)
    members = [member for member in members if member.mention.status != "planned"] or members
    for member in [member for member in members if not member.mere_toll] or members:
        weights[member.mention.type] += _weight(member.mention)
    if "battle" in weights and weights.get("territory-change", 0.0) >= GAINED * weights["battle"]:
        weights["territory-change"] += weights["battle"]  # what was fought for changed hands
    return max(weights, key=lambda kind: (kind != "other", weights[kind]))


def _weight(mention: EventMention) -> float:
    return 0.05 + mention.weight


def best_mention(members: Sequence[Traits], kind: EventType) -> EventMention:
    """The mention whose title and sentence tell the event best."""
    common = Counter(name for m in members for name in {*m.actors, *m.towns})
    told, towns = len(members), sorted({town for member in members for town in member.towns})
    words_for_it = Counter(member.mention.lemma for member in members)
    pinned = any(member.fine for member in members)
    done = any(member.mention.status == "happened" for member in members)

    def quality(member: Traits) -> tuple[float, int]:
        mention = member.mention
        words = len(mention.title.split())
        names = [*member.actors, *member.towns]
        agreement = sum(common[name] for name in names) / (told * max(1, len(names)))
        doers = [actor for actor in mention.actors if actor.role in {"agent", "party"}]
        agent, both = bool(doers), len(doers) > 1 and kind in MUTUAL
        placed = any(town in mention.title.casefold() for town in towns) or _names_place(mention)
        points = (
            2.0 * mention.weight
            + (1.0 if words in TITLE_WORDS else 0.5 if agent and placed else 0.0)
            + (0.8 if agent else 0.0)
            + (0.3 if both else 0.0)
            + (0.6 if member.towns or (member.regions and not towns) else 0.0)
            + (0.8 if mention.type == kind else 0.0)
            + (0.4 if mention.status == "happened" else -3.0 if done and mention.status == "planned" else 0.0)
            + 0.8 * agreement
            + 0.8 * words_for_it[mention.lemma] / told
            + (0.6 if pinned and member.fine else 0.0)
            + (0.75 if placed else 0.0 if agent or words in TITLE_WORDS else -0.6)
            - (1.5 if member.mere_toll or mention.rule in COUNTS else 0.6 if _only_injured(mention) else 0.0)
        )
        return points, -member.index

    return _in_full(sorted(members, key=quality, reverse=True)).mention


def _in_full(members: Sequence[Traits]) -> Traits:
    """The best of the reports, which come first; or that whose title says the same and more, where the best names no
    place: `Kenya agrees to [Mr Musa's peace] plan`."""
    best = members[0]
    said, mention = set(best.mention.title.split()), best.mention
    if _names_place(mention):
        return best
    more = (m for m in members if m.mention.status == mention.status and m.mention.type == mention.type)
    told = ((m, m.mention.title.split()) for m in more if m.mention.title.split()[:1] == mention.title.split()[:1])
    return next((m for m, words in told if said < set(words) and len(words) in TITLE_WORDS), best)


def _names_place(mention: EventMention) -> bool:
    """Whether a title names a place of its own, which the list may spell another way: by how its name begins."""
    return any(_is_in_title(place, mention) for place in mention.places if place.precision < WIDE)


def _is_in_title(place: Place, mention: EventMention) -> bool:
    told = {word[:BEGINNING] for word in mention.title.casefold().split()}
    return any(word[:BEGINNING] in told for word in place.name.casefold().split() if len(word) >= BEGINNING)


def _only_injured(mention: EventMention) -> bool:
    return {figure.kind for figure in mention.figures} == {"injured"}


def _telling(members: Sequence[Traits], kind: EventType, lead: str) -> str:
    """The sentence that stands under the title: the lead's, unless that is a row of a table, or speaks of something
    else in its main clause (`The date came from the pact [that they signed in May]`), and another is prose."""
    first = next(member for member in members if member.mention.id == lead)
    prose = [member for member in members if CELL not in member.mention.text]
    outright = [member for member in prose if not member.relative and not member.mere_toll]
    aside = first.relative and not first.mention.speaker  # but `sources say [that they signed it]`
    if aside and outright:
        return best_mention(outright, kind).text
    return best_mention(prose, kind).text if prose and CELL in first.mention.text else first.mention.text


def _actors(members: Sequence[Traits]) -> tuple[Actor, ...]:
    """The actors named most, agents and patients first; the fullest record of each."""
    weights: dict[str, float] = defaultdict(float)
    records: dict[str, Actor] = {}
    for member in members:
        for actor in member.mention.actors:
            role = {"agent": 1.0, "patient": 0.9, "party": 0.9, "speaker": 0.2}.get(actor.role, 0.6)
            weights[actor.name] += role * _weight(member.mention)
            known = records.get(actor.name)
            if known is None or _richness(actor) > _richness(known):
                records[actor.name] = actor
    return tuple(records[name] for name in _top(weights, MOST_ACTORS))


def _richness(actor: Actor) -> tuple[bool, bool, bool, int]:
    return actor.role not in {"", "speaker"}, actor.kind != "other", bool(actor.country), len(actor.aliases)


def _places(members: Sequence[Traits], near: Sequence[Traits]) -> tuple[Place, ...]:
    """The places named most, the finer before the wider, of those that reports of the day name if any do; a region or
    country that only says where a finer place lies is left out, and a part of the world beside a town."""
    told = {place.name for member in near for place in _its_places(member)}
    weights: dict[str, float] = defaultdict(float)
    records: dict[str, Place] = {}
    for member in members:
        for place in (one for one in _its_places(member) if not told or one.name in told):
            weights[place.name] += _weight(member.mention) * (1.2 - 0.1 * place.precision)
            known = records.get(place.name)
            if known is None or (place.lat is not None and known.lat is None):
                records[place.name] = place
    inner = {name for place in records.values() for name in _holders(place)}
    countries = {place.country for place in records.values() if place.precision < 6}
    fine = any(place.precision < WIDE for place in records.values())
    kept = {
        name: weight
        for name, weight in weights.items()
        if not (name in inner or (records[name].precision == 6 and records[name].country in countries))
        and not (fine and records[name].precision == WIDE and not records[name].country)
    }
    return tuple(records[name] for name in _top(kept, MOST_PLACES))


def _its_places(member: Traits) -> Sequence[Place]:
    """Where a mention says the event was. That a war began is told beside other news, whose places are in the
    sentence as well: so only a place that its title names (`Protests begin in Goma`)."""
    mention = member.mention
    return [place for place in mention.places if not member.outbreak or _is_in_title(place, mention)]


def _holders(place: Place) -> set[str]:
    """The names of the regions a place lies in."""
    return {place.admin1} - {"", place.name} if place.precision < 4 else set()


def _top(weights: Mapping[str, float], most: int) -> list[str]:
    """The heaviest names, those with a small share of the heaviest left out; ties by name."""
    heaviest = max(weights.values(), default=0.0)
    worthy: Iterable[str] = (name for name, weight in weights.items() if weight >= 0.15 * heaviest)
    return sorted(worthy, key=lambda name: (-weights[name], name))[:most]


def _provenance(cluster: Cluster, corpus: Corpus, choice: Choice, kind: EventType) -> Provenance:
    """Why the event is there: its date, its type, and each mention with what joined it."""
    reasons = {join.member: join for join in cluster.joins}
    told = tuple(_joined(member, reasons.get(member.index), corpus) for member in cluster.members)
    giver = choice.giver
    dated = Provenance("linking", f"date:{choice.reason}" if choice.reason else "date:undated",
                       giver.mention.time.span if giver and giver.mention.time else None,
                       choice.value.text if choice.value else "",
                       (giver.mention.time.provenance,) if giver and giver.mention.time
                       and giver.mention.time.provenance else ())  # fmt: skip
    typed = Provenance("linking", "type:most-weight", None, kind)
    return Provenance("linking", "event", None, f"{len(cluster.members)}", (dated, typed, *told))


def _joined(member: Traits, join: Join | None, corpus: Corpus) -> Provenance:
    """One mention: its own provenance, and the points by which it joined another."""
    inner = (member.mention.provenance,) if member.mention.provenance else ()
    if join is None:
        return Provenance("linking", "mention", member.mention.trigger, member.mention.id, inner)
    partner = corpus.traits[join.partner]
    points = parts(member, partner, corpus)
    told = ", ".join(f"{name} {value:+.1f}" for name, value in zip(PARTS, points, strict=True) if value)
    note = f"{member.mention.id} ~ {partner.mention.id}: {sum(points):.1f} ({told})"
    return Provenance("linking", f"joined:{join.rule}", member.mention.trigger, note, inner)
