"""Numbers of people, with their bounds."""

from __future__ import annotations

import pytest

from tests.stages.events.reading import events, only

Bounds = tuple[int | None, int | None, int | None]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Rebels killed 12 people in Damascus.", (12, 12, 12)),
        ("At least 12 people were killed in Damascus.", (12, 12, None)),
        ("No fewer than 1,300 people were killed in Damascus.", (1300, 1300, None)),
        ("More than 60 people were killed in Damascus.", (60, 60, None)),
        ("Up to 50 people were killed in Damascus.", (None, None, 50)),
        ("About forty people were killed in Damascus.", (40, 40, 40)),
        ("Dozens of people were killed in Damascus.", (None, 24, 99)),
        ("Between 20 and 30 people were killed in Damascus.", (None, 20, 30)),
        ("Twenty-two people were killed in Damascus.", (22, 22, 22)),
        ("Two hundred people were killed in Damascus.", (200, 200, 200)),
    ],
)
def test_bounds(text: str, bounds: Bounds) -> None:
    figure = only(text).figures[0]
    assert figure.kind == "killed"
    assert (figure.best, figure.low, figure.high) == bounds


def test_kinds_and_who_said_so() -> None:
    found = only("A bomb exploded in Damascus on Friday, killing 9 people and wounding 30 others, the UN said.")
    assert {figure.kind: figure.best for figure in found.figures} == {"killed": 9, "injured": 30}
    assert {figure.said_by for figure in found.figures} == {"UN"}
    assert {figure.mention_id for figure in found.figures} == {found.id}


def test_displaced_and_detained() -> None:
    assert only("About 4,000 people fled Damascus on Friday.").figures[0].kind == "displaced"
    assert only("Police arrested 20 suspects in Damascus.").figures[0].kind == "detained"


def test_the_words_of_a_figure_are_those_of_the_text() -> None:
    figure = only("At least 12 people were killed in Damascus.").figures[0]
    assert figure.words == "At least 12"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Damascus for 12 days.",
        "The drone was 1 of 3,000 that attacked Damascus.",
        "Helicopters airlifted the wounded out of Damascus.",
    ],
)
def test_other_numbers_are_no_toll(text: str) -> None:
    assert all(figure.kind != "killed" for one in events(text) for figure in one.figures)
