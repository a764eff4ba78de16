"""`feed.atom`: the events reported last (RFC 4287). Times come from articles, never from the clock."""

from __future__ import annotations

from generator.stages.website.exports.common import Files, Material, line, moment
from generator.stages.website.exports.feeds import Entry, entries, permanent_id
from generator.stages.website.exports.xml import Element, add, root, xml_bytes

NAMESPACE = "http://www.w3.org/2005/Atom"
PATH = "feed.atom"


def atom(material: Material) -> Files:
    """The feed of events."""
    site = material.site
    feed = feed_head(material, PATH, line(site.settings.title), line(site.settings.description))
    for entry in entries(material):
        _add_entry(feed, entry)
    yield PATH, xml_bytes(feed)


def feed_head(material: Material, path: str, title: str, subtitle: str) -> Element:
    """A feed without entries: title, id, author, links, and the newest article's day."""
    site, settings = material.site, material.site.settings
    feed = root("feed", NAMESPACE, {"xml:lang": settings.language})
    add(feed, "title", title)
    if subtitle:
        add(feed, "subtitle", subtitle)
    add(feed, "id", permanent_id(site, path))
    add(feed, "updated", moment(material.newest()))
    add(add(feed, "author"), "name", line(settings.publisher or settings.title))
    add(feed, "link", attributes={"rel": "alternate", "type": "text/html", "href": site.absolute("index.html")})
    if settings.base_url:
        add(feed, "link", attributes={"rel": "self", "type": "application/atom+xml", "href": site.absolute(path)})
    if settings.license:
        add(feed, "rights", line(settings.license))
    return feed


def _add_entry(feed: Element, entry: Entry) -> None:
    one = add(feed, "entry")
    add(one, "title", entry.title)
    add(one, "id", entry.id)
    add(one, "updated", moment(entry.day))
    add(one, "link", attributes={"rel": "alternate", "type": "text/html", "href": entry.url})
    for address in entry.related[:5]:
        add(one, "link", attributes={"rel": "related", "href": address})
    add(one, "category", attributes={"term": entry.category[0], "label": entry.category[1]})
    add(one, "summary", entry.summary)
