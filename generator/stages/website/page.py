"""One page to be made: where it goes, its template, and what the template may say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.stages.website.site import Site


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


Builder = Callable[[Site], Iterator[Page]]
