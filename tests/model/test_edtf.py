"""EDTF values: parse, bounds, words, order."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.calendar import Day, add_days, from_ordinal, iso_week, ordinal, week_start, weekday
from generator.model.edtf import compatible, in_words, parse_edtf, refines, sort_key

STRINGS = Path(__file__).parents[2] / "themes" / "base" / "strings" / "date.en.toml"


@pytest.fixture(scope="module")
def words() -> dict[str, Any]:
    return tomllib.loads(STRINGS.read_text(encoding="utf-8"))["date"]


# fmt: off
TABLE = [
    # text, earliest, latest, precision, kind, words
    ("2025-01-27", "2025-01-27", "2025-01-27", "day", "instant", "27 January 2025"),
    ("2025-01", "2025-01-01", "2025-01-31", "month", "instant", "January 2025"),
    ("2024-02", "2024-02-01", "2024-02-29", "month", "instant", "February 2024"),
    ("2025", "2025-01-01", "2025-12-31", "year", "instant", "2025"),
    ("199X", "1990-01-01", "1999-12-31", "decade", "instant", "the 1990s"),
    ("2025-21", "2025-03-01", "2025-05-31", "season", "instant", "spring 2025"),
    ("2023-24", "2023-12-01", "2024-02-29", "season", "instant", "winter 2023"),
    ("2025-35", "2025-07-01", "2025-09-30", "season", "instant", "the third quarter of 2025"),
    ("2025-41", "2025-07-01", "2025-12-31", "season", "instant", "the second half of 2025"),
    ("2025-01-27T05:34", "2025-01-27", "2025-01-27", "minute", "instant", "27 January 2025, 05:34"),
    ("2025-03-09~", "2025-03-09", "2025-03-09", "day", "instant", "around 9 March 2025"),
    ("2025-01-23/2025-01-30", "2025-01-23", "2025-01-30", "days", "extent", "23 to 30 January 2025"),
    ("2025-01-28/2025-02-03", "2025-01-28", "2025-02-03", "days", "extent", "28 January to 3 February 2025"),
    ("2024-12-30/2025-01-02", "2024-12-30", "2025-01-02", "days", "extent", "30 December 2024 to 2 January 2025"),
    ("2025-03/..", "2025-03-01", None, "open", "extent", "since March 2025"),
    ("../2025-03-22", None, "2025-03-22", "open", "extent", "until 22 March 2025"),
    ("[..2025-03-22]", None, "2025-03-22", "open", "instant", "by 22 March 2025"),
    ("[2025-03-22..]", "2025-03-22", None, "open", "instant", "22 March 2025 or later"),
    ("[2025-03-09,2025-03-10]", "2025-03-09", "2025-03-10", "days", "instant", "9 or 10 March 2025"),
    ("[2025-03-09..2025-03-12]", "2025-03-09", "2025-03-12", "days", "instant", "between 9 and 12 March 2025"),
    ("2025-01-21~/2025-01-31~", "2025-01-21", "2025-01-31", "part-month", "instant", "late January 2025"),
    ("[2025-01-20..2025-01-26]", "2025-01-20", "2025-01-26", "week", "instant", "the week of 20 January 2025"),
    ("1945-01~/1945-04~", "1945-01-01", "1945-04-30", "season", "instant", "early 1945"),
    ("1939/1945", "1939-01-01", "1945-12-31", "range", "extent", "1939 to 1945"),
    ("1950-08/1950-09", "1950-08-01", "1950-09-30", "range", "extent", "August to September 1950"),
    ("-0489-09", "-0489-09-01", "-0489-09-30", "month", "instant", "September 490 BC"),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_values(row: tuple[str, str | None, str | None, str, str, str], words: dict[str, Any]) -> None:
    text, earliest, latest, precision, kind, said = row
    value = parse_edtf(text)
    assert (value.earliest and str(value.earliest)) == earliest
    assert (value.latest and str(value.latest)) == latest
    assert (value.precision, value.kind) == (precision, kind)
    assert in_words(value, words) == said


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2025-13", "2025-02-30", "2025-1", "2025-02-01/2025-01-01", "..", "../..", "[..]", "[]", "25",
     "2025-01-27T25:00", "2025-XX-12", "199X-01", "2025-21-03", "[2025-02,2025-01]", "M23", "2025/x"],
)  # fmt: skip
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_edtf(text)


@given(st.text(alphabet="0123456789-X/.[],~?%T:Z", max_size=30))
def test_any_text_parses_or_is_a_value_error(text: str) -> None:
    try:
        value = parse_edtf(text)
    except ValueError:
        return
    assert parse_edtf(value.text) == value
    assert value.earliest or value.latest
    sort_key(value)


@given(st.integers(-800_000, 4_000_000))
def test_day_arithmetic(number: int) -> None:
    day = from_ordinal(number)
    assert ordinal(day) == number
    assert ordinal(add_days(day, 1)) == number + 1
    year, week = iso_week(day)
    assert add_days(week_start(year, week), weekday(day)) == day


@given(st.dates())
def test_days_agree_with_datetime(date: datetime.date) -> None:
    day = Day(date.year, date.month, date.day)
    assert weekday(day) == date.weekday()
    assert iso_week(day) == date.isocalendar()[:2]


def test_order_wide_before_narrow() -> None:
    texts = ["2025-03-01", "2025-03", "2025", "2024-12-31", "[..2025-03-01]", "2025-03-01T05:00"]
    ordered = sorted(texts, key=lambda text: sort_key(parse_edtf(text)))
    assert ordered == ["2024-12-31", "2025", "2025-03", "2025-03-01", "2025-03-01T05:00", "[..2025-03-01]"]


def test_compatible_and_refines() -> None:
    day, month, week = parse_edtf("2025-01-27"), parse_edtf("2025-01"), parse_edtf("[2025-02-03..2025-02-09]")
    assert compatible(day, month)
    assert compatible(day, parse_edtf("2025-01-20/.."))
    assert not compatible(day, week)
    assert refines(day, month)
    assert not refines(month, day)
    assert refines(day, parse_edtf("[..2025-02-01]"))
