"""The cells of a table make rows and columns (PDF/UA-1 7.2, ISO 32000-1 14.8.4.3.4).

The first row says how many columns there are, the first cell of each row how many rows, and the first fault found in
a table is the only one that is told, since what comes after it follows from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, cannot_tell, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.table_grid import Fault, Grid
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Callable

WHY = Text(
    "Someone who listens moves from cell to cell, along rows and down columns; where a row has too many "
    "cells or too few, a value is read under the wrong header, or the way down the column ends before the "
    "table does.",
    "Den som lyssnar går från cell till cell, längs rader och nedåt i kolumner; där en rad har för många "
    "eller för få celler läses ett värde under fel rubrik, eller så tar kolumnen slut före tabellen.",
)
FIX = Fix(
    Text(
        "Give every row of the table as many cells as the first, avoid merged cells, and make the PDF "
        "again; or put the number of columns and rows that the cells span right in Acrobat.",
        "Ge varje rad i tabellen lika många celler som den första, undvik sammanslagna celler och gör om "
        "pdf:en; eller rätta i Acrobat hur många kolumner och rader som cellerna sträcker sig över.",
    ),
    word=Text(
        "Select merged cells and choose Split Cells on the table's Layout tab, fill in the cells that are "
        "missing, and save as PDF again.",
        "Markera sammanslagna celler och välj Dela celler på tabellens flik Layout, fyll i celler som "
        "fattas och spara som pdf igen.",
    ),
    powerpoint=Text(
        "Select merged cells and choose Split Cells on the table's Layout tab, and save as PDF again.",
        "Markera sammanslagna celler och välj Dela celler på tabellens flik Layout och spara som pdf igen.",
    ),
    libreoffice=Text(
        "Put the cursor in a merged cell, choose Table > Split Cells, and export as PDF again.",
        "Ställ markören i en sammanslagen cell, välj Tabell > Dela celler och exportera som pdf igen.",
    ),
    acrobat=Text(
        "Open the table editor among the accessibility tools and, in the cell's properties, set how many "
        "rows and columns it spans.",
        "Öppna tabellredigeraren bland tillgänglighetsverktygen och ange i cellens egenskaper hur många "
        "rader och kolumner den sträcker sig över.",
    ),
)
TOO_BIG = Text(
    "The table has too many rows and columns to be checked: {rows} times {columns}.",
    "Tabellen har för många rader och kolumner för att kunna kontrolleras: {rows} gånger {columns}.",
)


def about(
    test: int, test_2: int, title: Text, message: str, text: Text
) -> Callable[[Callable[[Grid], Outcome]], Rule]:
    """Make a rule that is put to each table; in PDF/UA-1 it meets 7.2-``test``, in PDF/UA-2 8.2.5.26-``test_2``."""
    return rule(
        document=Pdf,
        each=lambda pdf: pdf.table_grids,
        meets=(f"PDF/UA-1 7.2-{test}", f"PDF/UA-2 8.2.5.26-{test_2}", "WCAG 1.3.1"),
        title=title,
        why=WHY,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages={message: text, "too-big": TOO_BIG},
    )


def has_not(fault: Fault, message: str, grid: Grid, **data: str | int) -> Outcome:
    """The table's first fault is another, or it has none."""
    if grid.fault is Fault.TOO_BIG:
        return cannot_tell("too-big", rows=grid.rows, columns=grid.columns)
    return failed(message, **data) if grid.fault is fault else passed()


@about(
    15,
    1,
    Text("The cells of a table do not overlap", "Tabellens celler överlappar inte varandra"),
    "overlap",
    Text(
        "In row {row}, column {column}, a cell lies on another that spans several rows.",
        "På rad {row}, kolumn {column}, ligger en cell över en annan som sträcker sig över flera rader.",
    ),
)
def table_cells_apart(grid: Grid) -> Outcome:
    """No two cells take the same place."""
    return has_not(Fault.OVERLAP, "overlap", grid, row=grid.row + 1, column=grid.column + 1)


@about(
    41,
    2,
    Text("The columns of a table are equally long", "Tabellens kolumner är lika långa"),
    "below-last-row",
    Text(
        "The cell in row {row}, column {column}, goes on below the table's last row, {rows}.",
        "Cellen på rad {row}, kolumn {column}, fortsätter nedanför tabellens sista rad, {rows}.",
    ),
)
def table_columns_equal(grid: Grid) -> Outcome:
    """No cell spans rows that are not there."""
    return has_not(
        Fault.BELOW_LAST_ROW,
        "below-last-row",
        grid,
        row=grid.row + 1,
        column=grid.column + 1,
        rows=grid.rows,
    )


@about(
    42,
    3,
    Text("No row of a table is too long", "Ingen rad i en tabell är för lång"),
    "too-long",
    Text(
        "Row {row} has more columns than the first row, which has {columns}.",
        "Rad {row} har fler kolumner än första raden, som har {columns}.",
    ),
)
def table_row_not_too_long(grid: Grid) -> Outcome:
    """No row has more columns than the first."""
    return has_not(Fault.TOO_LONG, "too-long", grid, row=grid.row + 1, columns=grid.columns)


@about(
    43,
    4,
    Text("No row of a table is too short", "Ingen rad i en tabell är för kort"),
    "too-short",
    Text(
        "Row {row} covers {wide} of the table's {columns} columns.",
        "Rad {row} täcker {wide} av tabellens {columns} kolumner.",
    ),
)
def table_row_not_too_short(grid: Grid) -> Outcome:
    """No row has fewer columns than the first."""
    return has_not(Fault.TOO_SHORT, "too-short", grid, row=grid.row + 1, wide=grid.wide, columns=grid.columns)


def examples() -> dict[str, dict[str, Pdf]]:
    def cell(rows: int = 1, columns: int = 1) -> Element:
        return Element("TD", attributes={"RowSpan": rows, "ColSpan": columns})

    def row(*cells: Element) -> Element:
        return Element("TR", kids=list(cells))

    def table(*kids: Element) -> Pdf:
        return Pdf(roots=(Element("Table", kids=list(kids)),))

    overlap = table(
        row(cell(), cell(), cell()),
        row(cell(), cell(2), cell()),
        row(cell(columns=2), cell()),
    )
    below = table(row(cell(), cell()), row(cell(), cell(2)))
    longer = table(row(cell(), cell()), row(cell(), cell(), cell()))
    shorter = table(row(cell(), cell()), row(cell()))
    two_faults = table(row(cell(), cell()), row(cell(), cell(), cell()), row(cell(), cell(2)))
    good = {
        "cannot-tell too-big": table(row(*(cell(columns=1_000) for _ in range(251)))),
        "passed, merged cells": table(
            row(cell(2), cell(columns=2)), row(cell(), cell()), row(cell(), cell(), cell())
        ),
        "passed, rows in groups": table(
            Element("THead", kids=[row(cell(), cell())]), Element("TBody", kids=[row(cell(), cell())])
        ),
        "passed, a Div between": table(
            Element("Div", kids=[row(Element("Div", kids=[cell()]))]), row(cell())
        ),
        "passed, the first cell spans rows": table(row(cell(2), cell()), row(cell())),
        "passed, a caption": table(Element("Caption"), row(cell())),
        "passed, no rows": table(),
        "passed, a table inside": table(row(Element("TD", kids=[Element("Table", kids=[row(cell())])]))),
        "inapplicable": Pdf(roots=(Element("P"),)),
    }
    return {
        "table_cells_apart": {"failed overlap": overlap, "passed, another fault": shorter, **good},
        "table_columns_equal": {
            "failed below-last-row": below,
            "passed, the first cell says how many rows there are": table(row(cell(2), cell()), row(cell())),
            "passed, another fault comes first": two_faults,
            **good,
        },
        "table_row_not_too_long": {
            "failed too-long": longer,
            "failed too-long, the first row decides": table(
                row(cell()), row(cell(), cell()), row(cell(), cell())
            ),
            "failed too-long, another fault after it": two_faults,
            "passed, another fault": shorter,
            **good,
        },
        "table_row_not_too_short": {
            "failed too-short": shorter,
            "failed too-short, a row that its first cell promises": table(
                row(cell(2), cell(2)), row(), row(cell())
            ),
            "failed too-short, an empty row": table(row(cell()), row()),
            "passed, another fault is found before it": table(
                row(cell(), cell()), row(cell()), row(cell(), cell(2))
            ),
            **good,
        },
    }
