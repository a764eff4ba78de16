"""Every trigger rule of a pack shows what it finds and what it leaves alone; both are tried here."""

from __future__ import annotations

from typing import Any

import pytest

from generator.context import Context
from generator.gazetteer.gazetteer import load_gazetteer
from generator.languages.pack import HERE, load_pack, read_toml
from generator.model.edtf import parse_edtf
from generator.model.event import EventMention
from generator.model.text import Article, Block, Sentence, Span
from generator.stages.dates import find_dates
from generator.stages.events import find_events

RAW = read_toml(HERE / "en", "events.toml")
CONTEXT = Context(load_pack("en"), load_gazetteer())


def mentions(text: str) -> tuple[EventMention, ...]:
    """The events of one sentence, as the stage finds them."""
    article = Article("a", "a.md", "T", text, parse_edtf("2025-02-10"), blocks=(Block("paragraph", 0, len(text)),))
    sentences = (Sentence(Span("a", 0, len(text)), text, 0, 0),)
    times, _ = find_dates(article, sentences, CONTEXT)
    found, problems = find_events(article, sentences, times, CONTEXT)
    assert problems == ()
    return found


def rules_of(text: str) -> set[str]:
    """The names of the trigger rules behind the events of a sentence, those joined to them included."""
    names = set()
    for mention in mentions(text):
        assert mention.provenance is not None
        parts = (mention.provenance, *mention.provenance.inputs)
        names |= {part.rule.partition(":")[2] for part in parts if part.rule.startswith(("trigger:", "joined:"))}
    return names


def cases(key: str) -> list[Any]:
    """One parameter for every example or reject of every rule."""
    return [
        pytest.param(rule["name"], text, id=f"{rule['name']}: {text}")
        for rule in RAW["trigger"]
        for text in rule.get(key, ())
    ]


@pytest.mark.parametrize(("name", "text"), cases("examples"))
def test_a_rule_finds_its_examples(name: str, text: str) -> None:
    assert name in rules_of(text)


@pytest.mark.parametrize(("name", "text"), cases("rejects"))
def test_a_rule_leaves_its_rejects_alone(name: str, text: str) -> None:
    assert name not in rules_of(text)
