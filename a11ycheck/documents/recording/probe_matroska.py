"""What a Matroska or WebM file says of its tracks (RFC 8794, EBML; RFC 9559, Matroska).

Nothing is believed: an element ends where the one around it ends, and there are only so many.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO, NamedTuple

from a11ycheck.documents.captions.cue_text import shown_lines
from a11ycheck.documents.captions.model import Captions, Cue
from a11ycheck.documents.recording.model import Medium, Recording, Role, Track
from a11ycheck.documents.recording.reading import (
    Pages,
    language_of,
    number,
    seconds_of,
    size_of,
    text_of,
)
from a11ycheck.trouble import CouldNotCheck

MOST_ELEMENTS = 60_000
MOST_AT_TOP = 5_000
"""Elements at the top, most of them clusters, that are passed on the way to what says what is in the file."""
MOST_TRACKS = 100
LARGEST_LEAF = 65_536
LARGEST_PART = 4_000_000
"""Bytes read of one part that lists something: tracks, or the places of texts."""
MOST_TEXTS = 20_000
MOST_ELEMENTS_OF_TEXTS = 15 * MOST_TEXTS
"""Elements that are looked at for the texts: each has its point in the list and its block, with what is in both."""
LARGEST_TEXT = 20_000
MOST_OF_TEXTS = 10_000_000
"""Bytes of all texts together, unpacked; three hours of captions are 300,000. Packed with zlib, they may be a thousand
times as long as they are in the file."""
FIRST_READ = 256
"""Bytes read of a text at once; few are longer."""
LARGEST_TO_WALK = 20_000_000
"""Bytes of a file whose texts are looked for from end to end, where it has no list of their places."""

SEGMENT, SEEK_HEAD, SEEK, SEEK_ID, SEEK_POSITION = 0x18538067, 0x114D9B74, 0x4DBB, 0x53AB, 0x53AC
INFO, TIMESTAMP_SCALE, DURATION, TITLE = 0x1549A966, 0x2AD7B1, 0x4489, 0x7BA9
TRACKS, TRACK_ENTRY, TRACK_NUMBER, TRACK_TYPE, CODEC_ID, NAME = 0x1654AE6B, 0xAE, 0xD7, 0x83, 0x86, 0x536E
LANGUAGE, LANGUAGE_BCP_47, VIDEO, PIXEL_WIDTH, PIXEL_HEIGHT = 0x22B59C, 0x22B59D, 0xE0, 0xB0, 0xBA
FLAG_ENABLED, FLAG_DEFAULT, FLAG_FORCED, FLAG_HEARING, FLAG_VISUAL, FLAG_DESCRIPTIONS, FLAG_COMMENTARY = (
    0xB9, 0x88, 0x55AA, 0x55AB, 0x55AC, 0x55AD, 0x55AF,
)  # fmt: skip
ENCODINGS, ENCODING, ENCODING_SCOPE, ENCODING_TYPE, COMPRESSION, ALGORITHM, SETTINGS = (
    0x6D80, 0x6240, 0x5032, 0x5033, 0x5034, 0x4254, 0x4255,
)  # fmt: skip
BLOCKS_TOO = 1
"""The bit of an encoding's scope that says that the blocks have it."""
COMPRESSES = 0
ZLIB, HEADER_STRIPPING = 0, 3
CLUSTER, CLUSTER_TIMESTAMP, BLOCK_GROUP, BLOCK, BLOCK_DURATION, SIMPLE_BLOCK = (
    0x1F43B675, 0xE7, 0xA0, 0xA1, 0x9B, 0xA3,
)  # fmt: skip
CUES, CUE_POINT, CUE_POSITIONS, CUE_TRACK, CUE_CLUSTER, CUE_RELATIVE = (
    0x1C53BB6B, 0xBB, 0xB7, 0xF7, 0xF1, 0xF0,
)  # fmt: skip

TYPES = {1: Medium.VIDEO, 2: Medium.AUDIO, 0x11: Medium.TEXT}
PICTURE_CODECS = ("S_VOBSUB", "S_HDMV/PGS", "S_DVBSUB", "S_IMAGE")
COVERS = ("V_MJPEG",)
WITH_TEXT = ("S_TEXT/UTF8", "S_TEXT/ASCII", "S_TEXT/WEBVTT", "S_TEXT/ASS", "S_TEXT/SSA", "D_WEBVTT/")
"""Codecs whose blocks hold a text each."""


class Element(NamedTuple):
    """An element: its id, and where what it holds begins and ends."""

    id: int
    start: int
    end: int


@dataclass(slots=True)
class _Walk:
    """The file, and how many elements may still be looked at."""

    file: Pages
    left: int = MOST_ELEMENTS

    def elements(self, start: int, end: int) -> Iterator[Element]:
        """The elements between two places of the file; they end where one has no size that can be. One of unknown size
        lasts as long as the one around it."""
        while start < end and self.left > 0:
            self.left -= 1
            found = _element(self.file.at(start, 12), 0, end - start)
            if found is None:
                return
            yield Element(found.id, start + found.start, start + found.end)
            start += found.end

    def inside(self, data: bytes, start: int = 0) -> list[tuple[int, bytes]]:
        """Id and content of each element in data that were read."""
        found: list[tuple[int, bytes]] = []
        length, left = len(data), self.left
        while start < length and left > 0:
            left -= 1
            # Most by far have an id and a size of one byte, of which the highest bit says that it is the only one.
            if data[start] >= 0x80 and start + 1 < length and 0x80 <= data[start + 1] < 0xFF:
                end = start + 2 + (data[start + 1] & 0x7F)
                found.append((data[start], data[start + 2 : end]))
                start = end
            elif element := _element(data, start, length):
                found.append((element.id, data[element.start : element.end]))
                start = element.end
            else:
                break
        self.left = left
        return found


WIDTHS = tuple(9 - first.bit_length() for first in range(256))
"""How many bytes a number of EBML has, by its first: one more than the zeros that it begins with; 9 for none."""


def _element(data: bytes, at: int, end: int) -> Element | None:
    """The element that begins at a place of the data and ends before another; None where there is none."""
    if at >= len(data) or (width := WIDTHS[data[at]]) > 4:
        return None
    name = int.from_bytes(data[at : at + width], "big")
    at += width
    if at >= len(data) or (width := WIDTHS[data[at]]) > 8:
        return None
    start = at + width
    most = (1 << 7 * width) - 1
    size = int.from_bytes(data[at:start], "big") & most
    return Element(name, start, end if size == most or start + size > end else start + size)


def probe_matroska(file: BinaryIO) -> Recording:
    """The tracks of a Matroska or WebM file. Raises ``CouldNotCheck`` for one that is cut off or has none."""
    walk = _Walk(Pages(file))
    size = size_of(file)
    segment = next((found for found in walk.elements(0, size) if found.id == SEGMENT), None)
    if segment is None:
        raise CouldNotCheck("broken", "no segment")
    parts = _parts(walk, segment)
    if TRACKS not in parts:
        raise CouldNotCheck("broken", "the list of tracks is missing")
    seconds, title, scale = _info(walk, _read(walk, parts.get(INFO)))
    listed = _read(walk, parts[TRACKS])
    entries = [content for name, content in walk.inside(listed) if name == TRACK_ENTRY][:MOST_TRACKS]
    if not entries:
        raise CouldNotCheck("broken", "no tracks")
    wanted: dict[int, _Form] = {}
    numbered: list[tuple[int, Track]] = []
    for at, entry in enumerate(entries, 1):
        own, track, packing = _track(walk, entry, at)
        numbered.append((own, track))
        if packing is not None and track.codec.startswith(WITH_TEXT):
            wanted[own] = _Form(track.codec, packing)
    texts = _Texts(_Walk(walk.file, MOST_ELEMENTS_OF_TEXTS), segment, parts, scale, wanted)
    read = texts.read() if wanted else {}
    tracks = tuple(replace(track, captions=read.get(own)) for own, track in numbered)
    return Recording("matroska", seconds, title, tracks)


def _read(walk: _Walk, part: Element | None) -> bytes:
    return walk.file.at(part.start, min(part.end - part.start, LARGEST_PART)) if part else b""


def _parts(walk: _Walk, segment: Element) -> dict[int, Element]:
    """The parts of the segment that are wanted: as they come until the first cluster, then as the list of them says."""
    found: dict[int, Element] = {}
    places: dict[int, int] = {}
    for at, part in enumerate(walk.elements(segment.start, segment.end)):
        if part.id in (INFO, TRACKS, CUES, CLUSTER):
            found.setdefault(part.id, part)
        elif part.id == SEEK_HEAD:
            for name, content in walk.inside(_read(walk, part)):
                seek = dict(walk.inside(content)) if name == SEEK else {}
                if SEEK_ID in seek and SEEK_POSITION in seek:
                    places[number(seek[SEEK_ID], 0, 4)] = number(seek[SEEK_POSITION], 0, 8)
        if at == MOST_AT_TOP or {INFO, TRACKS, CLUSTER} <= found.keys():
            break
    for name in (INFO, TRACKS, CUES):
        if name not in found and name in places:
            listed = next(walk.elements(segment.start + places[name], segment.end), None)
            if listed is not None and listed.id == name:
                found[name] = listed
    return found


def _info(walk: _Walk, data: bytes) -> tuple[float, str, int]:
    """Seconds, title and how many nanoseconds one unit of time is."""
    values = dict(walk.inside(data))
    scale = number(values.get(TIMESTAMP_SCALE, b""), 0, 8) or 1_000_000
    return seconds_of(_float(values.get(DURATION, b"")) * scale, 1e9), text_of(values.get(TITLE, b"")), scale


def _plain(text: str, codec: str) -> str:
    """The text of a block, without what its codec puts before it."""
    if codec.startswith("D_WEBVTT"):  # the cue's name and settings, a line each
        return "".join(text.split("\n", 2)[2:])
    if codec.startswith(("S_TEXT/ASS", "S_TEXT/SSA")):  # style, margins and the like, eight of them
        return "".join(text.split(",", 8)[8:]).replace("\\N", "\n").replace("\\n", "\n")
    return text


def _float(data: bytes) -> float:
    if len(data) not in (4, 8):
        return 0.0
    value: float = struct.unpack(">f" if len(data) == 4 else ">d", data)[0]
    return value if 0 <= value < 1e18 else 0.0


class _Packing(NamedTuple):
    """How the blocks of a track are packed: with zlib, or without the bytes that all of them begin with, or neither."""

    is_zlib: bool = False
    beginning: bytes = b""

    def unpacked(self, data: bytes) -> bytes | None:
        """What a block holds; None where that cannot be known, or is more than a text is."""
        if not self.is_zlib:
            return self.beginning + data
        unpacking = zlib.decompressobj()
        try:
            found = unpacking.decompress(data, LARGEST_TEXT)
        except zlib.error:
            return None
        return found if unpacking.eof else None


class _Form(NamedTuple):
    """What must be known of a track to read its texts."""

    codec: str
    packing: _Packing


def _packing(walk: _Walk, encodings: bytes) -> _Packing | None:
    """How blocks are packed, by a track's ContentEncodings (RFC 9559, 5.1.4.1.31); None where it is in a way that is
    not undone: encrypted, twice, or with one of the two retired methods."""
    found = _Packing()
    for name, content in walk.inside(encodings):
        if name != ENCODING:
            continue
        values = dict(walk.inside(content))
        if ENCODING_SCOPE in values and not number(values[ENCODING_SCOPE], 0, 8) & BLOCKS_TOO:
            continue
        how = dict(walk.inside(values.get(COMPRESSION, b"")))
        algorithm = number(how.get(ALGORITHM, b""), 0, 8)
        is_known = number(values.get(ENCODING_TYPE, b""), 0, 8) == COMPRESSES and algorithm in (
            ZLIB,
            HEADER_STRIPPING,
        )
        if not is_known or found != _Packing():
            return None
        found = _Packing(True) if algorithm == ZLIB else _Packing(beginning=how.get(SETTINGS, b""))
    return found


def _track(walk: _Walk, entry: bytes, at: int) -> tuple[int, Track, _Packing | None]:
    """The number by which blocks name the track, the track, and how its blocks are packed, None where not known."""
    values: dict[int, bytes] = {}
    for name, content in walk.inside(entry):
        values.setdefault(name, content)

    def flag(name: int, otherwise: bool = False) -> bool:
        return bool(number(values[name], 0, 8)) if name in values else otherwise

    codec = text_of(values.get(CODEC_ID, b""))
    medium = TYPES.get(number(values.get(TRACK_TYPE, b""), 0, 8), Medium.OTHER)
    if medium is Medium.TEXT and codec.startswith(PICTURE_CODECS):
        medium = Medium.PICTURES
    elif medium is Medium.VIDEO and codec.startswith(COVERS):
        medium = Medium.OTHER
    # Without a language the format means English, which a program that knows of none writes as well: it declares none.
    written = text_of(values.get(LANGUAGE_BCP_47, values.get(LANGUAGE, b"")))
    picture = dict(walk.inside(values.get(VIDEO, b"")))
    track = Track(
        medium,
        at,
        codec,
        language_of(written),
        written,
        text_of(values.get(NAME, b"")),
        _role(flag(FLAG_COMMENTARY), codec, medium, flag(FLAG_HEARING), flag(FLAG_DESCRIPTIONS)),
        default=flag(FLAG_DEFAULT, True),
        enabled=flag(FLAG_ENABLED, True),
        forced=flag(FLAG_FORCED),
        hearing_impaired=flag(FLAG_HEARING),
        visual_impaired=flag(FLAG_VISUAL),
        pixels=(number(picture.get(PIXEL_WIDTH, b""), 0, 4), number(picture.get(PIXEL_HEIGHT, b""), 0, 4)),
    )
    return number(values.get(TRACK_NUMBER, b""), 0, 8), track, _packing(walk, values.get(ENCODINGS, b""))


def _role(commentary: bool, codec: str, medium: Medium, hearing: bool, descriptions: bool) -> Role:
    """FlagTextDescriptions is for descriptions as text; WebM has them, and what is for programs, as codecs."""
    if commentary:
        return Role.COMMENTARY
    if descriptions or codec == "D_WEBVTT/DESCRIPTIONS":
        return Role.DESCRIPTION
    if codec in ("D_WEBVTT/METADATA", "D_WEBVTT/CHAPTERS"):
        return Role.METADATA
    return Role.CAPTIONS if medium is Medium.TEXT and hearing else Role.NONE


class _Block(NamedTuple):
    """One text of a track, as the file has it; ``start`` and ``lasts`` in units of time."""

    own: int
    start: int
    lasts: int
    data: bytes


@dataclass(slots=True)
class _Texts:
    """The texts of the tracks that are wanted, by number of the track."""

    walk: _Walk
    segment: Element
    parts: dict[int, Element]
    scale: int
    wanted: dict[int, _Form]
    clusters: dict[int, tuple[int, int]] = field(default_factory=dict)

    def read(self) -> dict[int, Captions]:
        """By the list of places where there is one for each text, from end to end in a small file, and not else."""
        listed = list(self._listed())
        if {own for own, _, _ in listed} == self.wanted.keys():
            made = self._made(self._at(cluster, relative) for _, cluster, relative in listed[:MOST_TEXTS])
            # Texts are listed, so that none can be read does not say that there are none.
            read = {own: captions for own, captions in made.items() if captions.cues}
        elif self.segment.end - self.segment.start <= LARGEST_TO_WALK:
            read = self._made(self._all())
        else:
            return {}
        # Half of the texts would look as if the captions ended there.
        return read if self.walk.left else {}

    def _made(self, blocks: Iterator[_Block | None]) -> dict[int, Captions]:
        """The captions of each track, but of none that has a text which cannot be unpacked."""
        cues: dict[int, list[Cue]] = {own: [] for own in self.wanted}
        room = MOST_OF_TEXTS
        for block in blocks:
            if block is None or block.own not in cues:
                continue
            codec, packing = self.wanted[block.own]
            data = packing.unpacked(block.data)
            if data is None:
                del cues[block.own]
                continue
            room -= len(data)
            if room < 0:
                return {}
            lines = shown_lines(_plain(data.decode("utf-8", "replace"), codec).splitlines())
            start = block.start * self.scale / 1e9
            cues[block.own].append(Cue(start, start + block.lasts * self.scale / 1e9, lines))
        return {own: Captions("srt", tuple(found)) for own, found in cues.items()}

    def _listed(self) -> Iterator[tuple[int, int, int]]:
        """Track, place of the cluster and place in it, for each text that the cues list."""
        for name, content in self.walk.inside(_read(self.walk, self.parts.get(CUES))):
            if name != CUE_POINT:
                continue
            for inner, positions in self.walk.inside(content):
                if inner != CUE_POSITIONS:
                    continue
                values = dict(self.walk.inside(positions))
                own = number(values.get(CUE_TRACK, b""), 0, 8)
                if own in self.wanted and CUE_RELATIVE in values:
                    yield own, self._place(values.get(CUE_CLUSTER, b"")), number(values[CUE_RELATIVE], 0, 8)

    def _place(self, written: bytes) -> int:
        return self.segment.start + number(written, 0, 8)

    def _at(self, cluster_at: int, relative: int) -> _Block | None:
        if cluster_at not in self.clusters:
            self.clusters[cluster_at] = self._cluster(cluster_at)
        begins, time = self.clusters[cluster_at]
        start = begins + relative
        beginning = self.walk.file.at(start, FIRST_READ) if begins else b""
        block = _element(beginning, 0, LARGEST_TEXT)
        if block is None:
            return None
        if block.end <= len(beginning):
            return self._block(block.id, beginning[block.start : block.end], time)
        return self._block(block.id, self.walk.file.at(start + block.start, block.end - block.start), time)

    def _cluster(self, at: int) -> tuple[int, int]:
        """Where what a cluster holds begins, 0 where there is none, and its time."""
        beginning = self.walk.file.at(at, 64)
        cluster = _element(beginning, 0, self.segment.end - at)
        if cluster is None or cluster.id != CLUSTER:
            return 0, 0
        inner = self.walk.inside(beginning, cluster.start)
        times = (number(value, 0, 8) for name, value in inner if name == CLUSTER_TIMESTAMP)
        return at + cluster.start, next(times, 0)

    def _all(self) -> Iterator[_Block | None]:
        count = 0
        for part in self.walk.elements(self.segment.start, self.segment.end):
            if part.id != CLUSTER:
                continue
            time = 0
            for inner in self.walk.elements(part.start, part.end):
                length = inner.end - inner.start
                if inner.id == CLUSTER_TIMESTAMP:
                    time = number(self.walk.file.at(inner.start, min(length, 8)), 0, 8)
                elif inner.id == BLOCK_GROUP and length <= LARGEST_TEXT:
                    count += 1
                    yield self._block(BLOCK_GROUP, self.walk.file.at(inner.start, length), time)
                if count == MOST_TEXTS:
                    return

    def _block(self, name: int, data: bytes, cluster_time: int) -> _Block | None:
        """The text of a block group; a block without duration shows nothing."""
        values = dict(self.walk.inside(data)) if name == BLOCK_GROUP else {}
        block = values.get(BLOCK, b"")
        width = WIDTHS[block[0]] if block else 9
        if width > 8 or len(block) < width + 3:
            return None
        own = int.from_bytes(block[:width], "big") & ((1 << 7 * width) - 1)
        offset = int.from_bytes(block[width : width + 2], "big", signed=True)
        lasts = int.from_bytes(values.get(BLOCK_DURATION, b"")[:8], "big")
        return _Block(own, cluster_time + offset, lasts, block[width + 3 :])
