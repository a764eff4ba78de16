"""The documents are true to the code."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import COMMANDS
from generator.stages.overrides.fields import CHECKS
from generator.stages.overrides.read import KINDS, parse_overrides

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_table_of_modules_is_up_to_date() -> None:
    command = [sys.executable, "tools/module_table.py", "--check"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0, "run python tools/module_table.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), target


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in set(COMMANDS) - {"build"}:
        assert f"build.py {command}" in text


def test_every_override_and_field_is_documented_and_the_examples_are_valid() -> None:
    text = (ROOT / "docs" / "correcting-events.md").read_text(encoding="utf-8")
    for name in (*(f"[[{kind}]]" for kind in KINDS), *(f"`{field}`" for field in CHECKS)):
        assert name in text, name
    for example in re.findall(r"```toml\n(.*?)```", text, re.DOTALL):
        lines = "\n".join(line.strip() for line in example.splitlines())
        assert parse_overrides(lines, "doc")[1] == ()


def test_the_repository_speaks_of_the_project_alone() -> None:
    told = re.compile(r"/(?:work|root|tmp)/|/home/\w|\b(?:pypi)[.]org|(?:registry)[.]npmjs", re.IGNORECASE)
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    for name in listed.splitlines():
        path = ROOT / name
        if path.suffix in {".png", ".csv"} or path == Path(__file__) or not path.is_file():
            continue
        assert not told.search(path.read_text(encoding="utf-8", errors="replace")), name
