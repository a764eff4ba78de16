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
        ("The union called - the first time in a long wave of unrest the group has seized Homs.", "seize", False),
        ("The group has seized Damascus for the first time.", "seize", True),
    ],
)
def test_what_is_only_wished_for_or_said_of_a_time(text: str, lemma: str, told: bool) -> None:
    assert any(one.lemma.startswith(lemma) for one in events(text)) is told
