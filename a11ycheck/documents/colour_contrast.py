"""The contrast of two colours, and how much of it text needs (WCAG 2.2: “relative luminance”, “contrast ratio”,
1.4.3)."""

from __future__ import annotations

import math

Colour = tuple[int, int, int]
"""Red, green and blue of sRGB, 0 to 255."""

LARGE, LARGE_AND_BOLD = 18.0, 14.0
"""Points (WCAG 2.2, “large scale”)."""


def _linear(level: int) -> float:
    part = level / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


LINEAR = tuple(_linear(level) for level in range(256))


def luminance(colour: Colour) -> float:
    """Return the relative luminance of a colour, 0 to 1."""
    red, green, blue = colour
    return 0.2126 * LINEAR[red] + 0.7152 * LINEAR[green] + 0.0722 * LINEAR[blue]


def ratio(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def rounded_down(contrast: float) -> float:
    """To one decimal, so that what does not reach a limit is not written as if it did."""
    return math.floor(contrast * 10 + 1e-9) / 10


def needed_contrast(size: float, bold: bool) -> float:
    """Return the ratio that text of a size in points needs: 3 for text of 18 points or 14 bold, else 4.5."""
    return 3.0 if size >= (LARGE_AND_BOLD if bold else LARGE) else 4.5
