"""Plain text: title lines, paragraphs, bullets, headings, captions, copyright line."""

from generator.stages.articles import find_duplicates, read_article, split_sentences
from tests.stages.articles.reading import blocks, codes, context, read

WIRE = """Rebels take the town
Army says it will return

By A. Writer
28 January 2025

SAKE, Jan 28 (Lake Wire) — Rebels took the town on Monday. The army left.

THE ROAD

  • The road is cut.
  • The bridge
    is down.

(Photo: Lake Wire/B. Writer)

Nobody knows what comes next.

References:
- Agency: https://example.org/a
- https://example.org/b

Copyright 2025, Lake Wire
"""


def test_a_wire_story_falls_into_its_parts():
    article, problems = read("a.txt", WIRE)
    assert (article.title, article.author, article.source) == ("Rebels take the town", "A. Writer", "Lake Wire")
    assert article.dct.text == "2025-01-28" and problems == ()
    assert blocks(article)[:7] == [
        ("heading", "Army says it will return"),
        ("paragraph", "SAKE, Jan 28 (Lake Wire) — Rebels took the town on Monday. The army left."),
        ("heading", "THE ROAD"),
        ("list-item", "The road is cut."),
        ("list-item", "The bridge is down."),
        ("caption", "(Photo: Lake Wire/B. Writer)"),
        ("paragraph", "Nobody knows what comes next."),
    ]
    assert {kind for kind, _ in blocks(article)[7:]} == {"furniture"}
    assert article.references == (("", "Agency", "https://example.org/a"), ("", "", "https://example.org/b"))


def test_furniture_yields_no_sentences_and_the_dateline_stands_outside_of_the_first():
    article, _ = read("a.txt", WIRE)
    texts = [sentence.text for sentence in split_sentences(article, context())]
    assert texts[1:3] == ["Rebels took the town on Monday.", "The army left."]
    assert not any("Copyright" in text or "example.org" in text for text in texts)


def test_every_block_knows_its_line():
    article, _ = read("a.txt", WIRE)
    lines = WIRE.splitlines()
    for block in article.blocks:
        first = article.text[block.start : block.end].split()[0]
        assert first in lines[block.line - 1]


def test_text_wrapped_at_a_column_is_unwrapped():
    body = (
        "The rebels entered the town before dawn on Monday and by noon they held the\n"
        "airport, the port and the road to the border. Nobody was there to stop them,\n"
        "said a trader.\n"
        "\n"
        "The army did not answer calls from reporters who wanted to know where it had\n"
        "gone.\n"
    )
    article, _ = read("2025-01-28.txt", body)
    assert len(article.blocks) == 2 and "\n" not in article.text.replace("\n\n", "")


def test_lines_that_are_paragraphs_stay_apart():
    body = "A title\n\nThe first paragraph is short.\nThe second paragraph is one line as well, and a longer one.\n"
    assert len(read("2025-01-28.txt", body)[0].blocks) == 2


def test_a_title_given_twice_is_taken_once():
    article, _ = read("2025-01-28.txt", "Goma falls\n\nGOMA FALLS\n\nThe city fell.")
    assert article.title == "Goma falls" and article.text == "The city fell."


def test_a_file_without_a_title_is_named_after_itself():
    article, _ = read("2025-01-28-goma-falls.txt", "The city fell. The army left.")
    assert article.title == "Goma falls" and article.text.startswith("The city")


def test_an_agency_in_brackets_is_the_source_and_the_words_stay():
    article, _ = read("a.txt", "Goma falls\n\n(LakeNews.example) – The city fell.\n\nCopyright 2025, Somebody Else")
    assert article.source == "LakeNews.example" and "The city fell." in article.text


def test_the_same_text_twice_is_told():
    one, _ = read("a.txt", "Goma falls\n\nThe city fell on Monday.")
    two, _ = read("b.md", "# Goma falls\n\nThe city  fell on Monday.")
    other, _ = read("c.txt", "Goma falls\n\nThe city fell on Tuesday.")
    (problem,) = find_duplicates([two, other, one])
    assert (problem.path, problem.code, problem.severity) == ("b.md", "duplicate-article", "warning")
    assert "a.txt" in problem.message


def test_an_empty_file_is_an_error():
    for data in (b"", b"\n\n  \n", b"---\ntitle: T\ndate: 2025-01-28\n---\n"):
        article, problems = read_article("a.md", data, context())
        assert article is None and "empty" in codes(problems)
