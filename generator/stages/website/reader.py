"""The page of one article: its text with the quoted words marked, its events beside them.

It shows only as much as the article's `publish` allows: `full`; `excerpt`, the first paragraph and the quoted
sentences; `none`, the quotes alone, cut short as a citation is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from generator.model.event import Event, EventMention
from generator.model.result import ArticleResult
from generator.model.text import Article, Block
from generator.stages.website.exports.jsonld import article_jsonld
from generator.stages.website.page import Link, Page, reference_links
from generator.stages.website.reading import published_words, rung_sentence, time_sentence
from generator.stages.website.segments import Group, Mark, Segment, cut, grouped
from generator.stages.website.site import Site
from generator.stages.website.text import one_line, safe_url, shorten
from generator.stages.website.when import DateView, date_view, marker

ALSO_SHOWN = 4
"""So many other sources are named beside the text; the event's page has them all."""


@dataclass(frozen=True, slots=True)
class SideNote:
    """An event beside the text that reports it."""

    path: str
    title: str
    date: DateView
    marker: str
    mentions: str
    """Ids of its marks in this article, joined by spaces."""
    also: tuple[Link, ...]
    """Other sources that report it, each once, linked to its first mark."""
    more: str
    """How many sources there are beyond those, in words."""


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block as it is shown: cells of groups for a table row, one list of groups for the rest."""

    kind: str
    level: int
    header: bool
    cells: tuple[tuple[Group, ...], ...]
    notes: tuple[SideNote, ...] = ()
    """The events a list item reports; elsewhere they stand beside the passage."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring blocks of one kind, with the events they report. `omitted` tells that text was left out
    before it."""

    kind: str
    blocks: tuple[BlockView, ...]
    notes: tuple[SideNote, ...]
    omitted: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A date of the text and how it was read."""

    id: str
    words: str
    date: str
    sentence: Markup


def article_pages(site: Site) -> Iterator[Page]:
    """articles/index.html and a page for every article."""
    yield _index(site)
    for number, result in enumerate(site.results):
        view = article_view(result, site)
        view["before"] = _neighbour(number - 1, site)
        view["after"] = _neighbour(number + 1, site)
        yield Page(site.article_path(result.article), "article.html", view)


def _neighbour(number: int, site: Site) -> Link | None:
    if not 0 <= number < len(site.results):
        return None
    article = site.results[number].article
    return Link(site.title_of(article), site.article_path(article))


def _index(site: Site) -> Page:
    entries = []
    for result in site.results:
        article = result.article
        events = {event.id for mention in result.mentions for event in site.events_of_mention.get(mention.id, ())}
        link = Link(site.title_of(article), site.article_path(article), site.words.count("events", len(events)))
        entries.append((link, published_words(article, site), site.source_of(article)))
    view = {
        "title": site.words.get("articles.title"),
        "count": site.words.count("articles", len(site.results)),
        "entries": tuple(entries),
    }
    return Page("articles/index.html", "articles.html", view, nav="articles")


def article_view(result: ArticleResult, site: Site) -> dict[str, object]:
    """All that the article page says."""
    article = result.article
    mentions = tuple(mention for mention in result.mentions if mention.id in site.events_of_mention)
    passages = tuple(_passages(result, mentions, site)) if article.publish != "none" else ()
    visible = {ref for passage in passages for ref in _time_refs(passage)}
    shown = tuple(reading for reading in readings(result, site) if reading.id in visible)
    return {
        "title": site.title_of(article),
        "article": article,
        "source": _source_link(article, site),
        "author": one_line(article.author),
        "published": published_words(article, site),
        "published_iso": str(article.dct.day) if article.dct and article.dct.day else "",
        "rung": rung_sentence(article, site),
        "url": safe_url(article.url),
        "archived_url": safe_url(article.archived_url),
        "references": reference_links(article.references),
        "addresses": _addresses(article),
        "jsonld": article_jsonld(article, _events(mentions, site), site),
        "passages": passages,
        "citations": tuple(_citation(mention, article, site) for mention in mentions if article.publish == "none"),
        "readings": shown,
        "tips": {reading.id: reading.date for reading in shown},
        "count": site.words.count("events", len(_events(mentions, site))),
    }


def _addresses(article: Article) -> tuple[str, ...]:
    """Every address the page links to, in its order: the numbered notes of the printed page."""
    links = (link.path for link in reference_links(article.references))
    return tuple(address for address in (safe_url(article.url), safe_url(article.archived_url), *links) if address)


def _events(mentions: tuple[EventMention, ...], site: Site) -> tuple[Event, ...]:
    """The events of an article, each once."""
    found = {event.id: event for mention in mentions for event in site.events_of_mention[mention.id]}
    return tuple(found.values())


def _source_link(article: Article, site: Site) -> Link:
    name = site.source_of(article)
    facet = site.facet_of.get(("sources", name))
    return Link(name, facet.path if facet else "")


def readings(result: ArticleResult, site: Site) -> tuple[Reading, ...]:
    """Every date of the text that means something on a calendar."""
    return tuple(
        Reading(str(number), one_line(time.text), site.words.date(time.edtf), time_sentence(time, result.article, site))
        for number, time in enumerate(result.times)
        if time.edtf
    )


def _time_refs(passage: Passage) -> Iterator[str]:
    for block in passage.blocks:
        for cell in block.cells:
            for group in cell:
                for segment in group.segments:
                    if segment.date_ref:
                        yield segment.date_ref


def _passages(result: ArticleResult, mentions: tuple[EventMention, ...], site: Site) -> Iterator[Passage]:
    """The text in passages; an excerpt leaves out what no quote needs."""
    article = result.article
    marks = _marks(result, mentions)
    lead = next((block for block in article.blocks if block.kind == "paragraph"), None)
    omitted, anchored = False, set[str]()
    for kind, run in groupby(_blocks(article), key=_run_key):
        views: list[BlockView] = []
        seen: list[EventMention] = []
        for block in run:
            inside = [one for one in mentions if one.span.start < block.end and one.span.end > block.start]
            whole = article.publish == "full" or block == lead
            if not whole and not inside:
                omitted = True
                continue
            view = _block_view(block, article, marks, whole, anchored)
            if block.kind == "list-item":
                view = replace(view, notes=_notes(inside, article, site))
            else:
                seen += inside
            views.append(view)
        if views:
            notes = _notes(seen, article, site)
            yield Passage(kind[0], tuple(views), notes, omitted)
            omitted = False


def _blocks(article: Article) -> tuple[Block, ...]:
    return article.blocks or (Block("paragraph", 0, len(article.text)),)


def _run_key(block: Block) -> tuple[str, int]:
    """List items and table rows run together; every other block stands alone."""
    return (block.kind, 0) if block.kind in {"list-item", "table-row"} else (block.kind, block.start)


def _marks(result: ArticleResult, mentions: tuple[EventMention, ...]) -> list[Mark]:
    marks = [Mark(one.span.start, one.span.end, "quote", one.id) for one in mentions]
    marks += [Mark(one.trigger.start, one.trigger.end, "trigger") for one in mentions]
    marks += [
        Mark(time.span.start, time.span.end, "when", str(number))
        for number, time in enumerate(result.times)
        if time.edtf
    ]
    for piece in result.article.markup:
        if piece.kind in {"strong", "emphasis"}:
            marks.append(Mark(piece.start, piece.end, piece.kind))
        elif piece.kind == "link" and safe_url(piece.target):
            marks.append(Mark(piece.start, piece.end, "link", safe_url(piece.target)))
    return marks


def _block_view(block: Block, article: Article, marks: list[Mark], whole: bool, anchored: set[str]) -> BlockView:
    near = [mark for mark in marks if mark.start < block.end and mark.end > block.start]
    cells = tuple(_groups((start, end), article, near, whole, anchored) for start, end in _cells(block, article))
    return BlockView(block.kind, block.level, block.header, cells)


def _cells(block: Block, article: Article) -> list[tuple[int, int]]:
    if block.kind == "table-row":
        cells = [(one.start, one.end) for one in article.markup
                 if one.kind == "cell" and one.start >= block.start and one.end <= block.end]  # fmt: skip
        if cells:
            return cells
    return [(block.start, block.end)]


def _groups(
    ends: tuple[int, int], article: Article, marks: list[Mark], whole: bool, anchored: set[str]
) -> tuple[Group, ...]:
    groups = grouped(cut(article.text, *ends, marks), "quote", anchored)
    if whole:
        return groups
    ellipsis = Group((), (Segment(" […] ", frozenset(), (), ()),))
    return tuple(group if group.refs else ellipsis for group in groups if group.refs or _says(group))


def _says(group: Group) -> bool:
    return any(segment.text.strip() for segment in group.segments)


def _notes(mentions: list[EventMention], article: Article, site: Site) -> tuple[SideNote, ...]:
    """The events of a passage, each once, in the order they are told."""
    by_event: dict[str, tuple[Event, list[str]]] = {}
    for mention in mentions:
        for event in site.events_of_mention[mention.id]:
            by_event.setdefault(event.id, (event, []))[1].append(mention.id)
    return tuple(_note(event, ids, article, site) for event, ids in by_event.values())


def _note(event: Event, ids: list[str], article: Article, site: Site) -> SideNote:
    others: dict[str, Link] = {}
    for mention in site.mentions(event):
        other = site.article(mention)
        if other and other.id != article.id:
            name = site.source_of(other)
            others.setdefault(name, Link(name, f"{site.article_path(other)}#m-{mention.id}"))
    left = len(others) - ALSO_SHOWN
    return SideNote(
        path=f"{site.event_path(event)}#q-{ids[0]}",
        title=one_line(event.title),
        date=date_view(event.date, event.latest, site.words),
        marker=marker(event),
        mentions=" ".join(ids),
        also=tuple(others.values())[:ALSO_SHOWN],
        more=site.words.count("more_sources", left) if left > 0 else "",
    )


def _citation(mention: EventMention, article: Article, site: Site) -> tuple[str, str, tuple[SideNote, ...]]:
    """(mention id, the quote cut short, its events) for an article whose text is not shown."""
    text = article.text[mention.span.start : mention.span.end] or mention.text
    offset = mention.span.start
    low, high = shorten(text, mention.trigger.start - offset, mention.trigger.end - offset)
    said = ("… " if low else "") + one_line(text[low:high]) + (" …" if high < len(text) else "")
    return mention.id, said, _notes([mention], article, site)
