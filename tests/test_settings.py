"""site.toml: every setting has a default, and a wrong one costs only itself."""

import pytest

from generator.settings import Settings, parse_settings


def test_an_empty_file_gives_the_defaults() -> None:
    assert parse_settings("", "site.toml") == (Settings(), ())


def test_reads_values() -> None:
    settings, problems = parse_settings('title = " War "\nbase_url = "https://example.org/x"\nday_first = true', "s")
    assert problems == ()
    assert (settings.title, settings.base_url, settings.day_first) == ("War", "https://example.org/x/", True)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title = War", 1, ""),
        ('\ncolour = "red"', 2, "no setting called"),
        ("title = 3", 1, "text in quotes"),
        ("key_events = true", 1, "whole number"),
        ("key_events = -1", 1, "negative"),
        ('publish = "some"', 1, "publish cannot be"),
        ('base_url = "javascript:x"', 1, "https://"),
    ],
)
def test_a_fault_names_its_line(text: str, line: int, words: str) -> None:
    settings, problems = parse_settings(text, "site.toml")
    assert settings == Settings()
    assert [problem.line for problem in problems] == [line]
    assert words in problems[0].message


def test_one_fault_leaves_the_others_standing() -> None:
    settings, problems = parse_settings('title = "War"\npublish = 7', "s")
    assert settings.title == "War"
    assert len(problems) == 1
