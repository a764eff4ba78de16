"""Put a site in place: staged beside the output folder, then swapped in with one rename.

A build that fails or is killed leaves the old site whole. Files that did not change keep their bytes and
times (they are hard links to the old ones, or copies where the file system has none). Files this program did not
write stay; files of the old site that the new one lacks go.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.model.problem import Problem
from generator.stages.website.theme import BrokenTemplateError

MANIFEST = ".conflict-timeline"
"""Marks a folder as ours and lists the files we wrote, one path a line after a first line that says so."""
HEADER = "Written by Conflict Timeline. These files are replaced at every build:\n"


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What writing did: how many files there are, were new or changed, stayed, went."""

    files: int = 0
    written: int = 0
    unchanged: int = 0
    removed: int = 0
    problems: tuple[Problem, ...] = ()


def write_site(pages: Iterable[tuple[str, bytes]], output: Path) -> WriteReport:
    """Write (relative path, bytes) pairs as the new content of `output`.

    An output that cannot be written, or that holds files but was not made by this program, is a problem in the
    report and stays as it was; so is a template of the user's theme that fails. Other exceptions raised while
    `pages` is made pass through. In every case the old site stays.
    """
    target = output.resolve()
    staging, old = (target.with_name(f".{target.name}.{word}") for word in ("new", "old"))
    try:
        _recover(target, old)
        refusal = _refusal(target, output)
        if refusal:
            return WriteReport(problems=(refusal,))
        _remove(staging)
        staging.mkdir(parents=True)
    except OSError as error:
        return WriteReport(problems=(_unwritable(output, error),))
    return _stage_and_swap(pages, output, target, staging, old)


def _stage_and_swap(
    pages: Iterable[tuple[str, bytes]], output: Path, target: Path, staging: Path, old: Path
) -> WriteReport:
    ours = _manifest(target)
    paths: list[str] = []
    broken: list[Problem] = []
    written = 0
    try:
        for path, data in _until_broken(pages, broken):
            paths.append(path)
            try:
                written += _stage(_inside(staging, path), target / path, data)
            except OSError as error:
                return WriteReport(problems=(_unwritable(output / path, error),))
        if broken:
            return WriteReport(problems=tuple(broken))
        try:
            _keep_foreign(target, staging, ours)
            _stage(staging / MANIFEST, target / MANIFEST, (HEADER + "\n".join(sorted(paths)) + "\n").encode())
            _swap(target, staging, old)
        except OSError as error:
            return WriteReport(problems=(_unwritable(output, error),))
    finally:
        _remove(staging)
    return WriteReport(len(paths), written, len(paths) - written, len(ours - set(paths)))


def _until_broken(pages: Iterable[tuple[str, bytes]], broken: list[Problem]) -> Iterator[tuple[str, bytes]]:
    """The pages up to the first whose template fails; that one's problem goes into `broken`."""
    try:
        yield from pages
    except BrokenTemplateError as error:
        broken.append(error.problem)


def _refusal(target: Path, output: Path) -> Problem | None:
    """Why the folder must not be replaced; None when it may be."""
    if target.exists() and not target.is_dir():
        message = "the output is a file, not a folder"
    elif target.is_dir() and any(target.iterdir()) and not (target / MANIFEST).is_file():
        message = "the output folder holds files this program did not write"
    else:
        return None
    hint = "Name another folder with --output, or empty this one yourself."
    return Problem(str(output), 0, 0, "error", "output-not-ours", message, hint)


def _unwritable(path: Path, error: OSError) -> Problem:
    hint = "Check the folder's permissions and the free space; the old site was left as it was."
    reason = error.strerror or str(error)
    return Problem(str(path), 0, 0, "error", "output-unwritable", f"cannot write here: {reason}", hint)


def _recover(target: Path, old: Path) -> None:
    """Undo a swap that was killed between its two renames."""
    if old.is_dir() and not target.exists():
        old.rename(target)
    _remove(old)


def _manifest(target: Path) -> set[str]:
    try:
        return set((target / MANIFEST).read_text(encoding="utf-8").splitlines()[1:])
    except (OSError, UnicodeDecodeError):
        return set()


def _inside(root: Path, path: str) -> Path:
    """The file's place below `root`. A path that leaves it is a defect of the program: ValueError."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts or "\\" in path:
        raise ValueError(f"a page wants to be written outside the site: {path!r}")
    return root.joinpath(*pure.parts)


def _stage(new: Path, old: Path, data: bytes) -> bool:
    """Put one file into the staging folder; whether its bytes are new."""
    new.parent.mkdir(parents=True, exist_ok=True)
    if new.exists():
        raise ValueError(f"two pages want the same path: {new.name!r}")
    if old.is_file() and not old.is_symlink() and old.stat().st_size == len(data) and old.read_bytes() == data:
        _link(old, new)
        return False
    new.write_bytes(data)
    return True


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def _keep_foreign(target: Path, staging: Path, ours: set[str]) -> None:
    """Carry over what others put into the output folder, unless a page now has its place."""
    if not target.is_dir():
        return
    for folder, _names, files in os.walk(target):
        for file in sorted(files):
            source = Path(folder, file)
            path = source.relative_to(target)
            new = staging / path
            if path.as_posix() in ours or file == MANIFEST or new.exists():
                continue
            new.parent.mkdir(parents=True, exist_ok=True)
            if source.is_symlink():
                new.symlink_to(source.readlink())
            else:
                _link(source, new)


def _swap(target: Path, staging: Path, old: Path) -> None:
    if target.exists():
        target.rename(old)
    try:
        staging.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    _remove(old)


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
