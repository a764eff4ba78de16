"""Whether words that fit a rule can mean a time where they stand: a bare number may be a count, `May` a verb."""

from __future__ import annotations

from generator.languages.dates import DateWords
from generator.stages.dates.resolve import Expression
from generator.stages.dates.tokens import Tokens


def plausible(expression: Expression, tokens: Tokens, words: DateWords) -> bool:
    """Whether the neighbours allow it."""
    if expression.rule in {"year", "ancient-year"}:
        return _is_year(expression, tokens, words)
    if expression.rule == "month":
        return _is_month(expression, tokens, words)
    return True


def _word(tokens: Tokens, index: int) -> str:
    return tokens.words[index] if 0 <= index < len(tokens.words) else ""


def _is(word: str, name: str, words: DateWords) -> bool:
    classes = words.lexicon.get(word) or words.lexicon.get(word.lower())
    return classes is not None and name in classes


def _is_year(expression: Expression, tokens: Tokens, words: DateWords) -> bool:
    """A bare number is a year unless it counts something or is money."""
    settings = words.settings or {}
    year = expression.fields.get("year", 0)
    if expression.rule == "year" and not settings["earliest_year"] <= year <= settings["latest_year"]:
        return False
    if "century_word" in expression.fields:
        return "tens" in expression.fields
    before, after = _word(tokens, expression.first - 1), _word(tokens, expression.stop)
    if _is(before, "currency", words) or _is(after, "currency", words) or _is(before, "counted_before", words):
        return False
    if _is(after, "quantity_after", words):
        return False
    touching = tokens.start(expression.first) and not tokens.text[tokens.start(expression.first) - 1].isspace()
    return not (touching and before in {".", "+", "=", "_"})


def _is_month(expression: Expression, tokens: Tokens, words: DateWords) -> bool:
    """`May`, `March` and `April` are also a verb, an order and a name."""
    if expression.stop - expression.first > 1:
        return True
    before, after = _word(tokens, expression.first - 1), _word(tokens, expression.stop)
    if _is(before, "date_before", words):
        return True
    if after[:1].isupper() and tokens.text[tokens.end(expression.stop - 1)] == " ":
        return after.lower() in words.codes
    return True


def before_noun(first: int, stop: int, tokens: Tokens, words: DateWords) -> bool:
    """Whether the expression begins with an article that belongs to the noun after it."""
    if stop - first < 2 or not _is(tokens.words[first], "determiner", words):
        return False
    after = _word(tokens, stop)
    gap = tokens.text[tokens.end(stop - 1) : tokens.end(stop - 1) + 1]
    if gap != " " or not after[:1].isalpha() or after.endswith("ed"):
        return False
    return not any(_is(after, name, words) for name in ("function", "past_cue", "future_cue", "present_cue"))
