"""From bytes to text: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
import unicodedata

from generator.model.problem import Problem

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
)
"""How PDF, Word, picture and archive files begin: they come with an article's suffix now and then."""


def decode(name: str, data: bytes, *, page: bool) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file, NFC-normalised, with `\\n` ends of lines, and what had to be guessed.

    The order: byte order mark, the charset a web page declares (`page`), UTF-8, Windows-1252 with a warning.
    Gives None and an error for what is no text.
    """
    encoding, body = _marked(data)
    if not encoding and (data.startswith(_SIGNATURES) or b"\x00" in data):
        hint = "Save it as plain text in UTF-8. Word and PDF files must be exported first."
        return None, (Problem(name, 0, 0, "error", "not-text", "this is not a text file", hint),)
    text, problems = _decoded(name, body, [encoding] if encoding else _candidates(data, page))
    if text is None:
        return None, problems
    text = _NEWLINES.sub("\n", text) if "\r" in text or "\u2028" in text or "\u2029" in text else text
    if _CONTROLS.search(text):
        found = len(_CONTROLS.findall(text))
        if found > 20 and found > len(text) // 100:
            return None, (Problem(name, 0, 0, "error", "not-text", "this is not a text file", "Save it as UTF-8."),)
        text = _CONTROLS.sub("", text)
    return unicodedata.normalize("NFC", text), problems


_NEWLINES = re.compile("\r\n?|[\u2028\u2029]")


def _marked(data: bytes) -> tuple[str, bytes]:
    """The encoding a byte order mark names, and the bytes after it."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return "", data


def _candidates(data: bytes, page: bool) -> list[str]:
    """Encodings to try, best first."""
    declared = _META_CHARSET.search(data[:4096]) if page else None
    if not declared:
        return ["utf-8"]
    label = declared.group(1).decode("ascii", "ignore").lower()
    if label in {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"}:  # browsers read these as Windows-1252
        label = "cp1252"
    try:
        known = codecs.lookup(label).name
    except LookupError:
        return ["utf-8"]
    # A page declared UTF-16 in ASCII bytes is not UTF-16; "utf-8" first heals pages saved anew by a browser.
    return ["utf-8"] if known.startswith(("utf-16", "utf-32")) else ["utf-8", known]


def _decoded(name: str, data: bytes, encodings: list[str]) -> tuple[str | None, tuple[Problem, ...]]:
    for encoding in encodings:
        try:
            return data.decode(encoding), ()
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    if encodings[0] != "utf-8":
        message = f"the file says it is {encodings[0]}, but some of its bytes are not"
        hint = "Save it again as UTF-8; the faulty bytes are shown as \ufffd."
        return data.decode(encodings[0], "replace"), (Problem(name, 1, 1, "warning", "encoding", message, hint),)
    position = _first_fault(data)
    line = data.count(b"\n", 0, position) + 1
    column = position - data.rfind(b"\n", 0, position)
    hint = "Save it as UTF-8 and check accents, dashes and quotation marks."
    message = "not UTF-8; read as Windows-1252"
    text = data.decode("cp1252", "replace")
    return text, (Problem(name, line, column, "warning", "encoding", message, hint),)


def _first_fault(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0
