"""Which mentions become one event, and which never do."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest

from generator.model.editorial import Constraints
from generator.model.edtf import parse_edtf
from generator.model.event import Actor, Event, Place
from generator.model.problem import Provenance
from generator.model.result import ArticleResult
from generator.model.temporal import NEWS_DAY
from generator.stages.linking import link_events
from tests.stages.linking.making import (
    ARMY,
    BUKAVU,
    CONGO,
    DOHA,
    GOMA,
    KAGAME,
    M23,
    NORTH_KIVU,
    SAKE,
    TSHISEKEDI,
    Desk,
    context,
    killed,
)  # fmt: skip

FREE = Constraints()


def link(*desks: Desk, constraints: Constraints = FREE) -> tuple[Event, ...]:
    events, problems = link_events([desk.result() for desk in desks], constraints, context())
    assert problems == ()
    return events


def grouping(events: tuple[Event, ...]) -> list[list[str]]:
    return [[mention.text for mention in event.mentions] for event in events]


def wire(date: str = "2025-01-27", published: str = "2025-01-28", name: str = "wire", **more: object) -> Desk:
    return Desk(name, published, "Wire").tell(
        "M23 fighters captured Goma after the army withdrew.", "territory-change", date,
        lemma="capture", actors=[M23, ARMY], places=[GOMA], **more,
    )  # fmt: skip


def recap(date: str = "", published: str = "2025-02-20", name: str = "recap") -> Desk:
    return Desk(name, published, "Weekly").tell(
        "M23 recently captured Goma.", "territory-change", date, lemma="capture", actors=[M23], places=[GOMA]
    )


def test_two_reports_of_one_capture_are_one_event() -> None:
    [event] = link(wire(), recap("2025-01-27"))
    assert len(event.mentions) == 2
    assert event.id == "2025-01-27-m23-recently-captured-goma"
    assert event.sources == ("Weekly", "Wire")


def test_a_report_dated_a_day_late_joins_and_is_a_disagreement() -> None:
    [event] = link(wire(), recap("2025-01-28"))
    assert event.date is not None
    [disagreement] = event.disagreements
    assert disagreement.field == "date"
    assert {version.value for version in disagreement.versions} == {"2025-01-27", "2025-01-28"}


@pytest.mark.parametrize("coarse", ["2025-01-21~/2025-01-31~", "2025-01", "[2025-01-27..2025-02-02]"])
def test_a_coarser_date_joins_without_disagreement(coarse: str) -> None:
    [event] = link(wire(), recap(coarse))
    assert event.date is not None and event.date.text == "2025-01-27"
    assert event.disagreements == ()
    assert event.date_reason == "finer"


def test_a_coarse_date_that_excludes_the_day_stays_apart() -> None:
    assert len(link(wire(), recap("2024-12"))) == 2


def test_an_undated_mention_joins_the_event_it_can_only_mean() -> None:
    [event] = link(wire(), recap())
    assert event.date is not None and event.date.text == "2025-01-27"


def test_the_day_of_the_news_is_given_only_where_no_report_has_one() -> None:
    follow_up = recap("2025-01-28", "2025-01-28", "follow-up")
    follow_up.said[0][1]["dated_by"] = NEWS_DAY
    [event] = link(wire(), follow_up)
    assert event.date is not None and event.date.text == "2025-01-27" and event.disagreements == ()
    [alone] = link(follow_up)
    assert alone.date is not None and alone.date.text == "2025-01-28"


def test_the_same_town_taken_twice_stays_two_events_and_recently_means_the_nearer() -> None:
    then = Desk("then", "2012-11-21").tell(
        "M23 rebels captured Goma.", "territory-change", "2012-11-20", lemma="capture", actors=[M23], places=[GOMA]
    )
    first, second = link(then, wire(), recap())
    assert first.date is not None and first.date.year == 2012 and len(first.mentions) == 1
    assert second.date is not None and second.date.year == 2025 and len(second.mentions) == 2


def test_an_undated_mention_that_could_mean_either_stays_undated() -> None:
    talks = {"lemma": "meet", "actors": [M23, TSHISEKEDI], "places": [DOHA]}
    one = Desk("one", "2025-04-06").tell("Delegations met in Doha.", "diplomacy-talks", "2025-04-05", **talks)
    two = Desk("two", "2025-04-10").tell("Delegations met in Doha.", "diplomacy-talks", "2025-04-09", **talks)
    three = Desk("three", "2025-04-20").tell("Delegations met in Doha.", "diplomacy-talks", **talks)
    events = link(one, two, three)
    assert len(events) == 3
    assert events[-1].date is None and events[-1].latest == "2025-04-20"


def test_an_article_dated_by_its_year_reads_its_own_time() -> None:
    """Its undated talks are those nearest to the latest day it tells of, not to the end of the year."""
    talks = {"lemma": "talk", "places": [DOHA]}
    march = Desk("march", "2025-03-19").tell(
        "Kagame and Tshisekedi held talks in Doha.", "diplomacy-talks", "2025-03-18",
        actors=[KAGAME, TSHISEKEDI], **talks,
    )  # fmt: skip
    july = Desk("july", "2025-07-20").tell(
        "M23 and the government held talks in Doha.", "diplomacy-talks", "2025-07-19",
        actors=[M23, TSHISEKEDI], **talks,
    )  # fmt: skip
    raw = Desk("raw", "2025").tell("M23 captured Sake.", "territory-change", "2025-03-19", places=[SAKE])
    raw.tell("Peace efforts included talks in Doha.", "diplomacy-talks", **talks)
    events = link(march, july, raw)
    told = next(event for event in events if event.date and event.date.text == "2025-03-18")
    assert "Peace efforts included talks in Doha." in [mention.text for mention in told.mentions]


def test_different_towns_on_one_day_are_different_captures() -> None:
    other = Desk("other", "2025-01-28").tell(
        "M23 fighters captured Sake after the army withdrew.", "territory-change", "2025-01-27",
        lemma="capture", actors=[M23, ARMY], places=[SAKE],
    )  # fmt: skip
    assert len(link(wire(), other)) == 2


def test_a_town_joins_its_region() -> None:
    wide = Desk("wide", "2025-01-29").tell(
        "M23 fighters captured the capital of North Kivu.", "territory-change", "2025-01-27",
        lemma="capture", actors=[M23], places=[NORTH_KIVU],
    )  # fmt: skip
    [event] = link(wire(), wide)
    assert [place.name for place in event.places] == ["Goma"]


def test_a_chain_of_likeness_never_swallows_a_week() -> None:
    desks = [
        Desk(f"day{day}", f"2025-01-{day + 1:02d}").tell(
            "Protesters marched through Bukavu against the war.", "protest-riot", f"2025-01-{day:02d}",
            lemma="march", places=[BUKAVU],
        )
        for day in range(10, 18)
    ]  # fmt: skip
    for event in link(*desks):
        days = [mention.time.edtf.day.day for mention in event.mentions if mention.time and mention.time.edtf]
        assert max(days) - min(days) <= 1


def test_a_plan_and_its_deed_are_one_event_with_a_history() -> None:
    talks = {"lemma": "open", "actors": [M23, TSHISEKEDI], "places": [DOHA]}
    plan = Desk("plan", "2025-04-01").tell(
        "Talks are due to open in Doha on 9 April.", "diplomacy-talks", "2025-04-09", status="planned", **talks
    )
    deed = Desk("deed", "2025-04-10").tell("Talks opened in Doha.", "diplomacy-talks", "2025-04-09", **talks)
    [event] = link(plan, deed)
    assert event.status == "happened" and not event.overdue
    assert [status for _, status in event.history] == ["planned", "happened"]
    later = Desk("later", "2025-05-01").tell("Rain fell.", "other", "2025-04-30", places=[CONGO])
    overdue = next(event for event in link(plan, later) if event.status == "planned")
    assert overdue.overdue


def test_mentions_of_one_sentence_stay_apart() -> None:
    result = Desk("one").tell("M23 took Sake and Goma.", "territory-change", "2025-01-27", places=[SAKE, GOMA])
    made = result.result()
    [mention] = made.mentions
    twins = (replace(mention, id="a", places=(SAKE,)), replace(mention, id="b", places=(GOMA,)))
    events, _ = link_events([replace(made, mentions=twins)], Constraints(), context())
    assert len(events) == 2


def mention_ids(*desks: Desk) -> list[str]:
    return [mention.id for desk in desks for mention in desk.result().mentions]


def test_must_link_and_cannot_link_hold_absolutely() -> None:
    desks = wire(), recap("2025-01-27"), recap("2012-11-20", "2012-11-21", "old")
    one, two, three = mention_ids(*desks)
    split = link(*desks, constraints=Constraints(cannot_link=((one, two),)))
    assert len(split) == 3
    joined = link(*desks, constraints=Constraints(must_link=((one, three),)))
    assert any({one, three} <= {mention.id for mention in event.mentions} for event in joined)


def test_a_contradiction_of_the_editor_is_told() -> None:
    desks = wire(), recap("2025-01-27")
    one, two = mention_ids(*desks)
    constraints = Constraints(must_link=((one, two),), cannot_link=((one, two),))
    events, problems = link_events([desk.result() for desk in desks], constraints, context())
    assert len(events) == 1
    assert [problem.code for problem in problems] == ["override-contradiction"]


def test_the_order_of_the_articles_does_not_decide_the_groups() -> None:
    desks = [wire(), recap(), recap("2025-01", "2025-03-01", "month"), recap("2012-11-20", "2012-11-21", "old")]
    wanted = {frozenset(group) for group in grouping(link(*desks))}
    for shuffled in itertools.islice(itertools.permutations(desks), 0, 24, 5):
        assert {frozenset(group) for group in grouping(link(*shuffled))} == wanted


def test_the_same_inputs_give_the_same_events() -> None:
    desks = [wire(f"2025-01-{10 + number * 7 % 19}", name=f"w{number}") for number in range(40)]
    results: list[ArticleResult] = [desk.result() for desk in desks]
    assert link_events(results, Constraints(), context()) == link_events(results, Constraints(), context())


def test_tolls_are_ranges_and_never_sums() -> None:
    one = wire(figures=[killed(70)])
    two = Desk("two", "2025-01-30", "Gazette").tell(
        "M23 fighters captured Goma after the army withdrew.", "territory-change", "2025-01-27",
        lemma="capture", actors=[M23, ARMY], places=[GOMA], figures=[killed(100)],
    )  # fmt: skip
    [event] = link(one, two)
    [figure] = event.figures
    assert (figure.best, figure.low, figure.high) == (100, 70, 100)
    assert [d.field for d in event.disagreements] == ["killed"]


def test_no_articles_no_events() -> None:
    assert link() == ()


def test_an_undated_entry_of_a_chronology_lies_between_its_neighbours() -> None:
    """The year-old entry is out of reach of "recently", but the order of the list says what it means."""
    taken = {"lemma": "capture", "actors": [M23], "places": [SAKE]}
    old = Desk("old", "2024-02-08").tell("M23 captured Sake.", "territory-change", "2024-02-07", **taken)
    new = Desk("new", "2025-01-24").tell("M23 captured Sake.", "territory-change", "2025-01-23", **taken)
    chronology = Desk("chronology", "2025-12-01").tell("A treaty was signed.", "agreement", "2023-11-24")
    chronology.tell("Shells hit a camp.", "explosion-remote-violence", "2024-01-10", places=[GOMA])
    chronology.tell("M23 captured Sake.", "territory-change", **taken)
    chronology.tell("A truce was signed.", "agreement", "2024-07-30")
    chronology.tell("Bukavu fell.", "territory-change", "2025-02-14", places=[BUKAVU])
    told = next(event for event in link(old, new, chronology) if len(event.mentions) == 2)
    assert told.date is not None and told.date.text == "2024-02-07"


def shelling(date: str = "2025-01-26") -> Desk:
    return Desk("shelling", "2025-01-28").tell(
        "Shells hit a camp near Sake.", "explosion-remote-violence", date, lemma="hit", places=[SAKE]
    )


def test_a_toll_told_next_belongs_to_the_event() -> None:
    desk = shelling().tell("Twelve people were killed.", "violence-against-civilians", figures=[killed(12)])
    [event] = link(desk)
    assert event.type == "explosion-remote-violence"
    assert [figure.best for figure in event.figures] == [12]


def test_a_toll_is_not_what_a_whole_war_cost() -> None:
    desk = Desk("wire", "2025-01-28").tell("Rebels stormed a post at Goma.", "battle", "2025-01-26", places=[GOMA])
    desk.tell("The war in Sake began on 26 January.", "battle", "2025-01-26", lemma="war", when="26 January")
    desk.tell("Nine men were killed.", "battle", figures=[killed(9)], lemma="kill")
    events = link(desk)
    assert [one.title for one in events if one.figures] == [one.title for one in events if one.places]


@pytest.mark.parametrize(
    "more",
    [
        {"figures": [killed(7000)]},  # a sum over the war
        {"figures": [killed(12)], "date": "2025-01-20"},  # a day of its own
        {"figures": [killed(12)], "places": [BUKAVU]},  # a place of its own
        {},  # no toll at all
    ],
)
def test_a_toll_that_stands_for_itself_stays_apart(more: dict[str, object]) -> None:
    desk = shelling().tell("People were killed.", "violence-against-civilians", **{"date": "", **more})  # type: ignore[arg-type]
    assert len(link(desk)) == 2


def test_a_denial_told_next_belongs_to_the_claim() -> None:
    desk = Desk("claims").tell(
        "The group said it had taken Sake.", "territory-change", "2025-01-23", status="claimed", places=[SAKE]
    )
    desk.tell("The army denied that the town had been lost.", "territory-change", status="denied")
    [event] = link(desk)
    assert event.status == "claimed"
    assert [status for _, status in event.history] == ["claimed", "denied"]


def test_the_only_event_of_its_kind_in_a_town_is_meant_while_it_is_fresh() -> None:
    """Few words, no names: yet news the day after can only mean the one attack there was."""
    attack = Desk("attack", "2025-03-01").tell(
        "Gunmen attacked the market before dawn.", "battle", "2025-02-28", lemma="attack", places=[SAKE]
    )
    fresh = Desk("fresh", "2025-03-02").tell("The town counts its dead after a raid.", "battle", places=[SAKE])
    stale = Desk("stale", "2025-06-20").tell("The town counts its dead after a raid.", "battle", places=[SAKE])
    assert len(link(attack, fresh)) == 1
    assert len(link(attack, stale)) == 2


@pytest.mark.parametrize(("victims", "count"), [([], 2), (["Ann Lee"], 1)])
def test_the_only_deaths_in_a_town_are_not_those_of_somebody_they_do_not_name(victims: list[str], count: int) -> None:
    fell = [Actor(name, "person", role="patient") for name in victims]
    deed, harm = "violence-against-civilians", {"lemma": "kill", "places": [SAKE]}
    attack = Desk("attack", "2025-03-01").tell("Seven were killed by shells.", deed, "2025-02-28", actors=fell, **harm)
    later = Desk("later", "2025-03-09").tell(
        "The pilot was killed there.", deed, "2025-02", actors=[Actor("Ann Lee", "person", role="patient")], **harm
    )
    assert len(link(attack, later)) == count


def test_a_toll_belongs_to_the_deed_of_its_sentence() -> None:
    made = shelling().tell("Men burst into a church and killed 38.", "violence-against-civilians").result()
    deed = made.mentions[1]
    toll = replace(deed, id="toll", trigger=deed.trigger._replace(start=deed.span.end - 10), figures=(killed(38),))
    events, _ = link_events([replace(made, mentions=(deed, toll))], Constraints(), context())
    assert len(events) == 1
    elsewhere = replace(toll, places=(BUKAVU,))
    apart = replace(made, mentions=(replace(deed, places=(SAKE,)), elsewhere))
    assert len(link_events([apart], Constraints(), context())[0]) == 2


def test_many_reports_of_one_event_cost_no_more_than_their_number() -> None:
    """A cluster keeps sums over its members: asking each of them anew would grow with the square."""
    [event] = link(*(wire(name=f"w{number}") for number in range(1500)))
    assert len(event.mentions) == 1500
    assert [mention.id for mention in event.mentions] == [
        mention.id for number in range(1500) for mention in wire(name=f"w{number}").result().mentions
    ]


def test_every_count_of_an_entry_is_a_count_of_its_event() -> None:
    """The date that leads the entry rules all its sentences: they tell one event, and do not agree on it."""
    desk = shelling()
    for number, text in ((12, "The mayor said twelve people were killed."), (14, "The province said 14 were dead.")):
        desk.tell(text, "violence-against-civilians", "2025-01-26", figures=[killed(number)])
    [event] = link(desk)
    assert event.title == "Shells hit a camp near Sake"
    assert event.type == "explosion-remote-violence"
    [dispute] = event.disagreements
    assert [version.value for version in dispute.versions] == ["12", "14"]


def test_a_toll_of_the_whole_country_is_no_toll_of_one_town() -> None:
    desk = shelling().tell("Nationwide 37 people were killed.", "violence-against-civilians", figures=[killed(37)])
    assert len(link(desk)) == 2


def test_a_toll_since_a_deed_is_not_the_toll_of_that_day() -> None:
    text = "At least 400 people have been killed since the offensive began."
    made = shelling().tell(text, "battle", lemma="offensive", places=[SAKE]).result()
    deed = made.mentions[1]
    toll = replace(deed, id="toll", type="violence-against-civilians", places=(), figures=(killed(400),))
    toll = replace(toll, trigger=deed.trigger._replace(start=deed.span.end - 10))
    assert len(link_events([replace(made, mentions=(deed, toll))], FREE, context())[0]) == 2


def test_a_toll_with_a_cause_of_its_own_is_another_event() -> None:
    desk = Desk("town").tell("Fighting for Sake resumed.", "battle", "2025-01-26", lemma="fighting", places=[SAKE])
    desk.tell("A shell killed two nurses.", "explosion-remote-violence", figures=[killed(2)])
    assert len(link(desk)) == 2


def test_a_toll_goes_farther_back_to_the_words_it_repeats() -> None:
    desk = Desk("ships").tell(
        "Ships launched Tomahawk missiles at the coast.", "explosion-remote-violence", "2025-01-26"
    )
    for number in range(3):
        desk.tell(
            f"A pilot of squadron {number} was shot down.", "battle", "2025-01-26", lemma="shoot", status="denied"
        )
    desk.tell("The Tomahawk missiles killed twelve people.", "violence-against-civilians", figures=[killed(12)])
    assert [
        "Ships launched Tomahawk missiles at the coast.",
        "The Tomahawk missiles killed twelve people.",
    ] in grouping(link(desk))


def test_an_entry_without_names_repeats_what_its_article_tells() -> None:
    desk = Desk("history", "2013-12-16").tell("April 2012: a mutiny", "battle", "2012-04", lemma="mutiny")
    desk.tell("Soldiers mutinied in North Kivu.", "battle", "2012-04", lemma="mutiny", places=[NORTH_KIVU])
    desk.tell("November 2012: a mutiny", "battle", "2012-11", lemma="mutiny")
    assert sorted(len(event.mentions) for event in link(desk)) == [1, 2]


def test_a_noun_with_its_article_looks_back() -> None:
    def made(said: str) -> list[int]:
        desk = Desk("village").tell("Gunmen attacked a village at dawn.", "battle", "2025-01-26", lemma="attack")
        result = desk.tell(f"{said} attack lasted an hour.", "battle", lemma="attack").result()
        first, second = result.mentions
        start = second.span.start + len(said) + 1
        second = replace(second, trigger=second.trigger._replace(start=start, end=start + 6))
        events, _ = link_events([replace(result, mentions=(first, second))], FREE, context())
        return [len(event.mentions) for event in events]

    assert made("The") == [2]
    assert made("Another") == [1, 1]


def test_who_leaves_a_town_does_not_take_it() -> None:
    """The only event of its kind in a town may be meant for months; a withdrawal is of another kind."""
    facts = {"actors": [M23], "places": [GOMA]}
    taken = Desk("taken", "2025-01-28").tell(
        "M23 captured Goma.", "territory-change", "2025-01-27", lemma="capture", **facts
    )
    later = Desk("later", "2025-02-05").tell("The town fell to rebels.", "territory-change", lemma="fall", **facts)
    left = Desk("left", "2025-02-05").tell("They had gone at dusk.", "territory-change", lemma="withdraw", **facts)
    assert len(link(taken, later)) == 1
    assert len(link(taken, left)) == 2


def test_harm_without_a_number_belongs_to_the_deed_of_its_sentence() -> None:
    made = shelling().tell("Soldiers stormed a hotel and shot a guest dead.", "violence-against-civilians").result()
    deed = made.mentions[1]
    harm = replace(deed, id="harm", trigger=deed.trigger._replace(start=deed.span.end - 10))
    stormed = replace(deed, places=(SAKE,), lemma="storm")
    events, _ = link_events([replace(made, mentions=(stormed, harm))], FREE, context())
    assert len(events) == 1


def test_another_day_for_an_event_is_a_disagreement_however_far_off() -> None:
    """Two days and more apart nothing else joins; what says `dates it to` is about that event all the same."""
    result = wire().tell("Some accounts date the fall to 24 January.", "territory-change", "2025-01-24").result()
    told, other = result.mentions
    rule = Provenance("events", "trigger:dissent", other.trigger, told.id)
    events, _ = link_events([replace(result, mentions=(told, replace(other, provenance=rule)))], FREE, context())
    [event] = events
    assert event.date is not None and event.date.text == "2025-01-27"
    [dispute] = event.disagreements
    assert [version.value for version in dispute.versions] == ["2025-01-27", "2025-01-24"]
    assert len(link_events([result], FREE, context())[0]) == 2


def test_victims_counted_over_the_days_of_a_battle_are_its_victims() -> None:
    def told(days: str) -> tuple[Event, ...]:
        desk = Desk("a", "2025-02-10").tell("M23 seized Goma.", "territory-change", "2025-01-27", places=(GOMA,))
        count = "Doctors counted 700 killed over those days."
        return link(desk.tell(count, "violence-against-civilians", days, figures=(killed(700),), lemma="kill"))

    assert len(told("2025-01-26/2025-01-30")) == 1
    assert len(told("2025-01-01/2025-01-30")) == 2  # a month's victims fell elsewhere too


def test_what_an_article_tells_once_more_without_its_place_is_told_once() -> None:
    def told(**again: object) -> list[str]:
        desk = Desk("a", "2025-01-28").tell("M23 captured Goma on Monday.", "territory-change", "2025-01-27",
                                            places=(GOMA,), actors=(M23,), title="M23 captures Goma")  # fmt: skip
        more = {"actors": (M23,), "title": "M23 takes last big city", "lemma": "take", "date": "2025-01-27"} | again
        return [one.title for one in link(desk.tell("It took the last big city.", "territory-change", **more))]

    assert told() == ["M23 captures Goma"]
    assert len(told(date="2025-01-24")) == 2  # another day
    assert len(told(actors=(ARMY,))) == 2  # another side
    assert len(told(places=(BUKAVU,))) == 2  # another place


def test_a_meeting_and_what_it_ends_with_in_the_same_words_are_one_event() -> None:
    def told(verb: str, day: str) -> int:
        result = Desk("a", "2025-01-28").tell("Leaders met in Doha and signed a pact.", "diplomacy-talks", "2025-01-27",
                                              places=(DOHA,), lemma=verb).result()  # fmt: skip
        first = result.mentions[0]
        time = replace(first.time, edtf=parse_edtf(day)) if first.time else None
        pact = replace(first, id="pact", type="agreement", lemma="sign", time=time)
        return len(link_events([replace(result, mentions=(first, pact))], FREE, context())[0])

    assert told("meet in", "2025-01-27") == 1
    assert told("meet in", "2025-01-24") == 2
    assert told("walk out", "2025-01-27") == 2


def test_what_stands_beside_an_event_in_its_sentence_is_no_rival_of_it() -> None:
    at = {"places": (GOMA,), "actors": (M23,)}
    first = Desk("a", "2025-01-28").tell("M23 took and held Goma.", "territory-change", "2025-01-27", **at).result()
    capture = first.mentions[0]
    time = replace(capture.time, edtf=parse_edtf("2025-01-28")) if capture.time else None
    hold = replace(capture, id="hold", lemma="hold", time=time)
    told = "M23 took the city of Goma."
    more = Desk("b", "2025-01-30").tell(told, "territory-change", "2025-01-27", **at).result()
    late = Desk("c", "2025-03-01")
    late.tell("In January Goma fell.", "territory-change", "2025-01", places=(GOMA,), lemma="fall")
    results = [replace(first, mentions=(capture, hold)), more, late.result()]
    assert [len(event.mentions) for event in link_events(results, FREE, context())[0]] == [3, 1]


def test_what_an_article_tells_again_by_a_wider_date_is_the_one_event_it_can_mean() -> None:
    def desk(**again: Any) -> Desk:
        told = Desk("history", "2013-12-16").tell(
            "Soldiers mutinied in North Kivu.", "battle", "2012-04", lemma="mutiny", places=[NORTH_KIVU]
        )
        return told.tell("The men who mutinied are still at large.", "battle", "2012", lemma="mutiny", **again)

    assert len(link(desk())) == 1
    assert len(link(desk(actors=[M23]))) == 2
    assert len(link(desk().tell("Others mutinied too.", "battle", "2012-09", lemma="mutiny", places=[GOMA]))) == 3


def test_a_year_reckoned_from_another_may_be_off_by_half() -> None:
    facts = {"lemma": "take", "actors": [M23], "places": [GOMA]}
    first = wire("2012-11-20", "2012-11-21", "first")
    later = Desk("later").tell("Twelve years after it first took the city.", "territory-change", "2013~", **facts)
    assert len(link(first, later)) == 1
    exact = Desk("later").tell("It took the city in 2013.", "territory-change", "2013", **facts)
    assert len(link(first, exact)) == 2


def test_a_moment_of_a_fall_that_is_hardly_told_is_no_rival_of_it() -> None:
    def fall(name: str) -> Desk:
        return wire("2025-02-16", "2025-02-17", name)

    moment = Desk("moment", "2025-02-17").tell(
        "Fighters came into the suburbs.", "territory-change", "2025-02-14", lemma="come into", places=[GOMA]
    )
    vague = Desk("vague", "2025-04-03").tell(
        "Goma fell in mid-February.", "territory-change", "2025-02-11/2025-02-20", lemma="fall", places=[GOMA]
    )
    vague.said[0][1]["date"] = "2025-02"
    assert len(link(fall("one"), fall("two"), fall("three"), moment, vague)) == 2
    assert len(link(fall("one"), moment, vague)) == 3


def test_two_reports_of_one_day_of_talks_between_the_same_two_are_one_meeting() -> None:
    facts = {"actors": [TSHISEKEDI, KAGAME]}
    one = Desk("one").tell("A summit was cancelled.", "diplomacy-talks", "2025-01-26", lemma="cancel", **facts)
    other = Desk("other").tell("Their talks were called off.", "diplomacy-talks", "2025-01-26", lemma="call", **facts)
    assert len(link(one, other)) == 1
    third = Desk("other").tell(
        "Their talks were called off.", "diplomacy-talks", "2025-01-26", lemma="call", actors=[KAGAME]
    )
    assert len(link(one, third)) == 2


def test_another_number_days_later_counts_other_victims() -> None:
    def apart(published: str, number: int, text: str = "Shells killed people in Goma.") -> int:
        first = Desk("a", "2025-01-12", "a").tell(
            "Shells killed nine people in Goma.", "explosion-remote-violence", "2025-01-12",
            lemma="kill", places=[GOMA], figures=[killed(9)],
        )  # fmt: skip
        later = Desk("b", published, "b").tell(
            text, "explosion-remote-violence", lemma="kill", places=[GOMA], figures=[killed(number)]
        )
        return len(link(first, later))

    assert apart("2025-01-13", 12) == 1
    assert apart("2025-01-20", 12) == 2
    assert apart("2025-01-20", 9) == 1


def test_a_report_that_leaves_the_names_out_is_known_by_its_words() -> None:
    words = "Lawmakers extended the mandate of the monitors on Sunday after a long debate."
    silent = "Some 200 people died after the mandate of the ceasefire monitors was renewed on Sunday."

    def apart(kind: str, other: list[Place]) -> int:
        first = Desk("a", "2025-01-13", "a").tell(words, kind, "2025-01-12", lemma="extend", places=[DOHA])
        later = Desk("b", "2025-01-14", "b").tell(silent, kind, "2025-01-12", lemma="renew", places=other)
        noise = [Desk(f"n{n}", "2025-01-14").tell(f"Item {n} was told here.", "other") for n in range(9)]
        return len(link(first, later, *noise)) - len(noise)

    assert apart("diplomacy-talks", []) == 1
    assert apart("diplomacy-talks", [GOMA]) == 2
    assert apart("protest-riot", []) == 2


def begun(name: str, text: str, date: str, when: str, lemma: str, **more: Any) -> Desk:
    """An article that tells again how it all began."""
    kind = more.pop("kind", "protest-riot")
    return Desk(name, "2024-09-01").tell(text, kind, date, when=when, lemma=lemma, **more)


def test_how_a_revolt_began_is_told_once_however_it_is_said() -> None:
    told = [
        begun("a", "Revolt broke out in Goma on 3 March.", "2024-03-03", "3 March", "revolt", kind="battle"),
        begun("b", "Protests against the governor began in March.", "2024-03", "March", "protest"),
        begun("c", "Unrest erupted in the east this year.", "2024", "this year", "unrest", places=[CONGO]),
        begun("d", "Protests that started in Bukavu in March go on.", "2024-03", "March", "protest", places=[BUKAVU]),
    ]
    [event] = link(*told)
    assert event.date is not None and event.date.text == "2024-03-03"
    assert len(event.mentions) == 4


def test_a_revolt_without_a_country_is_that_of_one_its_article_tells_of() -> None:
    kampala = Place("Kampala", "UG", "", 0.3, 32.5)
    goma = begun("a", "Protests began in Goma in March.", "2024-03", "March", "protest", places=[GOMA])
    elsewhere = begun("b", "Protests began in March.", "2024-03", "March", "protest")
    there = begun("c", "Protests began in March.", "2024-03", "March", "protest")
    elsewhere.tell("Rebels seized a bank in Kampala.", "battle", places=[kampala])
    there.tell("Rebels seized a bank in Sake.", "battle", places=[SAKE])
    assert sorted(len(one.mentions) for one in link(goma, elsewhere) if one.type == "protest-riot") == [1, 1]
    assert sorted(len(one.mentions) for one in link(goma, there) if one.type == "protest-riot") == [2]


@pytest.mark.parametrize(("date", "count"), [("2024-03", 2), ("2024-03-03", 1)])
def test_fighting_that_a_town_has_seen_since_a_month_is_not_how_a_war_began(date: str, count: int) -> None:
    war = begun("a", "The war began in March.", "2024-03", "March", "war", kind="battle")
    town = begun("b", "Fighting began in Goma in March.", date, "March", "fighting", kind="battle", places=[GOMA])
    assert len(link(war, town)) == count


def test_what_happened_in_a_revolt_is_not_how_it_began() -> None:
    kampala = Place("Kampala", "UG", "", 0.3, 32.5)
    told = [
        begun("a", "Protests began in Goma in March.", "2024-03", "March", "protest", places=[GOMA]),
        begun("b", "Protests in the north were put down in March.", "2024-03", "March", "protest"),
        begun("c", "Fighting began in March.", "2024-03", "March", "fighting", kind="battle"),
        begun("d", "Protests began in Kampala in March.", "2024-03", "March", "protest", places=[kampala]),
        begun("e", "Protests began in April.", "2024-04", "April", "protest"),
    ]
    assert len(link(*told)) == 5


@pytest.mark.parametrize(("person", "together"), [("Tarik Odwan", True), ("Adam Noor", False)])
def test_who_was_wounded_and_died_in_one_sentence_is_told_of_once(person: str, together: bool) -> None:
    text = "General Tarik Odwan was wounded at the front and the army announced a death on Friday."
    hurt, dead = (Actor(name, "person", role="patient") for name in ("Tarik Odwan", person))
    made = Desk("a").tell(text, "battle", lemma="injure", actors=[hurt], places=[GOMA]).result()
    (wounding,) = made.mentions
    later = Desk("a").tell(text, "violence-against-civilians", "2025-01-24", lemma="die", actors=[dead]).result()
    death = replace(later.mentions[0], id="b", span=wounding.span, places=(GOMA,))
    events, _ = link_events([replace(made, mentions=(wounding, death))], Constraints(), context())
    assert (len(events) == 1) is together


def test_two_deeds_that_no_rule_knows_are_not_one_for_want_of_knowledge() -> None:
    known = {"actors": [M23], "places": [GOMA, SAKE], "rule": "trigger:told-clause"}
    dug = Desk("dug").tell("M23 dug a ditch between Sake and Goma.", "other", "2025-01", lemma="dig", **known)
    stopped = Desk("stop").tell("M23 stopped a column between Sake and Goma.", "other", lemma="stop", **known)
    again = Desk("again").tell("M23 had dug a ditch between Sake and Goma.", "other", lemma="dig", **known)
    assert len(link(dug, stopped)) == 2
    assert len(link(dug, again)) == 1


def test_who_suspends_relations_meets_nobody() -> None:
    def told(lemma: str, rule: str) -> int:
        sides = [Actor("Chad", "country", country="TD", role="agent"), Actor("Gabon", "country", country="GA")]
        facts: dict[str, object] = {"places": [DOHA], "actors": sides}
        met = Desk("a", "2025-01-28").tell("Chad met Gabon in Doha.", "diplomacy-talks", "2025-01-28", lemma="meet",
                                           rule="trigger:meet", **facts)  # fmt: skip
        then = Desk("b", "2025-01-30").tell("Chad spoke with Gabon in Doha.", "diplomacy-talks", lemma=lemma, rule=rule,
                                            **facts)  # fmt: skip
        events, _ = link_events([met.result(), then.result()], Constraints(), context())
        return len(events)

    assert told("speak", "trigger:write") == 1
    assert told("suspend", "trigger:ties") == 2
