"""`data/events.schema.json`: the JSON Schema (draft 2020-12) of `data/events.json`."""

from __future__ import annotations

from typing import Any, get_args

from generator.model.edtf import Kind, Precision
from generator.model.event import EVENT_TYPES, FIGURE_KINDS, STATUSES, Review
from generator.model.temporal import Basis
from generator.model.text import DctRung, Publish
from generator.stages.website.exports.common import Files, Material, json_bytes

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
ADDRESS: Schema = {"type": "string", "pattern": "^(https?://.*)?$"}
WHOLE: Schema = {"type": ["integer", "null"], "minimum": 0}
INDEX: Schema = {"type": "integer", "minimum": 0}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
EDTF: Schema = {"type": ["string", "null"], "pattern": "^[\\[\\d.X-]", "$comment": "EDTF, ISO 8601-2:2019"}
SITE = ("title", "description", "language", "url", "publisher", "license")
DAY: Schema = {"type": ["string", "null"], "pattern": "^-?\\d{4,}-\\d{2}-\\d{2}$"}


def schema_json(material: Material) -> Files:
    """The schema; it depends on nothing but the program's version."""
    del material
    yield "data/events.schema.json", json_bytes(events_schema())


def events_schema() -> Schema:
    """The schema of the whole file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Conflict Timeline events",
        **_object(
            {
                "schema": {"const": 1},
                "site": _object(dict.fromkeys(SITE, TEXT)),
                "articles": _list(_article()),
                "events": _list(_event()),
            }
        ),
    }


def _object(properties: dict[str, Schema], optional: tuple[str, ...] = ()) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _names() -> Schema:
    return _list({"type": "string", "minLength": 1})


def _choice(*values: str | None) -> Schema:
    return {"enum": list(values)}


def _references() -> Schema:
    return _list(_object({"publisher": TEXT, "title": TEXT, "url": ADDRESS}))


def _event() -> Schema:
    return _object(
        {
            "id": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$", "maxLength": 80},
            "url": TEXT,
            "title": {"type": "string", "minLength": 1},
            "text": TEXT,
            "date": EDTF,
            "earliest": DAY,
            "latest": DAY,
            "precision": _choice(*get_args(Precision), None),
            "kind": _choice(*get_args(Kind), None),
            "basis": _choice(*get_args(Basis), None),
            "date_text": TEXT,
            "type": _choice(*EVENT_TYPES),
            "acled_event_type": {"type": ["string", "null"], "$comment": "mapped to ACLED's names, not coded by ACLED"},
            "acled_sub_event_type": {"type": ["string", "null"]},
            "plover": {"type": ["string", "null"], "$comment": "mapped to PLOVER's names"},
            "status": _choice(*STATUSES),
            "actors": _names(),
            "places": _names(),
            "actor_details": _list(_object({"name": TEXT, "role": TEXT, "kind": TEXT, "country": TEXT})),
            "place_details": _list(_place()),
            "figures": _object({kind: _figure() for kind in FIGURE_KINDS}, optional=FIGURE_KINDS),
            "mentions": _list(_mention()),
            "disagreements": _list(_object({"field": TEXT, "versions": _list(_version())})),
            "significance": SHARE,
            "significance_reasons": _list(_object({"reason": TEXT, "share": {"type": "number"}})),
            "sources": _names(),
            "references": _references(),
            "key": {"type": "boolean"},
            "review": _choice(*get_args(Review)),
        }
    )


def _place() -> Schema:
    return _object(
        {
            "name": TEXT,
            "lat": {"type": ["number", "null"], "minimum": -90, "maximum": 90},
            "lon": {"type": ["number", "null"], "minimum": -180, "maximum": 180},
            "precision": {"type": "integer", "minimum": 1, "maximum": 7, "$comment": "UCDP where_prec"},
            "country": TEXT,
            "admin1": TEXT,
            "kind": TEXT,
        }
    )


def _figure() -> Schema:
    bounds = {"best": WHOLE, "low": WHOLE, "high": WHOLE}
    where = {"type": ["integer", "null"], "minimum": 0, "$comment": "index into the event's mentions"}
    report = _object({"mention": where, **bounds, "words": TEXT, "said_by": TEXT})
    return _object({**bounds, "mentions": _list(report)})


def _version() -> Schema:
    return _object({"value": TEXT, "mentions": _list({**INDEX, "$comment": "index into the event's mentions"})})


def _mention() -> Schema:
    return _object(
        {
            "article": {**TEXT, "$comment": "path below the folder of articles"},
            "quote": {"type": "string", "minLength": 1},
            "prefix": TEXT,
            "suffix": TEXT,
            "start": INDEX,
            "end": INDEX,
            "date": EDTF,
            "title": TEXT,
            "published": EDTF,
            "source": TEXT,
            "url": ADDRESS,
        }
    )


def _article() -> Schema:
    return _object(
        {
            "id": {"type": "string", "minLength": 1},
            "path": {"type": "string", "minLength": 1},
            "page": TEXT,
            "title": TEXT,
            "published": EDTF,
            "published_basis": _choice(*get_args(DctRung)),
            "source": TEXT,
            "author": TEXT,
            "url": ADDRESS,
            "archived_url": ADDRESS,
            "language": TEXT,
            "kind": _choice("news", "history", None),
            "tags": _list(TEXT),
            "publish": _choice(*get_args(Publish)),
            "license": TEXT,
            "sample": {"type": "boolean"},
            "references": _references(),
            "content_hash": TEXT,
        }
    )
