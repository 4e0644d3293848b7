"""Form fields and content controls of text documents: what they are called, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, cannot_tell, failed, passed, rule
from a11ycheck.documents.office.model import Control, Office, Paragraph, Place, Story

OPEN_DOCUMENT = frozenset({"odt", "ott", "fodt", "odp", "otp", "fodp"})


def is_content_control(control: Control, document: Office) -> bool:
    """Is it one of Word's, which has a title? A building block such as a table of contents has its name."""
    return not (
        document.format in OPEN_DOCUMENT or control.legacy or control.gallery or control.kind == "other"
    )


def content_controls(document: Office) -> Iterator[Control]:
    return (control for control in document.controls() if is_content_control(control, document))


def form_fields(document: Office) -> Iterator[Control]:
    """All fields to fill in but Word's content controls."""
    for control in document.controls():
        if not control.gallery and not is_content_control(control, document):
            yield control


def in_headers_and_footers(document: Office) -> Iterator[Control]:
    """Fields to fill in that stand there, each once, however many headers repeat it; what the program fills in, such as
    the page number, is none."""
    seen: set[tuple[str, str, str]] = set()
    for control in document.controls():
        if control.place.area in ("header", "footer") and not control.gallery:
            said = (control.label, control.tag, control.text)
            if said not in seen:
                seen.add(said)
                yield control


TITLE_IN_WORD = Text(
    "Select the control, choose Developer > Properties, and write under Title.",
    "Markera kontrollen, välj Utvecklare > Egenskaper och skriv under Rubrik.",
)


@rule(
    document=Office,
    each=content_controls,
    meets=("WCAG 4.1.2",),
    title=Text("Content controls have titles", "Innehållskontroller har rubriker"),
    why=Text(
        "A screen reader reads out the title when the cursor comes to the control; without it, the listener does not "
        "know what to fill in.",
        "Skärmläsaren läser upp rubriken när markören kommer till kontrollen; utan den vet den som lyssnar inte vad "
        "som ska fyllas i.",
    ),
    who=(People.SCREEN_READER, People.VOICE),
    fix=Fix(
        Text(
            "Give the control a title that says what to fill in, such as “Name” or “Date of the meeting”.",
            "Ge kontrollen en rubrik som säger vad som ska fyllas i, till exempel ”Namn” eller ”Mötesdatum”.",
        ),
        word=TITLE_IN_WORD,
    ),
    messages={
        "missing": Text("The content control has no title.", "Innehållskontrollen saknar rubrik."),
        "missing-holds": Text(
            "The content control that holds “{text}” has no title.",
            "Innehållskontrollen med texten ”{text}” saknar rubrik.",
        ),
    },
)
def control_no_title(control: Control) -> Outcome:
    """It has a title; its tag is for programs and is never read out."""
    if control.label.strip():
        return passed()
    text = control.text.strip()
    return failed("missing-holds", text=text[:60]) if text else failed("missing")


@rule(
    document=Office,
    each=form_fields,
    meets=("WCAG 4.1.2",),
    title=Text("Form fields say what to fill in", "Formulärfält säger vad som ska fyllas i"),
    why=Text(
        "A screen reader says only “text field” or “check box”, and the listener does not know what to fill in.",
        "Skärmläsaren säger bara ”textfält” eller ”kryssruta”, och den som lyssnar vet inte vad som ska fyllas i.",
    ),
    who=(People.SCREEN_READER, People.VOICE),
    fix=Fix(
        Text(
            "Give the field a label or help text that says what to fill in, such as “Name”.",
            "Ge fältet en etikett eller hjälptext som säger vad som ska fyllas i, till exempel ”Namn”.",
        ),
        word=Text(
            "Double-click the field, choose Add Help Text, and write on both tabs. In a new form use content controls, "
            "and give each a title.",
            "Dubbelklicka på fältet, välj Lägg till hjälptext och skriv på båda flikarna. Använd innehållskontroller i "
            "nya formulär, och ge var och en en rubrik.",
        ),
        libreoffice=Text(
            "Open the control's properties and write under Title or Help text, or choose its label under Label field.",
            "Öppna kontrollfältets egenskaper och skriv under Titel eller Hjälptext, eller välj etiketten under "
            "Etikettfält.",
        ),
    ),
    messages={
        "missing": Text("The form field has no label.", "Formulärfältet saknar etikett."),
        "no-help": Text("The form field has no help text.", "Formulärfältet saknar hjälptext."),
        "active-x": Text(
            "The field is an ActiveX control, and whether it has a label cannot be read from the file.",
            "Fältet är en ActiveX-kontroll, och om den har en etikett går inte att läsa ut ur filen.",
        ),
    },
)
def form_label(control: Control) -> Outcome:
    """It has a label, a title or a help text; its name is for programs and is never read out."""
    if control.label.strip() or control.help.strip():
        return passed()
    if control.legacy:
        return failed("no-help")
    return cannot_tell("active-x") if control.kind == "other" else failed("missing")


@rule(
    document=Office,
    each=in_headers_and_footers,
    title=Text(
        "Fields to fill in do not stand in headers or footers",
        "Fält att fylla i står inte i sidhuvud eller sidfot",
    ),
    why=Text(
        "Headers and footers lie outside the text, where a screen reader and the Tab key pass by: the field is not "
        "found.",
        "Sidhuvud och sidfot ligger utanför texten, där skärmläsaren och Tabb-tangenten går förbi: fältet hittas inte.",
    ),
    who=(People.SCREEN_READER, People.KEYBOARD),
    fix=Fix(Text("Move the field into the text.", "Flytta fältet till texten.")),
    messages={
        "there": Text(
            "A field to fill in stands in the header or footer.",
            "Ett fält att fylla i står i sidhuvudet eller sidfoten.",
        ),
    },
)
def control_in_header_footer(control: Control) -> Outcome:
    """None does. No clause forbids it; so the rule meets none."""
    return failed("there")


def examples() -> dict[str, dict[str, Office]]:
    def office(control: Control, format_: str = "docx") -> Office:
        story = Story(control.place.area, (Paragraph(place=control.place, controls=(control,)),))
        return Office(format=format_, stories=(story,))

    contents = Control("other", gallery="Table of Contents")
    header = Place("header", (("header", ""),))
    return {
        "control_no_title": {
            "failed missing": office(Control("date")),
            "failed missing-holds": office(Control("text", tag="namn", text="Skriv ditt namn")),
            "passed": office(Control("text", "Namn")),
            "inapplicable, a table of contents": office(contents),
            "inapplicable, a form field": office(Control("text", legacy=True)),
        },
        "form_label": {
            "failed missing": office(Control("text", tag="Textruta 1"), "odt"),
            "failed no-help": office(Control("check box", legacy=True)),
            "cannot-tell active-x": office(Control("other", tag="TextBox1")),
            "passed": office(Control("text", "Namn"), "odt"),
            "passed, help text": office(Control("text", help="Ditt namn", legacy=True)),
            "inapplicable, a content control": office(Control("text")),
            "inapplicable, a table of contents": office(contents),
        },
        "control_in_header_footer": {
            "failed there": office(Control("date", "Datum", place=header)),
            "inapplicable": office(Control("date", "Datum")),
            "inapplicable, the page number": office(
                Control("other", gallery="Page Numbers (Top of Page)", place=header)
            ),
        },
    }
