"""An editor's word: overrides and names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.model.event import Actor, Place

OverrideKind = Literal["set", "drop", "confirm", "pin", "same", "different", "add"]


@dataclass(frozen=True, slots=True)
class Override:
    """One entry of overrides.toml. It names events by `event` (an event id) or mentions by `quote` (words of
    an article) with an optional `article` (its path); `fields` holds what is set or added."""

    kind: OverrideKind
    line: int
    event: str = ""
    article: str = ""
    quote: str = ""
    others: tuple[tuple[str, str], ...] = ()
    """For `same` and `different`: further (article, quote) pairs or (``""``, event id)."""
    fields: dict[str, object] = field(default_factory=dict)
    note: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Editorial:
    """Everything in `seeds/_editorial/`, read and checked."""

    overrides: tuple[Override, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Constraints:
    """What linking must hold absolutely: groups of mention ids that are one event, pairs that are not."""

    must_link: tuple[tuple[str, ...], ...] = ()
    cannot_link: tuple[tuple[str, str], ...] = ()
