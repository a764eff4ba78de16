"""Every kind of page in a real browser: no request elsewhere, the policy kept, axe content."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import NPM, address

Open = Callable[..., Any]
AXE = NPM / "axe-core" / "axe.min.js"
VNU = NPM / "vnu-jar" / "build" / "dist" / "vnu.jar"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the base class's
        """Nothing."""


@pytest.fixture(scope="module")
def served(output: Path) -> Iterator[str]:
    """The site over HTTP, below a path as on GitHub Pages."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(output.parent)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{output.name}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("way", ["disk", "http"])
def test_no_page_asks_anybody_else_for_anything(
    open_page: Open, output: Path, kinds: list[str], served: str, way: str
) -> None:
    page = open_page("index.html")
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: faults.append(request.url) if "ABORTED" not in request.failure else None)
    page.on("console", lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    for path in kinds:
        page.goto(address(output, path) if way == "disk" else served + path)
        page.wait_for_load_state("networkidle")
    own = (output.as_uri(), served)  # the page opened first came from disk
    assert [url for url in asked if not url.startswith((*own, "data:", "blob:"))] == []
    assert [fault for fault in faults if "favicon" not in fault] == []


def test_the_policy_is_enforced(open_page: Open) -> None:
    page = open_page("index.html")
    ran = page.evaluate(
        """() => { const made = document.createElement('script'); made.textContent = 'window.ran = true';
           document.body.append(made);
           const box = document.createElement('p'); box.setAttribute('style', 'color: red'); document.body.append(box);
           return [Boolean(window.ran), getComputedStyle(box).color]; }"""
    )
    assert ran[0] is False
    assert ran[1] != "rgb(255, 0, 0)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_violation(open_page: Open, output: Path, kinds: list[str], width: int, scheme: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not there: npm install axe-core into .cache/npm")
    page = open_page("index.html", width=width, scheme=scheme)
    found = []
    for path in kinds:
        page.goto(address(output, path))
        # Under the page's policy axe cannot come as a script tag; evaluating is not bound by it.
        page.evaluate(AXE.read_text(encoding="utf-8"))
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        result = page.evaluate("(tags) => axe.run({ runOnly: { type: 'tag', values: tags } })", tags)
        for violation in result["violations"]:
            nodes = [node["html"][:160] for node in violation["nodes"]]
            found.append(f"{path}: {violation['id']} x{len(nodes)}: {nodes[:3]}")
    assert found == []


def test_the_nu_validator_finds_no_error(output: Path, kinds: list[str]) -> None:
    java = shutil.which("java")
    if not VNU.is_file() or java is None:
        pytest.skip("the Nu validator is not there: npm install vnu-jar into .cache/npm, and Java")
    files = [str(output / path) for path in kinds]
    done = subprocess.run(
        [java, "-jar", str(VNU), "--format", "json", "--stdout", "--exit-zero-always", *files],
        capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip
    messages = json.loads(done.stdout)["messages"]
    errors = [
        f"{one['url'].rsplit('/', 1)[-1]}: {one['message']}: {one.get('extract', '')}"
        for one in messages
        if one["type"] == "error"
    ]
    assert errors == []


def test_a_choice_of_colours_lasts_and_breaks_nothing(open_page: Open, served: str) -> None:
    page = open_page("index.html")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(served + "index.html")
    button = page.locator("button[data-colours]")
    ground = "() => getComputedStyle(document.documentElement).backgroundColor"
    by_day = page.evaluate(ground)
    button.click()
    assert page.evaluate(ground) == by_day
    button.click()
    assert page.evaluate(ground) != by_day
    page.goto(served + "explore.html")
    assert page.evaluate(ground) != by_day
    assert button.inner_text() == "Colours: dark"
    button.click()
    assert page.evaluate(ground) == by_day
    assert faults == []


def test_the_menu_of_a_phone_opens_over_the_page(open_page: Open) -> None:
    page = open_page("explore.html", width=360, scripts=False)
    button, title = page.locator(".menu summary"), page.locator("h1")
    before = button.bounding_box(), title.bounding_box()
    button.click()
    assert page.locator(".menu a").first.is_visible()
    assert (button.bounding_box(), title.bounding_box()) == before
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
