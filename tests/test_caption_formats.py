"""Caption formats that take the extra “captions”: what is read of them, what is said without it, and dear files."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck.documents.captions import KIND, looks_like_captions
from a11ycheck.documents.captions.model import MOST_CUES, TIMES, Captions
from a11ycheck.documents.captions.open import open_captions
from a11ycheck.documents.captions.other_formats import other_format
from a11ycheck.executors import Fenced, Limits
from a11ycheck.job import Job
from a11ycheck.ruleset import load
from a11ycheck.sources import beside, kind_of
from a11ycheck.trouble import CouldNotCheck

ASS = """[Script Info]
Title: Årsmöte
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname
Style: Default,Arial,20,broken

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.50,0:00:04.00,Default,Anna,0,0,0,,{\\i1}Välkomna{\\i0} till årsmötet,\\Nalla.
Comment: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,,Ska bort
Dialogue: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,,{\\p1}m 0 0 l 100 0 100 100{\\p0}
Dialogue: 0,inte en tid,0:00:05.00,Default,,0,0,0,,Syns aldrig
Dialogue: 0,0:00:05.00,0:00:07.00,Skylt,,0,0,0,,{\\an8}Sal 2
"""
SSA = """[Script Info]
ScriptType: v4.00
[Events]
Dialogue: Marked=0,0:00:01.00,0:00:02.00,Default,NTP,0000,0000,0000,!Effect,Hej!
"""
SAMI = """<SAMI><HEAD><STYLE TYPE="text/css"><!--
P { font-size: 20pt } .SVCC { Name: Svenska; lang: sv-SE; SAMIType: CC; }
--></STYLE></HEAD><BODY>
<SYNC Start=1000><P Class=SVCC>Välkomna till<br>årsmötet
<SYNC Start=4000><P Class=SVCC>&nbsp;
<SYNC Start=6000><P Class=SVCC>Vi börjar &amp; tar en stol.
</BODY></SAMI>
"""
MICRODVD = "{1}{1}25.000\n{25}{75}Välkomna till|årsmötet\n{100}{150}{y:i}Vi börjar.\n"
SCC = (
    "Scenarist_SCC V1.0\n\n00:00:22:03\t9420 9420 94ad 94ad 9470 9470 4c6f 7265 6d20 6970 7375 6d80 942f 942f\n\n"
    "00:00:30:00\t942c 942c\n"
)


def stl(*texts: bytes, language: bytes = b"28") -> bytes:
    """EBU Tech 3264: a head of 1,024 bytes, then blocks of 128 with a text of 112 each; one text every 3 seconds."""
    head = bytearray(b" " * 1024)
    said = {
        0: b"850STL25.011",
        12: b"00",
        14: language,
        238: b"%05d" % len(texts) * 2 + b"001",
        251: b"38231",
        256: b"0" * 16,
    }
    for at, written in said.items():
        head[at : at + len(written)] = written

    def clock(seconds: int) -> bytes:
        return bytes([seconds // 3600, seconds // 60 % 60, seconds % 60, 0])

    blocks = (
        b"\0" + number.to_bytes(2, "little") + b"\xff\0" + clock(number * 3 + 1) + clock(number * 3 + 3)
        + b"\x14\x02\0" + text.ljust(112, b"\x8f")
        for number, text in enumerate(texts)
    )  # fmt: skip
    return bytes(head) + b"".join(blocks)


FILES = {
    "ass": ASS.encode(),
    "sami": SAMI.encode(),
    "microdvd": MICRODVD.encode(),
    "scc": SCC.encode(),
    "stl": stl(b"V\xc8alkomna till m\xc8otet\x8aoch tack"),
}
SUFFIXES = {"ass": ".ass", "sami": ".smi", "microdvd": ".sub", "scc": ".scc", "stl": ".stl"}

installed = pytest.mark.skipif(
    any(find_spec(name) is None for name in ("pysubs2", "ttconv")),
    reason='the extra “captions” is not installed: pip install "a11ycheck[captions]"',
)


def told(captions: Captions) -> list[tuple[float, float, tuple[str, ...]]]:
    return [(round(cue.start, 2), round(cue.end, 2), cue.lines) for cue in captions.cues]


@pytest.mark.parametrize("name", FILES)
def test_each_is_known_by_its_first_bytes_and_its_name(name: str) -> None:
    assert other_format(FILES[name]) == name
    assert looks_like_captions(FILES[name])
    assert kind_of("talk" + SUFFIXES[name], FILES[name]) is KIND
    assert [file.name for file in beside(Path("talk.mp4"), [f"talk.sv{SUFFIXES[name]}"])]


def test_what_only_has_such_a_name_is_refused() -> None:
    for data in (b"solid mesh\n facet normal 0 0 1\n", b"[Script]\n", b"{a}{b}c", b"\0" * 200):
        assert other_format(data) == ""
        with pytest.raises(CouldNotCheck) as refused:
            open_captions(data)
        assert refused.value.trouble.reason == "not-what-it-says"


@pytest.mark.parametrize("name", FILES)
def test_without_the_extra_it_is_said_with_the_command(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [each for each in sys.modules if each.partition(".")[0] in ("pysubs2", "ttconv")]:
        monkeypatch.delitem(sys.modules, module)
    for module in ("pysubs2", "ttconv"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(CouldNotCheck) as refused:
        open_captions(FILES[name])
    assert refused.value.trouble.reason == "missing-part"
    assert refused.value.trouble.detail == 'pip install "a11ycheck[captions]"'


@installed
class TestRead:
    def test_substation_alpha(self) -> None:
        read = open_captions(ASS.encode())
        assert told(read) == [(1.5, 4, ("Välkomna till årsmötet,", "alla.")), (5, 7, ("Sal 2",))]
        assert [(cue.speaker, cue.place, cue.line) for cue in read.cues] == [
            ("Anna", "Default", 11),
            ("", "\\an8", 15),
        ]
        assert [(place.what, place.line) for place in read.broken] == [(TIMES, 14)]
        assert (read.format, read.encoding) == ("ass", "utf-8")

    def test_its_older_form_and_utf_16(self) -> None:
        assert told(open_captions(SSA.encode())) == [(1, 2, ("Hej!",))]
        read = open_captions(SSA.replace("\n", "\r\n").encode("utf-16"))
        assert (told(read), read.encoding) == ([(1, 2, ("Hej!",))], "utf-16")

    def test_sami_shows_each_text_until_the_next(self) -> None:
        read = open_captions(SAMI.encode("cp1252"))
        assert told(read) == [
            (1, 4, ("Välkomna till", "årsmötet")),
            (6, 13, ("Vi börjar & tar en stol.",)),
        ]
        assert (read.language, read.encoding, read.unread()) == ("sv-SE", "cp1252", "")

    def test_sami_in_two_languages_is_not_said_to_be_read_whole(self) -> None:
        assert open_captions((SAMI + "<P Class=ENCC>Welcome").encode()).unread()

    def test_microdvd_counts_pictures(self) -> None:
        read = open_captions(MICRODVD.encode())
        assert told(read) == [(1, 3, ("Välkomna till", "årsmötet")), (4, 6, ("Vi börjar.",))]

    def test_microdvd_that_does_not_say_how_many_a_second_is_refused(self) -> None:
        with pytest.raises(CouldNotCheck) as refused:
            open_captions(b"{25}{75}Hej\n")
        assert refused.value.trouble.reason == "other-captions"

    def test_ebu_stl(self) -> None:
        read = open_captions(FILES["stl"])
        assert told(read) == [(1, 3, ("Välkomna till mötet", "och tack"))]
        assert (read.format, read.language, read.encoding) == ("stl", "sv", "stl")

    def test_scc(self) -> None:
        ((start, end, lines),) = told(open_captions(FILES["scc"]))
        assert 22 < start < end < 31
        assert lines == ("Lorem ipsum",)

    @pytest.mark.parametrize("name", FILES)
    def test_behind_the_fence(self, name: str) -> None:
        fence = Fenced(workers=1)
        (result,) = fence.run([Job(f"talk.{name}", "captions", load("wcag22-aa"), data=FILES[name])])
        fence.close()
        assert result.trouble is None
        assert result.facts is not None
        assert result.facts.role == "captions"
        assert {put.id: put.count.passed for put in result.rules}["captions-empty"] == 1


DEAR = {
    "many events": b"[Script Info]\n" + b"Dialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,Hej\n" * 60_000,
    "a heading without end": b"[Script Info]\n[" + b"a" * 1_000_000,
    "tags without end": b"[Script Info]\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,," + b"{\\p1" * 250_000,
    "broken events": b"[Script Info]\n" + b"Dialogue: ,,,\n" * 20_000,
    "SAMI that opens and opens": b"<SAMI>" + b"<SYNC Start=1>" * 20_000,
    "SAMI in pieces": b"<SAMI>" + b"<SYNC Start=1><" * 20_000,
    "SAMI without a number": b"<SAMI><SYNC Start=soon>Hej</SAMI>",
    "SAMI without a start": b"<SAMI><SYNC>Hej</SAMI>",
    "pictures without end": b"{1}{1}25\n" + b"{%d}{99999999999999999999}Hej\n" % 10**30 * 1_000,
    "a rate of nothing": b"{1}{1}0\n{1}{9}Hej\n",
    "a rate that is no number": b"{1}{1}nan\n{1}{9}Hej\n",
    "many lines": b"{1}{1}25\n" + b"{1}{9}Hej\n" * 60_000,
    "a head alone": b"850STL25.01" + b"\xff" * 400,
    "blocks of nothing": stl() + b"\xff" * 12_800,
    "half a block": stl(b"Hej")[:-60],
    "many blocks": stl(*[b"Hej"] * 2_000),
    "codes of nothing": b"Scenarist_SCC V1.0\n\n00:00:01:00\t" + b"ffff " * 10_000,
    "a time of nothing": b"Scenarist_SCC V1.0\n\n99:99:99:99\t9420\n",
}  # fmt: skip


@installed
@pytest.mark.parametrize("name", DEAR)
def test_a_dear_file_is_read_within_limits_or_refused(name: str) -> None:
    fence = Fenced(Limits(cpu=12), workers=1)
    (result,) = fence.run([Job("talk.ass", "captions", load("wcag22-aa"), data=DEAR[name])])
    fence.close()
    if result.trouble is not None:
        assert result.trouble.reason in ("broken", "not-read-whole", "too-big")
    assert result.facts is None or result.facts.words <= MOST_CUES


@installed
@given(st.sampled_from(sorted(FILES)), st.binary(max_size=200), st.integers(0, 1_400))
def test_any_bytes_in_them_are_read_or_refused(name: str, noise: bytes, at: int) -> None:
    data = FILES[name]
    start = min(at, len(data) - 1) if name == "stl" else max(20, min(at, len(data)))
    try:
        read = open_captions(data[:start] + noise + data[start:])
    except CouldNotCheck:
        return
    assert len(read.cues) <= MOST_CUES
