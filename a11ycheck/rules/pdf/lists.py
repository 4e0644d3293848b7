"""Lists are tagged as lists: what stands in what (PDF/UA-1 7.2, ISO 32000-1 14.8.4.3.3)."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, Text
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.tree_model import Element
from a11ycheck.rules.tag_places import about_tag, caption_first, holds_only, stands_in

WHY = Text(
    "Someone who listens hears how many items a list has and where it ends; in a list that is tagged "
    "wrongly items go missing or run together.",
    "Den som lyssnar får höra hur många punkter en lista har och var den slutar; i en lista med fel taggar "
    "försvinner punkter eller flyter ihop.",
)
FIX = Fix(
    Text(
        "Make the list with the program's own list tool and make the PDF again, or put the tags right in "
        "Acrobat.",
        "Gör listan med programmets egen listfunktion och gör om pdf:en, eller rätta taggarna i Acrobat.",
    ),
    word=Text(
        "Select the items, make them a bulleted or numbered list on the Home tab, and save as PDF again.",
        "Markera punkterna, gör dem till en punktlista eller numrerad lista på fliken Start och spara som "
        "pdf igen.",
    ),
    powerpoint=Text(
        "Select the items, make them a bulleted or numbered list on the Home tab, and save as PDF again.",
        "Markera punkterna, gör dem till en punktlista eller numrerad lista på fliken Start och spara som "
        "pdf igen.",
    ),
    libreoffice=Text(
        "Select the items, choose Format > Bullets and Numbering, and export as PDF again.",
        "Markera punkterna, välj Format > Punkter och numrering och exportera som pdf igen.",
    ),
    acrobat=Text(
        "Open the Tags panel and move the tag: a list (L) holds list items (LI), and they hold a label "
        "(Lbl) and a body (LBody).",
        "Öppna panelen Taggar och flytta taggen: en lista (L) innehåller listpunkter (LI), och de "
        "innehåller en etikett (Lbl) och en text (LBody).",
    ),
)


about = partial(about_tag, why=WHY, fix=FIX)


@about(
    "LI",
    17,
    Text("List items stand in a list", "Listpunkter står i en lista"),
    {
        "stray": Text(
            "The list item (LI) stands in {parent} and not in a list (L).",
            "Listpunkten (LI) står i {parent} och inte i en lista (L).",
        )
    },
)
def list_item_in_list(item: Element) -> Outcome:
    """Its parent is a list."""
    return stands_in(item, "L")


@about(
    "LBody",
    18,
    Text("The text of a list item stands in a list item", "Listpunktens text står i en listpunkt"),
    {
        "stray": Text(
            "The text of a list item (LBody) stands in {parent} and not in a list item (LI).",
            "Texten i en listpunkt (LBody) står i {parent} och inte i en listpunkt (LI).",
        )
    },
)
def list_body_in_list_item(body: Element) -> Outcome:
    """Its parent is a list item."""
    return stands_in(body, "LI")


@about(
    "L",
    19,
    Text("Lists hold only list items", "Listor innehåller bara listpunkter"),
    {
        "stranger": Text(
            "The list (L) holds something that is no list item (LI): {child}.",
            "Listan (L) innehåller något som inte är en listpunkt (LI): {child}.",
        )
    },
)
def list_holds_items(whole: Element) -> Outcome:
    """Its children are list items, lists within it, and a caption."""
    return holds_only(whole, "L", "LI", "Caption")


@about(
    "LI",
    20,
    Text("List items hold a label and a text", "Listpunkter innehåller etikett och text"),
    {
        "stranger": Text(
            "The list item (LI) holds something beside its label (Lbl) and text (LBody): {child}.",
            "Listpunkten (LI) innehåller något vid sidan av etikett (Lbl) och text (LBody): {child}.",
        )
    },
)
def list_item_holds_label_and_body(item: Element) -> Outcome:
    """Its children are a label and a body."""
    return holds_only(item, "Lbl", "LBody")


@about(
    "L",
    40,
    Text("A list's caption comes before its items", "Listans rubrik kommer före punkterna"),
    {
        "later": Text(
            "The list (L) has its caption (Caption) after its items.",
            "Listan (L) har sin rubrik (Caption) efter listpunkterna.",
        )
    },
    hurts=False,
)
def list_caption_first(whole: Element) -> Outcome:
    """No child but the first is a caption."""
    return caption_first(whole)


def examples() -> dict[str, dict[str, Pdf]]:
    def pdf(*roots: Element) -> Pdf:
        return Pdf(roots=roots)

    def of(tag: str, *kids: Element) -> Element:
        return Element(tag, kids=list(kids))

    def item() -> Element:
        return of("LI", of("Lbl"), of("LBody"))

    return {
        "list_item_in_list": {
            "failed stray": pdf(of("Sect", item())),
            "failed stray, at the top of the tree": pdf(item()),
            "passed": pdf(of("L", item())),
            "passed, a Div between": pdf(of("L", of("Div", item()))),
            "passed, a tag of another name": pdf(Element("Lista", "L", kids=[item()])),
            "inapplicable": pdf(of("P")),
        },
        "list_body_in_list_item": {
            "failed stray": pdf(of("L", of("LBody"))),
            "passed": pdf(of("L", item())),
            "inapplicable": pdf(of("P")),
        },
        "list_holds_items": {
            "failed stranger": pdf(of("L", item(), of("P"))),
            "failed stranger, in a Div": pdf(of("L", of("Div", of("P")))),
            "passed": pdf(of("L", of("Caption"), item(), of("L", item()))),
            "passed, nothing in it": pdf(of("L")),
            "passed, a tag of unknown meaning": pdf(of("L", of("Ruta"))),
            "inapplicable": pdf(of("P")),
        },
        "list_item_holds_label_and_body": {
            "failed stranger": pdf(of("L", of("LI", of("P")))),
            "passed": pdf(of("L", item())),
            "passed, no label": pdf(of("L", of("LI", of("LBody", of("P"))))),
            "inapplicable": pdf(of("P")),
        },
        "list_caption_first": {
            "failed later": pdf(of("L", item(), of("Caption"))),
            "failed later, a second one": pdf(of("L", of("Caption"), of("Caption"))),
            "passed": pdf(of("L", of("Caption"), item())),
            "passed, no caption": pdf(of("L", item())),
            "inapplicable": pdf(of("P")),
        },
    }
