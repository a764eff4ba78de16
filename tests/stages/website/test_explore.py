"""The explore page as built: its data, its form, and what it says to a reader without scripts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from generator.model.event import Timeline
from generator.stages.website.explore import explore_pages
from generator.stages.website.exports.explore_data import explore_data
from generator.stages.website.pages import render_page
from tests.stages.website.exports.sample import EVENTS, TIMELINE, many, material, site


def script(**settings: Any) -> str:
    [(path, data)] = explore_data(material(**settings))
    assert path == "data/explore.js"
    return data.decode()


def data() -> Any:
    return json.loads(script().removeprefix("window.CONFLICT_TIMELINE=").removesuffix(";\n"))


def event(name: str) -> dict[str, Any]:
    whole = data()
    return next(dict(zip(whole["fields"], one, strict=True)) for one in whole["events"] if one[0].endswith(name))


def html() -> str:
    [page] = explore_pages(site())
    return render_page(page, site()).decode()


def test_every_event_is_in_the_data_with_every_field() -> None:
    whole = data()
    assert [one[0] for one in whole["events"]] == [one.id for one in TIMELINE]
    assert all(len(one) == len(whole["fields"]) for one in whole["events"])


def test_dates_are_numbers_that_sort_and_open_ends_lie_beyond_them() -> None:
    assert (event("captures-goma")["first"], event("captures-goma")["last"]) == (20250127, 20250127)
    assert event("ceasefire")["last"] > 99991231
    assert event("abandon-sake")["first"] is None


def test_names_are_numbers_into_their_lists() -> None:
    whole, fighting = data(), event("fighting-in-north-kivu")
    assert [whole["places"][number] for number in fighting["places"]] == ["North Kivu", "Saké"]


def test_a_town_knows_its_region() -> None:
    whole = data()
    parents = {
        name: whole["places"][up] if up >= 0 else "" for name, up in zip(whole["places"], whole["parents"], strict=True)
    }
    assert parents["Goma"] == parents["Saké"] == "North Kivu"
    assert parents["North Kivu"] == parents["Doha"] == ""


def test_what_the_script_draws_can_never_be_code() -> None:
    assert "</script" not in script()
    assert len(re.findall(r"^window\.", script(), re.MULTILINE)) == 1


def test_a_long_timeline_stays_small_enough_to_load() -> None:
    [(_, long)] = explore_data(material(timeline=many(1000)))
    assert len(long) / 1000 < 450


def test_a_reader_without_scripts_is_led_to_the_full_lists() -> None:
    page = html()
    before = page[: page.index('id="explore"')]
    for path in (
        "years/index.html",
        "actors/index.html",
        "places/index.html",
        "types/index.html",
        "sources/index.html",
    ):
        assert f'href="{path}"' in before
    assert re.search(r'<div id="explore"[^>]* hidden>', page)


def test_no_script_or_style_stands_in_the_page() -> None:
    page = html()
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert not re.search(r"\sstyle=|<style|\son\w+=", page)


def test_only_choices_that_some_event_has_are_offered() -> None:
    page = html()
    assert set(re.findall(r'name="type" value="([^"]+)"', page)) == {one.type for one in EVENTS}
    assert 'name="status" value="denied"' not in page
    assert 'name="precision" value="undated"' in page


def test_only_numbers_of_sources_that_some_event_has_are_offered() -> None:
    most = max(len(site().sources(one)) for one in EVENTS)
    offered = [int(number) for number in re.findall(r'<option value="(\d+)">\d+ sources or more', html())]
    assert offered == [number for number in (2, 3, 5, 10) if number <= most]
    lonely = site(timeline=Timeline(tuple(replace(one, sources=("Wire",)) for one in EVENTS)))
    [page] = explore_pages(lonely)
    assert '<p class="pick" hidden><label for="least">' in render_page(page, lonely).decode()
