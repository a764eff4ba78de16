"""The house holds: imports run one way, only named modules touch the disk, rooms stay small."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GENERATOR = ROOT / "generator"
MODULES = sorted(GENERATOR.rglob("*.py"))

# Each room may import the rooms listed, and itself.
LAYERS = {
    "model": set(),
    "settings": {"model"},
    "languages": {"model"},
    "gazetteer": {"model", "languages"},
    "context": {"model", "settings", "languages", "gazetteer"},
    "stages": {"model", "settings", "languages", "gazetteer", "context"},
    "cache": {"model"},
    "pipeline": {"model", "settings", "languages", "gazetteer", "context", "stages", "cache"},
    "report": {"model", "pipeline"},
    "explain": {"model", "pipeline", "explain_words"},
    "explain_words": {"model"},
    "serve": set(),
    "bootstrap": set(),
    "cli": {
        "model", "settings", "languages", "gazetteer", "context", "stages", "cache",
        "pipeline", "report", "explain", "explain_words", "serve",
    },
}  # fmt: skip

TOUCH_THE_DISK = {
    "stages/articles/read.py", "stages/overrides/read.py", "stages/website/theme.py", "stages/website/write.py",
    "languages/pack.py", "gazetteer/gazetteer.py", "gazetteer/borders.py", "gazetteer/lakes.py",
    "stages/website/exports/letters.py",
    "cache.py", "serve.py", "cli.py", "bootstrap.py",
}  # fmt: skip
DISK = {"read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rename", "replace_file", "rmtree"}
CLOCKS = {"now", "today", "utcnow", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime"}
MAY_READ_THE_CLOCK = {"cli.py"}
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+")
GIVES_NOTHING_BACK = {"stages/articles/tags.py"}
"""Where a try that fails has taken nothing, so that every Python reads a possessive group alike."""


def name_of(path: Path) -> str:
    return path.relative_to(GENERATOR).as_posix()


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno}: relative import"
            names = (
                [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "generator" else [node.module]
            )
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {name for name in names if name and name.split(".")[0] == "generator"}
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_run_one_way(path: Path) -> None:
    own = name_of(path).removesuffix(".py").split("/")
    if own == ["__init__"]:
        return
    allowed = LAYERS[own[0]] | {own[0]}
    for imported in imports(path):
        parts = imported.split(".")[1:]
        if not parts or parts == ["__version__"]:
            continue
        assert parts[0] in allowed, f"{own} imports {imported}"
        if own[0] == "stages" and parts[0] == "stages" and len(own) > 1:
            assert parts[1] == own[1], f"stage {own[1]} imports stage {parts[1]}"


def calls(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {
        node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    named = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    return found | ({"open"} & named)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_named_modules_touch_the_disk(path: Path) -> None:
    if name_of(path) not in TOUCH_THE_DISK:
        assert not calls(path) & (DISK | {"open"})


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_built_reads_the_clock(path: Path) -> None:
    if name_of(path) not in MAY_READ_THE_CLOCK:
        assert not calls(path) & CLOCKS


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_pattern_repeats_a_group_possessively(path: Path) -> None:
    """Before 3.11.5 Python keeps what the last, failed try of such a group took (CPython issue 106052)."""
    if name_of(path) not in GIVES_NOTHING_BACK:
        assert not POSSESSIVE_GROUP.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_rooms_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{name_of(path)}:{node.lineno} {node.name}"


def test_stage_names_sort_in_the_order_of_the_flow() -> None:
    stages = sorted(path.name for path in (GENERATOR / "stages").iterdir() if (path / "__init__.py").exists())
    assert stages == ["articles", "dates", "events", "linking", "overrides", "timeline", "website"]
