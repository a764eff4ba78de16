"""The order of the timeline, what events weigh, and the short list."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.model.edtf import parse_edtf
from generator.model.event import Event, FigureRange, Timeline
from generator.model.problem import Provenance
from generator.model.result import ArticleResult
from generator.model.temporal import NEWS_DAY
from generator.settings import Settings
from generator.stages.timeline import REASONS, order_timeline
from generator.stages.timeline.attention import Attention, span_of
from generator.stages.timeline.relevance import Relevance
from generator.stages.timeline.significance import WEIGHTS, weights_for
from tests.stages.linking.making import GOMA, Desk, context


def event(name: str, date: str | None, **more: Any) -> Event:
    desk = Desk(name, "2025-02-01").tell(f"{name} happened.", "battle", date or "", places=[GOMA])
    [mention] = desk.result().mentions
    fields: dict[str, Any] = {"type": "battle", "status": "happened", "places": (GOMA,), **more}
    return Event(id=name, title=name, text=name, date=parse_edtf(date) if date else None, mentions=(mention,), **fields)


def order(events: list[Event], results: list[ArticleResult] | None = None, keys: int = 40) -> Timeline:
    made = replace(context(), settings=Settings(key_events=keys))
    timeline, problems = order_timeline(events, results or [], made)
    assert problems == ()
    return timeline


def test_events_stand_by_earliest_day_and_wider_first() -> None:
    timeline = order([
        event("day", "2025-01-01"), event("none", None), event("later", "2025-02-01"), event("month", "2025-01"),
        event("year", "2025"), event("before", "[..2024-12-01]"),
    ])  # fmt: skip
    assert [e.id for e in timeline.events] == ["before", "year", "month", "day", "later"]
    assert [e.id for e in timeline.undated] == ["none"]


def test_the_shares_of_the_reasons_add_up_to_the_significance() -> None:
    [made] = order([event("one", "2025-01-27")]).events
    assert 0 < made.significance <= 1
    assert sum(share for _, share in made.reasons) == pytest.approx(made.significance, abs=1e-3)
    assert {name for name, _ in made.reasons} <= set(REASONS)


def test_a_greater_toll_weighs_more_and_a_plan_less() -> None:
    deadly = event("deadly", "2025-01-27", figures=(FigureRange("killed", 100, 100, 100),))
    plain, plan = event("plain", "2025-01-27"), event("plan", "2025-01-27", status="planned")
    weights = {e.id: e.significance for e in order([deadly, plain, plan])}
    assert weights["deadly"] > weights["plain"] > weights["plan"]


def test_what_has_only_the_day_of_the_news_weighs_less() -> None:
    own, carried = event("own", "2025-01-27"), event("carried", "2025-01-27")
    [told] = carried.mentions
    time = replace(told.time, provenance=Provenance("events", NEWS_DAY, told.span)) if told.time else None
    carried = replace(carried, mentions=(replace(told, time=time),))
    weights = {e.id: e.significance for e in order([own, carried])}
    assert weights["own"] > weights["carried"]


def test_days_that_later_articles_name_weigh_more() -> None:
    results = [
        Desk(f"back{number}", f"2025-03-{number:02d}").tell("Goma fell.", "battle", "2025-01-27").result()
        for number in range(1, 6)
    ]
    weights = {e.id: e.significance for e in order([event("a", "2025-01-27"), event("b", "2025-01-20")], results)}
    assert weights["a"] > weights["b"]
    attention = Attention([], results)
    fell, quiet = span_of(parse_edtf("2025-01-27")), span_of(parse_edtf("2025-01-20"))
    assert fell and quiet and attention.strength(fell[0]) == 1.0 and attention.strength(quiet[0]) == 0.0


def test_key_events_are_spread_over_days() -> None:
    crowd = [event(f"crowd{n}", "2025-01-27", figures=(FigureRange("killed", 9, 9, 9),)) for n in range(8)]
    alone = event("alone", "2024-05-01")
    timeline = order([*crowd, alone], keys=4)
    assert len(timeline.key_events) == 4 and "alone" in timeline.key_events


def test_no_limit_shows_all() -> None:
    assert order([event("a", "2025-01-01"), event("b", None)], keys=0).key_events == {"a", "b"}


def test_a_faint_event_is_no_key_event_even_with_room_left() -> None:
    results = [
        Desk(f"back{number}", f"2025-03-{number:02d}").tell("Goma fell.", "battle", "2025-01-27").result()
        for number in range(1, 9)
    ]
    many = [event(f"faint{n}", "1990", status="planned") for n in range(3)]
    timeline = order([event("goma", "2025-01-27"), *many], results, keys=3)
    assert timeline.key_events == {"goma"}


def test_of_events_told_in_the_same_words_one_carries_the_weight() -> None:
    twins = [event("one", "2025-01-27"), replace(event("two", "2025-01-27"), text="one")]
    other = event("other", "2025-01-27")
    weights = {e.id: e.significance for e in order([*twins, other])}
    assert weights["one"] == weights["other"] > weights["two"]


def test_what_was_announced_for_a_day_speaks_against_it() -> None:
    told = Desk("told", "2025-01-28").tell("Goma fell.", "battle", "2025-01-27").result()
    announced = Desk("plan", "2025-01-01").tell("Talks on that day.", "diplomacy-talks", "2025-01-27").result()
    day = span_of(parse_edtf("2025-01-27"))
    assert day is not None
    plain = Attention([], [told, told])._days[day[0]].total
    assert Attention([], [told, told, announced])._days[day[0]].total < plain


@pytest.mark.parametrize(("title", "less"), [("Sudan holds a referendum", False), ("Sudan holds a parade", True)])
def test_a_vote_is_news_on_its_day_although_it_was_announced(title: str, less: bool) -> None:
    held = Desk("told", "2025-01-28").tell("Sudan held it.", "other", "2025-01-27").result()
    plan = Desk("plan", "2025-01-01").tell("Sudan is to hold it.", "other", "2025-01-27", status="planned").result()
    voted = replace(event("voted", "2025-01-27"), title=title, mentions=(*held.mentions, *plan.mentions))
    day, ballots = span_of(parse_edtf("2025-01-27")), context().pack.events.words["ballots"]
    assert day is not None
    alone = Attention([voted], [held], ballots)._days[day[0]].total
    assert (Attention([voted], [held, plan], ballots)._days[day[0]].total < alone) is less


def test_of_few_articles_those_that_could_look_back_count() -> None:
    early = [Desk(f"e{n}", f"2025-02-{n:02d}").tell("Goma fell.", "battle", "2025-01-27").result() for n in (1, 8)]
    rest = [Desk(f"r{n}", f"2025-03-{n:02d}").tell("A wedding in Bukavu.", "other", "2020").result() for n in (1, 2, 3)]
    late = [Desk(f"l{n}", f"2025-06-{n:02d}").tell("Sake fell.", "battle", "2025-04-01").result() for n in (1, 8)]
    attention = Attention([], [*early, *rest, *late])
    goma, sake = span_of(parse_edtf("2025-01-27")), span_of(parse_edtf("2025-04-01"))
    assert goma and sake and attention.strength(sake[0]) > attention.strength(goma[0])


@pytest.mark.parametrize(
    ("date", "articles", "told"),
    [
        ("2025-01-13/2025-01-18", 1, True),
        ("2025-01-13/2025-02-18", 1, False),  # too long for its first day to be the one that is told
        ("[2025-01-13..2025-01-18]", 1, False),  # some time between
        ("2025-01-13/2025-01-18", 60, False),  # of many articles some tell each day
    ],
)
def test_of_few_articles_what_lasted_some_days_is_told_of_its_first(date: str, articles: int, told: bool) -> None:
    held = Desk("told", "2025-04-01").tell("They held talks.", "diplomacy-talks", date).result()
    rest = [Desk(f"r{n}", "2025-04-01").tell("A wedding.", "other", "2020").result() for n in range(1, articles)]
    talks = replace(event("talks", date), mentions=held.mentions)
    day = span_of(parse_edtf("2025-01-13"))
    assert day is not None
    assert (Attention([talks], [held, *rest])._days[day[0]].later > 0) is told


@pytest.mark.parametrize(("date", "less"), [("2025-01-27", True), ("2025-01-21/2025-01-31", False)])
def test_a_plan_for_a_week_does_not_announce_the_day_it_was_carried_out_on(date: str, less: bool) -> None:
    told = Desk("told", "2025-01-28").tell("Goma fell.", "battle", "2025-01-27").result()
    plan = Desk("plan", "2025-01-01").tell("Talks are due.", "diplomacy-talks", date, status="planned").result()
    fell = replace(event("fell", "2025-01-27"), mentions=(*told.mentions, *plan.mentions))
    day = span_of(parse_edtf("2025-01-27"))
    assert day is not None
    later = replace(plan, times=())  # it names no day beside
    assert (Attention([fell], [told, later])._days[day[0]].total < 1.25) is less


def test_few_articles_rank_by_what_happened_and_many_by_their_attention() -> None:
    few, many = weights_for(25), weights_for(200)
    assert few["attention"] < many["attention"] and few["type"] > many["type"] and few["toll"] > many["toll"]
    assert many == WEIGHTS
    assert all(abs(sum(weights_for(count).values()) - 1) < 1e-9 for count in (1, 30, 45, 60, 1000))


def test_of_many_articles_those_that_tell_one_event_vouch_for_it() -> None:
    days = [f"2025-01-{day:02}" for day in range(1, 29)]
    crowd = [Desk(f"x{n}", days[n % 28]).tell("Something happened.", "battle").result() for n in range(60)]
    twice = event("told", "2025-01-10")
    more = Desk("again", "2025-02-01").tell("told happened.", "battle", "2025-01-10", places=[GOMA]).result()
    twice = replace(twice, mentions=(*twice.mentions, *more.mentions))
    alone = event("alone", "2025-01-10", figures=(FigureRange("killed", 900, 900, 900),))
    assert order([twice, alone], crowd, keys=1).key_events == {"told"}
    assert order([twice, alone], keys=1).key_events == {"alone"}, "few articles rarely tell one thing twice"


def test_in_a_quiet_month_one_article_is_all_there_is() -> None:
    """What one article tells counts as much less as others appeared that could have told it and did not."""
    days = [f"2025-01-{day:02}" for day in range(1, 29)]
    crowd = [Desk(f"x{n}", days[n % 28]).tell("Something happened.", "battle").result() for n in range(60)]
    early = [Desk(f"y{n}", f"2024-{n:02}-02").tell("It fell.", "battle", f"2024-{n:02}-01").result() for n in (9, 10)]
    quiet, noisy = event("quiet", "2024-10-01"), event("noisy", "2025-01-10")
    assert order([quiet, noisy], [*crowd, *early], keys=1).key_events == {"quiet"}
    long_ago = event("quiet", "2004-10-01")
    assert order([long_ago, noisy], [*crowd, *early], keys=1).key_events == {"noisy"}


def test_of_many_articles_what_is_only_mentioned_is_hardly_a_key_event() -> None:
    crowd = [Desk(f"x{n}", "2025-01-11").tell("Something happened.", "battle").result() for n in range(60)]
    outright, passing = event("outright", "2025-01-10"), event("passing", "2025-01-10")
    passing = replace(passing, figures=(FigureRange("killed", 900, 900, 900),))
    passing = replace(passing, mentions=tuple(replace(one, weight=0.3) for one in passing.mentions))
    assert order([outright, passing], crowd, keys=1).key_events == {"outright"}


def test_of_many_articles_a_line_that_says_neither_where_nor_who_is_hardly_a_key_event() -> None:
    crowd = [Desk(f"x{n}", "2025-01-11").tell("Something happened.", "battle").result() for n in range(60)]
    placed, blank = event("placed", "2025-01-10"), event("blank", "2025-01-10", places=())
    blank = replace(blank, figures=(FigureRange("killed", 900, 900, 900),))
    assert order([placed, blank], crowd, keys=1).key_events == {"placed"}


@pytest.mark.parametrize(("dead", "others", "told"), [(41, 41, False), (40, 41, True), (2, 2, True)])
def test_the_same_dead_of_one_place_and_day_are_one_key_event(dead: int, others: int, told: bool) -> None:
    goma = event("goma", "2025-01-27", figures=(FigureRange("killed", dead, dead, dead),))
    again = event("again", "2025-01-27", figures=(FigureRange("killed", others, others, others),), type="agreement")
    later = event("later", "2025-02-20", type="other", places=())
    assert ({"goma", "again"} <= order([goma, again, later], keys=2).key_events) is told


def test_of_many_articles_a_vote_is_told_although_no_type_says_what_it_is() -> None:
    crowd = [Desk(f"x{n}", "2025-01-11").tell("Something happened.", "battle").result() for n in range(60)]
    held = Desk("told", "2025-01-11").tell("Sudan held it.", "other", "2025-01-10").result()
    plan = Desk("plan", "2025-01-01").tell("Sudan is to hold it.", "other", "2025-01-10", status="planned").result()
    both = (*held.mentions, *plan.mentions)
    vote = replace(event("vote", "2025-01-10"), title="Sudan holds a referendum", mentions=both, type="other")
    parade = replace(event("parade", "2025-01-10"), title="Sudan holds a parade", mentions=both, type="other")
    assert order([vote, parade], [*crowd, held, plan], keys=1).key_events == {"vote"}
    assert order([parade, vote], [*crowd, held, plan], keys=1).key_events == {"vote"}


def test_an_event_that_names_nobody_is_as_much_of_the_story_as_others_are() -> None:
    known = [event(f"known{n}", "2025-01-10") for n in range(3)]
    stray = event("stray", "2025-01-10")
    nameless = replace(stray, mentions=tuple(replace(one, places=()) for one in stray.mentions))
    assert Relevance([*known, nameless]).of(nameless) == pytest.approx(1.0)
    assert Relevance([nameless]).of(nameless) == 0.5


def test_a_month_that_later_articles_go_back_to_weighs_more_than_one_of_a_single_article() -> None:
    results = [Desk(f"x{n}", "2025-03-01").tell("Something happened.", "battle").result() for n in range(3)]
    often, once = event("often", "2025-01"), event("once", "2025-01")
    again = Desk("again", "2025-02-02").tell("often happened.", "battle", "2025-01", places=[GOMA]).result()
    often = replace(often, mentions=(*often.mentions, *again.mentions))
    weights = {e.id: e.significance for e in order([often, once], results)}
    assert weights["often"] > 2 * weights["once"]


def test_how_it_all_began_does_not_dwarf_the_news() -> None:
    news = [event(f"n{day}", f"2025-01-{day}") for day in (10, 20)]
    told = ("Protests began.", "protest-riot", "2024-12-01")
    results = [Desk(f"x{n}", f"2025-01-{10 + n}").tell(*told).result() for n in range(15)]
    first = event("first", "2024-12-01")
    first = replace(first, mentions=tuple(m for result in results for m in result.mentions))
    weights = {e.id: e.significance for e in order([first, *news], results)}
    assert max(weights["n10"], weights["n20"]) > 0.6 * weights["first"]


def test_an_event_is_as_near_to_the_news_of_its_day_as_the_best_of_its_reports() -> None:
    said = ("Shells rained on Goma market.", "Envoys met in Doha.")
    results = [Desk(f"x{n}", f"2025-01-{27 - 9 * (n % 2)}").tell(said[n % 2], "battle").result() for n in range(8)]
    plain = event("plain", "2025-01-27")
    near = Desk("near", "2025-01-28").tell("Shells rained on Goma market.", "battle", "2025-01-27", places=[GOMA])
    told = replace(event("told", "2025-01-27"), mentions=near.result().mentions)
    weights = {e.id: e.significance for e in order([plain, told], results)}
    assert weights["told"] > weights["plain"]
