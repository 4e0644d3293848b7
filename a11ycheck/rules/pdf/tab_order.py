"""Links and fields are reached in the order that the tags have."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page


def pages_to_tab_through(pdf: Pdf) -> list[Page]:
    """Pages of a tagged document that have links, fields or other things to stop at."""
    if not pdf.catalog.has_structure:
        return []
    return [page for page in pdf.pages if any(map(_is_stop, page.annotations))]


def _is_stop(annotation: Annotation) -> bool:
    return annotation.subtype != "Popup" and not annotation.hidden and not annotation.outside


@rule(
    document=Pdf,
    each=pages_to_tab_through,
    meets=("WCAG 2.4.3",),
    title=Text("The Tab key follows the tags", "Tabbtangenten följer taggarna"),
    why=Text(
        "Someone who goes from link to link with the Tab key may be led in another order than the text is "
        "read in.",
        "Den som går mellan länkarna med tabbtangenten kan ledas i en annan ordning än den som texten läses "
        "i.",
    ),
    who=(People.KEYBOARD, People.SCREEN_READER),
    fix=Fix(
        Text(
            "Set the tab order of the page to follow the document structure.",
            "Ställ in att sidans tabbordning följer dokumentets struktur.",
        ),
        libreoffice=steps.EXPORT_AGAIN_AS_UA_IN_LIBREOFFICE,
        indesign=Text(
            "Export as PDF again and choose that the tab order follows the structure in the export dialogue.",
            "Exportera som pdf igen och välj i exportdialogen att tabbordningen följer strukturen.",
        ),
        acrobat=steps.TAB_ORDER_IN_ACROBAT,
    ),
    messages={
        "missing": Text(
            "The page does not say that the Tab key follows the tags.",
            "Sidan säger inte att tabbtangenten ska följa taggarna.",
        ),
    },
)
def tab_order(page: Page) -> Outcome:
    """The page's tab order is that of the structure (Tabs is S, ISO 32000-1, Table 30)."""
    return passed() if page.tabs == "S" else failed("missing")


def examples() -> dict[str, Pdf]:
    tagged = Catalog(has_structure=True)
    link, popup = Annotation(1, "Link"), Annotation(1, "Popup")
    hidden, outside = Annotation(1, "Widget", hidden=True), Annotation(1, "Link", outside=True)
    return {
        "failed missing": Pdf(tagged, (Page(1, annotations=(link,)),)),
        "failed missing, by rows": Pdf(tagged, (Page(1, tabs="R", annotations=(link,)),)),
        "passed": Pdf(tagged, (Page(1, tabs="S", annotations=(link,)),)),
        "inapplicable, nothing to stop at": Pdf(tagged, (Page(1, annotations=(hidden, outside, popup)),)),
        "inapplicable, untagged": Pdf(pages=(Page(1, annotations=(link,)),)),
    }
