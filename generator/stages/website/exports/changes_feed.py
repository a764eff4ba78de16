"""`changes.atom`: what was added, corrected or removed, one entry a change (RFC 4287)."""

from __future__ import annotations

import hashlib

from generator.stages.website.changes import ChangeView, Edition, Group, editions
from generator.stages.website.exports.atom import feed_head
from generator.stages.website.exports.common import Files, Material, line, moment
from generator.stages.website.exports.feeds import permanent_id
from generator.stages.website.exports.xml import Element, add, xml_bytes
from generator.stages.website.site import Site

PATH = "changes.atom"
ENTRIES = 200


def changes_feed(material: Material) -> Files:
    """The same changes as the page, those of the newest edition first."""
    site = material.site
    title = site.words.say("changes.feed_title", site=line(site.settings.title))
    feed = feed_head(material, PATH, title, "")
    found = [
        (edition, group, change) for edition in editions(site) for group in edition.groups for change in group.changes
    ]
    for edition, group, change in found[:ENTRIES]:
        _add_entry(feed, edition, group, change, site)
    yield PATH, xml_bytes(feed)


def _add_entry(feed: Element, edition: Edition, group: Group, change: ChangeView, site: Site) -> None:
    """An entry's id names the change itself, so that a second correction of one event is a second entry."""
    said = " ".join(change.sentences)
    mark = hashlib.blake2b(f"{group.kind}\n{change.id}\n{said}".encode(), digest_size=6).hexdigest()
    one = add(feed, "entry")
    title = site.words.say(f"changes.entry.{group.kind}", title=change.title)
    add(one, "title", line(title))
    add(one, "id", permanent_id(site, f"changes.html#{mark}"))
    add(one, "updated", moment_of(edition.day))
    add(one, "link", attributes={"rel": "alternate", "href": site.absolute(change.path or "changes.html")})
    add(one, "category", attributes={"term": group.kind})
    add(one, "summary", line(said or title))


def moment_of(day: str) -> str:
    """An ISO day as a moment; the day that stands for none where it is no such day."""
    return f"{day}T00:00:00Z" if len(day) == 10 and day[:4].isdigit() else moment(None)
