"""What files of sound alone say of themselves: MP3 (ID3v2), WAV, FLAC, AAC, and Ogg, which may hold video too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from a11ycheck.documents.recording.model import Medium, Recording, Track
from a11ycheck.documents.recording.reading import (
    language_of,
    number,
    read_at,
    seconds_of,
    size_of,
    text_of,
)
from a11ycheck.trouble import CouldNotCheck

LARGEST_HEAD = 65_536
MOST_CHUNKS = 1_000
MOST_COMMENTS = 500
MOST_PAGES = 50
"""Pages of an Ogg file in which its streams begin."""
ID3_ENCODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")
MP3_RATES = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0),
}
"""Kilobits a second of layer III, by version: MPEG 1, and MPEG 2 with 2.5 (ISO/IEC 11172-3, 13818-3)."""
MP3_SAMPLES = (44_100, 48_000, 32_000)
OGG_STREAMS = (
    (b"OpusHead", Medium.AUDIO, "opus"),
    (b"\x01vorbis", Medium.AUDIO, "vorbis"),
    (b"\x7fFLAC", Medium.AUDIO, "flac"),
    (b"Speex   ", Medium.AUDIO, "speex"),
    (b"\x80theora", Medium.VIDEO, "theora"),
    (b"BBCD\0", Medium.VIDEO, "dirac"),
    (b"\x80kate", Medium.TEXT, "kate"),
)


def probe_mp3(file: BinaryIO) -> Recording:
    """Title and language from ID3v2; the length from the first frame, exact where it has a count of frames."""
    head = read_at(file, 0, 10)
    tag = _seven_bits(head[6:10]) + 10 if head.startswith(b"ID3") else 0
    frames = dict(_id3_frames(read_at(file, 10, min(tag, LARGEST_HEAD)), head[3])) if tag else {}
    beginning = read_at(file, tag, 4_096)
    at = next((at for at in range(len(beginning) - 3) if _is_mp3_frame(beginning[at : at + 4])), None)
    seconds = 0.0
    if at is not None:
        seconds = _mp3_seconds(beginning[at:], size_of(file) - tag)
    written = frames.get(b"TLAN", "")
    return _sound("mp3", "mp3", seconds, frames.get(b"TIT2", ""), written)


def probe_aac(file: BinaryIO) -> Recording:
    """AAC in ADTS, which says nothing of itself."""
    return _sound("aac", "aac", 0.0)


def probe_wav(file: BinaryIO) -> Recording:
    """The length from the rate of bytes. Raises ``CouldNotCheck`` where it has no sound."""
    at, rate, end = 12, 0, size_of(file)
    for _ in range(MOST_CHUNKS):
        head = read_at(file, at, 20)
        if len(head) < 8:
            break
        size = int.from_bytes(head[4:8], "little")
        if head[:4] == b"fmt ":
            rate = int.from_bytes(head[16:20], "little")
        elif head[:4] == b"data":
            return _sound("wav", "pcm", seconds_of(min(size, end - at - 8), rate))
        at += 8 + size + size % 2
    raise CouldNotCheck("broken", "no data in the file")


def probe_flac(file: BinaryIO) -> Recording:
    """Length from STREAMINFO, title and language from the comments."""
    info = read_at(file, 8, 34)
    rate, samples = number(info, 10, 3) >> 4, number(info, 13, 5) & (1 << 36) - 1
    comments: dict[str, str] = {}
    at = 4
    for _ in range(MOST_CHUNKS):
        head = read_at(file, at, 4)
        size = number(head, 1, 3)
        if len(head) < 4:
            break
        if head[0] & 0x7F == 4:
            comments = dict(_comments(read_at(file, at + 4, min(size, LARGEST_HEAD))))
        if head[0] & 0x80:
            break
        at += 4 + size
    return _sound(
        "flac", "flac", seconds_of(samples, rate), comments.get("TITLE", ""), comments.get("LANGUAGE", "")
    )


def probe_ogg(file: BinaryIO) -> Recording:
    """The streams, the comments of the first, and the length by the last page. ``CouldNotCheck`` for none of ours."""
    streams: dict[int, tuple[Medium, str, bytes]] = {}
    comments: dict[str, str] = {}
    at = 0
    for _ in range(MOST_PAGES):
        head = read_at(file, at, 27)
        if not head.startswith(b"OggS") or len(head) < 27:
            break
        lengths = read_at(file, at + 27, head[26])
        content = read_at(file, at + 27 + len(lengths), min(sum(lengths), LARGEST_HEAD))
        stream = int.from_bytes(head[14:18], "little")
        if head[5] & 2:
            known = [(medium, codec) for start, medium, codec in OGG_STREAMS if content.startswith(start)]
            streams[stream] = (*(known[0] if known else (Medium.OTHER, "")), content)
        elif not comments:
            start = next((mark for mark in (b"OpusTags", b"\x03vorbis") if content.startswith(mark)), None)
            comments = dict(_comments(content[len(start) :])) if start else {}
        at += 27 + len(lengths) + sum(lengths)
    tracks = tuple(
        _track(medium, place, codec, comments.get("LANGUAGE", ""))
        for place, (medium, codec, _) in enumerate(streams.values(), 1)
        if codec
    )
    if not tracks:
        raise CouldNotCheck("broken", "no streams that are known")
    return Recording("ogg", _ogg_seconds(file, streams), _short(comments.get("TITLE", "")), tracks)


def _sound(container: str, codec: str, seconds: float, title: str = "", written: str = "") -> Recording:
    return Recording(container, seconds, _short(title), (_track(Medium.AUDIO, 1, codec, written),))


def _track(medium: Medium, number: int, codec: str, written: str) -> Track:
    return Track(medium, number, codec, language_of(written), written, default=True)


def _short(text: str) -> str:
    return text_of(text.encode("utf-8", "replace"))


def _seven_bits(data: bytes) -> int:
    value = 0
    for byte in data:
        value = value << 7 | byte & 0x7F
    return value


def _id3_frames(data: bytes, version: int) -> Iterator[tuple[bytes, str]]:
    """The frames of text of ID3v2.3 and 2.4; 2.2 is 25 years old."""
    at = 0
    while version >= 3 and at + 11 <= len(data) and data[at]:
        size = _seven_bits(data[at + 4 : at + 8]) if version == 4 else number(data, at + 4, 4)
        content = data[at + 10 : at + 10 + size]
        if data[at] == ord("T") and content and content[0] < 4:
            text = content[1:].decode(ID3_ENCODINGS[content[0]], "replace")
            yield data[at : at + 4], text.partition("\0")[0]
        at += 10 + size


def _is_mp3_frame(head: bytes) -> bool:
    return (
        head[0] == 0xFF
        and head[1] & 0xE6 == 0xE2
        and head[1] >> 3 & 3 != 1
        and head[2] >> 4 not in (0, 15)
        and head[2] >> 2 & 3 != 3
    )


def _mp3_seconds(frame: bytes, size: int) -> float:
    version, one_sound = frame[1] >> 3 & 3, frame[3] >> 6 == 3
    rate = MP3_SAMPLES[frame[2] >> 2 & 3] >> (3, 0, 1, 0)[version] if version != 0 else 0
    rate = rate or MP3_SAMPLES[frame[2] >> 2 & 3] // 4
    a_frame = 1_152 if version == 3 else 576
    side = (17 if one_sound else 32) if version == 3 else (9 if one_sound else 17)
    count = frame[4 + side : 16 + side]
    if count[:4] in (b"Xing", b"Info") and number(count, 4, 4) & 1:
        return seconds_of(number(count, 8, 4) * a_frame, rate)
    kilobits = MP3_RATES[3 if version == 3 else 2][frame[2] >> 4]
    return seconds_of(size * 8, kilobits * 1_000)


def _comments(data: bytes) -> Iterator[tuple[str, str]]:
    """Vorbis comments: names in capitals with their texts."""
    at = 4 + int.from_bytes(data[:4], "little")
    count = min(int.from_bytes(data[at : at + 4], "little"), MOST_COMMENTS)
    at += 4
    for _ in range(count):
        size = int.from_bytes(data[at : at + 4], "little")
        name, _, text = data[at + 4 : at + 4 + size].decode("utf-8", "replace").partition("=")
        if text:
            yield name.upper(), text
        at += 4 + size


def _ogg_seconds(file: BinaryIO, streams: dict[int, tuple[Medium, str, bytes]]) -> float:
    """By the position that the last page of a sound gives, in samples."""
    size = size_of(file)
    end = read_at(file, max(0, size - LARGEST_HEAD), LARGEST_HEAD)
    at = end.rfind(b"OggS")
    while at >= 0:
        page = end[at : at + 27]
        _, codec, head = streams.get(int.from_bytes(page[14:18], "little"), (Medium.OTHER, "", b""))
        rate = {"opus": 48_000, "vorbis": int.from_bytes(head[12:16], "little")}.get(codec, 0)
        position = int.from_bytes(page[6:14], "little")
        if rate and position < 1 << 63:
            return seconds_of(position, rate)
        at = end.rfind(b"OggS", 0, at)
    return 0.0
