"""The PDF is tagged: it holds the structure that everything else hangs on."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item
from a11ycheck.documents.pdf.tree_model import Element


def with_anything_to_tag(pdf: Pdf) -> list[Pdf]:
    """The document, unless its pages are blank."""
    return [pdf] if pdf.roots or pdf.annotations or any(drawn.items for drawn in pdf.drawn) else []


@rule(
    document=Pdf,
    each=with_anything_to_tag,
    meets=("WCAG 1.3.1",),
    title=Text("The PDF is tagged", "Pdf:en är taggad"),
    why=Text(
        "Without tags a screen reader finds no headings, lists or tables, and has to guess the reading "
        "order.",
        "Utan taggar hittar skärmläsaren inga rubriker, listor eller tabeller och måste gissa läsordningen.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Make the PDF again from the document it came from, by saving or exporting it as a tagged PDF. "
            "“Print to PDF” loses the tags.",
            "Gör om pdf:en från dokumentet den kommer från, genom att spara eller exportera det som taggad "
            "pdf. ”Skriv ut till pdf” tappar bort taggarna.",
        ),
        word=steps.TAGS_IN_OFFICE,
        powerpoint=steps.TAGS_IN_OFFICE,
        libreoffice=steps.EXPORT_AS_UA_IN_LIBREOFFICE,
        indesign=steps.TAGS_IN_INDESIGN,
        acrobat=Text(
            "If the original is gone, let the accessibility tools tag the document, and check every tag "
            "afterwards.",
            "Om originalet är borta, låt tillgänglighetsverktygen tagga dokumentet och kontrollera varje "
            "tagg efteråt.",
        ),
    ),
    messages={
        "untagged": Text("The PDF is not tagged.", "Pdf:en är inte taggad."),
        "empty": Text(
            "The PDF is said to be tagged, but nothing on its pages is in the tags.",
            "Pdf:en sägs vara taggad, men inget av det som står på sidorna finns i taggarna.",
        ),
    },
)
def tagged(pdf: Pdf) -> Outcome:
    """It says that it is tagged, has a structure tree, and the tree holds something of what is shown."""
    if not (pdf.catalog.marked and pdf.catalog.has_structure):
        return failed("untagged")
    if _shows_something(pdf) and not _holds_something(pdf):
        return failed("empty")
    return passed()


def _shows_something(pdf: Pdf) -> bool:
    return any(item.kind in ("text", "image") for drawn in pdf.drawn for item in drawn.items)


def _holds_something(pdf: Pdf) -> bool:
    """Marked content or an object, such as a link, hangs on some element."""
    return any(not isinstance(kid, Element) for element in pdf.elements for kid in element.kids)


def examples() -> dict[str, Pdf]:
    drawn = (Drawn(1, (Item("text", text="Kallelse"),)),)
    yes = Catalog(marked=True, has_structure=True)
    return {
        "failed untagged": Pdf(drawn=drawn),
        "failed untagged, a tree that is not said to be there": Pdf(Catalog(has_structure=True), drawn=drawn),
        "failed empty": Pdf(yes, roots=(Element("Document"),), drawn=drawn),
        "passed": Pdf(yes, roots=(Element("Document", kids=[Element("P", kids=[(1, 0, 0)])]),), drawn=drawn),
        "passed, nothing but lines is shown": Pdf(
            yes, roots=(Element("Document"),), drawn=(Drawn(1, (Item("path"),)),)
        ),
        "inapplicable, blank": Pdf(),
    }
