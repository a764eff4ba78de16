"""Small things the pages are made of: segments, dates, words, slugs, splitting."""

from __future__ import annotations

import pytest

from generator.model.edtf import parse_edtf
from generator.model.event import Event, Timeline
from generator.stages.website import chunks as chunks_module
from generator.stages.website import facets as facets_module
from generator.stages.website import load_theme
from generator.stages.website.bands import make_bands, whole_of
from generator.stages.website.chunks import calendar_chunks
from generator.stages.website.density import make_density
from generator.stages.website.facets import facet_pages
from generator.stages.website.reading import range_words
from generator.stages.website.segments import Mark, cut, grouped
from generator.stages.website.site import Site
from generator.stages.website.text import file_name, legal, safe_url, shorten, text_fragment, unique_slugs
from generator.stages.website.when import date_view, is_coarse, marker, slot
from generator.stages.website.words import Words
from tests.stages.website import sample


def words() -> Words:
    return load_theme("base")[0].words


def site(timeline: Timeline) -> Site:
    theme, _ = load_theme("base")
    return Site(timeline, sample.results(), sample.context().settings, theme)


def dated(*dates: str) -> tuple[Event, ...]:
    return tuple(sample.event(f"e{number}", f"Event {number}", date, []) for number, date in enumerate(dates))


def test_segments_give_back_the_text() -> None:
    text = "M23 captured Goma on Monday."
    marks = [Mark(0, 28, "quote", "a"), Mark(4, 12, "trigger"), Mark(10, 24, "when", "1"), Mark(90, 99, "quote", "b")]
    pieces = cut(text, 0, 28, marks)
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if "trigger" in piece.kinds] == ["captured"[:6], "ed"]
    assert [piece.date_ref for piece in pieces if "when" in piece.kinds] == ["1", ""]


def test_a_mark_from_an_earlier_block_opens_only_once() -> None:
    seen: set[str] = set()
    marks = [Mark(0, 10, "quote", "a")]
    first = grouped(cut("abcdefghij", 0, 5, marks), "quote", seen)
    second = grouped(cut("abcdefghij", 5, 10, marks), "quote", seen)
    assert [group.anchors for group in (*first, *second)] == [("a",), ()]


@pytest.mark.parametrize(
    ("edtf", "numeral", "times"),
    [
        ("2025-01-27", "27", ["2025-01-27"]),
        ("2025-01-23/2025-01-30", "23–30", ["2025-01-23", "2025-01-30"]),
        ("2025-01-28/2025-02-03", "", ["2025-01-28", "2025-02-03"]),
        ("2025-01", "", ["2025-01"]),
        ("2025-21", "", []),
        ("199X", "", []),
        ("2025-01-27~", "", ["2025-01-27"]),
        ("[..2025-03-22]", "", ["2025-03-22"]),
        ("-0489", "", []),
    ],
)
def test_no_fake_day_in_the_gutter(edtf: str, numeral: str, times: list[str]) -> None:
    view = date_view(parse_edtf(edtf), None, words())
    assert view.numeral == numeral
    assert [attribute for attribute, _ in view.times] == times
    assert view.words


@pytest.mark.parametrize(
    ("edtf", "key", "coarse"),
    [
        ("2025-01-27", "2025-01", False),
        ("2025-01", "2025-01", True),
        ("2025-01-21~/2025-01-31~", "2025-01", False),
        ("2025", "2025", True),
        ("2025-21", "2025", True),
        ("2024-11-30/2025-01-02", "2024-11", False),
        ("[..2025-03-22]", "2025-03", False),
        ("2025-01-30/..", "2025-01", False),
        ("199X", "1990", True),
    ],
)
def test_band_of_a_date(edtf: str, key: str, coarse: bool) -> None:
    assert slot(parse_edtf(edtf)).key == key
    assert is_coarse(parse_edtf(edtf)) is coarse


def test_markers_carry_certainty() -> None:
    shapes = {event.id: marker(event) for event in sample.timeline()}
    assert shapes["2025-01-27-m23-captures-goma"] == "split"
    assert shapes["2012-11-20-m23-first-takes-goma"] == "day"
    assert shapes["2025-01-28-crowds"] == "ring"
    assert shapes["2025-01-23-road-cut"] == "bar-week"
    assert shapes["2025-01-30-airport-shut"] == "open"
    assert shapes["2025-04-talks"] == "planned"
    assert shapes["undated-m23-takes-walikale"] == "claimed"
    assert shapes["undated-army-leaves-sake"] == "denied"
    assert shapes["undated-soldiers-shell-sake"] == "undated"


def test_counts_have_their_plural() -> None:
    assert [words().count("sources", number) for number in (1, 2, 1200)] == ["1 source", "2 sources", "1,200 sources"]
    assert words().count("events", 0) == "no events"
    assert words().listing(["a", "b", "c"]) == "a, b and c"
    assert words().label("type", "naval-skirmish") == "Naval skirmish"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//x.org", "data:x", "http://", "http://[", " ", "ftp://x.org"])
def test_only_web_addresses_are_linked(url: str) -> None:
    assert safe_url(url) == ""
    assert text_fragment(url, "words") == ""


def test_addresses_are_escaped() -> None:
    assert safe_url('https://x.org/a b"<>?q=é') == "https://x.org/a%20b%22%3C%3E?q=%C3%A9"
    assert text_fragment("https://x.org/", "a-b, c") == "https://x.org/#:~:text=a%2Db%2C%20c"
    long = " ".join(f"w{number}" for number in range(20))
    assert text_fragment("https://x.org/", long).endswith("w4,w15%20w16%20w17%20w18%20w19")


def test_slugs() -> None:
    assert file_name("Félix Tshisekedi") == "felix-tshisekedi"
    assert file_name("Гома").startswith("n-")
    made = unique_slugs(["M23", "m23", "index"], frozenset({"index"}))
    assert made == {"M23": "m23", "m23": "m23-2", "index": "index-2"}


def test_legal_text() -> None:
    assert legal("a\x00b\x85c\ud800d\ufffee\U0001f600\u0627") == "abcde\U0001f600\u0627"


def test_shorten_keeps_the_trigger() -> None:
    text = " ".join(f"w{number}" for number in range(100))
    at = text.index("w50")
    low, high = shorten(text, at, at + 3)
    assert "w50" in text[low:high]
    assert 20 <= len(text[low:high].split()) <= 26
    assert shorten("short text", 0, 5) == (0, 10)


def test_long_lists_split_by_the_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks_module, "SPARSE", 4)
    events = dated("2023", *["2024-03-01"] * 3, *["2025-01-02"] * 8, "2025-02", "2025")
    chunks = calendar_chunks((*events, sample.event("u", "U", None, [])), 5)
    assert [chunk.key for chunk in chunks] == [
        "2023-2024", "2025-00", "2025-01", "2025-01-2", "2025-02", "undated",
    ]  # fmt: skip
    assert sum(len(chunk.events) for chunk in chunks) == len(events) + 1
    assert [chunk.key for chunk in calendar_chunks(events, 300)] == [""]


def test_bands_say_gaps_and_what_they_leave_out() -> None:
    events = dated("2024-01-05", "2024-02-01", "2025-04-01", "2025-04")
    here = site(Timeline(events))
    bands = make_bands(events, here, whole_of(events))
    assert [month.note for year in bands.years for month in year.months] == [None] * 3
    silence = bands.years[1].note
    assert silence is not None and silence.text == "No events in the articles for 13 months"
    assert [row.title for row in bands.years[1].months[0].strip] == ["Event 3"]
    some = make_bands((events[0], events[2]), here, whole_of(events))
    note = some.years[1].note
    assert note is not None
    assert (note.text, note.path) == ("1 further event, February 2024", "years/index.html#2024-02")
    assert some.years[1].months[0].count == "1 of 2 events"
    assert [year.count for year in some.years] == ["1 of 2 events", "1 of 2 events"]


def test_a_gap_within_a_year_stands_in_the_year() -> None:
    events = dated("2023-12-05", "2024-05-01", "2024-12-01")
    bands = make_bands(events, site(Timeline(events)), whole_of(events))
    year = bands.years[1]
    assert year.note is None
    assert [month.note.text if month.note else "" for month in year.months] == [
        "No events in the articles for 4 months", "No events in the articles for 6 months",
    ]  # fmt: skip


def test_a_number_of_people_in_words() -> None:
    here = site(Timeline(()))
    said = [
        range_words(*given, here)
        for given in ((5, None, None), (None, 4, 7), (5, 4, 7), (None, 4, 4), (None, 4, None), (None, None, 7))
    ]
    assert said == ["5", "4 to 7", "4 to 7", "4", "at least 4", "at most 7"]
    assert range_words(None, None, None, here) == "a number not given"
    assert range_words(0, None, None, here) == "0"


def test_density_counts_articles_too() -> None:
    density = make_density(site(Timeline(dated("2025-01-05", "2025-01-06", "2025-03-01", "2025"))), ())
    groups = [group for row in density.rows for group in row.groups]
    bars = {bar.key: bar for group in groups for bar in group.bars}
    assert (bars["2025-01"].events, bars["2025-03"].events, bars["2025-02"].events) == (24, 12, 0)
    assert bars["2025-03"].articles == 12
    assert (density.events, density.articles) == ("events a month, at most 2", "articles a month, at most 2")
    assert groups[0].label == "January to March 2025: 3 events, 3 articles"
    assert groups[0].path == "years/index.html#2025-01"
    assert [(group.empty, group.path) for group in groups[1:]] == [(True, "")] * 3


def test_a_century_of_events_is_drawn_by_the_year() -> None:
    density = make_density(site(Timeline(dated(*(f"{year}-05-01" for year in range(1900, 1950))))), ())
    assert [row.label for row in density.rows] == ["1900", "1910", "1920", "1930", "1940", "2020"]
    assert [len(row.groups) for row in density.rows] == [5] * 6
    assert density.rows[0].groups[0].label == "1900 to 1901: 2 events, no articles"
    assert density.events == "events a year, at most 1"


def test_a_long_index_begins_with_the_names_of_most_events(monkeypatch: pytest.MonkeyPatch) -> None:
    here = site(sample.timeline())
    [actors, *_] = [page for page in facet_pages(here) if page.path == "actors/index.html"]
    assert actors.view["leading"] == ()
    monkeypatch.setattr(facets_module, "LONG", 0)
    [actors, *_] = [page for page in facet_pages(here) if page.path == "actors/index.html"]
    numbers = [int(link.count) for link in actors.view["leading"]]
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) > 1
