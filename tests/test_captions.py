"""Caption files: what is read of them in each format, what is told of them, and files that are made to be dear."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck import Status, ruleset
from a11ycheck.check import Report, check
from a11ycheck.documents.captions import KIND, looks_like_captions
from a11ycheck.documents.captions.model import (
    LOOSE_TEXT,
    MALFORMED,
    MOST_CUES,
    NO_SIGNATURE,
    TIMES,
    Broken,
    Captions,
    Cue,
)
from a11ycheck.documents.captions.open import decoded, open_captions
from a11ycheck.documents.captions.shares import share_above, share_below
from a11ycheck.job import RULE_BROKE
from a11ycheck.registry import all_rules, rules_for
from a11ycheck.ruleset import Level
from a11ycheck.sources import kind_of
from a11ycheck.trouble import CouldNotCheck
from a11ycheck.verdict import Verdict
from places import ROOT

FIXTURES = ROOT / "fixtures"
SUITES = ROOT.parent / "shared" / "suites"
TT = '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" {}><body>{}</body></tt>'


def webvtt(*lines: str) -> Captions:
    return open_captions("\n".join(["WEBVTT", "", *lines]).encode())


def ttml(body: str, attributes: str = "") -> Captions:
    return open_captions(TT.format(attributes, body).encode())


def times(captions: Captions) -> list[tuple[float, float]]:
    return [(round(cue.start, 3), round(cue.end, 3)) for cue in captions.cues]


class TestWebVTT:
    @pytest.mark.parametrize(
        ("written", "read"),
        [
            ("00:01.000 --> 00:02.500", (1, 2.5)),
            ("01:00:01.000 --> 100:00:02.500", (3601, 360002.5)),
            ("00:01.000-->00:02.500 line:0 align:start", (1, 2.5)),
            ("\t00:01.000 \t--> 00:02.500", (1, 2.5)),
        ],
    )
    def test_times(self, written: str, read: tuple[float, float]) -> None:
        assert times(webvtt(written, "Hej")) == [read]

    @pytest.mark.parametrize(
        "written",
        [
            "00:01,000 --> 00:02,500",
            "0:01.000 --> 0:02.500",
            "00:01.00 --> 00:02.50",
            "00:61.000 --> 00:62.500",
            "00:01.000 --> snart",
        ],
    )
    def test_a_cue_whose_times_browsers_do_not_read_is_said(self, written: str) -> None:
        read = webvtt("00:00.000 --> 00:01.000", "Ett", "", written, "Hej")
        assert [cue.text for cue in read.cues] == ["Ett"]
        assert read.broken == (Broken(TIMES, 6, written),)

    @pytest.mark.parametrize(
        ("written", "shown"),
        [
            ("<v Anna Berg>Hej <b>alla</b> &amp; &lt;Bo&gt;", "Hej alla & <Bo>"),
            ("<c.gul>Hej</c> <00:00:01.000>alla", "Hej alla"),
            ("a\u00a0b\u200e", "a b"),
            ("&nbsp;", ""),
        ],
    )
    def test_what_is_shown_of_a_text(self, written: str, shown: str) -> None:
        assert webvtt("00:01.000 --> 00:02.500", written).cues[0].text == shown

    def test_speaker_language_and_place(self) -> None:
        (cue,) = webvtt("00:01.000 --> 00:02.500 line:0", "<v.hög Anna Berg><lang sv>Hej</lang>").cues
        assert (cue.speaker, cue.language, cue.place, cue.line) == ("Anna Berg", "sv", "line:0", 3)

    def test_head_comments_and_styles_are_no_captions(self) -> None:
        read = open_captions(
            b"WEBVTT - Hej\r\nKind: captions\r\nLanguage: sv\r\n\r\nNOTE a --> b\r\n\r\nSTYLE\r\n::cue {}\r\n\r\n"
            b"1\r\n00:01.000 --> 00:02.000\r\nHej\r\n\r\nNOTE Slut\r\n"
        )
        assert (read.language, read.said_kind, len(read.cues), read.broken) == ("sv", "captions", 1, ())

    def test_text_after_an_empty_line_is_lost_and_said(self) -> None:
        read = webvtt(
            "00:01.000 --> 00:02.000", "Hej", "", "alla", "", "7", "", "00:03.000 --> 00:04.000", "Bo"
        )
        assert [cue.text for cue in read.cues] == ["Hej", "Bo"]
        assert read.broken == (Broken(LOOSE_TEXT, 6, "alla"),)

    def test_a_comment_may_have_an_empty_line(self) -> None:
        read = webvtt(
            "00:01.000 --> 00:02.000", "Hej", "", "NOTE Ett", "", "två", "", "00:03.000 --> 00:04.000", "Bo"
        )
        assert (len(read.cues), read.broken) == (2, ())

    @pytest.mark.parametrize("first", ["", "webvtt", "WEBVTTX", " WEBVTT"])
    def test_without_its_signature(self, first: str) -> None:
        read = open_captions(f"{first}\n\n00:01.000 --> 00:02.000\nHej\n".encode())
        assert read.broken[0].what == NO_SIGNATURE
        assert [cue.text for cue in read.cues] == ["Hej"]


class TestSubRipAndSbv:
    def test_subrip(self) -> None:
        text = (
            "1\n00:00:01,000 --> 00:00:02,500\n{\\an8}<i>Hej</i>\nalla\n\n2\n0:0:3,5 --> 00:00:04,000\n2024\n"
        )
        assert open_captions(text.encode()).cues == (
            Cue(1, 2.5, ("Hej", "alla"), "{\\an8}", line=2),
            Cue(3.5, 4, ("2024",), line=7),
        )

    def test_a_cue_whose_times_are_broken_is_said(self) -> None:
        text = "1\n00:00:01,000 --> 00:00:02,000\nEtt\n\n2\n00:00 03 --> 00:00:04,000\nTvå\n"
        read = open_captions(text.encode())
        assert [cue.text for cue in read.cues] == ["Ett"]
        assert read.broken == (Broken(TIMES, 6, "00:00 03 --> 00:00:04,000"),)

    def test_sbv(self) -> None:
        text = "0:00:01.000,0:00:02.500\nHej[br]alla\n\n0:00:3,0:00:04.000\nTvå\n"
        read = open_captions(text.encode())
        assert read.cues == (Cue(1, 2.5, ("Hej", "alla"), line=1),)
        assert read.broken == (Broken(TIMES, 4, "0:00:3,0:00:04.000"),)


class TestTtml:
    @pytest.mark.parametrize(
        ("attributes", "begin", "end", "read"),
        [
            ("", "00:00:01.5", "00:00:02", (1.5, 2)),
            ("", "1.5s", "2000ms", (1.5, 2)),
            ("", "0.1m", "0.01h", (6, 36)),
            ('ttp:frameRate="25"', "00:00:01:05", "50f", (1.2, 2)),
            ('ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001"', "0f", "24f", (0, 1.001)),
            ('ttp:tickRate="10000000"', "10000000t", "25000000t", (1, 2.5)),
            ('ttp:frameRate="0" ttp:tickRate="x"', "30f", "60f", (1, 2)),
        ],
    )
    def test_times(self, attributes: str, begin: str, end: str, read: tuple[float, float]) -> None:
        assert times(ttml(f'<p begin="{begin}" end="{end}">Hej</p>', attributes)) == [read]

    @pytest.mark.parametrize(
        ("body", "read"),
        [
            ('<div begin="10s"><p begin="1s" end="2s">a</p></div>', [(11, 12)]),
            ('<div begin="10s" end="12s"><p begin="1s" end="9s">a</p></div>', [(11, 12)]),
            (
                '<p begin="10s"><span begin="1s" dur="1s">a</span><span begin="2s" end="4s">b</span></p>',
                [(11, 12), (12, 14)],
            ),
            ('<div timeContainer="seq"><p dur="2s">a</p><p begin="1s" dur="2s">b</p></div>', [(0, 2), (3, 5)]),
            ('<p begin="1s">a</p><p begin="3s">b</p>', [(1, 3), (3, 10)]),
        ],
    )  # fmt: skip
    def test_times_nest(self, body: str, read: list[tuple[float, float]]) -> None:
        assert times(ttml(body)) == read

    def test_text_lines_and_speaker(self) -> None:
        agent = (
            '<m:agent xml:id="a" xmlns:m="http://www.w3.org/ns/ttml#metadata"><m:name>Anna</m:name></m:agent>'
        )
        body = (
            '<p begin="1s" end="2s" xmlns:m="http://www.w3.org/ns/ttml#metadata" m:agent="a" region="r">Hej <!-- x -->'
            "<span>alla</span>\n   glada<br/><m:desc>nej</m:desc>vänner</p>"
        )
        (cue,) = ttml(f'<metadata xmlns="x">{agent}</metadata>{body}').cues
        assert (cue.lines, cue.speaker, cue.place) == (("Hej alla glada", "vänner"), "Anna", "r")

    def test_text_that_has_no_times_is_never_shown(self) -> None:
        read = ttml("<p>Hej</p>")
        assert (read.cues, [broken.what for broken in read.broken]) == ((), [TIMES])

    def test_what_is_not_well_formed_is_read_as_far_as_it_goes(self) -> None:
        read = ttml('<p begin="1s" end="2s">Hej &aring; alla</p><div>')
        assert [broken.what for broken in read.broken] == [MALFORMED]
        assert read.cues[0].lines[0].startswith("Hej")

    def test_pictures_of_text_cannot_be_judged(self) -> None:
        read = ttml('<div begin="1s" end="2s" xmlns:s="x" s:backgroundImage="a.png"/>')
        assert (read.pictures, bool(read.unread())) == (1, True)


class TestEncodings:
    @pytest.mark.parametrize(
        ("data", "text", "encoding"),
        [
            ("på".encode(), "på", "utf-8"),
            ("på".encode("utf-8-sig"), "på", "utf-8"),
            ("på".encode("utf-16"), "på", "utf-16"),
            ("på".encode("cp1252"), "på", "cp1252"),
            (b"p\xe5\x81", "på\x81", "cp1252"),
            ("å ä ö ".encode() + b"\xe5", "å ä ö \ufffd", "mixed"),
        ],
    )
    def test_a_mark_tells_then_utf_8_then_windows(self, data: bytes, text: str, encoding: str) -> None:
        assert decoded(data) == (text, encoding)

    @given(st.binary(max_size=300))
    def test_any_bytes_are_captions_or_refused(self, data: bytes) -> None:
        for beginning in (b"", b"WEBVTT\n\n", b"1\n00:00:01,000 --> 00:00:02,000\n", b"<tt>"):
            try:
                read = open_captions(beginning + data)
            except CouldNotCheck:
                continue
            assert all(cue.start >= 0 for cue in read.cues)
            assert read.facts().role == "captions"

    @given(st.text(alphabet="0123456789:.,-> \n\tWEBVTaå<>&", max_size=300))
    def test_any_times_are_read_or_refused(self, text: str) -> None:
        try:
            read = open_captions(("WEBVTT\n" + text).encode())
        except CouldNotCheck:
            return
        assert all(first.line < second.line for first, second in pairwise(read.cues))


class TestKind:
    @pytest.mark.parametrize(
        "beginning",
        [
            b"WEBVTT\n",
            b"\xef\xbb\xbfWEBVTT - Hej",
            "WEBVTT\n".encode("utf-16"),
            b"1\r\n00:00:01,000 --> 00:00:02,000",
            b"0:00:01.000,0:00:02.000\n",
            b'<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml">',
            b'<tt:tt xmlns:tt="http://www.w3.org/ns/ttml">',
        ],
    )
    def test_is_known_by_its_first_bytes(self, beginning: bytes) -> None:
        assert looks_like_captions(beginning)
        assert kind_of("fil", beginning) is KIND

    @pytest.mark.parametrize(
        "beginning", [b"", b"WEBVTTX", b"1\n", b"<html><tt >", b"%PDF-1.7", b"Subject: x\n"]
    )
    def test_what_is_something_else_is_not_taken(self, beginning: bytes) -> None:
        assert not looks_like_captions(beginning) or beginning == b"<html><tt >"

    def test_facts(self) -> None:
        opened = open_captions((FIXTURES / "captions-empty" / "passed.vtt").read_bytes())
        facts = opened.facts()
        assert (facts.role, facts.language, facts.words) == ("captions", "sv", len(opened.text.split()))


class TestModel:
    def test_what_scrolls_is_counted_once(self) -> None:
        cues = tuple(Cue(n, n + 1, (f"rad {n}", f"rad {n + 1}")) for n in range(10))
        opened = Captions("webvtt", cues)
        assert opened.rolls
        assert opened.text.split("\n") == ["rad 0 rad 1", *(f"rad {n}" for n in range(2, 11))]

    def test_what_is_said_twice_does_not_scroll(self) -> None:
        opened = Captions("webvtt", tuple(Cue(n, n + 1, ("Ja.",)) for n in range(10)))
        assert not opened.rolls

    @pytest.mark.parametrize(
        ("lengths", "limit", "most_percent", "percent", "worst"),
        [
            ((1, 2, 3, 4), 2, 10, 50, 4),
            ((1, 2, 3, 4), 3, 25, None, None),
            ((1,) * 999 + (9,), 3, 0, 1, 9),
            ((3.0004,), 3, 0, None, None),
        ],
    )
    def test_shares(
        self,
        lengths: tuple[float, ...],
        limit: float,
        most_percent: int,
        percent: int | None,
        worst: float | None,
    ) -> None:
        cues = [(Cue(0, 1, ("x",)), length) for length in lengths]
        share = share_above(cues, limit, most_percent)
        assert (share and share.percent, share and share.value) == (percent, worst)
        below = share_below([(cue, -length) for cue, length in cues], -limit, most_percent)
        assert (below and below.percent, below and -below.value) == (percent, worst)


def outcomes(captions: Captions, options: dict[str, dict[str, object]] | None = None) -> set[str]:
    """The rules that found something, with the message."""
    found = set()
    for rule in rules_for("captions").values():
        for _, outcome in rule.apply(captions, {**rule.options, **(options or {}).get(rule.id, {})}):
            if outcome.message:
                found.add(f"{rule.id} {outcome.message}")
    return found


class TestLimits:
    """What is at a limit passes and what is just over it does not."""

    @pytest.mark.parametrize(
        ("length", "seconds", "language", "fails"),
        [(34, 2.0, "sv", False), (35, 2.0, "sv", True), (40, 2.0, "en", False), (41, 2.0, "en", True)],
    )
    def test_reading_speed(self, length: int, seconds: float, language: str, fails: bool) -> None:
        opened = Captions("srt", (Cue(0, seconds, ("x" * length,)),), language=language)
        assert ("captions-reading-speed fast" in outcomes(opened)) is fails

    @pytest.mark.parametrize(("seconds", "fails"), [(0.833, False), (5 / 6, False), (0.83, True)])
    def test_shortest(self, seconds: float, fails: bool) -> None:
        assert (
            "captions-duration-short short" in outcomes(Captions("srt", (Cue(0, seconds, ("Ja.",)),)))
        ) is fails

    @pytest.mark.parametrize(("seconds", "fails"), [(7.0, False), (7.01, True)])
    def test_longest(self, seconds: float, fails: bool) -> None:
        assert (
            "captions-duration-long long" in outcomes(Captions("srt", (Cue(0, seconds, ("Ja.",)),)))
        ) is fails

    @pytest.mark.parametrize(("length", "fails"), [(42, False), (43, True)])
    def test_line_length(self, length: int, fails: bool) -> None:
        assert (
            "captions-line-length long" in outcomes(Captions("srt", (Cue(0, 5, ("x" * length,)),)))
        ) is fails

    @pytest.mark.parametrize(("gap", "fails"), [(0.08, False), (0.079, True), (0.0, False)])
    def test_gap(self, gap: float, fails: bool) -> None:
        opened = Captions("srt", (Cue(0, 2, ("Ja.",)), Cue(2 + gap, 4, ("Nej.",))))
        assert ("captions-gaps flicker" in outcomes(opened)) is fails


def judged(path: Path) -> Report:
    return check([str(path)], ruleset.load(ruleset.DEFAULT))


def required(report: Report) -> set[str]:
    """What failed and is demanded under the default ruleset."""
    return {
        judgement.finding.rule
        for part in report.documents
        for judgement in part.judgements
        if judgement.level is Level.REQUIRED and judgement.outcome.status is Status.FAILED
    }


@pytest.mark.parametrize(
    ("fixture", "rules"),
    [
        ("captions-empty/failed no-cue.vtt", {"captions-empty"}),
        ("captions-broken/failed times, commas.vtt", {"captions-broken"}),
        ("captions-broken/failed no-signature.vtt", {"captions-broken"}),
        ("captions-never-shown/failed never.vtt", {"captions-never-shown"}),
        ("captions-language/failed other.ttml", {"captions-language"}),
        ("captions-garbled/failed garbled.srt", {"captions-garbled"}),
        ("captions-reading-speed/failed fast.srt", set()),
        ("captions-line-length/failed long.vtt", set()),
        ("captions-encoding-unsaid/failed old.srt", set()),
    ],
)
def test_only_what_is_lost_is_demanded_and_style_is_advice(fixture: str, rules: set[str]) -> None:
    report = judged(FIXTURES / fixture)
    assert required(report) == rules
    assert report.verdict is (Verdict.FAIL if rules else Verdict.PASS)


@pytest.mark.parametrize("suffix", ["vtt", "srt", "sbv", "ttml"])
def test_a_good_file_has_no_fault_and_no_question(suffix: str) -> None:
    opened = open_captions((FIXTURES / "captions-empty" / f"passed.{suffix}").read_bytes())
    assert outcomes(opened) == set()


def profiles() -> dict[str, dict[str, dict[str, object]]]:
    """The options of each profile in the documentation, by its heading."""
    text = (ROOT / "docs" / "captions.md").read_text("utf-8")
    found = re.findall(r"^### (.+?)\n(?:(?!^###).*\n)*?```toml\n((?s:.+?))```", text, re.MULTILINE)
    return {title: tomllib.loads(block).get("options", {}) for title, block in found}


def test_the_profiles_in_the_documentation_can_be_set() -> None:
    known = all_rules()
    assert len(profiles()) == 4
    for options in profiles().values():
        for name, values in options.items():
            assert values.keys() <= known[name].options.keys()
            assert all(type(known[name].options[key]) is type(value) for key, value in values.items())


def test_the_first_profile_is_what_holds_when_none_is_chosen() -> None:
    (title, options), *_ = profiles().items()
    assert title.startswith("Swedish and English")
    for name, values in options.items():
        assert {key: all_rules()[name].options[key] for key in values} == values


def test_easy_reading_asks_for_more() -> None:
    opened = open_captions((FIXTURES / "captions-empty" / "passed.srt").read_bytes())
    options = next(options for title, options in profiles().items() if title.startswith("Easy"))
    assert "captions-reading-speed fast" in outcomes(opened, options)


def clock(seconds: float, sign: str = ".") -> str:
    whole = int(seconds)
    milliseconds = round((seconds - whole) * 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{sign}{milliseconds:03}"


def many(count: int) -> bytes:
    cues = (f"{n}\n{clock(n * 2)} --> {clock(n * 2 + 1.9)}\nRad {n} i texten.\n" for n in range(count))
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


ONE = "WEBVTT\n\n00:01.000 --> {}\nHej\n"
ENTITIES = '<!DOCTYPE tt [<!ENTITY a "hej">{}]>'.format(
    "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
)
DEAR: dict[str, Callable[[], bytes]] = {
    "a million cues": lambda: b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\nHej\n\n" * 1_000_000,
    "a million cues of SRT": lambda: b"1\n00:00:01,000 --> 00:00:02,000\nHej\n\n" * 1_000_000,
    "a million cues of SBV": lambda: b"0:00:01.000,0:00:02.000\nHej\n\n" * 1_000_000,
    "an endless cue": lambda: ONE.format("999999999:59:59.999").encode(),
    "a cue of no length": lambda: ONE.format("00:01.000").encode(),
    "a cue of 10 MB": lambda: ONE.format("00:05.000").encode() + b"hej\n" * 2_500_001,
    "a line of 10 MB": lambda: ONE.format("00:05.000").encode() + b"<v " * 3_300_000,
    "a million arrows": lambda: b"WEBVTT\n\n" + b"00:01.000 -->\n" * 1_000_000,
    "a million blocks without times": lambda: many(1) + b"\nhej\n" * 1_000_000,
    "ampersands": lambda: ONE.format("00:05.000").encode() + b"&" * 1_000_000,
    "brackets and dashes": lambda: ONE.format("00:05.000").encode() + b"[(*-# A" * 100_000,
    "mixed encodings": lambda: many(20) + "åäö".encode() + "åäö".encode("cp1252")[:2] + b"\n",
    "60 timed spans in one another": lambda: (
        b'<tt><body><div><p begin="1s">'
        + b'<span begin="1s">x' * 60
        + b"</span>" * 60
        + b"</p></div></body></tt>"
    ),
    "a TTML time of many figures": lambda: TT.format("", f'<p begin="{"9" * 100_000}s">Hej</p>').encode(),
    "100,000 paragraphs": lambda: TT.format("", '<p begin="1s" end="2s">Hej</p>' * 100_000).encode(),
}
SAID = {
    "a million cues",
    "a million cues of SRT",
    "a million cues of SBV",
    "a million arrows",
    "a million blocks without times",
    "a cue of 10 MB",
    "100,000 paragraphs",
}
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "an entity bomb": (lambda: (ENTITIES + "<tt><body>&j;</body></tt>").encode(), "broken"),
    "an entity bomb in UTF-16": (lambda: (ENTITIES + "<tt><body>&j;</body></tt>").encode("utf-16"), "broken"),
    "an outside entity": (lambda: b'<!DOCTYPE tt [<!ENTITY x SYSTEM "file:///etc/passwd">]><tt>&x;</tt>', "broken"),
    "deep nesting": (lambda: b"<tt>" + b"<div>" * 100_000, "too-deep"),
    "nesting of 150": (lambda: b"<tt>" + b"<div>" * 150 + b"</div>" * 150 + b"</tt>", "too-deep"),
    "zeros": (lambda: bytes(10_000), "not-what-it-says"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0\r", "not-what-it-says"),
    "a page": (lambda: b"<!doctype html><html><body>404", "not-what-it-says"),
    "prose": (lambda: "Välkomna till årsmötet!".encode(), "not-what-it-says"),
}  # fmt: skip


@pytest.mark.parametrize("name", DEAR)
def test_a_dear_file_is_read_within_limits_and_no_rule_breaks(name: str) -> None:
    opened = open_captions(DEAR[name]())
    assert len(opened.cues) <= MOST_CUES
    assert bool(opened.unread()) is (name in SAID)
    assert all(len(line) <= 2_000 for cue in opened.cues for line in cue.lines)
    assert isinstance(outcomes(opened), set)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_caption_file_is_refused_with_the_reason(name: str) -> None:
    make, reason = REFUSED[name]
    with pytest.raises(CouldNotCheck) as refused:
        open_captions(make())
    assert refused.value.trouble.reason == reason


def test_a_folder_with_the_name_of_a_caption_file_and_a_broken_one_do_not_stop_the_others(
    tmp_path: Path,
) -> None:
    (tmp_path / "mapp.vtt").mkdir()
    (tmp_path / "trasig.ttml").write_bytes(b"<tt>" + b"<div>" * 1_000)
    (tmp_path / "hel.vtt").write_bytes((FIXTURES / "captions-empty" / "passed.vtt").read_bytes())
    report = judged(tmp_path)
    assert {
        Path(part.source.name).name: part.trouble and part.trouble.reason for part in report.documents
    } == {
        "trasig.ttml": "too-deep",
        "hel.vtt": None,
    }
    assert report.verdict is Verdict.UNDECIDED


def test_a_result_travels_through_the_fence(tmp_path: Path) -> None:
    (tmp_path / "stor.vtt").write_bytes(many(2_000))
    (part,) = judged(tmp_path).documents
    assert part.trouble is None
    assert part.facts is not None
    assert part.facts.role == "captions"
    assert not [judgement for judgement in part.judgements if judgement.finding.outcome.message == RULE_BROKE]


REAL = (
    sorted(path for path in SUITES.rglob("*") if path.suffix.lower() in KIND.suffixes)
    if SUITES.is_dir()
    else []
)


@pytest.mark.skipif(not REAL, reason="the shared test suites are not here")
def test_every_caption_file_of_the_suites_is_read_and_no_good_one_fails() -> None:
    for path in REAL:
        opened = open_captions(path.read_bytes())
        assert opened.cues, path
        failing = {found for found in outcomes(opened) if all_rules()[found.split()[0]].meets}
        assert failing <= {"captions-speakers unsaid", "captions-sound-cues no-sound"}, path
