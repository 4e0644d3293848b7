"""What rules see of the pages as rendered: the contrast of their text, and the QR codes on them."""

from __future__ import annotations

from typing import NamedTuple

from a11ycheck.documents.colour_contrast import needed_contrast
from a11ycheck.outcome import Box, Where, anchor


class TextContrast(NamedTuple):
    """A line of text and how it stands out from what it stands on, as rendered.

    ``ratio`` is the contrast ratio (WCAG 2.2) that a tenth of the text does not reach, ``typical`` the one that
    half of it does not; they are equal where the background has one colour. ``background`` is the typical one,
    ``size`` is in points as drawn. ``hidden``: nothing of the text is to be seen, so its ratio says nothing.
    """

    page: int
    text: str
    ratio: float
    typical: float
    colour: tuple[int, int, int] = (0, 0, 0)
    background: tuple[int, int, int] = (255, 255, 255)
    size: float = 12.0
    bold: bool = False
    hidden: bool = False
    box: Box | None = None

    @property
    def needed(self) -> float:
        return needed_contrast(self.size, self.bold)

    @property
    def where(self) -> Where:
        return Where((("page", self.page), ("text", self.text[:60])), anchor("contrast", self.text), self.box)


class Contrasts(NamedTuple):
    """What measuring the contrast of a document's text gave.

    ``unread`` are the numbers of pages that could not be measured, or that time did not suffice for.
    """

    texts: tuple[TextContrast, ...] = ()
    unread: tuple[int, ...] = ()


class QrCode(NamedTuple):
    """A QR code (ISO/IEC 18004) on a page and what it says: an address, a contact, a payment, any text."""

    page: int
    content: str
    box: Box | None = None

    @property
    def where(self) -> Where:
        return Where(
            (("page", self.page), ("picture", "QR")), anchor("qr", self.page, self.content), self.box
        )


class QrCodes(NamedTuple):
    """What looking for QR codes on the pages gave.

    ``unread`` are the numbers of pages that may show one and could not be looked at, or that time did not suffice for.
    """

    codes: tuple[QrCode, ...] = ()
    unread: tuple[int, ...] = ()
