"""`embed.html`: the key events as a short list for an iframe on somebody else's page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.stages.website.front import chosen
from generator.stages.website.page import Page
from generator.stages.website.rows import event_row
from generator.stages.website.site import Site

MOST = 40
"""More than this is not short."""


def embed_pages(site: Site) -> Iterator[Page]:
    """embed.html: dated key events in order; every link opens in the page around the frame."""
    dated = [event for event in chosen(site) if event.date]
    ranked = sorted(dated, key=lambda event: (-event.significance, event.id))[:MOST]
    kept = {event.id for event in ranked}
    rows = tuple(event_row(event, site) for event in dated if event.id in kept)
    yield Page("embed.html", "embed.html", {"title": site.words.get("embed.title"), "rows": rows})
