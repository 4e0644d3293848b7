"""Are captions that fit the sound told from captions that do not?

python benchmarks/listening.py [--languages sv,en] [--write]

Speech in Swedish, English, German and Finnish is made with espeak-ng, put under music and noise, encoded with ffmpeg
and listened to as the command does. Each sound is listened to once and compared with captions that are right in eight
ways and wrong in twenty. A faulty file must fail or be asked about, and a right one must not fail: else it ends with 1.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import wave
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from shutil import which

import numpy as np
from numpy.typing import NDArray

from a11ycheck.documents.captions.model import Captions, Cue
from a11ycheck.documents.recording.comparing import compare, lines_of
from a11ycheck.documents.recording.heard_model import Heard, Span
from a11ycheck.documents.recording.listening import listen
from a11ycheck.documents.recording.model import CaptionsNamed, Medium, Recording, Track
from a11ycheck.outcome import Status
from a11ycheck.registry import rules_for

Sound = NDArray[np.float64]

PAGE = Path(__file__).with_suffix(".md")
MARK = "<!-- made by benchmarks/listening.py --write -->"

RATE = 22_050
MINUTES = 4.0
LINE = 42

WORDS = {
    "sv": (
        "Hej och välkomna allihop|Då börjar vi|Tack för ordet|Nästa punkt gäller ekonomin|Vi har fått in tre "
        "motioner i år|Styrelsen föreslår att avgiften blir oförändrad|Jag lämnar över till Karin, som berättar "
        "mer|Finns det några frågor|Nej|Under våren har vi träffat kommunen fyra gånger för att tala om den nya "
        "lokalen|Det blev dyrare än vi trodde|Hyran höjdes i mars|Vi räknar med att kunna flytta in i augusti "
        "om allt går som det ska|Ja, precis|Den som vill kan höra av sig till kansliet|Protokollet skickas ut i "
        "morgon|Kan alla höra mig nu|Bra|Medlemmarna har blivit fler, och det är särskilt många unga som har "
        "kommit med sedan i höstas|Vi tar en kort paus|Revisorerna har gått igenom räkenskaperna och har inga "
        "anmärkningar|Är mötet berett att gå till beslut|Jag finner att mötet har beslutat enligt "
        "förslaget|Till nästa år vill vi satsa på kurser runt om i hela länet|Det kostar pengar, men vi har råd"
    ),
    "en": (
        "Good evening and welcome everyone|Let us begin|Thank you|The next item is the budget for the coming "
        "year|We have had three proposals from the members|The board suggests that the fee stays as it is|I "
        "will hand over to Karen, who can tell you more|Are there any questions|No|During the spring we met the "
        "council four times to talk about the new hall|It turned out more costly than we had thought|The rent "
        "went up in March|We hope to move in at the end of August if all goes well|Yes, exactly|Do write to the "
        "office if you would like to help|The minutes will be sent out tomorrow|Can everybody hear me "
        "now|Good|There are more members than before, and a great many of the young have joined us since the "
        "autumn|We will take a short break|The auditors have been through the accounts and have no remarks|Is "
        "the meeting ready to decide|I find that the meeting has decided in favour|Next year we want to hold "
        "courses all over the county|It will cost money, but we can afford it"
    ),
    "de": (
        "Guten Abend und herzlich willkommen|Fangen wir an|Vielen Dank|Der nächste Punkt ist der Haushalt für "
        "das kommende Jahr|Wir haben drei Anträge von den Mitgliedern bekommen|Der Vorstand schlägt vor, dass "
        "der Beitrag gleich bleibt|Ich gebe weiter an Karin, die mehr dazu sagen kann|Gibt es noch "
        "Fragen|Nein|Im Frühjahr haben wir uns viermal mit der Gemeinde getroffen, um über den neuen Saal zu "
        "sprechen|Es wurde teurer als gedacht|Die Miete ist im März gestiegen|Wir hoffen, dass wir Ende August "
        "einziehen können|Ja, genau|Wer helfen möchte, schreibt bitte an das Büro|Das Protokoll wird morgen "
        "verschickt|Können mich jetzt alle hören|Gut|Es gibt mehr Mitglieder als früher, und besonders viele "
        "junge Leute sind seit dem Herbst dazugekommen|Wir machen eine kurze Pause|Die Prüfer haben die Bücher "
        "durchgesehen und nichts zu beanstanden|Ist die Versammlung bereit zur Abstimmung|Im nächsten Jahr "
        "wollen wir Kurse im ganzen Land anbieten|Das kostet Geld, aber wir können es uns leisten"
    ),
    "fi": (
        "Hyvää iltaa ja tervetuloa kaikille|Aloitetaan|Kiitos paljon|Seuraava kohta on ensi vuoden "
        "talousarvio|Olemme saaneet jäseniltä kolme aloitetta|Hallitus ehdottaa, että maksu pysyy "
        "ennallaan|Annan puheenvuoron Karinille, joka kertoo lisää|Onko kysyttävää|Ei|Keväällä tapasimme kunnan "
        "edustajia neljä kertaa ja puhuimme uudesta salista|Siitä tuli kalliimpi kuin luulimme|Vuokra nousi "
        "maaliskuussa|Toivomme, että pääsemme muuttamaan elokuun lopussa|Niin juuri|Kirjoittakaa toimistoon, "
        "jos haluatte auttaa|Pöytäkirja lähetetään huomenna|Kuulevatko kaikki minua nyt|Hyvä|Jäseniä on enemmän "
        "kuin ennen, ja erityisesti nuoria on tullut mukaan syksystä lähtien|Pidetään lyhyt tauko|Tarkastajat "
        "ovat käyneet tilit läpi eikä heillä ole huomautettavaa|Onko kokous valmis päättämään asiasta|Ensi "
        "vuonna haluamme järjestää kursseja koko maakunnassa|Se maksaa, mutta meillä on siihen varaa"
    ),
}
VOICES = {"sv": ("sv", "sv+f2"), "en": ("en-gb-x-rp", "en+f3"), "de": ("de", "de+f2"), "fi": ("fi", "fi+f4")}
BACKGROUNDS = ("none", "music 10 dB", "music 0 dB", "noise 5 dB")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and when it is spoken, in seconds."""

    start: float
    end: float
    text: str


# --- sound ---


def speak(voice: str, text: str, speed: int, folder: Path) -> Sound:
    """The sentence without the silence around it."""
    path = folder / "sentence.wav"
    subprocess.run(
        ["espeak-ng", "-v", voice, "-s", str(speed), "-w", path, text], check=True, capture_output=True
    )
    sound = samples(path)
    loud = np.flatnonzero(np.abs(sound) > 0.01)
    return sound[loud[0] : loud[-1]] if loud.size else sound[:0]


def samples(path: Path) -> Sound:
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), np.int16).astype(np.float64) / 32_768


def talk(language: str, seed: int, folder: Path) -> tuple[Sound, list[Said]]:
    """Some minutes in which two people take turns: short and long pauses, and sentences that run together."""
    chance = random.Random(f"{language} {seed}")
    sentences = WORDS[language].split("|")
    parts: list[Sound] = [np.zeros(int(RATE * chance.uniform(0.5, 6)))]
    said: list[Said] = []
    at = parts[0].size
    voice = 0
    while at < MINUTES * 60 * RATE:
        if chance.random() < 0.25:
            voice = 1 - voice
        sentence = chance.choice(sentences)
        sound = speak(VOICES[language][voice], sentence, chance.randint(140, 190), folder)
        said.append(Said(at / RATE, (at + sound.size) / RATE, sentence + "."))
        kind = chance.random()
        pause = chance.uniform(0.05, 0.2) if kind < 0.45 else chance.uniform(0.3, 1.5)
        if kind > 0.95:
            pause = chance.uniform(3, 9)
        parts += [sound, np.zeros(int(RATE * pause))]
        at += sound.size + parts[-1].size
    return np.concatenate(parts), said


def music(length: int) -> Sound:
    """Chords that change every second, with a beat."""
    time = np.arange(length) / RATE
    roots = np.array([220.0, 174.6, 261.6, 196.0])[(time / 1.2).astype(int) % 4]
    tones = sum(np.sin(2 * np.pi * np.cumsum(roots * ratio) / RATE) for ratio in (0.5, 1, 1.25, 1.5, 2, 3))
    beat = np.exp(-8 * (time % 0.6)) * np.random.default_rng(1).normal(size=length)
    mixed: Sound = tones * (0.6 + 0.4 * np.exp(-2 * (time % 1.2))) + 2 * beat
    return mixed


def with_background(speech: Sound, background: str) -> Sound:
    """Speech with music or noise, so many dB under the speech."""
    kind, _, level = background.partition(" ")
    if kind == "none":
        return speech
    under = music(speech.size) if kind == "music" else np.random.default_rng(2).normal(size=speech.size)
    loud = np.sqrt(np.mean(speech[np.abs(speech) > 0.01] ** 2))
    mixed = speech + under / np.sqrt(np.mean(under**2)) * loud / 10 ** (float(level.split()[0]) / 20)
    return np.asarray(mixed / np.abs(mixed).max() * 0.9)


def encode(sound: Sound, path: Path) -> None:
    raw = (sound * 32_000).astype(np.int16).tobytes()
    command = [
        "ffmpeg",
        "-v",
        "error",
        "-y",
        "-threads",
        "1",
        "-f",
        "s16le",
        "-ar",
        str(RATE),
        "-ac",
        "1",
        "-i",
        "-",
    ]
    subprocess.run([*command, "-c:a", "aac", "-b:a", "64k", str(path)], input=raw, check=True)


# --- captions ---


def captioned(said: Sequence[Said], seed: int = 0, *, longest: int = 2 * LINE) -> tuple[Cue, ...]:
    """Captions as a person makes them: sentences that run together in one cue or two, not timed to the hundredth."""
    chance = random.Random(seed)
    cues: list[Cue] = []
    for sentence in said:
        for piece in _pieces(sentence, longest):
            start, end = piece.start + chance.uniform(-0.2, 0.2), piece.end + chance.uniform(0, 0.6)
            cues.append(Cue(start, end, (piece.text,)))
    return _without_overlaps(_joined(cues, longest))


def _pieces(said: Said, longest: int) -> list[Said]:
    words, pieces = said.text.split(), []
    while words:
        line = words.pop(0)
        while words and len(line) + len(words[0]) < longest:
            line += " " + words.pop(0)
        pieces.append(line)
    letters = sum(map(len, pieces))
    at, found = said.start, []
    for piece in pieces:
        end = at + (said.end - said.start) * len(piece) / letters
        found.append(Said(at, end, piece))
        at = end
    return found


def _joined(cues: Sequence[Cue], longest: int) -> Iterator[Cue]:
    """Short sentences that follow at once share a cue."""
    last: Cue | None = None
    for cue in cues:
        if last and cue.start - last.end < 0.3 and len(last.text) + len(cue.text) < longest:
            last = Cue(last.start, cue.end, (f"{last.text} {cue.text}",))
            continue
        if last:
            yield last
        last = cue
    if last:
        yield last


def _without_overlaps(cues: Iterator[Cue]) -> tuple[Cue, ...]:
    found = list(cues)
    for n in range(len(found) - 1):
        end = min(found[n].end, found[n + 1].start)
        found[n] = replace(found[n], start=max(0.0, found[n].start), end=max(end, found[n].start + 0.3))
    return tuple(found)


def moved(cues: Sequence[Cue], to: Callable[[float], float]) -> tuple[Cue, ...]:
    shifted = (replace(cue, start=to(cue.start), end=to(cue.end)) for cue in cues)
    return tuple(cue for cue in shifted if cue.end > 0)


def rolling(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """As machine-made captions roll: each cue shows the last line once more."""
    found, before = [], ""
    for cue, following in zip(cues, [*cues[1:], None], strict=True):
        end = following.start if following and following.start - cue.end < 3 else cue.end
        found.append(replace(cue, end=end, lines=(before, cue.text) if before else (cue.text,)))
        before = cue.text
    return tuple(found)


def without(cues: Sequence[Cue], start: float, end: float) -> tuple[Cue, ...]:
    return tuple(cue for cue in cues if not start <= cue.start < end)


def right_ways(said: Sequence[Said]) -> dict[str, tuple[Cue, ...]]:
    cues = captioned(said)
    last = cues[-1].end
    sounds = [Cue(a.end + 0.1, b.start - 0.1, ("[musik]",)) for a, b in pairwise(cues)]
    return {
        "as a person makes them": cues,
        "one line a cue": captioned(said, 1, longest=LINE),
        "without gaps": tuple(
            replace(a, end=b.start if b and b.start - a.end < 4 else a.end)
            for a, b in zip(cues, [*cues[1:], None], strict=True)
        ),
        "0.3 s late": moved(cues, lambda t: t + 0.3),
        "0.4 s early": moved(cues, lambda t: t - 0.4),
        "rolling": rolling(captioned(said, 2, longest=LINE)),
        "with sounds in brackets": tuple(
            sorted([*cues, *(sound for sound in sounds if sound.seconds > 1)], key=lambda cue: cue.start)
        ),
        "translated": tuple(
            replace(cue, lines=(cue.text[: max(4, int(len(cue.text) * random.Random(n).uniform(0.7, 1)))],))
            for n, cue in enumerate(cues)
            if cue.start <= last
        ),
    }


def wrong_ways(said: Sequence[Said], other: Sequence[Said]) -> dict[str, tuple[Cue, ...]]:
    cues = captioned(said)
    end = cues[-1].end
    foreign = captioned(other, 3)
    return {
        "2 s late": moved(cues, lambda t: t + 2),
        "2 s early": moved(cues, lambda t: t - 2),
        "5 s late": moved(cues, lambda t: t + 5),
        "8 s early": moved(cues, lambda t: t - 8),
        "30 s late": moved(cues, lambda t: t + 30),
        "25 for 24 pictures a second": moved(cues, lambda t: t * 24 / 25),
        "24 for 25 pictures a second": moved(cues, lambda t: t * 25 / 24),
        "1 % slow": moved(cues, lambda t: t * 1.01),
        "slides away 2 s": moved(cues, lambda t: t * (1 + 2 / end)),
        "10 s cut away at half": moved(cues, lambda t: t if t < end / 2 else t - 10),
        "4 s put in at a third": moved(cues, lambda t: t if t < end / 3 else t + 4),
        "a minute missing": without(cues, end * 0.4, end * 0.4 + 60),
        "stops at 60 %": without(cues, end * 0.6, end + 1),
        "begins at 30 %": without(cues, 0, end * 0.3),
        "every second cue": cues[::2],
        "every sixth cue missing": tuple(cue for n, cue in enumerate(cues) if n % 6),
        "of another recording": foreign,
        "of another recording, without gaps": tuple(
            replace(a, end=b.start) for a, b in zip(foreign, [*foreign[1:], Cue(end, end, ())], strict=True)
        ),
        "one cue for all": (Cue(0, end, ("Tal.",)),),
        "every four seconds": tuple(
            Cue(n * 4.0, n * 4.0 + 4, (cue.text,)) for n, cue in enumerate(cues[: int(end / 4)])
        ),
    }


# --- the table ---


def outcome_of(heard: Heard, captions: Captions) -> tuple[str, list[str]]:
    """What the rules that meet a clause say of it: failed, asked or passed, and which rules."""
    sound = heard.sound
    if sound is None:
        raise SystemExit(f"nothing was heard: {heard.trouble}")
    compared = compare(sound.speech, lines_of(captions), heard=Span(0, sound.seconds))
    recording = Recording(
        "mp4",
        tracks=(Track(Medium.AUDIO, heard.main),),
        side_cars=(CaptionsNamed("captions.vtt", captions=captions),),
        heard=replace(heard, compared=(compared,)),
    )
    found: dict[Status, list[str]] = {}
    for rule in rules_for("recording").values():
        if rule.expects.__module__.endswith(".heard_captions") and rule.meets:
            for _, outcome in rule.apply(recording, rule.options):
                found.setdefault(outcome.status, []).append(rule.id.removeprefix("recording-captions-"))
    for status, name in ((Status.FAILED, "failed"), (Status.CANNOT_TELL, "asked")):
        if status in found:
            return name, found[status]
    return "passed", []


@dataclass(frozen=True, slots=True)
class Case:
    language: str
    background: str
    way: str
    is_right: bool
    outcome: str
    rules: tuple[str, ...]

    @property
    def is_wrong(self) -> bool:
        """A right file fails, or a faulty one passes."""
        return self.outcome == ("failed" if self.is_right else "passed")


def cases(language: str, folder: Path) -> Iterator[Case]:
    sound, said = talk(language, 0, folder)
    _, other = talk(language, 1, folder)
    ways = [(way, cues, True) for way, cues in right_ways(said).items()]
    ways += [(way, cues, False) for way, cues in wrong_ways(said, other).items()]
    for background in BACKGROUNDS:
        path = folder / "recording.m4a"
        encode(with_background(sound, background), path)
        with path.open("rb") as file:
            heard = listen(file, [])
        for way, cues, is_right in ways:
            outcome, rules = outcome_of(heard, Captions("webvtt", cues))
            yield Case(language, background, way, is_right, outcome, tuple(rules))


def tables(found: Sequence[Case]) -> str:
    """The table by language, and by what was done to the captions."""
    lines = ["| | right files: passed | asked about | failed | faulty files: failed | asked about | passed |"]
    lines.append("| --- | --- | --- | --- | --- | --- | --- |")
    for name in dict.fromkeys(case.language for case in found):
        counts = Counter((case.is_right, case.outcome) for case in found if case.language == name)
        cells = [counts[True, o] for o in ("passed", "asked", "failed")]
        cells += [counts[False, o] for o in ("failed", "asked", "passed")]
        lines.append(f"| {name} | " + " | ".join(map(str, cells)) + " |")
    lines += ["", "| captions | failed | asked about | passed | told by |", "| --- | --- | --- | --- | --- |"]
    for way, is_right in dict.fromkeys((case.way, case.is_right) for case in found):
        some = [case for case in found if (case.way, case.is_right) == (way, is_right)]
        outcomes = Counter(case.outcome for case in some)
        rules = ", ".join(sorted({rule for case in some for rule in case.rules}))
        row = " | ".join(str(outcomes[outcome]) for outcome in ("failed", "asked", "passed"))
        lines.append(f"| {'right' if is_right else '**faulty**'}: {way} | {row} | {rules} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--languages", default="sv,en,de,fi")
    parser.add_argument("--write", action="store_true", help="put the tables into listening.md")
    options = parser.parse_args()
    missing = [program for program in ("espeak-ng", "ffmpeg") if which(program) is None]
    if missing:
        print(f"skipped: {' and '.join(missing)} not installed", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        found = [case for language in options.languages.split(",") for case in cases(language, Path(folder))]
    wrong = [case for case in found if case.is_wrong]
    for case in wrong:
        print(f"wrong: {case}", file=sys.stderr)
    print(tables(found))
    if options.write:
        text = PAGE.read_text("utf-8")
        PAGE.write_text(text[: text.index(MARK) + len(MARK)] + "\n\n" + tables(found), "utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
