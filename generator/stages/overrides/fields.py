"""What an override may set: each field's type, checked before anything is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from generator.model.edtf import parse_edtf
from generator.model.event import EVENT_TYPES, FIGURE_KINDS, STATUSES

Fault = tuple[str, str]
BOUNDS = ("best", "low", "high")


def check_fields(kind: str, given: dict[str, Any]) -> tuple[dict[str, Any], list[Fault]]:
    """The fields of a `set` or `add` entry, checked; (message, hint) for each that cannot stand."""
    allowed: dict[str, Callable[[str, Any], Fault | None]] = CHECKS if kind in {"set", "add"} else {}
    faults: list[Fault] = []
    for name, value in given.items():
        if name not in allowed:
            hint = f"[[{kind}]] takes " + (", ".join(sorted(allowed)) if allowed else "no further fields") + "."
            faults.append((f"there is no field called {name!r}", hint))
        elif fault := allowed[name](name, value):
            faults.append(fault)
    if kind == "set" and not given:
        faults.append(("it sets nothing", "Add at least one of " + ", ".join(sorted(allowed)) + "."))
    if kind == "add" and not given.get("title"):
        faults.append(("an added event needs a title", 'Write title = "M23 enters Goma".'))
    return {name: normal(name, value) for name, value in given.items()} if not faults else {}, faults


def normal(name: str, value: Any) -> Any:  # TOML values
    """The value in its one form: figures as a table of bounds, everything else as written."""
    if name in FIGURE_KINDS and isinstance(value, int):
        return {"best": value}
    return value


def _text(name: str, value: object) -> Fault | None:
    if isinstance(value, str) and value.strip():
        return None
    return f"{name} must be text in quotes", f"Written: {value!r}."


def _names(name: str, value: object) -> Fault | None:
    if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
        return None
    return f"{name} must be a list of names", f'Write {name} = ["Goma", "Sake"].'


def _date(name: str, value: object) -> Fault | None:
    hint = 'Write "2025-01-27", "2025-01", "2025-01-23/2025-01-30", "2025-01-27~", or "" for undated.'
    if not isinstance(value, str):
        return f"{name} must be an EDTF date in quotes", hint
    try:
        if value:
            parse_edtf(value)
    except ValueError:
        return f"{value!r} is not an EDTF date", hint
    return None


def _one_of(choices: tuple[str, ...]) -> Callable[[str, Any], Fault | None]:
    def check(name: str, value: object) -> Fault | None:
        return None if value in choices else (f"{name} cannot be {value!r}", "Use one of " + ", ".join(choices) + ".")

    return check


def _figure(name: str, value: object) -> Fault | None:
    hint = f"Write {name} = 17, or {name} = {{ low = 12, high = 20 }}."
    if isinstance(value, bool) or not isinstance(value, int | dict):
        return f"{name} must be a number or a table of low, best, high", hint
    bounds = {"best": value} if isinstance(value, int) else value
    if any(key not in BOUNDS or type(number) is not int or number < 0 for key, number in bounds.items()):
        return f"{name} takes whole numbers called low, best, high", hint
    if bounds.get("low", 0) > bounds.get("high", bounds.get("low", 0)):
        return f"{name}: low is greater than high", hint
    return None


def _truth(name: str, value: object) -> Fault | None:
    return None if isinstance(value, bool) else (f"{name} must be true or false", f"Written: {value!r}.")


def _address(name: str, value: object) -> Fault | None:
    if isinstance(value, str) and urlsplit(value).scheme in {"http", "https"}:
        return None
    return f"{name} must be an address that begins with https:// or http://", f"Written: {value!r}."


CHECKS: dict[str, Callable[[str, Any], Fault | None]] = {
    "title": _text,
    "text": _text,
    "date": _date,
    "type": _one_of(EVENT_TYPES),
    "status": _one_of(STATUSES),
    "places": _names,
    "actors": _names,
    "key": _truth,
    "source": _text,
    "source_title": _text,
    "url": _address,
    **dict.fromkeys(FIGURE_KINDS, _figure),
}
