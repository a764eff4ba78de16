"""`data/events.json`: the whole timeline for other programs, one event a line."""

from __future__ import annotations

from generator.stages.website.exports.common import Files, Material, json_lines
from generator.stages.website.exports.records import article_record, event_record, site_record


def events_json(material: Material) -> Files:
    """The public contract: `schema`, `site`, `articles`, `events`."""
    site = material.site
    articles = [article_record(result.article, site) for result in site.results]
    events = [event_record(event, material) for event in site.events]
    head = {"schema": 1, "site": site_record(site)}
    yield "data/events.json", json_lines(head, {"articles": articles, "events": events})
