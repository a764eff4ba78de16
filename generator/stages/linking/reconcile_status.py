"""What came of an event: the latest word, the history of words, and plans nobody followed up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.event import Status
from generator.stages.linking.traits import Traits

History = tuple[tuple[str, Status], ...]


def reconcile_status(members: Sequence[Traits], sources: Mapping[str, str]) -> tuple[Status, History]:
    """The status of the event, and each mention's status in order of publication when they differ.

    A report of the deed outweighs a plan or a claim of it; a denial stands only where nobody reports or
    claims the deed. A claim that two sources make on their own account has become a report.
    """
    told = sorted(members, key=lambda m: (m.published or 0, m.index))
    words = {m.mention.status for m in told}
    history: History = tuple((m.mention.id, m.mention.status) for m in told) if len(words) > 1 else ()
    for status in ("happened", "claimed", "denied"):
        if status in words:
            return _claim(told, sources) if status == "claimed" else status, history
    return "planned", history


def _claim(told: Sequence[Traits], sources: Mapping[str, str]) -> Status:
    """Several sources with different speakers confirm each other."""
    claims = [m for m in told if m.mention.status == "claimed"]
    speakers = {m.mention.speaker.casefold() for m in claims}
    backers = {sources.get(m.mention.span.article_id, m.mention.span.article_id) for m in claims}
    return "happened" if len(backers) >= 2 and len(speakers) >= 2 else "claimed"


def is_overdue(status: Status, days: tuple[int, int] | None, horizon: int | None) -> bool:
    """Whether a plan's day lies before the latest publication and nobody reported the deed."""
    return status == "planned" and days is not None and horizon is not None and days[1] < horizon
