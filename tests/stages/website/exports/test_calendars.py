"""GeoJSON, iCalendar and TimelineJS: read back by libraries that did not write them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.stages.website.exports.geojson import geojson
from generator.stages.website.exports.ics import escape, fold, ics
from generator.stages.website.exports.timelinejs import timelinejs
from tests.stages.website.exports.sample import BASE, EVENTS, TIMELINE, material


def features(base_url: str = BASE) -> dict[str, Any]:
    [(path, data)] = geojson(material(base_url))
    assert path == "data/events.geojson"
    collection = json.loads(data)
    assert collection["type"] == "FeatureCollection"
    return {feature["id"]: feature for feature in collection["features"]}


def test_a_map_reader_accepts_every_feature() -> None:
    library = pytest.importorskip("geojson")
    [(_, data)] = geojson(material())
    read = library.loads(data)
    assert read.is_valid
    assert len(read["features"]) == sum(any(place.lat is not None for place in event.places) for event in TIMELINE)


def test_longitude_stands_before_latitude() -> None:
    assert features()["2025-01-27-m23-captures-goma"]["geometry"] == {
        "type": "Point",
        "coordinates": [29.2285, -1.6742],
    }
    assert features()["2025-01-26-fighting-in-north-kivu"]["geometry"]["type"] == "MultiPoint"


def test_an_event_without_coordinates_is_not_put_anywhere() -> None:
    assert "2025-02-formula" not in features()


def test_time_is_a_day_or_an_interval_open_where_the_date_is() -> None:
    times = {name: feature["time"] for name, feature in features().items()}
    assert times["2025-01-27-m23-captures-goma"] == {"date": "2025-01-27"}
    assert times["2025-03-talks-open-in-doha"] == {"interval": ["2025-03-01", "2025-03-31"]}
    assert times["2025-04-ceasefire"] == {"interval": ["2025-04-01", ".."]}
    assert times["undated-soldiers-abandon-sake"] == {"interval": ["..", "2025-02-10"]}


def calendar(base_url: str = BASE) -> dict[str, Any]:
    [(path, data)] = ics(material(base_url))
    assert path == "data/events.ics"
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return {str(entry["UID"]).split("@")[0]: entry for entry in icalendar.Calendar.from_ical(data).walk("VEVENT")}


@pytest.mark.parametrize("base_url", [BASE, ""])
def test_a_calendar_reads_every_entry_whole(base_url: str) -> None:
    for name, entry in calendar(base_url).items():
        event = next(one for one in EVENTS if one.id == name)
        assert event.date and event.date.earliest
        assert entry.decoded("DTSTART") == date(*event.date.earliest)
        last = event.date.latest or event.date.earliest
        assert entry.decoded("DTEND") == date(*last) + timedelta(days=1)
        assert not entry.errors


def test_a_year_and_an_undated_event_have_no_day_in_a_calendar() -> None:
    assert not {"2012-goma-briefly-taken", "undated-soldiers-abandon-sake"} & calendar().keys()


def test_a_coarse_date_is_said_in_the_title() -> None:
    assert str(calendar()["2025-03-talks-open-in-doha"]["SUMMARY"]) == "March 2025: Talks open in Doha"
    assert str(calendar()["2025-01-27-m23-captures-goma"]["SUMMARY"]) == "M23 captures Goma"


def test_entries_are_stamped_with_the_day_of_their_newest_report() -> None:
    assert str(calendar()["2025-01-27-m23-captures-goma"].decoded("DTSTAMP"))[:10] == "2025-02-02"


@given(st.text(max_size=300))
def test_any_text_comes_back_from_a_folded_line(text: str) -> None:
    content = "".join(["BEGIN:VEVENT\r\n", fold(f"SUMMARY:{escape(text)}"), "END:VEVENT\r\n"])
    assert all(len(line.encode("utf-8")) <= 75 for line in content.split("\r\n"))
    unfolded = content.replace("\r\n ", "")
    assert f"SUMMARY:{escape(text)}\r\n" in unfolded


def slides(path: str) -> list[dict[str, Any]]:
    files = dict(timelinejs(material()))
    return list(json.loads(files[path])["events"])


def test_timelinejs_gets_the_key_events_and_all() -> None:
    assert [slide["unique_id"] for slide in slides("data/timelinejs.json")] == [
        "2025-01-27-m23-captures-goma",
        "2025-03-talks-open-in-doha",
    ]
    assert len(slides("data/timelinejs-all.json")) == len(EVENTS)


def test_no_date_is_one_timelinejs_dies_of() -> None:
    for slide in slides("data/timelinejs-all.json"):
        assert isinstance(slide["unique_id"], str)
        for name in {"start_date", "end_date"} & slide.keys():
            parts = slide[name]
            assert all(isinstance(parts[part], int) for part in {"year", "month", "day"} & parts.keys())
            assert 1 <= parts.get("month", 1) <= 12
            assert 1 <= parts.get("day", 1) <= 31


def test_our_precision_survives_in_timelinejs() -> None:
    by_id = {slide["unique_id"]: slide for slide in slides("data/timelinejs-all.json")}
    assert by_id["2025-03-talks-open-in-doha"]["start_date"] == {"year": 2025, "month": 3, "display_date": "March 2025"}
    assert by_id["2012-goma-briefly-taken"]["start_date"] == {"year": 2012, "display_date": "2012"}
    assert by_id["2025-01-26-fighting-in-north-kivu"]["end_date"] == {"year": 2025, "month": 2, "day": 1}


def test_markup_in_a_title_reaches_timelinejs_as_text() -> None:
    slide = next(one for one in slides("data/timelinejs-all.json") if one["unique_id"] == "2025-02-formula")
    assert "<b>" not in slide["text"]["text"]
    assert "&lt;b&gt;" in slide["text"]["text"]
