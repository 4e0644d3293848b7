"""All tags stand in one Document of PDF 2.0 (ISO 14289-2, 8.2.5.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.standard_types import PDF_2_0_NAMESPACE
from a11ycheck.documents.pdf.tree_model import Element
from a11ycheck.outcome import Where

if TYPE_CHECKING:
    from collections.abc import Callable

FIX = Fix(
    Text(
        "Make the PDF again with a program that writes PDF/UA-2, or put all tags in one Document in Acrobat.",
        "Gör om pdf:en med ett program som skriver PDF/UA-2, eller lägg alla taggar i en Document i Acrobat.",
    ),
    acrobat=Text(
        "Open the Tags panel, make a tag of type Document at the top, and move all the others into it.",
        "Öppna panelen Taggar, gör en tagg av typen Document överst och flytta in alla andra i den.",
    ),
)


@dataclass(frozen=True, slots=True)
class Top:
    """What stands at the top of the tags: NonStruct, Div and Part looked through, tags of no known meaning left out."""

    tags: tuple[Element, ...]

    @property
    def where(self) -> Where:
        return Where()


def top(pdf: Pdf) -> list[Top]:
    """The top of the tags, if there is a structure tree."""
    if not pdf.catalog.has_structure:
        return []
    above = Element("StructTreeRoot")
    above.kids = list(pdf.roots)
    return [Top(tuple(element for element in above.effective_children if element.standard))]


def about(
    clauses: tuple[str, ...], title: Text, why: Text, messages: dict[str, Text]
) -> Callable[[Callable[[Top], Outcome]], Rule]:
    """Make a rule about the top of the tags."""
    return rule(
        document=Pdf,
        each=top,
        meets=clauses,
        title=title,
        why=why,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages=messages,
    )


@about(
    ("PDF/UA-2 8.2.5.2-1", "PDF/UA-2 Table 5 (ISO/TS 32005)"),
    Text("One Document holds all the tags", "En Document innehåller alla taggar"),
    Text(
        "The outermost tag tells a screen reader where the document begins and ends; with none or several, parts may "
        "be read as documents of their own.",
        "Den yttersta taggen säger skärmläsaren var dokumentet börjar och slutar; finns ingen eller flera kan delar "
        "läsas som egna dokument.",
    ),
    {
        "nothing": Text(
            "There is no tag at the top of the tags, where one Document is to hold all the others.",
            "Det finns ingen tagg överst bland taggarna, där en Document ska innehålla alla andra.",
        ),
        "several": Text(
            "There are {count} tags at the top of the tags, where one Document is to hold all the others.",
            "Det finns {count} taggar överst bland taggarna, där en Document ska innehålla alla andra.",
        ),
        "other": Text(
            "The tag at the top of the tags is {tag} and not Document.",
            "Taggen överst bland taggarna är {tag} och inte Document.",
        ),
    },
)
def one_document_holds_all(top: Top) -> Outcome:
    """The only tag at the top is Document."""
    if not top.tags:
        return failed("nothing")
    if len(top.tags) > 1:
        return failed("several", count=len(top.tags))
    tag = top.tags[0]
    return passed() if tag.standard == "Document" else failed("other", tag=tag.tag)


@about(
    ("PDF/UA-2 8.2.5.2-2",),
    Text("The outermost Document is that of PDF 2.0", "Den yttersta Document är den i PDF 2.0"),
    Text(
        "By this tag a screen reader sees that the tags are to be read as those of PDF 2.0, where titles, footnotes "
        "and emphasis have tags of their own.",
        "På den här taggen ser skärmläsaren att taggarna ska läsas som i PDF 2.0, där titlar, fotnoter och betoning "
        "har egna taggar.",
    ),
    {
        "other-namespace": Text(
            "The outermost tag Document does not say that it is the one of PDF 2.0 (NS).",
            "Den yttersta taggen Document säger inte att den är den i PDF 2.0 (NS).",
        )
    },
)
def document_of_pdf_2(top: Top) -> Outcome:
    """If a Document is the only tag at the top, its namespace is that of PDF 2.0."""
    match top.tags:
        case (only,) if only.standard == "Document" and only.namespace != PDF_2_0_NAMESPACE:
            return failed("other-namespace")
    return passed()


def examples() -> dict[str, dict[str, Pdf]]:
    def pdf(*roots: Element) -> Pdf:
        return Pdf(Catalog(has_structure=True), roots=roots)

    def document() -> Element:
        return Element("Document", namespace=PDF_2_0_NAMESPACE)

    none = {"inapplicable, no tags": Pdf()}
    return {
        "one_document_holds_all": {
            "failed nothing": pdf(),
            "failed nothing, a tag of no known meaning": pdf(Element("Bok", has_meaning=False)),
            "failed several": pdf(document(), document()),
            "failed several, in a Part": pdf(Element("Part", kids=[Element("P"), Element("P")])),
            "failed other": pdf(Element("Sect")),
            "passed": pdf(document()),
            "passed, of PDF 1.7": pdf(Element("Document")),
            "passed, in a Part": pdf(Element("Part", kids=[document()])),
            **none,
        },
        "document_of_pdf_2": {
            "failed other-namespace": pdf(Element("Document")),
            "passed": pdf(document()),
            "passed, another fault": pdf(Element("Sect")),
            **none,
        },
    }
