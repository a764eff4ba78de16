"""The fields of front matter: each is read by its own reader, and says so when it cannot be."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, get_args
from urllib.parse import urlsplit

from generator.context import Context
from generator.model.text import Publish
from generator.stages.articles.draft import Clue, Draft, squeeze
from generator.stages.articles.frontmatter import FrontMatter, Value
from generator.stages.articles.published import AmbiguousDateError, read_date

SYNONYMS = {
    "lang": "language", "authors": "author", "byline": "author", "publisher": "source", "link": "url",
    "original_url": "url", "archive_url": "archived_url", "published": "date", "pubdate": "date", "licence": "license",
    "headline": "title", "categories": "tags", "keywords": "tags",
}  # fmt: skip
"""Names other tools use for the same fields."""
FOREIGN = frozenset(
    [
        "id",
        "slug",
        "layout",
        "description",
        "summary",
        "excerpt",
        "subtitle",
        "weight",
        "image",
        "images",
        "cover",
        "thumbnail",
        "aliases",
        "permalink",
        "type",
        "template",
        "toc",
        "comments",
        "updated",
        "lastmod",
        "modified",
        "last_modified",
        "uuid",
        "category",
    ]
)
"""Keys of other tools that mean nothing here; they are passed over without a word."""
TRUE, FALSE = frozenset({"true", "yes", "on", "1"}), frozenset({"false", "no", "off", "0", ""})
MAX_VALUE = 2000


@dataclass(slots=True)
class Fields:
    """What the front matter says; empty where it says nothing."""

    values: dict[str, Any] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """A text field, empty when it is not given."""
        return str(self.values.get(key) or "")


def read_fields(front: FrontMatter, draft: Draft, context: Context) -> Fields:
    """Read every key of the front matter; faults become problems of `draft`."""
    fields = Fields()
    for key, raw in front.values.items():
        name = key.strip().lower().replace("-", "_").replace(" ", "_")
        name = SYNONYMS.get(name, name)
        line = front.lines.get(key, 1)
        reader = _READERS.get(name)
        if reader is None:
            if name not in FOREIGN:
                _unknown(key, name, line, draft)
            continue
        if raw is None or raw == "":
            continue  # a key left open, as `build.py new` writes it
        try:
            value = reader(raw, context)
        except _FieldError as fault:
            draft.problem(
                "error" if name == "date" else "warning", fault.code, str(fault), fault.hint, line=line, col=1
            )
            continue
        if name not in fields.values:
            fields.values[name] = value
            if name == "date":
                draft.clues.append(Clue("front-matter", value, squeeze(str(raw)), line))
    return fields


class _FieldError(ValueError):
    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.hint = code, hint


def _unknown(key: str, name: str, line: int, draft: Draft) -> None:
    close = difflib.get_close_matches(name[:40], [*_READERS, *SYNONYMS], n=1, cutoff=0.7)
    hint = f"Did you mean {close[0]!r}?" if close else "Known keys: " + ", ".join(_READERS) + "."
    draft.problem("warning", "unknown-key", f"there is no field called {key[:60]!r}", hint, line=line, col=1)


def _text(raw: Value, _: Context) -> str:
    if isinstance(raw, list) and all(isinstance(item, str) for item in raw):
        return squeeze(", ".join(str(item) for item in raw))[:MAX_VALUE]
    if not isinstance(raw, str):
        raise _FieldError("field-type", "a line of text is needed here", 'Write it on one line: title: "Goma falls"')
    return squeeze(raw)[:MAX_VALUE]


def _date(raw: Value, context: Context) -> str:
    shown = raw if isinstance(raw, str) else ""
    try:
        return read_date(shown, context.pack.sentences, context.settings.day_first)
    except AmbiguousDateError:
        hint = "Write it as 2025-04-03, or set day_first in site.toml."
        raise _FieldError("ambiguous-date", f"{shown[:60]!r} may be two different days", hint) from None
    except ValueError:
        hint = "Write it as 2025-01-28, 2025-01 or 28 January 2025."
        raise _FieldError("bad-date", f"{shown[:60]!r} is no date", hint) from None


def _url(raw: Value, context: Context) -> str:
    text = _text(raw, context)
    try:
        parts = urlsplit(text)
        good = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname) and " " not in text
    except ValueError:
        good = False
    if not good:
        raise _FieldError("bad-url", f"{text[:80]!r} is no web address", "Begin it with https:// or http://.")
    return text


def _language(raw: Value, context: Context) -> str:
    text = _text(raw, context).replace("_", "-")
    if not (text[:2].isalpha() and text.replace("-", "").isalnum() and len(text) <= 35):
        raise _FieldError("bad-value", f"{text[:40]!r} is no language", "Use a tag such as en, fr or pt-BR.")
    return text


def _one_of(*allowed: str) -> Callable[[Value, Context], str]:
    def read(raw: Value, context: Context) -> str:
        text = _text(raw, context).lower()
        if text not in allowed:
            raise _FieldError("bad-value", f"{text[:40]!r} is not known here", "Use " + ", ".join(allowed) + ".")
        return text

    return read


def _flag(raw: Value, context: Context) -> bool:
    text = _text(raw, context).lower()
    if text not in TRUE | FALSE:
        raise _FieldError("bad-value", f"{text[:40]!r} is neither true nor false", "Use true or false.")
    return text in TRUE


def _tags(raw: Value, context: Context) -> tuple[str, ...]:
    items = raw if isinstance(raw, list) else _text(raw, context).split(",")
    if not all(isinstance(item, str) for item in items):
        raise _FieldError("field-type", "tags are a list of words", "Write: tags: [Goma, ceasefire]")
    return tuple(dict.fromkeys(tag for tag in (squeeze(str(item)).strip("#")[:80] for item in items) if tag))


def _references(raw: Value, context: Context) -> tuple[tuple[str, str, str], ...]:
    found = []
    for item in raw if isinstance(raw, list) else [raw]:
        if isinstance(item, dict):
            publisher, title = (_text(item.get(key) or "", context) for key in ("publisher", "title"))
            url = item.get("url")
            found.append((publisher, title, _url(url, context) if url else ""))
        elif isinstance(item, str):
            is_url = item.startswith(("http://", "https://"))
            found.append(("", "" if is_url else squeeze(item), _url(item, context) if is_url else ""))
        else:
            raise _FieldError(
                "field-type", "a reference needs publisher, title or url", "See docs/writing-articles.md."
            )
    return tuple(found)


_READERS: dict[str, Callable[[Value, Context], Any]] = {
    "title": _text,
    "date": _date,
    "source": _text,
    "url": _url,
    "archived_url": _url,
    "author": _text,
    "language": _language,
    "kind": _one_of("news", "history"),
    "tags": _tags,
    "draft": _flag,
    "publish": _one_of(*get_args(Publish)),
    "sample": _flag,
    "license": _text,
    "references": _references,
}
