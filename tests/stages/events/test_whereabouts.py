"""Where it happened: the clause's own place, else that of what is tied to it; never where it was said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.editorial import Editorial
from generator.model.event import Place
from tests.stages.events.reading import CONTEXT, events


def where(body: str, lemma: str) -> list[str]:
    """The places of the first event told by a verb or noun."""
    return next([place.name for place in one.places] for one in events(body) if one.lemma.split()[0] == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "places"),
    [
        ("The fugitive was in Minsk, where he was granted asylum on Friday.", "grant", ["Minsk"]),
        ("There was a battle at Tabqa on 3 May, in which 30 people were killed.", "kill", ["Tabqa"]),
        ("The mayor was killed on Friday as rebels overran Palmyra.", "kill", ["Palmyra"]),
        ("In Homs, students demanding his release clashed with police on Friday.", "clash", ["Homs"]),
        ("Rebels in Homs said that an air raid killed nine people on Friday.", "kill", ["Homs"]),
        ("Fighting for Palmyra resumed on Friday.", "fighting", ["Palmyra"]),
        ("The Taftanaz airport was shelled on Friday.", "shell", ["Taftanaz"]),
        ("Rebels shelled Damascus with mortars on Friday.", "shell", ["Damascus"]),
        ("Gunmen attacked the gates of the Central Prison on Friday.", "attack", ["Central Prison"]),
        ("Gunmen attacked the gates of the Central Committee on Friday.", "attack", []),
        # Where it was told is not where it was.
        ("A spokesman told reporters in Geneva on Friday that shells had killed nine people.", "kill", []),
        # Who gets what is given is no place.
        ("Rebels shelled Homs. Two captives were handed to Sudan on Friday.", "hand", []),
        ("Two captives were flown to Sudan on Friday.", "fly", ["Sudan"]),
        # What another does at the same time may be done elsewhere; what is done to people is done there.
        ("Shells fell on Homs as the king called a truce on Friday.", "call", []),
        ("Envoys met on Friday as troops were closing in on Homs.", "meet", []),
        ("Meeting in Minsk, the two sides signed a truce on Friday.", "sign", ["Minsk"]),
        # Nor is where people come from, however many places that is.
        ("Soldiers from Mali, Niger and Chad attacked Goma on Friday.", "attack", ["Goma"]),
        # What went before is not of the same place.
        ("Gunmen kidnapped a judge on Friday, two years after the fall of Palmyra.", "kidnap", []),
    ],
)
def test_a_place_of_the_clauses_tied_to_it(text: str, lemma: str, places: list[str]) -> None:
    assert where(text, lemma) == places


def test_there_is_the_town_of_the_sentence_before() -> None:
    assert where("Pictures came out of Palmyra on Friday. At least 40 people were killed there.", "kill") == ["Palmyra"]
    assert where("Pictures came out of Palmyra on Friday. There soldiers had killed a judge.", "kill") == []
    both = "Pictures came out of Palmyra on Friday. A nurse was shot there, and gunmen killed a judge."
    assert where(both, "kill") == ["Palmyra"]  # the clause beside it says where
    apart = "Pictures came out of Palmyra on Friday. A nurse was shot there. Gunmen killed a judge."
    assert where(apart, "kill") == []


def test_the_city_may_be_qualified_but_must_be_the_same_one() -> None:
    before = "Rebels hold Palmyra. "
    assert where(before + "The envoy arrived in the rebel-held city on Friday.", "arrive") == ["Palmyra"]
    assert where(before + "The envoy arrived in the nearest city on Friday.", "arrive") == []


def test_the_city_is_no_province() -> None:
    before = "The war spread to Idlib and Aleppo Province. "
    assert where(before + "Soldiers left the city on Friday.", "leave") == ["Idlib"]


def test_where_people_come_from_and_why_they_act_is_not_where() -> None:
    assert where("Fighters from Misrata shelled Bani Walid on Friday.", "shell") == ["Bani Walid"]
    text = "Jets bombed Hodeidah on Friday in response to attacks on ships in the Red Sea."
    assert where(text, "bomb") == ["Hodeidah"]


def test_the_capital_is_the_one_named_last_where_two_countries_are_at_war() -> None:
    body = "Saudi Arabia and Yemen are at war. Sanaa is quiet. Crowds marched to an office in the capital on Friday."
    assert where(body, "march") == ["Sanaa"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Jets shelled the market of the Omani capital on Friday.", ["Muscat"]),
        ("Jets shelled the market of the Omani capital, Muscat, on Friday.", ["Muscat"]),
        ("Jets shelled a depot of Omani capital goods on Friday.", []),
    ],
)
def test_the_capital_of_a_country_is_its_seat_of_government(text: str, places: list[str]) -> None:
    assert where(text, "shell") == places


def test_the_provincial_capital_is_the_city_the_text_speaks_of() -> None:
    body = "Homs is far from the coast. The provincial capital was captured by rebels on Friday."
    assert [place.name for place in events(body)[-1].places] == ["Homs"]
    other = "Homs is far from the coast. From Raqqa rebels marched on the provincial capital on Friday and seized it."
    assert "Homs" not in [place.name for one in events(other) for place in one.places]
    country = "Homs is far from the coast. The capital was captured by rebels on Friday."
    assert "Homs" not in [place.name for one in events(country) for place in one.places]


def test_the_city_is_not_one_that_was_only_looked_back_at() -> None:
    text = "The army took Homs on Monday after it had left Palmyra. On Tuesday rebels shelled the city."
    assert [place.name for place in events(text)[-1].places] == ["Homs"]
    other = "The army took Homs on Monday and left Palmyra. On Tuesday rebels shelled the city."
    assert [place.name for place in events(other)[-1].places] == ["Palmyra"]


def test_the_very_city_is_the_one_just_named() -> None:
    text = "They signed a truce in Homs, the very city that fell on Tuesday."
    assert [place.name for place in events(text)[-1].places] == ["Homs"]


def test_the_suburbs_of_a_city_are_its_own() -> None:
    text = "The army left Homs on Monday. Rebel fighters entered its eastern suburbs on Tuesday."
    assert events(text)[-1].title == "Rebel fighters enter Homs’s eastern suburbs"
    assert [place.name for place in events(text)[-1].places] == ["Homs"]


def test_where_only_some_of_the_dead_were_is_not_where_it_was() -> None:
    text = "Some 60 people were killed across Syria on Friday, including 12 in Homs and three people in Idlib."
    assert where(text, "kill") == ["Syria"]
    assert where("Some 60 people, including 12 children, were killed in Homs on Friday.", "kill") == ["Homs"]
    assert where("Nine people died on Friday, including two nurses, in a raid on Idlib.", "die") == ["Idlib"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The army took Homs, gateway to Aleppo, on Friday.", ["Homs"]),
        ("The army took Homs, on the road to Aleppo, on Friday.", ["Homs"]),
        ("The army took Homs and Aleppo on Friday.", ["Homs", "Aleppo"]),
        ("The government in Damascus and the rebels signed a truce in Homs on Friday.", ["Homs"]),
        ("A court in Damascus convicted two rebels on Friday.", ["Damascus"]),
    ],
)
def test_where_a_way_leads_and_where_a_government_sits_is_not_where(text: str, places: list[str]) -> None:
    assert [place.name for one in events(text) for place in one.places] == places


def test_talks_named_after_a_town_are_not_there() -> None:
    said = "The envoy landed in Homs on Friday. She praised the Damascus process. Rebels signed a truce there."
    assert [place.name for place in events(said)[-1].places] == ["Homs"]
    went = "The envoy landed in Homs on Friday. She flew to Damascus. Rebels signed a truce there."
    assert [place.name for place in events(went)[-1].places] == ["Damascus"]


def test_where_the_victims_were() -> None:
    assert where("Gunmen killed men who were sleeping in a mosque in Homs on Friday.", "kill") == ["Homs"]
    assert where("Gunmen killed a man who had fled Homs on Friday.", "kill") == []


def test_a_line_of_a_day_and_a_place_gives_both_to_what_follows() -> None:
    run_in = "**Friday 7 February, Palmyra.** Gunmen shot dead a judge.{} A mudslide buried ten workers."
    assert where(run_in.format(""), "bury") == ["Palmyra"]
    assert where("## Friday 7 February, Palmyra\n\nGunmen shot dead a judge.", "shoot") == ["Palmyra"]
    # Not to the next entry, to what has its own place, or to what is only said.
    assert where(run_in.format("\n\n**Thursday.**"), "bury") == []
    assert where("**Friday 7 February, Palmyra.** Gunmen shot dead a judge in Homs.", "shoot") == ["Homs"]
    assert where("**Friday 7 February, Palmyra.** The UN condemned the government.", "condemn") == []
    assert where("**Friday 7 February, Palmyra, long quiet, woke.** Gunmen shot dead a judge.", "shoot") == []


def test_pits_are_of_the_town_spoken_of() -> None:
    assert where("Palmyra is rich. On Friday a mudslide buried ten workers in its pits.", "bury") == ["Palmyra"]


def test_an_accord_is_signed_where_it_has_its_name_from() -> None:
    assert where("Both sides signed the Geneva Accords on Friday.", "sign") == ["Geneva"]
    assert where("Both sides signed the Geneva Accords in Homs on Friday.", "sign") == ["Homs"]
    assert where("Rebels shelled Homs on Friday in breach of the Geneva Accords.", "shell") == ["Homs"]
    (signed,) = events("Both sides signed the Geneva Accords on Friday.")
    assert signed.actors == ()


def test_the_capital_of_a_region_is_the_town_spoken_of_in_it() -> None:
    editorial = Editorial(places=(Place("Saki", "CD", "South Kivu", -2.5, 28.9, 1, "town"),))
    context = replace(CONTEXT, gazetteer=CONTEXT.gazetteer.with_editorial(editorial))
    told = "Rebels marched on Saki. The army left the capital of {} on Friday."
    for region, expected in (("South Kivu", True), ("North Kivu", False)):
        left = events(told.format(region), context=context)[-1]
        assert ("Saki" in {place.name for place in left.places}) is expected


def test_a_part_of_those_counted_is_elsewhere() -> None:
    assert where("Some 70 people were killed in the east on Friday, about 30 of them in Homs.", "kill") != ["Homs"]
    assert where("Gunmen met miners in the east on Friday and shot dead two of them in Homs.", "shoot") == ["Homs"]


@pytest.mark.parametrize(
    ("text", "lemma", "places"),
    [
        # Which pact, whose mayor, where another place lies; but the only place there is stays.
        ("The Minsk accord was signed in Berlin on Friday.", "sign", ["Berlin"]),
        ("The mayor of Homs was killed in Palmyra on Friday.", "kill", ["Palmyra"]),
        ("The mayor of Homs was killed on Friday.", "kill", ["Homs"]),
        ("Nine guards were shot dead at Palmyra, 40 km north of Homs, on Friday.", "shoot", ["Palmyra"]),
        ("Rebels shelled villages north of Homs on Friday.", "shell", ["Homs"]),
        # Where those who come were before; the sides of talks.
        ("Forty marines flew in from Tripoli to Benghazi on Friday.", "fly", ["Benghazi"]),
        ("Talks between Ghana and Togo opened in Geneva on Friday.", "open", ["Geneva"]),
        ("Indonesia put East Timor under martial law on Friday.", "put", ["East Timor"]),
        ("Rebels looted Komanda on Friday.", "loot", ["Komanda"]),
    ],
)
def test_a_place_that_only_tells_more_of_something_is_not_where_it_happened(
    text: str, lemma: str, places: list[str]
) -> None:
    assert where(text, lemma) == places


def test_who_says_so_is_not_where_it_happened() -> None:
    assert where("Six people were killed on Friday, according to the government in Homs.", "kill") == []
    assert where("According to the government, six people were killed in Homs on Friday.", "kill") == ["Homs"]


def test_talks_are_not_where_troops_moved_at_another_time() -> None:
    assert where("Troops left Homs on Friday, nearly seven weeks after leaders had met.", "meet") == []
    assert where("Troops left Homs on Friday as leaders met.", "meet") == []
    assert where("Leaders were in Homs on Friday when they met.", "meet") == ["Homs"]


def test_a_town_that_a_hill_overlooks_is_not_where_it_was() -> None:
    found = events("On Friday rebels attacked army positions at Baydar, a hill above Homs.")
    assert [[place.name for place in one.places] for one in found] == [["Baydar"]]


def test_where_talks_were_held_is_not_the_city() -> None:
    story = "The offensive on Goma resumed in January after the rebels failed to come to talks in Doha. "
    struck = events(story + "On 2 February air strikes hit the city.")[-1]
    assert [place.name for place in struck.places] == ["Goma"]
    story = "The rebels entered Goma in January. Crowds marched in Doha. "
    struck = events(story + "On 2 February air strikes hit the city.")[-1]
    assert [place.name for place in struck.places] == ["Doha"]


def test_a_day_after_which_something_is_called_is_no_date() -> None:
    (taken,) = events("M23 captured the May 22 Hospital in Goma on Friday.")
    assert taken.time is not None and taken.time.edtf is not None
    assert (taken.time.edtf.text, "May 22 Hospital" in taken.title) == ("2025-02-07", True)


def test_what_somebody_only_fears_does_not_say_where_he_acts() -> None:
    told = events("Kenya and Ghana vetoed the text on Monday, fearing it could lead to a war in Chad.")
    assert [place.name for one in told for place in one.places] == []


def test_what_others_did_meanwhile_elsewhere_does_not_say_where_it_was() -> None:
    told = events("Rebels captured key villages on Saturday, while in Oslo envoys met.")
    assert [place.name for one in told if one.type == "territory-change" for place in one.places] == []
    told = events("Three farmers were shot dead on Saturday while queueing in Goma.")
    assert [place.name for place in told[0].places] == ["Goma"]


def test_what_a_veto_moves_others_to_do_is_not_where_it_was_cast() -> None:
    assert where("The Kenyan veto on Friday encouraged the army to attack Homs.", "veto") == []
    assert where("Clashes with police on Friday led troops to enter Homs.", "clash") == ["Homs"]


def test_which_goes_back_to_no_place_before_the_verb() -> None:
    text = "The head of Sudan's army came after a sitting in which Kenya vetoed the resolution on Friday."
    assert where(text, "veto") == []
