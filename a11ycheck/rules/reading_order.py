"""Which of two boxes on a page or slide is read first, as far as a column tells."""

from __future__ import annotations

from a11ycheck.outcome import Box

SAME_COLUMN = 0.5
"""Two blocks are in one column when this part of the narrower one's width is common to both, ..."""
ALIGNED = 0.4
"""... and their left edges or their middles lie no further apart than this part of it. Boxes that are strewn over a
slide are in no column."""
OVERLAP = 0.3
"""How far one block may reach into the next and still be above it, in parts of the lower one's height."""


def in_one_column(one: Box, other: Box) -> bool:
    common = min(one.right, other.right) - max(one.left, other.left)
    width = min(one.right - one.left, other.right - other.left)
    left = abs(one.left - other.left)
    middle = abs(one.left + one.right - other.left - other.right) / 2
    return common >= SAME_COLUMN * width and min(left, middle) <= ALIGNED * width


def is_above(one: Box, other: Box) -> bool:
    return one.bottom - other.top <= OVERLAP * (other.bottom - other.top) and one.top < other.top
