"""The calendar: real tables, numbers that add up, silence told from quiet."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from generator.model.edtf import parse_edtf
from generator.model.event import Timeline
from generator.stages.website.calendar import calendar_pages
from generator.stages.website.pages import render_page
from tests.stages.website.exports.sample import EVENTS, TIMELINE, many, site


class Cells(HTMLParser):
    """Rows of the first table: (tag, class, text, target) of each cell."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append([tag, given.get("class") or "", "", "", given.get("scope") or ""])
        elif tag == "a" and self.rows and self.rows[-1]:
            self.rows[-1][-1][3] = given.get("href") or ""

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1][2] += data


def pages(timeline: Timeline = TIMELINE) -> dict[str, str]:
    made = site(timeline=timeline)
    return {page.path: render_page(page, made).decode() for page in calendar_pages(made)}


def rows(text: str) -> list[list[list[str]]]:
    reader = Cells()
    reader.feed(text[text.index("<table") : text.index("</table>")])
    return reader.rows


def test_every_heading_has_its_scope() -> None:
    for text in pages().values():
        for row in rows(text):
            assert all(cell[4] in {"col", "row"} for cell in row if cell[0] == "th")


def test_every_dated_event_is_counted_once() -> None:
    numbers = [
        re.search(r": (\d+) events?,", cell[2])
        for row in rows(pages()["calendar.html"])
        for cell in row
        if cell[0] == "td"
    ]
    assert sum(int(number[1]) for number in numbers if number) == len(EVENTS)


def test_a_month_without_articles_differs_from_one_without_events() -> None:
    by_year = {row[0][2]: row for row in rows(pages()["calendar.html"])}
    assert by_year["2025"][8][1] == "silent"
    assert "no events, no articles" in by_year["2025"][8][2]
    quiet = Timeline((), TIMELINE.undated)
    january = {row[0][2]: row for row in rows(pages(quiet)["calendar.html"])}["2025"][1]
    assert january[1] == "none"
    assert january[2].startswith("0")


def test_numbers_lead_to_the_month_and_years_to_their_days() -> None:
    by_year = {row[0][2]: row for row in rows(pages()["calendar.html"])}
    assert by_year["2025"][1][3] == "years/index.html#2025-01"
    assert by_year["2025"][0][3] == "calendar/2025.html"
    assert by_year["2012"][0][3] == ""
    assert by_year["2012"][-1][3] == "years/index.html#2012"
    assert by_year["2012"][1][2] == "no month known"


def test_empty_years_are_one_line() -> None:
    assert "12 years without events or articles" in pages()["calendar.html"]


def test_a_day_with_one_event_leads_to_its_evidence() -> None:
    page = pages()["calendar/2025.html"]
    assert 'href="../events/2025-01-27-m23-captures-goma.html"' in page
    assert "27 January 2025: 1 event" in page
    assert "1 more known less exactly" in page


def test_a_long_timeline_keeps_every_page_small() -> None:
    assert max(len(text) for text in pages(many(3000)).values()) < 300_000


def test_years_of_which_no_month_is_known_share_a_row() -> None:
    old = tuple(replace(EVENTS[0], id=f"old-{year}", date=parse_edtf(str(year))) for year in (1948, 1950, 1990))
    found = rows(pages(Timeline((*old, *EVENTS)))["calendar.html"])
    first = next(row for row in found if row[0][2].startswith("1948"))
    assert first[0][2] == "1948\u20132012"
    assert first[1][2] == "no month known"
    assert first[-1][2].startswith("4")
    assert "1948 to 2012: 4 events" in first[-1][2]
