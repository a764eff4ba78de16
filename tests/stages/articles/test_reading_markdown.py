"""Markdown: blocks, marks and lines; what would cost the converter too much is read as plain text."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.stages.articles import split_sentences
from generator.stages.articles.draft import Draft
from generator.stages.articles.markdown import has_marks, read_markdown
from tests.stages.articles.reading import blocks, codes, context, read

TEXT = """---
title: Goma falls
date: 2025-01-28
---

# Goma falls

Rebels took **the city** on *Monday*, [an agency](https://example.org/a) said.[^1]

## The road

* The road is cut.
    * The bridge is down.
* Sake fell.

> We won.

| Day | Town |
|-----|------|
| 27 January | Goma |
| 23 January | Sake |

![A picture](https://evil.example/x.png)

<script>alert(1)</script>

Read [this](javascript:alert(2)) and <b onclick="alert(3)">that</b>.

[^1]: An agency, 28 January 2025.
"""


def test_markdown_falls_into_blocks_with_their_lines():
    article, problems = read("a.md", TEXT)
    assert problems == ()
    assert [(kind, text) for kind, text in blocks(article) if kind != "furniture"] == [
        ("paragraph", "Rebels took the city on Monday, an agency said."),
        ("heading", "The road"),
        ("list-item", "The road is cut."),
        ("list-item", "The bridge is down."),
        ("list-item", "Sake fell."),
        ("quote", "We won."),
        ("table-row", "Day | Town"),
        ("table-row", "27 January | Goma"),
        ("table-row", "23 January | Sake"),
        ("paragraph", "Read this and that."),
    ]
    lines = TEXT.splitlines()
    for block in article.blocks:
        assert article.text[block.start : block.end].split()[0].strip("*>|") in lines[block.line - 1]
    assert [block.level for block in article.blocks if block.kind == "list-item"] == [1, 2, 1]


def test_marks_of_markdown_have_exact_offsets():
    article, _ = read("a.md", TEXT)
    found = {(mark.kind, article.text[mark.start : mark.end], mark.target) for mark in article.markup}
    assert {("strong", "the city", ""), ("emphasis", "Monday", ""), ("strong", "that", "")} <= found
    assert [mark for mark in found if mark[0] == "link"] == [("link", "an agency", "https://example.org/a")]


def test_the_first_heading_is_the_title_where_nothing_else_says():
    article, _ = read("2025-01-28.md", "# Goma falls\n\nThe city fell.")
    assert (article.title, article.text) == ("Goma falls", "The city fell.")


def test_a_list_of_references_is_taken_out_of_the_story():
    article, _ = read(
        "2025-01-28.md", "The city fell.\n\n## References\n\n- [Agency](https://example.org/a)\n- Other, undated\n"
    )
    assert article.references == (("", "Agency", "https://example.org/a"),)
    assert [sentence.text for sentence in split_sentences(article, context())] == ["The city fell.", "Other, undated"]


@pytest.mark.parametrize(
    "piece",
    ["[", "![", "<a ", "*", "_", "`", "> ", "](", "|", "\\", "[a](", "a\n=\n", "a\n#\n", "- ", "&", "<!--", "***a"],
)
def test_marks_by_the_thousand_never_stall_the_reader(piece):
    begin = time.perf_counter()
    article, _ = read("2025-01-28.md", "The city fell.\n\n" + piece * 20_000)
    assert time.perf_counter() - begin < 8
    assert "The city fell." in article.text


def test_too_costly_markdown_is_read_as_plain_text_with_a_warning():
    article, problems = read("2025-01-28.md", "The city fell.\n\n" + "[" * 5000)
    assert codes(problems) == {"markdown-too-costly"} and article.text.startswith("The city fell.")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab .\n1-(:\"”\u00a0!\u2028)'+#|&=~>;_", max_size=80))
def test_prose_without_marks_reads_as_the_converter_would_read_it(body):
    if has_marks(body):
        return
    assert_read_as_converted(body)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.sampled_from(["*", "**", "***", "a", "b.", "_b", "(", ",", " ", " ", "\n", "\n\n", "\u00a0"]), max_size=24
    )
)
def test_prose_with_idle_asterisks_reads_as_the_converter_would_read_it(parts):
    body = "".join(parts)
    if not has_marks(body):
        assert_read_as_converted(body)


PARAGRAPHS = (
    "Sake fell.", "a *b* c", "# Later", "- one\n- two", "* three", "1. four", "> said", "a `b", "c` d", "a **b",
    "c** d", "Town | Day\n---|---\nSake | 3 May", "Sake fell\n===", "***", "[a](http://example.org)", "[a][b]", "[c]",
    "a[^1]", "[b]: http://example.org", "[^1]: A note.", "    set in", "\tset in", "  - near", "<div>", "</div>",
    "<b>c", "~~~", "```", "&mdash; a", "&#38", "a  ", "",
)  # fmt: skip
"""Every kind of paragraph, among them those that give a meaning to others: definitions, HTML, fences, parts set in."""


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PARAGRAPHS), st.sampled_from(["\n\n", "\n\n", "\n \n", "\n"])), max_size=8))
def test_paragraphs_without_marks_need_no_converter_wherever_they_stand(parts):
    body = "".join(map("".join, parts)).rstrip("\n")
    by_parts, at_once = Draft("a.md"), Draft("a.md")
    words = context().pack.sentences
    read_markdown(by_parts, body, 1, words)
    # A comment may reach over paragraphs, so that the text is not cut.
    read_markdown(at_once, body + "\n\n<!-- -->\n", 1, words)
    assert (by_parts.text, by_parts.markup, by_parts.problems) == (at_once.text, at_once.markup, at_once.problems)
    assert [replace(one, line=0) for one in by_parts.blocks] == [replace(one, line=0) for one in at_once.blocks]


def assert_read_as_converted(body):
    """The quick reading of a text without marks equals the converter's, but for lines, which only it knows exactly."""
    fast, slow = Draft("a.md"), Draft("a.md")
    words = context().pack.sentences
    read_markdown(fast, body, 1, words)
    # A comment is a mark that leaves nothing behind.
    read_markdown(slow, body + "\n\n<!-- -->\n", 1, words)
    assert (fast.text, fast.meta, fast.clues) == (slow.text, slow.meta, slow.clues)
    assert (fast.markup, fast.problems) == (slow.markup, slow.problems) == ([], [])
    assert [replace(block, line=0) for block in fast.blocks] == [replace(block, line=0) for block in slow.blocks]


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        ("AT&T and R&B, #peace | 14:05 ~ 50, so a >= b = c, wrote ann_lee.", False),
        ("Sake _fell_.", True),
        ("Sake fell.\n-- The radio\n2.5 km on\n7) Goma", False),
        ("Sake fell.\n - Goma", True),
        ("7. Goma", True),
        ("Sake fell\n---", True),
        ("The fall of Sake &mdash; and after.", True),
        ("Sake &#38 Goma", True),
        ("Sake fell.\n\n # Later", True),
        ("Town | Day\n---|---\nSake | 3 May", True),
        ("Town | Day\n|:--|--:|\nSake | 3 May", True),
        ("Sake fell\n===\nIt rained.", True),
        ("~~~\nSake fell.\n~~~", True),
        ("He said:\n> Sake fell.", True),
        ("Sake fell. * * It rained. ** Later *", False),
        ("Sake* fell, says the radio. * More follows.\n \n*The radio is the army's.\n\n5*4", False),
        ("Sake fell.\n*** It rained. ***\nGoma held. ** **", False),
        ("He called it a ***.", False),
        ("*Sake* fell.", True),
        ("Sake* fell, *says the radio.", True),
        ("Sake* fell\nin* May.", True),
        ("5*4*3", True),
        ("Sake fell. ***** It rained.", True),
        ("Sake fell.\n* It rained.", True),
        ("  *   Sake", True),
        ("Sake fell.\n * * *\nIt rained.", True),
        ("***", True),
        ("A \\* b", True),
    ],
)
def test_a_sign_is_a_mark_only_where_markdown_gives_it_a_meaning(body, marked):
    assert has_marks(body) is marked


def test_a_paragraph_of_asterisks_has_its_own_line():
    article, problems = read("2025-01-28.md", "The city fell.\n\n*** ...\n\nIt rained * all day.\n")
    assert problems == ()
    found = [(article.text[block.start : block.end], block.line) for block in article.blocks]
    assert found == [("The city fell.", 1), ("*** ...", 3), ("It rained * all day.", 5)]


def test_a_list_goes_on_over_blank_lines_and_ends_at_a_paragraph_each_with_its_line():
    text = "Sake fell.\n\n\n- One *man* died.\n\n- 12\n\nIt rained.\n \n...\n\n## Goma\n\nIt held.\n"
    article, _ = read("2025-01-28.md", text)
    found = [(block.kind, article.text[block.start : block.end], block.line) for block in article.blocks]
    assert found == [
        ("paragraph", "Sake fell.", 1),
        ("list-item", "One man died.", 4),
        ("list-item", "12", 6),
        ("paragraph", "It rained.", 8),
        ("paragraph", "...", 10),
        ("heading", "Goma", 12),
        ("paragraph", "It held.", 14),
    ]


def test_text_with_too_many_idle_asterisks_is_still_said_to_be_too_costly():
    body = "The city fell." + " * It rained." * 7000
    assert not has_marks(body)
    _, problems = read("2025-01-28.md", body)
    assert codes(problems) == {"markdown-too-costly"}


def test_several_headings_that_are_only_a_date_stay_headings_and_one_is_a_date_line():
    several, _ = read("a.md", "# Ten days\n\n## 7 February 2025\n\nHoms fell.\n\n## 8 February 2025\n\nSake fell.\n")
    assert [text for kind, text in blocks(several) if kind == "heading"] == ["7 February 2025", "8 February 2025"]
    months, _ = read("a.md", "# A year\n\n## January 2025\n\nHoms fell.\n\n## February\n\nSake fell.\n")
    assert [text for kind, text in blocks(months) if kind == "heading"] == ["January 2025", "February"]
    one, _ = read("a.md", "# Homs falls\n\n## 8 February 2025\n\nHoms fell.\n")
    assert [text for kind, text in blocks(one) if kind == "heading"] == []
    assert str(one.dct) == "2025-02-08"
