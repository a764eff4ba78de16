"""Make the project's own virtual environment on a first run, and go on inside it.

Uses the standard library alone: it runs before any package is there. A system Python that refuses
`pip install` (PEP 668) is left as it is; everything goes to `.venv` beside build.py.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

NEEDED = ("markdown", "jinja2", "dateutil", "yaml", "msgspec", "lxml")
MARK = "CONFLICT_TIMELINE_IN_VENV"


def ensure(root: Path, extra: str = "", needed: tuple[str, ...] = NEEDED) -> None:
    """Return when every needed package can be imported; else set `.venv` up and start again in it.

    `extra` names an optional group of pyproject.toml to install besides. Exits with a message when the
    environment cannot be made.
    """
    if all(importlib.util.find_spec(name) for name in needed):
        return
    python = venv_python(root)
    if os.environ.get(MARK):
        sys.exit("error[setup]: the environment in .venv is not whole\n    hint: delete .venv and run this again")
    if not python.exists() or not _has_all(python, needed):
        _make(root, python, extra)
    environment = {**os.environ, MARK: "1"}
    arguments = [str(python), *_own_arguments()]
    sys.exit(subprocess.run(arguments, env=environment, check=False).returncode)  # noqa: S603  # ourselves


def _own_arguments() -> list[str]:
    """How this very program was started, module or file."""
    spec = getattr(sys.modules.get("__main__"), "__spec__", None)
    if spec is not None and spec.name:
        return ["-m", spec.name.removesuffix(".__main__"), *sys.argv[1:]]
    return [str(Path(sys.argv[0]).resolve()), *sys.argv[1:]]


def venv_python(root: Path) -> Path:
    """Where the environment's interpreter stands on this system."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def requirements(root: Path, extra: str) -> list[str]:
    """The requirements of pyproject.toml, with those of one optional group."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else [])]


def _has_all(python: Path, needed: tuple[str, ...]) -> bool:
    code = "import importlib.util as u, sys; sys.exit(not all(u.find_spec(n) for n in sys.argv[1:]))"
    return subprocess.run([str(python), "-c", code, *needed], check=False).returncode == 0  # noqa: S603


def _make(root: Path, python: Path, extra: str) -> None:
    """Create `.venv` and install into it."""
    print("First run: setting up .venv (once, needs the network)", file=sys.stderr, flush=True)
    if importlib.util.find_spec("ensurepip") is None or not python.exists():
        _create(root)
    wanted = requirements(root, extra)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
    if subprocess.run(command, check=False).returncode:  # noqa: S603
        sys.exit("error[setup]: the packages could not be installed\n    hint: check the network, then run this again")


def _create(root: Path) -> None:
    target = str(root / ".venv")
    if _venv(target):
        return
    if shutil.which("apt-get"):
        # Debian and Ubuntu ship Python without the part that makes environments.
        sudo = [] if getattr(os, "geteuid", lambda: 1)() == 0 else ["sudo"]
        for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-y", "-q", "python3-venv"]):
            print("+ " + " ".join([*sudo, *command]), file=sys.stderr, flush=True)
            subprocess.run([*sudo, *command], check=False, stdout=subprocess.DEVNULL)  # noqa: S603
        if _venv(target):
            return
    sys.exit(
        "error[setup]: Python cannot make a virtual environment here\n"
        "    hint: install your system's package for it (Debian and Ubuntu: python3-venv), then run this again"
    )


def _venv(target: str) -> bool:
    command = [sys.executable, "-m", "venv", "--clear", target]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0  # noqa: S603
