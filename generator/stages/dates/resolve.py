"""Read an article's time expressions from top to bottom, each by the clock of its passage."""

from __future__ import annotations

from collections.abc import Container, Sequence

from generator.languages.dates import BREAK, DateWords
from generator.model.edtf import Edtf
from generator.model.problem import Provenance
from generator.model.temporal import STAMP, TimeExpression
from generator.model.text import Article, Span
from generator.stages.dates.bounds import calendar_values
from generator.stages.dates.clock import RUN, Clock
from generator.stages.dates.editions import Editions
from generator.stages.dates.fields import Expression
from generator.stages.dates.moments import SEASON_MONTHS, Moment, edtf, of_day, of_month
from generator.stages.dates.operators import OPERATORS
from generator.stages.dates.plausible import modifies_noun
from generator.stages.dates.readings import Reading
from generator.stages.dates.tense import Cues
from generator.stages.dates.tokens import Tokens

Place = tuple[int, int]
"""The first word of an expression and the word after its last."""


def resolve(
    article: Article, tokens: Tokens, expressions: Sequence[Expression], words: DateWords, clock: Clock
) -> tuple[TimeExpression, ...]:
    """The time expressions, in order of the text: each is read by the clock, and then moves it."""
    narrative = clock.narrative
    cues = Cues(words)
    pages = Editions(clock) if narrative else Editions.of(expressions, tokens, words, clock, cues.tense)
    strong = frozenset(mark.end for mark in article.markup if mark.kind == "strong")
    found: list[tuple[Expression, Reading]] = []
    anchors: list[Place | None] = []
    for expression, after in zip(expressions, _stated_after(expressions), strict=True):
        clock.tense, possessive = cues.tense(tokens, expression.first, expression.stop)
        bare = not {"day", "year"} & expression.fields.keys()
        of_noun = bare and modifies_noun(expression.stop, tokens, words)
        lasting = tokens.codes[expression.first - 1 : expression.first] in words.class_codes["since_word"]
        pages.turn(clock, expression.first, lasting)
        if pages.is_stamp(expression):
            expression.rule = STAMP
        if _wants_year(expression) and clock.tense <= 0:
            clock.resume()
        clock.narrative = narrative or (not lasting and _in_background(expression, after, clock, tokens))
        _lend_year(expression, clock, tokens)
        reading = OPERATORS[expression.operator](expression.fields, clock)
        if reading is None:
            continue
        reading.possessive = possessive or of_noun
        found.append((expression, reading))
        _note_year(expression, reading, clock, tokens, words, strong=strong)
        anchors.append(clock.place_of(reading.anchor) if reading.from_story else pages.stamp_of(reading.anchor))
        if not expression.fields.get("aside"):
            _advance(clock, expression, reading, tokens, words)
    values = calendar_values(found, tokens, words)
    return tuple(
        _time_expression(article, tokens, one, anchor, value)
        for one, anchor, value in zip(found, anchors, values, strict=True)
    )


def _advance(clock: Clock, expression: Expression, reading: Reading, tokens: Tokens, words: DateWords) -> None:
    """Move the clock to what was read."""
    firm = tokens.codes[expression.first - 1 : expression.first] in words.class_codes["story_from"]
    firm = firm or "daypart" in expression.fields  # `before dawn on 17 October 2016`
    firm = firm and not _tells_of_a_name(expression, tokens, words)
    clock.advance(reading, expression.first, expression.stop, firm, _in_passing(expression, tokens, words))
    if expression.operator == "Before" and reading.moment is not None and reading.moment.grain == "week":
        clock.leave_day()


def _in_passing(expression: Expression, tokens: Tokens, words: DateWords) -> bool:
    """Whether a mere year stands in a sentence that it does not open: `put it at 900 in 1974`."""
    before = expression.first - 2
    opens = before < 0 or tokens.codes[before] in {words.codes["."], BREAK}
    return not opens and "year" in expression.fields and "month" not in expression.fields


def _tells_of_a_name(expression: Expression, tokens: Tokens, words: DateWords) -> bool:
    """Whether a date closes a clause about a name: `Ghali, who took office in January 2019, wrote on 8 February`."""
    comma, relative = words.codes[","], words.class_codes["relative_pronoun"]
    if tokens.codes[expression.stop : expression.stop + 1] != comma:
        return False
    for at in range(expression.first - 1, max(0, expression.first - CLAUSE), -1):
        if tokens.codes[at] in relative:
            return tokens.codes[at - 1] == comma
        if tokens.codes[at] in {comma, words.codes["."], BREAK}:
            return False
    return False


CLAUSE = 15
"""How many words back a relative clause may have begun."""


def _stated_after(expressions: Sequence[Expression]) -> list[tuple[int, int] | None]:
    """For each expression the year and month of the next one that names both."""
    found: list[tuple[int, int] | None] = []
    after: tuple[int, int] | None = None
    for expression in reversed(expressions):
        found.append(after)
        fields = expression.fields
        after = (fields["year"], fields["month"]) if {"month", "year"} <= fields.keys() else after
    return found[::-1]


def _in_background(expression: Expression, after: tuple[int, int] | None, clock: Clock, tokens: Tokens) -> bool:
    """Whether news looks back here: a month without a year follows an earlier year in the same paragraph, or stands
    between two dates of that year: `In March 2021 ... 22 April ... in June 2021`."""
    fields, story, published = expression.fields, clock.story, clock.published
    if not _wants_year(expression) or not fields.keys() & {"month", "season"} or clock.tense > 0:
        return False
    if story is None or published is None or clock.stated_at < 0 or story.year >= published.year:
        return False
    month = fields["month"] if "month" in fields else SEASON_MONTHS[fields["season"]] + SEASON - 1  # its last
    if (month - story.month) % 12 > HALF_A_YEAR:
        return False
    if BREAK not in tokens.codes[clock.stated_at : expression.first] or clock.run >= RUN:
        return True
    return after is not None and after[0] == story.year and after[1] >= month


MARKS = 8
"""How many marks may stand behind a year that is alone in its line."""
def _lend_year(expression: Expression, clock: Clock, tokens: Tokens) -> None:
    """Let a date without a year be read in that which its passage is about, or the entry before it is of."""
    if not _wants_year(expression):
        return
    if _under_topic(expression, clock, tokens):
        clock.narrative, clock.story = True, clock.topic
    elif clock.listed is not None and _opens_line(expression, tokens):
        clock.narrative, clock.story = True, clock.listed
    elif clock.entry is not None and BREAK not in tokens.codes[clock.entry_at : expression.first]:
        clock.narrative, clock.story = True, clock.entry
    elif not clock.narrative and _long_ago(expression, clock, tokens):
        clock.narrative, clock.story, clock.story_at = True, clock.named, clock.named_at


def _tells_year(expression: Expression, reading: Reading, tokens: Tokens, words: DateWords) -> bool:
    """Whether a date states its year, and is no mere end of a stretch: `cases dating to 1994`."""
    if reading.basis != "stated" or reading.moment is None or "year" not in expression.fields:
        return False
    ends = words.class_codes["aside_before"] | words.class_codes["infinitive_to"]
    ending = expression.first > 0 and tokens.codes[expression.first - 1] in ends
    return bool(not ending or reading.moment.grain in {"day", "month"})


def _long_ago(expression: Expression, clock: Clock, tokens: Tokens) -> bool:
    """Whether a month would lie more than half a year back if it were the reader's, and follows soon, in its paragraph,
    on a year that was named: `was elected in May 2022 ... a bomb on 29 October`, read in the spring of 2025."""
    named, published = clock.named, clock.published
    if named is None or published is None or published.grain != "day" or clock.tense > 0:
        return False
    if "month" not in expression.fields:
        return False
    fine = named.grain in {"day", "month"}
    if named.year > published.year - (1 if fine else 2):
        return False
    month, first = int(expression.fields["month"]), named.month if fine else 1
    back, on = (published.month - month) % 12, (month - first) % 12
    paragraphs = tokens.codes[clock.named_at[0] : expression.first].count(BREAK)
    reach = 1 if on <= SOON else 0
    return back >= HALF_A_YEAR and on <= HALF_A_YEAR and paragraphs <= reach


def _note_year(
    expression: Expression, reading: Reading, clock: Clock, tokens: Tokens, words: DateWords, *, strong: Container[int]
) -> None:
    """Remember the year that a heading or a subject says what follows is about, and that of an entry: what comes before
    a colon or dash, or ends bold words, whose ends are `strong`."""
    if _tells_year(expression, reading, tokens, words):
        clock.named, clock.named_at = reading.moment, (expression.first, expression.stop)
    heads = _heads_list(expression, reading, clock, tokens)
    if heads or _is_topic(expression, reading, tokens, words):
        clock.topic, clock.topic_at, clock.topic_heads = reading.moment, expression.first, heads
    if reading.moment is None or not _opens_line(expression, tokens):
        return
    known = reading.moment if reading.basis == "stated" or reading.from_story else None
    if reading.moment.grain == "day":
        clock.listed = known
    after = tokens.text[tokens.end(expression.stop - 1) :][:MARKS]
    if after.lstrip("*) ")[:1] in ENTRY or tokens.end(expression.stop - 1) in strong:
        clock.entry, clock.entry_at = known, expression.first


ENTRY = frozenset(":—–-|")
"""What parts the date of an entry from what it tells: `25 October 2007: a pact is signed.`"""


TOPIC = 4
"""How many words a subject with its year may have at most before the year."""


def _is_topic(expression: Expression, reading: Reading, tokens: Tokens, words: DateWords) -> bool:
    """Whether a year says of which year the subject of a sentence is taken: `Aleppo in 2016 was another matter`."""
    first, codes = expression.first, tokens.codes
    if reading.moment is None or reading.moment.grain != "year" or "month" in expression.fields:
        return False
    if codes[expression.stop : expression.stop + 1] not in words.class_codes["copula"]:
        return False
    if codes[first - 1 : first] not in words.class_codes["topic_before"]:
        return False
    stops = {words.codes["."], BREAK}
    start = next((at for at in range(first - 2, max(-1, first - 2 - TOPIC), -1) if codes[at] in stops), -1)
    opens = start >= 0 or first - 1 <= TOPIC
    return opens and first - 2 > start and tokens.words[start + 1][:1].isupper()


def _heads_list(expression: Expression, reading: Reading, clock: Clock, tokens: Tokens) -> bool:
    """Whether a year, season or month stands alone in its line, as over the entries of a chronology; one without its
    year only below another."""
    moment, published = reading.moment, clock.published
    if moment is None or moment.grain not in {"year", "season", "month"}:
        return False
    if reading.basis != "stated" and not (clock.topic_heads and reading.from_story):
        return False
    if moment.grain != "year" and published is not None and moment.last >= published.first:
        return False  # the date of the text itself
    text, end = tokens.text, tokens.end(expression.stop - 1)
    after = text[end : text.find("\n", end) if "\n" in text[end : end + MARKS] else end + MARKS]
    return _opens_line(expression, tokens) and not any(map(str.isalnum, after))


def _opens_line(expression: Expression, tokens: Tokens) -> bool:
    """Whether nothing but marks stands before a date in its line, as in the entries of a chronology."""
    start = tokens.start(expression.first)
    return not any(map(str.isalnum, tokens.text[tokens.text.rfind("\n", 0, start) + 1 : start]))


def _wants_year(expression: Expression) -> bool:
    """Whether a date names its month, season or feast, and not its year."""
    fields = expression.fields
    dated = "month" in fields or "season" in fields or "named_day" in fields or bool(fields.get("feast"))
    return dated and "year" not in fields and "relation" not in fields


def _under_topic(expression: Expression, clock: Clock, tokens: Tokens) -> bool:
    """Whether a date without a year stands in a paragraph, or under a heading, that names the year it is about."""
    if clock.topic is None:
        return False
    if clock.topic_heads:
        return clock.tense <= 0  # what comes after the list may speak of what is to come
    return BREAK not in tokens.codes[clock.topic_at : expression.first]


SEASON = 3
"""The months of a season."""
SOON = 2
"""So many months on, a story may go on in the next paragraph without its year."""
HALF_A_YEAR = 6
"""How many months on a look back may go without naming the year again."""


def publication(article: Article) -> Moment | None:
    """The document creation time as a moment; None when it is unknown or wider than a year."""
    if article.dct is None or article.dct.earliest is None or article.dct.latest is None:
        return None
    first, last = article.dct.earliest, article.dct.latest
    if first == last:
        return of_day(first)
    if first[:2] == last[:2]:
        return of_month(first.year, first.month)
    return Moment("year", first.year) if first.year == last.year else None


def _time_expression(
    article: Article,
    tokens: Tokens,
    one: tuple[Expression, Reading],
    anchor: Place | None,
    meaning: tuple[Edtf | None, str],
) -> TimeExpression:
    """The expression with its reading, as other stages see it."""
    expression, reading = one
    value, signal = meaning
    span = _span(article, tokens, expression.first, expression.stop)
    anchor_span = _span(article, tokens, *anchor) if anchor else None
    return TimeExpression(
        span=span,
        text=tokens.text[span.start : span.end],
        type=reading.type,
        value=reading.value,
        edtf=value,
        mod=reading.mod,
        basis=reading.basis if value else None,
        anchor=edtf(reading.anchor) if reading.anchor else "",
        anchor_span=anchor_span,
        signal=signal,
        provenance=Provenance("dates", expression.rule, span, _note(article, tokens, reading, anchor_span)),
    )


def _span(article: Article, tokens: Tokens, first: int, stop: int) -> Span:
    return Span(article.id, tokens.start(first), tokens.end(stop - 1))


def _note(article: Article, tokens: Tokens, reading: Reading, anchor: Span | None) -> str:
    """The words the anchor was read from: of the text, or of whatever gave the document creation time."""
    if anchor:
        return tokens.text[anchor.start : anchor.end]
    if reading.anchor is None or reading.basis == "stated":
        return ""
    return f"{article.dct_rung}: {article.dct_words}".rstrip(": ")
