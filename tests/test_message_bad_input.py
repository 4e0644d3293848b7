"""Mails and calendars that are made to be dear, and all real ones at hand: within limits, and said what is left out."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile.calendar_files import calendar, event
from hostile.mail_files import HEAD, nested

from a11ycheck import ruleset
from a11ycheck.check import Report, check
from a11ycheck.documents.calendar.open import MOST_EVENTS, open_calendar
from a11ycheck.documents.mail.open import MOST_MESSAGES, open_mail
from a11ycheck.documents.mail.rtf import DICTIONARY, html_of, unpacked
from a11ycheck.executors import Fenced, Limits
from a11ycheck.job import RULE_BROKE
from a11ycheck.trouble import CouldNotCheck

MAILS: dict[str, Callable[[], bytes]] = {
    "100,000 headers": lambda: HEAD + b"".join(b"X-%d: y\r\n" % n for n in range(100_000)) + b"\r\nHej",
    "20,000 addresses": lambda: (
        HEAD + b"To: " + b", ".join(b"a%d@b.se" % n for n in range(20_000)) + b"\r\n\r\nHej"
    ),
    "60,000 encoded words": lambda: b"Subject: " + b"=?utf-8?q?a?= " * 60_000 + b"\r\n\r\nHej",
    "60,000 folded encoded words": lambda: b"Subject: " + b"=?utf-8?q?a?=\r\n " * 60_000 + b"\r\n\r\nHej",
    "20,000 parentheses": lambda: HEAD + b"Cc: " + b"(" * 20_000 + b"\r\n\r\nHej",
    "an unknown charset": lambda: HEAD + b"Content-Type: text/plain; charset=x-nobody\r\n\r\nHej",
    "a charset that is none": lambda: HEAD + b"Content-Type: text/plain; charset=zlib\r\n\r\nHej",
    "10,000 parts": lambda: (
        HEAD
        + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
        + b"--x\r\nContent-Type: text/plain\r\n\r\nHej\r\n" * 10_000
        + b"--x--"
    ),
    "50 nested parts": lambda: nested(50) + b"\r\nHej",
    "a long text": lambda: HEAD + b"Content-Type: text/plain\r\n\r\n" + b"hej " * 2_000_000,
    "a long line of HTML": lambda: HEAD + b"Content-Type: text/html\r\n\r\n" + b"<b>" * 2_000_000,
    "broken base64": lambda: (
        HEAD + b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%=a"
    ),
    "a mailbox of many": lambda: b"From a@b.se\nSubject: x\n\nHej\n\n" * 5_000,
}
SAID = {"100,000 headers", "60,000 encoded words", "60,000 folded encoded words", "10,000 parts", "50 nested parts",
        "a long text", "a long line of HTML", "a mailbox of many", "20,000 addresses"}  # fmt: skip
CALENDARS: dict[str, Callable[[], bytes]] = {
    "10,000 events": lambda: calendar(*(event(f"SUMMARY:Möte {n}") for n in range(10_000))),
    "a DESCRIPTION of 5 MB": lambda: calendar(event("SUMMARY:Möte", "DESCRIPTION:" + "hej " * 1_250_000)),
    "a DESCRIPTION of 5 MB, folded": lambda: calendar(
        event("SUMMARY:Möte", "DESCRIPTION:" + "hej \r\n " * 800_000)
    ),
    "a million backslashes": lambda: calendar(event("SUMMARY:" + "\\" * 1_000_000)),
    "100,000 parameters": lambda: calendar(event("SUMMARY" + ";X=1" * 100_000 + ":Möte")),
    "quotation marks": lambda: calendar(event("SUMMARY;X=" + '"' * 100_001 + ":Möte")),
    "100,000 guests": lambda: calendar(event("SUMMARY:Möte", *["ATTENDEE:mailto:a@b.se"] * 100_000)),
    "nested components": lambda: calendar("BEGIN:VEVENT\r\nSUMMARY:x\r\n" + "BEGIN:X\r\n" * 100_000),
    "a length beyond time": lambda: calendar(event("SUMMARY:x", "DURATION:P9999W9999D")),
}
SAID_OF_CALENDARS = {
    "10,000 events",
    "a DESCRIPTION of 5 MB",
    "a DESCRIPTION of 5 MB, folded",
    "nested components",
}


@pytest.mark.parametrize("name", MAILS)
def test_a_dear_mail_is_read_and_what_is_left_out_is_said(name: str) -> None:
    opened = open_mail(MAILS[name]())
    assert len(opened.subject or "") <= 20_000
    assert bool(opened.unread()) is (name in SAID)
    assert len(list(opened.found())) <= MOST_MESSAGES


@pytest.mark.parametrize("name", CALENDARS)
def test_a_dear_calendar_is_read_and_what_is_left_out_is_said(name: str) -> None:
    opened = open_calendar(CALENDARS[name]())
    assert 1 <= len(opened.events) <= MOST_EVENTS
    assert bool(opened.unread()) is (name in SAID_OF_CALENDARS)
    assert len(opened.facts().times) <= 100


def test_a_thousand_nested_parts_are_refused() -> None:
    with pytest.raises(CouldNotCheck) as refused:
        open_mail(nested(1_000) + b"\r\nHej")
    assert refused.value.trouble.reason == "too-deep"


def test_bad_ones_cost_the_good_one_nothing(tmp_path: Path) -> None:
    for name, make in MAILS.items():
        (tmp_path / f"{name}.eml").write_bytes(make())
    for name, make in CALENDARS.items():
        (tmp_path / f"{name}.ics").write_bytes(make())
    (tmp_path / "nested.eml").write_bytes(nested(1_000))
    (tmp_path / "good.eml").write_bytes(HEAD.replace(b"Kallelse", b"Tack") + b"\r\nTack alla som kom!")
    report = check([str(tmp_path)], ruleset.load("wcag22-aa"))
    crashed = {"crashed", "timed-out", "out-of-memory"}
    assert not [
        part.source.name for part in report.documents if part.trouble and part.trouble.reason in crashed
    ]
    (good,) = [part for part in report.documents if part.source.name.endswith("good.eml")]
    assert good.verdict.value == "pass"
    assert all(part.verdict.value != "pass" for part in report.documents if part.trouble)


class TestRtf:
    """Outlook's packed RTF (MS-OXRTFCP, MS-OXRTFEX)."""

    HTML = (
        rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 "
        rb"\'c5rsm\'f6te \u8211- hej{\*\htmltag72 </p>}\htmlrtf }\htmlrtf0 }"
    )

    def packed(self, rtf: bytes, kind: int = 0x414C454D) -> bytes:
        return struct.pack("<IIII", len(rtf) + 12, len(rtf), kind, 0) + rtf

    def test_the_html_is_taken_out(self) -> None:
        assert html_of(self.packed(self.HTML)) == "<p>Årsmöte – hej</p>"

    def test_rtf_that_was_no_html_is_none(self) -> None:
        assert html_of(self.packed(rb"{\rtf1\ansi Hej}")) is None

    def test_compression_is_undone(self) -> None:
        # The example of MS-OXRTFCP 4.1.
        example = bytes.fromhex(
            "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
        )
        assert unpacked(example) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
        assert len(DICTIONARY) == 207

    @pytest.mark.parametrize(
        "packed", [b"", b"x" * 15, b"x" * 100, struct.pack("<IIII", 0, 4_000_000_000, 0x75465A4C, 0)]
    )
    def test_what_is_broken_or_too_long_is_none(self, packed: bytes) -> None:
        assert html_of(packed) is None

    def test_a_reference_to_everything_ends(self) -> None:
        assert unpacked(struct.pack("<IIII", 0, 10_000_000, 0x75465A4C, 0) + b"\xff" * 100_000) is not None


def test_every_real_mail_and_calendar_is_checked_or_not_checked_with_a_reason(suites: Path) -> None:
    kinds = ("eml", "msg", "mbox", "ics", "vcs")
    files = [path for kind in kinds for path in sorted((suites / "real" / kind).iterdir())]
    assert len(files) > 200
    executor = Fenced(Limits())
    try:
        report: Report = check(
            [str(path) for path in files], ruleset.load("accessible-for-everyone"), executor=executor
        )
    finally:
        executor.close()
    ours = [part for part in report.documents if part.source.kind in ("mail", "calendar")]
    assert len([part for part in ours if not part.source.found_in]) == len(files)
    assert all(part.rules or part.trouble for part in ours)
    reasons = {part.trouble.reason for part in ours if part.trouble}
    assert reasons <= {"not-what-it-says", "not-read-whole", "no-event", "encryption", "left-out", "broken"}
    assert not [j for part in ours for j in part.judgements if j.outcome.message == RULE_BROKE]
