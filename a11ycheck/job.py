"""One document with all the rules that are put to it: plain data in, plain data out."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from a11ycheck.documents.content import Content
from a11ycheck.documents.facts import Facts, Found, string, whole
from a11ycheck.outcome import Box, Outcome, Status, Text, Value, Where, anchor, cannot_tell
from a11ycheck.registry import kind, rules_for
from a11ycheck.rule import Rule
from a11ycheck.trouble import REASONS, CouldNotCheck, Trouble

MOST_FINDINGS = 10_000
"""Findings kept for one rule in one document; all are counted. A report of more than this is read by nobody."""

RULE_BROKE = "rule-broke"
ENGINE_MESSAGES: Mapping[str, Text] = {
    RULE_BROKE: Text(
        "The check itself stopped with an error here: {error}",
        "Själva kontrollen avbröts av ett fel här: {error}",
    )
}
"""Messages of the engine itself, beside those of the rules."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in one place; passed targets are counted, not kept."""

    rule: str
    where: Where
    outcome: Outcome

    @property
    def key(self) -> str:
        """A digest of the rule, the thing and what was said of it. Position is no part of it, so an answer or a
        waiver still holds when something is inserted above."""
        said = sorted(self.outcome.data.items())
        return anchor(self.rule, self.where.anchor, self.outcome.message, *(str(part) for part in said))


@dataclass(frozen=True, slots=True)
class Count:
    """How many targets came out how, for one rule in one document; all zero means that it did not apply."""

    passed: int = 0
    failed: int = 0
    cannot_tell: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """One document: where it is (``path``, or ``data`` when it was found inside another), its kind, and the rules
    with their options."""

    source: str
    kind: str
    rules: Mapping[str, Mapping[str, Any]]
    path: str = ""
    data: bytes | None = None

    def to_json(self) -> dict[str, Any]:
        data = None if self.data is None else base64.b64encode(self.data).decode("ascii")
        rules = {rule_id: dict(options) for rule_id, options in self.rules.items()}
        return {"source": self.source, "kind": self.kind, "rules": rules, "path": self.path, "data": data}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Job:
        data = None if raw["data"] is None else base64.b64decode(raw["data"])
        return cls(raw["source"], raw["kind"], raw["rules"], raw["path"], data)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job. ``trouble`` says why the document could not be checked, or not to its end."""

    counts: Mapping[str, Count] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    facts: Facts | None = None
    found: tuple[Found, ...] = ()
    trouble: Trouble | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "counts": {rule_id: [c.passed, c.failed, c.cannot_tell] for rule_id, c in self.counts.items()},
            "findings": [
                {"rule": f.rule, "where": _where_to_json(f.where), "outcome": _outcome_to_json(f.outcome)}
                for f in self.findings
            ],
            "facts": asdict(self.facts) if self.facts else None,
            "found": [[f.name, base64.b64encode(f.data).decode("ascii")] for f in self.found],
            "trouble": [self.trouble.reason, self.trouble.detail] if self.trouble else None,
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any], job: Job) -> Result:
        """Read what came back through the fence.

        The sender has held a stranger's document, so every name is looked up and every type checked: ``ValueError``,
        ``KeyError`` or ``TypeError`` means that the result is not to be trusted.
        """
        return cls(
            counts={_known(rule_id, job): Count(*map(whole, c)) for rule_id, c in raw["counts"].items()},
            findings=tuple(
                Finding(
                    _known(f["rule"], job), _where_from_json(f["where"]), _outcome_from_json(f["outcome"])
                )
                for f in raw["findings"]
            ),
            facts=Facts.from_json(raw["facts"]) if raw["facts"] is not None else None,
            found=tuple(Found(string(name), base64.b64decode(data)) for name, data in raw["found"]),
            trouble=_trouble_from_json(raw["trouble"]),
        )


def rules_of(job: Job) -> dict[str, Rule]:
    """The rules that a job names, and others of the same folders."""
    return rules_for(
        job.kind, lambda beginning: not any(rule_id.startswith(beginning) for rule_id in job.rules)
    )


def run(job: Job, data: bytes) -> Result:
    """Open the document and put its rules to it. This is all that happens behind the fence."""
    rules = rules_of(job)
    try:
        model = kind(job.kind).open(data)
        facts, found = model.facts(), tuple(model.found())
    except CouldNotCheck as reason:
        return Result(trouble=reason.trouble)
    # What is said of a whole document is about this one: its name stands in for the digest of a thing in it.
    whole_document = anchor(job.source.rpartition("/")[2])
    counts: dict[str, Count] = {}
    findings: list[Finding] = []
    for rule_id, options in job.rules.items():
        made = rules[rule_id]
        view = model.content if made.document is Content else model  # type: ignore[attr-defined]
        tally: Counter[Status] = Counter()
        try:
            for target, outcome in made.apply(view, options):
                tally[outcome.status] += 1
                if (
                    outcome.status is not Status.PASSED
                    and tally.total() - tally[Status.PASSED] <= MOST_FINDINGS
                ):
                    where = target.where
                    place = where if where.anchor else replace(where, anchor=whole_document)
                    findings.append(Finding(rule_id, place, outcome))
        except CouldNotCheck as reason:
            return Result(counts, tuple(findings), facts, found, reason.trouble)
        except Exception as error:
            tally[Status.CANNOT_TELL] += 1
            told = cannot_tell(RULE_BROKE, error=f"{type(error).__name__}: {error}")
            findings.append(Finding(rule_id, Where(anchor=whole_document), told))
        counts[rule_id] = Count(tally[Status.PASSED], tally[Status.FAILED], tally[Status.CANNOT_TELL])
    unread = model.unread()
    return Result(
        counts, tuple(findings), facts, found, Trouble("not-read-whole", unread) if unread else None
    )


def _where_to_json(where: Where) -> dict[str, Any]:
    box = where.box
    return {
        "steps": [list(step) for step in where.steps],
        "anchor": where.anchor,
        "box": [box.page, box.left, box.top, box.right, box.bottom] if box else None,
    }


def _where_from_json(raw: Mapping[str, Any]) -> Where:
    steps = tuple((string(word), _name_or_number(value)) for word, value in raw["steps"])
    box = Box(whole(raw["box"][0]), *map(float, raw["box"][1:])) if raw["box"] is not None else None
    return Where(steps, string(raw["anchor"]), box)


def _outcome_to_json(outcome: Outcome) -> dict[str, Any]:
    return {
        "status": outcome.status.value,
        "message": outcome.message,
        "data": dict(outcome.data),
        "yes": _outcome_to_json(outcome.yes) if outcome.yes else None,
        "no": _outcome_to_json(outcome.no) if outcome.no else None,
    }


def _outcome_from_json(raw: Mapping[str, Any], *, future: bool = False) -> Outcome:
    # A question's futures are never questions themselves, so the depth is bounded here.
    yes, no = (None, None) if future else (raw["yes"], raw["no"])
    return Outcome(
        Status(raw["status"]),
        string(raw["message"]),
        {string(name): _value(value) for name, value in raw["data"].items()},
        _outcome_from_json(yes, future=True) if yes is not None else None,
        _outcome_from_json(no, future=True) if no is not None else None,
    )


def _trouble_from_json(raw: Any) -> Trouble | None:
    if raw is None:
        return None
    reason, detail = raw
    if reason not in REASONS:
        raise ValueError(f"unknown reason {reason!r}")
    return Trouble(reason, string(detail))


def _known(rule_id: Any, job: Job) -> str:
    if rule_id not in job.rules:
        raise ValueError(f"rule {rule_id!r} was not in the job")
    return string(rule_id)


def _name_or_number(value: Any) -> str | int:
    return value if isinstance(value, str) else whole(value)


def _value(value: Any) -> Value:
    return value if isinstance(value, float) else _name_or_number(value)
