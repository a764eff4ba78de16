"""One folder with everything that can be wrong: each fault is told, and the one good article is published."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.cli import main
from generator.pipeline import Build, run

GOOD = "---\ntitle: Rebels take Uvira\ndate: 2025-12-11\nsource: Wire\n---\n\nM23 rebels captured Uvira on Wednesday.\n"
FRONT = "---\ntitle: A title\ndate: 2025-12-11\n"
HOSTILE = """---
title: "<script>alert(1)</script> & <img src=x onerror=alert(2)>"
date: 2025-12-11
source: "\\" onmouseover=\\"alert(3)"
url: "javascript:alert(4)"
---

<script>alert(5)</script>

M23 rebels <b onclick="alert(6)">captured</b> Goma on Wednesday. [Read](javascript:alert(7)) ![x](https://evil.example/x.png)

<iframe src="https://evil.example/"></iframe><svg onload=alert(8)></svg>
"""


def deep_yaml() -> str:
    return FRONT + "tags: " + "[" * 30_000 + "]" * 30_000 + "\n---\n\nBody.\n"


def deep_html() -> str:
    return "<html><body>" + "<div>" * 100_000 + "M23 rebels captured Sake on 23 January 2025." + "</div>" * 100_000


FILES: dict[str, str | bytes] = {
    "good.md": GOOD,
    "bytes.md": b"\x00\x01\x02\xff\xfe" * 200,
    "dateless.md": "---\ntitle: No date\n---\n\nIt rained.\n",
    "contradiction.html": '<html><head><meta property="article:published_time" content="2025-03-01">'
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-02-01"}</script></head>'
    "<body><article><h1>Two dates</h1><p>Rebels captured the town of Sake on the first day of the month.</p>"
    "</article></body>",
    "unclosed.md": FRONT + "\nM23 rebels captured Goma.\n",
    "broken.md": "---\ntitle: [\n---\n\nBody.\n",
    "toml.md": "+++\ntitle = \n+++\n\nBody.\n",
    "empty.md": "",
    "huge.md": "word " * 4_200_000,
    "nested.html": deep_html(),
    "yaml.md": deep_yaml(),
    "alias.md": FRONT + "a: &a [x]\nb: *a\n---\n\nBody.\n",
    "hostile.md": HOSTILE,
    "hostile.html": "<html><head><title>T</title></head><body><article>"
    + HOSTILE.split("---")[2]
    + "</article></body>",
    "copy.md": GOOD,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    seeds = tmp_path_factory.mktemp("bad") / "seeds"
    seeds.mkdir()
    for name, content in FILES.items():
        data = content if isinstance(content, bytes) else content.encode()
        (seeds / name).write_bytes(data)
    outside = seeds.parent / "outside.md"
    outside.write_text(GOOD.replace("Uvira", "Lubumbashi"))
    (seeds / "link.md").symlink_to(outside)
    return seeds


@pytest.fixture(scope="module")
def build(folder: Path) -> Build:
    return run(folder)


@pytest.mark.parametrize(
    "name",
    [
        "bytes.md", "dateless.md", "contradiction.html", "unclosed.md", "broken.md", "toml.md", "empty.md",
        "huge.md", "nested.html", "yaml.md", "alias.md", "link.md", "hostile.md",
    ],
)  # fmt: skip
def test_each_fault_is_told_with_path_and_hint(build: Build, name: str) -> None:
    told = [problem for problem in build.problems if problem.path == name and problem.severity != "note"]
    assert told, name
    assert all(problem.code != "internal" and problem.message for problem in told)
    assert any(problem.hint for problem in told)


def test_a_copy_is_told(build: Build) -> None:
    assert any(problem.code == "duplicate-article" for problem in build.problems)


def test_the_good_article_and_whatever_can_be_read_are_there(build: Build) -> None:
    paths = {result.article.path for result in build.results}
    assert {"good.md", "dateless.md", "contradiction.html", "hostile.md", "nested.html", "broken.md"} <= paths
    assert not any("Lubumbashi" in result.article.text for result in build.results)


class Dangers(HTMLParser):
    """Collects what would run or fetch something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in {"iframe", "object", "embed"} or (
            tag == "script" and not given.get("src") and "json" not in given.get("type", "")
        ):
            self.found.append(f"<{tag}>")
        self.found += [f"{tag} {name}" for name in given if name.startswith("on") or name == "style"]
        for name in ("href", "src"):
            value = re.sub(r"\s", "", given.get(name, "")).lower()
            if value.startswith(("javascript:", "data:text", "vbscript:")) or (tag != "a" and "evil.example" in value):
                self.found.append(f"{tag} {name}={value}")


def test_nothing_hostile_reaches_a_page(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build", "--seeds", str(folder), "--output", "site", "--no-cache"]) == 0
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        dangers = Dangers()
        dangers.feed(page.read_text(encoding="utf-8"))
        assert dangers.found == [], page.name
