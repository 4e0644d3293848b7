"""What an MP4 or QuickTime file says of its tracks (ISO/IEC 14496-12; Apple, QuickTime File Format).

Nothing is believed: a box ends where the one around it ends, there are only so many, and they are walked through by
place, not read.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, repeat
from typing import BinaryIO, NamedTuple

from a11ycheck.documents.captions.model import Captions, Cue
from a11ycheck.documents.recording.model import Medium, Recording, Role, Track
from a11ycheck.documents.recording.reading import (
    ROLES,
    Pages,
    language_of,
    number,
    seconds_of,
    size_of,
    text_of,
)
from a11ycheck.trouble import CouldNotCheck

MOST_BOXES = 3_000
"""Boxes that are looked at; what is found in fewer is everything but the parts of a stream that is in parts."""
MOST_TRACKS = 100
LARGEST_LEAF = 65_536
"""Bytes read of one box that holds a value."""
MOST_SAMPLES = 20_000
"""Texts read of one track; three hours of captions are some 5,000."""
LARGEST_SAMPLE = 20_000
LARGEST_TABLE = MOST_SAMPLES * 8 + 8

HANDLERS = {
    "vide": Medium.VIDEO,
    "soun": Medium.AUDIO,
    "text": Medium.TEXT,
    "sbtl": Medium.TEXT,
    "subt": Medium.TEXT,
    "clcp": Medium.TEXT,
    "subp": Medium.PICTURES,
}
PICTURES = frozenset({"mp4s", "dvbs", "dvds"})
HOLD_OTHERS = frozenset({"mdia", "minf", "stbl", "udta", "tref", "edts"})
VIDEO_FRAMES = frozenset({"jpeg", "png ", "mjpa"})
"""Codecs of single pictures: a cover, not a video."""
QUICKTIME_LANGUAGES = {
    0: "en", 1: "fr", 2: "de", 3: "it", 4: "nl", 5: "sv", 6: "es", 7: "da", 8: "pt", 9: "no", 10: "he", 11: "ja",
    12: "ar", 13: "fi", 14: "el", 15: "is", 16: "mt", 17: "tr", 18: "hr", 19: "zh", 20: "ur", 21: "hi", 22: "th",
    23: "ko", 24: "lt", 25: "pl", 26: "hu", 27: "et", 28: "lv", 30: "fo", 31: "fa", 32: "ru", 33: "zh",
}  # fmt: skip
"""Macintosh language codes (QuickTime File Format, Language Code Values)."""


PROGRAMS_OWN = ("handler", "media", "alias", "iso", "gpac", "mainconcept", "apple", "track", "#")
NOT_NAMES = frozenset(
    {"video", "sound", "audio", "text", "stereo", "mono", "surround", "subtitle", "subtitles"}
)
"""What programs write as a handler's name."""


class Box(NamedTuple):
    """A box: its name of four signs, and where what it holds begins and ends."""

    name: str
    start: int
    end: int


@dataclass(slots=True)
class _Walk:
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


@dataclass(slots=True)
class _Trak:
    """What the boxes of one track hold, before it is known what they mean."""

    leaves: dict[str, Box] = field(default_factory=dict)
    kinds: list[Role] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    chapters: list[int] = field(default_factory=list)
    name: str = ""


def probe_mp4(file: BinaryIO) -> Recording:
    """The tracks of an MP4 or QuickTime file. Raises ``CouldNotCheck`` for one that is cut off or has none."""
    walk = _Walk(Pages(file))
    size = size_of(file)
    movie = next((box for box in walk.boxes(0, size) if box.name == "moov"), None)
    if movie is None:
        raise CouldNotCheck("broken", "moov is missing: the file is cut off")
    head, seconds, title = b"", 0.0, ""
    traks: list[_Trak] = []
    for box in walk.boxes(movie.start, movie.end):
        if box.name == "mvhd":
            head = walk.data(box)
            seconds = _length(head)
        elif box.name == "trak" and len(traks) < MOST_TRACKS:
            traks.append(_trak(walk, box))
        elif box.name == "udta":
            title = _title(walk, box) or title
        elif box.name == "mvex":
            seconds = seconds or _length_of_parts(walk, box, head)
    of_chapters = {number for trak in traks for number in trak.chapters}
    tracks = [_track(walk, trak, at, of_chapters) for at, trak in enumerate(traks, 1)]
    if not tracks:
        raise CouldNotCheck("broken", "no tracks" if walk.left else f"more than {MOST_BOXES} boxes")
    # The head's length is that of the longest track, which may be one of captions that go on after the end.
    played = (track.seconds for track in tracks if track.medium in (Medium.VIDEO, Medium.AUDIO))
    seconds = max(played, default=0.0) or seconds
    not_read = "" if walk.left else f"boxes after the first {MOST_BOXES}"
    return Recording("mp4", seconds, title, tuple(tracks), not_read=not_read)


def _trak(walk: _Walk, trak: Box) -> _Trak:
    found = _Trak()
    waiting = [trak]
    while waiting:
        for box in walk.boxes(*waiting.pop()[1:]):
            if box.name in HOLD_OTHERS:
                waiting.append(box)
            elif box.name == "kind":
                # Without the scheme: the words of all that are used for this mean the same.
                _, _, value = walk.data(box)[4:].partition(b"\0")
                found.kinds.append(ROLES.get(text_of(value), Role.NONE))
            elif box.name == "tagc":
                found.marks.add(walk.data(box).rpartition(b"public.")[2].decode("latin-1"))
            elif box.name == "name":
                found.name = found.name or text_of(walk.data(box))
            elif box.name == "chap":
                data = walk.data(box)
                found.chapters += [number(data, at, 4) for at in range(0, min(len(data), 4 * MOST_TRACKS), 4)]
            elif box.name != "meta":
                # The handler of the data comes after that of the media, which is the one that counts.
                found.leaves.setdefault(box.name, box)
    return found


def _track(walk: _Walk, trak: _Trak, at: int, of_chapters: set[int]) -> Track:
    def leaf(name: str) -> bytes:
        return walk.data(trak.leaves[name]) if name in trak.leaves else b""

    head, media, entry = leaf("tkhd"), leaf("mdhd"), leaf("stsd")
    longer = head[:1] == b"\1"
    handler = leaf("hdlr")[8:12].decode("latin-1")
    codec = entry[12:16].decode("latin-1")
    medium = HANDLERS.get(handler, Medium.OTHER)
    if number(head, 20 if longer else 12, 4) in of_chapters:
        medium = Medium.CHAPTERS if medium in (Medium.TEXT, Medium.OTHER) else Medium.OTHER
    elif codec in PICTURES and medium is not Medium.VIDEO:
        medium = Medium.PICTURES
    elif medium is Medium.VIDEO and codec in VIDEO_FRAMES:
        medium = Medium.OTHER
    written, language = _language(media, leaf("elng"))
    role = next((role for role in trak.kinds if role not in (Role.NONE, Role.MAIN)), Role.NONE)
    if role is Role.NONE and Role.MAIN in trak.kinds:
        role = Role.MAIN
    flags = number(head, 1, 3)
    seconds = _length(media)
    return Track(
        medium,
        at,
        codec,
        language,
        written,
        trak.name or _handler_name(leaf("hdlr")),
        role,
        default=bool(flags & 1),
        enabled=bool(flags & 1),
        forced=codec == "tx3g" and number(entry, 24, 4) & 0xC000_0000 == 0xC000_0000,
        hearing_impaired=role is Role.CAPTIONS or any("transcribes" in mark for mark in trak.marks),
        visual_impaired=any("describes-video" in mark for mark in trak.marks),
        seconds=seconds,
        captions=_captions(walk, trak, codec, media) if medium is Medium.TEXT else None,
        pixels=(number(head, len(head) - 8, 2), number(head, len(head) - 4, 2)),
    )


def _length(data: bytes) -> float:
    """The seconds of a box mvhd or mdhd, 0 where it has none."""
    if data[:1] == b"\1":
        unit, length, unknown = number(data, 20, 4), number(data, 24, 8), (1 << 64) - 1
    else:
        unit, length, unknown = number(data, 12, 4), number(data, 16, 4), (1 << 32) - 1
    return 0.0 if length == unknown else seconds_of(length, unit)


def _length_of_parts(walk: _Walk, extends: Box, movie: bytes) -> float:
    """The seconds of a file whose stream comes in parts, where its head says so, in the unit of the movie."""
    unit = number(movie, 20 if movie[:1] == b"\1" else 12, 4)
    for box in walk.boxes(extends.start, extends.end):
        if box.name == "mehd":
            data = walk.data(box)
            return seconds_of(number(data, 4, 8 if data[:1] == b"\1" else 4), unit)
    return 0.0


def _language(media: bytes, extended: bytes) -> tuple[str, str]:
    """The code as written and as BCP 47; the extended tag goes before the code that is packed into 15 bits."""
    if len(extended) > 4 and (written := text_of(extended[4:])):
        return written, language_of(written)
    packed = number(media, 32 if media[:1] == b"\1" else 20, 2)
    if packed < 0x400:
        # A code of 0 is also what programs write that know of none.
        return (str(packed), QUICKTIME_LANGUAGES.get(packed, "")) if packed else ("", "")
    written = "".join(chr(0x60 + (packed >> shift & 31)) for shift in (10, 5, 0))
    return (written, language_of(written)) if written.isalpha() and written.isascii() else ("", "")


def _handler_name(data: bytes) -> str:
    """The name of the handler, where it is one that a person gave: programs write their own there."""
    raw = data[24:]
    # QuickTime has the length before, MP4 a zero after.
    name = text_of(raw[1 : 1 + raw[0]] if raw and raw[0] == len(raw) - 1 else raw)
    lower = name.casefold()
    return "" if lower in NOT_NAMES or any(word in lower for word in PROGRAMS_OWN) else name


def _title(walk: _Walk, data: Box) -> str:
    """The title from a movie's udta: as iTunes writes it (meta, ilst, ©nam, data), or QuickTime's own ©nam."""
    waiting = [data]
    while waiting:
        for box in walk.boxes(*waiting.pop()[1:]):
            if box.name == "meta":
                # MP4 has four bytes more there than QuickTime.
                more = 4 if number(walk.file.at(box.start, 4), 0, 4) == 0 else 0
                waiting.append(Box("", box.start + more, box.end))
            elif box.name == "ilst":
                waiting.append(box)
            elif box.name == "\xa9nam":
                raw = walk.data(box)
                return text_of(raw[16:] if raw[4:8] == b"data" else raw[4 : 4 + number(raw, 0, 2)])
    return ""


def _captions(walk: _Walk, trak: _Trak, codec: str, media: bytes) -> Captions | None:
    """The texts of a track in one of the two formats that are simple to read, and None for another."""
    if codec not in ("tx3g", "text", "wvtt"):
        return None
    unit = number(media, 20, 4) if media[:1] == b"\1" else number(media, 12, 4)
    if unit == 0 or "stsz" not in trak.leaves:
        return None
    cues = []
    time = 0
    for (at, size), lasts in zip(_samples(walk, trak), _durations(walk, trak), strict=False):
        sample = walk.file.at(at, min(size, LARGEST_SAMPLE))
        texts = _in_webvtt(sample) if codec == "wvtt" else [sample[2 : 2 + number(sample, 0, 2)]]
        for text in texts:
            lines = tuple(line.strip() for line in _decoded(text).splitlines() if line.strip())
            if lines:
                cues.append(Cue(time / unit, (time + lasts) / unit, lines))
        time += lasts
    total = number(walk.data(trak.leaves["stsz"], 12), 8, 4)
    not_read = f"texts of a track after the first {MOST_SAMPLES}" if total > MOST_SAMPLES else ""
    return Captions("webvtt" if codec == "wvtt" else codec, tuple(cues), not_read=not_read)


def _decoded(text: bytes) -> str:
    if text.startswith((b"\xfe\xff", b"\xff\xfe")):
        return text.decode("utf-16", "replace")
    return text.decode("utf-8", "replace")


def _in_webvtt(sample: bytes) -> list[bytes]:
    """The texts of a sample of WebVTT (ISO/IEC 14496-30): vttc boxes, each with the text in payl."""
    found = []
    at = 0
    while at + 8 <= len(sample):
        size = number(sample, at, 4)
        if size < 8:
            break
        if sample[at + 4 : at + 8] == b"vttc":
            inner = at + 8
            while inner + 8 <= min(at + size, len(sample)):
                length = number(sample, inner, 4)
                if length < 8:
                    break
                if sample[inner + 4 : inner + 8] == b"payl":
                    found.append(sample[inner + 8 : inner + length])
                inner += length
        at += size
    return found


def _table(walk: _Walk, trak: _Trak, name: str, width: int) -> Iterator[tuple[int, ...]]:
    """The rows of a table of so many numbers of four bytes each."""
    if name not in trak.leaves:
        return
    data = walk.data(trak.leaves[name], LARGEST_TABLE)
    rows = max(0, min(number(data, 4, 4), (len(data) - 8) // (4 * width), MOST_SAMPLES))
    yield from struct.iter_unpack(f">{width}I", data[8 : 8 + rows * width * 4])


def _durations(walk: _Walk, trak: _Trak) -> Iterator[int]:
    for count, lasts in _table(walk, trak, "stts", 2):
        yield from repeat(lasts, min(count, MOST_SAMPLES))


def _samples(walk: _Walk, trak: _Trak) -> Iterator[tuple[int, int]]:
    """Place and size of each sample, from the tables of sizes, chunks and places."""
    return islice(_all_samples(walk, trak), MOST_SAMPLES)


def _all_samples(walk: _Walk, trak: _Trak) -> Iterator[tuple[int, int]]:
    sizes = _sizes(walk.data(trak.leaves["stsz"], LARGEST_TABLE))
    places = _places(walk, trak)
    runs = list(_table(walk, trak, "stsc", 3))
    if not runs:
        return
    run = 0
    for chunk, at in enumerate(places, 1):
        while run + 1 < len(runs) and runs[run + 1][0] <= chunk:
            run += 1
        for _ in range(min(runs[run][1], MOST_SAMPLES)):
            size = next(sizes, None)
            if size is None:
                return
            yield at, size
            at += size


def _sizes(data: bytes) -> Iterator[int]:
    same, count = number(data, 4, 4), min(number(data, 8, 4), MOST_SAMPLES)
    if same:
        yield from repeat(same, count)
    else:
        rows = max(0, min(count, (len(data) - 12) // 4))
        yield from struct.unpack(f">{rows}I", data[12 : 12 + 4 * rows])


def _places(walk: _Walk, trak: _Trak) -> Iterator[int]:
    if "co64" in trak.leaves:
        yield from (high << 32 | low for high, low in _table(walk, trak, "co64", 2))
    else:
        yield from (at for (at,) in _table(walk, trak, "stco", 1))
