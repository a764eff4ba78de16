"""The page of downloads and feeds: what there is, and what each is good for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.stages.website.page import Link, Page
from generator.stages.website.site import Site

FILES = (
    ("csv", "data/events.csv"), ("json", "data/events.json"), ("schema", "data/events.schema.json"),
    ("geojson", "data/events.geojson"), ("ics", "data/events.ics"), ("timelinejs", "data/timelinejs.json"),
    ("timelinejs_all", "data/timelinejs-all.json"), ("datapackage", "data/datapackage.json"),
)  # fmt: skip
FEEDS = (("atom", "feed.atom"), ("json_feed", "feed.json"), ("changes", "changes.atom"))


def data_pages(site: Site) -> Iterator[Page]:
    """data.html."""
    words = site.words
    embed = site.absolute("embed.html") if site.settings.base_url else ""
    view = {
        "title": words.get("data.title"),
        "lists": tuple(
            (words.get(f"data.{name}"), tuple(_entry(key, path, site) for key, path in entries))
            for name, entries in (("files", FILES), ("feeds", FEEDS))
        ),
        "license": site.settings.license,
        "embed": words.say("data.embed_code", url=embed, title=site.settings.title.replace('"', "'")) if embed else "",
    }
    yield Page("data.html", "data.html", view, nav="data", description=words.get("data.summary"))


def _entry(key: str, path: str, site: Site) -> tuple[Link, str]:
    return Link(site.words.get(f"data.{key}_name"), path), site.words.get(f"data.{key}_about")
