"""Recordings whose texts are packed, and recordings in parts, whose head knows no length."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile.recording_files import (
    CLUSTER,
    FTYP,
    HEAD,
    SEGMENT,
    TRACK,
    TRACKS,
    box,
    element,
    full,
    movie,
    trak,
)
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck.documents.recording import open as opening
from a11ycheck.documents.recording.model import Recording
from a11ycheck.documents.recording.mp4_parts import MOST_PARTS
from a11ycheck.documents.recording.open import open_recording
from a11ycheck.documents.recording.probe_matroska import LARGEST_TEXT, MOST_OF_TEXTS
from a11ycheck.documents.recording.probe_mp4 import MOST_OF_DOCUMENTS


@pytest.fixture(autouse=True)
def _nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is heard is tested elsewhere, and needs an extra."""
    monkeypatch.setattr(opening, "_listened_to", lambda file, recording, tell: recording)


def opened(data: bytes) -> Recording:
    return open_recording(io.BytesIO(data))


def number(name: int, value: int) -> bytes:
    return element(name, value.to_bytes(1, "big"))


def packing(algorithm: int, settings: bytes = b"", *more: bytes, kind: int = 0) -> bytes:
    how = (number(0x4254, algorithm), element(0x4255, settings))
    return element(0x6240, number(0x5033, kind), element(0x5034, *how), *more)


def film(texts: list[bytes], *encodings: bytes) -> bytes:
    """A film of Matroska with these texts, a second each, in a track with these encodings."""
    track = element(
        TRACK,
        number(0xD7, 1),
        number(0x83, 0x11),
        element(0x86, b"S_TEXT/UTF8"),
        element(0x6D80, *encodings) if encodings else b"",
    )
    groups = (
        element(
            0xA0,
            element(0xA1, b"\x81" + struct.pack(">h", at) + b"\0" + text),
            element(0x9B, b"\x03\xe8"),
        )
        for at, text in enumerate(texts)
    )
    return HEAD + element(SEGMENT, element(TRACKS, track), element(CLUSTER, number(0xE7, 0), *groups))


def lines(data: bytes) -> list[tuple[str, ...]] | None:
    """The texts of the only track; None where it is known to be there and not read."""
    (track,) = opened(data).tracks
    assert track.codec == "S_TEXT/UTF8"
    return None if track.captions is None else [cue.lines for cue in track.captions.cues]


HELLO = "Välkomna till årsmötet!".encode()


@pytest.mark.parametrize(
    ("texts", "encodings"),
    [
        ([HELLO], ()),
        ([zlib.compress(HELLO)], (packing(0),)),
        # The format’s own value for an algorithm that is not written is zlib.
        ([zlib.compress(HELLO)], (element(0x6240, element(0x5034)),)),
        ([HELLO[3:]], (packing(3, HELLO[:3]),)),
        # What is packed is the beginning of the track, not its blocks.
        ([HELLO], (packing(0, b"", number(0x5032, 2)),)),
    ],
)
def test_packed_texts_are_read(texts: list[bytes], encodings: tuple[bytes, ...]) -> None:
    assert lines(film(texts, *encodings)) == [("Välkomna till årsmötet!",)]


@pytest.mark.parametrize(
    ("texts", "encodings"),
    [
        ([HELLO], (packing(1),)),
        ([HELLO], (packing(2),)),
        ([HELLO], (packing(0, kind=1),)),
        ([zlib.compress(zlib.compress(HELLO))], (packing(0), packing(0))),
        ([zlib.compress(HELLO), b"no zlib"], (packing(0),)),
        ([zlib.compress(HELLO)[:-6]], (packing(0),)),
        # Half of a text would be a text that somebody has not finished.
        ([zlib.compress(bytes(LARGEST_TEXT + 1))], (packing(0),)),
    ],
    ids=["bzip", "lzo", "encrypted", "twice", "broken", "cut off", "a bomb"],
)
def test_what_is_packed_otherwise_is_known_and_not_read(
    texts: list[bytes], encodings: tuple[bytes, ...]
) -> None:
    assert lines(film(texts, *encodings)) is None


def test_very_many_packed_texts_are_bounded_together() -> None:
    text = zlib.compress(b"x" * LARGEST_TEXT)
    assert lines(film([text] * (MOST_OF_TEXTS // LARGEST_TEXT + 1), packing(0))) is None


@given(st.binary(max_size=200))
def test_any_bytes_for_how_texts_are_packed(noise: bytes) -> None:
    assert len(opened(film([HELLO, noise], packing(0), noise)).tracks) == 1
    assert len(opened(film([noise], packing(0))).tracks) == 1


# Documents


def in_documents(*samples: bytes, seconds: int = 2) -> bytes:
    """A film with a track of TTML, each document shown for so long."""
    count = len(samples)

    def made(at: int) -> bytes:
        tables = (
            box("stts", full(1, count, seconds * 1000)),
            box("stsc", full(1, 1, count, 1)),
            box("stsz", full(0, count, *map(len, samples))),
            box("stco", full(1, at)),
        )
        return movie(trak("vide", "avc1"), trak("subt", "stpp", *tables, number=2))

    return made(len(made(0)) + 8) + box("mdat", *samples)


def ttml(*cues: tuple[str, str, str], language: str = "sv") -> bytes:
    rows = "".join(f'<p begin="{begin}" end="{end}">{text}</p>' for begin, end, text in cues)
    return f'<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="{language}"><body><div>{rows}</div></body></tt>'.encode()


FIRST, SECOND = ttml(("0s", "1.5s", "Välkomna!")), ttml(("2.5s", "9s", "Vi börjar."))


def test_texts_in_documents_are_shown_while_their_sample_lasts() -> None:
    (named,) = opened(in_documents(FIRST, SECOND, ttml())).captions
    captions = named.captions
    assert captions is not None
    assert [(cue.start, cue.end, cue.text) for cue in captions.cues] == [
        (0, 1.5, "Välkomna!"),
        (2.5, 4, "Vi börjar."),
    ]
    assert captions.language == "sv"


@pytest.mark.parametrize(
    "samples",
    [
        [FIRST, b"no document"],
        [FIRST, b"<html/>"],
        [FIRST, FIRST],
        [b'<!DOCTYPE tt [<!ENTITY a "b">]>' + FIRST],
        [FIRST[:40]],
        [b" " * MOST_OF_DOCUMENTS + FIRST],
    ],
    ids=["no XML", "another XML", "times of their own", "entities", "cut off", "very large"],
)
def test_documents_that_cannot_be_read_so_are_known_and_not_read(samples: list[bytes]) -> None:
    (named,) = opened(in_documents(*samples)).captions
    assert named.captions is None


@given(st.binary(max_size=200))
def test_any_bytes_for_a_document(noise: bytes) -> None:
    assert len(opened(in_documents(noise)).tracks) == 2


# Parts

FRAGMENTED = "frag_keyframe+empty_moov"


@pytest.fixture(scope="module")
def in_parts(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """Make a film of six seconds in parts of one, written as these flags of ffmpeg say."""
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        pytest.skip("ffmpeg is not installed")
    path = tmp_path_factory.mktemp("parts") / "film.mp4"
    inputs = (
        "-f",
        "lavfi",
        "-i",
        "testsrc=size=32x32:rate=5:duration=6",
        "-f",
        "lavfi",
        "-i",
        "sine=frequency=440:duration=6",
    )

    def made(flags: str) -> bytes:
        options = ("-g", "5", "-c:v", "libx264", "-c:a", "aac", "-movflags", flags)
        subprocess.run((ffmpeg, "-v", "error", "-y", *inputs, *options, str(path)), check=True)
        return Path(path).read_bytes()

    return made


@pytest.mark.parametrize(
    "flags",
    [
        FRAGMENTED,
        f"{FRAGMENTED}+skip_trailer",
        f"{FRAGMENTED}+global_sidx",
        f"{FRAGMENTED}+default_base_moof",
        f"{FRAGMENTED}+delay_moov",
        "dash",
    ],
)
def test_the_length_of_a_film_in_parts(in_parts: Callable[[str], bytes], flags: str) -> None:
    # ffmpeg lets the last sample of sound last longer than the film, and its own ffprobe reads 6.4 s.
    assert opened(in_parts(flags)).seconds == pytest.approx(6, abs=0.5)


def test_a_film_that_is_cut_off_is_as_long_as_what_is_there(in_parts: Callable[[str], bytes]) -> None:
    whole = in_parts(f"{FRAGMENTED}+skip_trailer")
    assert 1 <= opened(whole[: len(whole) // 2]).seconds <= 5


def test_texts_in_parts_are_known_and_not_taken_for_none() -> None:
    text = trak("sbtl", "tx3g", box("stsz", full(0, 0)), number=2)
    film = FTYP + box(
        "moov", box("mvhd", full(0, 0, 1000, 0), bytes(80)), trak("vide", "avc1"), text, box("mvex")
    )
    (captions,) = opened(film).captions
    assert captions.captions is None
    assert list(opened(film).found()) == []


def streamed(*parts: bytes, extends: bytes = b"", length: bytes = b"") -> bytes:
    """A sound whose head has a clock of a thousand a second and no length, and then these boxes."""
    media = box("mdhd", full(0, 0, 1000, 0), b"\x55\xc4\0\0")
    told = box("hdlr", bytes(8), b"soun", bytes(13))
    entry = box("minf", box("stbl", box("stsd", full(1), box("mp4a", bytes(20)))))
    track = box("trak", box("tkhd", full(0, 0, 1, 0, 0), bytes(60)), box("mdia", media, told, entry))
    default = box("trex", full(1, 1, 20, 0, 0))
    head = box("mvhd", full(0, 0, 1000, 0), bytes(80))
    return FTYP + box("moov", head, track, box("mvex", length, default, extends)) + b"".join(parts)


def part(begins: int, samples: int, *durations: int, track: int = 1) -> bytes:
    """A part of so many samples, each as long as the head says, or as long as these."""
    flags = 0x100 if durations else 0
    run = box("trun", struct.pack(f">{2 + len(durations)}I", flags, samples, *durations))
    traf = box("traf", box("tfhd", full(track)), box("tfdt", full(begins)), run)
    return box("moof", box("mfhd", full(1)), traf) + box("mdat")


@pytest.mark.parametrize(
    ("data", "seconds"),
    [
        (streamed(part(0, 50), part(1_000, 50)), 2),
        (streamed(part(0, 50), part(1_000, 3, 500, 500, 1_000)), 3),
        # A broadcast of which only the last is there.
        (streamed(part(7_200_000, 50), part(7_201_000, 50)), 2),
        (streamed(part(0, 50), length=box("mehd", full(9_000))), 9),
        (streamed(part(0, 50), box("moof", size=0xFFFFFFF0)), 0),
        (streamed(), 0),
        (streamed(part(0, 50, track=7)), 0),
        (streamed(part(0, 0xFFFFFFFF)), 0),
        (streamed(part(0, 0xFFFFFFFF, 5)), 0.005),
        (streamed(part(5_000, 50), part(0, 50)), 0),
        (streamed(part(0, 1) * (MOST_PARTS // 2 + 1)), 0),
    ],
    ids=[
        "by the head",
        "by the parts",
        "a late beginning",
        "said",
        "a last part without anything",
        "none",
        "another track",
        "four thousand million samples",
        "a list that says more than it has",
        "backwards",
        "too many to pass",
    ],
)
def test_the_length_that_parts_tell(data: bytes, seconds: float) -> None:
    assert opened(data).seconds == pytest.approx(seconds)


def index(*segments: tuple[int, int], rows: int | None = None) -> bytes:
    """An index of segments of such sizes and lengths, that says that it has so many rows."""
    head = full(1, 1000, 0, 0, len(segments) if rows is None else rows)
    return box("sidx", head, *(struct.pack(">3I", size, length, 0) for size, length in segments))


def test_an_index_counts_if_it_is_of_the_whole_file() -> None:
    parts = part(0, 50) + part(1_000, 50)
    assert opened(streamed(index((len(parts), 2_500)), parts)).seconds == 2.5
    assert opened(streamed(index((len(parts) // 2, 1_500)), parts)).seconds == 2


def test_a_list_of_parts_that_lies_leads_nowhere() -> None:
    for at in (1, 0xFFFFFFFF):
        listed = box("tfra", full(1, 0, 1), struct.pack(">IIBBB", 1_000, at, 1, 1, 1))
        tail = box("mfra", listed, box("mfro", full(len(listed) + 8 + 16)))
        assert opened(streamed(part(0, 50), part(1_000, 50), tail)).seconds in (0, 2)


@given(st.binary(max_size=300))
def test_any_bytes_in_parts(noise: bytes) -> None:
    for data in (
        streamed(noise),
        streamed(box("moof", noise)),
        streamed(box("moof", box("traf", noise))),
        streamed(box("sidx", noise)),
        streamed(part(0, 1), box("mfra", noise, box("mfro", full(len(noise) + 24)))),
        streamed(extends=noise),
    ):
        assert opened(data).seconds >= 0
