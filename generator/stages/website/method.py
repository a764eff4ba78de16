"""How the timeline was made, what it cannot know, and this build's counts; and the page for what is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.model.event import STATUSES
from generator.stages.website.page import Page
from generator.stages.website.site import Site
from generator.stages.website.when import SHAPES

LADDER = ("front-matter", "json-ld", "meta", "time", "dateline", "copyright", "file-name", "title", "none")
BASES = ("stated", "inferred-year", "relative-to-publication", "relative-to-text", "front-matter", "override",
         "undated")  # fmt: skip
PRECISIONS = ("minute", "day", "days", "week", "part-month", "month", "season", "year", "decade", "century",
              "range", "open", "undated")  # fmt: skip
SEVERITIES = ("error", "warning", "note")


def method_pages(site: Site) -> Iterator[Page]:
    """method.html and 404.html."""
    words = site.words
    view = {
        "title": words.get("method.title"),
        "tables": (
            _table("basis", BASES, Counter(event.basis or "undated" for event in site.events), site),
            _table("precision", PRECISIONS, Counter(_precision(event.date) for event in site.events), site),
            _table("status", STATUSES, Counter(event.status for event in site.events), site),
            _table("rung", LADDER, Counter(result.article.dct_rung for result in site.results), site),
            _table("severity", SEVERITIES, Counter(problem.severity for problem in site.problems), site),
        ),
        "counts": (
            words.count("articles", len(site.results)),
            words.count("dates", sum(1 for result in site.results for time in result.times if time.edtf)),
            words.count("mentions", sum(len(result.mentions) for result in site.results)),
            words.count("events", len(site.events)),
        ),
        "shapes": SHAPES,
        "ladder": tuple((words.label("rung", rung), words.get(f"rung_about.{rung}")) for rung in LADDER),
    }
    yield Page("method.html", "method.html", view, nav="method")
    yield Page("404.html", "404.html", {"title": words.get("missing.title")})


def _precision(value: object) -> str:
    return str(getattr(value, "precision", "undated"))


def _table(
    name: str, order: tuple[str, ...], counts: Counter[str], site: Site
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """(caption, rows of label and count); values nobody has are left out."""
    words = site.words
    rows = tuple((words.label(name, key), words.number(counts[key])) for key in order if counts[key])
    return words.get(f"method.table_{name}"), rows
