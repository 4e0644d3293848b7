"""What people have decided about single findings: answers and waivers, each in a file of its own."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from a11ycheck.rule import Rule
from a11ycheck.toml_file import ConfigError, day_in, read_toml, refuse_unknown, tables, text_in


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer to a question; it holds for the key, so it stops holding when the thing changes."""

    key: str
    yes: bool
    by: str
    on: datetime.date


@dataclass(frozen=True, slots=True)
class Waiver:
    """A fault that is accepted until a day, by someone, for a reason.

    It names a ``rule``, a ``finding`` (the beginning of its key, at least 6 characters) or both, and may be narrowed to
    ``source`` (a pattern over file names).
    """

    reason: str
    by: str
    until: datetime.date
    rule: str = ""
    finding: str = ""
    source: str = "*"

    def covers(self, rule: Rule, key: str, source: str) -> bool:
        """Is this the waiver's fault? Whether it has run out is asked apart, with ``has_run_out``."""
        return (
            self.rule in ("", rule.id, *rule.was)
            and key.startswith(self.finding)
            and (fnmatchcase(source, self.source) or fnmatchcase(Path(source).name, self.source))
        )

    def has_run_out(self, today: datetime.date) -> bool:
        """The last day counts as covered."""
        return today > self.until


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people have decided, and the day that counts as today for waivers."""

    answers: Sequence[Answer] = ()
    waivers: Sequence[Waiver] = ()
    today: datetime.date = field(default_factory=datetime.date.today)

    def answer_to(self, key: str) -> Answer | None:
        return next((answer for answer in self.answers if answer.key == key), None)

    def waiver_for(self, rule: Rule, key: str, source: str) -> Waiver | None:
        """The waiver that holds today; one that has run out counts as none."""
        covering = (waiver for waiver in self.waivers if waiver.covers(rule, key, source))
        return next((waiver for waiver in covering if not waiver.has_run_out(self.today)), None)


def load_answers(path: Path) -> list[Answer]:
    """Read ``[[answer]]`` tables: key, yes, by, on. Raises ``ConfigError``; two answers to one key must agree."""
    answers: dict[str, Answer] = {}
    for place, raw in _only_tables(path, "answer"):
        refuse_unknown(place, raw, ("key", "yes", "by", "on"))
        yes = raw.get("yes")
        if not isinstance(yes, bool):
            raise ConfigError(f"{place}: yes must be true or false")
        made = Answer(text_in(place, raw, "key"), yes, text_in(place, raw, "by"), day_in(place, raw, "on"))
        if made.key in answers and answers[made.key].yes != made.yes:
            raise ConfigError(f"{place}: the key {made.key} is answered both yes and no")
        answers[made.key] = made
    return list(answers.values())


def load_waivers(path: Path) -> list[Waiver]:
    """Read ``[[waiver]]`` tables: rule and/or finding, reason, by, until, and source. Raises ``ConfigError``."""
    waivers = []
    for place, raw in _only_tables(path, "waiver"):
        refuse_unknown(place, raw, ("rule", "finding", "source", "reason", "by", "until"))
        rule, finding = raw.get("rule", ""), raw.get("finding", "")
        if not rule and not finding:
            raise ConfigError(f"{place}: name a rule, a finding, or both")
        if finding and len(finding) < 6:
            raise ConfigError(f"{place}: finding must be at least 6 characters of the key")
        source = text_in(place, raw, "source") if "source" in raw else "*"
        reason, by = text_in(place, raw, "reason"), text_in(place, raw, "by")
        waivers.append(Waiver(reason, by, day_in(place, raw, "until"), rule, finding, source))
    return waivers


def _only_tables(path: Path, name: str) -> list[tuple[str, dict[str, Any]]]:
    raw = read_toml(path)
    refuse_unknown(path, raw, (name,))
    return tables(path, raw, name)
