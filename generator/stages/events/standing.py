"""What a date is in the story, by the clause it stands in: told in its turn, told to have gone before, or only
mentioned."""

from __future__ import annotations

from generator.model.temporal import TimeExpression
from generator.stages.events.clauses import FINITE, Clause
from generator.stages.events.story import Standing
from generator.stages.events.times import Times


def standing(times: Times, index: int, time: TimeExpression, at: int) -> Standing:
    """What a date is in the story, by the clause it stands in."""
    words, signal = times.line.words.words, times.signals[id(time)]
    if at < 0:
        return "told" if times.line.headline else "other"
    clause = times.clauses[at]
    quoted = clause.subject is not None and times.line.lows[clause.subject[0]] in words["speakers"]
    after = times.line.tags[times.end(index) : times.end(index) + 1]
    mentioned = signal in words["of_only"] or after == ["poss"]
    mentioned = mentioned or not (times.bounds_nothing(time) or _explained(times, times.end(index)))
    beside = clause.form == "ger" and clause.kind == "reduced" and _leads_to_past(times, at)
    if ((clause.kind in {"rel", "reduced"} or _tells_of_noun(times, clause)) and not beside) or quoted or mentioned:
        return "aside"
    if beside:
        return "told"
    if clause.form not in FINITE or clause.form == "modal" or times.ahead(time) or _says(times, at):
        return "other"
    if clause.form == "present" and _wished(times, clause):
        return "aside"
    if clause.form == "present":
        return "told" if times.line.headline else "aside"
    past = clause.perfect and times.line.lows[clause.start] in words["past_auxiliaries"]
    looks_back = clause.kind == "sub" and times.line.lows[clause.opener] not in words["simultaneous"]
    return "before" if past or looks_back else "told"


def _explained(times: Times, index: int) -> bool:
    """Whether what happened on a day follows it: `at a standstill since 3 May, [when the envoy left]`."""
    index += times.line.tags[index : index + 1] == [","]
    opens = index < len(times.line.lows) and times.line.lows[index] in times.line.words.words["simultaneous"]
    return opens and any(one.opener == index and one.form == "past" for one in times.clauses)


def _tells_of_noun(times: Times, clause: Clause) -> bool:
    """Whether a clause with `that` tells which thing a noun means (`the agreement [that ministers had signed]`),
    not what it says (`the report [that he had fled]`) or what a verb says."""
    before = clause.opener - 1
    if clause.kind != "that" or before < 0 or times.line.tags[before] != "noun":
        return False
    return times.line.lows[before] not in times.line.words.words["content_nouns"]


def _wished(times: Times, clause: Clause) -> bool:
    """Whether a clause is the content of a wish: `proposed [that both sides stop on 3 May]`."""
    governor = times.clauses[clause.governor] if clause.governor >= 0 else None
    return clause.kind == "that" and governor is not None and governor.lemma in times.line.words.words["irreal"]


def _leads_to_past(times: Times, at: int) -> bool:
    """Whether a participle belongs to the subject of a verb in the past: `leaders meeting on Sunday gave ...`."""
    after = times.clauses[at + 1 : at + 2]
    return bool(after) and after[0].form == "past" and after[0].kind in {"main", "resume", "zero"}


def _says(times: Times, at: int) -> bool:
    """Whether a clause tells what somebody said, in the clause after it or before."""
    if times.clauses[at].lemma not in times.line.words.words["saying"]:
        return False
    following = times.clauses[at + 1] if at + 1 < len(times.clauses) else None
    content = following is not None and following.kind in {"zero", "that"} and following.governor == at
    return content or (times.clauses[at].opener >= 0 and times.clauses[at].kind in {"main", "resume"})
