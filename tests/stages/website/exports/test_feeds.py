"""The Atom feed and the sitemap: read back by libraries that did not write them."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from generator.stages.website.exports.atom import atom
from generator.stages.website.exports.common import Material
from generator.stages.website.exports.feeds import ENTRIES
from generator.stages.website.exports.sitemap import sitemap
from tests.stages.website.exports.sample import BASE, TIMELINE, many, material


def parsed(made: Material) -> Any:
    [(path, data)] = atom(made)
    assert path == "feed.atom"
    ET.fromstring(data)  # noqa: S314  # our own bytes: they must be well-formed
    feed = feedparser.parse(data)
    assert not feed.bozo
    return feed


def test_a_reader_finds_every_event_newest_report_first() -> None:
    feed = parsed(material())
    assert feed.feed.title == "Kivu timeline"
    assert feed.feed.author == "Test Desk"
    assert [entry.updated[:10] for entry in feed.entries][:3] == ["2025-02-10", "2025-02-02", "2025-02-02"]
    assert len(feed.entries) == len(list(TIMELINE))
    capture = next(entry for entry in feed.entries if entry.title == "M23 captures Goma")
    assert capture.link == f"{BASE}events/2025-01-27-m23-captures-goma.html" == capture.id
    assert capture.summary.startswith("27 January 2025. M23 fighters entered Goma")
    assert capture.tags[0].term == "territory-change"
    related = [link.href for link in capture.links if link.rel == "related"]
    assert related == ["https://news.example/goma?a=1&b=2"]


@pytest.mark.parametrize("base_url", [BASE, ""])
def test_ids_are_iris_and_none_comes_twice(base_url: str) -> None:
    feed = parsed(material(base_url))
    ids = [feed.feed.id, *(entry.id for entry in feed.entries)]
    assert len(set(ids)) == len(ids)
    assert all(ident.startswith(("https://", "urn:uuid:")) for ident in ids)


def test_the_feeds_time_is_that_of_the_newest_article() -> None:
    assert parsed(material()).feed.updated == "2025-02-10T00:00:00Z"


def test_a_status_that_is_not_plain_is_said_before_the_words() -> None:
    talks = next(entry for entry in parsed(material()).entries if entry.title == "Talks open in Doha")
    assert talks.summary.startswith("March 2025. Planned. ")


def test_an_article_kept_back_is_not_quoted() -> None:
    [(_, data)] = atom(material())
    assert b"Correspondents wrote" not in data


def test_a_feed_is_no_longer_than_a_reader_can_use() -> None:
    assert len(parsed(material(timeline=many(ENTRIES + 5))).entries) == ENTRIES


def test_the_sitemap_lists_pages_with_whole_addresses() -> None:
    [(path, data)] = sitemap(material())
    tree = ET.fromstring(data)  # noqa: S314
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = {url.findtext("s:loc", "", names): url.findtext("s:lastmod", "", names) for url in tree}
    assert path == "sitemap.xml"
    assert next(iter(found)) == BASE
    assert found[f"{BASE}events/2025-01-27-m23-captures-goma.html"] == "2025-02-02"
    assert f"{BASE}404.html" not in found
    assert len(found) == 1 + len(list(TIMELINE))
