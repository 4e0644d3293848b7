"""The language of the text in each structure element, where elements below it or marked content say another."""

from __future__ import annotations

from collections import Counter

from a11ycheck.documents.pdf.fill import Claimed
from a11ycheck.documents.pdf.tree_model import Element


def tell_languages(elements: list[Element], claimed: Claimed) -> None:
    """Set ``text_language`` of each element to the language of most of its characters. ``elements`` are in tree order.

    Word marks a paragraph in another language by marked content within it, and LibreOffice by a Span.
    """
    if not _is_told_apart(elements, claimed):
        return
    counted: dict[int, Counter[str]] = {}
    for element in reversed(elements):
        counts = counted.pop(id(element), Counter())
        for kid in element.kids:
            if isinstance(kid, tuple):
                for piece in claimed.get(kid, ()):
                    counts[piece.language or element.language] += len(piece.text.strip())
        if counts:
            element.text_language = max(counts, key=counts.__getitem__)
            if element.parent is not None:
                counted.setdefault(id(element.parent), Counter()).update(counts)


def _is_told_apart(elements: list[Element], claimed: Claimed) -> bool:
    """Is any text said to be in another language than the element that holds it, or the elements around that?"""
    return any(element.parent and element.language != element.parent.language for element in elements) or any(
        piece.language for pieces in claimed.values() for piece in pieces
    )
