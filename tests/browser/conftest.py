"""A real browser on the site built from the sample articles. Everything here skips where Chromium is missing.

`CONFLICT_TIMELINE_SEEDS` names another folder of articles, to hold the pages of another war to the same rules:
`CONFLICT_TIMELINE_SEEDS=my/articles python3 -m tests tests/browser/test_pages.py`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main

ROOT = Path(__file__).resolve().parents[2]
NPM = ROOT / ".cache" / "npm" / "node_modules"
"""Where the gate puts axe and the Nu validator."""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder needs Chromium."""
    for item in items:
        if Path(item.fspath).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built by the command from the sample articles, or those of the folder that the environment names."""
    seeds = os.environ.get("CONFLICT_TIMELINE_SEEDS", "seeds")
    folder = tmp_path_factory.mktemp("site") / "output"
    with contextlib.chdir(ROOT):
        assert main(["build", "--seeds", seeds, "--output", str(folder), "--no-cache"]) == 0
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser, or a skip."""
    sync_api = pytest.importorskip("playwright.sync_api")
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.skip("Chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Any, output: Path) -> Iterator[Callable[..., Any]]:
    """Opens a page of the site from disk: `open_page("explore.html", width=360, scripts=False)`."""
    contexts = []

    def opened(path: str, *, width: int = 1280, scripts: bool = True, scheme: str = "light") -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=scripts, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(address(output, path))
        return page

    yield opened
    for context in contexts:
        context.close()


def follow(page: Any, link: Any) -> None:
    """Clicks a link to another page and waits until that page is whole: what a click alone returns from may be half."""
    with page.expect_navigation(wait_until="load"):
        link.click()


def address(output: Path, path: str) -> str:
    """The address of a page on disk, with its fragment."""
    name, _, fragment = path.partition("#")
    return (output / name).as_uri() + (f"#{fragment}" if fragment else "")


@pytest.fixture(scope="session")
def kinds(output: Path) -> list[str]:
    """One page of every kind: those of the root, and one of middling size of each folder; of events the fullest too."""
    chosen = sorted(path.name for path in output.glob("*.html"))
    for folder in sorted({path.parent for path in output.glob("*/*.html")}):
        pages = sorted(folder.glob("*.html"), key=lambda path: (-path.stat().st_size, path.name))
        picked = [pages[0], pages[len(pages) // 2]] if folder.name == "events" else [pages[len(pages) // 2]]
        chosen += [f"{folder.name}/{path.name}" for path in picked]
    return list(dict.fromkeys(chosen))
