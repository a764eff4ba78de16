"""Other counts of the victims of one event are mentions of it, and no events of their own."""

from __future__ import annotations

import pytest

from generator.stages.events.recount import RULE
from tests.stages.events.reading import INTRODUCTION, day, events

RAID = "Gunmen attacked villagers in Goma on 27 January 2025 and killed 30 people and wounded 20. "


def counted(body: str) -> list[tuple[str, int | None]]:
    """Kind and number of every count that is given to an event told before."""
    found = [one for one in events(INTRODUCTION + body) if one.provenance and one.provenance.rule == RULE]
    assert all(day(one) == "2025-01-27" and one.places[0].name == "Goma" for one in found)
    return [(figure.kind, figure.best or figure.low) for one in found for figure in one.figures]


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("On 3 February the mayor spoke of about 40 dead.", [("killed", 40)]),
        ("The UN raised its count to 45.", [("killed", 45)]),
        ("A rights group counted 38, the UN mission at least 40.", [("killed", 38), ("killed", 40)]),
        ("The army has 36 and 19, a radio station 37 and 26.", [
            ("killed", 36), ("injured", 19), ("killed", 37), ("injured", 26),
        ]),
        ("The province settled on 43: 19 women, 15 men and nine children.", [("killed", 43)]),
        ("A lawmaker had named 28 victims on Friday.", [("killed", 28)]),
        ("A priest counted 31, another source 41.", [("killed", 31), ("killed", 41)]),
        ("Two days later the town buried 38 people.", [("killed", 38)]),
        # Some of the victims, other numbers, other people, what may be: no counts of this event.
        ("The mayor said that 12 of them were children.", []),
        ("The mission has 400 soldiers in the town.", []),
        ("The toll may exceed 60.", []),
        ("The army reported 3,000.", []),
        ("The ministry puts the number of dead at 62.", [("killed", 62)]),
        ("The ministry puts the number of dead at 4,200.", []),  # of the whole war
        ("The market has 40 stalls.", []),
        ("A rights group gives 42, in graves of 12 and 30.", [("killed", 42)]),
        ("The bishop said 33, with 12 in the church.", [("killed", 33)]),
        ("The bishop counts 33 dead with two Zambians.", [("killed", 33)]),
    ],
)  # fmt: skip
def test_another_number_is_told_of_the_event_before(sentence: str, numbers: list[tuple[str, int]]) -> None:
    assert counted(RAID + sentence) == numbers


def test_a_count_without_victims_before_it_counts_nobody() -> None:
    assert counted("The governor left Goma on Friday. A rights group counted 38.") == []
    assert counted("Gunmen attacked villagers in Goma on 27 January 2025. A rights group counted 38.") == []
    first = "Gunmen attacked villagers in Goma on 27 January 2025. A rights group counted 38 dead."
    assert [one.type for one in events(INTRODUCTION + first) if one.figures] == ["violence-against-civilians"]


def test_an_attack_on_a_clinic_has_victims_like_one_on_villagers() -> None:
    count = " A radio station's latest count is 38 dead."
    assert counted("Gunmen attacked the clinic of Goma on 27 January 2025." + count) == [("killed", 38)]
    assert counted("Rebels attacked the hospital of Goma on 27 January 2025." + count) == [("killed", 38)]
    assert counted("Rebels attacked the airport of Goma on 27 January 2025." + count) == []


def test_who_settles_on_a_number_does_nothing_else() -> None:
    told = events(INTRODUCTION + RAID + "The UN mission and the province settled on 43.")
    assert {one.type for one in told} == {"violence-against-civilians"}


def test_another_count_may_be_for_other_days_or_of_the_wounded() -> None:
    raid = "Gunmen killed at least 30 people in Goma between 3 and 9 February 2025. "
    found = events(INTRODUCTION + raid + "A rights group counted more than 40 people killed from 5 to 12 February.")
    assert len({one.time for one in found}) == 1
    found = events(INTRODUCTION + raid + "A rights group counted more than 40 people killed from 5 to 12 May 2024.")
    assert len({one.time for one in found}) == 2
    assert counted(RAID + "Days later a rights group reported at least 38 killed and 42 wounded.") == [
        ("killed", 38), ("injured", 42),
    ]  # fmt: skip
