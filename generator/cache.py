"""Results of the per-article half, kept by what they depend on; a warm build reads them back."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

import msgspec

from generator.model.editorial import Editorial
from generator.model.problem import Problem
from generator.model.result import ArticleResult

HERE = Path(__file__).parent
# The rooms whose code and data decide what is read from one article.
ROOMS = ("model", "languages", "gazetteer", "stages/articles", "stages/dates", "stages/events")


class Outcome(msgspec.Struct, frozen=True):
    """What one file gave: a result, or only problems."""

    result: ArticleResult | None
    problems: tuple[Problem, ...] = ()


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Outcome)


def encode(outcome: Outcome) -> bytes:
    """The outcome as msgpack bytes."""
    return _encoder.encode(outcome)


def decode(data: bytes) -> Outcome:
    """The outcome back from its bytes; raises msgspec.DecodeError when they are not of this version."""
    return _decoder.decode(data)


def fingerprint(editorial: Editorial, *settings: str) -> bytes:
    """A hash of everything besides the file itself that the per-article half depends on."""
    digest = hashlib.blake2b(digest_size=16)
    for room in ROOMS:
        for path in sorted((HERE / room).rglob("*")):
            if path.suffix != ".pyc" and path.is_file():
                digest.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes())
    digest.update(_encoder.encode([editorial.actors, editorial.places, settings]))
    return digest.digest()


def key(generator: bytes, name: str, data: bytes) -> bytes:
    """The cache key of one file: its name (the id comes from it), its bytes, and the fingerprint."""
    return hashlib.blake2b(name.encode() + b"\0" + data, key=generator, digest_size=20).digest()


class Cache:
    """A SQLite file of encoded outcomes. A damaged or locked cache costs time, never the build."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, keys: Iterable[bytes]) -> dict[bytes, Outcome]:
        """The outcomes kept under these keys; those that can't be read are as if never kept."""
        found: dict[bytes, Outcome] = {}
        if not self.path.exists():
            return found
        try:
            with closing(sqlite3.connect(self.path)) as base:
                for one in keys:
                    row = base.execute("SELECT value FROM outcome WHERE key = ?", (one,)).fetchone()
                    if row:
                        found[one] = decode(row[0])
        except (sqlite3.Error, msgspec.MsgspecError):
            self.path.unlink(missing_ok=True)
        return found

    def write(self, fresh: Mapping[bytes, bytes], used: Iterable[bytes]) -> None:
        """Keep the fresh outcomes, and forget what this build did not use."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path)) as base, base:
                base.execute("CREATE TABLE IF NOT EXISTS outcome (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
                base.executemany("INSERT OR REPLACE INTO outcome VALUES (?, ?)", sorted(fresh.items()))
                base.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY)")
                base.executemany("INSERT OR IGNORE INTO used VALUES (?)", [(one,) for one in used])
                base.execute("DELETE FROM outcome WHERE key NOT IN (SELECT key FROM used)")
        except (sqlite3.Error, OSError):
            return
