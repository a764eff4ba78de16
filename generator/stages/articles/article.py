"""From one file's bytes to an article: decode, split front matter, read the body, climb the ladders."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from generator.context import Context
from generator.model.problem import Problem
from generator.model.text import Article
from generator.stages.articles.clues import copyright_owner
from generator.stages.articles.decode import decode
from generator.stages.articles.draft import Clue, Draft, squeeze
from generator.stages.articles.frontmatter import read_front_matter
from generator.stages.articles.html import read_html
from generator.stages.articles.ladder import climb
from generator.stages.articles.markdown import read_markdown
from generator.stages.articles.metadata import Fields, read_fields
from generator.stages.articles.plain import read_plain
from generator.stages.articles.published import date_in_name
from generator.stages.articles.read import MAX_BYTES, article_id


def read_article(
    name: str, data: bytes, context: Context, identity: str = ""
) -> tuple[Article | None, tuple[Problem, ...]]:
    """Read one file.

    `name` is its POSIX path below the seeds folder and decides how it is read; `identity` is its id where
    `article_id(name)` is not unique. Gives None only for what holds no text; every fault is a problem.
    """
    suffix = PurePosixPath(name).suffix.lower()
    page = suffix in {".html", ".htm"}
    if len(data) > MAX_BYTES:
        hint = f"The largest file read is {MAX_BYTES // 1_000_000} MB."
        return None, (Problem(name, 0, 0, "error", "too-large", "too large for an article", hint),)
    text, problems = decode(name, data, page=page)
    if text is None:
        return None, problems
    draft = Draft(name)
    draft.problems.extend(problems)
    front = read_front_matter(name, text)
    draft.problems.extend(front.problems)
    fields = read_fields(front, draft, context)
    draft.suggest("title", fields.text("title"))
    _read_body(draft, suffix, front.body, front.body_line, context)
    if not draft.blocks:
        hint = "Add the article's text below the front matter, or delete the file."
        draft.problem("error", "empty", "there is no text in this file", hint, line=1, col=1)
        return None, tuple(sorted(draft.problems))
    article, more = _article(draft, fields, context, identity or article_id(name), front.body_line)
    digest = hashlib.blake2b(data, digest_size=20).hexdigest()
    return replace(article, content_hash=digest), tuple(sorted({*draft.problems, *more}))


def _read_body(draft: Draft, suffix: str, body: str, line: int, context: Context) -> None:
    words = context.pack.sentences
    if suffix in {".html", ".htm"}:
        read_html(draft, body, line, words)
    elif suffix in {".md", ".markdown"}:
        read_markdown(draft, body, line, words)
    else:
        read_plain(draft, body, line, words)


def _article(
    draft: Draft, fields: Fields, context: Context, identity: str, body_line: int
) -> tuple[Article, tuple[Problem, ...]]:
    name = draft.name
    value, found = date_in_name(name)
    if value:
        draft.clues.append(Clue("file-name", value, found))
    publication, problems = climb(name, draft.clues)
    given: dict[str, Any] = {
        key: fields.values[key]
        for key in ("archived_url", "kind", "tags", "draft", "publish", "sample", "license")
        if key in fields.values
    }
    if "publish" not in given:
        given["publish"] = context.settings.publish
    return Article(
        id=identity,
        path=name,
        title=draft.meta.get("title") or _title_from_name(name),
        text=draft.text,
        dct=publication.dct,
        dct_rung=publication.rung,
        dct_words=publication.words,
        blocks=tuple(draft.blocks),
        markup=tuple(sorted(draft.markup, key=lambda mark: (mark.start, -mark.end, mark.kind))),
        source=fields.text("source") or draft.meta.get("source", "") or _owner(draft, context),
        url=fields.text("url") or draft.meta.get("url", ""),
        author=fields.text("author") or draft.meta.get("author", ""),
        language=fields.text("language") or draft.meta.get("language", "") or context.settings.language,
        references=fields.values.get("references") or tuple(draft.references),
        body_line=body_line,
        **given,
    ), problems


def _owner(draft: Draft, context: Context) -> str:
    lines = [clue.words for clue in draft.clues if clue.rung == "copyright"]
    return copyright_owner(lines[0], context.pack.sentences) if lines else ""


def _title_from_name(name: str) -> str:
    stem = PurePosixPath(name).stem
    found = date_in_name(stem)[1]
    return squeeze(stem.replace(found, " ").replace("-", " ").replace("_", " ")).capitalize() or stem


def find_duplicates(articles: Iterable[Article]) -> tuple[Problem, ...]:
    """Warn of files with the same text; the first by path counts as the source of what they say."""
    first: dict[str, str] = {}
    problems = []
    for article in sorted(articles, key=lambda article: article.path):
        words = squeeze(article.text).casefold().encode()
        key = hashlib.blake2b(words, digest_size=20).hexdigest()
        kept = first.setdefault(key, article.path)
        if kept != article.path:
            message = f"the same text as {kept}"
            hint = (
                "Both are listed, but they count as one source. Delete one, or put `draft: true` in its front matter."
            )
            problems.append(Problem(article.path, 1, 1, "warning", "duplicate-article", message, hint))
    return tuple(problems)
