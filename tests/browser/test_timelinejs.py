"""The TimelineJS files in TimelineJS itself, where npm has put it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import NPM

DIST = NPM / "@knight-lab" / "timelinejs" / "dist"


@pytest.mark.parametrize("name", ["timelinejs.json", "timelinejs-all.json"])
def test_timelinejs_shows_every_event_without_a_message(chromium: Any, output: Path, name: str) -> None:
    script = DIST / "js" / "timeline.js"
    if not script.is_file():
        pytest.skip("TimelineJS is not there: npm install @knight-lab/timelinejs into .cache/npm")
    data = json.loads((output / "data" / name).read_text(encoding="utf-8"))
    page = chromium.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.route("**/*", lambda route: route.abort())  # it asks for fonts
    page.set_content('<div id="timeline"></div>')
    page.add_script_tag(content=script.read_text(encoding="utf-8"))
    page.evaluate("(data) => { window.made = new TL.Timeline('timeline', data, { hash_bookmark: false }); }", data)
    page.locator(".tl-timemarker").nth(len(data["events"]) - 1).wait_for(state="attached")
    assert page.evaluate("made.config.messages") == {"errors": [], "warnings": []}
    assert page.evaluate("made.config.events.length") == len(data["events"])
    assert faults == []
    page.close()
