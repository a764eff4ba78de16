"""Cite this, and report an error."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from urllib.parse import urlencode

from generator.model.event import Event
from generator.stages.website.site import Site
from generator.stages.website.text import one_line, safe_url

_BIBTEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$",
           "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}  # fmt: skip
_SPECIAL = re.compile(r"[\\{}%&#$_~^]")


@dataclass(frozen=True, slots=True)
class Citation:
    """The event's page as a citation. No day of access: a page knows no clock."""

    text: str
    bibtex: str
    csl: str
    """One item of CSL-JSON."""


def citation(event: Event, site: Site) -> Citation:
    """Ready to copy; the address is relative where the site's own is not set."""
    settings = site.settings
    url = site.absolute(site.event_path(event))
    title = one_line(event.title)
    when = site.words.date(event.date) if event.date else site.words.get("date_view.undated").lower()
    key = "cite.text" if settings.publisher else "cite.text_without_publisher"
    text = site.words.say(
        key, title=title, date=when, site=settings.title, publisher=settings.publisher, url=url
    )
    return Citation(text, _bibtex(event.id, title, when, url, site), _csl(event.id, title, url, site))


def _bibtex(key: str, title: str, when: str, url: str, site: Site) -> str:
    fields = {"title": f"{title} ({when})", "howpublished": site.settings.title, "author": site.settings.publisher}
    lines = [f"  {name} = {{{_escape(value)}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{key},", *lines, f"  url = {{{url}}}", "}"])


def _escape(value: str) -> str:
    return _SPECIAL.sub(lambda found: _BIBTEX[found[0]], value)


def _csl(key: str, title: str, url: str, site: Site) -> str:
    item = {"id": key, "type": "webpage", "title": title, "container-title": site.settings.title, "URL": url}
    if site.settings.publisher:
        item["publisher"] = site.settings.publisher
    return json.dumps([item], ensure_ascii=False, indent=2)


def report_url(event: Event, site: Site) -> str:
    """A new issue of the site's repository with the event named; empty where no repository is set."""
    base = safe_url(site.settings.repository)
    if not base:
        return ""
    words = site.words
    body = words.say("report.body", id=event.id, url=site.absolute(site.event_path(event)))
    query = urlencode({"title": words.say("report.title", title=one_line(event.title)), "body": body})
    return f"{base.rstrip('/').removesuffix('.git')}/issues/new?{query}"
