"""What a person reads while and after a build: progress, problems, and a summary of five seconds."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from generator.model.problem import Problem
from generator.pipeline import Build

SHOWN = 40
TTY_WIDTH = 60


def format_problem(problem: Problem) -> str:
    """`path:line:col: error[CODE]: what is wrong`, with the hint on a line of its own."""
    where = problem.path
    if problem.line:
        where += f":{problem.line}:{max(problem.col, 1)}"
    text = f"{where}: {problem.severity}[{problem.code}]: {_plain(problem.message)}"
    return f"{text}\n    hint: {_plain(problem.hint)}" if problem.hint else text


def _plain(text: str) -> str:
    """One line, no control characters: a file's content must not steer the terminal."""
    return " ".join("".join(c if c.isprintable() or c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text).split())


def show_problems(problems: Sequence[Problem], out: TextIO) -> None:
    """Every error, then warnings and notes up to a screenful, with a count of what is left."""
    rank = {"error": 0, "warning": 1, "note": 2}
    ordered = sorted(problems, key=lambda problem: (rank[problem.severity], problem))
    errors = sum(problem.severity == "error" for problem in problems)
    for problem in ordered[: max(SHOWN, errors)]:
        print(format_problem(problem), file=out)
    left = len(ordered) - max(SHOWN, errors)
    if left > 0:
        print(f"... and {left} more warnings and notes; `python build.py check` lists all of them", file=out)


def count(number: int, one: str, many: str = "") -> str:
    """`1 event`, `1,204 events`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def summary(build: Build, seconds: float, where: str) -> str:
    """The closing lines of a build: articles, dates, events, problems, time, where to open."""
    dates = sum(time.edtf is not None for result in build.results for time in result.times)
    dated, undated = len(build.timeline.events), len(build.timeline.undated)
    tally = Counter(problem.severity for problem in build.problems)
    kinds = [count(tally[kind], kind) for kind in ("error", "warning", "note") if tally[kind]]
    drafts = f" ({count(build.drafts, 'draft')} left out)" if build.drafts else ""
    found = f"{count(dates, 'date')}, {count(dated, 'dated event')}, {undated:,} undated"
    other = f"{count(build.strays, 'report')} of other news left out (docs/correcting-events.md)"
    left_out = [other] if build.strays else []
    lines = [
        f"{count(len(build.results), 'article')}{drafts}, {found}",
        *left_out,
        f"Problems: {', '.join(kinds) if kinds else 'none'}",
        f"Built in {seconds:.1f} s",
        f"Open {where}",
    ]
    return "\n".join(lines)


class Progress:
    """One line that rewrites itself on a terminal; silent elsewhere."""

    def __init__(self, out: TextIO | None = None) -> None:
        self.out = out or sys.stderr
        self.shown = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how far a stage has come."""
        if not self.out.isatty() or (done % 10 and done != total):
            return
        part = f" {done:,} of {total:,}" if total > 1 else " ..."
        self.out.write(f"\r{stage}{part}".ljust(TTY_WIDTH))
        self.out.flush()
        self.shown = True

    def close(self) -> None:
        """Clear the line."""
        if self.shown:
            self.out.write("\r" + " " * TTY_WIDTH + "\r")
            self.out.flush()
