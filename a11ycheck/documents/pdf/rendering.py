"""Pages as pictures, drawn by PDFium; shared by all that look at what a page shows.

Only pages that ``form_graph.safe_pages`` has found may be drawn. Annotations are not. PDFium is not safe for threads:
one thread in a process may draw.
"""

from __future__ import annotations

import ctypes
import math
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

import pypdfium2_raw as pdfium
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_PIXELS = 4_000_000
"""Of one rendering. A4 at one pixel a point is half a million."""

Handle = Any
Pixels = tuple[int, int, int, int]
"""Left, top, right and bottom, counted from the top left corner of the page as it is shown."""


def spread(pages: Sequence[int]) -> Iterator[int]:
    """The pages in an order that spreads them evenly also where they are not all come to."""
    for start in (0, 4, 2, 6, 1, 5, 3, 7):
        yield from pages[start::8]


@cache
def _start() -> None:
    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))


@contextmanager
def loaded_document(data: bytes) -> Iterator[Handle]:
    """The document, or nothing where PDFium cannot open it."""
    _start()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    try:
        yield document
    finally:
        if document:
            pdfium.FPDF_CloseDocument(document)


@contextmanager
def loaded_page(document: Handle, number: int) -> Iterator[Handle]:
    """The page with this number, counted from 1, or nothing where PDFium cannot open it."""
    page = pdfium.FPDF_LoadPage(document, number - 1) if document else None
    try:
        yield page
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


class PageImage:
    """A loaded page that can be drawn. ``scale`` is pixels a point; ``width`` and ``height`` are in pixels."""

    def __init__(self, handle: Handle) -> None:
        self.handle = handle
        width = min(max(1.0, pdfium.FPDF_GetPageWidthF(handle)), 1e9)
        height = min(max(1.0, pdfium.FPDF_GetPageHeightF(handle)), 1e9)
        self.scale = min(1.0, math.sqrt(MOST_PIXELS / (width * height)))
        self.width = max(1, min(MOST_PIXELS, round(width * self.scale)))
        self.height = max(1, min(MOST_PIXELS // self.width, round(height * self.scale)))

    def render(
        self, part: Pixels | None = None, zoom: float = 1.0, *, clear: bool = False
    ) -> Image.Image | None:
        """Render the page, or a part of it enlarged, on white; on nothing if ``clear``. None: no memory."""
        left, top, right, bottom = part or (0, 0, self.width, self.height)
        width, height = round((right - left) * zoom), round((bottom - top) * zoom)
        bitmap = pdfium.FPDFBitmap_Create(width, height, clear)
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
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            start = pdfium.FPDFBitmap_GetBuffer(bitmap)
            raw = memoryview((ctypes.c_char * (stride * height)).from_address(start)).cast("B")
            mode, layout = ("RGBA", "RGBA") if clear else ("RGB", "RGBX")
            return Image.frombytes(mode, (width, height), raw, "raw", layout, stride, 1)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
