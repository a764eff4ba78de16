"""What the corpus makes of a day: articles that tell of it at the time, and later ones that look back at it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.model.calendar import ordinal
from generator.model.edtf import Edtf
from generator.model.event import Event, EventMention
from generator.model.result import ArticleResult

AFTERMATH = 1
"""Days after which an article that tells of a day looks back at it."""
LONG_AGO = 14
"""Days after which a look back is a choice: of all that happened since, the author names this."""
CHRONOLOGY = 4
"""An article that looks back so far at so many days tells the story whole: its later days are chosen too."""
NAMED = 0.8
"""An article that names a day but tells no event of it counts for less."""
LOOKED_BACK = 1.5
"""A later article's word for a day counts so much against one of the news of the day."""
PUBLISHED = 0.5
"""An article counts so much for the day it appears on, and half of that for the day before, whatever it tells."""
FORESEEN = 1.5
"""An article that names a day before it comes counts so much against it: what is announced is no news."""
SAID = "statement"
"""The kind of event that makes a day one that is named, not one of which something is told."""
MONTH = 31
"""Days that a date may span whose event later articles still know one from another."""
NEIGHBOURHOOD = 20
"""Days on either side against which a day is measured, so that quiet months are told too ..."""
YOUTH = 0.4
"""By this power of the share of articles that appeared after a day its attention is less: of few articles, fewer could
look back at what happened late."""
FEW, MANY = 30, 60
"""Up to so many articles are few; from so many on they are many. Between them it changes by degrees what counts."""
LASTING = 6
"""What lasted so many days after its first (`held talks from 13 to 18 April`) began on a day that is told; of many
articles some tell each of its days."""
LEVELLING = 0.4
"""... by this power of their mean: 0 not at all, 1 wholly."""


def many(articles: int) -> float:
    """How far so many articles are many, 0 to 1."""
    return min(1.0, max(0.0, (articles - FEW) / (MANY - FEW)))


@dataclass(slots=True)
class _Day:
    """The attention one day gets: at the time, later, and beforehand."""

    now: float = 0.0
    later: float = 0.0
    foreseen: float = 0.0

    @property
    def total(self) -> float:
        return max(0.0, self.now + self.later - self.foreseen)


@dataclass(frozen=True, slots=True)
class _Told:
    """What one article, or the passages of it with a day of their own, tells: its publication, the days it names,
    those it tells events of."""

    published: tuple[int, int] | None
    whole: bool = True
    named: set[int] = field(default_factory=set)
    told: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    """Those of them told as gone, though the date of publication lies before."""


class Attention:
    """The attention each day of a corpus gets."""

    def __init__(
        self, events: Sequence[Event], results: Sequence[ArticleResult], ballots: frozenset[str] = frozenset()
    ) -> None:
        self._polls = {span[0] for event in events if (span := span_of(event.date)) and polled(event, ballots)}
        self._days: dict[int, _Day] = defaultdict(_Day)
        articles = _read(events, results)
        self._published = sorted(article.published[0] for article in articles if article.whole and article.published)
        self._youth = YOUTH * (1 - many(len(results)))
        for article in articles:
            self._count(article)
        published = [day for article in articles if article.published for day in article.published]
        self._first = min(published, default=0)
        self._usual = self._mean(range(min(published, default=0), max(published, default=0) + 1))
        levelled = {day: self._levelled(day) for day in sorted(self._days)}
        told = [value for day, value in levelled.items() if day >= self._first]
        self._greatest = max(told, default=0.0)
        self._strength = {day: self._scale(value) for day, value in levelled.items()}

    def strength(self, day: int) -> float:
        """0 to 1, on a logarithmic scale, against the days around it."""
        return self._strength.get(day, 0.0)

    def of_period(self, event: Event) -> float:
        """0 to 1: what later articles make of an event that nobody gives a day (`the league suspended it in November`),
        each as much as its word for a day; 0 for what spans more than a month or is told by one article alone."""
        span = span_of(event.date)
        if span is None or span[1] - span[0] > MONTH:
            return 0.0
        told = {m.span.article_id: span_of(m.published) for m in event.mentions}
        later = sum(1 for published in told.values() if published is not None and published[0] > span[1])
        return self._scale(LOOKED_BACK * later / (1 + self._usual) ** LEVELLING) if later > 1 else 0.0

    def share_of_look_back(self, day: int) -> float:
        """How much of the attention comes from later articles, 0 to 1."""
        if day not in self._days or not self._days[day].later:
            return 0.0
        return self._days[day].later / (self._days[day].now + self._days[day].later)

    def _count(self, article: _Told) -> None:
        if article.published is None:
            return
        if article.whole and article.published[0] == article.published[1]:
            self._days[article.published[0]].now += PUBLISHED
            self._days[article.published[0] - 1].now += PUBLISHED / 2
        days = sorted(article.named | article.told)
        long_ago = sum(article.published[0] - day > LONG_AGO for day in days)
        for day in days:
            worth = 1.0 if day in article.told else NAMED
            lag = article.published[0] - day
            if day > article.published[1] and day not in article.gone:
                self._days[day].foreseen += FORESEEN * (day not in self._polls)
            elif lag <= AFTERMATH:
                self._days[day].now += worth
            else:
                chosen = math.log2(1 + long_ago) if lag > LONG_AGO or long_ago >= CHRONOLOGY else 1.0
                self._days[day].later += LOOKED_BACK * worth * chosen

    def _levelled(self, day: int) -> float:
        """The day's attention against that of the days around it; what lies before the first article, where only
        look-backs reach, is measured against the usual day."""
        mean = self._mean(range(day - NEIGHBOURHOOD, day + NEIGHBOURHOOD + 1))
        if day < self._first - NEIGHBOURHOOD:
            mean = max(mean, self._usual)
        return float(self._days[day].total * self._chance(day) / (1 + mean) ** LEVELLING)

    def _chance(self, day: int) -> float:
        """How few articles could look back at the day, 1 where all could; in a large corpus it does not count."""
        later = sum(published > day + AFTERMATH for published in self._published)
        return float(((1 + len(self._published)) / (1 + later)) ** self._youth)

    def _mean(self, days: range) -> float:
        """The attention of an average day of the range."""
        return sum(self._days[day].total for day in days if day in self._days) / len(days)

    def _scale(self, value: float) -> float:
        """Against the greatest day the articles saw themselves: how it all began is told again in every one of them."""
        return min(1.0, math.log1p(value) / math.log1p(self._greatest)) if self._greatest > 0 else float(value > 0)


def _read(events: Sequence[Event], results: Sequence[ArticleResult]) -> list[_Told]:
    """The days each article names and tells; what it tells under an older stamp was told on that day."""
    articles = {(result.article.id, ""): _Told(span_of(result.article.dct)) for result in results}
    for result in results:
        own, stamped = articles[result.article.id, ""], False
        for time in result.times:
            stamped = stamped or (time.stamps and time.type == "DATE")
            span = span_of(time.edtf)
            if span is not None and span[0] == span[1] and not stamped:
                own.named.add(span[0])
    few = many(len(results)) < 1
    for event in events:
        span = span_of(event.date) if event.type != SAID else None
        most = LASTING if few and _lasts(event.date) else 1
        for mention in event.mentions if span is not None and span[1] - span[0] <= most else ():
            if span is not None and (mention.span.article_id, "") in articles and _names_day(mention, span):
                _passage(articles, mention).told.add(span[0])
                if mention.status != "planned":
                    _passage(articles, mention).gone.add(span[0])
    return list(articles.values())


def _lasts(value: Edtf | None) -> bool:
    """Whether a date goes from one day to another and means all between."""
    return value is not None and value.kind == "extent" and value.precision == "days"


def polled(event: Event, ballots: frozenset[str]) -> bool:
    """Whether an event is a vote of a people that was announced and held: of all that is announced it alone is news
    on its day however often it was announced."""
    statuses = {mention.status for mention in event.mentions}
    held = event.status == "happened" and "planned" in statuses and len(statuses) > 1
    return held and not ballots.isdisjoint(event.title.lower().split())


def _names_day(mention: EventMention, day: tuple[int, int]) -> bool:
    """Whether a report tells of the day: a plan for `early May` does not announce the day it was carried out on."""
    own = span_of(mention.time.edtf) if mention.time is not None else None
    return mention.status != "planned" or own is None or own[1] - own[0] <= day[1] - day[0]


def _passage(articles: dict[tuple[str, str], _Told], mention: EventMention) -> _Told:
    """The article of a mention, or the passages of it that are older."""
    article, day = mention.span.article_id, span_of(mention.published)
    own = articles[article, ""]
    if day is None or own.published is None or day[0] >= own.published[0]:
        return own
    return articles.setdefault((article, str(day)), _Told(day, whole=False))


def span_of(value: Edtf | None) -> tuple[int, int] | None:
    """Ordinals of the first and last day of a date; None when it is missing or open."""
    if value is None or value.earliest is None or value.latest is None:
        return None
    return ordinal(value.earliest), ordinal(value.latest)
