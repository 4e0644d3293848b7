"""Captions of pictures and tables are captions, and their numbers count themselves.

The words are there for everyone; so this rule meets no clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, rule
from a11ycheck.documents.office.model import Block, Field, Office, Paragraph, Shape, Story, Table

NUMBERED = re.compile(
    r"\s?(?:figure?|fig\.|bild|diagram|chart|picture|image|photo|foto|illustration|abbildung|abb\.|kuva|kuvio|figura"
    r"|tabell?|table|tab\.|tabelle|taulukko|tabla)\ ?\d{1,3}\b",
    re.IGNORECASE,
)
"""How captions begin, in the languages that a11ycheck.text guesses."""
LONGEST = 300
"""Characters; what is longer is text that tells of the picture."""
COUNTED = frozenset({"SEQ", "STYLEREF"})


def typed_captions(document: Office) -> Iterator[Paragraph]:
    """Paragraphs beside a picture or table, or in a text box, that begin as captions do and are none."""
    if document.form != "text":
        return
    alike = [paragraph for paragraph in document.paragraphs if looks_like_caption(paragraph)]
    yield from (paragraph for paragraph in alike if paragraph.place.in_text_box)
    if not alike:
        return
    blocks = [block for block in document.body if isinstance(block, Table) or not block.is_empty]
    for position, block in enumerate(blocks):
        if isinstance(block, Paragraph) and looks_like_caption(block):
            beside = (*blocks[max(position - 1, 0) : position], *blocks[position + 1 : position + 2])
            if block.shapes or any(map(shows_something, beside)):
                yield block


def shows_something(block: Block) -> bool:
    return isinstance(block, Table) or bool(block.shapes)


def looks_like_caption(paragraph: Paragraph) -> bool:
    return (
        paragraph.role == "text"
        and paragraph.list is None
        and len(paragraph.text) <= LONGEST
        and bool(NUMBERED.match(paragraph.text))
        and not any(field.code in COUNTED for field in paragraph.fields)
    )


@rule(
    document=Office,
    each=typed_captions,
    title=Text("Captions are inserted as captions", "Bildtexter är infogade som bildtexter"),
    why=Text(
        "A caption that is inserted belongs to its picture or table, also in a PDF, and is found in the list of "
        "figures; a typed one is a paragraph among others.",
        "En bildtext som är infogad hör ihop med sin bild eller tabell, också i en pdf, och finns i "
        "figurförteckningen; en som är skriven för hand är ett stycke bland andra.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Insert a caption with the program's own function and move the words there.",
            "Infoga en bildtext med programmets egen funktion och flytta orden dit.",
        ),
        word=Text(
            "Select the picture or table and choose References > Insert Caption.",
            "Markera bilden eller tabellen och välj Referenser > Infoga beskrivning.",
        ),
        libreoffice=Text(
            "Right-click the picture or table and choose Insert Caption.",
            "Högerklicka på bilden eller tabellen och välj Infoga bildtext.",
        ),
    ),
    messages={
        "typed": Text("The caption “{text}” is typed by hand.", "Bildtexten ”{text}” är skriven för hand."),
    },
)
def caption_fake(paragraph: Paragraph) -> Outcome:
    """None is typed."""
    return failed("typed", text=paragraph.text)


def examples() -> dict[str, Office]:
    def office(*blocks: Block) -> Office:
        return Office(stories=(Story("body", blocks),))

    shown = Paragraph(shapes=(Shape("picture", alt="Deltagare per år"),))
    words = "Figur 1: Deltagare per år"
    return {
        "failed typed": office(shown, Paragraph(words)),
        "failed typed, above a table": office(Paragraph("Table 2. Turnout"), Table()),
        "inapplicable, a caption": office(shown, Paragraph(words, role="caption")),
        "inapplicable, a number that counts": office(
            shown, Paragraph(words, fields=(Field("SEQ", "Figur"),))
        ),
        "inapplicable, no picture beside it": office(Paragraph("Bild 3 visar mer."), Paragraph("Vi ses.")),
        "inapplicable, slides": Office("slides"),
    }
