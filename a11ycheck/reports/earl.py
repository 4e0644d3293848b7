"""The report as EARL 1.0 in JSON-LD, in the shape of ACT's implementation reports: test subjects with their assertions.

W3C, Evaluation and Report Language (EARL) 1.0 Schema; WAI, “EARL Reporting Format”.

EARL tells how a document is, so a fault that is waived is a fault here too; an answer to a question counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from a11ycheck.check import DocumentReport, Report
from a11ycheck.job import Count
from a11ycheck.outcome import Status
from a11ycheck.reports.for_programs import (
    RulePutAnywhere,
    address,
    clause_address,
    decided,
    kept,
    rules_put,
    that_fit,
)
from a11ycheck.reports.json import dumped
from a11ycheck.reports.summary import message, where_said
from a11ycheck.reports.words import WORDS, visible
from a11ycheck.verdict import Judgement

CONTEXT: Mapping[str, Any] = {
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "sch": "https://schema.org/",
    "name": "doap:name",
    "release": "doap:release",
    "revision": "doap:revision",
    "source": "dct:source",
    "title": "dct:title",
    "description": "dct:description",
    "date": "dct:date",
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "assertedBy": {"@type": "@id"},
    "outcome": {"@type": "@id"},
    "mode": {"@type": "@id"},
    "WebPage": "sch:WebPage",
    "DigitalDocument": "sch:DigitalDocument",
    "assertions": {"@reverse": "earl:subject"},
}
"""The terms are written out, so that the report can be read without the net."""

ASSERTOR = "_:a11ycheck"
MOST_PLACES = 3
SUBJECTS = "a11ycheck:subjects"
"""Stands for the test subjects until they are put in, each already written."""


def write(report: Report, language: str) -> str:
    """Return the report as JSON-LD; subjects that do not fit in 5 MB are counted in the assertor's description."""
    rules = rules_put(report)
    subjects = (dumped(_subject(report, part, rules, language)) for part in report.all_parts())
    fitting, left_out = that_fit(subjects)
    assertor: dict[str, Any] = {
        "@id": ASSERTOR,
        "@type": ["Assertor", "Software", "doap:Project"],
        "name": "a11ycheck",
        "release": {"@type": "doap:Version", "revision": report.versions().get("a11ycheck", "")},
    }
    if left_out:
        assertor["description"] = f"{left_out} test subjects are left out; the JSON report has them."
    log = dumped({"@context": CONTEXT, "@graph": [assertor, SUBJECTS]})
    before, _, after = log.rpartition(f',"{SUBJECTS}"')
    return f"{before}{''.join(f',{chr(10)}{subject}' for subject in fitting)}{after}\n"


def _subject(
    report: Report, part: DocumentReport, rules: Mapping[str, RulePutAnywhere], language: str
) -> dict[str, Any]:
    kind = "WebPage" if part.source.kind == "page" else "DigitalDocument"
    of_the_meeting = part is report.meeting
    return {
        "@type": ["TestSubject"] if of_the_meeting else ["TestSubject", kind],
        "source": "_:meeting" if of_the_meeting else address(part.source.name),
        "title": visible(kept(part.source.name)),
        "assertions": list(_assertions(report, part, rules, language)),
    }


def _assertions(
    report: Report, part: DocumentReport, rules: Mapping[str, RulePutAnywhere], language: str
) -> Iterator[dict[str, Any]]:
    if part.trouble is not None or not part.rules:
        why = part.trouble.say(language) if part.trouble else WORDS["no_rules"].say(language)
        title = visible(report.ruleset.title.say(language))
        test: dict[str, Any] = {"@type": "TestRequirement", "title": title}
        yield _assertion(report, test, "untested", why)
    found: dict[str, list[Judgement]] = {}
    for judged in part.judgements:
        found.setdefault(judged.rule.id, []).append(judged)
    for put in part.rules:
        here = found.get(put.id, [])
        outcome = _outcome(put.count, here)
        if part.trouble is not None and outcome in ("passed", "inapplicable"):
            outcome = "cantTell"  # the document was not read to its end
        test = {
            "@type": "TestCase",
            "title": put.id,
            "description": rules[put.id].title(language),
            "isPartOf": [_requirement(clause) for clause in put.clauses],
        }
        yield _assertion(report, test, outcome, _description(here, language))


def _requirement(clause: str) -> dict[str, str]:
    """A clause; ACT's reports name those of WCAG as “WCAG2: 1.1.1”."""
    title = f"WCAG2: {clause.removeprefix('WCAG ')}" if clause.startswith("WCAG ") else clause
    at = clause_address(clause)
    return {**({"@id": at} if at else {}), "@type": "TestRequirement", "title": title}


def _outcome(count: Count, found: Iterable[Judgement]) -> str:
    """The outcome of a rule from those of its targets (ACT Rules Format 1.1, “Outcome”): the worst of them."""
    if count == Count():
        return "inapplicable"
    outcomes = {judged.outcome.status for judged in found}
    if Status.FAILED in outcomes:
        return "failed"
    return "cantTell" if Status.CANNOT_TELL in outcomes else "passed"


def _assertion(report: Report, test: dict[str, Any], outcome: str, description: str) -> dict[str, Any]:
    result = {"@type": "TestResult", "outcome": f"earl:{outcome}"}
    if description:
        result["description"] = description
    if report.checked_on is not None:
        result["date"] = report.checked_on.isoformat()
    return {
        "@type": "Assertion",
        "mode": "earl:automatic",
        "assertedBy": ASSERTOR,
        "test": test,
        "result": result,
    }


def _description(found: Iterable[Judgement], language: str) -> str:
    """What was found, the commonest first."""
    said: Counter[str] = Counter()
    places: dict[str, list[str]] = {}
    for judged in found:
        if judged.outcome.status is not Status.PASSED:
            beside = decided(judged, language)
            words = message(judged, language) + (f" ({beside})" if beside else "")
            said[words] += 1
            places.setdefault(words, []).append(where_said(judged.finding.where, language))
    lines = []
    for words, number in said.most_common(MOST_PLACES):
        here = "; ".join(filter(None, places[words][:MOST_PLACES]))
        more = f" (+{number - MOST_PLACES})" if number > MOST_PLACES else ""
        lines.append(f"{words} {here}{more}".strip())
    rest = sum(said.values()) - sum(number for _, number in said.most_common(MOST_PLACES))
    return " · ".join([*lines, f"+{rest}"] if rest else lines)
