"""Well-formed XML from plain values: every text stripped of what XML 1.0 forbids, in one place."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.stages.website.text import legal

__all__ = ["Element", "add", "root", "xml_bytes"]


def root(name: str, namespace: str, attributes: Mapping[str, str] | None = None) -> Element:
    """A document's outermost element with its default namespace."""
    return Element(name, {"xmlns": namespace, **(attributes or {})})


def add(parent: Element, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> Element:
    """A child element with its text."""
    child = SubElement(parent, name, {key: legal(value) for key, value in (attributes or {}).items()})
    child.text = legal(text) or None
    return child


def xml_bytes(document: Element) -> bytes:
    """The document as UTF-8 with its declaration."""
    indent(document, " ")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(document, encoding="unicode").encode() + b"\n"
