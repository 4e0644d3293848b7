"""Closed captions in the picture's own stream (CEA-608 and CEA-708, carried as ATSC A/53 Part 4 says).

They are found by their marks in the bytes of the stream, with no codec. A large file is looked into in places that are
spread over it: where a programme has such captions, some are in almost every second.
"""

from __future__ import annotations

from typing import BinaryIO

from a11ycheck.documents.recording.model import Closed
from a11ycheck.documents.recording.reading import read_at, size_of

MARK = b"GA94\x03"
"""ATSC's identifier with the type for captions."""
MOST_READ = 12_000_000
PLACES = 24
MOST_MARKS = 5_000
ENOUGH_SIGNS = 16
"""Signs from which on there are captions: padding and single odd bytes are fewer."""


def closed_captions(file: BinaryIO) -> Closed:
    """Are there closed captions in the stream, only room for them, or neither?"""
    size = size_of(file)
    is_whole = size <= MOST_READ
    length = size if is_whole else MOST_READ // PLACES
    places = [0] if is_whole else [(size - length) * place // (PLACES - 1) for place in range(PLACES)]
    marks = signs = 0
    for place in places:
        data = read_at(file, place, length)
        at = data.find(MARK)
        while at >= 0 and marks < MOST_MARKS:
            found = _signs(data[at + len(MARK) : at + len(MARK) + 2 + 31 * 3])
            if found is not None:
                marks += 1
                signs += found
                if signs >= ENOUGH_SIGNS:
                    return Closed.PRESENT
            at = data.find(MARK, at + 1)
    return Closed.EMPTY if marks else Closed.NONE


def _signs(data: bytes) -> int | None:
    """How many signs a packet of captions holds; None where it is no such packet."""
    count = data[0] & 0x1F if data else 0
    if not count or not data[0] & 0x40 or len(data) < 2 + 3 * count:
        return None
    signs = service = 0
    for at in range(2, 2 + 3 * count, 3):
        kind, first, second = data[at : at + 3]
        if kind & 0xF8 != 0xF8:
            return None
        if not kind & 4:
            continue
        if kind & 3 < 2:  # CEA-608: two signs with parity bits, or a command, whose first byte is under 0x20
            signs += 2 if first & 0x7F >= 0x20 else 0
        elif kind & 3 == 3:  # the start of a packet of CEA-708: its size, then the head of the first service
            service = second >> 5
            signs += second & 0x1F if service else 0
    return signs
