"""A picture of a place in a document, for reports to show."""

from __future__ import annotations

import math
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

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


def crop_of(image: Image, mark: tuple[float, float, float, float]) -> Crop:
    """The picture as PNG, or as JPEG where that is less than half as large, for it blurs letters; made smaller until
    it fits into ``LARGEST_CROP``."""
    while True:
        data, media_type = _saved(image, "png"), "image/png"
        as_jpeg = _saved(image, "jpeg")
        if 2 * len(as_jpeg) < len(data):
            data, media_type = as_jpeg, "image/jpeg"
        if len(data) <= LARGEST_CROP or max(image.size) < 50:
            return Crop(data, media_type, image.width, image.height, mark)
        part = max(0.5, min(0.9, math.sqrt(LARGEST_CROP / len(data))))
        image = image.resize((max(1, int(image.width * part)), max(1, int(image.height * part))))


def _saved(image: Image, kind: str) -> bytes:
    file = BytesIO()
    image.save(file, kind, optimize=True)
    return file.getvalue()
