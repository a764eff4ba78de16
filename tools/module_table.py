"""Write the table of modules in docs/architecture.md from the modules' own first lines.

`python tools/module_table.py` writes it; with `--check` it only says whether it is up to date (exit code 1 if not).
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"
PLACE = re.compile(r"(<!-- modules:.*?-->\n).*?(<!-- end of modules -->)", re.DOTALL)


def summary(path: Path) -> str:
    """The first sentence or line of a module's docstring."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split())


def table() -> str:
    """One heading a folder, one line a module."""
    lines: list[str] = []
    folders = sorted({path.parent for path in (ROOT / "generator").rglob("*.py")})
    for folder in folders:
        lines += ["", f"### `{folder.relative_to(ROOT).as_posix()}/`", ""]
        opening = folder / "__init__.py"
        if opening.exists() and summary(opening):
            lines += [summary(opening), ""]
        modules = sorted(path for path in folder.glob("*.py") if path.name != "__init__.py")
        lines += [f"- `{path.name}`: {summary(path)}" for path in modules]
    return "\n".join(lines[1:]) + "\n\n"


def main() -> int:
    """Write or check the page."""
    before = PAGE.read_text(encoding="utf-8")
    after = PLACE.sub(lambda match: match[1] + "\n" + table() + match[2], before)
    if "--check" in sys.argv:
        return int(before != after)
    PAGE.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
