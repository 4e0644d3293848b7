"""Explain a rule."""

from __future__ import annotations

import click

from a11ycheck.commands.completing import rule_ids
from a11ycheck.commands.speech import HELP, LANGUAGE, LANGUAGES, say


@click.command(
    context_settings=HELP,
    short_help=say(
        "Explain a rule: why, who, how to mend it.", "Förklara en regel: varför, vem, hur man rättar."
    ),
)
@click.argument("rule", shell_complete=rule_ids)
@click.option("--language", type=click.Choice(LANGUAGES))
def explain(rule: str, language: str | None) -> None:
    """Print a rule's page."""
    from a11ycheck.job import clauses_anywhere
    from a11ycheck.registry import all_rules, kinds_of_rules
    from a11ycheck.rule_page import page

    known = all_rules()
    made = known.get(rule) or next((one for one in known.values() if rule in one.was), None)
    if made is None:
        from difflib import get_close_matches

        near = ", ".join(get_close_matches(rule, known, n=3, cutoff=0.4)) or ", ".join(list(known)[:3])
        raise click.UsageError(
            say(
                f"There is no rule “{rule}”. Did you mean: {near}? All: a11ycheck rules",
                f"Det finns ingen regel ”{rule}”. Menade du: {near}? Alla: a11ycheck rules",
            )
        )
    kinds = kinds_of_rules()[made.id]
    click.echo(page(made, kinds, clauses_anywhere(made, kinds), language or LANGUAGE), nl=False)
