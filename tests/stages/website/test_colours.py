"""The contrast of every shipped theme, in both schemes (WCAG 1.4.3 and 1.4.11; the text itself is held to 7:1)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

THEMES = Path(__file__).parents[3] / "themes"
WANTED = [
    ("ink", "paper", 7.0), ("ink", "strip", 7.0), ("ink", "mark", 7.0), ("ink", "mark-lit", 4.5),
    ("meta", "paper", 4.5), ("meta", "strip", 4.5), ("accent", "paper", 4.5), ("accent", "strip", 4.5),
    ("bar", "paper", 3.0), ("tick", "paper", 3.0), *((f"hue-{number}", "paper", 3.0) for number in range(1, 8)),
]  # fmt: skip


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def colours(css: str) -> dict[str, tuple[str, str]]:
    """Each colour of the root, by day and by night; what paper overrides is left out."""
    screen = css.split("@media print", maxsplit=1)[0]
    found: dict[str, tuple[str, str]] = {}
    for body in re.findall(r":root \{([^}]*)\}", screen):
        for name, value in re.findall(r"--([\w-]+):\s*([^;]+);", body):
            shades = re.findall(r"#[0-9a-f]{6}", value)
            if shades:
                found[name] = (shades[0], shades[-1])
    return found


def resolved(name: str, scheme: str) -> dict[str, str]:
    sheets = [THEMES / "base" / "static" / "site.css", *sorted((THEMES / name / "static").glob(f"{name}.css"))]
    values: dict[str, str] = {}
    for sheet in sheets:
        for key, pair in colours(sheet.read_text(encoding="utf-8")).items():
            values[key] = pair[scheme == "dark"]
    return values


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", sorted(path.parent.name for path in THEMES.glob("*/theme.toml")))
def test_contrast(theme: str, scheme: str) -> None:
    values = resolved(theme, scheme)
    poor = [
        (front, back, round(contrast(values[front], values[back]), 2))
        for front, back, least in WANTED
        if contrast(values[front], values[back]) < least
    ]
    assert poor == []


def test_every_colour_of_the_root_has_its_night() -> None:
    for sheet in THEMES.glob("*/static/*.css"):
        screen = sheet.read_text(encoding="utf-8").split("@media print", maxsplit=1)[0]
        for body in re.findall(r":root \{([^}]*)\}", screen):
            single = re.findall(r"--[\w-]+:\s*#[0-9a-f]{3,6};", body)
            assert single == [], sheet


def test_the_measure_itself() -> None:
    assert round(contrast("#000000", "#ffffff")) == 21
    assert contrast("#777777", "#ffffff") < 4.5
