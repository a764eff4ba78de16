"""The front page: the story so far in its key events."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.event import Event
from generator.stages.website.bands import make_bands, whole_of
from generator.stages.website.density import make_density
from generator.stages.website.page import Page
from generator.stages.website.site import Site

UNDATED_SHOWN = 12


def front_pages(site: Site) -> Iterator[Page]:
    """index.html."""
    shown = chosen(site)
    undated = [event for event in site.timeline.undated if event in shown] or list(site.timeline.undated)
    dated = [event for event in shown if event.date]
    first = sorted(undated, key=lambda event: -event.significance)[:UNDATED_SHOWN]
    ordered = [event for event in site.timeline.undated if event in first]
    words = site.words
    total = len(site.events)
    count = words.count("events", total)
    if len(dated) + len(ordered) < total:
        count = words.say("front.shown_of", shown=words.number(len(dated) + len(ordered)), all=count)
    yield Page(
        "index.html",
        "index.html",
        {
            "title": "",
            "bands": make_bands([*dated, *ordered], site, whole_of(site.timeline.events)),
            "density": make_density(site, dated),
            "count": count,
            "complete": len(dated) + len(ordered) == total,
            "more_undated": len(site.timeline.undated) - len(ordered),
            "undated_path": site.path_of_slot.get(None, ""),
            "articles_count": words.count("articles", len(site.results)),
            "sources_count": words.count("sources", len(site.facets["sources"])),
        },
        nav="timeline",
        description=site.settings.description,
    )


def chosen(site: Site) -> list[Event]:
    """The key events in the timeline's order; by significance alone where none are named."""
    limit = site.settings.key_events
    keys = site.timeline.key_events
    if not keys and limit and len(site.events) > limit:
        ranked = sorted(site.timeline.events, key=lambda event: (-event.significance, event.id))
        keys = frozenset(event.id for event in ranked[:limit])
    return [event for event in site.events if not keys or event.id in keys]
