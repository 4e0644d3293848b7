"""The report as SARIF 2.1.0, and what GitHub's code scanning wants of it."""

from __future__ import annotations

import datetime
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from reports.hard import FIVE_MB, STEERING, hostile, huge, many_places
from reports.sample import (
    CONTRAST,
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

from a11ycheck import Box, Where, cannot_tell, failed
from a11ycheck.check import Report, check
from a11ycheck.decisions import Answer, Decisions, Waiver
from a11ycheck.job import RULE_BROKE, Finding
from a11ycheck.reports.for_programs import address, clause_address
from a11ycheck.reports.sarif import write
from a11ycheck.ruleset import load
from a11ycheck.trouble import Trouble

SCHEMA = Path(__file__).resolve().parents[1] / "data" / "schemas" / "sarif-2.1.0-rtm.5.json"
TODAY = datetime.date(2026, 11, 21)


def run_of(made: Report, language: str = "en") -> Any:
    log = json.loads(write(made, language))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


def results(made: Report) -> Any:
    return run_of(made)["results"]


def only_result(made: Report) -> Any:
    (result,) = results(made)
    return result


def one(*put: Any, decisions: Decisions | None = None) -> Report:
    return report(document("a.pdf", *put, decisions=decisions))


@pytest.mark.parametrize(
    "made",
    [meeting_report(), report(), report(document("a.pdf", (TAGS, []))), hostile()],
    ids=["all", "none", "pass", "hostile"],
)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_is_valid_by_the_schema(made: Report, language: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert [error.message for error in validator.iter_errors(json.loads(write(made, language)))] == []


@pytest.mark.parametrize("made", [meeting_report(), hostile(), huge()], ids=["all", "hostile", "huge"])
def test_every_result_is_about_a_rule_in_the_list(made: Report) -> None:
    run = run_of(made)
    listed = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(listed)) == len(listed)
    assert run["results"]
    assert all(listed[result["ruleIndex"]] == result["ruleId"] for result in run["results"])


def test_a_rule_tells_why_how_and_which_clauses() -> None:
    (rule,) = run_of(one((PICTURE, [(on_page(1), MISSING)])))["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == PICTURE.title.en
    assert rule["fullDescription"]["text"] == PICTURE.why.en
    assert PICTURE.fix.general.en in rule["help"]["text"]
    assert "- Acrobat: Open the Accessibility tools" in rule["help"]["markdown"]
    assert rule["helpUri"] == "https://www.w3.org/TR/WCAG22/#non-text-content"
    assert rule["properties"]["tags"] == ["accessibility", "WCAG 1.1.1", "EN 301 549 10.1.1.1"]
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_rules_without_findings_are_listed_too() -> None:
    run = run_of(report(document("a.pdf", (TAGS, []), (PICTURE, []))))
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["test-picture", "test-tags"]
    assert run["results"] == []


@pytest.mark.parametrize(
    ("put", "level", "standing"),
    [
        ((PICTURE, [(on_page(1), MISSING)]), "error", "must be mended"),
        ((READING, [(on_page(1), failed("long", words=30, most=25))]), "note", "advice"),
        ((ORDER, [(on_page(1), right_order())]), "warning", "question that must be answered"),
        ((PICTURE, [(on_page(1), question("A map"))]), "note", "question"),
        ((PICTURE, [(on_page(1), cannot_tell("missing"))]), "warning", "could not be told"),
    ],
)
def test_the_level_says_what_the_verdict_makes_of_it(put: Any, level: str, standing: str) -> None:
    result = only_result(one(put))
    assert result["level"] == level
    assert result["properties"]["standing"] == standing
    assert result["suppressions"] == []


def test_a_waiver_suppresses() -> None:
    waiver = Waiver("Mended in May", "Bo", TODAY, rule=PICTURE.id)
    result = only_result(
        one((PICTURE, [(on_page(1), MISSING)]), decisions=Decisions(waivers=[waiver], today=TODAY))
    )
    (suppression,) = result["suppressions"]
    assert suppression["kind"] == "external"
    assert suppression["justification"] == "Waived until 2026-11-21 by Bo: Mended in May"


@pytest.mark.parametrize(("yes", "level", "suppressed"), [(True, "note", True), (False, "error", False)])
def test_a_good_answer_suppresses_and_a_bad_one_makes_a_fault(
    yes: bool, level: str, suppressed: bool
) -> None:
    asked = on_page(1), question("A map")
    answer = Answer(Finding(PICTURE.id, *asked).key, yes, "Åsa", TODAY)
    result = only_result(one((PICTURE, [asked]), decisions=Decisions([answer])))
    assert result["level"] == level
    assert bool(result["suppressions"]) is suppressed


def test_the_page_the_box_and_the_steps_are_told() -> None:
    where = Where((("page", 3), ("text", "Hej")), "anchor", Box(3, 72.0, 100.5, 200.0, 120.0))
    result = only_result(one((CONTRAST, [(where, failed("low", ratio=2.9, least=4.5))])))
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "a.pdf", "uriBaseId": "%SRCROOT%"}
    assert location["logicalLocations"] == [{"fullyQualifiedName": "page 3/text Hej", "kind": "text"}]
    assert result["properties"]["page"] == 3
    assert result["properties"]["box"]["left"] == 72.0
    assert result["message"]["text"].endswith("Where: page 3, text “Hej”.")


def test_a_line_is_a_region() -> None:
    where = Where((("line", 17),), "anchor")
    (location,) = only_result(one((PICTURE, [(where, MISSING)])))["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 17}


def test_numbers_that_json_lacks_are_left_out() -> None:
    where = Where((), "a", Box(1, float("nan"), 0, float("inf"), 1))
    assert "box" not in only_result(one((PICTURE, [(where, MISSING)])))["properties"]


def test_what_lies_in_a_mail_is_located_in_the_mail() -> None:
    made = report(
        document("in/mail.eml", (TAGS, [])),
        document("in/mail.eml > a.eml", (TAGS, []), found_in="in/mail.eml"),
        document(
            "in/mail.eml > a.eml > b.pdf", (PICTURE, [(on_page(1), MISSING)]), found_in="in/mail.eml > a.eml"
        ),
    )
    (location,) = only_result(made)["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "in/mail.eml"
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "a.eml > b.pdf/page 1"


def test_what_a_page_links_to_is_located_by_itself() -> None:
    page, linked = "https://example.org/a", "https://example.org/b c.pdf"
    made = report(
        document(page, (TAGS, []), kind="page"),
        document(linked, (PICTURE, [(on_page(1), MISSING)]), found_in=page),
    )
    (location,) = only_result(made)["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "https://example.org/b%20c.pdf"}


def test_the_meetings_findings_are_located_in_the_document_they_name() -> None:
    (result,) = [one for one in results(meeting_report()) if one["ruleId"] == "test-titles"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "forum-2026/karta.pdf"


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("möte/kallelse 1.pdf", "m%C3%B6te/kallelse%201.pdf"),
        ("./a/../b.pdf", "b.pdf"),
        ("a:b.pdf", "a%3Ab.pdf"),
        ("50%#1?.pdf", "50%25%231%3F.pdf"),
        ("/elsewhere/a b.pdf", "file:///elsewhere/a%20b.pdf"),
        ("half\ud83d.pdf", "half%3F.pdf"),
        ("latin\udce5.pdf", "latin%E5.pdf"),
        ("https://example.org/å?a=b%20c#d", "https://example.org/%C3%A5?a=b%20c#d"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths of POSIX")
def test_addresses_are_uri_references(name: str, uri: str) -> None:
    assert address(name) == uri


def test_a_file_in_the_working_folder_is_relative_even_when_named_in_full() -> None:
    assert address(os.path.abspath("a/b.pdf")) == "a/b.pdf"


@pytest.mark.parametrize(
    ("clause", "at"),
    [
        # W3C's own anchors, from the table of contents of WCAG 2.2.
        ("WCAG 1.2.1", "https://www.w3.org/TR/WCAG22/#audio-only-and-video-only-prerecorded"),
        ("WCAG 3.3.4", "https://www.w3.org/TR/WCAG22/#error-prevention-legal-financial-data"),
        ("WCAG 2.4.11", "https://www.w3.org/TR/WCAG22/#focus-not-obscured-minimum"),
        ("ACT c487ae", "https://www.w3.org/WAI/standards-guidelines/act/rules/c487ae/"),
        ("PDF/UA-1 7.1-1", ""),
    ],
)
def test_clauses_have_addresses(clause: str, at: str) -> None:
    assert clause_address(clause) == at


def drawn() -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (300, 200), "red").save(file, "PNG")
    file.seek(0)
    return file


def fingerprints(made: Report) -> list[Any]:
    return [result["partialFingerprints"] for result in results(made)]


def test_the_same_thing_twice_has_two_fingerprints() -> None:
    twice = (PICTURE, [(on_page(1, thing="logo"), MISSING), (on_page(2, thing="logo"), MISSING)])
    first, second = fingerprints(one(twice))
    assert first["finding/v1"] == second["finding/v1"]
    assert first["primaryLocationLineHash"] != second["primaryLocationLineHash"]


def test_fingerprints_stay_when_a_paragraph_is_inserted_above(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    path = tmp_path / "agenda.docx"

    def found(*inserted: str) -> dict[str, str]:
        """The fingerprints of the faults in a document with a picture, by rule."""
        made = docx.Document()
        for text in (*inserted, "Dagordning för mötet"):
            made.add_paragraph(text)
        made.add_picture(drawn())
        made.save(str(path))
        checked = results(check([str(path)], load("accessible-for-everyone")))
        return {one["ruleId"]: one["partialFingerprints"]["primaryLocationLineHash"] for one in checked}

    before = found()
    assert {"content-picture-alt", "content-title"} <= set(before)
    assert found("Välkommen hit", "Alla är välkomna") == before


def test_fingerprints_do_not_follow_the_place() -> None:
    first, moved = (
        fingerprints(one((PICTURE, [(on_page(page, ("picture", page), thing="chart"), MISSING)])))
        for page in (1, 3)
    )
    assert first == moved


def test_what_could_not_be_checked_is_a_notification_and_no_success() -> None:
    made = report(
        document("a.doc", kind="", trouble=Trouble("no-kind", ".doc")),
        document("b.pdf", (TAGS, [(Where(), cannot_tell(RULE_BROKE, error="ValueError: x"))])),
        document("c.ics"),
    )
    run = run_of(made)
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    told = invocation["toolExecutionNotifications"]
    assert [(notice["descriptor"]["id"], notice["level"]) for notice in told] == [
        ("no-kind", "error"),
        ("rule-broke", "error"),
        ("no-requirement", "warning"),
    ]
    assert told[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a.doc"
    assert told[1]["associatedRule"] == {"id": "test-tags", "index": 0}
    assert run["results"] == []


def test_a_run_without_trouble_is_a_success_even_with_faults() -> None:
    (invocation,) = run_of(one((PICTURE, [(on_page(1), MISSING)])))["invocations"]
    assert invocation["executionSuccessful"] is True
    assert invocation["toolExecutionNotifications"] == []


def test_notes_on_the_run_are_told() -> None:
    (invocation,) = run_of(meeting_report(), "sv")["invocations"]
    (note,) = invocation["toolConfigurationNotifications"]
    assert note["message"]["text"].startswith("Undantaget för test-order")


def test_the_worst_comes_first_and_what_is_suppressed_last() -> None:
    order = [(bool(one["suppressions"]), one["level"]) for one in results(meeting_report())]
    assert order == sorted(order, key=lambda one: (one[0], ["error", "warning", "note"].index(one[1])))
    assert order[0] == (False, "error")


def test_ten_thousand_findings_stay_under_five_megabytes_and_the_rest_is_counted() -> None:
    made = huge()
    written = write(made, "sv")
    assert len(written.encode()) < FIVE_MB
    (run,) = json.loads(written)["runs"]
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    left_out = sum(len(part.judgements) for part in made.documents) - len(run["results"])
    assert f"{left_out:,}".replace(",", "\u202f") in notice["message"]["text"]
    assert len(run["results"]) > 2_000


def test_more_results_than_code_scanning_shows_are_there() -> None:
    """GitHub shows the 5,000 worst of a run."""
    assert len(results(many_places())) > 5_000


def test_nothing_in_it_steers_a_terminal_and_names_are_cut() -> None:
    written = write(hostile(), "en")
    assert not set(written) & (STEERING - {"\n"})
    assert len(written) < 100_000
    assert written.encode("utf-8")


def test_brackets_make_no_link() -> None:
    result = only_result(one((PICTURE, [(on_page(1), question("[a](https://example.org)"))])))
    assert "\\[a\\](https://example.org)" in result["message"]["text"]


def test_long_names_that_differ_at_the_middle_have_addresses_that_differ() -> None:
    first, second = (address("x" * 50_000 + letter + "y" * 50_000) for letter in "ab")
    assert first != second
    assert len(first) < 2_000
