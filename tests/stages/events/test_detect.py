"""Events in clauses: which there are, when, where, who, and how sure."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.model.event import EventMention
from generator.stages.dates import find_dates
from generator.stages.events import find_events
from tests.stages.events.reading import CONTEXT, day, events, only, read

ROOT = Path(__file__).resolve().parents[3]
SHARED = Path(os.environ.get("CONFLICT_TIMELINE_SHARED", ROOT.parent / "shared"))
RAW = Path(__file__).parents[4] / "shared" / "seeds" / "dr-congo-seeks-us-support.txt"
KIVU = "Goma and Sake are towns in North Kivu, in eastern Congo.\n\n"


def titles(found: list[EventMention]) -> list[str]:
    return [one.title for one in found]


def test_two_events_of_one_verb_each_have_their_own_date_and_place() -> None:
    found = events(KIVU + "The rebels captured Sake on 21 January and Goma six days later.")
    assert [(one.places[0].name, day(one)) for one in found] == [("Sake", "2025-01-21"), ("Goma", "2025-01-27")]
    assert len({one.id for one in found}) == 2


def test_coordinated_objects_are_an_event_each() -> None:
    found = events(KIVU + "The rebels recently captured strategic towns like Goma and Sake.")
    assert [one.places[0].name for one in found] == ["Goma", "Sake"]
    assert all(one.time is None for one in found)


def test_a_date_belongs_to_the_clause_it_stands_in() -> None:
    found = events("President Tshisekedi, who took office in January 2019, wrote to Donald Trump on February 8, 2025.")
    assert {one.lemma: day(one) for one in found} == {"take office": "2019-01", "write to": "2025-02-08"}


def test_the_day_of_saying_is_not_the_day_of_the_deed() -> None:
    assert only("The UN said on Tuesday that soldiers had burned 40 houses in Damascus.").time is None
    dated = only("On Sunday soldiers burned 40 houses in Damascus, the UN said on Tuesday.")
    assert day(dated) == "2025-02-09"
    assert dated.speaker == "UN"


def test_a_date_at_the_head_of_the_sentence_rules_what_it_coordinates() -> None:
    found = events("On 3 February ministers met in Nairobi and rebels attacked an army base.")
    assert [day(one) for one in found] == ["2025-02-03", "2025-02-03"]


def test_never_the_publication_date_by_default() -> None:
    assert only("Rebels attacked an army base near Damascus.").time is None


@pytest.mark.parametrize(
    "text",
    [
        "If the rebels attack Damascus, many will flee.",
        "The rebels failed to capture Damascus.",
        "The rebels did not attack Damascus.",
        "Did the rebels capture Damascus?",
        "The rebels may attack Damascus.",
        "Nobody was killed in Damascus.",
        "The army fears an attack on the city.",
        "More than 5,000 people have been killed since March.",
        "But delivering aid to Damascus is a problem.",
        "The aim of the alliance is to replace the president.",
        "The army seems intent on retaking Damascus.",
        "The minister spoke at a news conference on Tuesday.",
        "Wars over land rarely end when a city changes hands.",
        "The shells hit no house in Damascus on Friday.",
        'The channel shows "Murder on the Orontes: Death of a King" on Friday.',
        "The watchdog said on Sunday that 900 people had been killed since March 2024.",
        "Residents feared an attack on Damascus.",
        "By Friday not one piece of equipment had been left behind in Damascus.",
        "The army braced for the loss of Damascus.",
        "The pact averted an assault on Damascus.",
        "The envoy likened the siege to the fall of Homs in 2012.",
    ],
)
def test_what_did_not_happen_is_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The rebels captured Damascus on Friday.", "happened"),
        ("The two presidents will meet in Cairo on 20 March.", "planned"),
        ("Talks are due to open in Cairo on 9 April.", "planned"),
        ("The rebels plan to attack Damascus.", "planned"),
        ("The army said it would withdraw from Damascus.", "planned"),
        ("The Congolese army claimed that it had captured the airport of Damascus.", "claimed"),
        ("The Congolese army said it had captured Damascus.", "claimed"),
        ("The government denied that rebels had captured Damascus.", "denied"),
        ("The governor dismissed reports that Damascus had fallen.", "denied"),
        ("The UN said that 17 people were killed in Damascus on Friday.", "happened"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert only(text).status == status


def test_passive_and_agent() -> None:
    found = only("Damascus was captured by Islamic State on Friday.")
    assert [(actor.name, actor.role) for actor in found.actors] == [("Islamic State", "agent")]
    assert [place.name for place in found.places] == ["Damascus"]


def test_a_name_is_an_actor_or_a_place_by_its_position() -> None:
    found = only("Ministers signed an accord in Washington on 4 December.")
    assert [place.name for place in found.places] == ["Washington"]


def test_headings_carry_their_date_to_what_follows() -> None:
    headed = "## Damascus, 8 February 2025\n\nRebels attacked Damascus.\n\n## Outlook\n\nRebels attacked Homs."
    found = events(f"A chronology of the week.\n\n{headed}")
    assert [day(one) for one in found] == ["2025-02-08", ""]


def test_bold_dates_and_table_rows_date_their_entries() -> None:
    table = "| Date | Event |\n|---|---|\n| 3 February 2025 | Rebels seize Homs |"
    text = f"**27 January** - Rebels enter Damascus.\n\n{table}"
    assert [day(one) for one in events(text)] == ["2025-01-27", "2025-02-03"]


def test_an_entry_that_no_trigger_tells_is_an_event_as_it_stands() -> None:
    found = only("- 4 February 2025: Schoolchildren plant a thousand trees in Damascus")
    assert (found.type, day(found)) == ("other", "2025-02-04")
    assert found.title == "Schoolchildren plant a thousand trees in Damascus"


def test_present_tense_tells_events_in_lists_but_not_in_prose() -> None:
    assert titles(events("- Rebels seize Damascus")) == ["Rebels seize Damascus"]
    assert events("Drones kill civilians in Damascus.") == []


def test_pronouns_and_the_city_take_their_names_from_what_went_before() -> None:
    found = events("Islamic State attacked Damascus on Friday. It seized the city on Saturday.")
    assert found[1].title == "Islamic State seizes Damascus"
    assert [actor.name for actor in found[1].actors] == ["Islamic State"]
    assert [place.name for place in found[1].places] == ["Damascus"]


def test_ids_survive_edits_elsewhere_and_tell_equal_sentences_apart() -> None:
    text = "Rebels attacked Damascus on Friday."
    assert only(text).id == events("A new first paragraph.\n\n" + text)[0].id
    assert len({one.id for one in events(f"{text}\n\n{text}")}) == 2


def test_a_mention_carries_its_provenance() -> None:
    found = only("Rebels attacked Damascus on 3 February 2025.")
    assert found.provenance is not None
    assert found.provenance.rule.startswith("trigger:")
    rules = {part.rule: part for part in found.provenance.inputs}
    assert "status:past" in rules
    assert rules["time:clause"].inputs == (found.time.provenance,) if found.time else False


def test_the_lead_weighs_more_than_later_asides() -> None:
    later = ["Nothing moved."] * 9 + ["Soldiers who attacked Homs fled."]
    found = events("\n\n".join(["Rebels attacked Damascus on Friday.", *later]))
    assert found[0].weight > found[-1].weight


def test_captions_tell_no_events() -> None:
    page = "<article><h1>News</h1><p>" + "Prices rose again. " * 20 + "</p>" + (
        "<figure><img src='a.jpg'><figcaption>Rebels captured Damascus.</figcaption></figure></article>"
    )
    assert all("Damascus" not in one.text for one in events(page))


@pytest.mark.corpus
@pytest.mark.skipif(not RAW.exists(), reason="the raw article is not here")
def test_the_raw_article() -> None:
    article, sentences = read(RAW.read_text(encoding="utf-8"), "2025")
    times, _ = find_dates(article, sentences, CONTEXT)
    found, _ = find_events(article, sentences, times, CONTEXT)
    letter = next(one for one in found if day(one) == "2025-02-08")
    assert letter.type == "diplomacy-talks"
    assert {actor.name.split()[-1] for actor in letter.actors} == {"Tshisekedi", "Trump"}
    captures = {one.places[0].name: one for one in found if one.type == "territory-change" and one.places}
    assert {"Goma", "Walikale"} <= captures.keys()
    assert all(captures[town].time is None for town in ("Goma", "Walikale"))
    talks = next(one for one in found if any(place.name == "Doha" for place in one.places))
    assert (talks.type, talks.time) == ("diplomacy-talks", None)


def test_a_participle_that_only_describes_a_noun_is_no_event_without_a_date() -> None:
    assert [one.lemma for one in events("Soldiers shelled Sake, a town held by rebels.")] == ["shell"]


def test_a_phrasal_verb_in_a_dated_entry_is_a_verb() -> None:
    assert only("- 3 February: Kabila calls off the talks.").lemma == "call off"


def test_an_unread_day_before_the_subject_does_not_hide_it() -> None:
    found = only("- On the 3rd: the army retakes Goma.")
    assert (found.lemma, found.places[0].name) == ("retake", "Goma")


def test_who_does_what_stands_after_by_is_the_subject_of_the_sentence() -> None:
    found = only("Rebels armed their men by raiding police stations in Goma.")
    assert (found.lemma, [one.name for one in found.actors]) == ("raid", ["rebels"])


def test_a_gerund_before_the_subject_is_a_deed() -> None:
    assert next(one.lemma for one in events("Storming the barracks in Goma, rebels freed ten soldiers.")) == "storm"


def test_words_like_in_fact_do_not_part_a_verb_from_its_auxiliary() -> None:
    found = only("Rockets were in fact launched at the airfield in Goma on Monday.")
    assert (found.lemma, found.type) == ("launch", "explosion-remote-violence")


def test_two_joined_names_are_a_plural_subject() -> None:
    assert only("- 29 January: In Doha the US and the Taliban sign an agreement.").lemma == "sign"


def test_a_sum_of_the_dead_is_no_event_but_how_many_have_fled_is() -> None:
    assert events("More than 5,000 people have been injured since March.") == []
    assert only("More than 5,000 people have fled the country since March.").type == "displacement"


def test_a_verb_of_another_clause_does_not_make_a_headline_verb_a_noun() -> None:
    found = only("- 1 October: Kenyan troops cross the border in what the army terms a small step.")
    assert found.lemma.startswith("cross")
    both = events("- 26 November: In the hours before the guns fell silent, Kenyan jets pound Goma.")
    assert both[-1].type == "explosion-remote-violence"


def test_a_word_that_is_a_noun_as_often_is_none_of_its_verbs_after_a_noun() -> None:
    found = only("In July a rocket killed 12 children on a football pitch in Goma.")
    assert (found.places[0].name, found.figures[0].best) == ("Goma", 12)


def test_a_participle_between_a_verb_and_a_noun_is_an_adjective() -> None:
    blamed = only("The mayor blamed “armed smugglers” for a fire in Goma.")
    assert blamed.title == "Mayor blames armed smugglers"
    assert only("Rebels freed captured soldiers in Goma.").lemma == "free"


def test_but_does_not_carry_a_date_on_as_and_does() -> None:
    found = events("Police arrested ten men on Saturday and rebels shelled Goma.")
    assert [day(one) for one in found] == ["2025-02-08", "2025-02-08"]
    found = events("Police arrested ten men on Saturday, but rebels shelled Goma.")
    assert [day(one) for one in found] == ["2025-02-08", ""]


def test_a_day_may_stand_between_the_words_of_a_phrase() -> None:
    found = only("The rebels agreed on Saturday to disband their army in Goma.")
    assert (found.type, day(found)) == ("agreement", "2025-02-08")
    assert only("The Senate voted on a budget bill on Tuesday.").title.startswith("Senate votes on")


def test_the_preposition_of_a_day_is_no_part_of_a_phrase() -> None:
    assert [one.lemma for one in events("The king fired his cabinet on Friday.")] != ["fire on"]
    assert [one.lemma for one in events("Tanks fired their guns on Bukavu on Friday.")] == ["fire on"]


def test_what_a_passive_phrase_ends_in_is_where_it_happened() -> None:
    found = only("The rebels were driven out of Goma on Saturday.")
    assert (found.type, [one.name for one in found.places]) == ("territory-change", ["Goma"])


def test_what_is_due_or_must_be_by_a_day_is_planned() -> None:
    found = only("A peace agreement is due on 18 March, the envoy said.")
    assert (found.status, day(found), found.title) == ("planned", "2025-03-18", "Peace agreement due")
    assert only("Peace talks in Doha must begin by 8 March.").status == "planned"
    assert events("The rebels must leave Goma.") == []


def test_entries_told_like_headlines() -> None:
    found = only("- 24 November 2016: Revised accord signed at a theatre in Bogotá.")
    assert (found.type, day(found)) == ("agreement", "2016-11-24")
    assert only("- 24 January: First explosions on the eastern edge of Goma.").type == "explosion-remote-violence"
    struck, *_ = events("- 9 January: An air strike wrecks a hospital in Goma; three people die.")
    assert struck.lemma == "wreck"


def test_a_participle_with_a_comma_after_its_phrase_describes_the_subject() -> None:
    assert only("- 9 January: Backed by tanks, rebels seized Goma.").lemma == "seize"


def test_an_agreement_that_is_only_demanded_has_not_been_made() -> None:
    found = events("Leaders demanded a ceasefire in Cairo on Friday.")
    assert "agreement" not in [one.type for one in found]
    assert [one.type for one in events("Leaders signed a ceasefire in Cairo on Friday.")] == ["agreement"]


FAR = "Rebels shelled Goma on Friday. It rained. The streets were dark. Nobody slept. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FAR + "Kenya condemned the attack.", "Kenya condemns the attack"),
        (FAR + "Many condemned it.", ""),  # nobody named, far from the lead
        ("The army is moving a brigade to Goma.", "Army moves a brigade to Goma"),
        ("The army moves brigades to Goma.", ""),  # a habit
        (FAR + "Schools closed.", "Schools close"),
        (FAR + "The closure hurt.", ""),  # a noun alone
        ("A truce offered that March by rebels in Goma collapsed.", "Truce offered by rebels in Goma collapses"),
        (FAR + "It came after a meeting of the Union (AU) in Kampala.", "Meeting of the Union"),
    ],
)
def test_what_tells_enough_by_itself(text: str, expected: str) -> None:
    found = titles(events(text))[1 if text.startswith(FAR) else 0 :]
    assert found[:1] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "types"),
    [
        # A passive may leave out who did it.
        ("The Red Front was designated a terrorist group on Monday.", ["sanctions"]),
        ("Shots were heard in Damascus on Monday.", ["battle"]),
        ("**3 February** - Forty lose their lives in Damascus.", ["violence-against-civilians"]),
        ("Forty lives were insured in Damascus.", []),
        ("Parliament will debate on Thursday whether to extend the emergency.", ["other"]),
        ("Parliament would debate the emergency if the envoy came.", []),
    ],
)
def test_wordings_read_by_their_grammar(text: str, types: list[str]) -> None:
    assert [one.type for one in events(f"Rebels shelled Homs.\n\n{text}")][1:] == types


def test_who_is_found_has_not_been_founded() -> None:
    assert titles(events("The council was found asleep on Friday.")) == []
    assert titles(events("The council was founded in Cairo on Friday.")) == ["Council founded in Cairo"]


def test_a_participle_that_has_lost_its_object_is_passive_beside_a_passive() -> None:
    told = events("Rebels raided Damascus on Friday, and men were killed and crops destroyed.")
    assert not {"Men destroy", "Crops destroy"} & set(titles(told))
    assert "Rebels flee" in titles(events("Six men were killed on Friday and rebels fled."))


def test_what_a_deed_is_aimed_at_or_likened_to_is_no_event() -> None:
    aimed = events("An attack on a funeral in Goma killed nine people on Monday.")
    assert [(one.type, one.lemma) for one in aimed] == [("violence-against-civilians", "kill")]
    likened = events("M23 entered Goma on Monday. An envoy likened the killings to those of Bosnia in 1995.")
    assert [one.lemma for one in likened] == ["enter"]
    told = events("M23 entered Goma on Monday. An envoy condemned the killings of 1995 in Bosnia.")
    assert "killing" in [one.lemma for one in told]


def test_a_deed_is_only_the_cause_of_what_it_made_others_do() -> None:
    forced = events("M23 entered Goma. Shelling forced the hospital to close on Monday.")
    assert [one.title for one in forced] == ["M23 enters Goma", "Hospital closes"]
    named = events("The shelling of Goma on Sunday led Rwanda to close the border on Monday.")
    assert sorted(map(day, named)) == ["2025-02-09", "2025-02-10"]


def test_what_a_note_posted_somewhere_says_is_claimed_by_its_author() -> None:
    (claim,) = events("M23 said in a note posted on Telegram that it had taken Goma on Friday.")
    assert (claim.status, claim.title) == ("claimed", "M23 takes Goma")
    (claim,) = events("M23 told reporters gathered in Doha that it had taken Goma on Friday.")
    assert (claim.status, [place.name for place in claim.places]) == ("claimed", ["Goma"])


def test_a_participle_past_who_says_so_is_of_those_of_whom_it_is_said() -> None:
    looted = events("M23 entered Goma on Monday, residents said, looting shops and burning two cars.")[-1]
    assert [actor.name for actor in looted.actors] == ["M23"]
    added = events("M23 left Goma on Monday, residents said, warning that it would be back.")
    assert [one.lemma for one in added] == ["leave"]


def test_a_pronoun_does_what_those_do_for_whom_it_stands() -> None:
    driven = events("The army attacked the rebels in Goma on 3 May and drove them out of Walikale.")[-1]
    assert (driven.type, driven.title) == ("territory-change", "Congolese army drives rebels out of Walikale")
    handed = events("M23 captured 200 soldiers in Goma on Monday and handed them to Rwanda.")[-1]
    assert (handed.type, handed.title) == ("other", "M23 hands soldiers to Rwanda")


def test_what_people_feared_after_a_deed_was_not_the_deed() -> None:
    assert [day(one) for one in events("They feared the worst after the attack on Goma on Monday.")] == ["2025-02-10"]
    assert [day(one) for one in events("All were in fear after an attack on Goma on Monday.")] == ["2025-02-10"]


def test_that_a_known_deed_came_as_another_did_tells_only_the_other() -> None:
    told = events("The attack came as the army left Goma on Friday.")
    assert [one.title for one in told] == ["Army leaves Goma"]
    told = events("An attack on Homs came as the army left Goma on Friday.")
    assert [one.title for one in told] == ["Attack on Homs comes", "Syrian army leaves Goma"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("After dark the gangs broke down the gate of Goma's prison.", ["Gangs break down the gate of Goma's prison"]),
        ("The gangs have stopped fighting one another.", ["Gangs stop fighting one another"]),
        ("By the time the pact was signed in Doha they had taken Goma.", ["Pact signed in Doha", "Goma taken"]),
        ("When the pact was signed on Friday rebels had taken Goma.", ["Pact signed", "Rebels take Goma"]),
        ("The village of Ban Lo Nyi Vo was shelled.", ["Village of Ban Lo Nyi Vo shelled"]),
    ],
)
def test_words_that_part_clauses_or_belong_together(text: str, titles: list[str]) -> None:
    assert [one.title for one in events(text)] == titles


def test_a_noun_has_no_name_from_the_clause_behind_it() -> None:
    told = "Oman and Chad held talks on Friday. It was their first known meeting"
    assert [one.lemma for one in events(f"{told} since M23 seized Goma on 27 January.")][1:] == ["seize"]
    assert [one.lemma for one in events(f"{told} with Kenya in Goma.")][1:] == ["meeting"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # A verb that has its object behind the next one only, which tells both.
        ("A mob looted and burned the mill on 3 May.", [("protest-riot", "2024-05-03")]),
        ("Troops attacked and retreated on 3 May.", [("battle", "2024-05-03"), ("territory-change", "2024-05-03")]),
        # What a thing is used for or called has no day.
        ("Soldiers burned a camp used by nomads on 3 May.", [("violence-against-civilians", "2024-05-03")]),
        ("Soldiers burned a camp shelled by rebels on 3 May.", ["", ("explosion-remote-violence", "2024-05-03")]),
        # `since` between the parts of a perfect, and behind it.
        ("Government jets have since bombed Sake.", [("explosion-remote-violence", "")]),
        # What something is taken to mean is no deed.
        ("Kinshasa took this to mean that Goma was its own on 3 May.", []),
        # Of two verbs joined by `by` the second says what was done.
        ("Uganda retaliated by closing its border on 3 May.", [("other", "2024-05-03")]),
        ("Rebels closed the road by shelling Sake on 3 May.", ["", ("explosion-remote-violence", "2024-05-03")]),
        # Who or what falls into whose hands, and a day that only falls.
        ("A colonel fell into rebel hands at Sake on 3 May.", [("justice", "2024-05-03")]),
        ("The town of Sake fell into rebel hands on 3 May.", [("territory-change", "2024-05-03")]),
        ("The deadline for a settlement fell on 3 May.", []),
        # Who is vaccinated is not displaced, nor is what it is against another event.
        ("Nurses vaccinated 900 children against measles on 3 May.", [("aid-humanitarian", "2024-05-03")]),
        ("Measles broke out in Sake on 3 May.", [("aid-humanitarian", "2024-05-03")]),
        ("South Sudan split from the north on 9 July 2011.", [("other", "2011-07-09")]),
    ],
)  # fmt: skip
def test_verbs_in_company_tell_each_deed_once(text: str, told: list[tuple[str, str]]) -> None:
    found = [(one.type, day(one)) for one in events(text, "2024-06-10")]
    assert len(found) == len(told)
    assert all(not wanted or got == wanted for got, wanted in zip(found, told, strict=True))


def test_what_is_counted_between_two_days_went_on_from_one_to_the_other() -> None:
    counted = only("Nurses vaccinated 900 children in Goma between 3 and 9 May.", "2024-06-10")
    assert day(counted) == "2024-05-03/2024-05-09"
    assert day(only("Rebels shelled Sake between 3 and 9 May.", "2024-06-10")) == "[2024-05-03..2024-05-09]"


def test_a_statement_without_its_content_is_none() -> None:
    long = "that the soldiers of the third brigade had taken the town of Sake by force in the early afternoon"
    empty = events(f"Defence Minister Adam Musa went on television to declare {long}.")
    assert [one.title for one in empty if one.type == "statement"] == []
    told = events("Defence Minister Adam Musa went on television to declare that the army had taken Sake.")
    assert told[0].title == "Defence Minister Adam Musa declares that the army had taken Sake"


def test_what_was_scheduled_elsewhere_does_not_place_what_put_it_off() -> None:
    found = events("A summit, scheduled for 3 May in Goma, was suspended after clashes erupted on the border on 1 May.")
    assert [[place.name for place in one.places] for one in found] == [["Goma"], []]
    clashes = events("A crowd that had gathered in Goma fled after clashes erupted on the border.")[-1]
    assert [place.name for place in clashes.places] == ["Goma"]


def test_a_river_called_as_a_person_is_nobody() -> None:
    found = events("President Salva Kiir flew home on Monday. Tanks drove 900 people across the Kiir river on Tuesday.")
    assert "Kiir river" in found[-1].title and "Salva" not in found[-1].title
    army = events("President Salva Kiir flew home on Monday. Kiir drove 900 people out of Goma on Tuesday.")[-1]
    assert "Salva Kiir" in {actor.name for actor in army.actors}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The UN demanded that the rebels leave Goma.", "UN demands that the rebels leave Goma"),
        ("The UN demanded that Rwanda withdraw its forces.", "UN demands that Rwanda withdraw its forces"),
        ("The UN demanded that the army attack be looked into.", None),  # a noun, with its verb behind
    ],
)
def test_what_is_demanded_is_told_in_a_bare_form(text: str, title: str | None) -> None:
    told = [one.title for one in events(text) if one.type == "statement"]
    assert told == [title] if title else not any("attacks" in one for one in told)
