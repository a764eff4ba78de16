"""The benchmark of dates: its output, its messages, and the floor below which no figure may fall again."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from benchmarks import dates
from benchmarks.dates_kinds import kind_of, value_kind
from benchmarks.peers_dates import _timex

SHARED = Path(os.environ.get("CONFLICT_TIMELINE_SHARED", dates.ROOT.parent / "shared"))
CORPORA = SHARED / "corpora" / "time-expressions"
needs_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not beside the project")

FLOOR = {
    # strict span, value, date-only: HeidelTime's figures, which may never win again
    "timebank": (85.3, 79.5, 86.3),
    "aquaint": (81.3, 72.9, 86.3),
    "wikiwars": (86.3, 83.7, 90.2),
}


def line(text: str) -> str:
    return json.dumps({"id": "a", "dct": "2025-02-12", "text": text, "timexes": []}) + "\n"


def test_no_scorer_is_a_message(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no scorer there"):
        dates.load_scorer(str(tmp_path / "absent.py"))


def test_no_corpus_is_a_message(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such corpus"):
        dates.read_corpus(tmp_path / "absent.jsonl")


def test_predictions_are_in_the_corpora_format(tmp_path: Path) -> None:
    corpus = tmp_path / "small.jsonl"
    corpus.write_text(line("It fell on 27 January 2025."), encoding="utf-8")
    rows, seconds = dates.predict(dates.read_corpus(corpus), dates.load_words())
    assert rows == [{"id": "a", "timexes": [{"start": 11, "end": 26, "type": "DATE", "value": "2025-01-27"}]}]
    assert seconds >= 0


@pytest.mark.parametrize(
    ("gold", "found", "kind"),
    [
        ("1988-Q3", "1988", "a quarter against a year or another quarter"),
        ("1998-WXX", "1998-W07", "another week, or a week left open"),
        ("PAST_REF", "PXM", "vague reference against a value"),
        ("1942-05", "1943-05", "the right month or day of another year"),
        ("1998-02-12", "1998-02-12TNI", "the same day, another time of day"),
        ("1949-XX", "1949", "the same date, coarser or finer"),
        ("2000-01-05", "2000-01-12", "another day"),
        ("P1DE", "P10Y", "a duration written otherwise"),
    ],
)
def test_kinds_of_wrong_values(gold: str, found: str, kind: str) -> None:
    assert value_kind(gold, found) == kind


def test_kinds_of_expressions() -> None:
    assert kind_of({"type": "DATE", "value": "FUTURE_REF"}) == "vague reference"
    assert kind_of({"type": "SET", "value": "P1D"}) == "set"
    assert kind_of({"type": "DURATION", "value": "P1D"}) == "duration"


def test_a_recogniser_is_read_kindly() -> None:
    resolution = {"values": [{"timex": "XXXX-01-27", "value": "2025-01-27"}, {"value": "2026-01-27"}]}
    assert _timex("datetimeV2.date", resolution) == {"type": "DATE", "value": "2025-01-27"}
    assert _timex("datetimeV2.duration", {"values": [{"timex": "P3D"}]}) == {"type": "DURATION", "value": "P3D"}


@needs_corpora
@pytest.mark.corpus
@pytest.mark.parametrize("name", sorted(FLOOR))
def test_heideltime_stays_passed(name: str) -> None:
    scorer = dates.load_scorer(str(SHARED / "eval" / "score_timex.py"))
    documents = dates.read_corpus(CORPORA / f"{name}.jsonl")
    rows, _ = dates.predict(documents, dates.load_words())
    figures, _ = scorer.score({d["id"]: d for d in documents}, {row["id"]: row for row in rows})
    reached = tuple(100 * figures[cell]["f1"] for cell in dates.CELLS)
    assert all(one > floor for one, floor in zip(reached, FLOOR[name], strict=True)), reached
