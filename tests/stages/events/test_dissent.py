"""Other days for an event are mentions of it, and no events of their own."""

from __future__ import annotations

import pytest

from tests.stages.events.reading import INTRODUCTION, day, events

FELL = "The rebels captured Goma on 27 January 2025. "


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Some accounts date the fall to 26 January.", ["2025-01-26"]),
        ("The army dates it to 28 January, the rebels to 26 January.", ["2025-01-28", "2025-01-26"]),
        ("The UN Security Council gives 28 January as the day of the fall.", ["2025-01-28"]),
        ("One later study gives 26 January instead.", ["2025-01-26"]),
        ("Several chronicles count the city as lost from 25 January.", ["2025-01-25"]),
        ("An agency once placed the entry on 29 January.", ["2025-01-29"]),
        ("Some accounts date the fall to 26 March.", []),  # too far off to be the same
        ("The army set the talks for 30 January.", []),
        ("The governor placed the city under a curfew on 28 January.", []),
        ("The army gave the rebels until 29 January.", []),
        ("The date of 30 January was not kept.", []),
    ],
)
def test_another_day_is_told_of_the_event_before(sentence: str, days: list[str]) -> None:
    found = [
        one for one in events(INTRODUCTION + FELL + sentence) if one.provenance and "dissent" in one.provenance.rule
    ]
    assert [day(one) for one in found] == days
    assert all(one.lemma == "capture" and one.text == sentence for one in found)


def test_without_an_event_before_it_a_day_contradicts_nothing() -> None:
    assert events(INTRODUCTION + "Some accounts date the fall to 26 January 2025.") == []
    assert events(INTRODUCTION + "The station dates the attack to 26 March 2024.") == []
    assert events(INTRODUCTION + "The report dates the ambush to 3 and 4 May 2024, and lists nine women.") == []


def test_what_nobody_dated_is_dated_by_who_says_when_it_was() -> None:
    freed = "The militia says that it freed 50 prisoners in Goma. "
    found = events(INTRODUCTION + freed + "Papers date the ceremony to 2 March 2025.", "2025-03-13")
    assert [day(one) for one in found] == ["", "2025-03-02"]
    assert found[1].title == found[0].title
    far = "Nobody else saw it. " * 12
    assert len(events(INTRODUCTION + freed + far + "Papers date the ceremony to 2 March 2025.", "2025-03-13")) == 1


def test_the_day_is_that_of_the_event_the_sentence_names() -> None:
    told = "On 22 January 2025 M23 announced that it would leave Goma. Rebels arrived by road on 25 January 2025. "
    found = events(INTRODUCTION + told + "One outlet dates the announcement itself to 24 January 2025.")
    assert (day(found[-1]), found[-1].title) == ("2025-01-24", found[0].title)
    other = events(INTRODUCTION + told + "One outlet dates it to 24 January 2025.")
    assert "arrive" in other[-1].title
