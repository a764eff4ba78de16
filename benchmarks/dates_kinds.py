"""What remains wrong, sorted by kind and counted: the list in docs/accuracy.md comes from here."""

from __future__ import annotations

import re
from collections import Counter
from types import ModuleType
from typing import Any

Timex = dict[str, Any]
REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def count_kinds(gold: dict[str, Any], rows: list[dict[str, Any]], scorer: ModuleType) -> dict[str, Counter[str]]:
    """For a corpus: wrong values, missed and spurious expressions by kind, and how many spans differ in an end."""
    kinds: dict[str, Counter[str]] = {"wrong value": Counter(), "missed": Counter(), "spurious": Counter()}
    kinds["span"] = Counter()
    predicted = {row["id"]: row["timexes"] for row in rows}
    for name, document in gold.items():
        found = predicted[name]
        pairs = scorer.align(document["timexes"], found)
        for left, right in pairs:
            one, other = document["timexes"][left], found[right]
            kinds["span"]["begins or ends elsewhere"] += (one["start"], one["end"]) != (other["start"], other["end"])
            if (one["value"] or "") != (other["value"] or ""):
                kinds["wrong value"][value_kind(one["value"] or "", other["value"] or "")] += 1
        paired = {left for left, _ in pairs}, {right for _, right in pairs}
        kinds["missed"].update(kind_of(t) for i, t in enumerate(document["timexes"]) if i not in paired[0])
        kinds["spurious"].update(kind_of(t) for i, t in enumerate(found) if i not in paired[1])
    return kinds


def kind_of(timex: Timex) -> str:
    """Vague, a duration, a set, or something on the calendar."""
    value = timex["value"] or ""
    if value in REFERENCES or not value:
        return "vague reference"
    if timex["type"] == "SET":
        return "set"
    return "duration" if value.startswith("P") else "calendar or time of day"


def value_kind(gold: str, found: str) -> str:
    """How two values differ; the first test that holds names the kind."""
    pair = {gold, found}
    tests = (
        ("one side gives no value", "" in pair),
        ("vague reference against a value", bool(pair & REFERENCES)),
        ("a duration written otherwise", gold.startswith("P") and found.startswith("P")),
        ("a duration against a date or set", gold.startswith("P") or found.startswith("P")),
        ("resolved on one side only", ("XXXX" in gold) != ("XXXX" in found)),
        ("another week, or a week left open", "W" in gold and "W" in found),
        ("a week against a day or month", "W" in gold or "W" in found),
        ("the same day, another time of day", gold.split("T", maxsplit=1)[0] == found.split("T", maxsplit=1)[0]),
        ("a quarter against a year or another quarter", "Q" in gold or "Q" in found),
        ("the same date, coarser or finer", gold.startswith(found.rstrip("-X")) or found.startswith(gold.rstrip("-X"))),
        ("before our era", "BC" in gold[:2] + found[:2]),
        ("the right month or day of another year", len(gold) >= 7 and gold[4:] == found[4:]),
        ("another day", bool(re.fullmatch(r"\d{4}-\d\d-\d\d.*", gold) and len(found) >= 10)),
    )
    return next((name for name, holds in tests if holds), "something else")


def show(name: str, kinds: dict[str, Counter[str]]) -> None:
    """Print the kinds of a corpus, the most frequent first."""
    for what, counter in kinds.items():
        print(f"{name}, {what}: {sum(counter.values())}")
        for kind, number in sorted(counter.items(), key=lambda item: (-item[1], item[0])):
            print(f"  {number:4d}  {kind}")
