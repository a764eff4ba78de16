"""Text made fit for a page: illegal characters dropped, addresses checked, slugs, shortening."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote, urlsplit

from generator.model.slug import slug, unique

_ILLEGAL = re.compile(
    "[^\t\n\r\u0020-\u007e\u00a0-\u202c\u202f-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]"
)
_SPACE = re.compile(r"\s+")


def legal(text: str) -> str:
    """The text without characters that XML 1.0 or HTML forbid (controls, surrogates, non-characters) and without
    the two that force a direction on all that follows (U+202D, U+202E)."""
    return _ILLEGAL.sub("", text)


def one_line(text: str) -> str:
    """The text with every run of white space made one space."""
    return _SPACE.sub(" ", text).strip()


def safe_url(url: str) -> str:
    """The address when it is plain http or https with a host; empty otherwise, so that nothing else is linked."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        return ""
    return quote(legal(url.strip()), safe="%/:=&?~#+!$,;'@()*[]")


def text_fragment(url: str, words: str) -> str:
    """The address of the words inside the page (URL Fragment Text Directives): `URL#:~:text=first,last`."""
    base = safe_url(url)
    parts = one_line(words).split(" ")
    if not base or parts == [""]:
        return base
    ends = [" ".join(parts)] if len(parts) <= 10 else [" ".join(parts[:5]), " ".join(parts[-5:])]
    directive = ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)
    return f"{base}{'' if '#' in base else '#'}:~:text={directive}"


def file_name(text: str) -> str:
    """A file name for a name: its slug, or a hash where no letter of it folds to ASCII."""
    return slug(text) or "n-" + hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=5).hexdigest()


def unique_slugs(names: list[str], taken: frozenset[str] = frozenset()) -> dict[str, str]:
    """A slug for each name, in the order given; names that would share one get -2, -3, ..."""
    return dict(zip(names, unique((file_name(name) for name in names), taken), strict=True))


def shorten(text: str, start: int, end: int, words: int = 25) -> tuple[int, int]:
    """Offsets of at most about `words` words of `text` around [start, end), cut at spaces."""
    before = [match.start() for match in re.finditer(r"\S+", text[:start])]
    after = [end + match.end() for match in re.finditer(r"\S+", text[end:])]
    room = max(words - len(text[start:end].split()), 0)
    left = min(len(before), max(room // 2, room - len(after)))
    right = min(len(after), room - left)
    return (before[len(before) - left] if left else start), (after[right - 1] if right else end)
