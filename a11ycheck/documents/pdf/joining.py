"""How pieces of drawn text become running text: where there is a space, a new line, or a divided word."""

from __future__ import annotations

import re
from typing import NamedTuple

SOFT_HYPHEN = "\u00ad"
HYPHENS = "-\u2010"
LINE = 0.5
"""A piece that starts this far above or below the last one's line, in parts of the text's height, is on another."""
GAP = 0.15
"""A gap this wide, in parts of the text's height, is a space; the narrowest that justified text leaves is 0.2."""
NEXT_LINE = 1.9
"""A line further down than this, in parts of the text's height, begins something new: double spacing is less."""
_SUSPENDED = re.compile(r"(?:och|eller|samt|respektive|resp|till|and|or|to)\b")
"""After a hyphen that stands for the rest of a word: “för- och nackdelar”, “two- or threefold”."""
_DIVIDED = re.compile(r"[^\W\d_][a-zß-öø-ÿœšž]\Z")
"""A divided word's first part ends in a small letter, and is longer than the e of “e-post”."""


class Point(NamedTuple):
    x: float
    y: float


ORIGIN = Point(0.0, 0.0)
RIGHTWARDS = Point(1.0, 0.0)


def between(end: Point, along: Point, height: float, start: Point) -> str | None:
    """Return what stands between two pieces of text: nothing, a space or a line break; None where the second stands
    apart, higher up or far below.

    ``end`` is where the first piece ends and ``along`` the direction, of length 1, in which it runs. ``height`` is
    that of the larger piece.
    """
    x, y = start.x - end.x, start.y - end.y
    down = y * along.x - x * along.y
    if -LINE * height <= down <= LINE * height:
        gap = x * along.x + y * along.y
        return " " if gap > GAP * height or gap < -height else ""
    return "\n" if 0 < down <= NEXT_LINE * height else None


def lies_over(end: Point, along: Point, height: float, start: Point) -> bool:
    """Does a piece start well before the end of the last one, as spaces do that carry the line under a link?"""
    return (start.x - end.x) * along.x + (start.y - end.y) * along.y < -GAP * height


def add(parts: list[str], text: str, gap: str) -> None:
    """Add ``text`` to ``parts``, with a space where there is a gap; a word divided at the end of a line is mended."""
    if gap and parts:
        last = parts[-1]
        before = last if len(last) > 3 else "".join(parts[-3:])
        if gap == "\n" and last.strip(" ") and is_divided(before.rstrip(" "), text):
            parts[-1] = last.rstrip(" ")[:-1]
        elif not last.endswith(" ") and not text.startswith(" "):
            parts.append(" ")
    parts.append(text)


def is_divided(before: str, after: str) -> bool:
    """Is the hyphen at the end of ``before``, which ends a line, there only because the line ends?"""
    if before.endswith(SOFT_HYPHEN):
        return True
    return (
        before[-1:] in HYPHENS
        and bool(before)
        and _DIVIDED.search(before[-3:-1]) is not None
        and after[:1].islower()
        and not _SUSPENDED.match(after)
    )


def joined_lines(lines: list[str]) -> str:
    """Return a paragraph of lines as running text."""
    parts: list[str] = []
    for line in lines:
        add(parts, line.strip(), "\n")
    return tidy("".join(parts))


_SPACES = re.compile(r"[ \t\n\f\r\v]+")


def tidy(text: str) -> str:
    """Return the text with each run of white space as one space; no-break spaces stay as they are."""
    if "  " not in text and text.isprintable():
        return text.strip(" ")  # nearly always, and ten times as fast
    return _SPACES.sub(" ", text).strip(" ")
