"""Recordings: what is read of them in each format, what lies beside them, and files that lie about themselves."""

from __future__ import annotations

import io
import random
import shutil
import struct
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hostile.recording_files import FTYP, box, full, huge, movie, trak
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck import Text, ruleset
from a11ycheck.check import Report, check
from a11ycheck.documents.captions import KIND as CAPTIONS_KIND
from a11ycheck.documents.captions.open import open_captions
from a11ycheck.documents.facts import Beside, Found
from a11ycheck.documents.recording import KIND, NOT_READ, READ, looks_like_recording
from a11ycheck.documents.recording import open as opening
from a11ycheck.documents.recording.cea608 import MOST_READ, closed_captions
from a11ycheck.documents.recording.model import Closed, Medium, Recording, Role, Track
from a11ycheck.documents.recording.mp4_boxes import MOST_BOXES
from a11ycheck.documents.recording.open import open_recording
from a11ycheck.documents.recording.probe_matroska import MOST_ELEMENTS
from a11ycheck.documents.recording.reading import LONGEST_SECONDS, language_of
from a11ycheck.executors import Fenced, Here, Limits
from a11ycheck.job import Job, Result
from a11ycheck.ruleset import Ruleset
from a11ycheck.sources import Room, Source, beside, inside, kind_of, with_side_cars
from a11ycheck.trouble import REASONS, CouldNotCheck
from a11ycheck.verdict import Verdict
from places import SHARED

SRT = (
    "1\n00:00:00,500 --> 00:00:01,500\nVälkomna till <i>årsmötet</i>!\n\n"
    "2\n00:00:01,600 --> 00:00:02,900\nVi börjar strax.\nTa en stol.\n"
)
CUES = [(0.5, 1.5, ("Välkomna till årsmötet!",)), (1.6, 2.9, ("Vi börjar strax.", "Ta en stol."))]
HEAD = (
    ";FFMETADATA1\ntitle=Årsmöte 2026\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1500\ntitle=Ett\n"
    "[CHAPTER]\nTIMEBASE=1/1000\nSTART=1500\nEND=3000\ntitle=Två\n"
)
NOTHING = Ruleset("nothing", Text("", ""), requires=("recording-*",))


@pytest.fixture(autouse=True)
def _nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is heard is tested elsewhere, and needs an extra."""
    monkeypatch.setattr(opening, "_listened_to", lambda file, recording, tell: recording)


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Make a recording with ffmpeg: three seconds of a picture (input 0), a tone (1), captions (2), a title and
    chapters (3)."""
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        pytest.skip("ffmpeg is not installed")
    folder = tmp_path_factory.mktemp("recordings")
    (folder / "text.srt").write_text(SRT, "utf-8")
    (folder / "head.txt").write_text(HEAD, "utf-8")
    inputs = (
        *("-f", "lavfi", "-i", "testsrc=size=32x32:rate=5:duration=3"),
        *("-f", "lavfi", "-i", "sine=frequency=440:duration=3"),
        *("-i", str(folder / "text.srt"), "-i", str(folder / "head.txt")),
    )

    def made(name: str, *options: str) -> Path:
        path = folder / name
        subprocess.run((ffmpeg, "-v", "error", "-y", *inputs, *options, str(path)), check=True)
        return path

    return made


def opened(data: bytes | Path, *files: Beside) -> Recording:
    return open_recording(io.BytesIO(data.read_bytes() if isinstance(data, Path) else data), files)


def cues(track: Track) -> list[tuple[float, float, tuple[str, ...]]]:
    assert track.captions is not None
    return [(round(cue.start, 1), round(cue.end, 1), cue.lines) for cue in track.captions.cues]


ALL = ("-map", "0", "-map", "1", "-map", "1", "-map", "2", "-map_metadata", "3")
MARKS = (
    *(
        "-metadata:s:a:0",
        "language=swe",
        "-metadata:s:a:1",
        "language=swe",
        "-metadata:s:a:1",
        "title=Syntolkning",
    ),
    *(
        "-metadata:s:s:0",
        "language=swe",
        "-metadata:s:s:0",
        "title=Textning",
        "-disposition:s:0",
        "hearing_impaired",
    ),
)


class TestRealFiles:
    def test_mp4(self, make: Callable[..., Path]) -> None:
        codecs = ("-c:v", "libx264", "-c:a", "aac", "-c:s", "mov_text")
        recording = opened(
            make("all.mp4", *ALL, *codecs, *MARKS, "-disposition:a:1", "visual_impaired+descriptions")
        )
        assert (recording.container, round(recording.seconds), recording.title) == ("mp4", 3, "Årsmöte 2026")
        assert recording.language == "sv"
        picture, sound, described, text, chapters = recording.tracks
        assert [track.medium for track in recording.tracks] == [
            *(Medium.VIDEO, Medium.AUDIO, Medium.AUDIO, Medium.TEXT, Medium.CHAPTERS)
        ]
        assert picture.pixels == (32, 32)
        assert (sound.codec, sound.language, sound.written, sound.name) == ("mp4a", "sv", "swe", "")
        assert (described.role, described.name, described.is_described) == (
            Role.DESCRIPTION,
            "Syntolkning",
            True,
        )
        assert (text.role, text.name, text.language) == (Role.CAPTIONS, "Textning", "sv")
        assert text.hearing_impaired
        assert cues(text) == CUES
        assert not chapters.enabled
        assert [named.name for named in recording.captions] == ["Textning"]

    @pytest.mark.parametrize(
        ("name", "codecs"),
        [
            ("all.mkv", ("-c:v", "libx264", "-c:a", "aac", "-c:s", "srt")),
            ("styled.mkv", ("-c:v", "libx264", "-c:a", "aac", "-c:s", "ass")),
            ("all.webm", ("-c:v", "libvpx", "-c:a", "libvorbis", "-c:s", "webvtt")),
        ],
    )
    def test_matroska(self, make: Callable[..., Path], name: str, codecs: Sequence[str]) -> None:
        recording = opened(make(name, *ALL, *codecs, *MARKS, "-disposition:a:1", "visual_impaired"))
        assert (recording.container, recording.title, recording.language) == (
            "matroska",
            "Årsmöte 2026",
            "sv",
        )
        assert round(recording.seconds) == 3
        picture, sound, described, text = recording.tracks
        assert picture.pixels == (32, 32)
        assert not sound.is_described
        assert described.name == "Syntolkning"
        assert (text.medium, text.language, text.name) == (Medium.TEXT, "sv", "Textning")
        # ffmpeg writes no flags in WebM.
        assert described.is_described == text.hearing_impaired == (not name.endswith("webm"))
        # The sound begins a moment before nothing, by which all times in the file are later.
        assert [(end - start, lines) for start, end, lines in cues(text)] == [
            (pytest.approx(end - start), lines) for start, end, lines in CUES
        ]

    def test_matroska_without_a_list_of_places(self, make: Callable[..., Path]) -> None:
        piped = make("live.mkv", *ALL, "-c:v", "libx264", "-c:a", "aac", "-c:s", "srt", "-live", "1")
        (text,) = opened(piped).of(Medium.TEXT)
        assert [lines for _, _, lines in cues(text)] == [lines for _, _, lines in CUES]

    def test_quicktime(self, make: Callable[..., Path]) -> None:
        recording = opened(make("all.mov", *ALL, "-c:v", "libx264", "-c:a", "aac", "-c:s", "mov_text"))
        assert recording.title == "Årsmöte 2026"
        (text,) = recording.of(Medium.TEXT)
        assert cues(text) == CUES
        assert len(recording.of(Medium.CHAPTERS)) == 1

    def test_a_file_in_parts(self, make: Callable[..., Path]) -> None:
        path = make(
            "parts.mp4",
            "-map",
            "0",
            "-map",
            "1",
            "-c:v",
            "libx264",
            "-movflags",
            "frag_keyframe+empty_moov",
            "-map_chapters",
            "-1",
        )
        assert [track.medium for track in opened(path).tracks] == [Medium.VIDEO, Medium.AUDIO]

    @pytest.mark.parametrize(
        ("name", "container", "codec", "has_length"),
        [
            ("a.mp3", "mp3", "mp3", True),
            ("a.opus", "ogg", "opus", True),
            ("a.oga", "ogg", "vorbis", True),
            ("a.wav", "wav", "pcm", True),
            ("a.flac", "flac", "flac", True),
            ("a.m4a", "mp4", "mp4a", True),
            ("a.aac", "aac", "aac", False),
        ],
    )
    def test_sound_alone(
        self, make: Callable[..., Path], name: str, container: str, codec: str, has_length: bool
    ) -> None:
        path = make(
            name,
            *("-map", "1", "-map_chapters", "-1", "-metadata", "title=Radio"),
            *(("-c:a", "libvorbis") if codec == "vorbis" else ()),
        )
        recording = opened(path)
        assert recording.container == container
        assert [(track.medium, track.codec) for track in recording.tracks] == [(Medium.AUDIO, codec)]
        assert round(recording.seconds) == (3 if has_length else 0)
        assert recording.title == ("Radio" if container in ("mp3", "ogg", "flac", "mp4") else "")
        assert kind_of("without-suffix", path.read_bytes()[:1024]) is KIND

    @pytest.mark.parametrize("name", ["a.avi", "a.wmv", "a.mpg", "a.m2ts", "a.flv", "a.aiff"])
    def test_others_are_known_and_said(self, make: Callable[..., Path], name: str) -> None:
        path = make(name, "-map", "1" if name == "a.aiff" else "0", "-r", "25")
        assert kind_of(name, path.read_bytes()[:1024]) is KIND
        with pytest.raises(CouldNotCheck) as refused:
            opened(path)
        assert refused.value.trouble.reason == "other-recording"

    def test_a_file_that_is_cut_off(self, make: Callable[..., Path]) -> None:
        for name in ("whole.mp4", "whole.mkv", "whole.mp3"):
            data = make(name, *(("-map", "1") if name.endswith("mp3") else ())).read_bytes()
            for length in range(0, len(data), max(1, len(data) // 60)):
                opens_or_refuses(data[:length])

    def test_captions_inside_are_put_to_the_rules_for_captions(self, make: Callable[..., Path]) -> None:
        (found,) = opened(make("found.mp4", *ALL, "-c:v", "libx264", "-c:s", "mov_text", *MARKS)).found()
        captions = open_captions(found.data)
        assert found.name == "Textning.vtt"
        assert (captions.format, captions.language, captions.broken) == ("webvtt", "sv", ())
        assert [(cue.start, cue.end, cue.lines) for cue in captions.cues] == CUES


def test_every_suffix_is_there_once() -> None:
    assert sorted({*READ, *NOT_READ}) == sorted(KIND.suffixes)
    assert not set(KIND.suffixes) & set(CAPTIONS_KIND.suffixes)


@pytest.mark.parametrize(
    "beginning",
    [
        b"",
        b"\xff",
        b"RIFF\0\0\0\0WEBPVP8 ",
        "hej".encode("utf-16"),
        b"%PDF-1.7",
        b"WEBVTT\n",
        b"FORM\0\0\0\0ILBM",
    ],
)
def test_other_files_are_no_recordings(beginning: bytes) -> None:
    assert not looks_like_recording(beginning)


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("swe", "sv"),
        ("ger", "de"),
        ("deu", "de"),
        ("sv_SE", "sv-SE"),
        ("EN-gb", "en-gb"),
        ("und", ""),
        ("", ""),
        ("smj", "smj"),
    ],
)
def test_languages(code: str, language: str) -> None:
    assert language_of(code) == language


class Counting(io.BytesIO):
    """A file that knows how often and how much was read of it."""

    times = 0
    amount = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.times += 1
        self.amount += len(data)
        return data


class TestLyingBoxes:
    def test_a_good_one(self) -> None:
        recording = opened(movie(trak("vide", "avc1"), trak("soun", "mp4a", number=2)))
        assert [track.codec for track in recording.tracks] == ["avc1", "mp4a"]
        assert recording.seconds == 10

    @pytest.mark.parametrize(
        "data",
        [
            FTYP,
            FTYP + box("moov"),
            FTYP + box("moov", size=7) + bytes(100),
            FTYP + huge("moov", size=2),
            FTYP + huge("mdat", size=1 << 63) + movie(trak("vide", "avc1")),
            FTYP + huge("mdat", size=(1 << 64) - 1),
            FTYP + box("mdat", size=0) + movie(trak("vide", "avc1")),
            FTYP + box("moov", bytes(1000)),
            FTYP + box("moov", box("trak", size=0xFFFFFFFF)[:4]),
            b"\0\0\0\x08ftyp" * 1_000,
        ],
    )
    def test_without_tracks_it_is_broken(self, data: bytes) -> None:
        with pytest.raises(CouldNotCheck) as refused:
            opened(data)
        assert refused.value.trouble.reason == "broken"

    def test_sizes_end_where_the_box_around_ends(self) -> None:
        lying = box("trak", trak("vide", "avc1")[8:], size=0x7FFFFFFF)
        recording = opened(movie(lying) + box("free", b"mdhd" * 100))
        assert [track.codec for track in recording.tracks] == ["avc1"]

    def test_tables_that_say_more_than_there_is(self) -> None:
        table = [box(name, full(0xFFFFFFFF), bytes(8)) for name in ("stts", "stsc", "stco", "co64")]
        sizes = box("stsz", full(0, 0xFFFFFFFF), bytes(8))
        same = box("stsz", full(0xFFFFFFFF, 0xFFFFFFFF))
        for text in (trak("sbtl", "tx3g", *table, sizes), trak("sbtl", "tx3g", *table, same)):
            (track,) = opened(movie(text)).tracks
            assert track.captions is not None
            assert track.captions.cues == ()

    def test_places_outside_the_file(self) -> None:
        table = (
            box("stts", full(2, 2, 1000, 1, 1000)),
            box("stsc", full(1, 1, 3, 1)),
            box("stsz", full(0, 3, 100, 200, 0xFFFFFFFF)),
            box("co64", full(1), struct.pack(">Q", 1 << 63)),
        )
        (track,) = opened(movie(trak("sbtl", "tx3g", *table))).tracks
        assert track.captions is not None
        assert track.captions.cues == ()

    def test_a_million_boxes_and_deep_ones_are_not_all_read(self) -> None:
        deep = b""
        for _ in range(5_000):
            deep = box("udta", deep)
        for data in (
            movie(box("free") * 1_000_000, trak("vide", "avc1")),
            movie(box("trak") * 100_000),
            movie(box("trak", deep)),
            FTYP + box("free") * 1_000_000,
        ):
            file = Counting(data)
            with suppress(CouldNotCheck):
                assert len(open_recording(file).tracks) <= 100
            assert file.times < 3 * MOST_BOXES

    def test_chapters_that_are_referred_to_are_no_captions(self) -> None:
        first = trak("vide", "avc1")
        referring = box("trak", first[8:], box("tref", box("chap", struct.pack(">I", 2))))
        recording = opened(movie(referring, trak("sbtl", "tx3g", number=2)))
        assert [track.medium for track in recording.tracks] == [Medium.VIDEO, Medium.CHAPTERS]
        assert recording.captions == ()

    @pytest.mark.parametrize(
        ("handler", "codec", "medium"),
        [
            ("subp", "mp4s", Medium.PICTURES),
            ("clcp", "c608", Medium.TEXT),
            ("subt", "stpp", Medium.TEXT),
            ("vide", "jpeg", Medium.OTHER),
            ("tmcd", "tmcd", Medium.OTHER),
        ],
    )
    def test_what_a_track_holds(self, handler: str, codec: str, medium: Medium) -> None:
        assert opened(movie(trak(handler, codec))).tracks[0].medium is medium

    def test_lengths_that_cannot_be(self) -> None:
        recording = opened(
            movie(trak("soun", "mp4a", seconds=4_000_000)).replace(b"\0\0\x27\x10", b"\xff\xff\xff\xfe")
        )
        assert 0 <= recording.seconds <= LONGEST_SECONDS

    def test_webvtt_samples(self) -> None:
        sample = box("vttc", box("iden", b"1"), box("payl", "Hej på dig!".encode()))
        empty = box("vtte")
        data = movie(
            trak(
                "text",
                "wvtt",
                box("stts", full(1, 2, 1500)),
                box("stsc", full(1, 1, 2, 1)),
                box("stsz", full(0, 2, len(empty), len(sample))),
                box("stco", full(1, 0)),
            )
        )
        at = len(data) + 8
        data = data.replace(box("stco", full(1, 0)), box("stco", full(1, at))) + box("mdat", empty, sample)
        assert cues(opened(data).tracks[0]) == [(1.5, 3.0, ("Hej på dig!",))]

    @pytest.mark.parametrize(
        ("scheme", "value", "role"),
        [
            ("urn:mpeg:dash:role:2011", "description", Role.DESCRIPTION),
            ("about:html-kind", "main-desc", Role.DESCRIPTION),
            ("about:html-kind", "sign", Role.SIGN),
            ("urn:mpeg:dash:role:2011", "nonsense", Role.NONE),
        ],
    )
    def test_roles(self, scheme: str, value: str, role: Role) -> None:
        kind = box("kind", bytes(4), scheme.encode(), b"\0", value.encode(), b"\0")
        data = movie(box("trak", trak("soun", "mp4a")[8:], box("udta", kind)))
        assert opened(data).tracks[0].role is role

    def test_apples_mark_for_described_sound(self) -> None:
        mark = box("tagc", b"public.accessibility.describes-video")
        data = movie(box("trak", trak("soun", "mp4a")[8:], box("udta", mark)))
        assert opened(data).tracks[0].is_described

    @given(st.binary(max_size=400))
    def test_any_bytes(self, noise: bytes) -> None:
        for data in (
            FTYP + noise,
            FTYP + box("moov", noise),
            movie(box("trak", noise)),
            movie(trak("sbtl", "tx3g", noise)),
        ):
            opens_or_refuses(data)


def opens_or_refuses(data: bytes) -> None:
    """Anything but a recording or a reason is an error."""
    with suppress(CouldNotCheck):
        assert isinstance(opened(data), Recording)


def ebml(name: int, *content: bytes, size: int | None = None) -> bytes:
    data = b"".join(content)
    length = len(data) if size is None else size
    return name.to_bytes((name.bit_length() + 7) // 8, "big") + (length | 1 << 56).to_bytes(8, "big") + data


UNKNOWN_SIZE = (1 << 56) - 1
EBML_HEAD = ebml(0x1A45DFA3, ebml(0x4282, b"webm"))


def entry(kind: int, codec: str, *more: bytes, number: int = 1) -> bytes:
    return ebml(
        0xAE, ebml(0xD7, bytes([number])), ebml(0x83, bytes([kind])), ebml(0x86, codec.encode()), *more
    )


def matroska(*content: bytes, size: int | None = None) -> bytes:
    return EBML_HEAD + ebml(0x18538067, *content, size=size)


class TestLyingElements:
    def test_a_good_one_of_unknown_size(self) -> None:
        info = ebml(0x1549A966, ebml(0x4489, struct.pack(">d", 60_000)))
        tracks = ebml(0x1654AE6B, entry(1, "V_VP8"), entry(2, "A_OPUS", number=2))
        recording = opened(matroska(info, tracks, size=UNKNOWN_SIZE))
        assert [track.codec for track in recording.tracks] == ["V_VP8", "A_OPUS"]
        assert recording.seconds == 60

    @pytest.mark.parametrize(
        "data",
        [
            EBML_HEAD,
            matroska(),
            matroska(ebml(0x1654AE6B)),
            matroska(ebml(0x1654AE6B, size=(1 << 55))),
            matroska(b"\0" * 1000),
            matroska(ebml(0x1F43B675, bytes(100), size=UNKNOWN_SIZE)),
            # A list of places that leads outside the file, and to the list itself.
            matroska(
                ebml(0x114D9B74, ebml(0x4DBB, ebml(0x53AB, b"\x16\x54\xae\x6b"), ebml(0x53AC, b"\xff" * 8)))
            ),
            matroska(ebml(0x114D9B74, ebml(0x4DBB, ebml(0x53AB, b"\x16\x54\xae\x6b"), ebml(0x53AC, b"\0")))),
        ],
    )
    def test_without_tracks_it_is_broken(self, data: bytes) -> None:
        with pytest.raises(CouldNotCheck) as refused:
            opened(data)
        assert refused.value.trouble.reason == "broken"

    def test_a_million_elements_and_deep_ones_are_not_all_read(self) -> None:
        deep = b""
        for _ in range(2_000):
            deep = ebml(0xAE, deep)
        void = b"\xec\x80"
        for data in (
            matroska(void * 1_000_000),
            matroska(ebml(0x1654AE6B, void * 1_000_000)),
            matroska(ebml(0x1654AE6B, deep)),
            matroska(ebml(0x1654AE6B, entry(0x11, "S_TEXT/UTF8")), ebml(0x1F43B675, void * 1_000_000)),
        ):
            file = Counting(data)
            try:
                tracks = open_recording(file).tracks
            except CouldNotCheck:
                tracks = ()
            assert len(tracks) <= 1
            assert file.times < 2 * MOST_ELEMENTS

    def test_hours_of_listed_texts_are_all_read(self) -> None:
        count = 6_000
        tracks = ebml(0x1654AE6B, entry(0x11, "S_TEXT/UTF8"))

        def four(number: int) -> bytes:
            return number.to_bytes(4, "big")

        clusters = [
            ebml(
                0x1F43B675,
                ebml(0xE7, four(n * 2_000)),
                ebml(0xA0, ebml(0xA1, b"\x81\0\0\0Hej!"), ebml(0x9B, b"\x05\xdc")),
            )
            for n in range(count)
        ]

        def listed(first: int) -> bytes:
            """The list of places, for clusters of which the first stands there; each text is 13 bytes into its own."""
            places = (
                (ebml(0xF7, b"\1"), ebml(0xF1, four(first + n * len(clusters[0]))), ebml(0xF0, b"\x0d"))
                for n in range(count)
            )
            points = (
                ebml(0xBB, ebml(0xB3, four(n * 2_000)), ebml(0xB7, *place)) for n, place in enumerate(places)
            )
            return ebml(0x1C53BB6B, *points)

        first = len(tracks) + len(listed(0))
        (track,) = opened(matroska(tracks, listed(first), *clusters)).tracks
        assert len(cues(track)) == count
        assert cues(track)[-1] == (11_998.0, 11_999.5, ("Hej!",))

    def test_no_language_is_none_declared(self) -> None:
        (track,) = opened(matroska(ebml(0x1654AE6B, entry(0x11, "S_TEXT/UTF8")))).tracks
        assert (track.written, track.language) == ("", "")

    def test_the_newer_language_goes_first(self) -> None:
        languages = (ebml(0x22B59C, b"eng"), ebml(0x22B59D, b"sv-FI"))
        (track,) = opened(matroska(ebml(0x1654AE6B, entry(0x11, "S_TEXT/UTF8", *languages)))).tracks
        assert track.language == "sv-FI"

    @pytest.mark.parametrize(
        ("kind", "codec", "medium"),
        [
            (0x11, "S_HDMV/PGS", Medium.PICTURES),
            (0x11, "S_VOBSUB", Medium.PICTURES),
            (0x11, "S_TEXT/ASS", Medium.TEXT),
            (1, "V_MJPEG", Medium.OTHER),
            (0x21, "D_WEBVTT/METADATA", Medium.OTHER),
        ],
    )
    def test_what_a_track_holds(self, kind: int, codec: str, medium: Medium) -> None:
        assert opened(matroska(ebml(0x1654AE6B, entry(kind, codec)))).tracks[0].medium is medium

    @given(st.binary(max_size=400))
    def test_any_bytes(self, noise: bytes) -> None:
        tracks = ebml(0x1654AE6B, entry(0x11, "S_TEXT/UTF8"))
        for data in (
            EBML_HEAD + noise,
            matroska(noise),
            matroska(ebml(0x1654AE6B, noise)),
            matroska(tracks, ebml(0x1F43B675, noise)),
            matroska(tracks, ebml(0x1C53BB6B, noise)),
        ):
            opens_or_refuses(data)


@given(
    st.sampled_from(
        [b"ID3\4\0\0", b"\xff\xfb\x90", b"OggS\0\2", b"fLaC\0\0", b"RIFF\0\0\0\0WAVEfmt ", b"\xff\xf1"]
    ),
    st.binary(max_size=300),
)
def test_any_bytes_in_files_of_sound(beginning: bytes, noise: bytes) -> None:
    opens_or_refuses(beginning + noise)


def packet(*triplets: bytes) -> bytes:
    return b"\0\0\1\6\4GA94\3" + bytes([0xC0 | len(triplets), 0xFF]) + b"".join(triplets) + b"\xff\x80"


PADDING = packet(b"\xfc\x80\x80", b"\xfd\x80\x80", *[b"\xf8\0\0"] * 10)
IN_608 = packet(b"\xfc\xc1\xc2", b"\xfd\x80\x80")
IN_708 = packet(b"\xfc\x80\x80", b"\xff\x02\x2a", b"\xfe\x48\x65")


class TestClosedCaptions:
    @pytest.mark.parametrize(
        ("stream", "found"),
        [
            (b"", Closed.NONE),
            (random.Random(1).randbytes(200_000), Closed.NONE),
            (b"GA94" * 1_000, Closed.NONE),
            ((bytes(500) + PADDING) * 50, Closed.EMPTY),
            ((bytes(500) + PADDING) * 50 + IN_608, Closed.EMPTY),
            ((bytes(500) + PADDING) * 50 + IN_608 * 10, Closed.PRESENT),
            ((bytes(500) + PADDING) * 50 + IN_708 * 10, Closed.PRESENT),
            (IN_608[:12], Closed.NONE),
        ],
    )
    def test_in_a_stream(self, stream: bytes, found: Closed) -> None:
        assert closed_captions(io.BytesIO(stream)) is found

    def test_a_large_file_is_looked_into_here_and_there(self) -> None:
        second = bytes(100_000) + IN_608 * 4
        file = Counting(second * 400)
        assert closed_captions(file) is Closed.PRESENT
        assert file.amount < MOST_READ
        file = Counting(bytes(3 * MOST_READ))
        assert closed_captions(file) is Closed.NONE
        assert file.amount <= MOST_READ

    def test_they_are_the_captions_of_a_video(self) -> None:
        data = movie(trak("vide", "avc1"), trak("soun", "mp4a", number=2)) + box(
            "mdat", (bytes(500) + IN_608) * 20
        )
        assert opened(data).closed is Closed.PRESENT


class TestBeside:
    @pytest.mark.parametrize(
        ("name", "language"),
        [
            ("talk.vtt", ""),
            ("talk.sv.vtt", "sv"),
            ("talk_sv.srt", "sv"),
            ("Talk.en-GB.ttml", "en-gb"),
            ("talk-sv.srt", "sv"),
            ("talk.mp4.vtt", ""),
            ("talk (auto-generated).vtt", ""),
            ("talk [Swedish].srt", "sv"),
            ("talk.sv.forced.srt", "sv"),
            ("talk undertexter svenska.vtt", "sv"),
            ("talk.txt", ""),
            ("talk_transkript.docx", ""),
        ],
    )
    def test_belongs_to_it(self, name: str, language: str) -> None:
        assert [(file.name, file.language) for file in beside(Path("x/talk.mp4"), [name])] == [
            (name, language)
        ]

    @pytest.mark.parametrize(
        "name",
        [
            "talk 2.vtt",
            "talk-slutlig.vtt",
            "talks.vtt",
            "talksv.vtt",
            "tal.vtt",
            "talk.mp4",
            "talk.jpg",
            "vtt",
            "talk.chapters.vtt",
        ],
    )
    def test_does_not(self, name: str) -> None:
        assert list(beside(Path("x/talk.mp4"), [name])) == []

    def test_captions_are_checked_once(self, tmp_path: Path) -> None:
        for name in ("talk.mp4", "talk.sv.srt", "talk.pdf", "other.srt"):
            (tmp_path / name).write_text("x")
        talk = Source("here/talk.mp4", "recording", path=str(tmp_path / "talk.mp4"))
        captions = Source("there/talk.sv.srt", "captions", path=f"{tmp_path}/./talk.sv.srt")
        alone = with_side_cars([talk])
        assert [source.name for source in alone] == ["here/talk.mp4", "here/talk.sv.srt"]
        assert [file.name for file in alone[0].beside] == ["talk.pdf", "talk.sv.srt"]
        assert [source.name for source in with_side_cars([talk, captions])] == [
            "here/talk.mp4",
            "there/talk.sv.srt",
        ]

    def test_what_is_found_inside_may_have_captions_beside_it(self) -> None:
        found = Found("clip.mp4", movie(trak("vide", "avc1")), beside=(Beside("clip.vtt", data=b"WEBVTT\n"),))
        (source,) = inside(Source("deck.pptx", "office"), [found], Room())
        assert source.beside == found.beside
        assert Result.from_json(Result(found=(found,)).to_json(), Job("s", "office", NOTHING)).found == (
            found,
        )

    def test_what_is_found_inside_names_no_file(self) -> None:
        found = Found("clip.mp4", b"x", beside=(Beside("clip.vtt", path="/etc/passwd"),))
        with pytest.raises(ValueError, match="no path"):
            Result.from_json(Result(found=(found,)).to_json(), Job("s", "office", NOTHING))

    def test_broken_captions_are_there_all_the_same(self, tmp_path: Path) -> None:
        (tmp_path / "talk.vtt").mkdir()
        files = (
            Beside("talk.vtt", str(tmp_path / "talk.vtt")),
            Beside("talk.sv.vtt", data=b"no captions", language="sv"),
            Beside("talk.en.vtt", data=SRT.encode(), language="en"),
            Beside("talk.txt", str(tmp_path / "talk.txt")),
        )
        recording = opened(movie(trak("vide", "avc1")), *files)
        assert [(named.name, named.language, named.captions is None) for named in recording.side_cars] == [
            ("talk.vtt", "", True),
            ("talk.sv.vtt", "sv", True),
            ("talk.en.vtt", "en", False),
        ]
        assert recording.transcripts == ("talk.txt",)

    def test_chapters_beside_it_are_no_captions(self) -> None:
        chapters = "WEBVTT\nKind: chapters\n\n00:00.000 --> 09:00.000\nVal av styrelse\n"
        recording = opened(movie(trak("vide", "avc1")), Beside("talk.vtt", data=chapters.encode()))
        assert (len(recording.side_cars), recording.captions) == (1, ())


def checked(*inputs: Path) -> Report:
    return check([str(each) for each in inputs], ruleset.load(ruleset.DEFAULT), executor=Here())


def said(report: Report, rule: str) -> list[str]:
    return [
        judgement.outcome.message
        for part in report.documents
        for judgement in part.judgements
        if judgement.rule.id == rule
    ]


PLAYED = movie(trak("vide", "avc1"), trak("soun", "mp4a", number=2))


class TestMeetings:
    def test_without_captions_a_person_has_to_say(self, tmp_path: Path) -> None:
        (tmp_path / "talk.mp4").write_bytes(PLAYED)
        report = checked(tmp_path / "talk.mp4")
        assert report.verdict is Verdict.UNDECIDED
        assert said(report, "recording-captions-present") == ["unknown"]
        assert said(report, "recording-described") == ["nothing-described"]

    def test_captions_beside_it_are_its_captions_and_a_document(self, tmp_path: Path) -> None:
        (tmp_path / "talk.mp4").write_bytes(PLAYED)
        (tmp_path / "talk.sv.srt").write_text("inga tider alls", "utf-8")
        for report in (checked(tmp_path / "talk.mp4"), checked(tmp_path)):
            names = [Path(part.source.name).name for part in report.documents]
            assert names == ["talk.mp4", "talk.sv.srt"]
            assert said(report, "recording-captions-present") == []
            # Their own fault is told of them, once.
            assert [part.trouble.reason for part in report.documents if part.trouble] == ["not-what-it-says"]

    def test_bad_recordings_are_said_and_the_good_one_is_judged(self, tmp_path: Path) -> None:
        (tmp_path / "good.mp4").write_bytes(PLAYED)
        (tmp_path / "empty.mp4").write_bytes(b"")
        (tmp_path / "cut.mp4").write_bytes(PLAYED[:40])
        (tmp_path / "other.mp4").write_bytes(b"not found" * 20)
        (tmp_path / "old.wmv").write_bytes(bytes.fromhex("3026b2758e66cf11") + bytes(100))
        report = checked(tmp_path)
        reasons = {
            Path(part.source.name).name: part.trouble.reason if part.trouble else ""
            for part in report.documents
        }
        assert reasons == {
            "good.mp4": "",
            "empty.mp4": "empty",
            "cut.mp4": "broken",
            "other.mp4": "not-what-it-says",
            "old.wmv": "other-recording",
        }


class TestFence:
    def test_a_file_larger_than_memory_is_read_where_it_must_be(self, tmp_path: Path) -> None:
        path = tmp_path / "long.mp4"
        with path.open("wb") as file:
            file.write(FTYP + huge("mdat", size=3_000_000_000))
            file.seek(len(FTYP) + 3_000_000_000)
            file.write(PLAYED[len(FTYP) :])
        job = Job("long.mp4", "recording", NOTHING, path=str(path))
        for executor in (Here(), Fenced(workers=1)):
            (result,) = executor.run([job])
            executor.close()
            assert result.trouble is None
            assert result.facts is not None
            assert result.facts.role == "recording"

    def test_over_the_limit_it_is_not_read(self, tmp_path: Path) -> None:
        path = tmp_path / "long.mp4"
        path.write_bytes(PLAYED)
        limits = Limits(in_place=100)
        for executor in (Here(limits), Fenced(limits, workers=1)):
            (result,) = executor.run([Job("long.mp4", "recording", NOTHING, path=str(path))])
            executor.close()
            assert result.trouble is not None
            assert result.trouble.reason == "too-big"

    def test_the_fence_changes_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.undo()  # inside the fence somebody listens, where the extra is installed
        captions = tmp_path / "talk.vtt"
        captions.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nHej!\n", "utf-8")
        files = (Beside("talk.vtt", str(captions)), Beside("talk.en.vtt", data=SRT.encode(), language="en"))
        job = Job("talk.mp4", "recording", NOTHING, data=PLAYED, beside=files)
        assert Job.from_json(job.to_json()) == job
        fenced = Fenced(workers=1)
        assert list(fenced.run([job])) == list(Here().run([job]))
        fenced.close()

    def test_time_grows_with_the_file_and_ends(self) -> None:
        limits = Limits().for_kind(KIND)
        assert limits.file_size == 20_000_000_000
        assert limits.seconds_more(30_000_000) == 290
        assert limits.seconds_more(15_000_000_000) == 600
        # An hour of Opus for speech can be 7 MB, so what is small has time, too.
        assert (limits.cpu, limits.wall) == (120, 152)
        assert Limits(cpu=300, wall=400).for_kind(KIND).cpu == 300
        assert Limits().for_kind(CAPTIONS_KIND) == Limits()


def media() -> list[Path]:
    folder = SHARED / "suites"
    suffixes = (*KIND.suffixes, *CAPTIONS_KIND.suffixes)
    return (
        sorted(path for path in folder.rglob("*") if path.suffix.lower() in suffixes)
        if folder.is_dir()
        else []
    )


def test_every_recording_and_caption_file_of_the_suites_is_read_or_refused_with_a_reason(
    suites: Path,
) -> None:
    found = media()
    if not found:
        pytest.skip("the suites hold no recordings")
    read = 0
    reasons: set[str] = set()
    for path in found:
        with path.open("rb") as file:
            kind = kind_of(path.name, file.read(1024))
            assert kind in (KIND, CAPTIONS_KIND), path
            file.seek(0)
            try:
                model = kind.open(file if kind.reads_file else file.read())
            except CouldNotCheck as refused:
                reasons.add(refused.trouble.reason)
                continue
            read += 1
            assert not isinstance(model, Recording) or model.tracks, path
    assert reasons <= set(REASONS)
    assert read > 0.9 * len(found)
