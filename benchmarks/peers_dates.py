"""dateparser and recognizers-text on the same texts, where they are installed, in the corpora's format.

Both are given the document creation time as their reference, which on histories is more than they should know.
What they say is put into TIMEX3 as kindly as can be: a recogniser's own `timex`, its past reading where it gives
two; dateparser's date as a day.
"""

from __future__ import annotations

import datetime
import re
import time
import warnings
from collections.abc import Callable
from typing import Any

Timex = dict[str, Any]
Reader = Callable[[str, datetime.datetime], list[Timex]]
TYPES = {"date": "DATE", "daterange": "DATE", "datetime": "TIME", "time": "TIME", "duration": "DURATION", "set": "SET"}


def readers() -> dict[str, Reader]:
    """The peers that can be imported, by name."""
    found: dict[str, Reader] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, load in (("dateparser", _dateparser), ("recognizers-text", _recognizers)):
            try:
                found[name] = load()
            except ImportError:
                continue
    return found


def _dateparser() -> Reader:
    from dateparser.date import DateDataParser  # noqa: PLC0415  # only where it is installed
    from dateparser.search import search_dates  # noqa: PLC0415

    def read(text: str, reference: datetime.datetime) -> list[Timex]:
        out, at = [], 0
        settings = {"RELATIVE_BASE": reference, "PREFER_DATES_FROM": "past"}
        grains = DateDataParser(languages=["en"], settings=settings)
        for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                form = {"year": "%Y", "month": "%Y-%m"}.get(grains.get_date_data(words).period, "%Y-%m-%d")
                out.append({"start": start, "end": at, "type": "DATE", "value": moment.strftime(form)})
        return out

    return read


def _recognizers() -> Reader:
    from recognizers_date_time import Culture, recognize_datetime  # noqa: PLC0415  # only where it is installed

    def read(text: str, reference: datetime.datetime) -> list[Timex]:
        return [
            {"start": found.start, "end": found.end + 1, **_timex(found.type_name, found.resolution)}
            for found in recognize_datetime(text, Culture.English, reference=reference)
        ]

    return read


def _timex(type_name: str, resolution: dict[str, Any] | None) -> Timex:
    """TIMEX3 type and value of a recogniser's answer; of two readings the first, which lies in the past."""
    kind = TYPES.get(type_name.rpartition(".")[2], "DATE")
    values = (resolution or {}).get("values") or [{}]
    value = str(values[0].get("timex", ""))
    stated = str(values[0].get("value") or values[0].get("start") or "")
    if value.startswith("XXXX-") and re.match(r"\d{4}-\d\d-\d\d", stated):
        value = stated[:10] if "value" in values[0] else stated[:4] + value[4:]
    return {"type": kind, "value": value}


def predict(documents: list[dict[str, Any]], read: Reader) -> tuple[list[dict[str, Any]], float]:
    """A peer's predictions, paragraph by paragraph (both are slow on long texts), and the seconds they took."""
    rows = []
    begin = time.process_time()
    for document in documents:
        reference = datetime.datetime.fromisoformat(document["dct"][:10])  # noqa: DTZ011, RUF100
        timexes: list[Timex] = []
        at = 0
        for paragraph in re.split(r"(\n+)", document["text"]):
            for found in read(paragraph, reference) if paragraph.strip() else ():
                timexes.append({**found, "start": found["start"] + at, "end": found["end"] + at})
            at += len(paragraph)
        rows.append({"id": document["id"], "timexes": timexes})
    return rows, time.process_time() - begin
