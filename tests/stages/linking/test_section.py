"""What one article tells in several sentences: headings, letters, rulings, outcomes; read from text and then linked."""

from __future__ import annotations

import pytest

from generator.model.editorial import Constraints
from generator.model.event import Event
from generator.model.result import ArticleResult
from generator.stages.dates import find_dates
from generator.stages.events import find_events
from generator.stages.linking import link_events
from tests.stages.events.reading import CONTEXT, day, read


def linked(*bodies: str, date: str = "2025-02-10", last: str = "") -> tuple[Event, ...]:
    """The events of articles with these bodies, the last of them published on a day of its own."""
    results = []
    for number, body in enumerate(bodies):
        article, sentences = read(body, last if last and number else date, f"{number}.md")
        times, _ = find_dates(article, sentences, CONTEXT)
        mentions, _ = find_events(article, sentences, times, CONTEXT)
        results.append(ArticleResult(article, sentences, times, mentions))
    return link_events(results, Constraints(), CONTEXT)[0]


def test_a_heading_without_names_announces_what_stands_below_it() -> None:
    below = "Sudan and Chad expect talks on the border to open in Cairo on 20 February."
    assert len(linked(f"## Talks on 20 February\n\n{below}")) == 1
    assert len(linked(f"## Talks on 21 February\n\n{below}")) == 2


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("On Friday President Omar al-Bashir wrote a letter to Salva Kiir. He offered a ceasefire.", 1),
        ("On Friday President Omar al-Bashir wrote to Salva Kiir and demanded a ceasefire.", 1),
        ("On Friday President Omar al-Bashir wrote a letter to Salva Kiir. Paul Kagame offered a ceasefire.", 2),
    ],
)
def test_what_a_letter_asks_is_the_letter(body: str, count: int) -> None:
    assert len(linked(body)) == count


def test_the_next_sentence_tells_more_of_a_ruling() -> None:
    ruling = "A court in Khartoum on Friday sentenced Omar al-Bashir to two years."
    assert len(linked(f"{ruling} The judges found him guilty of fraud.")) == 1
    assert len(linked(f"{ruling} Judges in Cairo found Ali Kushayb guilty of murder.")) == 2


@pytest.mark.parametrize(
    ("later", "count"),
    [
        ("Nine countries backed the resolution in a vote late on Friday.", 1),
        ("Chad backed the resolution on Friday.", 2),  # somebody else, who may have done so elsewhere
        ("Nine countries backed the envoy on Friday.", 2),  # something else
    ],
)
def test_a_count_of_votes_told_later_gives_a_decision_its_day(later: str, count: int) -> None:
    first = "France and Norway have vetoed a resolution on Mali.\n\nIt is quiet.\n\nIt rains.\n\nIt is dark.\n\n"
    found = [one for one in linked(first + later) if one.type == "diplomacy-talks"]
    assert len(found) <= count
    assert any(one.date and one.date.text == "2025-02-07" and len(one.mentions) == 2 for one in found) == (count == 1)


def test_an_outcome_told_right_after_its_meeting_by_nobody_new() -> None:
    met = "Salva Kiir met Omar al-Bashir in Addis Ababa on Friday."
    assert len(linked(f"{met} Both leaders agreed to a ceasefire that day.")) == 1
    assert len(linked(f"{met} Chad and Libya agreed to a ceasefire that day.")) == 2


def test_a_bare_attack_is_that_by_which_a_place_was_taken() -> None:
    taken = "On 3 February, a day after the truce, Boko Haram captured Bama. The army said that Boko Haram had attacked"
    found = linked(f"{taken} overnight.")
    assert len(found) == 1
    assert [day(one) for one in found[0].mentions] == ["2025-02-03", "2025-02-03"]
    assert len(linked(f"{taken} Gwoza overnight.")) == 2


def test_a_side_is_beaten_for_good_once() -> None:
    first = "The Sudanese army defeated Islamic State in Kassala Province in May 2024."
    assert len(linked(first, "Islamic State was beaten in May 2024.")) == 1
    assert len(linked(first, "Boko Haram was beaten in May 2024.")) == 2
    again = "Islamic State was beaten in May 2024. The army, which lost ten men, crushed the rebellion in 2024."
    assert len(linked(again)) == 1


def test_acts_of_one_body_on_one_day_are_one_sitting() -> None:
    adopted = "The UN Security Council adopted Resolution 9999 on 3 May 2024."
    created = "On 3 May 2024 the UN Security Council created a border force for Abyei."
    assert len(linked(adopted, created)) == 1
    assert len(linked(adopted, created.replace("UN Security Council", "African Union"))) == 2


def test_what_is_planned_joins_nothing_that_went_before() -> None:
    signed = "Sudan and Chad signed an accord in Cairo on 12 March 2025."
    plan = "Sudan and Chad are to sign an accord in Cairo in March."
    assert len(linked(signed, plan, date="2025-03-14")) == 2
    assert len(linked(plan, date="2025-03-01") + linked(signed, date="2025-03-14")) == 2


def test_who_is_expected_somewhere_for_a_purpose_is_expected_once() -> None:
    found = linked("The two presidents are expected in Cairo on 20 February to sign a pact.")
    assert [(one.type, one.status, [place.name for place in one.places]) for one in found] == [
        ("agreement", "planned", ["Cairo"])
    ]


def test_statements_are_alike_in_what_they_promise() -> None:
    one = "On 3 February Sudan and Chad issued a joint statement on a corridor."
    assert len(linked(one, "On 3 February Chad promised to work for a corridor.")) == 1
    assert len(linked(one, "On 3 February Libya promised to work for a corridor.")) == 2


def test_nobody_dies_twice() -> None:
    died = "General Ali Musa died at Malakal on 6 February 2025."
    assert len(linked(died, "The army announced the death of General Ali Musa on 7 February 2025.")) == 1
    assert len(linked(died, "The army announced the death of General Omar Said on 7 February 2025.")) == 2


def test_a_relative_clause_means_the_only_such_thing_of_its_month() -> None:
    signed = "On 5 January 2025 the ministers of Chad and Mali signed a pact on grazing in Cairo."
    known = "The kings want the pact that their ministers signed in January."
    assert len(linked(signed, known)) == 1
    assert len(linked(signed, "On 9 January 2025 the ministers of Libya and Niger signed a pact in Tunis.", known)) == 3


def test_a_heading_that_nothing_follows_tells_nothing() -> None:
    assert linked("## Prison emptied\n\nThe town slept.") == ()
    assert linked("## Kenyan troops leave\n\nThe town slept.") == ()  # it says neither where nor when
    assert len(linked("## Kenyan troops leave Homs\n\nThe town slept.")) == 1


def test_one_of_two_days_is_the_day_another_report_names() -> None:
    first = "Drones attacked the airport of Malakal on 1 February 2025."
    assert len(linked(first, "A raid on the airport of Malakal on 31 January or 1 February 2025 killed nobody.")) == 1


def test_a_number_without_a_noun_counts_those_just_counted() -> None:
    told = "A landslide killed 200 people at a mine in Malakal on Friday. A trader told Reuters that {} had died."
    assert len(linked(told.format("five or six"))) == 1


def test_a_district_and_the_town_it_has_its_name_from_are_one_place() -> None:
    first = "Gunmen killed at least 30 people in Bama district between 3 and 9 May 2024."
    assert len(linked(first, "The report speaks of the killings in Bama in May 2024.")) == 1
    assert len(linked(first, "The report speaks of the killings in Gwoza in May 2024.")) == 2


def test_what_a_town_rarely_sees_twice_stays_news_for_a_fortnight() -> None:
    told = ["Oxfam evacuated its clinic at Malakal.", "Oxfam, a charity, had evacuated its clinic at Malakal."]
    assert len(linked(*told, date="2025-02-01", last="2025-02-09")) == 1
    assert len(linked(*told, date="2025-02-01", last="2025-03-09")) == 2


def test_what_one_side_goes_on_to_do_in_one_breath_is_one_event() -> None:
    assert len(linked("Riot policemen entered Malakal on Friday and beat traders in their shops.")) == 1
    assert len(linked("Police searched a newsroom in Malakal on Friday and led away nine editors.")) == 1
    # Another day, another side, or shells from afar are another event.
    assert len(linked("Rebels entered Malakal on Friday and beat traders in their shops on Sunday.")) == 2
    assert len(linked("Soldiers entered Malakal on Friday and rebels beat traders in their shops.")) == 2


def test_what_a_body_is_to_vote_on_is_the_vote_of_that_week() -> None:
    plan = "The UN Security Council is due to vote on the future of the Abyei force next week."
    vote = "The UN Security Council on 19 February 2025 extended the mandate of the Abyei force by a year."
    assert len(linked(plan, vote, date="2025-02-10", last="2025-02-20")) == 1
    assert len(linked(plan, vote.replace("19 February", "12 March"), date="2025-02-10", last="2025-03-20")) == 2


@pytest.mark.parametrize(("month", "count"), [("October", 1), ("November", 2)])
def test_who_looks_back_at_a_month_means_the_deed_that_its_own_article_dates_in_other_words(
    month: str, count: int
) -> None:
    told = "France and the United Kingdom vetoed a UN Security Council resolution on a truce in Sudan. "
    told += "Nine countries backed the resolution in the 15-member council during the vote late on Tuesday."
    again = f"In {month} 2024 France and the United Kingdom vetoed a resolution on Sudan."
    assert len(linked(told, again, date="2024-10-09", last="2025-02-20")) == count


@pytest.mark.parametrize(
    ("held", "count"),
    [
        ("Chadians voted in a referendum on Thursday.", 1),
        ("Villagers in Chad voted to dig a well on Thursday.", 2),
        ("Sudan held a referendum on Thursday.", 2),
    ],
)
def test_no_country_asks_its_people_twice_on_one_day(held: str, count: int) -> None:
    plan = "The council said that a referendum on a new charter would be held in Chad on 6 March."
    assert len(linked(plan, held, date="2025-02-20", last="2025-03-07")) == count


@pytest.mark.parametrize(
    ("later", "count"),
    [
        ("In March 2025 a new charter was approved in a referendum in Chad.", 1),
        ("The government in Chad has been weaker since the country held a national referendum.", 1),
        ("In March 2025 the government held a parliamentary election in Chad.", 2),
        ("In March 2025 a new charter was approved in a referendum in Sudan.", 2),
        ("In January 2025 a new charter was approved in a referendum in Chad.", 2),
    ],
)
def test_a_vote_without_a_day_is_the_one_vote_of_its_land_kind_and_season(later: str, count: int) -> None:
    held = "Chadians voted in a referendum on Thursday in Chad."
    assert len(linked(held, later, date="2025-03-07", last="2025-04-02")) == count


def test_statements_of_one_day_may_name_different_towns() -> None:
    first = "M23 shelled Sake. On 7 February M23 gave the people in the camps of Homs 72 hours to leave."
    second = "On 7 February M23 gave the people in the camps of Hama 72 hours to leave."
    assert [event.type for event in linked(first, second)].count("statement") == 1


@pytest.mark.parametrize(
    ("sequel", "count"),
    [
        ("The attack was claimed by Ansar al-Haqq.", 1),
        # A siege is no bombing; nor is a strike of which none was told.
        ("The siege was condemned by Egypt on Sunday.", 2),
        ("An assault was launched in Aleppo.", 2),
    ],
)
def test_the_attack_may_be_any_deed_just_told(sequel: str, count: int) -> None:
    assert len(linked(f"On 7 February a bomb killed 22 people in Homs. {sequel}")) == count
