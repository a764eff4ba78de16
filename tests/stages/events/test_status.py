"""What is told and did not happen."""

from __future__ import annotations

import pytest

from tests.stages.events.reading import events


@pytest.mark.parametrize(
    ("text", "captured"),
    [
        ("The army prevented the rebels from capturing Damascus on Friday.", False),
        ("The rebels were kept from capturing Damascus on Friday.", False),
        ("The rebels gained guns from capturing Damascus on Friday.", True),
    ],
)
def test_what_somebody_was_kept_from_did_not_happen(text: str, captured: bool) -> None:
    assert any(one.lemma.startswith("capture") for one in events(text)) is captured


@pytest.mark.parametrize(
    ("text", "lemma", "told"),
    [
        ("The envoy asked Egypt for help in freeing the hostages.", "free", False),
        ("The envoy flew home after freeing the hostages.", "free", True),
        ("The union asked for calm - the first time in a wave of unrest the group has seized Homs.", "seize", False),
        ("The group has seized Damascus for the first time.", "seize", True),
    ],
)
def test_what_is_only_wished_for_or_said_of_a_time(text: str, lemma: str, told: bool) -> None:
    assert any(one.lemma.startswith(lemma) for one in events(text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Some chronicles begin with fighting on 4 April.", False),
        ("The rebellion began with fighting on 4 April.", True),
        ("A later history ends the war on 7 May.", False),
        ("The treaty ended the war on 7 May.", True),
        ("One account says that the rebels attacked the army on 4 April.", True),  # what is said is told
    ],
)
def test_what_an_account_makes_of_an_event_is_no_event(text: str, told: bool) -> None:
    assert any(one.type == "battle" for one in events(text, "2025-06-01")) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The press called it a peace deal.", False),
        ("The two governments struck a peace deal in Cairo.", True),
        ("Residents described the shooting in Homs as war, and left.", True),
        ("The uprising in Homs was called a coup by the army.", False),
        ("A garrison in Homs staged a coup on Friday.", True),
    ],
)
def test_a_name_that_is_given_to_something_is_no_event(text: str, told: bool) -> None:
    kinds = {"agreement", "violence-against-civilians", "battle", "other", "territory-change"}
    assert any(one.type in kinds for one in events(text)) is told


def test_what_a_number_is_made_of_is_no_deed() -> None:
    assert events("The Red Cross put the dead at 90: 60 already buried and 30 in the morgue.") == []
    assert [one.lemma for one in events("The town of Homs mourned: 60 were buried on Friday.")] != []
