"""All events, complete and without scripts: one page, or a page a year or month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.edtf import Edtf
from generator.stages.website.bands import make_bands, whole_of
from generator.stages.website.chunks import Chunk
from generator.stages.website.density import make_density
from generator.stages.website.page import Link, Page
from generator.stages.website.site import Site

__all__ = ["Link", "Listing", "list_pages", "year_pages"]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of events to be shown at `path`; when it is long, its parts go into `folder`."""

    path: str
    folder: str
    title: str
    nav: str
    chunks: Sequence[Chunk]
    extra: Mapping[str, object] = field(default_factory=dict)
    """Goes into every view: `summary`, a line below the title; `up`, the way back."""


def year_pages(site: Site) -> Iterator[Page]:
    """years/index.html, and a page for each stretch of the calendar when there are many events."""
    title = site.words.get("years.title")
    extra = {"summary": site.words.get("years.summary")}
    yield from list_pages(Listing("years/index.html", "years", title, "years", site.chunks, extra), site)


def list_pages(listing: Listing, site: Site) -> Iterator[Page]:
    """The list whole on one page, or links on the first page to a page for each chunk."""
    complete = listing.nav == "years"
    whole = whole_of(site.timeline.events) if complete else None
    chunks, title, words = listing.chunks, listing.title, site.words
    base = {"summary": "", "up": (), "links": (), "bands": None, "before": None, "after": None, **listing.extra}
    base["title"] = title
    base["density"] = make_density(site, ()) if complete and len(site.timeline.events) else None
    base["count"] = words.count("events", sum(len(chunk.events) for chunk in chunks))
    if len(chunks) == 1:
        base["bands"] = make_bands(chunks[0].events, site, whole)
        yield Page(listing.path, "events.html", base, listing.nav)
        return
    links = _links(listing, site)
    yield Page(listing.path, "events.html", {**base, "links": links}, listing.nav)
    for number, (chunk, link) in enumerate(zip(chunks, links, strict=True)):
        own = {
            "title": words.say("list.part_title", title=title, when=link.label),
            "count": link.count,
            "bands": make_bands(chunk.events, site, whole),
            "before": links[number - 1] if number else None,
            "after": links[number + 1] if number + 1 < len(links) else None,
            "up": (Link(title, listing.path),),
        }
        yield Page(link.path, "events.html", {**base, **own}, listing.nav)


def _links(listing: Listing, site: Site) -> tuple[Link, ...]:
    return tuple(
        Link(_label(chunk, site), f"{listing.folder}/{chunk.key}.html", site.words.count("events", len(chunk.events)))
        for chunk in listing.chunks
    )


def _label(chunk: Chunk, site: Site) -> str:
    words = site.words
    label = words.get("date_view.undated")
    if chunk.slot and chunk.last:
        several = chunk.slot != chunk.last
        label = words.date(Edtf(f"{chunk.slot.key}/{chunk.last.key}" if several else chunk.slot.key))
    if chunk.key.removesuffix(f"-{chunk.part}").endswith("-00"):
        label = words.say("band.some_time", when=label)
    return label if chunk.part == 1 else words.say("list.part", when=label, part=chunk.part)
