"""Independent sources: who reports something, copies of one text counted once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from urllib.parse import urlsplit

from generator.model.result import ArticleResult
from generator.model.text import Article

LONG = 40
"""Letters from which a sentence is long enough not to be written twice by chance."""
COPIED = 0.4
"""Share of the shorter article's long sentences that stand word for word in another: agency copy."""
OFTEN = 20
"""A sentence that stands in more articles than this is furniture; further ones are not compared by it."""
_NOT_WORD = re.compile(r"\W+")


def source_of_articles(results: Sequence[ArticleResult]) -> dict[str, str]:
    """The name of the independent source behind each article id.

    It is the article's source, else its site, else the article itself; articles that share their text share
    the source of the first of them.
    """
    leader = _copies(results)
    names = [source_name(results[first].article) for first in leader]
    return {result.article.id: name for result, name in zip(results, names, strict=True)}


def source_name(article: Article) -> str:
    """Who published an article, as far as it tells."""
    host = urlsplit(article.url).hostname or ""
    return article.source or host.removeprefix("www.") or article.id


def _copies(results: Sequence[ArticleResult]) -> list[int]:
    """For each article the number of the first article whose text it repeats (itself when none)."""
    leader = list(range(len(results)))
    sizes: list[int] = []
    seen: dict[str, list[int]] = defaultdict(list)
    for number, result in enumerate(results):
        lines = {line for sentence in result.sentences if len(line := _plain(sentence.text)) >= LONG}
        sizes.append(len(lines))
        shared = Counter(other for line in lines for other in seen[line])
        copied = [o for o, count in shared.items() if count >= COPIED * max(2, min(sizes[o], len(lines)))]
        if copied:
            leader[number] = leader[min(copied)]
        for line in lines:
            if len(seen[line]) < OFTEN:
                seen[line].append(number)
    return leader


def _plain(text: str) -> str:
    """The sentence without case and punctuation."""
    return _NOT_WORD.sub(" ", text.casefold()).strip()
