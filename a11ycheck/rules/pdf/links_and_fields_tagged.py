"""What a person is to press or fill in is among the tags.

Which tag it stands in is for PDF/UA to say; here it is enough that some tag holds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page
from a11ycheck.documents.pdf.tree_model import Element, ObjectReference
from a11ycheck.outcome import Box, Where

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Stop:
    """A link or field, and whether the tags lead to it."""

    annotation: Annotation
    is_reached: bool

    @property
    def where(self) -> Where:
        return self.annotation.where


def links(pdf: Pdf) -> list[Stop]:
    """Links that can be pressed. Where another link on the page leads to the same address, one of them is enough."""
    reached = {
        (link.page, link.uri) for link in pdf.annotations if link.uri and link.index in pdf.held_annotations
    }
    return [
        Stop(link, link.index in pdf.held_annotations or (link.page, link.uri) in reached)
        for link in _to_press(pdf, "Link")
    ]


def fields(pdf: Pdf) -> list[Stop]:
    """Form fields that can be filled in or pressed.

    Not signatures: they are added when the tags are made already, and viewers show who signed in a list of their own.
    """
    return [
        Stop(field, field.index in pdf.held_annotations)
        for field in _to_press(pdf, "Widget")
        if field.is_filled_in
    ]


def _to_press(pdf: Pdf, subtype: str) -> list[Annotation]:
    """Annotations with an area of their own; none where there are no tags, for which there is another rule."""
    if not pdf.catalog.marked or not (pdf.holders or pdf.held_annotations):
        return []
    return [
        annotation
        for annotation in pdf.annotations
        if annotation.subtype == subtype and annotation.is_shown and _has_area(annotation.box)
    ]


def _has_area(box: Box | None) -> bool:
    return box is not None and box.right > box.left and box.bottom > box.top


def about(
    each: Callable[[Pdf], list[Stop]], title: Text, why: Text, fix: Fix, message: Text
) -> Callable[[Callable[[Stop], Outcome]], Rule]:
    """Make a rule that is put to links or fields. W3C's techniques PDF11 and PDF12 name these success criteria."""
    return rule(
        document=Pdf,
        each=each,
        meets=("WCAG 1.3.1", "WCAG 4.1.2"),
        title=title,
        why=why,
        who=(People.SCREEN_READER,),
        fix=fix,
        messages={"untagged": message},
    )


@about(
    links,
    Text("Links are tagged", "Länkar är taggade"),
    Text(
        "Someone who listens hears the text but not that it is a link, and cannot follow it.",
        "Den som lyssnar hör texten men inte att den är en länk och kan inte följa den.",
    ),
    Fix(
        Text(
            "Make the link in the program that the document is written in, and make the PDF again with tags.",
            "Gör länken i programmet som dokumentet är skrivet i och gör om pdf:en med taggar.",
        ),
        word=steps.LINK_IN_WORD,
        powerpoint=steps.LINK_IN_WORD,
        libreoffice=Text(
            "Make the words a link with Insert > Hyperlink, and export as PDF again with Universal Accessibility "
            "(PDF/UA) ticked.",
            "Gör orden till en länk med Infoga > Hyperlänk och exportera som pdf igen med Universell "
            "tillgänglighet (PDF/UA) ikryssat.",
        ),
        acrobat=Text(
            "Open the Tags panel, let it find unmarked links, and put each one in a Link tag around its words.",
            "Öppna panelen Taggar, låt den söka omarkerade länkar och lägg var och en i en Link-tagg runt dess ord.",
        ),
    ),
    Text("The link is not among the tags.", "Länken finns inte bland taggarna."),
)
def link_tagged(link: Stop) -> Outcome:
    """A tag holds it, or another link to the same address."""
    return passed() if link.is_reached else failed("untagged")


@about(
    fields,
    Text("Form fields are tagged", "Formulärfält är taggade"),
    Text(
        "Someone who reads through the form with a screen reader passes by the field without noticing it.",
        "Den som läser igenom formuläret med skärmläsare går förbi fältet utan att märka det.",
    ),
    Fix(
        Text(
            "Make the form again with a program that tags its fields.",
            "Gör om formuläret med ett program som taggar dess fält.",
        ),
        libreoffice=steps.EXPORT_AGAIN_AS_UA_IN_LIBREOFFICE,
        acrobat=Text(
            "Open the Tags panel, let it find unmarked annotations, and put each field in a Form tag where it is to "
            "be read.",
            "Öppna panelen Taggar, låt den söka omarkerade anteckningar och lägg varje fält i en Form-tagg där det "
            "ska läsas.",
        ),
    ),
    Text("The form field is not among the tags.", "Formulärfältet finns inte bland taggarna."),
)
def form_field_tagged(field: Stop) -> Outcome:
    """A tag holds it."""
    return passed() if field.is_reached else failed("untagged")


def examples() -> dict[str, dict[str, Pdf]]:
    tagged, box, flat = Catalog(marked=True, has_structure=True), Box(1, 0, 0, 90, 12), Box(1, 0, 0, 90, 0)
    text = Element("P", kids=[(1, 0, 0)])
    a, b = "https://forum.example.se/a", "https://forum.example.se/b"

    def pdf(*annotations: Annotation, tree: Element = text, catalog: Catalog = tagged) -> Pdf:
        return Pdf(catalog, (Page(1, annotations=annotations),), (tree,))

    def link(index: int, uri: str = a, element: Element | None = None, box: Box = box) -> Annotation:
        return Annotation(1, "Link", index, box, uri=uri, element=element)

    def field(kind: str, element: Element | None = None, box: Box = box) -> Annotation:
        return Annotation(1, "Widget", 0, box, field_type=kind, element=element)

    reference = Element("P", kids=[(1, 0, 0), ObjectReference(1, 0)])
    return {
        "link_tagged": {
            "failed untagged": pdf(link(0)),
            "failed untagged, another leads elsewhere": pdf(link(0, a, Element("Link")), link(1, b)),
            "failed untagged, two places in the document": pdf(link(0, "", Element("Link")), link(1, "")),
            "passed": pdf(link(0, a, Element("Link"))),
            "passed, in another tag": pdf(link(0, a, Element("P"))),
            "passed, only the tags know of it": pdf(link(0), tree=reference),
            "passed, another leads there": pdf(link(0, a, Element("Link")), link(1, a)),
            "inapplicable, nothing to press": pdf(link(0, box=flat)),
            "inapplicable, an untagged document": pdf(link(0), catalog=Catalog()),
            "inapplicable, tags with nothing in them": pdf(link(0), tree=Element("Document")),
        },
        "form_field_tagged": {
            "failed untagged": pdf(field("Tx")),
            "passed": pdf(field("Tx", Element("Form"))),
            "passed, only the tags know of it": pdf(field("Tx"), tree=reference),
            "inapplicable, a signature": pdf(field("Sig")),
            "inapplicable, no area": pdf(field("Btn", box=flat)),
            "inapplicable, an untagged document": pdf(field("Tx"), catalog=Catalog()),
        },
    }
