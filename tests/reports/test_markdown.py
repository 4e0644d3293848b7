"""The report as a summary for a pull request."""

from __future__ import annotations

import re

import pytest
from reports.golden_files import assert_golden
from reports.hard import STEERING, hostile, huge, many_places
from reports.sample import MISSING, PICTURE, TAGS, document, made, meeting_report, on_page, question, report

from a11ycheck import Text, failed
from a11ycheck.check import Report
from a11ycheck.reports.markdown import text, write

MOST_IN_A_COMMENT = 65_536
"""GitHub's limit on the body of a comment, in characters."""


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_whole_report_looks_like_this(language: str) -> None:
    assert_golden(f"meeting.{language}.md", write(meeting_report(), language))


def test_the_verdict_is_the_heading() -> None:
    assert write(report(document("a.pdf", (TAGS, []))), "en").startswith("## ✓ Passes: a.pdf\n")
    assert write(meeting_report(), "sv").startswith("## ✕ Inte godkänt: forum-2026\n")


def test_at_most_five_things_come_first_and_the_rest_is_folded() -> None:
    rules = [
        made(f"test-{n}", {"x": Text(f"Fault {n}.", f"Fel {n}.")}, meets=("WCAG 1.1.1",)) for n in range(9)
    ]
    written = write(report(document("a.pdf", *((rule, [(on_page(1), failed("x"))]) for rule in rules))), "en")
    first, folded = written.split("<summary>More that must be mended (4)</summary>")
    assert re.findall(r"^\d\. \*\*Fault (\d)", first, re.MULTILINE) == list("01234")
    assert re.findall(r"^- \*\*Fault (\d)", folded, re.MULTILINE) == list("5678")


def test_every_document_has_a_row() -> None:
    written = write(meeting_report(), "en")
    rows = [line for line in written.splitlines() if line.startswith("| ")]
    assert rows[0] == "| Verdict | Document | To do |"
    assert rows[3] == "| ✓ Passes | karta.pdf | – |"
    assert len(rows) == 1 + len(meeting_report().all_parts())
    assert {line.count("|") for line in rows} == {4}


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("a *b* _c_ `d`", r"a \*b\* \_c\_ \`d\`"),
        ("[a](b) ![c](d)", r"\[a\]\(b\) !\[c\]\(d\)"),
        ("<img src=x> &amp;", "&lt;img src=x&gt; &amp;amp;"),
        ("a | b", r"a \| b"),
        ("@all", "@<!-- -->all"),
        ("a@example.org", "a@<!-- -->example.org"),
        ("#12 and !34", r"\#<!-- -->12 and !<!-- -->34"),
        ("https://example.org", "https://<!-- -->example.org"),
        ("www.example.org", "www<!-- -->.example.org"),
        ("- a", r"\- a"),
        ("1. a", r"1\. a"),
        ("# a\n# b", r"\# a \# b"),
        ("a-b 1.5", "a-b 1.5"),
        ("a\\", "a\\\\"),
    ],
)
def test_words_of_a_document_are_shown_and_do_nothing(said: str, written: str) -> None:
    assert text(said) == written


def test_a_document_cannot_leave_its_place() -> None:
    written = write(hostile(), "en")
    assert not set(written) & (STEERING - {"\n"})
    assert "<script" not in written
    tags = set(re.findall(r"<(?!!-- -->)[^>]*>", written))
    assert tags <= {"<details>", "</details>", "<summary>", "</summary>"}
    assert re.search(r"(?<!\\)\]\(", written) is None
    assert "@all" not in written


@pytest.mark.parametrize("reported", [huge(), many_places(), hostile()], ids=["huge", "many", "hostile"])
def test_it_fits_in_a_comment(reported: Report) -> None:
    assert len(write(reported, "sv")) < MOST_IN_A_COMMENT


def test_what_does_not_fit_is_counted() -> None:
    asked = [(on_page(n, thing=str(n)), question(f"Picture {n}")) for n in range(3)]
    many = report(*(document(f"{n}.pdf", (PICTURE, [(on_page(1), MISSING), *asked])) for n in range(150)))
    assert "| | and 50 more; all are in the JSON report | |" in write(many, "en")
