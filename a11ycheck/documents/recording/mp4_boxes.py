"""The boxes that an MP4 or QuickTime file is made of (ISO/IEC 14496-12, 4.2).

Nothing is believed: a box ends where the one around it ends, there are only so many, and they are walked through by
place, not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from a11ycheck.documents.recording.reading import Pages, number

MOST_BOXES = 3_000
"""Boxes that are looked at; what is found in fewer is everything but the parts of a stream that is in parts."""
LARGEST_LEAF = 65_536
"""Bytes read of one box that holds a value."""


class Box(NamedTuple):
    """A box: its name of four signs, and where what it holds begins and ends."""

    name: str
    start: int
    end: int


@dataclass(slots=True)
class Walk:
    """The file, and how many boxes may still be looked at."""

    file: Pages
    left: int = MOST_BOXES

    def boxes(self, start: int, end: int) -> Iterator[Box]:
        """The boxes between two places; they end where one has no size that can be."""
        while start + 8 <= end and self.left > 0:
            self.left -= 1
            header = self.file.at(start, 16)
            size, begins = number(header, 0, 4), 8
            if size == 1:
                size, begins = number(header, 8, 8), 16
            if size == 0:
                size = end - start
            if size < begins or len(header) < begins:
                return
            name = header[4:8].decode("latin-1")
            yield Box(name, start + begins, min(start + size, end))
            start += size

    def data(self, box: Box, most: int = LARGEST_LEAF) -> bytes:
        return self.file.at(box.start, min(box.end - box.start, most))
