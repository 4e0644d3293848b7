"""Where reports go: to files and to the terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from a11ycheck.commands.speech import say

if TYPE_CHECKING:
    from a11ycheck.check import Report


def output_of(given: str) -> tuple[str, str]:
    """Split ``FORMAT[:FILE]``; refuse a format that is not installed."""
    from a11ycheck.registry import report_names

    form, _, file = given.partition(":")
    if form not in report_names():
        known = ", ".join(report_names())
        raise click.UsageError(say(f"--output {given}: there is no report “{form}”. There are: {known}. "
                                   "Try: --output html:report.html",
                                   f"--output {given}: det finns ingen rapport ”{form}”. Det finns: {known}. "
                                   "Prova: --output html:rapport.html"))  # fmt: skip
    return form, file or "-"


def write(report: Report, form: str, file: str, language: str) -> None:
    from a11ycheck.registry import report_writer

    text = report_writer(form)(report, language)
    if file == "-":
        if form == "text" and sys.stdout.isatty() and "NO_COLOR" not in os.environ:
            text = _coloured(text, report)
        sys.stdout.flush()
        # Bytes, so that a terminal or pipe in another encoding gets all characters of the report.
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return
    try:
        Path(file).write_text(text, "utf-8", errors="replace")
    except OSError as error:
        raise click.UsageError(f"--output {form}:{file}: {error.strerror}") from None
    click.echo(say(f"Report: {file}", f"Rapport: {file}"), err=True)


def _coloured(text: str, report: Report) -> str:
    """The text report with its verdict in colour, for a terminal; the sign and the word say the same without."""
    colour = {"pass": "green", "fail": "red", "undecided": "yellow"}[report.verdict.value]
    first, _, rest = text.partition("\n")
    return f"{click.style(first, fg=colour, bold=True)}\n{rest}"


def one_line(report: Report, language: str) -> str:
    from a11ycheck.reports.summary import headline

    return headline(report, language)
