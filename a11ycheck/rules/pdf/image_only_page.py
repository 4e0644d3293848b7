"""A page is more than a picture of text."""

from __future__ import annotations

from dataclasses import dataclass

from a11ycheck import Box, Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item, Page, Sequence
from a11ycheck.documents.pdf.tree_model import Element

FEW_CHARACTERS = 10
"""A page number or a stamp is no text to read: fewer characters than this count as none."""


@dataclass(frozen=True, slots=True)
class ImagePage:
    """A page with images.

    ``covered`` is the part of it, 0 to 1, that images without a text alternative cover, and ``decorative``
    how much of that is marked as decoration. ``visible`` and ``invisible`` count characters; invisible text
    is what text recognition leaves behind a scan.
    """

    where: Where
    covered: float
    decorative: float
    visible: int
    invisible: int


def pages_with_images(pdf: Pdf) -> list[ImagePage]:
    pages = {page.number: page for page in pdf.pages}
    return [
        _image_page(pdf, pages[drawn.page], drawn)
        for drawn in pdf.drawn
        if drawn.page in pages and any(item.kind == "image" for item in drawn.items)
    ]


def _image_page(pdf: Pdf, page: Page, drawn: Drawn) -> ImagePage:
    covered = decorative = 0.0
    visible = invisible = 0
    for item in drawn.items:
        if item.kind == "text":
            characters = sum(not character.isspace() for character in item.text)
            if item.invisible:
                invisible += characters
            else:
                visible += characters
        elif item.kind == "image" and not _is_described(pdf, drawn, item):
            part = page.part_covered(item.box)  # added up, as scanners cut a page into strips
            covered += part
            if drawn.is_artifact(item):
                decorative += part
    return ImagePage(drawn.where, covered, decorative, visible, invisible)


def _is_described(pdf: Pdf, drawn: Drawn, item: Item) -> bool:
    """Whether the image hangs on an element that has a text alternative, itself or further up."""
    for sequence in drawn.sequences_around(item):
        element = pdf.holders.get(sequence.key) if sequence.key else None
        while element is not None:
            if (element.alt or element.actual_text or "").strip():
                return True
            element = element.parent
    return False


@rule(
    document=Pdf,
    each=pages_with_images,
    meets=("WCAG 1.1.1",),
    title=Text("Pages are not only pictures of text", "Sidor är inte bara bilder av text"),
    why=Text(
        "A scanned page is silent in a screen reader, cannot be searched, and gets blurred when it is "
        "enlarged.",
        "En inskannad sida är stum i skärmläsaren, går inte att söka i och blir suddig när den förstoras.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Find the document that was printed and make the PDF from it. If it is gone, run text "
            "recognition (OCR), read through the result, and add tags.",
            "Leta upp dokumentet som skrevs ut och gör pdf:en från det. Är det borta, kör textigenkänning "
            "(OCR), läs igenom resultatet och lägg till taggar.",
        ),
        acrobat=Text(
            "Recognise the text with the scan and OCR tool, correct it, and then tag the document with the "
            "accessibility tools.",
            "Känn igen texten med verktyget för skanning och OCR, rätta den och tagga sedan dokumentet med "
            "tillgänglighetsverktygen.",
        ),
    ),
    messages={
        "scan": Text(
            "The page is only a picture: there is no text to read out.",
            "Sidan är bara en bild: det finns ingen text att läsa upp.",
        ),
        "ocr": Text(
            "The page is scanned, and its text was recognised by a program. Is the recognised text right?",
            "Sidan är inskannad och texten igenkänd av ett program. Är den igenkända texten rätt?",
        ),
        "wrong-ocr": Text(
            "The recognised text is not what the page says.",
            "Den igenkända texten är inte det som står på sidan.",
        ),
        "decoration": Text(
            "The page is one picture that is marked as decoration. Is it true that the picture says nothing?",
            "Sidan är en enda bild som är markerad som dekoration. Stämmer det att bilden inte säger något?",
        ),
    },
)
def image_only_page(page: ImagePage, *, share: float = 0.6) -> Outcome:
    """Images without a text alternative cover less than ``share`` of the page, or it has text beside them.

    60 % and ten characters are where our measurements of scans and of illustrated pages part.
    """
    if page.visible >= FEW_CHARACTERS or page.covered < share:
        return passed()
    if page.invisible >= FEW_CHARACTERS:
        return ask("ocr", yes=passed(), no=failed("wrong-ocr"))
    if page.covered - page.decorative < share:
        return ask("decoration", yes=passed(), no=failed("scan"))
    return failed("scan")


def examples() -> dict[str, Pdf]:
    a4 = Page(1, 595, 842)
    whole, strip, corner = Box(1, 0, 0, 595, 842), Box(1, 0, 0, 595, 300), Box(1, 40, 40, 140, 140)

    def drawn(*items: Item, sequences: tuple[Sequence, ...] = ()) -> Pdf:
        return Pdf(pages=(a4,), drawn=(Drawn(1, items, sequences),))

    def tagged_picture(alt: str) -> Pdf:
        figure = Element("Figure", kids=[Element("Span", kids=[(1, 0, 0)])], alt=alt)
        picture = Item("image", 0, box=whole)
        return Pdf(
            pages=(a4,), roots=(figure,), drawn=(Drawn(1, (picture,), (Sequence("Figure", key=(1, 0, 0)),)),)
        )

    scan = Item("image", box=whole)
    return {
        "failed scan": drawn(scan),
        "failed scan, in strips": drawn(
            Item("image", box=strip), Item("image", box=Box(1, 0, 300, 595, 600))
        ),
        "failed scan, with a page number": drawn(scan, Item("text", text="12")),
        "failed scan, tagged without text": tagged_picture(" "),
        "cannot-tell ocr": drawn(scan, Item("text", text="Kallelse till årsmöte", invisible=True)),
        "cannot-tell decoration": drawn(Item("image", 0, box=whole), sequences=(Sequence("Artifact"),)),
        "passed, text on a picture": drawn(scan, Item("text", text="Kallelse till årsmöte")),
        "passed, a small picture": drawn(Item("image", box=corner)),
        "passed, a picture that is described": tagged_picture(
            "Karta över vägen från stationen till kansliet"
        ),
        "inapplicable": drawn(Item("text", text="Kallelse till årsmöte")),
    }
