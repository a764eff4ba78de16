"""Lanes: bars as long as their dates, on an axis that shrinks silence."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from generator.model.calendar import Day, ordinal
from generator.model.event import Timeline
from generator.stages.website import lanes
from generator.stages.website.lanes import Chart, lane_pages, window
from generator.stages.website.pages import render_page
from generator.stages.website.timescale import GAP_LENGTH, MOST_STRETCHES, TimeScale
from tests.stages.website.exports.sample import CAPTURE, TIMELINE, many, site


def day(year: int, month: int, number: int) -> int:
    return ordinal(Day(year, month, number))


def html(path: str = "lanes-places.html", timeline: Timeline = TIMELINE) -> str:
    made = site(timeline=timeline)
    return render_page(next(page for page in lane_pages(made) if page.path == path), made).decode()


def charts(path: str = "lanes-places.html") -> list[Chart]:
    page = next(page for page in lane_pages(site()) if page.path == path)
    return list(page.view["charts"])


def test_days_stand_in_order_and_to_scale_within_a_stretch() -> None:
    scale = TimeScale([(day(2025, 1, 1), day(2025, 3, 31))], 900)
    first, middle, last = (scale.at(day(*when)) for when in ((2025, 1, 1), (2025, 2, 15), (2025, 4, 1)))
    assert first == 0
    assert middle == pytest.approx(900 * 45 / 90)
    assert last == pytest.approx(900)


def test_a_long_silence_becomes_a_gap_that_says_how_long() -> None:
    scale = TimeScale([(day(2012, 11, 20), day(2012, 11, 20)), (day(2025, 1, 27), day(2025, 1, 27))], 900)
    [(at, months)] = scale.gaps()
    assert months == 12 * 12 + 1
    left, right = scale.stretches
    assert right.start - (left.start + left.length) == pytest.approx(GAP_LENGTH)
    assert left.start + left.length < at < right.start


def test_a_remark_on_a_distant_year_does_not_squeeze_the_story() -> None:
    story = [(day(2025, month, 1), day(2025, month, 2)) for month in range(1, 13)]
    old = [(day(year, 6, 1), day(year, 6, 2)) for year in range(1900, 1990, 10)]
    scale = TimeScale([*old, *story], 900)
    assert len(scale.stretches) == MOST_STRETCHES
    assert not scale.covers(old[0])
    assert all(scale.covers(one) for one in story)


def test_a_year_named_in_passing_takes_no_room_but_its_place_in_the_gap() -> None:
    story = [(day(2012, 1, 1), day(2012, 1, 2)), (day(2025, 1, 1), day(2025, 1, 2))]
    year = (day(2019, 1, 1), day(2019, 12, 31))
    scale = TimeScale([*story, year], 900)
    assert len(scale.stretches) == 2
    left, right = scale.stretches
    assert left.start + left.length < scale.at(year[0]) < scale.at(year[1]) < right.start


def test_a_short_silence_is_drawn_to_scale() -> None:
    assert TimeScale([(day(2025, 1, 1), day(2025, 1, 2)), (day(2025, 4, 1), day(2025, 4, 2))], 900).gaps() == []


def test_a_bar_is_as_long_as_its_date_is_wide() -> None:
    whole = next(event for event in TIMELINE if event.id == "2025-03-talks-open-in-doha")
    first, last = window(whole)
    assert last - first == 30


def test_where_reports_differ_the_bar_covers_all_they_say() -> None:
    assert window(CAPTURE) == (day(2025, 1, 26), day(2025, 1, 27))
    odd = replace(CAPTURE, disagreements=(replace(CAPTURE.disagreements[0], field="killed"),))
    assert window(odd) == (day(2025, 1, 27), day(2025, 1, 27))


def test_shapes_carry_certainty() -> None:
    bars = {bar.path: bar for chart in charts() for lane in chart.lanes for bar in lane.bars}
    assert bars["events/2025-01-27-m23-captures-goma.html"].shape == "dashed"
    assert bars["events/2025-04-ceasefire.html"].shape == "forward"
    assert bars["events/2025-02-formula.html"].shape == "faded"
    assert bars["events/2025-03-talks-open-in-doha.html"].hollow


def test_bars_of_one_row_never_overlap() -> None:
    made = site(timeline=many(150))
    for page in lane_pages(made):
        for chart in page.view["charts"]:
            for lane in chart.lanes:
                for row in range(lanes.MOST_ROWS - 1):
                    bars = sorted((bar.start, bar.start + bar.length) for bar in lane.bars if bar.row == row)
                    assert all(left[1] <= right[0] for left, right in pairwise(bars))


def test_an_undated_event_is_neither_drawn_nor_listed() -> None:
    assert "undated-soldiers-abandon-sake" not in html()


def test_every_bar_is_also_in_the_list_below() -> None:
    page = html()
    drawing, lists = page.split('class="lane-lists"')
    drawn = set(re.findall(r'href="(events/[^"]+)"', drawing))
    assert drawn
    assert drawn <= set(re.findall(r'href="(events/[^"]+)"', lists))


def test_the_drawing_is_silent_and_out_of_the_tab_order() -> None:
    for svg in re.findall(r'<svg class="lanes-chart.*?</svg>', html(), re.DOTALL):
        assert 'aria-hidden="true"' in svg
        assert svg.count("<a ") == svg.count('tabindex="-1"')


def test_a_long_timeline_is_cut_to_the_most_significant_and_says_so() -> None:
    page = html("lanes.html", many(lanes.MOST_BARS + 50))
    assert len(set(re.findall(r'href="(events/[^"]+)"', page))) == lanes.MOST_BARS
    assert "most significant of 450 events" in page
    assert len(page) < 1_000_000


def test_a_timeline_without_dates_says_that_there_is_nothing_to_draw() -> None:
    page = html(timeline=Timeline((), TIMELINE.undated))
    assert "nothing to draw" in page
    assert "lanes-chart" not in page


def test_every_year_drawn_is_named_even_where_two_begin_close_together() -> None:
    windows = [(day(year, month, 3), day(year, month, 5)) for year, month in ((2012, 12), (2013, 1), (2022, 1))]
    windows += [(day(year, month, 1), day(year, month, 9)) for year in (2024, 2025, 2026) for month in range(1, 13)]
    ticks = list(lanes._ticks(TimeScale(windows, 940), site(), down=False))
    named = [(tick.words, tick.row) for tick in ticks if tick.year and tick.words]
    assert [words for words, _ in named][:3] == ["2012", "2013", "2022"]
    assert {row for _, row in named} == {0, 1}
    for row in (0, 1):
        places = [tick.at for tick in ticks if tick.words and tick.row == row]
        assert all(second - first >= 34 for first, second in pairwise(places))
