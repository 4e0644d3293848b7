"""The contrast of text on pages as rendered, where what is drawn does not tell it (see ``contrast``)."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, cast

import pypdfium2_raw as pdfium
from PIL import Image, ImageChops, ImageFilter

from a11ycheck.documents.colour_contrast import luminance, ratio
from a11ycheck.documents.pdf.contrast import (
    NEARLY,
    Measured,
    activate,
    alike,
    at_part,
    blend,
    colour_of,
    rated,
    ruled_colours,
)
from a11ycheck.documents.pdf.limits import DEEPEST_FORM

if TYPE_CHECKING:
    from a11ycheck.documents.colour_contrast import Colour
    from a11ycheck.documents.pdf.contrast import Page, Text
    from a11ycheck.documents.pdf.rendering import Handle, Pixels

MOST_LOOKS = 12
"""Texts of a page that are looked at closely: one of each style whose colour is confirmed, else each."""
MOST_SAMPLES = 2_000
"""Pixels of a background that varies which are looked at for one text."""

ANY = [0] + [255] * 255
"""White for every level but 0; like the next three a table for ``Image.point``."""
FULL = [0] * 255 + [255]
SAME = [255] * (NEARLY + 1) + [0] * (255 - NEARLY)
COVERED = [0] * 64 + [255] * 192
"""A pixel that the glyphs cover by a quarter or more is part of the text."""
WATERMARK_SIZE = 36.0
"""Points. Text this large that runs askew is a watermark, and so is an artifact this large; the labels of charts and
the heads and feet of pages are smaller."""


# Measuring


class Measuring:
    """Measures the texts of one page on its two renderings. The page's text is switched off meanwhile."""

    def __init__(self, page: Page, texts: list[Text], with_text: Image.Image, without: Image.Image) -> None:
        self._page = page
        self._texts = texts
        self._with_text = with_text
        self._without = without
        self._ink = ImageChops.difference(with_text, without)
        self._confirmed: set[tuple[object, ...]] = set()
        self._looks = 0

    def all(self) -> list[Measured]:
        measured = [self._measured(text) for text in self._texts]
        readable: dict[str, list[Pixels]] = {}
        for one in measured:
            if not one.hidden and not one.fails:
                readable.setdefault(one.text.words, []).append(one.text.pixels)
        return [
            one
            for one in measured
            if not (one.fails and (_is_watermark(one.text) or _is_shadow(one, readable)))
        ]

    def _measured(self, text: Text) -> Measured:
        without = self._without.crop(text.pixels)
        if self._ink.crop(_core(text.pixels)).getbbox() is None:
            return Measured(text, text.colour, _average(without), 1.0, 1.0, hidden=True)
        bounds = _bounds(without)
        even = all(low == high for low, high in bounds)
        backgrounds = [(1, colour_of(low for low, _ in bounds))] if even else self._backgrounds(text, without)
        found = rated(text, text.colour, text.alpha, backgrounds)
        if found.fails or (even and self._looks_paler(found)):
            return self._rated_closely(found, backgrounds)
        return found

    def _backgrounds(self, text: Text, without: Image.Image) -> list[tuple[int, Colour]]:
        """The colours under the text, each with its number of pixels, except lines that run below or through it."""
        away = Image.new("L", without.size, 255)
        for row in () if text.askew else _ruled_rows(without):
            away.paste(0, (0, row, away.width, row + 1))
        anywhere = _sampled(without, away)
        if all(ratio(blend(text.colour, text.alpha, under), under) >= text.needed for _, under in anywhere):
            return anywhere
        return _sampled(without, ImageChops.multiply(away, self._glyphs(text, without))) or anywhere

    def _glyphs(self, text: Text, without: Image.Image) -> Image.Image:
        """White under the glyphs. Pixels without ink are hidden by something above, unless they have the colour
        of the text."""
        ink = _strongest(self._ink.crop(text.pixels)).point(ANY)
        one_colour = Image.new("RGB", without.size, text.colour)
        same = _strongest(ImageChops.difference(without, one_colour)).point(SAME)
        return ImageChops.multiply(self._coverage.crop(text.pixels), ImageChops.lighter(ink, same))

    @cached_property
    def _coverage(self) -> Image.Image:
        """White where glyphs cover a pixel; everywhere, if there was no memory to find out."""
        coverage = self._page.coverage(self._texts)
        return coverage.point(COVERED) if coverage else Image.new("L", self._without.size, 255)

    def _looks_paler(self, found: Measured) -> bool:
        """Is no pixel of the text as far from its background as the text's colour would have it?"""
        bounds = _bounds(self._with_text.crop(found.text.pixels))
        strongest = colour_of(
            low if abs(low - under) > abs(high - under) else high
            for (low, high), under in zip(bounds, found.background, strict=True)
        )
        return ratio(strongest, found.background) < found.text.needed

    def _look_closer(self, text: Text) -> tuple[bool, Colour | None]:
        """Render the text alone and enlarged: has it any ink, and which colour is inside its strokes?

        None: the strokes are too thin to have an inside. Wanted of a page whose text is switched off.
        """
        left, top, right, bottom = text.pixels
        zoom = min(max(96 / max(text.size * self._page.scale, 1.0), 1.0), 24.0)
        widest = math.ceil(800 / zoom)
        # A pixel around it, or strokes that touch the edge would seem to go on beyond it.
        part = (left - 1, top - 1, min(right, left + widest) + 1, min(bottom, top + widest) + 1)
        activate(text.handle, True)
        shown = self._page.render(part, zoom)
        activate(text.handle, False)
        empty = self._page.render(part, zoom)
        if shown is None or empty is None:
            return True, None
        ink = _strongest(ImageChops.difference(shown, empty)).point(ANY)
        if ink.getbbox() is None:
            return False, None
        # Blurred, only pixels with ink two pixels to all sides stay white.
        inside = _counted(shown, ink.filter(ImageFilter.BoxBlur(2)).point(FULL))
        return True, _middle(inside) if inside else None

    def _rated_closely(self, found: Measured, backgrounds: list[tuple[int, Colour]]) -> Measured:
        """Rate the text by the colour that is seen inside its strokes, where that is not the expected one."""
        text = found.text
        style = (text.colour, text.alpha, text.size, text.bold, found.background)
        if style in self._confirmed or self._looks >= MOST_LOOKS:
            return found
        self._looks += 1
        has_ink, seen = self._look_closer(text)
        if not has_ink:
            return found._replace(hidden=True)
        if seen is None or alike(seen, found.colour):
            self._confirmed.add(style)
            return found
        return rated(text, seen, 1.0, backgrounds)


def _counted(image: Image.Image, mask: Image.Image) -> list[tuple[int, Colour]]:
    """The colours of the image's pixels where ``mask`` is white, each with their number."""
    image = image.copy()
    image.putalpha(mask)
    counted = cast("list[tuple[int, tuple[int, ...]]]", image.getcolors(image.width * image.height))
    return [(count, colour_of(pixel[:3])) for count, pixel in counted if pixel[3]]


def _sampled(image: Image.Image, mask: Image.Image) -> list[tuple[int, Colour]]:
    """The colours of the image where ``mask`` is white, from at most about ``MOST_SAMPLES`` pixels."""
    part = math.sqrt(MOST_SAMPLES / (image.width * image.height))
    if part < 1:
        smaller = max(1, int(image.width * part)), max(1, int(image.height * part))
        image, mask = (one.resize(smaller, Image.Resampling.NEAREST) for one in (image, mask))
    return _counted(image, mask)


def _bounds(image: Image.Image) -> list[tuple[int, int]]:
    """The lowest and the highest level of each channel."""
    return cast("list[tuple[int, int]]", list(image.getextrema()))


def _average(image: Image.Image) -> Colour:
    return colour_of(low for low, _ in _bounds(image.resize((1, 1), Image.Resampling.BOX)))


def _middle(colours: list[tuple[int, Colour]]) -> Colour:
    """The colour in the middle, from dark to light."""
    ordered = sorted((luminance(colour), count, colour) for count, colour in colours)
    return at_part(ordered, sum(count for count, _ in colours) / 2)[1]


def _strongest(image: Image.Image) -> Image.Image:
    """The strongest of each pixel's three channels."""
    red, green, blue = image.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _ruled_rows(image: Image.Image) -> list[int]:
    """The rows of pixels that a line fills from end to end."""
    rows: list[tuple[int, Colour]] = []
    for row in range(image.height):
        bounds = _bounds(image.crop((0, row, image.width, row + 1)))
        if all(high - low <= NEARLY for low, high in bounds):
            rows.append((row, colour_of(low for low, _ in bounds)))
    ruled = ruled_colours(Counter(colour for _, colour in rows), image.height)
    return [row for row, colour in rows if colour in ruled]


def _core(pixels: Pixels) -> Pixels:
    """The box without its top and bottom fifths, where the lines above and below may reach in, but with a pixel more
    to the sides, where a thin letter may stand between two pixels."""
    left, top, right, bottom = pixels
    rim = (bottom - top) // 5
    return left - 1, top + rim, right + 1, bottom - rim


def _is_watermark(text: Text) -> bool:
    """Is the text as large as watermarks are, and askew or marked as no part of the content (14.8.2.2)?"""
    return text.size >= WATERMARK_SIZE and (text.askew or any(map(_is_artifact, text.wrappers)))


def _is_artifact(handle: Handle) -> bool:
    count = min(pdfium.FPDFPageObj_CountMarks(handle), DEEPEST_FORM)
    return any(
        _name_of_mark(pdfium.FPDFPageObj_GetMark(handle, index)) == "Artifact" for index in range(count)
    )


def _is_shadow(one: Measured, readable: dict[str, list[Pixels]]) -> bool:
    """Do the same words stand readable in much the same place, so that this is their shadow or outline?

    Of words that are drawn twice PDFium tells only the first; the others seem to have none.
    """
    left, top, right, bottom = one.text.pixels
    half = (right - left) * (bottom - top) / 2
    return any(
        max(0, min(right, other[2]) - max(left, other[0]))
        * max(0, min(bottom, other[3]) - max(top, other[1]))
        >= half
        for words in (one.text.words, "")
        for other in readable.get(words, ())
    )


def _name_of_mark(mark: Handle) -> str:
    """The tag of a marked-content sequence, or an empty string where it is longer than any that matters."""
    buffer = (ctypes.c_ushort * 64)()
    length = ctypes.c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
    fits = 2 <= length.value <= ctypes.sizeof(buffer)
    return ctypes.string_at(buffer, length.value - 2).decode("utf-16-le", "replace") if fits else ""
