"""The document says what language it is in (ISO 14289-2, 8.4.4). Whether it says it well is for another rule."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.tree_model import Element


@rule(
    document=Pdf,
    each=Pdf.itself,
    meets=("PDF/UA-2 8.4.4-1",),
    title=Text("The PDF says its language", "Pdf:en säger vilket språk den är på"),
    why=Text(
        "A screen reader reads out text whose language is not given with the voice of another, so that words become "
        "hard to understand or cannot be understood at all.",
        "Skärmläsaren läser upp text vars språk inte är angivet med ett annat språks röst, så att orden blir svåra "
        "eller omöjliga att förstå.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Set the document's language in the program that it comes from, and make the PDF again.",
            "Ange dokumentets språk i programmet det kommer från och gör om pdf:en.",
        ),
        word=steps.LANGUAGE_OF_ALL_IN_WORD,
        libreoffice=steps.LANGUAGE_IN_LIBREOFFICE,
        acrobat=steps.LANGUAGE_IN_ACROBAT,
    ),
    messages={
        "missing": Text(
            "The PDF as a whole does not say what language it is in.",
            "Pdf:en som helhet säger inte vilket språk den är på.",
        )
    },
)
def document_language(pdf: Pdf) -> Outcome:
    """The catalog has a Lang."""
    return failed("missing") if pdf.catalog.language is None else passed()


def examples() -> dict[str, Pdf]:
    return {
        "failed missing": Pdf(),
        "failed missing, its tags say it": Pdf(roots=(Element("Document", own_language="sv"),)),
        "passed": Pdf(Catalog(language="sv")),
        "passed, an empty one is another fault": Pdf(Catalog(language="")),
    }
