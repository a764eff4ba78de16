"""The changes page: what was added, corrected or removed since the last published build, and before that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.edtf import parse_edtf
from generator.stages.website.page import Page
from generator.stages.website.reading import range_words
from generator.stages.website.site import Site
from generator.stages.website.snapshot import Change, Changes, changes, read_events, read_log
from generator.stages.website.text import one_line

SHOWN = 200
"""Of one kind, more than this are only counted."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change as the page and the feed tell it."""

    id: str
    title: str
    path: str
    """The event's page; empty where it has none any more."""
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Changes of one kind."""

    kind: str
    label: str
    changes: tuple[ChangeView, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that changed from one published build to the next."""

    label: str
    groups: tuple[Group, ...]
    day: str


def change_pages(site: Site) -> Iterator[Page]:
    """changes.html."""
    made = editions(site)
    words = site.words
    known = read_events(site.published) is not None
    view = {
        "title": words.get("changes.title"),
        "summary": words.get("changes.summary"),
        "editions": made,
        "nothing": "" if made else words.get("changes.none" if known else "changes.first"),
    }
    yield Page("changes.html", "changes.html", view, nav="explore")


def editions(site: Site) -> tuple[Edition, ...]:
    """What is new since the last published build, then the log, newest first."""
    now = changes(site.published, site.timeline)
    words = site.words
    made = [_edition(now, words.get("changes.since"), site)] if tuple(now) else []
    for past in read_log(site.published):
        label = words.say("changes.to", day=_date(past.day, site)) if past.day else words.get("changes.before")
        made.append(_edition(past, label, site))
    return tuple(made)


def _edition(one: Changes, label: str, site: Site) -> Edition:
    groups = []
    for kind, found in (("corrected", one.corrected), ("removed", one.removed), ("added", one.added)):
        if not found:
            continue
        views = tuple(_view(change, site) for change in found[:SHOWN])
        more = site.words.count("more_changes", len(found) - SHOWN) if len(found) > SHOWN else ""
        groups.append(Group(kind, site.words.count(f"changes_{kind}", len(found)), views, more))
    return Edition(label, tuple(groups), one.day)


def _view(change: Change, site: Site) -> ChangeView:
    """A change in words; the page it leads to is the event's, or that of the event it was joined with."""
    words = site.words
    target = site.by_id.get(change.id if change.kind != "removed" else change.into)
    sentences = [_correction(field, before, after, site) for field, before, after in change.fields]
    if change.kind == "removed":
        joined = site.by_id.get(change.into)
        said = words.say("changes.joined", title=one_line(joined.title)) if joined else words.get("changes.gone")
        sentences.append(said)
    path = site.event_path(target) if target else ""
    return ChangeView(change.id, one_line(change.title) or words.get("event.untitled"), path, tuple(sentences))


def _correction(field: str, before: Any, after: Any, site: Site) -> str:  # values as in events.json
    label = site.words.get(f"changes.field.{field}", site.words.label("field", field))
    old, new = (_say(field, value, site) for value in (before, after))
    return site.words.say("changes.was", field=label, before=old, after=new)


def _say(field: str, value: Any, site: Site) -> str:  # a JSON value
    """A fact in words; what an old or odd file holds is shown as it stands."""
    words = site.words
    if field == "date":
        return _date(value, site) if value else words.get("date_view.undated")
    if field in {"type", "status"}:
        return words.label(field, str(value))
    if field == "figures" and isinstance(value, dict):
        return words.listing([_figure(kind, bounds, site) for kind, bounds in value.items()]) or words.get(
            "changes.nothing"
        )
    if isinstance(value, list):
        return words.listing([str(one) for one in value]) or words.get("changes.nothing")
    return one_line(str(value)) or words.get("changes.nothing")


def _figure(kind: str, bounds: Any, site: Site) -> str:  # a JSON value
    given = [*bounds, None, None, None][:3] if isinstance(bounds, list) else [None] * 3
    best, low, high = (one if isinstance(one, int) else None for one in given)
    label = site.words.label("figure_kind", kind)
    return site.words.say("figure.line", kind=label, number=range_words(best, low, high, site))


def _date(value: Any, site: Site) -> str:  # EDTF text from a file
    try:
        return site.words.date(parse_edtf(str(value)))
    except ValueError:
        return str(value)
