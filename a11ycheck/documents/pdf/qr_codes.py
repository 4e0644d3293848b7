"""QR codes on pages, read from the pages as they are shown: they may be images, squares, or one path of many lines."""

from __future__ import annotations

import math
from time import process_time
from typing import TYPE_CHECKING

from a11ycheck.documents.pdf.rendered_model import QrCode, QrCodes
from a11ycheck.documents.pdf.rendering import MOST_PIXELS, PageImage, Pixels, Rendered, spread
from a11ycheck.outcome import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import zxingcpp

    from a11ycheck.documents.pdf.page_model import Drawn, Item

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
GAP = 12.0
"""Points between two rows of what may belong to one code: as much as the largest squares are high."""
MARGIN = 24.0
"""Points shown around it, for the reader wants some paper around a code."""


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


def bands(drawn: Drawn) -> list[Box]:
    """The parts of a page, from top to bottom, with anything painted but text and thin lines; all of it, as one endless
    box, where that is not known.

    What overlaps or nearly does from top to bottom is in one part, so that no code is cut in two.
    """
    boxes = [item.box for item in drawn.items if item.kind != "text"]
    known = sorted((box for box in boxes if box is not None), key=lambda box: box.top)
    if drawn.cut_short or len(known) < len(boxes):
        return [Box(drawn.page, -math.inf, -math.inf, math.inf, math.inf)]
    found: list[Box] = []
    for box in known:
        if found and box.top <= found[-1].bottom + GAP:
            above = found.pop()
            box = Box(
                drawn.page,
                min(above.left, box.left),
                above.top,
                max(above.right, box.right),
                max(above.bottom, box.bottom),
            )
        found.append(box)
    return [box for box in found if min(box.right - box.left, box.bottom - box.top) >= SMALLEST_CODE]


def read(document: Rendered, pages: Iterable[Drawn]) -> QrCodes:
    """Read the codes of these pages.

    Only pages that ``form_graph.safe_pages`` has found may be named. A page that cannot be shown, or that time does
    not suffice for, is named in ``unread``.
    """
    wanted = sorted(pages, key=lambda page: page.page)
    found: dict[int, list[QrCode]] = {}
    started = process_time()
    for drawn in spread(wanted):
        if len(found) >= MOST_PAGES or process_time() - started > MOST_SECONDS:
            break
        with document.page(drawn.page) as page:
            codes = _codes(PageImage(page), drawn) if page else None
            if codes is not None:
                found[drawn.page] = codes
    return QrCodes(
        tuple(code for number in sorted(found) for code in found[number]),
        tuple(drawn.page for drawn in wanted if drawn.page not in found),
    )


def _codes(page: PageImage, drawn: Drawn) -> list[QrCode] | None:
    """The codes on a page. None: no memory to show it."""
    import zxingcpp  # 4 ms, which documents without pictures do without

    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    zoom = min(ZOOM, math.sqrt(MOST_PIXELS / (page.width * page.height)))
    points = zoom * page.scale
    codes: list[QrCode] = []
    for part in _parts(page, drawn):
        shown = page.raster(part, zoom)
        if shown is None:
            return None
        # As a view of three dimensions, for given anything else the reader would want numpy.
        view = shown.raw.cast("B", shape=(shown.height, shown.width, 3))
        left, top = part[0] / page.scale, part[1] / page.scale
        codes += (
            QrCode(
                drawn.page, code.text[:LONGEST_CONTENT], _box(code.position, drawn.page, points, left, top)
            )
            for code in zxingcpp.read_barcodes(view, formats=formats)[: MOST_CODES - len(codes)]
        )
    return codes


def _parts(page: PageImage, drawn: Drawn) -> Iterator[Pixels]:
    for box in bands(drawn):
        left, top = (
            math.floor(max(0.0, min(edge - MARGIN, 1e9)) * page.scale) for edge in (box.left, box.top)
        )
        right, bottom = (
            math.ceil(max(0.0, min(edge + MARGIN, 1e9)) * page.scale) for edge in (box.right, box.bottom)
        )
        part = left, top, min(right, page.width), min(bottom, page.height)
        if part[0] < part[2] and part[1] < part[3]:
            yield part


def _box(position: zxingcpp.Position, page: int, scale: float, left: float, top: float) -> Box:
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    across = [left + corner.x / scale for corner in corners]
    down = [top + corner.y / scale for corner in corners]
    return Box(page, min(across), min(down), max(across), max(down))
