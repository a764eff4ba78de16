"""Deeds with a date of their own that no trigger lists, and what does not count as one."""

from __future__ import annotations

import pytest

from tests.stages.events.reading import day, events

WAR = "Rebels shelled the village of Sake and killed four people.\n\n"
RULE = "trigger:dated-clause"


def dated(sentence: str, story: str = WAR, rule: str = RULE) -> list[str]:
    """The days of the events that the sentence tells by its grammar alone, in an article that tells of a war."""
    return [day(one) for one in events(story + sentence) if one.provenance and one.provenance.rule == rule]


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("Governor Paul Sena escaped with bruises.", True),
        ("The governor yawned at Goma.", False),  # no verb of war or politics
        ("Shares retreated in Goma.", False),  # nobody did it
        ("Governor Paul Sena might escape with bruises.", False),
    ],
)
def test_a_listed_verb_in_new_company_tells_what_somebody_did(sentence: str, tells: bool) -> None:
    assert dated(sentence, rule="trigger:told-clause") == [""] * tells
    assert dated(sentence, "The snow was deep in the Alps.\n\n", rule="trigger:told-clause") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "On Saturday the governor unpacked his bags in Goma.",
        "The mayor said the soldiers had painted a wall on Saturday.",
        "The army towed a burnt-out lorry to Sake on 8 February.",
        "The governor called off his wedding on 8 February.",
    ],
)
def test_a_past_deed_with_a_day_and_somebody_who_acts_is_an_event(sentence: str) -> None:
    assert dated(sentence) == ["2025-02-08"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The governor unpacked his bags in Goma.",  # no date
        "On Saturday the weather brightened in Goma.",  # nobody acts
        "The governor looked tired on Saturday.",  # a state
        "The governor praised the soldiers on Saturday.",  # only words
        "The governor did not unpack his bags on Saturday.",  # denied
        "The rebels will unpack their bags on Saturday.",  # to come
        "We unpacked our bags in Goma on Saturday.",  # the teller
        "The soldiers of today unpacked the wisdom of their fathers.",  # a date that only tells more of a noun
        "She spoke in an interview taped on Saturday.",  # a participle
        "The radio reported three soldiers injected with venom on Saturday.",  # likewise, after report
        "“The governor unpacked his bags on Saturday,” a guard said.",  # a quotation
    ],
)
def test_what_is_no_deed_or_has_no_day_or_nobody_to_do_it_is_none(sentence: str) -> None:
    assert dated(sentence) == []


def test_a_month_dates_the_deed_of_somebody_named() -> None:
    assert dated("France unpacked its tents in Bunia in June 2003.") == ["2003-06"]
    assert dated("The soldiers unpacked their tents in June 2003.") == []


def test_an_article_off_the_story_does_not_come_onto_it_by_grammar() -> None:
    assert dated("The minister unpacked her skis on Saturday.", "The snow was deep in the Alps.\n\n") == []


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("On Saturday the Red Cross halved its estimate.", []),
        ("The governor handed on a figure from the hospitals on Saturday.", []),
        ("On Saturday the army painted a leading figure of the old guard.", ["2025-02-08"]),
        ("On Saturday the governor halved his guard.", ["2025-02-08"]),
    ],
)
def test_who_hands_on_a_number_does_no_deed(sentence: str, days: list[str]) -> None:
    assert dated(sentence) == days
