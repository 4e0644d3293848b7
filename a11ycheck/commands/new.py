"""Write down a meeting: what its documents are, in a file that a person goes on with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from a11ycheck.commands.speech import HELP, LANGUAGE, LANGUAGES, say
from a11ycheck.outcome import Text

if TYPE_CHECKING:
    import datetime

    from a11ycheck.check import Report


NOT_KNOWN = Text("role not known", "okänd roll")


@click.command(
    context_settings=HELP,
    short_help=say("Write meeting.toml for a folder.", "Skriv meeting.toml för en mapp."),
    help=say(
        "Look through the documents in FOLDER and write FOLDER/meeting.toml, with the meeting’s name and day and what "
        "each document is. Read it, put right what is wrong, and check the meeting with: a11ycheck FOLDER",
        "Gå igenom dokumenten i FOLDER och skriv FOLDER/meeting.toml, med mötets namn och dag och vad varje dokument "
        "är. Läs den, rätta det som blev fel och kontrollera mötet med: a11ycheck FOLDER",
    ),
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--language", type=click.Choice(LANGUAGES), help=say("Language of the text.", "Språk för texten.")
)
def new(folder: Path, language: str | None) -> None:
    """Write the manifest of the meeting whose documents lie in a folder."""
    from dataclasses import replace

    from a11ycheck import manifest, ruleset
    from a11ycheck.check import check
    from a11ycheck.occasion import ROLE_WORDS

    language = language or LANGUAGE
    path = folder / manifest.NAME
    if not folder.is_dir():
        raise click.UsageError(say(f"{folder} is no folder", f"{folder} är ingen mapp"))
    if path.exists():
        raise click.UsageError(say(f"{path} is there already", f"{path} finns redan"))
    # Opening the documents gives their facts; no rule is put.
    report = check([str(folder)], replace(ruleset.load(ruleset.DEFAULT), select=()))
    materials = [
        manifest.Material(
            str(Path(document.source.name).relative_to(folder)),
            document.facts.role if document.facts else "",
        )
        for document in report.documents
        if not document.source.found_in and document.source.kind
    ]
    if not materials:
        raise click.UsageError(say(f"{folder} holds no documents", f"{folder} innehåller inga dokument"))
    try:
        path.write_text(
            manifest.written(_name(report) or folder.resolve().name, _date(report), materials), "utf-8"
        )
    except OSError as error:
        raise click.UsageError(f"{path}: {error.strerror}") from None
    for material in materials:
        words = ROLE_WORDS.get(material.role, NOT_KNOWN)
        click.echo(f"{material.place}: {words.say(language)}")
    click.echo(say(f"Written: {path}. Check the meeting: a11ycheck {folder}",
                   f"Skrivet: {path}. Kontrollera mötet: a11ycheck {folder}"))  # fmt: skip


def _name(report: Report) -> str:
    """The title of the document that calls to the meeting."""
    from a11ycheck.documents.facts import CALLING

    facts = [document.facts for document in report.documents if document.facts]
    return next((one.title for one in facts if one.role in CALLING and one.title.strip()), "")


def _date(report: Report) -> datetime.date | None:
    """The day that most documents give; None where none does."""
    import datetime
    from collections import Counter

    days = Counter(
        when.start[:10]
        for document in report.documents
        if document.facts
        for when in document.facts.times[:1]
    )
    return datetime.date.fromisoformat(days.most_common(1)[0][0]) if days else None
