"""The report and the review pass their own gate: axe-core's rules and ours find nothing, in pages and in the PDF."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from reports.sample import meeting_report
from reports.test_html import huge, passing

from a11ycheck import ruleset
from a11ycheck.check import DocumentReport, check
from a11ycheck.decisions import Decisions
from a11ycheck.outcome import Status
from a11ycheck.reports import html, pdf
from a11ycheck.review.reviewing import Review, View, page
from a11ycheck.verdict import Verdict
from browser import need_browser
from places import ROOT

MEETINGS = sorted((ROOT / "fixtures" / "meetings").iterdir())
QUOTES = {"page-abbreviation-explained"}
"""Advice on words that the report only quotes: it says of a document that it does not explain them."""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, DocumentReport]:
    """The report and the review of each fixture meeting, and a report of ten thousand findings, checked in one run."""
    need_browser()
    folder = tmp_path_factory.mktemp("reports")
    demands = ruleset.load(ruleset.DEFAULT)
    for meeting in MEETINGS:
        report = check([str(meeting / "bad")], demands, show=True)
        # A report in another language than what it quotes is the harder one.
        language = "sv" if meeting.name.endswith("-en") else "en"
        (folder / f"{meeting.name}.html").write_text(html.write(report, language), "utf-8")
        review = Review(report, Decisions(), folder / "answers.toml", language)
        (folder / f"{meeting.name}, review.html").write_text(page(View(review.state())), "utf-8")
        good = html.write(check([str(meeting / "good")], demands, show=True), language)
        (folder / f"{meeting.name}, good.html").write_text(good, "utf-8")
    (folder / "huge.html").write_text(html.write(huge(), "sv"), "utf-8")
    report = check([str(folder)], demands)
    return {Path(part.source.name).stem: part for part in report.documents}


def failing(part: DocumentReport) -> set[str]:
    return {each.rule.id for each in part.judgements if each.outcome.status is Status.FAILED}


NAMES = [
    name
    for meeting in MEETINGS
    for name in (meeting.name, f"{meeting.name}, review", f"{meeting.name}, good")
]


@pytest.mark.parametrize("name", [*NAMES, "huge"])
def test_nothing_is_found_in_the_page(checked: Mapping[str, DocumentReport], name: str) -> None:
    part = checked[name]
    assert part.trouble is None
    assert failing(part) <= QUOTES
    assert part.verdict is Verdict.PASS
    axe = [put for put in part.rules if put.id.startswith("axe-")]
    assert sum(put.count.passed for put in axe) >= 30


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need_browser()
    folder = tmp_path_factory.mktemp("printed")
    for language in html.LANGUAGES:
        (folder / f"meeting-{language}.pdf").write_bytes(pdf.write(meeting_report(), language))
    (folder / "passing.pdf").write_bytes(pdf.write(passing(), "sv"))
    return folder


def test_the_pdf_passes_wcag(printed: Path) -> None:
    report = check([str(printed)], ruleset.load("wcag22-aa"))
    assert [failing(part) for part in report.documents] == [set()] * 3
    assert report.verdict is Verdict.PASS


def test_the_pdf_lacks_nothing_of_pdf_ua_but_the_claim(printed: Path) -> None:
    report = check([str(printed)], ruleset.load("pdfua-1"))
    assert [failing(part) for part in report.documents] == [{"pdfua1-identifier-present"}] * 3


def test_the_pdf_has_title_language_outline_and_words_for_links(printed: Path) -> None:
    import pikepdf

    with pikepdf.open(printed / "meeting-sv.pdf") as opened:
        assert str(opened.Root.Lang) == "sv"
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
        with opened.open_metadata() as metadata:
            assert metadata["dc:title"] == "Inte godkänt: forum-2026 – Tillgänglighetsrapport"
        with opened.open_outline() as outline:
            headings = [item.title for item in outline.root[0].children]
        assert headings[1:4] == [
            "Rätta det här först",
            "Frågor som bara en människa kan svara på",
            "Kunde inte kontrolleras",
        ]
        said = {str(link.Contents) for page in opened.pages for link in page.obj.get("/Annots", ())}
        assert "3 måste rättas" in said
