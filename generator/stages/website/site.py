"""The site being made: every event, article and name with its page, looked up in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.model.edtf import sort_key
from generator.model.event import EVENT_TYPES, Event, EventMention, Place, Timeline
from generator.model.problem import Problem
from generator.model.result import ArticleResult
from generator.model.text import Article
from generator.settings import Settings
from generator.stages.website.chunks import Chunk, calendar_chunks
from generator.stages.website.text import one_line, unique_slugs
from generator.stages.website.theme import Theme
from generator.stages.website.when import Slot, slot
from generator.stages.website.words import Words

Locator = Callable[[Sequence[Place], Words], Markup]
PAGE_LIMIT = 300
"""A list longer than this is split by the calendar."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One actor, place, type or source with its page and its events in the timeline's order."""

    kind: str
    """actors, places, types or sources: the folder and the key of the strings."""
    name: str
    slug: str
    label: str
    events: tuple[Event, ...]

    @property
    def path(self) -> str:
        """The facet's page."""
        return f"{self.kind}/{self.slug}.html"


class Site:
    """All that page builders may look up. `locator` draws a small map of places, or nothing."""

    def __init__(
        self,
        timeline: Timeline,
        results: Sequence[ArticleResult],
        settings: Settings,
        theme: Theme,
        problems: Sequence[Problem] = (),
        *,
        locator: Locator | None = None,
        published: bytes = b"",
    ) -> None:
        self.timeline = timeline
        self.results = tuple(sorted(results, key=lambda result: _article_key(result.article)))
        self.settings = settings
        self.theme = theme
        self.words: Words = theme.words
        self.problems = tuple(problems)
        self.locator = locator
        self.published = published
        self.events: tuple[Event, ...] = tuple(timeline)
        self.rows: dict[str, object] = {}
        """The lines of events already made (`rows.EventRow`), by event id."""
        self.by_id = {event.id: event for event in self.events}

    @cached_property
    def result_of(self) -> dict[str, ArticleResult]:
        """Results by article id."""
        return {result.article.id: result for result in self.results}

    @cached_property
    def sentence_places(self) -> dict[str, dict[int, int]]:
        """For each article id, the index of the sentence that begins at an offset."""
        return {
            key: {sentence.span.start: number for number, sentence in enumerate(result.sentences)}
            for key, result in self.result_of.items()
        }

    @cached_property
    def events_of_mention(self) -> dict[str, tuple[Event, ...]]:
        """The event (rarely more) each mention reports, by mention id."""
        found: dict[str, tuple[Event, ...]] = {}
        for event in self.events:
            for mention in event.mentions:
                found[mention.id] = (*found.get(mention.id, ()), event)
        return found

    def article(self, mention: EventMention) -> Article | None:
        """The article a mention stands in; None for a mention an editor made without one."""
        result = self.result_of.get(mention.span.article_id)
        return result.article if result else None

    def mentions(self, event: Event) -> tuple[EventMention, ...]:
        """An event's mentions, oldest report first, then by place in the article."""
        return tuple(sorted(event.mentions, key=self._mention_key))

    def _mention_key(self, mention: EventMention) -> tuple[object, ...]:
        article = self.article(mention)
        key = _article_key(article) if article else ((10**9, 0, ""), "")
        return (*key, mention.span.start, mention.id)

    def source_of(self, article: Article | None) -> str:
        """Who published an article, as readers know it."""
        if article is None:
            return self.words.get("source.editor")
        host = urlsplit(article.url).hostname if article.url else None
        return article.source or (host or "").removeprefix("www.") or self.words.get("source.unnamed")

    def sources(self, event: Event) -> tuple[str, ...]:
        """The independent sources of an event: as linking counted them, else those of its articles, else the
        publishers an editor named."""
        told = [self.source_of(self.article(mention)) for mention in event.mentions]
        return event.sources or tuple(dict.fromkeys(told or (reference[0] for reference in event.references)))

    @cached_property
    def facets(self) -> dict[str, tuple[Facet, ...]]:
        """Every actor, place, type and source that has an event; names sorted, types in their own order."""
        types = {name: [event for event in self.events if event.type == name] for name in EVENT_TYPES}
        grouped = {
            "actors": _group((actor.name, event) for event in self.events for actor in event.actors),
            "places": _group((place.name, event) for event in self.events for place in event.places),
            "types": {name: events for name, events in types.items() if events},
            "sources": _group((name, event) for event in self.events for name in self.sources(event)),
        }
        return {kind: self._facets(kind, groups) for kind, groups in grouped.items()}

    def _facets(self, kind: str, groups: dict[str, list[Event]]) -> tuple[Facet, ...]:
        names = list(groups) if kind == "types" else sorted(groups, key=lambda name: (name.casefold(), name))
        slugs = unique_slugs(names, frozenset({"index"}))
        label = (lambda name: self.words.label("type", name)) if kind == "types" else (lambda name: name)
        return tuple(Facet(kind, name, slugs[name], label(name), tuple(groups[name])) for name in names)

    @cached_property
    def facet_of(self) -> dict[tuple[str, str], Facet]:
        """Facets by (kind, name)."""
        return {(kind, facet.name): facet for kind, facets in self.facets.items() for facet in facets}

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The pages of all events."""
        return calendar_chunks(self.timeline, PAGE_LIMIT)

    @cached_property
    def path_of_slot(self) -> dict[Slot | None, str]:
        """The page and fragment of each band among all events; None is the undated ones."""
        paths: dict[Slot | None, str] = {}
        for chunk in self.chunks:
            page = f"years/{chunk.key}.html" if chunk.key else "years/index.html"
            for event in chunk.events:
                where = slot(event.date) if event.date else None
                paths.setdefault(where, f"{page}#{where.key if where else 'undated'}")
        return paths

    @cached_property
    def path_of_row(self) -> dict[str, str]:
        """Where each event stands among all events, by event id."""
        return {
            event.id: f"years/{chunk.key or 'index'}.html#e-{event.id}"
            for chunk in self.chunks
            for event in chunk.events
        }

    @cached_property
    def path_of_year(self) -> dict[int, str]:
        """The first band of each year among all events."""
        paths: dict[int, str] = {}
        for where in sorted(where for where in self.path_of_slot if where):
            paths.setdefault(where.year, self.path_of_slot[where])
        return paths

    def event_path(self, event: Event) -> str:
        """The event's own page."""
        return f"events/{event.id}.html"

    def title_of(self, article: Article) -> str:
        """The article's headline; never empty."""
        return one_line(article.title) or self.words.get("article.untitled")

    def article_path(self, article: Article) -> str:
        """The article's own page."""
        return f"articles/{article.id}.html"

    def absolute(self, path: str) -> str:
        """The address of a page where the site is published; relative where that is not known."""
        return self.settings.base_url + path


def _article_key(article: Article) -> tuple[tuple[int, int, str], str]:
    return (sort_key(article.dct) if article.dct else (10**9, 0, "")), article.path


def _group(pairs: Iterable[tuple[str, Event]]) -> dict[str, list[Event]]:
    groups: dict[str, list[Event]] = {}
    for name, event in pairs:
        events = groups.setdefault(name, [])
        if not events or events[-1] is not event:
            events.append(event)
    return groups
