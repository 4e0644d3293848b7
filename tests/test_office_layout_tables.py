"""Which tables only place things, and what is read of them then."""

from __future__ import annotations

import pytest

from a11ycheck.documents.content import Heading, Paragraph, Picture
from a11ycheck.documents.content import Table as ContentTable
from a11ycheck.documents.office.model import Block, Table, TableCell, TableRow
from a11ycheck.documents.office.model import Paragraph as Written
from a11ycheck.documents.office.open import open_office
from office_parts import docx, paragraph, style

HEADING = style("Rubrik1", "heading 1")
FRAME = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def cell(*held: str | Block, background: str | None = "") -> TableCell:
    return TableCell(
        tuple(Written(each) if isinstance(each, str) else each for each in held), 1, 1, background
    )


def table(*rows: tuple[TableCell, ...], borders: bool | None = False, header: bool = False) -> Table:
    return Table(tuple(TableRow(row, header and row is rows[0]) for row in rows), borders=borders)


DATA = ((cell("Tid"), cell("Punkt")), (cell("18.00"), cell("Val av styrelse")))
RESUME = (
    (cell("Anna Berg"), cell("")),
    (cell(""), cell("")),
    (cell("Erfarenhet"), cell("Ordförande")),
    (cell(""), cell("")),
)
LETTER = ((cell("Föreningen", "Storgatan 1"), cell("Anna Berg", "Lillgatan 2")),) * 2
TO_SIGN = ((cell("Ordförande"), cell("__________")), (cell("Sekreterare"), cell("__________")))


@pytest.mark.parametrize(
    ("found", "is_layout"),
    [
        (table(*RESUME), True),
        (table(*LETTER), True),
        (table(*TO_SIGN), True),
        (table((cell("Datum"), cell("Dnr 12"))), True),
        (table((cell("Datum"),), (cell("Dnr 12"),)), True),
        (table(*DATA, (cell(table(*DATA)), cell(""))), True),
        (table(*DATA), False),
        # What has lines, colours or headers looks like a table, or says that it is one.
        (table(*RESUME, borders=True), False),
        (table(*RESUME, borders=None), False),
        (table(*RESUME, header=True), False),
        (table((cell("Anna Berg", background="D9D9D9"), cell("")), *RESUME[1:]), False),
        (table(*RESUME)._replace(header_column=True), False),
        # Gaps in a table whose rows or columns have names.
        (table((cell("Namn"), cell("Svar")), (cell(""), cell("")), (cell(""), cell(""))), False),
        (table((cell(""), cell("")), (cell("Namn"), cell("")), (cell("Ort"), cell(""))), False),
        # A sign that only decorates names nothing.
        (table((cell(""), cell("")), (cell("\uf07d"), cell("Anna Berg", "Lillgatan 2"))), True),
        # Several paragraphs in some cells: an agenda.
        (table((cell("18.00"), cell("Val", "Valberedningen")), (cell("18.30"), cell("Frågor"))), False),
    ],
)
def test_a_table_is_for_layout_only_where_that_is_certain(found: Table, is_layout: bool) -> None:
    assert found.is_layout is is_layout


def drawn(*rows: tuple[str, ...], borders: str = "") -> str:
    made = "".join(f"<w:tr>{''.join(f'<w:tc>{held}</w:tc>' for held in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{made}</w:tbl>"


def test_what_a_layout_table_holds_is_read_as_text() -> None:
    held = ((paragraph("Anna Berg", "Rubrik1"), paragraph("Storgatan 1") + paragraph("Lund")),)
    content = open_office(docx(drawn(*held), styles=HEADING)).content
    assert [(type(block), getattr(block, "text", "")) for block in content.blocks] == [
        (Heading, "Anna Berg"),
        (Paragraph, "Storgatan 1"),
        (Paragraph, "Lund"),
    ]


def test_the_same_table_with_lines_is_a_table() -> None:
    held = ((paragraph("Anna Berg"), paragraph("Storgatan 1")),)
    content = open_office(docx(drawn(*held, borders=FRAME))).content
    assert [type(block) for block in content.blocks] == [ContentTable]


def test_a_heading_in_a_table_that_holds_only_a_picture_is_not_empty() -> None:
    def heading(alt: str) -> str:
        return (
            '<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Logga" '
            f'descr="{alt}"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing>'
            "</w:r></w:p>"
        )

    rows = ((heading("Sidvinden"), heading("")), (paragraph("18.00"), paragraph("Val av styrelse")))
    content = open_office(docx(drawn(*rows, borders=FRAME), styles=HEADING)).content
    assert [found.text for found in content.headings()] == ["Sidvinden"]
    assert len([block for block in content.blocks if isinstance(block, Picture)]) == 2
