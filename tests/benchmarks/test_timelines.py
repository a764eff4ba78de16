"""The timeline benchmark: what goes to the scorer, and how its errors are sorted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.linking import b_cubed, make
from benchmarks.timelines import Row, detokenise, error_kinds, find_collection, find_scorer, show_dates
from generator.model.editorial import Constraints
from generator.stages.linking import link_events
from tests.stages.linking.making import context


@pytest.mark.parametrize(
    ("tokenised", "written"),
    [
        ("It is Rwanda 's army .", "It is Rwanda's army."),
        ("They did n't sign , he said .", "They didn't sign, he said."),
        ("`` No , '' she said ( twice ) .", '"No," she said (twice).'),
    ],
)
def test_tokenised_text_is_written_as_one_would(tokenised: str, written: str) -> None:
    assert detokenise(tokenised) == written


def test_errors_are_sorted_by_kind() -> None:
    days = [date(2025, 1, day) for day in range(1, 10)]
    row = Row("x", {}, (days[0], days[2], days[8]), (days[0], days[3], days[5]), {days[0]: 1.0, days[3]: 0.2})
    assert list(error_kinds(row).values()) == [1, 1, 1, 1]
    assert [line.split(":")[0].strip() for line in show_dates(row)][:3] == ["right (1)", "wrong (2)", "missed (2)"]


def test_a_missing_scorer_is_a_message() -> None:
    with pytest.raises(SystemExit, match="no scorer"):
        find_scorer("nowhere/score_timeline.py")


def test_made_up_mentions_are_found_again() -> None:
    """A smoke test of the speed benchmark: its mentions link, and mostly rightly."""
    results, gold = make(240)
    events, _ = link_events(results, Constraints(), context())
    assert sum(len(event.mentions) for event in events) == 240
    assert b_cubed(events, gold)[2] > 0.95


def test_a_collection_is_found_by_its_path_or_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = tmp_path / "corpora" / "timelines" / "War"
    named.mkdir(parents=True)
    (named / "gold.jsonl").write_text("", encoding="utf-8")
    monkeypatch.setenv("CONFLICT_TIMELINE_SHARED", str(tmp_path))
    assert find_collection(named) == find_collection(Path("War")) == named
    with pytest.raises(SystemExit, match="no collection at Peace"):
        find_collection(Path("Peace"))
