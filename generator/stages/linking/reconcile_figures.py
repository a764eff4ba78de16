"""An event's tolls over all its reports: a range, never a sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.model.event import FIGURE_KINDS, Disagreement, Figure, FigureKind, FigureRange, Version
from generator.model.text import Span
from generator.stages.linking.losses import lost_by
from generator.stages.linking.traits import Traits

SEVERAL = 2
"""A report of more towns than this (a town and the city it belongs to are two) counts the dead of them all."""

NARROW = 4
"""Days up to which a date says what a count counts: a day, a night, a weekend."""

Report = tuple[Traits, Figure]


def reconcile_figures(
    members: Sequence[Traits], sources: Mapping[str, str]
) -> tuple[tuple[FigureRange, ...], tuple[Disagreement, ...]]:
    """A range for each kind of figure reported, and the kinds on which reports contradict each other."""
    members = _of_the_event(members)
    ranges: list[FigureRange] = []
    disagreements: list[Disagreement] = []
    for kind in FIGURE_KINDS:
        told = [(m, figure) for m in members for figure in m.mention.figures if figure.kind == kind]
        reports = [(m, figure) for m, figure in told if not figure.single] or told
        if reports:
            ranges.append(_range(reports, sources))
            whole = [report for report in reports if not report[0].further]  # `two more` come on top of others
            firm = [report for report in whole if not _is_vague(report[1])]
            if _contradict(_of_one_time(firm)) and not _grows(firm):
                disagreements.append(_disagreement(firm))
    return tuple(ranges), tuple(disagreements)


def _is_vague(figure: Figure) -> bool:
    """Whether a report gives a word for a number that nobody knows, and that contradicts none: `dozens`, but not
    `20 to 30`."""
    open_end = figure.best is not None or figure.low is None or figure.high is None
    return not open_end and not any(map(str.isdigit, figure.words))


def _of_the_event(members: Sequence[Traits]) -> Sequence[Traits]:
    """The members whose figures count the event's own people: a sum over more towns than most reports name, or over
    the whole country, is no version of one town's toll; it stands only where nothing else is counted."""
    towns = [member.towns for member in members if member.towns and member.figures and not member.summing]
    fewest = min(map(len, towns), default=0)
    own = [m for m in members if not m.summing and not (fewest == 1 and len(m.towns) > SEVERAL)]
    return own if any(member.figures for member in own) else members


def _range(reports: Sequence[Report], sources: Mapping[str, str]) -> FigureRange:
    """`low` and `high` are the least and the greatest any report gives."""
    figures = tuple(figure for _, figure in reports)
    kind: FigureKind = figures[0].kind
    lows = [n for f in figures for n in (f.low, f.best, f.high) if n is not None]
    return FigureRange(
        kind=kind,
        best=_best(reports, sources),
        low=min(lows, default=None),
        high=max(lows, default=None),
        reports=figures,
    )


def _best(reports: Sequence[Report], sources: Mapping[str, str]) -> int | None:
    """The number that most independent sources give or allow ("at least 34" allows 41); between equals the latest
    report, as counts grow.

    A number goes before a word such as "dozens", and one that the report vouches for before a side's claim. A report
    that only gives a bound which a later number satisfies ("at least 5", then 20) is overtaken.
    """
    stated = [(member, figure) for member, figure in reports if _number(figure) is not None]
    stated = [report for report in stated if report[0].mention.status != "claimed"] or stated
    stated = [report for report in stated if report[1].best is not None] or stated
    standing = [report for report in stated if not _overtaken(report, stated)]
    backers: dict[int, set[str]] = {}
    latest: dict[int, int] = {}
    for member, figure in standing or stated:
        number = _number(figure)
        if number is None:
            continue
        backers.setdefault(number, set()).update(_allowing(number, standing or stated, sources))
        latest[number] = max(latest.get(number, 0), member.published or 0)
    return max(backers, key=lambda n: (len(backers[n]), latest[n], n), default=None)


def _allowing(number: int, reports: Sequence[Report], sources: Mapping[str, str]) -> Iterator[str]:
    """The sources of the reports that a number satisfies."""
    for member, figure in reports:
        low, high = _bounds(figure)
        if low <= number <= high:
            article = member.mention.span.article_id
            yield sources.get(article, article)


def _number(figure: Figure) -> int | None:
    """The number a report stands for: its best, else its bound."""
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), None)


def _overtaken(report: Report, reports: Sequence[Report]) -> bool:
    member, figure = report
    if figure.low is None or figure.high is not None:
        return False
    return any(
        (other.published or 0) > (member.published or 0) and (_number(rival) or 0) > figure.low
        for other, rival in reports
    )


def _bounds(figure: Figure) -> tuple[float, float]:
    """What a report allows: an exact number allows itself, "at least 5" anything from 5."""
    if figure.low is None and figure.high is None and figure.best is not None:
        return figure.best, figure.best
    low = float(figure.low) if figure.low is not None else 0.0
    high = float(figure.high) if figure.high is not None else float("inf")
    return low, high


def _contradict(reports: Sequence[Report]) -> bool:
    """Whether no single number satisfies every report; the numbers of one sentence (`three seriously, hundreds
    slightly`) are parts of what it tells and do not contradict each other, unless it gives the counts of several."""
    told: dict[Span, tuple[float, float]] = {}
    for member, figure in reports:
        low, high = _bounds(figure)
        part = member.mention.trigger if member.recount else member.mention.span
        least, most = told.get(part, (low, high))
        told[part] = min(low, least), max(high, most)
    return max((low for low, _ in told.values()), default=0) > min((high for _, high in told.values()), default=0)


def _of_one_time(reports: Sequence[Report]) -> Sequence[Report]:
    """The reports that count the same days as most do, or give none or a wide stretch: who died over the weekend is no
    other count of who died on Sunday."""
    narrow = Counter(m.days for m, _ in reports if m.days is not None and m.days[1] - m.days[0] < NARROW)
    most = max(narrow.values(), default=0)
    usual = {days for days, count in narrow.items() if count == most}
    return [report for report in reports if report[0].days not in narrow or report[0].days in usual]


def _grows(reports: Sequence[Report]) -> bool:
    """Whether nobody gives a day and each later report counts more: what goes on is counted anew."""
    if any(member.days is not None for member, _ in reports):
        return False
    if all(lost_by(member) for member, _ in reports):  # a contingent's own count
        told = sorted(reports, key=lambda report: (report[0].published or 0, report[0].index))
        numbers = [_number(figure) or 0 for _, figure in told]
        return numbers == sorted(numbers)
    counts: dict[int, set[int | None]] = {}
    for member, figure in reports:
        counts.setdefault(member.published or 0, set()).add(_number(figure))
    highest = [max(n or 0 for n in counts[day]) for day in sorted(counts)]
    return len(highest) > 1 and highest == sorted(highest) and all(len(numbers) == 1 for numbers in counts.values())


def _disagreement(reports: Sequence[Report]) -> Disagreement:
    """One version for each way of putting the figure, in the order they were reported, as counts grow."""
    versions: dict[str, list[Report]] = {}
    exact = {_say(figure) for _, figure in reports}
    for member, figure in reports:
        said = _say(figure).removesuffix("+")  # who counts `at least 50` does not contradict who counts 50
        versions.setdefault(said if said in exact else _say(figure), []).append((member, figure))
    ordered = sorted(versions.items(), key=lambda item: (_reported(item[1]), _bounds(item[1][0][1]), item[0]))
    kind = reports[0][1].kind
    told = ((text, dict.fromkeys(m.mention.id for m, _ in reports)) for text, reports in ordered)
    return Disagreement(kind, tuple(Version(text, tuple(mentions)) for text, mentions in told))


def _reported(reports: Sequence[Report]) -> int:
    """The day of the first report."""
    return min((member.published for member, _ in reports if member.published is not None), default=0)


def _say(figure: Figure) -> str:
    """The report's figure as numbers: `70`, `70+`, `-70`, `50-70`."""
    low, high = figure.low, figure.high
    if (low is None and high is None) or low == high:
        return str(figure.best if figure.best is not None else low)
    if high is None:
        return f"{low}+"
    return f"-{high}" if low is None else f"{low}-{high}"
