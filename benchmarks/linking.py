"""Speed and growth of linking: python -m benchmarks.linking [COUNT]

Makes mentions of a war that never was: towns, groups, kinds of event and days drawn at random (with a fixed seed),
each event told by one to eight reports in varied words. Links COUNT of them (10,000 by default) and an eighth, a
quarter and a half, and prints seconds, the growth exponent between the sizes, and how well the events were found again.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.context import Context
from generator.gazetteer.gazetteer import load_gazetteer
from generator.languages.pack import load_pack
from generator.model.calendar import from_ordinal, ordinal
from generator.model.editorial import Constraints
from generator.model.edtf import Day, parse_edtf
from generator.model.event import Actor, Event, EventMention, EventType, Figure, Place
from generator.model.result import ArticleResult
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Span
from generator.stages.linking import link_events

COUNT = 10_000
PER_ARTICLE = 12
DAYS = 1500
FIRST = ordinal(Day(2020, 1, 1))
KINDS: tuple[tuple[EventType, tuple[str, ...]], ...] = (
    ("battle", ("clash", "fight", "attack")),
    ("territory-change", ("capture", "seize", "retake")),
    ("explosion-remote-violence", ("shell", "bomb", "strike")),
    ("violence-against-civilians", ("kill", "massacre", "abduct")),
    ("protest-riot", ("march", "protest", "rally")),
    ("diplomacy-talks", ("meet", "negotiate", "visit")),
    ("agreement", ("sign", "agree", "pledge")),
)
SYLLABLES = ("ba", "ko", "mi", "ta", "ru", "ne", "sho", "la", "vu", "gi", "do", "sa")


@dataclass(frozen=True, slots=True)
class Fact:
    """What really happened in one made-up event."""

    kind: EventType
    lemmas: tuple[str, ...]
    day: int
    town: Place
    actors: list[Actor]
    words: list[str]
    toll: int


def name(rng: random.Random, length: int) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(length)).capitalize()


class World:
    """Names and words to draw from, larger for more mentions as real collections are."""

    def __init__(self, count: int) -> None:
        self.rng = rng = random.Random(count)  # noqa: S311 - a fixed seed is the point
        self.towns = [Place(name(rng, 3), "XX", name(rng, 2)) for _ in range(max(8, count // 60))]
        self.groups = [Actor(name(rng, 2), "group", role="agent") for _ in range(max(4, count // 200))]
        self.words = [name(rng, 4).lower() for _ in range(4000)]

    def event(self, number: int, reports: int) -> list[EventMention]:
        """So many reports of one event."""
        rng = self.rng
        kind, lemmas = rng.choice(KINDS)
        fact = Fact(
            kind, lemmas, FIRST + rng.randrange(DAYS), rng.choice(self.towns), rng.sample(self.groups, 2),
            rng.sample(self.words, 6), rng.randrange(1, 90),
        )  # fmt: skip
        return [self.report(f"{number}-{turn}", fact) for turn in range(reports)]

    def report(self, label: str, fact: Fact) -> EventMention:
        """One report: some of the words, mostly with its day, sometimes its month, sometimes neither."""
        rng, day = self.rng, str(from_ordinal(fact.day))
        lemma, said = rng.choice(fact.lemmas), rng.random()
        one, other = (actor.name for actor in fact.actors)
        text = f"{one} {lemma} {other} {fact.town.name} {' '.join(rng.sample(fact.words, 4))} {fact.toll}"
        value = day if said < 0.7 else day[:7] if said < 0.8 else ""
        span = Span(label, 0, len(text))
        timed = TimeExpression(span, value, "DATE", value, parse_edtf(value), basis="stated") if value else None
        figures = (Figure("killed", fact.toll, None, None, span, str(fact.toll)),) if rng.random() < 0.5 else ()
        return EventMention(
            id=label, span=span, trigger=span, type=fact.kind, status="happened", title=text, text=text,
            actors=tuple(fact.actors[: rng.randint(1, 2)]), places=(fact.town,), figures=figures, time=timed,
            published=parse_edtf(str(from_ordinal(fact.day + rng.randrange(1, 30)))), lemma=lemma,
        )  # fmt: skip


def make(count: int) -> tuple[list[ArticleResult], dict[str, int]]:
    """Articles that hold `count` mentions together, and the event each mention tells."""
    world = World(count)
    told: list[tuple[int, EventMention]] = []
    event = 0
    while len(told) < count:
        reports = min(count - len(told), world.rng.choice((1, 1, 2, 3, 5, 8)))
        told += [(event, mention) for mention in world.event(event, reports)]
        event += 1
    world.rng.shuffle(told)
    parts = [told[start : start + PER_ARTICLE] for start in range(0, len(told), PER_ARTICLE)]
    return [_article(number, part) for number, part in enumerate(parts)], {m.id: n for n, m in told}


def _article(number: int, told: Sequence[tuple[int, EventMention]]) -> ArticleResult:
    mentions = tuple(mention for _, mention in told)
    article = Article(f"a{number}", f"a{number}.md", "", "", mentions[0].published, source=f"source {number % 7}")
    return ArticleResult(article, (), (), mentions)


def b_cubed(events: Sequence[Event], gold: dict[str, int]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of the grouping (Bagga and Baldwin 1998)."""
    sizes = Counter(gold.values())
    precision = recall = 0.0
    for event in events:
        inside: dict[int, int] = defaultdict(int)
        for mention in event.mentions:
            inside[gold[mention.id]] += 1
        for number, count in inside.items():
            precision += count * count / len(event.mentions)
            recall += count * count / sizes[number]
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def measure(count: int, context: Context) -> tuple[float, tuple[float, float, float], int]:
    """Seconds of one core, B-cubed and the number of events for so many mentions."""
    results, gold = make(count)
    start = time.process_time()
    events, _ = link_events(results, Constraints(), context)
    return time.process_time() - start, b_cubed(events, gold), len(events)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("count", nargs="?", type=int, default=COUNT)
    count = parser.parse_args().count
    context = Context(load_pack(), load_gazetteer())
    before: tuple[int, float] | None = None
    for size in (count // 8, count // 4, count // 2, count):
        seconds, (precision, recall, f1), events = measure(size, context)
        growth = "" if before is None else f"  n^{math.log(seconds / before[1]) / math.log(size / before[0]):.2f}"
        print(f"{size:7} mentions {events:6} events {seconds:6.2f} s{growth}")
        print(f"        B-cubed precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")
        before = (size, seconds)


if __name__ == "__main__":
    main()
