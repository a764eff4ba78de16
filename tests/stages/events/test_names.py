"""Names: actors and places of sentences written for these tests."""

from __future__ import annotations

import re
from itertools import pairwise
from types import SimpleNamespace
from typing import Any, cast

import pytest

from generator.context import Context
from generator.gazetteer.gazetteer import load_gazetteer
from generator.languages.names import compile_names
from generator.languages.pack import HERE, read_toml
from generator.model.editorial import Editorial
from generator.model.event import Actor, NameMention, Place
from generator.model.text import Article, Sentence, Span
from generator.stages.events.names import find_names

WORDS = compile_names(read_toml(HERE / "en", "names.toml"))


def names_of(text: str, editorial: Editorial | None = None) -> tuple[NameMention, ...]:
    """The names of a text; each line of it is read as one sentence."""
    gazetteer = load_gazetteer().with_editorial(editorial or Editorial())
    context = cast("Context", SimpleNamespace(pack=SimpleNamespace(names=WORDS), gazetteer=gazetteer))
    spans = [hit.span() for hit in re.finditer(r".+", text)]
    sentences = [Sentence(Span("a", *span), text[slice(*span)], 0, at) for at, span in enumerate(spans)]
    return find_names(Article("a", "a.md", "", text, None), sentences, context)


def actor_of(text: str, words: str, **options: Any) -> str | None:
    """The name of the actor that the last mention of some words stands for."""
    found = [one for one in names_of(text, **options) if one.text == words]
    return found[-1].actor.name if found and found[-1].actor else None


def place_of(text: str, words: str, **options: Any) -> Place | None:
    """The place that the last mention of some words stands for."""
    found = [one for one in names_of(text, **options) if one.text == words]
    return found[-1].place if found else None


def test_spans_give_back_the_words() -> None:
    text = "Rwandan troops crossed into Goma, said Gen. Ali Musa of the UN mission."
    for mention in names_of(text):
        assert text[mention.span.start : mention.span.end] == mention.text


def test_mentions_are_in_order_and_apart() -> None:
    text = "Syrian army tanks entered Hama, the Syrian Observatory for Human Rights (SOHR) said in London."
    mentions = names_of(text)
    assert len(mentions) >= 4
    assert all(one.span.end <= two.span.start for one, two in pairwise(mentions))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Syrian troops fired.", "Syrian troops", "Syrian army"),
        ("Sudan's army pulled back.", "Sudan's army", "Sudanese army"),
        ("Ugandan officials denied it.", "Ugandan officials", "Uganda"),
        ("The Libyan government agreed.", "Libyan government", "Libya"),
        ("A Saudi-led coalition struck the port.", "Saudi-led coalition", "Saudi-led coalition"),
        ("Kenyan police fired tear gas.", "Kenyan police", "Kenyan police"),
        ("Hezbollah fighters withdrew.", "Hezbollah fighters", "Hezbollah"),
        ("UN troops stayed in camp.", "UN troops", "UN peacekeepers"),
        ("Nato warplanes struck.", "Nato warplanes", "Nato"),
        ("Russian and Syrian jets struck.", "Russian", "Russia"),
        ("Tuareg rebels fled.", "Tuareg rebels", "Tuareg rebels"),
        ("Russian peacekeepers fled.", "Russian peacekeepers", "Russian peacekeepers"),
        ("Juan Manuel Santos met Abiy Ahmed. Santos left.", "Santos", "Juan Manuel Santos"),
    ],
)
def test_countries_and_organisations_with_a_head_noun(text: str, words: str, name: str) -> None:
    assert actor_of(text, words) == name


def test_a_demonym_alone_is_no_actor() -> None:
    assert not names_of("A Syrian teacher taught Rwandan songs.")


def test_an_adjective_of_a_country_is_not_the_country() -> None:
    assert [one.text for one in names_of("Rwanda-backed M23 moved on.")] == ["M23"]


@pytest.mark.parametrize(
    ("text", "words", "actor", "place"),
    [
        ("Kinshasa said it would not talk.", "Kinshasa", "DR Congo", None),
        ("The text was signed in Washington on Friday.", "Washington", None, "Washington"),
        ("Moscow rejects the plan.", "Moscow", "Russia", None),
        ("Crowds marched through Khartoum.", "Khartoum", None, "Khartoum"),
        ("It is a blow for Kigali.", "Kigali", "Rwanda", "Kigali"),
        ("Fighting spread in Burundi.", "Burundi", None, "Burundi"),
        ("Burundi denied this.", "Burundi", "Burundi", None),
    ],
)
def test_a_capital_or_country_is_place_or_government(
    text: str, words: str, actor: str | None, place: str | None
) -> None:
    found = place_of(text, words)
    assert (actor_of(text, words), found.name if found else None) == (actor, place)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("President Ada Okello spoke. Mr Okello left.", "Mr Okello", "Ada Okello"),
        ("The rebel leader Bram Okonta fled. Okonta was caught.", "Okonta", "Bram Okonta"),
        ("Ahmed al-Harb was shot. Later Harb died.", "Harb", "Ahmed al-Harb"),
        ("Col. Orm Tesfu resigned.", "Col. Orm Tesfu", "Orm Tesfu"),
        ("Okonta fled. On Friday Gen. Bram Okonta was caught.", "Gen. Bram Okonta", "Bram Okonta"),
        ("Gen Okonta fled. On Friday Bram Okonta, the commander, was caught.", "Gen Okonta", "Bram Okonta"),
        ("President Bashar Assad spoke.", "President Bashar Assad", "Bashar al-Assad"),
    ],
)
def test_persons_by_title_role_and_family_name(text: str, words: str, name: str) -> None:
    assert actor_of(text, words) == name


def test_a_person_is_not_the_town_of_the_same_name() -> None:
    assert place_of("Congo: General Willy Goma spoke to M23.", "General Willy Goma") is None
    assert actor_of("Congo: General Willy Goma spoke to M23.", "General Willy Goma") == "Willy Goma"


def test_an_abbreviation_in_brackets_is_known_from_then_on() -> None:
    text = "The Upper Lomba Defence Committee (ULDC) met. The ULDC named a chief."
    assert actor_of(text, "ULDC") == "Upper Lomba Defence Committee"
    assert actor_of("The ULDC named a chief.", "ULDC") is None


def test_an_agency_in_a_dateline_is_no_abbreviation() -> None:
    assert actor_of("TRIPOLI, Libya (CNN) Shells fell. CNN saw it.", "CNN") == "CNN"


def test_an_organisation_keeps_what_follows_its_noun() -> None:
    assert actor_of("The Bureau Council for Missing Persons said so.", "Bureau Council for Missing Persons")


def test_rebels_are_the_one_group_named_before() -> None:
    assert actor_of("M23 took the hill in Congo. The rebels then paused.", "rebels") == "M23"
    assert actor_of("The rebels then paused.", "rebels") is None
    two = "In DR Congo the M23 fought the FDLR and the ADF. The rebels then paused."
    assert actor_of(two, "rebels") is None


def test_where_somebody_comes_from_is_not_what_the_article_is_about() -> None:
    born = "A {} nurse was hurt in Lira. Then the army shelled a school."
    assert actor_of(born.format("French-born"), "the army") is None
    assert actor_of(born.format("French"), "the army") == "French army"


def test_the_army_is_that_of_the_country_the_article_is_about() -> None:
    assert actor_of("Myanmar burns. In Myanmar the army shelled a school.", "the army") == "Myanmar military"
    assert actor_of("Chad and Niger quarrel. The army shelled a school.", "The army") is None


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Shells hit Tripoli. Lebanon's army came.", "Tripoli", "LB"),
        ("Shells hit Tripoli. Libya's army came.", "Tripoli", "LY"),
        ("M23 entered Goma.", "Goma", "CD"),
        ("In Nigeria gunmen came to Mubi.", "Mubi", "NG"),
        ("North Kivu, DR Congo: gunmen came to Mubi.", "Mubi", "CD"),
        ("Talks opened in Luanda.", "Luanda", "AO"),
    ],
)
def test_a_name_of_several_places_follows_the_article(text: str, words: str, country: str) -> None:
    place = place_of(text, words)
    assert place is not None
    assert place.country == country


@pytest.mark.parametrize(
    "text", ["Reading the letter took an hour.", "Nice words were said.", "Victoria wept.", "March was cold."]
)
def test_common_words_are_no_places(text: str) -> None:
    assert not [one for one in names_of(text) if one.place]


def test_spellings_of_one_town_are_one_place() -> None:
    spellings = ("Deraa", "Daraa", "Dar'a", "Dara")
    assert {cast("Place", place_of(f"Syria: shells fell in {one}.", one)).name for one in spellings} == {"Deraa"}


def test_a_place_the_article_explains_takes_the_parents_country() -> None:
    text = "They reached Mbolawe, a mining hub in North Kivu. Mbolawe is small."
    place = cast("Place", place_of(text, "Mbolawe"))
    assert (place.country, place.kind, place.precision) == ("CD", "hub", 4)
    near = cast("Place", place_of("The village of Tumbira near Goma burned.", "Tumbira"))
    assert (near.country, near.precision, near.lat) == ("CD", 2, -1.67)


def test_no_place_without_an_explanation() -> None:
    assert place_of("They reached Mbolawe at dawn.", "Mbolawe") is None


def test_a_region_is_coarser_than_its_town() -> None:
    place = cast("Place", place_of("In Syria, Hama Province was cut off.", "Hama Province"))
    assert place.precision == 4


def test_the_editors_names_win() -> None:
    editorial = Editorial(
        actors=(Actor("Government of Rwanda", "government", ("Kigali",), "RW"),),
        places=(
            Place("Goma", "CD", "North Kivu", -1.5, 29.5, aliases=("Goma town",)),
            Place("Zuzu Hill", "CD", precision=2),
        ),
    )
    assert actor_of("Kigali denied it.", "Kigali", editorial=editorial) == "Government of Rwanda"
    assert actor_of("Rwandan officials denied it.", "Rwandan officials", editorial=editorial) == "Government of Rwanda"
    assert cast("Place", place_of("M23 held Goma.", "Goma", editorial=editorial)).lat == -1.5
    assert cast("Place", place_of("M23 held Zuzu Hill.", "Zuzu Hill", editorial=editorial)).country == "CD"


def test_words_in_capitals_are_no_abbreviations() -> None:
    assert not names_of("THIS IS WHAT THEY WANT.")
    assert actor_of("The US agreed.", "US") == "US"


def test_short_forms_need_their_country() -> None:
    assert actor_of("Sudan: the RSF left.", "RSF") == "Rapid Support Forces"
    assert actor_of("The RSF left.", "RSF") is None


def test_the_capital_is_that_of_the_country_the_article_is_about() -> None:
    assert cast("Place", place_of("Mali burns. In Mali a lorry reached the capital.", "the capital")).name == "Bamako"
    assert place_of("A lorry reached the capital.", "the capital") is None


def test_the_same_text_gives_the_same_names() -> None:
    text = "Syrian troops entered Hama. President Assad said the rebels had fled to Lebanon."
    assert names_of(text) == names_of(text)


@pytest.mark.parametrize(
    "text", ["", "(", "A" * 5000, "Goma " * 2000, "Al-" * 3000, "(" * 2000, "the rebels " * 500, "A.B." * 2000]
)
def test_strange_text_is_read_to_its_end(text: str) -> None:
    assert isinstance(names_of(text), tuple)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("A Turkish drone strike hit Kobani.", "Turkish", "Turkey"),
        ("Turkish drones hit Kobani.", "Turkish drones", "Turkey"),
        ("Philippine marines landed.", "Philippine marines", "Philippine marines"),
        ("The Turkish economy shrank.", "Turkish", None),
        ("Indian navy ships sailed.", "Indian navy", "Indian navy"),
        ("Georgian separatists met.", "Georgian separatists", "Georgian separatists"),
        ("Somali gunmen fled.", "Somali gunmen", "Somali fighters"),
        ("Berber fighters fled.", "Berber fighters", "Berber fighters"),
        ("Berber farmers fled.", "Berber", None),
    ],
)
def test_deeds_and_fighters_after_a_demonym_or_a_people(text: str, words: str, name: str | None) -> None:
    assert actor_of(text, words) == name


def test_a_family_name_is_that_of_the_person_named_in_full_before() -> None:
    assert actor_of("Laurent-Désiré Kabila spoke. Kabila left.", "Kabila") == "Laurent-Désiré Kabila"
    assert actor_of("Congo voted. Kabila left.", "Kabila") == "Joseph Kabila"


def test_an_article_belongs_to_the_longer_name() -> None:
    assert actor_of("The Congo River Alliance met.", "Congo River Alliance") == "Congo River Alliance"
    assert actor_of("The Congo agreed.", "The Congo") == "DR Congo"


def test_who_was_somebody_or_was_born_is_a_person() -> None:
    for told in ("was a shepherd's son", "was born in the hills", "became the governor of Homs"):
        assert actor_of(f"Tarik Odwan {told}. Later Odwan fled.", "Odwan") == "Tarik Odwan"
    assert actor_of("Tarik Odwan was a major setback. Later Odwan fled.", "Odwan") is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Orlo Brantu was born in Goma.", True),
        ("Orlo Brantu took to the hills in March. He came back in May.", True),
        ("Orlo Brantu, then a clerk, lost his eye.", True),
        ("Orlo Brantu took to the hills in March. It came back in May.", False),
        ("The Orlo Brantu sank in March. He came back in May.", False),  # a ship
        ("Near Orlo Brantu he came back.", False),
        ("Orlo Brantu lies where Sami Field lost his eye.", False),  # another is meant
        ("Twenty-nine came back. He was one.", False),
    ],
)
def test_a_name_that_nobody_lists_is_a_person_s_where_he_follows(text: str, named: bool) -> None:
    persons = [one.actor.name for one in names_of(text) if one.actor is not None and one.actor.kind == "person"]
    assert ("Orlo Brantu" in persons) is named


def test_a_movement_named_after_those_it_is_for_is_one_name() -> None:
    assert actor_of("The Tigray People's Liberation Front left.", "Tigray People's Liberation Front") == "TPLF"
    assert actor_of("The Miners' Workers’ Party of Ruritania left.", "Workers’ Party of Ruritania") is not None
    assert actor_of("Sudan's Liberation Front left.", "Sudan's Liberation Front") is None
