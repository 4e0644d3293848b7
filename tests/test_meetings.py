"""Whole fixture meetings: the bad version fails for the planted reasons and no other, the good one passes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from a11ycheck import ruleset
from a11ycheck.check import DocumentReport, check
from a11ycheck.outcome import Status
from a11ycheck.verdict import Verdict
from browser import need_browser
from places import ROOT

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


def ids_with(report: DocumentReport, status: Status) -> set[str]:
    return {each.rule.id for each in report.judgements if each.outcome.status is status}


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda path: path.name)
def test_each_document_has_the_planted_faults_and_no_other(meeting: Path) -> None:
    need_what_it_takes(meeting)
    expected = documents(meeting)
    named = [str(path) for path, _ in expected if INSIDE not in path.name]
    report = check(named, ruleset.load(ruleset.DEFAULT))
    found = {
        document.source.name: (ids_with(document, Status.FAILED), ids_with(document, Status.CANNOT_TELL))
        for document in report.documents
    }
    assert found == {
        str(path): (set(document["fails"]), set(document["asks"])) for path, document in expected
    }


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda path: path.name)
@pytest.mark.parametrize(("version", "verdict"), [("good", Verdict.PASS), ("bad", Verdict.FAIL)])
def test_the_good_meeting_passes_and_the_bad_one_fails(meeting: Path, version: str, verdict: Verdict) -> None:
    need_what_it_takes(meeting)
    report = check([str(meeting / version)], ruleset.load(ruleset.DEFAULT))
    assert {document.verdict for document in report.documents} == {verdict}
    assert report.verdict is verdict


def test_an_event_page_leads_to_the_documents_and_the_calendar_file_beside_it() -> None:
    need_browser()
    page = ROOT / "fixtures" / "meetings" / "forumkonferensen" / "good" / "index.html"
    report = check([str(page)], ruleset.load(ruleset.DEFAULT))
    found = {Path(document.source.name).name for document in report.documents if document.source.found_in}
    assert found == {"inbjudan.pdf", "inspirationsskrift.pdf", "presentation.pdf", "forumkonferensen.ics"}
    assert {document.verdict for document in report.documents} == {Verdict.PASS}
