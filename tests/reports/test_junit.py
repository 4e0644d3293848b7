"""The report as JUnit XML, as Jenkins and GitLab read it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from reports.hard import FIVE_MB, FORBIDDEN_IN_XML, hostile, huge, many_places
from reports.sample import (
    MISSING,
    ORDER,
    PICTURE,
    READING,
    TAGS,
    document,
    meeting_report,
    on_page,
    question,
    report,
    right_order,
)

from a11ycheck import Where, cannot_tell, failed
from a11ycheck.check import Report
from a11ycheck.decisions import Decisions, Waiver
from a11ycheck.job import RULE_BROKE
from a11ycheck.reports.junit import write
from a11ycheck.trouble import Trouble
from a11ycheck.verdict import Verdict

SCHEMA = Path(__file__).resolve().parents[1] / "data" / "schemas" / "junit-10.xsd"
FAULT = (PICTURE, [(on_page(1), MISSING)])
UNANSWERED = (ORDER, [(on_page(1), right_order())])
BROKE = (TAGS, [(Where(), cannot_tell(RULE_BROKE, error="x"))])


def read(made: Report, language: str = "en") -> Any:
    return etree.fromstring(write(made, language).encode("utf-8"), etree.XMLParser(huge_tree=False))


def case(made: Report, name: str) -> Any:
    (found,) = read(made).iterfind(f".//testcase[@name='{name}']")
    return found


def came_out(found: Any) -> str:
    return next((child.tag for child in found if child.tag in ("failure", "error", "skipped")), "passed")


REPORTS = {
    "all": meeting_report(),
    "none": report(),
    "pass": report(document("a.pdf", (TAGS, []))),
    "undecided": report(document("a.pdf", UNANSWERED)),
    "broke": report(document("a.pdf", BROKE)),
    "trouble": report(document("a.pdf", trouble=Trouble("broken"))),
    "no rules": report(document("a.ics")),
    "hostile": hostile(),
}


@pytest.mark.parametrize("made", REPORTS.values(), ids=REPORTS)
def test_it_is_valid_by_the_schema_of_jenkins(made: Report) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    for language in ("sv", "en"):
        schema.assertValid(read(made, language))


@pytest.mark.parametrize("made", REPORTS.values(), ids=REPORTS)
def test_failures_and_errors_say_what_the_verdict_says(made: Report) -> None:
    root = read(made)
    failures, errors = int(root.get("failures")), int(root.get("errors"))
    assert failures == len(root.findall(".//failure"))
    assert errors == len(root.findall(".//error"))
    assert int(root.get("tests")) == len(root.findall(".//testcase")) > 0
    expected = Verdict.FAIL if failures else Verdict.UNDECIDED if errors else Verdict.PASS
    assert made.verdict is expected


def test_a_suite_for_each_document_and_a_case_for_each_rule() -> None:
    made = report(document("in/a.pdf", FAULT, (TAGS, [])), document("in/b.pdf", (TAGS, [])))
    suites = read(made).findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["in/a.pdf", "in/b.pdf"]
    assert [suite.get("file") for suite in suites] == ["in/a.pdf", "in/b.pdf"]
    assert [one.get("name") for one in suites[0].findall("testcase")] == ["test-picture", "test-tags"]
    assert {name: suites[0].get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "2",
        "failures": "1",
        "errors": "0",
        "skipped": "0",
    }


def test_a_failure_says_what_where_and_how() -> None:
    (failure,) = case(report(document("a.pdf", FAULT)), "test-picture")
    assert failure.get("message") == "The picture has no alternative text."
    assert failure.get("type") == "required"
    assert failure.text.startswith("page 1: The picture has no alternative text. [")
    assert "Word: Right-click the picture" in failure.text


@pytest.mark.parametrize(
    ("put", "outcome"),
    [
        (FAULT, "failure"),
        ((TAGS, []), "passed"),
        (UNANSWERED, "error"),
        (BROKE, "error"),
        ((PICTURE, [(on_page(1), question("A map"))]), "passed"),
        ((READING, [(on_page(1), failed("long", words=30, most=25))]), "passed"),
        ((PICTURE, [(on_page(1), question("A map")), (on_page(2), MISSING)]), "failure"),
    ],
)
def test_how_a_case_comes_out(put: Any, outcome: str) -> None:
    assert came_out(case(report(document("a.pdf", put)), put[0].id)) == outcome


def test_a_rule_that_does_not_apply_is_skipped() -> None:
    assert came_out(case(report(document("a.pdf", (TAGS, []), passes=0)), "test-tags")) == "skipped"


def test_a_waived_fault_is_skipped_and_says_why() -> None:
    today = datetime.date(2026, 11, 21)
    decisions = Decisions(waivers=[Waiver("Mended in May", "Bo", today, rule=PICTURE.id)], today=today)
    found = case(report(document("a.pdf", FAULT, decisions=decisions)), "test-picture")
    assert came_out(found) == "skipped"
    assert "Waived until 2026-11-21 by Bo: Mended in May" in found[0].text


def test_advice_is_told_without_failing() -> None:
    put = (READING, [(on_page(1), failed("long", words=30, most=25))])
    assert "(advice)" in case(report(document("a.pdf", put)), READING.id).findtext("system-out")


def test_a_document_that_could_not_be_checked_is_an_error() -> None:
    (error,) = case(report(document("a.pdf", trouble=Trouble("empty"))), "document-can-be-checked")
    assert (error.tag, error.get("type")) == ("error", "empty")


def test_class_names_have_no_full_stops_for_jenkins_to_split_at() -> None:
    assert case(report(document("in/a.b.pdf", FAULT)), "test-picture").get("classname") == "in/a_b_pdf"


def test_twenty_places_are_listed_and_the_rest_counted() -> None:
    (failure,) = case(many_places(), "test-picture")
    assert failure.text.count("The picture has no alternative text") == 20
    assert "and 9,980 more" in failure.text


def test_no_character_that_xml_forbids_or_that_turns_text() -> None:
    assert not set(write(hostile(), "en")) & (FORBIDDEN_IN_XML - {"\n"})


def test_markup_stays_text() -> None:
    root = read(hostile())
    assert root.find(".//script") is None
    assert "<script>alert(1)</script>" in root.find("testsuite").get("name")


def test_names_of_100_kb_are_cut_and_stay_apart() -> None:
    names = [suite.get("name") for suite in read(hostile()).findall("testsuite")]
    assert len(set(names)) == 3
    assert max(map(len, names)) < 1_100


def test_ten_thousand_findings_stay_small() -> None:
    assert len(write(huge(), "sv").encode()) < FIVE_MB
