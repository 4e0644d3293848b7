"""Mend what is safe to mend, in a copy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from a11ycheck.commands.check import demands_of
from a11ycheck.commands.completing import ruleset_names
from a11ycheck.commands.speech import HELP, LANGUAGE, LANGUAGES, say
from a11ycheck.commands.writing import write


@click.command(
    context_settings=HELP,
    short_help=say("Mend what is safe to mend, in a copy.", "Rätta det som är säkert att rätta, i en kopia."),
    help=say(
        "Make a copy of a Word, PowerPoint, OpenDocument or calendar file in which title, language, header rows, empty "
        "headings, descriptions and time zones are mended where that is safe, and check it. The original is not "
        "touched.",
        "Gör en kopia av en fil från Word, PowerPoint, OpenDocument eller en kalender där titel, språk, rubrikrader, "
        "tomma rubriker, beskrivningar och tidszoner är rättade där det är säkert, och kontrollera den. Originalet "
        "ändras inte.",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--copy",
    required=True,
    type=click.Path(path_type=Path),
    help=say("Where the copy is written.", "Var kopian skrivs."),
)
@click.option(
    "--title",
    metavar="TEXT",
    default="",
    help=say("The document’s title (default: the one it shows, where that is certain).",
             "Dokumentets titel (förval: den som det visar, där den är säker)."),
)  # fmt: skip
@click.option(
    "--lang",
    metavar="CODE",
    default="",
    help=say("Its language, such as sv or en-GB, where it states none (default: the text’s, where that is certain).",
             "Dess språk, till exempel sv eller en-GB, där det inte anges (förval: textens, där det är säkert)."),
)  # fmt: skip
@click.option(
    "--force", is_flag=True, help=say("Replace a copy that is there.", "Ersätt en kopia som finns.")
)
@click.option(
    "--ruleset",
    metavar="NAME|FILE",
    shell_complete=ruleset_names,
    help=say("What the copy is checked by.", "Vad kopian kontrolleras mot."),
)
@click.option(
    "--language", type=click.Choice(LANGUAGES), help=say("Language of the report.", "Rapportens språk.")
)
def fix(file: Path, copy: Path, title: str, lang: str, force: bool, **options: Any) -> None:
    """Mend what is safe to mend, in a copy, and check the copy."""
    from a11ycheck import config
    from a11ycheck.check import check as run_check
    from a11ycheck.mending import CannotMend, Wishes
    from a11ycheck.mending.mend import mended, write_copy
    from a11ycheck.mending.words import refusal, told
    from a11ycheck.toml_file import ConfigError
    from a11ycheck.trouble import CouldNotCheck
    from a11ycheck.verdict import EXIT_CODES, Verdict

    _refuse_copy(file, copy, force=force)
    wishes = Wishes(_title_given(title), _language_given(lang))
    try:
        chosen = {**config.load(Path.cwd()), **{name: value for name, value in options.items() if value}}
        ruleset = demands_of(chosen)
        language = chosen.get("language") or LANGUAGE
        data, plan = mended(file, wishes)
        write_copy(data, copy)
    except ConfigError as error:
        raise click.UsageError(error.say(LANGUAGE)) from None
    except OSError as error:
        raise click.UsageError(f"--copy {copy}: {error.strerror}") from None
    except (CannotMend, CouldNotCheck) as reason:
        click.echo(refusal(reason, str(file)).say(language), err=True)
        raise SystemExit(EXIT_CODES[Verdict.UNDECIDED]) from None
    click.echo(told(plan, str(copy), language))
    report = run_check([str(copy)], ruleset)
    write(report, "text", "-", language)
    raise SystemExit(EXIT_CODES[report.verdict])


def _refuse_copy(file: Path, copy: Path, *, force: bool) -> None:
    """The original is never written to, and nothing else is overwritten unasked."""
    if copy.is_dir():
        raise click.UsageError(say(f"--copy {copy} is a folder: name the file too",
                                   f"--copy {copy} är en mapp: ange även filens namn"))  # fmt: skip
    if copy.absolute() == file.absolute() or (file.exists() and copy.exists() and copy.samefile(file)):
        raise click.UsageError(say(f"--copy {copy} is the original, which is never changed: choose another name",
                                   f"--copy {copy} är originalet, som aldrig ändras: välj ett annat namn"))  # fmt: skip
    if copy.suffix.casefold() != file.suffix.casefold():
        raise click.UsageError(say(f"--copy {copy}: let the name end in {file.suffix}, as the copy is of that kind",
                                   f"--copy {copy}: låt namnet sluta på {file.suffix}, för kopian är av den sorten")
                               )  # fmt: skip
    if not force and (copy.exists() or copy.is_symlink()):
        raise click.UsageError(say(f"--copy {copy} is there already: choose another name, or --force to replace it",
                                   f"--copy {copy} finns redan: välj ett annat namn, eller --force för att ersätta")
                               )  # fmt: skip


def _title_given(title: str) -> str:
    title = " ".join(title.split())
    if not title.isprintable():
        raise click.UsageError(say("--title holds a sign that cannot be shown",
                                   "--title innehåller ett tecken som inte går att visa"))  # fmt: skip
    return title


def _language_given(code: str) -> str:
    from a11ycheck.text.language import is_language_tag, known_primary

    if code and not (is_language_tag(code) and known_primary(code)):
        raise click.UsageError(say(f"--lang {code}: write it as sv or en-GB",
                                   f"--lang {code}: skriv som sv eller en-GB"))  # fmt: skip
    return code
