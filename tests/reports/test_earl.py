"""The report as EARL in JSON-LD."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from reports.hard import FIVE_MB, STEERING, hostile, huge
from reports.sample import (
    MISSING,
    ORDER,
    PICTURE,
    TAGS,
    document,
    meeting_report,
    on_page,
    question,
    report,
    right_order,
)

from a11ycheck.check import Report
from a11ycheck.decisions import Answer, Decisions, Waiver
from a11ycheck.job import Finding
from a11ycheck.reports.earl import ASSERTOR, write
from a11ycheck.trouble import Trouble

TODAY = datetime.date(2026, 11, 21)
FAULT = (PICTURE, [(on_page(1), MISSING)])
# EARL 1.0 Schema, “OutcomeValue”.
OUTCOMES = {"earl:passed", "earl:failed", "earl:cantTell", "earl:inapplicable", "earl:untested"}


def subjects(made: Report) -> list[Any]:
    read = json.loads(write(made, "en"))
    return [node for node in read["@graph"] if "TestSubject" in node["@type"]]


def only_outcome(made: Report) -> str:
    ((assertion,),) = [subject["assertions"] for subject in subjects(made)]
    outcome = assertion["result"]["outcome"]
    assert isinstance(outcome, str)
    return outcome


@pytest.mark.parametrize("made", [meeting_report(), report(), hostile()], ids=["all", "none", "hostile"])
def test_it_has_the_shape_of_acts_reports(made: Report) -> None:
    """WAI, “EARL Reporting Format”: what is required of subjects and assertions."""
    read = json.loads(write(made, "en"))
    assert set(read) == {"@context", "@graph"}
    assert [node["@id"] for node in read["@graph"] if "Assertor" in node["@type"]] == [ASSERTOR]
    for subject in subjects(made):
        assert subject["source"]
        for assertion in subject["assertions"]:
            assert assertion["@type"] == "Assertion"
            assert assertion["assertedBy"] == ASSERTOR
            assert assertion["test"]["title"]
            assert assertion["result"]["outcome"] in OUTCOMES


def test_every_word_has_a_meaning_in_the_context() -> None:
    """Terms without a prefix are EARL's own, or are told in the context."""
    earls = {
        *("Assertion", "Assertor", "Software", "TestCase", "TestRequirement", "TestResult", "TestSubject"),
        *("assertedBy", "assertions", "mode", "outcome", "result", "test"),
    }
    read = json.loads(write(meeting_report(), "en"))
    context = read["@context"]
    for word in set(words(read["@graph"])):
        prefix, colon, _ = word.partition(":")
        assert word.startswith("@") or word in earls or word in context or (colon and prefix in context), word
    assert context["assertions"] == {"@reverse": "earl:subject"}


def words(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from words(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield key
            if key == "@type":
                yield from [value] if isinstance(value, str) else value
            elif key in ("outcome", "mode"):
                yield value
            else:
                yield from words(value)


@pytest.mark.parametrize(
    ("made", "outcome"),
    [
        (report(document("a.pdf", FAULT)), "earl:failed"),
        (report(document("a.pdf", (TAGS, []))), "earl:passed"),
        (report(document("a.pdf", (ORDER, [(on_page(1), right_order())]))), "earl:cantTell"),
        (report(document("a.pdf", (TAGS, []), passes=0)), "earl:inapplicable"),
        (report(document("a.doc", trouble=Trouble("no-kind"))), "earl:untested"),
        (report(document("a.ics")), "earl:untested"),
    ],
)
def test_the_outcome_is_the_worst_of_the_targets(made: Report, outcome: str) -> None:
    assert only_outcome(made) == outcome


def test_a_fault_that_is_waived_is_a_fault() -> None:
    decisions = Decisions(waivers=[Waiver("Later", "Bo", TODAY, rule=PICTURE.id)], today=TODAY)
    assert only_outcome(report(document("a.pdf", FAULT, decisions=decisions))) == "earl:failed"


@pytest.mark.parametrize(("yes", "outcome"), [(True, "earl:passed"), (False, "earl:failed")])
def test_an_answer_counts(yes: bool, outcome: str) -> None:
    asked = on_page(1), question("A map")
    decisions = Decisions([Answer(Finding(PICTURE.id, *asked).key, yes, "Åsa", TODAY)])
    assert only_outcome(report(document("a.pdf", (PICTURE, [asked]), decisions=decisions))) == outcome


def test_nothing_has_passed_in_a_document_that_was_not_read_to_its_end() -> None:
    made = report(document("a.pdf", FAULT, (TAGS, []), trouble=Trouble("timed-out")))
    (subject,) = subjects(made)
    told = {one["test"]["title"]: one["result"]["outcome"] for one in subject["assertions"]}
    assert told["test-picture"] == "earl:failed"
    assert told["test-tags"] == "earl:cantTell"
    assert "earl:untested" in told.values()


def test_an_assertion_is_told_whole() -> None:
    made = replace(report(document("in/a b.pdf", FAULT)), checked_on=TODAY)
    (subject,) = subjects(made)
    assert subject["source"] == "in/a%20b.pdf"
    assert subject["title"] == "in/a b.pdf"
    assert subject["assertions"] == [
        {
            "@type": "Assertion",
            "mode": "earl:automatic",
            "assertedBy": ASSERTOR,
            "test": {
                "@type": "TestCase",
                "title": "test-picture",
                "description": "Pictures have alternative text",
                "isPartOf": [
                    {
                        "@id": "https://www.w3.org/TR/WCAG22/#non-text-content",
                        "@type": "TestRequirement",
                        "title": "WCAG2: 1.1.1",
                    },
                    {"@type": "TestRequirement", "title": "EN 301 549 10.1.1.1"},
                ],
            },
            "result": {
                "@type": "TestResult",
                "outcome": "earl:failed",
                "description": "The picture has no alternative text. page 1",
                "date": "2026-11-21",
            },
        }
    ]


def test_a_page_is_a_web_page() -> None:
    (subject,) = subjects(report(document("https://example.org/", (TAGS, []), kind="page")))
    assert subject["@type"] == ["TestSubject", "WebPage"]
    assert subject["source"] == "https://example.org/"


def test_it_stays_small_and_steers_nothing() -> None:
    assert len(write(huge(), "sv").encode()) < FIVE_MB
    written = write(hostile(), "en")
    assert len(written) < 50_000
    assert not set(written) & (STEERING - {"\n"})
