"""Take the pictures of the README anew, from the sample site, in Chromium.

    python3 build.py && python -m tools.make_pictures output

The front page by day, the evidence page of the dated event with most reports, and a phone by night.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

TARGET = Path(__file__).parent.parent / "docs" / "images"
WIDE = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 780}
MONTH = "2025-01"
"""Where the phone has been scrolled to."""


def main() -> None:
    """Read the built site's folder from the command line, write the three pictures."""
    site = Path(sys.argv[1]).resolve()
    events = json.loads((site / "data" / "events.json").read_text(encoding="utf-8"))["events"]
    fullest = max(events, key=lambda event: (bool(event["date"]), len(event["mentions"])))["id"]
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        take(browser, site / "index.html", "front-page", size=WIDE)
        take(browser, site / "events" / f"{fullest}.html", "evidence", size=WIDE)
        take(browser, site / "index.html", "phone", size=PHONE, scheme="dark", month=MONTH)
        browser.close()


def take(
    browser: Browser, page: Path, name: str, *, size: dict[str, int], scheme: str = "light", month: str = ""
) -> None:
    """One picture of what is seen without scrolling, or from a month on."""
    context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]  # their own types
    seen = context.new_page()
    seen.goto(page.as_uri())
    if month:
        seen.evaluate("id => document.getElementById(id).scrollIntoView()", month)
        seen.wait_for_timeout(300)
    seen.screenshot(path=str(TARGET / f"{name}.png"))
    context.close()


if __name__ == "__main__":
    main()
