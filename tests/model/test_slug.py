"""Ids are readable, ASCII, short and unique."""

from __future__ import annotations

import pytest

from generator.model.edtf import parse_edtf
from generator.model.slug import LIMIT, event_slug, slug, unique


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("M23 captures Goma", "m23-captures-goma"),
        ("Félix Tshisekedi’s letter", "felix-tshisekedis-letter"),
        ("Łódź — Ørsted: straße", "lodz-orsted-strasse"),
        ("一二三", ""),
    ],
)
def test_slugs_are_ascii_words(text: str, wanted: str) -> None:
    assert slug(text) == wanted


@pytest.mark.parametrize(
    ("date", "prefix"),
    [("2025-01-27", "2025-01-27"), ("2025-01", "2025-01"), ("2025", "2025"), ("2025-01-21~/2025-01-31~", "2025-01"),
     ("[2025-01-20..2025-01-26]", "2025-01-20"), ("[..2025-01-26]", "by-2025")],
)  # fmt: skip
def test_ids_begin_with_what_is_known_of_the_date(date: str, prefix: str) -> None:
    assert event_slug(parse_edtf(date), "Goma falls", "x") == f"{prefix}-goma-falls"


def test_undated_and_untitled_events_have_ids() -> None:
    assert event_slug(None, "Goma falls", "x") == "undated-goma-falls"
    assert event_slug(None, "一二三", "Ab12") == "undated-ab12"


def test_long_titles_are_cut_at_a_word() -> None:
    name = event_slug(None, "word " * 40, "x")
    assert len(name) <= LIMIT and name.endswith("-word")


def test_repeated_ids_are_numbered_within_the_length() -> None:
    long = "x" * 20 + "-" + "y" * 59
    assert unique(["a", "b", "a", "a"]) == ["a", "b", "a-2", "a-3"]
    assert all(len(name) <= LIMIT for name in unique([long] * 12))
    assert len(set(unique([long] * 12))) == 12
