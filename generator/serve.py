"""Look at the site on a local port, and rebuild it when something changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "127.0.0.1"
PORTS_TRIED = 20
SECONDS = 1.0


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files, never from a stale copy, and keeps the terminal for what matters."""

    def end_headers(self) -> None:
        """A rebuilt page must be seen on reload."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the base class's
        """Say nothing of single requests."""


def serve(folder: Path, port: int, watched: Iterable[Path], rebuild: Callable[[], int]) -> int:
    """Serve `folder` until interrupted, calling `rebuild` whenever a watched path changes."""
    server = open_server(folder, port)
    if server is None:
        print(f"No free port from {port} to {port + PORTS_TRIED - 1}: choose another with --port.")
        return 1
    print(f"Look at http://{HOST}:{server.server_address[1]}/ (Ctrl+C ends)")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    paths = tuple(watched)
    before, pause = snapshot(paths), threading.Event()
    try:
        while not pause.wait(SECONDS):
            now = snapshot(paths)
            if now != before:
                before = now
                rebuild()
    except KeyboardInterrupt:
        print()
    finally:
        server.shutdown()
        server.server_close()
    return 0


def open_server(folder: Path, port: int) -> ThreadingHTTPServer | None:
    """A server on this machine alone, on `port` or the next free one."""
    handler = partial(QuietHandler, directory=str(folder))
    for number in range(port, port + PORTS_TRIED):
        try:
            return ThreadingHTTPServer((HOST, number), handler)
        except OSError:
            continue
    return None


def snapshot(paths: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """Size and time of change of every file below the paths."""
    seen: dict[str, tuple[int, int]] = {}
    for path in paths:
        for file in [path, *path.rglob("*")] if path.is_dir() else [path]:
            try:
                status = file.stat()
            except OSError:
                continue
            seen[str(file)] = (status.st_size, status.st_mtime_ns)
    return seen
