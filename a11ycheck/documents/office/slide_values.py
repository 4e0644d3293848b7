"""Single values of PresentationML: namespaces, boxes, and where groups put what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.theme_colours import A
from a11ycheck.documents.office.word_values import number

if TYPE_CHECKING:
    from lxml.etree import _Element

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
EMU_PER_POINT = 12_700
UNITS_PER_DEGREE = 60_000


class Frame(NamedTuple):
    """A rectangle in points: left, top, width, height."""

    left: float
    top: float
    width: float
    height: float

    def overlap(self, other: Frame) -> float:
        """How much of this one the other covers, from 0 to 1; of a line, 0 or 1 as its middle is covered."""
        across = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        down = min(self.top + self.height, other.top + other.height) - max(self.top, other.top)
        if across <= 0 or down <= 0 or not (self.width and self.height):
            return 0.0
        return min(across * down / (self.width * self.height), 1.0)


class Transform(NamedTuple):
    """How a group's own coordinates become the slide's: x becomes ``x * scale_x + move_x``."""

    scale_x: float = 1.0
    scale_y: float = 1.0
    move_x: float = 0.0
    move_y: float = 0.0

    def place(self, frame: Frame) -> Frame:
        return Frame(
            frame.left * self.scale_x + self.move_x,
            frame.top * self.scale_y + self.move_y,
            frame.width * abs(self.scale_x),
            frame.height * abs(self.scale_y),
        )

    def within(self, outer: Transform) -> Transform:
        return Transform(
            self.scale_x * outer.scale_x,
            self.scale_y * outer.scale_y,
            self.move_x * outer.scale_x + outer.move_x,
            self.move_y * outer.scale_y + outer.move_y,
        )


IN_PLACE = Transform()


def read_frame(transform: _Element | None) -> Frame | None:
    """Read an a:xfrm (20.1.7.6); None where it has no place and size.

    A shape that lies on its side is as wide as it was high.
    """
    if transform is None:
        return None
    off, ext = transform.find(f"{A}off"), transform.find(f"{A}ext")
    if off is None or ext is None:
        return None
    left, top, width, height = _emu(off, "x"), _emu(off, "y"), _emu(ext, "cx"), _emu(ext, "cy")
    if 45 <= number(transform.get("rot")) / UNITS_PER_DEGREE % 180 < 135:
        left, top, width, height = left + (width - height) / 2, top + (height - width) / 2, height, width
    return Frame(left, top, max(width, 0.0), max(height, 0.0))


def read_group(transform: _Element | None, outer: Transform) -> Transform:
    """Read a group's a:xfrm (20.1.7.5) into what it does to the shapes in it."""
    frame = read_frame(transform)
    if frame is None or transform is None:
        return outer
    off, ext = transform.find(f"{A}chOff"), transform.find(f"{A}chExt")
    if off is None or ext is None:
        return outer
    inner_width, inner_height = _emu(ext, "cx"), _emu(ext, "cy")
    scale_x = frame.width / inner_width if inner_width else 1.0
    scale_y = frame.height / inner_height if inner_height else 1.0
    own = Transform(
        scale_x, scale_y, frame.left - _emu(off, "x") * scale_x, frame.top - _emu(off, "y") * scale_y
    )
    return own.within(outer)


def _emu(element: _Element, name: str) -> float:
    return number(element.get(name)) / EMU_PER_POINT
