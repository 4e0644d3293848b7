"""Where reports go: to files and to the terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from a11ycheck.commands.speech import LANGUAGE, say

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
    made = _made(report, form, language)
    if file == "-":
        if isinstance(made, bytes) and sys.stdout.isatty():
            raise click.UsageError(say(f"--output {form}: this is no text for a terminal; name a file, as in "
                                       f"--output {form}:report.{form}",
                                       f"--output {form}: det är ingen text för en terminal; ange en fil, som i "
                                       f"--output {form}:rapport.{form}"))  # fmt: skip
        if isinstance(made, str) and form == "text" and _wants_colour():
            made = _coloured(made, report)
        sys.stdout.flush()
        sys.stdout.buffer.write(_encoded(made))
        sys.stdout.buffer.flush()
        return
    try:
        Path(file).write_bytes(_encoded(made))
    except OSError as error:
        raise click.UsageError(say(f"--output {form}:{file}: the report could not be written there: {error.strerror}. "
                                   "Name a file in a folder that is there and that you may write to.",
                                   f"--output {form}:{file}: rapporten gick inte att skriva dit: {error.strerror}. "
                                   "Ange en fil i en mapp som finns och som du får skriva i.")) from None  # fmt: skip
    click.echo(say(f"Report: {file}", f"Rapport: {file}"), err=True)


def _made(report: Report, form: str, language: str) -> str | bytes:
    from a11ycheck.registry import report_writer
    from a11ycheck.trouble import CouldNotCheck

    try:
        return report_writer(form)(report, language)
    except CouldNotCheck as error:
        raise click.UsageError(f"--output {form}: {error.trouble.say(LANGUAGE)}") from None
    except ModuleNotFoundError as error:
        raise click.UsageError(say(f'--output {form} needs {error.name}: pip install "a11ycheck[web]"',
                                   f'--output {form} kräver {error.name}: pip install "a11ycheck[web]"')
                               ) from None  # fmt: skip


def _encoded(made: str | bytes) -> bytes:
    """The bytes of a report: UTF-8 whatever the terminal or pipe has, so that no character is lost on the way."""
    return made if isinstance(made, bytes) else made.encode("utf-8", "replace")


def _wants_colour() -> bool:
    """Colour is for a terminal that shows it, where nobody has said no: see no-color.org."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _coloured(text: str, report: Report) -> str:
    """The text report with its verdict in colour, for a terminal; the sign and the word say the same without."""
    colour = {"pass": "green", "fail": "red", "undecided": "yellow"}[report.verdict.value]
    first, _, rest = text.partition("\n")
    return f"{click.style(first, fg=colour, bold=True)}\n{rest}"


def one_line(report: Report, language: str) -> str:
    from a11ycheck.reports.summary import headline

    return headline(report, language)
