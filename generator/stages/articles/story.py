"""Find the story on a web page: what is navigation, boxes, comments goes; what holds the text stays.

Two measures decide, both over letters: how much *running text* (long enough, not mostly links) stands below an
element, and how much of an element's text is links.
"""

from __future__ import annotations

import re
from typing import Any

from generator.stages.articles.blocks import BLOCKS, SKIPPED

FURNITURE_TAGS = frozenset(["nav", "aside", "footer", "form", "dialog", "menu"])
FURNITURE_ROLES = frozenset(
    ["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "toolbar"]
)
FURNITURE_NAMES = frozenset(
    [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "sidebar",
        "related",
        "recommended",
        "recommendations",
        "recirc",
        "readnext",
        "share",
        "sharing",
        "sharedaddy",
        "social",
        "newsletter",
        "subscribe",
        "subscription",
        "signup",
        "promo",
        "promotion",
        "advert",
        "adverts",
        "advertisement",
        "advertising",
        "ad",
        "ads",
        "adsense",
        "sponsored",
        "cookie",
        "cookies",
        "consent",
        "gdpr",
        "banner",
        "popup",
        "modal",
        "overlay",
        "paywall",
        "footer",
        "masthead",
        "toolbar",
        "trending",
        "popular",
        "mostread",
        "outbrain",
        "taboola",
        "skip",
        "editsection",
        "navbox",
        "catlinks",
        "toc",
        "pagination",
        "pager",
        "jetpack",
        "copyright",
    ]
)
"""Words in class and id attributes that web designers give to what is not the story."""
COMMENT_NAMES = frozenset(["comment", "comments", "commentlist", "disqus", "respond", "replies", "livefyre"])
KEPT_TAGS = frozenset(["html", "body", "main", "article"])
RUNNING_TEXT = 25
"""Letters from which a block counts as running text."""
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def strip_page(tree: Any) -> None:
    """Remove from the tree what is no part of a story."""
    for element in list(tree.iter()):
        if (not isinstance(element.tag, str) or element.tag in SKIPPED) and element.tag != "title":
            drop(element)
    measure = _measure(tree)
    total = max(1, measure.get(tree, 0))
    for element in list(tree.iter()):
        if element.getparent() is None or element.tag in KEPT_TAGS:
            continue
        limit = _limit(element)
        if limit and measure.get(element, 0) <= limit * total and not _holds_title(element):
            drop(element)


def _limit(element: Any) -> float:
    """The share of the page's running text up to which an element is furniture; 0 when it looks like story."""
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    if hidden or _HIDDEN.search(element.get("style") or ""):
        return 0.5
    names = {name.lower() for name in _NAME.findall(f"{element.get('class') or ''} {element.get('id') or ''}"[:500])}
    if names & COMMENT_NAMES:
        return 0.95
    role = (element.get("role") or "").lower()
    if element.tag in FURNITURE_TAGS or role in FURNITURE_ROLES or names & FURNITURE_NAMES:
        return 0.5
    if element.tag == "header" and not any(parent.tag in {"article", "main"} for parent in element.iterancestors()):
        return 0.3
    return 0.0


def _holds_title(element: Any) -> bool:
    return element.tag in {"h1", "header"} and next(element.iter("h1"), None) is not None


def drop(element: Any) -> None:
    """Remove an element but keep the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + " " + element.tail
        else:
            before.tail = (before.tail or "") + " " + element.tail
    element.tail = None
    parent.remove(element)


def _measure(tree: Any) -> dict[Any, int]:
    """Letters of running text below each element that has some."""
    own: dict[Any, list[int]] = {}
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        linked = element.tag == "a" or any(parent.tag == "a" for parent in _inline_ancestors(element))
        _credit(own, element, element.text, linked=linked)
        parent = element.getparent()
        if parent is not None:
            in_link = parent.tag == "a" or any(above.tag == "a" for above in _inline_ancestors(parent))
            _credit(own, parent, element.tail, linked=in_link)
    below: dict[Any, int] = {}
    for block, (letters, links) in own.items():
        if letters >= RUNNING_TEXT and links * 2 < letters:
            node = block
            while node is not None:
                below[node] = below.get(node, 0) + letters
                node = node.getparent()
    return below


def _inline_ancestors(element: Any) -> list[Any]:
    found: list[Any] = []
    node = element.getparent()
    while node is not None and element.tag not in BLOCKS and node.tag not in BLOCKS and len(found) < 20:
        found.append(node)
        node = node.getparent()
    return found


def _credit(own: dict[Any, list[int]], element: Any, text: str | None, *, linked: bool) -> None:
    letters = len(text.strip()) if text else 0
    if not letters:
        return
    block = element
    while block.tag not in BLOCKS and block.getparent() is not None:
        block = block.getparent()
    count = own.setdefault(block, [0, 0])
    count[0] += letters
    count[1] += letters if linked else 0


def story_root(tree: Any) -> Any:
    """The smallest element that holds nearly all the running text; an <article> is not looked into."""
    measure = _measure(tree)
    total = measure.get(tree, 0)
    node = tree
    while total and node.tag != "article" and node.get("itemprop") != "articleBody":
        heir = max(node, key=lambda child: measure.get(child, 0), default=None)
        if heir is None or measure.get(heir, 0) < 0.85 * total or heir.tag not in BLOCKS:
            break
        node = heir
    return _with_title(node)


def _with_title(root: Any) -> Any:
    """The root, or the element above it that holds the page's title too and not much more: the standfirst is there."""
    letters = len("".join(root.itertext()))
    if next(root.iter("h1"), None) is not None:
        return root
    for above in root.iterancestors():
        if len("".join(above.itertext())) > 1.3 * letters + 200:
            break
        if next(above.iter("h1"), None) is not None:
            return above
    return root


def strip_links(root: Any) -> None:
    """Remove lists and paragraphs inside the story that are nothing but links elsewhere."""
    for element in list(root.iter("p", "ul", "ol", "li", "div", "h5", "h6")):
        if element is root or element.getparent() is None:
            continue
        text = len("".join(element.itertext()).strip())
        links = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
        if text and links >= 0.9 * text and (element.tag in {"p", "ul", "ol", "div"}):
            drop(element)
