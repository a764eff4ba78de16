"""The commands, as a person types them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WAR = "---\ntitle: Rebels take Uvira\ndate: 2025-12-11\nsource: Wire\n---\n\nM23 rebels captured Uvira on Wednesday.\n"
BROKEN = "---\ntitle: [\ndate: 2025-12-11\n---\n\nM23 rebels captured Goma on Wednesday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "war.md").write_text(WAR)
    return tmp_path


def build_py(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "build.py"), *arguments]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env=environment, check=False, timeout=120
    )


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_builds_without_any_setting_and_says_where_to_look(folder: Path) -> None:
    done = build_py(folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0].startswith("1 article, ")
    assert "Problems: none" in done.stdout
    assert done.stdout.splitlines()[-1] == "Open output/index.html"
    assert (folder / "output" / "index.html").exists()


def test_building_twice_gives_the_same_bytes_and_leaves_files_untouched(folder: Path) -> None:
    build_py(folder)
    before = snapshot(folder / "output")
    times = {path: path.stat().st_mtime_ns for path in (folder / "output").rglob("*.html")}
    assert build_py(folder, "--no-cache", "--jobs", "2").returncode == 0
    assert snapshot(folder / "output") == before
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_a_broken_article_costs_no_other_and_strict_builds_nothing(folder: Path) -> None:
    assert build_py(folder).returncode == 0
    before = snapshot(folder / "output")
    (folder / "seeds" / "broken.md").write_text(BROKEN)
    strict = build_py(folder, "--strict")
    assert strict.returncode == 1
    assert "seeds/broken.md:" in strict.stderr
    assert snapshot(folder / "output") == before
    done = build_py(folder)
    assert done.returncode == 0
    assert "error[" in done.stderr
    assert "hint:" in done.stderr


def test_check_fails_on_errors_alone(folder: Path) -> None:
    good = build_py(folder, "check")
    assert (good.returncode, "1 article checked, 0 problems, 0 to be mended." in good.stdout) == (0, True)
    assert not (folder / "output").exists()
    (folder / "seeds" / "broken.md").write_text(BROKEN)
    bad = build_py(folder, "check")
    assert bad.returncode == 1
    assert "seeds/broken.md:4:" in bad.stdout


def test_explain_tells_words_rule_anchor_and_value(folder: Path) -> None:
    done = build_py(folder, "explain", "2025-12-10")
    assert done.returncode == 0, done.stderr
    for words in ("“Wednesday”", "2025-12-10", "2025-12-11", "captured", "territory-change", "war.md", "Uvira"):
        assert words in done.stdout
    for words in ("In words", "counted from the day of publication", "kind of event", "later articles look back"):
        assert (words in done.stdout) is (words != "later articles look back")
    missing = build_py(folder, "explain", "2025-12-10-m23-captured-uvirra")
    assert missing.returncode == 1
    assert "did you mean" in missing.stderr


def test_new_fills_in_the_front_matter_and_never_overwrites(folder: Path) -> None:
    arguments = ("new", 'Rebels leave "Walikale"', "--date", "2025-04-05", "--source", "Wire")
    assert build_py(folder, *arguments).returncode == 0
    path = folder / "seeds" / "2025" / "2025-04-05-rebels-leave-walikale.md"
    path.write_text(path.read_text() + "M23 fighters withdrew from Walikale on Thursday.\n")
    before = path.read_bytes()
    assert build_py(folder, *arguments).returncode == 1
    assert path.read_bytes() == before
    assert "2 articles checked, 0 problems" in build_py(folder, "check").stdout
    assert "Walikale" in build_py(folder, "explain", "2025-04-03").stdout


def test_publish_notes_what_is_told_and_the_next_build_says_what_changed(folder: Path) -> None:
    assert build_py(folder, "publish").returncode == 0
    assert (folder / "seeds" / "_editorial" / "published.json").exists()
    corrected = '[[set]]\nquote = "captured Uvira"\ndate = "2025-12-09"\n'
    (folder / "seeds" / "_editorial" / "overrides.toml").write_text(corrected)
    assert build_py(folder).returncode == 0
    page = (folder / "output" / "changes.html").read_text(encoding="utf-8")
    assert "9 December 2025" in page
    assert "10 December 2025" in page
    (folder / "seeds" / "broken.md").write_text(BROKEN)
    assert build_py(folder, "publish").returncode == 1


def test_an_unwritable_output_is_a_message(folder: Path) -> None:
    (folder / "taken").write_text("a file")
    done = build_py(folder, "--output", "taken/site")
    assert done.returncode == 1
    assert "error[" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_not_ours_is_never_replaced(folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "thesis.txt").write_text("years of work")
    done = build_py(folder, "--output", "mine")
    assert done.returncode == 1
    assert (folder / "mine" / "thesis.txt").read_text() == "years of work"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--seeds", "nowhere"), "no such folder"),
        (("--site", "nowhere.toml"), "no such file"),
        (("explain", "x", "--seeds", "nowhere"), "no such folder"),
    ],
)
def test_a_wrong_path_is_a_message(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    done = build_py(folder, *arguments)
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_usage_is_exit_code_2(folder: Path) -> None:
    assert build_py(folder, "--jobs", "-1").returncode == 2
    assert build_py(folder, "polish").returncode == 2


def test_explain_says_that_a_sentence_gives_no_day_itself(folder: Path) -> None:
    told = "---\ntitle: Uvira falls\ndate: 2026-03-07\n---\nUVIRA, March 7 - Rebels captured Uvira on Friday.\n\n"
    (folder / "seeds" / "hall.md").write_text(told + "Gunmen burned the town hall of Uvira.\n")
    done = build_py(folder, "explain", "2026-03-06-gunmen")
    assert done.returncode == 0, done.stderr
    assert "told before in the same report; its own sentence gives no day" in done.stdout
