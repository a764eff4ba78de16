"""The site as a whole: links, escaping, policy, publishing modes, determinism."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from generator.model.event import Event, Timeline
from generator.model.result import ArticleResult
from generator.stages.website import load_theme, render_site
from tests.stages.website import sample


class Reader(HTMLParser):
    """What of a page the tests ask about."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.hidden = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden = tag == "script"
        found = {name: value or "" for name, value in attrs}
        self.tags.append((tag, found))
        if "id" in found:
            self.ids.append(found["id"])

    def handle_endtag(self, tag: str) -> None:
        self.hidden = False

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def build(timeline: Timeline | None = None, results: Any = None, **settings: Any) -> dict[str, bytes]:
    theme, problems = load_theme("base")
    assert problems == ()
    site = render_site(
        timeline or sample.timeline(), results or sample.results(), sample.context(**settings), theme, sample.problems()
    )
    return dict(site)


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return build(repository="https://example.org/desk/timeline.git", publisher="The Desk")


def html_pages(site: dict[str, bytes]) -> Iterator[tuple[str, Reader]]:
    for path, data in site.items():
        if path.endswith(".html"):
            yield path, Reader(data.decode("utf-8"))


def broken_links(site: dict[str, bytes]) -> list[str]:
    """Every internal href or src that names no file, or a fragment its file does not have."""
    pages = dict(html_pages(site))
    broken = []
    for path, page in pages.items():
        for _tag, attrs in page.tags:
            for name in ("href", "src"):
                if name not in attrs:
                    continue
                parts = urlsplit(attrs[name])
                if parts.scheme or parts.netloc:
                    continue
                target = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
                fragment = unquote(parts.fragment)
                known = target in site and (not fragment or target not in pages or fragment in pages[target].ids)
                if not known and not fragment.startswith("s-"):
                    broken.append(f"{path}: {attrs[name]}")
    return broken


def test_every_link_names_a_file_and_a_place_in_it(site: dict[str, bytes]) -> None:
    assert broken_links(site) == []


def test_a_link_to_nowhere_would_be_found(site: dict[str, bytes]) -> None:
    spoilt = {path: data for path, data in site.items() if path != "actors/m23.html"}
    assert broken_links(spoilt)
    assert broken_links({**site, "index.html": site["index.html"].replace(b"#2025-01", b"#2025-99")})


def test_ids_are_unique_and_symbols_are_drawn(site: dict[str, bytes]) -> None:
    for path, page in html_pages(site):
        assert len(page.ids) == len(set(page.ids)), path
        used = {attrs["href"].removeprefix("#") for tag, attrs in page.tags if tag == "use"}
        assert used <= set(page.ids), path


def test_strict_policy_and_nothing_inline(site: dict[str, bytes]) -> None:
    for path, page in html_pages(site):
        policies = [attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv")]
        assert len(policies) == 1 and policies[0].startswith("default-src 'none'") and "unsafe" not in policies[0], path
        for tag, attrs in page.tags:
            assert tag != "style" and "style" not in attrs, (path, tag)
            assert not [name for name in attrs if name.startswith("on")], (path, tag, attrs)
            assert tag != "script" or attrs.get("src") or attrs.get("type") == "application/ld+json", path


def test_landmarks_headings_and_language(site: dict[str, bytes]) -> None:
    for path, page in html_pages(site):
        tags = [tag for tag, _ in page.tags]
        assert tags.count("main") == 1 and tags.count("h1") == 1 and "nav" in tags and "footer" in tags, path
        levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
        assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)
        assert dict(page.tags)["html"]["lang"] == "en"


def test_no_raw_value_where_a_reader_looks(site: dict[str, bytes]) -> None:
    edtf = re.compile(r"\[\d{4}-|\d{4}-\d\d~|\d{4}-\d\d-\d\d/|\.\.\]|/\.\.")
    for path, page in html_pages(site):
        assert not re.search(r"\bN/A\b|\bnull\b|\bNone\b|\b1 (sources|events|articles|reports)\b", page.text), path
        assert not edtf.search(page.text), (path, edtf.search(page.text))
        assert "relative-to" not in page.text and "territory-change" not in page.text, path


def test_same_inputs_same_bytes(site: dict[str, bytes]) -> None:
    again = build(repository="https://example.org/desk/timeline.git", publisher="The Desk")
    assert list(again) == list(site)
    assert again == site
    shuffled = build(
        results=tuple(reversed(sample.results())), repository="https://example.org/desk/timeline.git",
        publisher="The Desk",
    )  # fmt: skip
    assert shuffled == site


def test_evidence_page_proves_its_event(site: dict[str, bytes]) -> None:
    page = Reader(site["events/2025-01-27-m23-captures-goma.html"].decode())
    assert "Monday, 27 January 2025" in page.text
    known = "Lakeside Wire: on Monday in an article dated 28 January 2025 by its dateline means 27 January 2025."
    assert known in page.text
    hrefs = [attrs["href"] for tag, attrs in page.tags if tag == "a" and "href" in attrs]
    assert f"../articles/wire.html#m-{sample.CAPTURE.id}" in hrefs
    assert any(href.startswith("https://example.org/goma?a=1&b=2#:~:text=M23%20captured") for href in hrefs)
    assert "https://archive.example.org/goma" in hrefs
    assert any(href.startswith("https://example.org/desk/timeline/issues/new?title=") for href in hrefs)
    assert "26 January 2025" in page.text and "Sources disagree on the date" in page.text
    assert "@misc{2025-01-27-m23-captures-goma," in page.text and '"container-title": "Kivu timeline"' in page.text
    assert "M23 first takes Goma" in page.text
    assert "../years/index.html#e-2025-01-27-m23-captures-goma" in hrefs
    assert "All events: January 2025" in page.text


def test_links_elsewhere_are_plain_and_marked(site: dict[str, bytes]) -> None:
    for path, page in html_pages(site):
        for tag, attrs in page.tags:
            address = attrs.get("href", "")
            if tag == "a" and urlsplit(address).scheme:
                assert urlsplit(address).scheme in {"http", "https"}, (path, address)
                assert attrs.get("rel") == "noopener nofollow", (path, address)
            assert not urlsplit(attrs.get("src", "")).scheme, (path, attrs)


def test_undated_event_says_by_when(site: dict[str, bytes]) -> None:
    page = Reader(site["events/undated-army-leaves-sake.html"].decode())
    assert "No report says when. It had happened by 28 January 2025" in page.text
    assert "<time" not in site["events/undated-army-leaves-sake.html"].decode().split("</h1>")[0]


def test_article_page_links_both_ways(site: dict[str, bytes]) -> None:
    page = Reader(site["articles/wire.html"].decode())
    assert f"m-{sample.CAPTURE.id}" in page.ids
    hrefs = {attrs.get("href", "") for _, attrs in page.tags}
    assert f"../events/2025-01-27-m23-captures-goma.html#q-{sample.CAPTURE.id}" in hrefs
    assert "comes from the dateline: GOMA, Jan 28" in page.text
    assert "Also reported by Closed Paper, Kivu Review" in page.text
    assert "Sample text, written for this project. Licence: CC0" in page.text
    described = [attrs["aria-describedby"] for tag, attrs in page.tags if "aria-describedby" in attrs]
    assert described and set(described) <= set(page.ids)


def test_publish_excerpt_shows_the_lead_and_the_quotes(site: dict[str, bytes]) -> None:
    page = Reader(site["articles/review.html"].decode())
    assert "Nobody disputes the day." in page.text, "the first paragraph is whole"
    assert "M23 claimed that it had taken Walikale." in page.text
    outside = ArticleResult(sample.REVIEW.article, sample.REVIEW.sentences, (), (sample.FELL,))
    hidden = Reader(build(Timeline((_only(sample.FELL),)), (outside,))["articles/review.html"].decode())
    assert "Walikale" not in hidden.text and "Nobody disputes" in hidden.text


def _only(mention: Any) -> Event:
    return sample.event("2025-01-27-x", "Goma falls", "2025-01-27", [mention])


def test_publish_none_shows_short_citations_only(site: dict[str, bytes]) -> None:
    text = Reader(site["articles/closed.html"].decode()).text
    assert "entered Goma" in text
    long = "Rebels entered Goma " + "and so on " * 40 + "to the end."
    result = sample.article("closed", [long], "2025-01-29", publish="none", title="Closed", source="Closed Paper")
    mention = sample.mention(result, long, "entered")
    result = ArticleResult(result.article, result.sentences, (), (mention,))
    made = build(Timeline((_only(mention),)), (result,))
    for path in ("articles/closed.html", "events/2025-01-27-x.html", "index.html"):
        words = Reader(made[path].decode()).text
        assert "Rebels entered Goma" in words and "to the end." not in words, path


HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\x00\x1b\u202e{{ 7*7 }}'


def test_hostile_words_stay_words() -> None:
    result = sample.article(
        "bad", [f"Rebels captured Goma {HOSTILE} today."], "2025-01-29", title=HOSTILE, source=HOSTILE, author=HOSTILE,
        url="javascript:alert(1)", archived_url="data:text/html,x", references=((HOSTILE, HOSTILE, "vbscript:x"),),
        license=HOSTILE, dct_words=HOSTILE,
    )  # fmt: skip
    mention = sample.mention(result, result.article.text, "captured", speaker=HOSTILE, status="claimed")
    result = ArticleResult(result.article, result.sentences, (), (mention,))
    event = sample.event(
        "2025-01-29-x", HOSTILE, "2025-01-29", [mention], sources=(HOSTILE,), note=HOSTILE,
        places=(sample.Place(HOSTILE),), actors=(sample.Actor(HOSTILE, aliases=(HOSTILE,)),),
    )  # fmt: skip
    made = build(Timeline((event,)), (result,), title=HOSTILE, description=HOSTILE)
    assert broken_links(made) == []
    for path, page in html_pages(made):
        raw = made[path].decode()
        assert not {"\x00", "\x1b", "\u202e"} & set(raw), path
        assert "49" not in page.text, path
        assert not [attrs for tag, attrs in page.tags if "onerror" in attrs], path
        scripts = [attrs for tag, attrs in page.tags if tag == "script"]
        assert all(attrs.get("src") or attrs.get("type") == "application/ld+json" for attrs in scripts), path
        hrefs = [attrs.get("href", "") for _, attrs in page.tags]
        assert not [href for href in hrefs if href.startswith(("javascript:", "data:", "vbscript:"))], path
    assert "<script>alert(1)</script>" in Reader(made["events/2025-01-29-x.html"].decode()).text


def test_an_empty_timeline_still_makes_a_site() -> None:
    theme, _ = load_theme("base")
    made = dict(render_site(Timeline(()), (), sample.context(), theme))
    assert broken_links(made) == []
    assert "No events yet" in Reader(made["index.html"].decode()).text


def test_404_leads_home_from_any_depth() -> None:
    made = build(base_url="https://example.org/timeline/")
    page = Reader(made["404.html"].decode())
    assert {"href": "https://example.org/timeline/index.html"} in [attrs for tag, attrs in page.tags if tag == "a"]


def test_no_page_grows_without_bound() -> None:
    mention = sample.CAPTURE
    events = tuple(
        sample.event(f"2025-01-27-e{number}", f"Event number {number} of a long day", "2025-01-27", [mention],
                     places=(sample.GOMA,), actors=(sample.M23,), significance=number / 2000)
        for number in range(1500)
    )  # fmt: skip
    made = build(Timeline(events))
    pages = {path: data for path, data in made.items() if path.endswith(".html")}
    assert max(map(len, pages.values())) < 1_000_000
    needed = [made["index.html"], *(data for path, data in made.items() if path.startswith("static/"))]
    assert sum(len(gzip.compress(data)) for data in needed) < 100_000
    assert {"years/2025-01.html", "years/2025-01-5.html", "places/goma/2025-01-3.html"} <= set(made)
    assert "40 of 1,500 events" in Reader(made["index.html"].decode()).text
