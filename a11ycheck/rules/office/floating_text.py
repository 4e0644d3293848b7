"""Text stands in the text, and not in boxes that float beside it or as pictures of itself.

A screen reader may reach a box late, or not before it is looked for; but no clause forbids boxes, so these rules meet
none. LibreOffice's check reports both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.office.model import Office, Paragraph, Place, Shape, Slide, Story


@dataclass(frozen=True, slots=True)
class Boxes:
    """The text boxes in the body of a document that float."""

    floating: tuple[Shape, ...]

    @property
    def where(self) -> Where:
        return self.floating[0].where if self.floating else Where()


def boxes(document: Office) -> Iterator[Boxes]:
    """One target for a text document with text boxes, those in headers and footers not counted."""
    if document.form != "text":
        return
    found = [
        shape
        for paragraph in document.paragraphs
        if paragraph.place.area == "body"
        for shape in paragraph.shapes
        if not shape.hidden and not shape.decorative and any(s.words.strip() for s in _texts(shape))
    ]
    if found:
        yield Boxes(tuple(shape for shape in found if shape.floating))


def _texts(shape: Shape) -> Iterator[Shape]:
    return (inner for inner in shape.with_children() if inner.kind == "text" and not inner.word_art)


def word_art(document: Office) -> Iterator[Shape]:
    """Text that is bent or styled as a picture; in headers and footers it is a watermark, which is another matter."""
    for shape in document.shapes:
        if shape.word_art and not (
            shape.decorative or shape.hidden or shape.place.area in ("header", "footer")
        ):
            yield shape


@rule(
    document=Office,
    each=boxes,
    title=Text("Text does not float in boxes", "Text ligger inte i flytande rutor"),
    why=Text(
        "A screen reader may pass over a floating box, or read it at another place than where it is seen.",
        "Skärmläsaren kan hoppa över en flytande ruta, eller läsa den på ett annat ställe än där den syns.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Move the text into the running text; borders and shading can be given to a paragraph.",
            "Flytta in texten i den löpande texten; ett stycke kan ha ram och fyllning.",
        ),
        word=Text(
            "Select the box and choose In Line with Text under Layout Options, or cut its text out and paste it where "
            "it is to be read.",
            "Markera rutan och välj I nivå med text under Layoutalternativ, eller klipp ut texten och klistra "
            "in den där "
            "den ska läsas.",
        ),
        libreoffice=Text(
            "Right-click the frame and choose Anchor > As Character.",
            "Högerklicka på ramen och välj Förankra > Som tecken.",
        ),
    ),
    messages={
        "floating": Text(
            "Text boxes that float: {count}, the first of them with “{text}”.",
            "Textrutor som flyter: {count}, den första med ”{text}”.",
        ),
    },
)
def textbox_used(found: Boxes) -> Outcome:
    """Every text box is in line with the text."""
    if not found.floating:
        return passed()
    words = next((text.words for text in _texts(found.floating[0]) if text.words.strip()), "")
    return failed("floating", count=len(found.floating), text=words[:100])


@rule(
    document=Office,
    each=word_art,
    title=Text("Text is not drawn as WordArt", "Text är inte ritad som WordArt"),
    why=Text(
        "Bent and drawn letters are hard to read, do not follow the reader's own colours, and may be passed over by a "
        "screen reader.",
        "Böjda och ritade bokstäver är svåra att läsa, följer inte läsarens egna färger och kan hoppas över av "
        "skärmläsaren.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Write it as text with a heading style, or give it an alternative text that says the same.",
            "Skriv det som text med ett rubrikformat, eller ge det en alternativtext som säger samma sak.",
        ),
        word=Text(
            "Write the words as text and delete the WordArt.",
            "Skriv orden som text och ta bort WordArt-objektet.",
        ),
        powerpoint=Text(
            "Select the text and choose None under Text Effects > Transform.",
            "Markera texten och välj ingen omvandling bland texteffekterna.",
        ),
        libreoffice=Text(
            "Write the words as text and delete the Fontwork.",
            "Skriv orden som text och ta bort Fontwork-objektet.",
        ),
    ),
    messages={
        "drawn": Text("“{text}” is drawn as WordArt.", "”{text}” är ritad som WordArt."),
    },
)
def wordart_used(shape: Shape) -> Outcome:
    """There is none without an alternative text."""
    return passed() if (shape.alt or "").strip() else failed("drawn", text=shape.words[:100])


def examples() -> dict[str, dict[str, Office]]:
    def box(text: str, floating: bool = True, decorative: bool = False) -> Shape:
        return Shape("text", floating=floating, decorative=decorative, blocks=(Paragraph(text),))

    def document(*shapes: Shape) -> Office:
        return Office(stories=(Story("body", (Paragraph("Val", shapes=shapes),)),))

    def deck(shape: Shape) -> Office:
        return Office("slides", slides=(Slide(1, (shape,)),))

    art = Shape("text", word_art=True, text="Välkomna!")
    return {
        "textbox_used": {
            "failed floating": document(box("Obs! Ny lokal"), box("Fråga Eva")),
            "failed floating, in a group": document(
                Shape("group", floating=True, children=(box("Ny lokal"),))
            ),
            "passed": document(box("Obs! Ny lokal", floating=False)),
            "inapplicable, no text": document(box("")),
            "inapplicable, a slide": deck(box("Obs! Ny lokal")),
        },
        "wordart_used": {
            "failed drawn": document(art),
            "failed drawn, on a slide": deck(art),
            "passed": document(art._replace(alt="Välkomna!")),
            "inapplicable": document(box("Obs! Ny lokal")),
            "inapplicable, a watermark": document(art._replace(place=Place("header"))),
        },
    }
