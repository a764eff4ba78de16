"""The command line: build, serve, check, publish, explain, new."""

from __future__ import annotations

import argparse
import datetime
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator import __version__
from generator.cache import Cache
from generator.explain import explain_event
from generator.languages.pack import languages
from generator.model.problem import Problem
from generator.model.slug import slug
from generator.pipeline import EDITORIAL, Build, run, with_paths
from generator.report import Progress, count, show_problems, summary
from generator.serve import serve
from generator.settings import Settings, parse_settings
from generator.stages.website import load_theme, render_site, write_site
from generator.stages.website.snapshot import snapshot

CACHE = Path(".cache") / "articles.sqlite"
OWN_THEMES = Path(__file__).resolve().parent.parent / "themes"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit code: 0 done, 1 problems, 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in {"-h", "--help", "--version"}):
        given.insert(0, "build")
    options = _parser().parse_args(given)
    try:
        return COMMANDS[options.command](options)
    except KeyboardInterrupt:
        print("\nStopped; the site is as it was before.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Make a timeline of dated events from a folder of articles, as a static site.",
        epilog="Without a command it builds. `build.py COMMAND --help` tells more.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    reading, writing = _reading(), _writing()
    commands.add_parser("build", parents=[reading, writing], help="build the site (the default)")
    serving = commands.add_parser("serve", parents=[reading, writing], help="build, look at it, rebuild on change")
    serving.add_argument("--port", type=int, default=8000, help="local port (8000, or the next free one)")
    checking = commands.add_parser("check", parents=[reading], help="list every problem; exit code 1 on errors")
    checking.add_argument("--strict", action="store_true", help="warnings must be mended too")
    commands.add_parser("publish", parents=[reading], help="note what is published now, for the page of changes")
    explaining = commands.add_parser("explain", parents=[reading], help="why an event is as it is")
    explaining.add_argument("event", metavar="EVENT-ID", help="the last part of the event's address, or its beginning")
    starting = commands.add_parser("new", parents=[reading], help="start an article, front matter filled in")
    starting.add_argument("title", metavar="TITLE")
    starting.add_argument("--date", type=_iso_day, default="", help="publication date (today)")
    starting.add_argument("--source", default="", help="who published it")
    return parser


def _reading() -> argparse.ArgumentParser:
    group = argparse.ArgumentParser(add_help=False)
    group.add_argument("--seeds", type=Path, default=Path("seeds"), metavar="DIR", help="the articles (seeds)")
    group.add_argument("--site", type=Path, default=None, metavar="FILE", help="the settings (site.toml)")
    group.add_argument("--jobs", type=_jobs, default=0, metavar="N", help="processes; 0 takes one a core")
    group.add_argument("--no-cache", action="store_true", help="read every article anew")
    return group


def _writing() -> argparse.ArgumentParser:
    group = argparse.ArgumentParser(add_help=False)
    group.add_argument("--output", type=Path, default=Path("output"), metavar="DIR", help="the site (output)")
    group.add_argument("--strict", action="store_true", help="build nothing when there is an error")
    return group


def _iso_day(words: str) -> str:
    try:
        return datetime.date.fromisoformat(words).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError("a date such as 2025-01-28") from error


def _jobs(words: str) -> int:
    number = int(words)
    if number < 0:
        raise argparse.ArgumentTypeError("0 or more")
    return number


def prepare(options: argparse.Namespace) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings, from the file named, or from site.toml where there is one."""
    path = options.site or Path("site.toml")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if options.site is None:
            return Settings(), ()
        return Settings(), (Problem(str(path), 0, 0, "error", "settings-missing", "there is no such file", ""),)
    except (OSError, UnicodeDecodeError) as error:
        hint = "Save it as UTF-8 text."
        return Settings(), (Problem(str(path), 0, 0, "error", "settings-unreadable", str(error), hint),)
    settings, problems = parse_settings(text, str(path))
    if settings.language.split("-")[0] not in languages():
        hint = "There are packs for: " + ", ".join(languages()) + "."
        message = f"there is no language pack for {settings.language!r}"
        return Settings(), (*problems, Problem(str(path), 0, 0, "error", "settings-language", message, hint))
    return settings, problems


def extract(options: argparse.Namespace) -> Build | None:
    """The build of the articles, with every problem; None when the folder is not there."""
    settings, problems = prepare(options)
    missing = [problem for problem in problems if problem.code == "settings-missing"]
    if not options.seeds.is_dir():
        message = "there is no such folder"
        hint = 'Make it and put articles in, or start one: python build.py new "Title".'
        missing.append(Problem(str(options.seeds), 0, 0, "error", "no-seeds", message, hint))
    if missing:
        show_problems(missing, sys.stderr)
        return None
    progress = Progress()
    cache = None if options.no_cache else Cache(CACHE)
    build = run(options.seeds, settings, options.jobs, cache, progress)
    progress.close()
    build = with_paths(build, options.seeds.as_posix().rstrip("/"))
    return replace(build, problems=(*problems, *build.problems))


def build_site(options: argparse.Namespace) -> int:
    """The build command: read, link, render, write, and say in five seconds what came of it."""
    started = time.monotonic()
    build = extract(options)
    if build is None:
        return 1
    if options.strict and _errors(build.problems):
        show_problems(build.problems, sys.stderr)
        print("Nothing was built: --strict, and there are errors. The old site is as it was.", file=sys.stderr)
        return 1
    chosen = build.context.settings
    theme, theme_problems = load_theme(chosen.theme, (Path("themes"), OWN_THEMES), chosen.language)
    written = theme_problems
    if theme is not None:
        pages = render_site(build.timeline, build.results, build.context, theme, build.problems)
        written = (*theme_problems, *write_site(pages, options.output).problems)
    build = replace(build, problems=(*build.problems, *written))
    show_problems(build.problems, sys.stderr)
    if theme is None or _errors(written):
        print("The site was not written; the old one is as it was.", file=sys.stderr)
        return 1
    print(summary(build, time.monotonic() - started, (options.output / "index.html").as_posix()))
    return 0


def check(options: argparse.Namespace) -> int:
    """The check command: every problem on standard output, one a line with its hint."""
    build = extract(options)
    if build is None:
        return 1
    for problem in sorted(build.problems):
        show_problems([problem], sys.stdout)
    wrong = [p for p in build.problems if p.severity == "error" or (options.strict and p.severity == "warning")]
    checked, found = count(len(build.results), "article"), count(len(build.problems), "problem")
    print(f"{checked} checked, {found}, {len(wrong)} to be mended.")
    return 1 if wrong else 0


def publish(options: argparse.Namespace) -> int:
    """The publish command: keep what the timeline tells now, so that the next build can say what changed since."""
    build = extract(options)
    if build is None:
        return 1
    if _errors(build.problems):
        show_problems(build.problems, sys.stderr)
        print("Nothing was noted: mend the errors first.", file=sys.stderr)
        return 1
    path = options.seeds / EDITORIAL / "published.json"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(snapshot(build.timeline, build.context.editorial.published))
    print(f"{count(len(list(build.timeline)), 'event')} noted in {path.as_posix()}: commit it with your articles.")
    return 0


def explain(options: argparse.Namespace) -> int:
    """The explain command: the provenance tree of one event."""
    build = extract(options)
    if build is None:
        return 1
    text, found = explain_event(build, options.event)
    print(text, file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


def new(options: argparse.Namespace) -> int:
    """The new command: an article with its front matter filled in, never over another file."""
    day = options.date or datetime.datetime.now().astimezone().date().isoformat()
    path = options.seeds / day[:4] / f"{day}-{slug(options.title, 60) or 'article'}.md"
    if path.exists():
        message = "there is an article of this name already"
        show_problems([Problem(str(path), 0, 0, "error", "exists", message, "Choose another title.")], sys.stderr)
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    text = ARTICLE.format(title=_quoted(options.title), date=day, source=_quoted(options.source))
    path.write_text(text, encoding="utf-8")
    print(f"Write your article in {path.as_posix()}, then run: python build.py")
    return 0


def _quoted(text: str) -> str:
    """A YAML double-quoted scalar (YAML 1.2, section 7.3.1)."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def serve_site(options: argparse.Namespace) -> int:
    """The serve command: build, show the site on a local port, rebuild when an article changes."""
    if build_site(options):
        return 1
    watched = (options.seeds, options.site or Path("site.toml"), Path("themes"))
    return serve(options.output, options.port, watched, lambda: build_site(options))


def _errors(problems: Sequence[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


ARTICLE = """---
title: {title}
date: {date}
source: {source}
url: ""
author: ""
language: en
tags: []
publish: full
---

"""

COMMANDS = {
    "build": build_site,
    "serve": serve_site,
    "check": check,
    "publish": publish,
    "explain": explain,
    "new": new,
}
