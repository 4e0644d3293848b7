"""The report as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from reports.hard import BAD, FIVE_MB, STEERING, hostile, huge, many_places
from reports.sample import MISSING, PICTURE, document, meeting_report, on_page, question, report

from a11ycheck.check import Report
from a11ycheck.reports.csv import guarded, write

SIGNS = "=+-@＝＋－＠"


def read(made: Report, language: str = "en") -> list[list[str]]:
    written = write(made, language)
    assert written.startswith("\ufeff")
    return list(csv.reader(io.StringIO(written[1:]), delimiter=";" if language == "sv" else ",", strict=True))


def test_a_heading_row_and_a_row_for_each_finding() -> None:
    heading, row = read(report(document("a.pdf", (PICTURE, [(on_page(1), MISSING)]))))
    told = dict(zip(heading, row, strict=True))
    assert told.pop("Key")
    assert told == {
        "Document": "a.pdf",
        "What it is": "must be mended",
        "What was found": "The picture has no alternative text.",
        "Where": "page 1",
        "How to mend it": "Write in one or two sentences what the picture tells.",
        "Who it concerns": "people who use a screen reader",
        "Answer, waiver or exemption": "",
        "Rule": "test-picture",
        "Clauses": "WCAG 1.1.1, EN 301 549 10.1.1.1",
    }


def test_in_swedish_the_separator_is_a_semicolon() -> None:
    assert write(report(), "sv").startswith('\ufeff"Dokument";"Vad det är"')
    assert write(report(), "en").startswith('\ufeff"Document","What it is"')


def test_what_must_be_mended_comes_first_then_what_could_not_be_checked() -> None:
    what = [row[1] for row in read(meeting_report())[1:]]
    order = dict.fromkeys(what)
    assert list(order)[:3] == ["must be mended", "could not be checked", "question that must be answered"]
    assert list(order)[-2:] == ["waived", "answered"]
    total = sum(len(part.judgements) for part in meeting_report().all_parts())
    assert len(what) == total + 2  # and two documents that could not be checked


@pytest.mark.parametrize(
    "begins",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "＝1",
        '=HYPERLINK("http://x")',
        "\x00=1",
    ],
)
def test_no_cell_is_a_formula(begins: str) -> None:
    assert guarded(begins)[0] not in f"{SIGNS}\t\r\n"
    rows = read(report(document(f"{begins}.pdf", (PICTURE, [(on_page(1), question(begins))]))))
    assert all(not cell or cell[0] not in f"{SIGNS}\t\r" for row in rows for cell in row)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_cell_is_a_formula_where_the_other_separator_is_used(language: str) -> None:
    other = "," if language == "sv" else ";"
    title = f'a{other}=1+1{other} "@x{other}-2'
    written = write(report(document(title, (PICTURE, [(on_page(1), question(title))]))), language)
    cells = [cell.strip("\" '") for cell in written[1:].replace("\n", other).split(other)]
    raw = [cell.lstrip('" ') for cell in written[1:].replace("\n", other).split(other)]
    assert "=1+1" in "".join(cells)
    assert all(not cell or cell[0] not in SIGNS for cell in raw)


def test_plain_text_is_left_alone() -> None:
    for text in ("Mötet – dagordning", "a-b", "1 = 1", "it's", "sida 2, bild ”Karta”"):
        assert guarded(text) == text


def test_each_finding_is_one_line_without_steering_characters() -> None:
    written = write(hostile(), "en")
    assert not set(written) & (STEERING - {"\n"})
    assert len(written.splitlines()) == len(read(hostile()))
    assert "<script>alert(1)</script>" in written
    assert BAD not in written


def test_ten_thousand_findings_are_all_there_or_counted() -> None:
    assert len(read(many_places())) == 10_001
    made = huge()
    written = write(made, "sv")
    assert len(written.encode()) < FIVE_MB
    rows = read(made, "sv")
    left_out = sum(len(part.judgements) for part in made.documents) - (len(rows) - 2)
    assert left_out > 0
    assert rows[-1] == [
        f"och {left_out:,} till; alla finns i JSON-rapporten".replace(",", "\N{NARROW NO-BREAK SPACE}")
    ]
