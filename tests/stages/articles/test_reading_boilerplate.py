"""A sentence printed under all articles of a site counts once."""

import pytest

from generator.stages.articles import find_repeats, split_sentences
from tests.stages.articles.reading import context, read

TEASER = "Hopes for talks remain alive, says our man."


def told(days, tail=TEASER, middle=""):
    found = []
    for number, day in enumerate(days):
        own = f"Report {number} tells of town {number}. It fell. No one came. {middle} It was {number} o'clock. Amen."
        article, _ = read(f"{day}-{number}.txt", f"{own}\n\nIt rained {number} times.\n\n{tail}\n")
        found.append((article, split_sentences(article, context())))
    return found


APART = ("2025-01-05", "2025-01-01", "2025-01-20", "2025-03-01")


def test_a_teaser_under_articles_weeks_apart_counts_in_the_first_of_them_alone():
    articles = told(APART)
    repeats = find_repeats(articles)
    texts = {article.path: article.text for article, _ in articles}
    by_id = {article.id: article.path for article, _ in articles}
    assert {texts[by_id[span.article_id]][span.start : span.end] for span in repeats} == {TEASER}
    assert {by_id[span.article_id] for span in repeats} == set(texts) - {"2025-01-01-1.txt"}


@pytest.mark.parametrize("days", [APART[:3], ("2025-01-01", "2025-01-02", "2025-01-03", "2025-01-04")])
def test_a_sentence_that_few_or_simultaneous_reports_share_is_no_repeat(days):
    assert find_repeats(told(days)) == frozenset()


def test_a_sentence_in_the_middle_is_the_background_of_a_story():
    assert find_repeats(told(APART, tail="", middle="The war began in the spring of 2012.")) == frozenset()
