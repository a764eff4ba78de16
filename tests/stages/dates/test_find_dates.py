"""The dates stage as a whole: spans, bounds, anchors, names that are no dates, and any text whatever."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.languages.dates import OPERATORS as NAMES
from generator.languages.dates import DateWords, compile_dates
from generator.model.edtf import parse_edtf
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Markup
from generator.stages.dates import match
from generator.stages.dates.find import read_dates
from generator.stages.dates.operators import OPERATORS
from generator.stages.dates.plausible import CHECKS
from generator.stages.dates.tokens import tokenise

PACK = Path(__file__).parents[3] / "generator" / "languages" / "en" / "dates.toml"


@cache
def words() -> DateWords:
    return compile_dates(tomllib.loads(PACK.read_text(encoding="utf-8")))


def read(text: str, dct: str | None = "2025-02-12", kind: str = "", rung: str = "none") -> list[TimeExpression]:
    value = parse_edtf(dct) if dct else None
    article = Article("a", "a.txt", "", text, value, rung, "© 2025" if rung == "copyright" else "", kind=kind)  # type: ignore[arg-type]
    return list(read_dates(article, words()))


def meanings(text: str, dct: str | None = "2025-02-12", kind: str = "") -> dict[str, str | None]:
    return {item.text: item.edtf.text if item.edtf else None for item in read(text, dct, kind)}


def test_every_operator_of_the_pack_has_its_meaning() -> None:
    assert set(NAMES) == set(OPERATORS)
    assert {rule.check for rule in words().rules} - {""} == set(CHECKS)


def test_a_year_alone_gives_dates_but_invents_no_days() -> None:
    found = meanings(
        "The letter is dated February 8. On Tuesday they met, and last week and last month the fighting went on; "
        "two months ago it began. M23 recently captured Goma.",
        "2025",
    )
    assert found["February 8"] == "2025-02-08"
    assert {found[words] for words in ("Tuesday", "last week", "last month", "recently")} == {None}
    assert found["two months ago"] is None


def test_an_inferred_year_says_from_what() -> None:
    (item,) = read("The letter is dated February 8.", "2025", rung="copyright")
    assert (item.basis, item.anchor) == ("inferred-year", "2025")
    assert item.provenance is not None
    assert item.provenance.note == "copyright: © 2025"


def test_the_story_clock_names_the_words_it_was_read_from() -> None:
    text = "Goma fell on 20 November 2012. Eleven days later the rebels left."
    _, later = read(text)
    assert later.value == "2012-12-01"
    assert later.basis == "relative-to-text"
    assert later.anchor == "2012-11-20"
    assert later.anchor_span is not None
    assert text[later.anchor_span.start : later.anchor_span.end] == "20 November 2012"


@pytest.mark.parametrize(
    ("text", "words_", "edtf"),
    [
        ("Fighting lasted from 23 to 30 January.", "23", "2025-01-23/2025-01-30"),
        ("Some time between 9 and 12 March 2024 the town fell.", "12 March 2024", "[2024-03-09..2024-03-12]"),
        ("It happened on 9 or 10 March 2024.", "10 March 2024", "[2024-03-09,2024-03-10]"),
        ("They held it from 28 January to 3 February 2025.", "28 January", "2025-01-28/2025-02-03"),
        ("They held it from August to September 1950.", "August", "1950-08/1950-09"),
        ("No later than 1 May 2003 it must end; before 9 March 2025 talks open.", "9 March 2025", "[..2025-03-08]"),
        ("After 2003 it grew.", "2003", "[2004..]"),
        ("After Tuesday's attack they fled.", "Tuesday", "2025-02-11"),
        ("It must end no later than 18 March 2025.", "18 March 2025", "[..2025-03-18]"),
        ("It begins not earlier than May 2025.", "May 2025", "[2025-05..]"),
        ("Crowds marched after Friday prayers.", "Friday", "2025-02-07"),
        ("They left in late January 2025.", "late January 2025", "2025-01-21~/2025-01-31~"),
        ("They left in late autumn 1993.", "late autumn 1993", "1993-11~"),
        ("They left in about autumn 1993.", "about autumn 1993", "[1993-09..1993-11]"),
        ("They left in mid-winter 2024.", "mid-winter 2024", "2025-01~"),
        ("It has gone on since the 1990s.", "the 1990s", "1990/.."),
        ("It was over by last week.", "last week", "[..2025-02-09]"),
    ],
)
def test_prepositions_bound(text: str, words_: str, edtf: str) -> None:
    assert meanings(text)[words_] == edtf


def test_a_history_is_read_by_its_own_clock() -> None:
    text = (
        "In June 1941 the invasion began. By early October they stood before the city. In December they were "
        "thrown back. In January 1942 the front held; the documents, released in 2005, say so. In May they came "
        "again. Until 1948 the files were closed. In August the siege began."
    )
    found = meanings(text, "2009-12-19")
    assert found["early October"] == "[..1941-10-10]"
    assert found["December"] == "1941-12"
    assert found["May"] == "1942-05"
    assert found["August"] == "1942-08"


def test_a_history_published_some_time_in_a_year_may_tell_of_all_of_it() -> None:
    text = "In January 2025 the town fell. In March talks began, and by June they had failed."
    found = meanings(text, "2025", "history")
    assert found["March"] == "2025-03"
    assert found["June"] == "[..2025-06]"


def test_kind_overrides_what_the_text_looks_like() -> None:
    text = "In June 1998 they fled.\n\nTalks began in December."
    assert meanings(text, "2025-02-12", "history")["December"] == "1998-12"
    assert meanings(text, "2025-02-12", "news")["December"] == "2024-12"


def test_a_look_back_goes_forward_only() -> None:
    text = "Protests began in March 2011. In May they spread. In February the government counted the dead."
    found = meanings(text, "2012-04-25")
    assert found["May"] == "2011-05"
    assert found["February"] == "2012-02"


@pytest.mark.parametrize("verb", ["fled", "crept out of", "overran", "will leave"])
def test_the_nearest_verb_tells_the_tense(verb: str) -> None:
    text = f"Vos, who will stand for mayor, {verb} the port on Friday."  # told on a Wednesday
    assert meanings(text)["Friday"] == ("2025-02-14" if verb == "will leave" else "2025-02-07")


@pytest.mark.parametrize(
    ("words_", "edtf"),
    [
        ("between Wednesday and Friday", "[2025-02-05..2025-02-07]"),  # told on a Wednesday, of the week before
        ("from Wednesday to Friday", "2025-02-05/2025-02-07"),
        ("from Thursday to Friday", "2025-02-06/2025-02-07"),
    ],
)
def test_a_stretch_of_weekdays_begins_before_it_ends(words_: str, edtf: str) -> None:
    assert set(meanings(f"Families fled the port {words_}.").values()) == {edtf}


def test_a_day_between_two_dates_of_a_past_year_is_of_that_year() -> None:
    start = "The revolt broke out in March 2021.\n\nThe march of 22 April was the bloodiest."
    assert meanings(start + "\n\nIn June 2021 a garrison fell.", "2022-07-18")["22 April"] == "2021-04-22"
    assert meanings(start + "\n\nIn June 2022 a garrison fell.", "2022-07-18")["22 April"] == "2022-04-22"
    assert meanings(start, "2022-07-18")["22 April"] == "2022-04-22"


def test_a_deed_that_had_been_done_is_not_of_tomorrow() -> None:
    told = "The ministry owned that its planes had hit a wedding on Thursday."  # told on a Wednesday
    assert meanings(told)["Thursday"] == "2025-02-06"
    assert meanings("Planes will hit the depot on Thursday.")["Thursday"] == "2025-02-13"


def test_a_story_of_an_earlier_year_goes_on_in_the_next_paragraph() -> None:
    told = "Landings began before dawn on 17 October 2019. On 2 November the harbour fell, and on 9 November the fort."
    next_ = "\n\nThe siege of the upper town began on 3 December."
    assert meanings(told + next_, "2021-05-02")["3 December"] == "2019-12-03"
    once = "Landings began on 17 October 2019."
    assert meanings(once + next_, "2021-05-02")["3 December"] == "2020-12-03"


def test_what_begins_in_an_earlier_year_tells_of_it() -> None:
    later = " A truce was agreed on 26 July. He was freed on 3 May 1999 and died on 2 June 2000."
    told = "In January 1998 the general was suspended. The next morning his men rose." + later
    assert meanings(told, "2004-03-02")["26 July"] == "1998-07-26"
    assert meanings("She, who took office in January 1998, wrote on 2 March.", "2004-03-05")["2 March"] == "2004-03-02"


def test_a_history_of_a_place_goes_on_in_its_own_years() -> None:
    begun = "Lira had by 1973 become a port. In the war of 1974 it burned."
    text = f"{begun}\n\nOn 20 July it was hit. The next day all left."
    later = " The court ruled in 1984, and voters agreed in 2004."
    assert meanings(text + later, "2011-03-04")["20 July"] == "1974-07-20"
    # What speaks of its own days is news, however many years it looks back to.
    assert meanings(f"{text}{later} It met yesterday.", "2011-03-04")["20 July"] == "2010-07-20"


def test_a_weekday_is_that_of_the_days_a_report_covers() -> None:
    text = "On Monday youths raided a camp. Two days later houses burned. A team will leave on Monday."
    told = Article("a", "a.txt", "Weekly report, 12–18 March", text, parse_edtf("2012-03-19"), "front-matter")
    found = [item.edtf.text for item in read_dates(told, words()) if item.edtf]
    assert found == ["2012-03-12", "2012-03-14", "2012-03-19"]
    other = replace(told, title="The raids of 12–18 January")
    assert next(item.edtf.text for item in read_dates(other, words()) if item.edtf) == "2012-03-19"
    turned = replace(told, title="Report for 23–29 December", text="They met on Monday.", dct=parse_edtf("2012-01-09"))
    assert [item.edtf.text for item in read_dates(turned, words()) if item.edtf] == ["2011-12-26"]


def test_without_a_publication_date_the_text_anchors_itself() -> None:
    found = meanings("On 27 January 2025 the town fell. On 30 January talks opened.", None)
    assert found["30 January"] == "2025-01-30"
    assert meanings("They met on Tuesday.", None)["Tuesday"] is None


@pytest.mark.parametrize(
    "text",
    [
        "The March 23 Movement, known as M23, and M23 fighters advanced.",
        "Security Council resolution 2773 was adopted.",
        "Some 1,300 soldiers may attack the town and march on the city.",
        "The gunmen of Black September had 2000 rounds and $1990.",
        "Route 2003, call 020 7946 0958, at 1.6585 S, 29.2205 E.",
        "The rebels of the April 6 Brigade took 1800 prisoners.",
    ],
)
def test_names_and_numbers_that_are_no_dates(text: str) -> None:
    assert [(item.text, item.value) for item in read(text)] == []


PIECES = st.lists(
    st.one_of(
        st.sampled_from(sorted(words().lexicon)),
        st.sampled_from([example["text"] for rule in words().rules for example in rule.examples]),
        st.sampled_from([" ", ", ", ". ", "\n\n", "-", "–", "/", ":", "'s ", "(", ")", "of the ", "1,300", "3rd"]),
        st.text(max_size=6),
        st.integers(-5, 10**12).map(str),
    ),
    max_size=40,
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES, st.sampled_from([None, "2025", "2025-02", "2025-02-12", "-0489-09"]), st.booleans(), st.booleans())
def test_any_text_is_read_without_an_exception(pieces: list[str], dct: str | None, spaced: bool, old: bool) -> None:
    text = (" " if spaced else "").join(pieces)
    for item in read(text, dct, "history" if old else ""):
        assert text[item.span.start : item.span.end] == item.text != ""
        if item.edtf:
            assert parse_edtf(item.edtf.text) == item.edtf
            assert item.edtf.earliest or item.edtf.latest
        else:
            assert item.basis is None


@pytest.mark.parametrize(
    "unit", ["1 ", "of the ", "1", "May ", "1998 ", "1,000,", "\n ", "two hundred ", "early in the "]
)
def test_work_grows_with_the_length_of_the_text(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts what is asked of the matcher instead of the seconds, which depend on the machine."""
    asked: Counter[int] = Counter()
    original = match.Matcher.longest

    def counting(self: match.Matcher, codes: str, at: int, seed: int) -> match.Match | None:
        asked[len(codes)] += 1
        return original(self, codes, at, seed)

    monkeypatch.setattr(match.Matcher, "longest", counting)
    for size in (2_000, 4_000):
        tokens = tokenise(unit * (size // len(unit)), words())
        list(match.find_matches(tokens, words()))
        assert asked[len(tokens.codes)] <= (match.REACH + 1) * len(tokens.codes)


def test_expressions_come_in_order_and_do_not_overlap() -> None:
    items = read("On Monday, 3 March 2025, at dawn on Tuesday, and from 3 to 5 May 2024 they fought for two weeks.")
    ends = [(item.span.start, item.span.end) for item in items]
    assert ends == sorted(ends)
    assert all(one[1] <= other[0] for one, other in pairwise(ends))


@pytest.mark.parametrize(
    ("text", "dct", "value"),
    [
        ("It fell on 3/4/2012; by 25/4/2012 it was over.", "2025-02-12", "2012-04-03"),
        ("It fell on 3/4/2012; by 4/25/2012 it was over.", "2025-02-12", "2012-03-04"),
        ("It fell on 3/4/2012, after 9 March 2012 and 1 April 2012.", "2025-02-12", "2012-04-03"),
        ("It fell on 3/4/2012, after March 1, 2012.", "2025-02-12", "2012-03-04"),
        ("Filed 3/4/2012.", "2012-04-03", "2012-04-03"),
    ],
)
def test_numeric_dates_are_read_by_the_evidence(text: str, dct: str, value: str) -> None:
    found = {item.text: item.value for item in read(text, dct)}
    assert found["3/4/2012"] == value


def test_a_setting_overrides_the_evidence() -> None:
    article = Article("a", "a.txt", "", "It fell on 3/4/2012; by 4/25/2012 it was over.", None)
    assert read_dates(article, words(), True)[0].value == "2012-04-03"
    assert read_dates(article, words(), False)[0].value == "2012-03-04"


def test_the_same_weekday_is_the_one_the_text_has_named() -> None:
    text = "On 8 February 2025 he wrote. They had held it long: it fell on 27 January. On the same Saturday they met."
    assert meanings(text, "2025-03-25")["the same Saturday"] == "2025-02-08"
    assert meanings("It fell on 27 January 2025. On the same Saturday they met.")["the same Saturday"] == "2025-01-25"


def test_nothing_is_counted_from_a_day_the_story_has_left() -> None:
    text = "They signed on 27 June. The rebels, who took one port in January and another three weeks later, did not."
    assert meanings(text, "2025-06-30")["three weeks later"] is None
    text = "It was published on Tuesday. They took the port a week ago. Two days later they took the airport."
    assert meanings(text, "2025-01-28")["Two days later"] is None
    text = "They took the port in June. On 27 June they signed. Two days later they took the airport."
    assert meanings(text, "2025-07-30")["Two days later"] == "2025-06-29"


def test_the_next_day_does_not_follow_a_day_named_long_before_a_month() -> None:
    opening = "The strike began on 3 March 2024. "
    close = "In March 2024 the miners marched through the town. The next day the owners closed the pit."
    assert meanings(opening + close)["The next day"] == "2024-03-04"
    assert not meanings(opening + "The miners had long asked for better lamps. " * 20 + close)["The next day"]


def test_entries_of_a_live_page_are_dated_by_their_stamps() -> None:
    text = (
        "(Update 2:10 a.m. Friday in Juba, 7:10 p.m. ET Thursday) Troops fired on Friday.\n\n"
        "(Update 11:40 p.m. in Juba) A curfew began today.\n\n(Update 9:05 p.m. in Juba) The port closed yesterday."
    )
    found = meanings(text, "2025-02-13")  # a Thursday
    assert found["Friday"] == "2025-02-14"
    assert found["today"] == "2025-02-13"
    assert found["yesterday"] == "2025-02-12"


def test_a_midnight_lies_between_entries_whose_times_run_against_the_page() -> None:
    newest = "(1:05 a.m.) The tower fell today.\n\n(10:30 p.m.) A bus burned.\n\n(8:00 p.m.) It began this evening."
    assert meanings(newest, "2025-02-12")["today"] == "2025-02-13"
    oldest = "20:00 It began.\n\n22:30 A bus burned.\n\n01:05 The tower fell today."
    assert meanings(oldest, "2025-02-12")["today"] == "2025-02-13"
    assert meanings("The tower (8:00 p.m.) fell today. So did (1:05 a.m.) the bridge.")["today"] == "2025-02-12"


def test_an_older_story_on_a_page_is_read_by_its_own_stamp() -> None:
    text = "The minister resigned Monday.\n\nRiots in Lima updated: Fri Jan 10 2025 09:20:00 Crowds clashed Thursday."
    assert (meanings(text)["Monday"], meanings(text)["Thursday"]) == ("2025-02-10", "2025-01-09")
    assert meanings("A study published on 10 January 2025 says it began Tuesday.")["Tuesday"] == "2025-02-11"
    assert meanings("13 February 2025 Last updated at 04:27 GMT Scores fled today.")["today"] == "2025-02-13"


def test_news_that_tells_of_its_next_day_was_brought_up_to_date() -> None:
    assert meanings("Shells hit Sur early Thursday. Medics arrived Thursday.")["Thursday"] == "2025-02-13"
    assert meanings("Rebels entered Sur on Wednesday.\n\nOne said Thursday he was glad.")["Thursday"] == "2025-02-13"
    assert meanings("It ends a week of fighting since Thursday.")["Thursday"] == "2025-02-06/.."
    assert meanings("A shop was looted late on Thursday.")["Thursday"] == "2025-02-06"
    assert meanings("They had fled last Thursday.")["last Thursday"] == "2025-02-06"
    text = "A vote is expected on Thursday. Nine were killed on Thursday night."
    assert meanings(text)["Thursday night"] == "2025-02-06"


def test_a_bare_weekday_that_is_tomorrow_is_not_last_weeks() -> None:
    text = "Leaders gather ahead of talks. The agency calls on all to rally on Thursday."
    assert meanings(text)["Thursday"] == "2025-02-13"
    assert meanings("The envoy was told Thursday.")["Thursday"] == "2025-02-06"
    assert meanings("The army agreed to the truce on Tuesday.")["Tuesday"] == "2025-02-11"
    assert meanings("The army agreed to halt on Tuesday.")["Tuesday"] == "2025-02-18"


def test_what_stands_above_the_newest_entry_is_of_its_day() -> None:
    text = "Rivals had met on 3 May 2019. Here is the latest:\n\n(1:05 a.m.) It fell today.\n\n(10:30 p.m.) It shook."
    assert [item.value for item in read(text)][1:3] == ["2025-02-13T01:05", "2025-02-13"]


def test_an_entry_that_leaves_out_the_half_of_the_day_begins_no_new_day() -> None:
    text = "(8:15 p.m. Lagos) A bus burned.\n\n(6:07 Lagos, 12:07 ET) It began today.\n\n(5:30 p.m.) A crowd came."
    assert meanings(text)["today"] == "2025-02-12"
    text = "(10:15 p.m.) A bus burned.\n\n(9:00 p.m.) It closes by 9 a.m. (2 a.m. ET). Crowds came today."
    assert meanings(text)["today"] == "2025-02-12"


def test_a_time_written_with_a_point_is_the_stamp_of_a_live_page() -> None:
    page = "19.20 It closed today.\n\n16.50 A jet left.\n\n09.05 A bus burned yesterday."
    assert next(item.type for item in read(page, "2025-02-12")) == "TIME"
    assert meanings(page, "2025-02-12")["yesterday"] == "2025-02-11"
    for numbers in ("19.20 euros.\n\nIt cost 16.50 a kilo.", "4.20 Soil.\n\n4.21 Water.\n\n4.22 Air."):
        assert [item for item in read(numbers, "2025-02-12") if item.type == "TIME"] == []


def test_the_weekdays_of_a_diary_are_those_of_the_week_before() -> None:
    week = "Saturday. It began. On Friday night a bus burned.\n\nSunday. A post is hit.\n\nMonday. The king speaks."
    found = meanings(week, "2025-02-15")  # a Saturday
    assert [found[word] for word in ("Saturday", "Sunday", "Monday")] == ["2025-02-08", "2025-02-09", "2025-02-10"]
    assert found["Friday night"] == "2025-02-07"
    newest = meanings("Thursday: A post fell.\n\nTuesday: It rained.\n\nMonday: A bus burned.", "2025-02-15")
    assert [newest[word] for word in ("Thursday", "Tuesday", "Monday")] == ["2025-02-13", "2025-02-11", "2025-02-10"]
    ahead = meanings("Monday. He will fly.\n\nTuesday. He will sign.\n\nFriday. They will vote.", "2025-02-15")
    assert [ahead[word] for word in ("Monday", "Tuesday", "Friday")] == ["2025-02-17", "2025-02-18", "2025-02-21"]
    mixed = meanings("Monday. A bus burned.\n\nSunday. It rained.\n\nFriday. A post fell.\n\nMonday. It ended.")
    assert mixed["Sunday"] == meanings("Sunday. It rained.")["Sunday"]


def test_a_weekday_between_the_dates_of_a_diary_is_that_between_them() -> None:
    entries = ["Thursday 30 January. A bus burned.", "Friday. A pact is signed.", "Sunday 2 February. A jail opens."]
    found = meanings("\n\n".join([*entries, "Monday. It rained."]), "2025-03-15")
    assert [found[word] for word in ("Friday", "Monday")] == ["2025-01-31", "2025-02-03"]
    assert meanings("\n\n".join(reversed(entries)), "2025-03-15")["Friday"] == "2025-01-31"
    unordered = [entries[2], "Friday. A pact.", "Monday 3 February. It rained.", "Sunday 26 January. It snowed."]
    assert meanings("\n\n".join(unordered), "2025-03-15")["Friday"] != "2025-02-07"


def test_a_diary_is_read_by_the_days_of_its_entries() -> None:
    entries = ["1 June. Shells all night.", "4 June. They fired yesterday.", "17 June. The mill burned last night."]
    found = meanings("\n\n".join(entries), "2025-06-20")
    assert (found["yesterday"], found["last night"]) == ("2025-06-03", "2025-06-16")
    # A chronicle that knows no today is read by the day it was published.
    told = meanings("1 June. It rained.\n\n4 June. It began last week.\n\n17 June. It ended.", "2025-06-20")
    assert told["last week"] == "[2025-06-09..2025-06-15]"


def test_dispatches_are_read_by_the_days_of_their_datelines() -> None:
    text = "ORSK, 3 May — A mill burned yesterday.\n\nIt snows.\n\nLIRA, Mali, 5 May (Agency) - Rain fell last night."
    found = meanings(text, "2025-05-07")
    assert (found["yesterday"], found["last night"]) == ("2025-05-02", "2025-05-04")
    letter = meanings("Lira, 19 October\n\nDear Ann,\n\nThe mill burned yesterday.", "2025-10-30")
    assert letter["yesterday"] == "2025-10-18"
    for heading in ("It rained in Orsk, 3 May - a holiday - too.", "Fall of Orsk, 3 May\n\nIt is over."):
        assert meanings(f"It began.\n\n{heading} A mill burned yesterday.", "2025-05-07")["yesterday"] == "2025-05-06"
    assert meanings("Orsk, 3 January — A mill burned yesterday.", "2025-05-07")["yesterday"] == "2025-05-06"
    # Older papers set a stop behind it; a bulletin heads what happened with a place and a day.
    stopped = meanings("It began.\n\nORSK, May 3. A mill burned yesterday.", "2025-05-07")
    assert stopped["yesterday"] == "2025-05-02"
    entry = meanings("It began.\n\nOrsk, 3 May. A mill burned. It reopened yesterday.", "2025-05-07")
    assert entry["yesterday"] == "2025-05-06"


def test_the_record_of_a_month_counts_its_days() -> None:
    text = "He fled on 26 March. Lira fell on the 3rd. They refused in March. Rain fell on the 10th."
    told = Article("a", "a.txt", "Record of events, April 1981", text, parse_edtf("1981-05-01"), "front-matter")
    found = {one.text: str(one.edtf) for one in read_dates(told, words())}
    assert (found["the 3rd"], found["the 10th"]) == ("1981-04-03", "1981-04-10")
    going_on = replace(told, text="He fled on 26 March and was back on the 28th.")
    assert [str(one.edtf) for one in read_dates(going_on, words())] == ["1981-03-26", "1981-03-28"]
    other = replace(told, title="The coups of April 1981 and May 1982", text="Lira fell on the 3rd.")
    assert [str(one.edtf) for one in read_dates(other, words())] == ["1981-05-03"]


def test_a_story_of_an_earlier_year_looks_aside_to_a_mere_year() -> None:
    begun = "On 1 March 1971 it began. Six days later they marched. Lira fell on 25 March and Orsk on 27 March."
    aside = "An inquiry counted 900 in 1974."
    later = "He signed on 9 August and armed them all summer."
    found = meanings(f"{begun}\n\n{aside} On 20 May they fled.\n\n{later}", "2011-03-26")
    assert (found["20 May"], found["9 August"], found["summer"]) == ("1971-05-20", "1971-08-09", "1971-22")
    # A sentence that opens with the year goes on from there, and so does what has hardly begun.
    opened = meanings(f"{begun}\n\nIn 1974 he died. On 20 May they fled.", "2011-03-26")
    assert opened["20 May"] == "1974-05-20"
    hardly = meanings(f"On 1 March 1971 it began. {aside}\n\nIt rained. On 20 May they fled.", "2011-03-26")
    assert hardly["20 May"] == "2010-05-20"


def test_a_year_that_a_subject_is_taken_of_is_that_of_its_paragraph() -> None:
    later = "\n\nOn 9 January the port closed."
    found = meanings(f"Aleppo in 2016 was worse. On 20 January shells fell, on 13 December it was over.{later}")
    assert (found["20 January"], found["13 December"]) == ("2016-01-20", "2016-12-13")
    assert found["9 January"] == "2025-01-09"
    # A year that only says when something happened is none.
    assert meanings("Aleppo fell in 2016. On 20 January shells fell.")["20 January"] == "2025-01-20"


def test_a_year_season_or_month_alone_in_its_line_stands_over_the_entries_below() -> None:
    entries = "\n\n4 August. They came.\n\n9 October. They left."
    for heading in ("2012", "Summer 2012", "July 2012"):
        found = meanings(heading + entries)
        assert (found["4 August"], found["9 October"]) == ("2012-08-04", "2012-10-09")
    months = meanings("July 2012\n\n4 July. They came.\n\nJanuary\n\n9 January. They left.")
    assert months["9 January"] == "2013-01-09"
    # The date of the text itself, a line that says more, and what is still to come.
    assert meanings("February 2025" + entries)["4 August"] == meanings("Dates." + entries)["4 August"]
    assert meanings("War in 2012" + entries)["4 August"] == "2024-08-04"
    assert meanings("2012" + entries + "\n\nThey will meet on 3 May.")["3 May"] == "2025-05-03"


def test_an_entry_may_leave_out_the_year_of_the_one_before() -> None:
    entries = "3 May 2011. They came.\n\n6 May. They left.\n\nThe war is back. On 8 May they came again."
    found = meanings(entries, "2014-01-10")
    assert (found["6 May"], found["8 May"]) == ("2011-05-06", "2013-05-08")
    falling = meanings("5 June 2011: It ended.\n\n28 May: It began.", "2014-01-10")
    assert falling["28 May"] == "2011-05-28"


def test_what_an_entry_goes_on_to_tell_is_of_its_year() -> None:
    for entry in ("25 October 2007:", "October 2007 -", "2007:"):
        found = meanings(f"{entry} They sign a pact. Fighting resumes on 26 November.", "2008-06-20")
        assert found["26 November"] == "2007-11-26"
    # Neither the next paragraph nor a sentence that only begins with a date is an entry.
    found = meanings("25 October 2007: They sign.\n\nFighting may resume on 26 November.", "2008-06-20")
    assert found["26 November"] == "2008-11-26"
    found = meanings("25 October 2007 saw a pact signed. Fighting may resume on 26 November.", "2008-06-20")
    assert found["26 November"] == "2008-11-26"


def test_a_history_is_not_left_without_its_first_years() -> None:
    told = (
        "Nobody saw it come in the spring of 1992. In late March tents were pitched. On 5 May shots were fired. On "
        "7 September the mill burned. On 16 November they met. Before dawn on 13 July 1993 it fell."
    )
    found = meanings(told, "2004-05-03", "history")
    assert (found["5 May"], found["16 November"]) == ("1992-05-05", "1992-11-16")
    # One date before a year that is far off has none.
    alone = meanings("On 5 May shots were fired. The king died on 3 July 1993.", "2004-05-03", "history")
    assert alone["5 May"] is None


def test_a_weekday_before_a_history_has_begun_is_the_readers() -> None:
    told = "On Saturday they signed.{} On Sunday they left."
    assert meanings(told.format(""), "2025-02-12", "history")["Saturday"] == "2025-02-08"
    assert meanings(told.format(" They had met in May 1994."), "2025-02-12", "history")["Sunday"] != "2025-02-09"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("A raid in 2012 wounded ten people.", True),
        ("In 2012 people fled the valley.", True),
        ("The camp was guarded by 2012 soldiers.", False),
        ("The raid wounded 2012 people.", False),
    ],
)
def test_a_number_behind_in_is_a_year_whatever_stands_behind_it(text: str, year: bool) -> None:
    assert any(one.value == "2012" for one in read(text)) is year


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # More than half a year back a month is rarely the reader's, where an older year was named.
        ("Ali, elected in May 2022, promised war. A bomb went off on 29 October.", "29 October", "2022-10-29"),
        ("It fell in March 2014.\n\nIn April they spoke of it.", "April", "2014-04"),
        # Not long ago; long after; in another paragraph; a year that only ends a stretch.
        ("Ali, elected in May 2022, promised war. A bomb went off on 29 December.", "29 December", "2024-12-29"),
        ("It fell in March 2014. They met again in December.", "December", "2024-12"),
        ("Ali, elected in May 2022, promised war.\n\nA bomb went off on 29 August.", "29 August", "2024-08-29"),
        ("There were murders dating to 1994. In April a doctor was shot.", "April", "2024-04"),
    ],
)
def test_a_month_long_past_is_of_the_year_that_was_named(text: str, words: str, value: str) -> None:
    assert meanings(text)[words] == value


def test_a_feast_is_of_the_year_of_its_entry() -> None:
    text = "December 2007: The force takes over on New Year's Eve.\nNobody came at Easter."
    assert meanings(text)["New Year's Eve"] == "2007-12-31"
    assert meanings("The force took over on New Year's Eve.")["New Year's Eve"] == "2024-12-31"


def test_bold_words_open_an_entry_too() -> None:
    text = "May 2007 The force left on the 3rd and came back on 8 June."
    article = Article("a", "a.txt", "", text, parse_edtf("2025-02-12"), markup=(Markup("strong", 0, 8),))
    found = {item.text: item.edtf.text if item.edtf else None for item in read_dates(article, words())}
    assert found["8 June"] == "2007-06-08"
