"""A value in a table with headers can be read under one of them.

Where the tags only leave unsaid which way a header cell points, the place of the header tells it and nobody loses
anything: that is for a rule of PDF/UA-1 alone. Tables without header cells are the business of content-table-headers.
"""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.table_grid import HeaderSearch
from a11ycheck.documents.pdf.tree_model import Element


@rule(
    document=Pdf,
    each=lambda pdf: pdf.header_searches,
    meets=("PDF/UA-1 7.5-1", "WCAG 1.3.1"),
    title=Text("Table cells have a header", "Tabellens celler har en rubrik"),
    why=Text(
        "Someone who listens hears one cell at a time together with its headers; without one they cannot "
        "know what the value stands for.",
        "Den som lyssnar hör en cell i taget tillsammans med dess rubriker; utan rubrik går det inte att "
        "veta vad värdet står för.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Mark every cell that names a column or row as a header cell, and make the PDF again.",
            "Markera varje cell som namnger en kolumn eller rad som rubrikcell och gör om pdf:en.",
        ),
        word=Text(
            "Put the whole header in one row, put the cursor in it, choose Repeat Header Rows on the "
            "table's Layout tab, and save as PDF again.",
            "Samla rubrikerna på en rad, ställ markören där, välj Upprepa rubrikrader på tabellens flik "
            "Layout och spara som pdf igen.",
        ),
        powerpoint=Text(
            "Select the table, tick Header Row on the table's design tab, and save as PDF again.",
            "Markera tabellen, kryssa i Rubrikrad på tabellens designflik och spara som pdf igen.",
        ),
        libreoffice=steps.HEADER_ROW_IN_LIBREOFFICE,
        acrobat=Text(
            "Open the Tags panel and change the tag of the cell that holds the header from TD to TH.",
            "Öppna panelen Taggar och ändra taggen för cellen med rubriken från TD till TH.",
        ),
    ),
    messages={
        "none": Text(
            "The cell “{cell}” in row {row}, column {column}, has no header, though the table has header "
            "cells.",
            "Cellen ”{cell}” på rad {row}, kolumn {column}, har ingen rubrik, fast tabellen har "
            "rubrikceller.",
        ),
    },
)
def table_cell_header(search: HeaderSearch) -> Outcome:
    """No value with words at the top of its column is without a header cell above it and before it."""
    lost = search.lost
    if lost is None or search.unknown:
        return passed()
    return failed("none", cell=lost.element.text, row=lost.row + 1, column=lost.column + 1)


def examples() -> dict[str, Pdf]:
    def header(text: str, **attributes: object) -> Element:
        return Element("TH", text=text, attributes=attributes)

    def cell(text: str, **attributes: object) -> Element:
        return Element("TD", text=text, attributes=attributes)

    def table(*rows: list[Element]) -> Pdf:
        return Pdf(roots=(Element("Table", kids=[Element("TR", kids=list(row)) for row in rows]),))

    value = [cell("Umeå"), cell("140")]
    half_marked = [header("Ort"), cell("Deltagare")]
    return {
        "failed none": table(half_marked, value),
        "failed none, a row below it": table(half_marked, [cell("Umeå"), cell("")], value),
        "passed, by place": table([header("Ort"), header("Deltagare")], value),
        "passed, down the side": table([header("Ort"), cell("Umeå")], [header("Deltagare"), cell("140")]),
        "passed, the column has no words at its top": table([header("Ort"), cell("")], value),
        "passed, an empty cell": table(half_marked, [cell("Umeå"), cell(" ")]),
        "passed, a title above the headers": table(
            [cell("Deltagare per ort", ColSpan=2)], [header("Ort"), header("Deltagare")], value
        ),
        "passed, the first fault is another": table(
            [header("Ort"), cell("Deltagare", Headers=("a",))], value
        ),
        "inapplicable, every header says its scope": table(
            [header("Ort", Scope="Column"), cell("Deltagare")], value
        ),
        "inapplicable, no headers": table([cell("Ort"), cell("Deltagare")], value),
        "inapplicable, no regular table": table(half_marked, [cell("Umeå")]),
    }
