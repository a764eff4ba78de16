"""What the words of a match mean: the fields an operator works with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from generator.languages.dates import DateWords
from generator.model.calendar import is_day
from generator.stages.dates.match import Match, meaning
from generator.stages.dates.tokens import Tokens

Fields = dict[str, Any]
"""month, day, year, weekday, number, unit, part (START, MID, END), time, ..., as far as the words say them."""



@dataclass(slots=True)
class Expression:
    """Words that may tell time: where they are, by which rule, and what they say."""

    rule: str
    operator: str
    first: int
    stop: int
    fields: Fields
    kind: str = ""
    """`history`, `news` or `ancient`: only in texts of that kind."""
    check: str = ""
    """The name of the check its neighbours must pass."""


_DIGITS = re.compile(r"\d+")
_RENAMED = {
    "month_name": "month", "month_abbr": "month", "weekday_abbr": "weekday", "weekdays": "weekday",
    "units": "unit", "long_unit": "unit", "ago_unit": "unit", "decades_unit": "unit", "fall": "season",
    "begin": "part", "middle": "part", "finish": "part", "early": "part", "mid": "part", "late": "part",
    "circa": "approx", "nearly": "approx", "new_word": "feast", "quarter_code": "ordinal", "half_code": "ordinal",
    "other_word": "number", "few": "number", "last_ordinal": "ordinal",
    "dayparts": "daypart", "deictic_night": "daypart", "story_reference": "reference",
    "vague_reference": "reference",
}  # fmt: skip
RELATIONS = ("last", "past", "next", "coming", "this", "current_word", "previous", "following", "that", "same")
UNTIDY = frozenset((
    "ordinal", "nth", "iso_date", "iso_time", "stated_day", "century_word", "thousand_word", "era", "era_letter",
    "big_number", "decimal", "article", "vague", "fraction", "half_word", "noon", "military", "clock", "hour",
))  # fmt: skip
"""Fields that stand for others, without which nothing needs tidying."""
_SHAPED = frozenset(("clock", "numeric_date", "iso_date", "iso_time", "iso_week"))


def read_fields(match: Match, tokens: Tokens, words: DateWords, low: int = 0, high: int = 10**9) -> Fields:
    """The fields of a match, or of the part of it between two words."""
    fields: Fields = dict(match.rule.fixed)
    for name, first, stop in match.slots:
        if not low <= first < high:
            continue
        if name == "number":
            _add_number(fields, [tokens.words[i] for i in range(first, stop)], words)
        elif name in RELATIONS:
            fields.setdefault("relation", meaning(tokens.words[first], name, words))
            fields.setdefault("relation_class", name)
        else:
            fields.setdefault(_RENAMED.get(name, name), _value(tokens.words[first], name, words))
            if name in {"weekdays", "dayparts", "units"}:
                fields["plural"] = True
    _tidy(fields)
    return fields


def _value(word: str, name: str, words: DateWords) -> Any:
    if name in {"nth", "years"}:
        return int(_DIGITS.match(word).group())  # type: ignore[union-attr]  # its shape begins with digits
    if name == "big_number":
        return int(word.replace(",", ""))
    if name == "decimal":
        return float(word)
    return word if name in _SHAPED else meaning(word, name, words)


def _add_number(fields: Fields, said: list[str], words: DateWords) -> None:
    number = read_number([int(str(meaning(word, "number", words))) for word in said])
    fields.setdefault("numbers", []).append(number)
    fields.setdefault("number", number)


def read_number(said: list[int]) -> int:
    """The number that the words say one after the other: 20 4 is 24, 2 1000 is 2000, 3 100 5 is 305."""
    total = current = 0
    for value in said:
        if value == 1000:
            total, current = total + max(current, 1) * 1000, 0
        elif value in {100, 12} and current:
            current *= value
        else:
            current += value
    return total + current


def _tidy(fields: Fields) -> None:
    """Several ways of saying one thing become one field."""
    if UNTIDY.isdisjoint(fields):
        return
    _tidy_day(fields)
    _tidy_year(fields)
    _tidy_number(fields)
    _tidy_time(fields)


def _tidy_day(fields: Fields) -> None:
    if "ordinal" in fields and "tens" in fields and "century_word" not in fields:
        fields["ordinal"] += fields.pop("tens")
    for name in ("nth", "ordinal"):
        if name in fields and "month" in fields and "day" not in fields:
            fields["day"] = fields[name]
    for name in ("iso_date", "iso_time", "stated_day"):
        if name in fields:
            date, _, time = fields[name].partition("T")
            fields["year"], fields["month"], fields["day"] = map(int, date.split("-"))
            if time:
                fields["time"] = time[:5]


def _tidy_year(fields: Fields) -> None:
    if "century_word" in fields:
        fields["year"] = fields["century_word"] * 100 + fields.get("tens", 0) + fields.get("ones", 0)
    if "thousand_word" in fields:
        fields["year"] = fields["thousand_word"] + fields.get("ones", 0)
    era = fields.get("era", fields.get("era_letter"))
    if era is not None and "century" not in fields:
        number = fields.get("year", fields.get("old_year", fields.get("short_year")))
        if number:
            fields["year"] = number if era > 0 else 1 - number
            fields["era"] = era


def _tidy_number(fields: Fields) -> None:
    for name in ("big_number", "decimal", "article"):
        if name in fields and "number" not in fields:
            fields["number"] = fields[name]
    if "vague" in fields and len(fields.get("numbers", ())) == 0:
        fields["number"] = fields["vague"]
    numbers = fields.get("numbers", ())
    if "fraction" in fields and numbers:
        fields["number"] = numbers[0] + fields["fraction"]
    if "half_word" in fields:
        whole = numbers[0] if numbers else 1 if "unit" in fields and fields.get("and_half") else 0
        fields["number"] = fields["half_word"] + whole


def _tidy_time(fields: Fields) -> None:
    """The time of day as TIMEX3 writes it: `19:15`."""
    if "noon" in fields:
        fields["time"] = fields["noon"]
    if fields.pop("military", False):
        fields["hour"], minute = divmod(fields.pop("year"), 100)
        fields["clock"] = f"{fields['hour']}:{minute:02d}"
    if "clock" not in fields and "hour" not in fields:
        return
    hour, minute = fields["clock"].split(":")[:2] if "clock" in fields else (fields["hour"], "00")
    hour = int(hour)
    half = fields.get("ampm", fields.get("halfday"))
    if half is None and fields.get("daypart") in {"AF", "EV", "NI"} and hour < 12:
        half = 12
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    if hour <= 24 and int(minute) < 60:
        fields["time"] = f"{hour:02d}:{minute}"
    if "time" in fields:
        fields.pop("daypart", None)


def numeric_date(text: str, day_first: bool) -> tuple[int, int, int] | None:
    """(year, month, day) of `3/4/2025`, `2025/4/3`, `3.4.2025`; None when there is no such day."""
    numbers = [int(part) for part in re.split(r"[/.-]", text)]
    if len(text.split("/", maxsplit=1)[0]) == 4:
        year, month, day = numbers
    else:
        first, second, year = numbers
        month, day = (second, first) if day_first else (first, second)
        if month > 12 >= day:
            month, day = day, month
        if year < 100:
            year += 1900 if year >= 50 else 2000
    return (year, month, day) if is_day(year, month, day) else None
