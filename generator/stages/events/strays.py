"""Which of the events that grammar alone tells are kept: those of an article that is on the story, told once."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.event import EventMention
from generator.model.text import Sentence
from generator.stages.events.frames import GENERAL
from generator.stages.events.talk import is_talk

RULES = frozenset(f"trigger:{name}" for name in GENERAL)
PLAIN = frozenset({"other", "statement"})


def without_strays(mentions: Sequence[EventMention], sentences: Sequence[Sentence]) -> list[EventMention]:
    """The mentions of an article, without deeds that grammar alone tells where no listed word tells one of war or
    politics, or where the article is talk and nobody or nowhere and no day is named: what is off the story does not
    come onto it by its grammar alone. Nor is what a listed word tells in the same line told twice."""
    if all(mention.rule not in RULES for mention in mentions):
        return list(mentions)
    listed = {(mention.title, mention.text) for mention in mentions if mention.rule not in RULES}
    once = [one for one in mentions if one.rule not in RULES or (one.title, one.text) not in listed]
    on_story = any(mention.type not in PLAIN and mention.rule not in RULES for mention in once)
    if on_story and not is_talk(sentences):
        return once
    return [mention for mention in once if mention.rule not in RULES or (on_story and _placed_in_time(mention))]


def _placed_in_time(mention: EventMention) -> bool:
    """Whether a deed has a day, and somebody or somewhere with it."""
    return mention.time is not None and bool(mention.actors or mention.places)
