"""From sentences to event mentions: what happened, to whom, where, how many, and who says so."""

from generator.stages.events.detect import find_events

__all__ = ["find_events"]
