"""How long an MP4 file is whose stream comes in parts (ISO/IEC 14496-12, 8.8 and 8.16), as browsers record them.

The head of such a file knows no length: it was written before the end was. An index says it, where there is one; else
the last part does, which is found by the list at the end of the file, or by walking there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from a11ycheck.documents.recording.mp4_boxes import Box, Walk
from a11ycheck.documents.recording.reading import number, seconds_of

MOST_PARTS = 8_000
"""Boxes of parts that are passed: each part has its head and its data, of two to ten seconds."""
MOST_RUNS = 200
LARGEST_RUN = 400_000
"""Bytes of the list of what is in one run of a part."""
LARGEST_LIST = 1_000_000

MOOF_SAYS_DEFAULT, RUN_HAS_DURATIONS = 0x000008, 0x000100
BEFORE_DURATION = ((0x000001, 8), (0x000002, 4))
"""What stands in the head of a track's part (tfhd) before the duration: bits of its flags, with the bytes each."""
BEFORE_ROWS = ((0x000001, 4), (0x000004, 4))
"""The same in a run (trun), before its rows."""
OF_A_ROW = (0x000100, 0x000200, 0x000400, 0x000800)


class Clock(NamedTuple):
    """A track that is played: units of time in a second, and how many a sample lasts unless its part says otherwise."""

    unit: int
    lasts: int = 0


def seconds_of_parts(walk: Walk, movie: Box, extends: Box, unit: int, clocks: Mapping[int, Clock]) -> float:
    """The seconds, 0 where they cannot be told. ``movie``, ``extends``: the boxes moov and mvex; ``unit``: units of
    time in a second of the movie; ``clocks``: of the tracks that are played, by their ids."""
    defaults = dict(clocks)
    for box in walk.boxes(extends.start, extends.end):
        data = walk.data(box, 64)
        if box.name == "mehd":
            if seconds := seconds_of(number(data, 4, 8 if data[:1] == b"\1" else 4), unit):
                return seconds
        elif box.name == "trex" and (own := number(data, 4, 4)) in clocks:
            defaults[own] = clocks[own]._replace(lasts=number(data, 12, 4))
    size = walk.file.size
    walk = Walk(walk.file, MOST_PARTS)
    first: Box | None = None
    last: Box | None = None
    for box in walk.boxes(movie.end, size):
        if box.name == "sidx" and (seconds := _of_index(walk, box)):
            return seconds
        if box.name == "moof":
            if first is None:
                first, last = box, _last_listed(walk, size)
                if last is not None:
                    break
            last = box
    if first is None or last is None or not walk.left:
        return 0.0
    begins = {own: start for own, start, _ in _times(walk, first, defaults)}
    ends = [
        seconds_of(end - begins[own], defaults[own].unit)
        for own, _, end in _times(walk, last, defaults)
        if own in begins
    ]
    return max(ends, default=0.0)


def _of_index(walk: Walk, index: Box) -> float:
    """The seconds that an index of segments (sidx) has in all, if it is one of the whole file and not of a part."""
    data = walk.data(index, LARGEST_LIST)
    unit, at, width = number(data, 8, 4), 12, 8 if data[:1] == b"\1" else 4
    offset, at = number(data, at + width, width), at + 2 * width
    rows = min(number(data, at + 2, 2), (len(data) - at - 4) // 12)
    lengths = lasts = 0
    for row in range(at + 4, at + 4 + 12 * rows, 12):
        lengths += number(data, row, 4) & 0x7FFF_FFFF
        lasts += number(data, row + 4, 4)
    after = next(walk.boxes(index.end + offset + lengths, walk.file.size), None)
    return seconds_of(lasts, unit) if after is None or after.name == "mfra" else 0.0


def _last_listed(walk: Walk, size: int) -> Box | None:
    """The last part that the list at the end of the file (mfra) names, where there is one."""
    tail = walk.file.at(size - 16, 16) if size >= 16 else b""
    if tail[4:8] != b"mfro":
        return None
    places = [
        _last_of_list(walk, box)
        for listed in walk.boxes(max(0, size - number(tail, 12, 4)), size)
        if listed.name == "mfra"
        for box in walk.boxes(listed.start, listed.end)
        if box.name == "tfra"
    ]
    at = max(places, default=0)
    return next((box for box in walk.boxes(at, size) if box.name == "moof"), None) if at else None


def _last_of_list(walk: Walk, box: Box) -> int:
    """The place of the part in the last row of a list (tfra); 0 where it has none."""
    head = walk.data(box, 16)
    width = 8 if head[:1] == b"\1" else 4
    lengths = number(head, 8, 4)
    row = 2 * width + sum((lengths >> shift & 3) + 1 for shift in (4, 2, 0))
    rows = min(number(head, 12, 4), (box.end - box.start - 16) // row)
    return number(walk.file.at(box.start + 16 + (rows - 1) * row + width, width), 0, width) if rows > 0 else 0


def _times(walk: Walk, part: Box, clocks: Mapping[int, Clock]) -> Iterator[tuple[int, int, int]]:
    """The id of each track in a part, with the times at which it begins and ends there, in the track's units."""
    for traf in walk.boxes(part.start, part.end):
        if traf.name != "traf":
            continue
        own, lasts, begins, length = 0, 0, -1, 0
        for _, box in zip(range(MOST_RUNS), walk.boxes(traf.start, traf.end), strict=False):
            if box.name == "tfhd":
                data = walk.data(box, 64)
                flags, own = number(data, 1, 3), number(data, 4, 4)
                at = 8 + sum(width for bit, width in BEFORE_DURATION if flags & bit)
                lasts = clocks[own].lasts if own in clocks else 0
                lasts = number(data, at, 4) if flags & MOOF_SAYS_DEFAULT else lasts
            elif box.name == "tfdt":
                data = walk.data(box, 16)
                begins = number(data, 4, 8 if data[:1] == b"\1" else 4)
            elif box.name == "trun":
                length += _of_run(walk.data(box, LARGEST_RUN), lasts)
        if own in clocks and begins >= 0:
            yield own, begins, begins + length


def _of_run(data: bytes, lasts: int) -> int:
    """How long a run of samples is (trun); ``lasts``: one sample, where the run says nothing."""
    flags, count = number(data, 1, 3), number(data, 4, 4)
    if not flags & RUN_HAS_DURATIONS:
        return count * lasts
    start = 8 + sum(width for bit, width in BEFORE_ROWS if flags & bit)
    row = sum(4 for bit in OF_A_ROW if flags & bit)
    return sum(number(data, start + row * at, 4) for at in range(min(count, (len(data) - start) // row)))
