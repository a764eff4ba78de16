"""A small timeline made by hand, with every kind of date and some hostile text, for tests of exports and views."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from generator.languages.events import Coding
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
from generator.model.problem import Provenance
from generator.model.result import ArticleResult
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Span
from generator.settings import Settings
from generator.stages.website.exports import Material
from generator.stages.website.site import Site
from generator.stages.website.theme import Theme, load_theme

BASE = "https://example.org/kivu/"
M23 = Actor("M23", "armed-group", role="agent")
ARMY = Actor("Congolese army", "military", role="patient")
GOMA = Place("Goma", "CD", "North Kivu", -1.6742, 29.2285, 1, "city")
SAKE = Place("Saké", "CD", "North Kivu", -1.5742, 29.0450, 1, "town")
KIVU = Place("North Kivu", "CD", "North Kivu", -0.7918, 29.0460, 4, "province")
DOHA = Place("Doha", "QA", "", 25.2854, 51.5310, 1, "capital")
NOWHERE = Place("Kanyabayonga road", "CD", "North Kivu", None, None, 2, "road")

FIRST = (
    "M23 fighters entered Goma on Monday and took its airport. The Red Cross counted at least 12 dead. "
    "Talks will open in Doha in March 2025, mediators said."
)
SECOND = "The rebels captured Goma on 26 January. Fighting went on in North Kivu all that week."
HIDDEN = (
    "Correspondents wrote at length about the long road south, and after many more words than a reader should see here "
    "the soldiers abandoned the town of Sake without a single shot while families walked away with mattresses and pots."
)


def article(name: str, text: str, dct: str, **fields: Any) -> Article:
    """An article of one paragraph."""
    return Article(name.replace("/", "-").removesuffix(".md"), name, f"Report {name}", text, parse_edtf(dct), **fields)


ARTICLES = (
    article("2025/goma.md", FIRST, "2025-01-28", source="Kivu Courier", url="https://news.example/goma?a=1&b=2"),
    article("2025/army.md", SECOND, "2025-02-02", source="Lake Herald", author="A. Writer", tags=("war",)),
    article("2025/hidden.md", HIDDEN, "2025-02-10", source="Closed Press", publish="none"),
)


def mention(number: int, words: str, trigger: str, ident: str, edtf: str = "", **fields: Any) -> EventMention:
    """A passage of the numbered article; `trigger` is the first such word in the passage."""
    text = ARTICLES[number].text
    start = text.index(words)
    at = text.index(trigger, start)
    span = Span(ARTICLES[number].id, start, start + len(words))
    time = TimeExpression(span, words, "DATE", edtf, parse_edtf(edtf), basis="stated") if edtf else None
    values: dict[str, Any] = {"type": "territory-change", "status": "happened", "title": words, "text": words, **fields}
    return EventMention(
        ident, span, Span(span.article_id, at, at + len(trigger)), time=time, published=ARTICLES[number].dct, **values
    )


GOMA_1 = mention(
    0, "M23 fighters entered Goma on Monday and took its airport.", "took", "a1", "2025-01-27",
    provenance=Provenance("events", "capture"),
)  # fmt: skip
GOMA_2 = mention(1, "The rebels captured Goma on 26 January.", "captured", "a2", "2025-01-26")
TALKS = mention(0, "Talks will open in Doha in March 2025, mediators said.", "Talks", "a3", "2025-03")
FIGHTING = mention(1, "Fighting went on in North Kivu all that week.", "Fighting", "a4", "2025-01-26/2025-02-01")
LEFT = mention(2, HIDDEN, "abandoned", "a5")

DEAD = Figure("killed", None, 12, None, GOMA_1.span, "at least 12 dead", "the Red Cross", "a1")
CAPTURE = Event(
    id="2025-01-27-m23-captures-goma", title="M23 captures Goma", text=GOMA_1.text, type="territory-change",
    status="happened", date=parse_edtf("2025-01-27"), mentions=(GOMA_1, GOMA_2), basis="relative-to-publication",
    date_text="on Monday", actors=(M23, ARMY), places=(GOMA,),
    figures=(FigureRange("killed", None, 12, None, (DEAD,)),),
    disagreements=(Disagreement("date", (Version("2025-01-26", ("a2",)), Version("2025-01-27", ("a1",)))),),
    significance=0.9, reasons=(("sources", 0.6), ("toll", 0.3)), sources=("Kivu Courier", "Lake Herald"),
)  # fmt: skip
EVENTS = (
    Event(
        id="2012-goma-briefly-taken", title="Goma briefly taken", text="An older war.", type="battle",
        status="happened", date=parse_edtf("2012"), mentions=(), basis="stated", places=(GOMA,), significance=0.4,
        sources=("Editor's shelf",), references=(("Shelf", "A history", "https://example.net/h"),), review="edited",
    ),
    Event(
        id="2025-01-26-fighting-in-north-kivu", title="Fighting in North Kivu", text=FIGHTING.text, type="battle",
        status="happened", date=parse_edtf("2025-01-26/2025-02-01"), mentions=(FIGHTING,), basis="stated",
        places=(KIVU, SAKE), actors=(M23,), significance=0.5, sources=("Lake Herald",),
    ),
    CAPTURE,
    Event(
        id="2025-02-formula", title='=HYPERLINK("https://evil.example")\x07', text="@SUM(A1) \x00 \ufffe <b>& ]]> “é”",
        type="statement", status="claimed", date=parse_edtf("2025-02-21~/2025-02-28~"), mentions=(), basis="override",
        actors=(Actor("=M23"),), places=(NOWHERE,), significance=0.1, sources=("-Desk",),
    ),
    Event(
        id="2025-03-talks-open-in-doha", title="Talks open in Doha", text=TALKS.text, type="diplomacy-talks",
        status="planned", date=parse_edtf("2025-03"), mentions=(TALKS,), basis="stated", places=(DOHA,),
        significance=0.7, sources=("Kivu Courier",),
    ),
    Event(
        id="2025-04-ceasefire", title="Ceasefire holds", text="A ceasefire has held since April.", type="agreement",
        status="happened", date=parse_edtf("2025-04/.."), mentions=(), basis="stated", places=(KIVU,), significance=0.3,
        sources=("Desk",), review="confirmed",
    ),
)  # fmt: skip
UNDATED = (
    Event(
        id="undated-soldiers-abandon-sake", title="Soldiers abandon Sake", text=HIDDEN, type="territory-change",
        status="happened", date=None, mentions=(LEFT,), latest="2025-02-10", places=(SAKE,), actors=(ARMY,),
        significance=0.2, sources=("Closed Press",),
    ),
)  # fmt: skip
TIMELINE = Timeline(EVENTS, UNDATED, frozenset({CAPTURE.id, "2025-03-talks-open-in-doha"}))


@cache
def theme() -> Theme:
    """The base theme, read once."""
    return load_theme("base")[0]


def site(base_url: str = BASE, timeline: Timeline = TIMELINE, **settings: Any) -> Site:
    """The sample as a site."""
    values = {"title": "Kivu timeline", "publisher": "Test Desk", "license": "CC-BY-4.0", **settings}
    results = [ArticleResult(one) for one in ARTICLES]
    return Site(timeline, results, Settings(base_url=base_url, **values), theme())


def coding(rule: str, type_: str) -> Coding:
    """A codebook that knows agreements alone."""
    return Coding("Strategic developments", "Agreement", "AGREE") if type_ == "agreement" else Coding()


def material(base_url: str = BASE, timeline: Timeline = TIMELINE, **settings: Any) -> Material:
    """The sample as the exports see it."""
    made = site(base_url, timeline, **settings)
    pages = ["index.html", "404.html", *(made.event_path(event) for event in made.events)]
    return Material(made, coding, pages)


def many(count: int) -> Timeline:
    """A long timeline: the capture over and over, a day apart."""
    first = CAPTURE.date
    assert first is not None
    days = [
        parse_edtf(f"{2000 + number // 336}-{number // 28 % 12 + 1:02d}-{number % 28 + 1:02d}")
        for number in range(count)
    ]
    return Timeline(
        tuple(
            replace(CAPTURE, id=f"{day.text}-m23-captures-goma-{number}", date=day) for number, day in enumerate(days)
        )
    )
