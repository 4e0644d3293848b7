"""Print the completion script for a shell."""

from __future__ import annotations

import click

from a11ycheck.commands.speech import HELP, say


@click.command(
    context_settings=HELP,
    short_help=say(
        "Print the completion script for a shell.", "Skriv ut kompletteringsskriptet för ett skal."
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that completes a11ycheck's words: `eval "$(a11ycheck completion bash)"`."""
    from click.shell_completion import get_completion_class

    from a11ycheck.cli import group

    script = get_completion_class(shell)
    assert script is not None
    click.echo(script(group, {}, "a11ycheck", "_A11YCHECK_COMPLETE").source())
