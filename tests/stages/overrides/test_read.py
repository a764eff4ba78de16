"""Reading `_editorial/`: every entry checked, every fault with its line, nothing silent."""

from pathlib import Path

import pytest

from generator.stages.overrides.names import parse_actors, parse_places
from generator.stages.overrides.read import parse_overrides, read_editorial

GOOD = """
# an editor's word
[[set]]
event = "2025-01-27-m23-captures-goma"
title = "M23 takes Goma"
killed = { low = 900, high = 2000 }
note = "as two reports agree"

[[drop]]
quote = "a storm hit the lake"

[[same]]
events = ["a", "b"]

[[add]]
title = "Ceasefire announced"
date = "2025-02-04"
source = "Radio Okapi"
"""


def test_reads_entries_in_the_order_of_the_file_with_their_lines() -> None:
    overrides, problems = parse_overrides(GOOD, "o.toml")
    assert problems == ()
    assert [(entry.kind, entry.line) for entry in overrides] == [("set", 3), ("drop", 9), ("same", 12), ("add", 15)]
    assert overrides[0].fields["killed"] == {"low": 900, "high": 2000}
    assert overrides[0].note == "as two reports agree"
    assert [target.event for target in overrides[2].targets] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("\n[[set]]\nevent = a", "override-syntax", 3, ""),
        ('\n\n[[rename]]\nevent = "a"', "override-kind", 3, "rename"),
        ('[[drop]]\nnote = "why"', "override-entry", 1, "which event"),
        ('[[set]]\nevent = "a"', "override-entry", 1, "sets nothing"),
        ('[[set]]\nevent = "a"\ncolour = "red"', "override-entry", 1, "colour"),
        ('[[set]]\nevent = "a"\ndate = "yesterday"', "override-entry", 1, "not an EDTF date"),
        ('[[set]]\nevent = "a"\ntype = "party"', "override-entry", 1, "type cannot be"),
        ('[[set]]\nevent = "a"\nkilled = -3', "override-entry", 1, "whole numbers"),
        ('[[set]]\nevent = "a"\nkilled = { low = 9, high = 3 }', "override-entry", 1, "low is greater"),
        ('[[pin]]\nevent = "a"', "override-entry", 1, "both the id and a quote"),
        ('[[same]]\nevents = ["a"]', "override-entry", 1, "two or more"),
        ('[[add]]\ndate = "2025"', "override-entry", 1, "needs a title"),
        ('[[add]]\ntitle = "x"\nurl = "javascript:alert(1)"', "override-entry", 1, "https"),
    ],
)
def test_a_fault_names_its_line_and_says_what_is_wrong(text: str, code: str, line: int, words: str) -> None:
    overrides, problems = parse_overrides(text, "o.toml")
    assert overrides == ()
    assert [(p.code, p.line) for p in problems] == [(code, line)]
    assert words in problems[0].message
    assert problems[0].hint


def test_a_broken_entry_never_costs_the_others() -> None:
    overrides, problems = parse_overrides('[[drop]]\n[[confirm]]\nevent = "a"', "o.toml")
    assert [entry.kind for entry in overrides] == ["confirm"]
    assert len(problems) == 1


def test_a_missing_folder_is_no_problem(tmp_path: Path) -> None:
    editorial, problems = read_editorial(tmp_path / "_editorial")
    assert problems == ()
    assert editorial.overrides == ()


def test_unreadable_bytes_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "actors.csv").write_bytes(b"name\n\xff\xfe\n")
    _, problems = read_editorial(tmp_path)
    assert [p.code for p in problems] == ["editorial-unreadable"]


def test_reads_names() -> None:
    actors, problems = parse_actors("name,aliases,kind,country\nM23,March 23 Movement|M23 rebels,armed-group,CD\n", "a")
    assert problems == ()
    assert actors[0].aliases == ("March 23 Movement", "M23 rebels")
    places, problems = parse_places("name,lat,lon,precision\nGoma,-1.67,29.23,1\nIdjwi,,,3\n", "p")
    assert problems == ()
    assert (places[0].lat, places[1].lat, places[1].precision) == (-1.67, None, 3)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("name,lat,lon\nGoma,91,29\n", 2, "between"),
        ("name,lat,lon\nGoma,1,\n", 2, "together"),
        ("name,lat,lon\nGoma,north,29\n", 2, "north"),
        ("name,precision\nGoma,9\n", 2, "precision"),
        ("name,kind\n,city\n", 2, "no name"),
        ("name\nGoma\nGoma\n", 3, "already"),
        ("town\nGoma\n", 1, "town"),
        ('name\n"Goma"x\n', 2, ""),
    ],
)
def test_a_bad_row_names_its_line(text: str, line: int, words: str) -> None:
    _, problems = parse_places(text, "p")
    assert problems
    assert problems[0].line == line
    assert words in problems[0].message
