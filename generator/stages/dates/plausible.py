"""Whether words that fit a rule can mean a time where they stand: a bare number may be a count, `May` a verb."""

from __future__ import annotations

from collections.abc import Callable

from generator.languages.dates import DateWords
from generator.stages.dates.fields import Expression
from generator.stages.dates.tokens import Tokens


def plausible(expression: Expression, tokens: Tokens, words: DateWords) -> bool:
    """Whether the neighbours allow it: no address holds a date, and the rule's own check is passed."""
    if _in_address(expression, tokens):
        return False
    check = CHECKS.get(expression.check)
    return check is None or check(expression, tokens, words)


def _in_address(expression: Expression, tokens: Tokens) -> bool:
    """Whether it is part of a web address: /2025/01/27/ is no date of the story."""
    start = tokens.start(expression.first)
    if not start or tokens.text[start - 1] not in "/-=._?&":
        return False
    run = tokens.text[max(0, start - 200) : start].split()[-1]
    return "://" in run or run.startswith("www.")


def _no_title(expression: Expression, tokens: Tokens, words: DateWords) -> bool:
    """`Japan Today` and the `Prague Spring` are names."""
    before = _word(tokens, expression.first - 1)
    capital = tokens.words[expression.stop - 1][0].isupper() and expression.stop - expression.first == 1
    return not (capital and before[:1].isupper() and not _starts_sentence(tokens, expression.first))


def _no_event(expression: Expression, tokens: Tokens, words: DateWords) -> bool:
    """The day before the speech: an event follows, and nobody says here when that was."""
    after = _word(tokens, expression.stop)
    if not after[:1].isalpha():
        return True
    named = _is(after, "determiner", words) or _is(after, "possessive", words)
    return not named and _is(after, "function", words)


def _is_decade(expression: Expression, tokens: Tokens, words: DateWords) -> bool:
    """The 90s and '90s, but not a man in his 30s."""
    said = tokens.words[expression.first : expression.stop - 1]
    return expression.fields["years"] >= 100 or any(
        not word.isalnum() or _is(word, "determiner", words) for word in said
    )


def _is_length(expression: Expression, tokens: Tokens, words: DateWords) -> bool:
    """`A week` alone is a length of time after `for` and its like; after anything else it is a rate."""
    fields = expression.fields
    if "article" not in fields or {"numbers", "vague", "half_word"} & fields.keys():
        return True
    if fields.get("plural"):
        return False
    if expression.stop - expression.first > 2:
        return True
    return _is(_word(tokens, expression.first - 1), "length_before", words)


def _word(tokens: Tokens, index: int) -> str:
    return tokens.words[index] if 0 <= index < len(tokens.words) else ""


def _is(word: str, name: str, words: DateWords) -> bool:
    classes = words.lexicon.get(word) or words.lexicon.get(word.lower())
    return classes is not None and name in classes


def _is_year(expression: Expression, tokens: Tokens, words: DateWords) -> bool:
    """A bare number is a year unless it counts something or is money."""
    settings = words.settings or {}
    year = expression.fields.get("year", 0)
    if "old_year" not in expression.fields and not settings["earliest_year"] <= year <= settings["latest_year"]:
        return False
    if "century_word" in expression.fields:
        return "tens" in expression.fields
    before, after = _word(tokens, expression.first - 1), _word(tokens, expression.stop)
    if before == "." and tokens.start(expression.first) - tokens.end(expression.first - 1) < 2:
        before = _word(tokens, expression.first - 2)
        if _is(before, "numbered", words):
            return False
    if _is(before, "currency", words) or _is(after, "currency", words) or _is(before, "counted_before", words):
        return False
    if _is(after, "quantity_after", words) and not _is(before, "year_ruled", words):
        return False
    if _is(after, "or_word", words) and not _year_or(expression, tokens, words):
        return False
    touching = tokens.start(expression.first) and not tokens.text[tokens.start(expression.first) - 1].isspace()
    return not (touching and before in {".", "+", "=", "_"})


def _year_or(expression: Expression, tokens: Tokens, words: DateWords) -> bool:
    """Whether what follows `or` leaves the number a year: 1994 or 1995, 1994 or later; not 1500 or 2000 men."""
    following, then = _word(tokens, expression.stop + 1), _word(tokens, expression.stop + 2)
    return _is(following, "after_or", words) or (
        _is(following, "year", words) and not _is(then, "quantity_after", words) and not _is(then, "currency", words)
    )


def _is_month(expression: Expression, tokens: Tokens, words: DateWords) -> bool:
    """`May`, `March` and `April` are also a verb, an order and a name."""
    first, stop = expression.first, expression.stop
    before, after = _word(tokens, first - 1), _word(tokens, stop)
    if stop - first > 1 and _word(tokens, stop - 1) != ".":
        return True
    if stop - first == 1 and _is(tokens.words[first], "month_abbr", words):
        return _is(before, "happened_in", words)
    surname = after[:1].isupper() and tokens.text[tokens.end(stop - 1)] == " " and after.lower() not in words.codes
    if _is(before, "date_before", words):
        return not (surname and _is(before, "name_before", words))
    named = before[:1].isupper() and len(before) > 1 and not _starts_sentence(tokens, first - 1)
    if named or surname or _is(after, "of_word", words):
        return False
    return not (_is(tokens.words[first], "modal_month", words) and _is(after, "function", words))


def _starts_sentence(tokens: Tokens, index: int) -> bool:
    """Whether the word begins a sentence."""
    return index == 0 or not tokens.words[index - 1][0].isalnum()


def before_noun(first: int, stop: int, tokens: Tokens, words: DateWords) -> bool:
    """Whether the expression begins with an article that belongs to the noun after it."""
    if stop - first < 2 or not _is(tokens.words[first], "determiner", words):
        return False
    return modifies_noun(stop, tokens, words)


def modifies_noun(stop: int, tokens: Tokens, words: DateWords) -> bool:
    """Whether a noun seems to follow: a word in small letters that is no verb, preposition or pronoun."""
    after = _word(tokens, stop)
    gap = tokens.text[tokens.end(stop - 1) : tokens.end(stop - 1) + 1]
    if gap != " " or not after[:1].isalpha() or after.endswith("ed"):
        return False
    return not any(_is(after, name, words) for name in ("function", "past_cue", "future_cue", "present_cue"))


CHECKS: dict[str, Callable[[Expression, Tokens, DateWords], bool]] = {
    "year": _is_year,
    "month": _is_month,
    "length": _is_length,
    "decade": _is_decade,
    "no-title": _no_title,
    "no-event": _no_event,
}
"""The checks a rule of the pack may name."""
