"""Places that no gazetteer lists, told by where their names stand."""

from __future__ import annotations

import pytest

from tests.stages.events.reading import events


def where(body: str) -> list[str]:
    """The places of the last event of a body."""
    return [place.name for place in events(body)[-1].places]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kolwandi was retaken on 4 March.", ["Kolwandi"]),
        ("Kolwandi was shelled on 4 March.", ["Kolwandi"]),
        ("A mine killed two shepherds near Abd al-Koram on 4 March.", ["Abd al-Koram"]),  # a small letter, but a name
        ("A mine killed two shepherds in mid-March near Kolwandi.", ["Kolwandi"]),
        ("Tel Marran changed hands on 4 March.", ["Tel Marran"]),
        ("Kolwandi fell to the rebels on 4 March.", ["Kolwandi"]),
        ("The army advanced on Kolwandi on 4 March.", ["Kolwandi"]),
        ("Thousands fled from Kolwandi to Marrash on 4 March.", ["Kolwandi", "Marrash"]),
        ("Troops pulled out of Kolwandi on 4 March.", ["Kolwandi"]),
        ("An attack on Kolwandi on 4 March killed nine people.", ["Kolwandi"]),
        ("Rebels took Kolwandi on 4 March and Marrash six days later.", ["Marrash"]),  # the later of two events
        ("Rebels took Kolwandi on 4 March and Obi resigned six days later.", ["Kolwandi"]),
        ("The fall of Kolwandi on 4 March shook the government.", ["Kolwandi"]),
    ],
)
def test_what_only_a_place_undergoes_or_is_left_for_is_one(text: str, places: list[str]) -> None:
    assert where(text) == places


@pytest.mark.parametrize(
    "text",
    [
        # A person can be captured, follow somebody, or be spoken to.
        "Soldiers shelled the hills on 4 March after Kolwandi was captured.",
        "Soldiers shelled the hills on 4 March after Kolwandi fell ill.",
        "Soldiers shelled the hills on 4 March, and Kolwandi was going to resign.",
        "Celebrations were seen, and soldiers shelled the hills on 4 March.",
        "Soldiers shelled the hills on 4 March and evacuated Ruritanians.",  # a people
    ],
)
def test_what_a_person_can_undergo_makes_no_place(text: str) -> None:
    assert where(text) == []


def test_a_name_shown_to_be_a_place_is_one_for_the_rest_of_the_article() -> None:
    assert where("Shells hit a house near Kolwandi. Kolwandi was captured on 4 March.") == ["Kolwandi"]
    assert not events("Kolwandi was captured on 4 March.")


def test_who_speaks_is_no_place() -> None:
    body = "Rebels stood near Kolwandi. On 4 March, Kolwandi said, a bomb killed nine people."
    assert where(body) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # What stands in a town has a name of its own, whatever the other words of it mean by themselves.
        ("A shell struck the Angola Hotel on 4 March.", ["Angola Hotel"]),
        ("Gunmen stormed the National Penitentiary on 4 March.", ["National Penitentiary"]),
        ("A mortar hit Camp Marula on 4 March.", ["Camp Marula"]),
        ("A shell struck a house in the Marula quarter of Goma on 4 March.", ["Marula", "Goma"]),
        ("A shell struck a house in Angola on 4 March.", ["Angola"]),
    ],
)
def test_a_noun_for_what_stands_in_a_town_makes_a_place_of_a_name(text: str, places: list[str]) -> None:
    assert where(text) == places


def test_the_day_is_no_part_of_a_name() -> None:
    found = events("The Kalemie University on Monday signed an accord. The Union for Peace met on Friday.")
    assert [actor.name for one in found for actor in one.actors] == ["Kalemie University", "Union for Peace"]
