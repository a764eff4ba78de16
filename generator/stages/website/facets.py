"""Pages by actor, place, type and source, and the index of each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.event import Actor, Place
from generator.stages.website.chunks import calendar_chunks
from generator.stages.website.page import Link, Page
from generator.stages.website.site import PAGE_LIMIT, Facet, Site
from generator.stages.website.years import Listing, list_pages

KINDS = ("actors", "places", "types", "sources")
LONG, LEADING = 40, 10
"""An index longer than this begins with so many of its names, those with most events."""


def facet_pages(site: Site) -> Iterator[Page]:
    """An index and one page each for actors, places, types and sources."""
    for kind in KINDS:
        facets = site.facets[kind]
        yield _index(kind, facets, site)
        for facet in facets:
            yield from _facet(facet, site)


def _index(kind: str, facets: tuple[Facet, ...], site: Site) -> Page:
    words = site.words
    entries = tuple(
        (Link(facet.label, facet.path, words.count("events", len(facet.events))), _about(facet, site))
        for facet in facets
    )
    view = {
        "title": words.get(f"{kind}.title"),
        "summary": words.get(f"{kind}.summary"),
        "count": words.count(kind, len(facets)),
        "entries": entries,
        "leading": _leading(facets, site) if len(facets) > LONG else (),
        "kind": kind,
        "empty": words.get(f"{kind}.empty"),
    }
    return Page(f"{kind}/index.html", "facets.html", view, nav=kind)


def _leading(facets: tuple[Facet, ...], site: Site) -> tuple[Link, ...]:
    """The names with most events, for an index too long to be looked through."""
    first = sorted(facets, key=lambda facet: -len(facet.events))[:LEADING]
    return tuple(Link(facet.label, facet.path, site.words.number(len(facet.events))) for facet in first)


def _facet(facet: Facet, site: Site) -> Iterator[Page]:
    words = site.words
    up = (Link(words.get(f"{facet.kind}.title"), f"{facet.kind}/index.html"),)
    extra: dict[str, object] = {"summary": _about(facet, site), "up": up}
    if facet.kind == "places" and site.locator:
        extra["locator"] = site.locator([_place(facet)], site.words)
    if facet.kind == "sources":
        extra["articles"] = tuple(
            Link(site.title_of(result.article), site.article_path(result.article))
            for result in site.results
            if site.source_of(result.article) == facet.name
        )
    chunks = calendar_chunks(facet.events, PAGE_LIMIT)
    folder = facet.path.removesuffix(".html")
    yield from list_pages(Listing(facet.path, folder, facet.label, facet.kind, chunks, extra), site)


def _about(facet: Facet, site: Site) -> str:
    """One quiet line about the name: kind, country, other names."""
    words = site.words
    if facet.kind == "actors":
        return _about_actor(_actor(facet), site)
    if facet.kind == "places":
        place = _place(facet)
        parts = [words.label("place_kind", place.kind), place.admin1, _country(place.country, site)]
        return words.get("list.comma").join(part for part in parts if part)
    return words.get(f"type_about.{facet.name}", "") if facet.kind == "types" else ""


def _about_actor(actor: Actor, site: Site) -> str:
    words = site.words
    parts = [words.label("actor_kind", actor.kind) if actor.kind != "other" else "", _country(actor.country, site)]
    said = words.get("list.comma").join(part for part in parts if part)
    if not actor.aliases:
        return said
    also = words.say("actors.also", names=words.listing(list(actor.aliases[:6])))
    return f"{said}. {also}" if said else also


def _country(code: str, site: Site) -> str:
    return site.words.get(f"country.{code}", "") if code else ""


def _actor(facet: Facet) -> Actor:
    """The fullest description of the actor any event gives."""
    found = [actor for event in facet.events for actor in event.actors if actor.name == facet.name]
    return max(found, key=lambda actor: (actor.kind != "other", len(actor.aliases)))


def _place(facet: Facet) -> Place:
    found = [place for event in facet.events for place in event.places if place.name == facet.name]
    return max(found, key=lambda place: (place.lat is not None, bool(place.admin1)))
