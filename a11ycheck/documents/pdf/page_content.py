"""What a page paints: its content stream (7.8.2) and those of the forms that it draws, followed operator by operator.

Everything is placed in points from the top left corner of the page as it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot, inf
from typing import Any

import pikepdf

from a11ycheck.documents.pdf import joining, limits
from a11ycheck.documents.pdf.fonts import FontReader, Fonts
from a11ycheck.documents.pdf.joining import ORIGIN, RIGHTWARDS, Point
from a11ycheck.documents.pdf.objects import (
    ObjectId,
    Streams,
    array,
    entries,
    id_of,
    name,
    numbers,
    text,
    text_of,
    whole,
)
from a11ycheck.documents.pdf.operators import Array, Dictionary, Operand, operands_of, operators
from a11ycheck.documents.pdf.page_model import Drawn, Item, Sequence
from a11ycheck.documents.pdf.pages import Matrix, PageSource
from a11ycheck.outcome import Box

INVISIBLE = 3
"""Text rendering mode 3 (9.3.6): neither filled nor stroked."""
WORD_SPACE = -1000 * joining.GAP
"""An adjustment in a TJ array that leaves a gap as wide as a space, in thousandths of the font size."""
FURTHEST = 1e7
"""Points: boxes beyond this are those of numbers gone wrong, and none are given."""
NO_FONT = -1


@dataclass(slots=True)
class Run:
    """Consecutive items of one kind, font and sequence, while they are being painted.

    ``images`` are the streams of the images painted, but for those written in the page's own stream. ``unsaid`` is how
    many codes have no text.
    """

    kind: str
    sequence: int
    stream: int
    left: float
    top: float
    right: float
    bottom: float
    parts: list[str] = field(default_factory=list)
    size: float = 0.0
    font: int = NO_FONT
    invisible: bool = False
    start: Point = ORIGIN
    end: Point = ORIGIN
    along: Point = RIGHTWARDS
    known_box: Box | None = None
    images: list[object] | None = None
    unsaid: int = 0

    @property
    def text(self) -> str:
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    def box(self, page: int) -> Box | None:
        """Return the run's box on ``page``, once it is complete; None where its numbers have gone wrong."""
        if self.known_box is None and self.is_placed:
            left, top, right, bottom = self.left, self.top, self.right, self.bottom
            self.known_box = Box(page, round(left, 2), round(top, 2), round(right, 2), round(bottom, 2))
        return self.known_box

    @property
    def is_placed(self) -> bool:
        return (
            -FURTHEST < self.left <= self.right < FURTHEST and -FURTHEST < self.top <= self.bottom < FURTHEST
        )

    def cover(self, left: float, top: float, right: float, bottom: float) -> None:
        if left < self.left:
            self.left = left
        if top < self.top:
            self.top = top
        if right > self.right:
            self.right = right
        if bottom > self.bottom:
            self.bottom = bottom


@dataclass(frozen=True, slots=True)
class Glyph:
    """One code of a string as it is drawn, for laying out pages and for finding the text of links."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool


@dataclass(slots=True)
class Drawing:
    """All that one page paints, as the rest of the opener needs it."""

    page: int
    runs: list[Run] = field(default_factory=list)
    sequences: list[Sequence] = field(default_factory=list)
    glyphs: list[Glyph] = field(default_factory=list)
    cut_short: bool = False

    def model(self) -> Drawn:
        return Drawn(
            self.page,
            tuple(
                Item(
                    run.kind,
                    run.sequence,
                    run.text,
                    run.box(self.page),
                    run.size,
                    run.font,
                    run.invisible,
                    run.stream,
                    run.unsaid,
                )
                for run in self.runs
            ),
            tuple(self.sequences),
            self.cut_short,
        )


Properties = tuple[int, str | None, str | None, str | None, str | None]
"""Of marked content: MCID (-1 for none), Lang, ActualText, Alt and E."""


class Resources:
    """A resource dictionary (7.8.3), each name in it looked up once."""

    def __init__(self, resources: object, fonts: Fonts) -> None:
        held = entries(resources)
        self._all_fonts = fonts
        self._fonts = entries(held.get("/Font"))
        self._objects = entries(held.get("/XObject"))
        self._properties = entries(held.get("/Properties"))
        self._font_numbers: dict[str, int] = {}
        self._drawable: dict[str, Drawable] = {}
        self._known_properties: dict[str, Properties] = {}

    def font(self, font_name: str) -> int:
        if font_name not in self._font_numbers:
            self._font_numbers[font_name] = self._all_fonts.number_of(self._fonts.get(f"/{font_name}"))
        return self._font_numbers[font_name]

    def drawable(self, object_name: str) -> Drawable:
        if object_name not in self._drawable:
            self._drawable[object_name] = _drawable(self._objects.get(f"/{object_name}"))
        return self._drawable[object_name]

    def properties(self, properties_name: str) -> Properties:
        if properties_name not in self._known_properties:
            held = entries(self._properties.get(f"/{properties_name}"))
            self._known_properties[properties_name] = (
                whole(held.get("/MCID"), -1),
                text(held.get("/Lang")),
                text(held.get("/ActualText")),
                text(held.get("/Alt")),
                text(held.get("/E")),
            )
        return self._known_properties[properties_name]


@dataclass(frozen=True, slots=True)
class Drawable:
    """An external object (8.8): ``kind`` is its subtype; the rest is for forms (8.10). ``struct_parents``: where the
    ParentTree has its marked content (14.7.4.4), -1 if it has none."""

    kind: str
    id: ObjectId
    stream: object
    matrix: Matrix
    resources: object
    struct_parents: int


def _drawable(found: object) -> Drawable:
    held = entries(found)
    matrix = numbers(held.get("/Matrix"), 6)
    return Drawable(
        name(held.get("/Subtype")),
        id_of(found),
        found,
        (matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]) if matrix else IDENTITY,
        held.get("/Resources"),
        whole(held.get("/StructParents"), -1),
    )


IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def product(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does ``first`` and ``then`` in turn (8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


@dataclass(slots=True)
class TaggedForm:
    """A form with StructParents, and the pages that draw it, each as often as it does."""

    struct_parents: int
    pages: list[int] = field(default_factory=list)


class Interpreter:
    """Paints the pages of one document, within limits for all of them together.

    ``tagged_forms``: the forms with marked content of their own (14.7.4.2), by their objects' numbers.
    """

    def __init__(self, streams: Streams, fonts: Fonts) -> None:
        self.streams = streams
        self.fonts = fonts
        self.operators_left = limits.MOST_OPERATORS
        self.forms_left = limits.MOST_FORMS
        self.items_left = limits.MOST_ITEMS
        self.shown_left = limits.MOST_SHOWN
        self.bytes_left = limits.ALL_STREAMS
        self.glyphs_left = limits.ALL_GLYPHS
        self.tagged_forms: dict[int, TaggedForm] = {}
        self._tried_out: set[ObjectId] = set()
        self._resources: dict[ObjectId, Resources] = {}
        self._forms: dict[ObjectId, bytes] = {}
        self._forms_left = limits.ALL_FORMS_KEPT

    def draw(self, page: PageSource, *, glyphs: bool = False) -> Drawing:
        """Follow a page's content. ``glyphs``: each glyph is wanted by itself.

        Raises ``CouldNotCheck("too-big")``.
        """
        painter = Painter(self, page, glyphs)
        contents = page.held.get("/Contents")
        streams = array(contents) if isinstance(contents, pikepdf.Array) else [contents]
        read = [self.streams.read(stream) for stream in streams if isinstance(stream, pikepdf.Stream)]
        painter.drawing.cut_short = None in read
        painter.run(b"\n".join(data for data in read if data), self.resources(page.held.get("/Resources")))
        return painter.drawing

    def try_out(self, page: PageSource, form: object) -> None:
        """Follow a form that is an annotation's appearance (12.5.5), for the fonts and forms that it draws with."""
        drawable = _drawable(form)
        if drawable.id in self._tried_out and drawable.struct_parents < 0:
            return
        self._tried_out.add(drawable.id)
        painter = Painter(self, page, False)
        painter.resources = self.resources(page.held.get("/Resources"))
        painter.draw_form(drawable)

    def resources(self, found: object) -> Resources:
        key = id_of(found)
        if key == (0, 0):
            return Resources(found, self.fonts)
        if key not in self._resources:
            self._resources[key] = Resources(found, self.fonts)
        return self._resources[key]

    def form(self, drawable: Drawable) -> bytes | None:
        """Return a form's content, kept for the next time it is drawn; None where it cannot be decoded."""
        data = self._forms.get(drawable.id)
        if data is None:
            data = self.streams.read(drawable.stream)
            if data is not None and len(data) <= self._forms_left:
                self._forms_left -= len(data)
                self._forms[drawable.id] = data
        return data


_ONLY_MCID = re.compile(rb"[\0\t\n\f\r ]*/MCID[\0\t\n\f\r ]+(\d{1,9})[\0\t\n\f\r ]*")
_PROPERTIES = {"MCID", "Lang", "ActualText", "Alt", "E"}
_Saved = tuple[Any, ...]
Edges = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_Unit = tuple[float, float, float, float, float, Point]
"""Where one unit of text space across and one up lead on the page, how long the latter is, and the text's direction."""


class Painter:
    """Follows the content of one page. Its fields are the graphics state (8.4.1) and the text state (9.3.1)."""

    def __init__(self, document: Interpreter, page: PageSource, glyphs: bool) -> None:
        self.document = document
        self.drawing = Drawing(page.number)
        self.keeps_glyphs = glyphs
        self.glyphs_left = min(limits.MOST_GLYPHS, document.glyphs_left)
        self.resources: Resources
        self.forms: list[ObjectId] = []
        self.stream = 0
        self.sequence = -1
        self.outermost = -1
        self.path: list[float] = []
        self.saved: list[_Saved] = []
        self.matrix = page.matrix
        self.font = NO_FONT
        self.reader: FontReader | None = None
        self.size = 0.0
        self.char_space = 0.0
        self.word_space = 0.0
        self.scale = 1.0
        self.leading = 0.0
        self.rise = 0.0
        self.mode = 0
        # The text matrix, split into what turns and scales, where the line begins, and where the next glyph goes.
        self.turn = (1.0, 0.0, 0.0, 1.0)
        self.line = (0.0, 0.0)
        self.at = (0.0, 0.0)
        self.unit: _Unit | None = None

    def run(self, data: bytes, resources: Resources) -> None:
        """Follow a content stream to its end, or until a limit is reached."""
        document = self.document
        document.bytes_left -= len(data)
        if document.bytes_left < 0:
            self.drawing.cut_short = True
            return
        self.resources = resources
        for operator, operands in operators(data):
            document.operators_left -= 1 if operator else 1 + len(operands)
            if document.operators_left < 0:
                self.drawing.cut_short = True
                return
            act = ACTS.get(operator)
            if act is not None:
                try:
                    act(self, operands)
                except (IndexError, TypeError, ValueError, ArithmeticError):
                    # Operands that make no sense: the operator is passed over, as viewers do.
                    continue

    # Graphics state

    def save(self, _: list[Operand]) -> None:
        if len(self.saved) < limits.DEEPEST_STATE:
            self.saved.append(self._state())

    def _state(self) -> _Saved:
        return (
            self.matrix,
            self.font,
            self.reader,
            self.size,
            self.char_space,
            self.word_space,
            self.scale,
            self.leading,
            self.rise,
            self.mode,
        )

    def restore(self, _: list[Operand]) -> None:
        if self.saved:
            self._restore(self.saved.pop())

    def _restore(self, state: _Saved) -> None:
        (
            self.matrix,
            self.font,
            self.reader,
            self.size,
            self.char_space,
            self.word_space,
            self.scale,
            self.leading,
            self.rise,
            self.mode,
        ) = state
        self.unit = None

    def concatenate(self, operands: list[Operand]) -> None:
        a, b, c, d, e, f = _numbers(operands, 6)
        self.matrix = product((a, b, c, d, e, f), self.matrix)
        self.unit = None

    # Text state and position

    def begin_text(self, _: list[Operand]) -> None:
        self.turn = (1.0, 0.0, 0.0, 1.0)
        self.line = self.at = (0.0, 0.0)
        self.unit = None

    def set_font(self, operands: list[Operand]) -> None:
        font_name, size = operands[-2:]
        self.size = float(size)
        self.font = self.resources.font(font_name) if isinstance(font_name, str) else NO_FONT
        self.reader = self.document.fonts[self.font] if self.font != NO_FONT else None
        self.unit = None

    def set_char_space(self, operands: list[Operand]) -> None:
        (self.char_space,) = _numbers(operands, 1)

    def set_word_space(self, operands: list[Operand]) -> None:
        (self.word_space,) = _numbers(operands, 1)

    def set_scale(self, operands: list[Operand]) -> None:
        (percent,) = _numbers(operands, 1)
        self.scale = percent / 100

    def set_leading(self, operands: list[Operand]) -> None:
        (self.leading,) = _numbers(operands, 1)

    def set_rise(self, operands: list[Operand]) -> None:
        (self.rise,) = _numbers(operands, 1)

    def set_mode(self, operands: list[Operand]) -> None:
        (mode,) = _numbers(operands, 1)
        self.mode = int(mode)

    def set_text_matrix(self, operands: list[Operand]) -> None:
        a, b, c, d, e, f = _numbers(operands, 6)
        if (a, b, c, d) != self.turn:
            self.turn = (a, b, c, d)
            self.unit = None
        self.line = self.at = (e, f)

    def move(self, operands: list[Operand]) -> None:
        across, up = _numbers(operands, 2)
        a, b, c, d = self.turn
        x, y = self.line
        self.line = self.at = (x + across * a + up * c, y + across * b + up * d)

    def move_and_lead(self, operands: list[Operand]) -> None:
        self.leading = -_numbers(operands, 2)[1]
        self.move(operands)

    def next_line(self, _: list[Operand]) -> None:
        self.move([0.0, -self.leading])

    # Text

    def show(self, operands: list[Operand]) -> None:
        shown = operands[-1]
        if type(shown) is bytes:
            self._show([shown], len(shown))

    def show_on_next_line(self, operands: list[Operand]) -> None:
        self.next_line(operands)
        self.show(operands)

    def show_spaced(self, operands: list[Operand]) -> None:
        self.word_space, self.char_space = _numbers(operands[:2], 2)
        self.show_on_next_line(operands)

    def show_adjusted(self, operands: list[Operand]) -> None:
        """TJ: strings with adjustments between them (9.4.3), in thousandths of the font size, backwards."""
        adjusted = operands[-1]
        if isinstance(adjusted, Array):
            self._show(_adjusted(adjusted, exact=self.keeps_glyphs), len(adjusted))
        else:
            # A broken array's strings and numbers lie before it.
            self._show(operands, limits.LONGEST_STRING)

    def _show(self, parts: list[Operand], length: int) -> None:
        self.document.shown_left -= length
        if self.document.shown_left < 0:
            self.document.operators_left = -1
        said: list[str] = []
        width, count, letters, spaces = 0.0, 0, 0, 0
        reader, invisible = self.reader, self.mode == INVISIBLE
        for part in parts:
            if isinstance(part, float):
                width -= part
                if part < WORD_SPACE:
                    said.append(" ")
            elif type(part) is bytes and reader is not None:
                if self.keeps_glyphs:
                    self._show_glyphs(reader, part, width, count, spaces)
                more = reader.read(part, invisible)
                said.append(more[0])
                letters += len(more[0])
                width += more[1]
                count += more[2]
                spaces += more[3]
        self.document.shown_left -= letters
        self._add_text("".join(said), self._advance(width, count, spaces), max(count - letters, 0))

    def _advance(self, width: float, count: int, spaces: int) -> float:
        """Return how far codes move the text position, in text space (9.4.4)."""
        spaced = width * self.size / 1000 + count * self.char_space + spaces * self.word_space
        return spaced if self.reader is not None and self.reader.vertical else spaced * self.scale

    def _show_glyphs(self, reader: FontReader, shown: bytes, width: float, count: int, spaces: int) -> None:
        begin = self._advance(width, count, spaces)
        for said, wide, is_space in reader.glyphs(shown):
            width += wide
            inked = self._advance(width, count, spaces)
            count += 1
            spaces += is_space
            if said and self._may_keep_glyph():
                _, _, box = self._placed(begin, inked)
                size = round(abs(self.size) * self._unit()[4], 2)
                self.drawing.glyphs.append(Glyph(said, *box, size, reader.bold))
            begin = self._advance(width, count, spaces)

    def _may_keep_glyph(self) -> bool:
        """Count a glyph; once there are too many, the page has none at all, since some would pass for all."""
        self.glyphs_left -= 1
        self.document.glyphs_left -= 1
        if self.glyphs_left < 0:
            self.keeps_glyphs = False
            self.drawing.glyphs.clear()
        return self.keeps_glyphs

    def _unit(self) -> _Unit:
        if self.unit is None:
            a, b, c, d = self.turn
            p, q, r, s, _, _ = self.matrix
            across = a * p + b * r, a * q + b * s
            up = c * p + d * r, c * q + d * s
            ahead = (-up[0], -up[1]) if self.reader is not None and self.reader.vertical else across
            length = hypot(*ahead) or 1.0
            self.unit = *across, *up, hypot(*up), Point(ahead[0] / length, ahead[1] / length)
        return self.unit

    def _placed(self, begin: float, end: float) -> tuple[Point, Point, Edges]:
        """Return where text lies on the page that reaches from ``begin`` to ``end``, both ahead of the text position
        in text space: where its baseline starts and ends, and its box."""
        ux, uy, vx, vy, _, _ = self._unit()
        p, q, r, s, t, u = self.matrix
        x, y = self.at
        x, y = x * p + y * r + t + self.rise * vx, x * q + y * s + u + self.rise * vy
        low = high = 0.0
        if self.reader is not None:
            low, high = self.reader.descent * self.size, self.reader.ascent * self.size
            if self.reader.vertical:
                low, high = -self.size / 2, self.size / 2
                ux, uy, vx, vy = vx, vy, ux, uy
        x0, y0, x1, y1 = x + begin * ux, y + begin * uy, x + end * ux, y + end * uy
        if uy == 0 == vx:
            left, right = (x0, x1) if x0 <= x1 else (x1, x0)
            top, bottom = y0 + high * vy, y0 + low * vy
            box = (left, top, right, bottom) if top <= bottom else (left, bottom, right, top)
        else:
            xs = sorted((x0 + low * vx, x0 + high * vx, x1 + low * vx, x1 + high * vx))
            ys = sorted((y0 + low * vy, y0 + high * vy, y1 + low * vy, y1 + high * vy))
            box = (xs[0], ys[0], xs[3], ys[3])
        return Point(x0, y0), Point(x1, y1), box

    def _add_text(self, said: str, advance: float, unsaid: int) -> None:
        height, along = self._unit()[4:]
        size = round(abs(self.size) * height, 2)
        if not size < FURTHEST:
            size = 0.0
        start, end, box = self._placed(0.0, advance)
        invisible = self.mode == INVISIBLE
        last = self.drawing.runs[-1] if self.drawing.runs else None
        if (
            last is not None
            and last.sequence == self.sequence
            and last.font == self.font
            and last.size == size
            and last.stream == self.stream
            and last.invisible == invisible
            and last.kind == "text"
            and (gap := joining.between(last.end, last.along, size, start)) is not None
        ):
            last.cover(*box)
            last.unsaid += unsaid
            if said.strip() or not joining.lies_over(last.end, last.along, size, start):
                joining.add(last.parts, said, gap)
                last.end, last.along = end, along
        else:
            run = Run(
                "text",
                self.sequence,
                self.stream,
                *box,
                [said],
                size,
                self.font,
                invisible,
                start,
                end,
                along,
                unsaid=unsaid,
            )
            self._keep(run)
        a, b, c, d = self.turn
        if self.reader is not None and self.reader.vertical:
            a, b = c, d
        x, y = self.at
        self.at = (x + advance * a, y + advance * b)

    def _keep(self, run: Run) -> None:
        self._count_item()
        self.drawing.runs.append(run)

    def _count_item(self) -> None:
        self.document.items_left -= 1
        if self.document.items_left < 0:
            self.document.operators_left = -1

    # Marked content

    def begin_marked(self, operands: list[Operand]) -> None:
        """BMC and BDC (14.6.1)."""
        tag = operands[0] if operands and isinstance(operands[0], str) else ""
        mcid, language, actual, alt, expansion = self._properties(operands[1:])
        self._count_item()
        key = (self.drawing.page, self.stream, mcid) if mcid >= 0 else None
        self.drawing.sequences.append(
            Sequence(tag, self.sequence, key, language, actual, alt, expansion, self.stream)
        )
        self.sequence = len(self.drawing.sequences) - 1

    def _properties(self, operands: list[Operand]) -> Properties:
        given = operands[-1] if operands else None
        if isinstance(given, Dictionary):
            if only := _ONLY_MCID.fullmatch(given):
                return int(only[1]), None, None, None, None
            operands = operands_of(given)
        elif len(operands) == 1 and isinstance(given, str):
            return self.resources.properties(given)
        found: dict[str, Operand] = {}
        for key, value in pairwise(operands):
            if isinstance(key, str) and key in _PROPERTIES:
                found.setdefault(key, value)
        mcid = found.get("MCID")
        return (
            int(mcid) if isinstance(mcid, float) else -1,
            _text_in(found, "Lang"),
            _text_in(found, "ActualText"),
            _text_in(found, "Alt"),
            _text_in(found, "E"),
        )

    def end_marked(self, _: list[Operand]) -> None:
        if self.sequence != self.outermost:
            self.sequence = self.drawing.sequences[self.sequence].outer

    # Paths, images, shadings and forms

    def extend_path(self, operands: list[Operand]) -> None:
        """m, l, c, v and y: the curve lies within its points."""
        self.path += _numbers(operands, len(operands) & ~1)
        if len(self.path) > limits.LONGEST_PATH:
            self.path = [min(self.path[::2]), min(self.path[1::2]), max(self.path[::2]), max(self.path[1::2])]

    def rectangle(self, operands: list[Operand]) -> None:
        x, y, width, height = _numbers(operands, 4)
        self.extend_path([x, y, x + width, y + height])

    def drop_path(self, _: list[Operand]) -> None:
        self.path = []

    def paint_path(self, _: list[Operand]) -> None:
        xs, ys = self.path[::2], self.path[1::2]
        self.path = []
        if xs:
            self._paint("path", min(xs), min(ys), max(xs), max(ys))

    def paint_shading(self, _: list[Operand]) -> None:
        # It fills what is not clipped away, and clipping is not followed.
        self._add("shading", inf, inf, -inf, -inf)

    def paint_image(self, _: list[Operand]) -> None:
        self._paint("image", 0.0, 0.0, 1.0, 1.0)

    def _paint(self, kind: str, x0: float, y0: float, x1: float, y1: float) -> None:
        a, b, c, d, e, f = self.matrix
        xs = sorted((a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1))
        ys = sorted((b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1))
        self._add(kind, xs[0] + e, ys[0] + f, xs[3] + e, ys[3] + f)

    def _add(self, kind: str, left: float, top: float, right: float, bottom: float) -> None:
        last = self.drawing.runs[-1] if self.drawing.runs else None
        if (
            last is not None
            and last.kind == kind
            and last.sequence == self.sequence
            and last.stream == self.stream
        ):
            last.cover(left, top, right, bottom)
        else:
            self._keep(Run(kind, self.sequence, self.stream, left, top, right, bottom))

    def draw_object(self, operands: list[Operand]) -> None:
        """Do (8.8): an image, or a form, which is followed where it is drawn."""
        object_name = operands[-1]
        if not isinstance(object_name, str):
            return
        drawable = self.resources.drawable(object_name)
        if drawable.kind == "Image":
            self.paint_image(operands)
            run = self.drawing.runs[-1]
            run.images = run.images or []
            run.images.append(drawable.stream)
        elif drawable.kind == "Form" and drawable.id not in self.forms:
            self.draw_form(drawable)

    def draw_form(self, form: Drawable) -> None:
        document = self.document
        document.forms_left -= 1
        if document.forms_left < 0 or len(self.forms) >= limits.DEEPEST_FORM:
            self.drawing.cut_short = True
            return
        data = document.form(form)
        if data is None:
            self.drawing.cut_short = True
            return
        around = (
            self._state(),
            self.saved,
            self.resources,
            self.stream,
            self.outermost,
            self.sequence,
            self.path,
        )
        position = self.turn, self.line, self.at
        self.saved, self.path = [], []
        self.forms.append(form.id)
        if form.struct_parents >= 0:
            use = document.tagged_forms.setdefault(form.id[0], TaggedForm(form.struct_parents))
            use.pages.append(self.drawing.page)
        self.stream, self.outermost = form.id[0], self.sequence
        self.matrix = product(form.matrix, self.matrix)
        self.unit = None
        self.run(data, document.resources(form.resources) if form.resources is not None else self.resources)
        self.forms.pop()
        state, self.saved, self.resources, self.stream, self.outermost, self.sequence, self.path = around
        self._restore(state)
        self.turn, self.line, self.at = position


def _numbers(operands: list[Operand], count: int) -> list[float]:
    """Return the last ``count`` operands as numbers. Raises ``ValueError`` or ``TypeError``."""
    found = operands[-count:] if count else []
    if len(found) != count:
        raise ValueError(operands)
    for operand in found:
        if not isinstance(operand, float):
            raise TypeError(operand)
    return found  # type: ignore[return-value]


def _text_in(found: dict[str, Operand], key: str) -> str | None:
    value = found.get(key)
    return text_of(value) if isinstance(value, bytes) else None


_NESTED = re.compile(rb"\([^()]*\(")


def _adjusted(written: bytes, *, exact: bool) -> list[Operand]:
    """Return the strings and adjustments of a TJ array.

    Where no adjustment is as wide as a space, and nobody asks for exact places, they become one string and one
    adjustment: a line of text can come in a hundred pieces.
    """
    is_hex = b"<" in written
    if (b"(" in written and (is_hex or b"\\" in written or _NESTED.search(written))) or b"\r" in written:
        return operands_of(written)
    pieces = written.translate(_TO_CLOSING).split(b">" if is_hex else b")")
    strings, outside = pieces[1::2], pieces[::2]
    try:
        if is_hex and any(map((1).__and__, map(len, strings))):
            return operands_of(written)
        adjustments = list(map(float, b" ".join(outside).split()))
        if not exact and min(adjustments, default=0.0) >= WORD_SPACE:
            together = b"".join(strings)
            return [bytes.fromhex(together.decode()) if is_hex else together, sum(adjustments)]
        gaps = [sum(map(float, gap.split())) for gap in outside]
        if is_hex:
            strings = [bytes.fromhex(piece.decode()) for piece in strings]
    except ValueError:
        return operands_of(written)
    parts: list[Operand] = [gaps[0]]
    for string, gap in zip(strings, gaps[1:], strict=False):
        parts += (string, gap)
    return parts


_TO_CLOSING = bytes.maketrans(b"<(", b">)")

Act = Callable[[Painter, list[Operand]], None]
ACTS: Mapping[bytes, Act] = {
    b"q": Painter.save,
    b"Q": Painter.restore,
    b"cm": Painter.concatenate,
    b"BT": Painter.begin_text,
    b"Tf": Painter.set_font,
    b"Tc": Painter.set_char_space,
    b"Tw": Painter.set_word_space,
    b"Tz": Painter.set_scale,
    b"TL": Painter.set_leading,
    b"Ts": Painter.set_rise,
    b"Tr": Painter.set_mode,
    b"Tm": Painter.set_text_matrix,
    b"Td": Painter.move,
    b"TD": Painter.move_and_lead,
    b"T*": Painter.next_line,
    b"Tj": Painter.show,
    b"'": Painter.show_on_next_line,
    b'"': Painter.show_spaced,
    b"TJ": Painter.show_adjusted,
    b"BMC": Painter.begin_marked,
    b"BDC": Painter.begin_marked,
    b"EMC": Painter.end_marked,
    b"Do": Painter.draw_object,
    b"ID": Painter.paint_image,
    b"sh": Painter.paint_shading,
    b"n": Painter.drop_path,
    b"re": Painter.rectangle,
    **dict.fromkeys((b"m", b"l", b"c", b"v", b"y"), Painter.extend_path),
    **dict.fromkeys((b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"), Painter.paint_path),
}
"""The operators that place or paint something, or mark content (Annex A); the others change only its looks."""
