"""Tables have no merged or split cells.

In Word and OpenDocument a header can only be told by its row or column; but where the cells still read in order nobody
is shut out, so this rule meets no clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.office.model import Office, Paragraph, Story, Table, TableCell, TableRow


def tables_of_cells(document: Office) -> Iterator[Table]:
    """Tables with two rows and two columns at least, that are not decorative."""
    return (
        table
        for table in document.tables
        if len(table.rows) > 1 and table.columns > 1 and not table.decorative
    )


def title_row(table: Table) -> str:
    """The text of a first row that is one cell across all columns, where nothing else is merged."""
    first, *rest = table.rows
    others = any(cell.columns > 1 or cell.rows > 1 for row in rest for cell in row.cells)
    whole = len(first.cells) == 1 and first.cells[0].columns == table.columns and first.cells[0].rows == 1
    return first.cells[0].text.strip() if whole and not others and not table.split else ""


@rule(
    document=Office,
    each=tables_of_cells,
    title=Text("Tables have no merged or split cells", "Tabeller har inga sammanfogade eller delade celler"),
    why=Text(
        "A screen reader tells where in the table the listener is by row and column; merged and split cells make it "
        "count wrong, or say the wrong header.",
        "Skärmläsaren säger var i tabellen man är med rad och kolumn; sammanfogade och delade celler får den att räkna "
        "fel eller säga fel rubrik.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Make the table simple: one thing in each cell and no cell across several, or two tables in place of one.",
            "Gör tabellen enkel: en sak i varje cell och ingen cell över flera, eller två tabeller i stället för en.",
        ),
        word=Text(
            "Select the merged cell and choose Layout > Split Cells; select split cells and choose Merge Cells.",
            "Markera den sammanfogade cellen och välj Layout > Dela celler; markera delade celler och välj "
            "Sammanfoga celler.",
        ),
        powerpoint=Text(
            "Select the merged cell and choose Layout > Split Cells; select split cells and choose Merge Cells.",
            "Markera den sammanfogade cellen och välj Layout > Dela celler; markera delade celler och välj "
            "Sammanfoga celler.",
        ),
        libreoffice=Text(
            "Select the merged cell and choose Table > Split Cells; select split cells and choose Merge Cells.",
            "Markera den sammanfogade cellen och välj Tabell > Dela celler; markera delade celler och välj "
            "Sammanfoga celler.",
        ),
    ),
    messages={
        "merged": Text(
            "{count} cells stretch over several rows or columns.",
            "{count} celler sträcker sig över flera rader eller kolumner.",
        ),
        "one": Text(
            "One cell stretches over several rows or columns.",
            "En cell sträcker sig över flera rader eller kolumner.",
        ),
        "split": Text(
            "Some rows have borders between columns where others have none.",
            "Vissa rader har gränser mellan kolumner där andra inte har några.",
        ),
        "title-row": Text(
            "The first row is a single cell, “{text}”: a caption above the table says it better.",
            "Den första raden är en enda cell, ”{text}”: en tabelltext ovanför tabellen säger det bättre.",
        ),
    },
)
def table_merged(table: Table) -> Outcome:
    """No cell stretches over several, and all rows have the same columns."""
    if title := title_row(table):
        return failed("title-row", text=title)
    count = sum(cell.columns > 1 or cell.rows > 1 for cell in table.cells)
    if count:
        return failed("one") if count == 1 else failed("merged", count=count)
    return failed("split") if table.split else passed()


def examples() -> dict[str, Office]:
    def cell(text: str = "Val", columns: int = 1, rows: int = 1) -> TableCell:
        return TableCell((Paragraph(text),), columns, rows)

    def office(*rows: tuple[TableCell, ...], split: bool = False, decorative: bool = False) -> Office:
        made = Table(tuple(map(TableRow, rows)), number=1, split=split, decorative=decorative)
        return Office(stories=(Story("body", (made,)),))

    plain = (cell("Tid"), cell("Punkt"))
    return {
        "failed merged": office((cell(rows=2), cell()), (cell(),), (cell(columns=2),)),
        "failed one": office(plain, (cell("Paus", columns=2),), plain),
        "failed split": office(plain, plain, split=True),
        "failed title-row": office((cell("Program", columns=2),), plain, plain),
        "passed": office(plain, plain),
        "inapplicable, one row": office((cell(columns=2), cell())),
        "inapplicable, decorative": office((cell(rows=2), cell()), (cell(),), decorative=True),
    }
