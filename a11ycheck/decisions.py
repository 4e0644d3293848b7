"""What people have decided about single findings: answers and waivers, each in a file of its own."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from a11ycheck.rule import Rule
from a11ycheck.toml_file import (
    ConfigError,
    day_in,
    matches_name,
    parsed,
    read_text,
    refuse_unknown,
    tables,
    text_in,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer to a question; it holds for the key, so it stops holding when the thing changes.

    ``yes`` is None where the person was unsure: the question is asked again.
    """

    key: str
    yes: bool | None
    by: str
    on: datetime.date
    remark: str = ""


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
            and matches_name(source, self.source)
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
    _by_key: Mapping[str, Answer] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {answer.key: answer for answer in self.answers})

    def answer_to(self, key: str) -> Answer | None:
        """The answer yes or no; one who was unsure has not answered."""
        answer = self._by_key.get(key)
        return answer if answer is not None and answer.yes is not None else None

    def unsure_of(self, key: str) -> Answer | None:
        """What someone said who was unsure of it."""
        answer = self._by_key.get(key)
        return answer if answer is not None and answer.yes is None else None

    def waiver_for(self, rule: Rule, key: str, source: str) -> Waiver | None:
        """The waiver that holds today; one that has run out counts as none."""
        covering = (waiver for waiver in self.waivers if waiver.covers(rule, key, source))
        return next((waiver for waiver in covering if not waiver.has_run_out(self.today)), None)


def load_answers(path: Path) -> list[Answer]:
    """Read ``[[answer]]`` tables: key, yes (or unsure), by, on, and remark. Raises ``ConfigError``; two answers to one
    key must agree, and one who was unsure gives way to one who was not."""
    return answers_in(path, read_text(path))


def answers_in(path: Path, text: str) -> list[Answer]:
    """What the text of the file ``path`` answers, as ``load_answers`` does."""
    answers: dict[str, Answer] = {}
    places: dict[str, str] = {}
    for place, raw in _only_tables(path, text, "answer"):
        made = _answer(place, raw)
        before = answers.get(made.key)
        if before is not None and before.yes is not None:
            if made.yes is None:
                continue
            if made.yes != before.yes:
                raise ConfigError(
                    f"{place}: the key {made.key} is answered both yes and no: {places[made.key]}",
                    f"{place}: nyckeln {made.key} har både ja och nej till svar: {places[made.key]}",
                )
        answers[made.key], places[made.key] = made, place
    return list(answers.values())


def _answer(place: str, raw: Mapping[str, Any]) -> Answer:
    refuse_unknown(place, raw, ("key", "yes", "unsure", "by", "on", "remark"))
    yes = raw.get("yes")
    if "unsure" in raw:
        if raw["unsure"] is not True or yes is not None:
            raise ConfigError(
                f"{place}: write either yes = true, yes = false or unsure = true",
                f"{place}: skriv antingen yes = true, yes = false eller unsure = true",
            )
    elif not isinstance(yes, bool):
        raise ConfigError(
            f"{place}: yes must be true or false; or write unsure = true",
            f"{place}: yes ska vara true eller false; eller skriv unsure = true",
        )
    remark = text_in(place, raw, "remark") if "remark" in raw else ""
    return Answer(
        text_in(place, raw, "key"), yes, text_in(place, raw, "by"), day_in(place, raw, "on"), remark
    )


def load_waivers(path: Path) -> list[Waiver]:
    """Read ``[[waiver]]`` tables: rule and/or finding, reason, by, until, and source. Raises ``ConfigError``, also
    for two waivers of the same thing: which of their last days would hold?"""
    waivers: dict[tuple[str, str, str], Waiver] = {}
    places: dict[tuple[str, str, str], str] = {}
    for place, raw in _only_tables(path, read_text(path), "waiver"):
        refuse_unknown(place, raw, ("rule", "finding", "source", "reason", "by", "until"))
        rule = text_in(place, raw, "rule") if "rule" in raw else ""
        finding = text_in(place, raw, "finding") if "finding" in raw else ""
        if not rule and not finding:
            raise ConfigError(
                f"{place}: name a rule, a finding, or both", f"{place}: ange rule, finding eller båda"
            )
        if finding and len(finding) < 6:
            raise ConfigError(
                f"{place}: finding must be at least 6 characters of the key",
                f"{place}: finding ska vara minst 6 tecken av nyckeln",
            )
        source = text_in(place, raw, "source") if "source" in raw else "*"
        reason, by = text_in(place, raw, "reason"), text_in(place, raw, "by")
        what = (rule, finding, source)
        if what in waivers:
            raise ConfigError(
                f"{place}: the same is waived already: {places[what]}",
                f"{place}: samma sak har redan ett undantag: {places[what]}",
            )
        waivers[what] = Waiver(reason, by, day_in(place, raw, "until"), rule, finding, source)
        places[what] = place
    return list(waivers.values())


def _only_tables(path: Path, text: str, name: str) -> Iterable[tuple[str, dict[str, Any]]]:
    raw = parsed(path, text)
    refuse_unknown(path, raw, (name,))
    return tables(path, raw, name, text)
