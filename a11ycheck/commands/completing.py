"""Words that the shell completes."""

from __future__ import annotations

import click


def rule_ids(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from a11ycheck.registry import all_rules

    return [rule_id for rule_id in all_rules() if rule_id.startswith(incomplete)]


def ruleset_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from a11ycheck import ruleset

    return [name for name in ruleset.names() if name.startswith(incomplete)]
