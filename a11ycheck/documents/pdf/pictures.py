"""Which figures show the same picture: a digest of the images painted in each."""

from __future__ import annotations

import pikepdf

from a11ycheck.documents.pdf.fill import Claimed
from a11ycheck.documents.pdf.objects import ObjectId, id_of
from a11ycheck.documents.pdf.tree_model import Element
from a11ycheck.outcome import anchor

MOST_IMAGES = 100
"""Images of one figure that count. Those cut in strips have some dozens."""


def tell_pictures(elements: list[Element], claimed: Claimed) -> None:
    """Set ``pictured`` of each figure in whose tags images are painted. ``elements`` are in tree order.

    Each image is read once, and not decoded.
    """
    if not any(piece.run.images for pieces in claimed.values() for piece in pieces):
        return
    known: dict[ObjectId, str] = {}
    painted: dict[int, list[object]] = {}
    for element in reversed(elements):
        images = painted.pop(id(element), [])
        for kid in element.kids:
            if isinstance(kid, tuple):
                for piece in claimed.get(kid, ()):
                    images += (piece.run.images or ())[: MOST_IMAGES - len(images)]
        if not images:
            continue
        if element.type == "Figure":
            digests = [_digest(image, known) for image in images]
            element.pictured = anchor(*digests) if all(digests) else ""
        if element.parent is not None:
            above = painted.setdefault(id(element.parent), [])
            above += images[: MOST_IMAGES - len(above)]


def _digest(image: object, known: dict[ObjectId, str]) -> str:
    """Return a digest of an image's stream as it is written; empty where it cannot be read."""
    key = id_of(image)
    if key not in known:
        try:
            known[key] = anchor(image.read_raw_bytes()) if isinstance(image, pikepdf.Stream) else ""
        except pikepdf.PdfError:
            known[key] = ""
    return known[key]
