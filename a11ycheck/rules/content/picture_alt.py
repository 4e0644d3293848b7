"""A picture says in words what it shows."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule, steps
from a11ycheck.documents.content import Content, Picture
from a11ycheck.text.words import is_file_name


@rule(
    document=Content,
    each=Content.pictures,
    meets=("WCAG 1.1.1", "ACT qt1vmo"),
    title=Text("Pictures have alternative text", "Bilder har alternativtext"),
    why=Text(
        "Someone who listens to the document hears only “picture” and misses what the picture says.",
        "Den som lyssnar på dokumentet hör bara ”bild” och går miste om det som bilden säger.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Write in one or two sentences what the picture tells, or mark it as decorative if it tells nothing.",
            "Skriv i en eller två meningar vad bilden berättar, eller markera den som dekorativ om den inte berättar "
            "något.",
        ),
        word=steps.ALT_TEXT_IN_OFFICE,
        powerpoint=steps.ALT_TEXT_IN_OFFICE,
        libreoffice=steps.ALT_TEXT_IN_LIBREOFFICE,
        indesign=Text(
            "Select the picture, choose Object > Object Export Options, and write on the Alt Text tab.",
            "Markera bilden, välj Objekt > Exportalternativ för objekt och skriv på fliken Alternativ text.",
        ),
        acrobat=steps.ALT_TEXT_IN_ACROBAT,
        web=Text(
            'Write it in the picture\'s alt attribute; a decorative picture has an empty one, alt="".',
            'Skriv den i bildens alt-attribut; en dekorativ bild har ett tomt, alt="".',
        ),
    ),
    messages={
        "missing": Text("The picture has no alternative text.", "Bilden saknar alternativtext."),
        "file-name": Text(
            "The alternative text “{alt}” is a file name.", "Alternativtexten ”{alt}” är ett filnamn."
        ),
        "says-it": Text("Does “{alt}” say what the picture shows?", "Säger ”{alt}” vad bilden visar?"),
        "wrong": Text(
            "The alternative text “{alt}” does not say what the picture shows.",
            "Alternativtexten ”{alt}” säger inte vad bilden visar.",
        ),
    },
)
def picture_alt(picture: Picture) -> Outcome:
    """It has words, they are not a file name, and a person agrees with them."""
    alt = (picture.alt or "").strip()
    if not alt:
        return failed("missing")
    if is_file_name(alt):
        return failed("file-name", alt=alt)
    return ask("says-it", alt=alt, yes=passed(), no=failed("wrong", alt=alt))


def examples() -> dict[str, Content]:
    return {
        "failed missing": Content.of(Picture(alt=None)),
        "failed missing, only spaces": Content.of(Picture(alt="  ")),
        "failed file-name": Content.of(Picture(alt="IMG_2041.jpeg")),
        "cannot-tell says-it": Content.of(Picture(alt="Turnout by district, 2010 to 2022")),
        "inapplicable, decorative": Content.of(Picture(alt=None, decorative=True)),
    }
