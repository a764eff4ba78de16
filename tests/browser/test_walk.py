"""A newcomer's way through the site, from disk, with scripts on and off."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import address, follow

Open = Callable[..., Any]


def test_with_scripts_from_the_front_page_to_the_quote_and_back(open_page: Open, output: Path) -> None:
    page = open_page("index.html")
    follow(page, page.get_by_role("navigation").get_by_role("link", name="Explore").first)
    page.get_by_label("Search", exact=True).fill("goma")
    status = page.get_by_role("status")
    assert status.inner_text().startswith("Matching “goma”: ")
    page.get_by_label("Number of sources").select_option("2")
    assert re.search(r"2 sources or more.*: \d+ of \d+ events", status.inner_text())
    follow(page, page.locator("#results a").first)
    heading = page.get_by_role("heading", level=1).inner_text()
    assert page.locator(".quotes > li").count() >= 2
    quote = page.locator(".quotes .ways a").first
    target = quote.get_attribute("href")
    assert target is not None
    follow(page, quote)
    assert page.locator(f'[id="{target.split("#")[1]}"]').count() == 1
    follow(page, page.locator(".notes a", has_text=heading).first)
    assert page.get_by_role("heading", level=1).inner_text() == heading
    permalink = page.locator('a[rel="bookmark"]').get_attribute("href")
    fresh = page.context.new_page()
    fresh.goto((output / "events" / str(permalink)).resolve().as_uri())
    assert fresh.get_by_role("heading", level=1).inner_text() == heading


def test_without_scripts_the_same_way_leads_over_the_lists(open_page: Open) -> None:
    page = open_page("index.html", scripts=False)
    page.goto(page.url.replace("index.html", "explore.html"))
    assert page.locator("#explore").is_hidden()
    follow(page, page.locator("#instead").get_by_role("link", name="Places"))
    follow(page, page.locator(".index-list").get_by_role("link", name="Goma", exact=True))
    follow(page, page.locator(".event-title a").first)
    heading = page.get_by_role("heading", level=1).inner_text()
    follow(page, page.locator(".quotes .ways a").first)
    assert page.locator("mark").count() > 0
    follow(page, page.locator(".notes a", has_text=heading).first)
    assert page.get_by_role("heading", level=1).inner_text() == heading


def test_a_page_prints_as_a_document(open_page: Open, output: Path, tmp_path: Path) -> None:
    page = open_page("index.html")
    target = tmp_path / "timeline.pdf"
    page.pdf(path=str(target), format="A4")
    assert target.read_bytes().startswith(b"%PDF-")
    page.emulate_media(media="print")
    assert page.locator("header nav").first.is_hidden()
    assert page.locator(".event").first.is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_scrolls_sideways(open_page: Open, output: Path, kinds: list[str], width: int) -> None:
    page = open_page("index.html", width=width)
    wide = []
    for path in kinds:
        page.goto(address(output, path))
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
    assert wide == []


def test_a_wide_page_draws_the_lanes_lying_and_a_phone_turned_on_end(open_page: Open) -> None:
    wide, phone = open_page("lanes.html"), open_page("lanes.html", width=360)
    for page, shown, hidden in ((wide, "across", "down"), (phone, "down", "across")):
        assert page.locator(f".lanes-chart.{shown}").is_visible()
        assert page.locator(f".lanes-chart.{hidden}").is_hidden()


def test_a_keyboard_reaches_every_link_and_button_of_the_front_page(open_page: Open) -> None:
    page = open_page("index.html")
    reachable = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, summary')].filter((one) =>
           one.checkVisibility({visibilityProperty: true}) && one.tabIndex < 0 && !one.closest('svg')).length"""
    )
    assert reachable == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
