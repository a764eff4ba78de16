"""Every rule of dates.toml shows by examples what it reads, and by rejects what it leaves alone."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.languages.dates import DateWords, compile_dates
from generator.languages.patterns import PatternError
from generator.model.edtf import parse_edtf
from generator.model.temporal import TimeExpression
from generator.model.text import Article
from generator.stages.dates.find import read_dates

PACK = Path(__file__).parents[2] / "generator" / "languages" / "en" / "dates.toml"
WEDNESDAY = "2025-02-12"
"""The day of writing where an example does not say another."""


@cache
def raw() -> dict[str, Any]:
    return tomllib.loads(PACK.read_text(encoding="utf-8"))


@cache
def words() -> DateWords:
    return compile_dates(raw())


def read(text: str, dct: str = WEDNESDAY, kind: str = "") -> tuple[TimeExpression, ...]:
    article = Article("a", "a.txt", "", text, parse_edtf(dct), kind=kind)  # type: ignore[arg-type]
    return read_dates(article, words())


EXAMPLES = [(rule["name"], example) for rule in raw()["rule"] for example in rule.get("examples", ())]
REJECTS = [(rule["name"], text) for rule in raw()["rule"] for text in rule.get("rejects", ())]


def name_of(value: Any) -> str:
    return str(value["text"] if isinstance(value, dict) else value)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=name_of)
def test_example(rule: str, example: dict[str, str]) -> None:
    found = read(example["text"], example.get("dct", WEDNESDAY), example.get("kind", ""))
    wanted = example.get("words", example["text"])
    readings = {item.text: item for item in found}
    assert wanted in readings, f"read only {[(item.text, item.value) for item in found]}"
    item = readings[wanted]
    assert item.value == example["value"]
    assert item.provenance is not None
    assert item.provenance.rule == rule
    if "mod" in example:
        assert item.mod == example["mod"]
    if "edtf" in example:
        assert item.edtf == parse_edtf(example["edtf"])


@pytest.mark.parametrize(("rule", "text"), REJECTS)
def test_reject(rule: str, text: str) -> None:
    assert [(item.text, item.value) for item in read(text)] == []


def test_there_are_enough_of_them() -> None:
    assert len(EXAMPLES) + len(REJECTS) >= 400


def test_every_rule_is_shown() -> None:
    silent = [rule["name"] for rule in raw()["rule"] if not rule.get("examples") and not rule.get("rejects")]
    assert silent == []


def test_names_are_unique() -> None:
    names = [rule["name"] for rule in raw()["rule"]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("pattern", ["{no_such_class}", "{month_name", "<{month_name}", "a )"])
def test_a_broken_pattern_is_named(pattern: str) -> None:
    broken = {**raw(), "rule": [{"name": "broken", "pattern": pattern, "operator": "Calendar"}]}
    with pytest.raises(PatternError):
        compile_dates(broken)


def test_an_unknown_operator_is_named() -> None:
    broken = {**raw(), "rule": [{"name": "broken", "pattern": "{month_name}", "operator": "Sometimes"}]}
    with pytest.raises(PatternError, match="Sometimes"):
        compile_dates(broken)
