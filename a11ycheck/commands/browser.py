"""Get a browser."""

from __future__ import annotations

import click

from a11ycheck.commands.speech import HELP, say


@click.command(
    context_settings=HELP,
    short_help=say(
        "Get a browser: a11ycheck browser install.", "Skaffa en webbläsare: a11ycheck browser install."
    ),
)
@click.argument("what", type=click.Choice(["install"]))
def browser(what: str) -> None:
    """Get the browser that web pages are checked with: Playwright's Chromium, about 200 MB."""
    from a11ycheck.documents.page.browser import ON_DEBIAN, install, installed

    found = installed()
    if found:
        click.echo(say(f"There is one already: {found}", f"Det finns redan en: {found}"))
        return
    try:
        done = install()
    except ImportError:
        how = 'pip install "a11ycheck[web]"'
        missing = say(f"Playwright is missing. Get it: {how}", f"Playwright saknas. Skaffa det: {how}")
        raise click.UsageError(missing) from None
    if not done:
        click.echo(say(f"The browser could not be downloaded. On Debian and Ubuntu: {ON_DEBIAN}",
                       f"Webbläsaren gick inte att ladda ner. I Debian och Ubuntu: {ON_DEBIAN}"), err=True)  # fmt: skip
        raise SystemExit(1)
