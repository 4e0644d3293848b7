"""List the rules."""

from __future__ import annotations

import click

from a11ycheck.commands.completing import ruleset_names
from a11ycheck.commands.speech import HELP, LANGUAGE, LANGUAGES, say
from a11ycheck.outcome import Text


@click.command(context_settings=HELP, short_help=say("List the rules.", "Räkna upp reglerna."))
@click.option("--ruleset", metavar="NAME|FILE", shell_complete=ruleset_names)
@click.option("--language", type=click.Choice(LANGUAGES))
def rules(ruleset: str | None, language: str | None) -> None:
    """List the rules with their level under a ruleset, and the clauses they meet."""
    from a11ycheck import ruleset as rulesets
    from a11ycheck.job import clauses_anywhere
    from a11ycheck.registry import all_rules, kinds_of_rules
    from a11ycheck.toml_file import ConfigError

    try:
        demands = rulesets.load(ruleset or rulesets.DEFAULT)
    except ConfigError as error:
        raise click.UsageError(error.say(LANGUAGE)) from None
    where = kinds_of_rules()
    for rule_id, made in all_rules().items():
        clauses = clauses_anywhere(made, where[rule_id])
        level = LEVEL_WORDS[demands.level(made, clauses).value].say(language or LANGUAGE)
        click.echo(f"{rule_id:45} {level:9} {made.title.say(language or LANGUAGE)}")


LEVEL_WORDS = {
    "required": Text("required", "krav"),
    "advice": Text("advice", "råd"),
    "off": Text("off", "av"),
}
