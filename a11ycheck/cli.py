"""The command line. `a11ycheck INPUT...` with no sub-command is the check."""

from __future__ import annotations

from importlib import import_module

import click

from a11ycheck import __version__
from a11ycheck.commands.speech import HELP, LANGUAGE, say

USAGE_ERROR = 2
INTERRUPTED = 130

COMMANDS = (
    "check",
    "review",
    "answer",
    "baseline",
    "new",
    "fix",
    "rules",
    "explain",
    "doctor",
    "browser",
    "cache",
    "completion",
)
"""In the order of the help; each is the function of its name in a module of its name in ``commands``."""


class CheckByDefault(click.Group):
    """A group whose first word may be an input: then it is the check that is meant."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"a11ycheck.commands.{cmd_name}"), cmd_name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in (*COMMANDS, "--help", "-h", "--version"):
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One page: what it does, an example, the options of the check, and the other commands."""
        formatter.write_text(
            say(
                "a11ycheck: is this meeting accessible for everyone? It checks the documents of a digital meeting and "
                "gives one verdict.",
                "a11ycheck: är det här mötet tillgängligt för alla? Den kontrollerar dokumenten till ett digitalt möte "
                "och ger ett utslag.",
            )
        )
        formatter.write_paragraph()
        with formatter.section(say("Examples", "Exempel")):
            formatter.write_text("a11ycheck inbjudan.pdf" if LANGUAGE == "sv" else "a11ycheck invitation.pdf")
            formatter.write_text("a11ycheck --output html:report.html meeting/")
        check, *others = (command for name in COMMANDS if (command := self.get_command(ctx, name)))
        checking = click.Context(check, info_name="a11ycheck", parent=None)
        options = [
            record for option in check.get_params(checking) if (record := option.get_help_record(checking))
        ]
        with formatter.section(say("Options", "Väljare")):
            formatter.write_dl(options)
        with formatter.section(say("Other commands", "Andra kommandon")):
            formatter.write_dl([(command.name or "", command.get_short_help_str(90)) for command in others])
        formatter.write_paragraph()
        formatter.write_text(
            say(
                "Exit code: 0 passes, 1 does not pass, 2 wrong usage, 3 not decided yet.",
                "Slutkod: 0 godkänt, 1 inte godkänt, 2 fel användning, 3 inte avgjort än.",
            )
        )


@click.group(cls=CheckByDefault, context_settings=HELP)
@click.version_option(__version__, "--version", prog_name="a11ycheck")
def group() -> None:
    """a11ycheck."""


def main() -> None:
    """Run the command; errors of usage are one or two lines that name the argument, with exit code 2."""
    from a11ycheck.registry import ClashError

    try:
        group.main(standalone_mode=False, prog_name="a11ycheck")
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        raise SystemExit(USAGE_ERROR) from None
    except click.UsageError as error:
        click.echo(f"a11ycheck: {_plain(error)}", err=True)
        # The check's own help is that of the program.
        helped = error.ctx.command_path.removesuffix(" check") if error.ctx else "a11ycheck"
        click.echo(say(f"Help: {helped} --help", f"Hjälp: {helped} --help"), err=True)
        raise SystemExit(USAGE_ERROR) from None
    except ClashError as error:
        click.echo(f"a11ycheck: {error}", err=True)
        raise SystemExit(USAGE_ERROR) from None
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("Stopped.", "Avbrutet."), err=True)
        raise SystemExit(INTERRUPTED) from None


def _plain(error: click.UsageError) -> str:
    """What was wrong with the command, in the reader's language."""
    if isinstance(error, click.NoSuchOption):
        near = f" ({', '.join(error.possibilities)}?)" if error.possibilities else ""
        return say(
            f"There is no option {error.option_name}{near}", f"Väljaren {error.option_name} finns inte{near}"
        )
    if isinstance(error, click.BadOptionUsage):
        return say(
            f"The option {error.option_name} needs a value", f"Väljaren {error.option_name} behöver ett värde"
        )
    if isinstance(error, click.MissingParameter) and error.param is not None:
        option = isinstance(error.param, click.Option)
        context = error.ctx or click.Context(group)
        name = error.param.opts[0] if option else error.param.make_metavar(context)
        whole = " ".join((context.command_path, *context.command.collect_usage_pieces(context)))
        return say(f"{name} is missing: {whole}", f"{name} saknas: {whole}")
    if isinstance(error, click.BadParameter) and isinstance(error.param, click.Option):
        name, kind = error.param.opts[0], error.param.type
        if isinstance(kind, click.Choice):
            choices = ", ".join(map(repr, kind.choices))
            return say(f"{name} takes one of {choices}", f"{name} tar något av {choices}")
        if isinstance(kind, click.IntRange):
            return say(
                f"{name} takes a number from {kind.min} to {kind.max}",
                f"{name} tar ett tal från {kind.min} till {kind.max}",
            )
    return error.format_message()
