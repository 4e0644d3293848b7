"""Hostile recordings: containers that lie about what is in them."""

from __future__ import annotations

import struct

from hostile.corpus import hostile


def box(name: str, *content: bytes, size: int | None = None) -> bytes:
    """A box of MP4 that says that it has this size."""
    data = b"".join(content)
    return struct.pack(">I", len(data) + 8 if size is None else size) + name.encode("latin-1") + data


def full(*numbers: int) -> bytes:
    """The content of a box with version and flags of 0."""
    return struct.pack(f">{len(numbers) + 1}I", 0, *numbers)


def huge(name: str, *content: bytes, size: int) -> bytes:
    """A box whose size takes 64 bits."""
    return b"\0\0\0\1" + name.encode() + struct.pack(">Q", size) + b"".join(content)


FTYP = box("ftyp", b"isom\0\0\0\0")


def trak(handler: str, codec: str, *more: bytes, number: int = 1, seconds: int = 10) -> bytes:
    head = box("tkhd", full(0, 0, number, 0, seconds * 1000), bytes(60))
    media = box("mdhd", full(0, 0, 1000, seconds * 1000), b"\x55\xc4\0\0")
    told = box("hdlr", bytes(8), handler.encode(), bytes(13))
    entry = box("stsd", full(1), box(codec, bytes(20)))
    return box("trak", head, box("mdia", media, told, box("minf", box("stbl", entry, *more))))


def movie(*traks: bytes) -> bytes:
    return FTYP + box("moov", box("mvhd", full(0, 0, 1000, 10_000), bytes(80)), *traks)


def element(name: int, *content: bytes, size: int | None = None) -> bytes:
    """An element of Matroska; a size of None is that of its content."""
    data = b"".join(content)
    length = (len(data) if size is None else size) | 1 << 56
    return name.to_bytes((name.bit_length() + 7) // 8, "big") + length.to_bytes(8, "big") + data


EBML, SEGMENT, TRACKS, TRACK, CLUSTER, CUES, SEEK = (
    0x1A45DFA3,
    0x18538067,
    0x1654AE6B,
    0xAE,
    0x1F43B675,
    0x1C53BB6B,
    0x114D9B74,
)
HEAD = element(EBML, element(0x4282, b"matroska"))


@hostile(".mp4")
def a_box_of_nothing() -> bytes:
    """Boxes whose size is less than their own beginning, a thousand of them."""
    return FTYP + box("moov", size=7) + b"\0\0\0\x08free" * 1_000 + bytes(100)


@hostile(".mp4")
def a_box_beyond_the_end_of_time() -> bytes:
    """A box of 2 to the power of 64 bytes."""
    return FTYP + huge("mdat", size=(1 << 64) - 1) + movie(trak("vide", "avc1"))


@hostile(".mp4")
def boxes_in_boxes() -> bytes:
    """Boxes in each other, deeper than a program's stack."""
    deep = b""
    for _ in range(5_000):
        deep = box("udta", deep)
    return movie(box("trak", deep))


@hostile(".mp4")
def a_hundred_thousand_tracks() -> bytes:
    """More tracks than anybody can choose from."""
    return movie(box("trak") * 100_000)


@hostile(".mp4")
def tables_of_four_thousand_million_rows() -> bytes:
    """Tables that say that they hold more than the file."""
    table = [box(name, full(0xFFFFFFFF), bytes(8)) for name in ("stts", "stsc", "stco", "co64")]
    return movie(trak("sbtl", "tx3g", *table, box("stsz", full(0xFFFFFFFF, 0xFFFFFFFF))))


@hostile(".mp4")
def samples_outside_the_file() -> bytes:
    """Captions whose places are beyond the end, and whose sizes are of gigabytes."""
    table = (
        box("stts", full(2, 2, 1000, 1, 1000)),
        box("stsc", full(1, 1, 3, 1)),
        box("stsz", full(0, 3, 100, 200, 0xFFFFFFFF)),
        box("co64", full(1), struct.pack(">Q", 1 << 63)),
    )
    return movie(
        trak("sbtl", "tx3g", *table),
        trak("text", "wvtt", *table, number=2),
        trak("subt", "stpp", *table, number=3),
    )


@hostile(".mp4")
def a_clock_that_stands_still() -> bytes:
    """Timescales of zero, and lengths of all bits."""
    return (
        movie(trak("soun", "mp4a")).replace(b"\0\0\x03\xe8", bytes(4)).replace(b"\0\0\x27\x10", b"\xff" * 4)
    )


@hostile(".mp4")
def tracks_that_are_each_others_chapters() -> bytes:
    """References of tracks to themselves and each other."""
    first = trak("text", "tx3g")
    return movie(box("trak", first[8:], box("tref", box("chap", full(1, 2, 1, 2)))) * 50)


@hostile(".mp4")
def names_that_are_no_text() -> bytes:
    """A title and a handler of half signs, of any length."""
    title = box(
        "udta",
        box(
            "meta",
            bytes(4),
            box("ilst", box("\xa9nam", box("data", bytes(8), b"\xed\xa0\x80\xff\x1b[2J" * 500))),
        ),
    )
    return FTYP + box(
        "moov", box("mvhd", full(0, 0, 1000, 10_000), bytes(80)), trak("vide", "avc1"), title, title
    )


@hostile(".mov")
def captions_of_608_everywhere() -> bytes:
    """A stream of nothing but the marks that captions are looked for by."""
    marks = (b"\x00\x00\x01\x06\x04\xff\xb5\x00\x31GA94\x03\xdf\xff" + b"\xfc\x94\x20" * 31) * 2_000
    return movie(trak("vide", "avc1")) + box("mdat", marks)


@hostile(".mkv")
def a_matroska_of_an_unknown_length() -> bytes:
    """Segments in segments, none of which says where it ends."""
    unknown = SEGMENT.to_bytes(4, "big") + b"\x01" + b"\xff" * 7
    return HEAD + unknown * 5_000


@hostile(".mkv")
def elements_that_lie() -> bytes:
    """Tracks that say that they are longer than the file, and numbers of 2,000 bytes."""
    entry = element(
        TRACK,
        element(0xD7, b"\xff" * 2_000),
        element(0x83, b"\x11"),
        element(0x86, b"S_TEXT/UTF8"),
        element(0x4489, b"\xff" * 9),
    )
    return HEAD + element(SEGMENT, element(TRACKS, entry, size=1 << 55), element(CUES, bytes(500)))


@hostile(".mkv")
def places_that_lead_to_themselves() -> bytes:
    """A list of places in which the list is where everything is."""
    seek = element(0x4DBB, element(0x53AB, TRACKS.to_bytes(4, "big")), element(0x53AC, bytes(8))) * 1_000
    return HEAD + element(
        SEGMENT,
        element(SEEK, seek),
        element(CUES, element(0xBB, element(0xB7, element(0xF1, bytes(8)))) * 1_000),
    )


@hostile(".webm")
def a_hundred_thousand_clusters() -> bytes:
    """Clusters without anything in them."""
    entry = element(
        TRACK, element(0xD7, b"\x01"), element(0x83, b"\x11"), element(0x86, b"D_WEBVTT/SUBTITLES")
    )
    return HEAD + element(
        SEGMENT,
        element(TRACKS, entry),
        element(CLUSTER, element(0xE7, b"\xff" * 8), element(0xA3, b"\x81\0\0\0")) * 30_000,
    )


@hostile(".mp3")
def a_tag_of_256_megabytes() -> bytes:
    """An ID3 tag that is longer than the file, with frames of nothing and of everything."""
    frames = b"TIT2\0\0\0\0\0\0" * 1_000 + b"TIT2\x7f\x7f\x7f\x7f\0\0\x01\xff\xfe\x00\xd8"
    return b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + frames + b"\xff\xfb\x90\0" + bytes(413)


@hostile(".wav")
def a_sound_without_bytes_in_a_second() -> bytes:
    """A format in which nothing is zero times a second, and chunks that are longer than the file."""
    return (
        b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0"
        + bytes(16)
        + b"data\xff\xff\xff\xff"
        + b"LIST\0\0\0\0" * 5_000
    )


@hostile(".flac")
def blocks_that_never_end() -> bytes:
    """A FLAC of thousands of blocks without the last, and comments that say that there are four thousand million."""
    return b"fLaC" + b"\0\0\0\x22" + bytes(34) + b"\x04\0\0\x08" + b"\xff" * 8 + b"\x01\0\0\0" * 20_000


@hostile(".ogg")
def pages_of_nothing() -> bytes:
    """Ogg pages of ten thousand streams, each with a beginning and nothing in it."""
    return b"".join(
        b"OggS\0\x02" + b"\xff" * 8 + struct.pack("<III", n, 0, 0) + b"\x01\x13OpusHead" + bytes(11)
        for n in range(10_000)
    )


@hostile(".aac")
def frames_without_a_length() -> bytes:
    """ADTS frames that say that they are shorter than their own beginning."""
    return b"\xff\xf1\x50\x80\x00\x1f\xfc" * 5_000


@hostile(".wmv")
def a_recording_that_is_not_read() -> bytes:
    """A format that is known and not read, cut off."""
    return bytes.fromhex("3026b2758e66cf11") + bytes(100)
