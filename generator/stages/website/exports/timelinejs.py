"""`data/timelinejs.json` (key events) and `data/timelinejs-all.json`: for Knight Lab's TimelineJS 3.

Its traps: parts of a date must be numbers and never out of range, an identifier must be text, a date that is no
date stops the whole timeline, headlines and texts are read as HTML. A missing month or day keeps our precision.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from generator.model.calendar import Day
from generator.model.event import Event
from generator.stages.website.exports.common import Files, Material, json_bytes, line
from generator.stages.website.exports.feeds import summary
from generator.stages.website.site import Site

PARTS = {"year": 1, "month": 2}
"""How many parts of a date are said at a precision; three everywhere else."""


def timelinejs(material: Material) -> Files:
    """The key events, and all; TimelineJS itself advises at most 20 slides."""
    site = material.site
    keys = site.timeline.key_events
    yield "data/timelinejs.json", timelinejs_bytes((event for event in site.events if event.id in keys), site)
    yield "data/timelinejs-all.json", timelinejs_bytes(site.events, site)


def timelinejs_bytes(events: Iterable[Event], site: Site) -> bytes:
    """A timeline of the dated ones among the events."""
    settings = site.settings
    title = {"text": {"headline": escape(line(settings.title)), "text": escape(line(settings.description))}}
    slides = [_slide(event, site) for event in events if event.date]
    return json_bytes({"scale": "human", "title": title, "events": slides})


def _slide(event: Event, site: Site) -> dict[str, Any]:
    date = event.date
    assert date is not None  # noqa: S101  # only dated events are given
    first, last = date.earliest or date.latest, date.latest or date.earliest
    assert first is not None and last is not None  # noqa: S101  # EDTF has no date open at both ends
    said = site.words.date(date)
    count = PARTS.get(date.precision, 3)
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": _parts(first, count) | {"display_date": said},
        "display_date": said,
        "text": {"headline": escape(line(event.title)), "text": _text(event, site)},
        "group": escape(site.words.label("type", event.type)),
    }
    if count == 3 and last != first:
        slide["end_date"] = _parts(last, 3)
    return slide


def _parts(day: Day, count: int) -> dict[str, Any]:
    return dict(zip(("year", "month", "day")[:count], day, strict=False))


def _text(event: Event, site: Site) -> str:
    """The summary, and a link to the evidence."""
    link = escape(site.absolute(site.event_path(event)), quote=True)
    return (
        f'<p>{escape(summary(event, site))}</p><p><a href="{link}">{escape(site.words.get("exports.evidence"))}</a></p>'
    )
