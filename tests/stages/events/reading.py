"""Reading small articles as the pipeline does, for the tests of the events stage."""

from __future__ import annotations

from generator.context import Context
from generator.gazetteer.gazetteer import load_gazetteer
from generator.languages.pack import load_pack
from generator.model.event import EventMention
from generator.model.text import Article, Sentence
from generator.stages.articles import read_article, split_sentences
from generator.stages.dates import find_dates
from generator.stages.events import find_events

CONTEXT = Context(load_pack("en"), load_gazetteer())
INTRODUCTION = (
    "Goma and Walikale are towns in North Kivu in eastern Congo, where the March 23 Movement (M23) fights the "
    "Congolese army. "
)


def read(body: str, date: str = "2025-02-10", name: str = "a.md") -> tuple[Article, tuple[Sentence, ...]]:
    """An article and its sentences, from Markdown below a small front matter."""
    data = f"---\ntitle: A dispatch\ndate: {date}\n---\n\n{body}\n".encode()
    article, _ = read_article(name, data, CONTEXT, name)
    assert article is not None
    return article, split_sentences(article, CONTEXT)


def events(body: str, date: str = "2025-02-10", context: Context = CONTEXT) -> list[EventMention]:
    """The event mentions of an article's body."""
    article, sentences = read(body, date)
    times, _ = find_dates(article, sentences, context)
    found, problems = find_events(article, sentences, times, context)
    assert problems == ()
    return list(found)


def day(mention: EventMention) -> str:
    """A mention's date as EDTF, or an empty string."""
    return mention.time.edtf.text if mention.time is not None and mention.time.edtf is not None else ""


def only(body: str, date: str = "2025-02-10") -> EventMention:
    """The one event of a body."""
    found = events(body, date)
    assert len(found) == 1, [one.title for one in found]
    return found[0]
