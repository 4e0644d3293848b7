"""Every page with annotations says that the Tab key follows the structure (ISO 14289-1, 7.18.3)."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page


def pages_with_annotations(pdf: Pdf) -> list[Page]:
    """Hidden ones count here too, and untagged documents: the clause makes no exception."""
    return [page for page in pdf.pages if page.annotations]


@rule(
    document=Pdf,
    each=pages_with_annotations,
    meets=("PDF/UA-1 7.18.3-1",),
    title=Text("Pages with additions have a tab order", "Sidor med tillägg har en tabbordning"),
    why=Text(
        "Someone who goes through the page with the Tab key may be led in another order than it is read in.",
        "Den som går igenom sidan med tabbtangenten kan ledas i en annan ordning än den läses i.",
    ),
    who=(People.KEYBOARD, People.SCREEN_READER),
    fix=Fix(
        Text(
            "Set the tab order of the page to follow the document structure.",
            "Ställ in att sidans tabbordning följer dokumentets struktur.",
        ),
        libreoffice=steps.EXPORT_AGAIN_AS_UA_IN_LIBREOFFICE,
        acrobat=steps.TAB_ORDER_IN_ACROBAT,
    ),
    messages={
        "missing": Text(
            "The page has links, fields or comments and does not say that the Tab key follows the tags.",
            "Sidan har länkar, fält eller kommentarer och säger inte att tabbtangenten ska följa taggarna.",
        ),
    },
)
def page_tab_order(page: Page) -> Outcome:
    """Tabs is S (ISO 32000-1, Table 30)."""
    return passed() if page.tabs == "S" else failed("missing")


def examples() -> dict[str, Pdf]:
    hidden = Annotation(1, "Popup", hidden=True)
    return {
        "failed missing": Pdf(pages=(Page(1, annotations=(Annotation(1, "Link"),)),)),
        "failed missing, only what is hidden": Pdf(pages=(Page(1, annotations=(hidden,)),)),
        "failed missing, by rows": Pdf(pages=(Page(1, tabs="R", annotations=(hidden,)),)),
        "passed": Pdf(pages=(Page(1, tabs="S", annotations=(hidden,)),)),
        "inapplicable": Pdf(pages=(Page(1),)),
    }
