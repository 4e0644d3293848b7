"""Pages (7.7.3) and the annotations on them (12.5), without what is painted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from a11ycheck.documents.pdf.limits import MOST_ANNOTATIONS, MOST_PAGES
from a11ycheck.documents.pdf.objects import (
    Entries,
    ObjectId,
    array,
    entries,
    id_of,
    name,
    numbers,
    text,
    whole,
)
from a11ycheck.outcome import Box
from a11ycheck.trouble import CouldNotCheck

Matrix = tuple[float, float, float, float, float, float]
Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top."""

LETTER: Rectangle = (0.0, 0.0, 612.0, 792.0)
"""The page size that readers assume where a page gives none."""
DEEPEST_PAGE_TREE = 50
"""Ancestors asked for an inherited entry; real page trees have two to five levels."""
DEEPEST_FIELD = 50
"""Ancestors of a form field; real ones have one to three."""
HIDDEN = 2
"""Bit 2 of an annotation's flags (12.5.3)."""
REQUIRED = 1 << 1
"""Bit 2 of a form field's flags (12.7.3.1)."""
PUSH_BUTTON = 1 << 16
"""Bit 17 of a button field's flags (12.7.4.2.1)."""


@dataclass(slots=True)
class PageSource:
    """A page as the opener needs it. ``matrix`` leads from its own space to points from the top left as shown."""

    number: int
    id: ObjectId
    held: Entries
    crop: Rectangle
    matrix: Matrix
    width: float
    height: float

    def shown(self, rectangle: object) -> Box | None:
        """Return where a rectangle of the page's own space is shown, None where it is not one."""
        corners = numbers(rectangle, 4)
        if corners is None:
            return None
        a, b, c, d, e, f = self.matrix
        x0, y0, x1, y1 = corners
        across = sorted((a * x0 + c * y0 + e, a * x1 + c * y1 + e))
        down = sorted((b * x0 + d * y0 + f, b * x1 + d * y1 + f))
        return Box(self.number, across[0], down[0], across[1], down[1])

    def lies_outside(self, box: Box | None) -> bool:
        """Is the box wholly outside the page? Touching its edge is outside, as veraPDF reads it."""
        return box is not None and (
            box.right <= 0 or box.bottom <= 0 or box.left >= self.width or box.top >= self.height
        )


def page_sources(file: pikepdf.Pdf) -> list[PageSource]:
    """Return the document's pages. Raises ``CouldNotCheck``: "no-pages" or "too-big"."""
    count = len(file.pages)
    if not count:
        raise CouldNotCheck("no-pages")
    if count > MOST_PAGES:
        raise CouldNotCheck("too-big", f"{count} pages")
    return [_page_source(number, page.obj) for number, page in enumerate(file.pages, 1)]


def _page_source(number: int, page: pikepdf.Object) -> PageSource:
    held = _with_inherited(page)
    crop = _crop_box(held)
    left, bottom, right, top = crop
    width, height = right - left, top - bottom
    turned = whole(held.get("/Rotate")) % 360
    if turned == 90:
        matrix = (0.0, 1.0, 1.0, 0.0, -bottom, -left)
    elif turned == 180:
        matrix = (-1.0, 0.0, 0.0, 1.0, right, -bottom)
    elif turned == 270:
        matrix = (0.0, -1.0, -1.0, 0.0, top, right)
    else:
        matrix = (1.0, 0.0, 0.0, -1.0, -left, top)
    if turned in (90, 270):
        width, height = height, width
    return PageSource(number, id_of(page), held, crop, matrix, width, height)


def _with_inherited(page: pikepdf.Object) -> Entries:
    """Return the page's entries and those that it inherits (7.7.3.4)."""
    held = entries(page)
    above = held
    for _ in range(DEEPEST_PAGE_TREE):
        missing = [key for key in ("/MediaBox", "/CropBox", "/Resources", "/Rotate") if key not in held]
        above = entries(above.get("/Parent"))
        if not missing or not above:
            break
        held.update({key: above[key] for key in missing if key in above})
    return held


def _crop_box(held: Entries) -> Rectangle:
    media = _rectangle(held.get("/MediaBox")) or LETTER
    crop = _rectangle(held.get("/CropBox")) or media
    both = (max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3]))
    return both if both[0] < both[2] and both[1] < both[3] else media


def _rectangle(value: object) -> Rectangle | None:
    corners = numbers(value, 4)
    if corners is None:
        return None
    left, right = sorted((corners[0], corners[2]))
    bottom, top = sorted((corners[1], corners[3]))
    return (left, bottom, right, top) if left < right and bottom < top else None


@dataclass(slots=True)
class AnnotationSource:
    """An annotation as the opener needs it: all that is known before the structure tree and the content are read."""

    page: PageSource
    id: ObjectId
    subtype: str
    box: Box | None
    hidden: bool
    contents: str | None
    own_language: str | None
    struct_parent: int
    uri: str
    field: Field
    appearances: list[object]
    held: Entries


@dataclass(frozen=True, slots=True)
class Field:
    """A form field (12.7.3): its full name, its type, its tooltip (TU) and what is written on it if it is a button.

    ``tooltip`` is the nearest, on the widget or any field above it; ``own_tooltip`` is that of the field itself, the
    innermost dictionary with a name of its own. ``is_required``: the form cannot be sent while it is empty.
    """

    name: str = ""
    type: str = ""
    tooltip: str | None = None
    own_tooltip: str | None = None
    caption: str = ""
    is_required: bool = False


NO_FIELD = Field()


def annotation_sources(pages: list[PageSource]) -> list[AnnotationSource]:
    """Return the annotations of all pages, in order."""
    return list(_annotations(pages))


def _annotations(pages: list[PageSource]) -> Iterator[AnnotationSource]:
    left = MOST_ANNOTATIONS
    for page in pages:
        for annotation in array(page.held.get("/Annots"))[: max(left, 0)]:
            left -= 1
            if held := entries(annotation):
                yield _annotation(page, annotation, held)


def _annotation(page: PageSource, annotation: Any, held: Entries) -> AnnotationSource:
    subtype = name(held.get("/Subtype"))
    return AnnotationSource(
        page,
        id_of(annotation),
        subtype,
        page.shown(held.get("/Rect")),
        bool(whole(held.get("/F")) & HIDDEN),
        text(held.get("/Contents")),
        text(held.get("/Lang")),
        whole(held.get("/StructParent"), -1),
        uri_of(held.get("/A")) if subtype == "Link" else "",
        field_of(held) if subtype == "Widget" else NO_FIELD,
        appearances_of(held.get("/AP")),
        held,
    )


def appearances_of(appearance: object) -> list[object]:
    """Return the forms that an annotation is drawn with (12.5.5), one for each of its states."""
    found = [
        each
        for item in entries(appearance).values()
        for each in ([item] if isinstance(item, pikepdf.Stream) else entries(item).values())
    ]
    return [each for each in found if isinstance(each, pikepdf.Stream)]


def uri_of(action: object) -> str:
    """Return the address that an action leads to (12.6.4.7), empty for any other action."""
    held = entries(action)
    return (text(held.get("/URI")) or "").strip() if name(held.get("/S")) == "URI" else ""


def field_of(widget: Entries) -> Field:
    """Return the form field of a widget: partial names are joined by dots, type, flags and tooltip are inherited."""
    names: list[str] = []
    kind, flags, tooltip, own_tooltip = "", None, None, None
    held = widget
    for _ in range(DEEPEST_FIELD):
        if partial := text(held.get("/T")):
            own_tooltip = own_tooltip if names else text(held.get("/TU"))
            names.append(partial)
        kind = kind or name(held.get("/FT"))
        flags = held.get("/Ff") if flags is None else flags
        tooltip = text(held.get("/TU")) if tooltip is None else tooltip
        held = entries(held.get("/Parent"))
        if not held:
            break
    is_push_button = kind == "Btn" and whole(flags) & PUSH_BUTTON
    caption = text(entries(widget.get("/MK")).get("/CA")) or "" if is_push_button else ""
    is_required = bool(whole(flags) & REQUIRED)
    return Field(".".join(reversed(names)), kind, tooltip, own_tooltip, caption, is_required)
