"""What an event says when its reports differ: date, figures, status, sources, names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.editorial import Constraints
from generator.model.event import Event, Figure, Place
from generator.model.problem import Provenance
from generator.model.result import ArticleResult
from generator.model.text import Sentence, Span
from generator.stages.linking import DATE_REASONS, link_events
from generator.stages.linking.sources import source_of_articles
from tests.stages.linking.making import BUKAVU, CONGO, GOMA, M23, NORTH_KIVU, SAKE, Desk, context, killed


def report(name: str, date: str = "2025-01-27", published: str = "2025-01-29", **more: object) -> Desk:
    facts: dict[str, object] = {"lemma": "capture", "actors": [M23], "places": [GOMA], **more}
    return Desk(name, published, name).tell("M23 captured Goma.", "territory-change", date, **facts)


def together(*desks: Desk) -> Event:
    """The one event that the first mentions of all desks are made to be."""
    results = [desk.result() for desk in desks]
    group = tuple(result.mentions[0].id for result in results)
    events, _ = link_events(results, Constraints(must_link=(group,)), context())
    return next(event for event in events if group[0] in {mention.id for mention in event.mentions})


@pytest.mark.parametrize(
    ("desks", "date", "reason"),
    [
        ([report("a")], "2025-01-27", "only-report"),
        ([report("a"), report("b")], "2025-01-27", "all-agree"),
        ([report("a"), report("b", "2025-01")], "2025-01-27", "finer"),
        (
            [report("a", "[2025-01-27..2025-02-02]"), report("b", "[2025-01-27..2025-02-02]"), report("c")],
            "2025-01-27",
            "finer",
        ),
        (
            [report("a", "2025-01-27/2025-02-02"), report("b", "2025-01-27/2025-02-02"), report("c")],
            "2025-01-27/2025-02-02",
            "finer",
        ),
        ([report("a"), report("b", "2025-01-28"), report("c")], "2025-01-27", "more-sources"),
        ([report("a", "2025-01-28", basis="relative-to-text"), report("b")], "2025-01-27", "stated-over-relative"),
        ([report("a", "2025-01-26", "2026-06-01"), report("b")], "2025-01-27", "near-the-event"),
    ],
)
def test_the_date_with_the_best_evidence_is_chosen(desks: list[Desk], date: str, reason: str) -> None:
    event = together(*desks)
    assert event.date is not None and event.date.text == date
    assert event.date_reason == reason and reason in DATE_REASONS


def test_one_person_told_of_by_name_is_no_count_of_the_dead() -> None:
    named = replace(killed(1), single=True)
    event = together(report("a", figures=(named,)), report("b", figures=(killed(12),)))
    assert [(figure.best, figure.low) for figure in event.figures] == [(12, 12)]
    assert not event.disagreements
    alone = together(report("a", figures=(named,)), report("b"))
    assert [figure.best for figure in alone.figures] == [1]


def test_dates_that_cannot_both_be_true_are_told_with_their_mentions() -> None:
    event = together(report("a"), report("b", "2025-01-29"), report("c"))
    [told] = event.disagreements
    assert [(version.value, len(version.mentions)) for version in told.versions] == [
        ("2025-01-27", 2), ("2025-01-29", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("reports", "best", "low", "high", "differ"),
    [
        ([killed(70)], 70, 70, 70, False),
        ([killed(None, 5), killed(20)], 20, 5, 20, False),  # "at least 5" has been overtaken
        ([killed(38), killed(None, 24, 99)], 38, 24, 99, False),  # a number goes before "dozens"
        ([killed(70), killed(70), killed(100)], 70, 70, 100, True),  # most sources
        ([killed(70), killed(100)], 100, 70, 100, True),  # the latest
        ([killed(60, 50, 70), killed(65)], 65, 50, 70, False),  # within the range
        ([killed(41), killed(34, 34)], 41, 34, 41, False),  # "at least 34" allows 41
        ([killed(30), killed(34, 34)], 34, 30, 34, True),  # but not 30
        ([killed(150), killed(None, 24, 99)], 150, 24, 150, False),  # "dozens" may be any number
    ],
)
def test_figures_are_ranges(reports: list[Figure], best: int, low: int, high: int, differ: bool) -> None:
    desks = [report(f"d{n}", published=f"2025-01-{28 + n}", figures=[one]) for n, one in enumerate(reports)]
    event = together(*desks)
    [figure] = event.figures
    assert (figure.best, figure.low, figure.high) == (best, low, high)
    assert bool(event.disagreements) is differ


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (["planned", "happened"], "happened"),
        (["claimed", "denied"], "claimed"),
        (["denied"], "denied"),
        (["planned", "planned"], "planned"),
        (["planned", "claimed"], "claimed"),
    ],
)
def test_the_deed_outweighs_the_plan_and_the_claim_the_denial(statuses: list[str], status: str) -> None:
    desks = [report(f"d{n}", status=one, speaker="the group") for n, one in enumerate(statuses)]
    event = together(*desks)
    assert event.status == status
    assert bool(event.history) is (len(set(statuses)) > 1)


def test_two_sources_that_claim_it_on_their_own_confirm_each_other() -> None:
    assert together(
        report("a", status="claimed", speaker="the group"), report("b", status="claimed", speaker="residents")
    ).status == "happened"  # fmt: skip


def copied(name: str, source: str, lines: list[str]) -> ArticleResult:
    made = Desk(name, source=source).tell("M23 captured Goma.", "territory-change", "2025-01-27").result()
    sentences = tuple(Sentence(Span(name, n, n + 1), line, 0, n) for n, line in enumerate(lines))
    return replace(made, sentences=sentences)


def test_a_copy_of_an_agency_text_has_the_source_of_the_first() -> None:
    text = [f"Sentence number {n} tells the same in the very same words." for n in range(6)]
    other = [f"Quite another desk wrote sentence {n} in words of its own." for n in range(6)]
    results = [copied("a", "Agency", text), copied("b", "Daily", [*text[:5], "A word of its own."]),
               copied("c", "Weekly", other)]  # fmt: skip
    assert source_of_articles(results) == {"a": "Agency", "b": "Agency", "c": "Weekly"}


def test_a_country_and_a_region_that_only_say_where_a_town_lies_are_left_out() -> None:
    event = together(report("a", places=[GOMA, NORTH_KIVU]), report("b", places=[GOMA, CONGO]))
    assert [place.name for place in event.places] == ["Goma"]
    lakes = Place("Great Lakes", "", "", None, None, 5, "region")
    assert [one.name for one in together(report("a", places=[GOMA]), report("b", places=[lakes])).places] == ["Goma"]
    assert [one.name for one in together(report("a", places=[lakes])).places] == ["Great Lakes"]


def test_an_undated_event_is_bounded_by_its_earliest_report() -> None:
    event = together(report("a", "", "2025-02-20"), report("b", "", "2025-02-10"))
    assert event.date is None and event.latest == "2025-02-10"


def test_explain_finds_why_each_mention_is_there() -> None:
    event = together(report("a"), report("b"))
    assert event.provenance is not None
    rules = [inner.rule for inner in event.provenance.inputs]
    assert rules == ["date:all-agree", "type:most-weight", "mention", "joined:must-link"]
    assert "place" in event.provenance.inputs[-1].note


def test_prose_stands_under_the_title_before_a_row_of_a_table() -> None:
    facts: dict[str, object] = {"lemma": "capture", "actors": [M23], "places": [GOMA]}
    words = "27 January | M23 captured Goma."
    row = Desk("row", "2025-01-29", "row").tell(words, "territory-change", "2025-01-27", **facts)
    assert together(row).text == words
    assert together(row, report("prose")).text == "M23 captured Goma."


def test_the_numbers_of_one_sentence_are_parts_and_no_disagreement() -> None:
    assert together(report("a", figures=[killed(3), killed(200)])).disagreements == ()
    apart = together(report("a", figures=[killed(3)]), report("b", figures=[killed(200)]))
    assert [version.value for version in apart.disagreements[0].versions] == ["3", "200"]


def test_a_sum_over_several_towns_is_no_version_of_one_towns_toll() -> None:
    towns = [GOMA, SAKE, BUKAVU]
    event = together(report("a", figures=[killed(12)]), report("b", figures=[killed(60)], places=towns))
    assert event.disagreements == () and [figure.best for figure in event.figures] == [12]
    alone = together(report("b", figures=[killed(60)], places=towns))
    assert [figure.best for figure in alone.figures] == [60]


def test_counts_of_several_in_one_sentence_contradict_each_other_and_parts_of_one_count_do_not() -> None:
    def told(rule: str) -> list[str]:
        desk = Desk("a").tell("The army has 36 dead, the radio 57.", "battle", "2025-01-27", figures=(killed(36),))
        result = desk.result()
        one = replace(result.mentions[0], provenance=None)
        trigger = one.trigger._replace(start=one.trigger.start + 1)
        note = Provenance("events", rule, trigger, one.id)
        other = replace(one, id="other", trigger=trigger, figures=(killed(57),), provenance=note)
        events, _ = link_events([replace(result, mentions=(one, other))], Constraints(), context())
        return [disagreement.field for event in events for disagreement in event.disagreements]

    assert told("trigger:recount") == ["killed"]
    assert told("trigger:clash") == []


def test_dates_that_may_be_one_day_are_no_disagreement() -> None:
    assert together(report("a", "2025-01-27/2025-02-02"), report("b", "2025-01-31/2025-02-09")).disagreements == ()
    assert together(report("a"), report("b", "2025-01-28~")).disagreements == ()
    assert together(report("a"), report("b", "2025-01-30~")).disagreements != ()


def test_a_mere_time_of_day_is_no_other_day() -> None:
    def told(rule: str) -> int:
        results = [report("a").result(), report("b", "2025-01-28").result()]
        late = results[1].mentions[0]
        assert late.time is not None
        late = replace(late, time=replace(late.time, provenance=Provenance("dates", rule)))
        results[1] = replace(results[1], mentions=(late,))
        group = tuple(result.mentions[0].id for result in results)
        [event] = link_events(results, Constraints(must_link=(group,)), context())[0]
        return len(event.disagreements)

    assert (told("time-of-day"), told("weekday")) == (0, 1)


def test_tolls_are_told_in_the_order_of_their_reports() -> None:
    event = together(
        report("a", published="2025-01-29", figures=[killed(30)]),
        report("b", published="2025-01-28", figures=[killed(50)]),
        report("c", published="2025-01-31", figures=[killed(12)]),
    )
    assert [version.value for version in event.disagreements[0].versions] == ["50", "30", "12"]


def test_two_more_are_no_other_toll_than_nine() -> None:
    def told(text: str) -> list[str]:
        two = Figure("killed", 2, 2, 2, Span("b", 0, 3), "Two")
        other = Desk("b", "2025-01-29", "b").tell(text, "battle", "2025-01-27", figures=[two])
        return [one.field for one in together(report("a", figures=[killed(9)]), other).disagreements]

    assert told("Two more people died in Goma.") == []
    assert told("Two people died in Goma.") == ["killed"]


def test_a_sentence_printed_again_is_of_the_day_of_its_first_print() -> None:
    def print_on(day: str, words: str) -> ArticleResult:
        facts = {"lemma": "capture", "actors": [M23], "places": [GOMA], "basis": "relative-to-publication"}
        result = Desk(day, day, day).tell(words, "territory-change", day, **facts).result()
        [one] = result.mentions
        assert one.time is not None
        return replace(result, mentions=(replace(one, time=replace(one.time, text="today")),))

    def told(words: str, again: str) -> list[str]:
        results = [print_on("2025-02-09", again), print_on("2025-01-27", words)]
        return [str(event.date) for event in link_events(results, Constraints(), context())[0]]

    words = "M23 captured Goma today after a week of fighting around the town."
    assert told(words, words) == ["2025-01-27"]
    assert told(words, words.replace("a week", "days")) == ["2025-01-27", "2025-02-09"]
    assert told("M23 captured Goma today.", "M23 captured Goma today.") == ["2025-01-27", "2025-02-09"]


def test_two_days_of_one_weekend_disagree() -> None:
    weekend = report("a", "[2025-01-25..2025-01-26]")
    event = together(weekend, report("b", "2025-01-25"), report("c", "2025-01-26"))
    (found,) = event.disagreements
    assert {one.value for one in found.versions} >= {"2025-01-25", "2025-01-26"}
    assert together(weekend, report("b", "2025-01-25")).disagreements == ()


def test_the_title_is_that_of_a_report_which_knows_the_day_and_says_what_most_say() -> None:
    def told(name: str, text: str, date: str, lemma: str) -> Desk:
        return Desk(name, "2025-01-28").tell(text, "battle", date, places=[GOMA], lemma=lemma)

    hurt = told("a", "Boy hurt in Goma in a night of fear.", "", "hurt")
    assault = [told(name, "Assault on Goma by rebels begins.", "2025-01-27", "assault") for name in "bc"]
    assert together(hurt, *assault).title == "Assault on Goma by rebels begins"
    wounded = Figure("injured", 20, 20, 20, Span("x", 0, 1), "20")
    scores = Desk("s", "2025-01-28").tell(
        "Twenty people wounded in Goma.", "battle", places=[GOMA], lemma="wound", figures=[wounded]
    )
    shelling = told("t", "Shelling heard in Goma all night.", "", "shell")
    assert together(scores, shelling).title == "Shelling heard in Goma all night"
    assert together(hurt, told("d", "Shots heard in Goma in the night.", "", "shoot")).title.startswith("Boy hurt")


def test_counts_of_other_days_and_counts_that_grow_are_no_disagreement() -> None:
    sunday, weekend = "2025-01-26", "2025-01-25/2025-01-26"
    counted = [report("a", sunday, figures=[killed(8)]), report("b", sunday, figures=[killed(8)])]
    assert together(*counted, report("c", weekend, figures=[killed(80)])).disagreements == ()
    assert len(together(*counted, report("c", sunday, figures=[killed(80)])).disagreements) == 1
    undated = [report(str(day), "", f"2025-01-{day}", figures=[killed(n)]) for day, n in ((27, 2), (29, 13))]
    assert together(*undated).disagreements == ()
    assert len(together(*undated, report("late", "", "2025-01-31", figures=[killed(5)])).disagreements) == 1


def test_a_title_says_where_or_who_before_it_only_counts() -> None:
    bare = report("a", title="28 people killed", actors=[], figures=(killed(28),), weight=0.8)
    placed = report("b", title="Two deadly blasts in the city of Goma", actors=[], weight=0.5)
    assert together(bare, placed).title == "Two deadly blasts in the city of Goma"


def test_a_title_may_spell_a_place_another_way_than_the_list() -> None:
    district = Place("Salaheddin", "SY", "Aleppo", 36.18, 37.13)
    bare = report("a", title="Free Army retreats", places=[district], weight=0.6)
    named = report("b", title="Free Army leaves the Salah al-Din district", places=[district], weight=0.5)
    assert together(bare, named).title == "Free Army leaves the Salah al-Din district"


def test_the_fuller_of_two_titles_that_say_the_same_is_taken() -> None:
    short = report("a", title="M23 agrees to plan", weight=0.9)
    full = report("b", title="M23 agrees to Ann Poole's peace plan", weight=0.4)
    other = report("c", title="M23 agrees to Ann Poole's peace plan and to leave Goma by the end of May", weight=0.4)
    assert together(short, full, other).title == "M23 agrees to Ann Poole's peace plan"
    planned = report("d", title="M23 agrees to Ann Poole's peace plan", weight=0.4, status="planned")
    assert together(short, planned).title == "M23 agrees to plan"


def test_an_undated_report_that_comes_late_adds_neither_toll_nor_place() -> None:
    first = Desk("a", "2025-01-28").tell("M23 shelled Goma.", "battle", "2025-01-27", places=[GOMA], actors=[M23])

    def told(published: str) -> Event:
        again = Desk("b", published).tell("M23 shelled Sake.", "battle", places=[SAKE], figures=[killed(9)])
        return together(first, again)

    fresh, late = told("2025-01-29"), told("2025-02-06")
    assert {place.name for place in fresh.places} == {"Goma", "Sake"} and fresh.figures[0].best == 9
    assert [place.name for place in late.places] == ["Goma"] and not late.figures


def test_a_report_of_a_whole_week_adds_neither_toll_nor_place_to_a_days_event() -> None:
    first = Desk("a", "2025-01-28").tell("M23 shelled Goma.", "battle", "2025-01-27", places=[GOMA], actors=[M23],
                                            figures=[killed(3)])  # fmt: skip
    week = Desk("b", "2025-01-30").tell("27 died.", "battle", "[2025-01-27..2025-02-02]", places=[SAKE],
                                           figures=[killed(27)])  # fmt: skip
    event = together(first, week)
    assert event.figures[0].high == 3 and [place.name for place in event.places] == ["Goma"]


def test_a_report_of_the_month_tells_the_toll_that_no_report_of_the_day_tells() -> None:
    first = Desk("a", "2025-01-28").tell("M23 shelled Goma.", "battle", "2025-01-27", actors=[M23])
    month = Desk("b", "2025-02-06").tell("The shelling killed 9.", "battle", "2025-01", places=[GOMA],
                                            figures=[killed(9)])  # fmt: skip
    event = together(first, month)
    assert event.figures[0].best == 9 and [place.name for place in event.places] == ["Goma"]


def test_a_war_began_where_the_title_says_and_not_wherever_it_is_told() -> None:
    aside, told = (
        Desk(name, "2025-01-28").tell("Protests began on Monday.", "protest-riot", "2025-01-27", title=title,
                                          places=[place], lemma="protest", when="Monday")
        for name, title, place in (("a", "Protests begin", SAKE), ("b", "Protests begin in Goma", GOMA))
    )  # fmt: skip
    assert [place.name for place in together(aside, told).places] == ["Goma"]


def test_a_late_report_that_speaks_of_the_known_attack_keeps_its_toll() -> None:
    first = Desk("a", "2025-01-28").tell("M23 shelled Goma.", "battle", "2025-01-27", places=[GOMA], actors=[M23])
    later = Desk("b", "2025-02-06").tell("The attack killed nine.", "battle", places=[GOMA], actors=[M23],
                                            figures=[killed(9)])  # fmt: skip
    results = [first.result(), later.result()]
    known = replace(results[1].mentions[0], trigger=Span("b", 4, 10))
    results[1] = replace(results[1], mentions=(known,))
    events, _ = link_events(results, Constraints(must_link=((results[0].mentions[0].id, known.id),)), context())
    assert [figure.best for figure in events[0].figures] == [9]
