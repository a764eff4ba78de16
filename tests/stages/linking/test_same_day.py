"""One occurrence told in many ways: kinds of deed, names on other levels, no names at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.model.editorial import Constraints
from generator.model.event import Actor, Event, Place
from generator.model.text import Span
from generator.stages.linking import link_events
from tests.stages.linking.making import ARMY, BUKAVU, GOMA, KAGAME, M23, SAKE, Desk, context, killed

STATE = Actor("DR Congo", "government", country="CD", role="agent")
STATE_ARMY = Actor("Congolese army", "army", country="CD", role="agent")
NEIGHBOUR = Actor("Rwanda", "government", country="RW", role="agent")
TROOPS = Actor("troops", "group", role="agent")
FULL = "explosion-remote-violence"


def link(*desks: Desk) -> tuple[Event, ...]:
    return link_events([desk.result() for desk in desks], Constraints(), context())[0]


def joined(one: Desk, other: Desk) -> bool:
    """Whether the first mentions of two articles are one event, among other news."""
    ids = {desk.result().mentions[0].id for desk in (one, other)}
    return any(ids <= {mention.id for mention in event.mentions} for event in link(one, other, background()))


def shelled(date: str = "2025-01-26", places: tuple[Place, ...] = (SAKE,), **more: Any) -> Desk:
    return Desk("shelled", "2025-01-28").tell(
        "Troops shelled Sake for hours after a market day.", FULL, date, lemma="shell",
        places=list(places), **{"actors": [TROOPS], **more},
    )  # fmt: skip


def massacre(date: str = "2025-01-26", places: tuple[Place, ...] = (SAKE,), **more: Any) -> Desk:
    return Desk("massacre", "2025-02-04").tell(
        "A hundred people were massacred in Sake by men with knives.",
        "violence-against-civilians", date, lemma="massacre",
        places=list(places), figures=[killed(100)], **more,
    )  # fmt: skip


def background() -> Desk:
    """Enough other news that a town named twice is rare, and that the words of every war are not."""
    desk = Desk("background", "2025-03-30")
    for number in range(40):
        told = f"The army shelled the hills of district {number} on the border and people were killed."
        desk.tell(told, FULL, f"19{number + 10}-01-11", lemma="shell", places=[BUKAVU], actors=[ARMY])
        desk.tell(f"In ward {number} people were killed.", "justice", f"19{number + 10}-06-11", lemma="kill")
    return desk


def test_kinds_of_deed_of_one_day_and_town_are_one_event() -> None:
    assert joined(shelled(), massacre())


@pytest.mark.parametrize(
    "other",
    [
        massacre("2025-01-27"),  # the day after
        massacre(places=(GOMA,)),  # another town
        massacre(actors=[KAGAME]),
    ],
)
def test_deeds_of_other_days_towns_and_parties_stay_apart(other: Desk) -> None:
    assert not joined(shelled(actors=[M23]), other)


def shot_down(name: str, actor: Actor, text: str) -> Desk:
    return Desk(name, "2025-01-28").tell(text, "battle", "2025-01-26", lemma="shoot", actors=[actor])


def test_a_state_and_its_army_are_one_party() -> None:
    one = shot_down("one", STATE, "Congo shot down a drone that had crossed its border.")
    army = shot_down("two", STATE_ARMY, "The army said it had shot down the drone at the border.")
    neighbour = shot_down("two", NEIGHBOUR, "Far to the east Rwanda said a balloon had been shot out of the sky.")
    assert joined(one, army)
    assert not joined(one, neighbour)


def test_reports_without_names_need_more_than_a_day_and_a_kind() -> None:
    said: dict[str, Any] = {"kind": "violence-against-civilians", "date": "2025-01-26", "lemma": "kill"}
    one = Desk("one", "2025-01-28").tell("A bus full of wedding guests was blown up and 20 were killed.", **said)
    two = Desk("two", "2025-02-20").tell("Twenty wedding guests were killed in a bus that blew up.", **said)
    three = Desk("three", "2025-02-20").tell("Three teachers were killed by a mob in front of their school.", **said)
    assert joined(one, two)
    assert not joined(one, three)


def test_news_of_a_routine_kind_is_not_of_a_distant_event() -> None:
    """A town is shelled again and again; who is mourned by name died once, and a toll is remembered."""
    town: dict[str, Any] = {"lemma": "shell", "places": [SAKE], "actors": [ARMY]}
    then = Desk("then", "2025-01-28").tell("The army shelled Sake.", FULL, "2025-01-26", **town)
    fresh = Desk("fresh", "2025-02-02").tell(
        "Guns opened up on Sake from a ridge at noon.", FULL, **{**town, "lemma": "fire"}
    )
    late = Desk("late", "2025-04-20").tell(
        "Guns opened up on Sake from a ridge at noon.", FULL, **{**town, "lemma": "fire"}
    )
    assert joined(then, fresh)
    assert not joined(then, late)


def test_a_person_dies_once() -> None:
    dead: dict[str, Any] = {
        "lemma": "kill",
        "places": [SAKE],
        "actors": [Actor("Jean Mwamba", "person", role="patient")],
    }
    kind = "violence-against-civilians"
    then = Desk("then", "2025-01-28").tell("The singer Jean Mwamba was killed in Sake.", kind, "2025-01-26", **dead)
    late = Desk("late", "2025-04-20").tell("A street is named for Jean Mwamba, killed in Sake.", kind, **dead)
    assert joined(then, late)


@pytest.mark.parametrize(
    ("change", "events"),
    [
        ({}, 1),  # `stepped up its [aid], [sending] two planes`
        ({"places": (SAKE,)}, 2),  # another place
        ({"type": "justice"}, 2),  # another kind
    ],
)
def test_a_sentence_that_says_it_in_other_words_tells_one_event(change: dict[str, Any], events: int) -> None:
    text = "The army stepped up its patrols in Goma, sending two more companies."
    made = Desk("one").tell(text, "deployment", "2025-01-26", lemma="patrol", places=[GOMA], actors=[ARMY]).result()
    [first] = made.mentions
    start = first.span.end - 20
    second = replace(first, id="b", lemma="send", trigger=Span("one", start, start + 7), **change)
    told = replace(made, mentions=(first, second))
    assert len(link_events([told], Constraints(), context())[0]) == events


def test_a_days_toll_of_the_country_is_not_that_of_a_town() -> None:
    said: dict[str, Any] = {"kind": "violence-against-civilians", "date": "2025-01-26", "lemma": "die"}
    text = "Observers of the Kivu Monitor say 18 people died on Sunday in Sake."
    town = Desk("town", "2025-01-28").tell(text, places=[SAKE], figures=[killed(18)], **said)
    same = Desk("same", "2025-01-29").tell(text, places=[SAKE], figures=[killed(20)], **said)
    sums = "Observers counted 60 people who died across the country on Sunday."
    country = Desk("country", "2025-01-28").tell(sums, figures=[killed(60)], **said)
    assert joined(town, same)
    assert not joined(town, country)


def test_one_side_takes_a_town_once_in_two_days() -> None:
    """A report may be a day late; another side, and the shelling of the day after, are news of their own."""

    def taken(name: str, date: str, actor: Actor, kind: str = "territory-change") -> Desk:
        said = {"one": "M23 seized Goma, a town of a million.", "two": "The capital of the province is in other hands."}
        return Desk(name, "2025-02-20").tell(said[name], kind, date, places=[GOMA], actors=[actor])

    first = taken("one", "2025-01-27", M23)
    assert joined(first, taken("two", "2025-01-28", M23))
    assert not joined(first, taken("two", "2025-01-29", M23))
    assert not joined(first, taken("two", "2025-01-28", STATE_ARMY))
    assert not joined(taken("one", "2025-01-27", M23, FULL), taken("two", "2025-01-28", M23, FULL))


def test_many_tolls_do_not_drown_the_deed() -> None:
    """What an event was is asked of its deed, not of the counts that an article adds to it one by one."""
    desk = Desk("first", "2025-01-30").tell(
        "M23 seized Goma.", "territory-change", "2025-01-27", lemma="seize", places=[GOMA], actors=[M23]
    )
    for number in range(7):
        text = f"Hospital {number} counted {number + 20} dead."
        desk.tell(text, "violence-against-civilians", "2025-01-27", figures=[killed(number + 20)])
    report = Desk("report", "2025-02-20").tell(
        "M23 took Goma late in the month.", "territory-change", "2025-01-21~/2025-01-31~", lemma="take",
        places=[GOMA], actors=[M23],
    )  # fmt: skip
    again = Desk("again", "2025-02-21").tell(
        "M23 seized Goma.", "territory-change", "2025-01-27", lemma="seize", places=[GOMA], actors=[M23]
    )
    assert len(link(desk, again)[0].mentions) > 2
    assert joined(desk, again) and joined(desk, report)


def test_a_plan_that_a_report_takes_for_known_is_the_one_planned_for_that_day() -> None:
    desk = Desk("a", "2025-04-04").tell(
        "Direct talks of the chiefs are to open on 9 April.", "diplomacy-talks", "2025-04-09", status="planned"
    )
    known = Desk("b", "2025-04-05").tell(
        "The talks had been expected to open on 9 April.", "diplomacy-talks", "2025-04-09", status="planned"
    )
    other = Desk("c", "2025-04-05").tell(
        "Lectures for teachers are due to start on 9 April.", "diplomacy-talks", "2025-04-09", status="planned"
    )
    assert sorted(len(event.mentions) for event in link(desk, known, other)) == [1, 2]


@pytest.mark.parametrize(("other", "one"), [(SAKE, True), (BUKAVU, False)])
def test_two_suburbs_of_one_city_are_two_places(other: Place, one: bool) -> None:
    market = Desk("a", "2025-01-28").tell(
        "Gunmen shot traders at the market.", FULL, "2025-01-27", lemma="shoot", places=[GOMA, SAKE]
    )
    bank = Desk("b", "2025-01-28").tell(
        "Nurses were attacked at a clinic.", FULL, "2025-01-27", lemma="attack", places=[GOMA, other]
    )
    assert joined(market, bank) is one


@pytest.mark.parametrize(("rule", "one"), [("trigger:kill", True), ("trigger:abduct", False)])
def test_who_is_carried_off_is_no_part_of_the_fighting_of_the_day(rule: str, one: bool) -> None:
    fighting = Desk("a", "2025-01-28").tell(
        "Militants fought the army in the market.", "battle", "2025-01-27", lemma="fight", places=[SAKE]
    )
    driver = "The mayor's driver was led away by strangers."
    taken = Desk("b", "2025-01-28").tell(driver, "violence-against-civilians", "2025-01-27", rule=rule, places=[SAKE])
    assert joined(fighting, taken) is one
