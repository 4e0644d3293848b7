"""Whole fixture meetings: the bad version fails for the planted reasons and no other, the good one passes."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest

from a11ycheck import passed, ruleset
from a11ycheck.check import DocumentReport, Report, check, judged_anew
from a11ycheck.decisions import Answer, Decisions
from a11ycheck.outcome import Status
from a11ycheck.verdict import Verdict
from browser import need_browser
from places import ROOT

TODAY = datetime.date(2026, 11, 5)
"""Before any of the meetings, so that what is asked of them does not change with the day of the test."""
MEETINGS = sorted((ROOT / "fixtures" / "meetings").iterdir())
INSIDE = " > "
"""Stands between a mail and what is attached to it."""


def documents(meeting: Path) -> list[tuple[Path, dict[str, Any]]]:
    expected = tomllib.loads((meeting / "expected.toml").read_text("utf-8"))
    return [(meeting / document["file"], document) for document in expected["document"]]


def need_what_it_takes(meeting: Path) -> None:
    """An event page takes a browser."""
    if any(meeting.rglob("*.html")):
        need_browser()


def checked(folder: Path) -> Report:
    return check([str(folder)], ruleset.load(ruleset.DEFAULT), decisions=Decisions(today=TODAY))


def ids_with(report: DocumentReport, status: Status) -> set[str]:
    return {each.rule.id for each in report.judgements if each.outcome.status is status}


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda path: path.name)
def test_each_document_has_the_planted_faults_and_no_other(meeting: Path) -> None:
    need_what_it_takes(meeting)
    expected = documents(meeting)
    named = [str(path) for path, _ in expected if INSIDE not in path.name]
    report = check(named, ruleset.load(ruleset.DEFAULT), decisions=Decisions(today=TODAY))
    found = {
        document.source.name: (ids_with(document, Status.FAILED), ids_with(document, Status.CANNOT_TELL))
        for document in report.documents
    }
    assert found == {
        str(path): (set(document["fails"]), set(document["asks"])) for path, document in expected
    }


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda path: path.name)
@pytest.mark.parametrize("version", ["good", "bad"])
def test_the_meeting_as_a_whole_fails_and_asks_what_is_planted(meeting: Path, version: str) -> None:
    need_what_it_takes(meeting)
    expected = tomllib.loads((meeting / "expected.toml").read_text("utf-8"))["meeting"][version]
    report = checked(meeting / version)
    assert report.meeting is not None
    assert {
        "fails": {each.rule.id for each in report.meeting.judgements if each.must_be_mended},
        "asks": {each.rule.id for each in report.meeting.judgements if each.blocks},
    } == {"fails": set(expected["fails"]), "asks": set(expected["asks"])}


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda path: path.name)
def test_the_good_meeting_passes_once_its_questions_are_answered(meeting: Path) -> None:
    need_what_it_takes(meeting)
    report = checked(meeting / "good")
    open_questions = [each for part in report.all_parts() for each in part.judgements if each.blocks]
    answers = [
        Answer(each.finding.key, each.finding.outcome.yes == passed(), "Anna Alm", TODAY)
        for each in open_questions
    ]
    answered = judged_anew(report, Decisions(answers, today=TODAY))
    assert {part.verdict for part in answered.all_parts()} == {Verdict.PASS}
    assert answered.verdict is Verdict.PASS
    assert report.verdict is (Verdict.UNDECIDED if open_questions else Verdict.PASS)


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda path: path.name)
def test_the_bad_meeting_fails_in_each_document(meeting: Path) -> None:
    need_what_it_takes(meeting)
    report = checked(meeting / "bad")
    assert {document.verdict for document in report.documents} == {Verdict.FAIL}
    assert report.verdict is Verdict.FAIL


def test_an_event_page_leads_to_the_documents_and_the_calendar_file_beside_it() -> None:
    need_browser()
    page = ROOT / "fixtures" / "meetings" / "forumkonferensen" / "good" / "index.html"
    report = check([str(page)], ruleset.load(ruleset.DEFAULT), decisions=Decisions(today=TODAY))
    found = {Path(document.source.name).name for document in report.documents if document.source.found_in}
    assert found == {"inbjudan.pdf", "inspirationsskrift.pdf", "presentation.pdf", "forumkonferensen.ics"}
    assert {document.verdict for document in report.documents} == {Verdict.PASS}
