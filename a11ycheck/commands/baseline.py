"""Write down what is wrong today, so that later runs can tell what is new."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from a11ycheck.commands.check import asked_for, run, take_options_of_check
from a11ycheck.commands.speech import HELP, LANGUAGE, say


@click.command(
    context_settings=HELP,
    short_help=say(
        "Write down what is wrong today: a11ycheck baseline write FILE INPUT...",
        "Skriv ner det som är fel i dag: a11ycheck baseline write FIL INDATA...",
    ),
    help=say(
        "Check the documents and write what keeps them from passing to FILE. A later run with --baseline FILE says "
        "what is new, mended and still there. The verdict stays what it is; with --only-new the exit code is that of "
        "what is new alone.",
        "Kontrollera dokumenten och skriv det som hindrar att de blir godkända till FILE. En senare körning med "
        "--baseline FILE säger vad som är nytt, rättat och kvar. Utslaget ändras inte; med --only-new gäller slutkoden "
        "bara det som är nytt.",
    ),
)
@click.argument("what", type=click.Choice(["write"]))
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("inputs", nargs=-1, metavar="INPUT...", type=click.Path())
def baseline(what: str, file: Path, inputs: tuple[str, ...], **options: Any) -> None:
    """Check, and write the baseline."""
    from a11ycheck.baseline import read, write
    from a11ycheck.toml_file import ConfigError

    try:
        if file.exists():
            read(file)
        report = run(asked_for(inputs, (), options), show=False)
        if report.stopped:  # what was not reached would be new to the next run
            raise click.Abort
        number = write(file, report)
    except ConfigError as error:
        raise click.UsageError(error.say(LANGUAGE)) from None
    click.echo(say(f"Written: {file} ({number}). Next time: a11ycheck --baseline {file} {' '.join(inputs)}",
                   f"Skrivet: {file} ({number}). Nästa gång: a11ycheck --baseline {file} {' '.join(inputs)}")
               )  # fmt: skip


take_options_of_check(baseline)
