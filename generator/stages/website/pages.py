"""The table of page builders, and how a page becomes bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import jinja2

from generator.model.event import Timeline
from generator.model.problem import Problem
from generator.model.result import ArticleResult
from generator.stages.website.calendar import calendar_pages
from generator.stages.website.changes import change_pages
from generator.stages.website.data import data_pages
from generator.stages.website.embed import embed_pages
from generator.stages.website.evidence import event_pages
from generator.stages.website.explore import explore_pages
from generator.stages.website.exports import export_files
from generator.stages.website.facets import facet_pages
from generator.stages.website.front import front_pages
from generator.stages.website.lanes import lane_pages
from generator.stages.website.map import map_pages
from generator.stages.website.method import method_pages
from generator.stages.website.page import Builder, Page
from generator.stages.website.postcard import locator
from generator.stages.website.reader import article_pages
from generator.stages.website.site import Locator, Site
from generator.stages.website.text import legal
from generator.stages.website.theme import Theme, template_fault
from generator.stages.website.years import year_pages

if TYPE_CHECKING:
    from generator.context import Context

BUILDERS: tuple[tuple[str, Builder], ...] = (
    ("front", front_pages),
    ("years", year_pages),
    ("events", event_pages),
    ("articles", article_pages),
    ("facets", facet_pages),
    ("explore", explore_pages),
    ("map", map_pages),
    ("lanes", lane_pages),
    ("calendar", calendar_pages),
    ("changes", change_pages),
    ("embed", embed_pages),
    ("method", method_pages),
    ("data", data_pages),
)
"""Every kind of page and who makes it, in the order they are written. A new kind is a line here."""

NAVIGATION: tuple[tuple[str, str], ...] = (
    ("timeline", "index.html"),
    ("years", "years/index.html"),
    ("explore", "explore.html"),
    ("actors", "actors/index.html"),
    ("places", "places/index.html"),
    ("types", "types/index.html"),
    ("sources", "sources/index.html"),
    ("articles", "articles/index.html"),
    ("method", "method.html"),
    ("data", "data.html"),
)
"""The navigation: a key of the strings' table `nav`, and the page it leads to."""

LOCATOR: Locator | None = locator
"""Draws the small map of an evidence page."""


class Symbols:
    """Icons and marker shapes a page uses: templates name them, the layout draws each once."""

    def __init__(self) -> None:
        self.names: dict[str, None] = {}

    def use(self, name: str) -> str:
        """Note that the page needs the symbol; gives its name back."""
        self.names[name] = None
        return name


def render_site(
    timeline: Timeline,
    results: Sequence[ArticleResult],
    context: Context,
    theme: Theme,
    problems: Sequence[Problem] = (),
) -> Iterator[tuple[str, bytes]]:
    """Every file of the site as (path below the output folder, bytes), the same for the same inputs."""
    published = context.editorial.published
    site = Site(timeline, results, context.settings, theme, problems, locator=LOCATOR, published=published)
    for path, data in theme.static:
        yield f"static/{path}", data
    paths: list[str] = []
    for _name, build in BUILDERS:
        for page in build(site):
            paths.append(page.path)
            yield page.path, render_page(page, site)
    yield from export_files(site, context.pack.events, paths)


def render_page(page: Page, site: Site) -> bytes:
    """One page through its template. `root` leads from the page to the site's root, so that every link is
    relative and names a file; 404.html may be served from any depth and uses the site's address where it is known.
    A template that fails raises BrokenTemplateError."""
    depth = page.path.count("/")
    root = site.settings.base_url if page.path == "404.html" else "../" * depth
    template = site.theme.templates.get_template(page.template)
    try:
        html = template.render(page.view, **_shared(page, root, site))
    except jinja2.TemplateError as error:
        raise template_fault(error, page.path) from error
    return legal(html).encode("utf-8")


def _shared(page: Page, root: str, site: Site) -> dict[str, Any]:
    """What every template knows besides its page's view."""
    return {
        "page": page,
        "root": root,
        "site": site.settings,
        "theme": site.theme,
        "words": site.words,
        "t": site.words.strings,
        "navigation": NAVIGATION,
        "symbols": Symbols(),
        "absolute": site.absolute(page.path) if site.settings.base_url else "",
    }
