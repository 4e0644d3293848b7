"""Say where results are remembered, and forget them."""

from __future__ import annotations

import click

from a11ycheck.commands.speech import HELP, LANGUAGE, say


@click.command(
    context_settings=HELP,
    short_help=say(
        "Say where results are remembered; a11ycheck cache clear forgets them.",
        "Säg var resultaten sparas; a11ycheck cache clear glömmer dem.",
    ),
)
@click.argument("what", type=click.Choice(["clear"]), required=False)
def cache(what: str | None) -> None:
    """Say where results are remembered and how much that is, or forget them all: `a11ycheck cache clear`."""
    from a11ycheck.cache import MOST, Cache, user_folder
    from a11ycheck.journal import clear

    folder = user_folder()
    if folder is None:
        click.echo(say("There is no folder for it: set A11YCHECK_CACHE.",
                       "Det finns ingen mapp för det: ange en i A11YCHECK_CACHE."))  # fmt: skip
        return
    results = Cache(folder)
    if what == "clear":
        gone = results.clear() + clear(folder)
        click.echo(say(f"Forgotten: {gone} ({folder})", f"Glömt: {gone} ({folder})"))
        return
    number, size = results.count()
    click.echo(say(f"Folder: {folder}", f"Mapp: {folder}"))
    click.echo(say(f"Results: {number}", f"Resultat: {number}"))
    click.echo(say(f"Size: {megabytes(size)} of at most {megabytes(MOST)} MB",
                   f"Storlek: {megabytes(size)} av högst {megabytes(MOST)} MB"))  # fmt: skip


def megabytes(size: int) -> str:
    written = f"{size / 1e6:.1f}".removesuffix(".0")
    return written.replace(".", ",") if LANGUAGE == "sv" else written
