"""The report as JSON, for other programs: all that was found, in both languages. See docs/json.md."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from a11ycheck.check import DocumentReport, Report
from a11ycheck.job import RulePut
from a11ycheck.outcome import Box, Text, Value, Where
from a11ycheck.reports.summary import message, where_said
from a11ycheck.trouble import Trouble
from a11ycheck.verdict import Judgement

SCHEMA_VERSION = 1

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_STEERING = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def write(report: Report, language: str) -> str:
    """Return the report as JSON, the same in every ``language``: its texts stand there in both."""
    meeting = report.meeting
    raw = {
        "schema_version": SCHEMA_VERSION,
        "verdict": report.verdict.value,
        "ruleset": report.ruleset.name,
        "versions": report.versions(),
        "notes": [_both(note) for note in report.notes],
        "documents": [_document(part) for part in report.documents],
        "meeting": {
            "verdict": report.verdict.value,
            "trouble": _trouble(meeting.trouble) if meeting else None,
            "rules": _rules(meeting.rules) if meeting else {},
            "findings": [_finding(judgement) for judgement in meeting.judgements] if meeting else [],
        },
    }
    written = json.dumps(raw, ensure_ascii=False, indent=2, allow_nan=False)
    # Steering characters are escaped, so that the data stays what it was and the text can still be printed.
    harmless = _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", _LONE_SURROGATE.sub("\ufffd", written))
    return harmless + "\n"


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "sv": text.sv}


def _document(part: DocumentReport) -> dict[str, Any]:
    source = part.source
    found_in = {"found_in": source.found_in} if source.found_in else {}
    return {
        "source": source.name,
        **found_in,
        "kind": source.kind or None,
        "verdict": part.verdict.value,
        "trouble": _trouble(part.trouble),
        "rules": _rules(part.rules),
        "findings": [_finding(judgement) for judgement in part.judgements],
        "facts": asdict(part.facts) if part.facts else None,
    }


def _trouble(trouble: Trouble | None) -> dict[str, str] | None:
    return {"reason": trouble.reason, "detail": trouble.detail} if trouble else None


def _rules(rules: Iterable[RulePut]) -> dict[str, Any]:
    return {put.id: {"meets": put.clauses, "level": put.level.value, **asdict(put.count)} for put in rules}


def _finding(judged: Judgement) -> dict[str, Any]:
    outcome = judged.outcome if judged.outcome.message else judged.finding.outcome
    answer, waiver = judged.answer, judged.waiver
    return {
        "key": judged.finding.key,
        "rule": judged.rule.id,
        "status": judged.outcome.status.value,
        "level": judged.level.value,
        "meets": judged.clauses,
        "question": judged.finding.outcome.is_question,
        "blocks": judged.blocks,
        "message": {"id": outcome.message, "en": message(judged, "en"), "sv": message(judged, "sv")},
        "data": {name: _value(value) for name, value in outcome.data.items()},
        "where": _where(judged.finding.where),
        "who": [group.name.lower().replace("_", "-") for group in judged.rule.who],
        "answer": {"yes": answer.yes, "by": answer.by, "on": answer.on.isoformat()} if answer else None,
        "waiver": {"reason": waiver.reason, "by": waiver.by, "until": waiver.until.isoformat()}
        if waiver
        else None,
    }


def _where(where: Where) -> dict[str, Any]:
    numbers = [value for word, value in where.steps if word in ("page", "slide") and isinstance(value, int)]
    return {
        "en": where_said(where, "en"),
        "sv": where_said(where, "sv"),
        "steps": where.steps,
        "page": numbers[0] if numbers else where.box.page if where.box else None,
        "box": _box(where.box),
    }


def _box(box: Box | None) -> dict[str, Any] | None:
    if box is None or not all(map(math.isfinite, (box.left, box.top, box.right, box.bottom))):
        return None
    return asdict(box)


def _value(value: Value) -> Value | None:
    """Return ``value``, or None for a number that JSON has no form for."""
    return None if isinstance(value, float) and not math.isfinite(value) else value
