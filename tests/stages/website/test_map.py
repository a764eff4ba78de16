"""Maps: where a place stands, what is labelled, what is never shown as a point."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.event import Place, Timeline
from generator.stages.website.map import map_pages
from generator.stages.website.map_frame import Frame, frame_of, path_of
from generator.stages.website.map_ground import country_areas, lakes_path
from generator.stages.website.map_labels import LETTER, Box, Label, Mark, place_labels, place_names
from generator.stages.website.pages import render_page
from generator.stages.website.postcard import locator
from tests.stages.website.exports.sample import DOHA, GOMA, KIVU, NOWHERE, SAKE, TIMELINE, site

WORDS = site().words
degrees = st.tuples(st.floats(-179, 179), st.floats(-80, 80))


def html(timeline: Timeline = TIMELINE) -> str:
    made = site(timeline=timeline)
    [page] = map_pages(made)
    return render_page(page, made).decode()


@given(st.lists(degrees, min_size=1, max_size=8))
def test_every_point_lies_inside_its_frame(points: list[tuple[float, float]]) -> None:
    frame = frame_of(points, 1000, 1.6, (0.5, 1.1))
    assert all(frame.holds(point, 1e-6) for point in points)
    assert frame.height > 0


def test_a_frame_keeps_the_shape_of_the_land() -> None:
    frame = Frame(28, -3, 30, -1, 1000)
    x, y = frame.at((29, -2))
    assert (x, y) == (500, pytest.approx(frame.height / 2, abs=0.1))
    assert frame.height == pytest.approx(1000 * 2 / (2 * 0.9994), rel=1e-3)


def test_an_area_far_off_is_not_drawn_and_one_inside_is() -> None:
    frame = Frame(28, -3, 30, -1, 1000)
    assert path_of([[(0, 0), (1, 1), (1, 0)]], frame) == ""
    assert path_of([[(28.5, -2), (29.5, -2), (29, -1.5)]], frame).startswith("M")


def test_an_area_larger_than_the_frame_fills_it() -> None:
    frame = Frame(28, -3, 30, -1, 1000)
    path = path_of([[(20, -10), (40, -10), (40, 10), (20, 10)]], frame)
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
    assert path.endswith("Z")
    assert min(numbers) < 0
    assert max(numbers) > 1000


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 200), st.floats(3, 12)), max_size=30))
def test_labels_never_touch_each_other_nor_leave_the_map(spots: list[tuple[float, float, float]]) -> None:
    marks = [Mark(f"Place number {number}", *spot) for number, spot in enumerate(spots)]
    labels = place_labels(marks, 12, (300, 200), [])
    boxes = [box(label) for label in labels.values()]
    assert all(left >= 0 and top >= 0 and right <= 300 and bottom <= 200 for left, top, right, bottom in boxes)
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def box(label: Label) -> tuple[float, float, float, float]:
    width = len(label.name) * 12 * LETTER
    left = {"start": label.x, "end": label.x - width, "middle": label.x - width / 2}[label.anchor]
    return left + 0.1, label.y - 9.5, left + width - 0.1, label.y + 2.9


def test_a_region_is_a_ring_and_a_town_a_disc() -> None:
    page = html()
    assert re.search(r"<title>Goma: 2 events</title><circle class=\"spot\"", page)
    assert re.search(r"<title>North Kivu \(region\): 2 events</title><circle class=\"region\"", page)


def test_the_map_shows_the_countries_around_by_name() -> None:
    near = re.findall(r"<svg class=\"map .*?</svg>", html(), re.DOTALL)[0]
    assert "RWANDA</text>" in near
    assert re.search(r'<path id="land-1-wide" d="M[^"]{200,}"', near)


def test_what_lies_far_off_does_not_shrink_the_main_map() -> None:
    near, _, far, _ = re.findall(r"<svg class=\"map .*?</svg>", html(), re.DOTALL)
    assert "Doha" not in near
    assert "Doha" in far


def test_every_place_is_in_a_list_after_the_map_with_or_without_coordinates() -> None:
    page = html()
    lists = page[page.rindex("</svg>") :]
    for place in (GOMA, SAKE, KIVU, DOHA, NOWHERE):
        assert f"<bdi>{place.name}</bdi>" in lists
    assert lists.index("Places on the map") < lists.index("Whole countries, and places") < lists.index(NOWHERE.name)


def test_the_map_of_a_timeline_without_places_says_so() -> None:
    page = html(Timeline(()))
    assert "No event has a place with coordinates yet." in page
    assert '<svg class="map' not in page


def test_lakes_lie_on_the_land_and_under_the_borders() -> None:
    near = re.findall(r"<svg class=\"map .*?</svg>", html(), re.DOTALL)[0]
    land, lake, border = (near.index(f'class="{name}"') for name in ("land", "lake", "border"))
    assert land < lake < border
    assert re.search(r'<path class="lake" d="M[^"]{100,}"', near)


def test_a_lake_too_small_for_the_drawing_is_left_out() -> None:
    whole, small = Frame(-180, -85, 180, 85, 1000), Frame(-180, -85, 180, 85, 300)
    assert 0 < lakes_path(small).count("M") < lakes_path(whole).count("M")
    assert lakes_path(Frame(20, 20, 22, 22, 1000)) == ""


def test_a_country_is_named_inside_its_outline() -> None:
    frame = Frame(28, -5, 34, 2, 1000)
    areas = {area.name: area for area in country_areas(frame, 13, WORDS)}
    assert {"RWANDA", "BURUNDI", "UGANDA", "TANZANIA"} <= set(areas)
    x, y = areas["RWANDA"].spots[0]
    lon, lat = frame.west + x / frame.unit / frame.shrink, frame.north - y / frame.unit
    assert 29 < lon < 30.9
    assert -2.8 < lat < -1.1


def test_names_of_countries_keep_clear_of_what_stands_there() -> None:
    taken: list[Box] = [(0, 0, 100, 100)]
    frame = Frame(28, -5, 34, 2, 1000)
    labels = place_names(country_areas(frame, 13, WORDS), 13, taken)
    assert len(labels) == len(taken) - 1
    for a, b in combinations(taken, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_a_country_astride_the_edge_of_the_world_is_no_band_round_it() -> None:
    ring = [(170.0, 60.0), (179.0, 70.0), (-178.0, 70.0), (-170.0, 60.0)]
    europe = Frame(-40, 30, 60, 80, 1000)
    assert path_of([ring], europe) == ""
    assert path_of([ring], Frame(160, 50, 180, 75, 1000)).startswith("M")
    assert path_of([ring], Frame(-180, 50, -160, 75, 1000)).startswith("M")


def test_what_the_first_map_shows_is_a_frame_on_the_second() -> None:
    near, _, far, _ = re.findall(r"<svg class=\"map .*?</svg>", html(), re.DOTALL)
    assert "<title>Goma" in near
    assert "<title>Goma" not in far
    assert 'class="inset"' in far
    assert 'class="inset"' not in near


def test_a_postcard_names_the_countries_around() -> None:
    assert 'class="country"' in str(locator([GOMA], WORDS))


def test_a_postcard_names_its_places_and_escapes_them() -> None:
    card = str(locator([Place("<Goma> & co", "CD", "", -1.67, 29.23), KIVU], WORDS))
    assert 'aria-label="&lt;Goma&gt; &amp; co and North Kivu"' in card
    assert "<Goma>" not in card
    assert card.count("<circle") == 2


@pytest.mark.parametrize("places", [[], [NOWHERE], [Place("DR Congo", "CD", "", -4.0, 21.8, 6, "country")]])
def test_there_is_no_postcard_of_what_has_no_spot(places: list[Place]) -> None:
    assert str(locator(places, WORDS)) == ""


def test_a_postcard_is_small() -> None:
    assert len(str(locator([GOMA, DOHA], WORDS))) < 20_000
