"""`data/events.ics`: events for calendars (RFC 5545). An event known only to the season or coarser has no day to
stand on in a calendar and is left out."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.model.calendar import Day, add_days
from generator.model.event import Event
from generator.stages.website.exports.common import Files, Material, line
from generator.stages.website.exports.feeds import summary
from generator.stages.website.exports.geojson import located
from generator.stages.website.site import Site

FINE = frozenset({"minute", "day", "days", "week", "part-month", "month", "range", "open"})
OCTETS = 75
LONGEST = 366
"""A window of more days than a year is no entry for a calendar."""


def ics(material: Material) -> Files:
    """One VEVENT an event; DTSTAMP is the day of its newest report, never the clock."""
    site = material.site
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Conflict Timeline//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{escape(site.settings.title)}")
    for event in site.events:
        lines += _vevent(event, material)
    lines.append("END:VCALENDAR")
    yield "data/events.ics", "".join(fold(one) for one in lines).encode()


def _vevent(event: Event, material: Material) -> Iterator[str]:
    days = calendar_days(event)
    if days is None:
        return
    site, (first, last) = material.site, days
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(event, site)}"
    yield f"DTSTAMP:{_basic(material.reported(event) or material.newest())}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(first)}"
    yield f"DTEND;VALUE=DATE:{_basic(add_days(last, 1))}"
    yield f"SUMMARY:{escape(_title(event, site))}"
    yield f"DESCRIPTION:{escape(summary(event, site))}"
    yield f"CATEGORIES:{escape(site.words.label('type', event.type))}"
    yield f"STATUS:{'TENTATIVE' if event.status in {'planned', 'claimed'} else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    if event.places:
        yield f"LOCATION:{escape(site.words.listing([place.name for place in event.places]))}"
    for place in located(event)[:1]:
        yield f"GEO:{place.lat:.6f};{place.lon:.6f}"
    if site.settings.base_url:
        yield f"URL:{site.absolute(site.event_path(event))}"
    yield "END:VEVENT"


def calendar_days(event: Event) -> tuple[Day, Day] | None:
    """First and last day to enter; for a date open at one end, the end that is known."""
    date = event.date
    if date is None or date.precision not in FINE or event.status == "denied":
        return None
    first, last = date.earliest or date.latest, date.latest or date.earliest
    if first is None or last is None or not (first.year >= 1 and last.year <= 9998):
        return None
    return (first, last) if last <= add_days(first, LONGEST) else None


def _title(event: Event, site: Site) -> str:
    """The title; one that does not name its day says first what is known of it."""
    date = event.date
    if date and date.precision not in {"day", "minute"}:
        return site.words.say("exports.dated_title", when=site.words.date(date), title=line(event.title))
    return line(event.title)


def _uid(event: Event, site: Site) -> str:
    host = urlsplit(site.settings.base_url).hostname or "conflict-timeline.invalid"
    return f"{event.id}@{host}"


def _basic(day: Day) -> str:
    return str(day).replace("-", "")


def escape(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    return line(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def fold(text: str) -> str:
    """A content line of at most 75 octets a piece (RFC 5545, 3.1), no character cut in two."""
    pieces, piece, size = [], "", 0
    for character in text:
        width = len(character.encode())
        if size + width > OCTETS:
            pieces.append(piece)
            piece, size = "", 1
        piece += character
        size += width
    return "\r\n ".join([*pieces, piece]) + "\r\n"
