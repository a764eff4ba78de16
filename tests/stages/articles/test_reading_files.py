"""Finding files and decoding bytes: links, companions, sizes, encodings; any bytes at all."""

import os
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.stages.articles import article_id, article_ids, find_files, read_article, read_bytes, split_sentences
from generator.stages.articles.read import MAX_BYTES
from tests.stages.articles.reading import codes, context, read


def test_files_are_found_at_any_depth_in_order_and_hidden_ones_skipped(tmp_path):
    for name in (
        "b.md",
        "a/z.TXT",
        "a/b/c.HTML",
        "d.htm",
        "e.markdown",
        "_draft.md",
        ".hidden.md",
        "_x/f.md",
        ".git/g.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    files, problems = find_files(tmp_path)
    assert [file.name for file in files] == ["a/b/c.HTML", "a/z.TXT", "b.md", "d.htm", "e.markdown"]
    assert problems == ()


def test_what_browsers_save_beside_a_page_is_passed_over_and_other_kinds_are_noted(tmp_path):
    (tmp_path / "page_files").mkdir()
    for name in ("page.html", "page_files/script.js", "page_files/ad.html", "photo.jpg", "style.css", "letter.docx"):
        (tmp_path / name).write_text("x")
    files, problems = find_files(tmp_path)
    assert [file.name for file in files] == ["page.html"]
    assert [(problem.path, problem.code, problem.severity) for problem in problems] == [
        ("letter.docx", "unknown-type", "note")
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_that_leave_the_folder_or_turn_in_circles_are_not_followed(tmp_path):
    seeds, outside = tmp_path / "seeds", tmp_path / "outside"
    seeds.mkdir()
    outside.mkdir()
    (outside / "secret.md").write_text("secret")
    (seeds / "a.md").write_text("a")
    (seeds / "secret.md").symlink_to(outside / "secret.md")
    (seeds / "folder").symlink_to(outside)
    (seeds / "circle").symlink_to(seeds)
    (seeds / "nowhere.md").symlink_to(seeds / "missing.md")
    (seeds / "b.md").symlink_to(seeds / "a.md")
    files, problems = find_files(seeds)
    assert [file.name for file in files] == ["a.md", "b.md"]
    assert {problem.path for problem in problems} == {"secret.md", "folder", "circle", "nowhere.md"}
    assert {(problem.code, problem.severity) for problem in problems} == {("link-outside", "error")}


def test_a_missing_folder_is_an_error(tmp_path):
    assert codes(find_files(tmp_path / "nothing")[1]) == {"no-folder"}


def test_a_file_of_20_mb_is_an_error_and_not_read(tmp_path):
    with (tmp_path / "big.txt").open("wb") as stream:
        stream.truncate(20_000_000)
    (file,), _ = find_files(tmp_path)
    data, problems = read_bytes(file)
    assert data is None and [(problem.code, problem.severity) for problem in problems] == [("too-large", "error")]
    article, problems = read_article("big.txt", b"x" * (MAX_BYTES + 1), context())
    assert article is None and codes(problems) == {"too-large"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_an_error(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    (file,), _ = find_files(tmp_path)
    assert codes(read_bytes(file)[1]) == {"unreadable"}


def test_a_file_that_vanishes_is_an_error(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (file,), _ = find_files(tmp_path)
    (tmp_path / "a.txt").unlink()
    data, problems = read_bytes(file)
    assert data is None and codes(problems) == {"unreadable"}


TEXT = "Tshisekedi à Kinshasa – “non”. Le café ferme."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are(encoding):
    article, problems = read("2025-01-28.txt", TEXT.encode(encoding))
    assert article.text == TEXT and problems == ()


def test_windows_1252_is_read_with_a_warning_that_names_the_place():
    article, problems = read("2025-01-28.txt", ("A title\n\nLine.\n" + TEXT).encode("cp1252"))
    assert TEXT in article.text
    assert [(problem.code, problem.severity, problem.line, problem.col) for problem in problems] == [
        ("encoding", "warning", 4, 12)
    ]


def test_the_charset_a_page_declares_is_honoured():
    words = "Miloš Žeman přišel. " * 4
    page = f'<html><head><meta charset="iso-8859-2"></head><body><article><p>{words}</p></article></body></html>'
    article, problems = read("2025-01-28.html", page.encode("iso-8859-2"))
    assert "Miloš Žeman přišel." in article.text and problems == ()


def test_text_is_brought_to_composed_form():
    assert read("2025-01-28.txt", "Cafe\u0301 closed. It rained.")[0].text == "Café closed. It rained."


@pytest.mark.parametrize("data", [b"abc\x00def", b"%PDF-1.7 text", b"PK\x03\x04 word", bytes(range(256)) * 4])
def test_what_is_no_text_is_an_error(data):
    article, problems = read_article("a.txt", data, context())
    assert article is None and [(problem.code, problem.severity) for problem in problems] == [("not-text", "error")]


def test_ids_are_safe_for_addresses_and_unique():
    assert article_id("2025/Goma falls!.md") == "2025-goma-falls"
    assert article_id("été/Größe.txt") == "ete-grosse"
    assert article_id("战争.md") == "article"
    names = ["a/b.md", "a-b.md", "a-b.txt", "战争.md", "和平.md"]
    ids = article_ids(names)
    assert len(set(ids.values())) == len(names) and ids == article_ids(reversed(names))


FRAGMENTS = st.sampled_from(
    [b"---\n", b"+++\n", b"title: x\n", b"date: 2025-01-28\n", b"<p>", b"</div>", b"<table><tr><td>", b"<!--",
     b"<script>", b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b"\r\n", b"\n\n", b"| a | b |\n|---|---|\n", b"> ", b"* ",
     b"1. ", b"[x](y)", b"&#x0;", b"&amp;", b"GOMA, Jan 28 (A) \xe2\x80\x94 ", b"Copyright 2025, X\n",
     b"<a href='http://[x'>", b"``", b"[^1]"]
)  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(st.lists(st.one_of(FRAGMENTS, st.binary(max_size=12)), max_size=24).map(b"".join))
def test_any_bytes_give_an_article_or_a_problem_and_never_an_exception(data):
    for name in ("a.md", "2025-01-28.txt", "a.html"):
        article, problems = read_article(name, data, context())
        assert article is not None or any(problem.severity == "error" for problem in problems)
        assert all(problem.path == name and problem.code and problem.message for problem in problems)
        if article is not None:
            split_sentences(article, context())
            assert "\n\n".join(article.text[block.start : block.end] for block in article.blocks) == article.text
            assert all(
                0 <= mark.start < mark.end + (mark.kind == "cell") <= len(article.text) + 1 for mark in article.markup
            )
