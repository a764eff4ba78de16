"""What an expression means on a calendar, its preposition and its neighbour heard: since, until, from ... to."""

from __future__ import annotations

from collections.abc import Sequence

from generator.languages.dates import DateWords
from generator.model.calendar import WEEK, iso_year
from generator.model.edtf import Edtf, parse_edtf
from generator.stages.dates.fields import Expression
from generator.stages.dates.moments import Moment, about_edtf, edtf, part_edtf, shift
from generator.stages.dates.readings import Reading
from generator.stages.dates.tokens import Tokens

PARTS = frozenset({"START", "MID", "END"})
SPANS = frozenset({"decade", "century", "millennium"})
"""Grains that EDTF cannot set into brackets."""
Read = tuple[Expression, Reading]


def calendar_values(
    found: Sequence[Read], tokens: Tokens, words: DateWords
) -> list[tuple[Edtf | None, str]]:
    """For each expression its EDTF value (None without one) and the preposition before it."""
    signals = [_signal(expression, tokens, words) for expression, _ in found]
    values = [_single(reading, signal, words) for (_, reading), signal in zip(found, signals, strict=True)]
    for index in range(len(found) - 1):
        joined = _joined(found[index], found[index + 1], signals[index], tokens, words)
        if joined:
            values[index] = values[index + 1] = joined
    return list(zip(values, signals, strict=True))


def _signal(expression: Expression, tokens: Tokens, words: DateWords) -> str:
    """The preposition that rules the expression, in small letters."""
    at = expression.first - 1
    if at < 0:
        return ""
    if tokens.codes[at] in words.class_codes["than_word"] and at > 1:
        return _than(tokens, at, words)
    return tokens.words[at].lower() if tokens.codes[at] in words.class_codes["signal"] else ""


def _than(tokens: Tokens, at: int, words: DateWords) -> str:
    """`No later than` is by; `not earlier than` is from."""
    bounds = words.class_codes["than_bound"]
    if tokens.codes[at - 1] not in bounds or tokens.codes[at - 2] not in words.class_codes["no_word"]:
        return ""
    return " ".join(tokens.words[at - 2 : at + 1]).lower()


def _single(reading: Reading, signal: str, words: DateWords) -> Edtf | None:
    moment = reading.moment
    if moment is None:
        return None
    about = about_edtf(moment) if reading.mod == "APPROX" else edtf(moment)
    plain = part_edtf(moment, reading.mod) if reading.mod in PARTS else about
    name = "than_bound" if " " in signal else "bound"
    bound = words.lexicon.get(signal.split(" ")[1] if " " in signal else signal, {}).get(name)
    return parse_edtf(_bounded(moment, plain, str(bound)) if bound and not reading.possessive else plain)


def _bounded(moment: Moment, plain: str, bound: str) -> str:
    """The window or stretch that a preposition opens: since, until, by, before, after."""
    start, end = ends(plain)
    if bound == "since":
        return f"{start}/.."
    if bound == "until":
        return f"../{end}"
    if bound == "by":
        return f"[..{end.rstrip('~')}]"
    if bound == "from":
        return f"[{start.rstrip('~')}..]"
    if moment.time:
        return plain
    day = moment._replace(time="")
    if bound == "before":
        return f"[..{ends(edtf(shift(day, -1)))[1]}]"
    return f"[{ends(edtf(shift(day, 1)))[0]}..]"


def ends(plain: str) -> tuple[str, str]:
    """The first and last date of an EDTF string, each such as an interval can hold."""
    if plain.startswith("["):
        start, _, end = plain[1:-1].partition("..")
        return start, end
    if "/" in plain:
        start, _, end = plain.partition("/")
        return start, end
    if "X" in plain:
        value = parse_edtf(plain)
        assert value.earliest is not None  # noqa: S101  # a decade is closed at both ends
        assert value.latest is not None  # noqa: S101
        return iso_year(value.earliest.year), iso_year(value.latest.year)
    return plain, plain


def _joined(one: Read, other: Read, signal: str, tokens: Tokens, words: DateWords) -> Edtf | None:
    """What two neighbours mean together: from 23 to 30 January; between 9 and 12 March; 9 or 10 March."""
    left, right = one[1].moment, other[1].moment
    at = one[0].stop
    if left is None or right is None or other[0].first - at != 1:
        return None
    how = words.lexicon.get(tokens.words[at].lower(), {}).get("joins")
    bound = words.lexicon.get(signal, {}).get("joins")
    if how is None or left.time or right.time:
        return None
    start, end = ends(_plain(one[1]))[0], ends(_plain(other[1]))[1]
    if left.first > right.last:
        if how == "or" or not all("weekday" in read[0].fields for read in (one, other)):
            return None
        start = edtf(shift(left, -WEEK))  # said on a Friday: from Friday to Sunday
    if how == "or" and left.grain == right.grain and not {left.grain} & SPANS:
        return parse_edtf(f"[{start},{end}]")
    if how == "and":
        return parse_edtf(f"[{start}..{end}]") if bound == "between" else None
    return parse_edtf(f"{start}/{end}") if how == "to" else None


def _plain(reading: Reading) -> str:
    assert reading.moment is not None  # noqa: S101  # asked only of dated readings
    return part_edtf(reading.moment, reading.mod) if reading.mod in PARTS else edtf(reading.moment)
