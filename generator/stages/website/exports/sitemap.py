"""`sitemap.xml` (sitemaps.org, protocol 0.9): every page, with the day of the newest article behind it."""

from __future__ import annotations

from generator.stages.website.exports.common import Files, Material
from generator.stages.website.exports.xml import add, root, xml_bytes

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
LIMIT = 50_000
"""Addresses a sitemap may hold."""
LEFT_OUT = frozenset({"404.html", "embed.html"})


def sitemap(material: Material) -> Files:
    """The list of pages. Search engines want whole addresses: without a `base_url` they are relative, for mirrors."""
    site = material.site
    days = _days(material)
    urls = root("urlset", NAMESPACE)
    for path in sorted(set(material.pages) - LEFT_OUT, key=_front_first)[:LIMIT]:
        url = add(urls, "url")
        add(url, "loc", site.settings.base_url + ("" if path == "index.html" and site.settings.base_url else path))
        if path in days:
            add(url, "lastmod", days[path])
    yield "sitemap.xml", xml_bytes(urls)


def _front_first(path: str) -> tuple[bool, bool, str]:
    return path != "index.html", "/" in path, path


def _days(material: Material) -> dict[str, str]:
    """The last day anything is known to have changed, by page; pages of names change with any article."""
    site = material.site
    days = {"index.html": str(material.newest())}
    for event in site.events:
        if day := material.reported(event):
            days[site.event_path(event)] = str(day)
    for result in site.results:
        if result.article.dct and (day := result.article.dct.earliest):
            days[site.article_path(result.article)] = str(day)
    return days
