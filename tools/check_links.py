"""Check every internal link of a built site: python tools/check_links.py [FOLDER].

Reads the HTML files below FOLDER (default: output); each relative href, src and action must name a file
of the site, and each fragment an id on it. Exit code 1 when one does not, or when a page asks for anything
from another host.
"""

from __future__ import annotations

import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

FETCHED = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("image", "href")}
NOT_FETCHED_RELATIONS = {"canonical", "alternate", "license", "author", "help"}


class Page(HTMLParser):
    """The links and ids of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, str, str, str]] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ids, and everything that names another resource."""
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.add(given["id"])
        for name in ("href", "src", "action", "xlink:href"):
            if name in given:
                self.links.append((tag, name, given[name], given.get("rel", "")))


@cache
def read(path: Path) -> Page:
    """The parsed page, read once."""
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def faults(root: Path) -> list[str]:
    """Every link that leads nowhere, as `page: link: reason`."""
    found = []
    for path in sorted(root.rglob("*.html")):
        for tag, name, link, relation in read(path).links:
            reason = fault(root, path, link, (tag, name) in FETCHED and relation not in NOT_FETCHED_RELATIONS)
            if reason:
                found.append(f"{path.relative_to(root)}: {link}: {reason}")
    return found


def fault(root: Path, page: Path, link: str, fetched: bool) -> str:
    """What is wrong with one link; empty when nothing is."""
    parts = urlsplit(link)
    if parts.scheme in {"data", "mailto"}:
        return ""
    if parts.scheme or parts.netloc:
        return "a request to another host" if fetched else ""
    if parts.path.startswith("/"):
        return "" if page.name == "404.html" else "not relative"
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not target.is_relative_to(root.resolve()) and target != page:
        return "leads out of the site"
    if not target.is_file():
        return "there is no such file"
    if parts.fragment and target.suffix == ".html" and not parts.fragment.startswith(":~:"):
        wanted = unquote(parts.fragment.split(":~:")[0])
        if wanted and wanted not in read(target).ids:
            return "there is no such id on that page"
    return ""


def main() -> int:
    """Print the faults and a count."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "output")
    if not (root / "index.html").exists():
        print(f"{root}: there is no site here; build it first")
        return 1
    found = faults(root)
    print("\n".join(found) if found else f"{root}: every link leads somewhere")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
