"""The report as JSON, for other programs: all that was found, in both languages. See docs/json.md."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from a11ycheck.check import DocumentReport, Report
from a11ycheck.exemptions import Exemption
from a11ycheck.job import RulePut
from a11ycheck.outcome import Box, Text, Value, Where
from a11ycheck.reports.summary import message, where_said
from a11ycheck.trouble import Trouble
from a11ycheck.verdict import Judgement

if TYPE_CHECKING:
    from a11ycheck.baseline import Comparison

SCHEMA_VERSION = 1

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_STEERING = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def write(report: Report, language: str) -> str:
    """Return the report as JSON, the same in every ``language``: its texts stand there in both."""
    meeting = report.meeting
    new = {id(each.judgement) for each in report.since.new if each.judgement} if report.since else None
    raw = {
        "schema_version": SCHEMA_VERSION,
        "verdict": report.verdict.value,
        "ruleset": report.ruleset.name,
        "versions": report.versions(),
        "notes": [_both(note) for note in report.notes],
        "documents": [],
        "meeting": {
            "verdict": report.verdict.value,
            "trouble": _trouble(meeting.trouble) if meeting else None,
            "rules": _rules(meeting.rules) if meeting else {},
            "findings": _findings(meeting, new) if meeting else [],
            **({"since": _since(report.since)} if report.since else {}),
        },
    }
    # Document by document: as one tree of Python data, a long run's report takes three times the room of its text.
    before, after = dumped(raw, indent=2).split(NO_DOCUMENTS)
    documents = [f"\n    {_indented(_document(part, new))}," for part in report.documents]
    if documents:
        documents[-1] = documents[-1].removesuffix(",") + "\n  "
    return "".join((before, NO_DOCUMENTS[:-1], *documents, "]", after, "\n"))


NO_DOCUMENTS = '"documents": []'
"""How an empty list of them is written; inside a text it could not stand, since quotes are escaped there."""


def _indented(raw: Any) -> str:
    return dumped(raw, indent=2).replace("\n", "\n    ")


def dumped(raw: Any, indent: int | None = None) -> str:
    """Return ``raw`` as JSON that can be encoded and printed: on one line, or indented where ``indent`` is given."""
    separators = None if indent else (",", ":")
    written = json.dumps(raw, ensure_ascii=False, indent=indent, separators=separators, allow_nan=False)
    # Steering characters are escaped, so that the data stays what it was and the text can still be printed.
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", _LONE_SURROGATE.sub("\ufffd", written))


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "sv": text.sv}


def _since(since: Comparison) -> dict[str, Any]:
    return {
        "written_on": since.written_on.isoformat(),
        "verdict": since.verdict.value,
        "new": len(since.new),
        "still_there": since.still_there,
        "mended": [asdict(known) for known in since.mended],
        "not_looked_at": [asdict(known) for known in since.unseen],
    }


def _document(part: DocumentReport, new: set[int] | None) -> dict[str, Any]:
    source = part.source
    found_in = {"found_in": source.found_in} if source.found_in else {}
    return {
        "source": source.name,
        **found_in,
        "kind": source.kind or None,
        "verdict": part.verdict.value,
        "trouble": _trouble(part.trouble),
        "rules": _rules(part.rules),
        "findings": _findings(part, new),
        "facts": part.facts.to_json() if part.facts else None,
    }


def _trouble(trouble: Trouble | None) -> dict[str, str] | None:
    return {"reason": trouble.reason, "detail": trouble.detail} if trouble else None


def _rules(rules: Iterable[RulePut]) -> dict[str, Any]:
    return {put.id: {"meets": put.clauses, "level": put.level.value, **asdict(put.count)} for put in rules}


def _findings(part: DocumentReport, new: set[int] | None) -> list[dict[str, Any]]:
    """The findings; those that keep the document from passing say whether they are new, where there is a baseline."""
    findings = []
    for judged in part.judgements:
        counts = new is not None and (judged.must_be_mended or judged.blocks)
        since = {"since": "new" if new and id(judged) in new else "still there"} if counts else {}
        findings.append({**_finding(judged), **_said(judged), **since})
    return findings


def _said(judged: Judgement) -> dict[str, Any]:
    """What people have said beside an answer, where they have."""
    remark = judged.answer.remark if judged.answer else ""
    unsure = judged.unsure
    return {
        **({"remark": remark} if remark else {}),
        **(
            {"unsure": {"by": unsure.by, "on": unsure.on.isoformat(), "remark": unsure.remark}}
            if unsure
            else {}
        ),
    }


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
        "exemption": _exemption(judged.exemption),
    }


def _exemption(exemption: Exemption | None) -> dict[str, Any] | None:
    if exemption is None:
        return None
    return {
        "ground": exemption.ground,
        "country": exemption.country,
        "published": exemption.published.isoformat() if exemption.published else None,
        "en": exemption.say("en"),
        "sv": exemption.say("sv"),
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
    return box._asdict()


def _value(value: Value) -> Value | None:
    """Return ``value``, or None for a number that JSON has no form for."""
    return None if isinstance(value, float) and not math.isfinite(value) else value
