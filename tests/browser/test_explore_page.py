"""The explore page at work: search, filters, address, table, downloads."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.stages.website.explore import explore_pages
from generator.stages.website.exports import export_files
from generator.stages.website.pages import render_page
from tests.stages.website.exports.sample import TIMELINE, many, site, theme

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-made timeline's explore page on disk, and one of a thousand events beside it."""
    root = tmp_path_factory.mktemp("explore")
    for name, timeline in (("small", TIMELINE), ("long", many(1000))):
        made = site(timeline=timeline)
        files: dict[str, bytes] = dict(export_files(made))
        files |= {page.path: render_page(page, made) for page in explore_pages(made)}
        files |= {f"static/{path}": data for path, data in theme().static}
        for path, data in files.items():
            (root / name / path).parent.mkdir(parents=True, exist_ok=True)
            (root / name / path).write_bytes(data)
    return root


@pytest.fixture
def page(chromium: Any, sample: Path) -> Iterator[Any]:
    """The small explore page, with every error on its console kept in `page.faults`."""
    opened = chromium.new_page()
    opened.faults = []
    opened.on("pageerror", lambda error: opened.faults.append(str(error)))
    opened.on("console", lambda message: opened.faults.append(message.text) if message.type == "error" else None)
    opened.goto((sample / "small" / "explore.html").as_uri())
    yield opened
    assert opened.faults == []
    opened.close()


def titles(page: Any) -> list[str]:
    return list(page.locator("#results h4").all_inner_texts())


def status(page: Any) -> str:
    return str(page.get_by_role("status").inner_text())


def test_all_events_are_there_at_first(page: Any) -> None:
    assert status(page) == f"All {len(list(TIMELINE))} events"
    assert len(titles(page)) == len(list(TIMELINE))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("sake", ["Fighting in North Kivu", "Soldiers abandon Sake"]),
        ("SAKÉ", ["Fighting in North Kivu", "Soldiers abandon Sake"]),
        ("goma captures", ["M23 captures Goma"]),
        ("oma", []),
        ("kivu courier", ["M23 captures Goma", "Talks open in Doha"]),
    ],
)
def test_search_folds_accents_and_finds_words_by_their_beginning(page: Any, words: str, found: list[str]) -> None:
    page.get_by_label("Search", exact=True).fill(words)
    assert titles(page) == found


def test_filters_add_up_and_are_said_as_a_sentence(page: Any) -> None:
    page.get_by_label("Battle").check()
    page.get_by_label("Territory").check()
    page.get_by_label("Place", exact=True).fill("north kivu")
    page.get_by_label("Place", exact=True).press("Enter")
    assert status(page).startswith("Battle or Territory, in North Kivu: ")
    assert titles(page) == [
        "Goma briefly taken",
        "Fighting in North Kivu",
        "M23 captures Goma",
        "Soldiers abandon Sake",
    ]
    page.get_by_label("From").fill("2025-01-27")
    assert titles(page) == ["Fighting in North Kivu", "M23 captures Goma"]
    assert "from 27 January 2025" in status(page)


def test_a_chip_takes_its_filter_off_and_the_focus_is_not_lost(page: Any) -> None:
    page.get_by_label("Search", exact=True).fill("goma")
    page.get_by_role("button", name="Remove: matching “goma”").click()
    assert status(page).startswith("All 7 events")
    assert page.evaluate("document.activeElement.id") == "q"


def test_an_empty_result_says_what_to_loosen(page: Any) -> None:
    page.get_by_label("Search", exact=True).fill("doha")
    page.get_by_label("Battle").check()
    assert titles(page) == []
    page.get_by_role("button", name="Leave out: Battle (1 event)").click()
    assert titles(page) == ["Talks open in Doha"]


def test_the_state_is_in_the_address_and_comes_back_from_it(page: Any) -> None:
    page.get_by_label("Search", exact=True).fill("goma")
    page.get_by_label("Territory").check()
    page.get_by_role("button", name="Table").click()
    page.wait_for_url(lambda url: "view=table" in url)
    kept = page.url
    assert "q=goma" in kept
    assert "type=territory-change" in kept
    page.goto("about:blank")
    page.goto(kept)
    assert page.get_by_label("Search", exact=True).input_value() == "goma"
    assert page.get_by_role("checkbox", name="Territory").is_checked()
    assert page.locator("#results tbody tr").count() == 1


def test_a_hostile_address_does_no_harm(page: Any) -> None:
    page.goto(
        page.url.split("#")[0] + "#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&type=%22%5D&sort=nosuch&least=x&actors=no"
    )
    page.reload()
    assert page.locator("#results img, .status img, .chips img").count() == 0
    assert "<img src=x" in status(page)


def test_a_heading_sorts_the_table_and_says_how(page: Any) -> None:
    page.get_by_role("button", name="Table").click()
    page.get_by_role("button", name="Event", exact=True).click()
    first = page.locator("#results tbody th").first.inner_text()
    assert page.locator("th", has=page.get_by_role("button", name="Event")).get_attribute("aria-sort") == "ascending"
    page.get_by_role("button", name="Event", exact=True).click()
    assert page.locator("th", has=page.get_by_role("button", name="Event")).get_attribute("aria-sort") == "descending"
    assert page.locator("#results tbody th").last.inner_text() == first


def test_an_unknown_name_is_refused_in_words(page: Any) -> None:
    page.get_by_label("Actor", exact=True).fill("Nobody at all")
    page.get_by_label("Actor", exact=True).press("Enter")
    assert "Nobody at all" in page.get_by_label("Actor", exact=True).evaluate("field => field.validationMessage")
    assert status(page).startswith("All 7 events")


def test_what_is_shown_can_be_taken_away(page: Any) -> None:
    page.get_by_label("Statement").check()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8"))))
    assert [row["id"] for row in rows] == ["2025-02-formula"]
    assert rows[0]["title"].startswith("'=HYPERLINK")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download JSON").click()
    records = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    assert records[0]["title"].startswith("=HYPERLINK")


def test_a_choice_shows_how_many_events_it_would_leave(page: Any) -> None:
    page.get_by_label("Search", exact=True).fill("goma")
    assert page.locator('[data-count="type:battle"]').inner_text() == "1"
    assert page.locator('[data-count="type:agreement"]').inner_text() == "0"


def test_a_long_list_is_drawn_as_it_is_scrolled(chromium: Any, sample: Path) -> None:
    page = chromium.new_page()
    page.goto((sample / "long" / "explore.html").as_uri())
    page.wait_for_timeout(200)
    before = page.locator("#results h4").count()
    assert 40 <= before < 200
    page.mouse.wheel(0, 30000)
    page.locator("#results h4").nth(before).wait_for()
    page.get_by_label("Search", exact=True).fill("nothing like it")
    assert (
        "Nothing fits" in page.locator("#results").inner_text()
        or "No event fits" in page.locator("#results").inner_text()
    )
    page.close()
