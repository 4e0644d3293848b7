"""Reports reach files and terminals whole, and what cannot be written says what to do."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import click
import pytest
from reports.sample import meeting_report

from a11ycheck import registry
from a11ycheck.check import Report
from a11ycheck.commands import writing
from a11ycheck.trouble import CouldNotCheck


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch, form: str = "text") -> bytes:
    """What a terminal in an old encoding is sent of a report."""
    shown = io.BytesIO()
    with monkeypatch.context() as here:
        here.setattr(sys, "stdout", Terminal(shown, "latin-1"))
        writing.write(meeting_report(), form, "-", "sv")
        return shown.getvalue()


@pytest.fixture(autouse=True)
def in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


def answering(monkeypatch: pytest.MonkeyPatch, made: str | bytes | Exception) -> None:
    """Each report is written as this, or raises it."""

    def write(report: Report, language: str) -> str | bytes:
        if isinstance(made, Exception):
            raise made
        return made

    monkeypatch.setattr(registry, "report_writer", lambda name: write)


def test_bytes_are_written_as_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answering(monkeypatch, b"%PDF-1.7\n\xff\r\n")
    writing.write(meeting_report(), "pdf", str(tmp_path / "report.pdf"), "sv")
    assert (tmp_path / "report.pdf").read_bytes() == b"%PDF-1.7\n\xff\r\n"


def test_bytes_are_refused_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, b"%PDF-1.7")
    with pytest.raises(click.UsageError, match=r"--output pdf:r"):
        on_terminal(monkeypatch, "pdf")


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (CouldNotCheck("no-browser", "detail"), "a11ycheck browser install"),
        (ModuleNotFoundError("No module named 'playwright'", name="playwright"), r"playwright: pip install"),
    ],
)
def test_what_a_report_lacks_is_said_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, trouble: Exception, said: str
) -> None:
    answering(monkeypatch, trouble)
    with pytest.raises(click.UsageError, match=said):
        writing.write(meeting_report(), "pdf", str(tmp_path / "report.pdf"), "sv")
    assert not (tmp_path / "report.pdf").exists()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError, match=r"nowhere.*(folder|mapp)"):
        writing.write(meeting_report(), "text", str(tmp_path / "nowhere" / "report.txt"), "sv")


def test_a_terminal_gets_the_verdict_in_colour_and_all_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    first = on_terminal(monkeypatch).decode("utf-8").splitlines()[0]
    assert first == "\x1b[31m\x1b[1m✕ Inte godkänt: forum-2026\x1b[0m"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colour_where_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert b"\x1b" not in on_terminal(monkeypatch)


def test_one_line_is_one_line() -> None:
    line = writing.one_line(meeting_report(), "sv")
    assert line.startswith("✕ Inte godkänt: forum-2026 (3 måste rättas")
    assert "\n" not in line
