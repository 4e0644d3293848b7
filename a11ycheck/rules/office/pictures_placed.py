"""Pictures of text documents are in the file, and in their place in the text."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.office.model import IN_BODY, Image, Office, Paragraph, Place, Shape, Story

SHOWING = frozenset({"picture", "chart", "diagram", "object", "formula", "media", "group"})
"""Shapes that show something; of text in boxes another rule tells."""


def images(document: Office) -> Iterator[Shape]:
    """Every picture that is shown, decorative ones included."""
    return (shape for shape in document.shapes if shape.image is not None and not shape.hidden)


def placed(document: Office) -> Iterator[Shape]:
    """What is shown in the body of a text document and not said to be decorative; of a group, the group alone."""
    if document.form != "text":
        return
    for paragraph in document.story_paragraphs("body"):
        for shape in paragraph.shapes:
            if shape.kind in SHOWING and not (shape.decorative or shape.hidden or shape.behind_text):
                yield shape


@rule(
    document=Office,
    each=images,
    title=Text("Pictures are in the file", "Bilder finns i filen"),
    why=Text(
        "A picture that is only linked is not there when the file is sent to someone else, and neither is what it "
        "tells.",
        "En bild som bara är länkad följer inte med när filen skickas till någon annan, och inte det den berättar "
        "heller.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text("Insert the picture into the document.", "Infoga bilden i dokumentet."),
        word=Text(
            "Choose File > Info > Edit Links to Files, select the picture, and choose Break Link.",
            "Välj Arkiv > Info > Redigera länkar till filer, markera bilden och välj Bryt länk.",
        ),
        libreoffice=Text(
            "Choose Edit > External Links, select the picture, and choose Break Link.",
            "Välj Redigera > Externa länkar, markera bilden och välj att bryta länken.",
        ),
    ),
    messages={
        "linked": Text(
            "The picture is not in the file but linked: {address}.",
            "Bilden finns inte i filen utan är länkad: {address}.",
        ),
        "missing": Text("The picture is missing from the file.", "Bilden saknas i filen."),
    },
)
def image_linked_missing(shape: Shape) -> Outcome:
    """It is. What it tells is in its alternative text all the same; so the rule meets no clause."""
    image = shape.image
    assert image is not None
    if image.missing:
        return failed("missing")
    return failed("linked", address=image.linked) if image.linked and not image.content else passed()


@rule(
    document=Office,
    each=placed,
    title=Text(
        "Pictures and objects stand in line with the text", "Bilder och objekt står i linje med texten"
    ),
    why=Text(
        "A screen reader reads out a floating picture at the beginning or end of the paragraph it is anchored to, or "
        "leaves it out, and when text is enlarged it drifts away from the words it belongs to.",
        "Skärmläsaren läser upp en flytande bild i början eller slutet av stycket som den är förankrad i, eller hoppar "
        "över den, och när texten förstoras glider den ifrån orden den hör till.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Set the picture in line with the text, or mark it as decorative if it tells nothing.",
            "Ställ bilden i linje med texten, eller markera den som dekorativ om den inte berättar något.",
        ),
        word=Text(
            "Select the picture and choose Picture Format > Wrap Text > In Line with Text.",
            "Markera bilden och välj Bildformat > Radbryt text > I nivå med text.",
        ),
        libreoffice=Text(
            "Right-click the picture and choose Anchor > As Character.",
            "Högerklicka på bilden och välj Förankring > Som tecken.",
        ),
    ),
    messages={
        "floating": Text("It floats beside the text.", "Den flyter bredvid texten."),
    },
)
def object_not_inline(shape: Shape) -> Outcome:
    """It does not float. Microsoft's checker no longer counts that as an error, and no clause forbids it; so the rule
    meets none."""
    return failed("floating") if shape.floating else passed()


def examples() -> dict[str, dict[str, Office]]:
    def office(shape: Shape, place: Place = IN_BODY) -> Office:
        return Office(stories=(Story(place.area, (Paragraph(place=place, shapes=(shape,)),)),))

    picture = Shape("picture", alt="Deltagare per år", image=Image("a1b2", "png"))
    floating = picture._replace(floating=True)
    return {
        "image_linked_missing": {
            "failed linked": office(picture._replace(image=Image(linked="file:///C:/bilder/karta.png"))),
            "failed missing": office(picture._replace(image=Image(missing=True))),
            "passed": office(picture),
            "inapplicable": office(Shape("text")),
        },
        "object_not_inline": {
            "failed floating": office(floating),
            "passed": office(picture),
            "inapplicable, decorative": office(floating._replace(decorative=True)),
            "inapplicable, a letterhead": office(floating, Place("header")),
        },
    }
