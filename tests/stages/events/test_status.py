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
