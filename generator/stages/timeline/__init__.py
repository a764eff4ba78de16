"""All events in order, and which of them tell the story."""

from __future__ import annotations

from generator.stages.timeline.order import order_timeline
from generator.stages.timeline.significance import REASONS

__all__ = ["REASONS", "order_timeline"]
