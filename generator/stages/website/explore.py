"""The explore page: filters, search and a table over all events, worked by one script from one data file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.model.event import STATUSES, Review
from generator.stages.website.exports.explore_data import GROUPS, PRECISION_GROUPS
from generator.stages.website.page import Page
from generator.stages.website.site import Site
from generator.stages.website.when import marker
from generator.stages.website.years import Link

AT_LEAST = (2, 3, 5, 10)
"""Choices for the number of sources, as far as any event has so many."""
Option = tuple[str, str]


def explore_pages(site: Site) -> Iterator[Page]:
    """explore.html: its form is made here, its results by the script; without scripts it leads to the full lists."""
    words = site.words
    most = max((len(site.sources(event)) for event in site.events), default=0)
    at_least = [number for number in AT_LEAST if number <= most]
    view = {
        "title": words.get("explore.title"),
        "count": words.count("events", len(site.events)),
        "facets": tuple(facet for facet in _facets(site) if len(facet[2]) > 1),
        "at_least": tuple((str(number), words.count("sources_or_more", number)) for number in at_least),
        "markers": tuple(dict.fromkeys(marker(event) for event in site.events)),
        "types": tuple(facet.name for facet in site.facets["types"]),
        "lists": _lists(site),
    }
    yield Page("explore.html", "explore.html", view, nav="explore", description=words.get("explore.summary"))


def _facets(site: Site) -> Iterator[tuple[str, str, tuple[Option, ...]]]:
    """(name, legend, options as (value, label)) of what is chosen by ticking; options no event has are left out."""
    words = site.words
    yield "type", words.get("explore.type_legend"), tuple((facet.name, facet.label) for facet in site.facets["types"])
    used = {event.status for event in site.events}
    status = tuple((name, words.label("status", name)) for name in STATUSES if name in used)
    yield "status", words.get("explore.status_legend"), status
    groups = {PRECISION_GROUPS[event.date.precision] if event.date else "undated" for event in site.events}
    precision = tuple((name, words.get(f"explore.precision.{name}")) for name in GROUPS if name in groups)
    yield "precision", words.get("explore.precision_legend"), precision
    reviews = {event.review for event in site.events}
    review = tuple((name, words.label("review", name)) for name in get_args(Review) if name in reviews)
    yield "review", words.get("explore.review_legend"), review


def _lists(site: Site) -> tuple[Link, ...]:
    """Where a reader without scripts finds everything."""
    words = site.words
    names = ("years", "actors", "places", "types", "sources")
    return tuple(Link(words.get(f"{name}.title"), f"{name}/index.html") for name in names)
