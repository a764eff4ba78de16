"""How a date is known, in plain sentences: of a time expression, of an event, of an article."""

from __future__ import annotations

from markupsafe import Markup, escape

from generator.model.edtf import parse_edtf
from generator.model.event import Event, EventMention
from generator.model.temporal import TimeExpression
from generator.model.text import Article
from generator.stages.website.site import Site
from generator.stages.website.text import one_line


def quoted(text: str) -> Markup:
    """Words of an article inside a sentence of the interface."""
    return Markup('<q dir="auto">{}</q>').format(one_line(text))


def edtf_words(text: str, site: Site) -> str:
    """An EDTF string in words; the text as it is when it is none."""
    try:
        return site.words.date(parse_edtf(text))
    except ValueError:
        return text


def published_words(article: Article | None, site: Site) -> str:
    """The day of an article in words."""
    if article is None or article.dct is None:
        return site.words.get("article.no_date")
    return site.words.date(article.dct)


def rung_sentence(article: Article, site: Site) -> Markup:
    """Which rung of the ladder gave the article's date."""
    words = site.words
    if article.dct is None:
        return words.html("rung_sentence.none")
    values: dict[str, object] = {"date": words.date(article.dct), "rung": words.label("rung", article.dct_rung).lower()}
    if not article.dct_words:
        return words.html("rung_sentence.plain", **values)
    return words.html(f"rung_sentence.{article.dct_rung}", **values, words=quoted(article.dct_words.strip(" —–-")))


def time_sentence(time: TimeExpression, article: Article | None, site: Site) -> Markup:
    """How one time expression was read: `“last Tuesday”, counted from the article's date, 14 March 2025, is ...`."""
    words = site.words
    said = quoted(time.text)
    if time.edtf is None:
        return words.html(f"time_sentence.{time.type}", words=said)
    values: dict[str, object] = {"words": said, "date": words.date(time.edtf)}
    if time.carried:
        return words.html("time_sentence.carried", **values)
    basis: str = time.basis or "stated"
    if basis == "stated" and one_line(time.text).casefold().removeprefix("on ") == str(values["date"]).casefold():
        basis = "stated_alike"
    if basis in {"relative-to-publication", "inferred-year"}:
        published = published_words(article, site)
        anchor = edtf_words(time.anchor, site) if time.anchor else published
        nearby = basis == "inferred-year" and anchor != published
        how = words.get(f"rung_short.{article.dct_rung}") if article and anchor == published else ""
        return words.html(f"time_sentence.{basis}{'-nearby' if nearby else ''}", **values, anchor=anchor, how=how)
    if basis == "relative-to-text":
        return _relative_sentence(time, article, site, values)
    return words.html(f"time_sentence.{basis}", **values)


def _relative_sentence(
    time: TimeExpression, article: Article | None, site: Site, values: dict[str, object]
) -> Markup:
    words = site.words
    anchor = edtf_words(time.anchor, site)
    span = time.anchor_span
    if span and article and span.article_id == article.id and article.text[span.start : span.end].strip():
        near = quoted(article.text[span.start : span.end])
        return words.html("time_sentence.relative-to-text", **values, anchor_words=near, anchor=anchor)
    return words.html("time_sentence.relative-to-text-plain", **values, anchor=anchor)


def range_words(best: int | None, low: int | None, high: int | None, site: Site) -> str:
    """A number of people in words: the bounds where they differ, else the number, else the one bound there is."""
    words = site.words
    if low is not None and high is not None and low != high:
        return words.say("figure.between", low=words.number(low), high=words.number(high))
    known = best if best is not None else low if low == high else None
    if known is not None:
        return words.number(known)
    if low is not None:
        return words.say("figure.at_least", low=words.number(low))
    return words.say("figure.at_most", high=words.number(high)) if high is not None else words.get("figure.unknown")


def date_sentences(event: Event, site: Site) -> tuple[Markup, ...]:
    """How we know an event's date: a sentence or two, each plain."""
    words = site.words
    said: list[Markup] = []
    mention = next((one for one in event.mentions if one.id == event.date_mention), None)
    if event.basis == "override":
        said.append(words.html("known.override"))
    elif event.date is None:
        said.append(_undated_sentence(event, site))
    elif mention and mention.time and mention.time.edtf:
        said.append(_from_mention(mention, site))
    elif event.date_text:
        said.append(words.html("known.words", words=quoted(event.date_text), date=words.date(event.date)))
    else:
        said.append(words.html("known.plain", date=words.date(event.date)))
    if event.date is not None and event.date_reason:
        reason = words.get(f"date_reason.{event.date_reason}", "")
        said += [escape(reason)] if reason else []
    return tuple(said)


def _from_mention(mention: EventMention, site: Site) -> Markup:
    article = site.article(mention)
    sentence = time_sentence(mention.time, article, site) if mention.time else Markup("")
    if article is None:
        return sentence
    return site.words.html("known.in_article", source=site.source_of(article), sentence=sentence)


def _undated_sentence(event: Event, site: Site) -> Markup:
    if not event.latest:
        return site.words.html("known.undated")
    key = "known.undated_planned" if event.status == "planned" else "known.undated_by"
    return site.words.html(key, date=site.words.date(parse_edtf(event.latest)))


def version_words(field: str, value: str, site: Site) -> str:
    """One side of a disagreement, said to people."""
    words = site.words
    if not value:
        return words.get("disagree.nothing")
    if field in {"type", "status"}:
        return words.label(field, value)
    if field == "date":
        return edtf_words(value, site)
    return words.number(int(value)) if value.isdecimal() and len(value) < 12 else one_line(value)
