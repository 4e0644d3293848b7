"""Lists say how they are numbered, and their items hold labels and bodies (ISO 14289-2, 8.2.5.25)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from a11ycheck.outcome import Where


@dataclass(frozen=True, slots=True)
class List:
    """A list that has labels, and how it is numbered: its own ListNumbering or that of a list around it."""

    element: Element
    numbering: object

    @property
    def where(self) -> Where:
        return self.element.where


def labelled_lists(pdf: Pdf) -> Iterator[List]:
    inherited: dict[Element, object] = {}
    for element in pdf.elements:
        above = inherited.get(element.parent, "None") if element.parent else "None"
        # The attribute is inherited (ISO 32000-2, table 382).
        inherited[element] = numbering = element.attributes.get("ListNumbering", above)
        if element.standard == "L" and _has_labels(element):
            yield List(element, numbering)


def _has_labels(whole: Element) -> bool:
    return any(
        part.standard == "Lbl"
        for item in whole.effective_children
        if item.standard == "LI"
        for part in item.effective_children
    )


@rule(
    document=Pdf,
    each=labelled_lists,
    meets=("PDF/UA-2 8.2.5.25-1",),
    title=Text(
        "Lists with labels say how they are numbered", "Listor med etiketter säger hur de är numrerade"
    ),
    why=Text(
        "Someone who listens is told whether the items are numbered, so that their order counts, or only marked with "
        "dots.",
        "Den som lyssnar får veta om punkterna är numrerade, så att ordningen spelar roll, eller bara har punkter.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Make the list with the program's own list tool and make the PDF again with a program that writes "
            "PDF/UA-2, or give the list the attribute in Acrobat.",
            "Gör listan med programmets egen listfunktion och gör om pdf:en med ett program som skriver PDF/UA-2, "
            "eller ge listan attributet i Acrobat.",
        ),
        acrobat=Text(
            "Open the Tags panel, open the properties of the tag L, and give it the attribute ListNumbering of the "
            "owner List, such as Decimal or Disc.",
            "Öppna panelen Taggar, öppna egenskaperna för taggen L och ge den attributet ListNumbering med ägaren "
            "List, till exempel Decimal eller Disc.",
        ),
    ),
    messages={
        "unsaid": Text(
            "The list has labels (Lbl) but does not say how they are numbered (ListNumbering).",
            "Listan har etiketter (Lbl) men säger inte hur de är numrerade (ListNumbering).",
        )
    },
)
def list_says_numbering(whole: List) -> Outcome:
    """Its ListNumbering, or that of a tag around it, is there and not None."""
    return failed("unsaid") if whole.numbering == "None" else passed()


@rule(
    document=Pdf,
    each=lambda pdf: [element for element in pdf.elements if element.standard == "LI"],
    meets=("PDF/UA-2 8.2.5.25-2",),
    title=Text(
        "All in a list item stands in its label or body", "Allt i en listpunkt står i dess etikett eller text"
    ),
    why=Text(
        "A screen reader tells the item's number or dot from its text by these tags; text beside them can be passed "
        "over.",
        "Skärmläsaren skiljer punktens nummer från dess text med de här taggarna; text vid sidan av dem kan hoppas "
        "över.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Make the list with the program's own list tool and make the PDF again, or put the text in a body in "
            "Acrobat.",
            "Gör listan med programmets egen listfunktion och gör om pdf:en, eller lägg texten i en LBody i Acrobat.",
        ),
        acrobat=Text(
            "Open the Tags panel, make a tag LBody in the list item (LI), and move its content into it.",
            "Öppna panelen Taggar, gör en tagg LBody i listpunkten (LI) och flytta in innehållet i den.",
        ),
    ),
    messages={
        "bare": Text(
            "Text stands directly in the list item (LI), and not in its label (Lbl) or body (LBody).",
            "Text står direkt i listpunkten (LI) och inte i dess etikett (Lbl) eller text (LBody).",
        )
    },
)
def list_item_content_in_body(item: Element) -> Outcome:
    """No marked content stands in it directly."""
    return failed("bare") if item.holds_content else passed()


def examples() -> dict[str, dict[str, Pdf]]:
    def item(*tags: str) -> Element:
        return Element("LI", kids=[Element(tag, kids=[(1, 0, 0)]) for tag in tags])

    def listed(*kids: Element, **attributes: object) -> Element:
        return Element("L", kids=list(kids), attributes=attributes)

    def pdf(*roots: Element) -> Pdf:
        return Pdf(roots=roots)

    labelled = item("Lbl", "LBody")
    return {
        "list_says_numbering": {
            "failed unsaid": pdf(listed(item("Lbl", "LBody"))),
            "failed unsaid, none": pdf(listed(item("Lbl", "LBody"), ListNumbering="None")),
            "passed": pdf(listed(item("Lbl", "LBody"), ListNumbering="Decimal")),
            "passed, that of the list around it": pdf(
                listed(
                    Element("LI", kids=[Element("LBody", kids=[listed(item("Lbl", "LBody"))])]),
                    ListNumbering="Disc",
                )
            ),
            "inapplicable, no labels": pdf(listed(item("LBody"))),
        },
        "list_item_content_in_body": {
            "failed bare": pdf(listed(Element("LI", kids=[Element("Lbl"), (1, 0, 0)]))),
            "failed bare, in a Div": pdf(listed(Element("LI", kids=[Element("Div", kids=[(1, 0, 0)])]))),
            "passed": pdf(listed(labelled)),
            "inapplicable": pdf(Element("P", kids=[(1, 0, 0)])),
        },
    }
