"""Which date an event gets when its reports give several, and what they disagree on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.edtf import Edtf
from generator.model.event import Disagreement, Version
from generator.model.temporal import TimeExpression
from generator.stages.linking.traits import Traits

DATE_REASONS = (
    "only-report", "all-agree", "override", "stated-over-relative", "near-the-event", "more-sources", "finer",
    "best-evidence",
)  # fmt: skip
"""Why the chosen date was chosen; keys of the interface strings (table `date_reason`)."""

TRUST = {
    "override": 9.0, "stated": 1.0, "front-matter": 1.0, "inferred-year": 0.95,
    "relative-to-publication": 0.8, "relative-to-text": 0.7,
}  # fmt: skip
"""How far a date is believed by the way it is known: stated words before a count of days."""
DISSENT_TRUST = 0.5
"""Who only says that others give another day does not report the event."""
CLOCK = "time-of-day"
"""The rule of a language pack behind a time of day that stands alone."""
NEAR_DAYS = 14
ABOUT = 1
"""Days by which a date that is only about right may be wrong."""
LATE_DAYS = 365
LATE_TRUST = 0.6
"""A report written more than a year after is believed less than one written within two weeks."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen date, the mention that gives it, why, and the versions that cannot be true beside it."""

    value: Edtf | None
    time: TimeExpression | None
    giver: Traits | None
    reason: str
    disagreement: Disagreement | None


@dataclass(frozen=True, slots=True)
class _Version:
    """All mentions that give one date, and the evidence for it."""

    text: str
    days: tuple[int, int]
    members: tuple[Traits, ...]
    evidence: float
    sources: int


def choose_date(members: Sequence[Traits], sources: Mapping[str, str]) -> Choice:
    """The date with the best evidence: stated over relative, near over late, more sources over fewer, finer
    over coarser. A coarser date that holds the chosen one agrees with it."""
    versions = _versions(members, sources)
    if not versions:
        return _open_or_none(members)
    best = _finer(max(versions, key=_weight), versions)
    giver = max(best.members, key=lambda member: (_belief(member), -member.index))
    others = [version for version in versions if not _compatible(version, best)] or _apart(versions, best)
    disagreement = None
    if others:
        told = [best, *sorted(others, key=lambda version: (version.days, version.text))]
        disagreement = Disagreement(
            "date", tuple(Version(v.text, tuple(m.mention.id for m in v.members)) for v in told)
        )
    time = giver.mention.time
    value = time.edtf if time else None
    return Choice(value, time, giver, _reason(best, versions, others), disagreement)


def _weight(version: _Version) -> tuple[float, int, str]:
    return version.evidence, -version.days[0], version.text


def _finer(best: _Version, versions: Sequence[_Version]) -> _Version:
    """The best of the days that a window or a month holds, which agree with it and say more; an extent tells how long
    the event lasted, and no day in it does that."""
    if "/" in best.text or best.days[0] == best.days[1]:
        return best
    days = (one for one in versions if one.days[0] == one.days[1] and "~" not in one.text)
    inside = [one for one in days if _compatible(one, best)]
    return max(inside, key=_weight, default=best)


def _open_or_none(members: Sequence[Traits]) -> Choice:
    """Without a bounded date: an interval open at one end is still better than nothing."""
    for member in members:
        time = member.mention.time
        if time is not None and time.edtf is not None:
            return Choice(time.edtf, time, member, "only-report", None)
    return Choice(None, None, None, "", None)


def _versions(members: Sequence[Traits], sources: Mapping[str, str]) -> list[_Version]:
    groups: dict[str, list[Traits]] = {}
    for member in [member for member in members if not _mere_clock(member)] or members:
        time = member.mention.time
        if member.days is not None and time is not None and time.edtf is not None:
            groups.setdefault(time.edtf.text, []).append(member)
    return [_version(text, group, sources) for text, group in groups.items()]


def _mere_clock(member: Traits) -> bool:
    """Whether a report gives a time of day and leaves its day to the reader: where others name the day, it has none."""
    time = member.mention.time
    return time is not None and time.provenance is not None and time.provenance.rule == CLOCK


def _version(text: str, group: Sequence[Traits], sources: Mapping[str, str]) -> _Version:
    """Evidence is the best belief of each source, summed; each further article of a source adds a little."""
    by_source: dict[str, list[float]] = {}
    for member in group:
        name = sources.get(member.mention.span.article_id, member.mention.span.article_id)
        by_source.setdefault(name, []).append(_belief(member))
    days = group[0].days
    assert days is not None  # noqa: S101 - _versions keeps dated members only
    evidence = sum(max(beliefs) + 0.1 * min(5, len(beliefs) - 1) for beliefs in by_source.values())
    width = days[1] - days[0]
    fineness = 1.0 if width <= 1 else 0.6 if width <= 7 else 0.35 if width <= 31 else 0.2
    return _Version(text, days, tuple(group), evidence * fineness, len(by_source))


def _belief(member: Traits) -> float:
    """How far one mention's date is believed."""
    time = member.mention.time
    trust = TRUST.get(time.basis or "", 0.7) if time else 0.0
    if time is not None and time.edtf is not None and any(mark in time.edtf.text for mark in "?~%"):
        trust *= 0.8
    trust *= DISSENT_TRUST if member.dissent else 1.0
    if member.days is None or member.published is None:
        return trust
    late = member.published - member.published_width - member.days[1]
    if late > LATE_DAYS:
        return trust * LATE_TRUST
    return trust if late <= NEAR_DAYS else trust * 0.9


def _compatible(version: _Version, best: _Version) -> bool:
    """Whether one day can be meant by both; `a week ago` may be a day more or less."""
    (first, last), (low, high) = version.days, best.days
    slack = ABOUT if "~" in version.text + best.text else 0
    return first <= high + slack and low <= last + slack


def _apart(versions: Sequence[_Version], best: _Version) -> list[_Version]:
    """Finer dates inside the chosen one that cannot all be true: `at the weekend`, Saturday or Sunday."""
    finer = [version for version in versions if version is not best and version.days[1] - version.days[0] < 1]
    parted = any(not _compatible(one, other) for one in finer for other in finer)
    return finer if parted else []


def _reason(best: _Version, versions: Sequence[_Version], others: Sequence[_Version]) -> str:
    """The rule that decided, named for the reader."""
    if len(versions) == 1:
        return "only-report" if len(best.members) == 1 else "all-agree"
    if not [version for version in others if not _compatible(version, best)]:
        return "finer"
    rival = max(others, key=lambda version: version.evidence)
    if best.sources > rival.sources:
        return "more-sources"
    if _basis(best) != _basis(rival) and _basis(best) == "stated":
        return "stated-over-relative"
    if _lateness(best) + NEAR_DAYS < _lateness(rival):
        return "near-the-event"
    return "best-evidence"


def _basis(version: _Version) -> str:
    giver = max(version.members, key=lambda member: (_belief(member), -member.index))
    return (giver.mention.time.basis or "") if giver.mention.time else ""


def _lateness(version: _Version) -> int:
    return min((m.published - version.days[1] for m in version.members if m.published is not None), default=0)
