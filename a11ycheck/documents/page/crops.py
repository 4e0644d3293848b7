"""Pictures of places on a page, cut from a picture of the whole."""

from __future__ import annotations

import math
from collections.abc import Sequence
from io import BytesIO

from PIL import Image

from a11ycheck.documents.crop import Crop, crop_of
from a11ycheck.outcome import Box

AROUND = 24
"""CSS pixels of the surroundings that are shown."""
WIDEST, HIGHEST = 900, 600
NARROWEST, LOWEST = 320, 120


def crops_of(png: bytes, boxes: Sequence[Box]) -> list[Crop | None]:
    """A picture of each place; None where it lies outside the picture of the page."""
    with Image.open(BytesIO(png)) as file:
        page = file.convert("RGB")
    return [_crop(page, box) for box in boxes]


def _crop(page: Image.Image, box: Box) -> Crop | None:
    edges = (box.left, box.top, box.right, box.bottom)
    if not all(map(math.isfinite, edges)) or box.right <= 0 or box.bottom <= 0:
        return None
    if box.left >= page.width or box.top >= page.height:
        return None
    left, right = _stretch(box.left, box.right, NARROWEST, WIDEST, page.width)
    top, bottom = _stretch(box.top, box.bottom, LOWEST, HIGHEST, page.height)
    across, down = right - left, bottom - top
    mark = (
        _within(box.left - left, across),
        _within(box.top - top, down),
        _within(box.right - left, across),
        _within(box.bottom - top, down),
    )
    return crop_of(page.crop((left, top, right, bottom)), mark)


def _stretch(start: float, end: float, least: int, most: int, whole: int) -> tuple[int, int]:
    """The stretch that is shown of one that is marked: its beginning where it is too long."""
    middle, long = (start + end) / 2, min(max(end - start + 2 * AROUND, least), most, whole)
    first = start - AROUND if end - start + 2 * AROUND > most else middle - long / 2
    first = min(max(0.0, first), whole - long)
    return int(first), max(int(first) + 1, int(first + long))


def _within(place: float, length: int) -> float:
    return min(1.0, max(0.0, place / length))
