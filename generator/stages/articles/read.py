"""Find the articles below a folder and get their bytes: the only module of this stage that touches the disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.model.problem import Problem
from generator.model.slug import slug, unique

SUFFIXES = frozenset({".md", ".markdown", ".txt", ".html", ".htm"})
COMPANIONS = frozenset(
    [
        ".css",
        ".js",
        ".json",
        ".map",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".avif",
        ".svg",
        ".ico",
        ".bmp",
        ".woff",
        ".woff2",
        ".ttf",
        ".eot",
        ".otf",
        ".mp3",
        ".mp4",
        ".webm",
    ]
)
"""What lies beside articles without being one: pictures, and what browsers save with a page."""
MAX_BYTES = 5_000_000
"""The largest file read as an article; a long book of text has 2 MB."""


@dataclass(frozen=True, slots=True, order=True)
class SourceFile:
    """One article file: where it is, and its POSIX path below the seeds folder."""

    name: str
    path: Path


def find_files(root: Path) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """The article files below `root`, sorted by name, and what could not be taken.

    Names that begin with `_` or `.` are skipped with all they hold, and so are the companions of saved pages.
    A link that leaves the folder is a problem; a folder linked twice is walked once.
    """
    files: list[SourceFile] = []
    problems: list[Problem] = []
    if not root.is_dir():
        hint = "Make the folder, or name another one with --seeds."
        return (), (Problem(str(root), 0, 0, "error", "no-folder", "there is no such folder", hint),)
    seen = {root.resolve()}
    for entry in _walk(root, root.resolve(), seen, problems):
        name = entry.relative_to(root).as_posix()
        suffix = entry.suffix.lower()
        if suffix in SUFFIXES:
            files.append(SourceFile(name, entry))
        elif suffix not in COMPANIONS:
            hint = "Articles are .md, .txt or .html files; a name that begins with _ is skipped without a word."
            problems.append(Problem(name, 0, 0, "note", "unknown-type", "not a kind of file read here", hint))
    return tuple(sorted(files)), tuple(sorted(problems))


def _walk(folder: Path, root: Path, seen: set[Path], problems: list[Problem]) -> Iterator[Path]:
    """Every file below `folder` that may be looked at, depth first without recursion."""
    base, waiting = folder, [folder]
    while waiting:
        current = waiting.pop()
        try:
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError as error:
            problems.append(_unreadable(current.relative_to(base).as_posix(), error))
            continue
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith(("_", ".")) or _is_companion(entry):
                continue
            fault = _link_fault(path, root, seen) if entry.is_symlink() else ""
            if fault:
                hint = "Copy the article into the folder instead of linking to it."
                problems.append(Problem(path.relative_to(base).as_posix(), 0, 0, "error", "link-outside", fault, hint))
            elif entry.is_dir():
                waiting.append(path)
            elif entry.is_file():
                yield path


def _is_companion(entry: os.DirEntry[str]) -> bool:
    """Whether this is the folder a browser saves beside a page."""
    return entry.name.endswith(("_files", "-Dateien", "_fichiers", "_archivos")) and entry.is_dir()


def _link_fault(path: Path, root: Path, seen: set[Path]) -> str:
    """What is wrong with a symbolic link; empty when it stays inside the folder."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "a link that leads nowhere"
    if not target.is_relative_to(root):
        return "a link that leaves the folder is not followed"
    if target.is_dir() and (target in seen or root.is_relative_to(target) or path.is_relative_to(target)):
        return "a link to a folder that is read already"
    seen.add(target)
    return ""


def read_bytes(file: SourceFile) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of a file; None with a problem when it is too large or cannot be read."""
    try:
        size = file.path.stat().st_size
        if size > MAX_BYTES:
            hint = f"The largest file read is {MAX_BYTES // 1_000_000} MB. Split it, or save it without pictures."
            message = f"the file has {size / 1_000_000:.1f} MB, too many for an article"
            return None, (Problem(file.name, 0, 0, "error", "too-large", message, hint),)
        with file.path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)[:MAX_BYTES], ()
    except OSError as error:
        return None, (_unreadable(file.name, error),)


def _unreadable(name: str, error: OSError) -> Problem:
    reason = (error.strerror or "unknown reason").lower()
    return Problem(name, 0, 0, "error", "unreadable", f"cannot be read: {reason}", "Check the file's permissions.")


def article_id(name: str) -> str:
    """A URL-safe id from a path below the seeds folder: `2025/Goma falls.md` gives `2025-goma-falls`."""
    stem = name.rsplit(".", 1)[0] if Path(name).suffix.lower() in SUFFIXES else name
    return slug(stem) or "article"


def article_ids(names: Iterable[str]) -> dict[str, str]:
    """An id for every path, unique among them: later paths get -2, -3 where `article_id` gives the same."""
    ordered = sorted(names)
    return dict(zip(ordered, unique(map(article_id, ordered)), strict=True))
