"""Whether a text tells history by its own clock, or news by the day it was published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from generator.stages.dates.moments import Moment


class HasFields(Protocol):
    """Anything with the fields of an expression."""

    fields: dict[str, Any]
    operator: str


def is_history(kind: str, expressions: Sequence[HasFields], published: Moment | None) -> bool:
    """Decided by what the front matter says, else by the text: years far from the publication date speak for a
    history; weekdays without a date, today, yesterday, last week and ago speak for news."""
    if kind:
        return kind == "history"
    far = near = 0
    for expression in expressions:
        fields = expression.fields
        if "year" in fields:
            far += published is None or abs(fields["year"] - published.year) > 1
        elif {"deictic", "weekday"} & fields.keys() or fields.get("relation_class") in {"last", "next", "this"}:
            near += "month" not in fields
        elif fields.get("anchor") == "publication":
            near += 1
    return far >= 3 and far > 2 * near
