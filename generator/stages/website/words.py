"""The interface's words: a theme's strings, with plural forms, numbers and dates said to people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from generator.model.edtf import Day, Edtf, in_words

Strings = Mapping[str, Any]


class Words:
    """Looks strings up by dotted key; a key the theme lacks raises KeyError (themes are checked when loaded)."""

    def __init__(self, strings: Strings) -> None:
        self.strings = strings

    def get(self, key: str, default: str | None = None) -> str:
        """The string at a dotted key such as `nav.actors`."""
        node: Any = self.strings
        for part in key.split("."):
            if not isinstance(node, Mapping) or part not in node:
                if default is not None:
                    return default
                raise KeyError(f"the theme has no string {key!r}")
            node = node[part]
        return str(node)

    def say(self, key: str, **values: object) -> str:
        """The string with its {names} filled in, as plain text."""
        return self.get(key).format(**values)

    def html(self, key: str, **values: object) -> Markup:
        """The string with its {names} filled in; values that are not Markup are escaped."""
        return escape(self.get(key)).format(**values)

    def count(self, key: str, number: int, **values: object) -> str:
        """A count in words, such as `1 source` or `12 sources`: table `count`, forms zero, one and other."""
        form = {0: "zero", 1: "one"}.get(number, "other")
        other = self.get(f"count.{key}.other")
        return self.get(f"count.{key}.{form}", other).format(n=self.number(number), **values)

    def number(self, number: int) -> str:
        """A number with its thousands grouped as the language does."""
        return f"{number:,}".replace(",", self.get("number.group"))

    def label(self, table: str, key: str) -> str:
        """The word for a value of a closed list; unknown values are spaced out, never shown as raw slugs."""
        return self.get(f"{table}.{key}", key.replace("-", " ").replace("_", " ").strip().capitalize())

    def listing(self, items: list[str]) -> str:
        """Names joined as a sentence joins them: `Goma, Sake and Minova`."""
        if len(items) < 2:
            return "".join(items)
        return self.say("list.last", start=self.get("list.comma").join(items[:-1]), end=items[-1])

    def date(self, value: Edtf) -> str:
        """An EDTF value in words."""
        return in_words(value, self.strings["date"])

    def day(self, day: Day) -> str:
        """A day in words."""
        return self.date(Edtf(str(day)))

    def weekday(self, number: int) -> str:
        """The name of a weekday, 0 for Monday."""
        return str(self.strings["weekdays"][number])

    def month(self, number: int) -> str:
        """The name of a month, 1 for January."""
        return str(self.strings["date"]["months"][number - 1])
