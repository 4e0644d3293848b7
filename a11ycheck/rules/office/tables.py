"""Tables are simple, short and whole.

WCAG asks that a table's headers can be told (1.3.1), which is another rule's to say. Nesting, length and empty cells
shut nobody out by themselves, so these rules meet no clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.office.model import Office, Paragraph, Place, Story, Table, TableCell, TableRow

FEWEST_CELLS = 4
"""In a table with fewer cells, half of them empty says nothing."""
LONG_TEXT = 200
"""Characters of a paragraph that is likely to take several lines in a cell. Ours."""


@dataclass(frozen=True, slots=True)
class Captioned:
    """A table of the body, and whether its caption stands below it."""

    table: Table
    caption_below: bool

    @property
    def where(self) -> Where:
        return self.table.where


def grids(document: Office) -> Iterator[Table]:
    """Tables with two rows and two columns at least, that are not decorative."""
    return (
        table
        for table in document.tables
        if len(table.rows) > 1 and table.columns > 1 and not table.decorative
    )


def cells_enough(document: Office) -> Iterator[Table]:
    """Tables with some cells and no header row, for one that has it says that it is no layout."""
    for table in grids(document):
        if not table.header_rows and not table.header_column and sum(1 for _ in table.cells) >= FEWEST_CELLS:
            yield table


def on_pages(document: Office) -> Iterator[Table]:
    """Tables of a text document, nested ones not counted."""
    if document.form == "text":
        yield from (table for table in grids(document) if not table.is_nested)


def with_captions(document: Office) -> Iterator[Captioned]:
    """Tables in the body of a text document."""
    body = [block for block in document.body if isinstance(block, Table) or not block.is_empty]
    for before, block, after in zip([None, *body], body, [*body[1:], None], strict=False):
        if isinstance(block, Table) and len(block.rows) > 1:
            yield Captioned(block, _is_caption(after) and not _is_caption(before))


def _is_caption(block: Paragraph | Table | None) -> bool:
    return isinstance(block, Paragraph) and block.role == "caption"


def blank_share(table: Table) -> float:
    cells = list(table.cells)
    return sum(cell.is_blank for cell in cells) / len(cells)


@rule(
    document=Office,
    each=grids,
    title=Text("No table lies in another table", "Ingen tabell ligger i en annan tabell"),
    why=Text(
        "A screen reader counts the rows and columns of one table at a time; in a table within a table the listener "
        "loses the way.",
        "Skärmläsaren räknar rader och kolumner i en tabell i taget; i en tabell i tabellen går det inte att hålla "
        "reda på var man är.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Take the inner table out and put it below the other, or write its content as text or a list.",
            "Ta ut den inre tabellen och lägg den under den andra, eller skriv innehållet som text eller lista.",
        ),
    ),
    messages={
        "nested": Text(
            "There is a table in one of its cells.", "Det ligger en tabell i en av tabellens celler."
        ),
    },
)
def table_nested(table: Table) -> Outcome:
    """It holds no other table. A single cell around a table is only a frame, and let through."""
    return failed("nested") if table.holds_table else passed()


@rule(
    document=Office,
    each=cells_enough,
    title=Text("Tables are not used for layout", "Tabeller används inte för layout"),
    why=Text(
        "A screen reader says row, column and “blank” for every cell of a table that only places things.",
        "Skärmläsaren säger rad, kolumn och ”tom” för varje cell i en tabell som bara är till för layouten.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Place the content with paragraphs, columns or tab stops, and keep tables for what has rows and columns.",
            "Placera innehållet med stycken, spalter eller tabbstopp och använd tabeller till det som har rader och "
            "kolumner.",
        ),
        word=Text(
            "Select the table and choose Layout > Convert to Text.",
            "Markera tabellen och välj Layout > Konvertera till text.",
        ),
        libreoffice=Text(
            "Choose Table > Convert > Table to Text.", "Välj Tabell > Konvertera > Tabell till text."
        ),
    ),
    messages={
        "empty": Text(
            "{percent} per cent of the table's cells are empty.",
            "{percent} procent av tabellens celler är tomma.",
        ),
    },
)
def table_layout(table: Table, *, most_percent: int = 50) -> Outcome:
    """Not more than ``most_percent`` of its cells are empty, as in LibreOffice's check; tables whose columns or rows
    all have names are let through, for they are forms or have gaps."""
    percent = round(100 * blank_share(table))
    if percent <= most_percent or table.has_names:
        return passed()
    return failed("empty", percent=percent)


@rule(
    document=Office,
    each=on_pages,
    title=Text("Rows of tables stay on one page", "Tabellrader delas inte av sidbrytningar"),
    why=Text(
        "A cell that goes on on the next page is hard to follow in print and enlarged: its header and its row are on "
        "another page.",
        "En cell som fortsätter på nästa sida är svår att följa på papper och i förstoring: rubriken och raden är kvar "
        "på en annan sida.",
    ),
    who=(People.LOW_VISION, People.READING),
    fix=Fix(
        Text("Let each row stay on one page.", "Låt varje rad hållas ihop på en sida."),
        word=Text(
            "Select the table, open its properties, and untick on the Row tab that rows may break across pages.",
            "Markera tabellen, öppna dess egenskaper och kryssa på fliken Rad ur att rader får delas vid sidbrytning.",
        ),
        libreoffice=Text(
            "Choose Table > Properties, and untick on the Text Flow tab that rows may break across pages.",
            "Välj Tabell > Egenskaper och kryssa på fliken Textflöde ur att rader får delas vid sidbrytning.",
        ),
    ),
    messages={
        "break": Text(
            "Rows that hold much text and may break across pages: {count}.",
            "Rader som har mycket text och får delas vid sidbrytning: {count}.",
        ),
    },
)
def table_row_breaks(table: Table) -> Outcome:
    """No row with a cell of several lines may break across pages."""
    count = sum(1 for row in table.rows if row.may_break and any(_is_long(cell) for cell in row.cells))
    return failed("break", count=count) if count else passed()


def _is_long(cell: TableCell) -> bool:
    text = cell.text
    return len(text) >= LONG_TEXT or text.count("\n") >= 2


@rule(
    document=Office,
    each=with_captions,
    title=Text("Tables are short, or told of beforehand", "Tabeller är korta, eller presenteras i förväg"),
    why=Text(
        "In a long table it is hard to remember what the columns stand for, and a caption below it comes too late.",
        "I en lång tabell är det svårt att minnas vad kolumnerna står för, och en tabelltext under den kommer "
        "för sent.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Divide the table into shorter ones with a heading each, and put the caption above the table.",
            "Dela upp tabellen i kortare med var sin rubrik, och lägg tabelltexten ovanför tabellen.",
        ),
    ),
    messages={
        "big": Text(
            "The table has {rows} rows; at most {most} are recommended.",
            "Tabellen har {rows} rader, högst {most} rekommenderas.",
        ),
        "caption-below": Text(
            "The table has {rows} rows, and its caption stands below it.",
            "Tabellen har {rows} rader, och tabelltexten står under den.",
        ),
    },
)
def table_big(found: Captioned, *, most_rows: int = 40) -> Outcome:
    """It has at most ``most_rows`` rows: about a page. AccessODF asks for the same and measures the page."""
    rows = len(found.table.rows)
    if rows <= most_rows:
        return passed()
    return failed("caption-below" if found.caption_below else "big", rows=rows, most=most_rows)


def examples() -> dict[str, dict[str, Office]]:
    def cell(*texts: str) -> TableCell:
        return TableCell(tuple(Paragraph(text) for text in texts))

    def table(*rows: tuple[str, ...], header: bool = False, may_break: bool = True) -> Table:
        made = (
            TableRow(tuple(map(cell, row)), header and number == 0, may_break)
            for number, row in enumerate(rows)
        )
        return Table(tuple(made), number=1)

    def document(*blocks: Paragraph | Table) -> Office:
        return Office(stories=(Story("body", blocks),))

    inner = table(("18.00", "Val"), ("19.00", "Paus"))._replace(place=Place(tables=1))
    framed = Table((TableRow((TableCell((inner,)),)),), number=1)
    around = Table((TableRow((TableCell((inner,)), cell("Tid"))), TableRow((cell("a"), cell("b")))), number=1)
    agenda = (("Tid", "Punkt"), ("18.00", "Val"))
    long = table(*agenda * 30, header=True)
    return {
        "table_nested": {
            "failed nested": document(around),
            "passed": document(table(*agenda)),
            "passed, only a frame": document(framed),
            "inapplicable": document(Paragraph("Val")),
        },
        "table_layout": {
            "failed empty": document(table(("", "Logga"), ("", ""), ("Adress", ""))),
            "passed": document(table(*agenda)),
            "passed, to be filled in": document(table(("Namn", "Svar"), ("", ""), ("", ""))),
            "passed, questions with room for answers": document(table(("", ""), ("Namn", ""), ("Ort", ""))),
            "inapplicable, with a header row": document(table(("", "a"), ("", ""), ("b", ""), header=True)),
        },
        "table_row_breaks": {
            "failed break": document(table(("18.00", "Val av styrelse. " * 20), ("19.00", "Paus"))),
            "passed": document(table(("18.00", "Val av styrelse. " * 20), ("a", "b"), may_break=False)),
            "passed, rows of one line": document(table(*agenda)),
            "inapplicable": document(Paragraph("Val")),
        },
        "table_big": {
            "failed big": document(long),
            "failed caption-below": document(long, Paragraph("Tabell 1", role="caption")),
            "passed": document(table(*agenda), Paragraph("Tabell 1", role="caption")),
            "inapplicable": document(Paragraph("Val")),
        },
    }
