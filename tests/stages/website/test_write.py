"""The output folder: whole or untouched."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.stages.website.write import MANIFEST, write_site

OLD = [("index.html", b"old"), ("a/same.html", b"same"), ("a/gone.html", b"gone")]
NEW = [("index.html", b"new"), ("a/same.html", b"same"), ("b/added.html", b"added")]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def test_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    output = tmp_path / "output"
    assert write_site(OLD, output).written == 3
    os.utime(output / "a/same.html", (1_000_000_000, 1_000_000_000))
    report = write_site(NEW, output)
    assert (report.files, report.written, report.unchanged, report.removed) == (3, 2, 1, 1)
    assert report.problems == ()
    assert files(output) == dict(NEW)
    assert (output / "a/same.html").stat().st_mtime == 1_000_000_000
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_the_same_site_twice_changes_nothing(tmp_path: Path) -> None:
    write_site(OLD, tmp_path / "output")
    report = write_site(OLD, tmp_path / "output")
    assert (report.written, report.unchanged, report.removed) == (0, 3, 0)


def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write_site(OLD, output)

    def failing() -> Iterator[tuple[str, bytes]]:
        yield NEW[0]
        raise RuntimeError("a template broke")

    with pytest.raises(RuntimeError):
        write_site(failing(), output)
    assert files(output) == dict(OLD)
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_killed_build_leaves_the_old_site_and_the_next_one_works(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write_site(OLD, output)
    script = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from generator.stages.website.write import write_site
        def slow():
            yield "index.html", b"new"
            print("begun", flush=True)
            time.sleep(60)
        write_site(slow(), Path(sys.argv[1]))
        """
    )
    with subprocess.Popen([sys.executable, "-c", script, str(output)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        process.wait(timeout=20)
    assert files(output) == dict(OLD)
    assert write_site(NEW, output).problems == ()
    assert files(output) == dict(NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_build_killed_between_the_two_renames_is_undone_by_the_next(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write_site(OLD, output)
    output.rename(tmp_path / ".output.old")
    report = write_site(NEW, output)
    assert report.unchanged == 1
    assert files(output) == dict(NEW)


@pytest.mark.parametrize("name", ["thesis.txt", ".hidden"])
def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path, name: str) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / name).write_text("years of work")
    report = write_site(NEW, output)
    assert [problem.code for problem in report.problems] == ["output-not-ours"]
    assert [path.name for path in output.iterdir()] == [name]


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    assert write_site(NEW, tmp_path / "output").problems == ()


def test_files_of_others_in_our_folder_stay(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write_site(OLD, output)
    (output / "CNAME").write_text("example.org")
    (output / ".git").mkdir()
    (output / ".git" / "HEAD").write_text("ref")
    write_site(NEW, output)
    assert files(output) == {**dict(NEW), "CNAME": b"example.org", ".git/HEAD": b"ref"}


def test_output_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("x")
    assert [problem.code for problem in write_site(NEW, tmp_path / "output").problems] == ["output-not-ours"]


def test_output_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "wall").write_text("a file where a folder is needed")
    report = write_site(NEW, tmp_path / "wall" / "output")
    assert [problem.code for problem in report.problems] == ["output-unwritable"]
    assert report.problems[0].hint


def test_a_symlinked_output_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "real")
    write_site(NEW, tmp_path / "output")
    assert (tmp_path / "output").is_symlink()
    assert files(tmp_path / "real") == dict(NEW)


@pytest.mark.parametrize("path", ["../out.html", "/etc/x.html", "a/../../x.html", "a\\..\\x.html", ""])
def test_no_page_is_written_outside(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="outside the site"):
        write_site([(path, b"x")], tmp_path / "output")
    assert not (tmp_path / "output").exists()


def test_two_pages_on_one_path_are_a_defect(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="same path"):
        write_site([("a.html", b"1"), ("a.html", b"2")], tmp_path / "output")


def test_readers_never_see_half_a_site(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write_site(OLD, output)
    seen: list[dict[str, bytes]] = []

    def watching() -> Iterator[tuple[str, bytes]]:
        for page in NEW:
            seen.append(files(output))
            time.sleep(0.001)
            yield page

    write_site(watching(), output)
    assert all(found == dict(OLD) for found in seen)
