"""A table says which of its cells are headers."""

from __future__ import annotations

from itertools import islice

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.content import Cell, Content, Table


def grids(document: Content) -> list[Table]:
    """Tables with two rows and two columns or more, and words in two cells: with fewer, nothing is looked up by row
    and column."""
    return [
        table
        for table in document.tables()
        if len(table.rows) >= 2 and _columns(table) >= 2 and _holds_words(table)
    ]


def _holds_words(table: Table) -> bool:
    return len(list(islice((cell for cell in table.cells() if cell.text.strip()), 2))) == 2


def _columns(table: Table) -> int:
    return max(sum(cell.columns for cell in row) for row in table.rows)


@rule(
    document=Content,
    each=grids,
    meets=("WCAG 1.3.1",),
    title=Text("Tables have header cells", "Tabeller har rubrikceller"),
    why=Text(
        "Someone who listens hears one cell at a time; without header cells they cannot know what a value "
        "stands for.",
        "Den som lyssnar hör en cell i taget; utan rubrikceller går det inte att veta vad ett värde står "
        "för.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Mark the row or column that names the others as headers. If it is no table, write it as text "
            "or a list.",
            "Markera raden eller kolumnen som namnger de andra som rubriker. Är det ingen tabell, skriv den "
            "som text eller lista.",
        ),
        word=Text(
            "Put the cursor in the first row and choose Repeat Header Rows on the table's Layout tab.",
            "Ställ markören i första raden och välj Upprepa rubrikrader på tabellens flik Layout.",
        ),
        powerpoint=Text(
            "Select the table and tick Header Row on the table's design tab.",
            "Markera tabellen och kryssa i Rubrikrad på tabellens designflik.",
        ),
        libreoffice=Text(
            "Choose Table > Properties and tick Repeat heading on the Text Flow tab.",
            "Välj Tabell > Egenskaper och kryssa på fliken Textflöde i att rubriken upprepas.",
        ),
        indesign=Text(
            "Select the first row and convert it to a header row in the Table menu.",
            "Markera första raden och gör om den till rubrikrad i Tabell-menyn.",
        ),
        acrobat=Text(
            "Open the Tags panel and change the tags of the header cells from TD to TH.",
            "Öppna panelen Taggar och ändra rubrikcellernas taggar från TD till TH.",
        ),
        web=Text(
            'Write header cells as <th scope="col"> or <th scope="row">.',
            'Skriv rubrikceller som <th scope="col"> eller <th scope="row">.',
        ),
    ),
    messages={
        "none": Text("The table has no header cells.", "Tabellen har inga rubrikceller."),
    },
)
def table_headers(table: Table) -> Outcome:
    """At least one cell is a header."""
    return passed() if any(cell.header for cell in table.cells()) else failed("none")


def examples() -> dict[str, Content]:
    def cells(*texts: str, header: bool = False) -> tuple[Cell, ...]:
        return tuple(Cell(text, header=header) for text in texts)

    body = cells("18.00", "Välkomna")
    return {
        "failed none": Content.of(Table((cells("Tid", "Punkt"), body))),
        "passed": Content.of(Table((cells("Tid", "Punkt", header=True), body))),
        "passed, headers down the side": Content.of(Table(((Cell("Tid", header=True), Cell("18.00")), body))),
        "inapplicable, nothing in it": Content.of(Table((cells("", " "), cells("", "Välkomna")))),
        "inapplicable, one column": Content.of(Table((cells("Välkomna"), cells("Val av styrelse")))),
        "inapplicable, one row": Content.of(Table((body,))),
    }
