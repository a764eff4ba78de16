"""What every export shares: the material it is made of, legal text, days of report, and the way bytes are written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.languages.events import Coding
from generator.model.calendar import Day
from generator.model.event import Event
from generator.stages.website.site import Site
from generator.stages.website.text import legal, one_line

Files = Iterator[tuple[str, bytes]]
Codings = Callable[[str, str], Coding]
"""From the name of a trigger rule and an event type to the names of other codebooks (`EventWords.coding`)."""
NO_DAY = Day(1970, 1, 1)
"""Stands where a format demands a moment and no article has a date."""


@dataclass(frozen=True, slots=True)
class Material:
    """What exports are made of. `pages` are the paths of the site's pages; `codings` knows other codebooks' names."""

    site: Site
    codings: Codings | None = None
    pages: Sequence[str] = ()

    def coding(self, event: Event) -> Coding:
        """The names of other codebooks this event is mapped to: those of its most telling trigger, else of its type."""
        if self.codings is None:
            return Coding()
        own = [mention for mention in event.mentions if mention.type == event.type]
        best = max(own, key=lambda mention: (mention.weight, mention.id), default=None)
        rule = best.rule if best else ""
        return self.codings(rule, event.type)

    def reported(self, event: Event) -> Day | None:
        """The day of the newest article that reports the event; None when none has a date."""
        days = [mention.published.earliest for mention in event.mentions if mention.published]
        return max((day for day in days if day), default=None)

    def newest(self) -> Day:
        """The day of the newest article of all."""
        days = [result.article.dct.earliest for result in self.site.results if result.article.dct]
        return max((day for day in days if day), default=NO_DAY)


def line(text: str) -> str:
    """The text on one line, without characters that XML 1.0 forbids."""
    return one_line(legal(text))


def moment(day: Day | None) -> str:
    """A day as the RFC 3339 moment at which it begins, in UTC. Years RFC 3339 cannot write become 1970."""
    day = day if day and 0 <= day.year <= 9999 else NO_DAY
    return f"{day}T00:00:00Z"


def json_text(value: object) -> str:
    """JSON on one line, its strings stripped of illegal characters."""
    return json.dumps(cleaned(value), ensure_ascii=False, separators=(",", ":"))


def json_bytes(value: object) -> bytes:
    """JSON for people and machines: indented, UTF-8, with a last line break."""
    return (json.dumps(cleaned(value), ensure_ascii=False, indent=2) + "\n").encode()


def json_lines(head: Mapping[str, object], lists: Mapping[str, Sequence[object]]) -> bytes:
    """A JSON object whose long lists stand one item a line, so that two builds can be compared line by line."""
    parts = [f"{json.dumps(key)}:{json_text(value)}" for key, value in head.items()]
    for key, items in lists.items():
        body = ",\n".join(json_text(item) for item in items)
        parts.append(f"{json.dumps(key)}:[\n{body}\n]")
    return ("{" + ",\n".join(parts) + "}\n").encode()


def cleaned(value: Any) -> Any:  # any JSON value
    """The value with every string legal in XML, which no JSON reader minds."""
    if isinstance(value, str):
        return legal(value)
    if isinstance(value, Mapping):
        return {key: cleaned(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(item) for item in value]
    return value
