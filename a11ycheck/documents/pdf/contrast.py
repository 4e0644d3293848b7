"""The contrast of text with what it stands on, measured on rendered pages (WCAG 2.2, 1.4.3).

Each page is rendered with its text and without. Where the two differ there is ink; the second shows the true
background, be it a photograph or a gradient. The text's colour is the one its object is painted with, for the
pixels of small print are a blend of text and background. Where pixels contradict the object (a pattern, a blend
mode, a veil above the text), the text is rendered once more, alone and enlarged, and the colour inside its strokes
counts.

Annotations are not rendered, so words in form fields, which are exempt where the field is disabled, are not
measured. PDFium is not safe for threads (see ``rendering``): one thread in a process may measure.
"""

from __future__ import annotations

import ctypes
import math
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from time import process_time
from typing import TYPE_CHECKING, cast

import pypdfium2_raw as pdfium
from PIL import Image, ImageChops, ImageFilter

from a11ycheck.documents.pdf.fonts import is_bold
from a11ycheck.documents.pdf.limits import DEEPEST_FORM
from a11ycheck.documents.pdf.model import Contrasts, TextContrast, needed_contrast
from a11ycheck.documents.pdf.rendering import Handle, PageImage, Pixels, loaded_document, loaded_page, spread
from a11ycheck.outcome import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_SECONDS = 8.0
"""Of CPU time, after which no further page is begun: half of what a document may cost in all, and enough for some 700
ordinary pages."""
MOST_TEXTS = 5_000
"""Text objects on a page; one with more is not measured. Full pages of tables have some hundreds."""
MOST_OBJECTS = 200_000
"""Objects of any kind looked at on a page, in forms too. Maps have tens of thousands."""
MOST_LOOKS = 12
"""Texts of a page that are looked at closely: one of each style whose colour is confirmed, else each."""
MOST_SAMPLES = 2_000
"""Pixels of a background that varies which are looked at for one text."""

WORST_PART = 0.1
"""The ratio that a tenth of the text does not reach is the ratio of its worst part."""
NEARLY = 12
"""Levels of 255 by which a channel may differ in the same colour: what rounding and blending leave."""
ANY = [0] + [255] * 255
"""White for every level but 0; like the next three a table for ``Image.point``."""
FULL = [0] * 255 + [255]
SAME = [255] * (NEARLY + 1) + [0] * (255 - NEARLY)
COVERED = [0] * 64 + [255] * 192
"""A pixel that the glyphs cover by a quarter or more is part of the text."""
WATERMARK_SIZE = 36.0
"""Points. Text this large that runs askew is a watermark, and so is an artifact this large; the labels of charts and
the heads and feet of pages are smaller."""

Colour = tuple[int, int, int]
Matrix = tuple[float, float, float, float, float, float]
Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom like ``Pixels``, but in points."""
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def measure(data: bytes, pages: Iterable[int]) -> Contrasts:
    """Measure the text of the pages with these numbers, counted from 1.

    Only pages that ``form_graph.safe_pages`` has found may be named. A page that cannot be rendered, or that time
    does not suffice for, is named in ``unread``.
    """
    wanted = sorted(set(pages))
    found: dict[int, list[TextContrast] | None] = {}
    started = process_time()
    with loaded_document(data) as document:
        for number in spread(wanted):
            if process_time() - started > MOST_SECONDS:
                break
            with _page(document, number) as page:
                found[number] = page.measure() if page else None
    return Contrasts(
        tuple(text for number in sorted(found) for text in found[number] or ()),
        tuple(number for number in wanted if found.get(number) is None),
    )


# Colours


def _linear(level: int) -> float:
    part = level / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


LINEAR = tuple(_linear(level) for level in range(256))


def luminance(colour: Colour) -> float:
    """Return the relative luminance of an sRGB colour, 0 to 1 (WCAG 2.2)."""
    red, green, blue = colour
    return 0.2126 * LINEAR[red] + 0.7152 * LINEAR[green] + 0.0722 * LINEAR[blue]


def ratio(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def blend(colour: Colour, alpha: float, background: Colour) -> Colour:
    """Return what is seen of a colour that lets the background through: ``alpha`` 1 hides it."""
    if alpha >= 1:
        return colour
    return _colour(
        round(alpha * over + (1 - alpha) * under) for over, under in zip(colour, background, strict=True)
    )


def _colour(channels: Iterable[int]) -> Colour:
    red, green, blue = channels
    return red, green, blue


def _alike(one: Colour, other: Colour, levels: int = NEARLY) -> bool:
    return all(abs(a - b) <= levels for a, b in zip(one, other, strict=True))


# What a page holds


@dataclass(frozen=True, slots=True)
class _Text:
    """A text object: its colour and opacity, its size as drawn, its place.

    ``size`` and ``box`` are in points, ``pixels`` is the part of the rendering. ``wrappers`` are the forms around
    it, outermost first, and the object itself.
    """

    handle: Handle
    words: str
    colour: Colour
    alpha: float
    size: float
    bold: bool
    askew: bool
    box: Rectangle
    pixels: Pixels
    wrappers: tuple[Handle, ...]

    @property
    def needed(self) -> float:
        return needed_contrast(self.size, self.bold)


@dataclass(frozen=True, slots=True)
class _Measured:
    """What came of one text object. ``worst`` and ``typical`` are ratios."""

    text: _Text
    colour: Colour
    background: Colour
    worst: float
    typical: float
    hidden: bool = False

    @property
    def fails(self) -> bool:
        return not self.hidden and self.worst < self.text.needed


@contextmanager
def _page(document: Handle, number: int) -> Iterator[_Page | None]:
    """The page, or None where PDFium cannot open it."""
    with loaded_page(document, number) as handle:
        if not handle:
            yield None
            return
        words = pdfium.FPDFText_LoadPage(handle)
        try:
            yield _Page(handle, words, number)
        finally:
            if words:
                pdfium.FPDFText_ClosePage(words)


class _Page(PageImage):
    """A loaded page with its text."""

    def __init__(self, handle: Handle, words: Handle, number: int) -> None:
        super().__init__(handle)
        self._words = words
        self._number = number
        self._to_points = self._upright()
        self._all_texts: list[Handle] = []
        self._others: list[Handle] = []

    def measure(self) -> list[TextContrast] | None:
        """The lines of text. None: there is more on the page than is looked at, or no memory to render it."""
        texts = self._texts()
        if texts is None:
            return None
        if not texts:
            return []
        with_text = self.render()
        for handle in self._all_texts:
            _activate(handle, False)
        without = self.render()
        if with_text is None or without is None:
            return None
        measured = _Measuring(self, texts, with_text, without).all()
        lines = (self._contrast(line) for line in _lines(measured))
        # Bullets, leaders and rules made of dashes say nothing in any language.
        return [line for line in lines if any(map(str.isalnum, line.text))]

    def _contrast(self, line: list[_Measured]) -> TextContrast:
        words = line[0].text.words
        for before, after in pairwise(line):
            # Helvetica's space is 0.28 of its size wide; "11" leaves a gap of 0.25.
            gap = after.text.box[0] - before.text.box[2]
            words += (" " if gap > 0.28 * after.text.size else "") + after.text.words
        left, top, right, bottom = zip(*(one.text.box for one in line), strict=True)
        first = line[0]
        return TextContrast(
            page=self._number,
            box=Box(self._number, min(left), min(top), max(right), max(bottom)),
            text=" ".join(words.split()),
            size=first.text.size,
            bold=first.text.bold,
            ratio=min(one.worst for one in line),
            typical=min(one.typical for one in line),
            colour=first.colour,
            background=first.background,
            hidden=first.hidden,
        )

    # Reading

    def _upright(self) -> Matrix:
        """From the page's own coordinates to points of the page as it is shown (7.7.3.3, Rotate)."""
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(self.handle, box)
        return (
            (1.0, 0.0, 0.0, -1.0, -box.left, box.top),
            (0.0, 1.0, 1.0, 0.0, -box.bottom, -box.left),
            (-1.0, 0.0, 0.0, 1.0, box.right, -box.bottom),
            (0.0, -1.0, -1.0, 0.0, box.top, box.right),
        )[pdfium.FPDFPage_GetRotation(self.handle) % 4]

    def _texts(self) -> list[_Text] | None:
        """The text objects meant to be seen, in painting order, or None if there are too many objects.

        Every text object is kept in ``_all_texts``, what is no text in ``_others``.
        """
        texts: list[_Text] = []
        looked_at = 0
        count = pdfium.FPDFPage_CountObjects(self.handle)
        waiting: list[tuple[Handle, Matrix, float, tuple[Handle, ...]]] = [
            (pdfium.FPDFPage_GetObject(self.handle, index), IDENTITY, 1.0, ())
            for index in range(min(count, MOST_OBJECTS + 1) - 1, -1, -1)
        ]
        while waiting:
            handle, matrix, alpha, wrappers = waiting.pop()
            looked_at += 1
            if looked_at + len(waiting) > MOST_OBJECTS:
                return None
            kind = pdfium.FPDFPageObj_GetType(handle)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._all_texts.append(handle)
                text = self._text(handle, matrix, alpha, wrappers)
                if text:
                    texts.append(text)
            elif kind != pdfium.FPDF_PAGEOBJ_FORM:
                self._others.append(handle)
            elif len(wrappers) < DEEPEST_FORM:
                inner = _times(_matrix(handle), matrix)
                seen_through = alpha * _paint(handle)[1]
                inside = pdfium.FPDFFormObj_CountObjects(handle)
                waiting.extend(
                    (pdfium.FPDFFormObj_GetObject(handle, index), inner, seen_through, (*wrappers, handle))
                    for index in range(min(inside, MOST_OBJECTS + 1) - 1, -1, -1)
                )
        return texts if len(self._all_texts) <= MOST_TEXTS else None

    def _text(
        self, handle: Handle, outer: Matrix, alpha: float, wrappers: tuple[Handle, ...]
    ) -> _Text | None:
        """The text object, or None if it is not meant to be seen or stands off the page."""
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
        if mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP):
            return None
        box = self._box(handle, outer)
        pixels = self._pixels(box) if box else None
        if box is None or pixels is None:
            return None
        matrix = _times(_matrix(handle), outer)
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(handle, size)
        drawn = abs(size.value) * math.hypot(matrix[2], matrix[3])
        name, bold = _font(pdfium.FPDFTextObj_GetFont(handle))
        angle = math.degrees(math.atan2(matrix[1], matrix[0])) % 90
        askew = 10 < angle < 80
        if not name and not askew:
            # Type 3: what a unit of the size is, only the font's own matrix tells.
            drawn = max(drawn, box[3] - box[1])
        outlined = mode in (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP)
        colour, opacity = _paint(handle, stroke=outlined)
        return _Text(
            handle,
            self._words_of(handle),
            colour,
            alpha * opacity,
            round(drawn, 1),
            bold,
            askew,
            box,
            pixels,
            (*wrappers, handle),
        )

    def _box(self, handle: Handle, outer: Matrix) -> Rectangle | None:
        """The box around the object, or None where it has none."""
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        known = pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
        if not known or left.value >= right.value or bottom.value >= top.value:
            return None
        to_points = _times(outer, self._to_points)
        corners = [_at(to_points, x.value, y.value) for x in (left, right) for y in (bottom, top)]
        if not all(map(math.isfinite, (*corners[0], *corners[3]))):
            return None
        across, down = sorted(x for x, _ in corners), sorted(y for _, y in corners)
        return across[0], down[0], across[3], down[3]

    def _pixels(self, box: Rectangle) -> Pixels | None:
        """The pixels of a box, or None where it lies off the page.

        Edges are rounded, for with a whole pixel more a line beside the text could come in.
        """
        left, top, right, bottom = (round(edge * self.scale) for edge in box)
        found = (
            max(0, left),
            max(0, top),
            min(self.width, max(right, left + 1)),
            min(self.height, max(bottom, top + 1)),
        )
        return found if found[0] < found[2] and found[1] < found[3] else None

    def _words_of(self, handle: Handle) -> str:
        if not self._words:
            return ""
        buffer = (ctypes.c_ushort * 512)()
        length = pdfium.FPDFTextObj_GetText(handle, self._words, buffer, ctypes.sizeof(buffer))
        if length > ctypes.sizeof(buffer):
            buffer = (ctypes.c_ushort * (length // 2))()
            length = pdfium.FPDFTextObj_GetText(handle, self._words, buffer, length)
        raw = ctypes.string_at(buffer, max(0, length - 2))
        return raw.decode("utf-16-le", "replace").replace("\0", "")

    # Looking closer

    def coverage(self, texts: Iterable[_Text]) -> Image.Image | None:
        """How far glyphs cover each pixel, 0 to 255, whatever their colour and what lies above them."""
        for other in self._others:
            _activate(other, False)
        for text in texts:
            _activate(text.handle, True)
        alone = self.render(clear=True)
        for text in texts:
            _activate(text.handle, False)
        for other in self._others:
            _activate(other, True)
        return alone.getchannel("A") if alone else None

    def look_closer(self, text: _Text) -> tuple[bool, Colour | None]:
        """Render the text alone and enlarged: has it any ink, and which colour is inside its strokes?

        None: the strokes are too thin to have an inside. Wanted of a page whose text is switched off.
        """
        left, top, right, bottom = text.pixels
        zoom = min(max(96 / max(text.size * self.scale, 1.0), 1.0), 24.0)
        widest = math.ceil(800 / zoom)
        # A pixel around it, or strokes that touch the edge would seem to go on beyond it.
        part = (left - 1, top - 1, min(right, left + widest) + 1, min(bottom, top + widest) + 1)
        _activate(text.handle, True)
        shown = self.render(part, zoom)
        _activate(text.handle, False)
        empty = self.render(part, zoom)
        if shown is None or empty is None:
            return True, None
        ink = _strongest(ImageChops.difference(shown, empty)).point(ANY)
        if ink.getbbox() is None:
            return False, None
        # Blurred, only pixels with ink two pixels to all sides stay white.
        inside = _counted(shown, ink.filter(ImageFilter.BoxBlur(2)).point(FULL))
        return True, _middle(inside) if inside else None


def _name_of_mark(mark: Handle) -> str:
    """The tag of a marked-content sequence, or an empty string where it is longer than any that matters."""
    buffer = (ctypes.c_ushort * 64)()
    length = ctypes.c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
    fits = 2 <= length.value <= ctypes.sizeof(buffer)
    return ctypes.string_at(buffer, length.value - 2).decode("utf-16-le", "replace") if fits else ""


def _activate(handle: Handle, active: bool) -> None:
    pdfium.FPDFPageObj_SetIsActive(handle, active)


def _paint(handle: Handle, *, stroke: bool = False) -> tuple[Colour, float]:
    """The colour and opacity that an object is painted with; black where it has none."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    ask = pdfium.FPDFPageObj_GetStrokeColor if stroke else pdfium.FPDFPageObj_GetFillColor
    if not ask(handle, red, green, blue, alpha):
        return (0, 0, 0), 1.0
    return (red.value, green.value, blue.value), alpha.value / 255


def _font(handle: Handle) -> tuple[str, bool]:
    """The font's name and whether it is bold."""
    if not handle:
        return "", False
    buffer = ctypes.create_string_buffer(200)
    length = pdfium.FPDFFont_GetBaseFontName(handle, buffer, len(buffer))
    name = buffer.value.decode("utf-8", "replace") if length <= len(buffer) else ""
    # PDFium makes the weight of the stem's width, five to one.
    stem = pdfium.FPDFFont_GetWeight(handle) / 5
    return name, is_bold(name, {"/Flags": pdfium.FPDFFont_GetFlags(handle), "/StemV": stem})


def _matrix(handle: Handle) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, found):
        return IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


# Measuring


class _Measuring:
    """Measures the texts of one page on its two renderings. The page's text is switched off meanwhile."""

    def __init__(self, page: _Page, texts: list[_Text], with_text: Image.Image, without: Image.Image) -> None:
        self._page = page
        self._texts = texts
        self._with_text = with_text
        self._without = without
        self._ink = ImageChops.difference(with_text, without)
        self._confirmed: set[tuple[object, ...]] = set()
        self._looks = 0

    def all(self) -> list[_Measured]:
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

    def _measured(self, text: _Text) -> _Measured:
        without = self._without.crop(text.pixels)
        if self._ink.crop(_core(text.pixels)).getbbox() is None:
            return _Measured(text, text.colour, _average(without), 1.0, 1.0, hidden=True)
        bounds = _bounds(without)
        even = all(low == high for low, high in bounds)
        backgrounds = [(1, _colour(low for low, _ in bounds))] if even else self._backgrounds(text, without)
        found = _rated(text, text.colour, text.alpha, backgrounds)
        if found.fails or (even and self._looks_paler(found)):
            return self._rated_closely(found, backgrounds)
        return found

    def _backgrounds(self, text: _Text, without: Image.Image) -> list[tuple[int, Colour]]:
        """The colours under the text, each with its number of pixels, except lines that run below or through it."""
        away = Image.new("L", without.size, 255)
        for row in () if text.askew else _ruled_rows(without):
            away.paste(0, (0, row, away.width, row + 1))
        anywhere = _sampled(without, away)
        if all(ratio(blend(text.colour, text.alpha, under), under) >= text.needed for _, under in anywhere):
            return anywhere
        return _sampled(without, ImageChops.multiply(away, self._glyphs(text, without))) or anywhere

    def _glyphs(self, text: _Text, without: Image.Image) -> Image.Image:
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

    def _looks_paler(self, found: _Measured) -> bool:
        """Is no pixel of the text as far from its background as the text's colour would have it?"""
        bounds = _bounds(self._with_text.crop(found.text.pixels))
        strongest = _colour(
            low if abs(low - under) > abs(high - under) else high
            for (low, high), under in zip(bounds, found.background, strict=True)
        )
        return ratio(strongest, found.background) < found.text.needed

    def _rated_closely(self, found: _Measured, backgrounds: list[tuple[int, Colour]]) -> _Measured:
        """Rate the text by the colour that is seen inside its strokes, where that is not the expected one."""
        text = found.text
        style = (text.colour, text.alpha, text.size, text.bold, found.background)
        if style in self._confirmed or self._looks >= MOST_LOOKS:
            return found
        self._looks += 1
        has_ink, seen = self._page.look_closer(text)
        if not has_ink:
            return replace(found, hidden=True)
        if seen is None or _alike(seen, found.colour):
            self._confirmed.add(style)
            return found
        return _rated(text, seen, 1.0, backgrounds)


def _rated(text: _Text, colour: Colour, alpha: float, backgrounds: list[tuple[int, Colour]]) -> _Measured:
    """The contrast of a text of this colour with the backgrounds, each of which has a number of pixels."""
    ratios = sorted(
        (ratio(blend(colour, alpha, background), background), count, background)
        for count, background in backgrounds
    )
    pixels = sum(count for count, _ in backgrounds)
    worst, _ = _at_part(ratios, WORST_PART * pixels)
    typical, background = _at_part(ratios, 0.5 * pixels)
    return _Measured(text, blend(colour, alpha, background), background, worst, typical)


def _at_part(ratios: list[tuple[float, int, Colour]], pixels: float) -> tuple[float, Colour]:
    for found, count, background in ratios:
        pixels -= count
        if pixels <= 0:
            return found, background
    return ratios[-1][0], ratios[-1][2]


def _counted(image: Image.Image, mask: Image.Image) -> list[tuple[int, Colour]]:
    """The colours of the image's pixels where ``mask`` is white, each with their number."""
    image = image.copy()
    image.putalpha(mask)
    counted = cast("list[tuple[int, tuple[int, ...]]]", image.getcolors(image.width * image.height))
    return [(count, _colour(pixel[:3])) for count, pixel in counted if pixel[3]]


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
    return _colour(low for low, _ in _bounds(image.resize((1, 1), Image.Resampling.BOX)))


def _middle(colours: list[tuple[int, Colour]]) -> Colour:
    """The colour in the middle, from dark to light."""
    ordered = sorted((luminance(colour), count, colour) for count, colour in colours)
    return _at_part(ordered, sum(count for count, _ in colours) / 2)[1]


def _strongest(image: Image.Image) -> Image.Image:
    """The strongest of each pixel's three channels."""
    red, green, blue = image.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _ruled_rows(image: Image.Image) -> list[int]:
    """The rows of pixels that a line fills from end to end: at most a third of all, or it is no line."""
    rows: list[tuple[int, Colour]] = []
    for row in range(image.height):
        bounds = _bounds(image.crop((0, row, image.width, row + 1)))
        if all(high - low <= NEARLY for low, high in bounds):
            rows.append((row, _colour(low for low, _ in bounds)))
    few = max(2, image.height // 5)
    ruled = [row for row, colour in rows if sum(_alike(colour, other) for _, other in rows) <= few]
    return ruled if len(ruled) * 3 <= image.height else []


def _core(pixels: Pixels) -> Pixels:
    """The box without its top and bottom fifths, where the lines above and below may reach in, but with a pixel more
    to the sides, where a thin letter may stand between two pixels."""
    left, top, right, bottom = pixels
    rim = (bottom - top) // 5
    return left - 1, top + rim, right + 1, bottom - rim


def _is_watermark(text: _Text) -> bool:
    """Is the text as large as watermarks are, and askew or marked as no part of the content (14.8.2.2)?"""
    return text.size >= WATERMARK_SIZE and (text.askew or any(map(_is_artifact, text.wrappers)))


def _is_artifact(handle: Handle) -> bool:
    count = min(pdfium.FPDFPageObj_CountMarks(handle), DEEPEST_FORM)
    return any(
        _name_of_mark(pdfium.FPDFPageObj_GetMark(handle, index)) == "Artifact" for index in range(count)
    )


def _is_shadow(one: _Measured, readable: dict[str, list[Pixels]]) -> bool:
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


# Lines


def _lines(measured: list[_Measured]) -> list[list[_Measured]]:
    """Put together what stands on one line in one style: programs write a line in several pieces."""
    lines: list[list[_Measured]] = []
    latest: dict[tuple[object, ...], list[_Measured]] = {}
    for one in measured:
        rough = tuple(channel // 16 for channel in one.background)
        style = (one.colour, rough, round(one.text.size), one.text.bold, one.hidden, one.fails)
        line = latest.get(style)
        if line and _follows(line[-1].text, one.text):
            line.append(one)
        else:
            latest[style] = [one]
            lines.append(latest[style])
    return lines


def _follows(before: _Text, after: _Text) -> bool:
    """Do they stand on one line with no more than a wide space between?"""
    one, other = before.box, after.box
    beside = min(one[3], other[3]) - max(one[1], other[1])
    return (
        not before.askew
        and 2 * beside >= min(one[3] - one[1], other[3] - other[1])
        and -after.size <= other[0] - one[2] <= 1.5 * after.size
    )
