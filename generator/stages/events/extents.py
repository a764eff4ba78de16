"""How long an event lasted, from the preposition of its date and the form of its verb."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from generator.model.calendar import Day, add_days, ordinal
from generator.model.temporal import TimeExpression
from generator.stages.events.clauses import Clause
from generator.stages.events.days import Days
from generator.stages.events.frames import Frame
from generator.stages.events.offsets import DAY, as_value, in_days


def fitted(days: Days, frame: Frame, time: TimeExpression) -> TimeExpression:
    """The date of a frame as its clause means it: `on 29 and 30 November`, `through Friday`, `by Friday evening`,
    `20 bodies were found`, `nurses treated 900 between 3 and 9 May`."""
    words, signal = days.line.words.words, days.signals.get(id(time), "")
    value = time.edtf
    if value is None:
        return time
    if signal in words["lasting_signals"] or (signal in words["by"] and "T" in time.value):
        last, one_day = value.latest, len(time.value) >= DAY and "W" not in time.value
        return as_value(time, str(last), "last-day") if last is not None and one_day else time
    counted = frame.patient is not None and days.line.tags[frame.patient[0]] == "num"
    if signal in words["between"] and (frame.sense.toll or counted) and ".." in value.text:
        return as_value(time, value.text.strip("[]").replace("..", "/"), "counted-over")
    if frame.sense.state and value.text.endswith("/.."):
        return beginning(time)  # `has been in custody since 3 May`: that was when it began
    pair = _pair(days, time)
    return as_value(time, f"{pair[0]}/{pair[1]}", "two-days") if pair else time


def lasting(days: Days, clause: Clause, time: TimeExpression) -> TimeExpression | None:
    """A stretch that began on a day and is told to go on: `have fled since Friday`; None for any other."""
    words, value = days.line.words.words, time.edtf
    if value is None and clause.perfect:
        return _within(days, clause, time)
    if value is None or days.signals.get(id(time), "") not in words["since"] or not clause.perfect:
        return None
    return _stretch(days, clause, time)


def _stretch(days: Days, clause: Clause, time: TimeExpression) -> TimeExpression | None:
    """The stretch from a time on up to the report, or in the past perfect up to where the story stands."""
    words, value = days.line.words.words, time.edtf
    if value is None:
        return None
    start, first = value.text.partition("/")[0], value.earliest  # of what lasted itself, its beginning
    end = days.setting.published
    if days.line.lows[clause.start] in words["past_auxiliaries"]:
        end = max(filter(None, (days.setting.story.day, first)), default=end)  # up to where the story stands
        end = end if end != first else days.setting.published
    if end is None or first is None or first >= end:
        return time
    start = f"{first}" if start.startswith("[") else start  # a week or weekend, which no interval can begin with
    return as_value(time, f"{start}/{end}", "since-then")


def since_below(days: Days, index: int) -> TimeExpression | None:
    """The stretch whose beginning stands in a clause below a perfect, which alone lets it last: `have come ashore
    [since the landings began on Friday]`, `have shot farmers as they fled [since May]`."""
    clauses, since = days.clauses, days.line.words.words["since"]
    if since.isdisjoint(days.line.vocabulary) or not clauses[index].perfect:
        return None
    for below in range(index + 1, len(clauses)):
        time = _begun(days, below, since) if _hangs(clauses, below, index) else None
        if time is not None:
            return _stretch(days, clauses[index], time)
    return None


def _begun(days: Days, index: int, since: Container[str]) -> TimeExpression | None:
    """The time behind a `since` that opens a clause, or stands at its end where the clause is not in the perfect."""
    clause = days.clauses[index]
    if clause.perfect:
        return None
    if clause.opener >= 0 and days.line.lows[clause.opener] in since:
        return days.date_of(index) if clause.form == "past" else None
    times = (time for _, time in days.by_clause.get(index, ()) if time.edtf is not None)
    return next((time for time in times if days.signals.get(id(time), "") in since), None)


def _hangs(clauses: Sequence[Clause], below: int, index: int) -> bool:
    """Whether a clause hangs on another, if through others."""
    while below > index:
        below = clauses[below].governor
    return below == index


def latest(days: Days, time: TimeExpression) -> TimeExpression | None:
    """The last day by which something is due (`must leave by 31 March`), an open window, or by which it had happened,
    for all that anybody tells about then; else None."""
    value = time.edtf
    if value is None or value.latest is None or days.signals.get(id(time), "") not in days.line.words.words["by"]:
        return None
    if time.type != "DATE" or value.approximate:
        return None
    published, last = days.setting.published, value.text.removeprefix("[..").removesuffix("]")
    if published is not None and value.latest > published:  # what is due follows the report
        return as_value(time, f"[{published}..{value.latest}]", "at-the-latest")
    return as_value(time, f"{last}~", "at-the-latest")


def _within(days: Days, clause: Clause, time: TimeExpression) -> TimeExpression | None:
    """The stretch up to now that a length of time means in the present perfect: `9,000 have fled in two weeks`."""
    words, end = days.line.words.words, days.setting.published
    length = in_days(time)
    present = days.line.lows[clause.start] not in words["past_auxiliaries"]
    if length is None or end is None or not present or days.signals.get(id(time), "") not in words["in_only"]:
        return None
    first = add_days(end, -length)
    return replace(as_value(time, f"{first}/{end}", "within-so-long"), type="DATE", value=str(first))


def beginning(time: TimeExpression) -> TimeExpression:
    """The date itself where a preposition made a bound of it: `since 2003, when ...`."""
    text = time.edtf.text if time.edtf is not None else ""
    plain = text.removesuffix("/..").removeprefix("../")
    return as_value(time, plain, "the-day-itself") if plain != text else time


def _pair(days: Days, time: TimeExpression) -> tuple[Day, Day] | None:
    """Two days side by side that `and` joins."""
    covered = [index for index, one in days.times.items() if one is time]
    steps = ((covered[0] - 1, covered[0] - 2), (covered[-1] + 1, covered[-1] + 2)) if covered else ()
    for near, other in steps:
        partner = days.times.get(other)
        if partner is None or days.line.lows[near] not in days.line.words.words["and"]:
            continue
        ends = sorted(one.edtf.day for one in (time, partner) if one.edtf is not None and one.edtf.day is not None)
        if len(ends) == 2 and ordinal(ends[1]) - ordinal(ends[0]) == 1:
            return ends[0], ends[1]
    return None
