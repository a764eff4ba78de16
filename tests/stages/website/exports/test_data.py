"""events.json and its schema, events.csv: read back by libraries that did not write them."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import jsonschema
import pytest

from generator.stages.website.exports import export_files
from generator.stages.website.exports.common import Material
from generator.stages.website.exports.events_csv import COLUMNS, events_csv, safe_cell
from generator.stages.website.exports.events_json import events_json
from generator.stages.website.exports.schema import events_schema
from tests.stages.website.exports.sample import ARTICLES, BASE, HIDDEN, material, site


def read(made: Material) -> Any:
    [(path, data)] = events_json(made)
    assert path == "data/events.json"
    return json.loads(data)


def event(name: str, made: Material | None = None) -> Any:
    return next(one for one in read(made or material())["events"] if one["id"].endswith(name))


def rows() -> list[dict[str, str]]:
    [(path, data)] = events_csv(material())
    assert path == "data/events.csv"
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


@pytest.mark.parametrize("base_url", [BASE, ""])
def test_the_data_hold_to_their_schema(base_url: str) -> None:
    schema = events_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(read(material(base_url)))


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        ("type", "war"),
        ("significance", 2),
        ("earliest", "27 January"),
        ("status", None),
        ("id", "Not a slug"),
        ("extra", 1),
    ],
)
def test_the_schema_refuses_what_is_wrong(field: str, bad: object) -> None:
    data = read(material())
    data["events"][0][field] = bad
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(events_schema()).validate(data)


def test_a_quote_is_the_articles_own_words() -> None:
    for one in read(material())["events"]:
        for mention in one["mentions"]:
            article = next(each for each in ARTICLES if each.path == mention["article"])
            assert article.text[mention["start"] : mention["end"]] == mention["quote"]
            assert article.text[: mention["start"]].endswith(mention["prefix"])
            assert article.text[mention["end"] :].startswith(mention["suffix"])


def test_an_article_kept_back_is_quoted_shortly_and_without_its_surroundings() -> None:
    one = event("abandon-sake")
    quote = one["mentions"][0]
    assert "abandoned" in quote["quote"]
    assert len(quote["quote"].split()) <= 26 < len(HIDDEN.split())
    assert (quote["prefix"], quote["suffix"]) == ("", "")
    assert len(one["text"].split()) <= 26


def test_an_undated_event_has_its_last_day_alone() -> None:
    one = event("abandon-sake")
    assert (one["date"], one["earliest"], one["latest"], one["precision"], one["kind"]) == (
        None,
        None,
        "2025-02-10",
        None,
        None,
    )


def test_disagreements_and_figures_point_at_their_mentions() -> None:
    one = event("m23-captures-goma")
    by_value = {version["value"]: version["mentions"] for version in one["disagreements"][0]["versions"]}
    assert [one["mentions"][index]["date"] for index in by_value["2025-01-26"]] == ["2025-01-26"]
    figure = one["figures"]["killed"]
    assert (figure["best"], figure["low"], figure["high"]) == (None, 12, None)
    assert one["mentions"][figure["mentions"][0]["mention"]]["source"] == "Kivu Courier"


def test_event_types_are_mapped_to_other_codebooks() -> None:
    assert event("ceasefire")["acled_sub_event_type"] == "Agreement"
    assert event("ceasefire")["plover"] == "AGREE"
    assert event("talks-open-in-doha")["acled_event_type"] is None
    without_words = Material(site())
    assert event("ceasefire", without_words)["plover"] is None


def test_addresses_are_whole_where_the_site_has_one_and_relative_otherwise() -> None:
    assert event("ceasefire")["url"] == f"{BASE}events/2025-04-ceasefire.html"
    assert event("ceasefire", material(""))["url"] == "events/2025-04-ceasefire.html"


def test_control_characters_never_reach_a_file() -> None:
    for path, data in export_files(site(), pages=["index.html"]):
        if path.endswith(".png"):
            continue
        assert not {"\x00", "\x07", "\ufffe"} & set(data.decode())
        assert b"\\u0000" not in data
        assert b"\\u0007" not in data


def test_the_same_timeline_gives_the_same_bytes() -> None:
    assert dict(export_files(site(), pages=["index.html"])) == dict(export_files(site(), pages=["index.html"]))


def test_the_table_has_one_line_an_event_and_ends_lines_as_rfc_4180_says() -> None:
    [(_, data)] = events_csv(material())
    assert data.count(b"\r\n") == len(read(material())["events"]) + 1 == data.count(b"\n")
    table = rows()
    assert tuple(table[0]) == COLUMNS
    assert [row["id"] for row in table] == [one["id"] for one in read(material())["events"]]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1"])
def test_a_spreadsheet_runs_no_cell(text: str) -> None:
    assert str(safe_cell(text)).startswith("'")


def test_numbers_stay_numbers() -> None:
    assert safe_cell(-1.6742) == -1.6742
    assert safe_cell(None) == ""
    goma = next(row for row in rows() if row["id"] == "2025-01-27-m23-captures-goma")
    assert float(goma["latitude"]) == -1.6742


def test_acled_names_are_filled_as_far_as_they_are_known() -> None:
    by_id = {row["id"]: row for row in rows()}
    goma = by_id["2025-01-27-m23-captures-goma"]
    assert (goma["event_date"], goma["time_precision"], goma["year"]) == ("2025-01-27", "1", "2025")
    assert (goma["actor1"], goma["actor2"], goma["location"]) == ("M23", "Congolese army", "Goma")
    assert (goma["killed_low"], goma["fatalities"], goma["geo_precision"]) == ("12", "", "1")
    talks = by_id["2025-03-talks-open-in-doha"]
    assert (talks["event_date"], talks["time_precision"]) == ("2025-03-01", "3")
    year = by_id["2012-goma-briefly-taken"]
    assert (year["event_date"], year["time_precision"], year["year"]) == ("", "", "2012")
    undated = by_id["undated-soldiers-abandon-sake"]
    assert (undated["event_date"], undated["year"], undated["latest"]) == ("", "", "2025-02-10")


def test_a_hostile_title_is_text_in_every_cell() -> None:
    row = next(row for row in rows() if row["id"] == "2025-02-formula")
    assert row["title"] == '\'=HYPERLINK("https://evil.example")'
    assert row["text"].startswith("'@SUM")
    assert row["actors"] == "'=M23"
    assert row["sources"] == "'-Desk"
