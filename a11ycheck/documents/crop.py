"""A picture of a place in a document, for reports to show."""

from __future__ import annotations

from typing import NamedTuple

SIGNATURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
"""The first bytes of the two kinds of picture that a crop can be."""
LARGEST_CROP = 40_000
"""Bytes of one picture."""


class Crop(NamedTuple):
    """A picture of a place on a page.

    ``media_type`` is "image/png" or "image/jpeg"; ``width`` and ``height`` are in pixels. ``mark`` is where the place
    is in it: left, top, right and bottom, each as a part of the width or height, 0 to 1.
    """

    data: bytes
    media_type: str
    width: int
    height: int
    mark: tuple[float, float, float, float]
