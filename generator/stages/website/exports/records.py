"""Articles and events as the public records of `data/events.json`: the contract with everybody else's programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model.event import Actor, Disagreement, Event, EventMention, FigureRange, Place
from generator.model.text import Article
from generator.stages.website.exports.common import Material, line
from generator.stages.website.site import Site
from generator.stages.website.text import safe_url, shorten

AROUND = 32
"""Characters of context on either side of a quote, as W3C's TextQuoteSelector advises."""
Record = dict[str, Any]


def event_record(event: Event, material: Material) -> Record:
    """One event of `events.json`."""
    site = material.site
    mentions = site.mentions(event)
    coding = material.coding(event)
    return {
        "id": event.id,
        "url": site.absolute(site.event_path(event)),
        "title": line(event.title),
        "text": line(_text(event, site)),
        **_date(event),
        "type": event.type,
        "acled_event_type": coding.acled_event or None,
        "acled_sub_event_type": coding.acled_sub_event or None,
        "plover": coding.plover or None,
        "status": event.status,
        "actors": [actor.name for actor in event.actors],
        "places": [place.name for place in event.places],
        "actor_details": [_actor(actor) for actor in event.actors],
        "place_details": [_place(place) for place in event.places],
        "figures": {figure.kind: _figure(figure, mentions) for figure in event.figures},
        "mentions": [mention_record(mention, site) for mention in mentions],
        "disagreements": [_disagreement(one, mentions) for one in event.disagreements],
        "significance": round(event.significance, 4),
        "significance_reasons": [{"reason": name, "share": round(share, 4)} for name, share in event.reasons],
        "sources": list(site.sources(event)),
        "references": [
            {"publisher": publisher, "title": title, "url": safe_url(url)} for publisher, title, url in event.references
        ],
        "key": event.id in site.timeline.key_events,
        "review": event.review,
    }  # fmt: skip


def _actor(actor: Actor) -> Record:
    return {"name": actor.name, "role": actor.role, "kind": actor.kind, "country": actor.country}


def _place(place: Place) -> Record:
    return {
        "name": place.name, "lat": place.lat, "lon": place.lon, "precision": place.precision,
        "country": place.country, "admin1": place.admin1, "kind": place.kind,
    }  # fmt: skip


def _date(event: Event) -> Record:
    """The date and what is derived from it; an undated event has `latest` alone."""
    date = event.date
    first, last = (date.earliest, date.latest) if date else (None, None)
    return {
        "date": date.text if date else None,
        "earliest": str(first) if first else None,
        "latest": (str(last) if last else None) if date else event.latest,
        "precision": date.precision if date else None,
        "kind": date.kind if date else None,
        "basis": event.basis if date else None,
        "date_text": line(event.date_text),
    }


def _text(event: Event, site: Site) -> str:
    """The best sentence, shortened where every article it can come from is not to be shown."""
    articles = [site.article(mention) for mention in event.mentions]
    if articles and all(article is not None and article.publish == "none" for article in articles):
        start, end = shorten(event.text, 0, 0)
        return event.text[start:end]
    return event.text


def _figure(figure: FigureRange, mentions: Sequence[EventMention]) -> Record:
    """A figure over all reports, with each report's own."""
    where = {mention.id: number for number, mention in enumerate(mentions)}
    reports = [
        {
            "mention": where.get(report.mention_id), "best": report.best, "low": report.low, "high": report.high,
            "words": line(report.words), "said_by": line(report.said_by),
        }
        for report in figure.reports
    ]  # fmt: skip
    return {"best": figure.best, "low": figure.low, "high": figure.high, "mentions": reports}


def _disagreement(disagreement: Disagreement, mentions: Sequence[EventMention]) -> Record:
    """The versions of a field, each with the indices of the mentions that give it."""
    where = {mention.id: number for number, mention in enumerate(mentions)}
    return {
        "field": disagreement.field,
        "versions": [
            {"value": line(version.value), "mentions": sorted(where[one] for one in version.mentions if one in where)}
            for version in disagreement.versions
        ],
    }


def mention_record(mention: EventMention, site: Site) -> Record:
    """One passage that reports an event; `start` and `end` are offsets into the article's plain text."""
    article = site.article(mention)
    start, end, prefix, suffix = quoted(mention, article)
    return {
        "article": article.path if article else "",
        "quote": article.text[start:end] if article else mention.text,
        "prefix": prefix,
        "suffix": suffix,
        "start": start,
        "end": end,
        "date": mention.time.edtf.text if mention.time and mention.time.edtf else None,
        "title": line(article.title) if article else "",
        "published": article.dct.text if article and article.dct else None,
        "source": line(site.source_of(article)),
        "url": safe_url(article.url) if article else "",
    }


def quoted(mention: EventMention, article: Article | None) -> tuple[int, int, str, str]:
    """(start, end, words before, words after) of what may be quoted: a short piece round the trigger where the
    article's text is not to be published."""
    start, end = mention.span.start, mention.span.end
    if article is None:
        return start, end, "", ""
    if article.publish == "none":
        left, right = shorten(article.text[start:end], mention.trigger.start - start, mention.trigger.end - start)
        return start + left, start + right, "", ""
    return start, end, article.text[max(0, start - AROUND) : start], article.text[end : end + AROUND]


def article_record(article: Article, site: Site) -> Record:
    """One article of `events.json`; its text is not part of it."""
    return {
        "id": article.id,
        "path": article.path,
        "page": site.absolute(site.article_path(article)),
        "title": line(article.title),
        "published": article.dct.text if article.dct else None,
        "published_basis": article.dct_rung,
        "source": line(site.source_of(article)),
        "author": line(article.author),
        "url": safe_url(article.url),
        "archived_url": safe_url(article.archived_url),
        "language": article.language,
        "kind": article.kind or None,
        "tags": [line(tag) for tag in article.tags],
        "publish": article.publish,
        "license": line(article.license),
        "sample": article.sample,
        "references": [
            {"publisher": line(publisher), "title": line(title), "url": safe_url(url)}
            for publisher, title, url in article.references
        ],
        "content_hash": article.content_hash,
    }


def site_record(site: Site) -> Record:
    """What the file says of the site itself."""
    settings = site.settings
    return {
        "title": line(settings.title),
        "description": line(settings.description),
        "language": settings.language,
        "url": settings.base_url,
        "publisher": line(settings.publisher),
        "license": line(settings.license),
    }
