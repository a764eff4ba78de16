"""What a web page says of itself: JSON-LD, meta tags, its title, its links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from generator.languages.sentences import SentenceWords
from generator.model.text import DctRung
from generator.stages.articles.blocks import web_address
from generator.stages.articles.draft import Clue, Draft, squeeze
from generator.stages.articles.published import read_date

DATE_TAGS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created",
    "citation_publication_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "publication_date", "publish-date", "publishdate", "publish_date", "published_time", "pubdate",
    "originalpublicationdate",
    "displaydate", "release_date", "date",
)  # fmt: skip
"""Meta tags that hold the day of publication (not of change), best first. Open Graph, Dublin Core, and makers' own."""
MAX_JSON = 300_000
_ARTICLE_TYPES = re.compile(r"article|posting|report|story", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s<>\"]{1,1000})\s*-->", re.IGNORECASE)
_SITE_SUFFIX = re.compile(r"\s+(?:[|–—·»•]|::|-)\s+(?=[^|–—·»•]{2,60}$)")


def read_page_metadata(draft: Draft, tree: Any, source: str, words: SentenceWords) -> None:
    """Fill title, source, author, address, language and clues to the date from a page's head."""
    _json_ld(draft, tree, words)
    metas = _metas(tree)
    for name in DATE_TAGS:
        if metas.get(name) and add_clue(draft, "meta", metas[name], words):
            break
    draft.suggest("title", metas.get("og:title") or metas.get("twitter:title") or metas.get("dc.title") or "")
    draft.suggest(
        "source", metas.get("og:site_name") or metas.get("application-name") or metas.get("dc.publisher") or ""
    )
    for name in ("author", "article:author", "dc.creator", "parsely-author", "byl"):
        author = metas.get(name, "")
        if author and not author.startswith("http"):
            draft.suggest("author", re.sub(r"^[Bb]y\s+", "", author))
    _title_tag(draft, tree)
    _address(draft, tree, metas, source)
    _language(draft, tree, metas)


def add_clue(draft: Draft, rung: DctRung, raw: str, words: SentenceWords, *, line: int = 0, shown: str = "") -> bool:
    """Keep a date as a clue; False when it cannot be read."""
    raw = squeeze(raw)
    try:
        value = read_date(raw, words)
    except ValueError:
        return False
    draft.clues.append(Clue(rung, value, shown or raw, line, zoned=":" in raw))
    return True


def _metas(tree: Any) -> dict[str, str]:
    """Meta tags by their name, property or itemprop in lower case; the first one of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = squeeze(meta.get("content") or "")[:2000]
        for key in ("property", "name", "itemprop"):
            if meta.get(key) and content:
                found.setdefault(meta.get(key).strip().lower(), content)
    return found


def _json_ld(draft: Draft, tree: Any, words: SentenceWords) -> None:
    items = list(_json_items(tree))
    articles = [item for item in items if _ARTICLE_TYPES.search(str(item.get("@type", ""))[:200])]
    for item in articles or items:
        raw = item.get("datePublished") or item.get("dateCreated")
        if isinstance(raw, str) and add_clue(draft, "json-ld", raw[:100], words):
            break
    for item in articles:
        for key in ("headline", "name"):
            if isinstance(item.get(key), str):
                draft.suggest("title", item[key][:500])
        draft.suggest("author", ", ".join(_names(item.get("author")))[:500])
        draft.suggest("source", ", ".join(_names(item.get("publisher"))[:1])[:200])
        for key in ("url", "@id", "mainEntityOfPage"):
            value = item.get(key)
            address = value.get("@id") if isinstance(value, Mapping) else value
            draft.suggest("url", web_address(address) if isinstance(address, str) else "")
        if isinstance(item.get("inLanguage"), str):
            draft.suggest("language", item["inLanguage"][:35])


def _json_items(tree: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a page's JSON-LD scripts, those inside `@graph` and lists included."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or len(script.text or "") > MAX_JSON:
            continue
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while waiting and seen < 200:
            item = waiting.pop(0)
            seen += 1
            if isinstance(item, list):
                waiting = item[:100] + waiting
            elif isinstance(item, Mapping):
                yield item
                graph = item.get("@graph")
                if graph:
                    waiting.insert(0, graph)


def _names(value: Any) -> list[str]:
    """The names in an author or publisher value: text, an object with a name, or a list of either."""
    items = value[:10] if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, Mapping) else item for item in items]
    return [squeeze(name) for name in names if isinstance(name, str) and not name.startswith("http")]


def _title_tag(draft: Draft, tree: Any) -> None:
    """The <h1> where there is one, else <title> without the name of the site."""
    titles = [squeeze("".join(element.itertext())) for element in tree.iter("title")][:1]
    headings = [text for element in tree.iter("h1") if (text := squeeze("".join(element.itertext())))]
    title = titles[0][:500] if titles else ""
    split = _SITE_SUFFIX.search(title)
    site = title[split.end() :].strip() if split else ""
    matching = [text for text in headings if text and title.casefold().startswith(text.casefold()[:40])]
    draft.suggest("title", (matching or headings[:1] if len(headings) == 1 or matching else [""])[0][:500])
    draft.suggest("title", title[: split.start()] if split else title)
    draft.suggest("source", site)


def _address(draft: Draft, tree: Any, metas: Mapping[str, str], source: str) -> None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            draft.suggest("url", web_address(link.get("href") or ""))
    draft.suggest("url", web_address(metas.get("og:url", "")))
    saved = _SAVED_FROM.search(source[:5000])
    draft.suggest("url", saved.group(1) if saved else "")


def _language(draft: Draft, tree: Any, metas: Mapping[str, str]) -> None:
    raw = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or metas.get("og:locale", "")
    tag = raw.strip().replace("_", "-")[:35]
    if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag):
        draft.suggest("language", tag)


def parse_page(source: str) -> Any:
    """The tree of a page, scripts and all; None when there is nothing to parse."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(source.encode("utf-8", "replace"), parser)
    except (etree.ParseError, ValueError):
        return None
