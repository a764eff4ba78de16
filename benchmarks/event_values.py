"""Compare one predicted value with one gold value: dates, names of actors and places, figures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from benchmarks.event_cases import Name, edtf_range

_FILLER = frozenset("the of a s city town province state district village forces fighters troops".split())  # noqa: SIM905


def same_date(gold: str, guess: str) -> bool:
    """Whether both name the same days; qualifiers such as "~" make no difference, undated equals undated."""
    if not gold or not guess:
        return gold == guess
    return edtf_range(gold) == edtf_range(guess)


def compatible_dates(gold: str, guess: str) -> bool:
    """Whether the two ranges share a day, or both are undated."""
    if not gold or not guess:
        return gold == guess
    one, other = edtf_range(gold), edtf_range(guess)
    return max(one[0], other[0]) <= min(one[1], other[1])


Spellings = tuple[str, ...]
"""A name as it was given, and its other spellings."""


def match_names(names: Sequence[Name], said: Sequence[Spellings]) -> tuple[set[Name], list[str]]:
    """The expected names that were given in any spelling, and the given names that nobody expected."""
    hit: set[Name] = set()
    extra = []
    for given in said:
        fits = [name for name in names if any(_same_name(one, wanted) for one in given for wanted in name.spellings)]
        hit.update(fits)
        if not fits:
            extra.append(given[0])
    return hit, extra


def _same_name(said: str, spelling: str) -> bool:
    """Equal words, or a part of the spelling, or the spelling and one word more ("Kagame", "Paul Kagame"). A
    common noun ("the army") has to be given as it is: it is a part of too many names."""
    left, right = _words(said), _words(spelling)
    longer = right < left and len(left - right) == 1 and not spelling.islower()
    return bool(left and right) and (left <= right or longer)


def _words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    words = set(re.findall(r"\w+", "".join(mark for mark in plain if not unicodedata.combining(mark))))
    return words - _FILLER or words


def same_figure(gold: Any, guess: Any) -> bool:
    """Each bound the gold names is met; a list offers alternatives, of a bound or of the whole; an empty table is met
    by any figure."""
    if isinstance(gold, list):
        return any(same_figure(one, guess) for one in gold)
    for bound, value in gold.items():
        allowed = value if isinstance(value, list) else [value]
        if guess.get(bound) not in allowed:
            return False
    return True
