"""Everything that a page shows is in the document, not in another file."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, rule
from a11ycheck.documents.pdf.extras_model import Extras, ReferenceForm
from a11ycheck.documents.pdf.model import Pdf


@rule(
    document=Pdf,
    each=lambda pdf: pdf.extras.reference_forms,
    meets=("PDF/UA-1 7.20-1",),
    title=Text("No page shows parts of other files", "Ingen sida visar delar av andra filer"),
    why=Text(
        "What stands in another file has no tags here, and is not there at all for someone who got only this file.",
        "Det som står i en annan fil har inga taggar här och finns inte alls för den som bara fick den här filen.",
    ),
    who=(People.SCREEN_READER, People.EVERYONE),
    fix=Fix(
        Text(
            "Insert the content itself, tag it, and remove the reference to the other file.",
            "Infoga själva innehållet, tagga det och ta bort hänvisningen till den andra filen.",
        )
    ),
    messages={
        "reference": Text(
            "The page shows a part of another file (a reference XObject).",
            "Sidan visar en del av en annan fil (ett referens-XObject).",
        ),
    },
)
def reference_form(_: ReferenceForm) -> Outcome:
    """There is none (ISO 14289-1, 7.20)."""
    return failed("reference")


def examples() -> dict[str, Pdf]:
    return {
        "failed reference": Pdf(extras=Extras(reference_forms=(ReferenceForm(1, "karta.pdf"),))),
        "inapplicable": Pdf(),
    }
