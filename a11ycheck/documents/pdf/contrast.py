"""The contrast of text with what it stands on, measured on rendered pages (WCAG 2.2, 1.4.3).

Most pages hold plain text on paper or on plain surfaces: what they are drawn with tells that all of it stands out,
and at most the surfaces are rendered. Any other page is rendered with its text and without. Where the two differ there
is ink; the second shows the true background, be it a photograph or a gradient. The text's colour is the one its object
is painted with, for the pixels of small print are a blend of text and background. Where pixels contradict the object (a
pattern, a blend mode, a veil above the text), the text is rendered once more, alone and enlarged, and the colour inside
its strokes counts.

Annotations are not rendered, so words in form fields, which are exempt where the field is disabled, are not
measured. PDFium is not safe for threads (see ``rendering``): one thread in a process may measure.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from contextlib import contextmanager
from itertools import pairwise
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2_raw as pdfium

from a11ycheck.documents.colour_contrast import Colour, needed_contrast, ratio
from a11ycheck.documents.pdf.fonts import is_bold
from a11ycheck.documents.pdf.limits import DEEPEST_FORM
from a11ycheck.documents.pdf.rendered_model import Contrasts, TextContrast
from a11ycheck.documents.pdf.rendering import Handle, PageImage, Pixels, Raster, Rendered, spread
from a11ycheck.outcome import Box

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from PIL import Image

MOST_SECONDS = 8.0
"""Of CPU time, after which no further page is begun: half of what a document may cost in all, and enough for some 700
ordinary pages."""
MOST_TEXTS = 5_000
"""Text objects on a page; one with more is not measured. Full pages of tables have some hundreds."""
MOST_OBJECTS = 200_000
"""Objects of any kind looked at on a page, in forms too. Maps have tens of thousands."""
MOST_SURFACES = 1_000
"""Lines, surfaces and images on a page that is measured by what it is drawn with."""
MOST_LINES_ABOVE = 2
"""Thin lines drawn above a text, below its words or through them."""
BANDS = 16
"""Parts of a page from top to bottom, in which what lies near a text is looked for."""

WORST_PART = 0.1
"""The ratio that a tenth of the text does not reach is the ratio of its worst part."""
NEARLY = 12
"""Levels of 255 by which a channel may differ in the same colour: what rounding and blending leave."""

Matrix = tuple[float, float, float, float, float, float]
Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom like ``Pixels``, but in points."""
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


WHITE: Colour = (255, 255, 255)


def measure(document: Rendered, pages: Iterable[int], plain: Container[int] = ()) -> Contrasts:
    """Measure the text of the pages with these numbers, counted from 1; ``plain`` are those in plain colours.

    Both are what ``form_graph.safe_pages`` has found, and no other page may be named. A page that cannot be rendered,
    or that time does not suffice for, is named in ``unread``.
    """
    wanted = sorted(set(pages))
    found: dict[int, list[TextContrast] | None] = {}
    started = process_time()
    for number in spread(wanted):
        if process_time() - started > MOST_SECONDS:
            break
        with _page(document, number) as page:
            found[number] = page.measure(in_plain_colours=number in plain) if page else None
    return Contrasts(
        tuple(text for number in sorted(found) for text in found[number] or ()),
        tuple(number for number in wanted if found.get(number) is None),
    )


# Colours


def blend(colour: Colour, alpha: float, background: Colour) -> Colour:
    """Return what is seen of a colour that lets the background through: ``alpha`` 1 hides it."""
    if alpha >= 1:
        return colour
    return colour_of(
        round(alpha * over + (1 - alpha) * under) for over, under in zip(colour, background, strict=True)
    )


def colour_of(channels: Iterable[int]) -> Colour:
    red, green, blue = channels
    return red, green, blue


def alike(one: Colour, other: Colour, levels: int = NEARLY) -> bool:
    return all(abs(a - b) <= levels for a, b in zip(one, other, strict=True))


# What a page holds


class Text(NamedTuple):
    """A text object: its colour and opacity, its size as drawn, its place.

    ``size`` and ``box`` are in points, ``pixels`` is the part of the rendering. ``wrappers`` are the forms around
    it, outermost first, and the object itself. ``is_plain``: it is filled, and with its colour alone. ``turn`` is when
    it is painted, counted from the first object of the page.
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
    is_plain: bool
    turn: int

    @property
    def needed(self) -> float:
        return needed_contrast(self.size, self.bold)


class Surface(NamedTuple):
    """What is drawn and is no text. ``outer`` leads from the form around it to the page."""

    handle: Handle
    outer: Matrix
    turn: int


class Reach(NamedTuple):
    """How far a surface may reach, in points, ``rim`` included, and when it is painted."""

    box: Rectangle
    rim: float
    turn: int

    @property
    def thickness(self) -> float:
        left, top, right, bottom = self.box
        return min(right - left, bottom - top) - 2 * self.rim


class Surroundings:
    """What there is on a page but text, to be asked what is near a text."""

    def __init__(self, reaches: list[Reach], height: float) -> None:
        self._band_height = height / BANDS
        self._bands: list[list[Reach]] = [[] for _ in range(BANDS)]
        for reach in reaches:
            for band in self._bands_of(reach.box):
                self._bands[band].append(reach)

    def _bands_of(self, box: Rectangle) -> range:
        first, last = (max(0, min(BANDS - 1, int(edge // self._band_height))) for edge in (box[1], box[3]))
        return range(first, last + 1)

    def of(self, box: Rectangle) -> set[Reach]:
        left, top, right, bottom = box
        return {
            reach
            for band in self._bands_of(box)
            for reach in self._bands[band]
            if reach.box[0] < right and left < reach.box[2] and reach.box[1] < bottom and top < reach.box[3]
        }


def _may_be_covered(text: Text, around: set[Reach]) -> bool:
    """Is anything painted over the text but a line or two?"""
    above = [reach for reach in around if reach.turn > text.turn]
    thin = (text.box[3] - text.box[1]) / 5
    return len(above) > MOST_LINES_ABOVE or any(reach.thickness > thin for reach in above)


class Backdrop:
    """A part of a page without its text, ``left`` and ``top`` pixels from its corner."""

    def __init__(self, drawn: Raster, left: int, top: int) -> None:
        self._rows = drawn.raw
        self._stride = 3 * drawn.width
        self._left, self._top = left, top

    def under(self, text: Text) -> list[tuple[int, Colour]]:
        """The colours under the text, each with its number of rows, but for lines below or through it.

        None at all where a row has more than one colour.
        """
        left, top, right, bottom = text.pixels
        rows: Counter[Colour] = Counter()
        for row in range(top - self._top, bottom - self._top):
            start = row * self._stride + 3 * (left - self._left)
            pixels = bytes(self._rows[start : start + 3 * (right - left)])
            if pixels != pixels[:3] * (right - left):
                return []
            rows[colour_of(pixels[:3])] += 1
        if len(rows) == 1:
            return [(count, colour) for colour, count in rows.items()]
        if text.askew:
            return []
        ruled = ruled_colours(rows, bottom - top)
        return [(count, colour) for colour, count in rows.items() if colour not in ruled]


def ruled_colours(rows: Counter[Colour], height: int) -> set[Colour]:
    """The colours of the rows that a line fills from end to end: at most a third of all, or it is no line."""
    few = max(2, height // 5)
    ruled = {
        colour
        for colour in rows
        if sum(count for other, count in rows.items() if alike(colour, other)) <= few
    }
    return ruled if 3 * sum(rows[colour] for colour in ruled) <= height else set()


class Measured(NamedTuple):
    """What came of one text object. ``worst`` and ``typical`` are ratios."""

    text: Text
    colour: Colour
    background: Colour
    worst: float
    typical: float
    hidden: bool = False

    @property
    def fails(self) -> bool:
        return not self.hidden and self.worst < self.text.needed


@contextmanager
def _page(document: Rendered, number: int) -> Iterator[Page | None]:
    """The page, or None where PDFium cannot open it."""
    with document.page(number) as handle:
        if not handle:
            yield None
            return
        words = pdfium.FPDFText_LoadPage(handle)
        try:
            yield Page(handle, words, number)
        finally:
            if words:
                pdfium.FPDFText_ClosePage(words)


class Page(PageImage):
    """A loaded page with its text."""

    def __init__(self, handle: Handle, words: Handle, number: int) -> None:
        super().__init__(handle)
        self._words = words
        self._number = number
        self._to_points = self._upright()
        self._all_texts: list[Handle] = []
        self._others: list[Surface] = []
        self._seen_whole = True

    def measure(self, *, in_plain_colours: bool) -> list[TextContrast] | None:
        """The lines of text. None: there is more on the page than is looked at, or no memory to render it."""
        texts = self._texts()
        if texts is None:
            return None
        if not texts:
            return []
        measured = self._by_what_is_drawn(texts) if in_plain_colours else None
        if measured is None:
            from a11ycheck.documents.pdf.contrast_pixels import Measuring  # brings Pillow: 8 ms

            self._show_text(True)
            with_text = self.render()
            self._show_text(False)
            without = self.render()
            if with_text is None or without is None:
                return None
            measured = Measuring(self, texts, with_text, without).all()
        lines = (self._contrast(line) for line in _lines(measured))
        # Bullets, leaders and rules made of dashes say nothing in any language.
        return [line for line in lines if any(map(str.isalnum, line.text))]

    def _contrast(self, line: list[Measured]) -> TextContrast:
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

    def _texts(self) -> list[Text] | None:
        """The text objects meant to be seen, in painting order, or None if there are too many objects.

        Every text object is kept in ``_all_texts``, what is no text in ``_others``.
        """
        texts: list[Text] = []
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
                text = self._text(handle, matrix, alpha, wrappers, looked_at)
                if text:
                    texts.append(text)
            elif kind != pdfium.FPDF_PAGEOBJ_FORM:
                self._others.append(Surface(handle, matrix, looked_at))
            elif len(wrappers) < DEEPEST_FORM:
                inner = _times(_matrix(handle), matrix)
                seen_through = alpha * _paint(handle)[1]
                inside = pdfium.FPDFFormObj_CountObjects(handle)
                waiting.extend(
                    (pdfium.FPDFFormObj_GetObject(handle, index), inner, seen_through, (*wrappers, handle))
                    for index in range(min(inside, MOST_OBJECTS + 1) - 1, -1, -1)
                )
            else:
                self._seen_whole = False
        return texts if len(self._all_texts) <= MOST_TEXTS else None

    def _text(
        self, handle: Handle, outer: Matrix, alpha: float, wrappers: tuple[Handle, ...], turn: int
    ) -> Text | None:
        """The text object, or None if it is not meant to be seen or stands off the page."""
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
        if mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP):
            return None
        bounds = _bounds_of(handle)
        has_size = bounds is not None and bounds[0] < bounds[2] and bounds[1] < bounds[3]
        box = self._placed(bounds, outer) if bounds and has_size else None
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
        wrappers = (*wrappers, handle)
        is_filled = bool(name) and mode == pdfium.FPDF_TEXTRENDERMODE_FILL
        return Text(
            handle,
            self._words_of(handle),
            colour,
            alpha * opacity,
            round(drawn, 1),
            bold,
            askew,
            box,
            pixels,
            wrappers,
            is_filled and not any(map(pdfium.FPDFPageObj_HasTransparency, wrappers)),
            turn,
        )

    def _placed(self, bounds: Rectangle, outer: Matrix) -> Rectangle | None:
        """Where something with these bounds is on the page, or None where its numbers have gone wrong."""
        left, bottom, right, top = bounds
        to_points = _times(outer, self._to_points)
        corners = [_at(to_points, x, y) for x in (left, right) for y in (bottom, top)]
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

    # Measuring

    def _show_text(self, shown: bool) -> None:
        for handle in self._all_texts:
            activate(handle, shown)

    def _by_what_is_drawn(self, texts: list[Text]) -> list[Measured] | None:
        """The texts, without those of spaces alone, where what they are drawn with tells that all of them stand out.

        None where that cannot be told, or where one does not: what is to be seen decides then. A text that nothing
        else reaches stands on white paper.
        """
        texts = [text for text in texts if not text.words.isspace()]
        near = self._surroundings()
        if near is None or not all(text.is_plain for text in texts):
            return None
        touched: list[Text] = []
        for text in texts:
            around = near.of(text.box)
            if _may_be_covered(text, around):
                return None
            if around:
                touched.append(text)
        backdrop = self._backdrop(touched)
        if backdrop is None:
            return None
        measured: list[Measured] = []
        on_surfaces = iter(touched)
        next_touched = next(on_surfaces, None)
        for text in texts:
            backgrounds: list[tuple[int, Colour]] | None = [(1, WHITE)]
            if text is next_touched:
                backgrounds = backdrop.under(text)
                next_touched = next(on_surfaces, None)
            if not backgrounds:
                return None
            if any(ratio(text.colour, under) < text.needed for _, under in backgrounds):
                return None
            measured.append(rated(text, text.colour, 1.0, backgrounds))
        return measured

    def _surroundings(self) -> Surroundings | None:
        """Where there is anything but text. None: too much, or not known."""
        if not self._seen_whole or len(self._others) > MOST_SURFACES:
            return None
        # What is thinner than a pixel is drawn as a pixel wide, and the edges of texts are rounded to pixels.
        rim = 2 / self.scale
        reaches: list[Reach] = []
        for other in self._others:
            bounds = _bounds_of(other.handle)
            box = self._placed(bounds, other.outer) if bounds else None
            # The bounds of a shading say nothing: it fills what is not clipped away.
            if box is None or pdfium.FPDFPageObj_GetType(other.handle) == pdfium.FPDF_PAGEOBJ_SHADING:
                return None
            left, top, right, bottom = box
            reaches.append(Reach((left - rim, top - rim, right + rim, bottom + rim), rim, other.turn))
        return Surroundings(reaches, self.height / self.scale)

    def _backdrop(self, texts: list[Text]) -> Backdrop | None:
        """What is behind the texts, rendered. None: no memory."""
        if not texts:
            return Backdrop(Raster(0, 0, memoryview(b"")), 0, 0)
        left, top, right, bottom = zip(*(text.pixels for text in texts), strict=True)
        part = min(left), min(top), max(right), max(bottom)
        self._show_text(False)
        drawn = self.raster(part)
        return Backdrop(drawn, part[0], part[1]) if drawn else None

    def coverage(self, texts: Iterable[Text]) -> Image.Image | None:
        """How far glyphs cover each pixel, 0 to 255, whatever their colour and what lies above them."""
        for other in self._others:
            activate(other.handle, False)
        for text in texts:
            activate(text.handle, True)
        alone = self.render(clear=True)
        for text in texts:
            activate(text.handle, False)
        for other in self._others:
            activate(other.handle, True)
        return alone.getchannel("A") if alone else None


def activate(handle: Handle, active: bool) -> None:
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


def _bounds_of(handle: Handle) -> Rectangle | None:
    """Left, bottom, right and top of an object in its form's or page's own space."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return None
    return left.value, bottom.value, right.value, top.value


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


def rated(text: Text, colour: Colour, alpha: float, backgrounds: list[tuple[int, Colour]]) -> Measured:
    """The contrast of a text of this colour with the backgrounds, each of which has a number of pixels."""
    ratios = sorted(
        (ratio(blend(colour, alpha, background), background), count, background)
        for count, background in backgrounds
    )
    pixels = sum(count for count, _ in backgrounds)
    worst, _ = at_part(ratios, WORST_PART * pixels)
    typical, background = at_part(ratios, 0.5 * pixels)
    return Measured(text, blend(colour, alpha, background), background, worst, typical)


def at_part(ratios: list[tuple[float, int, Colour]], pixels: float) -> tuple[float, Colour]:
    for found, count, background in ratios:
        pixels -= count
        if pixels <= 0:
            return found, background
    return ratios[-1][0], ratios[-1][2]


# Lines


def _lines(measured: list[Measured]) -> list[list[Measured]]:
    """Put together what stands on one line in one style: programs write a line in several pieces."""
    lines: list[list[Measured]] = []
    latest: dict[tuple[object, ...], list[Measured]] = {}
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


def _follows(before: Text, after: Text) -> bool:
    """Do they stand on one line with no more than a wide space between?"""
    one, other = before.box, after.box
    beside = min(one[3], other[3]) - max(one[1], other[1])
    return (
        not before.askew
        and 2 * beside >= min(one[3] - one[1], other[3] - other[1])
        and -after.size <= other[0] - one[2] <= 1.5 * after.size
    )
