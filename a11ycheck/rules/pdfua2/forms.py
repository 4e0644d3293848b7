"""Form fields stand in tags of their own and are described; forms are made in one way only (ISO 14289-2, 8.10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page, Particulars
from a11ycheck.documents.pdf.tree_model import Element, ObjectReference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from a11ycheck.outcome import Where

TAG_FIX = Fix(
    Text(
        "Make the form again with a program that tags its fields, or put the tags right in Acrobat.",
        "Gör om formuläret med ett program som taggar fälten, eller rätta taggarna i Acrobat.",
    ),
    libreoffice=Text(
        "Make the fields with the form controls, and export as PDF again with Create PDF form and Universal "
        "Accessibility (PDF/UA) ticked.",
        "Gör fälten med formulärkontrollerna och exportera som pdf igen med Skapa PDF-formulär och Universell "
        "tillgänglighet (PDF/UA) ikryssade.",
    ),
    acrobat=Text(
        "Open the Tags panel and give each field a Form tag of its own.",
        "Öppna panelen Taggar och ge varje fält en egen Form-tagg.",
    ),
)
NAME_WHY = Text(
    "Someone who fills in the form with a screen reader hears that there is a field, but not what to write.",
    "Den som fyller i formuläret med skärmläsare hör att det finns ett fält, men inte vad som ska skrivas.",
)
NAME_FIX = Fix(
    Text(
        "Put the field's label in a Lbl tag beside it, or write a description for the field.",
        "Lägg fältets etikett i en Lbl-tagg bredvid det, eller skriv en beskrivning för fältet.",
    ),
    acrobat=Text(
        "Open the Tags panel and put the words of the label in a tag of type Lbl in the field's Form tag.",
        "Öppna panelen Taggar och lägg etikettens ord i en tagg av typen Lbl i fältets Form-tagg.",
    ),
)


PLAIN = Particulars()


def fields(pdf: Pdf) -> list[Annotation]:
    """The fields of the form that are content."""
    return [
        annotation
        for annotation in pdf.annotations
        if annotation.subtype == "Widget" and annotation.field_type and not annotation.is_artifact
    ]


def about(
    clause: str,
    each: Callable[[Pdf], Iterable[Annotation]],
    title: Text,
    messages: dict[str, Text],
    why: Text,
    fix: Fix,
) -> Callable[[Callable[[Annotation], Outcome]], Rule]:
    """Make a rule that is put to form fields."""
    return rule(
        document=Pdf,
        each=each,
        meets=(f"PDF/UA-2 8.10.{clause}",),
        title=title,
        why=why,
        who=(People.SCREEN_READER,),
        fix=fix,
        messages=messages,
    )


@about(
    "1-1",
    fields,
    Text("Form fields stand in a Form tag", "Formulärfält står i en Form-tagg"),
    {
        "other-tag": Text(
            "The form field is in the tag {found}, and not in Form.",
            "Formulärfältet står i taggen {found} och inte i Form.",
        )
    },
    Text(
        "A screen reader tells by the tag that there is something to fill in; in another tag the field is passed over "
        "or called something else.",
        "Skärmläsaren ser på taggen att det finns något att fylla i; i en annan tagg hoppas fältet över eller kallas "
        "något annat.",
    ),
    TAG_FIX,
)
def field_in_form(field: Annotation) -> Outcome:
    """Its tag is Form."""
    found = field.element
    return passed() if found is None or found.standard == "Form" else failed("other-tag", found=found.type)


@about(
    "2.3-1",
    fields,
    Text("Form fields have a label or a description", "Formulärfält har en etikett eller en beskrivning"),
    {
        "missing": Text(
            "The form field has neither a label (Lbl) in its tag nor a description (Contents).",
            "Formulärfältet har varken en etikett (Lbl) i sin tagg eller en beskrivning (Contents).",
        )
    },
    NAME_WHY,
    NAME_FIX,
)
def field_labelled(field: Annotation) -> Outcome:
    """A Lbl that is not empty stands beside it in its tag, or it has Contents."""
    beside = field.element.children if field.element else []
    has_label = any(child.standard == "Lbl" and child.kids for child in beside)
    return passed() if has_label or field.contents is not None else failed("missing")


@about(
    "2.3-2",
    fields,
    Text("Form fields that do things are described", "Formulärfält som gör saker har en beskrivning"),
    {
        "missing": Text(
            "Something happens when the form field is used (AA), but it has no description (Contents).",
            "Något händer när formulärfältet används (AA), men det saknar beskrivning (Contents).",
        )
    },
    Text(
        "Someone who listens is not told that using the field changes something, and is taken by surprise.",
        "Den som lyssnar får inte veta att något ändras när fältet används och blir överraskad.",
    ),
    NAME_FIX,
)
def field_with_actions_described(field: Annotation) -> Outcome:
    """If it has additional actions, it has Contents."""
    return failed("missing") if field.particulars.has_actions and field.contents is None else passed()


def text_fields(pdf: Pdf) -> Iterator[Annotation]:
    """The text fields, each once, however often it is shown."""
    seen: set[str] = set()
    for annotation in pdf.annotations:
        if annotation.field_type == "Tx" and annotation.field_name not in seen:
            seen.add(annotation.field_name)
            yield annotation


@about(
    "3.3-1",
    text_fields,
    Text(
        "Text fields say the same with and without formatting",
        "Textfält säger samma sak med och utan formatering",
    ),
    {
        "differs": Text(
            "The field holds “{rich}” with formatting (RV) and “{plain}” without (V).",
            "Fältet innehåller ”{rich}” med formatering (RV) och ”{plain}” utan (V).",
        )
    },
    Text(
        "Some programs show the one text and screen readers read out the other; people get to know different things.",
        "En del program visar den ena texten och skärmläsare läser upp den andra; människor får veta olika saker.",
    ),
    Fix(
        Text("Fill in the field anew, and save.", "Fyll i fältet på nytt och spara."),
    ),
)
def field_same_in_rich_text(field: Annotation) -> Outcome:
    """If it has RV, its words are those of V, spaces and line breaks left out."""
    rich, plain = field.particulars.rich_value, field.particulars.value or ""
    if rich is None or "".join(rich.split()) == "".join(plain.split()):
        return passed()
    return failed("differs", rich=rich, plain=plain)


@about(
    "3.5-1",
    lambda pdf: [field for field in fields(pdf) if field.particulars.draws_graphic],
    Text("Pictures in signatures are described", "Bilder i underskrifter har en beskrivning"),
    {
        "missing": Text(
            "The signature is shown with a picture or a drawing, but nothing says what it shows.",
            "Underskriften visas med en bild eller en teckning, men inget säger vad den visar.",
        )
    },
    Text(
        "Someone who listens hears that there is a signature, but not whose.",
        "Den som lyssnar hör att det finns en underskrift, men inte vems.",
    ),
    Fix(
        Text(
            "Write the alternative text of the signature's tag, such as whose signature it is.",
            "Skriv alternativtext på underskriftens tagg, till exempel vems underskrift det är.",
        ),
        acrobat=Text(
            "Open the Tags panel, open the properties of the signature's Form tag, and write its alternative text.",
            "Öppna panelen Taggar, öppna egenskaperna för underskriftens Form-tagg och skriv dess alternativtext.",
        ),
    ),
)
def signature_picture_described(field: Annotation) -> Outcome:
    """Its tag has an alternative text, or the field a description."""
    alt = field.element.alt if field.element else None
    return failed("missing") if alt is None and field.contents is None else passed()


@dataclass(frozen=True, slots=True)
class FormTag:
    """A form tag and how many fields stand in it."""

    element: Element
    fields: int

    @property
    def where(self) -> Where:
        return self.element.where


def form_tags(pdf: Pdf) -> Iterator[FormTag]:
    for element in pdf.elements:
        if element.standard == "Form":
            held = (kid.annotation for kid in element.kids if isinstance(kid, ObjectReference))
            widgets = [index for index in held if index >= 0 and pdf.annotations[index].subtype == "Widget"]
            yield FormTag(element, len(widgets))


@rule(
    document=Pdf,
    each=form_tags,
    meets=("PDF/UA-2 8.10.1-2",),
    title=Text("A Form tag holds one field", "En Form-tagg innehåller ett fält"),
    why=Text(
        "A screen reader expects one field to fill in where the tag stands; with several it is unclear what belongs "
        "to which.",
        "Skärmläsaren väntar sig ett fält att fylla i där taggen står; med flera är det oklart vad som hör till "
        "vilket.",
    ),
    who=(People.SCREEN_READER,),
    fix=TAG_FIX,
    messages={
        "several": Text(
            "{count} form fields stand in the same Form tag.", "{count} formulärfält står i samma Form-tagg."
        )
    },
)
def one_field_in_form(tag: FormTag) -> Outcome:
    """At most one widget stands in it."""
    return passed() if tag.fields <= 1 else failed("several", count=tag.fields)


@rule(
    document=Pdf,
    each=Pdf.itself,
    meets=("PDF/UA-2 8.10.1-3",),
    title=Text("There is no form of another kind", "Det finns inget formulär av ett annat slag"),
    why=Text(
        "Few programs can show such a form, and screen readers cannot reach its fields.",
        "Få program kan visa ett sådant formulär, och skärmläsare kommer inte åt fälten.",
    ),
    who=(People.SCREEN_READER, People.EVERYONE),
    fix=Fix(
        Text(
            "Make the form again as an ordinary PDF form.", "Gör om formuläret som ett vanligt pdf-formulär."
        ),
    ),
    messages={
        "there": Text(
            "The PDF holds a form of another kind (XFA).",
            "Pdf:en innehåller ett formulär av ett annat slag (XFA).",
        )
    },
)
def no_xml_form(pdf: Pdf) -> Outcome:
    """The interactive form has no XFA."""
    return failed("there") if pdf.catalog.xml_form else passed()


def examples() -> dict[str, dict[str, Pdf]]:
    def pdf(
        element: Element | None,
        contents: str | None = None,
        kind: str = "Tx",
        particulars: Particulars = PLAIN,
        roots: tuple[Element, ...] = (),
    ) -> Pdf:
        widgets = tuple(
            Annotation(
                1,
                "Widget",
                index,
                contents=contents,
                element=element,
                field_name="namn",
                field_type=kind,
                particulars=particulars,
            )
            for index in range(2)
        )
        return Pdf(pages=(Page(1, annotations=widgets),), roots=roots)

    def form(*kids: Element | ObjectReference, alt: str | None = None) -> Element:
        return Element("Form", kids=list(kids), alt=alt)

    def drawn(element: Element, contents: str | None = None) -> Pdf:
        return pdf(element, contents, "Sig", Particulars(draws_graphic=True))

    label = Element("Lbl", kids=[(1, 0, 0)])
    none = {
        "inapplicable": Pdf(),
        "inapplicable, outside the tags": pdf(None),
        "inapplicable, no field": pdf(form(), kind=""),
    }
    return {
        "field_in_form": {
            "failed other-tag": pdf(Element("P")),
            "passed": pdf(form()),
            **none,
        },
        "field_labelled": {
            "failed missing": pdf(form()),
            "failed missing, an empty label": pdf(form(Element("Lbl"))),
            "passed": pdf(form(label)),
            "passed, a description": pdf(form(), "För- och efternamn"),
            **none,
        },
        "field_with_actions_described": {
            "failed missing": pdf(form(), particulars=Particulars(has_actions=True)),
            "passed": pdf(form(), "Namn; sparas direkt", particulars=Particulars(has_actions=True)),
            "passed, no actions": pdf(form()),
            **none,
        },
        "field_same_in_rich_text": {
            "failed differs": pdf(form(), particulars=Particulars(value="Åsa", rich_value="Åsa Ek")),
            "failed differs, only one": pdf(form(), particulars=Particulars(rich_value="Åsa Ek")),
            "passed": pdf(form(), particulars=Particulars(value="Åsa\rEk", rich_value="ÅsaEk")),
            "passed, no formatting": pdf(form(), particulars=Particulars(value="Åsa Ek")),
            "inapplicable, no text field": pdf(form(), kind="Btn"),
        },
        "signature_picture_described": {
            "failed missing": drawn(form()),
            "passed": drawn(form(alt="Underskrift: Åsa Ek")),
            "passed, a description": drawn(form(), "Underskrift: Åsa Ek"),
            "inapplicable, only text": pdf(form(), kind="Sig"),
        },
        "one_field_in_form": {
            "failed several": pdf(None, roots=(form(ObjectReference(1, 0), ObjectReference(1, 1)),)),
            "passed": pdf(None, roots=(form(ObjectReference(1, 0)), form(ObjectReference(1, 1)))),
            "passed, a field that is on no page": pdf(
                None, roots=(form(ObjectReference(1), ObjectReference(1)),)
            ),
            "inapplicable": Pdf(roots=(Element("P"),)),
        },
        "no_xml_form": {"failed there": Pdf(Catalog(xml_form=True)), "passed": Pdf()},
    }
