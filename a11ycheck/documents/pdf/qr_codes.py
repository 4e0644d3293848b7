"""QR codes on pages, read from the pages as they are shown: they may be images, squares, or one path of many lines."""

from __future__ import annotations

import math
from time import process_time
from typing import TYPE_CHECKING

import zxingcpp

from a11ycheck.documents.pdf.model import QrCode, QrCodes
from a11ycheck.documents.pdf.rendering import MOST_PIXELS, PageImage, loaded_document, loaded_page, spread
from a11ycheck.outcome import Box

if TYPE_CHECKING:
    from collections.abc import Iterable

    from a11ycheck.documents.pdf.model import Drawn, Item

QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)

MOST_SECONDS = 3.0
"""Of CPU time, after which no further page is begun. A page takes 5 to 25 ms."""
MOST_PAGES = 100
"""Pages that are looked at."""
MOST_CODES = 50
"""Codes of a page that are told: a sheet of labels has some dozens."""
LONGEST_CONTENT = 8_000
"""Characters. The largest code holds 7,089."""

ZOOM = 1.5
"""Pixels a point. A code of 15 mm with an address in it has more than two pixels for each of its squares then; twice
the zoom costs five times as much, on every page with a picture."""

FEWEST_SQUARES = 200
"""Dark squares of the smallest code: about half of its 21 × 21."""
LARGEST_SQUARE = 12.0
SMALLEST_CODE = 20.0
"""Points a side: 7 mm. Printed codes begin at 10 mm."""
SQUARE = 0.1
"""Part by which width and height of a path may differ."""


def may_show_code(drawn: Drawn) -> bool:
    """Does the page hold an image or a square path as large as a code, or as many small squares as a code has?"""
    squares = 0
    for item in drawn.items:
        if item.kind == "image" and _side(item) >= SMALLEST_CODE:
            return True
        if item.kind == "path" and _is_square(item):
            if _side(item) >= SMALLEST_CODE:
                return True
            squares += _side(item) <= LARGEST_SQUARE
    return squares >= FEWEST_SQUARES


def _side(item: Item) -> float:
    return min(item.box.right - item.box.left, item.box.bottom - item.box.top) if item.box else 0.0


def _is_square(item: Item) -> bool:
    if item.box is None:
        return False
    width, height = item.box.right - item.box.left, item.box.bottom - item.box.top
    return min(width, height) > 0 and abs(width - height) <= SQUARE * max(width, height)


def read(data: bytes, pages: Iterable[int]) -> QrCodes:
    """Read the codes of the pages with these numbers, counted from 1.

    Only pages that ``form_graph.safe_pages`` has found may be named. A page that cannot be shown, or that time does
    not suffice for, is named in ``unread``.
    """
    wanted = sorted(set(pages))
    found: dict[int, list[QrCode]] = {}
    started = process_time()
    with loaded_document(data) as document:
        for number in spread(wanted):
            if len(found) >= MOST_PAGES or process_time() - started > MOST_SECONDS:
                break
            with loaded_page(document, number) as page:
                codes = _codes(PageImage(page), number) if page else None
                if codes is not None:
                    found[number] = codes
    return QrCodes(
        tuple(code for number in sorted(found) for code in found[number]),
        tuple(number for number in wanted if number not in found),
    )


def _codes(page: PageImage, number: int) -> list[QrCode] | None:
    """The codes on a page. None: no memory to show it."""
    zoom = min(ZOOM, math.sqrt(MOST_PIXELS / (page.width * page.height)))
    shown = page.render(zoom=zoom)
    if shown is None:
        return None
    grey = shown.convert("L")
    # As a view of two dimensions, for given a Pillow image the reader would want numpy.
    view = memoryview(grey.tobytes()).cast("B", shape=(grey.height, grey.width))
    points = zoom * page.scale
    return [
        QrCode(number, code.text[:LONGEST_CONTENT], _box(code.position, number, points))
        for code in zxingcpp.read_barcodes(view, formats=QR)[:MOST_CODES]
    ]


def _box(position: zxingcpp.Position, page: int, scale: float) -> Box:
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    across, down = [corner.x / scale for corner in corners], [corner.y / scale for corner in corners]
    return Box(page, min(across), min(down), max(across), max(down))
