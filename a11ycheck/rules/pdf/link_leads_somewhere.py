"""Links within the document lead to a place in it.

No success criterion speaks of links that are broken, so this rule meets no clause.
"""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page


def links_within(pdf: Pdf) -> list[Annotation]:
    """Each link that is shown and that leads to a place in the document, or to none."""
    return [
        link
        for link in pdf.annotations
        if link.subtype == "Link" and link.is_shown and link.leads_to is not None
    ]


@rule(
    document=Pdf,
    each=links_within,
    title=Text("Links within the document lead somewhere", "Länkar inom dokumentet leder någonstans"),
    why=Text(
        "A link that does nothing leaves everyone wondering, most of all someone who cannot see that the page stays "
        "the same.",
        "En länk som inte gör något lämnar alla undrande, mest den som inte kan se att sidan är densamma.",
    ),
    who=(People.SCREEN_READER, People.KEYBOARD),
    fix=Fix(
        Text(
            "Make the table of contents and the cross-references anew in the program that the document is made in, and "
            "make the PDF of the whole document. Links break when pages are taken out afterwards.",
            "Gör om innehållsförteckningen och korshänvisningarna i programmet som dokumentet är gjort i och gör pdf "
            "av hela dokumentet. Länkarna går sönder när sidor tas bort i efterhand.",
        ),
        word=Text(
            "Select all with Ctrl+A, update the fields with F9, and save as PDF again.",
            "Markera allt med Ctrl+A, uppdatera fälten med F9 och spara som pdf igen.",
        ),
        libreoffice=Text(
            "Choose Tools > Update > Update All, and export as PDF again.",
            "Välj Verktyg > Uppdatera > Uppdatera alla och exportera som pdf igen.",
        ),
        acrobat=Text(
            "Open the link's properties with the tool for links, and choose the page that it leads to under Actions.",
            "Öppna länkens egenskaper med länkverktyget och välj sidan som den leder till under Åtgärder.",
        ),
    ),
    messages={
        "nowhere": Text(
            "The link “{text}” leads to a place that is not in the document.",
            "Länken ”{text}” leder till ett ställe som inte finns i dokumentet.",
        ),
        "nowhere-bare": Text(
            "The link leads to a place that is not in the document.",
            "Länken leder till ett ställe som inte finns i dokumentet.",
        ),
    },
)
def link_leads_somewhere(link: Annotation) -> Outcome:
    """The page that it leads to is in the document."""
    if link.leads_to:
        return passed()
    text = (link.text or link.contents or "").strip()
    return failed("nowhere", text=text[:100]) if text else failed("nowhere-bare")


def examples() -> dict[str, Pdf]:
    def pdf(leads_to: int | None, text: str = "Dagordning", *, hidden: bool = False) -> Pdf:
        link = Annotation(1, "Link", text=text, leads_to=leads_to, hidden=hidden)
        return Pdf(pages=(Page(1, annotations=(link,)), Page(2)))

    return {
        "failed nowhere": pdf(0),
        "failed nowhere-bare": pdf(0, ""),
        "passed": pdf(2),
        "inapplicable, a link elsewhere": pdf(None),
        "inapplicable, not to be seen": pdf(0, hidden=True),
    }
