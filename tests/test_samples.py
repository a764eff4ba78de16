"""The sample corpus tells what its writers say it tells: every expected event is on the timeline."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator.model.edtf import parse_edtf
from generator.model.event import Event
from generator.pipeline import Build, run

ROOT = Path(__file__).resolve().parent.parent
CASES = tomllib.loads((ROOT / "tests" / "cases" / "seeds_expected.toml").read_text(encoding="utf-8"))
EXPECTED, LINES = CASES["event"], CASES["line"]


@pytest.fixture(scope="module")
def build() -> Build:
    return run(ROOT / "seeds")


def fits(event: Event, wanted: dict[str, Any]) -> bool:
    """Whether an event is the expected one: a day inside the expected date, and its place; where the articles
    leave the place out (a resolution adopted in New York), its type."""
    placed = wanted["place"] in {place.name for place in event.places}
    if event.date is None or not (placed or event.type == wanted["type"]):
        return False
    day, first, last = event.date.earliest, parse_edtf(wanted["date"]).earliest, parse_edtf(wanted["date"]).latest
    return day is not None and (first is None or first <= day) and (last is None or day <= last)


def test_no_sample_has_a_problem(build: Build) -> None:
    assert [problem for problem in build.problems if problem.severity != "note"] == []


def test_nearly_every_expected_event_is_there_at_its_date_and_place(build: Build) -> None:
    events = list(build.timeline.events)
    missing = [wanted for wanted in EXPECTED if not any(fits(event, wanted) for event in events)]
    told = "\n".join(f"{wanted['date']} {wanted['place']}: {wanted['what']}" for wanted in missing)
    assert len(missing) <= len(EXPECTED) // 10, told


def test_nothing_comes_from_readers_comments(build: Build) -> None:
    comment_places = {"Beni", "Butembo"}
    told = [event.title for event in build.timeline if comment_places & {place.name for place in event.places}]
    assert told == []


def told(event: Event, field: str) -> list[str]:
    """The versions of a field on which an event's articles disagree."""
    return [str(one.value) for found in event.disagreements if found.field == field for one in found.versions]


def test_every_line_that_was_read_against_the_facts_stands_once(build: Build) -> None:
    wrong = []
    for line in LINES:
        same = [event for event in build.timeline if event.title == line["title"]]
        dates = [event.date.text if event.date else "" for event in same]
        versions = [(told(event, "date"), told(event, "killed")) for event in same]
        if (dates, versions) != ([line["date"]], [(line.get("dates", []), line.get("killed", []))]):
            wrong.append(f"{line['date']} {line['title']}: {dates} {versions}")
    assert len(LINES) > 50
    assert wrong == []
