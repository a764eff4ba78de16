"""A small timeline made by hand: every status, every precision, every way of publishing."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from generator.model.editorial import Editorial
from generator.model.edtf import parse_edtf
from generator.model.event import (
    Actor,
    Disagreement,
    Event,
    EventMention,
    Figure,
    FigureRange,
    Place,
    Timeline,
    Version,
)
from generator.model.problem import Problem
from generator.model.result import ArticleResult
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Block, Markup, Sentence, Span
from generator.settings import Settings

GOMA = Place("Goma", "CD", "North Kivu", -1.68, 29.22, 1, "city")
SAKE = Place("Sake", "CD", "North Kivu", -1.57, 29.04, 1, "town")
DOHA = Place("Doha", "QA", "", 25.29, 51.53, 1, "capital")
M23 = Actor("M23", "armed-group", ("March 23 Movement",), "CD")
ARMY = Actor("Congolese army", "army", ("FARDC",), "CD")


def article(key: str, paragraphs: list[str], dct: str | None, **more: Any) -> ArticleResult:
    """An article whose sentences are its paragraphs' sentences, cut at full stops."""
    text = "\n\n".join(paragraphs)
    blocks, sentences, at = [], [], 0
    for number, paragraph in enumerate(paragraphs):
        kind = "heading" if paragraph.isupper() else "paragraph"
        blocks.append(Block(kind, at, at + len(paragraph), 2 if kind == "heading" else 0))  # type: ignore[arg-type]
        start = at
        for piece in paragraph.split(". "):
            end = min(start + len(piece) + 1, at + len(paragraph))
            sentences.append(Sentence(Span(key, start, end), text[start:end], number, len(sentences)))
            start = end + 1
        at += len(paragraph) + 2
    made = Article(
        id=key, path=f"{key}.md", text=text, dct=parse_edtf(dct) if dct else None, blocks=tuple(blocks),
        **{"title": key, "dct_rung": "front-matter" if dct else "none", "dct_words": dct or "", **more},
    )  # fmt: skip
    return ArticleResult(made, tuple(sentences))


def span(result: ArticleResult, words: str) -> Span:
    start = result.article.text.index(words)
    return Span(result.article.id, start, start + len(words))


def time(result: ArticleResult, words: str, edtf: str, basis: str = "stated", **more: Any) -> TimeExpression:
    return TimeExpression(span(result, words), words, "DATE", edtf, parse_edtf(edtf), basis=basis, **more)  # type: ignore[arg-type]


def mention(result: ArticleResult, quote: str, trigger: str, **more: Any) -> EventMention:
    where = span(result, quote)
    at = result.article.text.index(trigger, where.start)
    fields: dict[str, Any] = {"type": "battle", "status": "happened", "title": quote[:40], **more}
    return EventMention(
        id=f"{result.article.id}-{where.start}-{trigger.replace(' ', '')}", span=where,
        trigger=Span(result.article.id, at, at + len(trigger)), text=quote, published=result.article.dct, **fields,
    )  # fmt: skip


def event(key: str, title: str, date: str | None, mentions: list[EventMention], **more: Any) -> Event:
    first = mentions[0] if mentions else None
    fields: dict[str, Any] = {
        "type": first.type if first else "other", "status": first.status if first else "happened",
        "text": first.text if first else title, "basis": "stated" if date else None, "significance": 0.5,
        "date_mention": first.id if first and first.time else "", "sources": ("Lakeside Wire",), **more,
    }  # fmt: skip
    return Event(id=key, title=title, date=parse_edtf(date) if date else None, mentions=tuple(mentions), **fields)


WIRE = article(
    "wire",
    [
        "M23 captured Goma on Monday, twelve years after it first took the city. Its fighters held most districts.",
        "EMBASSIES ATTACKED",
        "Crowds attacked embassies in Kinshasa on Tuesday. The army denied that it had left Sake.",
        "The governor said 17 people were killed near Sake in late January. A hospital counted at least 22 dead.",
    ],
    "2025-01-28",
    title="M23 holds Goma as crowds turn on embassies", source="Lakeside Wire", author="A. Reporter",
    url="https://example.org/goma?a=1&b=2", archived_url="https://archive.example.org/goma", sample=True,
    license="CC0", references=(("Example News", "Goma falls", "https://example.org/ref"),), dct_rung="dateline",
    dct_words="GOMA, Jan 28",
)  # fmt: skip
REVIEW = article(
    "review",
    [
        "The city of Goma fell to M23 on 27 January 2025. Nobody disputes the day.",
        "Talks are to open in Doha in April 2025. M23 claimed that it had taken Walikale.",
        "Between 23 and 30 January the road was cut. The airport has been shut since then.",
    ],
    "2025-03-22",
    title="Two months that changed the Kivus", source="Kivu Review", publish="excerpt", kind="history",
)  # fmt: skip
CLOSED = article(
    "closed",
    ["Rebels entered Goma early on Sunday, according to people in the north of the city who asked not to be named."],
    "2025-01-29", title="Inside Goma", source="Closed Paper", publish="none", url="https://closed.example.com/1",
)  # fmt: skip
NO_DATE = article("no-date", ["Soldiers shelled Sake."], None, title="", source="")

CAPTURE = mention(
    WIRE, "M23 captured Goma on Monday, twelve years after it first took the city.", "captured",
    type="territory-change", time=time(WIRE, "on Monday", "2025-01-27", "relative-to-publication", anchor="2025-01-28"),
    places=(GOMA,), actors=(M23,),
)  # fmt: skip
FELL = mention(
    REVIEW, "The city of Goma fell to M23 on 27 January 2025.", "fell", type="territory-change",
    time=time(REVIEW, "27 January 2025", "2025-01-27"), places=(GOMA,),
)  # fmt: skip
ENTERED = mention(CLOSED, CLOSED.article.text, "entered", time=time(
    CLOSED, "early on Sunday", "2025-01-26", "relative-to-publication", anchor="2025-01-29"))  # fmt: skip
CROWDS = mention(WIRE, "Crowds attacked embassies in Kinshasa on Tuesday.", "attacked", type="protest-riot", time=time(
    WIRE, "on Tuesday", "2025-01-28", "relative-to-publication", anchor="2025-01-28"))  # fmt: skip
LEFT = mention(WIRE, "The army denied that it had left Sake.", "left", type="territory-change", status="denied",
               speaker="the army")  # fmt: skip
KILLED = mention(
    WIRE, "The governor said 17 people were killed near Sake in late January.", "killed",
    type="violence-against-civilians", time=time(WIRE, "late January", "2025-01-21~/2025-01-31~", "inferred-year"),
)  # fmt: skip
TALKS = mention(REVIEW, "Talks are to open in Doha in April 2025.", "Talks", type="diplomacy-talks", status="planned",
                time=time(REVIEW, "April 2025", "2025-04"))  # fmt: skip
WALIKALE = mention(REVIEW, "M23 claimed that it had taken Walikale.", "taken", type="territory-change",
                   status="claimed", speaker="M23")  # fmt: skip
ROAD = mention(REVIEW, "Between 23 and 30 January the road was cut.", "cut", time=time(
    REVIEW, "Between 23 and 30 January", "2025-01-23/2025-01-30", "inferred-year", anchor="2025-03-22"))  # fmt: skip
SHUT = mention(REVIEW, "The airport has been shut since then.", "shut", type="other", time=time(
    REVIEW, "since then", "2025-01-30/..", "relative-to-text", anchor="2025-01-23/2025-01-30",
    anchor_span=span(REVIEW, "Between 23 and 30 January")))  # fmt: skip
SHELLED = mention(NO_DATE, "Soldiers shelled Sake.", "shelled", type="explosion-remote-violence")

FIGURES = (
    Figure("killed", 17, None, None, span(WIRE, "17 people"), "17 people were killed", "the governor", KILLED.id),
    Figure("killed", None, 22, None, span(WIRE, "at least 22 dead"), "at least 22 dead", "a hospital", KILLED.id),
)


def results() -> tuple[ArticleResult, ...]:
    """All four articles with their mentions."""
    held = {
        "wire": (CAPTURE, CROWDS, LEFT, KILLED), "review": (FELL, TALKS, WALIKALE, ROAD, SHUT),
        "closed": (ENTERED,), "no-date": (SHELLED,),
    }  # fmt: skip
    made = []
    for result in (WIRE, REVIEW, CLOSED, NO_DATE):
        mentions = held[result.article.id]
        times = tuple(one.time for one in mentions if one.time)
        made.append(ArticleResult(result.article, result.sentences, times, mentions))
    return tuple(made)


def timeline() -> Timeline:
    """Events of every kind."""
    versions = (Version("2025-01-27", (CAPTURE.id, FELL.id)), Version("2025-01-26", (ENTERED.id,)))
    disagreement = Disagreement("date", versions)
    dated = (
        event("1994-x", "The war begins to cross the border", "1994", [], references=(("A book", "", "javascript:x"),)),
        event("2012-11-20-m23-first-takes-goma", "M23 first takes Goma", "2012-11-20", [], places=(GOMA,),
              actors=(M23,), references=(("Example News", "Goma taken", "https://example.org/2012"),), review="edited"),
        event("2025-year", "Schools close", "2025", [], basis="override"),
        event("2025-01-killings", "Killings near Sake", "2025-01-21~/2025-01-31~", [KILLED], places=(SAKE,),
              figures=(FigureRange("killed", None, 17, 22, FIGURES),), basis="inferred-year",
              disagreements=(Disagreement("killed", (Version("17", (KILLED.id,)), Version("22", (KILLED.id,)))),)),
        event("2025-01-month", "Thousands leave the camps", "2025-01", [], type="displacement"),
        event("2025-01-23-road-cut", "Road to Goma cut", "2025-01-23/2025-01-30", [ROAD], basis="inferred-year"),
        event("2025-01-27-m23-captures-goma", "M23 captures Goma", "2025-01-27", [CAPTURE, FELL, ENTERED],
              places=(GOMA,), actors=(M23, ARMY), disagreements=(disagreement,), date_reason="more-sources",
              sources=("Closed Paper", "Kivu Review", "Lakeside Wire"), significance=1.0, review="confirmed",
              note="Checked against both papers.", history=((CAPTURE.id, "claimed"), (FELL.id, "happened"))),
        event("2025-01-28-crowds", "Crowds attack embassies", "2025-01-28", [CROWDS], basis="relative-to-publication"),
        event("2025-01-30-airport-shut", "Airport shut", "2025-01-30/..", [SHUT], basis="relative-to-text"),
        event("2025-04-talks", "Talks to open in Doha", "2025-04", [TALKS], places=(DOHA,), overdue=True,
              sources=("Kivu Review",)),
    )  # fmt: skip
    undated = (
        event("undated-army-leaves-sake", "Army leaves Sake", None, [LEFT], latest="2025-01-28", places=(SAKE,)),
        event("undated-m23-takes-walikale", "M23 takes Walikale", None, [WALIKALE], latest="2025-03-22",
              actors=(M23,)),
        event("undated-soldiers-shell-sake", "Soldiers shell Sake", None, [SHELLED], sources=()),
    )  # fmt: skip
    return Timeline(dated, undated, frozenset(one.id for one in dated) - {"2025-01-28-crowds"})


def problems() -> tuple[Problem, ...]:
    return (Problem("no-date.md", 1, 1, "warning", "no-date", "no publication date found"),)


def context(**settings: Any) -> Any:
    """What the website stage reads of the context: the settings, and no codebook mapping."""
    chosen = Settings(**{"title": "Kivu timeline", "description": "A sample.", **settings})
    return SimpleNamespace(pack=SimpleNamespace(events=None), settings=chosen, editorial=Editorial())


def strong(result: ArticleResult, words: str) -> Markup:
    where = span(result, words)
    return Markup("strong", where.start, where.end)
