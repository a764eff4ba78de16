"""The page of one event: every quote in its context, how the date is known, what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.edtf import Edtf
from generator.model.event import Event, EventMention, FigureRange
from generator.model.text import Article, Sentence
from generator.stages.website.cite import citation, report_url
from generator.stages.website.exports.jsonld import event_jsonld
from generator.stages.website.neighbours import Neighbours
from generator.stages.website.page import Link, Page, reference_links
from generator.stages.website.reading import (
    date_sentences,
    published_words,
    range_words,
    time_sentence,
    version_words,
)
from generator.stages.website.rows import by_when, event_row, status_words
from generator.stages.website.segments import Mark, Segment, cut
from generator.stages.website.site import Site
from generator.stages.website.text import one_line, safe_url, shorten, text_fragment
from generator.stages.website.when import slot


@dataclass(frozen=True, slots=True)
class Quote:
    """One report of the event, in its context."""

    id: str
    segments: tuple[Segment, ...]
    before: str
    after: str
    language: str
    source: str
    author: str
    published: str
    published_iso: str
    article_title: str
    article_path: str
    """With the fragment of the marked words; empty for a report without an article."""
    url: str
    archived_url: str
    reading: Markup
    status: str
    """In words, where this report's status is not the event's."""


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a disagreement or a figure, and who gives it."""

    value: str
    quotes: tuple[Link, ...]
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A small table: what differs, or a figure's reports."""

    label: str
    sides: tuple[Side, ...]


def event_pages(site: Site) -> Iterator[Page]:
    """A page for every event."""
    near = Neighbours(site)
    for event in site.events:
        view = event_view(event, site, near)
        yield Page(site.event_path(event), "event.html", view, nav="years", description=one_line(event.text))


def event_view(event: Event, site: Site, near: Neighbours) -> dict[str, object]:
    """All that the evidence page says."""
    mentions = site.mentions(event)
    row = event_row(event, site)
    earlier, later = near.of(event)
    quotes = tuple(quote_view(mention, event, site) for mention in mentions)
    return {
        "title": row.title,
        "row": row,
        "up": (_band(event, site),),
        "by": by_when(event, site),
        "status": status_words(event, site),
        "known": date_sentences(event, site),
        "quotes": quotes,
        "places": _facet_links("places", [place.name for place in event.places], site),
        "actors": _facet_links("actors", [actor.name for actor in event.actors], site),
        "type_link": _facet_links("types", [event.type], site)[0],
        "disagreements": _disagreements(event, site),
        "figures": tuple(_figure(figure, event, site) for figure in event.figures),
        "history": _history(event, site),
        "locator": site.locator(event.places, site.words) if site.locator and event.places else "",
        "references": reference_links(event.references),
        "addresses": _addresses(quotes, event),
        "neighbours_title": site.words.get("event.neighbours" if event.places else "event.neighbours_actors"),
        "earlier": tuple(event_row(other, site) for other in earlier),
        "later": tuple(event_row(other, site) for other in later),
        "review": site.words.label("review_long", event.review),
        "note": one_line(event.note),
        "permalink": site.absolute(site.event_path(event)),
        "citation": citation(event, site),
        "jsonld": event_jsonld(event, site),
        "report_url": report_url(event, site),
        "json_id": event.id,
    }


def _band(event: Event, site: Site) -> Link:
    """The event's line among all events, named by its month or year."""
    words = site.words
    when = words.date(Edtf(slot(event.date).key)) if event.date else words.get("date_view.undated")
    return Link(words.say("list.part_title", title=words.get("years.title"), when=when), site.path_of_row[event.id])


def quote_view(mention: EventMention, event: Event, site: Site) -> Quote:
    """One mention as a quote with what a fact-checker needs to go and see."""
    article = site.article(mention)
    before, segments, after = _quote_text(mention, article, site)
    return Quote(
        id=f"q-{mention.id}",
        segments=segments,
        before=before,
        after=after,
        language=article.language if article else site.settings.language,
        source=site.source_of(article),
        author=one_line(article.author) if article else "",
        published=published_words(article, site),
        published_iso=_iso(article),
        article_title=site.title_of(article) if article else "",
        article_path=f"{site.article_path(article)}#m-{mention.id}" if article else "",
        url=text_fragment(article.url, mention.text) if article else "",
        archived_url=safe_url(article.archived_url) if article else "",
        reading=_reading(mention, article, site),
        status=site.words.label("status", mention.status).lower() if mention.status != event.status else "",
    )


def _reading(mention: EventMention, article: Article | None, site: Site) -> Markup:
    """How the report's date was read; says so when the words stand outside the quote."""
    if mention.time is None:
        return Markup("")
    sentence = time_sentence(mention.time, article, site)
    if mention.time.span.overlaps(mention.span):
        return sentence
    return site.words.html("event.elsewhere", sentence=sentence)


def _addresses(quotes: tuple[Quote, ...], event: Event) -> tuple[str, ...]:
    """Every address the reports link to, in the page's order: the numbered notes of the printed page."""
    found = [address.partition("#:~:")[0] for quote in quotes for address in (quote.url, quote.archived_url)]
    return tuple(address for address in (*found, *(link.path for link in reference_links(event.references))) if address)


def _iso(article: Article | None) -> str:
    day = article.dct.day if article and article.dct else None
    return str(day) if day and day.year > 0 else ""


def quote_marks(mention: EventMention) -> list[Mark]:
    """The trigger and the date words of a mention."""
    marks = [Mark(mention.trigger.start, mention.trigger.end, "trigger")]
    if mention.time and mention.time.span.article_id == mention.span.article_id:
        marks.append(Mark(mention.time.span.start, mention.time.span.end, "when"))
    return marks


def _quote_text(mention: EventMention, article: Article | None, site: Site) -> tuple[str, tuple[Segment, ...], str]:
    """The sentence before, the quote, the sentence after; less of it as the article's `publish` says."""
    if article is None or mention.span.end > len(article.text):
        return "", (Segment(mention.text, frozenset(), (), ()),), ""
    start, end = mention.span.start, mention.span.end
    if article.publish == "none":
        low, high = shorten(article.text[start:end], mention.trigger.start - start, mention.trigger.end - start)
        cuts = ("…" if low else "", "…" if start + high < end else "")
        return cuts[0], cut(article.text, start + low, start + high, quote_marks(mention)), cuts[1]
    before, after = _around(mention, site) if article.publish == "full" else ("", "")
    return before, cut(article.text, start, end, quote_marks(mention)), after


def _around(mention: EventMention, site: Site) -> tuple[str, str]:
    """The sentences before and after the quote, where they stand in the same block."""
    sentences = site.sentence_places.get(mention.span.article_id, {})
    here = sentences.get(mention.span.start)
    if here is None:
        return "", ""
    return _same_block(here, -1, mention, site), _same_block(here, 1, mention, site)


def _same_block(here: int, step: int, mention: EventMention, site: Site) -> str:
    sentences: tuple[Sentence, ...] = site.result_of[mention.span.article_id].sentences
    there = here + step
    if 0 <= there < len(sentences) and sentences[there].block == sentences[here].block:
        return one_line(sentences[there].text)
    return ""


def _facet_links(kind: str, names: list[str], site: Site) -> tuple[Link, ...]:
    facets = [site.facet_of[kind, name] for name in dict.fromkeys(names)]
    return tuple(Link(facet.label, facet.path) for facet in facets)


def _quote_links(ids: tuple[str, ...], event: Event, site: Site) -> tuple[Link, ...]:
    """Links to the quotes on the page, named by their source."""
    known = {mention.id: mention for mention in event.mentions}
    return tuple(
        Link(site.source_of(site.article(known[one])), f"#q-{one}") for one in dict.fromkeys(ids) if one in known
    )


def _disagreements(event: Event, site: Site) -> tuple[Table, ...]:
    return tuple(
        Table(
            site.words.label("field", field.field),
            tuple(
                Side(version_words(field.field, version.value, site), _quote_links(version.mentions, event, site))
                for version in field.versions
            ),
        )
        for field in event.disagreements
    )


def _figure(figure: FigureRange, event: Event, site: Site) -> Table:
    words = site.words
    sides = tuple(
        Side(one_line(report.words), _quote_links((report.mention_id,), event, site), one_line(report.said_by))
        for report in figure.reports
    )
    label = words.say("figure.line", kind=words.label("figure_kind", figure.kind), number=_range(figure, site))
    return Table(label, sides)


def _range(figure: FigureRange, site: Site) -> str:
    """The figure over all reports; in the report's own words, bound and all, where they are one."""
    said = {one_line(report.words).casefold() for report in figure.reports if report.words}
    if len(said) == 1:
        return said.pop()
    return range_words(figure.best, figure.low, figure.high, site)


def _history(event: Event, site: Site) -> tuple[tuple[str, str, Link], ...]:
    known = {mention.id: mention for mention in event.mentions}
    steps = []
    for mention_id, status in event.history:
        if mention_id in known:
            article = site.article(known[mention_id])
            link = Link(site.source_of(article), f"#q-{mention_id}")
            steps.append((published_words(article, site), site.words.label("status", status), link))
    return tuple(steps)
