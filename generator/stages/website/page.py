"""One page to be made: where it goes, its template, and what the template may say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.stages.website.site import Site
from generator.stages.website.text import one_line, safe_url


@dataclass(frozen=True, slots=True)
class Page:
    """A page builder's result. `view` holds plain values: templates only loop over them and test them."""

    path: str
    """Below the site's root, such as `events/2025-01-27-m23-captures-goma.html`."""
    template: str
    view: Mapping[str, Any]
    nav: str = ""
    """The entry of the navigation that is the page's own."""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Somewhere to go: a page of the site (`path` below its root) or, for references, an address elsewhere."""

    label: str
    path: str
    """Empty when it can only be named."""
    count: str = ""
    current: bool = False


def reference_links(references: tuple[tuple[str, str, str], ...]) -> tuple[Link, ...]:
    """What an article or an editor rests on, as links; an address that is not http(s) is left out."""
    return tuple(
        Link(one_line(f"{who}: {title}" if who and title else who or title or url), safe_url(url))
        for who, title, url in references
    )


Builder = Callable[[Site], Iterator[Page]]
