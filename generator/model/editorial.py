"""An editor's word: overrides and names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from generator.model.event import Actor, Place

OverrideKind = Literal["set", "drop", "confirm", "pin", "same", "different", "add"]


@dataclass(frozen=True, slots=True)
class Selector:
    """Names one event: by its id, or by words of an article that report it (the form that survives
    a changed title or date)."""

    event: str = ""
    article: str = ""
    """Path below the seeds folder; may be left out when only one article holds the quote."""
    quote: str = ""
    trigger: str = ""
    """The word that evokes the event, where one quote reports several."""

    def __str__(self) -> str:
        words = f"“{self.quote}”" if self.quote else self.event
        return f"{words} in {self.article}" if self.article else words


@dataclass(frozen=True, slots=True)
class Override:
    """One entry of overrides.toml."""

    kind: OverrideKind
    path: str
    line: int
    targets: tuple[Selector, ...] = ()
    """One for most kinds, two or more for `same` and `different`, none or one (the quote) for `add`."""
    fields: dict[str, Any] = field(default_factory=dict)
    """What is set or added, as the editor wrote it, each already checked for its type."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Editorial:
    """Everything in `seeds/_editorial/`, read and checked."""

    overrides: tuple[Override, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    published: bytes = b""
    """`published.json`: what the last published build told, for the page of changes."""


@dataclass(frozen=True, slots=True)
class Constraints:
    """What linking must hold absolutely: groups of mention ids that are one event, pairs that are not."""

    must_link: tuple[tuple[str, ...], ...] = ()
    cannot_link: tuple[tuple[str, str], ...] = ()
