"""What made an event, in plain words: its date, its kind, its rank, and why each report was joined to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.event import Event
from generator.model.temporal import GOES_ON, NEWS_DAY

DATES = {
    "only-report": "one report dates it",
    "all-agree": "all reports that date it agree",
    "override": "the editor says so",
    "stated-over-relative": "reports differ; one states the date, the others have to be counted",
    "near-the-event": "reports differ; this one was written closest to the event",
    "more-sources": "reports differ; more independent sources give this date",
    "finer": "other reports give a wider date that holds this one",
    "best-evidence": "reports differ; this date has the best evidence",
}
BASES = {
    "stated": "the words give the whole date",
    "inferred-year": "the words leave out the year, which follows from the day of publication or the text",
    "relative-to-publication": "counted from the day of publication",
    "relative-to-text": "counted from another date of the text",
    "front-matter": "given at the head of the article",
    "override": "given by the editor",
}
JOINS = {
    "must-link": "the editor says that they are one",
    "same-day": "told of the same day or the one beside it, and alike",
    "coarse-date": "its wider date holds the event's, and no other event fits as well",
    "same-period": "told of the same time, and alike",
    "undated": "gives no day, and names enough to mean only this event",
    "same-words": "gives no day, and is alike",
    "toll": "counts victims right after the event was told",
    "toll-of-sentence": "counts victims in the sentence that tells the event",
    "denial": "denies what was told just before",
    "course": "tells what the same side went on to do",
    "look-back": "goes back to what was told just before",
    "told-again": "tells the same change once more without its place",
    "outcome": "tells in the same sentence what the meeting ended with",
    "outbreak": "says, as the others do, when it all began",
    "entry": "repeats what the entry above it tells",
    "other-day": "gives another day for it",
    "other-count": "gives another number of victims",
}
BY_LIKENESS = frozenset({"same-day", "coarse-date", "same-period", "undated", "same-words"})
"""The rules that compare; the others follow from where the words stand."""
PARTS = {
    "type": "kind", "trigger": "verb", "place": "place", "actors": "people", "date": "date", "wording": "words",
    "figures": "numbers", "conjunction": "rarely two of a kind there",
}  # fmt: skip
REASONS = {
    "coverage": "articles of the time tell of its day", "look-back": "later articles look back at its day",
    "central": "its words are those of the day's news", "articles": "number of articles",
    "sources": "independent sources", "type": "kind of event", "toll": "victims", "place": "exactness of its place",
    "position": "how high in the article it stands",
}  # fmt: skip


def plain_words(event: Event, rank: tuple[int, int]) -> Iterator[str]:
    """Lines on the date, the kind and the rank of an event; `rank` is its place and the number of events."""
    if event.date is None:
        yield "  date    no report says when; the day of publication is not taken for it"
    else:
        how, why = BASES.get(event.basis or "", event.basis or ""), DATES.get(event.date_reason, event.date_reason)
        how = "told before in the same report; its own sentence gives no day" if _carried(event) else how
        yield f"  date    from the words “{event.date_text}”: {how}; {why}"
    yield f"  kind    {event.type}: the kind that its reports tell of most, those that only count victims left aside"
    shares = ", ".join(f"{REASONS.get(name, name)} {share:.2f}" for name, share in event.reasons if share >= 0.005)
    yield f"  rank    {rank[0]} of {rank[1]}: {shares}"


def _carried(event: Event) -> bool:
    """Whether the report that dates an event does so by a day it told before."""
    nodes = event.provenance.inputs if event.provenance else ()
    dating = (one for node in nodes if node.rule.startswith("date:") for one in node.inputs)
    return any(one.rule in {GOES_ON, NEWS_DAY} for one in dating)


def joins(event: Event) -> dict[str, list[str]]:
    """For each mention that was joined to an earlier one, why, in words, by the mention's id."""
    numbers = {mention.id: number for number, mention in enumerate(event.mentions, 1)}
    told: dict[str, list[str]] = {}
    for node in event.provenance.inputs if event.provenance else ():
        if node.rule.startswith("joined:") and " ~ " in node.note:
            name, line = _join(node.rule.removeprefix("joined:"), node.note, numbers)
            told.setdefault(name, []).append(line)
    return told


def _join(rule: str, note: str, numbers: Mapping[str, int]) -> tuple[str, str]:
    """The mention's id and the line that tells why it was joined, from the linking stage's note."""
    pair, _, points = note.partition(": ")
    name, partner = sorted(pair.split(" ~ "), key=lambda one: -numbers.get(one, 0))
    total, _, shares = points.partition(" (")
    named = [share.split() for share in shares.rstrip(")").split(", ") if share]
    alike = ", ".join(f"{PARTS.get(part, part)} {value}" for part, value in named)
    beside = f"mention {numbers[partner]}" if partner in numbers else "another mention"
    likeness = f" (likeness {total}: {alike})" if rule in BY_LIKENESS else ""
    return name, f"to {beside}: {JOINS.get(rule, rule)}{likeness}"
