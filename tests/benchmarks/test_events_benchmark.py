"""The gold events are well formed, and the scorer counts what it says it counts."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from benchmarks import events as bench
from benchmarks.event_cases import (
    Collection,
    GoldArticle,
    GoldEvent,
    GoldMention,
    Name,
    edtf_range,
    find_problems,
    load_collections,
)
from benchmarks.event_match import PredictedMention, Prediction, Predictions, match
from benchmarks.event_scores import field_errors, score
from benchmarks.event_values import compatible_dates, match_names, same_date

COLLECTIONS = load_collections()
TEXT = "Rebels seized Ardan on Monday. Troops left the town. The governor resigned.\n"


@pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda one: one.name)
def test_collection_is_well_formed(collection: Collection) -> None:
    assert list(find_problems(collection)) == []


def test_the_set_is_as_large_and_as_mixed_as_promised() -> None:
    conflicts = {one.conflict for one in COLLECTIONS}
    articles = [article for one in COLLECTIONS for article in one.articles]
    congo = [article for one in COLLECTIONS if one.conflict == "eastern Congo" for article in one.articles]
    heldout = [article for one in COLLECTIONS if one.split == "heldout" for article in one.articles]
    assert len(articles) >= 60
    assert len(conflicts) >= 5
    assert len(congo) >= 30
    assert 0.15 <= len(heldout) / len(articles) <= 0.6


def gold_event(name: str, quote: str, trigger: str, **changes: object) -> GoldEvent:
    event = GoldEvent(
        id=name,
        dates=("2024-05-06",),
        types=("territory-change",),
        statuses=("happened",),
        important=True,
        places=(Name(("Ardan",)),),
        actors=(Name(("rebels",)),),
        figures={},
        mentions=(GoldMention("a.md", quote, trigger),),
    )
    return replace(event, **changes)  # type: ignore[arg-type]


def collection(*events: GoldEvent, ignores: tuple[GoldMention, ...] = ()) -> Collection:
    article = GoldArticle("a.md", "2024-05-07", "Headline", TEXT)
    return Collection("sample", "none", "dev", (article,), events, ignores)


def guess(trigger: str, **changes: object) -> Prediction:
    start = TEXT.index(trigger)
    sentence = TEXT.rfind(".", 0, start) + 1, TEXT.index(".", start)
    span = (start, start + len(trigger))
    mention = PredictedMention("a.md", TEXT[slice(*sentence)], sentence, span, trigger)
    words = ("t", "2024-05-06", "territory-change", "happened")
    event = Prediction(*words, (("Ardan",),), (("Rebels",),), {}, (mention,))
    return replace(event, **changes)  # type: ignore[arg-type]


SEIZED = gold_event("seized", "Rebels seized Ardan", "seized")
LEFT = gold_event("left", "Troops left the town", "left", types=("deployment",), important=False)


def figures(gold: Collection, *guesses: Prediction) -> dict[str, dict[str, float | int | None]]:
    predictions = Predictions(guesses, {"a.md": TEXT})
    return score([(gold, predictions, match(gold, predictions))])


def test_perfect_prediction_scores_one_everywhere() -> None:
    rows = figures(collection(SEIZED), guess("seized"))
    values = [row["value"] for name, row in rows.items() if name not in ("counts", "figure F1")]
    assert values == [1.0] * len(values)


def test_missed_and_spurious_events_lower_recall_and_precision() -> None:
    rows = figures(collection(SEIZED, LEFT), guess("seized"), guess("resigned"))
    assert rows["event recall"]["value"] == 0.5
    assert rows["important recall"]["value"] == 1.0
    assert rows["event precision"]["value"] == 0.5


def test_ignored_passages_are_not_charged() -> None:
    gold = collection(SEIZED, ignores=(GoldMention("a.md", "The governor resigned", ""),))
    rows = figures(gold, guess("seized"), guess("resigned"))
    assert rows["event precision"]["value"] == 1.0
    assert rows["counts"]["ignored"] == 1


def test_a_second_event_from_the_same_words_is_a_repeat() -> None:
    rows = figures(collection(SEIZED), guess("seized"), guess("Ardan"))
    assert rows["counts"]["repeats"] == 1
    assert rows["event precision"]["value"] == 1.0
    assert rows["one-to-one precision"]["value"] == 0.5


def test_wrong_values_are_counted_and_listed() -> None:
    wrong = guess("seized", date="2024-05-07", type="battle", status="claimed", places=(("Bor",),), actors=(("Mr X",),))
    gold = collection(SEIZED)
    predictions = Predictions((wrong,), {"a.md": TEXT})
    results = [(gold, predictions, match(gold, predictions))]
    rows = score(results)
    names = ("date exact", "date compatible", "type", "status", "place F1", "actor F1")
    assert [rows[name]["value"] for name in names] == [0.0] * 6
    assert {kind for kind, _, _ in field_errors(results)} == {"date", "type", "status", "place", "actor"}


def test_b_cubed_falls_when_two_events_are_merged() -> None:
    both = replace(guess("seized"), mentions=guess("seized").mentions + guess("left").mentions)
    rows = figures(collection(SEIZED, LEFT), both)
    assert rows["B-cubed F1"] == {"value": 0.6667, "precision": 0.5, "recall": 1.0}
    assert rows["one-to-one recall"]["value"] == 0.5


@pytest.mark.parametrize(
    ("want", "got", "same", "compatible"),
    [
        ("2024-05-06", "2024-05-06~", True, True),
        ("2024-05", "2024-05-06", False, True),
        ("2024-05-06", "", False, False),
        ("", "", True, True),
        ("2024-05-01/2024-05-03", "2024-05-04", False, False),
    ],
)
def test_dates(want: str, got: str, same: bool, compatible: bool) -> None:
    assert (same_date(want, got), compatible_dates(want, got)) == (same, compatible)


def test_figures_count_kinds_and_values() -> None:
    gold = collection(replace(SEIZED, figures={"killed": {"best": [3, 4]}, "injured": {}}))
    right = {"killed": {"best": 4, "low": 4, "high": None}, "injured": {"best": 9, "low": None, "high": None}}
    assert figures(gold, guess("seized", figures=right))["figure F1"]["value"] == 1.0
    assert figures(gold, guess("seized", figures={"killed": {"best": 7}}))["figure F1"]["value"] == 0.0


def test_optional_names_cost_nothing_and_parts_of_a_name_will_do() -> None:
    names = (Name(("Paul Kagame",)), Name(("Qatar",), optional=True))
    hit, extra = match_names(names, [("Kagame",), ("Doha",)])
    assert {name.spellings[0] for name in hit} == {"Paul Kagame"}
    assert extra == ["Doha"]


def test_a_name_is_right_in_any_spelling_that_is_known_of_what_it_names() -> None:
    hit, extra = match_names((Name(("UK",)), Name(("Poonch",))), [("United Kingdom", "UK", "Britain"), ("Punjab",)])
    assert ({name.spellings[0] for name in hit}, extra) == ({"UK"}, ["Punjab"])


def test_of_two_events_from_one_trigger_the_one_that_agrees_is_paired() -> None:
    twins = gold_event("other", "on Monday", "Monday", dates=("2024-05-01",), places=(Name(("Bor",)),))
    rows = figures(collection(SEIZED, twins), guess("seized", date="2024-05-01", places=(("Bor",),)), guess("seized"))
    assert rows["date exact"]["value"] == 1.0
    assert rows["place F1"]["value"] == 1.0


def test_optional_mentions_and_figures_cost_nothing_when_missing() -> None:
    again = GoldMention("a.md", "The governor resigned", "resigned", optional=True)
    event = replace(SEIZED, mentions=(*SEIZED.mentions, again), figures={"?killed": {"best": 2}})
    rows = figures(collection(event), guess("seized"))
    assert rows["mention recall"]["value"] == 1.0
    assert rows["figure F1"]["value"] is None
    rows = figures(collection(event), guess("seized", figures={"killed": {"best": 2}}))
    assert rows["figure F1"]["value"] == 1.0


def test_not_edtf_is_refused() -> None:
    with pytest.raises(ValueError, match="not an EDTF date"):
        edtf_range("last week")


def test_problems_name_the_quote_that_is_missing() -> None:
    broken = gold_event("x", "words that are not there", "there", types=("coup",), dates=("soon",))
    assert len(list(find_problems(collection(broken)))) == 3


def test_a_table_and_the_errors_are_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = collection(SEIZED, LEFT)
    wrong = Predictions((guess("resigned"),), {"a.md": TEXT})
    monkeypatch.setattr(bench, "load_collections", lambda split: [gold])
    monkeypatch.setattr(bench, "load_predictions", lambda folder: wrong)
    assert bench.main(["--errors", "5"]) == 0
    shown = capsys.readouterr().out
    assert 'sample/a.md seized [seized]: "Rebels seized Ardan"' in shown
    assert "[resigned] territory-change happened 2024-05-06" in shown
    assert bench.main(["--json"]) == 0
    assert json.loads(capsys.readouterr().out)["dev"]["event recall"]["value"] == 0.0
