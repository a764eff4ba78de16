"""Reading: from files to articles and their sentences.

`find_files` and `read_bytes` touch the disk; `read_article` and `split_sentences` are pure.
"""

from generator.stages.articles.article import find_duplicates, read_article
from generator.stages.articles.boilerplate import find_repeats
from generator.stages.articles.read import SourceFile, article_id, article_ids, find_files, read_bytes
from generator.stages.articles.sentences import split_sentences

__all__ = [
    "SourceFile",
    "article_id",
    "article_ids",
    "find_duplicates",
    "find_files",
    "find_repeats",
    "read_article",
    "read_bytes",
    "split_sentences",
]
