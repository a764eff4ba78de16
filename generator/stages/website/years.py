"""All events, complete and without scripts: one page, or a page a year or month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.edtf import Edtf
from generator.stages.website.bands import make_bands, whole_of
from generator.stages.website.chunks import Chunk
from generator.stages.website.page import Page
from generator.stages.website.site import Site


@dataclass(frozen=True, slots=True)
class Link:
    """A page to go to, with its count where it has one."""

    label: str
    path: str
    count: str = ""
    current: bool = False


def year_pages(site: Site) -> Iterator[Page]:
    """years/index.html, and a page for each stretch of the calendar when there are many events."""
    yield from list_pages(site, site.chunks, "years/index.html", "years", site.words.get("years.title"), {}, "years")


def list_pages(
    site: Site,
    chunks: Sequence[Chunk],
    path: str,
    folder: str,
    title: str,
    extra: dict[str, object],
    nav: str,
) -> Iterator[Page]:
    """A list of events at `path`; split lists have their parts in `folder` and links to them at `path`.

    `extra` goes into every view; its `summary` is shown below the title."""
    whole = whole_of(site.timeline.events) if nav == "years" else None
    view = {"summary": "", "up": (), **extra}
    total = sum(len(chunk.events) for chunk in chunks)
    count = site.words.count("events", total)
    if len(chunks) == 1:
        bands = make_bands(chunks[0].events, site, whole)
        yield Page(path, "events.html", {**view, "title": title, "count": count, "bands": bands, "links": ()}, nav)
        return
    links = _links(chunks, folder, site)
    yield Page(path, "events.html", {**view, "title": title, "count": count, "bands": None, "links": links}, nav)
    up = (Link(title, path),)
    for number, chunk in enumerate(chunks):
        own = {
            "title": site.words.say("list.part_title", title=title, when=links[number].label),
            "count": site.words.count("events", len(chunk.events)),
            "bands": make_bands(chunk.events, site, whole),
            "links": tuple(Link(link.label, link.path, link.count, link is links[number]) for link in links),
            "up": up,
        }
        yield Page(f"{folder}/{chunk.key}.html", "events.html", {**view, **own}, nav)


def _links(chunks: Sequence[Chunk], folder: str, site: Site) -> tuple[Link, ...]:
    return tuple(
        Link(_label(chunk, site), f"{folder}/{chunk.key}.html", site.words.count("events", len(chunk.events)))
        for chunk in chunks
    )


def _label(chunk: Chunk, site: Site) -> str:
    words = site.words
    label = words.date(Edtf(chunk.slot.key)) if chunk.slot else words.get("date_view.undated")
    if chunk.key.removesuffix(f"-{chunk.part}").endswith("-00"):
        label = words.say("band.some_time", when=label)
    return label if chunk.part == 1 else words.say("list.part", when=label, part=chunk.part)
