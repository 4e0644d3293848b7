"""Headings stand in the text itself, and not in a table or text box.

A heading in a table or text box is still a heading, and no clause forbids it; so these rules meet none.
"""

from __future__ import annotations

from collections.abc import Iterable

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.office.model import Office, Paragraph, Place, Story


def headings(document: Office) -> Iterable[Paragraph]:
    """The headings that have words, of text documents."""
    if document.form != "text":
        return ()
    return (p for p in document.paragraphs if p.role == "heading" and p.text.strip())


@rule(
    document=Office,
    each=headings,
    title=Text("Headings do not stand in text boxes", "Rubriker står inte i textrutor"),
    why=Text(
        "Word's navigation pane and table of contents leave out headings in text boxes, and a screen reader comes to "
        "the text box before or after its place, or not at all.",
        "Words navigeringsfönster och innehållsförteckning tar inte med rubriker i textrutor, och skärmläsaren kommer "
        "till textrutan före eller efter sin plats, eller inte alls.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Move the heading out of the text box, and give its style the border or background that the box had.",
            "Flytta ut rubriken ur textrutan och ge dess format den ram eller bakgrund som rutan hade.",
        ),
        word=Text(
            "Cut the heading out, paste it in the text, and choose a border or shading on the Home tab.",
            "Klipp ut rubriken, klistra in den i texten och välj kantlinje eller fyllning på fliken Start.",
        ),
        libreoffice=Text(
            "Cut the heading out, paste it in the text, and set borders or area under Format > Paragraph.",
            "Klipp ut rubriken, klistra in den i texten och ange kantlinjer eller område under Format > Stycke.",
        ),
    ),
    messages={
        "in-frame": Text(
            "The heading “{text}” stands in a text box or frame.",
            "Rubriken ”{text}” står i en textruta eller ram.",
        ),
    },
)
def heading_in_frame(heading: Paragraph) -> Outcome:
    """It stands in no text box or frame."""
    return failed("in-frame", text=heading.text) if heading.place.in_text_box else passed()


@rule(
    document=Office,
    each=headings,
    title=Text("Headings do not stand in tables", "Rubriker står inte i tabeller"),
    why=Text(
        "Someone who jumps to the heading lands in the midst of a table, hears rows and columns read out, and cannot "
        "tell where the part under the heading ends.",
        "Den som hoppar till rubriken hamnar mitt i en tabell, hör rader och kolumner läsas upp och kan inte veta var "
        "avsnittet under rubriken slutar.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Move the heading out, before the table. If the table is only there for the looks, turn it into text.",
            "Flytta ut rubriken, före tabellen. Om tabellen bara finns för utseendets skull, gör om den till text.",
        ),
        word=Text(
            "Select the table and choose Layout > Convert to Text.",
            "Markera tabellen och välj Layout > Konvertera till text.",
        ),
        libreoffice=Text(
            "Select the table and choose Table > Convert > Table to Text.",
            "Markera tabellen och välj Tabell > Konvertera > Tabell till text.",
        ),
    ),
    messages={
        "in-table": Text("The heading “{text}” stands in a table.", "Rubriken ”{text}” står i en tabell."),
    },
)
def heading_in_table(heading: Paragraph) -> Outcome:
    """It stands in no table."""
    return failed("in-table", text=heading.text) if heading.place.tables else passed()


def examples() -> dict[str, dict[str, Office]]:
    def office(place: Place, text: str = "Dagordning", role: bool = True) -> Office:
        heading = Paragraph(text, place, role="heading" if role else "text", level=1)
        return Office(stories=(Story("body", (heading,)),))

    return {
        "heading_in_frame": {
            "failed in-frame": office(Place(in_text_box=True)),
            "passed": office(Place()),
            "inapplicable, empty": office(Place(in_text_box=True), " "),
            "inapplicable, no heading": office(Place(in_text_box=True), role=False),
        },
        "heading_in_table": {
            "failed in-table": office(Place(tables=1)),
            "passed": office(Place()),
            "inapplicable, no heading": office(Place(tables=1), role=False),
        },
    }
