"""Listen to a recording: the only place, with ``watching.py`` beside it, where sound and picture are decoded.

All is decoded in pieces, on one thread. What is not listened to or looked at is told in seconds.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

# numpy's library for matrices, which is not used here, starts a thread for each core as it is loaded, and behind the
# fence there are none to be had.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import av
import numpy as np
from av.error import FFmpegError
from av.stream import Disposition

from a11ycheck.documents.kind import Tell, tell_nobody
from a11ycheck.documents.recording import format_of
from a11ycheck.documents.recording.comparing import compare, lines_of, overlap
from a11ycheck.documents.recording.heard_model import Compared, Heard, Span, TrackHeard
from a11ycheck.documents.recording.voice import RATE, STEP, WINDOW, Samples, judge, spans
from a11ycheck.documents.recording.watching import GroupOfPictures, watch

if TYPE_CHECKING:
    from a11ycheck.documents.captions.model import Captions

MOST_TRACKS = 4
"""Tracks of sound that are listened to: the main one, and those that may hold descriptions."""
MOST_SECONDS = 4 * 3600
"""Seconds of sound that are listened to, of all tracks together."""
MOST_PACKETS = 5_000_000
"""Packets that are looked at; an hour of picture and sound has some 300,000."""
LONGEST_GAP = 600
"""Seconds; a leap in a track's clock that is longer is taken for a lie."""
SMALLEST_GAP = 0.1
"""Seconds that a track's clock may be off what has been decoded before silence is put in for what is missing."""
MOST_CHANNELS = 16
LEAST_RATE, MOST_RATE = 4_000, 400_000
"""Channels, and samples a second, that a recording can have."""
MISSING = 5.0
"""Seconds by which a track may end before it says that it does, and still have been heard whole."""

TOLD_EVERY = 30.0
"""Seconds of sound after which it is told how much has been heard."""
HEARING = 0.6
"""The share of the work that listening is, where there is a picture to look at as well; it differs much."""

LOUD_WINDOW = 0.5
SILENCE_DBFS = -60.0
"""Seconds over which loudness is measured, and the level below which it is silence: some 30 dB under quiet speech."""

FORMATS = {
    "mp4": "mov",
    "matroska": "matroska",
    "ogg": "ogg",
    "mp3": "mp3",
    "wav": "wav",
    "flac": "flac",
    "aac": "aac",
}
"""The reader for each format. It is told which: a file that could choose might choose a playlist, which leads to other
files."""


@dataclass
class _Ear:
    """One track while it is listened to."""

    number: int
    stream: Any
    judge: Any
    resampler: Any = None
    shape: tuple[object, ...] = ()
    waiting: list[Samples] = field(default_factory=list)
    waits: int = 0
    samples: int = 0
    likely: list[float] = field(default_factory=list)
    loud: list[float] = field(default_factory=list)
    whole: bool = True

    @property
    def seconds(self) -> float:
        return self.samples / RATE

    def _said_seconds(self) -> float:
        """How long the track says that it is, where that is written and not worked out from its bytes."""
        stream = self.stream
        is_written = "mp4" in stream.container.format.name and stream.duration and stream.time_base
        return float(stream.duration * stream.time_base) if is_written else 0.0

    def hear(self, frame: Any) -> None:
        """Take in a frame, and silence for what the track's clock leaves out before it."""
        if (
            not 0 < frame.layout.nb_channels <= MOST_CHANNELS
            or not LEAST_RATE <= frame.sample_rate <= MOST_RATE
        ):
            raise ValueError(f"{frame.layout.nb_channels} channels, {frame.sample_rate} samples a second")
        shape = (frame.format.name, frame.layout.name, frame.sample_rate)
        if frame.pts is not None and frame.time_base is not None:
            missing = float(frame.pts * frame.time_base) - self.seconds
            if not SMALLEST_GAP < missing < LONGEST_GAP:
                missing = 0.0
            while missing > 0:
                self._take(np.zeros(int(min(10.0, missing) * RATE), np.float32))
                missing -= 10
        frame.pts = None
        if shape != self.shape:
            self.resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
            self.shape = shape
        for resampled in self.resampler.resample(frame):
            self._take(resampled.to_ndarray().reshape(-1))

    def _take(self, new: Samples) -> None:
        self.samples += new.size
        self.waiting.append(new)
        self.waits += new.size
        if self.waits >= RATE:
            self._judge()

    def _judge(self) -> None:
        """Judge what is waiting, as far as it fills windows: some seconds at once, as each call has its cost."""
        held = np.concatenate(self.waiting) if self.waiting else np.zeros(0, np.float32)
        fills = held.size // WINDOW * WINDOW
        self.waiting, self.waits = [held[fills:]], held.size - fills
        windows = np.clip(np.nan_to_num(held[:fills]), -1, 1).reshape(-1, WINDOW).astype(np.float32)
        powers = np.mean(windows.astype(np.float64) ** 2, axis=1).tolist()
        self.loud += powers
        # What nobody can hear is not asked about: it is most of some recordings.
        self.likely += [
            self.judge(window) if power > _FAINT else 0.0
            for window, power in zip(windows, powers, strict=True)
        ]

    def heard(self) -> TrackHeard:
        self._judge()
        each = max(1, round(LOUD_WINDOW / STEP))
        powers = [max(self.loud[at : at + each]) for at in range(0, len(self.loud), each)]
        audible = sum(power > _FAINT for power in powers) * each * STEP
        seconds = round(self.seconds, 2)
        return TrackHeard(
            self.number, seconds, self.whole, min(round(audible, 2), seconds), spans(self.likely)
        )


_FAINT = 10 ** (SILENCE_DBFS / 10)
# From PyAV 19 on, what the metadata says is taken whatever its bytes are, and the option is gone.
_READ: dict[str, Any] = {} if int(av.__version__.partition(".")[0]) >= 19 else {"metadata_errors": "replace"}


def listen(
    file: BinaryIO, captions: Sequence[Captions | None], *, main: int = 0, tell: Tell = tell_nobody
) -> Heard:
    """Listen to a recording and compare captions with what is said in it.

    ``captions``: None for those that could not be read. ``main``: the number of the track that they belong to, counted
    from 1 among all tracks; 0 for the first track of sound. ``tell`` is called now and then with the share that is
    done. What cannot be decoded is told in ``trouble``; nothing is
    raised for what a file holds.
    """
    file.seek(0)
    reader = FORMATS.get(format_of(file.read(1024)))
    file.seek(0)
    if reader is None:
        return Heard(trouble="format")
    try:
        with av.open(file, format=reader, io_open=_no_other_file, **_READ) as container:
            return _listen(container, captions, main, tell)
    except (FFmpegError, ValueError, OverflowError, LookupError, NotImplementedError) as error:
        return Heard(trouble=_said(error))


def _no_other_file(url: str, flags: int, options: object) -> NoReturn:
    raise PermissionError("a recording leads to no other file")


def _listen(container: Any, captions: Sequence[Captions | None], main: int, tell: Tell) -> Heard:
    sounds = list(container.streams.audio)
    main = main if any(s.index + 1 == main for s in sounds) else (sounds[0].index + 1 if sounds else 0)
    sounds.sort(key=lambda stream: stream.index + 1 != main)
    ears = {s.index: _Ear(s.index + 1, s, judge()) for s in sounds[:MOST_TRACKS]}
    # What is a picture on a sleeve does not move.
    pictures = next(
        (s for s in container.streams.video if not s.disposition & Disposition.attached_pic), None
    )
    groups: list[GroupOfPictures] = []
    hearing = 1.0 if pictures is None else HEARING
    trouble = _decode(container, ears, pictures, groups, lambda share: tell(share * hearing))
    tracks = tuple(ear.heard() for ear in ears.values())
    sound = next((track for track in tracks if track.number == main), None)
    watched = None
    if pictures is not None:
        watched = watch(container, pictures, groups, lambda share: tell(hearing + share * (1 - hearing)))
    if sound is not None:
        others = (replace(track, added=_added(track, sound)) for track in tracks if track is not sound)
        tracks = (sound, *others)
    return Heard(
        tracks=tracks,
        main=main,
        compared=tuple(_compared(sound, each) for each in captions),
        watched=watched,
        trouble=trouble,
    )


def _decode(
    container: Any, ears: dict[int, _Ear], pictures: Any, groups: list[GroupOfPictures], tell: Tell
) -> str:
    """Decode the sound, and note where pictures are that can be looked at later. Return what went wrong, or nothing."""
    streams = [ear.stream for ear in ears.values()]
    if pictures is not None:
        streams.append(pictures)
    trouble = ""
    seconds = (container.duration or 0) / 1e6 * len(ears)
    told = 0.0
    for ear in ears.values():
        ear.stream.thread_count = 1
    try:
        for packet in _packets(container, streams):
            if pictures is not None and packet.stream_index == pictures.index:
                _note(packet, groups)
            elif ears[packet.stream_index].whole:
                trouble = _heard_in(packet, ears) or trouble
                heard = sum(ear.seconds for ear in ears.values())
                if heard - told >= TOLD_EVERY and seconds > 0:
                    told = heard
                    tell(min(1.0, heard / seconds))
    except FFmpegError as error:
        trouble = _said(error)
        for ear in ears.values():
            ear.whole = False
    return trouble


def _heard_in(packet: Any, ears: dict[int, _Ear]) -> str:
    """Decode a packet of sound; return what went wrong, if anything."""
    ear = ears[packet.stream_index]
    if sum(other.seconds for other in ears.values()) > MOST_SECONDS:
        ear.whole = False
        return f"more than {MOST_SECONDS} s of sound"
    try:
        for frame in packet.decode():
            ear.hear(frame)
    except av.error.InvalidDataError:
        # One broken packet of many: what comes after it is heard as well.
        return "broken sound"
    except (FFmpegError, ValueError, OverflowError, NotImplementedError) as error:
        ear.whole = False
        return _said(error)
    return ""


def _packets(container: Any, streams: Sequence[Any]) -> Iterator[Any]:
    """The packets of the streams. Raises ``FFmpegError`` where the file can be read no further."""
    packets = container.demux(streams) if streams else iter(())
    for count, packet in enumerate(packets):
        if count == MOST_PACKETS:
            raise FFmpegError(0, f"more than {MOST_PACKETS} packets")
        yield packet


def _note(packet: Any, groups: list[GroupOfPictures]) -> None:
    if packet.pts is None or packet.size == 0:
        return
    at = float(packet.pts * packet.time_base)
    if packet.is_keyframe or not groups:
        groups.append(GroupOfPictures(at, packet.pts))
    groups[-1].add(at, packet.size)


def _added(track: TrackHeard, sound: TrackHeard) -> float:
    """Seconds of speech in a track while the main sound has none."""
    return round(track.speech_seconds - overlap(track.speech, sound.speech), 2)


def _compared(sound: TrackHeard | None, captions: Captions | None) -> Compared | None:
    if sound is None or captions is None or not sound.speech:
        return None
    return compare(sound.speech, lines_of(captions), heard=Span(0, sound.seconds))


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]
