"""The editor's word always wins, is marked, and is never silently lost."""

from dataclasses import replace

import pytest

from generator.context import Context
from generator.gazetteer.gazetteer import load_gazetteer
from generator.languages.pack import load_pack
from generator.model.editorial import Editorial
from generator.model.edtf import Edtf
from generator.model.event import Disagreement, Event, EventMention, Version
from generator.model.result import ArticleResult
from generator.model.text import Article, Block, Sentence, Span
from generator.stages.overrides import apply_overrides, constrain
from generator.stages.overrides.read import parse_overrides

TEXT = "Rebels captured Goma on Monday and looted its depots. Talks opened in Doha.\n\nA bridge\nfell near Sake."


@pytest.fixture(scope="module")
def context() -> Context:
    return Context(load_pack("en"), load_gazetteer())


def mention(name: str, trigger: str, start: int, end: int) -> EventMention:
    at = TEXT.index(trigger)
    words = TEXT[start:end]
    spans = (Span("a", start, end), Span("a", at, at + len(trigger)))
    return EventMention(name, *spans, "battle", "happened", words, words, lemma=trigger)


CAPTURE, LOOT = mention("m1", "captured", 0, 53), mention("m2", "looted", 0, 53)
TALKS = mention("m3", "Talks", 54, 75)
RESULT = ArticleResult(
    Article(
        "a", "2025/a.md", "A", TEXT, Edtf("2025"), blocks=(Block("paragraph", 0, 75), Block("paragraph", 77, len(TEXT)))
    ),
    tuple(
        Sentence(Span("a", start, end), TEXT[start:end], block, number)
        for number, (start, end, block) in enumerate([(0, 53, 0), (54, 75, 0), (77, len(TEXT), 1)])
    ),
    (),
    (CAPTURE, LOOT, TALKS),
)


def event(name: str, *mentions: EventMention) -> Event:
    return Event(name, name, "text", "battle", "happened", Edtf("2025-01-27"), mentions)


EVENTS = (event("goma", CAPTURE), event("loot", LOOT), event("talks", TALKS))


def applied(text: str, context: Context, events: tuple[Event, ...] = EVENTS) -> tuple[dict[str, Event], list[str]]:
    overrides, faults = parse_overrides(text, "o.toml")
    assert faults == ()
    after, problems = apply_overrides(events, Editorial(overrides), [RESULT], context)
    return {one.id: one for one in after}, [f"{p.line}: {p.message}" for p in problems]


def test_set_by_id(context: Context) -> None:
    disputed = replace(EVENTS[0], disagreements=(Disagreement("date", (Version("x", ("m1",)),)),))
    text = '[[set]]\nevent = "goma"\ntitle = "M23 takes Goma"\ndate = "2025-01-26"\nkilled = 9\nnote = "checked"'
    events, problems = applied(text, context, (disputed, *EVENTS[1:]))
    changed = events["goma"]
    assert problems == []
    assert (changed.title, changed.date, changed.basis) == ("M23 takes Goma", Edtf("2025-01-26"), "override")
    assert (changed.review, changed.note, changed.figures[0].best) == ("edited", "checked", 9)
    assert changed.disagreements == ()
    assert changed.provenance is not None
    assert changed.provenance.note == "o.toml:1 checked"
    assert events["talks"] == EVENTS[2]


def test_a_quote_matches_any_white_space_and_any_case(context: Context) -> None:
    events, problems = applied('[[drop]]\nquote = "talks  OPENED\\nin Doha"', context)
    assert problems == []
    assert set(events) == {"goma", "loot"}


def test_a_quote_of_two_events_needs_the_trigger(context: Context) -> None:
    both = 'quote = "captured Goma on Monday and looted"'
    events, problems = applied(f"[[drop]]\n{both}", context)
    assert set(events) == {"goma", "loot", "talks"}
    assert "2 events" in problems[0]
    events, problems = applied(f'[[drop]]\n{both}\ntrigger = "looted"', context)
    assert set(events) == {"goma", "talks"}
    assert problems == []


def test_fewer_words_name_one_event(context: Context) -> None:
    events, problems = applied('[[confirm]]\nquote = "captured Goma"', context)
    assert problems == []
    assert (events["goma"].review, events["loot"].review) == ("confirmed", "machine")


def test_a_pin_keeps_an_id_and_other_entries_may_use_it(context: Context) -> None:
    text = '[[set]]\nevent = "kept"\ntitle = "T"\n[[pin]]\nevent = "kept"\nquote = "captured Goma"'
    events, problems = applied(text, context)
    assert problems == []
    assert events["kept"].title == "T"
    assert "goma" not in events


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('\n[[drop]]\nevent = "gone"', "2: [[drop]]: no event has the id"),
        ('[[confirm]]\nquote = "never written"', "no article holds"),
        ('[[set]]\ntitle = "T"\nquote = "bridge fell"', "no event is reported"),
        ('[[drop]]\nquote = "captured Goma"\narticle = "2025/b.md"', "no article holds"),
        ('[[pin]]\nevent = "talks"\nquote = "captured Goma"', "belongs to another"),
        ('[[add]]\ntitle = "T"', "needs its source"),
        ('[[add]]\ntitle = "T"\nquote = "never written"', "no article holds"),
    ],
)
def test_what_matches_nothing_is_a_problem_with_its_line(context: Context, text: str, words: str) -> None:
    events, problems = applied(text, context)
    assert set(events) == {"goma", "loot", "talks"}
    assert len(problems) == 1
    assert words in problems[0]


def test_add_from_an_article_s_words(context: Context) -> None:
    text = '[[add]]\ntitle = "Bridge falls near Sake"\nquote = "bridge fell"\ndate = "2025-02"\nplaces = ["Sake"]'
    events, problems = applied(text, context)
    assert problems == []
    added = events["2025-02-bridge-falls-near-sake"]
    assert added.mentions[0].text == "A bridge fell near Sake."
    assert TEXT[added.mentions[0].trigger.start : added.mentions[0].trigger.end] == "bridge\nfell"
    assert (added.review, added.places[0].name) == ("edited", "Sake")


def test_add_from_a_named_source_and_ids_stay_unique(context: Context) -> None:
    entry = '[[add]]\ntitle = "Truce"\nsource = "Radio Okapi"\nurl = "https://example.org/x"\n'
    events, problems = applied(entry + entry, context)
    assert problems == []
    assert events["undated-truce"].references == (("Radio Okapi", "", "https://example.org/x"),)
    assert "undated-truce-2" in events


def test_same_and_different_become_constraints() -> None:
    def constraints(text: str) -> tuple[object, list[str]]:
        overrides, faults = parse_overrides(text, "o.toml")
        assert faults == ()
        found, problems = constrain(Editorial(overrides), [RESULT], EVENTS)
        return found, [p.message for p in problems]

    found, problems = constraints('[[same]]\nevents = ["goma", "loot"]')
    assert problems == []
    assert found.must_link == (("m1", "m2"),)  # type: ignore[attr-defined]
    found, problems = constraints('[[different]]\nmentions = [{ quote = "captured Goma" }, { quote = "Talks opened" }]')
    assert problems == []
    assert found.cannot_link == (("m1", "m3"),)  # type: ignore[attr-defined]
    found, problems = constraints('[[same]]\nevents = ["goma", "gone"]')
    assert len(problems) == 1
    assert found.must_link == ()  # type: ignore[attr-defined]
