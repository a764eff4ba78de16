"""JSON Feed, the data package, schema.org blocks and the share image."""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.stages.website.exports import export_files
from generator.stages.website.exports.common import Material
from generator.stages.website.exports.json_feed import json_feed
from generator.stages.website.exports.jsonld import article_jsonld, data_block, event_jsonld
from generator.stages.website.exports.letters import plain, width_of, wrapped
from generator.stages.website.exports.share_image import HEIGHT, SHADES, WIDTH, share_image
from tests.stages.website.exports.sample import ARTICLES, BASE, CAPTURE, EVENTS, UNDATED, material, site


def feed(base_url: str) -> Any:
    [(path, data)] = json_feed(material(base_url))
    assert path == "feed.json"
    return json.loads(data)


def test_the_json_feed_holds_to_its_specification() -> None:
    made = feed(BASE)
    assert made["version"] == "https://jsonfeed.org/version/1.1"
    assert made["feed_url"] == f"{BASE}feed.json"
    assert all(isinstance(item["id"], str) and item["content_text"] and item["url"] for item in made["items"])
    capture = next(item for item in made["items"] if item["title"] == "M23 captures Goma")
    assert capture["_timeline"] == {"edtf": "2025-01-27", "type": "territory-change"}
    assert capture["date_published"] == "2025-02-02T00:00:00Z"


def test_a_json_feed_without_an_address_gives_none() -> None:
    made = feed("")
    assert "feed_url" not in made
    assert not any("url" in item for item in made["items"])


def test_the_data_package_describes_files_that_load(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    for path, data in export_files(site(), pages=["index.html"]):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    package = frictionless.Package(str(tmp_path / "data" / "datapackage.json"))
    assert {resource.path for resource in package.resources} <= {path.name for path in (tmp_path / "data").iterdir()}
    report = package.get_resource("events").validate()
    assert report.valid, report.to_summary()
    assert report.tasks[0].stats["rows"] == len(EVENTS) + len(UNDATED)


def test_an_event_is_described_in_schema_org_terms() -> None:
    data = json.loads(str(event_jsonld(CAPTURE, site())))
    assert (data["@type"], data["startDate"]) == ("Event", "2025-01-27")
    assert data["location"][0]["geo"] == {"@type": "GeoCoordinates", "latitude": -1.6742, "longitude": 29.2285}
    assert [article["headline"] for article in data["subjectOf"]] == ["Report 2025/goma.md", "Report 2025/army.md"]


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("2025-03-talks-open-in-doha", "startDate", "2025-03"),
        ("2025-02-formula", "temporalCoverage", "2025-02-21/2025-02-28"),
        ("2025-04-ceasefire", "temporalCoverage", "2025-04-01/.."),
        ("2025-01-26-fighting-in-north-kivu", "endDate", "2025-02-01"),
    ],
)
def test_a_date_is_never_made_finer(name: str, field: str, value: str) -> None:
    event = next(one for one in EVENTS if one.id == name)
    assert json.loads(str(event_jsonld(event, site())))[field] == value


def test_an_undated_event_has_no_date_in_schema_org_either() -> None:
    assert not {"startDate", "temporalCoverage"} & json.loads(str(event_jsonld(UNDATED[0], site()))).keys()


def test_an_article_is_about_its_events() -> None:
    data = json.loads(str(article_jsonld(ARTICLES[0], (CAPTURE,), site())))
    assert data["datePublished"] == "2025-01-28"
    assert data["about"][0]["name"] == "M23 captures Goma"


def test_no_text_can_close_the_data_block() -> None:
    hostile = "</script><!-- <script>alert(1)</script> & "
    block = str(data_block({"name": hostile}))
    assert "<" not in block
    assert json.loads(block) == {"name": hostile}


def test_the_share_image_is_a_png_that_shows_bars() -> None:
    pixels = unpacked(material())
    assert len(pixels) == HEIGHT * (WIDTH + 1)
    assert {0, 1, 2, 3} <= set(pixels) <= set(range(4 + SHADES))


def unpacked(given: Material) -> bytes:
    """The rows of the share image, each after its filter byte."""
    [(path, data)] = share_image(given)
    assert path == "share.png"
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", data[16:24]) == (WIDTH, HEIGHT)
    at = data.index(b"IDAT")
    [size] = struct.unpack(">I", data[at - 4 : at])
    return zlib.decompress(data[at + 4 : at + 4 + size])


def heading(title: str) -> int:
    """How many pixels above the bars are inked."""
    given = material()
    given.site.settings = replace(given.site.settings, title=title)
    rows = unpacked(given)[: 300 * (WIDTH + 1)]
    return sum(value == 1 for value in rows)


def test_the_share_image_says_its_title_where_there_are_letters_for_it() -> None:
    short, long = heading("Kivu"), heading("Kivu, Ituri and the roads between them")
    assert short < long
    assert heading("\u0413\u043e\u043c\u0430") < short


def test_letters_lose_their_accents_and_keep_to_their_line() -> None:
    assert plain("Félix’s “coup” – São Tomé") == 'Felix\'s "coup" - Sao Tome'
    assert plain("Гома") == ""
    lines = wrapped("one two three four five six seven", 40, 300)
    assert " ".join(lines) == "one two three four five six seven"
    assert all(width_of(line, 40) <= 300 for line in lines)
