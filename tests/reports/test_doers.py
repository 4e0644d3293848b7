"""Who does the work, by document and by what a fault is about."""

from __future__ import annotations

import pytest
from reports.sample import MISSING, document, made, on_page, report

from a11ycheck import Text
from a11ycheck.documents.facts import Facts
from a11ycheck.reports.doers import Doer, doers
from a11ycheck.reports.summary import Summary

WORDS = {"missing": Text("It is missing.", "Den saknas.")}


@pytest.mark.parametrize(
    ("rule", "clauses", "kind", "program", "who"),
    [
        ("content-picture-alt", ("WCAG 1.1.1",), "office", "word", Doer.COMMUNICATOR),
        ("content-picture-alt", ("WCAG 1.1.1",), "pdf", "indesign", Doer.DESIGNER),
        ("content-picture-alt", ("WCAG 1.1.1",), "page", "", Doer.COMMUNICATOR),
        ("axe-color-contrast", ("WCAG 1.4.3",), "page", "", Doer.DESIGNER),
        ("axe-label", ("WCAG 4.1.2",), "page", "", Doer.DEVELOPER),
        ("page-captcha", ("WCAG 1.1.1", "WCAG 3.3.8"), "page", "", Doer.DEVELOPER),
        ("page-video-captions", ("WCAG 1.2.2",), "page", "", Doer.RECORDER),
        ("recording-captions-present", ("WCAG 1.2.2",), "recording", "", Doer.RECORDER),
        ("meeting-dial-in", (), "meeting", "", Doer.ORGANISER),
        ("invitation-place", (), "pdf", "word", Doer.ORGANISER),
    ],
)
def test_who_mends_it(rule: str, clauses: tuple[str, ...], kind: str, program: str, who: Doer) -> None:
    put = (made(rule, WORDS, meets=clauses), [(on_page(1), MISSING)])
    summary = Summary(report(document("a", put, kind=kind, facts=Facts(program=program))), "en")
    assert [doers(entry) for entry in (*summary.mend, *summary.advice)] == [(who,)]
