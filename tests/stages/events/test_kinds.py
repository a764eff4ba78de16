"""What kind of event a deed is by the company its verb keeps; each rule shows what it tells and what not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.stages.events.reading import CONTEXT, events

WAR = "Rebels attacked Walikale on 3 February. "


def cases(key: str) -> list[Any]:
    """One parameter for every example or reject of every rule."""
    rules = CONTEXT.pack.events.raw["company"]
    return [pytest.param(rule["type"], text, id=f"{rule['type']}: {text}") for rule in rules for text in rule[key]]


@pytest.mark.parametrize(("kind", "text"), cases("examples"))
def test_company_tells_the_kind(kind: str, text: str) -> None:
    assert events(WAR + text)[-1].type == kind


@pytest.mark.parametrize(("kind", "text"), cases("rejects"))
def test_other_company_does_not(kind: str, text: str) -> None:
    assert kind not in [one.type for one in events(WAR + text)[1:]]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Demonstrators poured into Goma on Friday.", "protest-riot"),
        ("Burundian soldiers streamed across the border at Goma on Friday.", "deployment"),
        ("A church in Goma was burned down on Friday.", "violence-against-civilians"),
        ("A church in Goma was burned down with incendiary shells on Friday.", "explosion-remote-violence"),
        ("An army camp near Goma was raided on Friday.", "battle"),
        ("General Paul Sena was shot dead near Goma on Friday.", "battle"),
        ("The attack killed six nurses near Goma on Friday.", "violence-against-civilians"),
        ("The attack killed six gendarmes, four rebels and a nurse near Goma on Friday.", "battle"),
        # Whom somebody moves changes place, not who moves him.
        ("Government soldiers returned a trader to his family in Goma on Friday.", "other"),
        ("Government soldiers trudged back to Goma on Friday.", "deployment"),
        # In company that no rule knows, a verb that is listed for violence only tells that.
        ("Ruvo, a hamlet below the pass, was assaulted at noon on Friday.", "battle"),
        ("Ruvo, a hamlet below the pass, was escaped at noon on Friday.", "other"),
    ],
)
def test_a_listed_verb_is_read_by_its_company(sentence: str, kind: str) -> None:
    assert events(WAR + sentence)[-1].type == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Colonel Paul Sena led the patrol. On Saturday Sena died in Goma.", "battle"),
        ("Colonel Paul Sena led the patrol. On Saturday he was stabbed to death in Goma.", "battle"),
        ("Doctor Paul Sena led the clinic. On Saturday he was stabbed to death in Goma.", "violence-against-civilians"),
        ("The army announced the death of three soldiers on Friday.", "battle"),
        ("The army announced the death of three farmers on Friday.", "violence-against-civilians"),
    ],
)
def test_who_has_a_rank_is_no_civilian(sentence: str, kind: str) -> None:
    assert events(WAR + sentence)[-1].type == kind


@pytest.mark.parametrize(("answer", "kind"), [("accepted", "agreement"), ("declined", "statement")])
def test_an_answer_to_a_proposal_is_a_consent_or_a_word(answer: str, kind: str) -> None:
    found = events(f"{WAR}On 3 February Egypt proposed a truce to the rebels. Hamas {answer} on 5 February.")
    assert found[-1].type == kind


def test_what_keeps_a_deed_from_being_of_a_kind_keeps_it_from_it_without_a_list_too() -> None:
    told = events("The envoy left when unrest exploded in Homs last month.")
    assert "explosion-remote-violence" not in [one.type for one in told]
    assert "explosion-remote-violence" in [one.type for one in events("A shell exploded in Homs last month.")]


def test_a_number_in_a_name_counts_nobody() -> None:
    assert events(WAR + "Ann Lee of Radio 4 walked around Goma on Friday.")[-1].type != "displacement"
    assert events(WAR + "Some 400 walked out of Goma on Friday.")[-1].type == "displacement"


@pytest.mark.parametrize(("who", "ground"), [("Two engineers", False), ("The town", True)])
def test_people_who_fall_are_no_ground(who: str, ground: bool) -> None:
    found = events(f"Jets bombed Homs on 3 February. {who} fell on Friday.")
    assert (found[-1].type == "territory-change") is ground


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # How many have left their homes, also in the present tense, and by a participle that stands for people.
        ("The number of displaced is put at a million in Homs.", "displacement"),
        ("Some 9,000 people are now registered as displaced in Homs.", "displacement"),
        ("The UN counts 4,000 displaced in Homs.", "displacement"),
        ("The UN counts 4,000 votes in Homs.", None),
        # What is asked for or announced for later.
        ("Rebels took Homs. Syria asked the council on Friday to declare a state of emergency in Homs.", "statement"),
        ("On Friday the spokesman of Hezbollah announced that it would silence its guns.", "statement"),
        ("On Friday the spokesman of Hezbollah announced that it would snow.", None),
    ],
)
def test_counts_of_the_displaced_and_announcements(text: str, told: str | None) -> None:
    found = [one.type for one in events(text)]
    assert told in found if told else not found, found


def test_what_sets_something_off_has_happened() -> None:
    found = events("On 3 February attacks on three military sites in Homs set off a wave of arrests.")
    assert [one.status for one in found if one.type == "battle"] == ["happened"]
