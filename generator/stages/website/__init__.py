"""The timeline as a site: pages, data files, and the folder they are written to."""

from generator.stages.website.pages import render_site
from generator.stages.website.theme import Theme, load_theme
from generator.stages.website.write import WriteReport, write_site

__all__ = ["Theme", "WriteReport", "load_theme", "render_site", "write_site"]
