"""Answer a question from the terminal."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from a11ycheck.commands.speech import HELP, LANGUAGE, say

WORDS = {"yes": True, "ja": True, "no": False, "nej": False, "unsure": None, "osäker": None}


@click.command(
    context_settings=HELP,
    short_help=say(
        "Answer a question: a11ycheck answer KEY yes --by NAME.",
        "Besvara en fråga: a11ycheck answer NYCKEL ja --by NAMN.",
    ),
    help=say(
        "Answer the question with this KEY, which the report names. The answer is written to answers.toml beside "
        "MEETING (a manifest or a folder; default: where you are), and holds until the thing it is about changes. One "
        "who is unsure leaves the question open for the next.",
        "Besvara frågan med nyckeln KEY, som står i rapporten. Svaret skrivs i answers.toml bredvid MEETING (ett "
        "manifest eller en mapp; förval: där du är) och gäller tills det som frågan handlar om ändras. Den som är "
        "osäker lämnar frågan öppen för nästa.",
    ),
)
@click.argument("key")
@click.argument("answer", type=click.Choice(list(WORDS)))
@click.argument("meeting", default="", required=False)
@click.option("--by", required=True, metavar="NAME", help=say("Who answers.", "Vem som svarar."))
@click.option(
    "--remark", default="", metavar="TEXT", help=say("Why, or what was seen.", "Varför, eller vad du såg.")
)
@click.option(
    "--answers",
    metavar="FILE",
    help=say("Where the answers are kept.", "Var svaren finns."),
)
def answer(key: str, answer: str, meeting: str, by: str, remark: str, answers: str | None) -> None:
    """Write one answer."""
    from a11ycheck.answers_file import KEY, LONGEST_NAME, LONGEST_REMARK, opened
    from a11ycheck.commands.check import answers_path, asked_for
    from a11ycheck.decisions import Answer
    from a11ycheck.toml_file import ConfigError

    if not KEY.fullmatch(key):
        raise click.UsageError(say(f"“{key}” is no key: it has 16 signs, 0–9 and a–f, and stands in the report",
                                   f"”{key}” är ingen nyckel: den har 16 tecken, 0–9 och a–f, och står i rapporten")
                               )  # fmt: skip
    by, remark = by.strip(), remark.strip()
    if not by or len(by) > LONGEST_NAME:
        raise click.UsageError(say(f"--by needs a name of at most {LONGEST_NAME} signs",
                                   f"--by behöver ett namn på högst {LONGEST_NAME} tecken"))  # fmt: skip
    if len(remark) > LONGEST_REMARK:
        raise click.UsageError(say(f"--remark may have {LONGEST_REMARK} signs",
                                   f"--remark får ha {LONGEST_REMARK} tecken"))  # fmt: skip
    if meeting and not Path(meeting).exists():
        raise click.UsageError(say(f"{meeting}: there is no such file or folder", f"{meeting}: finns inte"))
    path = answers_path(asked_for([meeting] if meeting else [], [], {"answers": answers}))
    if path.is_dir() or not path.parent.is_dir():
        raise click.UsageError(say(f"{path}: there is no such folder", f"{path}: mappen finns inte"))
    try:
        with opened(path) as file:
            before = file.answer(key)
            file.put(Answer(key, WORDS[answer], by, datetime.date.today(), remark))
    except ConfigError as error:
        raise click.UsageError(error.say(LANGUAGE)) from None
    if before is not None and before.by != by:
        click.echo(say(f"In place of the answer by {before.by}.", f"I stället för svaret av {before.by}."))
    click.echo(say(f"Written: {path}", f"Skrivet: {path}"))
