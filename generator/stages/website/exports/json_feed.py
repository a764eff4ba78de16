"""`feed.json`: the events reported last (JSON Feed 1.1); an item's `_timeline` tells its EDTF date and type."""

from __future__ import annotations

from typing import Any

from generator.stages.website.exports.common import Files, Material, json_bytes, line, moment
from generator.stages.website.exports.feeds import Entry, entries

PATH = "feed.json"


def json_feed(material: Material) -> Files:
    """The same entries as the Atom feed."""
    site, settings = material.site, material.site.settings
    feed: dict[str, Any] = {"version": "https://jsonfeed.org/version/1.1", "title": line(settings.title)}
    if settings.description:
        feed["description"] = line(settings.description)
    if settings.base_url:
        feed |= {"home_page_url": settings.base_url, "feed_url": site.absolute(PATH)}
    feed |= {"language": settings.language, "authors": [{"name": line(settings.publisher or settings.title)}]}
    feed["items"] = [_item(entry, bool(settings.base_url)) for entry in entries(material)]
    yield PATH, json_bytes(feed)


def _item(entry: Entry, published: bool) -> dict[str, Any]:
    """One entry; an item's address must be whole, so a site without one gives none."""
    item: dict[str, Any] = {"id": entry.id}
    if published:
        item["url"] = entry.url
    if entry.related:
        item["external_url"] = entry.related[0]
    item |= {"title": entry.title, "content_text": entry.summary, "date_published": moment(entry.day)}
    return item | {"tags": [entry.category[1]], "_timeline": {"edtf": entry.edtf, "type": entry.category[0]}}
