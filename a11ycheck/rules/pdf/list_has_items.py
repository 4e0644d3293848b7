"""A list has items. What else a list may hold is for the rules of PDF/UA-1 about lists."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.tree_model import Element


def lists(pdf: Pdf) -> list[Element]:
    """Each list that holds anything at all."""
    return [element for element in pdf.elements_of("L") if element.kids]


@rule(
    document=Pdf,
    each=lists,
    meets=("WCAG 1.3.1",),
    title=Text("A list has items", "En lista har punkter"),
    why=Text(
        "Someone who listens hears that a list begins, but not what its items are or how many.",
        "Den som lyssnar hör att en lista börjar, men inte vilka punkterna är eller hur många.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Make the list with the program's own button for lists, and make the PDF again.",
            "Gör listan med programmets egen knapp för listor och gör om pdf:en.",
        ),
        acrobat=Text(
            "Open the Tags panel, and put each item in an LI in the list, or change the L to another tag.",
            "Öppna panelen Taggar och lägg varje punkt i ett LI i listan, eller byt L mot en annan tagg.",
        ),
    ),
    messages={
        "none": Text(
            "The text is tagged as a list (L) but has no list items (LI) in it.",
            "Texten är taggad som en lista (L) men har inga listpunkter (LI) i sig.",
        ),
    },
)
def list_has_items(whole: Element) -> Outcome:
    """It holds an item, or another list."""
    return passed() if {"LI", "L"}.intersection(whole.kid_types) else failed("none")


def examples() -> dict[str, Pdf]:
    def pdf(*kids: Element | tuple[int, int, int]) -> Pdf:
        return Pdf(roots=(Element("L", kids=list(kids)),))

    return {
        "failed none": pdf(Element("P")),
        "failed none, only text": pdf((1, 0, 0)),
        "failed none, only a caption": pdf(Element("Caption")),
        "passed": pdf(Element("Caption"), Element("LI")),
        "passed, in a Div": pdf(Element("Div", kids=[Element("LI")])),
        "passed, a list in it": pdf(Element("L", kids=[Element("LI")])),
        "inapplicable, nothing in it": pdf(),
    }
