"""Looking at the site: on this machine alone, never stale, rebuilt when something changes."""

import threading
import urllib.request
from pathlib import Path

from generator.serve import HOST, open_server, snapshot


def test_serves_files_uncached_on_the_loopback_address(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("here")
    server = open_server(tmp_path, 8765)
    assert server is not None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        assert server.server_address[0] == HOST
        with urllib.request.urlopen(f"http://{HOST}:{server.server_address[1]}/") as answer:
            assert answer.read() == b"here"
            assert answer.headers["Cache-Control"] == "no-store"
    finally:
        server.shutdown()
        server.server_close()


def test_a_taken_port_gives_way_to_the_next(tmp_path: Path) -> None:
    first, second = open_server(tmp_path, 8790), open_server(tmp_path, 8790)
    assert first is not None
    assert second is not None
    assert first.server_address[1] != second.server_address[1]
    first.server_close()
    second.server_close()


def test_sees_a_new_and_a_changed_file(tmp_path: Path) -> None:
    before = snapshot([tmp_path])
    (tmp_path / "a.md").write_text("one")
    middle = snapshot([tmp_path])
    (tmp_path / "a.md").write_text("one two")
    assert len({str(before), str(middle), str(snapshot([tmp_path]))}) == 3
    assert snapshot([tmp_path / "none"]) == {}
