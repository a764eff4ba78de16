"""What changed since the last published build."""

from __future__ import annotations

import json
from dataclasses import replace

import feedparser
import pytest

from generator.model.edtf import parse_edtf
from generator.model.event import Event, FigureRange, Timeline
from generator.stages.website.changes import change_pages
from generator.stages.website.exports.changes_feed import changes_feed
from generator.stages.website.exports.common import Material
from generator.stages.website.pages import render_page
from generator.stages.website.snapshot import LOG_LIMIT, changes, read_events, read_log, snapshot
from tests.stages.website.exports.sample import CAPTURE, EVENTS, TIMELINE, UNDATED, site

BEFORE = snapshot(TIMELINE)


def with_events(*events: Event) -> Timeline:
    kept = {event.id: event for event in EVENTS} | {event.id: event for event in events}
    return Timeline(tuple(kept.values()), UNDATED)


def without(name: str, *more: Event) -> Timeline:
    return Timeline((*(event for event in EVENTS if event.id != name), *more), UNDATED)


def html(timeline: Timeline, published: bytes) -> str:
    made = site(timeline=timeline)
    made.published = published
    return render_page(next(change_pages(made)), made).decode()


def test_the_same_timeline_has_no_changes() -> None:
    assert tuple(changes(BEFORE, TIMELINE)) == ()
    assert snapshot(TIMELINE, BEFORE) == BEFORE


def test_nothing_is_new_where_nothing_was_published() -> None:
    assert tuple(changes(b"", TIMELINE)) == ()
    assert "Nothing has been published from here before" in html(TIMELINE, b"")


def test_a_corrected_fact_is_told_with_what_it_was() -> None:
    later = replace(CAPTURE, status="claimed", figures=(FigureRange("killed", 30, None, None),))
    found = changes(BEFORE, with_events(later))
    assert [(change.kind, change.id) for change in found] == [("corrected", CAPTURE.id)]
    assert {field for field, _, _ in found.corrected[0].fields} == {"status", "figures"}
    page = html(with_events(later), BEFORE)
    assert "Status: Happened, now Claimed." in page
    assert "Figures: Killed: at least 12, now Killed: 30." in page


def test_an_event_with_a_new_identifier_is_corrected_not_replaced() -> None:
    later = replace(CAPTURE, id="2025-01-26-m23-captures-goma", date=parse_edtf("2025-01-26"))
    found = changes(BEFORE, without(CAPTURE.id, later))
    assert [change.kind for change in found] == ["corrected"]
    assert found.corrected[0].fields == (("date", "2025-01-27", "2025-01-26"),)


def test_a_removed_event_says_where_its_reports_went() -> None:
    fighting = next(event for event in EVENTS if event.id == "2025-01-26-fighting-in-north-kivu")
    whole = replace(CAPTURE, mentions=(*CAPTURE.mentions, *fighting.mentions))
    joined = Timeline(tuple(whole if event is CAPTURE else event for event in EVENTS if event is not fighting), UNDATED)
    [change] = changes(BEFORE, joined).removed
    assert (change.id, change.into) == (fighting.id, CAPTURE.id)
    assert "Its reports now belong to “M23 captures Goma”." in html(joined, BEFORE)


def test_a_dropped_event_is_told_without_a_link() -> None:
    [change] = changes(BEFORE, without("2012-goma-briefly-taken")).removed
    assert change.into == ""
    assert "It is no longer part of the timeline." in html(without("2012-goma-briefly-taken"), BEFORE)


def test_a_new_event_is_told_once() -> None:
    fresh = replace(EVENTS[0], id="2026-01-new", title="Something new")
    assert [change.title for change in changes(BEFORE, with_events(fresh)).added] == ["Something new"]


def test_publishing_writes_what_changed_into_the_log() -> None:
    fresh = replace(EVENTS[0], id="2026-01-new", title="Something new")
    second = snapshot(with_events(fresh), BEFORE)
    assert [change.title for change in read_log(second)[0]] == ["Something new"]
    assert tuple(changes(second, with_events(fresh))) == ()
    page = html(with_events(fresh), second)
    assert "Published with articles up to 10 February 2025" in page
    assert "Something new" in page


def test_the_log_does_not_grow_without_end() -> None:
    data = BEFORE
    for number in range(LOG_LIMIT + 3):
        data = snapshot(with_events(replace(EVENTS[0], id=f"2026-{number}", title=f"New {number}")), data)
    assert len(read_log(data)) == LOG_LIMIT


def test_a_snapshot_is_json_with_one_event_a_line() -> None:
    assert len(json.loads(BEFORE)["events"]) == len(list(TIMELINE))
    assert sum(line.startswith(b'"') for line in BEFORE.splitlines()) >= len(list(TIMELINE))


@pytest.mark.parametrize(
    "bad",
    [b"", b"\xff", b"[]", b"{", b'{"schema": 9}', b'{"schema": 1, "events": {"a": 1}}', b"[" * 100_000,
     b'{"schema": 1, "events": {}, "log": [{"day": 1}]}'],
)  # fmt: skip
def test_a_broken_snapshot_breaks_nothing(bad: bytes) -> None:
    assert tuple(changes(bad, Timeline(()))) == ()
    assert read_log(bad) == ()
    assert read_events(snapshot(TIMELINE, bad)) is not None
    assert "<h1>Changes</h1>" in html(TIMELINE, bad)


def test_the_feed_of_changes_reads_back() -> None:
    made = site(timeline=without("2012-goma-briefly-taken", replace(EVENTS[0], id="2026-01-new", title="New & <b>")))
    made.published = BEFORE
    [(path, data)] = changes_feed(Material(made))
    feed = feedparser.parse(data)
    assert path == "changes.atom"
    assert not feed.bozo
    assert [entry.tags[0].term for entry in feed.entries] == ["removed", "added"]
    assert len({entry.id for entry in feed.entries}) == 2
