"""Themes: extending, overriding, and what is wrong with them said as problems."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from generator.stages.website import load_theme, render_site, write_site
from tests.stages.website import sample


def make(root: Path, name: str, files: dict[str, str]) -> None:
    for path, text in files.items():
        target = root / name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def test_base_theme_is_whole() -> None:
    theme, problems = load_theme("base")
    assert problems == ()
    assert theme.stylesheets[0] == "site.css"
    assert theme.words.get("nav.timeline") == "Timeline"
    assert theme.words.strings["date"]["months"][0] == "January"


def test_a_theme_changes_a_little_of_the_base(tmp_path: Path) -> None:
    make(tmp_path, "mine", {
        "theme.toml": 'extends = "base"\nstylesheets = ["mine.css"]',
        "static/mine.css": ":root { --accent: #123456 }",
        "strings/en.toml": '[nav]\ntimeline = "Story"',
        "templates/404.html": '{% extends "base/404.html" %}{% block body_class %}mine{% endblock %}',
    })  # fmt: skip
    theme, problems = load_theme("mine", [tmp_path])
    assert problems == ()
    assert theme.stylesheets == ("site.css", "mine.css")
    assert theme.words.get("nav.timeline") == "Story"
    assert theme.words.get("nav.actors") == "Actors"
    assert dict(theme.static)["mine.css"] and dict(theme.static)["site.css"]
    assert theme.templates.get_template("404.html").blocks.keys() == {"body_class"}


def test_a_missing_theme_is_a_problem_and_the_base_stands_in() -> None:
    theme, problems = load_theme("nosuch")
    assert [problem.code for problem in problems] == ["theme-missing"]
    assert "base" in problems[0].hint
    assert theme.words.get("nav.timeline") == "Timeline"


@pytest.mark.parametrize("name", ["../base", "a/b", ".", "..\\x"])
def test_a_theme_name_is_no_path(name: str) -> None:
    assert [problem.code for problem in load_theme(name)[1]] == ["theme-missing"]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"theme.toml": "extends = "}, "theme-syntax"),
        ({"theme.toml": 'extends = "mine"'}, "theme-missing"),
        ({"theme.toml": 'extends = "nosuch"'}, "theme-missing"),
        ({"theme.toml": 'extends = "base"', "strings/en.toml": "[nav"}, "theme-syntax"),
        ({"theme.toml": 'extends = "base"', "templates/index.html": "{% if %}"}, "theme-template"),
        ({"theme.toml": 'extends = "base"\nstylesheets = ["no.css"]'}, "theme-stylesheet"),
    ],
)
def test_a_broken_theme_is_a_problem(tmp_path: Path, files: dict[str, str], code: str) -> None:
    make(tmp_path, "mine", files)
    theme, problems = load_theme("mine", [tmp_path])
    assert [problem.code for problem in problems] == [code]
    assert theme.words.get("nav.timeline") == "Timeline"
    theme.templates.get_template("index.html")


def test_templates_escape_and_stop_at_what_is_not_defined() -> None:
    theme, _ = load_theme("base")
    assert theme.templates.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"
    with pytest.raises(jinja2.UndefinedError):
        theme.templates.from_string("{{ nosuch }}").render()


def test_every_shipped_theme_loads() -> None:
    root = Path(__file__).parents[3] / "themes"
    names = sorted(path.parent.name for path in root.glob("*/theme.toml"))
    assert "base" in names
    for name in names:
        assert load_theme(name)[1] == (), name


def test_a_template_that_fails_on_a_page_is_a_problem_and_the_old_site_stays(tmp_path: Path) -> None:
    make(tmp_path / "themes", "mine", {
        "theme.toml": 'extends = "base"',
        "templates/method.html": '{% extends "base/method.html" %}\n{% block main %}\n{{ nosuch }}\n{% endblock %}',
    })  # fmt: skip
    output = tmp_path / "output"
    write_site([("index.html", b"old")], output)
    theme, problems = load_theme("mine", [tmp_path / "themes"])
    assert problems == ()
    report = write_site(render_site(sample.timeline(), sample.results(), sample.context(), theme), output)
    (problem,) = report.problems
    assert (problem.code, problem.severity, problem.line) == ("theme-template", "error", 3)
    assert problem.path == "themes/mine/templates/method.html"
    assert "nosuch" in problem.message
    assert (output / "index.html").read_bytes() == b"old"
