"""Show versions and what is installed."""

from __future__ import annotations

import click

from a11ycheck.commands.speech import HELP, LANGUAGE, say


@click.command(
    context_settings=HELP,
    short_help=say("Show versions and what is installed.", "Visa versioner och vad som är installerat."),
)
def doctor() -> None:
    """Show the versions that results depend on, and whether the fence holds here."""
    from a11ycheck.doctor import examine

    healthy = True
    for finding in examine():
        healthy = healthy and finding.well
        sign = "✓" if finding.well else "✕"
        click.echo(f"{sign} {finding.what.say(LANGUAGE)}: {finding.state.say(LANGUAGE)}")
    raise SystemExit(0 if healthy else 1)
