"""The decorator of the nouns that are made by the thousand: frozen to who writes code, cheap to make when it runs.

A frozen dataclass sets its fields one by one through `object.__setattr__`, which takes three to five times as long as
plain assignment. That nobody changes one is the type checker's affair; equality and hash are those of a frozen one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, slots: bool):
        """A slotted dataclass that is compared and hashed by its fields."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["record"]
