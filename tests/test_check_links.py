"""The link checker fails where a link leads nowhere, and only there."""

import importlib.util
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "tools" / "check_links.py"
SPEC = importlib.util.spec_from_file_location("check_links", SOURCE)
assert SPEC is not None
assert SPEC.loader is not None
check_links = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(check_links)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ('<a href="other.html#there">x</a>', ""),
        ('<a href="https://example.org/">x</a>', ""),
        ('<a href="#own" id="own">x</a>', ""),
        ('<a href="gone.html">x</a>', "no such file"),
        ('<a href="other.html#gone">x</a>', "no such id"),
        ('<a href="/other.html">x</a>', "not relative"),
        ('<a href="../../etc/passwd">x</a>', "out of the site"),
        ('<img src="https://example.org/x.png">', "another host"),
        ('<link rel="stylesheet" href="//example.org/x.css">', "another host"),
        ('<link rel="canonical" href="https://example.org/">', ""),
    ],
)
def test_each_kind_of_link(tmp_path: Path, html: str, reason: str) -> None:
    (tmp_path / "index.html").write_text(html)
    (tmp_path / "other.html").write_text('<p id="there">')
    found = check_links.faults(tmp_path)
    assert len(found) == bool(reason)
    assert reason in "".join(found)
