"""Everything the site offers besides its pages: data files, feeds, calendars."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.languages.events import EventWords
from generator.stages.website.exports.atom import atom
from generator.stages.website.exports.changes_feed import changes_feed
from generator.stages.website.exports.common import Files, Material
from generator.stages.website.exports.datapackage import datapackage
from generator.stages.website.exports.events_csv import events_csv
from generator.stages.website.exports.events_json import events_json
from generator.stages.website.exports.explore_data import explore_data
from generator.stages.website.exports.geojson import geojson
from generator.stages.website.exports.ics import ics
from generator.stages.website.exports.json_feed import json_feed
from generator.stages.website.exports.schema import schema_json
from generator.stages.website.exports.share_image import share_image
from generator.stages.website.exports.sitemap import sitemap
from generator.stages.website.exports.timelinejs import timelinejs
from generator.stages.website.site import Site

__all__ = ["EXPORTS", "Files", "Material", "export_files"]

EXPORTS: tuple[tuple[str, Callable[[Material], Files]], ...] = (
    ("events.json", events_json),
    ("events.schema.json", schema_json),
    ("events.csv", events_csv),
    ("events.geojson", geojson),
    ("events.ics", ics),
    ("timelinejs.json", timelinejs),
    ("datapackage.json", datapackage),
    ("explore.js", explore_data),
    ("feed.atom", atom),
    ("feed.json", json_feed),
    ("changes.atom", changes_feed),
    ("share.png", share_image),
    ("sitemap.xml", sitemap),
)
"""Every export: its name, and the function that makes its files."""


def export_files(site: Site, words: EventWords | None = None, pages: Sequence[str] = ()) -> Files:
    """Every data file and feed of the site as (path, bytes).

    `words` (the language pack's) gives the names of other codebooks; `pages` are the paths of the
    pages the site has, for the sitemap.
    """
    material = Material(site, words.coding if words else None, pages)
    for _name, make in EXPORTS:
        yield from make(material)
