"""Hand-made articles with their mentions, for tests of linking and of the timeline."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from generator.context import Context
from generator.gazetteer.gazetteer import load_gazetteer
from generator.languages.pack import load_pack
from generator.model.edtf import parse_edtf
from generator.model.event import Actor, EventMention, Figure, Place
from generator.model.problem import Provenance
from generator.model.result import ArticleResult
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Span

GOMA = Place("Goma", "CD", "North Kivu", -1.68, 29.22)
SAKE = Place("Sake", "CD", "North Kivu", -1.57, 29.04)
BUKAVU = Place("Bukavu", "CD", "South Kivu", -2.5, 28.86)
DOHA = Place("Doha", "QA", "", 25.28, 51.53)
NORTH_KIVU = Place("North Kivu", "CD", "", None, None, 4, "region")
CONGO = Place("DR Congo", "CD", "", None, None, 6, "country")
M23 = Actor("M23", "group", role="agent")
ARMY = Actor("FARDC", "military", role="patient")
KAGAME = Actor("Paul Kagame", "person", role="party")
TSHISEKEDI = Actor("Felix Tshisekedi", "person", role="party")


def context() -> Context:
    """The shipped English pack and gazetteer with default settings."""
    return Context(load_pack(), load_gazetteer())


@dataclass
class Desk:
    """Writes articles sentence by sentence; each `tell` is a sentence and its one mention."""

    name: str
    published: str = "2025-01-28"
    source: str = ""
    said: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def tell(self, text: str, kind: str, date: str = "", **more: Any) -> Desk:
        self.said.append((text, {"kind": kind, "date": date, **more}))
        return self

    def result(self) -> ArticleResult:
        text = "\n\n".join(sentence for sentence, _ in self.said)
        dct = parse_edtf(self.published) if self.published else None
        article = Article(self.name, f"{self.name}.md", self.name, text, dct, source=self.source)
        mentions: list[EventMention] = []
        times: list[TimeExpression] = []
        start = 0
        for ordinal, (sentence, facts) in enumerate(self.said):
            mention = self._mention(ordinal, Span(self.name, start, start + len(sentence)), sentence, facts)
            mentions.append(mention)
            times += [mention.time] if mention.time else []
            start += len(sentence) + 2
        return ArticleResult(article, (), tuple(times), tuple(mentions))

    def _mention(self, ordinal: int, span: Span, text: str, facts: dict[str, Any]) -> EventMention:
        name = blake2b(f"{self.name}/{ordinal}/{text}".encode(), digest_size=6).hexdigest()
        time = None
        if facts["date"]:
            basis = facts.get("basis", "stated")
            edtf = parse_edtf(facts["date"])
            start = span.start + max(0, text.find(facts.get("when", "")))
            time = TimeExpression(
                Span(self.name, start, span.end), facts["date"], "DATE", facts["date"], edtf, basis=basis,
                provenance=Provenance("events", facts["dated_by"], span) if "dated_by" in facts else None,
            )  # fmt: skip
        return EventMention(
            id=name,
            span=span,
            trigger=Span(self.name, span.start, span.start + 4),
            type=facts["kind"],
            status=facts.get("status", "happened"),
            title=facts.get("title", text.rstrip(".")),
            text=text,
            actors=tuple(facts.get("actors", ())),
            places=tuple(facts.get("places", ())),
            figures=tuple(facts.get("figures", ())),
            time=time,
            published=parse_edtf(self.published) if self.published else None,
            lemma=facts.get("lemma", ""),
            speaker=facts.get("speaker", ""),
            weight=facts.get("weight", 1.0),
            provenance=Provenance("events", facts["rule"], span, "", ()) if "rule" in facts else None,
        )


def killed(best: int | None, low: int | None = None, high: int | None = None) -> Figure:
    """A toll as one report gives it."""
    return Figure("killed", best, low, high, Span("x", 0, 1), str(best))
