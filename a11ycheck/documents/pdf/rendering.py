"""Pages as pictures, drawn by PDFium; shared by all that look at what a page shows.

Only pages that ``form_graph.safe_pages`` has found may be drawn. Annotations are not. PDFium is not safe for threads:
one thread in a process may draw.
"""

from __future__ import annotations

import ctypes
import math
import weakref
from contextlib import contextmanager
from functools import cache, cached_property
from time import process_time
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import pypdfium2_raw as pdfium

from a11ycheck.documents.crop import Crop, crop_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL import Image

    from a11ycheck.outcome import Box

MOST_PIXELS = 4_000_000
"""Of one rendering. A4 at one pixel a point is half a million."""

MOST_PAGES_CROPPED = 20
"""Pages that pictures are cut out of, for one report of a document."""
MOST_SECONDS_CROPPING = 3.0
"""Of CPU time, after which no further picture is made. One takes some 10 ms."""
MARGIN = 24.0
NARROWEST, LOWEST = 320.0, 70.0
HIGHEST = 300.0
"""Points: what is shown around a place, and how wide and high all of it is at least and at most."""
WHOLE_PAGE = 0.8
CROP_ZOOM, PAGE_ZOOM = 1.5, 0.6
WIDEST_CROP = 1_000
"""Pixels: the width of A4 at the zoom above is 893."""

Handle = Any
Page = TypeVar("Page")
Pixels = tuple[int, int, int, int]
"""Left, top, right and bottom, counted from the top left corner of the page as it is shown."""


def spread(pages: Sequence[Page]) -> Iterator[Page]:
    """The pages in an order that spreads them evenly also where they are not all come to."""
    for start in (0, 4, 2, 6, 1, 5, 3, 7):
        yield from pages[start::8]


@cache
def _start() -> None:
    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))


class Rendered:
    """A document as PDFium reads it: opened when its first page is asked for, closed when nobody holds this any more.

    A page that is loaded again costs less while the document is open, since its fonts are kept.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _document(self) -> Handle:
        _start()
        document = pdfium.FPDF_LoadMemDocument64(self._data, len(self._data), None)
        if document:
            # PDFium reads from the bytes as long as the document is open, so they are held until then.
            weakref.finalize(self, _close, document, self._data)
        return document

    @contextmanager
    def page(self, number: int) -> Iterator[Handle]:
        """The page with this number, counted from 1, or nothing where PDFium cannot open it."""
        page = pdfium.FPDF_LoadPage(self._document, number - 1) if self._document else None
        try:
            yield page
        finally:
            if page:
                pdfium.FPDF_ClosePage(page)


def _close(document: Handle, _data: bytes) -> None:
    pdfium.FPDF_CloseDocument(document)


class Raster(NamedTuple):
    """Pixels in rows from the top, without gaps: red, green and blue, and opacity where it is asked for."""

    width: int
    height: int
    raw: memoryview


class PageImage:
    """A loaded page that can be drawn. ``scale`` is pixels a point; ``width`` and ``height`` are in pixels."""

    def __init__(self, handle: Handle) -> None:
        self.handle = handle
        width = min(max(1.0, pdfium.FPDF_GetPageWidthF(handle)), 1e9)
        height = min(max(1.0, pdfium.FPDF_GetPageHeightF(handle)), 1e9)
        self.scale = min(1.0, math.sqrt(MOST_PIXELS / (width * height)))
        self.width = max(1, min(MOST_PIXELS, round(width * self.scale)))
        self.height = max(1, min(MOST_PIXELS // self.width, round(height * self.scale)))

    def raster(self, part: Pixels | None = None, zoom: float = 1.0, *, clear: bool = False) -> Raster | None:
        """Draw the page, or a part of it enlarged, on white; on nothing if ``clear``. None: no memory."""
        left, top, right, bottom = part or (0, 0, self.width, self.height)
        width, height = round((right - left) * zoom), round((bottom - top) * zoom)
        # No grey: PDFium ends the process at some things that it is to draw so.
        layout = pdfium.FPDFBitmap_BGRA if clear else pdfium.FPDFBitmap_BGR
        stride = (4 if clear else 3) * width
        try:
            raw = (ctypes.c_ubyte * (stride * height))()
        except MemoryError:
            return None
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, layout, raw, stride)
        if not bitmap:
            return None
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0 if clear else 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(
                bitmap,
                self.handle,
                round(-left * zoom),
                round(-top * zoom),
                round(self.width * zoom),
                round(self.height * zoom),
                0,
                pdfium.FPDF_REVERSE_BYTE_ORDER,
            )
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        return Raster(width, height, memoryview(raw).cast("B"))

    def render(
        self, part: Pixels | None = None, zoom: float = 1.0, *, clear: bool = False
    ) -> Image.Image | None:
        """Draw as ``raster`` does, for looking at with Pillow."""
        from PIL import Image  # 8 ms, which most pages do without

        drawn = self.raster(part, zoom, clear=clear)
        if drawn is None:
            return None
        return Image.frombytes("RGBA" if clear else "RGB", (drawn.width, drawn.height), drawn.raw)


def crop(document: Rendered, safe: Sequence[int], boxes: Sequence[Box]) -> list[Crop | None]:
    """Cut the places out of the pages of a PDF, each with what is around it; nothing is drawn on them.

    ``safe`` are the numbers of the pages that may be rendered. None for a place off its page, on a page that may not
    or cannot be rendered, or beyond what is looked at: the first ``MOST_PAGES_CROPPED`` pages that are named,
    ``MOST_SECONDS_CROPPING`` of CPU time.
    """
    found: list[Crop | None] = [None] * len(boxes)
    on_page: dict[int, list[int]] = {}
    for index, box in enumerate(boxes):
        on_page.setdefault(box.page, []).append(index)
    started = process_time()
    for number in [number for number in on_page if number in safe][:MOST_PAGES_CROPPED]:
        with document.page(number) as handle:
            page = PageImage(handle) if handle else None
            for index in on_page[number]:
                if page is None or process_time() - started > MOST_SECONDS_CROPPING:
                    break
                found[index] = _cropped(page, boxes[index])
    return found


def _cropped(page: PageImage, box: Box) -> Crop | None:
    width, height = page.width / page.scale, page.height / page.scale
    edges = box.left, box.top, box.right, box.bottom
    is_on_page = box.left < width and box.right > 0 and box.top < height and box.bottom > 0
    if not all(map(math.isfinite, edges)) or not is_on_page:
        return None
    left, right = _stretch(box.left, box.right, NARROWEST, width, width)
    # A place that is most of its page is shown as the whole page, small.
    is_page = box.bottom - box.top > WHOLE_PAGE * height and box.right - box.left > WHOLE_PAGE * width
    top, bottom = (0.0, height) if is_page else _stretch(box.top, box.bottom, LOWEST, HIGHEST, height)
    part = (
        math.floor(left * page.scale),
        math.floor(top * page.scale),
        min(page.width, math.ceil(right * page.scale)),
        min(page.height, math.ceil(bottom * page.scale)),
    )
    across, down = part[2] - part[0], part[3] - part[1]
    if min(across, down) < 1:
        return None
    wanted = (PAGE_ZOOM if is_page else CROP_ZOOM) / page.scale
    zoom = min(wanted, WIDEST_CROP / across, math.sqrt(MOST_PIXELS / (across * down)))
    drawn = page.render(part, max(zoom, 1 / min(across, down)))
    if drawn is None:
        return None
    mark = tuple(
        min(1.0, max(0.0, (edge * page.scale - start) / length))
        for edge, start, length in zip(edges, part[:2] * 2, (across, down) * 2, strict=True)
    )
    return crop_of(drawn, (mark[0], mark[1], mark[2], mark[3]))


def _stretch(start: float, end: float, least: float, most: float, all_of_it: float) -> tuple[float, float]:
    """The stretch of a page that is shown of one that is marked: its beginning where it is too long."""
    start, end = max(0.0, start), min(all_of_it, end)
    wanted = min(max(end - start + 2 * MARGIN, least), most, all_of_it)
    before = max(MARGIN, (wanted - (end - start)) / 2)
    start = min(max(0.0, start - before), all_of_it - wanted)
    return start, start + wanted
