"""Captions beside speech: the comparison on made spans of speech, and real sound and picture behind the fence."""

from __future__ import annotations

import random
import shutil
import struct
import subprocess
import wave
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest

from a11ycheck import Status
from a11ycheck.documents.captions.model import Captions, Cue
from a11ycheck.documents.recording.heard_model import Compared, Fit, Heard, Span, TrackHeard, Watched

av = pytest.importorskip("av", reason="the extra “media” is not installed")
np = pytest.importorskip("numpy", reason="the extra “media” is not installed")

from a11ycheck.documents.recording.comparing import Line, compare, lines_of, overlap  # noqa: E402
from a11ycheck.documents.recording.listening import listen  # noqa: E402
from a11ycheck.documents.recording.voice import STEP, spans  # noqa: E402
from a11ycheck.documents.recording.watching import ROWS, _in_a_large_area, text_band  # noqa: E402
from a11ycheck.executors import Fenced  # noqa: E402
from a11ycheck.job import Job, Result  # noqa: E402
from a11ycheck.registry import rules_for  # noqa: E402
from a11ycheck.ruleset import load  # noqa: E402

MINUTES = 6
LETTERS_A_SECOND = 14
HEARD = (".heard_captions", ".heard_sound", ".flashing")
"""The modules of rules about what is heard and seen."""


def sentences(seed: int = 1) -> list[Span]:
    """Where somebody speaks in some minutes: sentences of 1 to 6 seconds, pauses of 0.2 to 2, some longer."""
    chance = random.Random(seed)
    found: list[Span] = []
    at = 3.0
    while at < MINUTES * 60:
        length = chance.uniform(1, 6)
        found.append(Span(at, at + length))
        at += length + (chance.uniform(4, 9) if chance.random() < 0.05 else chance.uniform(0.2, 2))
    return found


def captioned(speech: Sequence[Span], move: Callable[[float], float] = lambda t: t) -> list[Line]:
    """One cue a sentence, timed by a hand that is not quite steady."""
    chance = random.Random(2)
    lines = []
    for span in speech:
        start, end = move(span.start + chance.uniform(-0.2, 0.2)), move(span.end + chance.uniform(0, 0.6))
        lines.append(Line(max(0.0, start), end, round(span.seconds * LETTERS_A_SECOND)))
    return [line for line in lines if line.end > line.start]


def compared(lines: Sequence[Line], speech: Sequence[Span] = ()) -> Compared:
    speech = speech or sentences()
    return compare(speech, lines, heard=Span(0, speech[-1].end + 2))


# --- the comparison, on made spans ---


def test_captions_that_belong_are_sure_and_in_time() -> None:
    found = compared(captioned(sentences()))
    assert found.fit is Fit.SURE
    assert abs(found.late) < 0.2
    assert found.jump is None
    assert found.covered > 0.99
    assert found.ends_early == 0


@pytest.mark.parametrize("seconds", [-30, -8, -2, 1, 2, 5, 60])
def test_a_shift_is_told_to_two_tenths(seconds: float) -> None:
    found = compared(captioned(sentences(), lambda t: t + seconds))
    assert found.fit is Fit.SURE
    assert found.late == pytest.approx(seconds, abs=0.25)
    assert found.covered > 0.9  # what is moved to where it belongs covers the speech


@pytest.mark.parametrize(("speed", "last"), [(25 / 24, 15.0), (24 / 25, -14.4), (1.01, 3.6), (0.994, -2.2)])
def test_drift_is_told_by_where_it_ends(speed: float, last: float) -> None:
    found = compared(captioned(sentences(), lambda t: t * speed))
    assert found.fit is Fit.SURE
    assert found.late_first == pytest.approx(0, abs=0.5)
    assert found.late_last == pytest.approx(last, abs=0.6)
    assert found.jump is None


def test_a_cut_is_told_with_its_place() -> None:
    found = compared(captioned(sentences(), lambda t: t if t < 150 else t - 6))
    assert found.jump == pytest.approx(150, abs=15)
    assert found.late_first == pytest.approx(0, abs=0.4)
    assert found.late_last == pytest.approx(-6, abs=0.4)


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_captions_of_another_recording_fit_nowhere(seed: int) -> None:
    assert compared(captioned(sentences(seed))).fit is Fit.NONE


def test_what_is_missing_is_listed_and_counted() -> None:
    lines = [line for line in captioned(sentences()) if not 100 < line.start < 160]
    found = compared(lines)
    gone = sum(span.seconds for span in sentences() if 100 < span.start < 160)
    whole = sum(span.seconds for span in sentences())
    assert found.covered == pytest.approx(1 - gone / whole, abs=0.02)
    assert all(95 < run.start < 165 for run in found.uncovered)
    assert sum(run.seconds for run in found.uncovered) == pytest.approx(gone, rel=0.3)


def test_what_comes_after_the_last_caption_is_told_of_once() -> None:
    found = compared([line for line in captioned(sentences()) if line.end < 200])
    assert found.ends_early == pytest.approx(sentences()[-1].end - 200, abs=12)
    assert found.covered > 0.98


def test_captions_in_silence_are_idle() -> None:
    speech = [span for span in sentences() if not 100 < span.start < 300]
    found = compared(captioned(sentences()), speech)
    assert found.idle > 0.35
    assert found.idle_at is not None
    assert 100 < found.idle_at.start < 300


def test_of_too_little_nothing_is_said_but_what_is_covered() -> None:
    speech = [Span(1, 8), Span(9, 16)]
    found = compare(speech, [Line(1, 8, 90)], heard=Span(0, 20))
    assert found.fit is Fit.TOO_LITTLE
    assert found.covered == pytest.approx(0.5, abs=0.05)


def test_cues_without_end_and_by_the_hundred_thousand_are_bounded() -> None:
    speech = sentences()
    endless = [*captioned(speech), Line(10, 1e12, 40)]
    assert compared(endless).covered == pytest.approx(1.0, abs=0.01)
    many = [Line(n * 0.01, n * 0.01 + 2, 20) for n in range(100_000)]
    assert compared(many).cues == 100_000


def test_rolling_captions_count_each_line_once_and_sounds_are_no_speech() -> None:
    rolling = Captions("webvtt", tuple(Cue(n * 2, n * 2 + 4, (f"rad {n}", f"rad {n + 1}")) for n in range(9)))
    assert [line.end for line in lines_of(rolling)][:3] == [2, 4, 6]
    sounds = Captions("webvtt", (Cue(0, 2, ("[applåder]",)), Cue(2, 4, ("♪ sång ♪",)), Cue(4, 6, ("Hej",))))
    assert [line.letters for line in lines_of(sounds)] == [0, 0, 3]


def test_overlap_counts_what_both_have() -> None:
    assert overlap([Span(0, 10), Span(20, 30)], [Span(5, 7), Span(8, 22), Span(29, 40)]) == 2 + 2 + 2 + 1
    assert overlap([], [Span(0, 1)]) == 0


def test_speech_begins_sure_and_goes_on_less_sure() -> None:
    likely = [0.1] * 10 + [0.6] + [0.4] * 20 + [0.1] * 20 + [0.4] * 20 + [0.9] * 2
    assert spans(likely) == (Span(round(10 * STEP, 3), round(31 * STEP, 3)),)


def test_only_a_quarter_of_a_field_of_ten_degrees_counts_as_flashing() -> None:
    pairs = np.zeros((ROWS, 36), np.int64)
    pairs[0:7, 0:3] = 5  # 21 of 84 cells: a quarter, not more
    assert _in_a_large_area(pairs) == 0
    pairs[0, 3] = 4
    assert _in_a_large_area(pairs) == 4


def test_a_line_of_letters_is_a_band_and_a_page_of_text_is_not() -> None:
    picture = np.full((360, 640), 40, np.uint8)
    assert text_band(picture) is None
    with_line = picture.copy()
    with_line[310:326, 100:540:4] = 240
    assert text_band(with_line) is not None
    page = picture.copy()
    page[20:350, 20:620:4] = 240
    assert text_band(page) is None


# --- bad input ---


def wav(samples: bytes = b"", *, rate: int = 16_000, channels: int = 1) -> bytes:
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples)
    return out.getvalue()


def test_digital_silence_is_not_sound() -> None:
    heard = listen(BytesIO(wav(bytes(16_000 * 2 * 5))), [])
    assert heard.is_silent
    assert heard.sound is not None
    assert heard.sound.seconds == pytest.approx(5, abs=0.1)
    assert heard.speech_seconds == 0


def test_no_samples_is_neither_sound_nor_silence() -> None:
    heard = listen(BytesIO(wav()), [Captions("webvtt", (Cue(0, 2, ("Hej",)),))])
    assert not heard.is_silent
    assert heard.compared == (None,)


@pytest.mark.parametrize(("rate", "channels"), [(1, 1), (2_000_000_000, 1), (16_000, 500), (16_000, 32_000)])
def test_absurd_rates_and_channels_are_told_as_trouble(rate: int, channels: int) -> None:
    heard = listen(BytesIO(wav(bytes(channels * 2 * 4_000), rate=rate, channels=channels)), [])
    assert heard.speech_seconds == 0
    assert heard.trouble or heard.sound is None or heard.sound.seconds < 5_000


def test_a_length_that_lies_is_not_believed() -> None:
    data = bytearray(wav(bytes(16_000 * 2 * 2)))
    data[4:8] = data[40:44] = struct.pack("<I", 0xFFFF_FFF0)
    heard = listen(BytesIO(bytes(data)), [])
    assert heard.sound is not None
    assert heard.sound.seconds == pytest.approx(2, abs=0.1)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x1aE\xdf\xa3" + bytes(500),
        b"\0\0\0\x18ftypmp42" + b"\xff" * 500,
        b"OggS" + bytes(range(256)),
        b"fLaC" + b"\xff" * 300,
        b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + bytes(400),
        b"#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n",
        b"ffconcat version 1.0\nfile /etc/passwd\n",
    ],
)
def test_garbage_is_heard_as_nothing(data: bytes) -> None:
    heard = listen(BytesIO(data), [])
    assert heard.speech_seconds == 0
    assert heard.watched is None


# --- the real thing ---


@pytest.fixture(scope="session")
def ffmpeg() -> Callable[..., None]:
    if shutil.which("ffmpeg") is None:
        pytest.skip("ffmpeg is not installed")

    def run(*arguments: str | Path) -> None:
        command = ["ffmpeg", "-v", "error", "-y", "-threads", "1", *map(str, arguments)]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)

    return run


@pytest.fixture(scope="session")
def spoken(tmp_path_factory: pytest.TempPathFactory, ffmpeg: Callable[..., None]) -> tuple[Path, list[Span]]:
    """Half a minute of speech in an MP4, and where it is."""
    if shutil.which("espeak-ng") is None:
        pytest.skip("espeak-ng is not installed")
    folder = tmp_path_factory.mktemp("spoken")
    pauses = [0.9, 0.5, 1.6, 0.7, 2.2, 0.6, 1.1, 0.8, 1.9, 0.6, 1.3, 0.7]
    texts = (
        "Hej och välkomna|Nu börjar vi mötet med att välja en ordförande|Karin|Tack för förtroendet".split(
            "|"
        )
    )
    rate, said, sound = 22_050, [], b""
    for number, pause in enumerate(pauses):
        sound += bytes(int(rate * pause) * 2)
        path = folder / "sentence.wav"
        subprocess.run(["espeak-ng", "-v", "sv", "-w", path, texts[number % len(texts)]], check=True)
        with wave.open(str(path)) as file:
            sentence = file.readframes(file.getnframes()).rstrip(b"\0")
        sentence = sentence[: len(sentence) // 2 * 2]
        said.append(Span(len(sound) / 2 / rate, (len(sound) + len(sentence)) / 2 / rate))
        sound += sentence
    recording = folder / "talk.mp4"
    (folder / "talk.wav").write_bytes(wav(sound, rate=rate))
    picture = ("-f", "lavfi", "-i", "color=c=0x306090:s=320x180:r=10")
    ffmpeg(*picture, "-i", folder / "talk.wav", "-shortest", "-c:v", "libx264", "-c:a", "aac", recording)
    return recording, said


def put(recording: Path, captions: str = "") -> Result:
    """The recording through the fence, with captions beside it."""
    from a11ycheck.documents.facts import Beside

    beside = (Beside("talk.sv.vtt", data=captions.encode()),) if captions else ()
    executor = Fenced(workers=1)
    try:
        (result,) = executor.run(
            [Job(recording.name, "recording", load("accessible-for-everyone"), str(recording), beside=beside)]
        )
    finally:
        executor.close()
    return result


def webvtt(spans: Sequence[Span], late: float = 0.0) -> str:
    def clock(seconds: float) -> str:
        return f"{int(seconds // 60):02}:{seconds % 60:06.3f}"

    cues = (f"{clock(s.start + late)} --> {clock(s.end + late)}\n{'Det som sägs här. ' * 2}\n" for s in spans)
    return "WEBVTT\n\n" + "\n".join(cues)


def found(result: Result, status: Status) -> set[str]:
    assert result.trouble is None
    return {finding.rule for finding in result.findings if finding.outcome.status is status}


def test_captions_that_are_right_pass_behind_the_fence(spoken: tuple[Path, list[Span]]) -> None:
    recording, said = spoken
    result = put(recording, webvtt(said))
    assert not {name for name in found(result, Status.FAILED) if name.startswith("recording-captions")}
    counts = {put.id: put.count for put in result.rules}
    assert counts["recording-captions-in-time"].passed == 1
    assert counts["recording-captions-coverage"].passed == 1
    assert counts["recording-flashing"].passed == 1


def test_captions_that_are_late_fail_with_the_seconds_behind_the_fence(
    spoken: tuple[Path, list[Span]],
) -> None:
    recording, said = spoken
    result = put(recording, webvtt(said, late=2.1))
    assert "recording-captions-in-time" in found(result, Status.FAILED) | found(result, Status.CANNOT_TELL)
    (late,) = [f.outcome for f in result.findings if f.rule == "recording-captions-in-time"]
    assert late.data["seconds"] == pytest.approx(2.1, abs=0.3)


def test_speech_is_heard_where_it_is(spoken: tuple[Path, list[Span]]) -> None:
    recording, said = spoken
    with recording.open("rb") as file:
        heard = listen(file, [])
    assert heard.main == 2
    assert heard.sound is not None
    both = overlap(list(heard.sound.speech), said)
    assert both > 0.9 * sum(span.seconds for span in said)
    assert both > 0.8 * heard.speech_seconds


def test_how_far_it_has_come_is_told_through_the_fence(spoken: tuple[Path, list[Span]]) -> None:
    recording, _ = spoken
    told: list[float] = []
    with recording.open("rb") as file:
        listen(file, [], tell=told.append)
    # Once for each 30 seconds of sound, once for the one stretch of picture.
    assert len(told) == 2
    assert told == sorted(told)
    assert 0.3 < told[0] <= told[1] <= 1
    through: list[float] = []
    executor = Fenced(workers=1)
    job = Job(recording.name, "recording", load("accessible-for-everyone"), str(recording))
    (result,) = executor.run([job], lambda job, share: through.append(share))
    executor.close()
    assert result.trouble is None
    assert through[0] == pytest.approx(told[0], abs=0.001)


def test_a_recording_that_is_cut_off_is_heard_as_far_as_it_goes(
    spoken: tuple[Path, list[Span]], tmp_path: Path, ffmpeg: Callable[..., None]
) -> None:
    whole = tmp_path / "talk.mkv"
    ffmpeg("-i", spoken[0], "-c", "copy", whole)
    data = whole.read_bytes()
    heard = listen(BytesIO(data[: len(data) // 2]), [])
    assert heard.sound is not None
    assert 3 < heard.sound.seconds < spoken[1][-1].end - 3


def test_a_described_track_adds_speech_and_a_copy_does_not(
    spoken: tuple[Path, list[Span]], tmp_path: Path, ffmpeg: Callable[..., None]
) -> None:
    delayed = tmp_path / "tracks.mp4"
    late = ("-af", "adelay=1300:all=1")
    ffmpeg("-i", spoken[0], *late, "-c:v", "copy", "-c:a", "aac", tmp_path / "late.mp4")
    three = ("-i", spoken[0], "-i", spoken[0], "-i", tmp_path / "late.mp4")
    ffmpeg(*three, "-map", "0:v", "-map", "0:a", "-map", "1:a", "-map", "2:a", "-c", "copy", delayed)
    with delayed.open("rb") as file:
        heard = listen(file, [], main=2)
    assert [track.number for track in heard.tracks] == [2, 3, 4]
    assert heard.tracks[1].added < 0.5
    assert heard.tracks[2].added > 3


def blinking(times_a_second: float, *, size: str = "320x180") -> tuple[str, ...]:
    on = f"lt(mod(t\\,{1 / times_a_second})\\,{0.5 / times_a_second})"
    box = f"drawbox=x=0:y=0:w=iw/2:h=ih:c=white:t=fill:enable='between(t\\,1\\,3)*{on}'"
    return ("-f", "lavfi", "-i", f"color=c=black:s={size}:r=30:d=4,{box}")


@pytest.mark.parametrize(("hertz", "least", "most"), [(2, 1, 3), (3, 2, 3), (6, 5, 7), (10, 8, 11)])
def test_flashes_are_counted(
    hertz: int, least: int, most: int, tmp_path: Path, ffmpeg: Callable[..., None]
) -> None:
    path = tmp_path / "blinking.mp4"
    ffmpeg(*blinking(hertz), "-c:v", "libx264", path)
    with path.open("rb") as file:
        watched = listen(file, []).watched
    assert watched is not None
    assert least <= watched.flashes <= most
    assert watched.whole
    assert watched.flashes_at is None or 0 <= watched.flashes_at.start <= 3.2


def test_a_picture_too_large_to_hold_is_not_looked_at(tmp_path: Path, ffmpeg: Callable[..., None]) -> None:
    path = tmp_path / "large.mkv"
    ffmpeg("-f", "lavfi", "-i", "color=s=8192x8192:r=1:d=2", "-c:v", "ffv1", path)
    result = put(path)
    assert result.trouble is None
    assert "recording-flashing" in found(result, Status.CANNOT_TELL)


def test_every_rule_about_what_is_heard_says_nothing_of_a_recording_without_sound() -> None:
    from a11ycheck.documents.recording.model import Medium, Recording, Track

    silent = Recording(tracks=(Track(Medium.VIDEO),), heard=Heard(watched=Watched(4, 4)))
    heard_rules = [r for r in rules_for("recording").values() if r.expects.__module__.endswith(HEARD)]
    outcomes = {r.id: [o.status for _, o in r.apply(silent, r.options)] for r in heard_rules}
    assert {name: statuses for name, statuses in outcomes.items() if statuses} == {
        "recording-flashing": [Status.PASSED]
    }
    assert TrackHeard(1).is_silent is False
