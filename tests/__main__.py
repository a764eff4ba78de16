"""Run every test: python3 -m tests [pytest options]. Makes the environment where one is needed."""

import sys
from pathlib import Path

from generator import bootstrap

ROOT = Path(__file__).resolve().parent.parent
# One module of each package that the tests need besides what a build needs.
NEEDED = ("pytest", "xdist", "hypothesis", "edtf", "icalendar", "jsonschema", "feedparser", "playwright")


def main() -> int:
    """Hand over to pytest; the result is its exit code."""
    bootstrap.ensure(ROOT, "test", (*bootstrap.NEEDED, *NEEDED))
    import pytest  # noqa: PLC0415  # only importable once the packages are there

    spread = [] if any(argument.startswith("-n") for argument in sys.argv[1:]) else ["-n", "auto"]
    return int(pytest.main([f"--rootdir={ROOT}", *spread, *sys.argv[1:]]))


if __name__ == "__main__":
    sys.exit(main())
