"""What an MP4 or QuickTime file says of its tracks (ISO/IEC 14496-12; Apple, QuickTime File Format)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice, repeat
from typing import BinaryIO

from a11ycheck.documents.captions.model import Captions, Cue
from a11ycheck.documents.recording.model import Medium, Recording, Role, Track
from a11ycheck.documents.recording.mp4_boxes import MOST_BOXES, Box, Walk
from a11ycheck.documents.recording.mp4_parts import Clock, seconds_of_parts
from a11ycheck.documents.recording.reading import ROLES, Pages, language_of, number, seconds_of, text_of
from a11ycheck.trouble import CouldNotCheck

MOST_TRACKS = 100
MOST_SAMPLES = 20_000
"""Texts read of one track; three hours of captions are some 5,000."""
LARGEST_SAMPLE = 20_000
MOST_DOCUMENTS = 4_000
MOST_OF_DOCUMENTS = 10_000_000
"""Samples that are documents of TTML, and bytes of all of them: three hours in documents of three seconds."""
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
    walk = Walk(Pages(file))
    movie = next((box for box in walk.boxes(0, walk.file.size) if box.name == "moov"), None)
    if movie is None:
        raise CouldNotCheck("broken", "moov is missing: the file is cut off")
    head, seconds, title = b"", 0.0, ""
    extends: Box | None = None
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
            extends = box
    of_chapters = {number for trak in traks for number in trak.chapters}
    tracks = [_track(walk, trak, at, of_chapters) for at, trak in enumerate(traks, 1)]
    if not tracks:
        raise CouldNotCheck("broken", "no tracks" if walk.left else f"more than {MOST_BOXES} boxes")
    # The head's length is that of the longest track, which may be one of captions that go on after the end.
    played = (track.seconds for track in tracks if track.medium in (Medium.VIDEO, Medium.AUDIO))
    seconds = max(played, default=0.0) or seconds
    if extends is not None:
        # The texts of a file in parts stand in the parts: that none is listed in the head says nothing of them.
        tracks = [_unread(track) for track in tracks]
    if not seconds and extends is not None:
        clocks = {
            _id(walk.data(trak.leaves["tkhd"])): Clock(_unit(walk.data(trak.leaves["mdhd"])))
            for trak, track in zip(traks, tracks, strict=True)
            if track.medium in (Medium.VIDEO, Medium.AUDIO) and {"tkhd", "mdhd"} <= trak.leaves.keys()
        }
        seconds = seconds_of_parts(walk, movie, extends, _unit(head), clocks)
    not_read = "" if walk.left else f"boxes after the first {MOST_BOXES}"
    return Recording("mp4", seconds, title, tuple(tracks), not_read=not_read)


def _unread(track: Track) -> Track:
    """The track, without the texts of which there is none."""
    return track if track.captions and track.captions.cues else replace(track, captions=None)


def _trak(walk: Walk, trak: Box) -> _Trak:
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


def _track(walk: Walk, trak: _Trak, at: int, of_chapters: set[int]) -> Track:
    def leaf(name: str) -> bytes:
        return walk.data(trak.leaves[name]) if name in trak.leaves else b""

    head, media, entry = leaf("tkhd"), leaf("mdhd"), leaf("stsd")
    handler = leaf("hdlr")[8:12].decode("latin-1")
    codec = entry[12:16].decode("latin-1")
    medium = HANDLERS.get(handler, Medium.OTHER)
    if _id(head) in of_chapters:
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


def _id(head: bytes) -> int:
    """The number of a track, from its box tkhd."""
    return number(head, 20 if head[:1] == b"\1" else 12, 4)


def _unit(data: bytes) -> int:
    """The units of time in a second, of a box mvhd or mdhd."""
    return number(data, 20 if data[:1] == b"\1" else 12, 4)


def _length(data: bytes) -> float:
    """The seconds of a box mvhd or mdhd, 0 where it has none."""
    longer = data[:1] == b"\1"
    length, unknown = (number(data, 24, 8), (1 << 64) - 1) if longer else (number(data, 16, 4), (1 << 32) - 1)
    return 0.0 if length == unknown else seconds_of(length, _unit(data))


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


def _title(walk: Walk, data: Box) -> str:
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


def _captions(walk: Walk, trak: _Trak, codec: str, media: bytes) -> Captions | None:
    """The texts of a track in one of the formats that are read, and None for another."""
    unit = _unit(media)
    if unit == 0 or "stsz" not in trak.leaves:
        return None
    if codec == "stpp":
        return _in_documents(walk, trak, unit)
    if codec not in ("tx3g", "text", "wvtt"):
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


def _in_documents(walk: Walk, trak: _Trak, unit: int) -> Captions | None:
    """The texts of a track whose samples are documents of TTML (ISO/IEC 14496-30): their times are the track's, and
    each is shown for as long as its sample lasts. None where one cannot be read so: the others would look like all."""
    from a11ycheck.documents.captions.ttml import read_ttml

    cues: list[Cue] = []
    language, room, time = "", MOST_OF_DOCUMENTS, 0
    for read_before, ((at, size), lasts) in enumerate(
        zip(_samples(walk, trak), _durations(walk, trak), strict=False)
    ):
        room -= size
        if room < 0 or read_before == MOST_DOCUMENTS:
            return None
        try:
            read = read_ttml(walk.file.at(at, size))
        except CouldNotCheck:
            return None
        starts, ends = time / unit, (time + lasts) / unit
        inside = [
            replace(cue, start=max(cue.start, starts), end=min(cue.end, ends), line=0) for cue in read.cues
        ]
        if read.pictures or read.broken or any(cue.start > ends or cue.end < starts for cue in inside):
            return None
        cues += inside
        language, time = language or read.language, time + lasts
    return Captions("ttml", tuple(cues), language=language, encoding="xml")


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


def _table(walk: Walk, trak: _Trak, name: str, width: int) -> Iterator[tuple[int, ...]]:
    """The rows of a table of so many numbers of four bytes each."""
    if name not in trak.leaves:
        return
    data = walk.data(trak.leaves[name], LARGEST_TABLE)
    rows = max(0, min(number(data, 4, 4), (len(data) - 8) // (4 * width), MOST_SAMPLES))
    yield from struct.iter_unpack(f">{width}I", data[8 : 8 + rows * width * 4])


def _durations(walk: Walk, trak: _Trak) -> Iterator[int]:
    for count, lasts in _table(walk, trak, "stts", 2):
        yield from repeat(lasts, min(count, MOST_SAMPLES))


def _samples(walk: Walk, trak: _Trak) -> Iterator[tuple[int, int]]:
    """Place and size of each sample, from the tables of sizes, chunks and places."""
    return islice(_all_samples(walk, trak), MOST_SAMPLES)


def _all_samples(walk: Walk, trak: _Trak) -> Iterator[tuple[int, int]]:
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


def _places(walk: Walk, trak: _Trak) -> Iterator[int]:
    if "co64" in trak.leaves:
        yield from (high << 32 | low for high, low in _table(walk, trak, "co64", 2))
    else:
        yield from (at for (at,) in _table(walk, trak, "stco", 1))
