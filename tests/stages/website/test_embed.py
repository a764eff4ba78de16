"""The list for somebody else's page."""

from __future__ import annotations

import re

from generator.model.event import Timeline
from generator.stages.website import embed
from generator.stages.website.embed import embed_pages
from generator.stages.website.pages import render_page
from tests.stages.website.exports.sample import TIMELINE, many, site


def html(timeline: Timeline = TIMELINE) -> str:
    made = site(timeline=timeline)
    [page] = embed_pages(made)
    assert page.path == "embed.html"
    return render_page(page, made).decode()


def test_only_key_events_are_told_in_their_order() -> None:
    found = re.findall(r'href="events/([^"]+)\.html"', html())
    assert found == ["2025-01-27-m23-captures-goma", "2025-03-talks-open-in-doha"]


def test_every_link_leaves_the_frame() -> None:
    links = re.findall(r"<a [^>]*>", html())
    assert links
    assert all('target="_top"' in link for link in links)


def test_it_stays_short_and_needs_no_script() -> None:
    page = html(many(500))
    assert page.count("events/") == embed.MOST
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=", page)


def test_doubt_is_said_in_words_here_too() -> None:
    assert "Planned" in html()
    assert "Sources disagree on the date" in html()


def test_a_timeline_without_events_says_so() -> None:
    assert "No events yet" in html(Timeline(()))
