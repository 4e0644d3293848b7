"""A form tag holds one field (PDF/UA-1 7.18.4, ISO 32000-1 14.8.4.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page
from a11ycheck.documents.pdf.tree_model import Element, ObjectReference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from a11ycheck.outcome import Where


@dataclass(frozen=True, slots=True)
class FormTag:
    """A form tag. ``prints``: it says what a printed field stands for; ``has_one_field``: a field is all it holds."""

    element: Element
    prints: bool
    has_one_field: bool

    @property
    def where(self) -> Where:
        return self.element.where


def form_tags(pdf: Pdf) -> Iterator[FormTag]:
    for element in pdf.elements_of("Form"):
        yield FormTag(element, "Role" in element.attributes, _is_one_field(element.kids, pdf.annotations))


def _is_one_field(kids: Sequence[object], annotations: tuple[Annotation, ...]) -> bool:
    match kids:
        case [ObjectReference(annotation=index)] if index >= 0:
            return annotations[index].subtype == "Widget"
    return False


@rule(
    document=Pdf,
    each=form_tags,
    meets=("PDF/UA-1 7.18.4-2",),
    title=Text("A form tag holds one field", "En formulärtagg innehåller ett fält"),
    why=Text(
        "A screen reader expects one field to fill in where the tag stands; with text in it, or several "
        "fields, it is unclear what belongs to which.",
        "Skärmläsaren väntar sig ett fält att fylla i där taggen står; med text i den, eller flera fält, är "
        "det oklart vad som hör till vilket.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Give each field a form tag of its own, and put the text beside it in other tags.",
            "Ge varje fält en egen formulärtagg och lägg texten bredvid i andra taggar.",
        ),
        libreoffice=Text(
            "Make the fields with the form controls, and export as PDF again with Create PDF form ticked.",
            "Gör fälten med formulärkontrollerna och exportera som pdf igen med Skapa PDF-formulär ikryssat.",
        ),
        acrobat=Text(
            "Open the Tags panel and move all but the field itself (OBJR) out of the Form tag.",
            "Öppna panelen Taggar och flytta ut allt utom själva fältet (OBJR) ur taggen Form.",
        ),
    ),
    messages={
        "other": Text(
            "The tag Form holds something other than one field.",
            "Taggen Form innehåller något annat än ett fält.",
        ),
        "nothing": Text("The tag Form holds nothing.", "Taggen Form är tom."),
    },
)
def form_tag_holds_field(tag: FormTag) -> Outcome:
    """Its only kid is a reference to a widget, or it has the Role of a printed field (table 348)."""
    if tag.prints or tag.has_one_field:
        return passed()
    return failed("other" if tag.element.kids else "nothing")


def examples() -> dict[str, Pdf]:
    def pdf(*kids: Element | tuple[int, int, int] | ObjectReference, **attributes: object) -> Pdf:
        annotations = (Annotation(1, "Widget"), Annotation(1, "Link", 1))
        return Pdf(
            pages=(Page(1, annotations=annotations),),
            roots=(Element("Form", kids=list(kids), attributes=attributes),),
        )

    field, link, lost = ObjectReference(1, 0), ObjectReference(1, 1), ObjectReference(1)
    return {
        "failed other, text beside the field": pdf(field, (1, 0, 0)),
        "failed other, two fields": pdf(field, field),
        "failed other, no field": pdf(link),
        "failed other, a field that is on no page": pdf(lost),
        "failed other, the field in another tag": pdf(Element("Span", kids=[field])),
        "failed nothing": pdf(),
        "passed": pdf(field),
        "passed, a printed field": pdf((1, 0, 0), Role="cb"),
        "inapplicable": Pdf(roots=(Element("P"),)),
    }
