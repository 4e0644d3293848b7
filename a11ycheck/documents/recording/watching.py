"""Look at the picture: does it flash, and is there a line of text at the bottom that changes?

An hour of picture takes longer to decode than there is time for where it is large, so the liveliest stretches come
first until what may be spent is spent. How many seconds were looked at is told; the rest is a question to a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray

from a11ycheck.documents.kind import Tell, tell_nobody
from a11ycheck.documents.recording.heard_model import Span, Watched

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]
Whole = NDArray[np.int64]

MOST_WORK = 30.0
"""What may be spent on one recording, in seconds of computing as measured on a server core of 2020."""
WORK_A_PIXEL, WORK_A_BYTE = 0.4e-9, 80e-9
"""Seconds for each pixel and each coded byte of H.264, without its deblocking filter: measured at 360 and 720 lines,
still and lively, and right to a tenth."""
WORK_OF_CODEC = {"h264": 1.0, "mpeg4": 1.0, "h263": 1.0, "vp8": 1.5, "vp9": 1.6, "av1": 2.0, "hevc": 1.8}
WORK_OF_OTHERS = 3.0
WORK_A_FRAME = 150e-6
MOST_PIXELS = 3840 * 2160
"""Larger pictures are not looked at: a dozen of them have to be held."""
LONGEST_STRETCH = 60.0
"""Seconds from one whole picture to the next, beyond which the clock of the track is taken for a lie."""
MOST_GROUPS = 200_000

ROWS, COLUMNS, EACH = 20, 36, 4
"""The grid over which luminance is averaged, and points of the picture a side in each of its cells."""
WINDOW_ROWS, WINDOW_COLUMNS = 7, 12
"""A third of the picture each way: the field of 10 degrees (341 × 256 of 1024 × 768 points) of WCAG 2.3.1."""
LARGE_ENOUGH = 0.25
"""The share of that field that must flash: WCAG 2.3.1, general flash threshold."""
LEAST_CHANGE, DARK_ENOUGH = 0.1, 0.8
"""A flash is two opposite changes of relative luminance of 10 % or more, the darker below 0.80: WCAG 2.3.1."""
MOST_CHANGES = 24
"""Changes that are remembered for each cell; twelve flashes in a second are many enough."""

FEWEST_PICTURES = 8
TEXT_EVERY = 1.0
"""Pictures that are needed to tell, and seconds between those that are looked at for text."""


@dataclass(slots=True)
class GroupOfPictures:
    """A picture that is coded whole and those that follow from it: when it begins and ends, its bytes and pictures."""

    at: float
    pts: int
    end: float = 0.0
    size: int = 0
    pictures: int = 0

    def add(self, at: float, size: int) -> None:
        self.end = max(self.end, at)
        self.size += size
        self.pictures += 1

    @property
    def seconds(self) -> float:
        """From its first picture to where the next would be."""
        length = self.end - self.at
        each = length / (self.pictures - 1) if self.pictures > 1 else 0.04
        return min(LONGEST_STRETCH, max(0.0, length + each))


def watch(
    container: Any,
    stream: Any,
    groups: list[GroupOfPictures],
    tell: Tell = tell_nobody,
    *,
    most_work: float = MOST_WORK,
) -> Watched | None:
    """Look at as much of the picture as may be spent; None where it cannot be decoded, or is too large. ``tell`` is
    called with the share that is done before each stretch."""
    groups = sorted(groups, key=lambda group: group.at)[:MOST_GROUPS]
    codec = stream.codec_context  # None for a codec that is not known
    if not groups or codec is None or not 0 < codec.width * codec.height <= MOST_PIXELS:
        return None
    of = sum(group.seconds for group in groups)
    eye = _Eye()
    stream.thread_count = 1
    codec.options = {"skip_loop_filter": "all", "max_pixels": str(MOST_PIXELS)}
    seen = 0.0
    worth_it = _worth_it(groups, codec, most_work)
    for stretch in _stretches(worth_it):
        tell(worth_it.index(stretch[0]) / len(worth_it))
        try:
            _look(container, stream, stretch, eye)
        except (FFmpegError, ValueError, OverflowError, NotImplementedError):
            continue
        seen += sum(group.seconds for group in stretch)
    if not eye.pictures:
        return None
    return Watched(round(seen, 1), round(of, 1), eye.flashes, eye.flashes_at, eye.text_percent())


def _worth_it(groups: list[GroupOfPictures], codec: Any, most_work: float) -> list[GroupOfPictures]:
    """The groups to look at, in order of time: the liveliest first, until the work is spent."""
    factor = WORK_OF_CODEC.get(codec.name.removeprefix("lib").split("_")[0], WORK_OF_OTHERS)
    pixels = codec.width * codec.height
    chosen: list[GroupOfPictures] = []
    for group in sorted(groups, key=lambda group: -group.size / max(group.seconds, 0.04)):
        work = (
            group.pictures * (pixels * WORK_A_PIXEL * factor + WORK_A_FRAME)
            + group.size * WORK_A_BYTE * factor
        )
        if work <= most_work:
            most_work -= work
            chosen.append(group)
    return sorted(chosen, key=lambda group: group.at)


def _stretches(groups: list[GroupOfPictures]) -> list[list[GroupOfPictures]]:
    """Groups that follow upon each other, together: a flash does not stop where the next begins."""
    found: list[list[GroupOfPictures]] = []
    for group in groups:
        if found and group.at - found[-1][-1].end < 0.5:
            found[-1].append(group)
        else:
            found.append([group])
    return found


def _look(container: Any, stream: Any, stretch: list[GroupOfPictures], eye: _Eye) -> None:
    container.seek(stretch[0].pts, stream=stream, backward=True)
    most = sum(group.pictures for group in stretch) + 32
    end = stretch[-1].end
    eye.begin()
    tick = float(stream.time_base)
    for packet in container.demux(stream):
        at = None if packet.pts is None else float(packet.pts * packet.time_base)
        if at is not None and packet.is_keyframe and at > end:
            for frame in stream.codec_context.decode(None):
                eye.see(frame, tick)
            stream.codec_context.flush_buffers()
            return
        for frame in packet.decode():
            eye.see(frame, tick)
        most -= 1
        if most < 0:
            return


class _Eye:
    """What has been seen so far."""

    def __init__(self) -> None:
        self.pictures = 0
        self.flashes = 0
        self.flashes_at: Span | None = None
        self.begin()
        self._bands: list[tuple[float, Bytes | None]] = []

    def begin(self) -> None:
        """Look away: what comes next does not follow upon what was seen."""
        self._before: Bytes | None = None
        self._now: Floats | None = None
        self._turn = np.zeros((ROWS, COLUMNS), np.float32)
        self._rising = np.zeros((ROWS, COLUMNS), np.int8)
        self._changes = np.full((MOST_CHANGES, ROWS, COLUMNS), -np.inf)
        self._next = np.zeros((ROWS, COLUMNS), np.int64)

    def see(self, frame: Any, seconds_a_tick: float) -> None:
        luma = _luma(frame)
        if luma is None or frame.pts is None:
            return
        self.pictures += 1
        at = frame.pts * seconds_a_tick
        points = _looked_at(luma)
        if self._before is None or (points != self._before).any():
            self._watch_for_flashes(at, _luminance(points, full=frame.color_range == 2))
        self._before = points
        if not self._bands or abs(at - self._bands[-1][0]) >= TEXT_EVERY:
            self._bands.append((at, text_band(luma)))

    def _watch_for_flashes(self, at: float, luminance: Floats) -> None:
        before, self._now = self._now, luminance
        if before is None:
            self._turn = luminance.copy()
            return
        if float(np.abs(luminance - before).max()) < 0.01:
            return
        step = luminance - self._turn
        # While it goes on in the same direction, the turning point goes along.
        along = (self._rising * step) > 0
        self._turn[along] = luminance[along]
        dark = np.minimum(luminance, self._turn) < DARK_ENOUGH
        changed = ~along & (np.abs(step) >= LEAST_CHANGE) & dark
        if not changed.any():
            return
        self._rising[changed] = np.sign(step[changed])
        self._turn[changed] = luminance[changed]
        rows, columns = np.nonzero(changed)
        self._changes[self._next[rows, columns], rows, columns] = at
        self._next[rows, columns] = (self._next[rows, columns] + 1) % MOST_CHANGES
        pairs = ((self._changes > at - 1.0) & (self._changes <= at)).sum(axis=0) // 2
        flashes = _in_a_large_area(pairs)
        if flashes > self.flashes:
            self.flashes = flashes
            self.flashes_at = Span(round(max(0.0, at - 1.0), 2), round(at, 2))

    def text_percent(self) -> int | None:
        """In how many of a hundred pictures there is a line of text; 0 where it hardly changes."""
        if len(self._bands) < FEWEST_PICTURES:
            return None
        pairs = [(first, second) for (_, first), (_, second) in pairwise(self._bands) if first is not None]
        with_text = sum(band is not None for _, band in self._bands)
        changing = sum(second is None or _differ(first, second) for first, second in pairs)
        # Text that stands still is a slide's, or a channel's.
        if not pairs or changing * 5 < len(pairs):
            return 0
        return round(100 * with_text / len(self._bands))


def _in_a_large_area(pairs: NDArray[np.int64]) -> int:
    """How many flashes there are, at least, in a quarter of some field of 10 degrees."""
    needed = LARGE_ENOUGH * WINDOW_ROWS * WINDOW_COLUMNS
    for flashes in range(int(pairs.max()), 0, -1):
        sums = np.zeros((ROWS + 1, COLUMNS + 1), np.int64)
        sums[1:, 1:] = (pairs >= flashes).cumsum(axis=0).cumsum(axis=1)
        fields = (
            sums[WINDOW_ROWS:, WINDOW_COLUMNS:]
            - sums[:-WINDOW_ROWS, WINDOW_COLUMNS:]
            - sums[WINDOW_ROWS:, :-WINDOW_COLUMNS]
            + sums[:-WINDOW_ROWS, :-WINDOW_COLUMNS]
        )
        if fields.max() > needed:
            return flashes
    return 0


def _luma(frame: Any) -> Bytes | None:
    """The brightness of each point, 0 to 255; a picture in another form than most is converted."""
    width, height = frame.width, frame.height
    if not 0 < width * height <= MOST_PIXELS or width < COLUMNS * EACH or height < ROWS * EACH:
        return None
    if not frame.format.name.startswith(("yuv4", "yuvj4", "nv12", "gray")) or "1" in frame.format.name[
        4:
    ].replace("nv12", ""):
        frame = frame.reformat(format="gray")
    plane = frame.planes[0]
    rows = np.frombuffer(plane, np.uint8)[: plane.line_size * height]
    luma: Bytes = rows.reshape(height, plane.line_size)[:, :width]
    return luma


_LINEAR = np.arange(256) / 255
_FULL = np.where(_LINEAR <= 0.04045, _LINEAR / 12.92, ((_LINEAR + 0.055) / 1.055) ** 2.4).astype(np.float32)
_VIDEO = np.interp((np.arange(256) - 16) / 219, _LINEAR, _FULL).astype(np.float32)
"""Relative luminance, by WCAG's formula for one channel, of brightness 0 to 255 and of video's 16 to 235."""


@cache
def _points(length: int, cells: int) -> Whole:
    """The rows or columns that are looked at, spread evenly."""
    return np.linspace(0, length - 1, cells * EACH).astype(np.int64)


def _looked_at(luma: Bytes) -> Bytes:
    height, width = luma.shape
    return luma[_points(height, ROWS)[:, None], _points(width, COLUMNS)]


def _luminance(points: Bytes, *, full: bool) -> Floats:
    """Relative luminance averaged over the grid."""
    cells = (_FULL if full else _VIDEO)[points].reshape(ROWS, EACH, COLUMNS, EACH)
    mean: Floats = np.einsum("iajb->ij", cells) / (EACH * EACH)
    return mean


TEXT_FROM = 0.6
"""Captions stand in the part of the picture below this share of its height."""
EDGE = 60
"""A step in brightness from one point to the next that letters have against what is behind them."""
EDGES_A_LINE, EDGES_BESIDE = 0.06, 0.02
"""The share of points in a row that are edges where there is a line of letters, and above and below it."""
LOWEST_LINE, HIGHEST_LINES = 0.02, 0.2
"""The height of letters, and of the block that they form, as shares of the picture's height."""


def text_band(luma: Bytes) -> Bytes | None:
    """A small picture of what looks like a line or two of letters in the lower part; None where nothing does."""
    height, width = luma.shape
    lower = luma[int(height * TEXT_FROM) :, width // 10 : -(width // 10)].astype(np.int16)
    edges = (np.abs(np.diff(lower, axis=1)) > EDGE).mean(axis=1)
    has_letters = edges > EDGES_A_LINE
    if not has_letters.any():
        return None
    rows = np.flatnonzero(has_letters)
    first, last = int(rows[0]), int(rows[-1]) + 1
    tall = (last - first) / height
    beside = np.concatenate(
        [edges[max(0, first - int(height * 0.05)) : max(0, first - 2)], edges[last + 2 :]]
    )
    if not LOWEST_LINE <= tall <= HIGHEST_LINES or (beside.size and beside.mean() > EDGES_BESIDE):
        return None
    small = lower[first:last][:: max(1, (last - first) // 8), :: max(1, lower.shape[1] // 64)][:8, :64]
    return small.astype(np.uint8)


def _differ(first: Bytes, second: Bytes) -> bool:
    if first.shape != second.shape:
        return True
    return bool((np.abs(first.astype(np.int16) - second) > EDGE).mean() > 0.1)
