"""What shares the verb of another: several places, and those who have a time of their own but no verb: `took Minova on
Monday [and Sake on Tuesday]`, `Oman suspended the pact on Monday, [and Qatar two days later]`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.stages.events.frames import Frame
from generator.stages.events.phrases import Range, name_end
from generator.stages.events.tokens import NOUN_PHRASE, Line

BEFORE_TIME = frozenset({"prep", "prepsub", "adv", "det"})
PARTS = frozenset({"coord", ","})
UNCOUNTED = NOUN_PHRASE - {"num"}
LISTED = UNCOUNTED | PARTS | BEFORE_TIME


def split_shared(line: Line, frame: Frame, limit: int) -> Iterator[Frame]:
    """A frame, or one for each of those that share its verb."""
    others = sorted((*_with_others(line, frame, limit), *_elsewhere(line, frame, limit)), key=lambda one: one.anchor)
    if others:
        frame = replace(frame, phrases=[one for one in frame.phrases if one[0] < others[0].anchor - 1])
    yield from _split_places(line, frame, limit)
    yield from others


def _split_places(line: Line, frame: Frame, limit: int) -> list[Frame]:
    """One frame for each of several places taken or left: `captured Goma and Walikale`, and for a place that
    shares the verb with a date of its own: `seized Minova on 21 January and Sake two days later`."""
    if not frame.sense.ground or frame.patient is None:
        return [frame]
    firsts = _coordinated(line, frame.patient)
    gapped = _gapped(line, frame, limit)
    if len(firsts) < 2 and not gapped:
        return [frame]
    low, high = frame.reach
    ends = [*(run[0] - 1 for run in gapped), high]
    made = [
        replace(frame, anchor=index, follower=order > 0, reach=(low, ends[0]))
        for order, index in enumerate(firsts or [frame.patient[0]])
    ]
    for run, end in zip(gapped, ends[1:], strict=True):
        made.append(replace(frame, anchor=run[1] - 1, follower=True, patient=run, reach=(run[0], max(end, run[1]))))
    return made


def _coordinated(line: Line, run: Range) -> list[int]:
    """The first tokens of the place names that commas and `and` coordinate."""
    firsts: list[int] = []
    for index in range(*run):
        name = line.names.get(index)
        if name is None or name.place is None or line.names.get(index - 1) is name:
            continue
        if not firsts or line.tags[index - 1] in PARTS or line.lows[index - 1] in line.words.words["articles"]:
            firsts.append(index)
    joined = any(line.tags[index] == "coord" for index in range(*run))
    return firsts if len(firsts) > 1 and joined else firsts[:1]


def _gapped(line: Line, frame: Frame, limit: int) -> list[Range]:
    """Places after `and` or a comma that have a time of their own but no verb, also several before one time; and what
    stands on the ground behind a passive: `the airport was taken on Monday and [the barracks] on Friday`."""
    found: list[Range] = []
    low, waiting = frame.patient[1] if frame.patient else frame.last, list[Range]()
    for index in range(max(low, frame.last), limit):
        if line.tags[index] == "time":
            found, waiting = [*found, *waiting], []
        elif line.tags[index] not in LISTED:
            waiting = []
        elif line.tags[index - 1] in PARTS and line.tags[index] not in PARTS:
            one = _ground_at(line, frame, index, limit)
            if one is not None:
                waiting = [*waiting[: -1 if _apposed(line, waiting, index) else None], one]
    return found


def _apposed(line: Line, waiting: list[Range], index: int) -> bool:
    """Whether a name behind a comma says which place the noun phrase before it means: `the capital, [Harare]`."""
    if not waiting or line.tags[index - 1] != "," or "coord" in line.tags[waiting[-1][0] : index]:
        return False
    return line.text[line.starts[waiting[-1][0]]].islower() and line.text[line.starts[index]].isupper()


def _ground_at(line: Line, frame: Frame, start: int, limit: int) -> Range | None:
    """The place that a noun phrase names, with its name as the anchor: `Sake`, `the port of [Kalemie]`; or what stands
    on the ground, in the passive."""
    end = start
    while end < limit and (line.tags[end] in UNCOUNTED or line.lows[end] in line.words.words["of_only"]):
        end += 1
    for index in range(start, end):
        name = line.names.get(index)
        if name is not None and name.place is not None:
            return index, index + 1
    passive = frame.patient is not None and frame.patient[1] <= frame.first
    ground = any(not line.words.nouns[one].isdisjoint(line.lows[start:end]) for one in ("ground", "outwork"))
    return (start, end) if passive and ground and line.tags[end - 1] == "noun" else None


def _with_others(line: Line, frame: Frame, limit: int) -> Iterator[Frame]:
    """A frame for everybody who did the same on a day of his own, told by no more than his name and the day; in the
    passive behind `by` once more: `was signed by Oman on Monday and [by Qatar] on Friday`."""
    if not frame.sense.verb or frame.agent is None:
        return
    passive = frame.agent[0] > frame.first
    for index in range(frame.last, limit - 1):
        if line.tags[index] != "coord":
            continue
        first = index + 1 + passive
        if passive and line.lows[index + 1] not in line.words.words["by"]:
            continue
        first += line.tags[first : first + 1] == ["det"]
        name = line.names.get(first)
        end = name_end(line, first)
        if name is not None and name.actor is not None and _only_time(line, end):
            phrases = [one for one in frame.phrases if one[0] < first - 1 and one[1] != frame.agent]
            alone = replace(frame, agent=(first, end), phrases=phrases, joined=[])
            yield replace(alone, anchor=first, follower=True, reach=(first, limit))


def _elsewhere(line: Line, frame: Frame, limit: int) -> Iterator[Frame]:
    """A frame for every other place where the same was done on a day of its own: `reopened in Homs on 4 May and [in
    Idlib] on the 18th`."""
    if not frame.sense.verb or frame.sense.ground or not line.times:
        return
    where, by = (one for one in frame.phrases if one[0] >= frame.last), line.words.words["by"]
    first = next((at for at, run in where if line.lows[at] not in by and _names_place(line, run[0])), -1)
    for index in range(first + 2, limit - 1) if first >= 0 else ():
        again = line.tags[index] in PARTS and line.lows[index + 1] == line.lows[first]
        end = name_end(line, index + 2) if again and _names_place(line, index + 2) else -1
        if end > 0 and "time" in line.tags[first:index] and _only_time(line, end):
            phrases = [(index + 1, (index + 2, end))]
            yield replace(
                frame, phrases=phrases, joined=[], anchor=index + 2, follower=True, reach=(index + 1, limit)
            )


def _names_place(line: Line, index: int) -> bool:
    """Whether a token begins the name of a place."""
    name = line.names.get(index)
    return name is not None and name.place is not None


def _only_time(line: Line, index: int) -> bool:
    """Whether nothing but a time stands between a token and the next stop."""
    start = index
    while index < len(line.tags) and line.tags[index] in BEFORE_TIME | {"time"}:
        index += 1
    return "time" in line.tags[start:index] and line.tags[index : index + 1] in (["."], [","], [";"], ["coord"], [])
