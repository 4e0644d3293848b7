"""Tables are regular within their groups of rows, and name their headers (ISO 14289-2, 8.2.5.26).

What is regular in the table as a whole is tested by the rules for PDF/UA-1. In PDF 2.0 a header cell that does not
state its scope has one by its place: the first row points down, the first column along, all others both ways
(ISO 32000-2, table 384).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.table_grid import Grid, HeaderSearch, group_crosser
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Callable

FIX_HEADERS = Fix(
    Text(
        "Make the PDF again with a program that writes which column or row each header cell stands for, or set it in "
        "Acrobat.",
        "Gör om pdf:en med ett program som skriver vilken kolumn eller rad varje rubrikcell står för, eller ange det "
        "i Acrobat.",
    ),
    libreoffice=steps.HEADER_ROW_IN_LIBREOFFICE,
    acrobat=Text(
        "Open the table editor among the accessibility tools, and set which cells are headers and their scope.",
        "Öppna tabellredigeraren bland tillgänglighetsverktygen och ange vilka celler som är rubriker och deras "
        "räckvidd.",
    ),
)


@rule(
    document=Pdf,
    each=lambda pdf: pdf.table_grids,
    meets=("PDF/UA-2 8.2.5.26-2",),
    title=Text(
        "No cell reaches from one group of rows into another", "Ingen cell når från en radgrupp in i en annan"
    ),
    why=Text(
        "Someone who listens moves through the head, the body and the foot of a table as parts of their own; a cell "
        "in two of them is heard in one and missing in the other.",
        "Den som lyssnar går genom tabellens huvud, kropp och fot som egna delar; en cell i två av dem hörs i den ena "
        "och saknas i den andra.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Split the cell, or put the rows that it spans in the same group, and make the PDF again.",
            "Dela cellen, eller lägg raderna den sträcker sig över i samma grupp, och gör om pdf:en.",
        ),
        acrobat=Text(
            "Open the Tags panel and move the row (TR) to the group (THead, TBody or TFoot) where the cell begins.",
            "Öppna panelen Taggar och flytta raden (TR) till gruppen (THead, TBody eller TFoot) där cellen börjar.",
        ),
    ),
    messages={
        "crosses": Text(
            "The cell in row {row}, column {column}, spans rows of more than one group (THead, TBody, TFoot).",
            "Cellen på rad {row}, kolumn {column}, sträcker sig över rader i mer än en grupp (THead, TBody, TFoot).",
        )
    },
)
def cell_within_row_group(grid: Grid) -> Outcome:
    """No cell spans rows of two groups, or of one group and none."""
    cell = group_crosser(grid)
    return passed() if cell is None else failed("crosses", row=cell.row + 1, column=cell.column + 1)


def about_headers(
    test: int, title: Text, messages: dict[str, Text]
) -> Callable[[Callable[[HeaderSearch], Outcome]], Rule]:
    """Make a rule about the headers of data cells that meets clause 8.2.5.26-``test``."""
    return rule(
        document=Pdf,
        each=lambda pdf: pdf.header_searches_by_place,
        meets=(f"PDF/UA-2 8.2.5.26-{test}",),
        title=title,
        why=Text(
            "Someone who listens hears each cell together with its headers; without one they cannot know what the "
            "value stands for.",
            "Den som lyssnar hör varje cell tillsammans med dess rubriker; utan rubrik går det inte att veta vad "
            "värdet står för.",
        ),
        who=(People.SCREEN_READER,),
        fix=FIX_HEADERS,
        messages=messages,
    )


def told(search: HeaderSearch, message: str, **data: str) -> Outcome:
    cell = search.orphan
    if cell is None:
        return passed()
    return failed(message, cell=cell.element.text, row=cell.row + 1, column=cell.column + 1, **data)


@about_headers(
    5,
    Text("Every data cell has a header by its place", "Varje datacell har en rubrik genom sin plats"),
    {
        "none": Text(
            "The cell “{cell}” in row {row}, column {column}, names no header, and none stands above or before it.",
            "Cellen ”{cell}” på rad {row}, kolumn {column}, anger ingen rubrik, och ingen står ovanför eller före den.",
        )
    },
)
def data_cell_header(search: HeaderSearch) -> Outcome:
    """Each data cell names its headers, or a header cell above or before it points to it."""
    return passed() if search.unknown else told(search, "none")


@about_headers(
    6,
    Text("Data cells name headers that are there", "Dataceller anger rubriker som finns"),
    {
        "unknown": Text(
            "The cell “{cell}” in row {row}, column {column}, names a header that is not there: “{header}”.",
            "Cellen ”{cell}” på rad {row}, kolumn {column}, anger en rubrik som inte finns: ”{header}”.",
        )
    },
)
def data_cell_header_known(search: HeaderSearch) -> Outcome:
    """No data cell without another header names one that no header cell has as its id."""
    return told(search, "unknown", header=search.unknown) if search.unknown else passed()


def examples() -> dict[str, dict[str, Pdf]]:
    def header(**attributes: object) -> Element:
        return Element("TH", attributes=attributes)

    def cell(**attributes: object) -> Element:
        return Element("TD", attributes=attributes)

    def of(tag: str, *kids: Element) -> Element:
        return Element(tag, kids=list(kids))

    def table(*kids: Element) -> Pdf:
        return Pdf(roots=(of("Table", *kids),))

    def row(*cells: Element) -> Element:
        return of("TR", *cells)

    none = {"inapplicable": Pdf(roots=(Element("P"),))}
    half_marked = table(row(header(), cell()), row(cell(), cell()))
    unknown = table(row(header(id="a"), cell()), row(cell(), cell(Headers=("b",))))
    down = header(Scope="Column")
    good = {
        "passed": table(row(header(), header()), row(header(), cell()), row(header(), cell())),
        "passed, a header in the midst": table(
            row(header(), header(), header()), row(header(), header(), cell()), row(header(), cell(), cell())
        ),
        "inapplicable, every header says its scope": table(row(down, cell()), row(cell(), cell())),
        "inapplicable, no headers": table(row(cell(), cell())),
    }
    return {
        "cell_within_row_group": {
            "failed crosses": table(of("THead", row(cell(RowSpan=2), cell())), of("TBody", row(cell()))),
            "failed crosses, out of the groups": table(
                of("THead", row(cell(RowSpan=2), cell())), row(cell()), row(cell(), cell())
            ),
            "passed": table(
                of("TBody", row(cell(RowSpan=2), cell()), row(cell())), of("TBody", row(cell(), cell()))
            ),
            "passed, no groups": table(row(cell(RowSpan=2), cell()), row(cell())),
            "passed, another fault": table(of("THead", row(cell(), cell())), of("TBody", row(cell()))),
            **none,
        },
        "data_cell_header": {
            "failed none": half_marked,
            "failed none, the header points the other way": table(
                row(header(), header(Scope="Row")), row(cell(), cell())
            ),
            "passed, another fault": unknown,
            **good,
            **none,
        },
        "data_cell_header_known": {
            "failed unknown": unknown,
            "passed, another fault": half_marked,
            **good,
            **none,
        },
    }
