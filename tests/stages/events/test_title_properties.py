"""What holds of every title, whatever it was made of: the samples and all case collections."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from benchmarks.event_cases import load_collections
from benchmarks.events import write_seeds
from generator.model.event import Event
from generator.pipeline import run
from generator.stages.events.headline import begins, headed, sound, telling, trimmed, within
from tests.stages.events.reading import CONTEXT, events

WORDS = CONTEXT.pack.events
SAMPLES = Path(__file__).parents[3] / "seeds"
STUMPS = 0.02
"""The share of events that may be named by one telling word: the text says no more of them."""


@pytest.fixture(scope="module")
def titles(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The titles of all events that the samples and the cases give, but where one word is all the text says."""
    return [event.title for event in _events(tmp_path_factory.mktemp("cases")) if " " in event.text]


def _events(folder: Path) -> Iterator[Event]:
    yield from run(SAMPLES, jobs=1).timeline
    for collection in load_collections():
        home = folder / collection.name
        home.mkdir()
        write_seeds(collection, home)
        yield from run(home, jobs=1).timeline


@cache
def _tag(word: str) -> str:
    return "" if len(word) > 1 and word.isupper() else WORDS.tags.get(word.lower().strip(".,;:"), "")


def test_no_title_begins_with_what_hangs_on_other_words(titles: list[str]) -> None:
    wrong = {"pron", "poss", "coord", "sub", "that", "rel", "modal", "be", "have", "do", "to", "not"}
    assert [title for title in titles if _tag(title.split()[0]) in wrong] == []


def test_no_title_ends_with_what_leads_on(titles: list[str]) -> None:
    wrong = {"det", "coord", "to", "poss", "that", "sub", "rel", "modal"}
    whole = tuple(CONTEXT.pack.events.words["reciprocal"])  # `fight each other`
    assert [title for title in titles if _tag(title.split()[-1]) in wrong and not title.endswith(whole)] == []


def test_titles_are_neither_stumps_nor_sentences(titles: list[str]) -> None:
    assert [title for title in titles if not 2 <= len(title.split()) <= 14] == []
    assert len([title for title in titles if telling(title, WORDS) < 2]) <= STUMPS * len(titles)


def test_quotes_and_brackets_are_balanced(titles: list[str]) -> None:
    for mark, other in ("()", "[]", "“”"):
        assert [title for title in titles if title.count(mark) != title.count(other)] == []
    assert [title for title in titles if title.count('"') % 2] == []


def test_titles_are_in_sentence_case_and_hold_no_lost_clitic(titles: list[str]) -> None:
    assert [title for title in titles if title[:1].islower() or " 's" in title or " ’s" in title] == []
    assert [title for title in titles if title != title.strip(" ,;:.-–")] == []


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("Army takes Damascus", True),
        ("US closes its embassy", True),
        ("More than 20 people killed", True),
        ("Over 20 people killed", True),
        ("They take Damascus", False),
        ("In Damascus soldiers", False),
        ("Killed in the offensive", False),
        ("Captured soldiers handed over", True),
        ("Due to vote", False),
        ("Attack", False),
        ("Army captures it", False),
        ("Inmates escape from on the day", False),
        ("Soldiers go into over 20 towns", True),
        ("Army takes (FARDC Damascus", False),
    ],
)
def test_sound(text: str, fit: bool) -> None:
    assert sound(text, WORDS) is fit


@pytest.mark.parametrize(
    ("text", "particle", "wanted"),
    [
        ("Army withdraws from", "", "Army withdraws"),
        ("President steps down", "down", "President steps down"),
        ("’s army withdraws from the", "", "army withdraws"),
    ],
)
def test_trimmed(text: str, particle: str, wanted: str) -> None:
    assert trimmed(text, WORDS, particle) == wanted


def test_a_long_line_is_cut_before_the_phrase_that_would_break() -> None:
    said = "Army attacks the positions of rebels in the hills above the old town of the lost kings"
    line = said.split(" ")
    assert " ".join(within(line, 9, WORDS)) == "Army attacks the positions of rebels in the hills"
    assert within(line, 20, WORDS) == line
    assert within(line[:14], 9, WORDS) == line[:14]  # it can be printed whole


def test_a_line_without_head_loses_what_hangs_on_it() -> None:
    assert headed("and they promised to work for a truce", WORDS) == "promised to work for a truce"
    assert begins(["Army", "withdraws"], WORDS)


def test_what_nobody_can_tell_is_no_event() -> None:
    assert events("They were released the next morning.") == []
    assert [one.title for one in events("Two nuns were released on Monday.")] == ["Two nuns released"]
