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
        ("The governor escaped with bruises, it was said.", True),
        ("In Goma snow fell, and the governor built a stable.", True),  # goes on from a place
        ("The governor, who built a stable, is ill.", False),
        ("The governor yawned.", False),  # no verb of war or politics, no place
        ("The governor built a stable at Goma.", True),
        ("The statues yawned at Goma.", False),  # nobody did it
        ("Forty were herded into a barn.", True),  # how many, whom it befell
        ("Prices were herded into a barn.", False),
        ("Shares retreated in Goma.", False),  # nobody did it
        ("Governor Paul Sena might escape with bruises.", False),
        ("The mayor said eleven were taken to Goma.", True),  # how many, and where to
        ("Eleven were taken to Goma.", True),
        ("The mule train crossed a line.", False),  # neither who, where, when, nor how many
        ("The one who took eleven to Goma is ill.", False),  # only told of in passing
        # What an infinitive or gerund tells behind a verb that makes it real, or behind a comma.
        ("The army has begun to pull the tents back to Goma.", True),
        ("Parliament went on to grant Goma a budget.", True),
        ("The mayor used a stick to burn his papers in Bunia.", False),
        ("The mayor meant to burn his papers in Bunia.", False),
        # A preposition without its noun goes with the verb.
        ("The army had been called in.", True),
        ("The army had been called in some papers.", False),
        # What somebody asks or refuses.
        ("The rebels refused to disarm.", True),
        ("Police asked the gunman to surrender.", True),
        ("The army gave the men in the tower of the old mill two days to come out.", True),
        ("The army gave the men in the tower of the old mill blankets to keep warm.", False),
        ("The minister refused to take questions.", False),
        ("The rebels did not refuse to disarm.", False),
        ("The rebels asked whether they should surrender.", False),
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
        "On Saturday the governor unpacked two stolen pictures.",
        "On Saturday dogs unpacked the bins of Goma.",
        "She unpacked her bags on Saturday.",
    ],
)
def test_a_past_deed_with_a_day_and_somebody_who_acts_is_an_event(sentence: str) -> None:
    assert dated(sentence) == ["2025-02-08"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The governor unpacked his bags in Goma.",  # no date
        "On Saturday the weather brightened in Goma.",  # nobody acts
        "The announcement came on Saturday.",  # only said
        "It unpacked on Saturday.",  # nobody knows what
        "The governor looked tired on Saturday.",  # a state
        "The governor praised the soldiers on Saturday.",  # only words
        "The governor dispelled the rumour on Saturday.",  # likewise
        "The soldiers polished and fired the cannon on Saturday.",  # told with the verb it is joined to
        "On Saturday hopes of calm in Goma turned to dust.",  # a name that only says more of a thing
        "The governor did not unpack his bags on Saturday.",  # denied
        "We unpacked our bags in Goma on Saturday.",  # the teller
        "The governor took note of the vote on Saturday.",  # heed
        "The governor unpacked the paper between them on Saturday.",  # a thing told before
        "The governor unpacked pictures of the vote on Saturday.",  # something shown
        "The soldiers of today unpacked the wisdom of their fathers.",  # a date that only tells more of a noun
        "She spoke in an interview taped on Saturday.",  # a participle
        "The radio reported three soldiers injected with venom on Saturday.",  # likewise, after report
        "“The governor unpacked his bags on Saturday,” a guard said.",  # a quotation
        "The second mayor put their entry at about 8 a.m. on Saturday.",
        "The governor took a month to say so in May 2024.",
        "The king, who ruled from 2001 to 2019, was not in Goma.",
    ],
)
def test_what_is_no_deed_or_has_no_day_or_nobody_to_do_it_is_none(sentence: str) -> None:
    assert dated(sentence) == []


def test_a_month_dates_the_deed_of_somebody_named() -> None:
    assert dated("France unpacked its tents in Bunia in June 2003.") == ["2003-06"]
    assert dated("The soldiers unpacked their tents in June 2003.") == []


def test_an_article_off_the_story_does_not_come_onto_it_by_grammar() -> None:
    assert dated("The minister unpacked her skis on Saturday.", "The snow was deep in the Alps.\n\n") == []


TURNS = "OLA BERG, ANCHOR: Good evening.\n\nMIRA: Thank you.\n\nBERG: Go on.\n\n"


@pytest.mark.parametrize(
    ("story", "told"),
    [
        (WAR + TURNS, []),
        (WAR + "UPDATE: It is quiet.\n\n" * 3, ["2025-02-08"]),  # one label is no talk
        (WAR + "BERG: Go on.\n\n", ["2025-02-08"]),  # a line of a play
    ],
)
def test_talk_comes_onto_the_story_by_listed_words_or_with_who_or_where_and_when(story: str, told: list[str]) -> None:
    assert dated("On Saturday the chair unpacked his bags at home.", story) == told
    assert dated("On Saturday the governor unpacked his bags in Goma.", story) == ["2025-02-08"]
    assert len([one for one in events(story) if one.rule != RULE]) == 1


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


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # What is set for a day to come, whatever its verb and whoever does it.
        ("The survey mission sets off on Friday.", "2025-02-14"),
        ("A new camp for 3,000 is to open in Goma on 28 February.", "2025-02-28"),
        ("The commission is due to print the lists on 3 March.", "2025-03-03"),
        ("President Kole faces the voters on 26 March.", "2025-03-26"),
        ("The last ferries will sail by 31 March.", "[2025-02-10..2025-03-31]"),
        ("President Kole is due to speak in Bunia on Monday.", "2025-02-10"),
        ("The surveyors should reach Goma on Tuesday.", "2025-02-11"),
        ("Two mediators are to be in Goma tomorrow.", "2025-02-11"),
        ("Pilots hope that a freighter will land at Goma by 3 March.", "[2025-02-10..2025-03-03]"),
        ("The envoy is expected to call on both sides tomorrow.", "2025-02-11"),
        ("France will send troops to Goma on Friday if the strip dries out.", "2025-02-14"),
        ("France dug wells. It will dig the last one on 3 March.", "2025-03-03"),
        # Nothing is set: not sure, denied, gone, or told by nobody named.
        ("The last ferries could sail on 31 March.", None),
        ("The last ferries will not sail on 31 March.", None),
        ("It will sail on 31 March.", None),
        ("The ferries should sail now.", None),
        ("If the strip dries out, France will send troops to Goma on Friday.", None),
        ("France will send troops to Goma if the strip dries out.", None),
        ("The ferries should have sailed on 3 January.", None),
        ("Pilots hope that a freighter will land at Goma.", None),
        ("President Kole speaks well on Monday.", None),
        ("The ferries rust and wait for 31 March to come.", None),
    ],
)
def test_what_is_set_for_a_day_to_come_is_a_plan(sentence: str, wanted: str | None) -> None:
    plans = [day(one) for one in events(WAR + sentence) if one.status == "planned"]
    assert plans == ([] if wanted is None else [wanted])


@pytest.mark.parametrize(
    ("entry", "titles"),
    [
        ("**3 February** - The governor opens the granaries. Soldiers guard the square.", 2),
        ("**3 February** - The governor opens the granaries. It is cold.", 1),
        ("The governor opens the granaries. Soldiers guard the square.", 0),  # no entry
    ],
)
def test_under_the_date_of_an_entry_every_deed_is_told(entry: str, titles: int) -> None:
    told = [one.title for one in events(WAR + entry) if one.title.startswith(("Governor", "Soldiers"))]
    assert len(told) == titles


def test_an_entry_of_a_live_page_is_one_only_where_it_reports() -> None:
    page = WAR + "**10.15** Good morning.\n\n**11.30** The governor's convoy is on the pier.\n\n**14.10** It is quiet."
    assert [day(one)[:10] for one in events(page)[1:]] == ["2025-02-10"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # A thing that something was done to, or that began, on a day.
        ("A night curfew for drivers was shortened on Saturday.", ["2025-02-08"]),
        ("On Saturday graves were opened near the mill.", ["2025-02-08"]),
        ("The relief of the paratroopers got under way on Saturday.", ["2025-02-08"]),
        ("Police were authorised on Saturday to carry rifles.", ["2025-02-08"]),
        ("An envoy is due in Goma tomorrow.", ["2025-02-11"]),
        ("The sappers will come next month.", ["2025-03"]),
        ("The agency hopes to bring a ship into Sake on 20 February.", ["2025-02-20"]),
        # Words, what is not to be, what is hoped for on no day.
        ("A report was printed on Saturday.", []),
        ("Masons stood idle during the relief of the mill, which got under way on Saturday.", []),
        ("The weather on Saturday was cold.", []),
        ("The agency hopes to bring a ship into Sake.", []),
    ],
)
def test_things_have_their_day_too(sentence: str, wanted: list[str]) -> None:
    assert [day(one) for one in events(WAR + sentence)[1:]] == wanted


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        # A verb of motion that no rule lists: the kind of event is told by who came or went.
        ("Government soldiers trudged through Goma on Friday.", "deployment"),
        ("Hundreds of families trudged through Goma on Friday.", "displacement"),
        ("A convoy of Red Cross lorries limped towards Goma on Friday.", "aid-humanitarian"),
        ("Governor Paul Sena trudged through Goma on Friday.", "other"),
    ],
)
def test_who_comes_or_goes_tells_what_kind_of_event_it_is(sentence: str, kind: str) -> None:
    assert events(WAR + sentence)[-1].type == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Nine people died in a plane crash in Goma on Friday.", "other"),
        ("Nine people were killed in a stampede in Goma on Friday.", "other"),
        ("Nine people were killed when a bus crashed in Goma on Friday.", "other"),
        ("Nine people were killed in an ambush in Goma on Friday.", "battle"),
    ],
)
def test_the_dead_of_an_accident_are_nobody_s_deed(sentence: str, kind: str) -> None:
    assert [one.type for one in events(WAR + sentence)][-1] == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        # A verb with its particle means one kind of event in whatever company, or it means several.
        ("The cadets beat off the Falcons in Goma on Friday.", "battle"),
        ("Governor Paul Sena broke off his holiday in Goma on Friday.", "other"),
        ("Some 280 contractors were handed to the governor in Goma on Friday.", "other"),  # nobody is ground
        # Without a particle it may mean what it is listed for, but not where that is a matter of courts or talks.
        ("Governor Paul Sena reviewed a parade in Goma.", "other"),
        ("Men were led out of Goma to a ridge and shot there.", "violence-against-civilians"),
    ],
)
def test_a_verb_with_its_particle_tells_the_kind(sentence: str, kind: str) -> None:
    assert events(WAR + sentence)[-1].type == kind


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On Friday Islamic State announced that it would leave Homs.", [("statement", "2025-02-07")]),
        ("Islamic State announced that it would leave Homs.", [("territory-change", "")]),
        ("On Friday Islamic State said that it would leave Homs.", [("territory-change", "")]),
        (
            "On Friday Islamic State announced that it would leave Homs on 20 February.",
            [("statement", "2025-02-07"), ("territory-change", "2025-02-20")],
        ),
        (
            "A statement issued on Friday by Islamic State announced that its fighters would leave Homs.",
            [("diplomacy-talks", "2025-02-07"), ("statement", "2025-02-07")],
        ),
    ],
)
def test_an_announcement_is_news_of_its_day_and_stands_for_the_plan(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.type, day(one)) for one in events(text)] == told
    assert [place.name for place in events(text)[-1].places] == ["Homs"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Where the general slept on 3 May 2024 was not clear.", False),
        ("The general slept in the barracks on 3 May 2024.", True),
        ("Many regard the general as lost from 3 May 2024.", False),
        ("It was built on the one that laid down its arms on 3 May 2024.", False),
    ],
)
def test_what_is_asked_or_likened_or_only_one_of_them_is_no_deed(text: str, told: bool) -> None:
    found = [one.title for one in events("Shells hit Homs.\n\n" + text)[1:]]
    assert any("General" in title or title.startswith("One") for title in found) is told


def test_what_somebody_asks_another_is_told_with_what_for() -> None:
    told = events("Shells hit Homs. Jordan asked Oman to leave Homs.")
    assert [one.title for one in told][1:] == ["Jordan asks Oman to leave Homs"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # A verb that says little by itself tells a deed where somebody does it to a thing on a day.
        ("The rebels put nails on the runway on Saturday.", ["2025-02-08"]),
        ("On Saturday soldiers made a bonfire of their uniforms.", ["2025-02-08"]),
        ("The council gave the pilot a medal on Saturday.", ["2025-02-08"]),
        ("The council gave no answer on Saturday.", []),
        ("The council made it plain on Saturday.", []),
        ("The road made a bend on Saturday.", []),
        ("The council gave the pilot a medal.", []),
        # What somebody was made or brought to do.
        ("Soldiers made the villagers dig a ditch on Saturday.", ["2025-02-08"]),
        ("On Saturday the envoy got the parties to unpack their bags.", ["2025-02-08"]),
        ("On Saturday the envoy wanted the parties to unpack their bags.", []),
        # For somebody with a name a year will do.
        ("In 2007 Governor Paul Sena slipped back into Goma.", ["2007"]),
        ("In 2007 the governor slipped back into Goma.", []),
    ],
)
def test_a_verb_that_says_little_tells_what_was_done_to_a_thing_or_made_another_do(
    sentence: str, wanted: list[str]
) -> None:
    assert dated(sentence) == wanted


def test_what_is_to_stay_closed_on_a_day_is_a_plan() -> None:
    told = [(one.title, one.status, day(one)) for one in events(WAR + "Schools will stay closed on 14 February.")]
    assert ("Schools to stay closed", "planned", "2025-02-14") in told
    assert dated("Schools stayed closed on 8 February.") == []


def test_what_is_set_and_goes_ahead_is_told_once() -> None:
    told = events("Rebels left Homs. A vote on the charter, set for 27 March, will go ahead, the mayor said on Friday.")
    assert [one.title for one in told][1:] == ["Vote on the charter to go ahead"]
    both = events("Rebels left Homs. The new charter goes to a vote on 19 March, and elections are promised for May.")
    assert [(one.title, one.status) for one in both][1:] == [
        ("New charter to go to a vote", "planned"),
        ("Elections promised", "planned"),
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # Who and what take part makes it one of a kind, wherever and whenever it was.
        ("A rocket gutted the ferry.", [("explosion-remote-violence", "Rocket guts ferry")]),
        ("A quarrel gutted the ferry.", []),
        ("The soldiers came for them in stolen lorries.", [("deployment", "Soldiers come for them in stolen lorries")]),
        ("The soldiers came at nine or ten in the evening.", []),  # where to nobody says
        ("The rector came for them in stolen lorries.", []),
        ("Protesters shouted at the ferry.", []),
        ("The closure hurt.", []),
    ],
)
def test_who_takes_part_makes_a_deed_one_of_a_kind(sentence: str, told: list[tuple[str, str]]) -> None:
    assert [(one.type, one.title) for one in events("Shells hit Homs.\n\n" + sentence)[1:]] == told


def test_who_signs_for_somebody_does_not_sign_again() -> None:
    assert events(f"{WAR}Paul Sena, the foreign minister, signed for Kinshasa.")[1:] == []
    assert [one.type for one in events(f"{WAR}The ministers signed on Monday.")][1:] == ["agreement"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The African Union suspended Mali on Thursday; the World Bank followed two days later.",
            [("African Union suspends Mali", "2025-02-06"), ("World Bank suspends Mali", "2025-02-08")],
        ),
        (
            "Senegal recalled its envoy on Friday, and Ghana did likewise on Sunday.",
            [("Senegal recalls its envoy", "2025-02-07"), ("Ghana recalls its envoy", "2025-02-09")],
        ),
        (
            "Rebels took Minova on Thursday; Sake followed two days later.",
            [("Rebels take Minova", "2025-02-06"), ("Rebels take Sake", "2025-02-08")],
        ),
        (
            "The bloc of the West suspended Mali on 7 January, followed by the African Union two days later.",
            [("Bloc of the West suspends Mali", "2025-01-07"), ("African Union suspends Mali", "2025-01-09")],
        ),
        # Who goes after others does not do the same, nor does what comes after in time.
        (
            "The rebels left Goma on Thursday and the police followed them on Friday.",
            [("Rebels leave Goma", "2025-02-06")],
        ),
        ("Rebels took Minova on Thursday; a truce followed on Friday.", [("Rebels take Minova", "2025-02-06")]),
    ],
)
def test_who_does_the_same_on_a_day_of_his_own(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.title, day(one)) for one in events(text) if one.type != "agreement"] == told


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The twins, cornered in a mill on 22 January, fought to the end.", ["2025-01-22"]),
        ("The twins spotted in a mill on 22 January fought to the end.", []),  # which twins
        ("The twins, cornered in a mill, fought to the end.", []),
        ("The twins, cornered in a mill since 22 January, fought on.", []),
        ("A letter dated 22 January named the twins.", []),
        ("The twins, described on 22 January as lost, fought on.", []),
    ],
)
def test_a_participle_with_a_day_of_its_own_tells_a_deed(sentence: str, wanted: list[str]) -> None:
    assert [day(one) for one in events(WAR + sentence)[1:] if day(one) != ""] == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Schools reopened in Goma on 4 January and in Bukavu on 18 January.",
            [("Schools reopen in Goma", "2025-01-04"), ("Schools reopen in Bukavu", "2025-01-18")],
        ),
        (
            "Police fired on crowds in Homs on Thursday and in Aleppo on Friday.",
            [("Police fire on crowds in Homs", "2025-02-06"), ("Police fire on crowds in Aleppo", "2025-02-07")],
        ),
        # No day of its own.
        ("Police fired on crowds in Homs on Friday and in Aleppo.", [("Police fire on crowds in Homs", "2025-02-07")]),
        # What opens a phrase with a day opens no other clause's words.
        ("On 10 January, armed groups overran Minova.", [("Armed groups overrun Minova", "2025-01-10")]),
        ("In Goma, armed groups burned a school on 10 January.", [("Armed groups burn school in Goma", "2025-01-10")]),
        ("On 10 January, Rwanda armed groups in Goma.", [("Rwanda arms groups in Goma", "2025-01-10")]),
    ],
)
def test_the_same_elsewhere_and_who_acts_behind_a_day(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.title, day(one)) for one in events(text)] == told
