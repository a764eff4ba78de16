#!/usr/bin/env python3
"""The front door: python build.py [build | serve | check | explain | new]."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> int:
    """Run the command line; on a first run make the project's own environment for it."""
    sys.path.insert(0, str(ROOT))
    from generator import bootstrap  # noqa: PLC0415  # needs the path above

    bootstrap.ensure(ROOT)
    from generator.cli import main as run  # noqa: PLC0415  # only importable once the packages are there

    return run()


if __name__ == "__main__":
    sys.exit(main())
