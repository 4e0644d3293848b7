"""A table of contents is tagged as one: what stands in what (PDF/UA-1 7.2, ISO 32000-1 14.8.4.2).

Its entries are read and their links work wherever they stand, so these rules meet no clause of WCAG.
"""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, Text
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.tree_model import Element
from a11ycheck.rules.tag_places import about_tag, caption_first, holds_only, stands_in

WHY = Text(
    "Someone who listens hears how many entries the table of contents has and where it ends; with tags out "
    "of place it is read as any text.",
    "Den som lyssnar får höra hur många poster innehållsförteckningen har och var den slutar; med taggar på "
    "fel plats läses den som vilken text som helst.",
)
FIX = Fix(
    Text(
        "Make the table of contents with the program's own tool and make the PDF again, or put the tags "
        "right in Acrobat.",
        "Gör innehållsförteckningen med programmets egen funktion och gör om pdf:en, eller rätta taggarna i "
        "Acrobat.",
    ),
    word=Text(
        "Choose Table of Contents on the References tab, and save as PDF again.",
        "Välj Innehållsförteckning på fliken Referenser och spara som pdf igen.",
    ),
    libreoffice=Text(
        "Choose Insert > Table of Contents and Index, and export as PDF again.",
        "Välj Infoga > Innehållsförteckning och index och exportera som pdf igen.",
    ),
    indesign=Text(
        "Choose Layout > Table of Contents, and export as PDF again.",
        "Välj Layout > Innehållsförteckning och exportera som pdf igen.",
    ),
    acrobat=Text(
        "Open the Tags panel and move the tag: a table of contents (TOC) holds a caption (Caption), if any, "
        "and then its entries (TOCI).",
        "Öppna panelen Taggar och flytta taggen: en innehållsförteckning (TOC) innehåller en rubrik "
        "(Caption), om den har någon, och sedan sina poster (TOCI).",
    ),
)


about = partial(about_tag, why=WHY, fix=FIX, hurts=False)


@about(
    "TOCI",
    26,
    Text(
        "Entries stand in the table of contents",
        "Innehållsförteckningens poster står i innehållsförteckningen",
    ),
    {
        "stray": Text(
            "The entry (TOCI) stands in {parent} and not in a table of contents (TOC).",
            "Posten (TOCI) står i {parent} och inte i en innehållsförteckning (TOC).",
        )
    },
)
def contents_entry_in_contents(entry: Element) -> Outcome:
    """Its parent is a table of contents."""
    return stands_in(entry, "TOC")


@about(
    "TOC",
    27,
    Text("A table of contents holds only its entries", "En innehållsförteckning innehåller bara sina poster"),
    {
        "stranger": Text(
            "The table of contents (TOC) holds something that is no entry (TOCI): {child}.",
            "Innehållsförteckningen (TOC) innehåller något som inte är en post (TOCI): {child}.",
        )
    },
)
def contents_hold_entries(contents: Element) -> Outcome:
    """Its children are entries, tables of contents within it, and a caption."""
    return holds_only(contents, "TOC", "TOCI", "Caption")


@about(
    "TOC",
    28,
    Text(
        "The caption of a table of contents comes first",
        "Innehållsförteckningens rubrik kommer före posterna",
    ),
    {
        "later": Text(
            "The table of contents (TOC) has its caption (Caption) after its entries.",
            "Innehållsförteckningen (TOC) har sin rubrik (Caption) efter posterna.",
        )
    },
)
def contents_caption_first(contents: Element) -> Outcome:
    """No child but the first is a caption."""
    return caption_first(contents)


def examples() -> dict[str, dict[str, Pdf]]:
    def pdf(*roots: Element) -> Pdf:
        return Pdf(roots=roots)

    def of(tag: str, *kids: Element) -> Element:
        return Element(tag, kids=list(kids))

    def good() -> dict[str, Pdf]:
        return {
            "passed": pdf(of("TOC", of("Caption"), of("TOCI"), of("TOC", of("TOCI")))),
            "passed, a Div between": pdf(of("TOC", of("Div", of("Caption"), of("TOCI")))),
            "passed, a tag of another name": pdf(Element("Innehåll", "TOC", kids=[of("TOCI")])),
            "inapplicable": pdf(of("P")),
        }

    return {
        "contents_entry_in_contents": {
            "failed stray": pdf(of("Sect", of("TOCI"))),
            "failed stray, at the top of the tree": pdf(of("TOCI")),
            **good(),
        },
        "contents_hold_entries": {
            "failed stranger": pdf(of("TOC", of("TOCI"), of("P"))),
            "failed stranger, in a Part": pdf(of("TOC", of("Part", of("P")))),
            "passed, nothing in it": pdf(of("TOC")),
            "passed, a tag of unknown meaning": pdf(of("TOC", of("Ruta"))),
            **good(),
        },
        "contents_caption_first": {
            "failed later": pdf(of("TOC", of("TOCI"), of("Caption"))),
            "failed later, a second one": pdf(of("TOC", of("Caption"), of("Caption"), of("TOCI"))),
            **good(),
        },
    }
