"""schema.org data for pages, for researchers and machines: a data block, which no browser runs."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from generator.model.edtf import Edtf
from generator.model.event import Event, Place
from generator.model.text import Article
from generator.stages.website.exports.common import json_text, line
from generator.stages.website.site import Site
from generator.stages.website.text import safe_url

CONTEXT = "https://schema.org"


def event_jsonld(event: Event, site: Site) -> Markup:
    """The event as a schema.org Event, ready to stand inside `<script type="application/ld+json">`."""
    data: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Event",
        "identifier": event.id,
        "name": line(event.title),
        "url": site.absolute(site.event_path(event)),
        **_dates(event),
        "location": [_place(place) for place in event.places],
        "about": [{"@type": "Thing", "name": line(actor.name)} for actor in event.actors],
        "subjectOf": _reports(event, site),
    }
    return data_block({key: value for key, value in data.items() if value})


def article_jsonld(article: Article, events: tuple[Event, ...], site: Site) -> Markup:
    """An article's page as a schema.org Article that is about its events."""
    data: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Article",
        "headline": line(article.title),
        "datePublished": _reduced(article.dct),
        "author": {"@type": "Person", "name": line(article.author)} if article.author else None,
        "publisher": {"@type": "Organization", "name": line(article.source)} if article.source else None,
        "inLanguage": article.language,
        "isBasedOn": safe_url(article.url),
        "archivedAt": safe_url(article.archived_url),
        "about": [
            {"@type": "Event", "name": line(event.title), "url": site.absolute(site.event_path(event))}
            for event in events
        ],
    }
    return data_block({key: value for key, value in data.items() if value})


def data_block(data: dict[str, Any]) -> Markup:
    """JSON that can hold no end tag and no comment, whatever the text."""
    text = json_text(data).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(text)  # noqa: S704  # made safe in the line above


def _dates(event: Event) -> dict[str, Any]:
    """`startDate` and `endDate` where the date is plain; anything else as `temporalCoverage`, with the EDTF value."""
    date = event.date
    if date is None:
        return {}
    edtf = {"@type": "PropertyValue", "name": "EDTF", "value": date.text}
    plain = not (date.approximate or date.uncertain)
    if plain and date.kind == "extent" and date.earliest and date.latest:
        return {"startDate": str(date.earliest), "endDate": str(date.latest), "additionalProperty": edtf}
    start = _reduced(date) if plain else ""
    if start:
        return {"startDate": start, "additionalProperty": edtf}
    first, last = (str(day) if day else ".." for day in (date.earliest, date.latest))
    return {"temporalCoverage": f"{first}/{last}", "additionalProperty": edtf}


def _reduced(value: Edtf | None) -> str:
    """An ISO 8601 date of reduced precision (year, month or day); empty for what has no such form."""
    if value is None or value.precision not in {"year", "month", "day"}:
        return ""
    text = value.text
    return text if text.replace("-", "").isdigit() and not text.startswith("-") else ""


def _place(place: Place) -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "Place", "name": line(place.name)}
    if place.country:
        made["address"] = {"@type": "PostalAddress", "addressCountry": place.country}
    if place.lat is not None and place.precision <= 2:
        made["geo"] = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return made


def _reports(event: Event, site: Site) -> list[dict[str, Any]]:
    articles = {article.id: article for mention in site.mentions(event) if (article := site.article(mention))}
    return [
        {
            "@type": "Article",
            "headline": line(article.title),
            "url": site.absolute(site.article_path(article)),
            "datePublished": _reduced(article.dct),
            "publisher": {"@type": "Organization", "name": line(site.source_of(article))},
        }
        for article in articles.values()
    ]
