"""Saved web pages: hand-written pages with what must and must not come out of them, and the broken ones."""

import time
import tomllib
from pathlib import Path

import pytest

from generator.stages.articles import read_article, split_sentences
from tests.stages.articles.reading import blocks, codes, context, read

CASES = Path(__file__).parents[2] / "cases" / "articles"
NAMES = sorted(path.stem for path in CASES.glob("*.html"))


def test_there_are_cases():
    assert len(NAMES) >= 5


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_page_gives_its_story_and_nothing_else(name):
    expected = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    source = (CASES / f"{name}.html").read_text(encoding="utf-8")
    article, _ = read(f"{name}.html", source)
    for field in ("title", "source", "author", "url", "language"):
        if field in expected:
            assert getattr(article, field) == expected[field], field
    assert article.dct_rung == expected["rung"]
    assert (article.dct.text if article.dct else None) == expected.get("date")
    story = [text for kind, text in blocks(article) if kind != "furniture"]
    for words in expected["has"]:
        assert words in story
    for words in expected["lacks"]:
        assert not any(words in text for text in story), words
    if "kinds" in expected:
        assert [kind for kind, _ in blocks(article)] == expected["kinds"]
    assert [url for _, _, url in article.references] == expected.get("references", [])
    assert not any(expected["title"] == text for text in story), "the title is told once"
    lines = source.splitlines()
    for block in article.blocks:
        assert 1 <= block.line <= len(lines)


def test_blocks_of_a_page_know_their_lines():
    source = (
        "<html>\n<body>\n<article>\n<p>One town fell on Monday.</p>\n\n<h2>More</h2>\n<p>Another fell.</p></article>"
    )
    assert [block.line for block in read("a.html", source)[0].blocks] == [4, 6, 7]


def test_marks_have_exact_offsets_and_only_web_addresses_survive():
    source = (
        '<article><p>Rebels <b>took the <a href="https://example.org/t">town</a></b> on '
        '<time datetime="2025-01-27">Monday</time>, '
        '<a href="javascript:alert(1)">he</a> <a href="/local">said</a> <em> twice </em>.</p></article>'
    )
    article, _ = read("2025-01-28.html", source)
    found = {(mark.kind, article.text[mark.start : mark.end], mark.target) for mark in article.markup}
    assert found == {
        ("strong", "took the town", ""),
        ("link", "town", "https://example.org/t"),
        ("time", "Monday", "2025-01-27"),
        ("emphasis", "twice", ""),
    }


def test_rows_of_a_table_read_as_lines_with_their_cells_marked():
    source = (
        "<article><p>The towns that fell are listed below in the order of their fall.</p><table><thead><tr><th>Day</th>"
        "<th>Town</th></tr></thead><tr><td>27 January</td><td><p>Goma</p></td></tr>"
        "<tr><td></td><td>Sake</td></tr></table></article>"
    )
    article, _ = read("2025-01-28.html", source)
    rows = [block for block in article.blocks if block.kind == "table-row"]
    assert [(article.text[row.start : row.end], row.header) for row in rows] == [
        ("Day | Town", True),
        ("27 January | Goma", False),
        ("| Sake", False),
    ]
    cells = [article.text[mark.start : mark.end] for mark in article.markup if mark.kind == "cell"]
    assert cells == ["Day", "Town", "27 January", "Goma", "", "Sake"]
    assert split_sentences(article, context())[-1].text == "Sake"


HOSTILE = """<html><head><title>T</title></head><body onload="alert(1)"><article><p>The town
<script>alert(2)</script>fell
<img src=x onerror="alert(3)"> on Monday.</p><iframe src="https://evil.example">evil frame</iframe>
<svg><text onclick="alert(4)">evil drawing</text></svg><p style="background:url(javascript:alert(5))">The army left.</p>
<object data="x">evil object</object><style>p{}</style><noscript>evil fallback</noscript></article></body></html>"""


def test_nothing_that_runs_survives():
    article, _ = read("2025-01-28.html", HOSTILE)
    assert [text for _, text in blocks(article)] == ["The town fell on Monday.", "The army left."]
    assert article.markup == ()


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<div>", "</div>"),
        ("<b>", ""),
        ("<ul><li>", ""),
        ("<table><tr><td>", ""),
        ("<div></x><span>", ""),
        ("<blockquote>", ""),
    ],
)
def test_100_000_nested_tags_are_a_message_and_lose_no_text(opening, closing):
    source = opening * 100_000 + "The town fell." + closing * 100_000 + "<p>The army left.</p>"
    begin = time.perf_counter()
    article, problems = read("2025-01-28.html", source)
    assert time.perf_counter() - begin < 10
    assert ("html-nesting", "error") in {(problem.code, problem.severity) for problem in problems}
    assert "The town fell." in article.text and "The army left." in article.text


def test_a_picture_inside_the_page_costs_no_text():
    source = (
        '<article><p>Before the picture.</p><img src="data:image/png;base64,'
        + "A" * 3_000_000
        + '"><p>After it.</p></article>'
    )
    assert read("2025-01-28.html", source)[0].text == "Before the picture.\n\nAfter it."


@pytest.mark.parametrize(
    "piece", ["<a ", "<!--", "<", "&#", "<p", "</", "<![CDATA[", "<script>", '<a b="', "<table>", "<br>"]
)
def test_broken_tags_are_read_in_time_that_grows_with_their_number(piece):
    begin = time.perf_counter()
    article, _ = read_article("2025-01-28.html", ("<p>The town fell.</p>" + piece * 40_000).encode(), context())
    assert time.perf_counter() - begin < 10
    assert article is not None and "The town fell." in article.text


def test_a_page_without_a_story_keeps_its_words_and_says_so():
    source = (
        "<html><body><nav>"
        + "".join(f'<a href="/{n}">Item number {n}</a> ' for n in range(60))
        + "</nav></body></html>"
    )
    article, problems = read("2025-01-28.html", source)
    assert "html-story" in codes(problems) and "Item number 7" in article.text


def test_front_matter_may_stand_above_a_page_and_wins():
    front = "---\ntitle: Mine\ndate: 2025-01-28\n---\n"
    page = "<html><head><title>Theirs</title></head><body><p>It fell.</p></body></html>"
    article, problems = read("a.html", front + page)
    assert (article.title, article.dct_rung, problems) == ("Mine", "front-matter", ())


def test_a_heading_of_references_without_links_is_a_heading_like_any_other():
    rivers = "<h2>Sources</h2><p>The sources of the river lie in rebel hands.</p>"
    article, _ = read("2025-01-28.html", f"<article><p>The town fell on Monday morning.</p>{rivers}</article>")
    assert [kind for kind, _ in blocks(article)] == ["paragraph", "heading", "paragraph"]
    assert len(split_sentences(article, context())) == 3
