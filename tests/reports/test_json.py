"""The report as JSON: the contract that other programs build on."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from reports.golden_files import assert_golden
from reports.sample import (
    CONTRAST,
    MISSING,
    PICTURE,
    TAGS,
    document,
    meeting_report,
    on_page,
    question,
    report,
)

from a11ycheck import Box, Where, failed
from a11ycheck.check import Report
from a11ycheck.decisions import Answer, Decisions, Waiver
from a11ycheck.documents.facts import Facts
from a11ycheck.job import Finding
from a11ycheck.reports.json import write
from a11ycheck.rules.content.picture_alt import picture_alt
from a11ycheck.trouble import Trouble

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "report.schema.json"
TODAY = datetime.date(2026, 11, 21)


def read(made: Report) -> Any:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    raw = json.loads(write(made, "sv"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(raw)
    return raw


def only_finding(made: Report) -> Any:
    ((finding,),) = [part["findings"] for part in read(made)["documents"]]
    return finding


def test_a_whole_report_looks_like_this() -> None:
    assert_golden("meeting.json", write(meeting_report(), "en"))


@pytest.mark.parametrize(
    "made", [meeting_report(), report(), report(document("a.pdf", (TAGS, [])))], ids=["all", "none", "pass"]
)
def test_reports_follow_the_schema(made: Report) -> None:
    assert read(made)["schema_version"] == 1


def test_the_language_asked_for_makes_no_difference() -> None:
    assert write(meeting_report(), "sv") == write(meeting_report(), "en")


def test_the_top_says_what_was_run() -> None:
    raw = read(meeting_report())
    assert raw["verdict"] == "fail"
    assert raw["ruleset"] == "test-rules"
    assert raw["versions"]["pikepdf"] == "10.0.0"
    assert set(raw["notes"][0]) == {"en", "sv"}


def test_a_document_has_its_rules_with_their_counts() -> None:
    part = read(report(document("a.pdf", (PICTURE, [(on_page(1), MISSING), (on_page(2), question("A"))]))))
    assert part["documents"][0]["rules"] == {
        "test-picture": {
            "meets": ["WCAG 1.1.1", "EN 301 549 10.1.1.1"],
            "level": "required",
            "passed": 1,
            "failed": 1,
            "cannot_tell": 1,
        }
    }


def test_a_fault_is_told_whole() -> None:
    where = Where((("page", 3), ("text", "Hej")), "anchor", Box(3, 72.0, 100.5, 200.0, 120.0))
    finding = only_finding(
        report(document("a.pdf", (CONTRAST, [(where, failed("low", ratio=2.9, least=4.5))])))
    )
    key = Finding(CONTRAST.id, where, failed("low", ratio=2.9, least=4.5)).key
    assert finding == {
        "key": key,
        "rule": "test-contrast",
        "status": "failed",
        "level": "required",
        "meets": ["WCAG 1.4.3", "EN 301 549 10.1.4.3"],
        "question": False,
        "blocks": False,
        "message": {
            "id": "low",
            "en": "The contrast of the text is 2.9:1, at least 4.5:1 is needed.",
            "sv": "Textens kontrast är 2,9:1, minst 4,5:1 krävs.",
        },
        "data": {"ratio": 2.9, "least": 4.5},
        "where": {
            "en": "page 3, text “Hej”",
            "sv": "sida 3, text ”Hej”",
            "steps": [["page", 3], ["text", "Hej"]],
            "page": 3,
            "box": {"page": 3, "left": 72.0, "top": 100.5, "right": 200.0, "bottom": 120.0},
        },
        "who": ["low-vision", "reading"],
        "answer": None,
        "waiver": None,
        "exemption": None,
    }


def test_a_real_rule_of_ours_is_told() -> None:
    finding = only_finding(report(document("a.pdf", (picture_alt, [(on_page(1), MISSING)]))))
    assert finding["rule"] == "content-picture-alt"
    assert finding["message"]["sv"] == picture_alt.messages["missing"].sv


@pytest.mark.parametrize(
    ("yes", "status", "message"), [(True, "passed", "says-it"), (False, "failed", "wrong")]
)
def test_the_status_is_after_the_answer(yes: bool, status: str, message: str) -> None:
    asked = on_page(1), question("A map")
    answer = Answer(Finding(PICTURE.id, *asked).key, yes, "Åsa", TODAY)
    finding = only_finding(report(document("a.pdf", (PICTURE, [asked]), decisions=Decisions([answer]))))
    assert finding["status"] == status
    assert finding["message"]["id"] == message
    assert finding["question"] is True
    assert finding["answer"] == {"yes": yes, "by": "Åsa", "on": "2026-11-21"}


def test_a_waiver_is_told() -> None:
    waiver = Waiver("Mended in May", "Bo", TODAY, rule=PICTURE.id)
    decisions = Decisions(waivers=[waiver], today=TODAY)
    finding = only_finding(report(document("a.pdf", (PICTURE, [(on_page(1), MISSING)]), decisions=decisions)))
    assert finding["waiver"] == {"reason": "Mended in May", "by": "Bo", "until": "2026-11-21"}


def test_trouble_and_what_was_found_inside_are_told() -> None:
    parts = read(
        report(
            document("a.doc", kind="", trouble=Trouble("no-kind", ".doc")),
            document("b.eml > c.pdf", (TAGS, []), found_in="b.eml"),
        )
    )["documents"]
    assert parts[0]["kind"] is None
    assert parts[0]["trouble"] == {"reason": "no-kind", "detail": ".doc"}
    assert parts[0]["facts"] is None
    assert "found_in" not in parts[0]
    assert parts[1]["found_in"] == "b.eml"
    assert parts[1]["trouble"] is None


def test_the_meeting_is_empty_when_no_rule_was_put_to_it() -> None:
    made = report(document("a.pdf", (TAGS, [])))
    assert read(made)["meeting"] == {"verdict": "pass", "trouble": None, "rules": {}, "findings": []}


def test_the_meeting_has_its_own_findings_and_the_verdict_of_all() -> None:
    meeting = read(meeting_report())["meeting"]
    assert meeting["verdict"] == "fail"
    assert [finding["rule"] for finding in meeting["findings"]] == ["test-titles"]


@pytest.mark.parametrize(
    ("steps", "box", "page"),
    [
        ((("slide", 4),), None, 4),
        ((("page", "iv"),), None, None),
        ((), Box(7, 0, 0, 1, 1), 7),
        ((("heading", 2),), None, None),
    ],
)
def test_the_page_is_that_of_the_steps_or_of_the_box(steps: Any, box: Box | None, page: int | None) -> None:
    made = report(document("a.pdf", (PICTURE, [(Where(steps, "a", box), MISSING)])))
    assert only_finding(made)["where"]["page"] == page


def test_numbers_that_json_lacks_become_null() -> None:
    where = Where((), "a", Box(1, float("nan"), 0, float("inf"), 1))
    outcome = failed("low", ratio=float("nan"), least=float("-inf"))
    finding = only_finding(report(document("a.pdf", (CONTRAST, [(where, outcome)]))))
    assert finding["data"] == {"ratio": None, "least": None}
    assert finding["where"]["box"] is None


def test_texts_of_a_document_can_be_printed_and_are_kept() -> None:
    bad = "a\x1b[31m\x9b\u202e\u2066\u2028b"
    made = report(
        document(bad, (PICTURE, [(on_page(1), question(bad))]), facts=Facts(title=bad, links=((bad, bad),)))
    )
    written = write(made, "en")
    assert not {sign for sign in written if sign != "\n" and (sign < " " or "\x7f" <= sign <= "\x9f")}
    assert not set(written) & set("\u2028\u202e\u2066")
    part = read(made)["documents"][0]
    assert part["source"] == bad
    assert part["facts"]["title"] == bad
    assert part["facts"]["links"] == [[bad, bad]]
    assert "\ufffd" in part["findings"][0]["message"]["en"]


def test_half_characters_do_not_stop_the_report() -> None:
    made = report(document("half\ud83d.pdf", (TAGS, [])))
    assert json.loads(write(made, "en").encode("utf-8"))["documents"][0]["source"] == "half\ufffd.pdf"


def test_swedish_stands_as_it_is_written() -> None:
    assert "Textens kontrast är 2,9:1" in write(meeting_report(), "en")


def test_every_one_of_ten_thousand_findings_is_there() -> None:
    found = [(on_page(n, thing=str(n)), question(f"Picture {n}")) for n in range(10_000)]
    assert (
        len(read_unchecked(report(document("a.pdf", (PICTURE, found))))["documents"][0]["findings"]) == 10_000
    )


def read_unchecked(made: Report) -> Any:
    """Without the schema, which takes long for many findings."""
    return json.loads(write(made, "en"))


def test_the_example_of_the_docs_follows_the_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    told = SCHEMA.with_name("json.md").read_text("utf-8")
    example = json.loads(told.split("```json\n")[1].split("```")[0])
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(example)
    made = json.loads(write(report(document("a.pdf", (PICTURE, [(on_page(1), MISSING)]))), "en"))
    assert set(example) == set(made)
    assert set(example["documents"][0]) == set(made["documents"][0])
    assert set(example["documents"][0]["findings"][0]) == set(made["documents"][0]["findings"][0])
