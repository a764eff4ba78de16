"""Folders of faulty files (tests/sites_invalid): each gives exactly the problems its expected.txt names."""

from pathlib import Path

import pytest

from generator.stages.articles import find_files, read_article, read_bytes
from tests.stages.articles.reading import context

SITES = Path(__file__).parents[2] / "sites_invalid"
NAMES = sorted(path.parent.name for path in SITES.glob("*/expected.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_every_fault_is_named_with_its_line_and_nothing_else_is(name):
    files, found = find_files(SITES / name)
    problems = [problem for problem in found if problem.path != "expected.txt"]
    for file in files:
        if file.name == "expected.txt":
            continue
        data, faults = read_bytes(file)
        assert data is not None and faults == ()
        problems += read_article(file.name, data, context())[1]
    lines = sorted(f"{problem.path}:{problem.line} {problem.severity} {problem.code}" for problem in problems)
    assert lines == (SITES / name / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert all(problem.hint for problem in problems)


def test_there_are_faulty_folders():
    assert len(NAMES) >= 3
