"""Columns are made with a table, and not with tabs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.office.model import Area, Office, Paragraph, ParagraphFormat, Place, Shape, Story

FEWEST_COLUMNS = 3
"""Two tabs between texts, as in LibreOffice's check: a label and its text have one."""
APART: frozenset[Area] = frozenset({"header", "footer", "speaker notes"})
"""In headers and footers tabs place texts left, in the middle and right."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Lines in a row that tabs divide into three columns or more."""

    first: Paragraph
    rows: int
    text: str

    @property
    def where(self) -> Where:
        return self.first.where


def columns(document: Office) -> Iterator[Columns]:
    """Each row of such lines."""
    held: list[tuple[Paragraph, str]] = []
    for paragraph in document.paragraphs:
        if paragraph.is_empty:
            continue
        for line in paragraph.text.split("\n"):
            if is_row(paragraph, line):
                held.append((paragraph, line))
            else:
                yield from _columns(held)
                held = []
    yield from _columns(held)


def _columns(held: list[tuple[Paragraph, str]]) -> Iterator[Columns]:
    if held:
        paragraph, line = held[0]
        yield Columns(paragraph, len(held), " | ".join(line.split("\t")))


def is_row(paragraph: Paragraph, line: str) -> bool:
    if (
        "\t" not in line
        or paragraph.place.area in APART
        or paragraph.role != "text"
        or paragraph.format.tab_leader
    ):
        return False
    cells = [cell.strip() for cell in line.split("\t") if any(map(str.isalnum, cell))]
    if cells and cells[0].endswith((".", ")")) and not any(map(str.isalpha, cells[0])):
        cells.pop(0)  # the number of an item: “2.1.”
    return len(cells) >= FEWEST_COLUMNS


@rule(
    document=Office,
    each=columns,
    meets=("WCAG 1.3.1",),
    title=Text("Columns are not made with tabs", "Kolumner är inte gjorda med tabbar"),
    why=Text(
        "A screen reader reads tabs as one long line, and does not tell which column a word stands in.",
        "Skärmläsaren läser tabbar som en enda lång rad och säger inte vilken kolumn ett ord står i.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text("Make it a table, with a header row.", "Gör en tabell av det, med rubrikrad."),
        word=Text(
            "Select the lines and choose Insert > Table > Convert Text to Table.",
            "Markera raderna och välj Infoga > Tabell > Konvertera text till tabell.",
        ),
        powerpoint=Text(
            "Choose Insert > Table and move the text into its cells.",
            "Välj Infoga > Tabell och flytta texten till cellerna.",
        ),
        libreoffice=Text(
            "Select the lines and choose Table > Convert > Text to Table.",
            "Markera raderna och välj Tabell > Konvertera > Text till tabell.",
        ),
    ),
    messages={
        "rows": Text(
            "{rows} lines from here on have columns made with tabs: “{text}”. Is it something else than a table?",
            "{rows} rader härifrån har kolumner gjorda med tabbar: ”{text}”. Är det något annat än en tabell?",
        ),
        "table": Text(
            "A table is made with tabs: “{text}”, {rows} rows.",
            "En tabell är gjord med tabbar: ”{text}”, {rows} rader.",
        ),
    },
)
def tabs_as_table(found: Columns, *, fewest_rows: int = 3) -> Outcome:
    """Fewer than ``fewest_rows`` lines in a row have three columns, or a person finds that they are no table. The
    number of rows is our own."""
    if found.rows < fewest_rows:
        return passed()
    rows, text = found.rows, found.text[:100]
    return ask("rows", yes=passed(), no=failed("table", rows=rows, text=text), rows=rows, text=text)


def examples() -> dict[str, Office]:
    def document(*texts: str, area: Area = "body", leader: bool = False) -> Office:
        look = ParagraphFormat(tab_leader=leader)
        blocks = tuple(Paragraph(text, Place(area), format=look) for text in texts)
        return Office(stories=(Story(area, blocks),))

    rows = ("Tid\tPunkt\tVem", "18.00\tVal\tEva", "19.00\tPaus\tAlla")
    box = Shape("text", blocks=tuple(map(Paragraph, rows)))
    return {
        "cannot-tell rows": document(*rows),
        "cannot-tell rows, line breaks": document("\n".join(rows)),
        "cannot-tell rows, in a text box": Office(stories=(Story("body", (Paragraph("", shapes=(box,)),)),)),
        "passed, two lines": document(*rows[:2]),
        "inapplicable, labels": document("Tid:\t18.00", "Plats:\tZoom", "Pris:\t0 kr"),
        "inapplicable, numbered": document("1.\tVal\t2", "2.\tPaus\t3", "3.\tSlut\t4"),
        "inapplicable, a table of contents": document(*rows, leader=True),
        "inapplicable, a footer": document(*rows, area="footer"),
        "inapplicable, lines to sign on": document(
            "____\t____\t____", "____\t____\t____", "____\t____\t____"
        ),
    }
