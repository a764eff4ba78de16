"""What the words of a match mean: the fields an operator works with."""

from __future__ import annotations

import re
from typing import Any

from generator.languages.dates import DateWords
from generator.stages.dates.match import Match, meaning
from generator.stages.dates.tokens import Tokens

Fields = dict[str, Any]
"""month, day, year, weekday, number, unit, part (START, MID, END), time, ..., as far as the words say them."""

_DIGITS = re.compile(r"\d+")
_RENAMED = {
    "month_name": "month", "month_abbr": "month", "weekday_abbr": "weekday", "weekdays": "weekday",
    "units": "unit", "begin": "part", "middle": "part", "finish": "part",
    "last": "relation", "next": "relation", "this": "relation",
}  # fmt: skip


def read_fields(match: Match, tokens: Tokens, words: DateWords, low: int = 0, high: int = 10**9) -> Fields:
    """The fields of a match, or of the part of it between two words."""
    fields: Fields = dict(match.rule.fixed)
    for name, first, stop in match.slots:
        if low <= first < high:
            key = _RENAMED.get(name, name)
            if name == "number":
                _add_number(fields, [tokens.words[i] for i in range(first, stop)], words)
            else:
                fields.setdefault(key, _value(tokens.words[first], name, words))
                if name in {"units", "weekdays"}:
                    fields["plural"] = True
                elif name in {"last", "next", "this"}:
                    fields["relation_word"] = tokens.words[first].lower()
    _tidy(fields)
    return fields


def _value(word: str, name: str, words: DateWords) -> Any:
    if name in {"nth", "years"}:
        return int(_DIGITS.match(word).group())  # type: ignore[union-attr]  # its shape begins with digits
    if name == "big_number":
        return int(word.replace(",", ""))
    if name == "decimal":
        return float(word)
    if name in {"clock", "numeric_date", "iso_date", "iso_time"}:
        return word
    return meaning(word, name, words)


def _add_number(fields: Fields, said: list[str], words: DateWords) -> None:
    number = read_number([int(str(meaning(word, "number", words))) for word in said])
    fields.setdefault("numbers", []).append(number)
    fields.setdefault("number", number)


def read_number(said: list[int]) -> int:
    """The number that the words say one after the other: 20 4 is 24, 2 1000 is 2000, 19 90 6 is 1996."""
    total = current = 0
    for value in said:
        if value in {100, 1000}:
            current = max(current, 1) * value
            if value == 1000:
                total, current = total + current, 0
        elif current and current % 100 == 0 or current >= 20 and current % 10 == 0 and value < 10:
            current += value
        elif current and 10 <= value < 100 and current < 100:
            current = current * 100 + value
        else:
            current += value
    return total + current


def _tidy(fields: Fields) -> None:
    """Several ways of saying one thing become one field."""
    for name in ("nth", "ordinal"):
        if name in fields and "month" in fields and "day" not in fields:
            fields["day"] = fields[name]
    for name in ("big_number", "decimal", "article"):
        if name in fields and "number" not in fields:
            fields["number"] = fields[name]
    if "vague" in fields and ("number" not in fields or "article" in fields):
        fields["number"] = fields["vague"]
    numbers = fields.get("numbers", ())
    if len(numbers) == 3 and numbers[2]:
        fields["number"] = numbers[0] + numbers[1] / numbers[2]
