"""A form field says what is to be filled in."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page
from a11ycheck.documents.pdf.tree_model import Element


def fields(pdf: Pdf) -> list[Annotation]:
    """Form fields that are shown and are to be filled in or pressed.

    Not signatures: to mend one that is signed breaks it, and viewers show who signed in a list of their own.
    """
    return [annotation for annotation in pdf.annotations if annotation.is_filled_in and annotation.is_shown]


@rule(
    document=Pdf,
    each=fields,
    meets=("WCAG 4.1.2",),
    title=Text("Form fields have labels", "Formulärfält har etiketter"),
    why=Text(
        "Someone who listens hears “text field” but not what to write in it; the words that stand beside it on "
        "the page do not belong to it.",
        "Den som lyssnar hör ”textfält” men inte vad som ska stå i det; orden bredvid det på sidan hör inte ihop med "
        "det.",
    ),
    who=(People.SCREEN_READER, People.VOICE),
    fix=Fix(
        Text(
            "Write in the field's properties what is to be filled in, with the words that stand beside it.",
            "Skriv i fältets egenskaper vad som ska fyllas i, med orden som står bredvid det.",
        ),
        libreoffice=steps.FIELD_LABEL_IN_LIBREOFFICE,
        indesign=Text(
            "Select the field and write its description in the Buttons and Forms panel, and export as PDF again.",
            "Markera fältet, skriv dess beskrivning i panelen Knappar och formulär och exportera som pdf igen.",
        ),
        acrobat=steps.FIELD_LABEL_IN_ACROBAT,
    ),
    messages={
        "missing": Text(
            "The form field has no label that assistive technology can read.",
            "Formulärfältet har ingen etikett som hjälpmedel kan läsa upp.",
        ),
    },
)
def form_field_name(field: Annotation) -> Outcome:
    """It has a tooltip, a push button the words on it, or its tag an alternative text.

    W3C's technique PDF12 names TU, and CA for push buttons. The tooltip may also stand on the one radio button or on
    the whole group, since programs read both.
    """
    names = (field.tooltip, field.caption, field.element.alt if field.element else "")
    return passed() if any(name and name.strip() for name in names) else failed("missing")


def examples() -> dict[str, Pdf]:
    def pdf(field: Annotation) -> Pdf:
        return Pdf(pages=(Page(1, annotations=(field,)),))

    tag = Element("Form", alt="Ditt namn")
    return {
        "failed missing": pdf(Annotation(1, "Widget", field_type="Tx", field_name="text3")),
        "failed missing, only a space": pdf(Annotation(1, "Widget", field_type="Tx", tooltip=" ")),
        "failed missing, a button with a picture": pdf(Annotation(1, "Widget", field_type="Btn")),
        "passed": pdf(Annotation(1, "Widget", field_type="Tx", tooltip="Ditt namn")),
        "passed, a button with words on it": pdf(
            Annotation(1, "Widget", field_type="Btn", caption="Skicka anmälan")
        ),
        "passed, by its tag": pdf(Annotation(1, "Widget", field_type="Tx", element=tag)),
        "inapplicable, not to be seen": pdf(Annotation(1, "Widget", field_type="Tx", hidden=True)),
        "inapplicable, a signature": pdf(Annotation(1, "Widget", field_type="Sig")),
        "inapplicable": pdf(Annotation(1, "Link")),
    }
