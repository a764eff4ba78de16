"""Mentions of one event in many articles become one event."""

from __future__ import annotations

from generator.stages.linking.link import link_events
from generator.stages.linking.reconcile_date import DATE_REASONS
from generator.stages.linking.theatre import off_story

__all__ = ["DATE_REASONS", "link_events", "off_story"]
