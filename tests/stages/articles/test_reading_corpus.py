"""Real, rough articles, read where they lie; skipped where they do not."""

import os
from pathlib import Path

import pytest

from generator.stages.articles import find_files, read_article, read_bytes, split_sentences
from tests.stages.articles.reading import blocks, context

SHARED = Path(os.environ.get("CONFLICT_TIMELINE_SHARED", Path(__file__).parents[4] / "shared"))
RAW = SHARED / "seeds"
CORPUS = SHARED / "corpora" / "timelines" / "SyrianCrisis_bbc" / "articles"
pytestmark = pytest.mark.corpus


@pytest.mark.skipif(not RAW.is_dir(), reason="the raw article is not here")
def test_the_raw_article_is_dated_by_its_copyright_line_and_titled_once():
    (file,), problems = find_files(RAW)
    article, faults = read_article(file.name, read_bytes(file)[0] or b"", context())
    assert problems == faults == ()
    assert (article.dct.text, article.dct_rung, article.language) == ("2025", "copyright", "en")
    kinds = blocks(article)
    assert article.title not in [text for _, text in kinds] and article.source in article.dct_words
    assert sum(kind == "list-item" for kind, _ in kinds) == 4
    assert sum(kind == "heading" for kind, _ in kinds) >= 3
    first = split_sentences(article, context())[0].text
    assert first.startswith("The ") and first.endswith(".")


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
def test_308_rough_articles_read_without_a_problem():
    files, problems = find_files(CORPUS)
    assert len(files) == 308 and problems == ()
    for file in files:
        article, faults = read_article(file.name, read_bytes(file)[0] or b"", context())
        assert faults == () and article.dct_rung == "front-matter"
        for sentence in split_sentences(article, context()):
            assert article.text[sentence.span.start : sentence.span.end] == sentence.text
