"""The tags name the headers of each data cell (PDF/UA-1 7.5).

A cell names its headers by id, or a header cell above or before it says by its Scope that it stands for that column or
row; PDF 1.7 has no default Scope. In each table the first cell without a header is told of. Where a header cell's place
tells what its tags leave unsaid, nobody loses anything, so these rules meet no clause of WCAG; where nothing tells it,
pdf-table-cell-header does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.table_grid import HeaderSearch
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Callable

WHY = Text(
    "Someone who listens hears each cell together with its headers; a reader that goes by the tags alone "
    "does not know which those are.",
    "Den som lyssnar hör varje cell tillsammans med dess rubriker; en läsare som bara går efter taggarna "
    "vet inte vilka de är.",
)
FIX = Fix(
    Text(
        "Make the PDF again with a program that writes which column or row each header cell stands for, or "
        "set it in Acrobat.",
        "Gör om pdf:en med ett program som skriver vilken kolumn eller rad varje rubrikcell står för, eller "
        "ange det i Acrobat.",
    ),
    libreoffice=steps.EXPORT_AGAIN_AS_UA_IN_LIBREOFFICE,
    acrobat=Text(
        "Open the table editor among the accessibility tools and set the scope of each header cell: column, "
        "row or both.",
        "Öppna tabellredigeraren bland tillgänglighetsverktygen och ange räckvidden för varje rubrikcell: "
        "kolumn, rad eller båda.",
    ),
)


def about(
    test: int, title: Text, messages: dict[str, Text]
) -> Callable[[Callable[[HeaderSearch], Outcome]], Rule]:
    """Make a rule that is put to each table whose header cells do not all say their scope."""
    return rule(
        document=Pdf,
        each=lambda pdf: pdf.header_searches,
        meets=(f"PDF/UA-1 7.5-{test}",),
        title=title,
        why=WHY,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages=messages,
    )


@about(
    1,
    Text("The tags name each table cell's header", "Taggarna namnger varje tabellcells rubrik"),
    {
        "unsaid": Text(
            "The tags name no header for the cell “{cell}” in row {row}, column {column}.",
            "Taggarna namnger ingen rubrik för cellen ”{cell}” på rad {row}, kolumn {column}.",
        )
    },
)
def table_cell_header_named(search: HeaderSearch) -> Outcome:
    """Each data cell has a header by id or by Scope, unless it has none at all, which is a fault of its own."""
    orphan = search.orphan
    if orphan is None or search.unknown or search.lost:
        return passed()
    return failed("unsaid", cell=orphan.element.text, row=orphan.row + 1, column=orphan.column + 1)


@about(
    2,
    Text("The headers that a table cell names are there", "Rubrikerna som en tabellcell namnger finns"),
    {
        "unknown": Text(
            "The cell “{cell}” in row {row}, column {column}, names the header “{id}”, which is not in the "
            "table.",
            "Cellen ”{cell}” på rad {row}, kolumn {column}, namnger rubriken ”{id}”, som inte finns i "
            "tabellen.",
        )
    },
)
def table_cell_headers_exist(search: HeaderSearch) -> Outcome:
    """A data cell without a header names no id that no header cell has."""
    orphan = search.orphan
    if orphan is None or not search.unknown:
        return passed()
    return failed(
        "unknown",
        cell=orphan.element.text,
        row=orphan.row + 1,
        column=orphan.column + 1,
        id=search.unknown,
    )


def examples() -> dict[str, dict[str, Pdf]]:
    def header(text: str, scope: str = "", id: str = "") -> Element:
        return Element("TH", text=text, id=id, attributes={"Scope": scope} if scope else {})

    def cell(text: str, *headers: str, **attributes: object) -> Element:
        return Element("TD", text=text, attributes={"Headers": headers, **attributes})

    def table(*rows: list[Element]) -> Pdf:
        return Pdf(roots=(Element("Table", kids=[Element("TR", kids=list(row)) for row in rows]),))

    unsaid, by_column, by_row = header("Ort"), header("Ort", "Column"), header("Ort", "Row")
    both = header("Ort", "Both")
    good = {
        "passed, by id": table(
            [header("Ort", id="a"), header("Antal", id="b")], [cell("Umeå", "a"), cell("140", "b")]
        ),
        "passed, by scope": table([by_column, header("Antal", "Column")], [unsaid, cell("140")]),
        "passed, by a scope of both": table([both, header("Antal", "Both")], [unsaid, cell("140")]),
        "passed, by a scope of both, along the row": table([unsaid, unsaid], [both, cell("140")]),
        "passed, by the row": table([unsaid, unsaid], [by_row, cell("140")]),
        "passed, cells between": table([unsaid, by_column], [unsaid, cell("1")], [unsaid, cell("2")]),
        "passed, a run of headers": table([unsaid, by_column], [unsaid, unsaid], [unsaid, cell("140")]),
        "passed, a wide cell below one of its headers": table(
            [unsaid, unsaid, by_column], [unsaid, cell("140", ColSpan=2)]
        ),
        "passed, a tall cell beside one of its headers": table(
            [unsaid, unsaid], [unsaid, cell("140", RowSpan=2)], [by_row]
        ),
        "inapplicable, every header says its scope": table(
            [by_row, cell("Antal")], [cell("Umeå"), cell("140")]
        ),
        "inapplicable, no headers": table([cell("Ort"), cell("Antal")]),
        "inapplicable, no regular table": table([unsaid, unsaid], [cell("Umeå")]),
    }
    return {
        "table_cell_header_named": {
            "failed unsaid": table([unsaid, unsaid], [unsaid, cell("140")]),
            "failed unsaid, the wrong scope": table([unsaid, by_row], [by_column, cell("140")]),
            "failed unsaid, the headers end before one that fits": table(
                [unsaid, by_column], [unsaid, cell("1")], [unsaid, unsaid], [unsaid, cell("2")]
            ),
            "failed unsaid, in the first row": table([cell("Läge"), by_column], [unsaid, cell("140")]),
            "passed, no header at all": table([unsaid, cell("Antal")], [cell("Umeå"), cell("140")]),
            "passed, an id that is not there": table([unsaid, unsaid], [unsaid, cell("140", "a")]),
            **good,
        },
        "table_cell_headers_exist": {
            "failed unknown": table([unsaid, unsaid], [unsaid, cell("140", "a")]),
            "failed unknown, one of two": table(
                [header("Ort", id="a"), unsaid], [unsaid, cell("140", "a", "b")]
            ),
            "failed unknown, the id of a data cell": table(
                [unsaid, unsaid], [unsaid, Element("TD", id="a", attributes={"Headers": ("a",)})]
            ),
            "passed, not there, but the scope tells": table([unsaid, by_column], [unsaid, cell("140", "a")]),
            "passed, none named": table([unsaid, unsaid], [unsaid, cell("140")]),
            "passed, only the first fault is told": table(
                [unsaid, unsaid], [unsaid, cell("1")], [unsaid, cell("2", "a")]
            ),
            **good,
        },
    }
