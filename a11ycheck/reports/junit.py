"""The report as JUnit XML, for Jenkins, GitLab and others: a suite for each document, a case for each rule put to it.

There are failures exactly where the verdict is “does not pass”, and else errors exactly where it is “not decided yet”.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from a11ycheck.check import DocumentReport, Report
from a11ycheck.job import Count, RulePut
from a11ycheck.outcome import Text
from a11ycheck.reports.for_programs import (
    MORE,
    STANDINGS,
    Files,
    RulePutAnywhere,
    Standing,
    decided,
    how_to_mend,
    kept,
    rules_put,
    standing,
)
from a11ycheck.reports.summary import message, where_said
from a11ycheck.reports.words import WORDS, visible
from a11ycheck.verdict import Judgement

MOST_PLACES = 20

OPENED = "document-can-be-checked"
DOES_NOT_APPLY = Text("The document has nothing of this kind.", "Dokumentet har inget av det här slaget.")
BY_WEIGHT = tuple(Standing)
"""A case is told by the heaviest of its findings, in this order."""


class Case(NamedTuple):
    """What came of one rule: ``element`` is “failure”, “error”, “skipped”, or empty for what passed."""

    element: str
    said: str
    lines: Sequence[str]
    type: str = ""


def write(report: Report, language: str) -> str:
    """Return the report as XML that the xUnit plugin of Jenkins (junit-10.xsd) and GitLab read."""
    rules, files = rules_put(report), Files(report)
    root = Element("testsuites", name="a11ycheck")
    for part in report.all_parts():
        suite = SubElement(root, "testsuite", name=visible(kept(part.source.name)))
        if file := files.name(part):
            suite.set("file", visible(kept(file)))
        properties = SubElement(suite, "properties")
        SubElement(properties, "property", name="verdict", value=part.verdict.value)
        SubElement(properties, "property", name="ruleset", value=visible(report.ruleset.name))
        if (opened := _opened(part, language)) is not None:
            _add(suite, OPENED, opened)
        by_rule: defaultdict[str, list[Judgement]] = defaultdict(list)
        for judged in part.judgements:
            by_rule[judged.rule.id].append(judged)
        for put in part.rules:
            _add(suite, put.id, _case(put, rules[put.id], by_rule[put.id], language))
        _count(suite, [suite])
    if not report.documents:
        suite = SubElement(root, "testsuite", name="a11ycheck")
        _add(suite, OPENED, Case("error", WORDS["no_documents"].say(language), ()))
        _count(suite, [suite])
    _count(root, root.findall("testsuite"))
    del root.attrib["skipped"]  # junit-10.xsd has it on suites alone
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _opened(part: DocumentReport, language: str) -> Case | None:
    if part.trouble is not None:
        return Case(
            "error", part.trouble.say(language), [visible(kept(part.trouble.detail))], part.trouble.reason
        )
    if not part.rules:
        return Case("error", WORDS["no_rules"].say(language), (), "no-requirement")
    return None


def _case(put: RulePut, told: RulePutAnywhere, found: Sequence[Judgement], language: str) -> Case:
    title = told.title(language)
    if not found:
        if put.count == Count():
            return Case("skipped", DOES_NOT_APPLY.say(language), ())
        return Case("", title, ())
    stands = [standing(judged) for judged in found]
    heaviest = min(stands, key=BY_WEIGHT.index)
    first = message(found[stands.index(heaviest)], language)
    if heaviest is Standing.MEND:
        faults = [judged for judged, stand in zip(found, stands, strict=True) if stand is Standing.MEND]
        steps = how_to_mend(told.rule, language) if told.rule else []
        heading = [f"{WORDS['how'].say(language)}:"] if steps else []
        return Case("failure", first, [*_lines(faults, language), "", *heading, *steps], put.level.value)
    lines = _lines(found, language)
    blocking = next((judged for judged in found if judged.blocks), None)
    if blocking is not None:
        kind = "question" if blocking.outcome.is_question else "could-not-be-told"
        return Case("error", message(blocking, language), lines, kind)
    if heaviest is Standing.WAIVED:
        return Case("skipped", STANDINGS[heaviest].say(language), lines)
    return Case("", title, lines)


def _lines(found: Sequence[Judgement], language: str) -> list[str]:
    lines = [_line(judged, language) for judged in found[:MOST_PLACES]]
    more = len(found) - MOST_PLACES
    return [*lines, MORE.say(language, {"number": more})] if more > 0 else lines


def _line(judged: Judgement, language: str) -> str:
    said, stands = message(judged, language), standing(judged)
    place = where_said(judged.finding.where, language)
    parts = [f"{place}: {said}" if place else said]
    beside = decided(judged, language)
    # What is waived or answered is told by who has done so.
    told_by_it = stands is Standing.MEND or (beside and stands in (Standing.WAIVED, Standing.SETTLED))
    standing_said = "" if told_by_it else STANDINGS[stands].say(language)
    if said_beside := "; ".join(filter(None, (standing_said, beside))):
        parts.append(f"({said_beside})")
    return " ".join([*parts, f"[{judged.finding.key}]"])


def _add(suite: Element, name: str, case: Case) -> None:
    # Jenkins takes what stands before the last full stop for a package.
    class_name = suite.attrib["name"].replace(".", "_")
    element = SubElement(suite, "testcase", classname=class_name, name=visible(name))
    text = "\n".join(visible(line) for line in case.lines)
    if case.element:
        told = SubElement(element, case.element, message=visible(case.said))
        if case.type and case.element != "skipped":
            told.set("type", case.type)
        told.text = text or visible(case.said)
    elif text:
        SubElement(element, "system-out").text = f"{visible(case.said)}\n{text}"


def _count(element: Element, suites: Iterable[Element]) -> None:
    cases = [case for suite in suites for case in suite.iterfind("testcase")]
    element.set("tests", str(len(cases)))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(name, str(sum(case.find(tag) is not None for case in cases)))
