"""The report as SARIF 2.1.0 (OASIS, 2020), for code scanning. See docs/formats.md.

Sections in comments are those of the standard.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from a11ycheck.check import DocumentReport, Report
from a11ycheck.job import RULE_BROKE
from a11ycheck.outcome import Where
from a11ycheck.reports.for_programs import (
    LARGEST,
    MORE,
    Files,
    RulePutAnywhere,
    Standing,
    address,
    clause_address,
    decided,
    how_to_mend,
    rules_put,
    standing,
    that_fit,
)
from a11ycheck.reports.json import dumped
from a11ycheck.reports.summary import message, where_said
from a11ycheck.reports.words import WORDS, sentence, shortened, visible
from a11ycheck.ruleset import Level
from a11ycheck.verdict import Judgement

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_TAGS = 20
"""Tags of one rule: code scanning refuses more."""
MOST_NOTIFICATIONS = 1_000
LEVELS = ("error", "warning", "note")
RESULTS = "a11ycheck:results"
"""Stands for the results until they are put in, each already written."""

NO_RULES = "no-requirement"


def write(report: Report, language: str) -> str:
    """Return the report as SARIF, the worst results first; what does not fit in 5 MB is counted in a notification."""
    return _Writer(report, language).written()


class _Writer:
    def __init__(self, report: Report, language: str) -> None:
        self.report = report
        self.language = language
        self.files = Files(report)
        self.rules = rules_put(report)
        self.index = {rule_id: number for number, rule_id in enumerate(self.rules)}

    def written(self) -> str:
        results = sorted(self.results(), key=_rank)
        room = LARGEST - len(self.log(0).encode("utf-8", "replace"))
        fitting, left_out = that_fit((dumped(result) for result in results), room)
        before, _, after = self.log(left_out).rpartition(f'"{RESULTS}"')
        return f"{before}[{','.join(fitting)}]{after}\n"

    def log(self, left_out: int) -> str:
        """The report with ``RESULTS`` where the results belong."""
        return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [self.run(left_out)]})

    def run(self, left_out: int) -> dict[str, Any]:
        versions = self.report.versions()
        unchecked = list(self.unchecked())
        notifications = [
            *unchecked[:MOST_NOTIFICATIONS],
            *self.more(left_out + max(0, len(unchecked) - MOST_NOTIFICATIONS)),
        ]
        return {
            "tool": {
                "driver": {
                    "name": "a11ycheck",
                    "version": versions.get("a11ycheck", ""),
                    "language": self.language,
                    "rules": [self.rule(put) for put in self.rules.values()],
                    "properties": {"versions": versions},
                }
            },
            # Code scanning keeps apart what is uploaded under different ids.
            "automationDetails": {"id": f"a11ycheck/{self.report.ruleset.name}/"},
            "invocations": [
                {
                    "executionSuccessful": not any(notice["level"] == "error" for notice in notifications),
                    "toolExecutionNotifications": notifications,
                    "toolConfigurationNotifications": [
                        {"level": "warning", "message": {"text": visible(note.say(self.language))}}
                        for note in self.report.notes
                    ],
                }
            ],
            "columnKind": "unicodeCodePoints",
            "properties": {
                "verdict": self.report.verdict.value,
                "ruleset": self.report.ruleset.name,
                "documents": len(self.report.documents),
            },
            "results": RESULTS,
        }

    def rule(self, put: RulePutAnywhere) -> dict[str, Any]:
        told: dict[str, Any] = {
            "id": put.id,
            "shortDescription": {"text": put.title(self.language)},
            "defaultConfiguration": {"level": "error" if put.level is Level.REQUIRED else "note"},
            "properties": {"tags": ["accessibility", *put.clauses][:MOST_TAGS]},
        }
        if put.rule is not None:
            why, steps = visible(put.rule.why.say(self.language)), how_to_mend(put.rule, self.language)
            clauses = ", ".join(put.clauses)
            told["fullDescription"] = {"text": why}
            told["help"] = {
                "text": "\n\n".join(filter(None, (why, *map(visible, steps), clauses))),
                "markdown": "\n\n".join(
                    filter(None, (why, "\n".join(f"- {visible(step)}" for step in steps), clauses))
                ),
            }
        if helps := next(filter(None, map(clause_address, put.clauses)), ""):
            told["helpUri"] = helps
        return told

    def results(self) -> Iterator[dict[str, Any]]:
        for part in self.report.all_parts():
            seen: Counter[str] = Counter()
            for judged in part.judgements:
                if judged.outcome.message == RULE_BROKE:
                    continue  # told as a notification: nothing was found
                seen[judged.finding.key] += 1
                yield self.result(part, judged, seen[judged.finding.key])

    def result(self, part: DocumentReport, judged: Judgement, number: int) -> dict[str, Any]:
        stands, key = standing(judged), judged.finding.key
        place = where_said(judged.finding.where, self.language)
        said = message(judged, self.language)
        inside = ", ".join(filter(None, (shortened(self.files.inside(part)), place)))
        if inside:
            said = f"{said} {WORDS['where'].say(self.language)}: {inside}."
        suppressed = stands in (Standing.WAIVED, Standing.SETTLED)
        beside = decided(judged, self.language)
        if beside and not suppressed:
            said = f"{said} {beside}"
        return {
            "ruleId": judged.rule.id,
            "ruleIndex": self.index[judged.rule.id],
            "level": _level(judged),
            "message": {"text": _plain(said)},
            "locations": self.locations(part, judged),
            # The second is the one that code scanning looks at; things that are the same are counted.
            "partialFingerprints": {"finding/v1": key, "primaryLocationLineHash": f"{key}:{number}"},
            # All results have it, or none (3.27.23): one without is not known to be suppressed or not.
            "suppressions": [{"kind": "external", "justification": beside}] if suppressed else [],
            "properties": {"standing": stands.value, **_place(judged.finding.where)},
        }

    def locations(self, part: DocumentReport, judged: Judgement | None = None) -> list[dict[str, Any]]:
        location: dict[str, Any] = {}
        if file := self.files.name(part, judged):
            uri = address(file)
            base = {} if re.match(r"[a-z]+:", uri) else {"uriBaseId": "%SRCROOT%"}
            steps = judged.finding.where.steps if judged else ()
            lines = [
                value for word, value in steps if word == "line" and isinstance(value, int) and value > 0
            ]
            location["physicalLocation"] = {
                "artifactLocation": {"uri": uri, **base},
                # A page or a picture has no line, but code scanning shows no result without one.
                "region": {"startLine": lines[-1] if lines else 1},
            }
        names = [self.files.inside(part)] if self.files.inside(part) else []
        if judged is not None:
            names += [f"{word} {value}".strip() for word, value in judged.finding.where.steps]
        if names:
            location["logicalLocations"] = [
                {"fullyQualifiedName": "/".join(map(shortened, names)), "kind": _kind(judged)}
            ]
        return [location] if location else []

    def unchecked(self) -> Iterator[dict[str, Any]]:
        """What could not be checked: documents, and rules that stopped with an error."""
        for part in self.report.all_parts():
            if part.trouble is not None:
                detail = f" ({shortened(part.trouble.detail)})" if part.trouble.detail else ""
                said = f"{shortened(part.source.name)}: {part.trouble.say(self.language)}{detail}"
                yield self.notification("error", said, part.trouble.reason, self.locations(part))
            elif not part.rules:
                said = f"{shortened(part.source.name)}: {WORDS['no_rules'].say(self.language)}"
                yield self.notification("warning", said, NO_RULES, self.locations(part))
            for judged in part.judgements:
                if judged.outcome.message == RULE_BROKE:
                    said = f"{shortened(part.source.name)}: {message(judged, self.language)}"
                    broke = self.notification("error", said, RULE_BROKE, self.locations(part))
                    rule = {"id": judged.rule.id, "index": self.index[judged.rule.id]}
                    yield broke | {"associatedRule": rule}

    def more(self, left_out: int) -> Iterator[dict[str, Any]]:
        if left_out:
            said = sentence(MORE.say(self.language, {"number": left_out}))
            yield self.notification("warning", said, "more", [])

    def notification(self, level: str, said: str, what: str, locations: list[Any]) -> dict[str, Any]:
        return {
            "descriptor": {"id": what},
            "level": level,
            "message": {"text": _plain(visible(said))},
            "locations": locations,
        }


def _level(judged: Judgement) -> str:
    stands = standing(judged)
    if stands is Standing.WAIVED:
        return "error" if judged.level is Level.REQUIRED else "note"
    if stands is Standing.MEND:
        return "error"
    if stands is Standing.MUST_ANSWER or judged.blocks:
        return "warning"
    return "note"


def _rank(result: dict[str, Any]) -> tuple[bool, int]:
    return bool(result["suppressions"]), LEVELS.index(result["level"])


def _kind(judged: Judgement | None) -> str:
    steps = judged.finding.where.steps if judged else ()
    return steps[-1][0] if steps else "document"


def _place(where: Where) -> dict[str, Any]:
    """The page or slide, and the box on it in points from its top left corner: SARIF knows lines alone."""
    numbers = [value for word, value in where.steps if word in ("page", "slide") and isinstance(value, int)]
    place: dict[str, Any] = {"page": numbers[0]} if numbers else {}
    box = where.box
    if box is not None and all(map(math.isfinite, (box.left, box.top, box.right, box.bottom))):
        place = {"page": box.page, **place, "box": box._asdict()}
    return place


def _plain(text: str) -> str:
    """Square brackets would make links (3.11.6)."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
