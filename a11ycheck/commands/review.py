"""Answer the questions of a report in a browser."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from typing import Any

import click

from a11ycheck.commands.check import answers_path, asked_for, decisions_of, run, take_options_of_check
from a11ycheck.commands.speech import HELP, LANGUAGE, say


@click.command(
    context_settings=HELP,
    short_help=say("Answer the questions in a browser.", "Besvara frågorna i webbläsaren."),
    help=say(
        "Check the documents and open the report in a browser, with a form beneath each question. The answers are "
        "written to answers.toml beside the meeting as they are saved, and hold until the thing they are about "
        "changes. Only this machine can reach the page. Ctrl-C ends the review; the exit code is then that of the "
        "verdict.",
        "Kontrollera dokumenten och öppna rapporten i webbläsaren, med ett formulär under varje fråga. Svaren skrivs i "
        "answers.toml bredvid mötet när de sparas, och gäller tills det de handlar om ändras. Bara den här datorn "
        "kommer åt sidan. Ctrl-C avslutar granskningen; slutkoden är då utslagets.",
    ),
)
@click.argument("inputs", nargs=-1, metavar="MEETING|INPUT...", type=click.Path())
@click.option("--no-open", is_flag=True, help=say("Do not open the browser.", "Öppna inte webbläsaren."))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help=say(
        "The port to serve on (default: any that is free).", "Porten för sidan (förval: en som är ledig)."
    ),
)
def review(inputs: tuple[str, ...], no_open: bool, port: int, **options: Any) -> None:
    """Check, and serve the report with its questions."""
    if not (find_spec("starlette") and find_spec("uvicorn")):
        how = 'pip install "a11ycheck[web]"'
        raise click.UsageError(say(f"The review needs Starlette and uvicorn. Get them: {how}",
                                   f"Granskningen behöver Starlette och uvicorn. Skaffa dem: {how}"))  # fmt: skip
    from a11ycheck.commands.writing import one_line
    from a11ycheck.decisions import load_answers
    from a11ycheck.review.reviewing import Review
    from a11ycheck.review.server import serve
    from a11ycheck.toml_file import ConfigError
    from a11ycheck.verdict import EXIT_CODES

    asked = asked_for(inputs, (), options)
    path = answers_path(asked)
    # The answers are the review's own: the file may not be there yet.
    unanswered = replace(asked, chosen={**asked.chosen, "answers": None})
    try:
        if path.exists():
            load_answers(path)
        decisions = decisions_of(unanswered.chosen)
    except ConfigError as error:
        raise click.UsageError(error.say(LANGUAGE)) from None
    checked = run(unanswered, show=True)
    if checked.stopped:
        raise click.Abort
    made = Review(checked, decisions, path, asked.language)

    def ready(address: str) -> None:
        click.echo(one_line(made.state().report, asked.language))
        click.echo(say(f"Answers: {path}", f"Svar: {path}"))
        click.echo(say(f"Review: {address} (Ctrl-C ends it)", f"Granskning: {address} (Ctrl-C avslutar)"))
        if not no_open:
            import webbrowser

            webbrowser.open(address)

    try:
        serve(made, port, ready)
    except KeyboardInterrupt:
        pass
    except OSError as error:
        raise click.UsageError(f"--port {port}: {error.strerror}") from None
    report = made.state().report
    click.echo(one_line(report, asked.language))
    raise SystemExit(EXIT_CODES[report.verdict])


take_options_of_check(review)
