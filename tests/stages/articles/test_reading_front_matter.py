"""Front matter: every field by its own reader, every fault a message with its line, the body always kept."""

import pytest

from generator.stages.articles import read_article
from tests.stages.articles.reading import codes, context, read

YAML = """---
title: "Goma: the fall"
date: 2025-01-28
source: Lakeside Wire
url: https://example.org/a
archived_url: https://archive.example.org/a
author: [A. Writer, B. Writer]
language: fr
kind: history
tags: [Goma, ceasefire]
draft: yes
publish: excerpt
sample: true
license: CC0-1.0
references:
  - {publisher: Agency, title: A report, url: "https://example.org/r"}
---
The city fell.
"""

TOML = """+++
title = "Goma falls"
date = 2025-01-28
tags = ["Goma"]
draft = false
[[references]]
publisher = "Agency"
url = "https://example.org/r"
+++
The city fell.
"""


def test_every_field_of_yaml_front_matter_is_read():
    article, problems = read("a.md", YAML)
    assert problems == ()
    assert (article.title, article.dct.text, article.dct_rung) == ("Goma: the fall", "2025-01-28", "front-matter")
    assert (article.source, article.url) == ("Lakeside Wire", "https://example.org/a")
    assert (article.archived_url, article.author) == ("https://archive.example.org/a", "A. Writer, B. Writer")
    assert (article.language, article.kind, article.tags) == ("fr", "history", ("Goma", "ceasefire"))
    assert (article.draft, article.publish, article.sample, article.license) == (True, "excerpt", True, "CC0-1.0")
    assert article.references == (("Agency", "A report", "https://example.org/r"),)
    assert article.text == "The city fell." and article.body_line == 18


def test_toml_front_matter_is_read():
    article, problems = read("a.md", TOML)
    assert problems == ()
    assert (article.title, article.dct.text, article.tags) == ("Goma falls", "2025-01-28", ("Goma",))
    assert article.references == (("Agency", "", "https://example.org/r"),)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("close", ["---", "..."])
def test_line_endings_byte_order_mark_and_both_end_markers(ending, close):
    source = f"\ufeff---\ntitle: Goma\ndate: 2025-01-28\n{close}\nThe city fell.\n".replace("\n", ending)
    article, problems = read("a.md", source)
    assert (article.title, article.text, problems) == ("Goma", "The city fell.", ())


def test_scalars_stay_text_until_their_field_reads_them():
    article, _ = read("a.md", "---\ntitle: NO\nsource: 12:30\nauthor: 0123\ndate: 2025\nlicense: 1.10\n---\nText.")
    assert (article.title, article.source, article.author, article.license) == ("NO", "12:30", "0123", "1.10")
    assert article.dct.text == "2025"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2025-02-08", "2025-02-08"),
        ("2025-2-8", "2025-02-08"),
        ("2025/02/08", "2025-02-08"),
        ("2025-02", "2025-02"),
        ("2025", "2025"),
        ("2025-02-08T23:30:00+02:00", "2025-02-08"),
        ("2025-02-08 06:00 UTC", "2025-02-08"),
        ("8 February 2025", "2025-02-08"),
        ("Saturday, 8 February 2025", "2025-02-08"),
        ("February 8, 2025", "2025-02-08"),
        ("Feb. 8, 2025, 10:15 a.m.", "2025-02-08"),
        ("8th of February 2025", "2025-02-08"),
        ("Sat, 08 Feb 2025 10:00:00 GMT", "2025-02-08"),
        ("February 2025", "2025-02"),
        ("25/12/2024", "2024-12-25"),
        ("2025-02-XX", "2025-02-XX"),
    ],
)
def test_dates_as_people_write_them(written, value):
    article, problems = read("a.md", f'---\ntitle: T\ndate: "{written}"\n---\nText.')
    assert article.dct.text == value and problems == ()


@pytest.mark.parametrize("written", ["2025-02-30", "M23", "10", "Tuesday", "yesterday", "January", "2025-13-01", "[]"])
def test_what_is_no_date_is_never_filled_in_from_today(written):
    article, problems = read("a.md", f"---\ntitle: T\ndate: {written}\n---\nText.")
    assert article.dct is None
    assert codes(problems) & {"bad-date"} and "no-date" in codes(problems)
    assert next(problem.line for problem in problems if problem.code == "bad-date") == 3


def test_an_ambiguous_date_is_asked_about_unless_the_settings_decide():
    source = b"---\ntitle: T\ndate: 03/04/2025\n---\nText."
    assert "ambiguous-date" in codes(read("a.md", source)[1])
    article, _ = read_article("a.md", source, context(day_first=True))
    assert article.dct.text == "2025-04-03"
    article, _ = read_article("a.md", source, context(day_first=False))
    assert article.dct.text == "2025-03-04"


@pytest.mark.parametrize(
    ("block", "code", "line"),
    [
        ("title: T\ndate: 2025-01-28\ntitel: x", "unknown-key", 4),
        ("title: T\ntitle: U\ndate: 2025-01-28", "front-matter-duplicate", 3),
        ("title: T\ndate: 2025-01-28\nurl: javascript:alert(1)", "bad-url", 4),
        ("title: T\ndate: 2025-01-28\npublish: perhaps", "bad-value", 4),
        ("title: T\ndate: 2025-01-28\ndraft: perhaps", "bad-value", 4),
        ("title: T\ndate: 2025-01-28\nsource: {a: b}", "field-type", 4),
        ("title: Goma: the fall\ndate: 2025-01-28", "front-matter-syntax", 2),
        ("title: T\ndate: 2025-01-28\ntags: [a, b", "front-matter-syntax", 5),
        ("title: &a T\nsource: *a\ndate: 2025-01-28", "front-matter-alias", 3),
    ],
)
def test_each_fault_has_its_code_and_line_and_the_article_is_still_read(block, code, line):
    article, problems = read("a.md", f"---\n{block}\n---\n\nThe city fell.\n")
    assert (code, line) in {(problem.code, problem.line) for problem in problems}
    assert article.text == "The city fell."
    assert article.dct.text == "2025-01-28"
    assert all(problem.hint for problem in problems)


def test_a_misspelt_key_is_met_with_the_right_one():
    _, problems = read("a.md", "---\ntitle: T\ndate: 2025-01-28\nsorce: x\n---\nText.")
    assert [problem.hint for problem in problems] == ["Did you mean 'source'?"]


def test_keys_of_other_tools_and_their_synonyms_pass_quietly():
    article, problems = read(
        "a.md", "---\ntitle: T\npublished: 2025-01-28\nlayout: post\nslug: x\nlang: en\n---\nText."
    )
    assert problems == () and article.dct.text == "2025-01-28"


def test_a_missing_end_marker_is_an_error_and_loses_nothing():
    article, problems = read("a.md", "---\ntitle: T\ndate: 2025-01-28\n\nThe city fell.\n")
    assert ("front-matter-end", 1, "error") in {(problem.code, problem.line, problem.severity) for problem in problems}
    assert (article.title, article.dct.text, article.text) == ("T", "2025-01-28", "The city fell.")


def test_a_body_that_opens_with_a_ruler_keeps_its_first_section():
    article, problems = read("2025-01-28.md", "---\n\nThe city fell.\n\n---\n\nThe army left.\n")
    assert article.text == "The city fell.\n\nThe army left." and problems == ()


@pytest.mark.parametrize(
    ("block", "code"),
    [
        ("title: " + "[" * 30_000, "front-matter-size"),
        ("title: " + "[" * 15_000, "front-matter-depth"),
        ("title: T\nb:\n  " + "- " * 7_000, "front-matter-depth"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]", "front-matter-alias"),
    ],
)
def test_hostile_yaml_gets_no_further_than_a_message(block, code):
    article, problems = read("a.md", f"---\n{block}\n---\nThe city fell.\n")
    assert code in codes(problems) and article.text == "The city fell."


@pytest.mark.parametrize("value", ["[" * 15_000, "9" * 9_000, '"' + "\\" * 99])
def test_hostile_toml_gets_no_further_than_a_message(value):
    article, problems = read("a.md", f"+++\ntitle = {value}\n+++\nThe city fell.\n")
    assert codes(problems) & {"front-matter-depth", "front-matter-syntax"} and article.text == "The city fell."
