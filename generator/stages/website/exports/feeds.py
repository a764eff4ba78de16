"""The entries of every feed: the events that were reported last, newest report first."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.calendar import Day, ordinal
from generator.model.event import Event
from generator.stages.website.exports.common import Material, line
from generator.stages.website.rows import by_when, status_words
from generator.stages.website.site import Site
from generator.stages.website.text import safe_url
from generator.stages.website.when import date_view

ENTRIES = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as a feed tells it."""

    id: str
    url: str
    title: str
    summary: str
    day: Day | None
    category: tuple[str, str]
    """(event type, its word)."""
    related: tuple[str, ...]
    """Addresses of the articles' originals."""
    edtf: str


def entries(material: Material) -> Iterator[Entry]:
    """At most `ENTRIES` events; ties of the same day go by id."""
    days = {event.id: material.reported(event) for event in material.site.events}
    newest = sorted(material.site.events, key=lambda event: (-ordinal(days[event.id] or Day(0, 1, 1)), event.id))
    for event in newest[:ENTRIES]:
        yield _entry(event, material.site, days[event.id])


def _entry(event: Event, site: Site, day: Day | None) -> Entry:
    articles = (site.article(mention) for mention in site.mentions(event))
    originals = (safe_url(article.url) for article in articles if article)
    return Entry(
        id=permanent_id(site, site.event_path(event)),
        url=site.absolute(site.event_path(event)),
        title=line(event.title),
        summary=summary(event, site),
        day=day,
        category=(event.type, site.words.label("type", event.type)),
        related=tuple(dict.fromkeys(address for address in originals if address)),
        edtf=event.date.text if event.date else "",
    )


def summary(event: Event, site: Site) -> str:
    """Date in words, status where it is not plain, and the best sentence."""
    dated = date_view(event.date, event.latest, site.words).words if event.date else by_when(event, site)
    parts = [dated or date_view(None, None, site.words).words]
    if event.status != "happened":
        parts.append(status_words(event, site))
    said = ". ".join(part[:1].upper() + part[1:] for part in parts)
    return line(f"{said}. {event.text if may_quote(event, site) else event.title}")


def may_quote(event: Event, site: Site) -> bool:
    """Whether a whole sentence may be shown: not where every article is kept back."""
    articles = [site.article(mention) for mention in event.mentions]
    return not articles or any(article is None or article.publish != "none" for article in articles)


def permanent_id(site: Site, path: str) -> str:
    """An IRI that never changes: the page's address, or a URN made from site and path where there is none."""
    if site.settings.base_url:
        return site.absolute(path)
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{site.settings.title}\n{path}").urn
