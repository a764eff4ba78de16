"""What stands right beside an event and tells a part of it; plans that came about; the wounded who died."""

from __future__ import annotations

import pytest

from tests.stages.linking.test_section import linked


@pytest.mark.parametrize(
    ("body", "count"),
    [
        # The other side of a capture, and the same side's fight for it.
        ("Islamic State captured Homs on Friday. The Syrian army had abandoned Homs.", 1),
        ("Islamic State captured Homs on Friday. The Syrian army had abandoned Hama.", 2),
        ("Islamic State captured Homs on Friday. Fighting raged in Homs.", 1),
        # Who took part in talks.
        ("Sudan and Chad held talks in Cairo on Friday. Qatar and Oman mediated.", 1),
        ("Sudan and Chad held talks in Cairo on Friday. Qatar and Oman mediated in Doha.", 2),
        # What troops came for.
        ("Kenyan troops arrived in Homs on Friday. The Kenyan army said that it had come to fight local militias.", 1),
        ("Kenyan troops arrived in Homs on Friday. The Ugandan army is to fight local militias on 20 February.", 2),
        # Into what an inquiry is.
        ("On Friday a helicopter crashed near Homs and killed six. The UN opened an inquiry.", 1),
        ("On Friday rebels attacked a base near Homs and killed six. The UN opened an inquiry.", 2),
        # What the same people did or underwent next, by a verb that no rule knows.
        ("Forty gunmen surrendered and were handed to the police of Homs on Friday.", 1),
        ("Forty gunmen surrendered on Friday. Forty nurses were handed a medal in Homs on Friday.", 2),
        # What a side that owns up to an attack says it achieved.
        ("Jets struck Homs on Friday. Hamas claimed the raid and said that it had destroyed a depot.", 1),
        ("Jets struck Homs on Friday. Hamas said that it had destroyed a depot.", 2),
        # What people without a name went on to do.
        ("Inmates escaped from a prison in Homs on Friday. Two nurses were raped by the inmates.", 1),
        ("Inmates escaped from a prison in Homs on Friday. Two nurses were raped by the guards.", 2),
        # What else one body decided.
        ("On Friday the African Union ended the mandate of its mission and ordered the troops home.", 1),
        ("On Friday the African Union ended the mandate of its mission. On Saturday it ordered the troops home.", 2),
    ],
)
def test_what_stands_beside_an_event_is_a_part_of_it(body: str, count: int) -> None:
    assert len(linked(body)) == count


def test_those_rescued_from_a_mine_do_not_make_it_a_rescue() -> None:
    deaths = "On Friday a mine collapsed near Homs and killed 16 diggers."
    found = linked(f"{deaths} An official said that 90 had been rescued.")
    assert [(event.type, [figure.kind for figure in event.figures]) for event in found] == [("other", ["killed"])]


def test_who_is_said_to_have_shot_it_down_does_not_decide_what_brought_it_down() -> None:
    crash = "On Friday a helicopter crashed near Homs and killed six."
    found = linked(f"{crash} The army said rebels had shot the aircraft down.")
    assert [(event.type, event.status) for event in found] == [("other", "happened")]


def test_people_are_found_once() -> None:
    told = "More than 20 miners were found dead at Homs in late January. They had been taken hostage on 29 January"
    found = linked(told + " and were discovered two days later.")
    assert [event.date.text for event in found if event.date] == ["2025-01-29", "2025-01-31"]
    assert "found dead" in found[1].title


def test_a_report_that_somebody_was_hit_belongs_to_his_death() -> None:
    death = "General Peter Hamid died in Homs on Friday."
    assert len(linked(death, "General Peter Hamid was wounded near Hama.")) == 1
    assert len(linked(death, "General Paul Aziz was wounded near Hama.")) == 2


def test_a_planned_meeting_came_about_in_the_one_pact_of_its_town_and_days() -> None:
    plan = "Sudan and Chad are to meet in Doha early in February."
    signed = "In Doha, both parties adopted terms for a truce on 2 February."
    found = linked(plan, signed, date="2025-01-20", last="2025-02-05")
    assert [event.title for event in found] == ["Both parties adopt terms for a truce in Doha"]
    assert found[0].status == "happened"
    elsewhere = "In Cairo, both parties adopted terms for a truce on 2 February."
    assert len(linked(plan, elsewhere, date="2025-01-20", last="2025-02-05")) == 2


def test_a_contingent_counts_its_dead_anew() -> None:
    first = "The Kenyan army said that nine of its soldiers had been killed in two days of combat."
    second = "Kenya lost 14 soldiers at Homs and at Hama airport."
    found = linked(first, second, date="2025-02-10", last="2025-02-20")
    assert [[figure.best for figure in event.figures] for event in found] == [[14]]
    assert found[0].disagreements == ()
    other = "Uganda lost 14 soldiers at Homs and at Hama airport."
    assert len(linked(first, other, date="2025-02-10", last="2025-02-20")) == 2


def test_the_court_adds_to_its_ruling() -> None:
    ruled = "A military court in Cairo sentenced Omar al-Bashir to death on Friday. The crowd was small. "
    assert len(linked(ruled + "The court also awarded damages.")) == 1
    assert len(linked("Omar al-Bashir was sentenced to death in Cairo on Friday. The court also awarded damages.")) == 2


def test_the_sentence_under_a_title_tells_the_event_in_its_main_clause() -> None:
    aside = "The idea came from the pact that Sudan and Chad signed in Cairo on 3 February."
    plain = "On 3 February Sudan and Chad signed a pact in Cairo."
    assert [event.text for event in linked(aside, plain)] == [plain]
    assert [event.text for event in linked(aside)] == [aside]


def test_a_works_is_evacuated_once() -> None:
    first, again = "The Red Cross evacuated its mine at Homs.", "had evacuated its old mine at Homs days earlier."
    assert len(linked(first, f"The Red Cross {again}", date="2025-02-10", last="2025-02-20")) == 1
    assert len(linked(first, f"The UN {again}", date="2025-02-10", last="2025-02-20")) == 2


def test_a_meeting_expected_soon_is_the_one_held_in_its_town_within_the_month() -> None:
    plan = "The governments of Sudan and Chad are expected to meet in Doha."
    held = "On 2 February the governments of Sudan and Chad signed a truce in Doha."
    assert [event.status for event in linked(plan, held, date="2025-01-20", last="2025-02-05")] == ["happened"]
    assert len(linked(plan, held, date="2024-11-20", last="2025-02-05")) == 2
    others = "On 2 February the governments of Kenya and Ghana signed a truce in Doha."
    assert len(linked(plan, others, date="2025-01-20", last="2025-02-05")) == 2


def test_a_planned_signing_came_about_where_the_same_people_signed() -> None:
    plan = "The two presidents are expected in Doha later in the year to put their names to the text."
    ministers = "In Doha, ministers of Sudan and Chad signed a pact on trade on 7 November."
    presidents = "In Doha, President Adam Musa and President John Abdi signed the accord on 4 December."
    found = linked(plan, ministers, presidents, date="2025-06-30", last="2025-12-06")
    assert sorted((event.status, len(event.mentions)) for event in found) == [("happened", 1), ("happened", 2)]
    generals = "In Doha, the generals signed the accord on 4 December."
    assert len(linked(plan, ministers, generals, date="2025-06-30", last="2025-12-06")) == 3


def test_the_ceremony_is_the_one_told_just_before() -> None:
    signed = "On Thursday President Adam Musa of Sudan and President John Abdi of Chad signed an accord in Doha."
    assert len(linked(f"{signed} The ceremony took place at the Institute of Peace.")) == 1
    assert len(linked(f"{signed} The first session took place in Cairo.")) == 2


def test_a_revolt_has_several_names() -> None:
    mutiny = "Soldiers mutinied in Darfur in April 2012. "
    assert len(linked(mutiny + "In 2012 they took up arms against the state.", date="2013-05-01")) == 1
    assert len(linked(mutiny + "In 2011 they took up arms against the state.", date="2013-05-01")) == 2


def test_another_side_counts_other_dead_than_those_a_side_lost() -> None:
    lost = "Ghana lost 14 soldiers at Homs. "
    assert [[one.best for one in event.figures] for event in linked(lost + "Ghana counts 15 dead.")] == [[15]]
    assert [[one.best for one in event.figures] for event in linked(lost + "The mission counts 18 dead.")] == [[14]]
