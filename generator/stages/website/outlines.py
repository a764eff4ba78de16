"""The outlines maps are drawn on."""

from __future__ import annotations

from generator.stages.website.map_frame import Line


def borders() -> tuple[Line, ...]:
    """Borders and coasts as lines."""
    return ()


def lakes() -> tuple[Line, ...]:
    """Lakes as areas."""
    return ()
