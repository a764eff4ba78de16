"""How the files of a language pack come together."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

from generator.languages.pack import HERE, load_pack, read_toml


def test_files_of_a_theme_extend_each_others_lists(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events.toml").write_text('[nouns]\npeople = ["man"]\n[numbers]\none = 1\n', encoding="utf-8")
    (tmp_path / "events" / "a.toml").write_text('[nouns]\npeople = ["nurse"]\nground = ["hill"]\n', encoding="utf-8")
    more = '[nouns]\nground = ["fort"]\n[[trigger]]\nname = "x"\n'
    (tmp_path / "events" / "b.toml").write_text(more, encoding="utf-8")
    raw = read_toml(tmp_path, "events.toml")
    assert raw["nouns"] == {"people": ["man", "nurse"], "ground": ["hill", "fort"]}
    assert raw["numbers"] == {"one": 1}
    assert raw["trigger"] == [{"name": "x"}]


def test_a_scalar_of_a_later_file_stands(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events.toml").write_text("[numbers]\ndozen = 10\n", encoding="utf-8")
    (tmp_path / "events" / "a.toml").write_text("[numbers]\ndozen = 12\n", encoding="utf-8")
    assert read_toml(tmp_path, "events.toml")["numbers"] == {"dozen": 12}


def test_a_pronoun_in_a_list_of_nouns_has_no_plural() -> None:
    force = load_pack("en").events.nouns["force"]
    assert {"it", "rebel", "rebels"} <= force
    assert "its" not in force


def test_a_reading_that_stands_last_comes_after_one_that_asks_for_less() -> None:
    senses = [one for one in load_pack("en").events.triggers["rally"] if one.verb and not one.rest]
    assert [one.last for one in senses] == sorted(one.last for one in senses)
    assert senses[-1].last


def test_a_list_may_give_an_irregular_plural() -> None:
    force = load_pack("en").events.nouns["force"]
    assert "corps" in force
    assert not {"corpses", "corps/corps"} & force


def test_a_list_of_words_stands_in_one_file() -> None:
    files = [HERE / "en" / "events.toml", *sorted((HERE / "en" / "events").glob("*.toml"))]
    lists = Counter(name for file in files for name in tomllib.loads(file.read_text("utf-8")).get("words", {}))
    assert [name for name, count in lists.items() if count > 1] == []  # two rules would share it unawares
