"""What is off the story: bulletins, comments and feeds on a page bring news of other countries, which many articles on
one war tell apart. Where the deeds of the war are done is its theatre; a passage that names neither the theatre nor
anybody whom the articles name again and again, and something else instead, is of another story."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.context import Context
from generator.model.editorial import Selector
from generator.model.event import EventMention
from generator.model.result import ArticleResult
from generator.stages.linking.traits import FAMILIES

MANY = 60
"""Of fewer articles nobody can tell what they are all about."""
THEATRE = 3
"""A country is of the theatre where deeds of a third as many articles are done there as in the foremost."""
KNOWN = 8
"""Whom one article in eight names is of the story."""
NEAR = 3
"""So many sentences before and behind a passage that names something else tell what story it is of ..."""
AROUND = 8
"""... and so many where it names nothing at all."""
DEEDS = frozenset({"armed", "civic"})


@dataclass(frozen=True, slots=True)
class Story:
    """What the articles are about."""

    theatre: frozenset[str]
    """Codes of the countries where the deeds of the war are done."""
    known: frozenset[str]
    """Names of those whom many articles name."""
    names: re.Pattern[str]
    """The names of the countries and of their peoples."""

    def tells(self, mention: EventMention) -> bool:
        """Whether a mention names the theatre, somebody of it, or somebody whom everybody names."""
        return any(place.country in self.theatre for place in mention.places) or any(
            actor.country in self.theatre or actor.name in self.known for actor in mention.actors
        )


def off_story(results: Sequence[ArticleResult], context: Context) -> frozenset[str]:
    """The ids of the mentions that are of another story; none that the editor speaks of."""
    story = read_story(results, context) if len(results) >= MANY else None
    if story is None:
        return frozenset()
    spoken_of = [target for override in context.editorial.overrides for target in override.targets]
    strays = (mention for result in results for mention in _strays(result, story, spoken_of))
    return frozenset(mention.id for mention in strays)


def read_story(results: Sequence[ArticleResult], context: Context) -> Story | None:
    """What many articles are about; None where no deed has a country."""
    lands = _articles(
        (place.country, mention)
        for result in results for mention in result.mentions if FAMILIES[mention.type] in DEEDS
        for place in mention.places if place.country
    )  # fmt: skip
    actors = _articles(
        (actor.name, mention)
        for result in results for mention in result.mentions for actor in mention.actors if _named(actor.name)
    )  # fmt: skip
    if not lands:
        return None
    most = max(lands.values())
    theatre = frozenset(land for land, count in lands.items() if count * THEATRE >= most)
    known = frozenset(name for name, count in actors.items() if count * KNOWN >= len(results))
    return Story(theatre, known, _pattern(sorted(theatre), context))


def _articles(named: Iterable[tuple[str, EventMention]]) -> dict[str, int]:
    """How many articles have each name."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, mention in named:
        found[name].add(mention.span.article_id)
    return {name: len(articles) for name, articles in found.items()}


def _pattern(theatre: Sequence[str], context: Context) -> re.Pattern[str]:
    """The names of the countries and of their people, with an ending of one letter at most."""
    lands = [context.gazetteer.countries[land] for land in theatre if land in context.gazetteer.countries]
    names = [name for land in lands for name in (land.place.name, *land.place.aliases, *land.demonyms)]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\w?\b" if names else r"(?!)")


def _strays(result: ArticleResult, story: Story, spoken_of: Sequence[Selector]) -> Iterator[EventMention]:
    """The mentions of an article that are of another story."""
    starts = [sentence.span.start for sentence in result.sentences]
    telling = sorted(bisect_right(starts, m.span.start) for m in result.mentions if story.tells(m))
    for mention in result.mentions:
        if story.tells(mention) or any(_means(target, result, mention) for target in spoken_of):
            continue
        at = bisect_right(starts, mention.span.start)
        reach = NEAR if mention.places or any(_named(actor.name) for actor in mention.actors) else AROUND
        near = bisect_right(telling, at + reach) > bisect_right(telling, at - reach - 1)
        around = result.sentences[max(0, at - 1 - reach) : at + reach]
        if not near and around and not any(story.names.search(sentence.text) for sentence in around):
            yield mention


def _named(name: str) -> bool:
    """Whether an actor has a name of his own; `police` may be anybody's."""
    return not name[:1].islower()


def _means(target: Selector, result: ArticleResult, mention: EventMention) -> bool:
    """Whether an editor's selector speaks of a mention's article, or of its words where it names none."""
    quote = " ".join(target.quote.split())
    return target.article == result.article.path or (not target.article and bool(quote) and quote in mention.text)
