"""The ladder: which rung gives the publication date, how precisely, and what contradicts."""

import pytest

from tests.stages.articles.reading import codes, read

LD = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-01-01"}</script>'
META = '<meta property="article:published_time" content="2025-01-02T08:00:00Z">'
TIME = '<p><time datetime="2025-01-03">3 January</time></p>'
DATELINE = "<p>GOMA, Jan 4 (Agency) — The city fell on a day that nobody in the town will ever forget.</p>"
COPYRIGHT = "<p>Copyright 2025, Agency</p>"


def page(*parts: str) -> str:
    head = "".join(part for part in parts if part in {LD, META})
    body = "".join(part for part in parts if part not in {LD, META})
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>"


@pytest.mark.parametrize(
    ("parts", "rung", "value"),
    [
        ((LD, META, TIME, DATELINE, COPYRIGHT), "json-ld", "2025-01-01"),
        ((META, TIME, DATELINE, COPYRIGHT), "meta", "2025-01-02"),
        ((TIME, DATELINE, COPYRIGHT), "time", "2025-01-03"),
        ((DATELINE, COPYRIGHT), "dateline", "2025-01-04"),
        (("<p>The city fell on a quiet morning.</p>", COPYRIGHT), "copyright", "2025"),
    ],
)
def test_the_highest_rung_wins(parts, rung, value):
    article, _ = read("a.html", page(*parts))
    assert (article.dct_rung, article.dct.text) == (rung, value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("2025-01-28-goma.txt", "2025-01-28"),
        ("20250128 goma.txt", "2025-01-28"),
        ("2025/goma_2025_01_28.txt", "2025-01-28"),
        ("2025-01-goma.txt", "2025-01"),
    ],
)
def test_the_file_name_is_a_low_rung(name, value):
    article, problems = read(name, "The city fell. It was a quiet morning.")
    assert (article.dct_rung, article.dct.text, problems) == ("file-name", value, ())


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Situation report 12 — Goma and Sake — 25 September 2019", "2019-09-25"),
        ("Flash update, September 25, 2019", "2019-09-25"),
        ("Flash update (as of 25 September 2019)", "2019-09-25"),
        # A day that is part of what the title says is no date of the paper; nor is a month or a year.
        ("The city fell on 25 September 2019", None),
        ("What happened in Goma: September 2019", None),
        ("Situation report 12 — 2019", None),
    ],
)
def test_a_day_set_off_at_the_end_of_the_title_is_the_last_of_all(title, value):
    article, _ = read("a.txt", f"{title}\n\nThe city fell. It was a quiet morning.\n")
    assert (article.dct and article.dct.text, article.dct_rung) == (value, "title" if value else "none")


def test_a_day_in_the_title_contradicts_nothing():
    article, problems = read("2019-10-02-a.txt", "Goma, 25 September 2019\n\nThe city fell. It was a quiet morning.\n")
    assert (article.dct_rung, problems) == ("file-name", ())


def test_numbers_in_a_file_name_that_are_no_date_are_none():
    article, problems = read("resolution-2773-of-20251399.txt", "The city fell. It was a quiet morning.")
    assert article.dct is None and codes(problems) == {"no-date"}


def test_a_dateline_takes_its_year_from_the_copyright_line():
    article, problems = read(
        "a.txt", "Goma falls\n\nGOMA, Jan 28 (Agency) — The city fell.\n\nCopyright 2025, Agency\n"
    )
    assert (article.dct.text, article.dct_rung, article.dct_words) == (
        "2025-01-28", "dateline", "GOMA, Jan 28 (Agency) —",
    )  # fmt: skip
    assert article.source == "Agency" and problems == ()


def test_a_dateline_takes_the_year_nearest_to_the_file_name_over_new_year():
    article, _ = read("2025-01-01-goma.txt", "Goma falls\n\nGOMA, Dec 31 (Agency) — The city fell.\n")
    assert article.dct.text == "2024-12-31"


def test_a_dateline_without_any_year_is_no_date():
    article, problems = read("a.txt", "Goma falls\n\nGOMA, Jan 28 (Agency) — The city fell.\n")
    assert article.dct is None and codes(problems) == {"no-date"}


def test_two_rungs_that_name_different_days_are_a_warning_and_the_higher_wins():
    article, problems = read("2025-03-01-goma.md", "---\ntitle: T\ndate: 2025-01-28\n---\nText.")
    assert article.dct.text == "2025-01-28"
    (problem,) = problems
    assert (problem.code, problem.severity) == ("date-contradiction", "warning")
    assert "2025-01-28" in problem.message and "2025-03-01" in problem.message


@pytest.mark.parametrize("name", ["2025-01-28-goma.md", "2025-01-goma.md", "goma.md"])
def test_rungs_that_agree_as_far_as_they_go_are_no_contradiction(name):
    _, problems = read(name, "---\ntitle: T\ndate: 2025-01-28\n---\nText.")
    assert problems == ()


def test_day_of_change_and_time_zones_are_no_contradiction():
    ld = '{"@type":"NewsArticle","datePublished":"2025-01-28T23:30:00Z","dateModified":"2025-02-03"}'
    head = f'<script type="application/ld+json">{ld}</script>'
    body = '<article><time datetime="2025-01-29T01:30+02:00">29 Jan</time><p>The city fell.</p></article>'
    article, problems = read("a.html", f"<html><head>{head}</head><body>{body}</body></html>")
    assert article.dct.text == "2025-01-28" and problems == ()


def test_a_time_that_tells_of_a_change_is_passed_over():
    times = '<time class="updated" datetime="2025-02-09">x</time><time datetime="2025-02-08">y</time>'
    assert read("a.html", f"<article>{times}<p>It fell.</p></article>")[0].dct.text == "2025-02-08"


def test_a_copyright_year_before_the_publication_contradicts_one_after_it_does_not():
    front = "---\ntitle: T\ndate: 2025-01-28\n---\nThe city fell.\n\n"
    assert "date-contradiction" in codes(read("a.txt", front + "Copyright 2012, Agency")[1])
    assert read("a.txt", front + "Copyright 2026, Agency")[1] == ()


def test_no_date_anywhere_is_a_warning_with_a_hint():
    article, problems = read("a.txt", "The city fell. In Resolution 2773 nobody is named.")
    assert article.dct is None and article.dct_rung == "none"
    assert [(problem.code, problem.severity) for problem in problems] == [("no-date", "warning")]
    assert "date:" in problems[0].hint
