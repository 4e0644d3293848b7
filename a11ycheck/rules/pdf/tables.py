"""Tables are tagged as tables: what stands in what (PDF/UA-1 7.2, ISO 32000-1 14.8.4.3.4)."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, Text, failed, passed
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.tree_model import Element
from a11ycheck.rules.tag_places import about_tag, holds_only, stands_in

WHY = Text(
    "Someone who listens moves through a table by row and column; when its parts are out of place, cells "
    "are read under the wrong header or not as a table at all.",
    "Den som lyssnar rör sig i en tabell efter rad och kolumn; när delarna ligger fel läses celler under "
    "fel rubrik eller inte alls som tabell.",
)
FIX = Fix(
    Text(
        "Make the table with the program's own table tool, with plain rows and columns, and make the PDF "
        "again, or put the tags right in Acrobat.",
        "Gör tabellen med programmets egen tabellfunktion, med enkla rader och kolumner, och gör om pdf:en, "
        "eller rätta taggarna i Acrobat.",
    ),
    word=Text(
        "Make the table with Insert > Table, with no table inside another, and save as PDF again.",
        "Gör tabellen med Infoga > Tabell, utan tabell inuti en annan, och spara som pdf igen.",
    ),
    powerpoint=Text(
        "Make the table with Insert > Table and save as PDF again.",
        "Gör tabellen med Infoga > Tabell och spara som pdf igen.",
    ),
    libreoffice=Text(
        "Make the table with Table > Insert Table and export as PDF again.",
        "Gör tabellen med Tabell > Infoga tabell och exportera som pdf igen.",
    ),
    acrobat=Text(
        "Open the Tags panel and move the tag: a table (Table) holds rows (TR), by themselves or in THead, "
        "TBody and TFoot, and rows hold cells (TH and TD).",
        "Öppna panelen Taggar och flytta taggen: en tabell (Table) innehåller rader (TR), för sig eller i "
        "THead, TBody och TFoot, och rader innehåller celler (TH och TD).",
    ),
)


about = partial(about_tag, why=WHY, fix=FIX)


@about(
    "Table",
    3,
    Text("Tables hold only rows", "Tabeller innehåller bara rader"),
    {
        "stranger": Text(
            "The table (Table) holds something that is no row (TR): {child}.",
            "Tabellen (Table) innehåller något som inte är en rad (TR): {child}.",
        )
    },
)
def table_holds_rows(table: Element) -> Outcome:
    """Its children are rows, groups of rows, and a caption."""
    return holds_only(table, "TR", "THead", "TBody", "TFoot", "Caption")


@about(
    "TR",
    4,
    Text("Table rows stand in a table", "Tabellrader står i en tabell"),
    {
        "stray": Text(
            "The row (TR) stands in {parent} and not in a table (Table).",
            "Raden (TR) står i {parent} och inte i en tabell (Table).",
        )
    },
)
def table_row_in_table(row: Element) -> Outcome:
    """Its parent is a table or a group of rows."""
    return stands_in(row, "Table", "THead", "TBody", "TFoot")


@about(
    "THead",
    5,
    Text("A table's header rows stand in the table", "Tabellens rubrikrader står i tabellen"),
    {
        "stray": Text(
            "The header rows (THead) stand in {parent} and not in a table (Table).",
            "Rubrikraderna (THead) står i {parent} och inte i en tabell (Table).",
        )
    },
)
def table_head_in_table(head: Element) -> Outcome:
    """Their parent is a table."""
    return stands_in(head, "Table")


@about(
    "TBody",
    6,
    Text("A table's body stands in the table", "Tabellens huvuddel står i tabellen"),
    {
        "stray": Text(
            "The body of a table (TBody) stands in {parent} and not in a table (Table).",
            "Huvuddelen av en tabell (TBody) står i {parent} och inte i en tabell (Table).",
        )
    },
)
def table_body_in_table(body: Element) -> Outcome:
    """Its parent is a table."""
    return stands_in(body, "Table")


@about(
    "TFoot",
    7,
    Text("A table's footer rows stand in the table", "Tabellens slutrader står i tabellen"),
    {
        "stray": Text(
            "The footer rows (TFoot) stand in {parent} and not in a table (Table).",
            "Slutraderna (TFoot) står i {parent} och inte i en tabell (Table).",
        )
    },
)
def table_foot_in_table(foot: Element) -> Outcome:
    """Their parent is a table."""
    return stands_in(foot, "Table")


@about(
    "TH",
    8,
    Text("Header cells stand in a row", "Rubrikceller står i en rad"),
    {
        "stray": Text(
            "The header cell (TH) stands in {parent} and not in a row (TR).",
            "Rubrikcellen (TH) står i {parent} och inte i en rad (TR).",
        )
    },
)
def table_header_cell_in_row(cell: Element) -> Outcome:
    """Its parent is a row."""
    return stands_in(cell, "TR")


@about(
    "TD",
    9,
    Text("Cells stand in a row", "Celler står i en rad"),
    {
        "stray": Text(
            "The cell (TD) stands in {parent} and not in a row (TR).",
            "Cellen (TD) står i {parent} och inte i en rad (TR).",
        )
    },
)
def table_cell_in_row(cell: Element) -> Outcome:
    """Its parent is a row."""
    return stands_in(cell, "TR")


@about(
    "TR",
    10,
    Text("Table rows hold only cells", "Tabellrader innehåller bara celler"),
    {
        "stranger": Text(
            "The row (TR) holds something that is no cell (TH or TD): {child}.",
            "Raden (TR) innehåller något som inte är en cell (TH eller TD): {child}.",
        )
    },
)
def table_row_holds_cells(row: Element) -> Outcome:
    """Its children are header cells and cells."""
    return holds_only(row, "TH", "TD")


@about(
    "Table",
    11,
    Text("A table has at most one group of header rows", "En tabell har högst en grupp rubrikrader"),
    {
        "several": Text(
            "The table has {count} groups of header rows (THead).",
            "Tabellen har {count} grupper av rubrikrader (THead).",
        )
    },
    hurts=False,
)
def table_has_one_head(table: Element) -> Outcome:
    """At most one child is a THead."""
    count = table.kid_types.count("THead")
    return failed("several", count=count) if count > 1 else passed()


@about(
    "Table",
    12,
    Text("A table has at most one group of footer rows", "En tabell har högst en grupp slutrader"),
    {
        "several": Text(
            "The table has {count} groups of footer rows (TFoot).",
            "Tabellen har {count} grupper av slutrader (TFoot).",
        )
    },
    hurts=False,
)
def table_has_one_foot(table: Element) -> Outcome:
    """At most one child is a TFoot."""
    count = table.kid_types.count("TFoot")
    return failed("several", count=count) if count > 1 else passed()


@about(
    "Table",
    13,
    Text("A table with footer rows has a body", "En tabell med slutrader har en huvuddel"),
    {
        "no-body": Text(
            "The table has footer rows (TFoot) but no body (TBody).",
            "Tabellen har slutrader (TFoot) men ingen huvuddel (TBody).",
        )
    },
    hurts=False,
)
def table_foot_with_body(table: Element) -> Outcome:
    """Where one child is a TFoot, another is a TBody."""
    types = table.kid_types
    return failed("no-body") if "TFoot" in types and "TBody" not in types else passed()


@about(
    "Table",
    14,
    Text("A table with header rows has a body", "En tabell med rubrikrader har en huvuddel"),
    {
        "no-body": Text(
            "The table has header rows (THead) but no body (TBody).",
            "Tabellen har rubrikrader (THead) men ingen huvuddel (TBody).",
        )
    },
    hurts=False,
)
def table_head_with_body(table: Element) -> Outcome:
    """Where one child is a THead, another is a TBody."""
    types = table.kid_types
    return failed("no-body") if "THead" in types and "TBody" not in types else passed()


@about(
    "Table",
    16,
    Text("A table's caption comes first or last", "Tabellrubriken kommer först eller sist"),
    {
        "amid": Text(
            "The table has its caption (Caption) among its rows.",
            "Tabellen har sin tabellrubrik (Caption) mitt bland raderna.",
        )
    },
    hurts=False,
)
def table_caption_at_edge(table: Element) -> Outcome:
    """No child but the first and the last is a caption."""
    return failed("amid") if "Caption" in table.kid_types[1:-1] else passed()


@about(
    "THead",
    36,
    Text("A table's header rows hold only rows", "Tabellens rubrikrader innehåller bara rader"),
    {
        "stranger": Text(
            "The header rows (THead) hold something that is no row (TR): {child}.",
            "Rubrikraderna (THead) innehåller något som inte är en rad (TR): {child}.",
        )
    },
)
def table_head_holds_rows(head: Element) -> Outcome:
    """Their children are rows."""
    return holds_only(head, "TR")


@about(
    "TBody",
    37,
    Text("A table's body holds only rows", "Tabellens huvuddel innehåller bara rader"),
    {
        "stranger": Text(
            "The body of the table (TBody) holds something that is no row (TR): {child}.",
            "Tabellens huvuddel (TBody) innehåller något som inte är en rad (TR): {child}.",
        )
    },
)
def table_body_holds_rows(body: Element) -> Outcome:
    """Its children are rows."""
    return holds_only(body, "TR")


@about(
    "TFoot",
    38,
    Text("A table's footer rows hold only rows", "Tabellens slutrader innehåller bara rader"),
    {
        "stranger": Text(
            "The footer rows (TFoot) hold something that is no row (TR): {child}.",
            "Slutraderna (TFoot) innehåller något som inte är en rad (TR): {child}.",
        )
    },
)
def table_foot_holds_rows(foot: Element) -> Outcome:
    """Their children are rows."""
    return holds_only(foot, "TR")


@about(
    "Table",
    39,
    Text("A table has at most one caption", "En tabell har högst en tabellrubrik"),
    {
        "several": Text(
            "The table has {count} captions (Caption).", "Tabellen har {count} tabellrubriker (Caption)."
        ),
    },
    hurts=False,
)
def table_has_one_caption(table: Element) -> Outcome:
    """At most one child is a caption."""
    count = table.kid_types.count("Caption")
    return failed("several", count=count) if count > 1 else passed()


def examples() -> dict[str, dict[str, Pdf]]:
    def of(tag: str, *kids: Element) -> Element:
        return Element(tag, kids=list(kids))

    def row() -> Element:
        return of("TR", of("TH"), of("TD"))

    def pdf(*kids: Element) -> Pdf:
        return Pdf(roots=(of("Document", *kids),))

    def table(*kids: Element) -> Pdf:
        return pdf(of("Table", *kids))

    def head() -> Element:
        return of("THead", row())

    def body() -> Element:
        return of("TBody", row())

    def foot() -> Element:
        return of("TFoot", row())

    def caption() -> Element:
        return of("Caption")

    good = {"passed": table(caption(), head(), body(), foot()), "inapplicable": pdf(of("P"))}
    return {
        "table_holds_rows": {
            "failed stranger": table(row(), of("P")),
            "failed stranger, in a Div": table(of("Div", of("P"))),
            "passed, a Div between": table(of("Div", row())),
            "passed, a tag of another name": table(Element("Rad", "TR", kids=[of("TD")])),
            **good,
        },
        "table_row_in_table": {"failed stray": pdf(row()), "passed, without groups": table(row()), **good},
        "table_head_in_table": {"failed stray": pdf(head()), **good},
        "table_body_in_table": {"failed stray": pdf(body()), **good},
        "table_foot_in_table": {"failed stray": pdf(foot()), **good},
        "table_header_cell_in_row": {"failed stray": table(of("THead", of("TH"))), **good},
        "table_cell_in_row": {"failed stray": table(of("TD")), **good},
        "table_row_holds_cells": {"failed stranger": table(of("TR", of("TD"), of("P"))), **good},
        "table_has_one_head": {"failed several": table(head(), head(), body()), **good},
        "table_has_one_foot": {"failed several": table(body(), foot(), foot()), **good},
        "table_foot_with_body": {"failed no-body": table(row(), foot()), **good},
        "table_head_with_body": {"failed no-body": table(head(), row()), **good},
        "table_caption_at_edge": {
            "failed amid": table(row(), caption(), row()),
            "passed, last": table(row(), caption()),
            **good,
        },
        "table_head_holds_rows": {"failed stranger": table(of("THead", of("TH")), body()), **good},
        "table_body_holds_rows": {"failed stranger": table(of("TBody", of("TD"))), **good},
        "table_foot_holds_rows": {"failed stranger": table(body(), of("TFoot", of("TD"))), **good},
        "table_has_one_caption": {"failed several": table(caption(), row(), caption()), **good},
    }
