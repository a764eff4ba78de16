"""One event as a line of a list."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.edtf import parse_edtf
from generator.model.event import Event
from generator.stages.website.site import Site
from generator.stages.website.text import one_line, shorten
from generator.stages.website.when import DateView, date_view, marker

TEXT_LIMIT = 260


@dataclass(frozen=True, slots=True)
class EventRow:
    """What a list shows of an event."""

    id: str
    path: str
    title: str
    text: str
    date: DateView
    marker: str
    type: str
    type_label: str
    places: str
    sources: str
    flags: tuple[str, ...]
    """Status, disagreements and review, each in words; empty for an event nothing speaks against."""
    by: str
    """For an undated event: by when it had happened, as a sentence."""
    until: str
    """The same in the gutter's few words; empty for what was still to come."""


def event_row(event: Event, site: Site) -> EventRow:
    """The line of an event; made once, for it stands in many lists."""
    found = site.rows.get(event.id)
    if not isinstance(found, EventRow):
        found = site.rows[event.id] = _make_row(event, site)
    return found


def _make_row(event: Event, site: Site) -> EventRow:
    words = site.words
    places = [place.name for place in event.places[:3]]
    return EventRow(
        id=event.id,
        path=site.event_path(event),
        title=one_line(event.title) or words.get("event.untitled"),
        text=_text(event, site),
        date=date_view(event.date, event.latest, words),
        marker=marker(event),
        type=event.type,
        type_label=words.label("type", event.type),
        places=words.listing(places),
        sources=words.count("sources", len(site.sources(event))),
        flags=flags(event, site),
        by=by_when(event, site),
        until=_until(event, site),
    )


def by_when(event: Event, site: Site) -> str:
    """For an undated event, by when its reports place it; empty otherwise."""
    if event.date is not None or not event.latest:
        return ""
    key = "date_view.planned_before" if event.status == "planned" else "date_view.before"
    return site.words.say(key, date=site.words.date(parse_edtf(event.latest)))


def _until(event: Event, site: Site) -> str:
    if event.date is not None or not event.latest or event.status == "planned":
        return ""
    return site.words.say("date_view.until", date=site.words.date(parse_edtf(event.latest)))


def flags(event: Event, site: Site) -> tuple[str, ...]:
    """What a reader must know before believing the line, in words."""
    words = site.words
    said: list[str] = []
    if event.overdue:
        said.append(words.get("flag.overdue"))
    elif event.status != "happened":
        said.append(status_words(event, site))
    said += [
        words.say("flag.disagree", field=words.label("field", disagreement.field).lower())
        for disagreement in event.disagreements
    ]
    if event.review != "machine":
        said.append(words.label("review", event.review))
    return tuple(dict.fromkeys(said))


def status_words(event: Event, site: Site) -> str:
    """The status, with who said so where the reports name one: `Claimed by M23`."""
    speakers = list(dict.fromkeys(mention.speaker for mention in event.mentions if mention.speaker))
    key = f"status_by.{event.status}"
    if len(speakers) == 1 and site.words.get(key, ""):
        return site.words.say(key, who=one_line(speakers[0]))
    return site.words.label("status", event.status)


def _text(event: Event, site: Site) -> str:
    text = one_line(event.text)
    articles = [site.article(mention) for mention in event.mentions]
    if articles and all(article is not None and article.publish == "none" for article in articles):
        return _cut(text, shorten(text, 0, 0))
    if len(text) > TEXT_LIMIT:
        return _cut(text, (0, text.rfind(" ", 0, TEXT_LIMIT)))
    return text if text.casefold() != event.title.casefold() else ""


def _cut(text: str, ends: tuple[int, int]) -> str:
    start, end = ends
    end = end if end > 0 else TEXT_LIMIT
    return ("… " if start else "") + text[start:end].rstrip(",;: ") + (" …" if end < len(text) else "")
