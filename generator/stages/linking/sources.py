"""Independent sources: who reports something, copies of one text counted once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from urllib.parse import urlsplit

from generator.model.result import ArticleResult
from generator.model.text import Article

SHINGLE = 8
"""Words in a row; two desks do not hit upon the same eight by chance more than a few times an article."""
COPIED = 0.4
"""Share of the shorter article's sampled shingles found in another: agency copy."""
SAMPLE = 16
"""One shingle in this many is kept, chosen by its hash, so that long articles stay cheap."""
_WORD = re.compile(r"\w+")


def source_of_articles(results: Sequence[ArticleResult]) -> dict[str, str]:
    """The name of the independent source behind each article id.

    It is the article's source, else its site, else the article itself; articles that share their text share
    the source of the first of them.
    """
    leader = _copies([result.article for result in results])
    names = [source_name(results[first].article) for first in leader]
    return {result.article.id: name for result, name in zip(results, names, strict=True)}


def source_name(article: Article) -> str:
    """Who published an article, as far as it tells."""
    host = urlsplit(article.url).hostname or ""
    return article.source or host.removeprefix("www.") or article.id


def _copies(articles: Sequence[Article]) -> list[int]:
    """For each article the number of the first article whose text it repeats (itself when none)."""
    leader = list(range(len(articles)))
    sizes: list[int] = []
    seen: dict[int, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        shingles = set(_shingles(article.text))
        sizes.append(len(shingles))
        shared: dict[int, int] = defaultdict(int)
        for shingle in shingles:
            for other in seen[shingle]:
                shared[other] += 1
            seen[shingle].append(number)
        copied = [o for o, count in shared.items() if count >= COPIED * max(2, min(sizes[o], len(shingles)))]
        if copied:
            leader[number] = leader[min(copied)]
    return leader


def _shingles(text: str) -> Iterator[int]:
    words = _WORD.findall(text.casefold())
    for start in range(len(words) - SHINGLE + 1):
        phrase = " ".join(words[start : start + SHINGLE])
        value = int.from_bytes(blake2b(phrase.encode(), digest_size=8).digest(), "big")
        if value % SAMPLE == 0:
            yield value
