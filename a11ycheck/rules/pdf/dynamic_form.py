"""A form can be opened in any program that reads PDF."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf


# No success criterion is about what programs a document opens in; those who use another than Acrobat, as on a phone,
# are shut out all the same.
@rule(
    document=Pdf,
    each=Pdf.itself,
    meets=("PDF/UA-1 7.15-1",),
    title=Text("The form opens in every PDF program", "Formuläret går att öppna i alla pdf-program"),
    why=Text(
        "The form is drawn anew while it is filled in (dynamic XFA), which few programs can do; in phones, "
        "browsers and most other places it shows only a page that asks you to wait.",
        "Formuläret ritas om medan det fylls i (dynamisk XFA), vilket få program klarar; i telefoner, webbläsare "
        "och på de flesta andra håll visas bara en sida som ber en vänta.",
    ),
    who=(People.EVERYONE, People.SCREEN_READER),
    fix=Fix(
        Text(
            "Make the form as a web page or as an ordinary PDF form (AcroForm).",
            "Gör formuläret som en webbsida eller som ett vanligt pdf-formulär (AcroForm).",
        )
    ),
    messages={
        "dynamic": Text(
            "The form is of a kind that few programs can show (dynamic XFA).",
            "Formuläret är av ett slag som få program kan visa (dynamisk XFA).",
        ),
    },
)
def dynamic_form(pdf: Pdf) -> Outcome:
    """It has no dynamic XFA form (ISO 14289-1, 7.15)."""
    return failed("dynamic") if pdf.catalog.dynamic_form else passed()


def examples() -> dict[str, Pdf]:
    return {"failed dynamic": Pdf(Catalog(dynamic_form=True)), "passed": Pdf()}
