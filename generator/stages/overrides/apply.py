"""Apply the editor's word to the linked events: it always wins, and says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.context import Context
from generator.model.editorial import Editorial, Override
from generator.model.edtf import parse_edtf
from generator.model.event import FIGURE_KINDS, Actor, Event, FigureRange, Place
from generator.model.problem import Problem, Provenance
from generator.model.result import ArticleResult
from generator.stages.overrides.add import added_event
from generator.stages.overrides.select import Index, find_event, index_results, unmatched

# `same` and `different` have already ruled the linking; here they only mark what they touched.
ORDER = ("pin", "same", "different", "drop", "set", "confirm", "add")
Applied = tuple[list[Event], list[Problem]]


def apply_overrides(
    events: Sequence[Event], editorial: Editorial, results: Sequence[ArticleResult], context: Context
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events as the editor says. Pins come first, so that the other entries may use a pinned id.

    An entry that matches nothing is a problem with its line; everything else still applies.
    """
    state = State(index_results(results), context)
    current, problems = list(events), []
    for override in sorted(editorial.overrides, key=lambda entry: (ORDER.index(entry.kind), entry.line)):
        current, found = APPLY[override.kind](override, current, state)
        problems += found
    return tuple(current), tuple(problems)


@dataclass(frozen=True, slots=True)
class State:
    """What every kind of override may look at."""

    index: Index
    context: Context


def _pin(override: Override, events: list[Event], state: State) -> Applied:
    """Give the event found by its quote the id the editor wants to keep."""
    target = override.targets[0]
    by_quote = replace(target, event="")
    event, problems = find_event(events, state.index, override, by_quote)
    if event is None:
        return events, problems
    taken = [other for other in events if other.id == target.event and other is not event]
    if taken:
        hint = "Two events cannot share an id: pin the other one too, or choose another id."
        return events, [unmatched(override, f"the id {target.event!r} belongs to another event", hint)]
    return _swap(events, event, _edited(replace(event, id=target.event), override, "id")), []


def _linked(override: Override, events: list[Event], state: State) -> Applied:
    """Mark the events a `same` or `different` made; the linking itself has already obeyed."""
    for target in override.targets:
        event, _ = find_event(events, state.index, override, target)
        if event is not None:
            events = _swap(events, event, _edited(event, override, "mentions"))
    return events, []


def _drop(override: Override, events: list[Event], state: State) -> Applied:
    event, problems = find_event(events, state.index, override, override.targets[0])
    return ([other for other in events if other is not event], []) if event else (events, problems)


def _confirm(override: Override, events: list[Event], state: State) -> Applied:
    event, problems = find_event(events, state.index, override, override.targets[0])
    if event is None:
        return events, problems
    confirmed = replace(event, review="confirmed" if event.review == "machine" else event.review)
    return _swap(events, event, _noted(confirmed, override)), []


def _set(override: Override, events: list[Event], state: State) -> Applied:
    event, problems = find_event(events, state.index, override, override.targets[0])
    if event is None:
        return events, problems
    changed = set_fields(event, override.fields, state.context)
    return _swap(events, event, _edited(changed, override, *override.fields)), []


def _add(override: Override, events: list[Event], state: State) -> Applied:
    event, problems = added_event(override, events, state.index)
    if event is None:
        return events, problems
    return [*events, _edited(set_fields(event, override.fields, state.context), override, *override.fields)], []


APPLY: dict[str, Callable[[Override, list[Event], State], Applied]] = {
    "pin": _pin, "same": _linked, "different": _linked, "drop": _drop,
    "set": _set, "confirm": _confirm, "add": _add,
}  # fmt: skip


def set_fields(event: Event, fields: dict[str, Any], context: Context) -> Event:
    """The event with an editor's fields in place of the machine's; a settled field no longer disagrees."""
    plain = ("title", "text", "type", "status", "key")
    changes: dict[str, Any] = {name: fields[name] for name in plain if name in fields}
    if "date" in fields:
        changes["date"] = parse_edtf(fields["date"]) if fields["date"] else None
        changes |= {"basis": "override" if fields["date"] else None, "date_reason": "override", "date_mention": ""}
        changes["date_text"] = ""
    if "places" in fields:
        changes["places"] = tuple(_place(name, event, context) for name in fields["places"])
    if "actors" in fields:
        changes["actors"] = tuple(_actor(name, event, context) for name in fields["actors"])
    figures = {name: fields[name] for name in FIGURE_KINDS if name in fields}
    if figures:
        kept = tuple(figure for figure in event.figures if figure.kind not in figures)
        changes["figures"] = kept + tuple(_figure(kind, bounds, event) for kind, bounds in figures.items())
    settled = {*fields, *({"place"} if "places" in fields else ())}
    changes["disagreements"] = tuple(one for one in event.disagreements if one.field not in settled)
    return replace(event, **changes)


def _place(name: str, event: Event, context: Context) -> Place:
    known = (place for place in event.places if place.name == name)
    return next(known, None) or context.gazetteer.place(name) or Place(name)


def _actor(name: str, event: Event, context: Context) -> Actor:
    known = (actor for actor in event.actors if actor.name == name)
    return next(known, None) or context.gazetteer.actor(name) or Actor(name)


def _figure(kind: Any, bounds: dict[str, int], event: Event) -> FigureRange:  # checked on reading
    reports = tuple(r for figure in event.figures if figure.kind == kind for r in figure.reports)
    return FigureRange(kind, bounds.get("best"), bounds.get("low"), bounds.get("high"), reports)


def _swap(events: list[Event], old: Event, new: Event) -> list[Event]:
    return [new if event is old else event for event in events]


def _edited(event: Event, override: Override, *fields: str) -> Event:
    """The event marked as edited in these fields, with the entry in its provenance."""
    names = tuple(sorted({*event.edited_fields, *fields}))
    return _noted(replace(event, review="edited", edited_fields=names), override)


def _noted(event: Event, override: Override) -> Event:
    where = f"{override.path}:{override.line}"
    inputs = (event.provenance,) if event.provenance else ()
    provenance = Provenance("overrides", override.kind, None, f"{where} {override.note}".strip(), inputs)
    return replace(event, provenance=provenance, note=override.note or event.note)
