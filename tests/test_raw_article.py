"""The article the project started from, as a user has it: alone, and dropped into the sample corpus."""

import os
import shutil
from pathlib import Path

import pytest

from generator.model.event import Event
from generator.pipeline import Build, run

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("CONFLICT_TIMELINE_SHARED", ROOT.parent / "shared")) / "seeds"
ARTICLE = "dr-congo-seeks-us-support.txt"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (SHARED / ARTICLE).is_file(), reason="the raw article is not beside the project"),
]


@pytest.fixture(scope="module")
def alone() -> Build:
    return run(SHARED)


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("seeds") / "seeds"
    shutil.copytree(ROOT / "seeds", folder)
    shutil.copy(SHARED / ARTICLE, folder / ARTICLE)
    return run(folder)


def about(build: Build, kind: str, place: str) -> list[Event]:
    """Events of a type at a place that the raw article reports."""
    return [
        event
        for event in build.timeline
        if event.type == kind
        and any(named.name == place for named in event.places)
        and any("dr-congo-seeks" in mention.span.article_id for mention in event.mentions)
    ]


def test_the_year_is_known_from_the_copyright_line(alone: Build) -> None:
    article = alone.results[0].article
    assert article.dct is not None
    assert (article.dct.text, article.dct_rung) == ("2025", "copyright")


def test_the_letter_is_on_8_february_with_its_year_inferred(alone: Build) -> None:
    letters = [event for event in alone.timeline.events if event.date and event.date.text == "2025-02-08"]
    assert len(letters) == 1
    assert (letters[0].basis, letters[0].date_text) == ("inferred-year", "February 8")


@pytest.mark.parametrize("place", ["Goma", "Walikale"])
def test_the_captures_are_undated_and_bounded_by_the_article(alone: Build, place: str) -> None:
    captures = about(alone, "territory-change", place)
    assert [(event.date, event.latest) for event in captures] == [(None, "2025-12-31")]


def test_the_talks_are_undated(alone: Build) -> None:
    talks = about(alone, "diplomacy-talks", "Doha")
    assert talks
    assert all(event.date is None for event in talks)


@pytest.mark.parametrize(
    ("kind", "place", "date"),
    [("territory-change", "Goma", "2025-01-27"), ("territory-change", "Walikale", "2025-03-19")],
)
def test_its_undated_captures_join_the_dated_events_of_other_articles(
    together: Build, kind: str, place: str, date: str
) -> None:
    joined = about(together, kind, place)
    assert [event.date.text if event.date else None for event in joined] == [date]
    assert len({mention.span.article_id for mention in joined[0].mentions}) > 1


def test_its_talks_in_doha_join_a_dated_event(together: Build) -> None:
    talks = about(together, "diplomacy-talks", "Doha")
    assert any(event.date is not None and len(event.mentions) > 1 for event in talks)
